"""The commands themselves: what a person and a pipe see, and how they end."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from algreg_lib.runs import Demo

COMMAND = [sys.executable, "-m", "algreg_lib"]


def called(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_demo_ends_with_the_paths_of_what_it_made_and_is_quiet_in_a_pipe(tmp_path: Path) -> None:
    done = called("demo", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    paths = [tmp_path / line.strip() for line in done.stdout.splitlines() if line.startswith("  ")]
    assert [path.name for path in paths[:2]] == ["inventaris.xlsx", "conversieverslag.xlsx"]
    assert all(path.is_file() for path in paths)
    assert {"index.html", "verantwoording.xlsx", "algoritmeregister-gemeente-lindervoort.csv"} <= {
        p.name for p in paths
    }
    assert not list((tmp_path / "werk" / "voorbeeld").glob("*.py"))


def test_a_run_with_findings_that_must_be_solved_falls_short(demo: Demo, tmp_path: Path) -> None:
    for name in ("inventaris.xlsx", "algreg.toml"):
        shutil.copyfile(demo.folder / name, tmp_path / name)
    done = called("run", "--report", "overzicht", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    found, copied = demo.run.sentence.split(". ")
    assert done.stdout.splitlines()[0] == f"{found}."
    assert copied.endswith("in de publicatiekopie.")
    assert not (tmp_path / "publicatie").exists()
    assert Path(tmp_path, done.stdout.splitlines()[1]).is_file()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["run", "-p", "topp=3"], "Bedoelt u 'top'?"),
        (["run", "-p", "top"], "Schrijf naam=waarde"),
        (["run", "--report", "kwalitijt"], "Bedoelt u 'kwaliteit'?"),
        (["run", "bestaatniet.xlsx"], "bestaatniet.xlsx"),
        (["lab"], "geen werkmap"),
    ],
)
def test_a_wrong_call_ends_with_a_sentence_and_makes_nothing(arguments: list[str], told: str, tmp_path: Path) -> None:
    done = called(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] in ([], [".algreg.lock"])
