"""Proposes dates of birth, said to be one or right behind somebody."""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.name_standing import LIKELY, UNKNOWN, standing
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
    r"(?:\bgeboren\b|\bgeboorte(?:datum|dag|data|plaats|dd)?\b|\bgeb\b\.?(?: ?dat(?:um)?\b\.?)?|\bg\.?d\.?:"
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
#: The year of somebody in a family, or said to be one of birth: `vader Rik (1969)`, `geboortejaar (1949)`.
_YEAR_OF: Final = re.compile(
    r"\b(?:[Vv]ader|[Mm]oeder|[Zz]oon|[Dd]ochter|[Pp]artner|[Kk]ind|[Cc]li[eë]nt|[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?"
    r"|[Dd]hr\.?|[Mm]eneer|[Hh]eer|[Bb]roer"
    r"|[Zz]us|[Oo]pa|[Oo]ma|[Bb]uurman"
    r"|[Bb]uurvrouw) [A-ZÀ-Þ][\w.-]+(?: (?:[a-z]{2,4} ){0,2}[A-ZÀ-Þ][\w-]+)?,? \((?P<date>(?:19|20)\d\d)\)"
    r"|\b[Gg]eboortejaar[^.\n\d]{0,40}?\((?P<year>(?:19|20)\d\d)\)"
    rf"|\b(?:[Ii]k (?:ben|bin)|[Hh]ij is|[Zz]ij is|[Dd]ie is|en is"
    rf"|[A-ZÀ-Þ][a-zà-ÿ]+(?: is)?) van (?P<day>(?:{_MONTH} )?(?:19[2-9]\d|['’]\d\d)(?!\d))"
)
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
_COHORT: Final = re.compile(
    r"\b(?:voor|vóór|na|vanaf|tot|tussen|sinds|t/m|eerder|later|ouder|jonger|wijzig\w*)\b", re.IGNORECASE
)


def birth_date_hits(text: str) -> Iterator[Hit]:
    """Dates that the text calls somebody's birth; never the bound of an age group."""
    for match in _BORN.finditer(text):
        if not _COHORT.search(match["between"]) and "." not in match["between"].rstrip(". "):
            yield Hit(match.start("date"), match.end("date"), "birth_date", 0.9)
            following = _NEXT.match(text, match.end("date"))
            while following and _year(following["date"]) <= _LAST_OF_CHILD:
                yield Hit(*following.span("date"), "birth_date", 0.8)
                following = _NEXT.match(text, following.end())
    for match in _BORN_PARTLY.finditer(text):
        group = "date" if match["date"] else "day"
        if not _MANY.search(text, max(0, match.start() - 60), match.start()):
            yield Hit(match.start(group), match.end(group), "birth_date", 0.6)
    for match in _BORN_BEHIND.finditer(text):
        yield Hit(match.start("date"), match.end("date"), "birth_date", 0.8)
    for match in _BORN_SHORT.finditer(text):
        yield Hit(*match.span("date" if match["date"] else "year"), "birth_date", 0.8)


def birth_year_hits(text: str) -> Iterator[Hit]:
    """Years that stand for the age of one person."""
    for match in _YEAR_OF.finditer(text):
        group = match.lastgroup or "date"
        if _year(match[group]) <= _LAST_OF_CHILD:
            yield Hit(*match.span(group), "birth_date", 0.6)


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
