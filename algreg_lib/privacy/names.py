"""Proposes names of people in a text, from titles, announcements, initials, and lists of first names and surnames.

A row of words with capitals is a name when something says so (a title before it, a known first name in it), and
nothing says it is a street, an organisation, a law, a method or a product.
"""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.name_announcements import ANNOUNCED, ROLE, TITLE, announcement, may_announce
from algreg_lib.privacy.name_evidence import NO_INITIALS, confidence_of, is_never_name, may_be_name
from algreg_lib.privacy.name_objections import NOUN, blocked, is_organisation
from algreg_lib.privacy.name_tokens import BETWEEN, ITEM, LETTER, ROW, TITLES, UPPER, Token, is_acronym, token_of
from algreg_lib.privacy.namelists import PREFIXES, NameLists, folded, name_lists

_INVERTED: Final = re.compile(
    rf"(?<![\w.])([{UPPER}]{LETTER}+(?:-[{UPPER}]{LETTER}+)?), ?((?:[{UPPER}]\.[ -]?){{1,5}})"
    rf"((?:(?:{BETWEEN})\b ?){{0,3}})(?![{UPPER}])"
)


_INITIAL_BEHIND: Final = re.compile(rf", ?[{UPPER}]\.")

#: What ties a second name to the first.
_JOINTS: Final = frozenset({", ", " en ", " of ", ", en ", " & ", "/", " / ", " and ", "; ", "\n", " (", " - "})


def name_hits(text: str) -> Iterator[Hit]:
    """Proposed names, in the order of the text; they do not overlap each other, but for those written surname first."""
    before = 0  # where the last name ended: what is tied to it with `en` or a comma is announced by it
    for match in ROW.finditer(text):
        start, row = match.start(), match.group()
        if start and (text[start - 1].isalnum() or text[start - 1] in "@\\/_."):
            continue
        if is_never_name(row):
            continue
        joined = before > 0 and start - before < 6 and text[before:start] in _JOINTS
        if not joined and not (may_be_name(row) or text[start - 1 : start] == "(" or may_announce(text, start)):
            continue
        for hit in _in_row(text, [token_of(item, start) for item in ITEM.finditer(row)], joined=joined):
            before = hit.end
            yield hit
    if _INITIAL_BEHIND.search(text):
        yield from _inverted(text)


def _in_row(text: str, tokens: list[Token], *, joined: bool) -> Iterator[Hit]:
    position = 0
    while position < len(tokens):
        hit, position = _name_at(text, tokens, position, joined=joined and position == 0)
        if hit is not None:
            yield hit


def _name_at(text: str, tokens: list[Token], at: int, *, joined: bool) -> tuple[Hit | None, int]:
    """The name that begins at this token, if any, and the token to go on from."""
    lists = name_lists()
    announced, start = announcement(text, tokens[at].start)
    if joined:  # behind a bracket often stands where somebody works
        announced = max(announced, ROLE if text[start - 1] == "(" else ANNOUNCED)
    if tokens[at].key in TITLES and announced < TITLE:
        return None, at + 1
    behind = _reach(tokens, at, announced, lists)
    confidence = confidence_of(text, tokens[at:behind], announced, lists)
    if not confidence:
        return None, at + 1
    if blocked(text, tokens, at, behind, announced):
        return None, behind
    return Hit(start, tokens[behind - 1].end, "name", confidence), behind


def _reach(tokens: list[Token], at: int, announced: int, lists: NameLists) -> int:
    """The token behind the longest row from here that can be one name: at most five parts, one surname at the end."""
    behind = at + 1
    while behind < len(tokens) and behind < at + 5:
        token, before = tokens[behind], tokens[behind - 1]
        if token.start - before.end > 14 or is_acronym(token, lists) or token.key in TITLES:
            break
        if _is_double(tokens, at, behind, announced):
            behind += 1
            break
        if not (_goes_on(before, lists) or (behind == at + 1 and not _ends(before, announced))):
            if not (token.key in lists.surnames and token.key not in lists.plain):
                break
            behind += 1
            break
        behind += 1
    return behind


def _is_double(tokens: list[Token], at: int, behind: int, announced: int) -> bool:
    """Whether this part follows a surname with small words between (`E.A. Scholten van der Linde`)."""
    gap = tokens[behind].start - tokens[behind - 1].end
    first = tokens[at].initials or announced == TITLE
    return first and behind > at + 1 and gap > 4 and not is_organisation(tokens[behind].key)


def _goes_on(token: Token, lists: NameLists) -> bool:
    """Whether a part is never the end of a name: initials, first names, and prefixes with a capital."""
    return token.initials or token.key in PREFIXES or token.key in lists.first


def _ends(token: Token, announced: int) -> bool:
    return announced >= ROLE and token.key in name_lists().surnames and token.key not in name_lists().weak_first


def _inverted(text: str) -> Iterator[Hit]:
    """Names written as in a list of literature or staff: `Jansen, P.A. van`."""
    lists = name_lists()
    for match in _INVERTED.finditer(text):
        surname, initials = match.group(1), match.group(2)
        key = folded(surname)
        full = folded(f"{match.group(3).strip()} {surname}".strip())
        if initials.replace(" ", "").upper() in NO_INITIALS or full in lists.places or is_organisation(key):
            continue
        known = any(name in lists.surnames for name in (full, key, *key.split("-")))
        if known or (initials.count(".") > 1 and key not in lists.plain and not NOUN.search(key)):
            yield Hit(match.start(), match.start() + len(match.group().rstrip()), "name", 0.8)
