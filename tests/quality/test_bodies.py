"""The names of public bodies: what is no body, what was meant, and what ended."""

import pytest

from algreg_lib.quality.bodies import _short_names, _without_id, ended_body, unknown_body
from algreg_lib.standard import organisation


@pytest.mark.parametrize(
    "name",
    [
        "Gemeente Utrecht",
        "gemeente  utrecht",
        "Rijkswaterstaat",
        "De Nationale ombudsman",
        "Omgevingsdienst IJmond",
        "Ministerie van Economische Zaken en Klimaat",
        "Ministerie van Klimaat en Groene Groei",
    ],
)
def test_a_public_body_is_known_whatever_list_of_tooi_holds_it(name):
    assert unknown_body(name) is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Gemeente Utrect", "gemeente Utrecht"),
        ("Asiel en Migratie", "ministerie van Asiel en Migratie"),
        ("DUO", "Dienst Uitvoering Onderwijs"),
        ("kadaster", "Dienst voor het kadaster en de openbare registers"),
        ("CIZ Centrum Indicatiestelling Zorg", "CIZ"),
        ("HDSR Hoogheemraadschap De Stichtse Rijnlanden", "Hoogheemraadschap De Stichtse Rijnlanden"),
    ],
)
def test_the_body_that_was_meant_is_named(name, meant):
    assert unknown_body(name) == f"Bedoelt u '{meant}'?"


@pytest.mark.parametrize("name", ["Afdeling Sociaal", "Het Sociaal Team", "Bureau ICTUS", "x", "Gemeente Onderbankn"])
def test_nothing_is_proposed_where_nothing_is_near(name):
    assert unknown_body(name) == "Staat zij er niet in? Gebruik dan de officiële naam."


def test_the_short_names_stand_for_bodies_that_exist_and_are_no_bodies_themselves():
    bodies = [organisation(name) for name in _short_names().values()]
    assert [body is not None and not body.ended for body in bodies] == [True] * len(bodies)
    assert [short for short in _short_names() if organisation(short)] == []
    assert [name for name in _without_id() if organisation(name)] == []


def test_a_body_that_ended_is_named_with_its_successors():
    assert ended_body("Gemeente Haaren") == (
        "Zij is opgeheven sinds 2021. Opvolger: gemeente Boxtel of gemeente Oisterwijk of gemeente Tilburg of "
        "gemeente Vught."
    )
    assert ended_body("waterschap Blija Buitendijks") == (
        "Zij is opgeheven. Gebruik de naam van de organisatie die het werk nu doet."
    )
    assert ended_body("Gemeente Utrecht") is None
    assert ended_body("Bestaat niet") is None
