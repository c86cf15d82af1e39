"""What any Office file may hold beside what its reader sees: parts without an owner, fetched things, XML remarks."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from algreg_lib.publication.inspection.container import Relation
from algreg_lib.publication.inspection.traces import Trace

#: Rule per beginning of a part's name (lower case); no rule where it is plain content.
PartRules = tuple[tuple[re.Pattern[str], str], ...]

#: Parts that every kind of Office file may have.
COMMON_PARTS: Final[PartRules] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (r"\[content_types\]\.xml$|(.*/)?_rels/", ""),
        (r"docprops/(app|core|custom)\.xml$|package/services/metadata/core-properties/", ""),  # read for their content
        (r"docprops/thumbnail", "afbeelding"),
        (r"docmetadata/", "documenteigenschap"),
        (r"_xmlsignatures/", "auteur"),
        (r"customxml/", "eigen-xml"),
    )
)
_REMARK: Final = re.compile(r"<!--(.*?)(?:-->|\Z)|<\?(?!xml\b|mso-)(.*?)\?>", re.DOTALL)
#: What a part that belongs to the file itself, and to no other part, may be.
_UNOWNED: Final = re.compile(r"\[content_types\]\.xml$|(.*/)?_rels/|docprops/|package/services/", re.IGNORECASE)


def part_traces(
    parts: Mapping[str, bytes], rules: PartRules, reached: Mapping[str, Relation], *, forgotten: Collection[str] = ()
) -> Iterator[Trace]:
    """Parts that tell something by being there; `reached` are those to which another part points.

    `forgotten` are parts that nobody gets to see all the same, such as a sheet that the list of sheets does not name.
    """
    for name, data in parts.items():
        rule = rule_of(name, rules, reached)
        if rule:
            yield Trace(rule, name)
        elif not _UNOWNED.match(name) and (name not in reached or name in forgotten):
            yield Trace("los-onderdeel", name)
        if name.casefold().endswith((".xml", ".rels", ".vml")):
            yield from _remarks(name, data)


def rule_of(name: str, rules: PartRules, reached: Mapping[str, Relation]) -> str:
    """The rule that a part breaks by being there; empty for plain content, as the main part always is."""
    if name in reached and reached[name].kind == "officeDocument":
        return ""
    return next((rule for pattern, rule in rules if pattern.match(name.casefold())), "onbekend-onderdeel")


def outside_traces(owner: str, found: Mapping[str, Relation]) -> Iterator[Trace]:
    """What a program fetches when it opens the file, such as a template, picture or frame; a link is clicked on."""
    for relation in found.values():
        if relation.outside and relation.kind != "hyperlink":
            yield Trace("externe-koppeling", owner, value=f"{relation.kind}: {relation.target}")


def _remarks(name: str, data: bytes) -> Iterator[Trace]:
    """Remarks in the XML, which no program of Office writes or shows."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16" if wide else "utf-8", errors="replace")
    for found in _REMARK.finditer(text):
        if told := (found[1] or found[2] or "").strip():
            yield Trace("html-opmerking", name, value=told)
