"""What announces a name in the words before it: a title, a phrase such as `opgesteld door`, what somebody does."""

import re
from functools import cache, lru_cache
from typing import Final

from algreg_lib.privacy.lists import package_words
from algreg_lib.privacy.name_tokens import TITLES
from algreg_lib.privacy.namelists import PREFIXES

#: Ends of words for what somebody does for a living, before a name: `taxateur`, `toezichthouders`, `oud-collega`.
_ROLE_SHAPE: Final = re.compile(
    r"(?:eur|ist|houder|leider|meester|kundige|ambtenaar|medewerker|behandelaar|manager|officer|voerder|beheerder|ontwikkelaar|collega|consulent"
    r"|engineer|scientist|architect|wetenschapper|bewaker|werker|verpleger|docent|leraar|agent|vrijwilliger)(?:s|en|'s|n)?$"
)


#: How clearly the words before a name announce one.
NOTHING, ROLE, PERSON, ANNOUNCED, TITLE = range(5)

#: Functions and phrases that stand as often before an organisation, a system or a place.
_NOT_ONLY_PERSONS: Final = frozenset(
    "eigenaar beheerder ontwikkelaar leverancier verantwoordelijke manager hoofd medewerker directeur product "
    "proceseigenaar systeemeigenaar klant partner kind inwoner bewoner burger ouder meester bij namens leiding "
    "opdrachtgever bouwer".split()
)

_SIGNS: Final = " \t\n\u00a0(:;,.\"'“”‘’[]<>*–-/•|"


def may_announce(text: str, start: int) -> bool:
    """Whether an announcement, and small words behind it, can end before `start`; quick, and true too often."""
    before = text[max(0, start - 40) : start].rstrip(_SIGNS)
    while before:
        word = before[before.rfind(" ") + 1 :]
        tells = _may_end(word)
        if tells is not None:
            return tells
        before = before[: -len(word)].rstrip(_SIGNS)
    return False


@lru_cache(maxsize=20_000)
def _may_end(written: str) -> bool | None:
    """Whether a word can be the last of an announcement; None for a small word that may stand behind one."""
    word = written.split()[-1].strip(_SIGNS).lower()
    if _ROLE_SHAPE.search(word) or word in _last_words() or word.rpartition("/")[2] in TITLES:
        return True
    return None if word in PREFIXES or not word else False


def announcement(text: str, start: int) -> tuple[int, int]:
    """How clearly the words before `start` announce a name, and where that name begins with its small words."""
    if not may_announce(text, start):
        return NOTHING, start
    left = text[max(0, start - 64) : start]
    words = left.split()
    if not words or (not left[-1:].isspace() and left[-1] not in ":('\"“‘/"):
        return NOTHING, start
    cut = len(words)
    while cut and words[cut - 1] in PREFIXES:
        cut -= 1
    strength = _strength(words[:cut])
    whole = _strength(words) if cut < len(words) else NOTHING
    if whole or (cut < len(words) and (not strength or (strength in (ROLE, PERSON) and words[cut:] == ["van"]))):
        return whole, start  # `medewerkers van …` and `akkoord van …` are no surnames with `van`
    if strength in (ROLE, PERSON) and "\n" in left[len(left.rstrip()) :] and not words[-1].endswith(":"):
        return NOTHING, start  # a list of words, not one sentence
    if cut < len(words):
        start -= len(left) - _start_of_word(left, len(words) - cut)
    return strength, start


def _start_of_word(text: str, from_end: int) -> int:
    """Where the last `from_end` words of the text begin."""
    return [match.start() for match in re.finditer(r"\S+", text)][-from_end]


def _strength(words: list[str]) -> int:
    if not words:
        return NOTHING
    last = words[-1]
    bare = [word.strip("(:;,.\"'“”‘’[]<>*–-").casefold() for word in words[-4:]]
    if last.isupper() and len(last) > 1:
        return NOTHING
    if bare[-1] in TITLES or bare[-1].rpartition("/")[2] in TITLES:
        return TITLE
    if last.endswith((".", ";", "!", "?")) and bare[-1] not in {"t.a.v", "w.g"}:
        return NOTHING
    phrases = {" ".join(bare[-size:]) for size in range(1, len(bare) + 1)}
    if phrases & _announcements():
        return ANNOUNCED
    opens = len(words) == 1 or words[-2].endswith((".", "!", "?", ":"))  # where any word has a capital
    role = phrases & functions() or ((opens or last[:1].islower()) and _ROLE_SHAPE.search(bare[-1]))
    return _of_role(bare[-1], last) if role else NOTHING


def _of_role(word: str, written: str) -> int:
    """Whether what somebody does can only stand before a person: `wethouder`, not `eigenaar`, `medewerkers`, `door`."""
    shaped = word in functions() or _ROLE_SHAPE.search(word) is not None
    plural = word.endswith(("en", "s", "n"))
    loose = word.endswith(tuple(_NOT_ONLY_PERSONS)) or word in PREFIXES or not written[-1:].isalpha()
    return PERSON if shaped and not plural and not loose else ROLE


@cache
def _announcements() -> frozenset[str]:
    return frozenset(package_words("aankondigingen"))


@cache
def _last_words() -> frozenset[str]:
    phrases = (*package_words("aankondigingen"), *package_words("functies"), *TITLES)
    return frozenset(phrase.rpartition(" ")[2].rstrip(".") for phrase in phrases)


@cache
def functions() -> frozenset[str]:
    """What people do, as it stands before a name (functies.txt)."""
    return frozenset(package_words("functies"))
