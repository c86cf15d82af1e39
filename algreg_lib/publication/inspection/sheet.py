"""What a sheet may hold beside what its reader sees."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from algreg_lib.inventory import column_letters
from algreg_lib.publication.inspection.cells import cell_position, covered_cells
from algreg_lib.publication.inspection.container import attribute, every, is_on, local, number, text_of
from algreg_lib.publication.inspection.styles import Invisible
from algreg_lib.publication.inspection.traces import Trace

#: In a header: fonts, sizes, colours, sides, page numbers and the name of the sheet. What is left is text; the name of
#: the file (&F) and its folder (&Z) count as text.
_CODES: Final = re.compile(r'&"[^"]*"|&K[0-9A-F]{6}|&\d+|&[LCRPNABIUESXYDT]')
_PAGE_WORDS: Final = frozenset({"page", "pagina", "blad", "of", "van", "/"})

#: Elements of a sheet that are a trace by being there, and the attribute that tells where.
_TELLING: Final = {
    "dataValidation": ("keuzelijst", "sqref"),
    "conditionalFormatting": ("voorwaardelijke-opmaak", "sqref"),
    "autoFilter": ("filter", "ref"),
    "scenario": ("scenario", "name"),
    "customSheetView": ("scenario", "guid"),
    "picture": ("afbeelding", ""),
    "oleObject": ("ingesloten-bestand", "progId"),
    "sparklineGroup": ("tekening", ""),
    "protectedRange": ("gedefinieerde-naam", "name"),
    "webPublishItem": ("verbinding", "destinationFile"),
    "dataRef": ("verbinding", "sheet"),
}
#: Elements of a sheet in which text belongs; in any other element nobody sees it.
_HOLDING_TEXT: Final = frozenset(
    "v f t formula formula1 formula2 sqref oddHeader evenHeader firstHeader oddFooter evenFooter firstFooter".split()
)
#: Rows lower and columns narrower than this (points, signs) show nothing.
_LOWEST, _NARROWEST = 1.0, 0.3


def sheet_traces(tree: Element, sheet: str, hidden_formats: Invisible) -> Iterator[Trace]:
    """All traces in one sheet."""
    for element in tree.iter():
        kind = local(element.tag)
        if kind == "c":
            yield from _cell_traces(element, sheet, hidden_formats)
        elif kind in _READERS:
            yield from _READERS[kind](element, sheet)
        elif kind in _TELLING:
            rule, where = _TELLING[kind]
            value = " ".join(text for child in element if (text := text_of(child).strip()))
            yield Trace(rule, sheet, attribute(element, where) or _area(element), value)
        elif kind not in _HOLDING_TEXT and (element.text or "").strip():
            yield Trace("verborgen-tekst", sheet, kind, (element.text or "").strip())
    yield from covered_cells(tree, sheet)


def _row(element: Element, sheet: str) -> Iterator[Trace]:
    if is_on(element, "hidden") or number(attribute(element, "ht"), 15) < _LOWEST:
        yield Trace("verborgen-rij", sheet, attribute(element, "r"))


def _column(element: Element, sheet: str) -> Iterator[Trace]:
    if is_on(element, "hidden") or number(attribute(element, "width"), 9) < _NARROWEST:
        yield Trace("verborgen-kolom", sheet, _column_range(element))


def _header(element: Element, sheet: str) -> Iterator[Trace]:
    if _says_something(text_of(element)):
        yield Trace("kop-of-voettekst", sheet, value=text_of(element).strip())


def _link(element: Element, sheet: str) -> Iterator[Trace]:
    if told := attribute(element, "tooltip").strip():
        yield Trace("zweeftekst", sheet, attribute(element, "ref"), told)


def _default_size(element: Element, sheet: str) -> Iterator[Trace]:
    if is_on(element, "zeroHeight") or number(attribute(element, "defaultRowHeight"), 15) < _LOWEST:
        yield Trace("verborgen-rij", sheet, value="alle rijen zonder eigen hoogte")
    if number(attribute(element, "defaultColWidth"), 9) < _NARROWEST:
        yield Trace("verborgen-kolom", sheet, value="alle kolommen zonder eigen breedte")


def _scrolled_away(view: Element, sheet: str) -> Iterator[Trace]:
    """Rows and columns before the first that a view with a frozen pane shows: nobody can scroll back to them."""
    if any(attribute(pane, "state") in {"frozen", "frozenSplit"} for pane in every(view, "pane")):
        row, column = cell_position(attribute(view, "topLeftCell"))
        if row > 1:
            yield Trace("verborgen-rij", sheet, f"1:{row - 1}", "boven de vastgezette rijen")
        if column > 1:
            yield Trace("verborgen-kolom", sheet, f"A:{column_letters(column - 1)}", "voor de vastgezette kolommen")


def _cell_traces(cell: Element, sheet: str, hidden_formats: Invisible) -> Iterator[Trace]:
    address = attribute(cell, "r")
    content = {local(child.tag): child for child in cell}
    if "f" in content:
        yield Trace("formule", sheet, address, text_of(content["f"]))
    if ("v" in content or "is" in content) and hidden_formats.hides(cell):
        yield Trace("onzichtbare-opmaak", sheet, address)
    if "is" in content and every(content["is"], "rPh"):
        yield Trace("verborgen-tekst", sheet, address)


def _says_something(header: str) -> bool:
    return not set(_CODES.sub(" ", header).casefold().split()) <= _PAGE_WORDS


def _area(element: Element) -> str:
    """Excel-2010 validations keep their cells in a child."""
    return " ".join(text_of(child) for child in element if local(child.tag) == "sqref")


def _column_range(column: Element) -> str:
    first, last = (column_letters(max(int(number(attribute(column, name), 1)), 1)) for name in ("min", "max"))
    return first if first == last else f"{first}:{last}"


#: What has to be looked into to tell.
_READERS: Final = {
    "row": _row,
    "col": _column,
    "sheetFormatPr": _default_size,
    "sheetView": _scrolled_away,
    "hyperlink": _link,
    "headerFooter": _header,
}
