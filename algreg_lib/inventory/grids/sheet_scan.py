"""What stands in the XML of one sheet beside its values: hidden rows and columns, formulas, merged cells, errors.

The XML is read in pieces and searched, never built up as a tree: at 100,000 rows a sheet is hundreds of megabytes.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Final

from algreg_lib.inventory.addresses import LAST_ROW, column_letters, column_number
from algreg_lib.inventory.grids.grid import MERGED, Cells, Unseen

_PIECE: Final = 1 << 22
_MANY_ROWS: Final = 100_000
_TAG: Final = re.compile(rb"<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")
_SINGLE_QUOTED: Final = re.compile(rb"='([^'\"]*)'")

_HIDDEN_ROW: Final = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_HIDDEN_COLUMN: Final = re.compile(rb'<(?:\w+:)?col\b(?=[^>]*\bhidden="(?:1|true)")[^>]*>')
_BOUNDS: Final = re.compile(rb'\b(min|max)="(\d+)"')
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+\d+(?::[A-Z]+\d+)?)"')
_LAST_ROW: Final = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
_WIDE_CELL: Final = re.compile(rb'\br="([A-Z]{3,})\d+"[^>]*[^/]>')
_FAR_ROW: Final = re.compile(rb'\br="[A-Z]*([1-9]\d{6,})"')
_FILLED_CELL: Final = re.compile(rb'\br="([A-Z]+)\d+"[^>]*[^/]>')
_CELL: Final = rb'<(?:\w+:)?c\b(?=[^>]*?\br="([A-Z]+)(\d+)")'
_FORMULA: Final = re.compile(
    _CELL + rb"[^>]*>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*(<(?:\w+:)?v>|<(?:\w+:)?is>)?"
)
_ERROR: Final = re.compile(_CELL + rb'(?=[^>]*\bt="e")[^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<', re.DOTALL)
#: Cheap looks that tell whether the dear searches can find anything.
_DIGITS: Final = re.compile(rb"v>[-0-9]{16}")
_THREE_LETTERS: Final = re.compile(rb'"[A-Z]{3,}\d')
_LONG_NUMBER: Final = re.compile(
    _CELL + rb'(?![^>]*\bt="(?!n"))[^>]*>(?:<(?:\w+:)?f\b[^<]*</(?:\w+:)?f>)?<(?:\w+:)?v>(-?\d{16,})</'
)


def pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that end behind a row, so that no cell is cut in two."""
    rest = b""
    with archive.open(part) as handle:
        while chunk := handle.read(_PIECE):
            chunk = rest + chunk
            cut = max(chunk.rfind(b"</row>"), chunk.rfind(b":row>"))
            if cut < 0:
                rest = chunk
                continue
            cut = chunk.index(b">", cut) + 1
            yield _double_quoted(chunk[:cut])
            rest = chunk[cut:]
    yield _double_quoted(rest)


def widest(archive: zipfile.ZipFile, part: str, rows: int) -> int:
    """The last column that holds anything; only looked up where rows times columns could become too much."""
    if rows <= _MANY_ROWS:
        return 1
    letters = {found for piece in pieces(archive, part) for found in set(_FILLED_CELL.findall(piece))}
    return max((column_number(found.decode()) for found in letters), default=1)


def _double_quoted(piece: bytes) -> bytes:
    """The piece with every attribute between double quotes; some programs write single ones."""
    if b"='" not in piece:
        return piece
    return _TAG.sub(lambda tag: _SINGLE_QUOTED.sub(rb'="\1"', tag[0]), piece)


class SheetScan:
    """Collects from the pieces of one sheet; each search is skipped where a cheap look shows that it finds nothing."""

    def __init__(self, formats: Mapping[bytes, str]) -> None:
        self.last_row = 0
        self.last_column = 0  #: only counted when it is beyond ZZ; nearly no sheet is that wide
        self.raw: Cells = {}
        self.formats: Cells = {}
        self._codes = formats
        self._marks = tuple(b's="%b"' % style for style in formats)
        styles = b"|".join(formats)
        self._formatted = re.compile(_CELL + rb'(?=[^>]*\bs="(' + styles + rb')")[^>]*[^/]>')
        self._rows: list[int] = []
        self._columns: list[str] = []
        self._merged: list[str] = []
        self._errors: list[tuple[str, str]] = []
        self._empty_formulas: list[tuple[str, str]] = []
        self._formulas: dict[bytes, list[tuple[int, str]]] = {}

    def take(self, piece: bytes) -> None:
        """Adds what is in a piece that ends behind a row."""
        self._extent(piece)
        if b'hidden="' in piece:
            self._hidden(piece)
        if b"mergeCell" in piece:
            self._merged += [ref.decode() for ref in _MERGED.findall(piece)]
        if b"</f>" in piece or b"<f " in piece or b":f>" in piece or b"<f/>" in piece:
            self._take_formulas(piece)
        if any(mark in piece for mark in self._marks):
            for letters, row, style in self._formatted.findall(piece):
                self.formats[int(row) - 1, column_number(letters.decode()) - 1] = self._codes[style]
        self._take_raw(piece)

    def _take_raw(self, piece: bytes) -> None:
        if b't="e"' in piece:
            for letters, row, text in _ERROR.findall(piece):
                self._errors.append((f"{letters.decode()}{row.decode()}", text.decode()))
                self.raw[int(row) - 1, column_number(letters.decode()) - 1] = text.decode()
        if _DIGITS.search(piece) is not None:
            for letters, row, digits in _LONG_NUMBER.findall(piece):
                self.raw[int(row) - 1, column_number(letters.decode()) - 1] = digits.decode()

    def _extent(self, piece: bytes) -> None:
        filled = max(piece.rfind(mark) for mark in (b"<v>", b":v>", b"<is>", b":is>"))
        start = max(piece.rfind(b"<row ", 0, filled + 1), piece.rfind(b":row ", 0, filled + 1), 1) - 1
        if filled >= 0 and (last := _LAST_ROW.search(piece, start)) is not None:
            self.last_row = max(self.last_row, int(last[1]))
        if _FAR_ROW.search(piece) is not None:  # no sheet of Excel has it, so it is no empty formatted row either
            far = max(int(row) for row in _FAR_ROW.findall(piece))
            self.last_row = max(self.last_row, far if far > LAST_ROW else 0)
        if _THREE_LETTERS.search(piece) is not None:
            wide = (column_number(letters.decode()) for letters in set(_WIDE_CELL.findall(piece)))
            self.last_column = max(self.last_column, *wide, 0)

    def _hidden(self, piece: bytes) -> None:
        self._rows += [int(row) for row in _HIDDEN_ROW.findall(piece)]
        for column in _HIDDEN_COLUMN.findall(piece):
            bounds = {name: column_letters(int(number)) for name, number in _BOUNDS.findall(column)}
            self._columns.append(f"{bounds.get(b'min', '')}:{bounds.get(b'max', '')}")

    def _take_formulas(self, piece: bytes) -> None:
        for letters, row, formula, stored in _FORMULA.findall(piece):
            text = f"={_unescaped(formula)}" if formula else "(gedeelde formule)"
            if stored:
                self._formulas.setdefault(letters, []).append((int(row), text))
            else:
                self._empty_formulas.append((f"{letters.decode()}{row.decode()}", text))

    def unseen(self, sheet: str) -> Iterator[Unseen]:
        """What was collected, rows and formulas taken together per range."""
        yield from (Unseen(sheet, "verborgen rijen", where) for where in _ranges(self._rows))
        yield from (Unseen(sheet, "verborgen kolommen", where) for where in self._columns)
        yield from (Unseen(sheet, MERGED, where) for where in self._merged)
        yield from (Unseen(sheet, "foutwaarde", where, text) for where, text in self._errors)
        yield from (Unseen(sheet, "formule zonder waarde", where, text) for where, text in self._empty_formulas)
        for letters, found in self._formulas.items():
            name = letters.decode()
            numbers = _ranges([row for row, _ in found])
            where = ", ".join(":".join(f"{name}{row}" for row in part.split(":")) for part in numbers)
            yield Unseen(sheet, "formule", where, found[0][1])


def _ranges(numbers: list[int]) -> list[str]:
    """Runs of following numbers: [2, 3, 4, 9] gives `2:4` and `9`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [str(first) if first == last else f"{first}:{last}" for first, last in runs]


def _unescaped(formula: bytes) -> str:
    text = formula.decode("utf-8", "replace")
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(name, sign)
    return text
