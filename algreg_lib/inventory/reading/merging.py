"""Merged cells among registrations: one value for all of them, or several lines that are one registration."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from algreg_lib.inventory.table import Match, Texts

_FILLED_ADVICE: Final = "De waarde is overgenomen bij elke registratie waar de cel overheen loopt. Kijk of dat klopt."
_ONE_ADVICE: Final = (
    "De naam loopt over deze regels; ze zijn samen één registratie geworden. Verschillende teksten staan onder elkaar."
)
#: What tells registrations apart: merged, it says that the lines are one.
_IDENTIFYING: Final = frozenset({"name", "registration_id", "source_id", "lars"})
_CERTAIN: Final = frozenset({"exact", "chosen"})


@dataclass(frozen=True, kw_only=True)
class Range:
    """A merged cell: its address, the one line of a field that it lies in, and its first and last registration line."""

    where: str
    line: int
    first: int
    last: int


@dataclass(kw_only=True)
class Merged:
    """What became of merged cells. `body` has a row of texts per field; `inside` marks lines that went into another."""

    body: list[Texts]
    inside: npt.NDArray[np.bool_]
    filled: list[tuple[str, str, int]] = field(default_factory=list)  #: field key, text, in how many registrations
    advice: dict[str, str] = field(default_factory=dict)  #: Dutch, by the address of the merged cell


def one_line_ranges(ranges: Mapping[str, tuple[int, int, int, int]], *, transposed: bool, start: int) -> list[Range]:
    """The merged cells that run over registrations and lie in one field; `ranges` has (row, column) twice, from 0."""
    found = []
    for where, (top, left, bottom, right) in ranges.items():
        line, end, first, last = (top, bottom, left, right) if transposed else (left, right, top, bottom)
        if line == end and first >= start and last > first:
            found.append(Range(where=where, line=line, first=first - start, last=last - start))
    return found


def merged(body: Sequence[Texts], labels: Sequence[Match], ranges: Iterable[Range]) -> Merged:
    """The texts of all fields as a reader of the sheet understands them.

    A value in a merged cell goes to every registration that the cell runs over. Lines of which the name or id itself is
    merged are one registration: their different texts stand under each other.
    """
    result = Merged(body=[texts.copy() for texts in body], inside=np.zeros(len(body[0]) if body else 0, dtype=bool))
    known = [r for r in ranges if r.line < len(labels) and r.last < len(result.inside)]
    one = [r for r in known if labels[r.line].key in _IDENTIFYING and labels[r.line].how in _CERTAIN]
    for r in known:
        if r not in one:
            _fill(result, labels[r.line].key, r)
    for r in one:
        _join(result, r)
    return result


def _fill(result: Merged, key: str, r: Range) -> None:
    texts = result.body[r.line]
    value = texts[r.first]
    empty = [i for i in range(r.first + 1, r.last + 1) if not texts[i].strip()]
    if value.strip() and empty:
        texts[empty] = value
        result.filled.append((key, value, len(empty)))
        result.advice[r.where] = _FILLED_ADVICE


def _join(result: Merged, r: Range) -> None:
    lines = slice(r.first, r.last + 1)
    for texts in result.body:
        texts[r.first] = "\n".join(dict.fromkeys(text for text in texts[lines] if text.strip()))
        texts[r.first + 1 : r.last + 1] = ""
    result.inside[r.first + 1 : r.last + 1] = True
    result.advice[r.where] = _ONE_ADVICE
