"""What a word with a capital is by itself: surely a name, perhaps one, an unknown word, or no name at all."""

import re
from collections.abc import Set
from functools import cache, lru_cache
from typing import Final

from algreg_lib.privacy.lists import package_words
from algreg_lib.privacy.names.announcements import functions, is_role
from algreg_lib.privacy.names.known import PREFIXES, folded, name_lists
from algreg_lib.privacy.names.objections import NOUN_ENDS, is_organisation
from algreg_lib.privacy.names.tokens import halves_of, has_inner_capital

#: From no name whatever stands around it, to a name unless something speaks against it. AMBIGUOUS is a name that is
#: also a word or a place (Roos, Schoonhoven).
NEVER, UNKNOWN, POSSIBLE, AMBIGUOUS, LIKELY, SURE = range(6)

#: Ends of surnames, by language.
SURNAME_ENDS: Final = tuple(
    """
    stra sma inga enga ema huizen huis hof veld kamp mans sen oğlu oglu ic ski ska wicz escu yan ova ov dze
    poulos kort horst broek donk hout steen berg burg beek man ers eijer meijer meyer ink brink wegen tema voort
    laar haar schot boom aerts aert mann witz vic sson scher kromo redjo medjo persad narain bier singh pour
    zadeh zai ullah oui aoui oudi khan zad
    """.split()
)
#: Those with which no Dutch noun ends.
_SURE_SHAPE: Final = re.compile(
    r"(?:[flkgrt]sen|stra|[^s]sma|inga|enga|oglu|wicz|escu|mann|sson|huizen|eijer|meijer|aoui|ullah|krishna|[aeiou]vic|nski|wski)$"
)
#: Two syllables of Chinese, and the sounds of it that Dutch lacks.
_PINYIN: Final = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:ang|an|ao|ai|a|eng|en|ei|er|e|ing|in|iang|ian|iao|ia|iong|iu|ie|i"
    r"|ong|ou|o|uang|uan|uai|ua|ui|un|uo|ue|u)){2}"
)
_CHINESE: Final = re.compile(r"x(?:i(?!ng$|es?$|n$)|u)|zh(?!ou)[aeiou]|qi")
#: Letters that no Dutch word has.
_FOREIGN: Final = re.compile(r"[ãåæøœßłłžšşčćđğıřťůűőőńńśźżňľęąėįųāēīūģķļņțșăµðþ\u1ea0-\u1effÅÆŁŽŠČĆĐĞİŞŚŻŐŰ]")


@lru_cache(maxsize=50_000)
def standing(word: str) -> int:
    """What a word is by itself; a possessive 's does not count."""
    bare = word[:-2] if word.endswith(("'s", "’s")) else word
    key = folded(bare)
    lists = name_lists()
    if len(key) < 2 or key in lists.common or key in PREFIXES or has_inner_capital(bare):
        return NEVER
    halves = halves_of(key)
    named = _named(key, halves)
    if bare.isupper() and (len(bare) < 5 or named < LIKELY):
        return NEVER
    if len(halves) > 1 and is_organisation(halves[0]):
        return NEVER  # `Commissie-Veerman`
    if is_role(key):  # Bouwmeester, Rademaker
        return AMBIGUOUS if key in lists.surnames and key not in functions() else NEVER
    if not named and (key.endswith(NOUN_ENDS) or is_organisation(key)):
        return NEVER
    if key in lists.plain or key in lists.places or key in _ambiguous() or is_organisation(key):
        return AMBIGUOUS if named else NEVER
    if named:
        return named
    return LIKELY if _FOREIGN.search(bare) or _is_pinyin(key) else UNKNOWN


def _is_pinyin(key: str) -> bool:
    """Whether it is a Chinese given name of two syllables, with a sound that no Dutch word has: `Xiaowei`."""
    return len(key) > 4 and _CHINESE.search(key) is not None and _PINYIN.fullmatch(key) is not None


def _named(key: str, halves: list[str]) -> int:
    """How well the name lists know a word or both halves of it; UNKNOWN's zero-like NEVER when they do not."""
    lists = name_lists()
    if len(key) > 2 and _each_in(halves, lists.dutch_first, lists.surnames):
        return SURE
    if _each_in(halves, lists.first, lists.surname_ends):
        return LIKELY
    if len(key) > 5 and key.endswith("s") and key[:-1] in lists.dutch_first:
        return SURE  # `Karins tabel`
    if key.startswith(("al-", "el-", "ait-", "ben-", "bou-")):
        return LIKELY
    if _SURE_SHAPE.search(key) or (len(halves) > 1 and any(half in lists.surnames for half in halves)):
        return LIKELY
    known = key in lists.weak_first or key in lists.weak_surnames or key.endswith(SURNAME_ENDS)
    return POSSIBLE if known else NEVER


def _each_in(halves: list[str], one: Set[str], other: Set[str]) -> bool:
    """Whether all of these words stand in one of two lists; not when there are none."""
    for half in halves:
        if half not in one and half not in other:
            return False
    return bool(halves)


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(folded(word) for word in package_words("dubbelzinnige-namen"))
