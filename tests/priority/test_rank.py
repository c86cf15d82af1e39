"""The ranking as a whole: from an inventory to an order that can be explained."""

import numpy as np
import pandas as pd
import pytest

from algreg_lib.errors import AlgregError
from algreg_lib.findings import COLUMNS
from algreg_lib.inventory import Inventory
from algreg_lib.priority import Ranking, rank, scores_of
from algreg_lib.workspace import Criterion, Priority
from tests.priority.inventories import inventory_of

GIVEN = [
    Criterion(key="impact", label="Impact", weight=0.5, source="given"),
    Criterion(key="ease", label="Gemak", weight=0.2, source="given"),
    Criterion(key="urgency", label="Urgentie", weight=0.3, source="given"),
]


def ranking_of(rows: dict[str, tuple[str | None, ...]], criteria: list[Criterion] = GIVEN, **more: int) -> Ranking:
    keys = [f"score_{criterion.key}" for criterion in criteria]
    inventory = inventory_of({i: dict(zip(keys, row, strict=True)) | {"name": f"Naam {i}"} for i, row in rows.items()})
    return rank(inventory, settings=Priority(criteria=criteria, **({"draws": 1000, "top": 2} | more)))


def test_the_example_of_the_documentation_comes_out_as_it_was_worked_by_hand():
    table = ranking_of({"a": ("4", "2", "5"), "b": ("5", "3", "2"), "c": ("2", "5", "3"), "d": ("5", "3", "2")}).table

    assert table["score"].to_dict() == {"a": 3.9, "b": 3.7, "d": 3.7, "c": 2.9}
    assert table["rank"].to_dict() == {"a": 1, "b": 2, "d": 2, "c": 4}
    assert table["band"].to_dict() == {"a": 1, "b": 1, "d": 1, "c": 2}
    assert table.loc["a", ["contribution_impact", "contribution_ease", "contribution_urgency"]].tolist() == [
        2.0,
        0.4,
        1.5,
    ]


def test_input_order_never_matters():
    rows = {"a": ("4", "2", "5"), "b": ("5", "3", "2"), "c": (None, "5", "3"), "d": ("5", "3", "2")}
    straight, turned = ranking_of(rows), ranking_of(dict(reversed(list(rows.items()))))

    pd.testing.assert_frame_equal(straight.table, turned.table)
    pd.testing.assert_frame_equal(straight.tipping, turned.tipping)


def test_the_same_input_gives_the_same_outcome_and_another_seed_only_other_chances():
    random = np.random.default_rng(2)
    rows = {f"r{n:02d}": tuple(str(x) for x in random.integers(1, 6, 3)) for n in range(30)}
    first, again, other = (ranking_of(rows, seed=seed).table for seed in (1, 1, 2))

    pd.testing.assert_frame_equal(first, again)
    assert not first["top_k_chance"].equals(other["top_k_chance"])
    assert first["rank"].equals(other["rank"])


def test_a_missing_score_is_an_interval_and_counts_as_its_lowest_until_it_is_known():
    table = ranking_of({"a": ("3", "3", "3"), "b": (None, "3", "3")}).table

    assert table.loc["b", ["score", "score_low", "score_high"]].tolist() == [2.0, 2.0, 4.0]
    assert table.loc["b", ["rank", "rank_best", "rank_worst"]].tolist() == [2, 1, 2]
    assert table.loc["b", ["low_impact", "high_impact"]].tolist() == [1.0, 5.0]
    assert pd.isna(table.loc["b", "score_impact"])
    assert table.loc["b", ["source_impact", "signals_impact"]].tolist() == ["onbekend", ""]


def test_a_registration_that_may_still_reach_the_top_is_named_to_be_scored_first():
    rows = {"a": ("5", "5", "5"), "b": ("4", "4", "4"), "c": (None, "3", "5"), "d": (None, "1", "1"), "e": ("2",) * 3}

    ranking = ranking_of(rows)

    assert list(ranking.first_to_score.index) == ["c"]
    assert ranking.table.loc["d", "standing"] == "buiten"


@pytest.fixture(scope="module")
def mixed() -> Ranking:
    """Forty registrations, of which some have an unknown point."""
    random = np.random.default_rng(4)
    points = random.integers(0, 6, (40, 3))
    return ranking_of({f"r{n:02d}": tuple(str(x) if x else None for x in row) for n, row in enumerate(points)}, top=10)


def test_the_most_promising_is_scored_first_and_of_equals_the_highest_in_rank(mixed):
    first = mixed.first_to_score
    order = list(zip(-first["top_k_high"], first["rank"], strict=True))
    may_enter = mixed.table.query("score_high > score_low and top_k_high > 0")

    assert sorted(first.index) == sorted(may_enter.index)
    assert order == sorted(order)
    assert first["top_k_high"].duplicated().any()
    assert not first["rank"].is_monotonic_increasing


def test_standing_is_sure_or_out_in_95_of_100_draws_and_on_the_edge_in_between(mixed):
    table = mixed.table
    expected = np.select([table["top_k_low"] >= 0.95, table["top_k_high"] <= 0.05], ["zeker", "buiten"], "rand")

    assert set(expected) == {"zeker", "buiten", "rand"}
    assert table["standing"].tolist() == expected.tolist()


@pytest.mark.parametrize(
    ("text", "score"), [("4", 4), ("4,0", 4), ("4.0", 4), (" 3,5 ", 3.5), ("1", 1), ("5", 5), ("05", 5)]
)
def test_a_number_from_one_to_five_is_a_score_however_it_is_typed(text, score):
    ranking = ranking_of({"a": (text, "3", "3")})

    assert ranking.table.loc["a", "score_impact"] == score
    assert ranking.table.loc["a", "source_impact"] == "gegeven"
    assert list(ranking.findings.columns) == list(COLUMNS)
    assert ranking.findings.empty


@pytest.mark.parametrize(
    "text", ["hoog", "0", "6", "5,1", "-3", "4/5", "nan", "inf", "1e0", "４", "=1+2", "n.v.t.", ""]
)
def test_anything_else_is_a_finding_and_counts_as_missing(text):
    ranking = ranking_of({"a": (text, "3", "3"), "b": ("3", "3", "3")})

    assert ranking.table.loc["a", "source_impact"] == "onbekend"
    assert ranking.findings[["registration_id", "field", "rule", "severity", "value"]].to_numpy().tolist() == [
        ["a", "score_impact", "score-ongeldig", "warning", text]
    ]
    assert "Vul een getal van 1 tot en met 5 in" in ranking.findings.loc[0, "message"]


def test_a_criterion_in_which_lower_is_more_urgent_is_turned_around():
    criteria = [Criterion(key="work", label="Werk", weight=1, direction="min")]
    table = ranking_of({"little": ("1",), "much": ("5",)}, criteria).table

    assert table["score"].to_dict() == {"little": 5.0, "much": 1.0}
    assert table["score_work"].to_dict() == {"little": 1.0, "much": 5.0}


MEDIA = Priority(criteria=[Criterion(key="media", label="Aandacht in de Media", weight=1)], draws=100)


@pytest.mark.parametrize(
    "column",
    ["score_media", "Score_Media", "Aandacht in de Media", " aandacht in de media ", "Score aandacht in de media"],
)
def test_an_own_criterion_is_also_found_by_its_label(column):
    table = rank(inventory_of({"a": {"name": "A", column: "4"}}), settings=MEDIA).table

    assert table.loc["a", ["score", "source_media"]].tolist() == [4, "gegeven"]


def test_another_column_is_no_score_and_the_key_goes_before_the_label():
    rows = {"a": {"name": "A", "media": "5", "Aandacht in de Media": "2", "score_media": "4"}, "b": {"media": "5"}}
    table = rank(inventory_of(rows), settings=MEDIA).table

    assert table["score"].to_dict() == {"a": 4, "b": 1}


def test_an_inventory_without_names_is_ranked_by_its_ids():
    named = inventory_of({key: {"score_media": "4"} for key in "ba"})
    nameless = Inventory(registrations=named.registrations.drop(columns="name"))

    assert list(rank(nameless, settings=MEDIA).table.index) == ["a", "b"]
    assert scores_of(nameless, criteria=MEDIA.criteria).names.isna().to_dict() == {"b": True, "a": True}


def test_weights_that_are_all_zero_stop_with_a_sentence_that_says_what_to_do():
    criteria = [Criterion(key="impact", label="Impact", weight=0, source="given")]

    with pytest.raises(AlgregError, match="Geef ten minste één criterium een gewicht boven 0"):
        ranking_of({"a": ("3",)}, criteria)


def test_a_single_criterion_ranks_by_that_criterion():
    criteria = [Criterion(key="impact", label="Impact", weight=3, source="given")]
    ranking = ranking_of({"a": ("3",), "b": ("5",)}, criteria, top=1)

    assert ranking.table["score"].to_dict() == {"b": 5.0, "a": 3.0}
    assert ranking.table["top_k_chance"].tolist() == [1.0, 0.0]
    assert ranking.tipping["at"].isna().all()


def test_when_all_scores_are_equal_all_share_the_first_place():
    table = ranking_of(dict.fromkeys("cab", ("3", "3", "3"))).table

    assert table["rank"].tolist() == [1, 1, 1]
    assert list(table.index) == ["a", "b", "c"]
    assert table["reason"].str.startswith("Gedeelde plaats 1").all()


def test_when_nothing_is_scored_at_all_the_ranking_says_so():
    ranking = ranking_of(dict.fromkeys("abc", (None, None, None)))

    assert ranking.table["rank"].tolist() == [1, 1, 1]
    assert ranking.table[["rank_best", "rank_worst"]].to_numpy().tolist() == [[1, 3]] * 3
    assert ranking.table["top_k_low"].tolist() == [0.0, 0.0, 0.0]
    assert (
        ranking.table["reason"] == "Gedeelde plaats 1: nog niet gescoord. De plaats kan 1 tot en met 3 worden."
    ).all()
    assert "voor geen enkel algoritme alles bekend" in ranking.explanation


def test_an_empty_inventory_gives_an_empty_ranking_with_the_same_columns():
    empty = ranking_of({}).table

    assert len(empty) == 0
    assert list(empty.columns) == list(ranking_of({"a": ("3", "3", "3")}).table.columns)


def test_a_criterion_that_cannot_be_measured_stops_with_a_sentence():
    criteria = [Criterion(key="urgency", label="Urgentie", weight=1, source="measured")]

    with pytest.raises(AlgregError, match="kan niet worden gemeten"):
        ranking_of({"a": ("3",)}, criteria)


def test_the_tipping_weight_names_who_swaps():
    tipping = ranking_of({"a": ("5", "1", "1"), "b": ("1", "5", "5")}, top=1).tipping

    # a = 0,5×5 + 0,5×1 = 3; b = 3. Equal at the chosen weights: both are in the top, nobody can tip.
    assert tipping["at"].isna().all()
    tipping = ranking_of({"a": ("5", "1", "1"), "b": ("1", "4", "4")}, top=1).tipping
    lower = tipping[(tipping["key"] == "impact") & (tipping["side"] == "lager")].iloc[0]
    assert lower["at"] == pytest.approx(3 / 7)  # 1 + 4w = 4 − 3w
    assert lower[["leaves", "enters"]].tolist() == ["a", "b"]


def test_the_explanation_names_weights_scale_ties_and_seed():
    text = ranking_of({"a": ("3", "3", "3")}, seed=42).explanation

    for part in ("Impact 50%", "Gemak 20%", "van 1 tot en met 5", "deelt de plaats", "startgetal 42", "1.000 keer"):
        assert part in text


@pytest.mark.parametrize(
    ("scores_of_b_c", "told"),
    [
        (("3", "3"), "hoort erbij: nu zijn dat samen 3 algoritmes"),
        (("3", "2"), "deelt, hoort erbij. "),
    ],
)
def test_a_shared_place_that_makes_the_top_larger_is_told(scores_of_b_c, told):
    b, c = scores_of_b_c

    assert told in ranking_of({"a": ("5",) * 3, "b": (b,) * 3, "c": (c,) * 3}).explanation.replace("\n", " ")


def test_nothing_of_the_inventory_is_changed():
    inventory = inventory_of({"a": {"name": "A", "score_impact": "hoog"}})
    before = inventory.registrations.copy(deep=True)
    rank(inventory, settings=Priority(draws=100))

    pd.testing.assert_frame_equal(inventory.registrations, before)


def test_the_unknown_point_of_the_documentation_comes_out_as_it_was_worked_by_hand():
    rows = {"a": ("4", "2", "5"), "b": ("5", "3", "2"), "c": (None, "5", "3"), "d": ("5", "3", "2")}
    row = ranking_of(rows).table.loc["c"]

    assert row[["score_low", "score_high", "rank_best", "rank_worst"]].tolist() == [2.4, 4.4, 1, 4]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ({}, "Er zijn geen algoritmes om op volgorde te zetten."),
        ({"a": ("3", "3", "3")}, "1 algoritme op volgorde."),
        (
            {"a": ("3", "3", "3"), "b": (None, "3", "3")},
            (
                "2 algoritmes op volgorde. Bij 1 zijn er nog punten onbekend die de top kunnen veranderen: "
                "vul die aan op het blad Prioritering."
            ),
        ),
        (
            {"a": ("3", "3", "3"), "b": ("3", "3", "3"), "c": ("5", "5", "5"), "d": ("hoog", "1", "1")},
            "4 algoritmes op volgorde. 1 score is geen getal van 1 tot en met 5: zie Bevindingen.",
        ),
    ],
)
def test_the_headline_says_what_came_out_and_what_to_do(rows, sentence):
    assert ranking_of(rows, top=1).headline == sentence
