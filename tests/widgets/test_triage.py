"""Going through the findings: the filters, and the text behind a finding."""

from algreg_lib.widgets.session import Material
from algreg_lib.widgets.triage import Wanted, field_options, finding_markup, list_markup, matching, work_list
from algreg_lib.widgets.triage_screen import Triage
from tests.widgets.conftest import ATTACK


def test_the_worst_comes_first_and_nothing_is_lost(found: Material) -> None:
    table = work_list(found.inventory, found.found)
    assert len(table) == len(found.found.findings)
    order = table["severity"].map({"critical": 0, "warning": 1, "info": 2})
    assert order.is_monotonic_increasing


def test_filters_keep_only_what_fits(found: Material) -> None:
    table = work_list(found.inventory, found.found)
    lines = matching(table, Wanted(severity="critical", field="status", owner="niet ingevuld"))
    assert lines["registration_id"].tolist() == ["a3"]
    assert set(matching(table, Wanted(owner="Noor"))["registration_id"]) == {"a1"}


def test_fields_are_offered_with_how_often_they_are_wrong(found: Material) -> None:
    table = work_list(found.inventory, found.found)
    labels = [label for label, _ in field_options(table)]
    assert labels[0] == "alle"
    assert sum(int(label.rsplit("(", 1)[1].rstrip(")")) for label in labels[1:]) == len(table)


def test_a_finding_shows_the_text_the_cell_and_what_the_field_asks(found: Material) -> None:
    table = work_list(found.inventory, found.found)
    lines = matching(table, Wanted(field="status", severity="critical"))
    markup = finding_markup(lines.head(1), found.inventory, found.found)
    assert "<blockquote>pilot</blockquote>" in markup
    assert "inventaris.xlsx Registraties" in markup
    assert "Wat dit veld vraagt" in markup


def test_texts_never_become_markup(found: Material) -> None:
    table = work_list(found.inventory, found.found)
    lines = table[table["registration_id"] == "a2"]
    assert ATTACK not in list_markup(lines, len(table)) + finding_markup(lines.head(1), found.inventory, found.found)


def test_the_screen_shows_the_first_that_fits_and_the_one_that_is_chosen(found: Material) -> None:
    triage = Triage(found)
    triage.field.value = "status"
    assert "<blockquote>pilot</blockquote>" in triage.detail.markup
    triage.field.value = ""
    triage.list._received(None, {"action": "choose", "value": "1", "shown": ""}, None)
    assert 'id="rij-1"' in triage.list.markup.split('aria-current="true"')[1][:80]
