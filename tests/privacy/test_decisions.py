"""Decisions survive new runs, ask again when a text changed, and count only when somebody stands behind them."""

from datetime import date

import openpyxl
import pytest

from algreg_lib.errors import InputError, SettingError
from algreg_lib.privacy import (
    CHOICES,
    asked,
    current,
    decide,
    no_decisions,
    open_findings,
    privacy_findings,
    read_decisions,
    read_lists,
    settled,
    summary,
    undone,
    write_decisions,
)

DAY = date(2026, 11, 21)
GOAL = "Contactpersoon: Marloes van Kesteren. Zij helpt burgers."


@pytest.fixture
def findings(inventory, findings_of):
    return findings_of(inventory({"name": "Scan", "goal": GOAL, "remarks": "Piet de Vries"}))


def test_only_what_can_get_out_is_examined_and_says_where_it_stands(findings):
    assert findings[["registration_id", "field", "kind", "start", "end", "text"]].to_numpy().tolist() == [
        ["a", "goal", "name", 16, 36, "Marloes van Kesteren"]
    ]
    assert findings["value"].tolist() == [GOAL]


def test_the_key_of_a_finding_is_the_same_in_every_run_and_other_when_the_text_changed(
    inventory, findings_of, findings
):
    again = findings_of(inventory({"name": "Scan", "goal": GOAL}))
    edited = findings_of(inventory({"name": "Scan", "goal": GOAL + " Ook ondernemers."}))
    assert again["key"].tolist() == findings["key"].tolist() == ["468503d30f7deccd37d8"]
    assert edited["text"].tolist() == findings["text"].tolist()
    assert edited["key"].tolist() != findings["key"].tolist()


def test_a_file_read_back_holds_the_decision_who_made_it_and_when(tmp_path, findings):
    path = tmp_path / "besluiten.xlsx"
    log = decide(asked(findings, no_decisions()), findings["key"][0], "maskeren", by="An", on=DAY, remark="=1+1")
    write_decisions(path, findings, log)
    last = current(read_decisions(path)).loc[findings["key"][0]]
    assert last[["decision", "by", "on", "remark", "kind"]].tolist() == ["maskeren", "An", "2026-11-21", "=1+1", "name"]
    assert last["sentence"] == "Contactpersoon: «Marloes van Kesteren»."


def test_writing_what_was_read_gives_the_same_bytes(tmp_path, findings):
    first, second = tmp_path / "een.xlsx", tmp_path / "twee.xlsx"
    log = decide(asked(findings, no_decisions()), findings["key"][0], "behouden", by="An", on=DAY)
    write_decisions(first, findings, log)
    write_decisions(second, findings, read_decisions(first))
    assert first.read_bytes() == second.read_bytes()


def test_an_edited_text_is_asked_again_and_the_old_decision_is_kept_for_when_it_comes_back(
    tmp_path, inventory, findings_of, findings
):
    path = tmp_path / "besluiten.xlsx"
    write_decisions(
        path, findings, decide(asked(findings, no_decisions()), findings["key"][0], "behouden", by="An", on=DAY)
    )
    edited = findings_of(inventory({"name": "Scan", "goal": GOAL.upper().title() + " Marloes van Kesteren"}))
    write_decisions(path, edited, read_decisions(path))
    assert len(open_findings(edited, read_decisions(path))) == len(edited) > 0
    lapsed = openpyxl.load_workbook(path)["Vervallen"]
    assert [lapsed.cell(2, 1).value, lapsed.cell(2, 2).value] == ["behouden", "An"]
    assert open_findings(findings, read_decisions(path)).empty


def test_a_choice_typed_in_excel_counts_with_name_and_date_and_stays_in_the_history(tmp_path, findings):
    path = tmp_path / "besluiten.xlsx"
    write_decisions(
        path, findings, decide(asked(findings, no_decisions()), findings["key"][0], "behouden", by="An", on=DAY)
    )
    book = openpyxl.load_workbook(path)
    book["Besluiten"]["A2"], book["Besluiten"]["B2"], book["Besluiten"]["C2"] = "Maskeren", "Bo", date(2026, 12, 1)
    book.save(path)
    log = read_decisions(path)
    assert log[["decision", "by", "on"]].to_numpy().tolist() == [
        ["behouden", "An", "2026-11-21"],
        ["maskeren", "Bo", "2026-12-01"],
    ]
    assert settled(undone(log, findings["key"][0])).tolist() == ["behouden"]
    write_decisions(path, findings, log)
    assert len(read_decisions(path)) == 2


@pytest.mark.parametrize(("choice", "by"), [("maskeren", ""), ("weg ermee", "Bo"), ("open", "Bo"), ("", "")])
def test_a_choice_without_a_name_or_from_outside_the_list_leaves_the_finding_open(tmp_path, findings, choice, by):
    path = tmp_path / "besluiten.xlsx"
    write_decisions(path, findings, no_decisions())
    book = openpyxl.load_workbook(path)
    book["Besluiten"]["A2"], book["Besluiten"]["B2"], book["Besluiten"]["C2"] = choice, by, "2026-12-01"
    book.save(path)
    log = read_decisions(path)
    assert len(open_findings(findings, log)) == 1
    assert ("ontbreekt Wie" in summary(findings, log)) == (choice not in {"open", ""})


def test_undoing_the_only_decision_opens_the_finding_again(findings):
    key = findings["key"][0]
    log = decide(asked(findings, no_decisions()), key, "behouden", by="An", on=DAY)
    assert settled(undone(log, key)).empty
    assert settled(undone(undone(log.tail(1), key), key)).empty
    assert settled(log).tolist() == ["behouden"]


def test_deciding_changes_no_argument_and_refuses_what_it_does_not_know(findings):
    log = asked(findings, no_decisions())
    before = log.copy()
    decide(log, findings["key"][0], "behouden", by="An", on=DAY)
    assert log.equals(before)
    with pytest.raises(KeyError):
        decide(log, "onbekend", "behouden", by="An", on=DAY)
    with pytest.raises(ValueError, match="weg"):
        decide(log, findings["key"][0], "weg", by="An", on=DAY)


def test_the_file_has_one_header_row_a_drop_down_and_an_explanation(tmp_path, findings):
    path = tmp_path / "besluiten.xlsx"
    write_decisions(path, findings, no_decisions())
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Besluiten", "Uitleg", "Geschiedenis", "Vervallen"]
    page = book["Besluiten"]
    assert [cell.value for cell in page[1]][:4] == ["Besluit", "Wie", "Wanneer", "Opmerking"]
    (choice,) = page.data_validations.dataValidation
    assert choice.formula1 == f'"{",".join(CHOICES)}"'
    assert not page.merged_cells.ranges


def test_without_findings_the_file_can_still_be_read(tmp_path, inventory, findings_of):
    path = tmp_path / "besluiten.xlsx"
    nothing = findings_of(inventory({"name": "Scan"}))
    write_decisions(path, nothing, read_decisions(path))
    assert read_decisions(path).empty
    assert summary(nothing, no_decisions()).startswith("Niets gevonden")


def test_a_file_that_is_no_decisions_file_says_what_to_do(tmp_path):
    path = tmp_path / "besluiten.xlsx"
    path.write_text("geen Excel", encoding="utf-8")
    with pytest.raises(InputError, match="algreg privacy"):
        read_decisions(path)
    openpyxl.Workbook().save(path)
    with pytest.raises(InputError, match="blad Besluiten"):
        read_decisions(path)


def test_the_lists_of_the_workspace_add_to_those_of_the_package(tmp_path, inventory):
    (tmp_path / "privacy-toestaan.txt").write_text(
        "Marloes van Kesteren  # staat in het persbericht\n", encoding="utf-8"
    )
    (tmp_path / "privacy-melden.txt").write_text("burgers | interne opmerking\n\n# uitleg\n", encoding="utf-8")
    (tmp_path / "privacy-functiepostbussen.txt").write_text("hiemstra\n", encoding="utf-8")
    built = inventory({"goal": GOAL + " hiemstra@stad.nl"})
    found = privacy_findings(built, lists=read_lists(tmp_path))
    assert found[["kind", "text"]].to_numpy().tolist() == [["remark", "burgers"]]


def test_an_unknown_kind_in_a_list_names_the_kinds_there_are(tmp_path):
    (tmp_path / "privacy-melden.txt").write_text("burgers | soortje\n", encoding="utf-8")
    with pytest.raises(SettingError, match="interne opmerking"):
        read_lists(tmp_path)
