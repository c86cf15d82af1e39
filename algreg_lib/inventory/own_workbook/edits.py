"""Which cells of our own workbook get which text: collected by sheet, to be written in one go."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from algreg_lib.inventory.addresses import Position
from algreg_lib.inventory.layout import ID_KEY, NAME_KEY, PRIORITY, REGISTRATIONS, SheetName, columns, sheet_of
from algreg_lib.inventory.own_workbook.workbook import OwnWorkbook
from algreg_lib.inventory.table import Table

_OF_REGISTRATIONS: Final[tuple[SheetName, ...]] = (REGISTRATIONS, PRIORITY)


class Edits:
    """Collects texts for cells of a workbook: where a field stands, or would stand, and in which row.

    `texts` and `styled_as` are by sheet and cell, as `sheet_xml.with_texts` takes them.
    """

    def __init__(self, own: OwnWorkbook, ids: Iterable[str]) -> None:
        """`ids` are those of the registrations in the workbook, in the order of their rows."""
        self.texts: dict[SheetName, dict[Position, str]] = defaultdict(dict)
        self.styled_as: dict[SheetName, dict[Position, Position]] = defaultdict(dict)
        self._own = own
        self._lines = {
            name: {match.key: line for match, line in zip(table.labels, table.lines, strict=True)}
            for name, table in own.tables.items()
        }
        self._width = {name: len(own.grids[name].columns) for name in own.tables}
        self._below = {name: _row_below(table) for name, table in own.tables.items()}
        self._rows: dict[SheetName, dict[str, int]] = {
            REGISTRATIONS: dict(zip(ids, map(int, own.registrations.entries), strict=True)),
            PRIORITY: {} if own.priority is None else _rows_of_ids(own.priority),
        }

    def sheet(self, key: str) -> SheetName:
        """The sheet on which this field of a registration stands, or else belongs; the workbook may lack it."""
        there = (name for name in _OF_REGISTRATIONS if key in self._lines.get(name, ()))
        return next(there, sheet_of(key, self._own.version))

    def row(self, sheet: SheetName, identity: str) -> int:
        """The row of a registration; a new one has the first below the others.

        The id is written where it was empty: one that is made from the name would change with the name.
        """
        rows = self._rows[sheet]
        if identity not in rows:
            rows[identity] = self.new_row(sheet)
        if not self._text(sheet, rows[identity], ID_KEY).strip():
            self.put(sheet, rows[identity], ID_KEY, identity)
        return rows[identity]

    def new_row(self, sheet: SheetName) -> int:
        """The first row below all others, which is then taken."""
        self._below[sheet] += 1
        return self._below[sheet] - 1

    def added(self) -> dict[SheetName, tuple[int, int]]:
        """The sheets with rows that were not there: the row of their titles, and their last row."""
        last = {name: max(row for row, _ in self.texts[name]) for name in self._own.tables if self.texts.get(name)}
        return {
            name: (table.header_lines[0], last[name])
            for name, table in self._own.tables.items()
            if last.get(name, 0) >= _row_below(table)
        }

    def names_beside(self, sheet: SheetName) -> dict[Position, str]:
        """The names of registrations in new rows of a sheet that shows them beside the id, for the eye only."""
        column = _name_column(self._own, sheet)
        if column is None or NAME_KEY not in self._lines[REGISTRATIONS]:
            return {}
        first, id_line = _row_below(self._own.tables[sheet]), self._lines[sheet][ID_KEY]
        rows = self._rows[REGISTRATIONS]
        return {
            (row, column): self._text(REGISTRATIONS, rows[identity], NAME_KEY)
            for (row, line), identity in self.texts[sheet].items()
            if line == id_line and row >= first and identity in rows and not self._there(sheet, row, column).strip()
        }

    def put(self, sheet: SheetName, row: int, key: str, text: str) -> None:
        """Gives a field its text; a column that is not there yet comes behind the others."""
        place = row, self._column(sheet, key)
        if text or place not in self.texts[sheet]:  # an id that was just written is not emptied again
            self.texts[sheet][place] = text

    def _text(self, sheet: SheetName, row: int, key: str) -> str:
        line = self._lines[sheet][key]
        return self.texts[sheet].get((row, line), self._there(sheet, row, line))

    def _there(self, sheet: SheetName, row: int, line: int) -> str:
        """What stood in the cell when the workbook was read."""
        grid = self._own.grids[sheet]
        return grid.columns[line - 1][row - 1] if row <= grid.height and line <= len(grid.columns) else ""

    def _column(self, sheet: SheetName, key: str) -> int:
        lines = self._lines[sheet]
        if key not in lines:
            table = self._own.tables[sheet]
            title_row, last = table.header_lines[0], max(table.lines)
            self._width[sheet] += 1
            lines[key] = self._width[sheet]
            titles = {column.key: column.title for column in columns(sheet, self._own.version)}
            self.texts[sheet][title_row, lines[key]] = titles.get(key, key)
            self.styled_as[sheet][title_row, lines[key]] = (title_row, last)
        return lines[key]


def _row_below(table: Table) -> int:
    return max([*map(int, table.entries), *table.header_lines]) + 1


def _name_column(own: OwnWorkbook, sheet: SheetName) -> int | None:
    if sheet == REGISTRATIONS:
        return None
    wanted = next(column.title for column in columns(sheet, own.version) if column.key == NAME_KEY)
    title_row = own.tables[sheet].header_lines[0] - 1
    titles = [texts[title_row].strip().casefold() for texts in own.grids[sheet].columns]
    return titles.index(wanted.casefold()) + 1 if wanted.casefold() in titles else None


def _rows_of_ids(table: Table) -> dict[str, int]:
    """The row of each id; of two rows with one id the first counts, as in reading."""
    pairs = zip(table.texts(ID_KEY).tolist(), map(int, table.entries), strict=True)
    return dict(reversed(list(pairs)))
