"""The sheets of a workbook and the rows of a CSV file, as plain grids of text, whatever the file."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from algreg_lib.errors import InputError
from algreg_lib.inventory.addresses import LAST_COLUMN, LAST_ROW, column_number, corners
from algreg_lib.inventory.grids import csv_text
from algreg_lib.inventory.grids.grid import MERGED, Contents, Grid, Unseen
from algreg_lib.inventory.grids.package import damaged
from algreg_lib.inventory.grids.unseen import VALUES_ONLY, scanned
from algreg_lib.inventory.grids.values import formatted, grid_of

WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods"})
_READ: Final = WORKBOOKS | {".csv", ".json"}
_NAMED: Final = 6
_OPEN_IN_EXCEL: Final = (
    "Dit bestand staat open in Excel of een ander programma. Gelezen is wat het laatst is opgeslagen; sla het op en "
    "importeer opnieuw als u daarna nog iets hebt veranderd."
)
_OPEN_QUOTE: Final = (
    "In dit bestand wordt een aanhalingsteken geopend en niet gesloten. Daarom is elke regel gelezen zoals hij er "
    "staat, met de aanhalingstekens. Kijk of de regels kloppen."
)
#: What people take for a list by accident, by its first bytes.
_NO_LISTS: Final = {
    b"%PDF": "een pdf-bestand",
    b"\x89PNG": "een plaatje",
    b"\xff\xd8\xff": "een foto",
    b"{\\rtf": "een tekstdocument",
    b"<html": "een webpagina",
    b"<!DOCT": "een webpagina",
    b"<?xml": "een XML-bestand",
}
_FIRST_CELL: Final = re.compile(r"([A-Z]*)(\d*)")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_CELLS: Final = 80_000_000


def lock_beside(path: Path) -> Path | None:
    """The file that Excel or LibreOffice lays beside a workbook for as long as it has it open; None when none is."""
    locks = (path.with_name(name) for name in (f"~${path.name}", f".~lock.{path.name}#"))
    return next((lock for lock in locks if lock.exists()), None)


def contents(path: Path) -> Contents:
    """The grids of a workbook or CSV file. Raises InputError when it is something else, damaged or protected."""
    found = _contents(path)
    return replace(found, remarks=(_OPEN_IN_EXCEL, *found.remarks)) if lock_beside(path) is not None else found


def _contents(path: Path) -> Contents:
    head = _head(path)
    if head.startswith(b"PK\x03\x04"):
        return _workbook(path)
    if head.startswith(_OLE):
        return _old_workbook(path)
    if path.suffix.lower() in WORKBOOKS:
        raise InputError(
            path,
            "dit is geen Excel-bestand, al heet het wel zo.",
            advice="Open het in Excel en sla het op als Excel-werkmap (.xlsx).",
        )
    if (what := next((what for start, what in _NO_LISTS.items() if head.startswith(start)), "")) != "":
        raise InputError(path, f"dit is {what}, geen lijst.", advice="Vraag de lijst als Excel-werkmap (.xlsx) of CSV.")
    text, encoding = csv_text.decoded(path)
    remarks = [] if encoding is None else [f"Dit bestand is gelezen als {encoding}, niet als UTF-8."]
    if not csv_text.quotes_close(text):
        remarks.append(_OPEN_QUOTE)
    return Contents(grids=(Grid(file=path.name, sheet="", columns=csv_text.columns(text)),), remarks=tuple(remarks))


def _head(path: Path) -> bytes:
    if path.is_dir():
        raise InputError(path, "dit is een map, geen bestand.", advice=_files_of(path))
    if path.name.startswith("~$"):
        raise InputError(
            path,
            "dit is geen lijst, maar een hulpbestand van Excel voor een werkmap die openstaat.",
            advice="Laat dit bestand weg, of sluit Excel en probeer opnieuw.",
        )
    try:
        with path.open("rb") as handle:
            head = handle.read(8)
    except FileNotFoundError as error:
        raise InputError(path, "dit bestand bestaat niet.", advice="Controleer de naam en de map.") from error
    except OSError as error:
        raise InputError(
            path,
            f"kan niet worden geopend ({error.strerror}).",
            advice="Controleer of het een bestand is dat u mag lezen, en of een ander programma het vasthoudt.",
        ) from error
    if not head:
        raise InputError(path, "dit bestand is leeg.", advice="Kies het bestand met uw algoritmes erin.")
    return head


def _files_of(folder: Path) -> str:
    """What to type instead of the folder, with the names of files that could be meant."""
    names = sorted(p.name for p in folder.iterdir() if p.suffix.lower() in _READ and not p.name.startswith(("~$", ".")))
    if not names:
        return "Noem de bestanden met uw algoritmes zelf; in deze map staat geen Excel-, CSV- of JSON-bestand."
    more = f", en nog {len(names) - _NAMED} andere" if len(names) > _NAMED else ""
    return f"Noem de bestanden die u wilt inlezen. In deze map staan: {', '.join(names[:_NAMED])}{more}."


def _workbook(path: Path) -> Contents:
    parts = scanned(path)
    for sheet, (rows, columns) in parts.extents.items():
        outside = rows > LAST_ROW or columns > LAST_COLUMN
        if outside or rows * columns > _MOST_CELLS:
            raise InputError(
                path,
                f"op blad '{sheet}' staat een losse waarde ver buiten de tabel (rij {rows}, kolom {columns}).",
                advice="Haal die waarde weg (Ctrl+End springt erheen), sla op en probeer opnieuw.",
            )
    grids = tuple(
        grid_of(path.name, name, rows, parts.raw_cells.get(name, {}) | formatted(rows, parts.formats.get(name, {})))
        for name, rows in _sheets(path)
    )
    by_name = {grid.sheet: grid for grid in grids}
    unseen = tuple(told for u in parts.unseen if (told := _worth_telling(u, by_name.get(u.sheet))) is not None)
    return Contents(
        grids=tuple(replace(grid, merged=_merged(unseen, grid.sheet)) for grid in grids),
        unseen=unseen,
        remarks=parts.remarks,
    )


def _merged(unseen: Sequence[Unseen], sheet: str) -> dict[str, tuple[int, int, int, int]]:
    found = {}
    for cell in unseen:
        if cell.sheet == sheet and cell.kind == MERGED:
            (top, left), (bottom, right) = corners(cell.where)
            found[cell.where] = (top - 1, left - 1, bottom - 1, right - 1)
    return found


def _worth_telling(unseen: Unseen, grid: Grid | None) -> Unseen | None:
    """What was found, with its text; None when it is about cells that hold nothing, as below and beside most tables."""
    if grid is None or unseen.kind not in {"verborgen rijen", "verborgen kolommen", MERGED}:
        return unseen
    found = _FIRST_CELL.match(unseen.where)
    letters, digits = found.groups() if found else ("", "")
    row, column = int(digits or 1) - 1, column_number(letters or "A") - 1
    if row >= grid.height or column >= len(grid.columns):
        return None
    if unseen.kind != MERGED:
        return unseen
    text = grid.columns[column][row]
    return replace(unseen, text=text) if text.strip() else None


def _old_workbook(path: Path) -> Contents:
    if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e" in path.read_bytes():
        raise _protected(path)
    grids = tuple(grid_of(path.name, name, rows, {}) for name, rows in _sheets(path))
    return Contents(grids=grids, remarks=(VALUES_ONLY,))


def _sheets(path: Path) -> list[tuple[str, list[list[Any]]]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

    try:
        with CalamineWorkbook.from_path(path) as book:
            return [
                (sheet.name, book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False))
                for sheet in book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet
            ]
    except PasswordError as error:
        raise _protected(path) from error
    except (CalamineError, OSError, ValueError) as error:
        raise damaged(path) from error


def _protected(path: Path) -> InputError:
    return InputError(
        path,
        "dit bestand is beveiligd met een wachtwoord.",
        advice="Haal in Excel het wachtwoord eraf (Bestand, Info, Werkmap beveiligen) en probeer opnieuw.",
    )
