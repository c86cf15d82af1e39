"""After an upgrade the workbench says which notebooks are older, and renews them without losing what people changed."""

import json
from pathlib import Path

import pytest

from algreg_lib import shipped
from algreg_lib.errors import OutputError
from algreg_lib.renewal import told_at_start
from algreg_lib.runs import place_notebooks
from algreg_lib.workspace import Workspace, open_workspace


def write(folder: Path, **sources: str) -> None:
    """Notebooks of one cell; what runs left behind in them is no part of what they are."""
    folder.mkdir(exist_ok=True)
    for name, source in sources.items():
        cells = [{"cell_type": "code", "source": source.splitlines(keepends=True), "outputs": [], "metadata": {}}]
        (folder / f"{name}.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}}), encoding="utf-8")


def source_of(path: Path) -> str:
    return "".join(json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"])


def names(workspace: Workspace) -> list[str]:
    return sorted(path.name for path in (workspace.folder / "notebooks").glob("*.ipynb"))


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The notebooks of the program, in its first version."""
    folder = tmp_path / "programma" / "notebooks"
    folder.mkdir(parents=True)
    write(folder, start="# begin", rangorde="top = 5")
    monkeypatch.setitem(shipped._PLACES, "notebooks", (folder, folder))
    return folder


@pytest.fixture
def workspace(tmp_path: Path, program: Path) -> Workspace:
    """A workspace in which the workbench was opened once."""
    (tmp_path / "werkmap").mkdir()
    (tmp_path / "werkmap" / "algreg.toml").write_text("", encoding="utf-8")
    found = open_workspace(tmp_path / "werkmap")
    assert told_at_start(found, renew=False) == []
    place_notebooks(found)
    return found


def test_notebooks_of_this_version_are_no_news(workspace: Workspace) -> None:
    for _ in range(2):
        assert told_at_start(workspace, renew=False) == []
    assert told_at_start(workspace, renew=True) == []
    assert names(workspace) == ["rangorde.ipynb", "start.ipynb"]


def test_older_notebooks_are_named_with_what_to_do_and_stay_as_they_are(program: Path, workspace: Workspace) -> None:
    write(program, start="# nieuw begin")
    for _ in range(2):
        assert told_at_start(workspace, renew=False) == [
            "Dit notebook is ouder dan het programma: start.",
            f'Vernieuwen? Sluit JupyterLab en geef de opdracht: algreg lab -w "{workspace.folder}" --renew',
            "Wat u zelf in een notebook veranderde, blijft dan ernaast staan.",
        ]
    assert source_of(workspace.folder / "notebooks" / "start.ipynb") == "# begin"
    write(program, rangorde="top = 7")
    assert told_at_start(workspace, renew=False)[0] == "Deze notebooks zijn ouder dan het programma: rangorde, start."


def test_the_folder_is_not_named_where_the_analyst_stands_in_it(
    program: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(program, start="# nieuw begin")
    monkeypatch.chdir(workspace.folder)
    told = told_at_start(open_workspace(Path()), renew=False)
    assert told[1] == "Vernieuwen? Sluit JupyterLab en geef de opdracht: algreg lab --renew"


def test_renewing_replaces_what_nobody_changed_and_keeps_what_somebody_did(program: Path, workspace: Workspace) -> None:
    mine = workspace.folder / "notebooks"
    write(mine, rangorde="top = 5  # van mij")
    write(program, start="# nieuw begin", rangorde="top = 7")
    assert told_at_start(workspace, renew=True) == [
        "Vernieuwd: rangorde.ipynb. Zoals het bij u was, staat het in rangorde-vorige.ipynb.",
        "Vernieuwd: start.ipynb.",
    ]
    assert names(workspace) == ["rangorde-vorige.ipynb", "rangorde.ipynb", "start.ipynb"]
    assert source_of(mine / "rangorde-vorige.ipynb") == "top = 5  # van mij"
    assert [source_of(mine / f"{name}.ipynb") for name in ("rangorde", "start")] == ["top = 7", "# nieuw begin"]
    assert told_at_start(workspace, renew=False) == []


def test_an_earlier_copy_is_never_written_over(program: Path, workspace: Workspace) -> None:
    mine = workspace.folder / "notebooks"
    for turn in ("een", "twee"):
        write(mine, start=f"# van mij {turn}")
        write(program, start=f"# versie {turn}")
        told_at_start(workspace, renew=True)
    kept = [source_of(mine / name) for name in ("start-vorige.ipynb", "start-vorige-2.ipynb")]
    assert kept == ["# van mij een", "# van mij twee"]


def test_a_notebook_that_the_analyst_changed_is_not_called_old(workspace: Workspace) -> None:
    write(workspace.folder / "notebooks", start="# van mij")
    assert told_at_start(workspace, renew=False) == []
    assert told_at_start(workspace, renew=True) == []
    assert source_of(workspace.folder / "notebooks" / "start.ipynb") == "# van mij"


def test_outputs_of_a_run_make_no_other_notebook(program: Path, workspace: Workspace) -> None:
    path = workspace.folder / "notebooks" / "start.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][0] |= {"outputs": [{"text": "klaar"}], "execution_count": 3, "source": "# begin"}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert told_at_start(workspace, renew=False) == []
    write(program, start="# nieuw begin")
    assert told_at_start(workspace, renew=True) == ["Vernieuwd: start.ipynb."]


@pytest.mark.parametrize("record", ["", "geen json", "[1]"])
def test_without_a_note_of_what_was_placed_everything_is_kept(program: Path, workspace: Workspace, record: str) -> None:
    (workspace.folder / "notebooks" / ".algreg-notebooks.json").write_text(record, encoding="utf-8")
    (workspace.folder / "notebooks" / "rangorde.ipynb").write_text("kapot", encoding="utf-8")
    write(program, start="# nieuw begin")
    told = told_at_start(workspace, renew=True)
    assert [line.split(".")[0] for line in told] == ["Vernieuwd: rangorde", "Vernieuwd: start"]
    assert (workspace.folder / "notebooks" / "rangorde-vorige.ipynb").read_text(encoding="utf-8") == "kapot"


def test_a_folder_that_is_no_workspace_is_left_alone(tmp_path: Path, program: Path) -> None:
    folder = tmp_path / "elders"
    folder.mkdir()
    assert told_at_start(open_workspace(folder), renew=True) == []
    assert not list(folder.iterdir())


def test_a_notebook_that_cannot_be_written_stands_as_it_was(
    program: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(program, start="# nieuw begin")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(PermissionError(13, "dicht")))
    with pytest.raises(OutputError, match=r"start\.ipynb"):
        told_at_start(workspace, renew=True)
    assert source_of(workspace.folder / "notebooks" / "start.ipynb") == "# begin"


def test_a_folder_in_which_nothing_may_be_written_does_not_keep_the_workbench_shut(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace.folder / "notebooks" / ".algreg-notebooks.json").unlink()
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(PermissionError(13, "dicht")))
    assert told_at_start(workspace, renew=False) == []
