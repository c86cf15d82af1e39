"""The publication category by the impact test."""

from itertools import product

import pytest

from algreg_lib.priority import QUESTIONS, publication_category_of

#: Written out, so that a question that falls out of the code is missed here.
IMPACTFUL = ("risk_selection", "test_legal_effect", "test_classifies", "test_own_judgement")
ALL_NO = dict.fromkeys(("test_high_risk", *IMPACTFUL), "Nee")


def test_the_impact_test_asks_these_five_questions():
    assert set(QUESTIONS) == set(ALL_NO)


def test_the_category_is_spelled_as_the_register_spells_it():
    assert publication_category_of({**ALL_NO, "test_high_risk": "Ja"}).value == "Hoog-risico AI-systeem"
    assert publication_category_of({**ALL_NO, "test_legal_effect": "Ja"}).value == "Impactvolle algoritmes"
    assert publication_category_of(ALL_NO).value == "Overige algoritmes"


def test_high_risk_goes_before_everything_else_and_is_what_led_to_it():
    category = publication_category_of(dict.fromkeys(QUESTIONS, "Ja"))

    assert (category.letter, category.because, category.certain) == ("A", ("test_high_risk",), True)


@pytest.mark.parametrize("question", IMPACTFUL)
def test_any_single_yes_makes_it_impactful(question):
    category = publication_category_of({**ALL_NO, question: "ja "})

    assert (category.letter, category.because, category.certain) == ("B", (question,), True)


@pytest.mark.parametrize("question", ALL_NO)
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
    assert category.sentence == (
        "Categorie B (Impactvolle algoritmes), door: Heeft de uitkomst gevolgen voor rechten of plichten? Ja. "
        "Nog open, kan de categorie zwaarder maken: Is het een AI-systeem met hoog risico?"
    )


def test_an_open_question_that_cannot_change_it_leaves_it_certain():
    assert publication_category_of({"test_high_risk": "Ja"}).certain
    as_heavy = publication_category_of({**ALL_NO, "test_legal_effect": "Ja", "test_classifies": None})
    assert (as_heavy.certain, as_heavy.open) == (True, ("test_classifies",))
    assert "Nog open" not in as_heavy.sentence


def test_every_answer_that_led_to_it_is_told():
    category = publication_category_of({**ALL_NO, "test_classifies": "Ja", "risk_selection": "Weet ik niet"})

    assert (category.because, category.certain) == (("risk_selection", "test_classifies"), True)
    assert "? Weet ik niet; " in category.sentence
    assert publication_category_of(ALL_NO).because == QUESTIONS


def test_a_heavier_answer_never_gives_a_lighter_category():
    weight = {"": 0, "C": 1, "B": 2, "A": 3}
    for answers in product(["Nee", "Ja"], repeat=len(QUESTIONS)):
        said = dict(zip(QUESTIONS, answers, strict=True))
        for question in QUESTIONS:
            heavier = publication_category_of({**said, question: "Ja"})
            assert weight[heavier.letter] >= weight[publication_category_of(said).letter]
