"""Which texts hold which triggers, found once per different word instead of once per text.

Most words stand in many texts. A trigger is looked for in the different words of all texts together; a text then only
has to be compared with the few words that hold one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Final, NamedTuple

#: Signs around a word that are no part of it.
_AROUND: Final = ".,:;()?!/\"'"


class Tag(NamedTuple):
    """Which detector a trigger brings to work; `need` is what the whole text must hold for it, empty when nothing."""

    detector: int
    need: str = ""


class Triggers:
    """Pieces of words, shapes of words and whole words, all in lower case, with the tags they give to a text."""

    def __init__(
        self,
        pieces: Mapping[str, Iterable[Tag]],
        shapes: Iterable[tuple[Tag, re.Pattern[str]]],
        whole: tuple[Tag, Set[str]] | None = None,
    ) -> None:
        self._whole = whole
        self._tags = {piece: frozenset(tags) for piece, tags in pieces.items()}
        self._shapes = tuple(shapes)

    def found_in(self, lowered: Sequence[str]) -> Iterator[frozenset[Tag]]:
        """The tags per text; the texts are in lower case."""
        words = [set(text.split()) for text in lowered]
        telling = self._telling(set().union(*words))
        known = telling.keys()
        for per_text in words:
            yield frozenset().union(*(telling[word] for word in per_text & known))

    def _telling(self, words: set[str]) -> dict[str, frozenset[Tag]]:
        """The words that hold a trigger, with its tags."""
        tags: defaultdict[str, frozenset[Tag]] = defaultdict(frozenset)
        whole = "\n".join(words)
        for match in self._pattern.finditer(whole):
            tags[_word_at(whole, match.start())] |= self._with_shorter[match.group(1)]
        for tag, shape in self._shapes:
            for match in shape.finditer(whole):
                tags[_word_at(whole, match.start())] |= {tag}
        if self._whole:
            tag, listed = self._whole
            for word in words:
                if word.strip(_AROUND) in listed:
                    tags[word] |= {tag}
        return dict(tags)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """A pattern that finds the longest piece at every place."""
        return re.compile(f"(?=({any_of(self._tags)}))")

    @cached_property
    def _with_shorter(self) -> dict[str, frozenset[Tag]]:
        """The tags of a piece and of all pieces that it begins with."""
        return {
            piece: frozenset().union(*(self._tags.get(piece[:size], ()) for size in range(1, len(piece) + 1)))
            for piece in self._tags
        }


def _word_at(whole: str, place: int) -> str:
    start, end = whole.rfind("\n", 0, place) + 1, whole.find("\n", place)
    return whole[start:] if end < 0 else whole[start:end]


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of some words. What they begin with stands in it once: few are tried."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        groups[word[:1]].add(word[1:])
    branches = [re.escape(sign) + any_of(rest) for sign, rest in sorted(groups.items()) if sign]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if '' in groups else ''}"
