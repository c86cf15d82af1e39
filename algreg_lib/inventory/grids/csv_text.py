"""The text of a CSV file and its columns: encoding and separator are found out, and never guessed in silence."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest
from pathlib import Path
from typing import Final, Literal

from algreg_lib.errors import InputError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig", None),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
#: Signs above ASCII that Dutch office texts hold; anything else means that Windows-1252 is not certain.
_DUTCH: Final = frozenset("áàâäãåéèêëíìîïóòôöõúùûüýÿñçßæøœÁÀÂÄÅÉÈÊËÍÎÏÓÔÖØÚÛÜÇÑ‘’“”„–—…•·€£§©®™°±²³µ½¼¾«»\xa0´`¨¬")
_SEPARATORS: Final = (",", ";", "\t", "|")
_HINT: Final = re.compile(r"sep=(.)\r?\n")
_LONGEST_CELL: Final = 2**31 - 1  #: the whole file is in memory already


def decoded(path: Path) -> tuple[str, str | None]:
    """The text of the file, and the encoding when that is not UTF-8. Raises InputError when it is not certain."""
    raw = path.read_bytes()
    for mark, codec, name in _MARKS:
        if raw.startswith(mark):
            return _strict(path, raw, codec), name
    if b"\0" in raw:
        raise _unreadable(path)
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError:
        text = _strict(path, raw, "cp1252")
    if not {sign for sign in set(text) if sign > "\x7f"} <= _DUTCH:
        raise _unreadable(path)
    return text, "Windows-1252"


def _strict(path: Path, raw: bytes, codec: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> InputError:
    return InputError(
        path,
        "de letters in dit bestand zijn niet te lezen (onbekende tekencodering, of geen tekstbestand).",
        advice="Open het in Excel en kies Opslaan als, type 'CSV UTF-8' of 'Excel-werkmap (.xlsx)'.",
    )


def columns(text: str) -> list[Sequence[str]]:
    """The cells by column, `""` where a row is short. Separator: the one by which the most rows have one width.

    With a quote left open all that follows would be one cell; then every line is taken as it stands.
    """
    rows = _rows(text) if quotes_close(text) else _rows(text, quoting=csv.QUOTE_NONE)
    return list(zip_longest(*rows, fillvalue=""))


def quotes_close(text: str) -> bool:
    """Whether every quote that opens a cell also closes it: a line put behind the text is then a line of its own."""
    if '"' not in text:
        return True
    end = "\x00einde"
    rows = list(_rows(f"{text}\n{end}"))
    return rows[-1] == [end]


def _rows(text: str, *, quoting: Literal[0, 3] = csv.QUOTE_MINIMAL) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), quoting=quoting)


def _separator(text: str) -> str:
    if (hint := _HINT.match(text)) is not None:  # Excel writes and reads such a first line
        return hint[1]
    head = text[:200_000]
    return max(_SEPARATORS, key=lambda separator: _steady_width(head, separator))


def _steady_width(head: str, separator: str) -> tuple[int, int]:
    """How many rows share the most usual width, and that width; nothing for a separator that separates nothing."""
    try:
        rows = list(islice(csv.reader(io.StringIO(head, newline=""), delimiter=separator), 20))
    except csv.Error:
        return (0, 0)
    # The last row may be cut off; titles above the table are narrow.
    widths = Counter(len(row) for row in rows[:-1] or rows if len(row) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))
