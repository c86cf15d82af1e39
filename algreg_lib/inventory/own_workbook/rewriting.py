"""A workbook copied part by part, with new texts in cells of its sheets and every other part as it stands."""

import re
import zipfile
from collections.abc import Mapping
from copy import copy
from pathlib import Path
from typing import Final
from xml.parsers import expat

from algreg_lib.errors import AlgregError
from algreg_lib.inventory.grids import damaged, sheet_paths
from algreg_lib.inventory.own_workbook.edits import Edits
from algreg_lib.inventory.own_workbook.reach import growth, with_reach
from algreg_lib.inventory.own_workbook.sheet_xml import NotEditableError, with_texts

_BOOK: Final = "xl/workbook.xml"
_CHAIN: Final = "xl/calcChain.xml"
#: Where the order of formulas is named; without it Excel makes a new one.
_CHAIN_NAMED: Final = {
    "[Content_Types].xml": re.compile(rb'<(?:\w+:)?Override\b[^>]*PartName="/xl/calcChain\.xml"[^>]*/>'),
    "xl/_rels/workbook.xml.rels": re.compile(rb'<(?:\w+:)?Relationship\b[^>]*Target="/?(?:xl/)?calcChain\.xml"[^>]*/>'),
}
_CALCULATION: Final = re.compile(rb"<(\w+:)?calcPr\b([^>]*?)(/?)>")
_BEFORE_CALCULATION: Final = re.compile(
    rb"</(\w+:)?(?:sheets|functionGroups|externalReferences|definedNames)>|<(\w+:)?definedNames\s*/>"
)


def write_edits(source: Path, target: Path, edits: Edits) -> None:
    """Copies the workbook part by part, with the edits in its sheets; rules reach as far down as its rows now do.

    Raises AlgregError for a cell that cannot get another text, InputError on a damaged workbook.
    """
    with zipfile.ZipFile(source) as old:
        try:
            changed, formula_gone = _changed_sheets(old, edits)
            changed |= _grown_parts(old, changed, edits)
        except (expat.ExpatError, ValueError, KeyError) as error:
            raise damaged(source) from error
        changed[_BOOK] = _calculated_on_load(changed.get(_BOOK) or old.read(_BOOK))
        dropped = {_CHAIN} if formula_gone else set()
        if formula_gone:
            for part, named in _CHAIN_NAMED.items():
                changed[part] = named.sub(b"", old.read(part))
        with zipfile.ZipFile(target, "w") as new:
            new.comment = old.comment
            for entry in old.infolist():
                if entry.filename not in dropped:
                    text = changed.get(entry.filename)
                    # a copy, because writing notes the new place and size in it
                    new.writestr(copy(entry), old.read(entry) if text is None else text, entry.compress_type)


def _changed_sheets(book: zipfile.ZipFile, edits: Edits) -> tuple[dict[str, bytes], bool]:
    """The sheets with their new texts, by part; and whether a formula made place for one of them."""
    paths = sheet_paths(book)
    changed, formula_gone = {}, False
    for sheet, texts in edits.texts.items():
        if texts:
            try:
                edited = with_texts(
                    book.read(paths[sheet]),
                    texts,
                    styled_as=edits.styled_as.get(sheet),
                    unless_formula=edits.names_beside(sheet),
                )
            except NotEditableError as error:
                raise AlgregError(
                    f"Cel {error.cell} op blad {sheet} kan hier niet worden veranderd: {error.reason}.",
                    advice="Verander deze cel in Excel en lees het werkboek opnieuw. Er is niets bewaard.",
                ) from error
            changed[paths[sheet]] = edited.xml
            formula_gone |= edited.formula_gone
    return changed, formula_gone


def _grown_parts(book: zipfile.ZipFile, changed: Mapping[str, bytes], edits: Edits) -> dict[str, bytes]:
    """The parts in which rules or formulas have to reach further down than they did."""
    paths = sheet_paths(book)
    growths = [
        grown
        for sheet, (title_row, last_row) in edits.added().items()
        if (grown := growth(changed[paths[sheet]], sheet, title_row=title_row, last_row=last_row)) is not None
    ]
    if not growths:
        return {}
    parts = {part: changed.get(part) or book.read(part) for part in (*paths.values(), _BOOK)}
    names = {part: name for name, part in paths.items()}
    return {part: with_reach(xml, growths, sheet=names.get(part, "")) for part, xml in parts.items()}


def _calculated_on_load(book: bytes) -> bytes:
    """The part that describes the workbook, asking Excel to work out all formulas again when it opens it."""
    asked = b' fullCalcOnLoad="1"'
    found = _CALCULATION.search(book)
    if found is not None:
        if b"fullCalcOnLoad" in found[2]:
            return re.sub(rb'fullCalcOnLoad="(?:0|false)"', asked.strip(), book, count=1)
        return book[: found.end(2)] + asked + book[found.end(2) :]
    before = list(_BEFORE_CALCULATION.finditer(book))
    if not before:
        return book
    prefix = before[-1][1] or before[-1][2] or b""
    return book[: before[-1].end()] + b"<" + prefix + b"calcPr" + asked + b"/>" + book[before[-1].end() :]
