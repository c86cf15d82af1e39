"""Points that follow from the inventory: impact from the impact test, ease from the work that is left."""

import pytest

from algreg_lib.priority import rank, scores_of
from algreg_lib.standard import standard
from algreg_lib.workspace import DEFAULT_CRITERIA, Priority
from tests.priority.inventories import inventory_of

QUESTIONS = ("test_high_risk", "test_legal_effect", "test_classifies", "test_own_judgement", "risk_selection")
ALL_NO = dict.fromkeys(QUESTIONS, "Nee")
COMPLETE = {f.key: "ingevuld" for f in standard().fields} | {"publication_category": "Overige algoritmes"}


def impact_of(**answers: str | None) -> tuple[float, float, str]:
    return _measured("impact", {"name": "A", **answers})


def _measured(key: str, row: dict, **more) -> tuple[float, float, str]:
    scores = scores_of(
        inventory_of({"a": row}, interviews=more.pop("interviews", ())), criteria=DEFAULT_CRITERIA, **more
    )
    return scores.low.loc["a", key], scores.high.loc["a", key], scores.signals.loc["a", key]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, (1, 1, "")),
        ({"test_own_judgement": "Ja"}, (3, 3, "volgens de organisatie veel impact")),
        ({"test_classifies": "ja "}, (3, 3, "deelt mensen of bedrijven in")),
        ({"test_legal_effect": "Ja"}, (4, 4, "gevolgen voor rechten of plichten")),
        ({"risk_selection": "Ja"}, (4, 4, "risicoselectie")),
        ({"test_high_risk": "Ja"}, (5, 5, "hoog risico")),
        ({"personal_data": "Gewone persoonsgegevens"}, (2, 2, "gewone persoonsgegevens")),
        ({"personal_data": "Bijzondere persoonsgegevens"}, (3, 3, "bijzondere persoonsgegevens")),
        ({"human_intervention": "Geen, het besluit is volledig automatisch."}, (2, 2, "zonder menselijke tussenkomst")),
        ({"human_intervention": "Een medewerker beslist. Geen twijfel."}, (1, 1, "")),
        ({"test_legal_effect": "Weet ik niet"}, (1, 4, "misschien: gevolgen voor rechten of plichten")),
        ({"test_high_risk": None}, (1, 5, "")),
        ({"test_high_risk": "misschien"}, (1, 5, "")),
    ],
)
def test_impact_follows_the_heaviest_answer_and_leaves_open_what_is_open(answers, expected):
    assert impact_of(**ALL_NO | answers) == expected


def test_without_any_answer_impact_is_unknown():
    scores = scores_of(inventory_of({"a": {"name": "A"}}), criteria=DEFAULT_CRITERIA)

    assert (scores.low.loc["a", "impact"], scores.high.loc["a", "impact"]) == (1, 5)
    assert scores.sources.loc["a", "impact"] == "onbekend"


@pytest.mark.parametrize(
    ("category", "low", "high"),
    [("Hoog-risico AI-systeem", 5, 5), ("Impactvolle algoritmes", 3, 4), ("Overige algoritmes", 1, 1), ("A", 1, 5)],
)
def test_a_chosen_category_answers_what_was_left_open(category, low, high):
    assert impact_of(publication_category=category)[:2] == (low, high)


def test_an_answer_that_is_heavier_than_the_category_wins():
    assert impact_of(publication_category="Overige algoritmes", test_legal_effect="Ja")[:2] == (4, 4)


def test_special_data_and_no_people_together_raise_by_one_and_never_above_five():
    both = {"personal_data": "Bijzondere persoonsgegevens", "human_intervention": "Nee"}
    assert impact_of(**ALL_NO | {"test_legal_effect": "Ja"} | both)[:2] == (5, 5)
    assert impact_of(**ALL_NO | {"test_high_risk": "Ja"} | both)[:2] == (5, 5)


def test_a_complete_registration_is_the_easiest_and_an_empty_one_is_hard():
    assert _measured("ease", COMPLETE) == (5, 5, "0 velden leeg, 0 personen te spreken, ongeveer 0 minuten werk")
    low, high, signals = _measured("ease", {"name": "A"})
    assert low == high <= 3
    assert "velden leeg" in signals


def test_people_who_still_have_to_agree_make_it_harder_and_those_who_agreed_do_not():
    talk = {"registration_id": "a", "interviewee": "Eigenaar"}
    two = [talk, {**talk, "interviewee": "Jurist", "agreed": "Nee"}]
    assert _measured("ease", COMPLETE, interviews=two)[0] == 4
    assert _measured("ease", COMPLETE, interviews=[{**talk, "agreed": "Ja"}])[0] == 5
    assert _measured("ease", COMPLETE, interviews=[talk, talk])[2].startswith("0 velden leeg, 1 persoon te spreken")


def test_a_template_or_sibling_makes_it_easier_and_is_named():
    bare = {"name": "A"}
    without, _, _ = _measured("ease", bare)
    low, _, signals = _measured("ease", bare, head_starts={"a": "sjabloon van de leverancier"})
    assert low > without
    assert signals.endswith("; sjabloon van de leverancier")


def test_a_given_score_wins_over_a_measured_one_and_the_table_says_which():
    risky = ALL_NO | {"risk_selection": "Ja"}
    rows = {"a": risky | {"name": "A", "score_impact": "2"}, "b": risky | {"name": "B"}}
    table = rank(inventory_of(rows), settings=Priority(draws=100)).table

    assert table["source_impact"].to_dict() == {"a": "gegeven", "b": "gemeten"}
    assert table["score_impact"].to_dict() == {"a": 2, "b": 4}
    assert table["signals_impact"].to_dict() == {"a": "", "b": "risicoselectie"}
    assert table["signals_ease"].ne("").all()
    assert table["source_ease"].eq("gemeten").all()
    assert table["source_urgency"].eq("onbekend").all()
