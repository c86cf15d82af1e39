"""A workbook in our own shape (see layout.py), read back exactly as it stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.errors import InputError
from algreg_lib.inventory.addresses import cell_address, column_letters
from algreg_lib.inventory.grids import Grid
from algreg_lib.inventory.identity import identified
from algreg_lib.inventory.layout import (
    EXPLANATION,
    ID_KEY,
    INTERVIEWS,
    NAME_KEY,
    PRIORITY,
    REGISTRATIONS,
    SHEETS,
    VERSION_MARK,
    SheetName,
    columns,
)
from algreg_lib.inventory.model import INTERVIEW_COLUMNS, Inventory, Origin, Source, ordered
from algreg_lib.inventory.table import Leftover, Match, Table, as_missing, everything
from algreg_lib.standard import VERSIONS

#: Sheets that the template itself fills; what stands there is not of the user.
_OURS: Final = frozenset({"Toelichting", "Keuzelijsten", "Vervolg"})
#: Where texts go on that are too long for one cell.
CONTINUED: Final = "Vervolg"
_SEARCHED: Final = 12
_ENOUGH: Final = 5
_TELLING: Final = 3


@dataclass(frozen=True, kw_only=True)
class OwnWorkbook:
    """The three sheets. `registrations`, `priority` and `people` are tables; `interviews` is `people` as a frame."""

    version: str
    registrations: Table
    priority: Table | None
    interviews: pd.DataFrame
    people: Table | None
    leftovers: tuple[Leftover, ...]
    grids: Mapping[str, Grid]  #: all sheets by name, those of the user too

    @property
    def tables(self) -> dict[SheetName, Table]:
        """The sheets that are there, by name."""
        sheets = {REGISTRATIONS: self.registrations, PRIORITY: self.priority, INTERVIEWS: self.people}
        return {name: table for name, table in sheets.items() if table is not None}

    def inventory(self) -> Inventory:
        """The inventory with every text as it stands in the workbook, in the version in which it was written."""
        frame, _ = identified(_frame(self.registrations))
        others: tuple[Origin, ...] = ()
        if self.priority is not None:
            scores = _matched(_frame(self.priority), frame.index)
            frame = frame.assign(**{key: scores[key] for key in scores.columns if key not in frame})
            others = (_origin(self.priority, _frame(self.priority)[ID_KEY].tolist()),)
        return Inventory(
            registrations=ordered(frame, self.version),
            standard=self.version,
            origin=_origin(self.registrations, frame.index.tolist(), others),
            interviews=self.interviews,
        )

    def whole_table(self) -> Table:
        """Registrations and scores as one table, for conversion to another version."""
        if self.priority is None:
            return self.registrations
        frame, _ = identified(_frame(self.registrations))
        scores = _matched(_frame(self.priority), frame.index)
        known = {match.key for match in self.registrations.labels}
        extra = [match for match in self.priority.labels if match.key in scores and match.key not in known]
        main = self.registrations
        return Table(
            file=main.file,
            sheet=main.sheet,
            orientation=main.orientation,
            header_lines=main.header_lines,
            version=main.version,
            by_key=False,
            labels=(*main.labels, *extra),
            lines=(*main.lines, *[0] * len(extra)),
            values=(*main.values, *(scores[match.key].fillna("").to_numpy(dtype=object) for match in extra)),
            entries=main.entries,
        )


def own_workbook(grids: Sequence[Grid]) -> OwnWorkbook | None:
    """The workbook when it is one of ours; None for any other. Raises InputError when a sheet of ours lost its ids."""
    by_name = {grid.sheet: grid for grid in grids}
    version = _version(by_name.get(REGISTRATIONS), by_name.get(EXPLANATION))
    if not version:
        return None
    ours = [name for name in SHEETS if name in by_name and _is_ours(by_name[name], name, version)]
    tables = {name: _table(by_name[name], name, version) for name in ours}
    _continue(tables, by_name.get(CONTINUED))
    priority = tables.get(PRIORITY)
    leftovers = [text for table in tables.values() for text in table.leftovers]
    leftovers += [
        text
        for grid in grids
        if grid.sheet not in {*ours, *_OURS}
        for text in everything(grid, "eigen blad; gaat niet mee naar de nieuwe inventaris")
    ]
    leftovers += _astray(tables[REGISTRATIONS], priority)
    return OwnWorkbook(
        version=version,
        registrations=tables[REGISTRATIONS],
        priority=priority,
        interviews=_interviews(tables.get(INTERVIEWS)),
        people=tables.get(INTERVIEWS),
        leftovers=tuple(leftovers),
        grids=by_name,
    )


def _version(grid: Grid | None, explanation: Grid | None) -> str:
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


def _is_ours(grid: Grid, sheet: SheetName, version: str) -> bool:
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


def _table(grid: Grid, sheet: SheetName, version: str) -> Table:
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
        name = key or title or f"Kolom {column_letters(position)}"
        base, number = title or name, 2
        while name in seen:
            name, number, key = f"{base} ({number})", number + 1, ""
        seen.add(name)
        labels.append(Match(title, name, "exact" if key else "own"))
    return labels


def _continue(tables: Mapping[SheetName, Table], grid: Grid | None) -> None:
    """Puts the texts together that were too long for one cell."""
    if grid is None or len(grid.columns) < 4:  # id, column, part, text
        return
    for identity, title, _, text in grid.rows[1:]:
        for table in tables.values():
            by_title = {match.label: texts for match, texts in zip(table.labels, table.values, strict=True)}
            ids = table.texts(ID_KEY).tolist()
            if title in by_title and identity in ids:
                by_title[title][ids.index(identity)] += text
                break


def _frame(table: Table) -> pd.DataFrame:
    return pd.DataFrame(
        {match.key: as_missing(texts) for match, texts in zip(table.labels, table.values, strict=True)},
        index=pd.RangeIndex(len(table.entries)),
        dtype="str",
    )


def _matched(scores: pd.DataFrame, ids: pd.Index) -> pd.DataFrame:
    """The scores by registration; of two rows with one id the first counts."""
    by_id = scores.dropna(subset=[ID_KEY]).drop_duplicates(ID_KEY).set_index(ID_KEY)
    return by_id.reindex(ids)


def _astray(registrations: Table, priority: Table | None) -> Iterator[Leftover]:
    """Rows of Prioritering that belong to no registration, or to one that has a row already."""
    if priority is None:
        return
    ids, _ = identified(_frame(registrations))
    known = set(ids.index)
    for position, identity in enumerate(priority.texts(ID_KEY)):
        if identity in known:
            known.discard(identity)
            continue
        for line, texts in zip(priority.lines, priority.values, strict=True):
            if texts[position]:
                yield Leftover(
                    file=priority.file,
                    sheet=priority.sheet,
                    cell=cell_address(int(priority.entries[position]), line),
                    text=texts[position],
                    why="hoort bij geen registratie",
                )


def _interviews(table: Table | None) -> pd.DataFrame:
    if table is None:
        return pd.DataFrame(columns=list(INTERVIEW_COLUMNS), dtype="str")
    frame = _frame(table)
    missing = pd.Series(np.nan, index=frame.index, dtype="str")
    own = [key for key in frame.columns if key not in INTERVIEW_COLUMNS]
    return pd.DataFrame({key: frame.get(key, missing) for key in [*INTERVIEW_COLUMNS, *own]})


def _origin(table: Table, ids: Sequence[str], others: tuple[Origin, ...] = ()) -> Origin:
    lines: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for match, line in zip(table.labels, table.lines, strict=True):
        lines[match.key] = (*lines[match.key], line)
    source = Source(
        file=table.file,
        sheet=table.sheet,
        orientation="rows",
        header_lines=table.header_lines,
        version=table.version,
        lines=dict(lines),
    )
    index = pd.Index(list(ids), name=ID_KEY, dtype="str")
    entries = pd.DataFrame({"source": 0, "line": table.entries}, index=index)
    return Origin(sources=(source,), entries=entries[~entries.index.duplicated()], others=others)
