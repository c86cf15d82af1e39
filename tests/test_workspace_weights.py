"""Saving weights: they are in the settings afterwards, with who and why, and nothing else in the file changed."""

import tomllib
from datetime import datetime
from pathlib import Path

import pytest

from algreg_lib.errors import AlgregError
from algreg_lib.workspace import open_workspace, read_settings, save_weights, settings_mark, weight_changes

MOMENT = datetime(2026, 11, 21, 9, 5)  # noqa: DTZ001  what the clock on the wall says
EXAMPLE = Path(__file__).resolve().parents[1] / "data" / "voorbeeld" / "algreg.toml"
WEIGHTS = {"impact": 0.6, "ease": 0.1, "urgency": 0.3}


def save(path: Path, weights: dict[str, float] = WEIGHTS, *, by: str = "Noor", why: str = "besluit MT") -> str:
    return save_weights(path, weights, by=by, why=why, moment=MOMENT, unchanged_since=settings_mark(path))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "algreg.toml"
    target.write_bytes(EXAMPLE.read_bytes())
    return target


def test_only_the_weights_change_and_a_line_tells_who_and_why(path: Path) -> None:
    save(path)
    before = EXAMPLE.read_text(encoding="utf-8").splitlines()
    after = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == [
        "weight = 0.6",
        "weight = 0.1",
        (
            "# Gewichten veranderd op 2026-11-21 09:05 door Noor: "
            "impact van 0.5 naar 0.6, ease van 0.2 naar 0.1. Waarom: besluit MT"
        ),
    ]
    assert [line for line in before if line not in after] == ["weight = 0.5", "weight = 0.2"]
    assert {c.key: c.weight for c in open_workspace(path.parent).settings.priority.criteria} == WEIGHTS


def test_a_file_from_windows_keeps_its_line_ends(path: Path) -> None:
    save(path)
    plain = path.read_bytes()
    path.write_bytes(EXAMPLE.read_bytes().replace(b"\n", b"\r\n"))
    save(path)
    assert path.read_bytes() == plain.replace(b"\n", b"\r\n")
    assert b"\r\n" not in plain


def test_every_change_stays_known_newest_first(path: Path) -> None:
    save(path)
    save(path, {**WEIGHTS, "impact": 0.9}, why="toch anders")
    newest, oldest = weight_changes(path)
    assert newest.startswith("Gewichten veranderd op 2026-11-21 09:05 door Noor: ")
    assert newest.endswith("impact van 0.6 naar 0.9. Waarom: toch anders")
    assert oldest.endswith("Waarom: besluit MT")


@pytest.mark.parametrize(
    "text", ["", "[priority]\ntop = 3\n", "priority = { top = 3 }\n", "[release]\nstatuses = []\n"]
)
def test_criteria_that_hold_by_default_are_written_out(tmp_path: Path, text: str) -> None:
    path = tmp_path / "algreg.toml"
    path.write_text(text, encoding="utf-8")
    before = tomllib.loads(text)
    save(path)
    after = read_settings(path)
    assert {c.key: c.weight for c in after.priority.criteria} == WEIGHTS
    assert after.priority.criteria[0].label == "Impact op de burger"
    assert after.priority.top == before.get("priority", {}).get("top", 10)
    assert "direction" not in path.read_text(encoding="utf-8")  # what is left out keeps following the default


def test_a_workspace_without_settings_gets_them(tmp_path: Path) -> None:
    save(tmp_path / "algreg.toml")
    assert open_workspace(tmp_path).settings.priority.criteria[0].weight == 0.6


def test_a_file_that_somebody_changed_meanwhile_is_left_alone(path: Path) -> None:
    mark = settings_mark(path)
    path.write_text(EXAMPLE.read_text(encoding="utf-8") + "# van een collega\n", encoding="utf-8")
    theirs = path.read_bytes()
    with pytest.raises(AlgregError, match="intussen veranderd"):
        save_weights(path, WEIGHTS, by="Noor", why="zo", moment=MOMENT, unchanged_since=mark)
    assert path.read_bytes() == theirs


@pytest.mark.parametrize(("by", "why"), [("", "zo"), ("Noor", "  "), ("\n", "zo")])
def test_without_a_name_or_a_reason_nothing_is_saved(path: Path, by: str, why: str) -> None:
    with pytest.raises(AlgregError, match="naam of de reden"):
        save(path, by=by, why=why)
    assert path.read_bytes() == EXAMPLE.read_bytes()


def test_a_reason_can_never_become_a_setting(path: Path) -> None:
    save(path, by='Noor"\n[release]', why="eerste regel\n[[priority.criteria]]\nkey = 'x'\x07\x1b[31m # \u2028top = 1")
    assert {c.key: c.weight for c in read_settings(path).priority.criteria} == WEIGHTS
    assert read_settings(path).priority.top == 8
