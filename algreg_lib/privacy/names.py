"""Proposes names of people in a text, from titles, announcements, initials, and lists of first names and surnames.

A row of words with capitals is a name when something says so (a title before it, a known first name in it), and
nothing says it is a street, an organisation, a law, a method or a product.
"""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.name_alone import is_deed, may_stand_alone
from algreg_lib.privacy.name_announcements import (
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
from algreg_lib.privacy.name_evidence import (
    NO_INITIALS,
    OLD_AND_NEW,
    confidence_of,
    holds_candidate,
    is_never_name,
    may_be_name,
    with_small_words,
)
from algreg_lib.privacy.name_objections import NOUN_ENDS, blocked, is_organisation
from algreg_lib.privacy.name_standing import AMBIGUOUS, LIKELY, NEVER, POSSIBLE, SURE, standing
from algreg_lib.privacy.name_tokens import (
    BETWEEN,
    ITEM,
    LETTER,
    ROW,
    TITLES,
    UPPER,
    Token,
    is_acronym,
    opens_sentence,
    token_of,
)
from algreg_lib.privacy.namelists import PREFIXES, NameLists, folded, name_lists

_INVERTED: Final = re.compile(
    rf"(?<![\w.])([{UPPER}]{LETTER}+(?:-(?:(?:{BETWEEN}) )*[{UPPER}]{LETTER}+)?), ?((?:[{UPPER}]\.[ -]?){{1,5}})"
    rf"((?:(?:{BETWEEN})\b ?){{0,3}})(?![{UPPER}])(?:\([{UPPER}]{LETTER}+\))?"
)
#: `M. (Mirjam) ten Broeke`: the first name stands between brackets behind the initials.
_IN_BRACKETS: Final = re.compile(
    rf"(?<![\w.])(?:[{UPPER}]\. ?){{1,5}}\([{UPPER}]{LETTER}+\) (?:(?:{BETWEEN}) )*"
    rf"[{UPPER}]{LETTER}+(?:-[{UPPER}]?{LETTER}+)*"
)


#: A cell or a list that holds `Demir, Ayşe`: nothing stands beside it but an address, or the next word of a header.
_SURNAME_FIRST: Final = re.compile(
    rf"(?:^|(?<=[;:\n(])|(?<=[;:] )|(?<=aan )|(?<=van ))(?P<surname>[{UPPER}]{LETTER}+(?:-[{UPPER}]{LETTER}+)?), "
    rf"(?P<first>[{UPPER}]{LETTER}+)(?:[ -][{UPPER}]{LETTER}+(?!{LETTER}|:))?(?P<small>(?: (?:{BETWEEN})){{0,3}})"
    rf"(?=\s*(?:$|[;()\n<\[]| aan |[{UPPER}][\w-]+:))"
)
#: `MvdB:` at the start of a line or between brackets, and `J. de G.`: who wrote it made himself short.
_MONOGRAM: Final = re.compile(
    r"(?:^|(?<=[\n(/;])|(?<=[;/] ))[A-Z]{1,3}vd[A-Z]{1,2}(?= ?(?:[:)/;\n]|$))"
    r"|(?<![\w-])[A-Z]\. ?(?:(?:van|de[nr]?|ter|ten|el|v\.d\.) ?)+[A-Z]\.(?! ?[A-Z])"
)
_IN_LOWER_CASE: Final = re.compile(
    r"\b(?:contactpersoon|eigenaar|auteur|opsteller|steller|behandelaar|naam|collega|aanspreekpunt|projectleider"
    r"|beheerder|proceseigenaar|gezien|akkoord|vervanger) ?[:=] ?"
    rf"({LETTER}{{3,}}(?: (?:(?:{BETWEEN}) )*{LETTER}{{3,}})?)"
    r"(?=\s*(?:$|[\n,;(/]))",
    re.IGNORECASE,
)

#: What stands before somebody's first name in a note that has no capitals.
_SAID: Final = re.compile(
    r"\b(?:bel|belt|vraag|vraagt|mail|mailt|app|met|van|door|bij|volgens|via|namens|aan|naar|akkoord|akk\.?|gezien"
    r"|collega|dank|hoi|hallo|beste|dag|gr\.?|groet|groeten|actie|wacht op|wachten op|navraag|zegt|dat|en|of|cc)"
    r" ?:? (?P<name>[a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)?)(?![\w@])"
)
#: The first word of a note, and who does something in it.
_OPENS: Final = re.compile(rf"(?:^|(?<=\n))(?P<name>{LETTER}{{3,}}(?:-{LETTER}+)?)(?=:| (?P<verb>{LETTER}+))")


#: Initials, and small words behind them, before a surname.
_BEHIND_INITIALS: Final = re.compile(rf"(?:[{UPPER}]|Th)\.[ -]?(?:(?:{BETWEEN}) )*$")

#: The page of one person on a website.
_SLUG: Final = re.compile(
    r"/(?:medewerkers?|team|teams|collegas?|contact|contactpersonen|auteurs?|over-ons|wie-is-wie|mensen|profiel|profile"
    r"|people|staff|users?|personen|raadsleden|bestuur|college)/"
    r"(?P<name>(?P<first>[a-z]{2,})(?:[-_.][a-z]+){1,4})(?![\w-])",
    re.IGNORECASE,
)
#: Small words that no surname has without an article behind them: `van Jeroen aan Linda`.
_PREPOSITIONS: Final = frozenset({"in", "op", "aan", "uit", "voor", "tot"})
#: Initials without stops before a surname, and abbreviations that are none.
_BARE_INITIALS: Final = re.compile(
    r"(?<![\w.-])(?!BV|NV|IT|AI|OR|MT|PO|FG|HR|KCC|CIO|CDO|NS|CS|TU|OM|VN|EU)[A-Z]{1,3} $"
)
#: Such an adjective before a surname.
_OLD_AND_NEW: Final = re.compile(rf"(?<![\w.-])(?:{'|'.join(word.capitalize() for word in sorted(OLD_AND_NEW))}) $")

#: What ties a second name to the first.
_JOINTS: Final = frozenset({", ", " en ", " of ", ", en ", " & ", "/", " / ", " and ", "; ", "\n", " (", " - "})


def name_hits(text: str, *, titled: bool = True) -> Iterator[Hit]:
    """Proposed names: rows of words with capitals, and addresses of somebody's own page; they do not overlap.

    Without `titled` the text holds no word such as `mevrouw`.
    """
    yield from _in_rows(text, titled=titled)
    if "/" in text:
        yield from _in_slugs(text)


def _in_rows(text: str, *, titled: bool) -> Iterator[Hit]:
    before = 0  # where the last name ended: what is tied to it with `en` or a comma is announced by it
    waiting: list[re.Match[str]] = []  # rows that are no name by themselves, each tied to the next
    for match in ROW.finditer(text):
        start, end = match.span()
        row = match.group()
        if not holds_candidate(row) and not (titled and may_be_titled(text, start)):
            waiting.clear()
            continue
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


def _in_slugs(text: str) -> Iterator[Hit]:
    """Names in the address of somebody's own page: `/medewerkers/marloes-van-kesteren`."""
    for match in _SLUG.finditer(text):
        if match["first"].lower() in name_lists().dutch_first:
            yield Hit(match.start("name"), match.end("name"), "name", 0.8)


def _is_free(text: str, start: int) -> bool:
    """Whether no letter, digit or part of a path stands right before; an @ only that calls somebody."""
    sign = text[start - 1 : start]
    if sign == "@":
        return not text[start - 2 : start - 1].strip()
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
    left = text[max(0, start - 9) : start]
    loose = _OLD_AND_NEW.search(left)
    if (
        loose is None
        and standing(first.word) >= POSSIBLE
        and first.key not in name_lists().dutch_first - name_lists().surnames
    ):
        loose = _BARE_INITIALS.search(left)
    return start - len(loose.group()) if loose else start


def _ends_longer_row(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a word stands behind another with a capital that has it not because a sentence begins there."""
    return at > 0 and not opens_sentence(text, tokens[at - 1].start) and not is_role(tokens[at - 1].key)


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
        if text[before.end : token.start].strip() in _PREPOSITIONS:
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


def initials_hits(text: str) -> Iterator[Hit]:
    """Names with the initials behind, as in a list of literature or staff, and who wrote only his initials."""
    yield from _inverted(text)
    for match in _IN_BRACKETS.finditer(text) if "(" in text else ():
        yield Hit(match.start(), match.end(), "name", 0.9)
    for match in _MONOGRAM.finditer(text):
        if _stands_for(text, match):
            continue
        yield Hit(match.start(), match.end(), "name", 0.5)


def _stands_for(text: str, monogram: re.Match[str]) -> bool:
    """Whether it is short for what stands before the bracket: `Commissariaat voor de Media (CvdM)`."""
    before = text[max(0, monogram.start() - 60) : monogram.start()]
    words = before.rstrip("( ").split() if before.endswith("(") else []
    if not words or not words[-1].startswith(monogram.group()[-1]):
        return False
    named = [word for word in words[-5:-1] if word.startswith(monogram.group()[0])]
    return bool(named) and standing(named[-1]) < POSSIBLE


def _inverted(text: str) -> Iterator[Hit]:
    """Names written as in a list of literature or staff: `Jansen, P.A. van`."""
    lists = name_lists()
    for match in _INVERTED.finditer(text):
        surname, initials = match.group(1), match.group(2)
        if _BEHIND_INITIALS.search(text, max(0, match.start() - 24), match.start()):
            continue  # `T. Jansen, F. Bouhali`: the initials are those of the next
        key = folded(surname)
        full = folded(f"{match.group(3).strip()} {surname}".strip())
        if initials.replace(" ", "").upper() in NO_INITIALS or full in lists.places or is_organisation(key):
            continue
        known = any(name in lists.surnames for name in (full, key, *key.split("-"))) or standing(surname) >= LIKELY
        if known or (initials.count(".") > 1 and key not in lists.plain and not key.endswith(NOUN_ENDS)):
            yield Hit(match.start(), match.start() + len(match.group().rstrip()), "name", 0.8)


def first_name_hits(text: str) -> Iterator[Hit]:
    """Names that a first name shows: behind the surname, or without a capital as in a note (`bel karin even`)."""
    yield from _surname_first(text)
    for match in _IN_LOWER_CASE.finditer(text) if ":" in text or "=" in text else ():
        if folded(match.group(1).split()[0]) in name_lists().dutch_first:
            yield Hit(match.start(1), match.end(1), "name", 0.5)
    for match in (*_SAID.finditer(text), *_OPENS.finditer(text)):
        name = match["name"]
        if not name.islower() or not (folded(name) in name_lists().dutch_first and standing(name) == SURE):
            continue
        if match.re is _SAID or not match["verb"] or is_deed(match["verb"]):
            yield Hit(match.start("name"), match.end("name"), "name", 0.5)


def _surname_first(text: str) -> Iterator[Hit]:
    """`Demir, Ayşe` in a cell or list by itself."""
    lists = name_lists()
    for match in _SURNAME_FIRST.finditer(text):
        first = folded(match["first"])
        known = first in lists.first or first in lists.weak_first
        surname = folded(f"{match['small'].strip()} {match['surname']}".strip())
        if known and (standing(match["surname"]) >= POSSIBLE or surname in lists.surnames):
            yield Hit(match.start(), match.end(), "name", 0.7)
