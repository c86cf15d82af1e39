"""Setting priorities: the table follows the weights, scores can be tried, and weights are saved or refused."""

import pandas as pd
import pytest

from algreg_lib.errors import AlgregError
from algreg_lib.findings import findings_table
from algreg_lib.priority import Scores
from algreg_lib.widgets.prioritise import (
    board_markup,
    firm,
    ordered,
    points_options,
    slider_values,
    tried_sentence,
    with_points,
    with_weights,
)
from algreg_lib.widgets.prioritise_screen import Prioritise
from algreg_lib.widgets.session import Material
from algreg_lib.workspace import Criterion, Priority, open_workspace
from tests.widgets.conftest import ATTACK

SETTINGS = Priority(
    criteria=[Criterion(key="x", label="<b>X</b>", weight=3), Criterion(key="y", label="Y", weight=1)], top=1, draws=500
)


@pytest.fixture
def scores() -> Scores:
    index = pd.Index(["p", "q"], name="registration_id")
    low = pd.DataFrame({"x": [5.0, 1.0], "y": [1.0, 4.0]}, index=index)
    texts = pd.DataFrame("", index=index, columns=["x", "y"])
    return Scores(
        criteria=tuple(SETTINGS.criteria),
        names=pd.Series([ATTACK, "Q"], index=index, dtype="str"),
        low=low,
        high=low.assign(y=[3.0, 4.0]),
        sources=texts,
        signals=texts,
        findings=findings_table(),
    )


def test_sliders_start_at_the_share_of_each_weight() -> None:
    assert slider_values(SETTINGS) == {"x": 75, "y": 25}


def test_other_weights_give_another_order(scores: Scores) -> None:
    assert list(ordered(scores, SETTINGS).index) == ["p", "q"]
    assert list(ordered(scores, with_weights(SETTINGS, {"x": 0.1, "y": 0.9})).index) == ["q", "p"]


def test_weights_that_are_all_zero_are_told(scores: Scores) -> None:
    with pytest.raises(AlgregError, match="Alle gewichten zijn 0"):
        ordered(scores, with_weights(SETTINGS, {"x": 0, "y": 0}))


def test_the_live_order_is_the_order_of_the_report(scores: Scores) -> None:
    pd.testing.assert_index_equal(ordered(scores, SETTINGS).index, firm(scores, SETTINGS).index)


def test_scores_that_are_tried_count_for_one_algorithm_and_change_nothing_else(scores: Scores) -> None:
    tried = with_points(scores, "q", {"x": 5.0})
    assert list(ordered(tried, SETTINGS).index) == ["q", "p"]
    assert scores.low.at["q", "x"] == 1.0
    assert tried.low.drop("q").equals(scores.low.drop("q"))


def test_the_table_tells_who_went_up_and_who_is_tried(scores: Scores) -> None:
    was = ordered(scores, SETTINGS)["rank"]
    settings = with_weights(SETTINGS, {"x": 0.0, "y": 1.0})
    markup = board_markup(firm(scores, settings), was, settings, tried="p")
    assert '2 <span role="img" aria-label="omhoog">▲</span>' in markup
    assert "(wat als)" in markup
    assert "1 – 3" in markup
    assert ATTACK not in markup
    assert "&lt;b&gt;X&lt;/b&gt;" in markup
    assert "…" in board_markup(ordered(scores, settings), was, settings)


def test_points_to_try_say_what_they_are_now(scores: Scores) -> None:
    assert points_options(scores, "p", "y")[:2] == [("zoals nu (1 tot 3)", 0.0), ("1", 1.0)]


@pytest.mark.parametrize(("after", "sentence"), [(2, "blijft op plaats 2"), (1, "gaat van plaats 2 naar plaats 1")])
def test_what_trying_does_is_told(after: int, sentence: str) -> None:
    assert sentence in tried_sentence("Q", 2, after)


def test_a_slider_redraws_the_table_the_chart_and_the_chances(found: Material) -> None:
    screen = Prioritise(found)
    board, chart = screen.board.markup, screen.chart.markup
    screen.sliders["impact"].value = 0
    assert screen.board.markup != board
    assert screen.chart.markup != chart
    assert "Impact op de burger 0%" in screen.state.told
    assert "…" not in screen.board.markup


def test_saved_weights_are_in_the_settings_and_the_next_screen(found: Material) -> None:
    screen = Prioritise(found, by="Noor")
    screen.sliders["urgency"].value = 90
    screen.save()
    assert "reden ontbreekt" in screen.log.told
    screen.why.value = "<b>raad</b>"
    screen.save()
    assert "Bewaard" in screen.log.told
    assert "&lt;b&gt;raad&lt;/b&gt;" in screen.log.markup
    again = open_workspace(found.workspace.folder)
    assert again.settings.priority.criteria[2].weight == 0.9
    screen.save()
    assert "Bewaard" in screen.log.told


def test_weights_are_not_saved_over_the_change_of_a_colleague(found: Material) -> None:
    screen = Prioritise(found, by="Noor")
    screen.why.value = "zo"
    path = found.workspace.folder / "algreg.toml"
    path.write_text("[priority]\ntop = 3\n", encoding="utf-8")
    screen.save()
    assert "intussen veranderd" in screen.log.told
    assert path.read_text(encoding="utf-8") == "[priority]\ntop = 3\n"


def test_trying_scores_offers_points_and_tells_the_place(found: Material) -> None:
    screen = Prioritise(found)
    screen.tried.value = "a3"
    screen.points["impact"].value = 5.0
    screen.points["urgency"].value = 5.0
    assert "Wat als: 'Bomen'" in screen.state.told
    screen.tried.value = ""
    assert "Wat als" not in screen.state.told
