"""What stands in the folder of a run: tables, files, executed notebooks, pages and the manifest."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from algreg_lib import reports
from algreg_lib.priority import write_ranking
from algreg_lib.quality import write_check
from algreg_lib.reports import Outcome
from algreg_lib.runs.execution import executed, notebook_text
from algreg_lib.runs.kernel import warm_kernel
from algreg_lib.runs.manifest import manifest
from algreg_lib.runs.order import Order, write_json, write_text
from algreg_lib.runs.scrub import scrubber

_FILES = "bestanden"


def made(order: Order, folder: Path) -> Outcome:
    """Makes all of a run in `folder`. The rooms compute once, in this process, while the kernel starts in its own."""
    clean = _scrubber(order, folder)
    with warm_kernel(folder) as kernel:
        outcome = reports.computed(
            order.workspace, inventory=order.inventory, moment=order.moment, progress=order.progress
        )
        order.progress("Werkbladen schrijven")
        _write_files(outcome, folder)
        notebooks = [executed(task, order=order, kernel=kernel, clean=clean) for task in order.tasks]
    order.progress("Pagina's maken")
    _write_pages(order, folder, notebooks, outcome)
    _write_manifest(order, folder, outcome, clean)
    return outcome


def _scrubber(order: Order, folder: Path) -> Callable[[str], str]:
    # a parameter with the name of a secret is one, like a variable of the environment
    secrets = {**os.environ, **{name: str(value) for name, value in order.parameters.items()}}
    return scrubber({"[run]": folder, "[werkmap]": order.workspace.folder}, secrets)


def _write_files(outcome: Outcome, folder: Path) -> None:
    reports.stored(outcome.results, folder / reports.TABLES)
    write_check(outcome.check, outcome.inventory, folder / _FILES)
    write_ranking(outcome.ranking, folder / _FILES)


def _write_pages(order: Order, folder: Path, notebooks: list[NotebookNode], outcome: Outcome) -> None:
    facts = outcome.results.facts
    links = {task.page: task.title for task in order.tasks}
    for task, notebook in zip(order.tasks, notebooks, strict=True):
        write_text(folder / "notebooks" / f"{task.name}.ipynb", notebook_text(notebook))
        page = reports.notebook_page(notebook, file=task.page, title=task.title, links=links, facts=facts)
        write_text(folder / task.page, page)
    files = sorted(path.relative_to(folder).as_posix() for path in (folder / _FILES).iterdir())
    index = reports.index_page(outcome.results, links=links, files=[*files, reports.MANIFEST])
    write_text(folder / "index.html", index)


def _write_manifest(order: Order, folder: Path, outcome: Outcome, clean: Callable[[str], str]) -> None:
    content = manifest(
        workspace=order.workspace,
        inventory=order.inventory,
        outputs=folder,
        moment=order.moment,
        parameters={name: _cleaned(value, clean) for name, value in order.parameters.items()},
        gate=reports.gate(outcome.results),
    )
    write_json(folder / reports.MANIFEST, content)


def _cleaned(value: Any, clean: Callable[[str], str]) -> Any:
    return clean(value) if isinstance(value, str) else value
