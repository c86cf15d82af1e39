"""Which words are first names, surnames, places or plain words: one set of each, from Faker and our own lists.

Faker carries names under a free licence for the languages that people in the Netherlands bear names from.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any, Final, NamedTuple

from algreg_lib.privacy.lists import package_words

#: Locales whose first names are common enough in the Netherlands to trust beside an unknown surname.
_TRUSTED: Final = ("nl_NL", "nl_BE", "tr_TR", "fr_DZ", "pl_PL", "de_DE", "en_GB", "fr_FR", "es_ES")
_OTHERS: Final = (
    *("az_AZ", "cs_CZ", "da_DK", "de_AT", "de_CH", "de_LU", "en_IE", "en_IN", "en_KE", "en_NG", "en_PK", "en_TH"),
    *("en_US", "es_AR", "es_CO", "es_MX", "et_EE", "fi_FI", "fr_BE", "fr_CA", "ha_NG", "hr_HR", "hu_HU", "id_ID"),
    *("ig_NG", "is_IS", "it_IT", "lt_LT", "lv_LV", "no_NO", "pt_BR", "pt_PT", "ro_RO", "sk_SK", "sl_SI", "sv_SE"),
    *("sw", "tw_GH", "uz_UZ", "vi_VN", "yo_NG", "zh_CN", "zh_TW", "zu_ZA"),
)
_SURNAMES: Final = ("nl_NL", "nl_BE", "tr_TR", "fr_DZ", "en_IN", "tw_GH", "vi_VN")
_FIRST_KEYS: Final = ("first_names", "first_names_male", "first_names_female", "first_romanized_names")
_LAST_KEYS: Final = ("last_names", "unisex_last_names", "male_last_names", "last_romanized_names")

#: Words that stand between a first name and a surname, or before a surname.
PREFIXES: Final = frozenset(
    "van de den der ter ten te het 't ’t in op aan uit voor tot el al la le du di da dos del bin ben ait ould "
    "abu bou von zu "
    "vd v.d. v.d v/d d' l' af y e en-nasr".split()
)

#: The same words in an account or e-mail address, where no space sets them apart.
_SQUEEZED_PREFIX: Final = re.compile(r"(?:v(?:an)?(?:d(?:e[nr]?)?)?|de[nr]?|el|ter?|ten)(?=[a-z]{3})")

#: Two consonants with which no Dutch or English word begins, then a vowel: an initial before a surname.
STRANGE_START: Final = re.compile(
    r"(?!bl|br|ch|cl|cr|dr|dw|fj|fl|fr|gl|gn|gr|kl|kn|kr|kw|mn|ph|pl|pn|pr|ps|rh|sc|sh|sj|sk|sl|sm|sn|sp|sq|st|sw|th|tj|tr|ts|tw|vl|vr|wh|wr|zw)"
    r"[b-df-hj-np-tv-xz]{2}[a-z]*[aeiouy]"
)


class NameLists(NamedTuple):
    """Words in lower case without accents. `surnames` and `places` also hold several words with a space."""

    first: frozenset[str]  #: first names that say enough by themselves
    dutch_first: frozenset[str]  #: those common here, which tell even without a surname
    weak_first: frozenset[str]  #: rare first names, and those that are also a plain word
    surnames: frozenset[str]
    weak_surnames: frozenset[str]  #: surnames of all languages; they tell only beside a first name
    surname_ends: frozenset[str]  #: last words of surnames that have small words before them (`vries`, `berg`)
    places: frozenset[str]
    companies: frozenset[str]
    common: frozenset[str]  #: our own list of words that often stand with a capital
    plain: frozenset[str]  #: those, and other words of the language


@cache
def name_lists() -> NameLists:
    """The lists; made at the first call, in some tens of milliseconds."""
    own_plain = _folded(package_words("gewone-woorden"))
    lorem = _folded(_faker("lorem.nl_NL", ("word_list",))) | _folded(_faker("lorem.en_US", ("word_list",)))
    places = _folded(_faker("address.nl_NL", ("cities", "provinces", "countries")))
    places |= _folded(_faker("address.nl_BE", ("cities", "provinces")))
    own_first = _folded(package_words("voornamen"))
    trusted = _persons(_TRUSTED, _FIRST_KEYS) | own_first
    others = _persons(_OTHERS, _FIRST_KEYS)
    surnames = _persons(_SURNAMES, _LAST_KEYS)
    surnames |= _folded(package_words("achternamen")) | _folded(_faker("person.pl_PL", ("male_last_names",)))
    surnames |= _folded(_faker("person.zh_CN", ("last_romanized_names",)))
    double = _folded(package_words("dubbelzinnige-namen"))
    ambiguous = lorem | own_plain | (places - own_first) | double
    return NameLists(
        first=frozenset(name for name in trusted if len(name) > 1 and name not in ambiguous and name not in PREFIXES),
        dutch_first=frozenset(own_first | _folded(_faker("person.nl_NL", _FIRST_KEYS)) - ambiguous),
        weak_first=frozenset(name for name in (others | trusted) if len(name) > 1 and name not in own_plain),
        surnames=frozenset(surnames - own_plain),
        weak_surnames=frozenset(_persons((*_TRUSTED, *_OTHERS), _LAST_KEYS) - own_plain),
        surname_ends=frozenset(name.rpartition(" ")[2] for name in surnames if " " in name),
        places=frozenset(places),
        companies=frozenset(_folded(_faker("company.nl_NL", ("large_companies",)))),
        common=frozenset(own_plain),
        plain=frozenset(own_plain | lorem),
    )


def is_written_together(word: str) -> bool:
    """Whether a word is initials and a surname written as one: `jdejong`, `pvdberg`, `fkaya`."""
    lists = name_lists()
    if has_strange_start(word):
        return True
    for rest in (word[1:], word[2:]):
        if len(rest) > 3 and rest in lists.surnames:
            return True
        prefixed = _SQUEEZED_PREFIX.match(rest)
        if prefixed and (rest[prefixed.end() :] in lists.surname_ends or prefixed.group() == "vd"):
            return True
    return False


def has_strange_start(word: str) -> bool:
    """Whether a word begins as no Dutch word does, as an initial tied to a surname often makes it: `jdewit`."""
    return len(word) > 5 and STRANGE_START.match(word) is not None


def folded(word: str) -> str:
    """The word in lower case without accents, so that Yılmaz and Yilmaz are one."""
    if word.isascii():
        return word.casefold()
    bare = unicodedata.normalize("NFKD", word.casefold().replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).replace("’", "'")


def _folded(words: Iterable[str]) -> set[str]:
    return {word.lower() if word.isascii() else folded(word) for word in words}


def _persons(locales: Iterable[str], keys: tuple[str, ...]) -> set[str]:
    return _folded(set().union(*(_faker(f"person.{locale}", keys) for locale in locales)))


@cache
def _faker(provider: str, keys: tuple[str, ...]) -> set[str]:
    """The words of a provider of Faker, read from its class, so that no generator is built."""
    carrier: Any = import_module(f"faker.providers.{provider}").Provider
    return {word for key in keys for word in getattr(carrier, key, ()) if isinstance(word, str)}
