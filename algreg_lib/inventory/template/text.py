"""Text in cells: any text, however long or odd, in a workbook that opens, and nothing of it lost."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from algreg_lib.workbooks import SURELY_FITS, cell_texts

#: Half of a surrogate pair is no character and breaks the XML.
_HALF: Final = re.compile("[\ud800-\udfff]")
#: Signs that XML cannot hold. XlsxWriter escapes them in a text, not in the outcome of a formula.
_UNSHOWN: Final = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_SHOWN: Final = 255


@dataclass
class Continued:
    """What did not fit in a cell: (registration, title of the column, number of the part, text)."""

    parts: list[tuple[str, str, str, str]] = field(default_factory=list)

    def first_part(self, text: str, registration_id: str, title: str) -> str:
        """The part of a text that fits in its cell; the rest is kept here."""
        first, *others = cell_texts(text)
        self.parts += [(registration_id, title, str(number), part) for number, part in enumerate(others, start=2)]
        return first


def write_texts(
    page: Any, column: int, first_row: int, texts: Iterable[Any], *, title: str, ids: list[str], continued: Continued
) -> tuple[int, int]:
    """Writes texts under each other (0-based); missing stays empty. Gives the longest length and its row, from 1.

    Of texts that are equally long the last one counts.
    """
    write, is_half = page.write_string, _HALF.search
    longest = at = 0
    for offset, text in enumerate(texts):
        if not isinstance(text, str) or not text:
            continue
        size = len(text)
        if size >= longest:
            longest, at = size, offset
        # This loop costs little more than a bare write: only what may not fit as it is, is looked at.
        if size <= SURELY_FITS and (text.isascii() or not is_half(text)):
            write(first_row + offset, column, text)
        else:
            write(first_row + offset, column, continued.first_part(text, ids[offset], title))
    return longest, first_row + at + 1


def shown(text: str) -> str:
    """A text for the eye only: one line, no more than a cell shows, without what XML cannot hold."""
    return _UNSHOWN.sub(" ", text[:_SHOWN])
