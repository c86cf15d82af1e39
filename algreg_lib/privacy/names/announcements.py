"""What announces a name in the words before it: a title, a phrase such as `opgesteld door`, what somebody does."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Final

from algreg_lib.privacy.lists import package_words
from algreg_lib.privacy.names.known import PREFIXES, folded
from algreg_lib.privacy.names.tokens import TITLES, Token
from algreg_lib.privacy.triggers import ends_of

#: How clearly the words before a name announce one.
#: Behind ANNOUNCED an organisation may stand too (`aangeleverd door`), behind LABELLED never (`contactpersoon:`).
NOTHING, ROLE, PERSON, ANNOUNCED, LABELLED, TITLE = range(6)

#: Functions that stand as often before an organisation, a system or a place; of the second also as end of a word.
_NOT_ONLY_PERSONS: Final = frozenset(
    "verantwoordelijke manager hoofd medewerker directeur product klant partner kind inwoner bewoner burger ouder "
    "meester bij namens leiding opdrachtgever bestuurder lead".split()
)
_OF_THINGS: Final = ("eigenaar", "beheerder", "ontwikkelaar", "leverancier", "bouwer", "owner", "trekker")

#: Last words of an announcement behind which an organisation may stand as well.
_OPEN_ENDED: Final = frozenset(
    "met door bij van via aan naar op volgens aldus iom i.o.m ism i.s.m iov i.o.v is zijn contact overleg bron cc "
    "verslag opdrachtgever opdrachtnemer maker namens neemt voor melding dossier casus melder".split()
)
#: Abbreviations that announce a name though a stop ends them.
_SHORT: Final = frozenset("t.a.v w.g akk gr i.o.m i.o.v i.s.m o.l.v m.k.a fam mevr t.n.v plv".split())

#: The small words that surnames begin with, in the order in which they come.
_SMALL_WORDS: Final = re.compile(
    r"(?<![\w.])(?:(?:(?:van|von|in|op|aan|uit|voor|over|bij|onder)[ \u00a0]+(?:de[nrs]?|het|ter?|ten|'t|’t|la|le)"
    r"|van|von|zu|vd|v\.d\.?|v/d|den?|te[nr]?|'t|’t|la|le|el|al|af|du|di|da|dos|del|bin|ben|ait|ould|abu|bou|y|e)"
    r"[ \u00a0]+)+(?:d['’])?$|(?<![\w.])d['’]$"
)

#: Behind these stands what somebody or something is called.
_CALLED: Final = frozenset({"heet", "heette", "heten"})
#: Whom `heet` is said of.
_SOMEBODY: Final = frozenset(
    "hij zij ze ik man vrouw jongen meisje heer dame meneer mevrouw baby peuter kleuter tiener zoontje dochtertje "
    "stiefvader stiefmoeder vriend vriendin vriendje oom tante bode postbode buurjongen buurmeisje kleinzoon "
    "kleindochter pleegkind".split()
)
_CLAUSE_ENDS: Final = re.compile(r"[.;:,!?(\n]")
_OF_WHOM: Final = re.compile(r" (?:van|voor|bij|in|op|uit|met|aan|achter|die|dat) ")

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


def may_be_titled(text: str, start: int) -> bool:
    """Whether a title stands before `start`, or small words with perhaps a title before them."""
    words = text[max(0, start - 24) : start].split()
    while words and words[-1] in PREFIXES:
        words.pop()
    return bool(words) and words[-1].strip(_SIGNS).lower().rpartition("/")[2] in TITLES


@lru_cache(maxsize=20_000)
def _may_end(written: str) -> bool | None:
    """Whether a word can be the last of an announcement; None for a small word that may stand behind one."""
    word = written.split()[-1].strip(_SIGNS).lower()
    if word in _last_words() or is_role(word) or word in only_deeds() or word.rpartition("/")[2] in TITLES:
        return True
    return None if word in PREFIXES or word in {"", "d"} else False


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
    if cut and words[cut - 1] in _CALLED:
        called = PERSON if _is_said_of_somebody(text, start) else NOTHING
        return called, start - len(left) + start_of_prefixes(left) if cut < len(words) else start
    if not words[cut - 1].strip(_SIGNS):  # a bracket that stands loose
        words[cut - 2 : cut] = ["".join(words[cut - 2 : cut])]
        cut = len(words)
    strength = _strength(words[:cut])
    whole = _strength(words) if cut < len(words) else NOTHING
    if whole or (cut < len(words) and (not strength or (strength in (ROLE, PERSON) and words[cut:] == ["van"]))):
        return whole, start  # `medewerkers van …` and `akkoord van …` are no surnames with `van`
    if strength in (ROLE, PERSON) and "\n" in left[len(left.rstrip()) :] and not words[-1].endswith(":"):
        return NOTHING, start  # a list of words, not one sentence
    return strength, start - len(left) + start_of_prefixes(left) if cut < len(words) else start


def _is_said_of_somebody(text: str, start: int) -> bool:
    """Whether it is a person who is called what stands here: `de man van de firma heet`, not `het model heet`."""
    before = text[max(0, start - 100) : start]
    clause = _CLAUSE_ENDS.split(before)[-1] if _CLAUSE_ENDS.search(before) else before
    subject = _OF_WHOM.split(clause.strip().lower())[0].split()
    return any(word in _SOMEBODY or is_role(word) for word in subject)


def small_words_before(text: str, start: int) -> str:
    """The small words before a surname, with one space between: `van der`; empty when there are none."""
    left = text[max(0, start - 24) : start]
    words = left.split()
    if not words or (words[-1] not in PREFIXES and left[-1] not in "'’"):
        return ""
    return " ".join(left[start_of_prefixes(left) :].split())


def full_surname(text: str, token: Token) -> str:
    """A surname with the small words before it, as the lists hold it: `van de wetering`, `d'hondt`."""
    return folded(f"{small_words_before(text, token.start)} {token.key}").replace("' ", "'").strip()


def start_of_prefixes(left: str) -> int:
    """Where in the words before a surname its small words begin: `het van der` is `van der`."""
    small = _SMALL_WORDS.search(left)
    return small.start() if small else len(left)


def _strength(words: list[str]) -> int:
    if not words:
        return NOTHING
    last = words[-1]
    bare = [word.strip("(:;,.\"'“”‘’[]<>*–-").casefold() for word in words[-4:]]
    if last.isupper() and len(last) > 1 and bare[-1] not in functions():
        return NOTHING
    if bare[-1] in TITLES or bare[-1].rpartition("/")[2] in TITLES:
        return TITLE
    if last.endswith((".", ";", "!", "?")) and bare[-1] not in _SHORT:
        return NOTHING
    if bare[-1] == "naam" and bare[-2:-1] in (["de"], ["een"]) and not last.endswith(":"):
        return NOTHING  # `de naam Hector verwijst naar het systeem`
    phrases = {" ".join(bare[-size:]) for size in range(1, len(bare) + 1)}
    if phrases & _announcements():
        return ANNOUNCED if bare[-1] in _OPEN_ENDED else LABELLED
    if last in only_deeds():
        return ROLE  # `zoals Ouwehand zei` and `dat zei Kuperus ook`
    opens = len(words) == 1 or words[-2].endswith((".", "!", "?", ":", ";", ",", "("))  # where any word has a capital
    lower = last.rpartition("-")[2][:1].islower()  # `OR-lid` too
    role = phrases & functions() or ((opens or lower) and is_role(bare[-1]))
    return _of_role(bare[-1], last) if role else NOTHING


def _of_role(word: str, written: str) -> int:
    """Whether what somebody does can only stand before a person: `wethouders`, not `eigenaar`, `medewerker`, `door`."""
    single = word in functions() or is_role(word)
    one = word.removesuffix("s")
    loose = (
        not _NOT_ONLY_PERSONS.isdisjoint((one, word))
        or one.endswith(_OF_THINGS)
        or word in PREFIXES
        or not written[-1:].isalpha()
    )
    return PERSON if single and not loose else ROLE


@lru_cache(maxsize=20_000)
def is_role(word: str) -> bool:
    """Whether a word in lower case says what somebody does or is: `taxateur`, `oud-collega`, `raadsleden`."""
    return word in functions() or _ends_as_role()(word)


@cache
def _ends_as_role() -> Callable[[str], bool]:
    ends = {entry[1:] for entry in package_words("functies") if entry.startswith("*")}
    plurals = {end[:-3] + "leden" for end in ends if end.endswith("lid")}
    return ends_of(plurals | {end + plural for end in ends for plural in ("", "s", "en", "n", "'s")})


@cache
def _announcements() -> frozenset[str]:
    return frozenset(package_words("aankondigingen"))


@cache
def _last_words() -> frozenset[str]:
    phrases = (*package_words("aankondigingen"), *functions(), *TITLES, *_CALLED)
    return frozenset(phrase.rpartition(" ")[2].rstrip(".") for phrase in phrases)


@cache
def deeds() -> frozenset[str]:
    """What people do, and systems too (werkwoorden.txt)."""
    return frozenset(word for word in package_words("werkwoorden") if not word.startswith("!"))


@cache
def only_deeds() -> frozenset[str]:
    """What only people do."""
    return frozenset(word[1:] for word in package_words("werkwoorden") if word.startswith("!"))


@cache
def functions() -> frozenset[str]:
    """What people do, as it stands before a name (functies.txt, but for the ends of words in it)."""
    return frozenset(entry for entry in package_words("functies") if not entry.startswith("*"))
