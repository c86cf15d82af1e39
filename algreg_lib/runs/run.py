"""One run: made beside the others and moved into its place when it is whole, so that a broken one breaks nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from algreg_lib.errors import OutputError
from algreg_lib.files import locked
from algreg_lib.runs.notebooks import tasks
from algreg_lib.runs.order import Order, Progress, write_json
from algreg_lib.workspace import Workspace

if TYPE_CHECKING:
    from algreg_lib.publication import Copy
    from algreg_lib.reports import Outcome

#: The report with which the publication copy itself is made.
COPY_REPORT: Final = "publicatie"


@dataclass(frozen=True, kw_only=True)
class Run:
    """A run that ended well."""

    folder: Path
    index: Path  #: the page that opens the run
    pages: dict[str, Path]  #: per report
    critical: int  #: findings that must be solved
    outcome: Outcome
    publication: list[Path]  #: the publication copy and the account of what stayed behind; empty when not asked for

    @property
    def falls_short(self) -> bool:
        """Whether something stands in the way of delivery."""
        return self.critical > 0

    @property
    def sentence(self) -> str:
        """The outcome in one line."""
        from algreg_lib.reports import counted

        found = counted(len(self.outcome.results.registrations), "algoritme", "algoritmes")
        solve = counted(self.critical, "bevinding moet opgelost", "bevindingen moeten opgelost")
        copied = counted(len(self.outcome.copy.published), "algoritme staat", "algoritmes staan")
        return f"{found}, {solve}." + (f" {copied} in de publicatiekopie." if self.publication else "")


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

    With the report on publication comes the publication copy itself, replaced as a whole in its own folder. What
    changed in the inventory of the workspace since the run before is added to its history.

    `notebooks` is the folder of the notebooks, when not those of the workbench. Raises ParameterError, InputError or
    SettingError before anything is made, BusyError when another run is going on, and RunError when a notebook fails.
    """
    todo = tasks(reports, parameters, folder=notebooks)
    order = Order(
        workspace=workspace,
        tasks=todo,
        inventory=inventory,
        parameters=dict(parameters or {}),
        moment=moment,
        progress=progress,
    )
    # here: a wrong parameter must be told before the reports are paid for
    from algreg_lib.history import read_history, record_run
    from algreg_lib.reports import LATEST
    from algreg_lib.runs.making import made

    # another file is not the inventory of which the workspace keeps the history
    remembered = inventory is None or inventory.resolve() == workspace.inventory.resolve()
    with locked(workspace.runs):
        read_history(workspace)  # one that is damaged must be told before the reports are paid for
        beside = _new_folder(workspace.runs / f".nieuw-{order.stamp}")
        try:
            outcome = made(order, beside)
            folder = _moved(beside, workspace.runs / order.stamp)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        publication = _published(outcome.copy, workspace) if COPY_REPORT in {task.name for task in todo} else []
        if remembered:
            record_run(workspace, outcome.inventory, moment=moment)
        write_json(workspace.runs / LATEST, {"run": folder.name, "index": f"{folder.name}/index.html"})
    return Run(
        folder=folder,
        index=folder / "index.html",
        pages={task.name: folder / task.page for task in todo},
        critical=int((outcome.results.findings["severity"] == "critical").sum()),
        outcome=outcome,
        publication=publication,
    )


def _published(copy: Copy, workspace: Workspace) -> list[Path]:
    from algreg_lib.publication import write_copy

    return list(write_copy(copy, workspace))


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
