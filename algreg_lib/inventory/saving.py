"""Saving one registration in the workbook that it came from, or a new one, with all else in that workbook as it was."""

import zipfile
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.errors import AlgregError, InputError, OutputError
from algreg_lib.files import replacing, sha256
from algreg_lib.inventory.grids import Grid, contents, lock_file
from algreg_lib.inventory.identity import identities
from algreg_lib.inventory.layout import ID_KEY, PRIORITY, REGISTRATIONS, SheetName, columns
from algreg_lib.inventory.model import Inventory
from algreg_lib.inventory.own_workbook import CONTINUED, OwnWorkbook, own_workbook
from algreg_lib.inventory.rewriting import write_with_texts
from algreg_lib.inventory.sheet_xml import Position
from algreg_lib.inventory.tables import Table
from algreg_lib.workbooks import CELL_LIMIT

#: Who changed a registration last, and when; filled in by saving.
CHANGED_BY: Final = "changed_by"
CHANGED_ON: Final = "changed_on"


@dataclass(frozen=True, kw_only=True)
class OpenWorkbook:
    """A workbook in our own shape as it stood when it was read, and the mark by which a later change is seen."""

    path: Path
    mark: str
    inventory: Inventory
    own: OwnWorkbook
    grids: Mapping[str, Grid]


def open_workbook(path: Path) -> OpenWorkbook:
    """The workbook, ready to save registrations in, in the version of the standard in which it was written.

    Raises InputError when it cannot be read, or is no Excel workbook in our own shape.
    """
    before = sha256(path) if path.is_file() else ""  # first, so that a change during the reading is seen as one
    grids = contents(path).grids
    own = own_workbook(grids) if zipfile.is_zipfile(path) else None
    if own is None:
        raise InputError(
            path,
            "dit is geen werkboek van algreg, dus hier kan het formulier niets in bewaren.",
            advice=f"Maak er eerst een werkboek van met: algreg import {path.name} -o inventaris.xlsx",
        )
    return OpenWorkbook(
        path=path, mark=before, inventory=own.inventory(), own=own, grids={grid.sheet: grid for grid in grids}
    )


def save_registration(
    opened: OpenWorkbook, registration_id: str, changes: Mapping[str, str], *, by: str, on: date
) -> OpenWorkbook:
    """The workbook as it stands after these fields got these texts; an empty text empties a field.

    Only the cells of these fields change, and those that tell who (`by`) and when (`on`). What the user added in the
    workbook stays: columns, sheets, formatting, comments, formulas and their outcomes. Before the new file takes the
    place of the old one, it is read back and compared.

    Raises AlgregError when there is no such registration, when nobody is named, when the workbook changed since it was
    opened, or a text does not fit in its cell; OutputError when the workbook is open in Excel or cannot be written.
    Then nothing has changed.
    """
    if registration_id not in opened.inventory.registrations.index:
        raise AlgregError(
            f"Er is geen registratie met ID '{registration_id}'.", advice="Lees het werkboek opnieuw en kies er een."
        )
    return _saved(opened, registration_id, changes, by=by, on=on)


def add_registration(opened: OpenWorkbook, texts: Mapping[str, str], *, by: str, on: date) -> tuple[OpenWorkbook, str]:
    """The workbook with a new registration below the others, and its id, made from its organisation and name.

    `texts` are by field, the name among them. Otherwise, and in what it raises, as `save_registration`; AlgregError
    too when the name is empty.
    """
    name = texts["name"].strip()
    if not name:
        raise AlgregError("De naam ontbreekt.", advice="Geef de registratie een naam. Die kunt u later veranderen.")
    new_id = _new_id(opened.inventory.registrations.index.tolist(), texts.get("organization", "").strip(), name)
    return _saved(opened, new_id, {**texts, "name": name}, by=by, on=on), new_id


def _new_id(known: list[str], organisation: str, name: str) -> str:
    """The id that reading would give this registration below the others."""
    before = [""] * len(known)
    ids, _ = identities(
        given=[*known, ""],
        source_ids=[*before, ""],
        lars=[*before, ""],
        organisations=[*before, organisation],
        names=[*before, name],
    )
    return ids[-1]


def _saved(
    opened: OpenWorkbook, registration_id: str, changes: Mapping[str, str], *, by: str, on: date
) -> OpenWorkbook:
    name = " ".join(by.split())
    if not name:
        raise AlgregError("Uw naam ontbreekt.", advice="Vul uw naam in, zodat collega's zien wie dit veranderde.")
    _refuse_open(opened.path)
    _refuse_changed(opened)
    texts = {key: _tidy(text) for key, text in changes.items()}
    texts |= {CHANGED_BY: name, CHANGED_ON: on.isoformat()}
    edits = _Edits(opened, registration_id)
    for key, text in texts.items():
        edits.put(key, text)
    try:
        with replacing(opened.path) as beside:
            write_with_texts(opened.path, beside, edits.texts, styled_as=edits.styled_as)
            _compare(opened.inventory, open_workbook(beside).inventory, registration_id, texts)
            _refuse_changed(opened)
    except OutputError as error:
        if isinstance(error.__cause__, PermissionError):
            raise _held(opened.path) from error
        raise
    return open_workbook(opened.path)


def _refuse_open(path: Path) -> None:
    office = path.with_name(f".~lock.{path.name}#")
    if lock_file(path).exists() or office.exists():
        raise _held(path)


def _held(path: Path) -> OutputError:
    return OutputError(
        path,
        "staat open in Excel of een ander programma, of u mag het niet veranderen.",
        advice="Er is niets bewaard. Sluit het bestand daar en bewaar dan opnieuw.",
    )


def _refuse_changed(opened: OpenWorkbook) -> None:
    if not opened.path.is_file() or sha256(opened.path) != opened.mark:
        raise AlgregError(
            f"Iemand heeft {opened.path.name} intussen veranderd.",
            advice="Er is niets bewaard. Lees het werkboek opnieuw en kijk of uw tekst nog klopt.",
        )


def _tidy(text: str) -> str:
    """The text as a cell holds it: one kind of line end, and nothing at all where it is only spaces."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines if lines.strip() else ""


class _Edits:
    """Collects which cells get which text, by sheet."""

    def __init__(self, opened: OpenWorkbook, registration_id: str) -> None:
        self.path = opened.path
        self.texts: dict[str, dict[Position, str]] = defaultdict(dict)
        self.styled_as: dict[str, dict[Position, Position]] = defaultdict(dict)
        self._opened = opened
        self._id = registration_id
        self._new_columns: dict[tuple[str, str], int] = {}
        own = opened.own
        at = np.flatnonzero(opened.inventory.registrations.index == registration_id)
        self._own_row = int(own.registrations.entries[at[0]]) if len(at) else _row_below(own.registrations)
        self._tables: dict[SheetName, Table] = {REGISTRATIONS: own.registrations}
        if own.priority is not None:
            self._tables[PRIORITY] = own.priority
        self._put_id(own.registrations, self._own_row)

    def put(self, key: str, text: str) -> None:
        """Gives a field its text. Raises AlgregError where that cannot be done without losing something."""
        table = self._table(key)
        row, column = self._row(table), self._column(table, key)
        self._refuse_too_long(table, key, text)
        if text or (row, column) not in self.texts[table.sheet]:
            self.texts[table.sheet][row, column] = text

    def _table(self, key: str) -> Table:
        for table in self._tables.values():
            if any(match.key == key for match in table.labels):
                return table
        version = self._opened.own.version
        for sheet, table in self._tables.items():
            if any(column.key == key for column in columns(sheet, version)):
                return table
        raise AlgregError(
            f"In {self.path.name} is geen blad waar dit veld op staat: {key}.",
            advice=f"Zet het blad {PRIORITY} terug in het werkboek en probeer opnieuw. Er is niets bewaard.",
        )

    def _row(self, table: Table) -> int:
        if table is self._tables[REGISTRATIONS]:
            return self._own_row
        ids = table.values[[match.key for match in table.labels].index(ID_KEY)].tolist()
        if self._id in ids:
            return int(table.entries[ids.index(self._id)])
        row = _row_below(table)
        self._put_id(table, row)
        return row

    def _put_id(self, table: Table, row: int) -> None:
        """Writes the id where it was empty: one that is made from the name would change with the name."""
        column = self._column(table, ID_KEY)
        grid = self._opened.grids[table.sheet]
        there = grid.columns[column - 1][row - 1] if row <= grid.height else ""
        if not there.strip():
            self.texts[table.sheet][row, column] = self._id

    def _column(self, table: Table, key: str) -> int:
        for match, line in zip(table.labels, table.lines, strict=True):
            if match.key == key:
                return line
        if (table.sheet, key) not in self._new_columns:
            width = len(self._opened.grids[table.sheet].columns)
            column = width + 1 + sum(sheet == table.sheet for sheet, _ in self._new_columns)
            self._new_columns[table.sheet, key] = column
            declared = columns(REGISTRATIONS if table is self._tables[REGISTRATIONS] else PRIORITY, table.version)
            title_row = table.header_lines[0]
            self.texts[table.sheet][title_row, column] = next(c.title for c in declared if c.key == key)
            self.styled_as[table.sheet][title_row, column] = (title_row, max(table.lines))
        return self._new_columns[table.sheet, key]

    def _refuse_too_long(self, table: Table, key: str, text: str) -> None:
        title = next((match.label for match in table.labels if match.key == key), key)
        if len(text.encode("utf-16-le", "surrogatepass")) // 2 > CELL_LIMIT:
            raise AlgregError(
                f"De tekst van '{title}' is langer dan een cel van Excel kan bevatten ({CELL_LIMIT} tekens).",
                advice="Maak de tekst korter. Er is niets bewaard.",
            )
        further = self._opened.grids.get(CONTINUED)
        if further is not None and any(list(row[:2]) == [self._id, title] for row in further.rows):
            raise AlgregError(
                f"De tekst van '{title}' gaat verder op het blad {CONTINUED}.",
                advice="Kort de tekst in Excel in, haal hem weg van dat blad en lees het werkboek opnieuw.",
            )


def _row_below(table: Table) -> int:
    return max([*map(int, table.entries), *table.header_lines]) + 1


def _compare(before: Inventory, after: Inventory, registration_id: str, texts: Mapping[str, str]) -> None:
    """Raises AlgregError unless the registrations differ in these texts of this one only."""
    expected = before.registrations.copy()
    for key, text in texts.items():
        if key not in expected:
            expected[key] = pd.Series(np.nan, index=expected.index, dtype="str")
        expected.loc[registration_id, key] = text or np.nan
    found = after.registrations.reindex(columns=expected.columns)
    same = found.equals(expected) and set(after.registrations.columns) == set(expected.columns)
    if not same or not after.interviews.equals(before.interviews):
        raise AlgregError(
            "Deze tekst kan niet zo worden bewaard dat al het andere in het werkboek gelijk blijft.",
            advice="Er is niets bewaard. Verander deze registratie in Excel.",
        )
