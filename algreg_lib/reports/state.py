"""How far the work in a workspace is, and what comes next; read from its files, in an instant."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, Final

import pandas as pd

from algreg_lib.reports.elements import Html, counted, paragraph
from algreg_lib.reports.latest import is_current, latest_run, manifest_of
from algreg_lib.reports.moments import moment_text
from algreg_lib.workspace import FILE_NAME, Workspace, open_workspace

_DONE: Final = "klaar"
_TO_DO: Final = "nog te doen"


@dataclass(frozen=True)
class Step:
    """One step of the work: what it is, whether it is done, and what to do when it is not."""

    name: str
    done: bool
    found: str  #: what the files tell
    todo: str
    screen: str = ""  #: the notebook in which it is done, beside the one that shows this


def steps(folder: str | Path = ".") -> list[Step]:
    """The steps from inventory to publication in the workspace in which `folder` lies."""
    workspace = workspace_of(folder)
    run = latest_run(workspace)
    gate = {} if run is None else manifest_of(run)["poort"]
    return [
        _inventory_step(workspace),
        _run_step(workspace, run),
        _solve_step(gate),
        _privacy_step(gate),
        _publication_step(workspace, run),
    ]


def state(folder: str | Path = ".") -> pd.DataFrame:
    """The steps as a table: Stap, Stand, Wat er is, Wat u doet."""
    rows = steps(folder)
    return pd.DataFrame(
        {
            "Stap": [step.name for step in rows],
            "Stand": [_DONE if step.done else _TO_DO for step in rows],
            "Wat er is": [step.found for step in rows],
            "Wat u doet": ["" if step.done else step.todo for step in rows],
        }
    )


def next_step(folder: str | Path = ".") -> Html:
    """The first step that is not done, in a sentence."""
    for step in steps(folder):
        if not step.done:
            told = paragraph(f"Nu aan de beurt: {step.name.lower()}.", step.todo)
            opens = f'<p><a href="{escape(step.screen)}">Open {escape(step.screen)}</a></p>' if step.screen else ""
            return Html(f"{told}{opens}")
    return paragraph("Alles is gedaan.", "Verandert er iets in de inventaris? Maak dan een nieuwe run met: algreg run")


def workspace_of(folder: str | Path) -> Workspace:
    """The workspace in which `folder` lies; the folder itself where there is no algreg.toml."""
    here = Path(folder).resolve()
    places = [place for place in (here, *here.parents) if (place / FILE_NAME).is_file()]
    return open_workspace(places[0] if places else here)


def _inventory_step(workspace: Workspace) -> Step:
    name = workspace.settings.files.inventory
    there = workspace.inventory.is_file()
    return Step(
        "Inventaris",
        there,
        name if there else f"{name} is er nog niet",
        f"Neem uw lijst over met: algreg import BESTAND -o {name}",
    )


def _run_step(workspace: Workspace, run: Path | None) -> Step:
    fresh = run is not None and is_current(run, workspace)
    found = "er is nog geen run" if run is None else f"run van {moment_text(manifest_of(run)['moment'])}"
    if run is not None and not fresh:
        found += "; daarna is er iets veranderd"
    return Step("Rapporten", fresh, found, "Maak de rapporten met: algreg run")


def _solve_step(gate: dict[str, Any]) -> Step:
    count = gate.get("moet_opgelost")
    if count is None:
        return Step("Oplossen", False, "nog niet gecontroleerd", "Maak eerst de rapporten.")
    told = counted(count, "bevinding moet opgelost", "bevindingen moeten opgelost")
    todo = "Loop langs de bevindingen in kwaliteit-bekijken, of in bevindingen.xlsx in de map van de run."
    return Step("Oplossen", not count, told, todo, screen="kwaliteit-bekijken.ipynb")


def _privacy_step(gate: dict[str, Any]) -> Step:
    count = gate.get("privacy_open")
    if count is None:
        return Step("Privacy", False, "nog niet gecontroleerd", "Maak eerst de rapporten.")
    told = f"{counted(count, 'tekst', 'teksten')} zonder besluit"
    todo = "Neem een besluit over elke tekst in privacy-besluiten, of gebruik: algreg privacy"
    return Step("Privacy", not count, told, todo, screen="privacy-besluiten.ipynb")


def _publication_step(workspace: Workspace, run: Path | None) -> Step:
    made = max((_time(path) for path in workspace.publication.glob("*.xlsx")), default=None)
    fresh = made is not None and (not workspace.inventory.is_file() or made >= _time(workspace.inventory))
    found = "nog niet gemaakt" if made is None else "gemaakt" + ("" if fresh else "; de inventaris is daarna veranderd")
    todo = "Maak de publicatiekopie met: algreg publish copy" if run else "Maak eerst de rapporten."
    return Step("Publicatiekopie", fresh, found, todo)


def _time(path: Path) -> float:
    return path.stat().st_mtime
