"""Proposes dates of birth, said to be one or right behind somebody."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.names import LIKELY, UNKNOWN, standing
from algreg_lib.privacy.triggers import any_case_of

_MONTH: Final = (
    r"(?:jan(?:uar[iy])?|feb(?:ruar[iy])?|mrt|maart|march|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|aug(?:ust(?:us)?)?"
    r"|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE: Final = (
    r"(?:\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?(?:19|20)?\d{2}|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}"
    rf"|\d{{1,2}}(?:e|ste)?[ -]{_MONTH}[ -](?:19|20)?\d{{2}}"
    r"|(?:0\d|[12]\d|3[01])(?:0\d|1[0-2])(?:19|20)\d{2}|(?:19|20)\d{2}(?:0\d|1[0-2])(?:0\d|[12]\d|3[01])"
    rf"|\d{{1,2}}[ -](?:\d{{1,2}}|{_MONTH})[ -]['’]\d{{2}})"
)
_BORN: Final = re.compile(
    r"(?:\bgeboren\b|\bgeboorte(?:datum|dag|data|plaats|dd)?\b|\bgeb\b\.?(?: ?dat(?:um)?\b\.?)?|\bgeb_dat\w*"
    r"|\bg\.?d\.?:"
    r"|\bdate of birth|\bbirth\w*"
    rf"|\bdob\b|\b(?:zij|hij|die) is van\b|\bverjaart op|\bverjaardag|\bjarig|\bgbdat\w*|\bgb\b\.?|\bborn\b"
    rf"|\bwerd 18|\b18 geworden"
    r"|\bgeb\.? ?dat\w*|\bd\.o\.b\."
    rf"|[*°])(?P<between>[^\n;*°]{{0,40}}?)(?=\d)(?<!\d)(?P<date>{DATE})(?![\d-])",
    re.IGNORECASE,
)
_BORN_BEHIND: Final = re.compile(
    rf"(?=\d)(?<![\d-])(?P<date>{DATE})(?![\d-])(?: (?:te|in) [A-Z][\w-]+)? ?[,(]? ?\(?(?:geboren|geboortedatum|geb\."
    rf"|(?:(?:is|dus|zijnde) )?(?:(?:de|haar|zijn|hun|een) )?(?:geboorte(?:dag|datum)|verjaardag)|als geboorte|jarig"
    r"|ter wereld)",
    re.IGNORECASE,
)
#: A year or a day only, of one person: `geboren in mei 1978`, `jarig op 12 maart`.
_BORN_PARTLY: Final = re.compile(
    rf"\b(?:geboren|geb\.|geboortejaar)[ :]+(?:is |in )?(?P<date>(?:{_MONTH} )?19\d\d)(?![\d/.-])"
    rf"|\b(?:jarig|verjaart|verjaardag)[ :(]+(?:is |op )?(?P<day>\d{{1,2}}[ -](?:{_MONTH}|\d{{1,2}}))(?![ -]\d|\d)",
    re.IGNORECASE,
)
#: Six digits, or a year of two, right behind the word for it: `geb.dat. 280583`, `geboren '82`.
_BORN_SHORT: Final = re.compile(
    r"\b(?:geb(?:oorte)?\.? ?dat(?:um)?\b\.?|gebdat\w*|dob|geb\.)[ :=\"'(]*"
    r"(?P<date>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d)(?!\d)"
    r"|\b(?:geboren|geb\.)(?: in)? (?P<year>['’]\d\d)(?!\d)",
    re.IGNORECASE,
)
#: In a row of fields behind the number of somebody: `111222333; Bakker; 7-2-1958`.
_BEHIND_BSN: Final = re.compile(
    r"(?<![\w./-])(?P<bsn>\d{9}|\d{4}\.\d\d\.\d{3}|\d{3}\.\d{3}\.\d{3})"
    rf"(?: ?[;|/,\t] ?[^\n;|/,\t\d]{{2,40}})?(?: ?[;|/,\t] ?| )(?P<date>{DATE})(?![\d-])"
)
#: The same with the date before the number.
_BEFORE_BSN: Final = re.compile(rf"(?<![\w./-])(?P<date>{DATE}) ?[;|/,\t] ?(?P<bsn>\d{{9}})(?!\d)")
#: More dates in the same list of births: `geboortedata (01-01-1984, 02-03-1985, 04-05-1986)`.
_NEXT: Final = re.compile(rf"(?:, | en |; )(?P<date>{DATE})(?![\d-])")
#: The child of somebody, by name: `kind: Milan, 5 jan 2015`.
_NAMED_CHILD: Final = re.compile(
    r"\b(?:[Kk]ind|[Zz]oon|[Dd]ochter|[Bb]aby|[Pp]artner|[Mm]an|[Vv]rouw|[Bb]roer|[Zz]us)\b:? "
    rf"[A-ZÀ-Þ][\w-]+(?: [\w-]+){{0,3}},? \(?(?P<date>{DATE})(?![\d-])"
)
_CENTURY: Final = r"(?:19[2-9]\d|20[01]\d)"
_TITLED: Final = any_case_of(
    "vader moeder zoon dochter partner kind cliënt client mevrouw mevr. mevr mw. mw dhr. dhr meneer heer broer zus "
    "opa oma buurman buurvrouw".split()
)
_FAMILY: Final = any_case_of(
    "patient patiënt bewoner bewoonster dame heer man vrouw jongen meisje moeder vader zus zusje broer broertje zoon "
    "dochter partner kind".split()
)
_TELLS_OF: Final = any_case_of(("ik ben", "ik bin", "hij is", "zij is", "die is", "en is"))
#: The year of somebody in a family, or said to be one of birth: `vader Rik (1969)`, `geboortejaar (1949)`, `(van '55)`.
_YEARS_OF: Final = tuple(
    map(
        re.compile,
        (
            rf"{_TITLED} [A-ZÀ-Þ][\w.-]+(?: (?:[a-z]{{2,4}} ){{0,2}}[A-ZÀ-Þ][\w-]+)?,? \((?P<year>(?:19|20)\d\d)\)",
            r"eboortejaar[^.\n\d]{0,40}?\((?P<year>(?:19|20)\d\d)\)",
            rf"{_FAMILY}(?: van)?,? ?[=:(]? ?(?P<year>(?:{DATE})(?![\d-])|{_CENTURY}(?!\d|[-/]\d)|['’]\d\d\b)",
            rf"\((?:van |jaargang )(?P<year>(?:{_MONTH} )?(?:{_CENTURY}|['’]\d\d))\b",
            rf"{any_case_of(('gebjr', 'geb.jr', 'geb. jr', 'jaargang'))}\.?:? (?P<year>{_CENTURY})\b",
            r"[*°] ?(?P<year>19\d\d)\b",
            rf"{_TELLS_OF} van (?P<year>(?:{DATE})(?![\d-])|(?:{_MONTH} )?(?:19[2-9]\d|['’]\d\d)(?!\d))",
            rf"[A-ZÀ-Þ](?<!\w.)[a-zà-ÿ]+(?: is)? van (?P<year>(?:{_MONTH} )?(?:19[2-9]\d|['’]\d\d)(?!\d))",
            r"van (?<!jaren van )(?<!wet van )(?P<year>['’](?:[3-9]\d|0\d|1[0-4]))(?=[,.)]|$)",
        ),
    )
)
#: A date with a year of two figures that is no year of now: `3 mei '47`.
_LONG_AGO: Final = re.compile(
    rf"(?<![\d/-])(?P<date>\d{{1,2}}(?: ?[-/.] ?\d{{1,2}} ?[-/.] ?|[ -]{_MONTH}[ -])['’](?:[3-9]\d|0\d|1[0-4]))(?!\d)",
    re.IGNORECASE,
)
#: What shows that a date belongs to one person: a number of that person near it.
_NEAR_BSN: Final = re.compile(rf"(?<![\d/-])(?P<date>{DATE})(?![\d-])", re.IGNORECASE)
_BSN_WORD: Final = re.compile(r"\bbsn\b|(?<![\w./-])\d{9}(?!\d)", re.IGNORECASE)
_NEAR: Final = 45
#: Many people, whose year of birth is a rule.
_MANY: Final = re.compile(
    r"\b(?:inwoners|mensen|jongeren|kinderen|personen|burgers|cliënten|leerlingen|iedereen|wie|die"
    r"|allen)\b[^.,\n]{0,30}$",
    re.IGNORECASE,
)
_PERSON_WORD: Final = any_case_of(
    (
        "dame inwoner inwoners bewoner cliënt cliënte client klant patiënt leerling leerlinge student kind kinderen "
        "zoon "
        "zoons dochter "
        "dochters zusje broertje baby tweeling jeugdige jongere jongen meisje man vrouw meneer mevrouw vader moeder "
        "partner "
        "aanvrager betrokkene verdachte deelnemer bezwaarmaker melder medewerker collega ouder broer zus oma opa"
    ).split()
)
#: A date right behind a word for somebody: `inwoner (14.06.1992)`, `kinderen van 06-07-2015 en 21-03-2018`.
_OF_PERSON: Final = re.compile(
    rf"{_PERSON_WORD}(?: is)?(?: \(| van |, )(?P<date>{DATE})(?![\d-])(?:(?:,| en) "
    rf"(?P<second>{DATE})(?![\d-]))?",
    re.IGNORECASE,
)
#: A date between brackets right behind a name: `Tsegaye, M. (01-01-1990)`.
_BEHIND_NAME: Final = re.compile(
    rf"(?P<initials>\b[A-Z]\. (?:(?:van|de|den|der|el) )*)?(?P<word>[A-ZÀ-Þ][\w-]+|[A-Z]\.)"
    rf"(?: \([mvx]\))?(?:,?(?: \d{{1,3}} (?:jr|jaar))? ?\((?:[mvx],? )?|[,;|] ?|['\"], ?['\"]"
    rf"| )(?P<date>{DATE})(?![\d-])"
)
#: The last year that is one of birth rather than of a letter: of anybody, also children; of who is named.
_LAST_OF_CHILD: Final = 2018
_LAST_OF_ADULT: Final = 2014
#: `geboren voor 1 januari 1950` is a rule for a group, no one's birthday.
_ANIMAL: Final = re.compile(
    r"\b(?:lam|lammeren|kalf|kalveren|veulens?|biggen|pups?|kuikens?|dier(?:en)?) (?:is |zijn )?$", re.IGNORECASE
)
_COHORT: Final = re.compile(
    r"\b(?:voor|vóór|na|vanaf|tot|tussen|sinds|t/m|eerder|later|ouder|jonger|wijzig\w*)\b", re.IGNORECASE
)


def birth_date_hits(text: str) -> Iterator[Hit]:
    """Dates that the text calls somebody's birth; never the bound of an age group."""
    for match in _BORN.finditer(text):
        animal = _ANIMAL.search(text, max(0, match.start() - 25), match.start())
        if not (animal or _COHORT.search(match["between"]) or "." in match["between"].rstrip(". ")):
            yield from _listed(text, match)
    for match in _BORN_PARTLY.finditer(text):
        group = "date" if match["date"] else "day"
        if not _MANY.search(text, max(0, match.start() - 60), match.start()):
            yield Hit(match.start(group), match.end(group), "birth_date", 0.6)
    for match in _BORN_BEHIND.finditer(text):
        yield Hit(match.start("date"), match.end("date"), "birth_date", 0.8)
    for match in _BORN_SHORT.finditer(text):
        yield Hit(*match.span("date" if match["date"] else "year"), "birth_date", 0.8)


def _listed(text: str, born: re.Match[str]) -> Iterator[Hit]:
    """The date behind the word for it, and those that follow it in a list."""
    yield Hit(*born.span("date"), "birth_date", 0.9)
    following = _NEXT.match(text, born.end("date"))
    while following and _year(following["date"]) <= _LAST_OF_CHILD:
        yield Hit(*following.span("date"), "birth_date", 0.8)
        following = _NEXT.match(text, following.end())


def birth_year_hits(text: str) -> Iterator[Hit]:
    """Years that stand for the age of one person."""
    for match in chain.from_iterable(pattern.finditer(text) for pattern in _YEARS_OF):
        if _year(match["year"]) <= _LAST_OF_CHILD:
            yield Hit(*match.span("year"), "birth_date", 0.6)


def long_ago_hits(text: str) -> Iterator[Hit]:
    """Dates that only birthdays have: with a short year long ago, or beside the number of a person."""
    for match in _LONG_AGO.finditer(text):
        yield Hit(*match.span("date"), "birth_date", 0.6)
    for number in _BSN_WORD.finditer(text):
        digits = number.group()
        if digits.isdigit() and not passes_eleven_test(digits):
            continue
        for match in _NEAR_BSN.finditer(text, max(0, number.start() - _NEAR), number.end() + _NEAR):
            if _year(match["date"]) <= _LAST_OF_ADULT:
                yield Hit(*match.span("date"), "birth_date", 0.6)


def date_of_person_hits(text: str) -> Iterator[Hit]:
    """Dates long ago right behind a name or a word for somebody; a recent one is that of a letter or a meeting."""
    for match in _OF_PERSON.finditer(text):
        for group in ("date", "second"):
            if match[group] and _year(match[group]) <= _LAST_OF_CHILD:
                yield Hit(match.start(group), match.end(group), "birth_date", 0.7)
    for match in (*_NAMED_CHILD.finditer(text), *_behind_bsn(text)):
        if _year(match["date"]) <= _LAST_OF_CHILD:
            yield Hit(match.start("date"), match.end("date"), "birth_date", 0.7)
    for match in _BEHIND_NAME.finditer(text):
        enough = UNKNOWN if "(" in match.group() or match["initials"] else LIKELY
        if _year(match["date"]) <= _LAST_OF_ADULT and ("." in match["word"] or standing(match["word"]) >= enough):
            yield Hit(match.start("date"), match.end("date"), "birth_date", 0.7)


def _behind_bsn(text: str) -> Iterator[re.Match[str]]:
    for match in (*_BEHIND_BSN.finditer(text), *_BEFORE_BSN.finditer(text)):
        if passes_eleven_test(match["bsn"].replace(".", "")):
            yield match


def _year(date: str) -> int:
    """The year of a date; one without a century is taken to be long ago."""
    year = re.search(r"(?:19|20)\d{2}", date)
    return int(year.group()) if year else 1900


def passes_eleven_test(digits: str) -> bool:
    """Whether nine digits can be a BSN: weighted sum with 9 … 2 and -1 divides by eleven, and not all zero."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and digits.strip("0") != ""
