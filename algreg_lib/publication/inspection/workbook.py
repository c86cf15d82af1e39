"""What a workbook may hold beside what its reader sees."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from algreg_lib.publication.inspection.cells import shared_text_numbers
from algreg_lib.publication.inspection.container import (
    attribute,
    every,
    local,
    main_part,
    reachable,
    relations,
    text_of,
    xml_tree,
)
from algreg_lib.publication.inspection.office import COMMON_PARTS, outside_traces, part_traces
from algreg_lib.publication.inspection.properties import property_traces
from algreg_lib.publication.inspection.sheet import sheet_traces
from algreg_lib.publication.inspection.styles import invisible
from algreg_lib.publication.inspection.traces import Trace

#: Parts by the beginning of their name (lower case): the rule they break, or none where they are plain content. The
#: first that fits counts; a part that none fits is unknown to us, and that is reported too.
_PARTS: Final = COMMON_PARTS + tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (
            r"xl/(workbook|styles|sharedstrings|calcchain|metadata)\.xml$|xl/featurepropertybag/|xl/theme/|xl/tables/table[^/]*\.xml$",
            "",
        ),
        (r"xl/worksheets/[^/]+\.xml$", ""),
        (r"xl/comments|xl/threadedcomments/|xl/persons/", ""),
        (r"xl/drawings/vmldrawing|xl/drawings/|xl/charts/|xl/chartsheets/|xl/diagrams/", "tekening"),
        (r"xl/media/", "afbeelding"),
        (r"xl/externallinks/", "externe-koppeling"),
        (r"xl/pivotcache/|xl/pivottables/|xl/slicer|xl/timeline", "draaitabel"),
        (r"xl/printersettings/", "printerinstelling"),
        (r"xl/vbaproject|xl/macrosheets/|xl/dialogsheets/|xl/intlmacrosheets/", "macro"),
        (
            r"xl/connections\.xml$|xl/querytables/|xl/model/|xl/xmlmaps\.xml$|xl/customdata/|xl/richdata/|xl/python",
            "verbinding",
        ),
        (r"xl/customproperty/", "eigen-xml"),
        (r"xl/embeddings/|xl/activex/|xl/ctrlprops/|xl/webextensions/|customui/", "ingesloten-bestand"),
        (r"xl/revisions/|xl/usernames\.xml$", "wijziging-bijgehouden"),
    )
)

#: What the list of sheets may point to.
_SHEET_KINDS: Final = frozenset({"worksheet", "chartsheet", "dialogsheet", "xlMacrosheet"})


def workbook_traces(path: Path, parts: Mapping[str, bytes]) -> Iterator[Trace]:
    """All traces in an .xlsx file."""
    book = main_part(path, parts, "xl/workbook.xml")
    if not book:
        yield from part_traces(parts, _PARTS, {})
        yield from property_traces(path, parts, titles=())
        yield Trace("ander-soort", value="xl/workbook.xml")
        return
    tree, reached = xml_tree(path, book, parts[book]), reachable(path, parts, book)
    sheets = [(name, part) for name, part in _sheets(path, parts, tree, book) if part in parts]
    shown = {part for _, part in sheets}
    forgotten = {name for name, relation in reached.items() if relation.kind in _SHEET_KINDS and name not in shown}
    yield from part_traces(parts, _PARTS, reached, forgotten=forgotten)
    titles = {*(name for name, _ in sheets), *(attribute(name, "name") for name in every(tree, "definedName"))}
    yield from property_traces(path, parts, titles=titles)
    yield from outside_traces("", relations(path, parts, ""))
    for name in reached:
        yield from outside_traces(name, relations(path, parts, name))
    yield from _book_traces(tree)
    hidden_formats = invisible(path, parts)
    owners: dict[str, str] = {}
    used: set[str] = set()
    for sheet, part in sheets:
        page = xml_tree(path, part, parts[part])
        owners |= {relation.target: sheet for relation in relations(path, parts, part).values()}
        yield from sheet_traces(page, sheet, hidden_formats)
        used |= shared_text_numbers(page)
    yield from _attached_traces(path, parts, owners)
    yield from _unused_texts(path, parts, used)


def _book_traces(tree: Element) -> Iterator[Trace]:
    for sheet in every(tree, "sheet"):
        if attribute(sheet, "state") in {"hidden", "veryHidden"}:
            yield Trace("verborgen-blad", attribute(sheet, "name"), value=attribute(sheet, "state"))
    yield from _window_traces(tree)
    for name in every(tree, "definedName"):
        yield Trace("gedefinieerde-naam", value=f"{attribute(name, 'name')} = {text_of(name)}")
    for view in every(tree, "customWorkbookView"):
        yield Trace("scenario", value=attribute(view, "name"))
    for sharing in every(tree, "fileSharing"):
        if user := attribute(sharing, "userName"):
            yield Trace("auteur", "xl/workbook.xml", value=user)


def _window_traces(tree: Element) -> Iterator[Trace]:
    """Sheets that a reader cannot get to, or does not see that they are there."""
    for view in every(tree, "workbookView"):
        if attribute(view, "visibility") in {"hidden", "veryHidden"}:
            yield Trace("verborgen-blad", value="het venster van het hele werkboek")
        if attribute(view, "showSheetTabs") in {"0", "false"}:
            yield Trace("verborgen-blad", value="de namen van alle bladen")


def _sheets(path: Path, parts: Mapping[str, bytes], tree: Element, book: str) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet."""
    targets = relations(path, parts, book)
    for sheet in every(tree, "sheet"):
        relation = targets.get(attribute(sheet, "id"))
        yield attribute(sheet, "name"), relation.target if relation else ""


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
    if attribute(tree, "headerRowCount") == "0":
        names = ", ".join(attribute(column, "name") for column in every(tree, "tableColumn"))
        yield Trace("verborgen-rij", place, attribute(tree, "ref"), names)
    for column in every(tree, "tableColumn"):
        if attribute(column, "totalsRowLabel") and attribute(tree, "totalsRowCount") in {"", "0"}:
            yield Trace("verborgen-tekst", place, attribute(tree, "ref"), attribute(column, "totalsRowLabel"))


def _metadata(tree: Element, place: str) -> Iterator[Trace]:
    """Texts of a data cube or a linked type."""
    for element in every(tree, "metadataStrings"):
        yield Trace("verbinding", place, value=", ".join(attribute(child, "v") for child in element))


def _unused_texts(path: Path, parts: Mapping[str, bytes], used: Collection[str]) -> Iterator[Trace]:
    """Texts that no cell shows: what is left of a cell or sheet that was deleted."""
    for name, data in parts.items():
        if name.casefold() == "xl/sharedstrings.xml":
            for position, text in enumerate(every(xml_tree(path, name, data), "si")):
                if str(position) not in used and text_of(text).strip():
                    yield Trace("verborgen-tekst", name, value=text_of(text).strip())


def _shared_texts(tree: Element, place: str) -> Iterator[Trace]:
    for phonetic in every(tree, "rPh"):
        yield Trace("verborgen-tekst", place, value=text_of(phonetic))


_ATTACHED: Final = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (r"xl/(threaded)?comments.*\.xml$", _comments),
        (r"xl/persons/.*\.xml$", _people),
        (r"xl/tables/.*\.xml$", _table),
        (r"xl/metadata\.xml$", _metadata),
        (r"xl/sharedstrings\.xml$", _shared_texts),
    )
)
