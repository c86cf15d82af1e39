"""What a Word document may hold beside what its reader sees."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from algreg_lib.publication.inspection.container import (
    Relation,
    attribute,
    every,
    local,
    main_part,
    reachable,
    relations,
    text_of,
    xml_tree,
)
from algreg_lib.publication.inspection.office import COMMON_PARTS, outside_traces, part_traces, rule_of
from algreg_lib.publication.inspection.properties import property_traces
from algreg_lib.publication.inspection.traces import Trace
from algreg_lib.publication.inspection.word_text import WordStyles, hidden_texts

#: As in workbook.py: rule per part; no rule for what the reader sees, or what is read for its content below.
_PARTS: Final = COMMON_PARTS + tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"word/(document|styles|styleswitheffects|settings|fonttable|websettings|numbering)\.xml$|word/theme/", ""),
        (r"word/(footnotes|endnotes|header\d*|footer\d*)\.xml$", ""),
        (r"word/comments|word/people\.xml$", ""),
        (r"word/media/", "afbeelding"),
        (r"word/(charts|drawings|diagrams)/", "tekening"),
        (r"word/vba|word/activex/", "macro"),
        (r"word/(embeddings|afchunk|webextensions|glossary|fonts)", "ingesloten-bestand"),
        (r"word/printersettings", "printerinstelling"),
    )
)
#: Elements that are a trace by being there; the attributes that tell where (or who) and what.
_TELLING: Final = {
    "comment": ("opmerking", "author", ""),
    "person": ("auteur", "", "author"),
    "docVar": ("documenteigenschap", "name", "val"),
    "mailMerge": ("verbinding", "", ""),
    "instrText": ("formule", "", ""),
    "fldSimple": ("formule", "", "instr"),
    "helpText": ("zweeftekst", "", "val"),
    "statusText": ("zweeftekst", "", "val"),
    # Tracked changes say who made them; what else has an author is one too.
    **dict.fromkeys("ins del moveFrom moveTo".split(), ("wijziging-bijgehouden", "author", "")),
}
#: Fields that show the number of a page or the table of contents.
_HARMLESS_FIELDS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC"})
_STYLES: Final = "word/styles.xml"


def document_traces(path: Path, parts: Mapping[str, bytes]) -> Iterator[Trace]:
    """All traces in a .docx file."""
    main = main_part(path, parts, "word/document.xml")
    if not main:
        yield from part_traces(parts, _PARTS, {})
        yield from property_traces(path, parts, titles=())
        yield Trace("ander-soort", value="word/document.xml")
        return
    reached = reachable(path, parts, main)
    trees = {name: xml_tree(path, name, data) for name, data in parts.items() if _is_read(name, reached)}
    yield from part_traces(parts, _PARTS, reached)
    yield from property_traces(path, parts, titles=_titles(path, parts))
    for name in ("", *reached):
        yield from outside_traces(name, relations(path, parts, name))
    styles = WordStyles(next((tree for name, tree in trees.items() if name.casefold() == _STYLES), None))
    for name, tree in trees.items():
        yield from _part_traces(name, tree)
        yield from hidden_texts(name, tree, styles)


def _is_read(name: str, reached: Mapping[str, Relation]) -> bool:
    lower = name.casefold()
    inside = lower.startswith("word/") and lower.endswith(".xml") and "/theme/" not in lower
    main = name in reached and reached[name].kind == "officeDocument"
    return main or (inside and not rule_of(name, _PARTS, reached))


def _titles(path: Path, parts: Mapping[str, bytes]) -> set[str]:
    """The title of the document, which Word lists as the title of its only part."""
    core = (data for name, data in parts.items() if name.casefold() == "docprops/core.xml")
    return {
        text_of(title).strip() for data in core for title in every(xml_tree(path, "docProps/core.xml", data), "title")
    }


def _part_traces(name: str, tree: Element) -> Iterator[Trace]:
    if re.match(r"word/(header|footer)\d*\.xml$", name.casefold()) and text_of(tree).strip():
        yield Trace("kop-of-voettekst", name, value=text_of(tree).strip())
    if sessions := every(tree, "rsid"):
        yield Trace("bewerkingsnummers", name, value=f"{len(sessions)} nummers")
    for element in tree.iter():
        kind = local(element.tag)
        if kind in _TELLING:
            rule, where, value = _TELLING[kind]
            told = attribute(element, value) or text_of(element).strip()
            if rule != "formule" or told.strip().partition(" ")[0].upper() not in _HARMLESS_FIELDS:
                yield Trace(rule, name, attribute(element, where), told)
        elif author := attribute(element, "author"):
            yield Trace("wijziging-bijgehouden", name, author, text_of(element).strip())
