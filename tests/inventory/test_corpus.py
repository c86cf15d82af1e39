"""Real files of the register: the right number of registrations, and no filled cell that is nowhere afterwards."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from algreg_lib.inventory import Import, import_files
from algreg_lib.inventory.layout import FIRST_ROW, REGISTRATIONS

pytestmark = pytest.mark.corpus

FILES = {
    "spreadsheets/Inventory-register-sheet_2022-12-09.xlsx": 95,
    "spreadsheets/Masterlijst_2022-12-13.xlsx": 96,
    "spreadsheets/Masterlijst_2022-12-20.xlsx": 109,
    "full-fields/pub_data_2023-05-09.json": 117,
    "full-fields/pub_data_2023-06-19.json": 130,
    "portal-export/derived-portal-export-mixed-versions.csv": 157,
    "portal-export/derived-portal-export-mixed-versions.xlsx": 157,
    "portal-export/derived-portal-export-one-1.0.csv": 1,
    "portal-export/derived-portal-export-one-1.0.xlsx": 1,
    "portal-export/mock-header-2024-v010.csv": 1,
    "portal-export/mock-header-2024-v040.csv": 1,
    "portal-export/mock-header-2024-v100.csv": 1,
    "vendor-templates-0.4/Centric.json": 7,
    "vendor-templates-0.4/PinkRoccade.json": 1,
    "vendor-templates-0.4/Procura.json": 1,
    "vendor-templates-1.0/BMconsultants.json": 1,
    "vendor-templates-1.0/Brickyard.json": 4,
    "vendor-templates-1.0/Centric.json": 7,
    "vendor-templates-1.0/Contec.json": 1,
    "vendor-templates-1.0/DocDirekt.json": 1,
    "vendor-templates-1.0/Gemeente Tilburg.json": 1,
    "vendor-templates-1.0/Nelen - Schuurmans.json": 1,
    "vendor-templates-1.0/Oribi.json": 1,
    "vendor-templates-1.0/PinkRoccade.json": 2,
    "vendor-templates-1.0/Xxllnc.json": 1,
    "vendor-templates-1.0/eData - eSpecialisten.json": 1,
    "national-register-2026-08-08.json": 1530,
    "national-register-history/national-register-2026-05-13.json": 1431,
    "national-register-history/national-register-2026-06-08.json": 1459,
    "api-shape/site-data-sample-2024-11-19.json": 4,
    "org-standard-templates/registration-v0.3.template.xlsx": 0,
    "org-standard-templates/registration-v0.3.1.template.xlsx": 0,
}

#: Sheet, then row and column in a workbook or CSV file; in JSON the list and the position of the record.
Cell = tuple[str, int, int, str]


@pytest.mark.parametrize(("name", "count"), FILES.items(), ids=FILES)
def test_a_real_file_keeps_all_its_registrations_and_every_filled_cell(name, count, corpus, tmp_path):
    source = corpus / name
    imported = import_files([source], tmp_path / "inventaris.xlsx")
    assert len(imported.inventory) == count
    found = _Written(imported)
    assert [cell for cell in _cells(source) if not found.holds(cell)] == []


def test_the_newest_registers_together_make_one_inventory_with_every_registration_once(corpus, tmp_path):
    sources = [corpus / name for name in FILES if name.startswith("full-fields")]
    imported = import_files(sources, tmp_path / "inventaris.xlsx")
    assert len(imported.inventory) == 247
    assert imported.inventory.registrations.index.is_unique


class _Written:
    """What stands in the two workbooks that an import wrote, read with another library than the import uses."""

    def __init__(self, imported: Import) -> None:
        target, report = imported.written[:2]
        self._rows = _registrations(target)
        book = openpyxl.load_workbook(report, read_only=True)
        self._before = {_plain(row[1]) for row in _rows(book, "Omgezet")}
        self._labels = {_plain(row[3]) for row in _rows(book, "Kolommen")}
        self._unplaced = {
            (row[1], cell, _plain(row[3])) for row in _rows(book, "Zonder plaats") for cell in row[2].split(", ")
        }
        origin = imported.inventory.origin
        self._lines = {
            (origin.sources[source].sheet, origin.sources[source].orientation, line): position
            for position, (source, line) in enumerate(origin.entries.itertuples(index=False))
        }

    def holds(self, cell: Cell) -> bool:
        sheet, row, column, text = cell
        plain = _plain(text)
        positions = [
            self._lines.get((sheet, "rows", row)),
            self._lines.get((sheet, "columns", column)),
            self._lines.get((sheet, "records", row)),
        ]
        if any(plain in self._rows[position] for position in positions if position is not None):
            return True
        if plain in self._before | self._labels:
            return True
        if sheet and column == 0:  # JSON: the place is a path that begins with the name of the list
            return any(where.startswith(sheet) and plain == other for _, where, other in self._unplaced)
        return (sheet, f"{get_column_letter(column)}{row}" if column else "", plain) in self._unplaced


def _registrations(target: Path) -> list[str]:
    book = openpyxl.load_workbook(target, read_only=True)
    rows = book[REGISTRATIONS].iter_rows(min_row=FIRST_ROW, values_only=True)
    return [" ¶ ".join(_plain(str(value)) for value in row if value is not None) for row in rows if any(row)]


def _rows(book: openpyxl.Workbook, sheet: str) -> list[tuple[str, ...]]:
    if sheet not in book.sheetnames:  # an empty part of the report has no sheet
        return []
    return [
        tuple("" if v is None else str(v) for v in row) for row in book[sheet].iter_rows(min_row=2, values_only=True)
    ]


def _plain(text: str) -> str:
    return " ".join(re.sub("[\u200b\u200c\u2060\ufeff\u00ad]", "", text).split())


def _cells(source: Path) -> Iterator[Cell]:
    found = {".xlsx": _workbook_cells, ".csv": _csv_cells, ".json": _json_cells}[source.suffix](source)
    return (cell for cell in found if _plain(cell[3]))


def _workbook_cells(source: Path) -> Iterator[Cell]:
    for sheet in openpyxl.load_workbook(source, data_only=True):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield sheet.title, cell.row, cell.column, _shown(cell.value)


def _shown(value: object) -> str:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _csv_cells(source: Path) -> Iterator[Cell]:
    with source.open(encoding="utf-8-sig", newline="") as handle:
        for row, texts in enumerate(csv.reader(handle), start=1):
            for column, text in enumerate(texts, start=1):
                yield "", row, column, text


def _json_cells(source: Path) -> Iterator[Cell]:
    content = json.loads(source.read_text(encoding="utf-8"))
    lists = {"": content} if isinstance(content, list) else content
    for name, part in lists.items():
        for position, record in enumerate(part if isinstance(part, list) else [part]):
            for text in _leaves(record):
                yield name, position, 0, text


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)
    elif value is not None:
        yield value if isinstance(value, str) else json.dumps(value)
