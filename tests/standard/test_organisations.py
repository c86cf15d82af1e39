"""Public bodies by name and id, those that ended, and names that are nearly right."""

import pytest

from algreg_lib.standard import (
    current_organisations,
    display_name,
    near_organisations,
    organisation,
    organisations,
    successors,
)


@pytest.mark.parametrize("name", ["gemeente Utrecht", "Gemeente  Utrecht ", "GEMEENTE UTRECHT", "gm0344"])
def test_a_name_is_found_whatever_its_capitals_and_spaces(name: str) -> None:
    found = organisation(name)
    assert found is not None
    assert (found.id, found.kind, display_name(found)) == ("gm0344", "gemeente", "Gemeente Utrecht")


@pytest.mark.parametrize("name", ["Utrecht", "gemeente Lindervoort", ""])
def test_a_name_that_is_not_exact_is_not_found(name: str) -> None:
    assert organisation(name) is None


def test_what_is_nearly_right_is_proposed_whatever_kind_of_body_it_says() -> None:
    assert [body.name for body in near_organisations("utrecht")] == ["gemeente Utrecht", "provincie Utrecht"]
    assert [body.name for body in near_organisations("Gem. Amsterdm")] == ["gemeente Amsterdam"]
    assert near_organisations("gemeente Lindervoort") == ()


def test_a_municipality_that_ended_has_a_year_and_successors_of_today() -> None:
    haaren = organisation("gemeente Haaren")
    assert haaren is not None
    assert haaren.ended == "2021"
    assert [body.name for body in successors(haaren)] == [
        "gemeente Boxtel",
        "gemeente Oisterwijk",
        "gemeente Tilburg",
        "gemeente Vught",
    ]


def test_every_municipality_that_ended_has_a_successor_that_exists() -> None:
    ended = [body for body in organisations() if body.ended and body.kind == "gemeente"]
    assert len(ended) == 263
    assert [body.name for body in ended if not body.successors] == []
    assert {heir.ended for body in ended for heir in successors(body)} == {""}


def test_the_list_to_choose_from_holds_only_bodies_that_exist() -> None:
    names = current_organisations()
    assert len(names) == len(set(names))
    assert {"Gemeente Amsterdam", "Ministerie van Financiën", "Waterschap Limburg"} <= set(names)
    assert "Gemeente Weesp" not in names
    assert sum(name.startswith("Gemeente ") for name in names) == 342


def test_ids_are_unique() -> None:
    ids = [body.id for body in organisations()]
    assert len(ids) == len(set(ids))
