"""Proposes names of people in a text, from titles, announcements, initials, and lists of first names and surnames.

A row of words with capitals is a name when something says so (a title before it, a known first name in it), and
nothing says it is a street, an organisation, a law, a method or a product.
"""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.names.alone import may_stand_alone
from algreg_lib.privacy.names.announcements import (
    ANNOUNCED,
    ROLE,
    TITLE,
    announcement,
    is_role,
    may_announce,
    may_be_titled,
    small_words_before,
    start_of_prefixes,
)
from algreg_lib.privacy.names.evidence import (
    OLD_AND_NEW,
    confidence_of,
    holds_candidate,
    is_never_name,
    may_be_name,
    with_small_words,
)
from algreg_lib.privacy.names.known import PREFIXES, NameLists, name_lists
from algreg_lib.privacy.names.objections import blocked, is_institution, is_organisation
from algreg_lib.privacy.names.shapes import page_hits
from algreg_lib.privacy.names.standing import AMBIGUOUS, LIKELY, NEVER, POSSIBLE, standing
from algreg_lib.privacy.names.tokens import (
    ITEM,
    ROW,
    TITLES,
    Token,
    has_inner_capital,
    is_acronym,
    is_surname,
    opens_sentence,
    token_of,
)

#: Small words that no surname has without an article behind them: `van Jeroen aan Linda`.
_PREPOSITIONS: Final = frozenset({"in", "op", "aan", "uit", "voor", "tot"})
#: Initials without stops before a surname, and abbreviations that are none.
_BARE_INITIALS: Final = re.compile(
    r"(?<![\w.-])(?!BV|NV|IT|AI|OR|MT|PO|FG|HR|KCC|CIO|CDO|NS|CS|TU|OM|VN|EU)[A-Z]{1,3} $"
)
_HOUSE_NUMBER: Final = re.compile(r" \d{1,4}\b(?![.:/-]\d)")
#: Such an adjective before a surname.
_OLD_AND_NEW: Final = re.compile(rf"(?<![\w.-])(?:{'|'.join(word.capitalize() for word in sorted(OLD_AND_NEW))}) $")

#: What ties a second name to the first.
_JOINTS: Final = frozenset(
    {
        ", ",
        " en ",
        " of ",
        ", en ",
        " & ",
        "/",
        " / ",
        " and ",
        "; ",
        "\n",
        " (",
        " - ",
        " + ",
        "+",
        " -> ",
        "->",
        " → ",
    }
)


def name_hits(text: str, *, titled: bool = True) -> Iterator[Hit]:
    """Proposed names: rows of words with capitals, and addresses of somebody's own page; they do not overlap.

    Without `titled` the text holds no word such as `mevrouw`.
    """
    yield from _in_rows(text, titled=titled)
    if "/" in text:
        yield from page_hits(text)


def _in_rows(text: str, *, titled: bool) -> Iterator[Hit]:
    before = 0  # where the last name ended: what is tied to it with `en` or a comma is announced by it
    waiting: list[re.Match[str]] = []  # rows that are no name by themselves, each tied to the next
    for match in ROW.finditer(text):
        row = match.group()
        if not holds_candidate(row) and not (titled and _is_titled(text, row, match.start())):
            waiting.clear()
            continue
        start, end = match.span()
        joined = 0 < before >= start - 5 and text[before:start] in _JOINTS
        if not joined and not _is_free(text, start):
            continue
        if waiting and text[waiting[-1].end() : start] not in _JOINTS:
            waiting.clear()
        found = []
        if not is_never_name(row) and (joined or _may_be_named(text, row, start, end)):
            found = list(_in_row(text, [token_of(item, start) for item in ITEM.finditer(row)], joined=joined))
        if not found:
            waiting.append(match)
            continue
        if waiting and found[0].start <= start:
            yield from _tied_before(text, waiting)
        waiting.clear()
        before = found[-1].end
        yield from found


def _is_titled(text: str, row: str, start: int) -> bool:
    """Whether a title stands before a row, or opens it: `Mevrouw Zomer`."""
    return row.partition(" ")[0].lower() in TITLES or may_be_titled(text, start)


def _is_free(text: str, start: int) -> bool:
    """Whether no letter, digit or part of a path stands right before; an @ only that calls somebody."""
    sign = text[start - 1 : start]
    if sign == "@":
        return not text[start - 2 : start - 1].strip()
    if sign == "-" and text[start - 2 : start - 1].isalpha():
        return not is_institution(text[max(0, start - 24) : start - 1].split()[-1].lower())  # `motie-Van Dam`
    return not (sign.isalnum() or (sign != "" and sign in "\\/_."))


def _tied_before(text: str, rows: list[re.Match[str]]) -> Iterator[Hit]:
    """Names among rows that are tied to a name behind them: `Pruim en Jan Jansen`, from the last."""
    for match in reversed(rows):
        tokens = [token_of(item, match.start()) for item in ITEM.finditer(match.group())]
        found = [] if is_never_name(match.group()) else list(_in_row(text, tokens, joined=True))
        yield from found
        if not found:
            return


def _may_be_named(text: str, row: str, start: int, end: int) -> bool:
    """Whether a row may be a name, from the row alone or from what stands right before; quick, and true too often."""
    by_itself = may_stand_alone(text, row, end) if row.isalpha() else may_be_name(row)
    if by_itself or text[start - 1 : start] == "(" or may_announce(text, start):
        return True
    return standing(row) >= POSSIBLE and small_words_before(text, start) != ""


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
    behind = _reach(text, tokens, at, announced, lists)
    confidence = confidence_of(text, tokens[at:behind], announced, lists)
    if not confidence or (not announced and behind == at + 1 and _ends_longer_row(text, tokens, at)):
        return None, at + 1
    if behind == at + 1 and start == tokens[at].start and with_small_words(text, tokens[at], lists):
        left = text[max(0, start - 24) : start]
        start -= len(left) - start_of_prefixes(left)
    if blocked(text, tokens[at:behind], start, announced):
        return None, behind
    start = _with_loose_start(text, start, tokens[at])
    return Hit(start, tokens[behind - 1].end, "name", confidence), behind


def _with_loose_start(text: str, start: int, first: Token) -> int:
    """Where a name begins with the initials without stops, or the adjective, right before it."""
    if text[start - 1 : start] != " " or first.initials:
        return start
    left, lists = text[max(0, start - 9) : start], name_lists()
    loose = _OLD_AND_NEW.search(left)
    only_first = first.key in lists.dutch_first and first.key not in lists.surnames
    if loose is None and standing(first.word) >= POSSIBLE and not only_first:
        loose = _BARE_INITIALS.search(left)
    return start - len(loose.group()) if loose else start


def _ends_longer_row(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a word stands behind another with a capital that has it not because a sentence begins there."""
    if at == 0 or opens_sentence(text, tokens[at - 1].start) or is_role(tokens[at - 1].key):
        return False
    code = tokens[at - 1].word.isupper() and text[tokens[at - 1].end : tokens[at].start].strip() != ""
    return not code  # `NB-17-XT van Halima`


def _reach(text: str, tokens: list[Token], at: int, announced: int, lists: NameLists) -> int:
    """The token behind the longest row from here that can be one name: at most five parts, one surname at the end."""
    behind = at + 1
    if is_role(tokens[at].key):
        return behind
    while behind < len(tokens) and behind < at + 5:
        token, before = tokens[behind], tokens[behind - 1]
        acronym = is_acronym(token, lists) and not (before.word == "VAN" and token.key in lists.surname_ends)
        if token.start - before.end > 14 or acronym or token.key in TITLES:
            break
        if _leads_elsewhere(text, before, token, lists):
            break
        if _is_double(tokens, at, behind, announced):
            behind += 1
            break
        if not (_goes_on(before, lists) or (behind == at + 1 and not _ends(before, announced))):
            known = token.key in lists.surnames and token.key not in lists.plain
            behind += known or standing(token.word) not in {NEVER, AMBIGUOUS}
            break
        behind += 1
    return behind


def _leads_elsewhere(text: str, before: Token, token: Token, lists: NameLists) -> bool:
    """Whether small words lead to where somebody works or lives: `Sven van HydroLogica`, `Visser uit de Laan`."""
    small = text[before.end : token.start].split()
    if not small or before.key in PREFIXES or before.initials or token.initials:
        return False
    if " ".join(small) in _PREPOSITIONS:
        return True
    if standing(before.word) < LIKELY:
        return False
    if has_inner_capital(token.word) or token.word.partition("-")[0].isupper():
        return not (token.word.isupper() and token.key in lists.surname_ends)
    if small[0] == "van" and _HOUSE_NUMBER.match(text, token.end):
        return before.key not in lists.first  # `Lubbers van de Oosterdijk 188`
    return small[0] in _PREPOSITIONS and not is_surname(text, token, lists)


def _is_double(tokens: list[Token], at: int, behind: int, announced: int) -> bool:
    """Whether this part follows a surname with small words between (`E.A. Scholten van der Linde`)."""
    gap = tokens[behind].start - tokens[behind - 1].end
    first = tokens[at].initials or announced == TITLE or (announced >= ROLE and tokens[at].key in PREFIXES)
    return first and behind > at + 1 and gap > 4 and not is_organisation(tokens[behind].key)


def _goes_on(token: Token, lists: NameLists) -> bool:
    """Whether a part is never the end of a name: initials, first names, and prefixes with a capital."""
    return token.initials or token.key in PREFIXES or token.key in lists.first or token.key in OLD_AND_NEW


def _ends(token: Token, announced: int) -> bool:
    return announced >= ROLE and token.key in name_lists().surnames and token.key not in name_lists().weak_first
