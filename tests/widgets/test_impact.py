"""The impact test: the AI Act, then the questions on impact, and the category with the answers that led to it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from algreg_lib.history import read_history
from algreg_lib.inventory import open_workbook, read_inventory, save_registration
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
    markup = assessment_markup("x", test, Answers(), {}, {})
    assert "hoort niet in het algoritmeregister" in markup
    assert "Overnemen" not in markup


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
    assert '<strong>Hoog-risico AI-systeem</strong> <span class="grijs">(nu: leeg, Registraties K4)</span>' in markup
    assert "Wat in het werkboek staat, telt" in markup
    assert "Hier beantwoord door Noor op 21 november 2026." in markup
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


def test_the_button_goes_through_all_algorithms_and_begins_again(found: Material) -> None:
    screen = ImpactTest(found)
    seen = [screen.chosen.value]
    for _ in range(3):
        screen.forward()
        seen.append(screen.chosen.value)
    assert set(seen) == {"a1", "a2", "a3"}
    assert seen[0] == seen[3]
    assert screen._names[seen[3]] in unescape(screen.page.markup)


def row(found: Material, key: str = "a3") -> dict[str, str]:
    registrations = read_inventory(found.workspace.inventory).registrations
    return {name: text for name, text in registrations.loc[key].items() if isinstance(text, str)}


@pytest.fixture
def answered(found: Material) -> Iterator[ImpactTest]:
    """The test of a3, walked to its end; the workbook is as it was afterwards."""
    before = found.workspace.inventory.read_bytes()
    rest = {"test_legal_effect": "Ja", "test_classifies": "Nee", "test_own_judgement": "Nee", "risk_selection": "Nee"}
    given = Answers(given=NO_AI | rest, by="Noor", on=date(2026, 11, 21))
    write_answers(found.workspace.folder / ANSWERS_FILE, {"a3": given})
    screen = ImpactTest(found, by="Noor")
    screen.chosen.value = "a3"
    yield screen
    found.workspace.inventory.write_bytes(before)


def test_answers_are_taken_over_in_the_workbook_and_stand_only_there_from_then_on(
    found: Material, answered: ImpactTest
) -> None:
    assert "Overnemen in het werkboek" in answered.page.markup
    press(answered, "take", "")
    taken = row(found)
    assert {key: taken[key] for key in ("test_high_risk", "test_legal_effect", "publication_category")} == {
        "test_high_risk": "Nee",
        "test_legal_effect": "Ja",
        "publication_category": "Impactvolle algoritmes",
    }
    assert taken["changed_by"] == "Noor"
    assert dict(read_answers(found.workspace.folder / ANSWERS_FILE)["a3"].given) == NO_AI
    assert answered.page.told.startswith("Overgenomen in inventaris.xlsx: ")
    assert "Het werkboek zegt hetzelfde." in answered.page.markup
    assert "uit het werkboek" in answered.page.markup
    assert set(read_history(found.workspace).events["field"]) >= {"test_legal_effect", "publication_category"}


def test_what_a_colleague_changes_in_the_workbook_counts(found: Material, answered: ImpactTest) -> None:
    press(answered, "take", "")
    opened = open_workbook(found.workspace.inventory)
    save_registration(opened, "a3", {"test_legal_effect": "Nee"}, by="Emre", on=date(2026, 11, 22))
    again = ImpactTest(replace(found, inventory=read_inventory(found.workspace.inventory)))
    again.chosen.value = "a3"
    assert again.assessment.category is not None
    assert again.assessment.category.letter == "C"


def test_taking_over_is_refused_when_a_colleague_changed_the_same_answer_meanwhile(
    found: Material, answered: ImpactTest
) -> None:
    opened = open_workbook(found.workspace.inventory)
    save_registration(opened, "a3", {"test_legal_effect": "Weet ik niet"}, by="Emre", on=date(2026, 11, 22))
    press(answered, "take", "")
    assert "intussen veranderd" in answered.page.told
    assert row(found)["test_legal_effect"] == "Weet ik niet"
    assert "nu: Weet ik niet" in answered.page.markup
    press(answered, "take", "")
    assert row(found)["test_legal_effect"] == "Ja"


def test_taking_over_waits_for_excel_to_close_the_workbook(found: Material, answered: ImpactTest) -> None:
    lock = found.workspace.folder / "~$inventaris.xlsx"
    lock.write_bytes(b"")
    press(answered, "take", "")
    lock.unlink()
    assert "staat open in Excel" in answered.page.told
    assert "test_legal_effect" not in row(found)
    assert "test_legal_effect" in read_answers(found.workspace.folder / ANSWERS_FILE)["a3"].given
