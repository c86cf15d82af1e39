"""The properties of an Office document: who made it, for whom, with what remarks."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from algreg_lib.publication.inspection.container import attribute, every, local, text_of, xml_tree
from algreg_lib.publication.inspection.traces import Trace

#: What a reader may know: title and language help a screen reader; the rest counts or names the program.
_HARMLESS: Final = frozenset(
    {
        "title", "language", "created", "modified", "revision", "version", "Application", "AppVersion", "DocSecurity",
        "ScaleCrop", "HeadingPairs", "TitlesOfParts", "LinksUpToDate", "SharedDoc", "HyperlinksChanged", "Pages",
        "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs", "TotalTime",
    }
)  # fmt: skip
_KNOWN: Final = re.compile(r"docprops/(core|app)\.xml|package/services/metadata/core-properties/[^/]+")
_CUSTOM: Final = re.compile(r"docprops/custom\.xml")
_PEOPLE: Final = frozenset({"creator", "lastModifiedBy", "Manager"})
#: The template that Word names in every document that was made without one.
_PLAIN_TEMPLATES: Final = frozenset({"", "normal", "normal.dotm", "normal.dot"})


def property_traces(path: Path, parts: Mapping[str, bytes], *, titles: Collection[str]) -> Iterator[Trace]:
    """Filled properties that tell about people or work; `titles` are those of the sheets or the document."""
    for name, data in parts.items():
        if _CUSTOM.fullmatch(name.casefold()):
            for child in every(xml_tree(path, name, data), "property"):
                yield Trace("documenteigenschap", name, attribute(child, "name"), text_of(child).strip())
        elif _KNOWN.fullmatch(name.casefold()):
            for child in xml_tree(path, name, data):
                kind = local(child.tag)
                yield from _property(name, kind, text_of(child).strip())
                if kind == "TitlesOfParts":
                    yield from _old_titles(name, child, titles)


def _old_titles(part: str, listed: Element, titles: Collection[str]) -> Iterator[Trace]:
    """Titles in the list that the file no longer has: of a sheet that was taken out, or of the document before."""
    for title in (text_of(element).strip() for element in every(listed, "lpstr")):
        sheet = title.rpartition("!")[0].strip("'").replace("''", "'")  # a named area: Blad1!Afdrukbereik
        if title and title not in titles and sheet not in titles:
            yield Trace("documenteigenschap", part, "TitlesOfParts", title)


def _property(part: str, name: str, value: str) -> Iterator[Trace]:
    if name == "Template" and value.casefold() in _PLAIN_TEMPLATES:
        return
    if value and name not in _HARMLESS:
        yield Trace("auteur" if name in _PEOPLE else "documenteigenschap", part, name, value)
