"""Exploring: what a search finds, and one registration in full."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from algreg_lib.history import record_run, record_save
from algreg_lib.widgets.explore import Wanted, list_markup, matching, options, overview, registration_markup
from algreg_lib.widgets.explore_screen import Explore
from algreg_lib.widgets.session import Material
from tests.widgets.conftest import ATTACK


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), {"a1", "a2", "a3"}),
        (Wanted(words="PARKEREN"), {"a1"}),
        (Wanted(words="hiske bel"), {"a3"}),
        (Wanted(words="hiske parkeren"), set()),
        (Wanted(words="a3"), {"a3"}),
        (Wanted(words=".*"), set()),
        (Wanted(status="In gebruik"), {"a1", "a2"}),
        (Wanted(status="In gebruik", words="img"), {"a2"}),
        (Wanted(department="niet ingevuld"), {"a3"}),
        (Wanted(severity="critical", department="Straat"), {"a1"}),
        (Wanted(level="goed"), set()),
    ],
)
def test_a_search_finds_what_fits_all_that_is_wanted(found: Material, wanted: Wanted, ids: set[str]) -> None:
    assert set(matching(overview(found.inventory, found.found), wanted).index) == ids


def test_algorithms_stand_in_the_order_of_the_ranking(found: Material) -> None:
    assert overview(found.inventory, found.found).index[0] == found.found.ranking.index[0]


def test_a_filter_offers_each_value_once_behind_all(found: Material) -> None:
    table = overview(found.inventory, found.found)
    assert options(table, "status", "alle") == [("alle", ""), ("In gebruik", "In gebruik"), ("pilot", "pilot")]


def test_a_registration_shows_its_texts_and_what_is_wrong_with_them(found: Material) -> None:
    markup = registration_markup("a3", found.inventory, found.found, timeline="<p>Toen</p>")
    assert "Bel mw. Hiske Rintjema of dhr. Kees Brandwijk.<br>Of niet." in markup
    assert "Veld niet ingevuld." in markup
    assert "Moet opgelost" in markup
    assert "(Registraties " in markup
    assert "<h3>Geschiedenis</h3><p>Toen</p>" in markup


def test_texts_never_become_markup(found: Material) -> None:
    table = overview(found.inventory, found.found)
    shown = list_markup(table, len(table), chosen="a2")
    shown += registration_markup("a2", found.inventory, found.found, timeline="")
    assert ATTACK not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown


def test_nothing_found_says_what_to_do(found: Material) -> None:
    table = overview(found.inventory, found.found)
    assert "zoekvraag ruimer" in list_markup(matching(table, Wanted(words="bestaat niet")), len(table))


def test_the_screen_follows_the_search_and_the_choice(found: Material) -> None:
    explore = Explore(found)
    explore.words.value = "bomen"
    assert "1 van 3 algoritmes" in explore.list.markup
    explore.list._received(None, {"action": "choose", "value": "a3", "shown": ""}, None)
    assert "<h2>Bomen</h2>" in explore.detail.markup
    assert 'aria-current="true"' in explore.list.markup


def test_the_screen_tells_who_saved_what_and_what_changed_after_the_last_run(found: Material) -> None:
    workspace, inventory = found.workspace, found.inventory
    record_run(workspace, inventory, moment=datetime(2026, 11, 20, 9, 5, tzinfo=UTC))
    when = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
    record_save(workspace, "a1", before={"owner": ""}, after={"owner": "Noor"}, by="Ada", moment=when)
    table = inventory.registrations.assign(changed_by="Ada", changed_on="2026-11-20")
    table.loc["a1", "status"] = "Buiten gebruik"
    screen = Explore(replace(found, inventory=replace(inventory, registrations=table)))
    screen.list._received(None, {"action": "choose", "value": "a1", "shown": ""}, None)
    shown = screen.detail.markup
    assert "20 november 2026, 14.30 uur: bewaard door Ada" in shown
    assert "Eigenaar: was leeg, werd <q>Noor</q>" in shown
    assert "Veranderd na de laatste run (20 november 2026, 9.05 uur)" in shown
    assert "Status: was <q>In gebruik</q>, werd <q>Buiten gebruik</q>" in shown
    assert "De geschiedenis begon op 20 november 2026, 9.05 uur." in shown
