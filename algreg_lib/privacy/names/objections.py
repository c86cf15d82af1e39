"""What speaks against a name: streets, organisations, laws, methods, products, and plain words with a capital."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from algreg_lib.privacy.lists import package_words
from algreg_lib.privacy.names.announcements import ANNOUNCED, LABELLED, PERSON, ROLE, TITLE
from algreg_lib.privacy.names.known import PREFIXES, NameLists, folded, name_lists
from algreg_lib.privacy.names.tokens import UPPER, Token, has_inner_capital, hyphened, is_acronym, is_surname, next_word
from algreg_lib.privacy.triggers import ends_of

#: Other words with a capital in the same list: `de wijken Bloemhof, Zuid en `.
_LIST_BEFORE: Final = re.compile(rf"(?:[{UPPER}][\w'’-]*(?: [{UPPER}][\w'’-]*){{0,3}}(?:, en |, | en ))+$")

_ARTICLES: Final = frozenset({"de", "het", "een", "deze", "dit", "die", "the"})


#: What a name, or the last of a list of them, is said to be.
_SAID_TO_BE: Final = re.compile(
    rf"(?:(?:, | en |, en )[{UPPER}][\w'’-]+){{0,5}} (?:is|zijn|was|waren) (?:(?:de|het|een|onze|ons|ook) |[a-z]+e )*"
    r"(?P<what>[a-z]+)\b"
)

#: Names tied with an ampersand that do something in the plural.
_SEVERAL: Final = re.compile(
    rf"(?:,? ?&? [{UPPER}][\w'’-]+){{0,4}} (?:hebben|hadden|zijn|waren|doen|deden|gaan|gingen|kunnen|konden|willen"
    r"|wilden|moeten|zullen|komen|kwamen|werken|maken|kijken|leveren|lezen|zoeken|bouwden|maakten|schreven|testten|deelden)\b"
)

#: Signs around what something is called; none stands for the start or end of a text.
_OPENING: Final = ("'", '"', "‘", "“", "„")
_CLOSING: Final = ("'", '"', "’", "”")
#: Somebody of long ago, by a year or by what he left behind.
_LONG_AGO: Final = re.compile(r" \((?:ca\. ?)?1[0-8]\d\d\b")
_WORK: Final = re.compile(
    r"(?:dagboek(?:en)?|brieven|schilderij(?:en)?|portret(?:ten)?|gedichten|gravures?|etsen|oeuvre|standbeeld|borstbeeld"
    r"|kroniek|memoires|album) van (?:(?:de )?[a-zé]+ )?$"
)
#: What is called so: `Floor en Bram zijn de namen van de bussen`, `Sgrooten gaf zijn naam aan`.
_NAMES_SOMETHING: Final = re.compile(
    rf"(?:(?:, | en )[{UPPER}][\w'’-]+){{0,4}}(?: (?:is|zijn|was|waren) de na(?:am|men) van (?:de|het|een|onze|ons)\b"
    r"| (?:heet|heten) (?:de|het|ons|onze) (?!.{0,40}welkom)| ga(?:f|ven) (?:zijn|haar|hun) na(?:am|men) aan"
    r"|, (?:de|een|onze|our) (?:virtuele|digitale|virtual|digital)\b)"
)
_INVENTED: Final = re.compile(
    r"\b(?:is|zijn|een|de|alle|allebei|geheel|volledig) (?:een )?(?:verzonnen|fictief|fictieve)\b"
    r"|\bfictieve? (?:namen?|voorbeeld(?:en)?|perso(?:on|nen|nages?)|burgers?|inwoners?|casus)\b"
    r"|\bverzonnen (?:namen?|voorbeeld)"
)

#: Ends of Dutch nouns and adjectives that departments and systems are called by.
NOUN_ENDS: Final = tuple(
    """
    ing ingen heid schap isatie teit zaken beleid dienst elijk elijke isch ische atie logie iek tie ties ment eren
    aal ale ief eel ele toezicht werken zorg hulp onderwijs vervoer domein milieu bouw erij techniek code
    inzicht plicht plichtige loket beheer data matig kundig kunde recht rechten wezen proces project programma
    """.split()
)


def blocked(text: str, parts: list[Token], start: int, announced: int) -> bool:
    """Whether something makes a name a street, an organisation or a thing; a title outweighs most of it.

    The name begins at `start`: there may be small words before the first of its parts.
    """
    last = parts[-1]
    if _is_street(text, parts):
        return True
    if announced == TITLE:
        return _title_of_institution(text, start)
    return _is_nobody(text, start, last.end, announced) or _is_thing(text, parts, start, announced)


def _is_nobody(text: str, start: int, end: int, announced: int) -> bool:
    """Whether somebody is meant who is long dead, or made up."""
    return _is_history(text, start, end) or (announced < LABELLED and _is_made_up(text, start, end, announced))


def _is_thing(text: str, parts: list[Token], start: int, announced: int) -> bool:
    """Whether an organisation, place or thing is meant, by its own words or those around it."""
    last, lists = parts[-1], name_lists()
    shortened = parts[0].initials and last.key in lists.surname_ends
    words = parts[:-1] if shortened else parts
    if any(is_organisation(part.key) and not is_surname(text, part, lists) for part in words if not part.initials):
        return True
    if any(has_inner_capital(part.word) for part in parts if not part.initials):
        return True
    whole = folded(text[start : last.end])
    named = announced in {PERSON, LABELLED} or whole in lists.surnames or whole in lists.weak_first
    if not (announced >= PERSON and named) and (whole in lists.companies or whole in lists.places):
        return True
    if _before_is_institution(text, start, announced) or _is_said_to_be_institution(text, last.end):
        return True
    if _is_partner(text, start, last.end) and not _are_several(text, parts, announced):
        return True
    owns = last.word.endswith(("'s", "’s"))  # what somebody owns is something else: `Fatima's model`
    return hyphened(last) or (not owns and _tied_to_organisation(text, last.end))


def _title_of_institution(text: str, start: int) -> bool:
    """Whether what stands before a title is called after somebody: `gemaal Ir. Smeenge`."""
    before = text[max(0, start - 40) : start].split()[:-1]
    return bool(before) and before[-1].islower() and _institutions().fit(before[-1])


def _is_history(text: str, start: int, end: int) -> bool:
    """Whether a year of long ago stands behind, what was called after him, or a work before: `dagboek van Veldink`."""
    if text[end : end + 2] == " (" and _LONG_AGO.match(text, end):
        return True
    if _NAMES_SOMETHING.match(text, end):
        return True
    before = text[max(0, start - 40) : start]
    return " van " in before and _WORK.search(before) is not None


def _is_made_up(text: str, start: int, end: int, announced: int) -> bool:
    """Whether a name stands between quotation marks, or a word near says that it is made up."""
    quoted = text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING
    if start and announced < ANNOUNCED and quoted and text[start - 2 : start - 1] in ("", " "):
        return True
    near = text[max(0, start - 100) : end + 100]
    return ("fictie" in near or "verzonnen" in near) and _INVENTED.search(near) is not None


def _tied_to_organisation(text: str, end: int) -> bool:
    """Whether the word behind makes it an organisation or thing: `Anne Frank stichting`, `De Jong & Partners`."""
    following = next_word(text, end)
    if text[end : end + 1] == " " and text[end + 1 + len(following) : end + 2 + len(following)] == ":":
        return False  # `Naam: Karin Smit Afdeling: Inkoop`
    if text[end : end + 2].lstrip(" -")[:1].islower() and text[end : end + 1] != "-":
        return _institutions().fit(following)
    return is_organisation(following)


def _is_said_to_be_institution(text: str, end: int) -> bool:
    """Whether it is called an organisation or work, alone or in a list: `Leemans en Lely zijn gemalen`."""
    said = _SAID_TO_BE.match(text, end)
    return said is not None and _institutions().fit(said["what"])


def _is_partner(text: str, start: int, end: int) -> bool:
    """Whether an ampersand stands before or behind, as in the name of a firm: `De Jong & Partners`."""
    return text[max(0, start - 3) : start] == " & " or re.match(rf" ?& ?[{UPPER}]", text[end : end + 4]) is not None


def _are_several(text: str, parts: list[Token], announced: int) -> bool:
    """Whether what an ampersand ties is people: firms do things in the singular, and have no first names."""
    if _SEVERAL.match(text, parts[-1].end):
        return True
    if parts[0].initials and re.search(rf"& [{UPPER}]\.", text[max(0, parts[0].start - 2) : parts[-1].end + 5]):
        return True  # `T.H. Uiterwaal & S. Brok`
    first = parts[0].key in name_lists().dutch_first
    return first and (announced >= ANNOUNCED or len(parts) == 1)


def _is_street(text: str, parts: list[Token]) -> bool:
    always, with_number = _street_ends()
    last, key = parts[-1], parts[-1].key
    if always.search(key) and not is_surname(text, last, name_lists()):
        return not (parts[0].initials and key in name_lists().surname_ends)  # `D. Sluis`
    numbered = re.match(r" \d{1,4}\b(?![.:/-]\d)", text[last.end : last.end + 7])
    if numbered and with_number.search(key):
        return True
    return bool(
        always.fullmatch(next_word(text, last.end)) or always.search("x" + next_word(text, last.end).lstrip("-"))
    )


def _before_is_institution(text: str, start: int, announced: int) -> bool:
    left = text[max(0, start - 80) : start]
    bare = _LIST_BEFORE.sub("", left)
    words = bare.split()
    if not words or announced >= PERSON or text[start - 1] not in " \u00a0-\"“'‘":
        return False
    word = words[-1].strip("\"“”'‘’(").casefold()
    if word in PREFIXES and word not in _ARTICLES and len(words) > 1:
        return False
    article = (bare == left and word in _ARTICLES and announced < ROLE) or words[-1] == "Lijst"
    return article or _institutions().fit(word)


def is_strange(text: str, token: Token, lists: NameLists) -> bool:
    """Whether a word is rather something else than a name: a plain word, a place, an acronym, a kind of noun."""
    if token.initials or token.key in PREFIXES:
        return False
    key = token.key
    if key in lists.plain or key in lists.places or is_acronym(token, lists) or has_inner_capital(token.word):
        return True
    return key.endswith(NOUN_ENDS) or is_organisation(key) or f" {token.word.lower()} " in text


def is_organisation(key: str) -> bool:
    """Whether a word belongs to organisations, laws, methods or products (organisatiewoorden.txt)."""
    return _organisations().fit(key)


class _Words(NamedTuple):
    """The words of a list, and the ends of words in it (those with a *)."""

    whole: frozenset[str]
    as_end: Callable[[str], bool]

    def fit(self, word: str) -> bool:
        return word in self.whole or self.as_end(word)


@cache
def exact_organisation() -> frozenset[str]:
    """Those of these words that count only by themselves, not as the end of a longer word."""
    return frozenset(folded(word) for word in package_words("organisatiewoorden") if "*" not in word)


def is_institution(word: str) -> bool:
    """Whether what stands behind a word is called after somebody (instellingen.txt)."""
    return _institutions().fit(word)


@cache
def _organisations() -> _Words:
    return _listed("organisatiewoorden")


@cache
def _institutions() -> _Words:
    return _listed("instellingen")


def _listed(name: str) -> _Words:
    words = [folded(word) for word in package_words(name)]
    ends = ends_of(word[1:] for word in words if word[0] == "*")
    return _Words(frozenset(word for word in words if "*" not in word), ends)


@cache
def _street_ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Ends of words that are always a street, and those that are one only before a house number."""
    words = [folded(word) for word in package_words("straatwoorden")]
    always = "|".join(re.escape(word) for word in words if not word.startswith("!"))
    numbered = "|".join(re.escape(word.lstrip("!")) for word in words)
    return re.compile(rf"(?:{always})$"), re.compile(rf"(?:{numbered})$")
