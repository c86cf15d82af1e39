"""What speaks for a name in a row of words with capitals, and how surely."""

import re
from functools import lru_cache
from typing import Final

from algreg_lib.privacy.names.alone import ONLY_PERSON, PERHAPS, alone, is_deed, tells_of_person
from algreg_lib.privacy.names.announcements import (
    ANNOUNCED,
    PERSON,
    TITLE,
    full_surname,
    may_announce,
    small_words_before,
)
from algreg_lib.privacy.names.known import PREFIXES, NameLists, folded, name_lists
from algreg_lib.privacy.names.objections import NOUN_ENDS, is_organisation, is_strange
from algreg_lib.privacy.names.standing import LIKELY, NEVER, SURE, SURNAME_ENDS, standing
from algreg_lib.privacy.names.tokens import (
    ITEM,
    Token,
    gap,
    has_inner_capital,
    is_acronym,
    is_surname,
    next_word,
    opens_sentence,
    token_of,
)

#: Adjectives that are the first half of a surname: `Oude Nijhuis`, `Klein Nagelvoort`.
OLD_AND_NEW: Final = frozenset(
    {"oude", "olde", "nieuwe", "groot", "groote", "grote", "klein", "kleine", "lage", "hoge"}
)

#: Small words that open an Arabic or Berber name, also at the start of a sentence.
_ARABIC: Final = frozenset({"el", "ait", "ben", "bou", "abu", "bin", "ould"})


#: Small words that are found in surnames only.
_OLD_PREFIX: Final = frozenset({"der", "den", "ter", "ten", "d'", "d’", "'t", "’t", "vd", "v.d.", "v.d", "v/d"})


_DEPARTMENT: Final = re.compile(r" \((?:[A-Z]{2,4}|[a-z]{3,})\)")

#: Ends of Dutch and Frisian first names.
_FIRST_SHAPE: Final = re.compile(
    r"(?:ke|tje|pje|sje|iek|ien|ine|ina|ette|elle|anne|lien|lijn|lotte|linde|jan|bert|brecht|hard|wijn|brand|mar|mer|ward"
    r"|fried|win|wout|ger|rik|olf|aart|elis|inus|ius|aas)$"
)


#: Words behind which a single letter is a class.
_LETTERED: Final = re.compile(
    r"\b(?:categorie|type|optie|groep|klasse|variant|bijlage|artikel|lid|sub|onder|onderdeel|deel|fase|stap|zone|tabel|vitamine|schaal|punt"
    r"|niveau|label|vak|lijn|spoor|route|kolom|scenario|alternatief|en|of)$",
    re.IGNORECASE,
)


#: Abbreviations with the shape of initials.
NO_INITIALS: Final = frozenset(
    "B.V. N.V. C.V. U.S. V.S. E.U. A.I. I.T. P.O. A.U.B. N.B. P.S. V.O.F. N.A.W. T.A.V. O.V. G.G.D.".split()
)


@lru_cache(maxsize=20_000)
def is_never_name(row: str) -> bool:
    """Whether a row is one word that is no name whatever stands before it: a small word, a short acronym."""
    return row.isalpha() and ((row.isupper() and len(row) < 5) or folded(row) in PREFIXES)


@lru_cache(maxsize=50_000)
def holds_candidate(row: str) -> bool:
    """Whether one part of a row can be a name at all; if none, only a title makes it one."""
    if row.isalpha():
        return standing(row) > NEVER
    return any("." in part or standing(part.rstrip(" -")) > NEVER for part in ITEM.findall(row))


@lru_cache(maxsize=20_000)
def may_be_name(row: str) -> bool:
    """Whether a row of several words can be or hold a name that nothing announces; quick, and true too often."""
    lists = name_lists()
    before: Token | None = None
    for item in ITEM.finditer(row):
        token = token_of(item, 0)
        if before and (_may_end_name(token.key, lists) or (gap(row, before, token) and _may_open(before.key, lists))):
            return True
        if token.initials or token.key in lists.first or "-" in token.key or _may_announce_inside(token):
            return True
        if not token.word.isalpha() and standing(token.word) == SURE:
            return True  # `Tichelaar's`
        before = token
    return False


def _may_open(key: str, lists: NameLists) -> bool:
    return key in lists.weak_first or _FIRST_SHAPE.search(key) is not None


def _may_end_name(key: str, lists: NameLists) -> bool:
    names = (lists.surnames, lists.weak_surnames, lists.surname_ends)
    return any(key in known for known in names) or key.endswith(SURNAME_ENDS)


def _may_announce_inside(token: Token) -> bool:
    """Whether a word with a capital announces the next: `Contactpersoon`, `Mevrouw`; or opens a surname: `Van`."""
    return token.key in PREFIXES or may_announce(f"{token.word} ", len(token.word) + 1)


def confidence_of(text: str, parts: list[Token], announced: int, lists: NameLists) -> float:
    """How surely these parts are a name, before anything speaks against it; 0 when nothing speaks for it."""
    first, last = parts[0], parts[-1]
    if last.initials:
        return _shortened(parts, announced, lists)
    if last.key in PREFIXES:
        return 0.0
    if len(parts) == 1:
        return max(alone(text, last, announced), 0.0 if announced else with_small_words(text, last, lists))
    if first.key in OLD_AND_NEW and not last.initials:
        return confidence_of(text, parts[1:], announced, lists)
    if first.initials:
        return _with_initials(text, parts, announced, lists)
    if first.key in PREFIXES:
        return _with_capital_prefix(text, parts, announced, lists)
    return _with_first_name(text, parts, announced, lists)


def _shortened(parts: list[Token], announced: int, lists: NameLists) -> float:
    """`Karin B.` and `mevrouw S.`: a surname of which one letter stands there."""
    if len(parts[-1].word) > 2:
        return 0.0
    if len(parts) == 1:
        return 0.8 if announced == TITLE else 0.0
    return 0.7 if len(parts) == 2 and parts[0].key in lists.dutch_first else 0.0


def _with_initials(text: str, parts: list[Token], announced: int, lists: NameLists) -> float:
    initials, surname = parts[0].word, parts[1]
    if initials.upper().replace(" ", "") in NO_INITIALS and announced < TITLE:
        return 0.0
    prefixed = gap(text, parts[0], surname) != "" or surname.key in PREFIXES
    if announced >= ANNOUNCED or prefixed or is_surname(text, parts[-1], lists) or surname.key in lists.surname_ends:
        return 0.9
    noun = surname.key.endswith(NOUN_ENDS) and not (initials.count(".") > 1 and surname.key.endswith("ing"))
    odd = surname.key in lists.plain or noun or is_acronym(surname, lists) or is_organisation(surname.key)
    told = initials.count(".") > 1 or " " not in text[parts[0].start : surname.start] or announced
    told = told or (len(surname.key) > 3 and not _is_lettered(text, parts[0].start))
    told = told or surname.key.endswith(SURNAME_ENDS) or tells_of_person(text, parts[-1].end) == ONLY_PERSON
    closed = text[parts[-1].end : parts[-1].end + 1] in {"", "\n", ",", "("}
    told = told or (closed and not _LETTERED.search(text[max(0, parts[0].start - 30) : parts[0].start].rstrip()))
    return 0.8 if told and not odd else 0.0


def _is_lettered(text: str, start: int) -> bool:
    """Whether a letter with a stop can be that of a list or a class (`categorie A. Verder …`), not an initial."""
    before = text[max(0, start - 30) : start].rstrip()
    if not before or before[-1] in ".!?\n;" or text[start - 1 : start] == "\n":
        return True
    return _LETTERED.search(before) is not None


def _with_capital_prefix(text: str, parts: list[Token], announced: int, lists: NameLists) -> float:
    """`Van der Meer`, `El Amrani`: a surname by itself, only when it is known in full, told of or announced."""
    first, last = parts[0], parts[-1]
    full = folded(" ".join(text[first.start : last.end].split()).removesuffix("'s").removesuffix("’s"))
    if announced == TITLE:
        return 0.9
    known = full in lists.surnames
    several = text[first.start : last.end].count(" ") > 1
    if full in lists.places or (last.key in lists.common and not (several and announced and known)):
        return 0.0
    double = len(parts) > 2 and parts[-2].key not in PREFIXES  # `Van Zuylen van Nievelt`
    old = not _OLD_PREFIX.isdisjoint(folded(text[first.start : last.start]).split())
    if announced and (known or double or old or last.key not in lists.places):
        return 0.8
    if first.key in _ARABIC:
        return 0.6 if len(parts) > 2 or known else 0.0
    if _owns(text, last, full, lists):
        return 0.5
    return _told_of(text, first, last, lists, known=known)


def _told_of(text: str, first: Token, last: Token, lists: NameLists, *, known: bool) -> float:
    """The same, for a surname that nothing announces."""
    strange = is_strange(text, last, lists) and not is_surname(text, last, lists)
    old = not _OLD_PREFIX.isdisjoint(folded(text[first.start : last.start]).split())
    told = known or standing(last.word) >= LIKELY or not strange
    if told and last.word.endswith(("'s", "’s")) and not strange:
        return 0.5
    aside = _DEPARTMENT.match(text, last.end) or tells_of_person(text, last.end) == ONLY_PERSON
    if (known or (told and (old or "-" in last.key))) and aside:
        return 0.6
    if old and not strange and not opens_sentence(text, first.start):
        return 0.5
    # a noun would have no capital behind `De`
    does = tells_of_person(text, last.end) >= PERHAPS and last.key not in lists.common
    several = text[first.start : last.end].count(" ") > 1
    return 0.6 if known and (several or does or not opens_sentence(text, first.start)) else 0.0


def _owns(text: str, last: Token, full: str, lists: NameLists) -> bool:
    """Whether a known surname has the s of what somebody owns: `Van Dongens opmerking`."""
    following = next_word(text, last.end)
    known = full.endswith("s") and full not in lists.surnames and full[:-1] in lists.surnames
    return known and following != "" and text[last.end + 1 : last.end + 2].islower() and not is_deed(following)


def with_small_words(text: str, token: Token, lists: NameLists) -> float:
    """How surely one word is a surname because of the small words before it: `van der Zwaag`, `; de Groot`."""
    small = small_words_before(text, token.start)
    if not small or (is_strange(text, token, lists) and not is_surname(text, token, lists)):
        return 0.0
    known = full_surname(text, token) in lists.surnames
    if not _OLD_PREFIX.isdisjoint(folded(small).split()) and (known or " " in small or token.key not in lists.places):
        return 0.6
    return 0.5 if known and not small.startswith(("in", "op", "aan", "te")) else 0.0


def _with_first_name(text: str, parts: list[Token], announced: int, lists: NameLists) -> float:
    first, last = parts[0], parts[-1]
    surname = is_surname(text, last, lists)
    prefixed = gap(text, parts[-2], last) != "" or parts[-2].key in PREFIXES
    strange = is_strange(text, last, lists) and not surname
    if first.key in lists.first or _compound_first(first, lists):
        return _trusted(text, last, strange=strange and not prefixed, surname=surname)
    if first.key in lists.weak_first or _looks_like_first(text, first, last, lists):
        shaped = not strange and (prefixed or last.key.endswith(SURNAME_ENDS))
        known = surname or last.key in lists.weak_surnames or shaped or announced
        return 0.7 if known and not strange else 0.0
    if announced >= ANNOUNCED:
        known = surname or last.key in lists.weak_surnames  # then the first may look like a noun: Xiaoming
        return 0.7 if not any(is_strange(text, part, lists) for part in (parts[1:] if known else parts)) else 0.0
    if announced == PERSON and len(parts) == 2 and not any(is_strange(text, part, lists) for part in parts):
        return 0.6 if last.key.endswith(SURNAME_ENDS) else 0.5
    return _unknown_first(text, parts, announced, lists) if surname else 0.0


def _trusted(text: str, last: Token, *, strange: bool, surname: bool) -> float:
    """Behind a sure first name any word with a capital is a surname (Bloem, Klok): Dutch nouns have none."""
    if surname or not strange:
        return 0.95 if surname else 0.8
    lists = name_lists()
    other = last.key in lists.common or is_acronym(last, lists) or has_inner_capital(last.word)
    return 0.0 if other or f" {last.word.lower()} " in text else 0.6


def _looks_like_first(text: str, token: Token, last: Token, lists: NameLists) -> bool:
    """Whether an unknown word has the shape of a Dutch first name, within a sentence or before what a person does."""
    if not _FIRST_SHAPE.search(token.key):
        return False
    if opens_sentence(text, token.start) and tells_of_person(text, last.end) < PERHAPS:
        return False
    return not is_strange(text, token, lists)


def _unknown_first(text: str, parts: list[Token], announced: int, lists: NameLists) -> float:
    """An unknown word before a known surname: only where both can be nothing else."""
    first, last = parts[0], parts[-1]
    if any(is_strange(text, part, lists) for part in parts) or opens_sentence(text, first.start):
        return 0.0
    if announced:
        return 0.6
    if _in_longer_row(text, first.start, last.end):
        return 0.0
    return 0.6 if len(parts) == 2 and len(first.key) > 2 and len(last.key) > 3 else 0.0


def _in_longer_row(text: str, start: int, end: int) -> bool:
    """Whether more words with capitals stand right before or behind, as in the long name of an organisation."""
    before = text[max(0, start - 40) : start].rsplit(" ", 2)
    return (len(before) > 1 and before[-2][:1].isupper() and before[-2][-1:].isalpha()) or (
        text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    )


def _compound_first(token: Token, lists: NameLists) -> bool:
    parts = token.key.split("-")
    return len(parts) > 1 and all(part in lists.first or part in lists.weak_first for part in parts)
