"""Proof that the three files hold what they should: read back from the disk, before they are put in place."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any, Final

from algreg_lib.errors import OutputError
from algreg_lib.formulas import restored, restored_from_line
from algreg_lib.publication.copy import Copy
from algreg_lib.publication.shapes import bodies, in_one_line, readable_of
from algreg_lib.publication.workbook import REGISTRATIONS_SHEET

#: How Excel writes a sign that XML cannot hold; not every reader takes it back.
_EXCEL_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
#: Made one by one: of a large inventory all rows at once, twice, are hundreds of megabytes.
Rows = Iterable[Sequence[Any]]


def prove(copy: Copy, folder: Path) -> None:
    """Reads the files in the folder back. Raises OutputError for the first text that is not the one in the copy."""
    for suffix, reader in ((".xlsx", _book_rows), (".csv", _csv_rows), (".json", _json_rows)):
        path = folder / f"{copy.name}{suffix}"
        try:
            wrong = next(_differences(_meant(copy, suffix), reader(path)), None)
        except ValueError as error:  # what csv, json and unicode raise for a broken file
            raise _unlike(path, "onleesbaar") from error
        if wrong is not None:
            row, column = wrong
            title = copy.published.columns[column] if column < len(copy.published.columns) else column + 1
            raise _unlike(path, f"rij {row + 2}, veld {title}")


def _meant(copy: Copy, suffix: str) -> Rows:
    """What each cell has to say, by row; in JSON a cell is a text, a list, or nothing."""
    keys = [str(column) for column in copy.published.columns]
    if suffix == ".json":
        return ([body[key] for key in keys] for body in bodies(copy.published))
    said = readable_of if suffix == ".xlsx" else in_one_line
    rows = zip(*(copy.published[key].tolist() for key in keys), strict=True)
    return (
        [said(key, value) if isinstance(value, str) else "" for key, value in zip(keys, row, strict=True)]
        for row in rows
    )


def _book_rows(path: Path) -> Rows:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(path) as book:
            rows = book.get_sheet_by_name(REGISTRATIONS_SHEET).to_python()
    except CalamineError as error:
        raise ValueError(str(error)) from error
    return ([restored(str(cell)) for cell in row] for row in rows[1:])


def _csv_rows(path: Path) -> Rows:
    data = path.read_bytes()
    csv.field_size_limit(len(data) + 1)
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")
    return ([restored_from_line(cell) for cell in row] for row in islice(csv.reader(text), 1, None))


def _json_rows(path: Path) -> Rows:
    found = json.loads(path.read_bytes())
    return (list(body.values()) if isinstance(body, dict) else [body] for body in found)


def _differences(meant: Rows, found: Rows) -> Iterator[tuple[int, int]]:
    """Row and column (from 0) of each cell that says something else; a row too many or too few counts too."""
    for row, (left, right) in enumerate(zip_longest(meant, found, fillvalue=())):
        for column, (one, other) in enumerate(zip_longest(left, right)):
            if one != other and _plain(one) != _plain(other):
                yield row, column


def _plain(cell: object) -> object:
    return _EXCEL_ESCAPE.sub(lambda found: chr(int(found[1], 16)), cell) if isinstance(cell, str) else cell


def _unlike(path: Path, where: str) -> OutputError:
    return OutputError(
        path,
        f"wat op de schijf staat, is niet wat er moest staan ({where}).",
        advice="De nieuwe kopie is niet neergezet; de vorige staat er nog. Probeer het opnieuw. Gaat het weer mis? "
        "Controleer dan de schijf, of meld het bij de makers van algreg.",
    )
