"""Text in cells: any text, however long or odd, in a workbook that opens, and nothing of it lost."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from algreg_lib.workbooks import CELL_LIMIT


@dataclass
class Continued:
    """What did not fit in a cell: (registration, title of the column, number of the part, text)."""

    parts: list[tuple[str, str, str, str]] = field(default_factory=list)

    def first_part(self, text: str, registration_id: str, title: str) -> str:
        """The part of a long text that fits in its cell; the rest is kept here."""
        first, *others = _pieces(text)
        self.parts += [(registration_id, title, str(number), part) for number, part in enumerate(others, start=2)]
        return first


def write_texts(
    page: Any, column: int, first_row: int, texts: Iterable[Any], *, title: str, ids: list[str], continued: Continued
) -> int:
    """Writes texts under each other (0-based); missing stays empty. Gives the length of the longest."""
    write = page.write_string
    longest = 0
    for offset, text in enumerate(texts):
        if not isinstance(text, str) or not text:
            continue
        longest = max(longest, len(text))
        # The usual text costs no more than a bare write; only what may not fit is looked at.
        if len(text) <= CELL_LIMIT // 2 and text.isascii():
            write(first_row + offset, column, text)
        else:
            write(first_row + offset, column, continued.first_part(_writable(text), ids[offset], title))
    return longest


def _writable(text: str) -> str:
    # Half of a surrogate pair is no character and breaks the XML. It is written as Excel names it: _xD800_.
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(f"_x{ord(sign):04X}_" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
    return text


def _pieces(text: str) -> list[str]:
    # Excel counts UTF-16 units, in which a sign outside the basic plane counts double.
    if len(text) <= CELL_LIMIT // 2:
        return [text]
    pieces, start, size = [], 0, 0
    for position, sign in enumerate(text):
        units = 2 if sign > "\uffff" else 1
        if size + units > CELL_LIMIT:
            pieces.append(text[start:position])
            start, size = position, 0
        size += units
    return [*pieces, text[start:]]
