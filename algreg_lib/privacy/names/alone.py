"""Whether one word with a capital is a name: what the word is, weighed against what stands around it."""

import re
from typing import Final

from algreg_lib.privacy.names.announcements import (
    ANNOUNCED,
    NOTHING,
    PERSON,
    TITLE,
    deeds,
    full_surname,
    functions,
    is_role,
    only_deeds,
)
from algreg_lib.privacy.names.known import folded, name_lists
from algreg_lib.privacy.names.objections import exact_organisation
from algreg_lib.privacy.names.standing import AMBIGUOUS, LIKELY, NEVER, POSSIBLE, SURE, UNKNOWN, standing
from algreg_lib.privacy.names.tokens import Token, hyphened, is_acronym, next_word, opens_sentence

#: How clearly the words behind tell of a person: not, as a person or a system would, as only a person would.
NOT, PERHAPS, ONLY_PERSON = range(3)

_WITHIN: Final = r"[^.;:!?\n]{0,60}?\b"
#: What only people are or do, told with more than one word.
_PHRASE: Final = re.compile(
    rf" (?:heeft|had|hebben|is|was|zijn|waren|blijft) (?!er\b|het\b|dit\b)(?:{_WITHIN})?"
    r"(?:toegezegd|gebeld|gemaild|geappt|gevraagd|gezegd|"
    r"aangegeven|voorgesteld|beloofd|verteld|gereageerd|meegekeken|nagekeken|doorgegeven|toegelicht|gesproken|ziek|"
    r"met verlof|met pensioen|op vakantie|uit dienst|vertrokken|bereikbaar|afwezig|aanwezig|jarig|akkoord|vrij|"
    r"geïnterviewd|overleden|verhuisd|contactpersoon|aanspreekpunt|eigenaar|opvolger|met zwangerschapsverlof)\b"
    rf"| (?:(?:licht|lichtte) {_WITHIN}toe|(?:geeft|gaf|past|paste|vult|vulde|levert|leverde) {_WITHIN}aan"
    rf"|(?:stelt|stelde) {_WITHIN}voor|(?:neemt|nam) {_WITHIN}(?:waar|mee|over|door)|(?:kijkt|keek|denkt) {_WITHIN}mee"
    rf"|(?:zoekt|zocht) {_WITHIN}uit|(?:loopt|liep|kijkt|keek|vraagt|belt) {_WITHIN}(?:na|terug)"
    rf"|(?:pakt|pakte) {_WITHIN}op|(?:komt|kwam) {_WITHIN}terug op|wil weten|wilde weten)\b"
)
#: What stands behind a person in a note: a telephone, a department, a role.
_BESIDE: Final = re.compile(
    r",? ?\(?(?:tel|telefoon|tst|toestel|mob|mobiel|06|0\d\d|\+31)\b"
    r"|(?:, | \()(?:afd|afdeling|team|bureau|cluster|unit|directie|domein)\b|,? ?\(?[\w.-]+@"
    r"| van (?:de |het )?(?:afd|afdeling|team|bureau|cluster|unit|directie|domein|leverancier|gemeente|griffie"
    r"|[a-z]+(?:dienst|afdeling|team)|[A-Z]{2,4}\b)"
    r"| van (?:Beleid|Inkoop|Communicatie|Juridische Zaken|Burgerzaken|Vergunningen|Handhaving|Toezicht|Beheer"
    r"|Belastingen|Ruimte|Personeel|Control|Archief|Informatie|Financi[eë]n|Data|Publiekszaken|Welzijn|Economie|Milieu|Wonen)\b"
)
#: Titles behind which only a surname stands.
_ADDRESSED: Final = re.compile(r"\b(?:dhr|mevr|mw|de heer|mevrouw|meneer|mijnheer)\.? $", re.IGNORECASE)
#: Where somebody works, between brackets, and the end of what stands behind a label.
_OF_ORGANISATION: Final = re.compile(r" \([A-Z]{2,5}\)")
_ENDS: Final = re.compile(r"\s*(?:$|[.,;/\n])")
#: The last of these, which also stands behind a thing (`Gemeentecode van de gemeente`).
_DEPARTMENT: Final = re.compile(" van ")
_ROLE_BEHIND: Final = re.compile(
    r"(?:, | \()(?:(?:senior|junior|functioneel|technisch|voormalig|oud|nieuwe|onze|de|het) )?"
    r"(?P<role>[a-zéë-]{4,})(?=[,.;)]| van | bij |$)"
)
#: Things that are named after a person: `het algoritme van Dijkstra`.
_NAMED_AFTER: Final = re.compile(
    r"(?:algoritme|formules?|methodes?|stelling|wet|regel|regels|toets|test|verdeling|score|index|co[eë]ffici[eë]nt(?:en)?|curve"
    r"|factor(?:en)?|correctie|vergelijking|benadering|constante|getal|kromme|schaal|procedure|definitie"
    r"|matrix|diagram|criterium|maat|afstand|functie|afdeling|gemeente|stad|dorp|haven|provincie|boek|roman"
    r"|inwoners|bewoners|burgers|jongeren|ondernemers|kern|centrum|binnenstad|wijk|wijken|buurt) van$"
)
#: A label behind which stands what a system is called.
_LABEL_OF_THING: Final = re.compile(
    r"(?:systeem|algoritme|applicatie|app|tool|model|software|programma|pakket|chatbot|product) ?: ?$"
)

#: A noun in the plural at the start of a sentence: `Mollen en konijnen graven`, `Vangnetters zijn werknemers`.
_PLURAL: Final = re.compile(r"(?:en|ers|els|aars)$")
_AS_PLURAL: Final = re.compile(
    r" (?:en|of) [a-z]+(?:en|s)\b| (?:zijn|worden|hebben|kunnen|mogen|moeten|gaan|krijgen|komen|die)\b"
)

#: A method in the middle of a sentence: `berekend volgens Koppejan;`, `volgens Bishop en Spencer`.
_BY_METHOD: Final = re.compile(r"(?<![.!?:\n] )\bvolgens$")
_METHOD_ENDS: Final = re.compile(r"\)?(?:$|[.,;\n]| (?:met|is|wordt|en|of|als|voor|op|in)\b)")
_STATISTIC: Final = re.compile(
    r" (?:kappa|alpha|alfa|d|delta|f|v|w|tau|rho|lambda|exacte?|toets|test|algoritme|wet|methode|formule)\b"
)

#: What tells that the word is explained as a thing: `Ria is de afkorting van`, `Stella het loket`.
_EXPLAINED: Final = re.compile(
    r"(?:,| (?:is|zijn|was|waren|heet|heten|betekent|staat voor|=)) (?:ook )?(?:de|het|een|ons|onze) "
    r"(?:\w+e )?(?P<noun>[a-zé-]+)\b(?! (?:door|bij|aan) | van [A-Z])"
)
#: What stands behind a thing that is one of several, or part of a formula: `Apollo II`, `Norm 3`; not a telephone.
_NUMBERED: Final = re.compile(r" (?:I{1,3}|IV|VI{0,3}|\d)\b|[+&]|-\w| (?!0\d)\d(?!\d?[-/]\d)")
_PHONE_BEFORE: Final = re.compile(r"\d{2} ?\($")


def alone(text: str, token: Token, announced: int) -> float:
    """How surely one word is a name, before a street or organisation around it speaks against it."""
    if announced == TITLE:
        closed = _is_no_surname(text, token) or is_acronym(token, name_lists())
        closed = closed or (text[max(0, token.start - 4) : token.start] == "Mr. " and standing(token.word) < POSSIBLE)
        return 0.0 if closed else 0.95
    what = standing(token.word)
    if what == NEVER:
        return 0.0
    if announced >= PERSON:
        return _announced(text, token, what, announced)
    if announced != NOTHING:
        return _by_role(text, token, what)
    return _unannounced(text, token, what)


def _is_no_surname(text: str, token: Token) -> bool:
    """Whether a word behind a title is a function or organisation: `de heer Burgemeester`, not `dhr. Brug`."""
    lists = name_lists()
    if token.key in functions():
        return token.key not in lists.surnames
    known = token.key in lists.surnames or token.key in lists.surname_ends
    return token.key in exact_organisation() and not (known and _ADDRESSED.search(text, 0, token.start))


def _by_role(text: str, token: Token, what: int) -> float:
    """How surely it is a name behind what somebody does, where an organisation or thing may stand too."""
    if what >= LIKELY:
        return 0.7
    full = full_surname(text, token)
    if full.count(" ") > 1 or "'" in full:
        return 0.6 if full in name_lists().surnames else 0.0
    if what < POSSIBLE:
        return 0.0
    if _BESIDE.match(text, token.end) or _OF_ORGANISATION.match(text, token.end):
        return 0.5
    if token.key in name_lists().surnames and tells_of_person(text, token.end) >= PERHAPS:
        return 0.5  # `medewerker Bakker heeft`
    labelled = text[max(0, token.start - 2) : token.start] == ": " and _ENDS.match(text, token.end) is not None
    return 0.5 if labelled and token.key in name_lists().surnames and token.key not in name_lists().places else 0.0


def _announced(text: str, token: Token, what: int, announced: int) -> float:
    if announced == ANNOUNCED and _is_method(text, token):
        return 0.0
    if what >= LIKELY:
        return 0.7
    if len(token.key) < 3 or f" {token.word.lower()} " in text:
        return 0.0
    if what >= POSSIBLE or announced == PERSON:
        return 0.5
    before = text[max(0, token.start - 24) : token.start].rpartition("\n")[2].split()
    return 0.5 if announced > PERSON and before and is_role(before[-1].lower()) else 0.0  # `voorzitter Rademaker`


def _unannounced(text: str, token: Token, what: int) -> float:
    if hyphened(token) or _is_thing(text, token):
        return 0.0
    needed = {SURE: NOT, LIKELY: PERHAPS, POSSIBLE: ONLY_PERSON, AMBIGUOUS: ONLY_PERSON, UNKNOWN: ONLY_PERSON}[what]
    if needed == NOT:
        return 0.5
    if not opens_sentence(text, token.start):
        return 0.5 if what != UNKNOWN and _aside(text, token, what) else 0.0
    if what == UNKNOWN and _DEPARTMENT.match(text, token.end):
        return 0.0
    return 0.4 if tells_of_person(text, token.end) >= needed else 0.0


def tells_of_person(text: str, end: int) -> int:
    """How clearly what stands behind a word at the start of a sentence tells that it is a person."""
    if _BESIDE.match(text, end) or _PHRASE.match(text, end):
        return ONLY_PERSON
    word = next_word(text, end) if text[end : end + 1] == " " else ""
    if word in only_deeds():
        return ONLY_PERSON
    role = _ROLE_BEHIND.match(text, end)
    if role and is_role(role["role"]):
        return ONLY_PERSON
    return PERHAPS if word in deeds() else NOT


def _aside(text: str, token: Token, what: int) -> bool:
    """Whether a word stands between brackets, behind a number, or has a telephone or department behind it."""
    if what == LIKELY and text[token.start - 1 : token.start] == "(" and text[token.end : token.end + 1] in {")", ","}:
        return True
    numbered = _PHONE_BEFORE.search(text, max(0, token.start - 6), token.start)
    return numbered is not None or _BESIDE.match(text, token.end) is not None


def _is_plural(text: str, token: Token) -> bool:
    """Whether a word that opens a sentence is a noun in the plural: more than one does what stands behind."""
    if not _PLURAL.search(token.key) or token.key in name_lists().dutch_first:
        return False
    return opens_sentence(text, token.start) and _AS_PLURAL.match(text, token.end) is not None


def _spelled_twice(text: str, token: Token) -> bool:
    """Whether the same word stands beside it in another spelling (`Müller/Mueller`): an example of one."""
    other = text[token.end + 1 : token.end + 12] if text[token.end : token.end + 1] == "/" else ""
    if not other and text[token.start - 1 : token.start] == "/":
        other = text[max(0, token.start - 12) : token.start - 1].split()[-1].strip("(")
    word = re.split(r"\W", other)[0]
    return len(word) > 3 and folded(word).replace("ue", "u") == token.key.replace("ue", "u") and word != token.word


def _is_method(text: str, token: Token) -> bool:
    """Whether a way to calculate is meant, not what somebody said: `berekend volgens Koppejan`."""
    if token.key in name_lists().dutch_first and token.key not in name_lists().surnames:
        return False
    if token.word.endswith(("'s", "’s")) and _STATISTIC.match(text, token.end):
        return True
    before = text[max(0, token.start - 40) : token.start].rstrip()
    return _BY_METHOD.search(before) is not None and _METHOD_ENDS.match(text, token.end) is not None


def _is_thing(text: str, token: Token) -> bool:
    """Whether something happens within it, it is explained, or named after somebody: a system, method or place."""
    before = text[max(0, token.start - 40) : token.start]
    if (
        before.rstrip("\"'“‘ ").endswith((" in", "In"))
        or before.endswith("-")
        or (":" in before[-3:] and _LABEL_OF_THING.search(before.lower()))
    ):
        return True
    if _spelled_twice(text, token) or _is_plural(text, token):
        return True
    last = before.rstrip().lower()
    if last.endswith(" van") and _NAMED_AFTER.search(last):
        return True
    behind = text[token.end : token.end + 60]
    inside = behind[2:].partition(")")[0] if behind[:2] == " (" else behind[1:] if behind[:1] == "(" else ""
    if inside[:3].casefold() == token.key[:3] and "@" not in inside:
        return True
    if _NUMBERED.match(behind) or next_word(text, token.end) in {"heet", "heten"}:
        return True
    if token.word.endswith(("'s", "’s", "s'", "s’")) and _STATISTIC.match(behind):
        return True
    if before.endswith((" is ", " heet ")) and re.match(r" (?:het|de|een) ", behind):
        return True
    explained = _EXPLAINED.match(behind)
    return explained is not None and not is_role(explained["noun"]) and not token.word.endswith(("'s", "’s"))


def is_deed(word: str) -> bool:
    """Whether people do what a word says (werkwoorden.txt)."""
    return word in deeds() or word in only_deeds()


def may_stand_alone(text: str, word: str, end: int) -> bool:
    """Whether one word that nothing announces may be a name; quick, and true too often."""
    what = standing(word)
    if what == SURE:
        return True
    if what == NEVER:
        return False
    sign = text[end : end + 1]
    if sign in {",", ")", "("}:
        return what >= POSSIBLE
    return sign == " " and (is_deed(next_word(text, end)) or text[end + 1 : end + 2] in "(v")
