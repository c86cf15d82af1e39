"""One sheet of our own workbook: whether a grid is one, in which version, and its rows as a table."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.errors import InputError
from algreg_lib.inventory.addresses import column_letters
from algreg_lib.inventory.grids import Grid
from algreg_lib.inventory.layout import ID_KEY, NAME_KEY, REGISTRATIONS, VERSION_MARK, SheetName, columns
from algreg_lib.inventory.table import Match, Table, as_missing, free_name
from algreg_lib.standard import VERSIONS

_SEARCHED: Final = 12
_ENOUGH: Final = 5
_TELLING: Final = 3


def version_of(grid: Grid | None, explanation: Grid | None) -> str:
    """The version of which the most titles stand in one row together with the title of the id; empty when none.

    Where versions have the same titles, the sheet Toelichting says which it is.
    """
    if grid is None:
        return ""
    counts = {version: _title_row(grid, _titles(REGISTRATIONS, version))[1] for version in VERSIONS}
    most = max(counts.values())
    if most < _ENOUGH:
        return ""
    likely = [version for version in VERSIONS if counts[version] == most]
    said = explanation.rows[0][0] if explanation is not None and explanation.height else ""
    return next((version for version in likely if said.endswith(VERSION_MARK.format(version=version))), likely[0])


def is_ours(grid: Grid, sheet: SheetName, version: str) -> bool:
    """Whether the sheet has our titles, the one of the id among them. Another sheet may have the same name.

    Raises InputError when only the title of the id is gone: its rows belong to nothing, and nobody would see why.
    """
    titles = _titles(sheet, version)
    if _title_row(grid, titles)[1] > 0:
        return True
    others = [{titles.get(text.strip().casefold()) for text in row} - {None, NAME_KEY} for row in grid.head(_SEARCHED)]
    if max(map(len, others), default=0) >= _TELLING:
        raise InputError(
            Path(grid.file),
            f"op blad {sheet} ontbreekt de kolom Registratie-ID.",
            advice="Zet die titel terug boven de kolom met de ID's en probeer opnieuw.",
        )
    return False


def _titles(sheet: SheetName, version: str) -> dict[str, str]:
    return {column.title.casefold(): column.key for column in columns(sheet, version)}


def _title_row(grid: Grid, titles: Mapping[str, str]) -> tuple[int, int]:
    """The 0-based row with the most titles, among those that hold the title of the id, and how many titles it has."""
    best = (0, 0)
    for row, texts in enumerate(grid.head(_SEARCHED)):
        found = {titles.get(text.strip().casefold()) for text in texts} - {None}
        if ID_KEY in found and len(found) > best[1]:
            best = (row, len(found))
    return best


def sheet_table(grid: Grid, sheet: SheetName, version: str) -> Table:
    """The rows below the titles that hold anything, exactly as they stand."""
    titles = _titles(sheet, version)
    row, _ = _title_row(grid, titles)
    body = [np.array(texts[row + 1 :], dtype=object) for texts in grid.columns]
    labels = _labels([texts[row] for texts in grid.columns], titles)
    ignored = {NAME_KEY} if sheet != REGISTRATIONS else set()
    filled = np.zeros(grid.height - row - 1, dtype=bool)
    for match, texts in zip(labels, body, strict=True):
        if match.key not in ignored:
            filled |= np.array([not (not text or text.isspace()) for text in texts], dtype=bool)
    inside = [
        i
        for i, match in enumerate(labels)
        if match.key not in ignored and (match.label or any(body[i][filled].tolist()))
    ]
    return Table(
        file=grid.file,
        sheet=grid.sheet,
        orientation="rows",
        header_lines=(row + 1,),
        version=version,
        by_key=False,
        labels=tuple(labels[i] for i in inside),
        lines=tuple(i + 1 for i in inside),
        values=tuple(body[i][filled] for i in inside),
        entries=np.flatnonzero(filled) + row + 2,
    )


def _labels(found: Sequence[str], titles: Mapping[str, str]) -> list[Match]:
    seen: set[str] = set()
    labels = []
    for position, title in enumerate(found, start=1):
        key = titles.get(title.strip().casefold(), "")
        wanted = key or title or f"Kolom {column_letters(position)}"
        name = free_name(wanted, seen, label=title)
        seen.add(name)
        labels.append(Match(title, name, "exact" if name == key else "own"))
    return labels


def as_frame(table: Table) -> pd.DataFrame:
    """The table with a column per key, rows in order; missing where a cell is empty."""
    return pd.DataFrame(
        {match.key: as_missing(texts) for match, texts in zip(table.labels, table.values, strict=True)},
        index=pd.RangeIndex(len(table.entries)),
        dtype="str",
    )
