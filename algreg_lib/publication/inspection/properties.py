"""The properties of an Office document: who made it, for whom, with what remarks."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

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
_PEOPLE: Final = frozenset({"creator", "lastModifiedBy", "Manager"})
#: The template that Word names in every document that was made without one.
_PLAIN_TEMPLATES: Final = frozenset({"", "normal", "normal.dotm", "normal.dot"})


def property_traces(path: Path, parts: Mapping[str, bytes]) -> Iterator[Trace]:
    """Filled properties that tell about people or work."""
    for name, data in parts.items():
        match name.casefold():
            case "docprops/core.xml" | "docprops/app.xml":
                for child in xml_tree(path, name, data):
                    yield from _property(name, local(child.tag), text_of(child).strip())
            case "docprops/custom.xml":
                for child in every(xml_tree(path, name, data), "property"):
                    yield Trace("documenteigenschap", name, attribute(child, "name"), text_of(child).strip())


def _property(part: str, name: str, value: str) -> Iterator[Trace]:
    if name == "Template" and value.casefold() in _PLAIN_TEMPLATES:
        return
    if value and name not in _HARMLESS:
        yield Trace("auteur" if name in _PEOPLE else "documenteigenschap", part, name, value)
