"""The command speaks Dutch, also when it is called wrongly, and ends with the right number."""

import subprocess
import sys
from pathlib import Path

import pytest


def algreg(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "algreg_lib", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        check=False,
    )


def test_the_help_page_is_in_dutch() -> None:
    done = algreg("--help")
    assert done.returncode == 0
    assert "Gebruik:" in done.stdout
    assert "Commando's:" in done.stdout
    assert not {"Usage", "Options", "Commands", "Show this"} & set(done.stdout.replace(":", " ").split())


def test_a_default_that_does_not_fit_the_line_stands_on_the_next() -> None:
    lines = algreg("import", "--help").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.endswith("[standaard:") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "het commando 'chek' bestaat niet."),
        (["publish", "--hlp"], "de optie --hlp bestaat niet."),
        (["publish", "kopy"], "het commando 'kopy' bestaat niet. Bedoelt u 'copy'?"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_where_to_look(arguments: list[str], sentence: str) -> None:
    done = algreg(*arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "--help" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_call_without_command_shows_the_help_page() -> None:
    done = algreg()
    assert done.returncode == 2
    assert done.stderr.startswith("Gebruik:")


def _commands() -> list[str]:
    from algreg_lib.cli import app, publish

    def names(typer_app: object) -> list[str]:
        return [info.name or info.callback.__name__ for info in typer_app.registered_commands]  # type: ignore[attr-defined]

    return [*names(app), *(f"publish {name}" for name in names(publish))]


@pytest.mark.parametrize("command", _commands())
def test_every_command_explains_itself_and_stands_in_the_readme(command: str) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert f"`algreg {command}" in readme
    page = algreg(*command.split(), "--help").stdout
    explanation = page.split("\n\n")[1]
    assert explanation.strip().endswith(".")
    assert "Opties:" in page
