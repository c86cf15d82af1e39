"""What CSV and JSON files give away: text that runs as a formula, or stands where no reader looks."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from algreg_lib.errors import InputError
from algreg_lib.formulas import is_formula_like
from algreg_lib.inventory import cell_address
from algreg_lib.publication.inspection.traces import Trace

_SEPARATORS: Final = (",", ";", "\t")
#: At which a Dutch or a copying spreadsheet splits a line, also inside a text, whatever the file itself splits at.
_DUTCH_SEPARATORS: Final = frozenset({";", "\t"})
_QUOTED: Final = re.compile(r'"(?:[^"]|"")*"')
_NUMBER: Final = re.compile(r"[+-]?\d+([.,]\d+)*")
#: Signs without a line end or another space: what comes after this many is beyond every screen.
_MANY_ROWS: Final = 20
_GAP: Final = re.compile(r"[^\S\n]{60,}\S|(?:[^\S\n]*\n){20,}\s*\S")


class Pairs(NamedTuple):
    """A JSON object as it stands in the file, with names that come twice."""

    pairs: tuple[tuple[str, Any], ...]


def csv_traces(text: str) -> Iterator[Trace]:
    """Cells that a spreadsheet runs as a formula, and texts beside, before or far below the table."""
    first = _QUOTED.sub("", text.partition("\n")[0])
    separator = max(_SEPARATORS, key=first.count)
    csv.field_size_limit(max(len(text), csv.field_size_limit()))  # of the whole process, so never less
    rows = list(_rows(text, separator))
    formulas = {number for number, cells in enumerate(rows, start=1) if any(map(_is_formula, cells))}
    yield from _outside_table(rows)
    for number in sorted(formulas):
        for column, cell in enumerate(rows[number - 1], start=1):
            if _is_formula(cell):
                yield Trace("formule", cell=cell_address(number, column), value=cell)
    for other in _DUTCH_SEPARATORS - {separator}:
        for number, cells in enumerate(_rows(text, other), start=1):
            if number not in formulas:
                yield from (Trace("formule", cell=f"regel {number}", value=cell) for cell in cells if _is_formula(cell))


def _outside_table(rows: list[list[str]]) -> Iterator[Trace]:
    """Texts above, beside and below the columns that have a title, or so far away that nobody scrolls there."""
    top, width = _titles(rows)
    empty = 0
    for number, cells in enumerate(rows, start=1):
        lost = number <= top or empty >= _MANY_ROWS
        for column, cell in enumerate(cells, start=1):
            if cell.strip() and (lost or column > width or _GAP.search(cell)):
                yield Trace("buiten-tabel", cell=cell_address(number, column), value=" ".join(cell.split()))
        empty = 0 if any(cell.strip() for cell in cells) else empty + 1


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _titles(rows: list[list[str]]) -> tuple[int, int]:
    """How many rows stand above the titles, and how many columns have one. Titles are the first row of usual length."""
    lengths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    usual = max(lengths, key=lambda length: (lengths[length], -length), default=0)
    top = next((place for place, row in enumerate(rows) if len(row) >= usual and any(map(str.strip, row))), 0)
    titled = [place for place, title in enumerate(rows[top], start=1) if title.strip()] if rows else []
    return top, max(titled, default=0)


def _is_formula(cell: str) -> bool:
    """A plain number below zero is none."""
    return not cell.startswith("'") and is_formula_like(cell) and not _NUMBER.fullmatch(cell.strip())


def json_content(path: Path, text: str) -> Any:
    """What a JSON file says, with every pair of an object as `Pairs`. Raises InputError when it is broken."""
    try:
        return json.loads(text, object_pairs_hook=lambda pairs: Pairs(tuple(pairs)))
    except (ValueError, RecursionError) as error:
        raise InputError(
            path, "is geen geldige JSON.", advice="Maak het bestand opnieuw; misschien is het afgebroken."
        ) from error


def json_traces(content: Any) -> Iterator[Trace]:
    """Names that an object has twice: a reader keeps one, and the other value stays in the file."""
    for value in _values(content):
        if isinstance(value, Pairs):
            names = Counter(name for name, _ in value.pairs)
            yield from (Trace("dubbele-sleutel", value=name) for name, count in names.items() if count > 1)


def json_texts(content: Any) -> Iterator[str]:
    """Every name and text in it."""
    for value in _values(content):
        if isinstance(value, str):
            yield value


def _values(content: Any) -> Iterator[Any]:
    yield content
    if isinstance(content, Pairs):
        for name, value in content.pairs:
            yield name
            yield from _values(value)
    elif isinstance(content, list):
        for value in content:
            yield from _values(value)
