"""New texts in cells of a sheet's XML, with every other byte left as it stands.

A library that reads a workbook and writes it again drops what it does not know (sparklines, shapes, outcomes of
formulas). So the places of the cells are looked up in the bytes, and only those bytes are replaced.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from algreg_lib.inventory.addresses import Position, cell_address, position
from algreg_lib.inventory.own_workbook.sheet_places import Element, SheetPlaces, sheet_places

_SPANS: Final = re.compile(rb"(\sspans=[\"'])(\d+):(\d+)([\"'])")
_DIMENSION: Final = re.compile(rb"(<(?:\w+:)?dimension\b[^>]*\bref=[\"'])([A-Z]+\d+)(?::([A-Z]+\d+))?([\"'])")
#: Signs that XML cannot hold, and what would be read as an escaped sign; Excel writes them as `_x000D_`.
_ESCAPED: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

#: Start, end, and what comes there instead.
Patch = tuple[int, int, bytes]


class NotEditableError(Exception):
    """A cell that cannot get another text without harm to other cells; `reason` is Dutch."""

    def __init__(self, place: Position, reason: str) -> None:
        super().__init__(reason)
        self.cell = cell_address(*place)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Edited:
    """The XML with the new texts in it, and whether a formula made place for one of them."""

    xml: bytes
    formula_gone: bool


def with_texts(
    xml: bytes,
    texts: Mapping[Position, str],
    *,
    styled_as: Mapping[Position, Position] | None = None,
    unless_formula: Mapping[Position, str] | None = None,
) -> Edited:
    """The sheet with these texts in its cells; an empty text empties the cell.

    Those of `unless_formula`, on rows of the others, only come where no formula stands.
    A cell keeps its style; a new one takes that of its row or column, or of the one on its row that `styled_as` names.

    Raises NotEditableError for a cell whose formula fills other cells too, or that another cell covers, and
    expat.ExpatError, ValueError or KeyError on XML that no program writes as a sheet.
    """
    sheet = sheet_places(xml, {row for row, _ in texts})
    formulas = {place for place, cell in sheet.cells.items() if cell.formula}
    texts = {place: text for place, text in (unless_formula or {}).items() if place not in formulas} | dict(texts)
    for place in texts:
        _refuse(sheet, place)
    by_row: dict[int, dict[Position, bytes]] = defaultdict(dict)
    for place in sorted(texts):
        style = _style(sheet, place, (styled_as or {}).get(place, place))
        by_row[place[0]][place] = _cell(sheet, place, texts[place], style)
    numbers = sorted(sheet.rows)
    patches = [patch for row, cells in by_row.items() for patch in _row_patches(sheet, row, cells, numbers)]
    edited = _patched(xml, patches)
    filled = [place for place in texts if texts[place]]
    return Edited(xml=_with_dimension(edited, filled), formula_gone=not formulas.isdisjoint(texts))


def _refuse(sheet: SheetPlaces, place: Position) -> None:
    """Raises NotEditableError where another text would harm other cells."""
    cell = sheet.cells.get(place)
    if cell is not None and cell.fills_others:
        raise NotEditableError(place, "daar staat een formule die ook andere cellen vult")
    for first, last in sheet.covered:
        if place != first and all(f <= p <= e for f, p, e in zip(first, place, last, strict=True)):
            raise NotEditableError(place, "die cel is samengevoegd met een andere cel of hoort bij een formule")


def _style(sheet: SheetPlaces, place: Position, like: Position) -> str:
    """The style of the cell, as Excel would give it to one that somebody types in."""
    row, column = place
    known = sheet.cells.get(place) or sheet.cells.get(like)
    if known is not None:
        return known.attributes.get("s", "")
    attributes = sheet.rows[row].attributes if row in sheet.rows else {}
    if attributes.get("customFormat") in {"1", "true"}:
        return attributes.get("s", "")
    return next((style for first, last, style in sheet.column_styles if first <= column <= last), "")


def _cell(sheet: SheetPlaces, place: Position, text: str, style: str) -> bytes:
    """The cell with the text in it; nothing where there was no cell and is no text."""
    name = sheet.prefix.decode()
    start = f"<{name}c r={quoteattr(cell_address(*place))}"
    if style:
        start += f" s={quoteattr(style)}"
    if not text:
        return f"{start}/>".encode() if place in sheet.cells else b""
    inside = escape(_ESCAPED.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text))
    return (
        f'{start} t="inlineStr"><{name}is><{name}t xml:space="preserve">{inside}</{name}t></{name}is></{name}c>'
    ).encode()


def _row_patches(sheet: SheetPlaces, row: int, cells: Mapping[Position, bytes], numbers: list[int]) -> list[Patch]:
    """What changes in one row; `cells` in order, `numbers` of all rows that are there, in order."""
    found = sheet.rows.get(row)
    whole = b"".join(cells.values())
    if found is None:
        return [_new_row(sheet, row, whole, numbers)] if whole else []
    if found.is_empty:
        return [_filled_row(sheet, found, whole)] if whole else []
    patches = []
    for place, cell in cells.items():
        old = sheet.cells.get(place)
        start, end = (old.start, old.end) if old is not None else (_before(sheet, place, found),) * 2
        patches.append((start, end, cell))
    tag = sheet.xml[found.start : found.tag_end]
    return [(found.start, found.tag_end, _with_spans(tag, [column for _, column in cells])), *patches]


def _before(sheet: SheetPlaces, place: Position, row: Element) -> int:
    """Where a cell that is not there yet has to come: before the next one, or at the end of the row."""
    number, column = place
    later = (sheet.cells[number, other].start for other in sheet.columns_of.get(number, ()) if other > column)
    return min(later, default=sheet.xml.rindex(b"<", row.tag_end, row.end))


def _new_row(sheet: SheetPlaces, row: int, cells: bytes, numbers: list[int]) -> Patch:
    whole = b'<%brow r="%d">%b</%brow>' % (sheet.prefix, row, cells, sheet.prefix)
    later = bisect_right(numbers, row)
    if later < len(numbers):
        start = sheet.rows[numbers[later]].start
        return start, start, whole
    data = sheet.data
    if data.is_empty:
        return data.start, data.end, _opened(sheet, data) + whole + b"</" + sheet.prefix + b"sheetData>"
    end = sheet.xml.rindex(b"<", data.tag_end, data.end)
    return end, end, whole


def _filled_row(sheet: SheetPlaces, row: Element, cells: bytes) -> Patch:
    """The row that was one empty tag (`<row r="5" ht="60"/>`), without its hint of where cells stand."""
    opened = _SPANS.sub(b"", _opened(sheet, row), count=1)
    return row.start, row.end, opened + cells + b"</" + sheet.prefix + b"row>"


def _opened(sheet: SheetPlaces, element: Element) -> bytes:
    return sheet.xml[element.start : element.tag_end].rstrip(b"/> ") + b">"


def _patched(xml: bytes, patches: list[Patch]) -> bytes:
    """The bytes with each (start, end) replaced; what is put in at one spot keeps its order: by row and column."""
    pieces, at = [], 0
    for start, end, replacement in sorted(patches, key=lambda patch: patch[:2]):
        pieces += [xml[at:start], replacement]
        at = end
    return b"".join([*pieces, xml[at:]])


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
    corners = [position(found[2].decode()), position((found[3] or found[2]).decode())]
    rows, columns = zip(*corners, *filled, strict=True)
    if (min(rows), min(columns)) == corners[0] and (max(rows), max(columns)) == corners[1]:
        return xml
    whole = f"{cell_address(min(rows), min(columns))}:{cell_address(max(rows), max(columns))}"
    return xml[: found.start(2)] + whole.encode() + xml[found.start(4) :]
