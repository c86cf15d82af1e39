"""A run: whole or not at all, the same from the same input, and nothing in it that is nobody's business."""

import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest

from algreg_lib.errors import BusyError, InputError, RunError
from algreg_lib.files import locked, sha256
from algreg_lib.history import read_history, unseen
from algreg_lib.runs import REPORTS, Demo, ParameterError, run_reports
from algreg_lib.runs.demo import copied_example
from algreg_lib.workspace import Workspace

MOMENT = datetime(2026, 11, 21, 9, 5, tzinfo=UTC)
Notebooks = Callable[..., Path]


def contents(folder: Path) -> dict[str, bytes]:
    """All files, those inside a workbook too."""
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for name, content in list(found.items()):
        if name.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(content)) as book:
                found |= {f"{name}/{part}": book.read(part) for part in book.namelist()}
    return found


def test_a_run_has_a_page_per_report_an_index_the_files_and_a_manifest(demo: Demo) -> None:
    folder = demo.run.folder
    assert sorted(path.name for path in folder.glob("*.html")) == sorted(
        ["index.html", *(f"{r}.html" for r in REPORTS)]
    )
    assert sorted(path.stem for path in (folder / "notebooks").iterdir()) == sorted(REPORTS)
    made = {path.name for path in (folder / "bestanden").iterdir()}
    assert made == {"bevindingen.csv", "bevindingen.xlsx", "volledigheid.csv", "rangorde.csv", "rangorde.xlsx"}
    latest = json.loads((folder.parent / "laatste.json").read_text(encoding="utf-8"))
    assert latest == {"index": f"{folder.name}/index.html", "run": folder.name}
    assert sorted(path.name for path in folder.parent.iterdir() if not path.name.startswith(".")) == [
        folder.name,
        "laatste.json",
    ]


def test_the_manifest_holds_the_hash_of_every_file_and_of_the_inventory(demo: Demo) -> None:
    manifest = json.loads((demo.run.folder / "manifest.json").read_text(encoding="utf-8"))
    files = {
        path.relative_to(demo.run.folder).as_posix(): path for path in demo.run.folder.rglob("*") if path.is_file()
    }
    del files["manifest.json"]
    assert manifest["uitvoer"] == {name: sha256(path) for name, path in files.items()}
    assert manifest["invoer"]["inventaris.xlsx"] == sha256(demo.folder / "inventaris.xlsx")
    assert manifest["invoer"]["algreg.toml"] == sha256(demo.folder / "algreg.toml")
    assert manifest["moment"] == "2026-11-21T09:05:00+00:00"
    assert manifest["seed"] == manifest["instellingen"]["priority"]["seed"]
    assert manifest["poort"]["moet_opgelost"] == demo.run.critical
    assert "onbekend" not in manifest["versies"].values()


def test_the_pages_of_a_run_show_no_code_and_no_error(demo: Demo) -> None:
    for path in demo.run.pages.values():
        html = path.read_text(encoding="utf-8")
        assert "reports." not in html
        assert "Traceback" not in html
        assert "<table>" in html


def test_the_same_input_at_the_same_moment_gives_the_same_bytes(workspace: Workspace) -> None:
    first = run_reports(workspace, moment=MOMENT)
    second = run_reports(workspace, moment=MOMENT)
    assert second.folder.name == f"{first.folder.name}-2"
    assert contents(first.folder) == contents(second.folder)


def test_no_path_and_no_secret_gets_into_a_run(
    workspace: Workspace, notebooks: Notebooks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALGREG_API_KEY", "zeer-geheime-waarde")
    monkeypatch.setenv("GEMEENTE_WACHTWOORD", "hunter22")
    talks = ["import os, sys, tempfile", "print(dict(os.environ), os.getcwd(), tempfile.gettempdir(), sys.path)"]
    folder = notebooks(overzicht=["top = 1", *talks, "'zeer-geheime-waarde'"])
    run = run_reports(workspace, reports=["overzicht"], notebooks=folder, parameters={"top": 2}, moment=MOMENT)
    for name, content in contents(run.folder).items():
        for forbidden in (
            b"zeer-geheime-waarde",
            b"hunter22",
            tempfile.gettempdir().encode(),
            str(Path.home()).encode(),
        ):
            assert forbidden not in content, f"{forbidden!r} in {name}"
    printed = (run.folder / "notebooks" / "overzicht.ipynb").read_text(encoding="utf-8")
    assert "ALGREG_API_KEY" not in printed
    assert "[run]" in printed
    assert "papermill" not in json.loads(printed)["metadata"]


def test_a_notebook_gets_the_parameters_that_it_knows(workspace: Workspace, notebooks: Notebooks) -> None:
    folder = notebooks(overzicht=["top = 1", "print(top * 11)"], kwaliteit=["anders = 1", "print(anders)"])
    run = run_reports(
        workspace, reports=["overzicht", "kwaliteit"], notebooks=folder, parameters={"top": 3}, moment=MOMENT
    )
    assert "<pre>33" in run.pages["overzicht"].read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("reports", "parameters", "told"),
    [
        (None, {"topp": 3}, "kent de parameter 'topp'.*Bedoelt u 'top'"),
        (["overzicht"], {"top": 3}, "hebben geen parameters"),
        (["overzicht"], {"werkmap": "x"}, "kent de parameter 'werkmap'"),
        (["kwalitijt"], {}, "geen rapport 'kwalitijt'.*Bedoelt u 'kwaliteit'"),
    ],
)
def test_what_no_notebook_knows_is_an_error_before_anything_is_made(
    workspace: Workspace, reports: list[str] | None, parameters: dict[str, object], told: str
) -> None:
    with pytest.raises(ParameterError, match=told) as caught:
        run_reports(workspace, reports=reports, parameters=parameters, moment=MOMENT)
    assert caught.value.exit_code == 2
    assert not workspace.runs.exists()


def test_a_parameter_named_as_a_secret_is_nowhere_in_the_run(workspace: Workspace, notebooks: Notebooks) -> None:
    folder = notebooks(overzicht=["token = ''", "print(token)"])
    run = run_reports(
        workspace, reports=["overzicht"], notebooks=folder, parameters={"token": "zeer-geheim"}, moment=MOMENT
    )
    assert not [name for name, content in contents(run.folder).items() if b"zeer-geheim" in content]


def test_a_cell_that_fails_keeps_the_last_good_run_and_the_notebook_with_the_error(
    workspace: Workspace, notebooks: Notebooks
) -> None:
    good = run_reports(workspace, reports=["overzicht"], moment=MOMENT)
    before = {path: sha256(path) for path in workspace.runs.rglob("*") if path.is_file()}
    folder = notebooks(overzicht=["top = 1", "print('eerst')", "raise ValueError('te weinig gegevens')"])
    with pytest.raises(RunError, match=r"Rapport overzicht.*cel 3.*ValueError: te weinig gegevens.*mislukt") as caught:
        run_reports(workspace, reports=["overzicht"], notebooks=folder, moment=MOMENT)
    assert caught.value.exit_code == 3
    kept = workspace.runs / "mislukt" / good.folder.name / "overzicht.ipynb"
    after = {path: sha256(path) for path in workspace.runs.rglob("*") if path.is_file()}
    assert after == {**before, kept: sha256(kept)}
    outputs = [output for cell in nbformat.read(kept, as_version=4).cells for output in cell.get("outputs", [])]
    assert outputs[-1]["ename"] == "ValueError"
    assert tempfile.gettempdir() not in kept.read_text(encoding="utf-8")


def test_a_kernel_that_dies_is_told_as_a_failed_report(workspace: Workspace, notebooks: Notebooks) -> None:
    folder = notebooks(overzicht=["import os", "os._exit(1)"])
    with pytest.raises(RunError, match="Rapport overzicht is mislukt"):
        run_reports(workspace, reports=["overzicht"], notebooks=folder, moment=MOMENT)


def test_a_notebook_finds_nothing_of_the_one_before(workspace: Workspace, notebooks: Notebooks) -> None:
    folder = notebooks(
        managementsamenvatting=["x = 1", "import os", "os.chdir('/')"],
        overzicht=[
            "y = 1",
            "print('x' in globals(), 'os' in globals())",
            "from pathlib import Path; Path('tabellen').is_dir()",
        ],
    )
    run = run_reports(workspace, reports=["managementsamenvatting", "overzicht"], notebooks=folder, moment=MOMENT)
    html = run.pages["overzicht"].read_text(encoding="utf-8")
    assert "<pre>False False" in html
    assert "<pre>True" in html


def test_a_notebook_reaches_no_other_machine(workspace: Workspace, notebooks: Notebooks) -> None:
    folder = notebooks(overzicht=["import socket", "socket.create_connection(('192.0.2.1', 80), timeout=3)"])
    with pytest.raises(RunError, match="ConnectionRefusedError: Een run gebruikt geen netwerk"):
        run_reports(workspace, reports=["overzicht"], notebooks=folder, moment=MOMENT)


def test_a_run_is_remembered_in_the_history_and_one_of_another_file_is_not(
    workspace: Workspace, notebooks: Notebooks, tmp_path: Path
) -> None:
    folder = notebooks(overzicht=["werkmap = '.'"])
    other = shutil.copyfile(workspace.inventory, tmp_path / "ander.xlsx")
    run_reports(workspace, inventory=other, reports=["overzicht"], notebooks=folder, moment=MOMENT)
    assert read_history(workspace).begin == ""
    run = run_reports(workspace, inventory=workspace.inventory, reports=["overzicht"], notebooks=folder, moment=MOMENT)
    history = read_history(workspace)
    assert history.begin == MOMENT.isoformat()
    assert unseen(history, run.outcome.inventory).empty


def test_a_damaged_history_is_told_before_anything_is_made(workspace: Workspace, notebooks: Notebooks) -> None:
    log = workspace.internal / "geschiedenis" / "wijzigingen.jsonl"
    log.parent.mkdir(parents=True)
    log.write_text("geen json", encoding="utf-8")
    with pytest.raises(InputError, match="verwijder het bestand"):
        run_reports(workspace, notebooks=notebooks(overzicht=["werkmap = '.'"]), reports=["overzicht"], moment=MOMENT)
    assert not list(workspace.runs.glob("2026*"))


def test_two_runs_at_once_do_not_mix(workspace: Workspace) -> None:
    with locked(workspace.runs), pytest.raises(BusyError):
        run_reports(workspace, moment=MOMENT)


def test_the_steps_are_told_in_order(workspace: Workspace) -> None:
    told: list[str] = []
    run_reports(workspace, reports=["overzicht"], moment=MOMENT, progress=told.append)
    assert told == ["Werkbladen schrijven", "Rapport overzicht", "Pagina's maken"]


def test_a_demo_never_writes_over_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "voorbeeld").mkdir()
    (tmp_path / "voorbeeld" / "van mij.txt").write_text("blijft", encoding="utf-8")
    assert copied_example(tmp_path / "voorbeeld").name == "voorbeeld-2"
    assert copied_example(tmp_path / "voorbeeld").name == "voorbeeld-3"
    assert [path.name for path in (tmp_path / "voorbeeld").iterdir()] == ["van mij.txt"]
