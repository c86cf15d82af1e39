"""Excel's addresses of cells: `C14` is row 14, column 3, both counted from 1."""

import re
from functools import cache
from typing import Final

#: 1-based row and column.
Position = tuple[int, int]
#: The size of a sheet.
LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384

_ADDRESS: Final = re.compile(r"([A-Z]+)(\d+)")


def cell_address(row: int, column: int) -> str:
    """Excel's address of a cell from its 1-based row and column: (14, 3) is `C14`."""
    return f"{column_letters(column)}{row}"


@cache
def column_letters(column: int) -> str:
    """Excel's letters of a 1-based column: 28 is `AB`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@cache
def column_number(letters: str) -> int:
    """The 1-based number of a column from its letters: `AB` is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def position(address: str) -> Position:
    """Row and column of a cell: `C14` and `$C$14` are (14, 3). Raises ValueError when it is no address of a cell."""
    found = _ADDRESS.fullmatch(address.replace("$", ""))
    if found is None:
        raise ValueError(f"no address of a cell: {address}")
    return int(found[2]), column_number(found[1])


def corners(reference: str) -> tuple[Position, Position]:
    """The first and last cell of a range: `B2:C4`, or one cell. Raises ValueError when it is neither."""
    first, _, last = reference.partition(":")
    return position(first), position(last or first)
