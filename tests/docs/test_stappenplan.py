"""The pages for the analyst name commands, notebooks, sheets and pages that exist."""

import re
from pathlib import Path

import pytest
import typer.main

from algreg_lib.cli import app
from algreg_lib.inventory.layout import SHEETS
from algreg_lib.privacy import CHOICES
from algreg_lib.quality import LEVELS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "data" / "voorbeeld" / "README.md"]
STEPS = (ROOT / "docs" / "stappenplan.md").read_text(encoding="utf-8")


def _commands() -> set[str]:
    group = typer.main.get_command(app)
    names = set()
    for name, command in group.commands.items():
        names.add(name)
        names |= {f"{name} {under}" for under in getattr(command, "commands", {})}
    return names


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_on_a_page_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = {name.strip() for name in re.findall(r"\balgreg ((?:publish )?[a-z-]+)\b(?=[` \n])", _code(text))}
    assert named - _commands() == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)", text):
        assert (page.parent / target).resolve().exists(), target


def test_the_plan_has_seven_steps_and_each_stands_in_the_table() -> None:
    assert re.findall(r"^## Stap (\d)\.", STEPS, re.MULTILINE) == list("1234567")
    assert re.findall(r"^\| (\d) \|", STEPS, re.MULTILINE) == list("1234567")


def test_the_notebooks_and_sheets_it_names_exist() -> None:
    rows = re.findall(r"^\| \d \|.*\| ([^|]+) \|$", STEPS, re.MULTILINE)
    notebooks = {name.strip() for row in rows for name in row.split(",")} - {"–"}
    assert notebooks
    assert notebooks <= {path.stem for path in (ROOT / "notebooks").glob("*.ipynb")}
    sheets = set(re.findall(r"(?:het )?blad \*(\w+)\*", STEPS))
    assert sheets
    assert sheets <= {*SHEETS, "Toelichting", "Keuzelijsten"}


def test_decisions_and_levels_are_called_as_in_the_files() -> None:
    assert [choice for choice in CHOICES if choice != "open" and f"*{choice}*" not in STEPS] == []
    assert re.findall(r"^\d\. \*([^*]+)\*", STEPS, re.MULTILINE) == list(LEVELS)


def _code(text: str) -> str:
    """What stands between backquotes, in a line or in a block."""
    blocks = re.findall(r"```\n(.*?)```", text, re.DOTALL)
    inline = re.findall(r"`[^`\n]+`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    return "\n".join([*blocks, *inline])
