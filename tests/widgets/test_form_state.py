"""The form as data: its tabs from any version, its counts, and cells that come back as they went out."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.findings import Finding, findings_table
from algreg_lib.standard import VERSIONS, Field, standard, working_fields
from algreg_lib.widgets.form_state import (
    as_registration,
    cell_text,
    choices_of,
    count,
    kind_of,
    question,
    remarks,
    same,
    shown,
    tab_mark,
    tabs,
    values_of,
)

FIELDS = standard("1.0")
WORKING = {field.key: field for field in working_fields()}


@pytest.mark.parametrize("version", VERSIONS)
def test_every_field_stands_in_one_tab_and_what_stays_inside_stands_apart(version: str) -> None:
    found = tabs(version, ["Eigen kolom"])
    public = [field.key for tab in found if not tab.internal for field in tab.fields]
    (inside,) = [tab for tab in found if tab.internal]
    assert sorted(public) == sorted(standard(version).keys)
    keys = {field.key for field in inside.fields}
    assert keys == {
        key for key, f in WORKING.items() if f.sheet != "Interviews" and key not in public and key != "registration_id"
    } | {"Eigen kolom"}
    assert [tab.title for tab in found][:1] == ["Algemene informatie"]


def test_an_older_version_borrows_help_where_it_asks_the_same() -> None:
    fields = {field.key: field for tab in tabs("0.4") for field in tab.fields}
    assert fields["name"].help == FIELDS["name"].help
    assert fields["organization"].title != FIELDS["organization"].title
    assert fields["organization"].help == ""


def test_each_kind_of_field_is_asked_in_its_own_way() -> None:
    kinds = {"name": "line", "description_short": "area", "goal": "area", "category": "choices", "status": "choice"}
    kinds |= {"begin_date": "line", "lawful_basis_grouping": "rows", "lars": "fixed", "website": "line"}
    assert {key: kind_of(FIELDS[key]) for key in kinds} == kinds
    assert kind_of(WORKING["changed_by"]) == "fixed"
    assert choices_of(WORKING["score_impact"]) == ("1", "2", "3", "4", "5")
    assert kind_of(standard("0.4")["impacttoetsen"]) == "area"  # several values, of which none is binding


def test_a_question_is_plain_data_with_help_and_what_to_choose_from() -> None:
    assert question(FIELDS["status"]) == {
        "key": "status",
        "title": "Status",
        "kind": "choice",
        "required": True,
        "help": FIELDS["status"].help,
        "example": "",
        "placeholder": "",
        "choices": ["In ontwikkeling", "In gebruik", "Buiten gebruik"],
        "value": "",
        "suggestions": [],
    }
    assert question(FIELDS["begin_date"])["placeholder"] == "jjjj-mm"
    assert question(FIELDS["category"], "Wonen\nRecht")["value"] == ["Wonen", "Recht"]
    assert question(standard("0.4")["lars"])["help"] == "Het register vult dit zelf in."
    assert "Zet elke waarde op een eigen regel." in question(standard("0.4")["impacttoetsen"])["help"]


def test_a_text_of_several_lines_never_goes_into_one_line_that_would_drop_them() -> None:
    assert question(FIELDS["name"], "Eén regel")["kind"] == "line"
    assert question(FIELDS["name"], "Twee\nregels")["kind"] == "area"


def test_the_count_is_that_of_the_register() -> None:
    def told(text: str, key: str = "goal") -> tuple[str, bool]:
        found = count(FIELDS[key], text)
        return found.sentence, found.over

    assert told("") == ("0 van 2500 tekens.", False)
    assert told("<p>a</p><p>b</p>") == ("3 van 2500 tekens.", False)
    assert told("a" * 2250) == ("2250 van 2500 tekens.", False)
    assert told("a" * 2499) == ("2499 van 2500 tekens. Nog 1 teken.", False)
    assert told("a" * 2500) == ("2500 van 2500 tekens. Nog 0 tekens.", False)
    assert told("a" * 2501) == ("1 teken te veel: 2501 van 2500. Maak de tekst korter.", True)
    assert told("<p>" + "a" * 1250 + "</p><p>" + "b" * 1250 + "</p>")[1]
    assert told("2023-04", "begin_date") == told("In gebruik", "status") == told("1", "lars") == ("", False)


TEXT = st.text(max_size=20)
LINE = TEXT.map(lambda text: " ".join(text.split()))


@given(value=st.lists(LINE.filter(bool), max_size=4))
def test_choices_come_back_as_they_went_out(value: list[str]) -> None:
    assert shown(FIELDS["category"], cell_text(FIELDS["category"], value)) == value


@given(rows=st.lists(st.tuples(LINE, LINE.map(lambda text: text.replace("|", "").strip())), max_size=4))
def test_rows_come_back_as_they_went_out_without_the_empty_ones(rows: list[tuple[str, str]]) -> None:
    field = FIELDS["lawful_basis_grouping"]
    again = shown(field, cell_text(field, rows))
    assert again == [list(row) for row in rows if any(row)] or _looks_like_a_link(rows)


def _looks_like_a_link(rows: list[tuple[str, str]]) -> bool:
    """A title that is itself a link, or holds the separator, is read as one; the notation says so."""
    return any(title.casefold().startswith(("http://", "https://", "www.")) for title, _ in rows)


def test_a_list_with_blank_lines_says_the_same() -> None:
    assert same(FIELDS["category"], "Wonen\n\nRecht ", "Wonen\nRecht")
    assert not same(FIELDS["category"], "Wonen", "Wonen\nRecht")
    assert not same(FIELDS["goal"], "a ", "a")


def test_findings_stand_beside_their_field_worst_first_and_are_counted_per_tab() -> None:
    found = remarks(
        findings_table(
            [Finding("a", "goal", "r1", "info", "Kort."), Finding("a", "goal", "r2", "critical", "Te lang.")]
        )
    )
    assert found == {
        "goal": [
            {"severity": "critical", "word": "Moet opgelost", "sentence": "Te lang."},
            {"severity": "info", "word": "Verbeterpunt", "sentence": "Kort."},
        ]
    }
    goal, risks = FIELDS["goal"], FIELDS["risks"]
    assert tab_mark([goal, risks], found) == "1 op te lossen"
    assert tab_mark([risks], found) == ""
    assert tab_mark([goal], {"goal": found["goal"][1:]}) == "1 bevinding"


def test_what_is_blank_is_missing_for_the_checks() -> None:
    frame = pd.DataFrame({"name": ["A"], "goal": [None]}, index=["x"], dtype="str")
    assert values_of(frame, "x") == {"name": "A", "goal": ""}
    back = as_registration({"name": "A", "goal": "  "}, "x")
    pd.testing.assert_frame_equal(back, frame.rename_axis("registration_id"), check_index_type=False)


def test_a_field_of_the_user_is_a_long_text() -> None:
    assert kind_of(Field(key="Eigen kolom", title="Eigen kolom")) == "area"
