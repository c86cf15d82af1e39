"""Every notebook: text in the repository, short, without logic of its own, and it works for who opens it."""

import ast
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import jupytext
import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

from algreg_lib.runs import REPORTS, place_notebooks, run_demo
from algreg_lib.workspace import open_workspace

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
NAMES = sorted(path.stem for path in FOLDER.glob("*.ipynb"))


def read(name: str) -> NotebookNode:
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


def code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_every_report_has_a_notebook() -> None:
    assert set(REPORTS) <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_keeps_no_outputs_and_no_traces_of_who_ran_it(name: str) -> None:
    notebook = read(name)
    nbformat.validate(notebook)
    for cell in code(notebook):
        assert cell.outputs == []
        assert cell.execution_count is None
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert notebook.metadata.kernelspec.name == "python3"


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_short_and_defines_nothing(name: str) -> None:
    cells = code(read(name))
    assert len(cells) <= 10
    for cell in cells:
        assert len(cell.source.splitlines()) <= 12
        nodes = list(ast.walk(ast.parse(cell.source)))
        assert not [
            n for n in nodes if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda)
        ]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_has_one_parameters_cell_with_only_settings_in_it(name: str) -> None:
    tagged = [cell for cell in code(read(name)) if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1
    assert all(isinstance(node, ast.Assign) for node in ast.parse(tagged[0].source).body)
    assert 'werkmap = "."' in tagged[0].source


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_begins_with_its_title_and_its_headings_are_in_order(name: str) -> None:
    texts = [cell.source for cell in read(name).cells if cell.cell_type == "markdown"]
    levels = [len(line) - len(line.lstrip("#")) for text in texts for line in text.splitlines() if line.startswith("#")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_and_the_text_beside_it_hold_the_same_cells(name: str) -> None:
    text = jupytext.read(FOLDER / "tekst" / f"{name}.md")
    notebook = read(name)
    assert [(c.cell_type, c.source, c.metadata) for c in notebook.cells] == [
        (c.cell_type, c.source, c.metadata) for c in text.cells
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_code_of_a_notebook_is_folded_away(name: str) -> None:
    assert all(cell.metadata.get("jupyter") == {"source_hidden": True} for cell in code(read(name)))


def test_what_cannot_go_on_is_a_sentence_and_no_traceback(tmp_path: Path) -> None:
    notebook = read("verkennen")
    with pytest.raises(CellExecutionError):
        NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}}).execute()
    (output,) = code(notebook)[1].outputs
    assert len(output.traceback) == 1
    assert "hier is geen werkmap" in output.traceback[0]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = run_demo(tmp_path_factory.mktemp("lab") / "voorbeeld", moment=datetime(2026, 11, 21, 9, 5, tzinfo=UTC))
    place_notebooks(open_workspace(made.folder))
    return made.folder


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_works_in_the_workspace_as_it_does_in_jupyterlab(name: str, workspace: Path) -> None:
    notebook = nbformat.read(workspace / "notebooks" / f"{name}.ipynb", as_version=4)
    NotebookClient(notebook, resources={"metadata": {"path": str(workspace / "notebooks")}}).execute()
    outputs = [output for cell in code(notebook) for output in cell.outputs]
    assert outputs
    assert {output.output_type for output in outputs} <= {"execute_result", "display_data"}
    assert all("text/html" in output.data for output in outputs)
