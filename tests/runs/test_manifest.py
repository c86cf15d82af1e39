"""The manifest of a run: enough to make the same run again, and nothing of the place where it was made."""

import platform
from datetime import UTC, datetime
from pathlib import Path

from algreg_lib.files import sha256
from algreg_lib.runs.manifest import manifest
from algreg_lib.workspace import open_workspace


def test_it_names_what_went_in_what_came_out_and_with_what(tmp_path: Path) -> None:
    (tmp_path / "algreg.toml").write_text('[organisation]\nname = "Gemeente X"\n[priority]\nseed = 7\n', "utf-8")
    outputs = tmp_path / "runs" / "nu"
    (outputs / "bestanden").mkdir(parents=True)
    (outputs / "index.html").write_text("<p>", "utf-8")
    (outputs / "bestanden" / "a.csv").write_text("a", "utf-8")
    found = manifest(
        workspace=open_workspace(tmp_path),
        inventory=None,
        outputs=outputs,
        moment=datetime(2026, 11, 21, 9, 5, 7, 123, tzinfo=UTC),
        parameters={"top": 3},
        gate={"moet_opgelost": 2},
    )
    assert found["moment"] == "2026-11-21T09:05:07+00:00"
    assert (found["organisatie"], found["seed"]) == ("Gemeente X", 7)
    assert found["uitvoer"] == {name: sha256(outputs / name) for name in ("bestanden/a.csv", "index.html")}
    assert found["invoer"]["algreg.toml"] == sha256(tmp_path / "algreg.toml")
    assert (found["parameters"], found["poort"]) == ({"top": 3}, {"moet_opgelost": 2})
    assert found["instellingen"]["organisation"]["name"] == "Gemeente X"
    assert str(tmp_path) not in str(found)


def test_it_names_python_and_every_package_that_can_change_an_outcome(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    versions = manifest(
        workspace=workspace,
        inventory=None,
        outputs=tmp_path,
        moment=datetime(2026, 11, 21, tzinfo=UTC),
        parameters={},
        gate={},
    )["versies"]
    assert versions["python"] == platform.python_version()
    assert {"algreg", "pandas", "numpy", "openpyxl", "xlsxwriter", "great-expectations", "papermill"} < set(versions)
    assert all(version[0].isdigit() for version in versions.values())
