"""Rows of words with capitals in a text, the parts of such a row, and what can be seen on a part by itself."""

import re
from typing import Final, NamedTuple

from algreg_lib.privacy.names.known import PREFIXES, NameLists, folded, name_lists
from algreg_lib.privacy.triggers import any_of

#: Signs with which a name can begin: the capitals of the Latin script.
UPPER: Final = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())


LETTER: Final = r"[^\W\d_]"

#: What follows the first capital of an initial (`A.`, `Th.`) and of a word.
_INITIAL_TAIL: Final = r"(?:(?:|(?<=T)h|(?<=C)hr|(?<=P)h|(?<=I)J|(?<=J)oh|(?<=J)ac|(?<=F)r|(?<=W)m)\.[ -]?)"
_INITIALS_TAIL: Final = rf"{_INITIAL_TAIL}(?:[{UPPER}]{_INITIAL_TAIL})*(?!\w\.)"
BETWEEN: Final = any_of(PREFIXES)
#: What is tied on with a hyphen, also as the second half of a double surname (`Smit-de Groot`).
_TIED_TAIL: Final = rf"(?:-(?:(?:{BETWEEN}) )+[{UPPER}]{LETTER}+|-{LETTER}+)"
_WORD_TAIL: Final = rf"{LETTER}*(?:['’]{LETTER}+)*{_TIED_TAIL}*"
#: The capital stands first by itself: a search then skips all other letters at once.
_PART: Final = rf"[{UPPER}](?:{_INITIALS_TAIL}|{_WORD_TAIL})"

ITEM: Final = re.compile(_PART)

_SPACE: Final = "[ \u00a0]"

#: A row of words with capitals, with the small words that names have in between.
ROW: Final = re.compile(rf"{_PART}(?:{_SPACE}?(?:{BETWEEN}{_SPACE}|[dl]['’])*{_PART}){{0,7}}")

TITLES: Final = frozenset(
    "dhr mevr mw mevrouw meneer mijnheer heer drs ir ing mr dr prof ds hr mej juffrouw professor doctor zuster broeder "
    "mevr/dhr dhr/mevr heer/mevrouw ms mrs".split()
)


#: `van der` or `van den`, made short.
_SHORT_PREFIX: Final = frozenset({"vd", "v.d.", "v.d", "v/d"})

_NEXT_WORD: Final = re.compile(rf"[ \u00a0]?-?({LETTER}[\w.]*)")


class Token(NamedTuple):
    """One part of a row: a word, or initials."""

    start: int
    end: int
    word: str  #: as it stands
    key: str  #: in lower case without accents, without the 's of a possessive
    initials: bool


def token_of(item: re.Match[str], offset: int) -> Token:
    """The part that a match of ITEM is, in a row that begins at `offset`."""
    word = item.group()
    initials = "." in word
    end = offset + item.end() - (len(word) - len(word.rstrip(" -")))
    word = word.rstrip(" -")
    bare = word[:-2] if word.endswith(("'s", "’s")) else word
    return Token(offset + item.start(), end, word, folded(bare), initials)


def gap(text: str, left: Token, right: Token) -> str:
    """The small words between two parts."""
    return text[left.end : right.start].strip()


def next_word(text: str, end: int) -> str:
    """The word behind a place, in lower case; empty when something else stands there."""
    match = _NEXT_WORD.match(text, end, end + 40)
    return match.group(1).casefold().rstrip(".") if match else ""


def opens_sentence(text: str, start: int) -> bool:
    """Whether a word stands first in a sentence or line, where any word has a capital."""
    before = text[:start].rstrip(" \"'“‘(•-*")
    return not before or before[-1] in ".!?:\n\r;|"


def halves_of(key: str) -> list[str]:
    """The names that hyphens tie, without their small words: `smit-de groot` is `smit` and `groot`."""
    if key.isalpha():
        return [key]
    halves = [half.split()[-1] for half in key.split("-") if half and half not in PREFIXES]
    return [half[2:] if half.startswith(("d'", "o'", "l'")) else half for half in halves]


def is_surname(text: str, token: Token, lists: NameLists) -> bool:
    """Whether a surname list knows it, with the small words before it or without; either half of a double name."""
    if any(half in lists.surnames for half in (token.key, *halves_of(token.key))):
        return True
    before = text[max(0, token.start - 16) : token.start].split()
    if before and before[-1] in _SHORT_PREFIX:
        return token.key in lists.surname_ends
    for size in range(1, min(len(before), 3) + 1):
        if folded(" ".join((*before[-size:], token.key))) in lists.surnames:
            return True
    return False


def is_acronym(token: Token, lists: NameLists) -> bool:
    """Whether a part is written in capitals and no list knows it as a name."""
    word = token.word
    if token.initials or token.key in PREFIXES or not word.isupper():
        return False
    return len(word) < 5 or not any(token.key in names for names in (lists.surnames, lists.surname_ends, lists.first))


def has_inner_capital(word: str) -> bool:
    """Whether a word has a capital inside, as products do (PowerBI), not as McDonald."""
    if word[1:].islower():
        return False
    tail = re.sub(r"^(?:Mc|Mac|De|Van|El|Al|IJ|O['’]|D['’]|L['’])(?!-)", "", word)[1:]
    return any(sign.isupper() for sign in re.sub(rf"['’-](?:[a-z']+ )*[{UPPER}]", "", tail)) and not word.isupper()


def hyphened(last: Token) -> bool:
    """Whether a word was tied on with a hyphen (`Monte Carlo-simulatie`)."""
    tail = last.word.rpartition("-")[2] if "-" in last.word else ""
    if tail and last.key in name_lists().first:
        return False  # `Hyun-woo`
    return bool(tail) and tail.islower() and tail not in PREFIXES
