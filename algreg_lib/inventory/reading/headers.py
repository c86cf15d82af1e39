"""Which lines of a sheet are its header: the one that names the fields, and those around it that belong to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from algreg_lib.inventory.reading.labels import exact_keys, matches

_REACH: Final = 4  #: how far apart the lines of one header stand
_ENOUGH: Final = 3
_WIDEST_PROPOSAL: Final = 300
_MARKS: Final = frozenset({"required", "optional", "verplicht", "optioneel", "aanbevolen", "*", "x"})


@dataclass(frozen=True)
class Header:
    """The lines of a header, from 0: all of them, and the `main` one, which names the most fields (`score`).

    A score of 0 says that there is none.
    """

    score: int = 0
    main: int = 0
    lines: tuple[int, ...] = ()


def header_in(lines: Sequence[Sequence[str]], chosen: Mapping[str, str] | None) -> Header:
    """The header among the first lines of a sheet: rows, or columns when it may be transposed."""
    heads = [[text.strip() for text in line] for line in lines]
    counts = [len(exact_keys(head)) for head in heads]
    if max(counts, default=0) < _ENOUGH:  # proposals cost more, so only where certain names are too few
        counts = [_likely_fields(head, chosen) for head in heads]
    best = max(range(len(heads)), key=counts.__getitem__, default=-1)
    if best < 0 or counts[best] < _least(heads[best]):
        return Header()
    return Header(counts[best], best, tuple(_around(best, heads, counts)))


def _around(best: int, heads: list[list[str]], counts: list[int]) -> list[int]:
    """The lines of the header: from its first to its last line with names, and the marks right behind it."""
    near = range(max(best - _REACH, 0), min(best + _REACH + 1, len(heads)))
    named = [line for line in near if counts[line] * 2 >= counts[best] and counts[line] >= _ENOUGH] or [best]
    lines = [*range(min(named), max(named) + 1)]
    while lines[-1] + 1 < len(heads) and _only_marks(heads[lines[-1] + 1]):
        lines.append(lines[-1] + 1)
    return lines


def _likely_fields(head: list[str], chosen: Mapping[str, str] | None) -> int:
    """How many fields the line names, proposals included; 0 for prose, for data, and without a name among few."""
    filled = [text for text in head if text]
    if not 2 <= len(filled) <= _WIDEST_PROPOSAL or len(set(filled)) < len(filled) / 2:
        return 0
    found = matches(filled, chosen=chosen)
    keys = {match.key for match in found.labels if match.how != "own"}
    return len(keys) if "name" in keys or len(keys) >= _ENOUGH else 0


def _least(head: list[str]) -> int:
    """How many fields a line has to name: three, or two where it holds fewer than twelve texts."""
    return min(_ENOUGH, max(2, len([text for text in head if text]) // 4))


def _only_marks(head: list[str]) -> bool:
    filled = {text.casefold() for text in head if text}
    return bool(filled) and filled <= _MARKS
