"""New texts in cells of a sheet's XML, with every other byte left as it stands.

A library that reads a workbook and writes it again drops what it does not know (sparklines, shapes, outcomes of
formulas). So the places of the cells are looked up in the bytes, and only those bytes are replaced.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from algreg_lib.inventory.grids import column_number
from algreg_lib.inventory.model import cell_address

#: 1-based row and column.
Position = tuple[int, int]

_ADDRESS: Final = re.compile(r"([A-Z]+)(\d+)")
_TAG: Final = re.compile(rb"<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")
_SPANS: Final = re.compile(rb"(\sspans=[\"'])(\d+):(\d+)([\"'])")
_DIMENSION: Final = re.compile(rb"(<(?:\w+:)?dimension\b[^>]*\bref=[\"'])([A-Z]+\d+)(?::([A-Z]+\d+))?([\"'])")
#: Signs that XML cannot hold, and what would be read as an escaped sign; Excel writes them as `_x000D_`.
_ESCAPED: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


class NotEditableError(Exception):
    """A cell that cannot get another text without harm to other cells; `reason` is Dutch."""

    def __init__(self, position: Position, reason: str) -> None:
        super().__init__(reason)
        self.cell = cell_address(*position)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Edited:
    """The XML with the new texts in it, and whether a formula made place for one of them."""

    xml: bytes
    formula_gone: bool


def with_texts(
    xml: bytes, texts: Mapping[Position, str], *, styled_as: Mapping[Position, Position] | None = None
) -> Edited:
    """The sheet with these texts in its cells; an empty text empties the cell.

    A cell keeps its style; a new one takes that of its row or column, or of the one on its row that `styled_as` names.

    Raises NotEditableError for a cell whose formula fills other cells too, or that another cell covers, and
    expat.ExpatError on XML that is none.
    """
    page = _Page(xml, {row for row, _ in texts}, styled_as or {})
    for position in texts:
        page.refuse(position)
    by_row: dict[int, dict[Position, str]] = defaultdict(dict)
    for position in sorted(texts):
        by_row[position[0]][position] = texts[position]
    patches = [patch for row, of_row in by_row.items() for patch in page.row_patches(row, of_row)]
    edited = _patched(xml, patches)
    gone = any(page.cells[position].formula for position in texts if position in page.cells)
    return Edited(xml=_with_dimension(edited, [p for p in texts if texts[p]]), formula_gone=gone)


def _patched(xml: bytes, patches: list[tuple[int, int, bytes]]) -> bytes:
    """The bytes with each (start, end) replaced; what is put in at one spot keeps its order: by row and column."""
    pieces, at = [], 0
    for start, end, replacement in sorted(patches, key=lambda patch: patch[:2]):
        pieces += [xml[at:start], replacement]
        at = end
    return b"".join([*pieces, xml[at:]])


@dataclass(kw_only=True)
class _Element:
    """Where an element stands in the bytes: `start` to `end`, and where its start tag ends."""

    start: int
    tag_end: int
    end: int = 0
    attributes: dict[str, str] = field(default_factory=dict)
    formula: bool = False
    fills_others: bool = False


class _Page:
    """Where the rows and cells stand; cells only of the rows that are wanted."""

    def __init__(self, xml: bytes, wanted: set[int], styled_as: Mapping[Position, Position]) -> None:
        self.wanted = wanted
        self.rows: dict[int, _Element] = {}
        self.cells: dict[Position, _Element] = {}
        self._xml = xml
        self._styled_as = styled_as
        self._data: _Element | None = None
        self._open: list[_Element] = []
        self._row = self._column = 0
        self._prefix = b""
        self._covered: list[tuple[Position, Position]] = []
        self._columns: list[tuple[int, int, str]] = []
        self._of_row: dict[int, dict[int, _Element]] = defaultdict(dict)
        self._read()
        self._numbers = sorted(self.rows)

    def refuse(self, position: Position) -> None:
        """Raises NotEditableError where another text would harm other cells."""
        cell = self.cells.get(position)
        if cell is not None and cell.fills_others:
            raise NotEditableError(position, "daar staat een formule die ook andere cellen vult")
        for first, last in self._covered:
            if position != first and all(f <= p <= e for f, p, e in zip(first, position, last, strict=True)):
                raise NotEditableError(position, "die cel is samengevoegd met een andere cel of hoort bij een formule")

    def row_patches(self, row: int, texts: Mapping[Position, str]) -> list[tuple[int, int, bytes]]:
        """What has to be replaced in the bytes: (start, end, replacement). `texts` are those of the row, in order."""
        found = self.rows.get(row)
        if found is None or found.end == found.tag_end:
            cells = b"".join(self._cell(p, text) for p, text in texts.items())
            return self._new_row(row, cells) if cells else []
        patches = []
        for position, text in texts.items():
            cell = self.cells.get(position)
            start, end = (cell.start, cell.end) if cell is not None else (self._before(position, found),) * 2
            patches.append((start, end, self._cell(position, text)))
        tag = self._xml[found.start : found.tag_end]
        return [(found.start, found.tag_end, _with_spans(tag, [column for _, column in texts])), *patches]

    def _before(self, position: Position, row: _Element) -> int:
        later = (cell.start for column, cell in self._of_row.get(position[0], {}).items() if column > position[1])
        return min(later, default=self._xml.rindex(b"<", row.tag_end, row.end))

    def _new_row(self, row: int, cells: bytes) -> list[tuple[int, int, bytes]]:
        name = self._prefix + b"row"
        found, data = self.rows.get(row), self._data
        if found is not None:  # an empty element: <row r="5" ht="60"/>
            opened = self._xml[found.start : found.tag_end].rstrip(b"/> ") + b">"
            opened = _SPANS.sub(b"", opened, count=1)  # a hint that would be wrong now
            return [(found.start, found.end, opened + cells + b"</" + name + b">")]
        whole = b'<%b r="%d">%b</%b>' % (name, row, cells, name)
        later = bisect_right(self._numbers, row)
        if data is None:
            raise expat.ExpatError("no sheetData")
        if later < len(self._numbers):
            start = self.rows[self._numbers[later]].start
            return [(start, start, whole)]
        if data.end == data.tag_end:
            opened = self._xml[data.start : data.tag_end].rstrip(b"/> ") + b">"
            return [(data.start, data.end, opened + whole + b"</" + self._prefix + b"sheetData>")]
        end = self._xml.rindex(b"<", data.tag_end, data.end)
        return [(end, end, whole)]

    def _cell(self, position: Position, text: str) -> bytes:
        """The cell with the text in it; nothing where there was no cell and is no text."""
        name = self._prefix.decode()
        start = f"<{name}c r={quoteattr(cell_address(*position))}"
        if style := self._style(position):
            start += f" s={quoteattr(style)}"
        if not text:
            return f"{start}/>".encode() if position in self.cells else b""
        inside = escape(_ESCAPED.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text))
        return (
            f'{start} t="inlineStr"><{name}is><{name}t xml:space="preserve">{inside}</{name}t></{name}is></{name}c>'
        ).encode()

    def _style(self, position: Position) -> str:
        """The style of the cell, as Excel would give it to one that somebody types in."""
        row, column = position
        like = self.cells.get(position) or self.cells.get(self._styled_as.get(position, position))
        if like is not None:
            return like.attributes.get("s", "")
        attributes = self.rows[row].attributes if row in self.rows else {}
        if attributes.get("customFormat") in {"1", "true"}:
            return attributes.get("s", "")
        return next((style for first, last, style in self._columns if first <= column <= last), "")

    def _read(self) -> None:
        parser = expat.ParserCreate()
        self._parser = parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        parser.Parse(self._xml, True)

    def _doctype(self, *_: object) -> None:
        raise expat.ExpatError("no workbook has a document type; a hostile one does")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        prefix, _, name = tag.rpartition(":")
        if self._data is not None and not self._data.end:
            self._start_in_data(name, attributes)
        elif name == "sheetData":
            self._prefix = f"{prefix}:".encode() if prefix else b""
            self._data = self._opened(attributes)
            self._open.append(self._data)
        elif name == "mergeCell":
            self._covered.append(_corners(attributes["ref"]))
        elif name == "col" and "style" in attributes:
            self._columns.append((int(attributes["min"]), int(attributes["max"]), attributes["style"]))

    def _start_in_data(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
            self.rows[self._row] = self._opened(attributes)
            self._open.append(self.rows[self._row])
        elif name == "c":
            self._start_cell(attributes)
        elif name == "f":
            self._start_formula(attributes)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        found = _ADDRESS.fullmatch(attributes.get("r", ""))
        self._column = column_number(found[1].encode()) if found else self._column + 1
        if self._row in self.wanted:
            element = self.cells[self._row, self._column] = self._opened(attributes)
            self._of_row[self._row][self._column] = element
            self._open.append(element)

    def _start_formula(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("ref", "")
        if attributes.get("t") in {"array", "dataTable"} and reference:
            self._covered.append(_corners(reference))
        cell = self.cells.get((self._row, self._column))
        if cell is not None:
            cell.formula = True
            cell.fills_others = bool(reference)

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if self._open and (name in {"sheetData", "row"} or (name == "c" and self._row in self.wanted)):
            element = self._open.pop()
            if self._xml[element.tag_end - 2 : element.tag_end] == b"/>":
                element.end = element.tag_end
            else:
                element.end = self._xml.index(b">", self._parser.CurrentByteIndex) + 1

    def _opened(self, attributes: dict[str, str]) -> _Element:
        start = self._parser.CurrentByteIndex
        found = _TAG.match(self._xml, start)
        if found is None:  # another encoding than UTF-8: no program writes a sheet so
            raise expat.ExpatError("tags are not where they were said to be")
        return _Element(start=start, tag_end=found.end(), attributes=attributes)


def _corners(reference: str) -> tuple[Position, Position]:
    first, _, last = reference.partition(":")
    return _position(first), _position(last or first)


def _position(address: str) -> Position:
    found = _ADDRESS.fullmatch(address.replace("$", ""))
    if found is None:
        raise expat.ExpatError(f"no address: {address}")
    return int(found[2]), column_number(found[1].encode())


def _with_spans(tag: bytes, columns: list[int]) -> bytes:
    """The start tag of a row, whose hint of where its cells stand takes in these columns."""

    def wider(found: re.Match[bytes]) -> bytes:
        first, last = min(int(found[2]), *columns), max(int(found[3]), *columns)
        return b"%b%d:%d%b" % (found[1], first, last, found[4])

    return _SPANS.sub(wider, tag, count=1)


def _with_dimension(xml: bytes, filled: list[Position]) -> bytes:
    """The sheet whose hint of what it holds takes in these cells."""
    found = _DIMENSION.search(xml)
    if found is None or not filled:
        return xml
    corners = [_position(found[2].decode()), _position((found[3] or found[2]).decode())]
    rows, columns = zip(*corners, *filled, strict=True)
    if (min(rows), min(columns)) == corners[0] and (max(rows), max(columns)) == corners[1]:
        return xml
    whole = f"{cell_address(min(rows), min(columns))}:{cell_address(max(rows), max(columns))}"
    return xml[: found.start(2)] + whole.encode() + xml[found.start(4) :]
