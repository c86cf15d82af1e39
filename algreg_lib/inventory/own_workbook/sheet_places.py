"""Where in the bytes of a sheet's XML its rows and cells stand."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from algreg_lib.inventory.addresses import Position, corners, position

_TAG: Final = re.compile(rb"<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")


@dataclass(kw_only=True)
class Element:
    """Where an element stands in the bytes: `start` to `end`, and where its start tag ends."""

    start: int
    tag_end: int
    end: int = 0
    attributes: dict[str, str] = field(default_factory=dict)
    formula: bool = False
    fills_others: bool = False  #: its formula gives other cells their value too

    @property
    def is_empty(self) -> bool:
        """Whether it is one tag that opens and closes, such as `<row r="5"/>`."""
        return self.end == self.tag_end


@dataclass(kw_only=True)
class SheetPlaces:
    """The rows of a sheet, and the cells of the rows that are wanted."""

    xml: bytes
    prefix: bytes = b""  #: of the names of elements, with its colon; empty in what Excel writes
    data: Element  #: the element that holds the rows
    rows: dict[int, Element]
    cells: dict[Position, Element]
    columns_of: dict[int, list[int]]  #: the columns of the cells, by their row
    covered: list[tuple[Position, Position]]  #: ranges of which only the first cell can hold a text
    column_styles: list[tuple[int, int, str]]  #: first and last column, and the style of empty cells there


def sheet_places(xml: bytes, wanted: set[int]) -> SheetPlaces:
    """Where everything stands; cells only of the rows that are wanted.

    Raises expat.ExpatError, ValueError or KeyError on XML that no program writes as a sheet.
    """
    reader = _Reader(xml, wanted)
    if reader.data is None:
        raise expat.ExpatError("no sheetData")
    columns_of: dict[int, list[int]] = defaultdict(list)
    for row, column in reader.cells:
        columns_of[row].append(column)
    return SheetPlaces(
        xml=xml,
        prefix=reader.prefix,
        data=reader.data,
        rows=reader.rows,
        cells=reader.cells,
        columns_of=columns_of,
        covered=reader.covered,
        column_styles=reader.column_styles,
    )


class _Reader:
    """Walks through the XML once and notes the places."""

    def __init__(self, xml: bytes, wanted: set[int]) -> None:
        self.prefix = b""
        self.data: Element | None = None
        self.rows: dict[int, Element] = {}
        self.cells: dict[Position, Element] = {}
        self.covered: list[tuple[Position, Position]] = []
        self.column_styles: list[tuple[int, int, str]] = []
        self._xml, self._wanted = xml, wanted
        self._open: list[Element] = []
        self._row = self._column = 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.Parse(xml, True)

    def _doctype(self, *_: object) -> None:
        raise expat.ExpatError("no workbook has a document type; a hostile one does")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        prefix, _, name = tag.rpartition(":")
        if self.data is not None and not self.data.end:
            self._start_in_data(name, attributes)
        elif name == "sheetData":
            self.prefix = f"{prefix}:".encode() if prefix else b""
            self.data = self._opened(attributes)
            self._open.append(self.data)
        elif name == "mergeCell":
            self.covered.append(corners(attributes["ref"]))
        elif name == "col" and "style" in attributes:
            self.column_styles.append((int(attributes["min"]), int(attributes["max"]), attributes["style"]))

    def _start_in_data(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
            self.rows[self._row] = self._opened(attributes)
            self._open.append(self.rows[self._row])
        elif name == "c":
            self._column = position(attributes["r"])[1] if "r" in attributes else self._column + 1
            if self._row in self._wanted:
                element = self.cells[self._row, self._column] = self._opened(attributes)
                self._open.append(element)
        elif name == "f":
            self._start_formula(attributes)

    def _start_formula(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("ref", "")
        if attributes.get("t") in {"array", "dataTable"} and reference:
            self.covered.append(corners(reference))
        cell = self.cells.get((self._row, self._column))
        if cell is not None:
            cell.formula = True
            cell.fills_others = bool(reference)

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if self._open and (name in {"sheetData", "row"} or (name == "c" and self._row in self._wanted)):
            element = self._open.pop()
            if self._xml[element.tag_end - 2 : element.tag_end] == b"/>":
                element.end = element.tag_end
            else:
                element.end = self._xml.index(b">", self._parser.CurrentByteIndex) + 1

    def _opened(self, attributes: dict[str, str]) -> Element:
        start = self._parser.CurrentByteIndex
        found = _TAG.match(self._xml, start)
        if found is None:  # another encoding than UTF-8: no program writes a sheet so
            raise expat.ExpatError("tags are not where they were said to be")
        return Element(start=start, tag_end=found.end(), attributes=attributes)
