"""One source file, whatever its shape: its tables of registrations, and everything in it that is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from algreg_lib.errors import InputError
from algreg_lib.inventory.grids import Contents, Grid, Unseen
from algreg_lib.inventory.reading import interview_lists
from algreg_lib.inventory.reading.interview_lists import is_interview_list
from algreg_lib.inventory.reading.json_lists import json_tables
from algreg_lib.inventory.reading.recognition import names_only, table
from algreg_lib.inventory.table import Leftover, Table, everything


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one file gave. Remarks are Dutch sentences about the reading itself."""

    file: str
    tables: tuple[Table, ...]
    leftovers: tuple[Leftover, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    remarks: tuple[str, ...] = ()


def records(path: Path, chosen: Mapping[str, str] | None = None) -> Reading:
    """The lists of registrations in a JSON file. Raises InputError when it is none, or holds no registrations."""
    if not path.is_file():
        raise InputError(path, "dit bestand bestaat niet.", advice="Controleer de naam en de map.")
    tables, leftovers = json_tables(path, chosen)
    if not tables:
        raise InputError(
            path,
            "in dit JSON-bestand staan geen algoritmes in een vorm die algreg kent.",
            advice="Gebruik de JSON of de CSV van het Algoritmeregister, of een Excel-lijst.",
        )
    return Reading(file=path.name, tables=tuple(tables), leftovers=tuple(leftovers))


def tabular(path: Path, found: Contents, chosen: Mapping[str, str] | None = None) -> Reading:
    """The tables in the grids of a file. Raises InputError when nothing in them is recognised."""
    people = [grid for grid in found.grids if is_interview_list(grid)]
    by_grid = [(grid, None if grid in people else table(grid, chosen=chosen)) for grid in found.grids]
    tables = tuple(t for _, t in by_grid if t is not None)
    if not tables and len(by_grid) == 1 and (names := names_only(by_grid[0][0])) is not None:
        by_grid, tables = [(by_grid[0][0], names)], (names,)
    if not tables:
        raise _only_interviews(path) if people else _nothing_recognised(path, found.grids)
    rest = [text for t in tables for text in t.leftovers]
    for grid, t in by_grid:
        if t is None:
            rest += everything(grid, interview_lists.WHY if grid in people else "blad zonder algoritmes")
    remarks = (*found.remarks, *(interview_lists.remark(grid.sheet) for grid in people))
    return Reading(file=path.name, tables=tables, leftovers=tuple(rest), unseen=found.unseen, remarks=remarks)


def _only_interviews(path: Path) -> InputError:
    return InputError(
        path,
        "hierin staat een planning van interviews, en geen algoritmes.",
        advice="Kies het bestand met uw algoritmes, en neem de personen over op het blad Interviews van de inventaris.",
    )


def _nothing_recognised(path: Path, grids: tuple[Grid, ...]) -> InputError:
    if not any(text.strip() for grid in grids for column in grid.columns for text in column):
        return InputError(
            path, "dit bestand heeft geen gevulde cellen.", advice="Kies het bestand met uw algoritmes erin."
        )
    first = next(grid for grid in grids if grid.columns)
    shown = [text.strip() for text in first.head(1)[0] if text.strip()][:6]
    seen = f" Op de eerste regel staat: {', '.join(text[:40] for text in shown)}." if shown else ""
    return InputError(
        path,
        f"in geen enkel blad zijn kolommen van een algoritmeregister herkend.{seen}",
        advice="Zet boven elke kolom een naam zoals Naam, Organisatie, Doel of Status, of geef met --mapping een "
        "bestand dat zegt welke kolom welk veld is.",
    )
