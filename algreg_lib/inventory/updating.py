"""An inventory that grew, written into the workbook that people work in: only new texts, and all else as it stands."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from algreg_lib.errors import AlgregError
from algreg_lib.inventory.grids import Grid, contents
from algreg_lib.inventory.layout import (
    ID_KEY,
    INTERVIEWS,
    PRIORITY,
    REGISTRATIONS,
    SheetName,
    columns,
    sheet_of,
)
from algreg_lib.inventory.model import Inventory
from algreg_lib.inventory.own_workbook import CONTINUED, OwnWorkbook, own_workbook
from algreg_lib.inventory.rewriting import write_with_texts
from algreg_lib.inventory.sheet_xml import Position
from algreg_lib.inventory.tables import Table
from algreg_lib.inventory.workbook_parts import Unseen
from algreg_lib.workbooks import cell_texts


@dataclass(frozen=True, kw_only=True)
class Existing:
    """The workbook that stands at the target of an import."""

    path: Path
    own: OwnWorkbook
    grids: Mapping[str, Grid]
    inventory: Inventory
    unseen: tuple[Unseen, ...] = ()


def fits(existing: Existing, after: Inventory) -> bool:
    """Whether `after` can be written into the workbook: its sheets are there, and each text fits in a cell."""
    long = [
        text
        for frame in (after.registrations, after.interviews)
        for _, column in frame.items()
        for text in column
        if isinstance(text, str) and len(cell_texts(text)) > 1
    ]
    own = existing.own
    whole = own.priority is not None and (own.people is not None or after.interviews.empty)
    return not long and whole and CONTINUED not in existing.grids


def write_into(existing: Existing, after: Inventory, target: Path) -> None:
    """Writes a copy of the workbook in which `after` stands.

    `after` holds what the workbook holds, in the same order, with new registrations and interviews behind it, as
    `update` gives it. Raises AlgregError when a cell cannot get its new text, or the copy does not read as `after`.
    """
    edits = _Edits(existing)
    edits.put_registrations(after.registrations)
    edits.put_interviews(after.interviews)
    write_with_texts(existing.path, target, edits.texts, styled_as=edits.styled_as)
    written = own_workbook(contents(target).grids)
    if written is None or not _same(written.inventory(), after):
        raise AlgregError(
            f"{existing.path.name} kan niet zo worden bijgewerkt dat alles blijft wat erin staat.",
            advice="Er is niets veranderd. Importeer naar een nieuw bestand (kies met -o een andere naam).",
        )


def _same(found: Inventory, wanted: Inventory) -> bool:
    def filled(frame: pd.DataFrame, like: pd.DataFrame) -> pd.DataFrame:
        others = [key for key in frame.columns if key not in like]
        return frame.reindex(columns=[*like.columns, *others]).dropna(axis="columns", how="all").fillna("")

    registrations = filled(found.registrations, wanted.registrations).equals(
        filled(wanted.registrations, wanted.registrations)
    )
    return registrations and filled(found.interviews, wanted.interviews).equals(
        filled(wanted.interviews, wanted.interviews)
    )


class _Edits:
    """Collects which cells get which text, by sheet."""

    def __init__(self, existing: Existing) -> None:
        self.texts: dict[str, dict[Position, str]] = defaultdict(dict)
        self.styled_as: dict[str, dict[Position, Position]] = defaultdict(dict)
        self._existing = existing
        own = existing.own
        there = {REGISTRATIONS: own.registrations, PRIORITY: own.priority, INTERVIEWS: own.people}
        self._tables: dict[SheetName, Table] = {name: table for name, table in there.items() if table is not None}
        self._lines = {
            name: {match.key: line for match, line in zip(table.labels, table.lines, strict=True)}
            for name, table in self._tables.items()
        }
        self._width = {name: len(existing.grids[name].columns) for name in self._tables}

    def put_registrations(self, after: pd.DataFrame) -> None:
        """The texts that are new or other than they were, and an id for each registration on each sheet."""
        before = self._existing.inventory.registrations
        ids = [str(i) for i in after.index]
        rows = {
            REGISTRATIONS: self._rows(REGISTRATIONS, len(ids)),
            PRIORITY: self._rows_of_ids(ids),
        }
        for sheet, of_sheet in rows.items():
            for row, identity in zip(of_sheet, ids, strict=True):
                if not self._there(sheet, row, ID_KEY).strip():
                    self._put(sheet, row, ID_KEY, identity)
        for key in map(str, after.columns):
            sheet = self._sheet(key)
            old = before[key].tolist() if key in before else []
            for position, text in _differing(old, after[key].tolist()):
                self._put(sheet, rows[sheet][position], key, text)

    def put_interviews(self, after: pd.DataFrame) -> None:
        """The interviews that are new."""
        if INTERVIEWS not in self._tables:
            return
        known = len(self._existing.inventory.interviews)
        rows = self._rows(INTERVIEWS, len(after))
        for key in map(str, after.columns):
            for position, text in enumerate(after[key].tolist()):
                if position >= known and isinstance(text, str):
                    self._put(INTERVIEWS, rows[position], key, text)

    def _rows(self, sheet: SheetName, count: int) -> list[int]:
        """The rows of the entries of a sheet, and those below them for the new ones."""
        table = self._tables[sheet]
        known = [int(line) for line in table.entries]
        below = max([*known, *table.header_lines]) + 1
        return [*known, *range(below, below + count - len(known))]

    def _rows_of_ids(self, ids: list[str]) -> list[int]:
        table = self._tables[PRIORITY]
        line = [match.key for match in table.labels].index(ID_KEY)
        # of two rows with one id the first counts, as in reading
        known = dict(reversed(list(zip(table.values[line].tolist(), map(int, table.entries), strict=True))))
        below = max([*map(int, table.entries), *table.header_lines]) + 1
        new = iter(range(below, below + len(ids)))
        return [known[identity] if identity in known else next(new) for identity in ids]

    def _sheet(self, key: str) -> SheetName:
        for sheet in (REGISTRATIONS, PRIORITY):
            if key in self._lines[sheet]:
                return sheet
        return sheet_of(key, self._existing.own.version)

    def _there(self, sheet: SheetName, row: int, key: str) -> str:
        grid, line = self._existing.grids[sheet], self._lines[sheet].get(key)
        return grid.columns[line - 1][row - 1] if line is not None and row <= grid.height else ""

    def _put(self, sheet: SheetName, row: int, key: str, text: str) -> None:
        self.texts[sheet][row, self._column(sheet, key)] = text

    def _column(self, sheet: SheetName, key: str) -> int:
        lines = self._lines[sheet]
        if key not in lines:
            title_row, last = self._tables[sheet].header_lines[0], max(lines.values())
            self._width[sheet] += 1
            lines[key] = self._width[sheet]
            titles = {column.key: column.title for column in columns(sheet, self._existing.own.version)}
            self.texts[sheet][title_row, lines[key]] = titles.get(key, key)
            self.styled_as[sheet][title_row, lines[key]] = (title_row, last)
        return lines[key]


def _differing(old: list[object], new: list[object]) -> Iterator[tuple[int, str]]:
    for position, text in enumerate(new):
        if isinstance(text, str) and (position >= len(old) or text != old[position]):
            yield position, text
