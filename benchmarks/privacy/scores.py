"""Precision, recall and F3 per kind, on sentences in which the items are marked."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

SENTENCES = Path(__file__).parent / "zinnen.jsonl"

#: Later sets, by others: measured on once, then used to improve the detectors too.
LEARNED = tuple(Path(__file__).parent / f"zinnen-{number}.jsonl" for number in range(2, 10))

#: Held out: written after the detectors, and never to be used to improve them.
FRESH = Path(__file__).parent / "zinnen-vers.jsonl"


class Span(NamedTuple):
    """A marked item, or a hit, in one sentence."""

    start: int
    end: int
    kind: str


class Sentence(NamedTuple):
    """A text and what should be found in it."""

    text: str
    spans: tuple[Span, ...]


class Score(NamedTuple):
    """How one kind was found: `items` marked and `found`, `hits` proposed and `right`."""

    items: int
    found: int
    hits: int
    right: int

    @property
    def recall(self) -> float:
        """The part of the items that was found; 1 when there are none."""
        return self.found / self.items if self.items else 1.0

    @property
    def precision(self) -> float:
        """The part of the hits that are right; 1 when there are none."""
        return self.right / self.hits if self.hits else 1.0

    @property
    def f3(self) -> float:
        """Both in one figure, in which recall counts three times as much: a leak is worse than a question too many."""
        weighted = 9 * self.precision + self.recall
        return 10 * self.precision * self.recall / weighted if weighted else 0.0


def sentences(path: Path = SENTENCES) -> list[Sentence]:
    """The marked sentences in a file with one JSON object per line."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [
        Sentence(line["text"], tuple(Span(s["start"], s["end"], s["kind"]) for s in line["spans"])) for line in lines
    ]


def scores(marked: Sequence[Sentence], proposed: Sequence[Iterable[Span]]) -> dict[str, Score]:
    """The score per kind, and `total` over all.

    An item is found when a hit of its kind covers at least half of it; a hit is right when it touches an item of its
    kind.
    """
    tallies: dict[str, list[int]] = {}
    for sentence, spans in zip(marked, proposed, strict=True):
        hits = list(spans)
        for item in sentence.spans:
            _add(tallies, item.kind, 1, any(2 * _shared(item, hit) >= item.end - item.start for hit in hits), 0, 0)
        for hit in hits:
            _add(tallies, hit.kind, 0, 0, 1, any(_shared(item, hit) > 0 for item in sentence.spans))
    total = [sum(column) for column in zip(*tallies.values(), strict=True)]
    return {kind: Score(*tallies[kind]) for kind in sorted(tallies)} | {"total": Score(*total)}


def _shared(item: Span, hit: Span) -> int:
    return min(item.end, hit.end) - max(item.start, hit.start) if item.kind == hit.kind else 0


def _add(tallies: dict[str, list[int]], kind: str, *numbers: int) -> None:
    tally = tallies.setdefault(kind, [0, 0, 0, 0])
    for place, number in enumerate(numbers):
        tally[place] += number
