"""The values that a reader of workbooks gives, as the texts that a person sees."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from algreg_lib.inventory.grids.grid import Cells, Grid
from algreg_lib.inventory.grids.number_formats import shown

#: Larger whole numbers are shown with a power of ten, as Excel does.
_WHOLE: Final = 1e21


def formatted(rows: list[list[Any]], formats: Cells) -> Cells:
    """The texts that people see where the number format adds to the value."""
    there = {(r, c): code for (r, c), code in formats.items() if r < len(rows) and c < len(rows[r])}
    texts = {(r, c): shown(rows[r][c], code) for (r, c), code in there.items()}
    return {place: text for place, text in texts.items() if text is not None}


def grid_of(file: str, sheet: str, rows: list[list[Any]], raw: Cells) -> Grid:
    """The values as texts by column; `raw` has the texts of cells that the reader gets wrong."""
    columns: list[Sequence[str]] = [_texts(column) for column in zip(*rows, strict=True)]
    # Error cells are empty to the reader and long numbers lose digits, so their own text goes in.
    for column in {column for _, column in raw if column < len(columns)}:
        columns[column] = list(columns[column])
    for (row, column), text in raw.items():
        if column < len(columns) and row < len(rows):
            columns[column][row] = text  # type: ignore[index]  # a list, see above
    return Grid(file=file, sheet=sheet, columns=columns)


def _texts(values: tuple[Any, ...]) -> Sequence[str]:
    if set(map(type, values)) <= {str}:
        return values
    # By type too: True, 1 and 1.0 are one key to Python and three texts to a person.
    others = {(type(v), v): _text(v) for v in values if type(v) is not str}
    return [v if type(v) is str else others[type(v), v] for v in values]


def _text(value: object) -> str:
    """A cell's value as the text that a person sees: whole numbers without `.0`, dates as ISO, truth as in Excel."""
    match value:
        case bool():
            return "WAAR" if value else "ONWAAR"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < _WHOLE else f"{value:.15g}"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
    return str(value)
