"""A workbook in our own shape (see layout.py), read back exactly as it stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.inventory.addresses import cell_address
from algreg_lib.inventory.grids import Grid
from algreg_lib.inventory.identity import identified
from algreg_lib.inventory.layout import (
    CONTINUED,
    EXPLANATION,
    ID_KEY,
    INTERVIEWS,
    LISTS,
    PRIORITY,
    REGISTRATIONS,
    SHEETS,
    SheetName,
)
from algreg_lib.inventory.model import INTERVIEW_COLUMNS, Inventory, Origin, Source, ordered
from algreg_lib.inventory.own_workbook.sheets import as_frame, is_ours, sheet_table, version_of
from algreg_lib.inventory.table import Leftover, Table, everything

#: Sheets that the template itself fills; what stands there is not of the user.
_OURS: Final = frozenset({EXPLANATION, LISTS, CONTINUED})


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
        frame, _ = identified(as_frame(self.registrations))
        others: tuple[Origin, ...] = ()
        if self.priority is not None:
            scores = _matched(as_frame(self.priority), frame.index)
            frame = frame.assign(**{key: scores[key] for key in scores.columns if key not in frame})
            others = (_origin(self.priority, as_frame(self.priority)[ID_KEY].tolist()),)
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
        frame, _ = identified(as_frame(self.registrations))
        scores = _matched(as_frame(self.priority), frame.index)
        known = {match.key for match in self.registrations.labels}
        extra = [match for match in self.priority.labels if match.key in scores and match.key not in known]
        main = self.registrations
        return replace(
            main,
            labels=(*main.labels, *extra),
            lines=(*main.lines, *[0] * len(extra)),
            values=(*main.values, *(scores[match.key].fillna("").to_numpy(dtype=object) for match in extra)),
        )


def own_workbook(grids: Sequence[Grid]) -> OwnWorkbook | None:
    """The workbook when it is one of ours; None for any other. Raises InputError when a sheet of ours lost its ids."""
    by_name = {grid.sheet: grid for grid in grids}
    version = version_of(by_name.get(REGISTRATIONS), by_name.get(EXPLANATION))
    if not version:
        return None
    ours = [name for name in SHEETS if name in by_name and is_ours(by_name[name], name, version)]
    tables = {name: sheet_table(by_name[name], name, version) for name in ours}
    _continue(tables, by_name.get(CONTINUED))
    priority = tables.get(PRIORITY)
    leftovers = [
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


def _continue(tables: Mapping[SheetName, Table], grid: Grid | None) -> None:
    """Puts the texts together that were too long for one cell, in the tables that were just made."""
    if grid is None or len(grid.columns) < 4:  # id, column, part, text
        return
    for identity, title, _, text in grid.rows[1:]:
        for table in tables.values():
            by_title = {match.label: texts for match, texts in zip(table.labels, table.values, strict=True)}
            ids = table.texts(ID_KEY).tolist()
            if title in by_title and identity in ids:
                by_title[title][ids.index(identity)] += text
                break


def _matched(scores: pd.DataFrame, ids: pd.Index) -> pd.DataFrame:
    """The scores by registration; of two rows with one id the first counts."""
    by_id = scores.dropna(subset=[ID_KEY]).drop_duplicates(ID_KEY).set_index(ID_KEY)
    return by_id.reindex(ids)


def _astray(registrations: Table, priority: Table | None) -> Iterator[Leftover]:
    """Rows of Prioritering that belong to no registration, or to one that has a row already."""
    if priority is None:
        return
    ids, _ = identified(as_frame(registrations))
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
    frame = as_frame(table)
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
