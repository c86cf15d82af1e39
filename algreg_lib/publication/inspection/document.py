"""What a Word document may hold beside what its reader sees."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from algreg_lib.publication.inspection.container import attribute, every, local, number, text_of, xml_tree
from algreg_lib.publication.inspection.properties import property_traces
from algreg_lib.publication.inspection.traces import Trace

#: As in workbook.py: rule per part; no rule for what the reader sees, or what is read for its content below.
_PARTS: Final = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"\[content_types\]\.xml$|(.*/)?_rels/", ""),
        (r"docprops/(app|core|custom)\.xml$", ""),
        (r"docprops/thumbnail", "afbeelding"),
        (r"word/(document|styles|styleswitheffects|settings|fonttable|websettings|numbering)\.xml$|word/theme/", ""),
        (r"word/(footnotes|endnotes|header\d*|footer\d*)\.xml$", ""),
        (r"word/comments|word/people\.xml$", ""),
        (r"word/media/", "afbeelding"),
        (r"word/(charts|drawings|diagrams)/", "tekening"),
        (r"word/vba|word/activex/", "macro"),
        (r"word/(embeddings|afchunk|webextensions|glossary|fonts)", "ingesloten-bestand"),
        (r"word/printersettings", "printerinstelling"),
        (r"customxml/", "eigen-xml"),
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
    # Tracked changes: what was put in, taken out, moved or formatted, with who did it.
    **dict.fromkeys(
        "ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange cellIns cellDel".split(),
        ("wijziging-bijgehouden", "author", ""),
    ),
}
_HIDING: Final = frozenset({"vanish", "specVanish", "webHidden"})
#: Half points.
_TINY: Final = 4


def document_traces(path: Path, parts: Mapping[str, bytes]) -> Iterator[Trace]:
    """All traces in a .docx file."""
    yield from property_traces(path, parts)
    if "word/document.xml" not in {name.casefold() for name in parts}:
        yield Trace("ander-soort", value="word/document.xml")
    for name, data in parts.items():
        lower = name.casefold()
        rule = next((rule for pattern, rule in _PARTS if pattern.match(lower)), "onbekend-onderdeel")
        if rule:
            yield Trace(rule, name)
        elif lower.startswith("word/") and lower.endswith(".xml") and "/theme/" not in lower:
            yield from _part_traces(name, xml_tree(path, name, data))


def _part_traces(name: str, tree: Element) -> Iterator[Trace]:
    if re.match(r"word/(header|footer)\d*\.xml$", name.casefold()) and text_of(tree).strip():
        yield Trace("kop-of-voettekst", name, value=text_of(tree).strip())
    for element in tree.iter():
        kind = local(element.tag)
        if kind == "r":
            yield from _run_traces(name, element)
        elif kind in _TELLING:
            rule, where, value = _TELLING[kind]
            yield Trace(rule, name, attribute(element, where), attribute(element, value) or text_of(element).strip())


def _run_traces(name: str, run: Element) -> Iterator[Trace]:
    text = "".join(part.text or "" for part in every(run, "t", "delText"))
    marks = {local(mark.tag): mark for child in run if local(child.tag) == "rPr" for mark in child}
    if not text.strip():
        return
    if any(attribute(mark, "val") not in {"0", "false"} for key, mark in marks.items() if key in _HIDING):
        yield Trace("verborgen-tekst", name, value=text)
    size = attribute(marks["sz"], "val") if "sz" in marks else ""
    white = "color" in marks and attribute(marks["color"], "val").upper() == "FFFFFF"
    if (white and "shd" not in marks and "highlight" not in marks) or (number(size, _TINY + 1) <= _TINY):
        yield Trace("onzichtbare-opmaak", name, value=text)
