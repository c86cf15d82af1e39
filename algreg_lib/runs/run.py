"""One run: compute once, let papermill execute the notebooks, make the pages, then put the run in its place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from algreg_lib.errors import OutputError, RunError
from algreg_lib.files import locked, replacing
from algreg_lib.runs.notebooks import Task, tasks
from algreg_lib.workspace import Workspace

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from algreg_lib.reports import Outcome
    from algreg_lib.runs.kernel import WarmKernel

#: Names the newest good run.
LATEST: Final = "laatste.json"
#: Keeps the notebook of a run that failed.
FAILED: Final = "mislukt"

#: Told the Dutch name of the step that starts.
Progress = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Run:
    """A run that ended well."""

    folder: Path
    index: Path  #: the page that opens the run
    pages: dict[str, Path]  #: per report
    critical: int  #: findings that must be solved
    outcome: Outcome

    @property
    def falls_short(self) -> bool:
        """Whether something stands in the way of delivery."""
        return self.critical > 0

    @property
    def sentence(self) -> str:
        """The outcome in one line."""
        count = len(self.outcome.results.registrations)
        return f"{count} algoritmes, {self.critical} bevindingen die moeten worden opgelost."


def run_reports(
    workspace: Workspace,
    *,
    inventory: Path | None = None,
    reports: Iterable[str] | None = None,
    parameters: Mapping[str, Any] | None = None,
    notebooks: Path | None = None,
    moment: datetime,
    progress: Progress = lambda _: None,
) -> Run:
    """Makes the reports and puts them in `runs/<moment>/`; the last good run stands until this one is whole.

    `notebooks` is the folder of the notebooks, when not those of the workbench. Raises ParameterError, InputError or
    SettingError before anything is made, BusyError when another run is going on, and RunError when a notebook fails.
    """
    todo = tasks(reports, parameters, folder=notebooks)
    with locked(workspace.runs):
        beside = _new_folder(workspace.runs / f".nieuw-{_stamp(moment)}")
        try:
            outcome, pages = _made(workspace, beside, todo, inventory, moment, progress)
            _write_manifest(workspace, beside, inventory, outcome, parameters or {}, moment)
            folder = _moved(beside, workspace.runs / _stamp(moment))
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        critical = int((outcome.results.findings["severity"] == "critical").sum())
        _write_json(workspace.runs / LATEST, {"run": folder.name, "index": f"{folder.name}/index.html"})
    return Run(
        folder=folder,
        index=folder / "index.html",
        pages={task.name: folder / page for task, page in zip(todo, pages, strict=True)},
        critical=critical,
        outcome=outcome,
    )


def _made(
    workspace: Workspace,
    folder: Path,
    todo: list[Task],
    inventory: Path | None,
    moment: datetime,
    progress: Progress,
) -> tuple[Outcome, list[str]]:
    # here: a command that stops at a wrong parameter must not pay for these
    from algreg_lib import reports
    from algreg_lib.runs.kernel import warm_kernel
    from algreg_lib.runs.scrub import scrubber

    with warm_kernel(folder) as kernel:  # starts in its own process, while the rooms compute in this one
        outcome = reports.computed(workspace, inventory=inventory, moment=moment, progress=progress)
        _write_files(outcome, folder, progress)
        clean = scrubber({"[run]": folder, "[werkmap]": workspace.folder})
        executed = [_executed(task, kernel, clean, workspace.runs / FAILED / _stamp(moment), progress) for task in todo]
    progress("Pagina's maken")
    links = {f"{task.name}.html": task.title for task in todo}
    for task, notebook in zip(todo, executed, strict=True):
        _write_text(folder / "notebooks" / f"{task.name}.ipynb", _notebook_text(notebook))
        page = reports.notebook_page(
            notebook, file=f"{task.name}.html", title=task.title, links=links, facts=outcome.results.facts
        )
        _write_text(folder / f"{task.name}.html", page)
    _write_text(
        folder / "index.html",
        reports.index_page(outcome.results, links=links, files=[*_files_in(folder), "manifest.json"]),
    )
    return outcome, list(links)


def _executed(
    task: Task, kernel: WarmKernel, clean: Callable[[str], str], failed: Path, progress: Progress
) -> NotebookNode:
    import nbformat
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill import execute_notebook
    from papermill.exceptions import PapermillExecutionError

    from algreg_lib.runs.kernel import ENGINE
    from algreg_lib.runs.scrub import scrubbed

    progress(f"Rapport {task.title.lower()}")
    # read here, not by papermill: it takes a brace in a path for a parameter, and notes the path in the notebook
    notebook = nbformat.read(task.path, as_version=4)  # type: ignore[no-untyped-call]
    try:
        done = execute_notebook(
            notebook, None, dict(task.parameters), engine_name=ENGINE, progress_bar=False, kernel=kernel
        )
    except (PapermillExecutionError, CellTimeoutError, DeadKernelError) as error:
        kept = failed / f"{task.name}.ipynb"
        _write_text(kept, _notebook_text(scrubbed(notebook, clean)))
        raise _run_error(task, error, kept) from error
    return scrubbed(done, clean)


def _run_error(task: Task, error: Exception, kept: Path) -> RunError:
    count = getattr(error, "exec_count", None)  # a kernel that died has none
    where = f" in cel {count}" if count else ""
    reason = f"{getattr(error, 'ename', type(error).__name__)}: {getattr(error, 'evalue', error)}".strip()
    return RunError(
        f"Rapport {task.name} is mislukt{where} ({reason.splitlines()[0]}).",
        advice=f"Open {kept} in JupyterLab: de cel met de fout staat erin. De vorige run staat er nog.",
    )


def _write_files(outcome: Outcome, folder: Path, progress: Progress) -> None:
    from algreg_lib.priority import write_ranking
    from algreg_lib.quality import write_check
    from algreg_lib.reports import TABLES, stored

    progress("Werkbladen schrijven")
    stored(outcome.results, folder / TABLES)
    write_check(outcome.check, outcome.inventory, folder / "bestanden")
    write_ranking(outcome.ranking, folder / "bestanden")


def _write_manifest(
    workspace: Workspace,
    folder: Path,
    inventory: Path | None,
    outcome: Outcome,
    parameters: Mapping[str, Any],
    moment: datetime,
) -> None:
    from algreg_lib.reports import gate
    from algreg_lib.runs.manifest import manifest

    content = manifest(
        workspace=workspace,
        inputs=[workspace.inventory if inventory is None else inventory, workspace.decisions],
        outputs=folder,
        moment=moment,
        parameters=parameters,
        gate=gate(outcome.results),
    )
    _write_json(folder / "manifest.json", content)


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d_%H%M%S")


def _new_folder(path: Path) -> Path:
    shutil.rmtree(path, ignore_errors=True)  # left behind by a run that was cut off
    path.mkdir(parents=True)
    return path


def _moved(beside: Path, target: Path) -> Path:
    free, number = target, 1
    while free.exists():
        number += 1
        free = target.with_name(f"{target.name}-{number}")
    try:
        return beside.rename(free)
    except OSError as error:
        raise OutputError(
            free, "kan niet worden neergezet.", advice="Sluit bestanden die uit deze map open staan en probeer opnieuw."
        ) from error


def _files_in(folder: Path) -> list[str]:
    files = sorted(path.relative_to(folder).as_posix() for path in (folder / "bestanden").iterdir())
    return [*files, "manifest.json"]


def _notebook_text(notebook: NotebookNode) -> str:
    import nbformat

    return str(nbformat.writes(notebook)) + "\n"  # type: ignore[no-untyped-call]


def _write_json(path: Path, content: object) -> None:
    _write_text(path, json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def _write_text(path: Path, text: str) -> None:
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")
