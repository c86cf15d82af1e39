"""Which texts hold which triggers, and where: pieces of text in one pass, shapes of words once per different word.

Most words stand in many texts. A shape is looked for in the different words of all texts together; a text then only
has to be compared with the few words that have one.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import ahocorasick

#: Up to this length a word of letters is short.
_SHORT: Final = 6
#: So many different words are remembered: those of a large inventory.
_REMEMBERED: Final = 200_000
_DIGIT: Final = re.compile("[0-9]")
#: Signs around a word that are no part of it.
AROUND: Final = ".,:;()?!/\"'"

#: Where each trigger stands in a text, by its number.
Places = dict[int, list[int]]


class Triggers:
    """Pieces of text (with their spaces), shapes of words and listed words, all in lower case, each with numbers.

    A shape is looked for in short words and in those with more than letters; a stop or comma at the end is no more.
    The shapes `of_letters` are looked for in all words, those `of_digits` only in words with a digit.
    """

    def __init__(
        self,
        pieces: Mapping[str, Iterable[int]],
        shapes: Iterable[tuple[int, re.Pattern[str]]],
        listed: Mapping[str, int] | None = None,
        of_letters: Iterable[tuple[int, re.Pattern[str]]] = (),
        of_digits: Iterable[tuple[int, re.Pattern[str]]] = (),
    ) -> None:
        self._listed = listed or {}
        self._of_digits = tuple(of_digits)
        self._shapes, self._of_letters = tuple(shapes), tuple(of_letters)
        self._seen: set[str] = set()
        self._telling: dict[str, set[int]] = {}
        self._pieces = ahocorasick.Automaton()
        for piece, numbers in pieces.items():
            self._pieces.add_word(piece, (len(piece) - 1, tuple(numbers)))
        self._pieces.make_automaton()

    def found_in(self, lowered: Sequence[str]) -> Iterator[Places]:
        """The triggers per text; the texts are in lower case."""
        self._learn(set(" ".join(lowered).split()))
        telling, tells = self._telling, self._telling.__contains__
        for text in lowered:
            places: Places = {}
            for end, (size, numbers) in self._pieces.iter(text):
                for number in numbers:
                    places.setdefault(number, []).append(end - size)
            for word in set(filter(tells, text.split())):
                starts = _starts(text, word)
                for number in telling[word]:
                    places.setdefault(number, []).extend(starts)
            yield places

    def _learn(self, words: set[str]) -> None:
        """Finds out which words tell something; what was seen before is remembered, up to a bound."""
        if len(self._seen) > _REMEMBERED:
            self._seen, self._telling = set(), {}
        new = words - self._seen
        self._telling.update(self._told_by(new))
        self._seen |= new

    def _told_by(self, words: set[str]) -> dict[str, set[int]]:
        """The words that have a shape or are listed, with the numbers of these."""
        numbers: defaultdict[str, set[int]] = defaultdict(set)
        odd = [word for word in words if len(word) < _SHORT or not word.rstrip(AROUND).isalpha()]
        numbered = "\n".join(word for word in odd if _DIGIT.search(word))
        for shapes, those in (
            (self._of_digits, numbered),
            (self._shapes, "\n".join(odd)),
            (self._of_letters, "\n".join(words) if self._of_letters else ""),
        ):
            for number, shape in shapes:
                for match in shape.finditer(those):
                    numbers[_word_at(those, match.start())].add(number)
        for word in words if self._listed else ():
            if (listed := self._listed.get(word.strip(AROUND))) is not None:
                numbers[word].add(listed)
        return numbers


def _starts(text: str, word: str) -> list[int]:
    starts, start = [], text.find(word)
    while start >= 0:
        starts.append(start)
        start = text.find(word, start + len(word))
    return starts


def _word_at(whole: str, place: int) -> str:
    start, end = whole.rfind("\n", 0, place) + 1, whole.find("\n", place)
    return whole[start:] if end < 0 else whole[start:end]


def ends_of(ends: Iterable[str]) -> Callable[[str], bool]:
    """Whether a word ends in one of many endings: quicker than to compare it with each."""
    backwards = re.compile(any_of(end[::-1] for end in ends))
    return lambda word: backwards.match(word[::-1]) is not None


def any_case_of(words: Iterable[str], *, at_start: bool = True) -> str:
    """The same in any case, at the start of a word or also within one.

    The first letter stands before all else: a search then skips all other letters at once, which it cannot do behind
    a boundary or for letters in any case.
    """
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        groups[word[0]].add(word[1:])
    letters = {sign for first in groups for sign in (first.lower(), first.upper())}
    branches = (
        f"(?<=[{re.escape(first.lower() + first.upper())}])(?i:{any_of(rest)})"
        for first, rest in sorted(groups.items())
    )
    boundary = r"(?<!\w.)" if at_start else ""
    return f"(?-i:[{re.escape(''.join(sorted(letters)))}]){boundary}(?:{'|'.join(branches)})"


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of some words. What they begin with stands in it once: few are tried."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        groups[word[:1]].add(word[1:])
    branches = [re.escape(sign) + any_of(rest) for sign, rest in sorted(groups.items()) if sign]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if '' in groups else ''}"
