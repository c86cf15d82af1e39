"""What was answered in the notebook counts when it stands in the workbook, and until then that is told."""

from datetime import date

import pytest
from typer.testing import CliRunner

from algreg_lib.inventory import write_inventory
from algreg_lib.priority import ANSWERS_FILE, Answers, impact_answers, not_taken_over, rank, write_answers
from algreg_lib.workspace import Priority
from tests.priority.inventories import inventory_of
from tests.priority.test_decision_path import TAIL, TO_AREA

HIGH = {**TO_AREA, "product": "Ja, afdeling A", **TAIL}
NOT_HIGH = {**TO_AREA, "gebied": "Nee", **TAIL, "test_legal_effect": "Ja"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, {}),
        (HIGH, {"test_high_risk": "Ja"}),
        (NOT_HIGH, {"test_high_risk": "Nee", "test_legal_effect": "Ja"}),
        ({"algoritme": "Ja", "test_legal_effect": "Ja"}, {}),
        ({"algoritme": "Nee", "test_legal_effect": "Ja"}, {}),
    ],
)
def test_the_answers_on_the_impact_test_follow_when_the_path_has_ended_with_a_category(given, expected):
    assert impact_answers(given) == expected


@pytest.mark.parametrize(("there", "told"), [(None, "staat niets, en dat telt"), ("Ja", "staat Ja, en dat telt")])
def test_an_answer_that_is_not_in_the_workbook_is_a_finding_that_says_which_counts(there, told):
    inventory = inventory_of({"a": {"name": "A", "test_high_risk": there, "test_legal_effect": "ja "}})
    findings = not_taken_over(inventory, {"a": Answers(given=NOT_HIGH, by="De analist", on=date(2026, 11, 21))})

    assert findings[["registration_id", "field", "rule", "severity", "value"]].to_numpy().tolist() == [
        ["a", "test_high_risk", "antwoord-niet-overgenomen", "warning", there or ""]
    ]
    assert told in findings.loc[0, "message"]
    assert "'Nee' geantwoord op: Is het een AI-systeem met hoog risico?" in findings.loc[0, "message"]
    assert "Dat deed De analist op 2026-11-21." in findings.loc[0, "message"]


def test_an_answer_that_was_taken_over_or_is_of_another_list_is_no_finding():
    inventory = inventory_of({"a": {"name": "A", "test_high_risk": "Ja"}})

    assert not_taken_over(inventory, {"a": Answers(given=HIGH), "elders": Answers(given=NOT_HIGH)}).empty
    assert not_taken_over(inventory, {}).empty


def test_the_answers_of_the_notebook_never_move_the_ranking_and_the_headline_tells_of_them():
    rows = {"a": {"name": "A", "test_high_risk": "Nee"}, "b": {"name": "B", "test_high_risk": "Ja"}}
    settings = Priority(draws=100)
    ranking = rank(inventory_of(rows), settings=settings, answers={"a": Answers(given=HIGH)})

    assert ranking.table.equals(rank(inventory_of(rows), settings=settings).table)
    told = "1 antwoord uit het notebook Impacttoets staat nog niet in het werkboek: zie Bevindingen."
    assert ranking.headline.endswith(told)


def test_the_command_finds_the_answers_of_the_workspace(tmp_path):
    from algreg_lib.cli import app

    write_inventory(inventory_of({"a": {"name": "A"}}), tmp_path / "inventaris.xlsx")
    write_answers(tmp_path / ANSWERS_FILE, {"a": Answers(given=HIGH)})
    done = CliRunner().invoke(app, ["rank", "-w", str(tmp_path), "-o", str(tmp_path)])

    assert done.exit_code == 0, done.output
    assert "1 antwoord uit het notebook Impacttoets" in done.output
