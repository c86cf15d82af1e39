"""Groupings as the register's export writes them (`1: title, link. 2: title, link`), to the workbook's notation."""

import re
from typing import Final

from algreg_lib.inventory.conversion.recoding import Recoding, distinct
from algreg_lib.inventory.notation import Entry, cell_of_grouping
from algreg_lib.inventory.table import Texts

NUMBERED: Final = "genummerde lijst uit de export van het register, nu één verwijzing per regel"
_GROUPING: Final = "_grouping"
#: A title may hold a comma and a link may lack; a link is what stands behind the last comma and looks like one.
_TITLE_AND_LINK: Final = re.compile(r"(?s)(.*?)\s*,\s*((?:https?://|www\.)\S+)\s*", re.IGNORECASE)


def in_notation(key: str, texts: Texts, recoding: Recoding) -> Texts:
    """The texts of a grouping with numbered lists rewritten, each noted; other fields as they are."""
    if not key.endswith(_GROUPING):
        return texts
    after = {text: cell for text in distinct(texts) if (cell := numbered_entries(text)) is not None}
    return recoding.replaced(key, texts, after, NUMBERED)


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
    if found := _TITLE_AND_LINK.fullmatch(part):
        return Entry(title=found[1], link=found[2])
    return Entry(title="", link=part) if _is_link(part) else Entry(title=part, link="")


def _is_link(text: str) -> bool:
    return text.casefold().startswith(("http://", "https://", "www.")) and " " not in text
