"""What a workbook may hold beside what its reader sees."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from algreg_lib.inventory import column_letters
from algreg_lib.publication.inspection.container import (
    attribute,
    every,
    local,
    number,
    relations,
    text_of,
    xml_tree,
)
from algreg_lib.publication.inspection.properties import property_traces
from algreg_lib.publication.inspection.styles import Invisible, invisible
from algreg_lib.publication.inspection.traces import Trace

#: Parts by the beginning of their name (lower case): the rule they break, or none where they are plain content. The
#: first that fits counts; a part that none fits is unknown to us, and that is reported too.
_PARTS: Final = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"\[content_types\]\.xml$|(.*/)?_rels/", ""),
        (r"docprops/(app|core|custom)\.xml$", ""),  # read for their content
        (r"docprops/thumbnail", "afbeelding"),
        (r"xl/(workbook|styles|sharedstrings|calcchain|metadata)\.xml$|xl/theme/|xl/tables/table[^/]*\.xml$", ""),
        (r"xl/worksheets/[^/]+\.xml$", ""),
        (r"xl/comments|xl/threadedcomments/|xl/persons/", ""),
        (r"xl/drawings/vmldrawing|xl/drawings/|xl/charts/|xl/chartsheets/|xl/diagrams/", "tekening"),
        (r"xl/media/", "afbeelding"),
        (r"xl/externallinks/", "externe-koppeling"),
        (r"xl/pivotcache/|xl/pivottables/|xl/slicer|xl/timeline", "draaitabel"),
        (r"xl/printersettings/", "printerinstelling"),
        (r"xl/vbaproject|xl/macrosheets/|xl/dialogsheets/|xl/intlmacrosheets/", "macro"),
        (r"xl/connections\.xml$|xl/querytables/|xl/model/|xl/xmlmaps\.xml$|xl/customdata/", "verbinding"),
        (r"customxml/|xl/customproperty/", "eigen-xml"),
        (r"xl/embeddings/|xl/activex/|xl/ctrlprops/|xl/webextensions/|customui/", "ingesloten-bestand"),
        (r"xl/revisions/|xl/usernames\.xml$", "wijziging-bijgehouden"),
    )
)


def workbook_traces(path: Path, parts: Mapping[str, bytes]) -> Iterator[Trace]:
    """All traces in an .xlsx file."""
    names = {name.casefold(): name for name in parts}
    yield from property_traces(path, parts)
    for name in parts:
        rule = next((rule for pattern, rule in _PARTS if pattern.match(name.casefold())), "onbekend-onderdeel")
        if rule:
            yield Trace(rule, name)
    if book := names.get("xl/workbook.xml"):
        tree = xml_tree(path, book, parts[book])
        yield from _book_traces(tree)
        hidden_formats = invisible(path, parts)
        owners: dict[str, str] = {}
        for sheet, part in _sheets(path, parts, tree, book):
            if part in parts:
                owners |= {target: sheet for target, _ in relations(path, parts, part).values()}
                yield from _sheet_traces(xml_tree(path, part, parts[part]), sheet, hidden_formats)
        yield from _attached_traces(path, parts, owners)
    else:
        yield Trace("ander-soort", value="xl/workbook.xml")


def _book_traces(tree: Element) -> Iterator[Trace]:
    for sheet in every(tree, "sheet"):
        if attribute(sheet, "state") in {"hidden", "veryHidden"}:
            yield Trace("verborgen-blad", attribute(sheet, "name"), value=attribute(sheet, "state"))
    for name in every(tree, "definedName"):
        yield Trace("gedefinieerde-naam", value=f"{attribute(name, 'name')} = {text_of(name)}")
    for view in every(tree, "customWorkbookView"):
        yield Trace("scenario", value=attribute(view, "name"))
    for sharing in every(tree, "fileSharing"):
        if user := attribute(sharing, "userName"):
            yield Trace("auteur", "xl/workbook.xml", value=user)


def _sheets(path: Path, parts: Mapping[str, bytes], tree: Element, book: str) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet."""
    targets = relations(path, parts, book)
    for sheet in every(tree, "sheet"):
        yield attribute(sheet, "name"), targets.get(attribute(sheet, "id"), ("", ""))[0]


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
}


def _sheet_traces(tree: Element, sheet: str, hidden_formats: Invisible) -> Iterator[Trace]:
    for element in tree.iter():
        match local(element.tag):
            case "row" if _is_on(element, "hidden") or attribute(element, "ht") in {"0", "0.0"}:
                yield Trace("verborgen-rij", sheet, attribute(element, "r"))
            case "col" if _is_on(element, "hidden") or attribute(element, "width") in {"0", "0.0"}:
                yield Trace("verborgen-kolom", sheet, _column_range(element))
            case "sheetFormatPr" if _is_on(element, "zeroHeight"):
                yield Trace("verborgen-rij", sheet, value="alle rijen zonder eigen hoogte")
            case "c":
                yield from _cell_traces(element, sheet, hidden_formats)
            case "headerFooter" if _says_something(text_of(element)):
                yield Trace("kop-of-voettekst", sheet, value=text_of(element).strip())
            case name if name in _TELLING:
                rule, where = _TELLING[name]
                value = " ".join(text for child in element if (text := text_of(child).strip()))
                yield Trace(rule, sheet, attribute(element, where) or _area(element), value)


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


def _is_on(element: Element, name: str) -> bool:
    return attribute(element, name) in {"1", "true"}


def _area(element: Element) -> str:
    """Excel-2010 validations keep their cells in a child."""
    return " ".join(text_of(child) for child in element if local(child.tag) == "sqref")


def _column_range(column: Element) -> str:
    first, last = (column_letters(max(int(number(attribute(column, name), 1)), 1)) for name in ("min", "max"))
    return first if first == last else f"{first}:{last}"


def _attached_traces(path: Path, parts: Mapping[str, bytes], owners: Mapping[str, str]) -> Iterator[Trace]:
    """Comments, people, tables and shared texts, which stand in parts of their own."""
    for name, data in parts.items():
        lower = name.casefold()
        reader = next((reader for pattern, reader in _ATTACHED if pattern.match(lower)), None)
        if reader is not None:
            yield from reader(xml_tree(path, name, data), owners.get(name, name))


def _comments(tree: Element, place: str) -> Iterator[Trace]:
    for comment in every(tree, "comment", "threadedComment"):
        yield Trace("opmerking", place, attribute(comment, "ref"), text_of(comment).strip())
    for author in every(tree, "author"):
        if text_of(author).strip():
            yield Trace("auteur", place, value=text_of(author).strip())


def _people(tree: Element, place: str) -> Iterator[Trace]:
    for person in every(tree, "person"):
        yield Trace("auteur", place, value=attribute(person, "displayName"))


def _table(tree: Element, place: str) -> Iterator[Trace]:
    for element in every(tree, "autoFilter", "calculatedColumnFormula"):
        rule = "filter" if local(element.tag) == "autoFilter" else "formule"
        yield Trace(rule, place, attribute(element, "ref"), text_of(element))


def _shared_texts(tree: Element, place: str) -> Iterator[Trace]:
    for phonetic in every(tree, "rPh"):
        yield Trace("verborgen-tekst", place, value=text_of(phonetic))


_ATTACHED: Final = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"xl/(threaded)?comments.*\.xml$", _comments),
        (r"xl/persons/.*\.xml$", _people),
        (r"xl/tables/.*\.xml$", _table),
        (r"xl/sharedstrings\.xml$", _shared_texts),
    )
)
