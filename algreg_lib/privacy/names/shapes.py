"""Names that the shape of a text shows: initials or a first name behind, no capitals at all, an address of a page."""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.names.alone import is_deed
from algreg_lib.privacy.names.evidence import NO_INITIALS
from algreg_lib.privacy.names.known import folded, name_lists
from algreg_lib.privacy.names.objections import NOUN_ENDS, is_organisation
from algreg_lib.privacy.names.standing import LIKELY, POSSIBLE, SURE, standing
from algreg_lib.privacy.names.tokens import BETWEEN, LETTER, UPPER

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
    r"|(?:(?<=ezien )|(?<=kkoord )|(?<=door )|(?<=mentaar )|(?<=actie )|(?<=met )|(?<=van ))"
    r"(?!RvdK|CvdK|RvdR|BvdT)[A-Z]{1,3}vd[A-Z]{1,2}(?![\w-])"
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
    r"|collega|dank|hoi|hallo|beste|dag|gr\.?|groet|groeten|heeft|had|actie|wacht op|wachten op"
    r"|navraag|zegt|dat|en|of|cc)"
    r" ?:? (?P<name>[a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)?)(?![\w@])"
)
_LOWER_SURNAME: Final = re.compile(r"(?: (?:van|de[nr]?|ter|ten|te|el|'t|vd)){1,2} [a-zà-ÿ]{3,}(?![\w@])")
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


def page_hits(text: str) -> Iterator[Hit]:
    """Names in the address of somebody's own page: `/medewerkers/marloes-van-kesteren`."""
    for match in _SLUG.finditer(text):
        if match["first"].lower() in name_lists().dutch_first:
            yield Hit(match.start("name"), match.end("name"), "name", 0.8)


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


def first_name_hits(text: str, *, small: bool = True) -> Iterator[Hit]:
    """Names that a first name shows: behind the surname, or without a capital as in a note (`bel karin even`).

    Without `small` no first name in the text begins with a small letter.
    """
    if ", " in text:
        yield from _surname_first(text)
    for match in _IN_LOWER_CASE.finditer(text) if ":" in text or "=" in text else ():
        if folded(match.group(1).split()[0]) in name_lists().dutch_first:
            yield Hit(match.start(1), match.end(1), "name", 0.5)
    for match in (*_SAID.finditer(text), *_OPENS.finditer(text)) if small else ():
        name = match["name"]
        if not name.islower() or not (folded(name) in name_lists().dutch_first and standing(name) == SURE):
            continue
        if match.re is _SAID or not match["verb"] or is_deed(match["verb"]):
            yield Hit(match.start("name"), _end_of_surname(text, match.end("name")), "name", 0.5)


def _end_of_surname(text: str, end: int) -> int:
    """Where a name in lower case ends: behind a known surname with small words (`joost de kroon`), or at once."""
    match = _LOWER_SURNAME.match(text, end)
    return match.end() if match and folded(match.group().strip()) in name_lists().surnames else end


def _surname_first(text: str) -> Iterator[Hit]:
    """`Demir, Ayşe` in a cell or list by itself."""
    lists = name_lists()
    for match in _SURNAME_FIRST.finditer(text):
        first = folded(match["first"])
        known = first in lists.first or first in lists.weak_first
        surname = folded(f"{match['small'].strip()} {match['surname']}".strip())
        if known and (standing(match["surname"]) >= POSSIBLE or surname in lists.surnames):
            yield Hit(match.start(), match.end(), "name", 0.7)
