"""Which texts hold which triggers, found once per different word instead of once per text.

Most words stand in many texts. A trigger is looked for in the different words of all texts together; a text then only
has to be compared with the few words that hold one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

#: Up to this length a word of letters is short.
_SHORT: Final = 6
#: Signs around a word that are no part of it.
_AROUND: Final = ".,:;()?!/\"'"


class Tag(NamedTuple):
    """Which detector a trigger brings to work; the text must hold one of `needs`, when there are any."""

    detector: int
    needs: tuple[str, ...] = ()

    def fits(self, lowered: str) -> bool:
        """Whether a text in lower case that has the tag holds what is needed besides."""
        for need in self.needs:
            if need in lowered:
                return True
        return not self.needs


class _Place(NamedTuple):
    """A tag of a piece, and whether the piece must begin or end its word: what the spaces around it in a need ask."""

    size: int
    tag: Tag
    begins: bool
    ends: bool


class Triggers:
    """Pieces of words, shapes of words and listed words, all in lower case, with the tags they give to a text.

    A shape is looked for in short words and in those with more than letters; a stop or comma at the end is no more.
    The shapes `of_letters` are looked for in all words.
    """

    def __init__(
        self,
        pieces: Mapping[str, Iterable[Tag]],
        shapes: Iterable[tuple[Tag, re.Pattern[str]]],
        listed: Mapping[str, Tag] | None = None,
        of_letters: Iterable[tuple[Tag, re.Pattern[str]]] = (),
    ) -> None:
        self._of_letters = tuple(of_letters)
        self._listed = listed or {}
        self._places = {piece: tuple(_places(piece, tags)) for piece, tags in pieces.items()}
        self._shapes = tuple(shapes)

    def found_in(self, lowered: Sequence[str]) -> Iterator[frozenset[Tag]]:
        """The tags per text; the texts are in lower case."""
        words = [set(text.split()) for text in lowered]
        telling = self._telling(set().union(*words))
        known = telling.keys()
        for per_text in words:
            yield frozenset().union(*(telling[word] for word in per_text & known))

    def _with_pieces(self, whole: str) -> defaultdict[str, frozenset[Tag]]:
        tags: defaultdict[str, frozenset[Tag]] = defaultdict(frozenset)
        for match in self._pattern.finditer(whole):
            start = match.start()
            inside = start > 0 and whole[start - 1] != "\n"
            for place in self._with_shorter[match.group(1)]:
                end = start + place.size
                if not (place.begins and inside) and not (place.ends and whole[end : end + 1] not in {"", "\n"}):
                    tags[_word_at(whole, start)] |= {place.tag}
        return tags

    def _telling(self, words: set[str]) -> dict[str, frozenset[Tag]]:
        """The words that hold a trigger, with its tags."""
        tags = self._with_pieces("\n".join(words))
        odd = "\n".join(word for word in words if len(word) < _SHORT or not word.rstrip(_AROUND).isalpha())
        for shapes, those in ((self._shapes, odd), (self._of_letters, "\n".join(words) if self._of_letters else "")):
            for tag, shape in shapes:
                for match in shape.finditer(those):
                    tags[_word_at(those, match.start())] |= {tag}
        for word in words if self._listed else ():
            if (listed := self._listed.get(word.strip(_AROUND))) is not None:
                tags[word] |= {listed}
        return dict(tags)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """A pattern that finds the longest piece at every place."""
        return re.compile(f"(?=({any_of(self._places)}))")

    @cached_property
    def _with_shorter(self) -> dict[str, tuple[_Place, ...]]:
        """The tags of a piece and of all pieces that it begins with."""
        return {
            piece: tuple(place for size in range(1, len(piece) + 1) for place in self._places.get(piece[:size], ()))
            for piece in self._places
        }


def _places(piece: str, tags: Iterable[Tag]) -> Iterator[_Place]:
    for tag in tags:
        groups: defaultdict[tuple[bool, bool], list[str]] = defaultdict(list)
        for need in tag.needs:
            before, _, behind = need.partition(piece)
            groups[before.endswith(" "), behind.startswith(" ")].append(need)
        if not tag.needs:
            yield _Place(len(piece), tag, begins=False, ends=False)
        for (begins, ends), needs in groups.items():
            yield _Place(len(piece), Tag(tag.detector, tuple(needs)), begins, ends)


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
