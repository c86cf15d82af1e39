"""One demo for all tests of the runs; what it computed is used again, so that Great Expectations is paid once."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from algreg_lib import reports
from algreg_lib.runs import Demo, run_demo
from algreg_lib.workspace import Workspace, open_workspace

MOMENT = datetime(2026, 11, 21, 9, 5, tzinfo=UTC)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return run_demo(tmp_path_factory.mktemp("demo") / "voorbeeld", moment=MOMENT)


@pytest.fixture
def workspace(demo: Demo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace of which the rooms have the answers ready."""
    monkeypatch.setattr(reports, "computed", lambda *_, **__: demo.run.outcome)
    folder = tmp_path / "werkmap"
    folder.mkdir()
    shutil.copyfile(demo.folder / "inventaris.xlsx", folder / "inventaris.xlsx")
    return open_workspace(folder)


@pytest.fixture
def notebooks(tmp_path: Path) -> Callable[..., Path]:
    """Writes notebooks by name, each from the text of its code cells; the first cell holds the parameters."""

    def written(**cells: list[str]) -> Path:
        folder = tmp_path / "eigen {notebooks}"
        folder.mkdir(exist_ok=True)
        for name, sources in cells.items():
            code = [new_code_cell(source) for source in sources]
            code[0].metadata["tags"] = ["parameters"]
            notebook = new_notebook(cells=[new_markdown_cell("# Proef"), *code])
            notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
            nbformat.write(notebook, folder / f"{name}.ipynb")
        return folder

    return written
