"""The arithmetic against an independent library, against brute force, and against the laws it must obey."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from algreg_lib.priority import weighing

POINTS = st.integers(1, 5).map(float) | st.sampled_from([1.5, 2.25, 3.5, 4.75])


@st.composite
def tables(draw: Callable, *, rows: int = 12) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Lowest points, highest points and weights; most points known, some not."""
    shape = draw(st.tuples(st.integers(1, rows), st.integers(1, 4)))
    low = draw(arrays(float, shape, elements=POINTS))
    open_to = draw(arrays(float, shape, elements=st.sampled_from([0.0, 0.0, 0.0, 1.0, 4.0])))
    weights = draw(arrays(float, shape[1], elements=st.sampled_from([0.0, 0.1, 0.2, 0.5, 1.0, 3.0])))
    weights[draw(st.integers(0, shape[1] - 1))] = 1.0
    return low, np.minimum(low + open_to, 5.0), weighing.shares(weights)


@pytest.mark.filterwarnings("ignore:Alternatives with indices:UserWarning")  # dominance, which other methods trip over
def test_scores_and_ranks_agree_with_pymcdm_on_thousands_of_random_tables():
    from pymcdm.methods import WSM

    class FixedScale:
        """pymcdm normalises by the data; on a fixed scale it may not, so the points go in as they are."""

        def __call__(self, points: np.ndarray, cost: bool = False) -> np.ndarray:
            return 6 - points if cost else points

    random = np.random.default_rng(7)
    method = WSM(normalization_function=FixedScale())
    for _ in range(3000):
        rows, columns = random.integers(2, 40), random.integers(2, 7)
        points = random.integers(1, 6, (rows, columns)).astype(float)
        weights = weighing.shares(random.random(columns))
        types = random.choice([1, -1], columns)
        ours = weighing.scores(np.where(types == 1, points, 6 - points), weights)
        theirs = method(points, weights, types)
        np.testing.assert_allclose(ours, theirs, atol=1e-8)
        sharing = (ours[:, None] == ours).sum(axis=1)  # pymcdm gives those who share 2 and 3 the mean, 2.5; we give 2
        np.testing.assert_array_equal(
            weighing.shared_ranks(ours) + (sharing - 1) / 2, method.rank(np.round(theirs, weighing.DECIMALS))
        )


@given(tables())
def test_the_contributions_add_up_to_the_score(table):
    low, _, weights = table
    np.testing.assert_allclose(
        weighing.contributions(low, weights).sum(axis=1), weighing.scores(low, weights), atol=10**-weighing.DECIMALS
    )


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(table, random):
    low, high, weights = table
    order = list(range(len(low)))
    random.shuffle(order)
    for turned, straight in zip(
        everything(low[order], high[order], weights), everything(low, high, weights), strict=True
    ):
        np.testing.assert_array_equal(turned, straight[order])


@given(tables(), tables(rows=5))
def test_adding_doubling_or_removing_rows_never_reorders_the_others(table, more):
    low, _, weights = table
    extra = np.resize(more[0], (len(more[0]), low.shape[1]))
    alone = weighing.scores(low, weights)
    together = weighing.scores(np.vstack([low, extra, low]), weights)[: len(low)]
    np.testing.assert_array_equal(alone, together)


@given(tables())
def test_equal_rows_get_equal_outcomes(table):
    low, high, weights = table
    for values in everything(np.vstack([low, low]), np.vstack([high, high]), weights):
        np.testing.assert_array_equal(values[: len(low)], values[len(low) :])


@given(tables())
def test_the_ranks_that_are_possible_are_those_of_every_way_to_fill_in_the_unknown_points(table):
    low, high, weights = table
    least, most = weighing.scores(low, weights), weighing.scores(high, weights)
    best, worst = weighing.rank_limits(least, most)
    for row in range(len(low)):
        luck, bad_luck = least.copy(), most.copy()
        luck[row], bad_luck[row] = most[row], least[row]
        assert best[row] == weighing.shared_ranks(luck)[row]
        assert worst[row] == weighing.shared_ranks(bad_luck)[row]


@given(tables(), st.integers(1, 6))
def test_the_chances_are_those_of_counting_draw_by_draw(table, top):
    low, high, weights = table
    draws = weighing.drawn_weights(weights, 60, seed=3)
    found = weighing.top_chances(low, high, draws, top)
    counted = np.zeros((3, len(low)))
    for drawn in draws:
        least, most = weighing.scores(low, drawn), weighing.scores(high, drawn)
        for row in range(len(low)):
            others_low, others_high = np.delete(least, row), np.delete(most, row)
            counted[0, row] += (others_low > least[row]).sum() < top
            counted[1, row] += (others_high > least[row]).sum() < top
            counted[2, row] += (others_low > most[row]).sum() < top
    np.testing.assert_allclose([found.as_ranked, found.least, found.most], counted / len(draws))
    np.testing.assert_array_equal(weighing.top_share(low, draws, top), found.as_ranked)
    assert (found.least <= found.as_ranked).all()
    assert (found.as_ranked <= found.most).all()


@given(tables())
def test_who_dominates_is_at_least_as_high_everywhere_and_higher_somewhere(table):
    low, high, _ = table
    expected = [sum((other >= row).all() and (other > row).any() for other in low) for row in high]
    assert weighing.dominators(high, low).tolist() == expected


@given(tables(), st.integers(1, 4), st.data())
def test_somebody_enters_the_top_at_the_tipping_weight_and_nobody_before(table, top, data):
    low, _, weights = table
    criterion = data.draw(st.integers(0, len(weights) - 1))
    before = _top(low, weights, top)
    lower, higher = weighing.tipping_weights(low, weights, criterion, top)
    for tip, end in ((lower, 0.0), (higher, 1.0)):
        limit = end if tip is None else tip.weight
        near = weights[criterion] + 0.99 * (limit - weights[criterion])
        if len(weights) > 1:
            assert _top(low, _moved(weights, criterion, near), top) <= before
        if tip is not None:
            at = weighing.scores(low, _moved(weights, criterion, tip.weight))
            assert at[tip.leaves] == pytest.approx(at[tip.enters])
            assert tip.leaves in before
            assert tip.enters not in before


def test_a_higher_score_is_never_in_a_lower_band_and_a_band_is_no_wider_than_its_margin():
    values = np.array([5.0, 4.5, 4.4999, 3.0, 4.0, 1.0])
    assert weighing.bands(values, 0.5).tolist() == [1, 1, 2, 3, 2, 4]


def test_equal_scores_share_a_rank_and_the_next_rank_is_skipped():
    assert weighing.shared_ranks(np.array([2.0, 5.0, 3.0, 5.0])).tolist() == [4, 1, 3, 1]


def test_sums_that_only_differ_by_rounding_are_equal():
    weights = weighing.shares(np.array([1.0, 1.0, 1.0]))
    first, second = weighing.scores(np.array([[1.0, 2.0, 3.0], [3.0, 1.0, 2.0]]), weights)
    assert first == second


@pytest.mark.parametrize("weights", [[0.0, 0.0], [-1.0, 2.0], [np.nan, 1.0], [np.inf, 1.0], []])
def test_weights_without_a_meaning_are_refused(weights):
    with pytest.raises(ValueError, match="weights"):
        weighing.shares(np.array(weights))


def test_drawn_weights_repeat_with_their_seed_add_up_to_one_and_leave_a_criterion_that_is_off_alone():
    weights = weighing.shares(np.array([3.0, 0.0, 1.0]))
    draws = weighing.drawn_weights(weights, 5000, seed=1)
    np.testing.assert_array_equal(draws, weighing.drawn_weights(weights, 5000, seed=1))
    np.testing.assert_allclose(draws.sum(axis=1), 1.0)
    assert (draws[:, 1] == 0).all()
    np.testing.assert_allclose(draws.mean(axis=0), weights, atol=0.01)
    spread = np.sqrt(0.75 * 0.25 / (weighing.CONCENTRATION + 1))
    assert draws[:, 0].std() == pytest.approx(spread, rel=0.05)


def test_a_large_table_gives_the_same_chances_as_a_plain_count():
    random = np.random.default_rng(5)
    points = random.uniform(1, 5, (300, 4))
    draws = weighing.drawn_weights(weighing.shares(np.ones(4)), 500, seed=2, concentration=None)
    totals = draws @ points.T
    ranks = (totals[:, :, None] < totals[:, None, :]).sum(axis=2)
    np.testing.assert_allclose(weighing.top_share(points, draws, 15), (ranks < 15).mean(axis=0), atol=1e-12)


def everything(low: np.ndarray, high: np.ndarray, weights: np.ndarray) -> list[np.ndarray]:
    """All outcomes that belong to a row."""
    least, most = weighing.scores(low, weights), weighing.scores(high, weights)
    chances = weighing.top_chances(low, high, weighing.drawn_weights(weights, 50, seed=1), 3)
    return [
        least,
        weighing.shared_ranks(least),
        *weighing.rank_limits(least, most),
        weighing.bands(least, float(weights.max())),
        weighing.dominators(high, low),
        chances.as_ranked,
        chances.least,
        chances.most,
    ]


def _moved(weights: np.ndarray, criterion: int, weight: float) -> np.ndarray:
    rest = np.delete(weights, criterion)
    rest = rest / rest.sum() if rest.sum() else np.full(len(rest), 1 / max(len(rest), 1))
    return np.insert(rest * (1 - weight), criterion, weight)


def _top(points: np.ndarray, weights: np.ndarray, top: int) -> set[int]:
    return set(np.flatnonzero(weighing.shared_ranks(weighing.scores(points, weights)) <= top).tolist())
