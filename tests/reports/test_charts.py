"""Charts: every figure is in the table and the words too, nothing runs as script, the same frame gives one outcome."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pandas as pd
import pytest

from algreg_lib.inventory import Inventory
from algreg_lib.priority import rank
from algreg_lib.quality import LEVELS
from algreg_lib.reports import charts
from algreg_lib.workspace import Priority

SVG = "http://www.w3.org/2000/svg"
HOSTILE = '<script>alert(1)</script> & "x" \x00\x1b role="button" <img src=http://example.org/a.png>'
CRITERIA = {criterion.key: criterion.label for criterion in Priority().criteria}


def registrations(count: int = 12) -> pd.DataFrame:
    columns = {
        "name": [HOSTILE, "Tweeling", "Tweeling", *(f"Algoritme {n}" for n in range(3, count))][:count],
        "score_impact": [str(5 - n % 5) for n in range(count)],
        "score_urgency": [None if n % 3 == 2 else str(1 + n % 5) for n in range(count)],
        "progress": ["Klaar", "Interview gepland", None, "eigen stap"] * (count // 4 + 1),
        "department": ["Burgerzaken", HOSTILE, None] * (count // 3 + 1),
    }
    index = pd.Index([f"r{n}" for n in range(count)], name="registration_id", dtype="str")
    return pd.DataFrame({key: pd.Series(values[:count], dtype="str") for key, values in columns.items()}).set_index(
        index
    )


def ranking(count: int = 12) -> pd.DataFrame:
    return rank(Inventory(registrations=registrations(count)), settings=Priority(draws=200, top=4)).table


def completeness(count: int = 12) -> pd.DataFrame:
    frame = registrations(count)
    return pd.DataFrame({"level": (list(LEVELS) * count)[:count]}, index=frame.index)


RUNS = pd.DataFrame({"Goed": [1, 4], HOSTILE: [9, 4]}, index=["1-10-2026", "1-11-2026"])

FILLED = pd.DataFrame({"field": ["name", "description_short", "goal"], "filled": [12, 0, 5], "total": 12})

ALL: dict[str, Callable[[], charts.Chart]] = {
    "ranking": lambda: charts.ranking_chart(ranking(), labels=CRITERIA),
    "firmness": lambda: charts.firmness_chart(ranking(), top=4),
    "field": lambda: charts.completeness_by_field(FILLED),
    "department": lambda: charts.completeness_by_department(completeness(), registrations()["department"]),
    "progress": lambda: charts.progress_chart(registrations()["progress"]),
    "trend": lambda: charts.trend_chart(RUNS),
}
NONE: dict[str, Callable[[], charts.Chart]] = {
    "ranking": lambda: charts.ranking_chart(ranking(0), labels=CRITERIA),
    "firmness": lambda: charts.firmness_chart(ranking(0), top=4),
    "field": lambda: charts.completeness_by_field(FILLED.assign(filled=0, total=0)),
    "department": lambda: charts.completeness_by_department(completeness(0), registrations(0)["department"]),
    "progress": lambda: charts.progress_chart(registrations(0)["progress"]),
    "trend": lambda: charts.trend_chart(RUNS.iloc[:0]),
}


def texts(chart: charts.Chart) -> list[str]:
    return [e.text or "" for e in ElementTree.fromstring(chart.svg).iter(f"{{{SVG}}}text")]


@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
def test_a_chart_is_one_image_with_a_name_a_description_and_a_table(make):
    chart = make()
    root = ElementTree.fromstring(chart.svg)
    title, description = root[0], root[1]

    assert root.get("role") == "img"
    assert root.get("aria-labelledby", "").split() == [title.get("id"), description.get("id")]
    assert title.text
    assert description.text == chart.alt
    assert len(chart.table)
    assert not [name for element in root[2:] for name in element.attrib if name == "role" or name.startswith("aria-")]


@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
def test_the_same_frame_gives_the_same_bytes(make):
    assert make().svg == make().svg


@pytest.mark.parametrize("make", ALL.values(), ids=ALL)
def test_text_from_an_inventory_never_becomes_markup_and_nothing_is_fetched(make):
    svg = make().svg
    elements = list(ElementTree.fromstring(svg).iter())
    attributes = {(name, value) for element in elements for name, value in element.attrib.items()}

    assert {e.tag.removeprefix(f"{{{SVG}}}") for e in elements} <= {
        "svg",
        "g",
        "path",
        "rect",
        "line",
        "text",
        "title",
        "desc",
    }
    assert not [name for name, _ in attributes if name.startswith("on") or "href" in name or name == "src"]
    assert not [value for _, value in attributes if "url(" in value or "://" in value]
    assert "undefined" not in svg
    assert "NaN" not in svg


@pytest.mark.parametrize("make", NONE.values(), ids=NONE)
def test_with_nothing_to_draw_there_is_a_sentence_and_an_empty_table(make):
    chart = make()

    assert chart.svg == ""
    assert chart.alt.startswith("Er ")


def test_the_ranking_shows_every_piece_with_its_letter_and_number():
    chart = ALL["ranking"]()

    assert {"a = Impact op de burger", "b = Laagdrempelig in te vullen", "c = Politieke urgentie"} <= set(texts(chart))
    assert any(re.fullmatch(r"a \d(,\d+)?", text) for text in texts(chart))
    assert list(chart.table.columns) == ["Plaats", "Algoritme", *CRITERIA.values(), "Score"]
    pd.testing.assert_series_equal(
        chart.table[list(CRITERIA.values())].sum(axis=1), chart.table["Score"], check_names=False
    )


def test_two_registrations_with_one_name_keep_a_bar_each():
    first = ranking()
    labels = [text for text in texts(charts.ranking_chart(first, labels=CRITERIA)) if "Tweeling" in text]

    assert len(set(labels)) == 2


def test_an_unknown_point_is_drawn_as_the_room_that_it_leaves():
    chart = ALL["firmness"]()

    assert any(" tot " in text for text in texts(chart))
    assert (chart.table["Laagst (%)"] <= chart.table["Hoogst (%)"]).all()


def test_completeness_by_field_names_the_fields_and_which_is_filled_in_least():
    chart = ALL["field"]()

    assert chart.table.to_numpy().tolist() == [
        ["Naam", 12, 12],
        ["Korte omschrijving", 0, 12],
        ["Doel en impact", 5, 12],
    ]
    assert "Het minst ingevuld is Korte omschrijving: bij 0 van de 12 algoritmes." in chart.alt


def test_completeness_by_department_counts_each_step_and_those_without_department():
    table = ALL["department"]().table

    assert list(table.columns) == ["Afdeling", *LEVELS]
    assert "Afdeling niet ingevuld" in set(table["Afdeling"])
    assert table[list(LEVELS)].to_numpy().sum() == 12


def test_a_bar_of_one_kind_only_carries_its_number_without_a_letter():
    frame = pd.DataFrame({"level": [LEVELS[0]] * 3}, index=list("abc"))
    chart = charts.completeness_by_department(frame, pd.Series(["Groot", "Groot", "Klein"], index=list("abc")))

    assert {"2", "1", LEVELS[0]} <= set(texts(chart))
    assert not [text for text in texts(chart) if re.match(r"a\b", text)]


@pytest.mark.parametrize(("departments", "drawn"), [(3, 3), (4, 3)])
def test_of_many_departments_the_largest_are_drawn_and_all_are_in_the_table(departments, drawn):
    names = [f"Afdeling {n}" for n in range(departments)]
    frame = pd.DataFrame({"level": LEVELS[0]}, index=names)
    chart = charts.completeness_by_department(frame, pd.Series(names, index=names), most=3)

    assert len([text for text in texts(chart) if text in names]) == drawn
    assert chart.table["Afdeling"].tolist() == names
    assert any("3 grootste van 4" in text for text in texts(chart)) == (drawn < departments)


def test_departments_stand_in_the_drawing_in_the_order_of_the_table_whatever_step_they_are_on():
    frame = pd.DataFrame({"level": [LEVELS[3], LEVELS[3], LEVELS[0], LEVELS[1]]}, index=list("abcd"))
    chart = charts.completeness_by_department(
        frame, pd.Series(["Groot", "Groot", "Klein", "Middel"], index=list("abcd"))
    )

    names = [text for text in texts(chart) if text in {"Groot", "Klein", "Middel"}]
    assert names == chart.table["Afdeling"].tolist() == ["Groot", "Klein", "Middel"]


def test_progress_keeps_the_order_of_the_steps_and_shows_an_own_step_and_the_empty_ones():
    table = ALL["progress"]().table

    assert table["Stap"].tolist()[-3:] == ["Klaar", "eigen stap", "niet ingevuld"]
    assert table["Algoritmes"].sum() == 12


def test_lines_that_end_at_the_same_number_share_their_label():
    assert any(text.startswith("Goed / ") and text.endswith(" 4") for text in texts(ALL["trend"]()))


def test_of_many_runs_the_last_are_drawn():
    many = pd.DataFrame({"Goed": range(30)}, index=[f"dag {n}" for n in range(30)])
    chart = charts.trend_chart(many, most=12)

    assert chart.table["Run"].tolist() == [f"dag {n}" for n in range(18, 30)]
    assert "Goed: van 18 naar 29" in chart.alt


def test_one_run_is_no_trend():
    chart = charts.trend_chart(RUNS.tail(1))

    assert (chart.svg, chart.alt) == ("", "Er is nog maar één run. Na de volgende ziet u hier hoe het gaat.")


def test_no_frame_is_changed():
    frame = ranking()
    before = frame.copy(deep=True)
    charts.ranking_chart(frame, labels=CRITERIA)
    charts.firmness_chart(frame, top=4)

    pd.testing.assert_frame_equal(frame, before)
