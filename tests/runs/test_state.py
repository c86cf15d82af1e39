"""The page that says what to do next tells it from the files, and notices what changed."""

import os
import shutil
from pathlib import Path

import pytest

from algreg_lib import reports
from algreg_lib.runs import Demo
from algreg_lib.workspace import open_workspace


@pytest.fixture
def copy(demo: Demo, tmp_path: Path) -> Path:
    """The demo as it ended, in a folder of its own."""
    return Path(shutil.copytree(demo.folder, tmp_path / "werkmap"))


def done(folder: Path) -> dict[str, bool]:
    return {step.name: step.done for step in reports.steps(folder)}


def test_in_an_empty_workspace_the_first_step_is_the_inventory(tmp_path: Path) -> None:
    (tmp_path / "algreg.toml").write_text("", encoding="utf-8")
    assert not any(done(tmp_path).values())
    assert "algreg import BESTAND -o inventaris.xlsx" in str(reports.next_step(tmp_path))


def test_after_the_demo_what_is_left_is_to_solve_and_to_decide(copy: Path) -> None:
    (copy / "notebooks").mkdir()
    assert done(copy / "notebooks") == {
        "Inventaris": True,
        "Rapporten": True,
        "Oplossen": False,
        "Privacy": False,
        "Publicatiekopie": True,
    }
    assert "kwaliteit-bekijken.ipynb" in str(reports.next_step(copy))


def test_a_changed_inventory_asks_for_a_new_run_and_a_new_copy(copy: Path) -> None:
    inventory = copy / "inventaris.xlsx"
    inventory.write_bytes(inventory.read_bytes() + b" ")
    later = max(path.stat().st_mtime for path in copy.rglob("*")) + 5
    os.utime(inventory, (later, later))
    assert (done(copy)["Rapporten"], done(copy)["Publicatiekopie"]) == (False, False)
    assert "algreg run" in str(reports.next_step(copy))


def test_a_notebook_in_the_workspace_opens_the_run_as_long_as_nothing_changed(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("algreg_lib.reports.outcome.computed", lambda _: pytest.fail("computed again"))
    assert reports.results(copy).facts.organisation == "Gemeente Lindervoort"


@pytest.mark.parametrize("name", ["inventaris.xlsx", "algreg.toml", "besluiten.xlsx", "privacy-toestaan.txt"])
def test_a_run_counts_no_more_after_any_change_that_matters(copy: Path, name: str) -> None:
    run = reports.latest_run(open_workspace(copy))
    assert run is not None
    assert reports.is_current(run, open_workspace(copy))
    with (copy / name).open("ab") as changed:
        changed.write(b"\n")
    assert not reports.is_current(run, open_workspace(copy))


def test_a_run_that_somebody_threw_away_is_no_run(copy: Path) -> None:
    for folder in (copy / "runs").iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)
    assert reports.latest_run(open_workspace(copy)) is None
    assert not done(copy)["Rapporten"]
