"""Finding many texts in one, whatever the case, spacing or invisible signs: linear in the text, not in the number."""

import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

#: A text of this many signs or more is looked for without its spaces, also inside other words; a shorter one only as
#: a whole word, as it stands inside others by chance.
_LONG: Final = 8
_LENGTHS: Final = (8, 16, 32, 64)
_SHORTEST: Final = 2
#: Zero-width signs, soft hyphen, byte order mark, direction marks, control signs, and what changes other signs.
_INVISIBLE: Final = re.compile(
    "[\\x00-\\x08\\x0e-\\x1b\\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
#: What programs make of a straight quote and a hyphen by themselves.
_QUOTES: Final = re.compile("[\u2018-\u201b\u02bc`]")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")
_TAG: Final = re.compile(r"<[^<>]*>")
_TABLE_BITS: Final = 20
_PRIME: Final = np.uint64(1_099_511_628_211)  # of the FNV hash: spreads well and is odd
_AT_ONCE: Final = 1_000_000


def folded(text: str) -> str:
    """The text as a reader compares it: one width and case, plain quotes, no invisible signs, single spaces."""
    bare = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return _single_spaced(_DASHES.sub("-", _QUOTES.sub("'", bare)).casefold())


def _single_spaced(text: str) -> str:
    """The words with one space between; a piece at a time, as all words of a large file take six times its memory."""
    pieces, start = [], 0
    while start < len(text):
        space = text.find(" ", start + _AT_ONCE)
        stop = space if space >= 0 else len(text)
        pieces.append(" ".join(text[start:stop].split()))
        start = stop
    return " ".join(filter(None, pieces))


class Needles:
    """Texts to look for."""

    def __init__(self, texts: Iterable[str]) -> None:
        #: By kind and by the length of what is looked up: that beginning, then the whole needles, then their texts.
        self._beginnings: dict[tuple[bool, int], dict[str, dict[str, set[str]]]] = defaultdict(dict)
        for text in texts:
            for form in {folded(text), folded(html.unescape(_TAG.sub(" ", text)))}:
                self._add(form, text)
        self._tables = {kind: _table(beginnings) for kind, beginnings in self._beginnings.items()}

    def _add(self, form: str, text: str) -> None:
        squeezed = form.replace(" ", "")
        whole_word = len(squeezed) < _LONG
        needle = form if whole_word else squeezed
        if len(squeezed) >= _SHORTEST:
            # Many texts begin alike ("Het algoritme …"), so the beginning that is looked up is as long as can be.
            length = len(needle) if whole_word else max(n for n in _LENGTHS if n <= len(needle))
            needles = self._beginnings[whole_word, length].setdefault(needle[:length], {})
            needles.setdefault(needle, set()).add(text)

    def found_in(self, text: str) -> set[str]:
        """Those of the texts that stand in this one."""
        spaced = folded(text)
        squeezed = spaced.replace(" ", "")
        return {
            text
            for (whole_word, length), beginnings in self._beginnings.items()
            for texts in self._found(spaced if whole_word else squeezed, whole_word, length, beginnings)
            for text in texts
        }

    def _found(
        self, haystack: str, whole_word: bool, length: int, beginnings: dict[str, dict[str, set[str]]]
    ) -> Iterator[set[str]]:
        for position in _candidates(haystack, length, self._tables[whole_word, length]):
            for needle, texts in beginnings.get(haystack[position : position + length], {}).items():
                if _stands(haystack, needle, position, whole_word=whole_word):
                    yield texts


def _stands(haystack: str, needle: str, position: int, *, whole_word: bool) -> bool:
    if not haystack.startswith(needle, position):
        return False
    around = haystack[position - 1 : position] + haystack[position + len(needle) : position + len(needle) + 1]
    return not (whole_word and any(sign.isalnum() for sign in around))


def _hashes(text: str, length: int) -> npt.NDArray[np.intp]:
    """A place in the table for each run of `length` signs."""
    numbers = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    if len(numbers) < length:
        return np.zeros(0, dtype=np.intp)
    done = 1
    while done * 2 <= length:
        numbers = _mixed(numbers[:-done], numbers[done:])
        done *= 2
    if done < length:  # two runs that overlap
        numbers = _mixed(numbers[: done - length], numbers[length - done :])
    return ((numbers * _PRIME) >> np.uint64(64 - _TABLE_BITS)).astype(np.intp)


def _mixed(left: npt.NDArray[np.uint64], right: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    return (left * _PRIME) ^ (right + (left >> np.uint64(7)))


def _table(beginnings: Iterable[str]) -> npt.NDArray[np.bool_]:
    table = np.zeros(1 << _TABLE_BITS, dtype=bool)
    for text in beginnings:
        table[_hashes(text, len(text))] = True
    return table


def _candidates(text: str, length: int, table: npt.NDArray[np.bool_]) -> Iterator[int]:
    for start in range(0, len(text), _AT_ONCE):
        places = _hashes(text[start : start + _AT_ONCE + length - 1], length)
        yield from (np.flatnonzero(table[places]) + start).tolist()
