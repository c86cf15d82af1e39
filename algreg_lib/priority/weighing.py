"""The arithmetic of the ranking: a weighted sum on a fixed scale, and how firm its order is. Pure, numpy only.

Everything works on points: one row per registration, one column per criterion, from 1 to 5, higher is more urgent.
A point that is not known is an interval, so there are two arrays: `low` and `high`; they are equal where all is known.
Weights are shares: none below zero, together 1. docs/rangorde.md does the same sums by hand.
"""

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
#: Numbers that are handled at a time: small enough for the processor's own memory.
_AT_ONCE: Final = 200_000


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
    found = np.zeros(len(rows), dtype=np.int64)
    step = max(1, 10 * _AT_ONCE // max(len(others), 1))
    for start in range(0, len(rows), step):
        found[start : start + step] = _dominated(rows[start : start + step], others) @ counts
    return found[place.reshape(-1)]


def _dominated(rows: Floats, others: Floats) -> Bools:
    at_least = np.ones((len(rows), len(others)), dtype=np.bool_)
    higher = np.zeros_like(at_least)
    for column in range(rows.shape[1]):
        mine, theirs = rows[:, column, None], others[None, :, column]
        at_least &= theirs >= mine
        higher |= theirs > mine
    return at_least & higher


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
    return _share_in_top(points, points, draws, top)


def top_chances(low: Floats, high: Floats, draws: Floats, top: int) -> Chances:
    """How often each registration is among the first `top`, and how the unknown points can change that."""
    as_ranked = top_share(low, draws, top)
    open_rows = np.any((high > low) & np.any(draws > 0, axis=0), axis=1)
    if not open_rows.any():
        return Chances(as_ranked, as_ranked, as_ranked)
    least = _share_in_top(low, high, draws, top)
    # A registration with unknown points would else be counted as standing above itself.
    least[open_rows] = _share_in_top(low[open_rows], high, draws, top + 1)
    return Chances(as_ranked, least, _share_in_top(high, low, draws, top))


def _share_in_top(points: Floats, field: Floats, draws: Floats, top: int) -> Floats:
    """Share of the draws in which fewer than `top` rows of `field` score above each row of `points`.

    Who is beaten at any weights by `top` rows is never in the top, and never decides who is: leaving those out, and
    taking equal rows together, gives the same answer with a fraction of the work.
    """
    on = np.any(draws > 0, axis=0)
    points, field, draws = points[:, on], field[:, on], np.ascontiguousarray(draws[:, on])
    share = np.zeros(len(points))
    if len(field) < top:
        return share + 1.0
    able = dominators(points, field) < top
    rows, place = np.unique(points[able], axis=0, return_inverse=True)
    rivals, counts = np.unique(field[dominators(field, field) < top], axis=0, return_counts=True)
    copies = np.repeat(np.arange(len(rivals)), np.minimum(counts, top))
    hits = np.zeros(len(rows))
    step = max(1, _AT_ONCE // len(copies))
    for start in range(0, len(draws), step):
        part = draws[start : start + step]
        totals = part @ rivals.T
        every = totals if len(copies) == len(rivals) else totals[:, copies]
        limit = np.partition(every, len(copies) - top, axis=1)[:, len(copies) - top]
        hits += np.count_nonzero(part @ rows.T >= limit[:, None] - _EPSILON, axis=0)
    share[able] = (hits / len(draws))[place.reshape(-1)]
    return share


@dataclass(frozen=True, slots=True)
class Tipping:
    """The weight of one criterion at which the top changes, and which two rows then swap; None where it never does."""

    weight: float
    leaves: int  #: position of the row that leaves the top
    enters: int


def tipping_weights(points: Floats, weights: Floats, criterion: int, top: int) -> tuple[Tipping | None, Tipping | None]:
    """The nearest lower and higher weight of `criterion` at which somebody outside the top passes somebody in it.

    The other weights keep their proportions. Each score is then a straight line in this weight, so that the crossing is
    exact: gap / slope away from the chosen weight.
    """
    weight = float(weights[criterion])
    rest = np.delete(weights, criterion)
    if not len(rest):
        return None, None
    rest = rest / rest.sum() if rest.sum() > 0 else np.full(len(rest), 1 / len(rest))
    slope = points[:, criterion] - scores(np.delete(points, criterion, axis=1), rest)
    total = scores(points, weights)
    inside = np.flatnonzero(shared_ranks(total) <= top)
    outside = np.flatnonzero(shared_ranks(total) > top)
    gap = total[inside, None] - total[None, outside]
    change = slope[inside, None] - slope[None, outside]
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = weight - gap / change
    return (
        _nearest(crossing, (change > _EPSILON) & (crossing >= -_EPSILON), -crossing, inside, outside),
        _nearest(crossing, (change < -_EPSILON) & (crossing <= 1 + _EPSILON), crossing, inside, outside),
    )


def _nearest(crossing: Floats, allowed: Bools, distance: Floats, inside: Ints, outside: Ints) -> Tipping | None:
    if not allowed.any():
        return None
    where = np.where(allowed, distance, np.inf)
    row, column = np.unravel_index(int(np.argmin(where)), where.shape)
    at = float(np.clip(crossing[row, column], 0.0, 1.0))
    return Tipping(round(at, DECIMALS), int(inside[row]), int(outside[column]))
