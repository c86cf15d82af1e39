"""The publication category by the impact test."""

from itertools import product

import pytest

from algreg_lib.priority import QUESTIONS, category_findings, publication_category_of
from tests.priority.inventories import inventory_of

ALL_NO = dict.fromkeys(QUESTIONS, "Nee")


def test_the_category_is_spelled_as_the_register_spells_it():
    assert publication_category_of({**ALL_NO, "test_high_risk": "Ja"}).value == "Hoog-risico AI-systeem"
    assert publication_category_of({**ALL_NO, "test_legal_effect": "Ja"}).value == "Impactvolle algoritmes"
    assert publication_category_of(ALL_NO).value == "Overige algoritmes"


def test_high_risk_goes_before_everything_else_and_is_what_led_to_it():
    category = publication_category_of(dict.fromkeys(QUESTIONS, "Ja"))

    assert (category.letter, category.because, category.certain) == ("A", ("test_high_risk",), True)


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q != "test_high_risk"])
def test_any_single_yes_makes_it_impactful(question):
    category = publication_category_of({**ALL_NO, question: "ja "})

    assert (category.letter, category.because, category.certain) == ("B", (question,), True)


@pytest.mark.parametrize("question", QUESTIONS)
def test_in_doubt_it_is_the_heavier_one_and_says_so(question):
    doubt = publication_category_of({**ALL_NO, question: "Weet ik niet"})

    assert doubt.value == publication_category_of({**ALL_NO, question: "Ja"}).value
    assert not doubt.certain
    assert "Bij twijfel geldt de zwaarste categorie" in doubt.sentence


def test_without_answers_there_is_no_category():
    category = publication_category_of({"test_high_risk": None, "test_classifies": "misschien"})

    assert (category.value, category.letter, category.certain) == ("", "", False)
    assert category.open == QUESTIONS


def test_an_open_question_that_could_make_it_heavier_is_named():
    category = publication_category_of({**ALL_NO, "test_legal_effect": "Ja", "test_high_risk": None})

    assert (category.letter, category.certain) == ("B", False)
    assert "Is het een AI-systeem met hoog risico?" in category.sentence


def test_an_open_question_that_cannot_change_it_leaves_it_certain():
    assert publication_category_of({"test_high_risk": "Ja"}).certain


def test_a_heavier_answer_never_gives_a_lighter_category():
    weight = {"": 0, "C": 1, "B": 2, "A": 3}
    for answers in product(["Nee", "Ja"], repeat=len(QUESTIONS)):
        said = dict(zip(QUESTIONS, answers, strict=True))
        for question in QUESTIONS:
            heavier = publication_category_of({**said, question: "Ja"})
            assert weight[heavier.letter] >= weight[publication_category_of(said).letter]


def test_a_category_that_is_too_light_is_a_finding_and_a_heavier_one_is_not():
    rows = {
        "light": {**ALL_NO, "publication_category": "Overige algoritmes", "risk_selection": "Ja"},
        "equal": {**ALL_NO, "publication_category": "Impactvolle algoritmes", "risk_selection": "Ja"},
        "heavy": {**ALL_NO, "publication_category": "Hoog-risico AI-systeem"},
        "silent": {"publication_category": "Overige algoritmes"},
        "unknown": {**ALL_NO, "publication_category": "C"},
    }

    findings = category_findings(inventory_of(rows))

    assert findings[["registration_id", "rule", "severity"]].to_numpy().tolist() == [
        ["light", "categorie-te-licht", "warning"]
    ]
    assert "Categorie B" in findings.loc[0, "message"]
