"""Executing one notebook with papermill in the warm kernel."""

from collections.abc import Callable

import nbformat
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill import execute_notebook
from papermill.exceptions import PapermillExecutionError

from algreg_lib.errors import RunError
from algreg_lib.runs.kernel import ENGINE, WarmKernel
from algreg_lib.runs.notebooks import Task
from algreg_lib.runs.order import Order, write_text
from algreg_lib.runs.scrub import scrubbed


def executed(task: Task, *, order: Order, kernel: WarmKernel, clean: Callable[[str], str]) -> NotebookNode:
    """The notebook with its outputs, scrubbed. When a cell fails: RunError, and the notebook as it failed is kept."""
    order.progress(f"Rapport {task.title.lower()}")
    # read here, not by papermill: it takes a brace in a path for a parameter, and notes the path in the notebook
    notebook = nbformat.read(task.path, as_version=4)  # type: ignore[no-untyped-call]
    try:
        done = execute_notebook(
            notebook, None, dict(task.parameters), engine_name=ENGINE, progress_bar=False, kernel=kernel
        )
    except (PapermillExecutionError, CellTimeoutError, DeadKernelError) as error:
        kept = order.failed / f"{task.name}.ipynb"
        write_text(kept, notebook_text(scrubbed(kernel.notebook or notebook, clean)))
        count = getattr(error, "exec_count", None)  # a kernel that died has none
        where = f" in cel {count}" if count else ""
        raise RunError(
            f"Rapport {task.name} is mislukt{where} ({_reason(error)}).",
            advice=f"Open {kept} in JupyterLab: de cel met de fout staat erin. De vorige run staat er nog.",
        ) from error
    return scrubbed(done, clean)


def notebook_text(notebook: NotebookNode) -> str:
    """The notebook as it stands in a file."""
    return str(nbformat.writes(notebook)) + "\n"  # type: ignore[no-untyped-call]


def _reason(error: Exception) -> str:
    if isinstance(error, PapermillExecutionError):
        return f"{error.ename}: {error.evalue}".strip().splitlines()[0]
    return "de cel duurt te lang" if isinstance(error, CellTimeoutError) else "Python is onverwacht gestopt"
