"""The impact test: the AI Act, then the questions on impact, and the category with the answers that led to it."""

from datetime import date

import pytest

from algreg_lib.priority import ANSWERS_FILE, Answers, read_answers, write_answers
from algreg_lib.widgets.impact import (
    DERIVED,
    HERE,
    INVENTORY,
    all_answers,
    assess,
    assessment_markup,
    shortcuts,
    to_take_over,
    without,
)
from algreg_lib.widgets.impact_screen import ImpactTest
from algreg_lib.widgets.session import Material
from tests.widgets.conftest import ATTACK

NO_AI = {"algoritme": "Ja", "rol": "Aanbieder", "fase": "Ja", "ai_systeem": "Nee", "algemene_doeleinden": "Nee"}
HIGH = NO_AI | {"ai_systeem": "Ja", "uitzondering": "Nee", "verboden": "Nee", "product": "Nee"}
HIGH |= {"gebied": "Ja", "profilering": "Ja", "transparantie": "Nee", "open_source": "Nee"}


def press(screen: ImpactTest, action: str, value: str) -> None:
    screen.page._received(None, {"action": action, "value": value, "shown": screen.page.shown}, None)


def test_the_first_question_comes_first() -> None:
    test = assess({}, {})
    assert test.next is not None
    assert (test.next.id, test.said, test.category) == ("algoritme", (), None)


def test_high_risk_settles_the_category_without_further_questions() -> None:
    test = assess(HIGH, {"test_legal_effect": "Nee"})
    assert test.next is None
    assert test.category is not None
    assert test.category.letter == "A"
    assert {entry.id: entry.origin for entry in test.said if entry.id.startswith("test_")} == {
        "test_high_risk": DERIVED,
        "test_legal_effect": INVENTORY,
    }


def test_without_ai_the_questions_on_impact_follow_and_the_inventory_answers_what_it_knows() -> None:
    test = assess(NO_AI, {"risk_selection": "Nee", "test_legal_effect": "misschien"})
    assert test.next is not None
    assert test.next.id == "test_legal_effect"
    answered = NO_AI | {"test_legal_effect": "Nee", "test_classifies": "Nee", "test_own_judgement": "Nee"}
    test = assess(answered, {"risk_selection": "Nee"})
    assert test.next is None
    assert test.category is not None
    assert (test.category.letter, test.category.certain) == ("C", True)


def test_an_answer_here_counts_above_the_inventory() -> None:
    known = dict.fromkeys(("risk_selection", "test_legal_effect", "test_classifies", "test_own_judgement"), "Nee")
    test = assess(NO_AI | {"test_legal_effect": "Ja"}, known)
    assert test.category is not None
    assert test.category.letter == "B"
    taken = to_take_over(test, known)
    assert taken == {
        "test_high_risk": "Nee",
        "test_legal_effect": "Ja",
        "publication_category": "Impactvolle algoritmes",
    }
    assert to_take_over(test, known | taken) == {}


def test_no_algorithm_has_no_category() -> None:
    test = assess({"algoritme": "Nee"}, {"test_legal_effect": "Ja"})
    assert (test.next, test.category) == (None, None)
    assert "hoort niet in het algoritmeregister" in assessment_markup("x", test, Answers(), {}, {})


def test_a_changed_answer_asks_again_and_keeps_the_others() -> None:
    again = assess(without(HIGH, "gebied"), {})
    assert again.next is not None
    assert again.next.id == "gebied"
    assert assess({**without(HIGH, "gebied"), "gebied": "Ja"}, {}).next is None
    assert set(HIGH) - set(without(HIGH, "")) == {"open_source"}


def test_digits_answer_and_backspace_goes_back() -> None:
    assert shortcuts(assess({}, {})) == {
        "1": ["answer", "Ja"],
        "2": ["answer", "Nee"],
        "3": ["answer", "Weet ik niet"],
    }
    assert shortcuts(assess(HIGH, {})) == {"backspace": ["change", ""]}


def test_the_outcome_tells_the_answers_the_dates_and_the_cells() -> None:
    entry = Answers(given=HIGH, by="Noor", on=date(2026, 11, 21))
    markup = assessment_markup("Naam", assess(HIGH, {}), entry, {}, {"publication_category": "Registraties K4"})
    assert "Categorie A (Hoog-risico AI-systeem), door:" in markup
    assert "(Registraties K4)" in markup
    assert "Hier beantwoord door Noor op 2026-11-21." in markup
    assert "<li>Maakt het een profiel van mensen? <strong>Ja</strong></li>" in markup
    assert "noemt een andere datum" in markup


def test_doubt_is_told_with_what_it_does() -> None:
    doubt = HIGH | {"profilering": "Weet ik niet"}
    assert "Daar is de zwaarste weg gekozen." in assessment_markup("x", assess(doubt, {}), Answers(), {}, {})


def test_texts_never_become_markup() -> None:
    known = {"publication_category": ATTACK}
    assert ATTACK not in assessment_markup(
        ATTACK, assess({}, known), Answers(given={}, by=ATTACK), known, {"x": ATTACK}
    )


def test_answers_are_in_the_file_at_once_and_there_again_next_time(found: Material) -> None:
    screen = ImpactTest(found, by="Noor")
    screen.chosen.value = "a3"
    press(screen, "answer", "Ja")
    press(screen, "answer", "bestaat niet")
    press(screen, "answer", "Importeur")
    path = found.workspace.folder / ANSWERS_FILE
    assert dict(read_answers(path)["a3"].given) == {"algoritme": "Ja", "rol": "Importeur"}
    again = ImpactTest(found)
    again.chosen.value = "a3"
    assert again.assessment.next is not None
    assert again.assessment.next.id == "fase"
    press(screen, "change", "")
    assert dict(read_answers(path)["a3"].given) == {"algoritme": "Ja"}


def test_an_answer_without_a_name_is_refused(found: Material) -> None:
    screen = ImpactTest(found)
    press(screen, "answer", "Ja")
    assert "Uw naam ontbreekt" in screen.page.told
    assert not (found.workspace.folder / ANSWERS_FILE).exists()


def test_answers_of_somebody_else_are_shown_before_ours_count(found: Material) -> None:
    screen = ImpactTest(found, by="Noor")
    path = found.workspace.folder / ANSWERS_FILE
    others = {"a9": Answers(given={"rol": "Importeur"}, by="Emre")}
    theirs = Answers(given={"algoritme": "Nee"}, by="Emre", on=date(2026, 11, 20))
    write_answers(path, {**others, screen.chosen.value: theirs})
    press(screen, "answer", "Ja")
    assert "Iemand heeft intussen" in screen.page.told
    assert read_answers(path)[screen.chosen.value] == theirs
    press(screen, "change", "algoritme")
    assert read_answers(path)["a9"] == others["a9"]
    assert dict(read_answers(path)[screen.chosen.value].given) == {}


@pytest.mark.parametrize(
    ("given", "told"), [({}, "nog niet begonnen"), ({"algoritme": "Ja"}, "nog bezig"), (HIGH, "hoog-risico AI")]
)
def test_the_still_table_tells_how_far_each_is(found: Material, given: dict[str, str], told: str) -> None:
    answers = {"a1": Answers(given=given, by="Noor", on=date(2026, 11, 21))}
    table = all_answers(found.inventory, answers, {"a1": "Parkeren"}).set_index("Algoritme")
    assert table.at["Parkeren", "AI-verordening"] == told
    assert len(table) == 3


def test_where_an_answer_came_from_is_told() -> None:
    assert [entry.origin for entry in assess({"algoritme": "Ja"}, {"test_legal_effect": "Ja"}).said] == [HERE]
