"""Lists as the register writes them in its exports and dumps, to the cell notation of the workbook."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from algreg_lib.inventory.notation import Entry, cell_of_entries, cell_of_grouping
from algreg_lib.inventory.recoding import Recoding, Texts, distinct
from algreg_lib.standard import VERSIONS, impact_assessment_titles, standard, value_map

ARRAY: Final = "lijst uit de database van het register, nu één waarde per regel"
COMMAS: Final = "lijst met komma's uit de export van het register, nu één waarde per regel"
NUMBERED: Final = "genummerde lijst uit de export van het register, nu één verwijzing per regel"

_ARRAY: Final = re.compile(r"\{.*\}", re.DOTALL)
_ELEMENT: Final = re.compile(r'"((?:[^"\\]|\\.)*)"|([^,{}"]+)')
#: Fields that are a list in some version of the register; 0.4 has a list of impact assessments under this key.
_LISTS: Final = frozenset({"category", "impacttoetsen"})


def in_notation(key: str, texts: Texts, recoding: Recoding) -> Texts:
    """The texts of a field with the register's own ways to write a list rewritten, each change noted."""
    if key in _LISTS:
        texts = _rewritten(key, texts, recoding, array_entries, ARRAY)
        return _rewritten(key, texts, recoding, comma_entries, COMMAS)
    if key.endswith("_grouping"):
        return _rewritten(key, texts, recoding, numbered_entries, NUMBERED)
    return texts


def _rewritten(key: str, texts: Texts, recoding: Recoding, rewrite: Callable[[str], str | None], reason: str) -> Texts:
    after = {text: new for text in distinct(texts) if (new := rewrite(text)) is not None}
    return recoding.replaced(key, texts, after, reason) if after else texts


def array_entries(text: str) -> str | None:
    """The cell for a PostgreSQL array literal (`{Werk,"Ruimte en infrastructuur"}`); None when it is none."""
    if _ARRAY.fullmatch(text.strip()) is None:
        return None
    found = _ELEMENT.findall(text.strip()[1:-1])
    return cell_of_entries([re.sub(r"\\(.)", r"\1", quoted) if quoted else bare.strip() for quoted, bare in found])


def comma_entries(text: str) -> str | None:
    """The cell for `A, B` when A and B are both values that such a list can hold; None otherwise."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) < 2 or not all(part.casefold() in _list_values() for part in parts):
        return None
    return cell_of_entries(parts)


def numbered_entries(text: str) -> str | None:
    """The cell for `1: title, link. 2: title, link`; None when the text is not numbered from 1 up."""
    parts = _numbered(text)
    return cell_of_grouping([_entry(part) for part in parts]) if parts else None


def _numbered(text: str) -> list[str]:
    if not text.startswith("1: ") or "\n" in text:
        return []
    parts, rest, number = [], text[3:], 2
    while (position := rest.find(f". {number}: ")) >= 0:
        parts.append(rest[:position])
        rest = rest[position + len(f". {number}: ") :]
        number += 1
    return [*parts, rest]


def _entry(part: str) -> Entry:
    # A title may hold a comma and a link may lack; a link is what stands behind the last comma and looks like one.
    title, comma, link = part.rpartition(", ")
    if comma and link.casefold().startswith(("http://", "https://", "www.")):
        return Entry(title=title, link=link)
    if part.casefold().startswith(("http://", "https://")) and " " not in part:
        return Entry(title="", link=part)
    return Entry(title=part, link="")


@cache
def _list_values() -> frozenset[str]:
    register = (standard(version) for version in VERSIONS if not version.startswith("org-"))
    themes = {choice for known in register if "category" in known for choice in known["category"].choices}
    tests = {*impact_assessment_titles(), *value_map("impact_assessment")}
    return frozenset(text.casefold() for text in themes | tests)
