"""What always holds of a ranking, whatever the inventory: checked on the way from the workbook to the table."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from algreg_lib.priority import Ranking, rank
from algreg_lib.workspace import Criterion, Priority
from tests.priority.inventories import inventory_of

#: Mostly known: two rows of which nothing is known are equal, and then little can go wrong.
POINTS = st.sampled_from(["1", "2", "3", "4", "5", "2,5", "1", "3", "5", None, "hoog"])
NAMES = st.sampled_from(["Scanauto", "scanauto", "Chatbot", None])
ANSWERS = st.sampled_from([None, "Ja", "Nee", "Weet ik niet"])
Rows = dict[str, dict[str, str | None]]

registrations = st.fixed_dictionaries(
    {
        "name": NAMES,
        "score_impact": POINTS,
        "score_urgency": POINTS,
        "test_legal_effect": ANSWERS,
        "personal_data": st.sampled_from([None, "Gewone persoonsgegevens", "Bijzondere persoonsgegevens"]),
    }
)
inventories = st.dictionaries(st.sampled_from([f"r{n}" for n in range(9)]), registrations, min_size=1, max_size=7)
weights = st.tuples(*[st.sampled_from([0.0, 0.2, 1.0, 3.0])] * 3).filter(any)


def ranking_of(rows: Rows, given_weights: tuple[float, ...]) -> Ranking:
    keys = ("impact", "ease", "urgency")
    criteria = [Criterion(key=k, label=k, weight=w) for k, w in zip(keys, given_weights, strict=True)]
    return rank(inventory_of(rows), settings=Priority(criteria=criteria, top=2, draws=100))


def order_of(ranking: Ranking, ids: Rows) -> list[str]:
    return [key for key in ranking.table.index if key in ids]


@settings(max_examples=25, deadline=None)
@given(inventories, weights, st.data())
def test_adding_a_row_or_taking_it_away_leaves_the_score_and_the_order_of_the_others(rows, chosen, data):
    gone = data.draw(st.sampled_from(sorted(rows)))
    fewer = {key: row for key, row in rows.items() if key != gone}
    whole, less = ranking_of(rows, chosen), ranking_of(fewer, chosen)

    assert order_of(whole, fewer) == order_of(less, fewer)
    pd.testing.assert_series_equal(whole.table.loc[list(fewer), "score"], less.table.loc[list(fewer), "score"])


@settings(max_examples=25, deadline=None)
@given(inventories, weights, st.data())
def test_doubling_a_row_leaves_the_order_of_the_others_and_both_share_a_place(rows, chosen, data):
    twice = data.draw(st.sampled_from(sorted(rows)))
    more = ranking_of({**rows, "dubbel": rows[twice]}, chosen)

    assert order_of(more, rows) == order_of(ranking_of(rows, chosen), rows)
    same = ["score", "rank", "band", "top_k_chance", "top_k_low", "top_k_high", "top_k_uninformed", "dominated_by"]
    assert more.table.loc["dubbel", same].tolist() == more.table.loc[twice, same].tolist()


@settings(max_examples=25, deadline=None)
@given(inventories, weights, st.randoms(use_true_random=False))
def test_the_order_of_the_input_never_matters(rows, chosen, random):
    keys = list(rows)
    random.shuffle(keys)
    straight, shuffled = ranking_of(rows, chosen), ranking_of({key: rows[key] for key in keys}, chosen)

    pd.testing.assert_frame_equal(straight.table, shuffled.table)
    pd.testing.assert_frame_equal(straight.tipping, shuffled.tipping)


@settings(max_examples=20, deadline=None)
@given(inventories, weights, st.sampled_from([0.01, 7.0, 1000.0]))
def test_only_the_proportion_of_the_weights_counts(rows, chosen, factor):
    larger = ranking_of(rows, tuple(weight * factor for weight in chosen))

    pd.testing.assert_series_equal(ranking_of(rows, chosen).table["rank"], larger.table["rank"])


@settings(max_examples=20, deadline=None)
@given(inventories, st.integers(0, 2))
def test_with_one_weight_the_ranking_is_that_of_one_criterion(rows, position):
    key = ("impact", "ease", "urgency")[position]
    table = ranking_of(rows, tuple(float(n == position) for n in range(3))).table

    assert table["score"].tolist() == sorted(table[f"low_{key}"], reverse=True)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 6), st.sampled_from([None, "1", "3,5"]), weights)
def test_when_all_are_the_same_all_share_the_first_place(count, point, chosen):
    rows = {f"r{n}": {"name": "Scanauto", "score_impact": point, "score_urgency": point} for n in range(count)}
    table = ranking_of(rows, chosen).table

    assert table["rank"].tolist() == table["band"].tolist() == [1] * count
    assert table["top_k_chance"].tolist() == [1.0] * count
    assert table["dominated_by"].tolist() == [0] * count
    assert table["score_low"].between(1, 5).all()
    assert table["score_high"].between(1, 5).all()


@settings(max_examples=20, deadline=None)
@given(inventories, weights)
def test_a_higher_point_never_gives_a_lower_place(rows, chosen):
    before = ranking_of(rows, chosen).table["rank"]
    for key in rows:
        higher = ranking_of({**rows, key: rows[key] | {"score_impact": "5"}}, chosen).table["rank"]
        assert higher[key] <= before[key]
