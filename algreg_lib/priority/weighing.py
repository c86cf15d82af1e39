"""The arithmetic of the ranking: a weighted sum on a fixed scale, and how firm its order is. Pure, numpy only.

Everything works on points: one row per registration, one column per criterion, from 1 to 5, higher is more urgent.
A point that is not known is an interval, so there are two arrays: `low` and `high`; they are equal where all is known.
Weights are shares: none below zero, together 1. docs/rangorde.md does the same sums by hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

LOWEST: Final = 1.0
HIGHEST: Final = 5.0
#: Scores that differ less than this are equal: the difference is rounding of the computer, not of the civil servant.
DECIMALS: Final = 9
_EPSILON: Final = 10.0**-DECIMALS
#: The larger, the closer the drawn weights stay to the chosen ones: a weight of 0.5 gets a standard deviation of 0.07.
CONCENTRATION: Final = 50.0
#: So many of the highest rows, and some more for a large top, show which others can never reach it.
_STRONGEST: Final = 1_000
#: Draws are put in so many boxes at most, a number that fits in 16 bits: those are sorted fastest.
_BOXES: Final = 30_000
#: Numbers that are handled at a time: small enough for the processor's own memory.
_AT_ONCE: Final = 120_000


def shares(weights: Floats) -> Floats:
    """The weights as parts of 1. Raises ValueError when none is above zero, or one is below zero or not a number."""
    total = float(np.sum(weights))
    if not np.all(np.isfinite(weights)) or np.any(weights < 0) or not np.isfinite(total) or total <= 0:
        raise ValueError("weights must be finite, not negative, and not all zero")
    parts: Floats = weights / total
    return parts


def contributions(points: Floats, weights: Floats) -> Floats:
    """What each criterion adds to the score of each registration: point times weight."""
    added: Floats = points * weights
    return added


def scores(points: Floats, weights: Floats) -> Floats:
    """The weighted sum per registration, from 1 to 5.

    Added criterion by criterion, so that a row's score never depends on which other rows there are.
    """
    total = np.zeros(len(points))
    for column in range(points.shape[1]):
        total += points[:, column] * weights[column]
    rounded: Floats = np.round(total, DECIMALS)
    return rounded


def shared_ranks(values: Floats) -> Ints:
    """Rank 1 for the highest; equal scores share a rank and the next rank is skipped (1, 1, 3)."""
    return 1 + count_above(values, values)


def count_above(field: Floats, values: Floats) -> Ints:
    """How many of `field` are higher than each of `values`."""
    ordered = np.sort(field)
    above: Ints = len(field) - np.searchsorted(ordered, values, side="right")
    return above


def rank_limits(low: Floats, high: Floats) -> tuple[Ints, Ints]:
    """The best and the worst rank that the unknown points still allow, from the lowest and highest scores."""
    best = 1 + count_above(low, high)
    worst = 1 + count_above(high, low) - (high > low)
    return best, worst


def bands(values: Floats, margin: float) -> Ints:
    """Groups of scores that lie within `margin` of the first of the group; 1 is the highest group.

    Inside a group one step on the heaviest criterion (`margin` is its weight) can turn the order around.
    """
    band = np.zeros(len(values), dtype=np.int64)
    edge, number = np.inf, 0
    for value in np.unique(values)[::-1]:
        if value < edge - _EPSILON:
            number += 1
            edge = value - margin
        band[values == value] = number
    return band


def dominators(points: Floats, field: Floats) -> Ints:
    """How many rows of `field` are at least as high on every criterion, and higher on one: those win at any weights."""
    rows, place = np.unique(points, axis=0, return_inverse=True)
    others, counts = np.unique(field, axis=0, return_counts=True)
    return _beaten_by(rows, others, counts)[place.reshape(-1)]


def _beaten_by(rows: Floats, others: Floats, counts: Ints) -> Ints:
    """`dominators` for rows that differ; `counts` is how many there are of each of the others."""
    # Comparing steps instead of points is the same, and small whole numbers compare many times faster.
    steps = [np.unique(np.concatenate([rows[:, c], others[:, c]])) for c in range(rows.shape[1])]
    mine, theirs = _stepped(rows, steps), _stepped(others, steps)
    found = np.zeros(len(rows), dtype=np.int64)
    size = max(1, 30 * _AT_ONCE // max(len(others), 1))
    for start in range(0, len(rows), size):
        part = [column[start : start + size, None] for column in mine]
        at_least = np.ones((len(part[0]), len(others)), dtype=np.bool_)
        equal = at_least.copy()
        for own, other in zip(part, theirs, strict=True):
            at_least &= other >= own
            equal &= other == own
        at_least &= ~equal
        found[start : start + size] = at_least.sum(axis=1) if counts.max(initial=1) == 1 else at_least @ counts
    return found


def _stepped(points: Floats, steps: list[Floats]) -> list[npt.NDArray[np.unsignedinteger]]:
    kinds = (np.min_scalar_type(len(values)) for values in steps)
    return [np.searchsorted(v, points[:, c]).astype(kind) for c, (v, kind) in enumerate(zip(steps, kinds, strict=True))]


def drawn_weights(weights: Floats, draws: int, *, seed: int, concentration: float | None = CONCENTRATION) -> Floats:
    """`draws` rows of weights around the chosen ones (Dirichlet); with `concentration` None any weights are as likely.

    A criterion with weight zero is switched off and stays zero.
    """
    on = weights > 0
    alpha = np.ones(int(on.sum())) if concentration is None else concentration * weights[on]
    drawn = np.zeros((draws, len(weights)))
    drawn[:, on] = np.random.default_rng(seed).dirichlet(alpha, size=draws)
    return drawn


@dataclass(frozen=True, slots=True)
class Chances:
    """Share of the draws (0 to 1) in which a registration stands in the top, per registration."""

    as_ranked: Floats  #: every unknown point at its lowest, as the ranking has it
    least: Floats  #: its own unknown points at their lowest, those of the others at their highest
    most: Floats  #: its own unknown points at their highest, those of the others at their lowest


def top_share(points: Floats, draws: Floats, top: int) -> Floats:
    """Share of the draws in which each row is among the first `top`; who shares the last place of the top is in it."""
    return top_chances(points, points, draws, top).as_ranked


def top_chances(low: Floats, high: Floats, draws: Floats, top: int) -> Chances:
    """How often each registration is among the first `top`, and how the unknown points can change that."""
    on = np.any(draws > 0, axis=0)
    draws = _alike_together(draws[:, on])
    # Registrations with the same points fare the same: each kind is handled once, and counts as often as it is there.
    both = np.hstack([low[:, on], high[:, on]])
    kinds, place, counts = np.unique(both, axis=0, return_inverse=True, return_counts=True)
    low, high = np.hsplit(kinds, 2)
    unknown = np.any(high > low, axis=1)
    able = _able(low, low, counts, top)
    rivals = unknown.any() & _able(high, high, counts, top + 1)  # without unknown points nothing can change
    lucky = unknown & _able(high, low, counts, top)
    hits = np.zeros((3, len(kinds)))
    for part in _parts(len(draws), int(able.sum() + rivals.sum() + lucky.sum())):
        totals = _totals(low[able], draws[part])
        limit = _limits(totals, counts[able], (top,))[0]
        hits[0, able] += _reached(totals, limit)
        if rivals.any():
            against = _limits(_totals(high[rivals], draws[part]), counts[rivals], (top, top + 1))
            # A registration with unknown points would else be counted as standing above itself.
            hits[1, able] += _reached(totals, against[unknown[able].astype(int)])
            hits[2, lucky] += _reached(_totals(high[lucky], draws[part]), limit)
    as_ranked, least, most = hits / len(draws)
    least = least if rivals.any() else as_ranked
    most = np.where(unknown, most, as_ranked)
    place = place.reshape(-1)
    return Chances(as_ranked[place], least[place], most[place])


def _reached(totals: Floats, limits: Floats) -> Ints:
    """In how many of the draws each row scores at least the limit."""
    reached: Ints = np.count_nonzero(totals >= limits - _EPSILON, axis=1)
    return reached


def _limits(totals: Floats, counts: Ints, numbers: Sequence[int]) -> Floats:
    """The score of these numbers of the ranking (a row each) per draw; where the ranking is shorter, no limit.

    Who is in all draws below a limit that is surely too low does not matter: the one that follows from the few that are
    strongest. That helps most when the draws are alike.
    """
    limits = np.full((len(numbers), totals.shape[1]), -np.inf)
    there = [number for number in numbers if number <= counts.sum()]
    if there:
        strongest = np.argsort(-totals.mean(axis=1), kind="stable")
        few = strongest[: 1 + np.searchsorted(np.cumsum(counts[strongest]), there[-1])]
        matter = (totals >= totals[few].min(axis=0)).any(axis=1)
        each = np.repeat(totals[matter], np.minimum(counts[matter], there[-1]), axis=0)
        places = [len(each) - number for number in there]
        limits[: len(there)] = np.partition(each, places, axis=0)[places]
    return limits


def _able(points: Floats, field: Floats, counts: Ints, top: int) -> Bools:
    """Which rows of `points` are not beaten at any weights by `top` of the strongest of the field."""
    # So many of the highest rows are enough to see it for nearly all.
    strongest = np.argsort(-field.sum(axis=1), kind="stable")[: 4 * top + _STRONGEST]
    able: Bools = _beaten_by(points, field[strongest], counts[strongest]) < top
    return able


def _alike_together(draws: Floats) -> Floats:
    """The same draws in another order, which no share depends on: those in one box of a grid stand together."""
    free = draws[:, :-1]  # the last weight follows from the others
    if not free.size:
        return draws
    steps = int(_BOXES ** (1 / free.shape[1]))
    box = np.ravel_multi_index(tuple((free.T * (steps - 1)).astype(np.int64)), (steps,) * free.shape[1])
    return draws[np.argsort(box.astype(np.int16), kind="stable")]


def _totals(rows: Floats, draws: Floats) -> Floats:
    """The score of each row for each draw.

    Added criterion by criterion: the same to the last bit on every machine, which a matrix product is not, and without
    its threads, which wait for each other when the machine is busy.
    """
    total: Floats = np.multiply.outer(rows[:, 0], draws[:, 0])
    for column in range(1, rows.shape[1]):
        total += np.multiply.outer(rows[:, column], draws[:, column])
    return total


def _parts(count: int, rows: int) -> list[slice]:
    """Slices of so many draws that their scores for all rows stay in the processor's own memory."""
    step = max(1, _AT_ONCE // max(rows, 1))
    return [slice(start, start + step) for start in range(0, count, step)]


@dataclass(frozen=True, slots=True)
class Tipping:
    """The weight of one criterion at which the top changes, and which two rows then swap; None where it never does."""

    weight: float
    leaves: int  #: position of the row that leaves the top
    enters: int


def tipping_weights(points: Floats, weights: Floats, criterion: int, top: int) -> tuple[Tipping | None, Tipping | None]:
    """The nearest lower and higher weight of `criterion` at which somebody outside the top passes somebody in it.

    The other weights keep their proportions. Each score is then a straight line in this weight, so that the crossing is
    exact: gap / slope away from the chosen weight. Of rows that are equal, the first is named.
    """
    weight = float(weights[criterion])
    rest = np.delete(weights, criterion)
    if not len(rest) or len(points) <= top:
        return None, None
    limit = np.partition(scores(points, weights), len(points) - top)[len(points) - top]
    rest = rest / rest.sum() if rest.sum() > 0 else np.full(len(rest), 1 / len(rest))
    points, first = np.unique(points, axis=0, return_index=True)  # equal rows are the same line
    slope = points[:, criterion] - scores(np.delete(points, criterion, axis=1), rest)
    total = scores(points, weights)
    inside, outside = np.flatnonzero(total >= limit), np.flatnonzero(total < limit)
    gap = total[inside, None] - total[None, outside]
    change = slope[inside, None] - slope[None, outside]
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = weight - gap / change
    return (
        _nearest(crossing, (change > _EPSILON) & (crossing >= -_EPSILON), -crossing, first[inside], first[outside]),
        _nearest(crossing, (change < -_EPSILON) & (crossing <= 1 + _EPSILON), crossing, first[inside], first[outside]),
    )


def _nearest(crossing: Floats, allowed: Bools, distance: Floats, inside: Ints, outside: Ints) -> Tipping | None:
    if not allowed.any():
        return None
    where = np.where(allowed, distance, np.inf)
    row, column = np.unravel_index(int(np.argmin(where)), where.shape)
    at = float(np.clip(crossing[row, column], 0.0, 1.0))
    return Tipping(round(at, DECIMALS), int(inside[row]), int(outside[column]))
