"""Decisions survive new runs, ask again when a text changed, and count only when somebody stands behind them."""

from datetime import date, datetime, time

import openpyxl
import pytest

from algreg_lib.errors import InputError, OutputError, SettingError
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
from algreg_lib.privacy.decisions import sentence

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
    assert list(read_decisions(path).columns) == list(log.columns)


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


@pytest.mark.parametrize(
    ("choice", "by", "on"),
    [
        ("maskeren", "", "2026-12-01"),
        ("maskeren", " ", "2026-12-01"),
        ("maskeren", "Bo", ""),
        ("weg ermee", "Bo", "2026-12-01"),
        ("open", "Bo", "2026-12-01"),
        ("", "", ""),
    ],
)
def test_a_choice_without_name_or_date_or_from_outside_the_list_leaves_the_finding_open(
    tmp_path, findings, choice, by, on
):
    path = tmp_path / "besluiten.xlsx"
    write_decisions(path, findings, no_decisions())
    book = openpyxl.load_workbook(path)
    book["Besluiten"]["A2"], book["Besluiten"]["B2"], book["Besluiten"]["C2"] = choice, by, on
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


@pytest.fixture
def three(inventory, findings_of):
    """Findings in three fields of two registrations."""
    return findings_of(inventory({"goal": GOAL, "risks": "Bel 06-12345678."}, {"goal": "Mail j.jansen@stad.nl."}))


def test_of_several_findings_each_keeps_its_own_last_decision(three):
    first, second, third = three["key"]
    log = asked(three, no_decisions())
    log = decide(log, third, "maskeren", by="An", on=DAY)
    log = decide(log, first, "behouden", by="An", on=DAY)
    log = decide(log, third, "veld achterhouden", by="Bo", on=DAY)
    assert settled(log).to_dict() == {first: "behouden", third: "veld achterhouden"}
    assert current(log).index.tolist() == [first, second, third]
    assert current(log)["decision"].tolist() == ["behouden", "open", "veld achterhouden"]
    assert open_findings(three, log)["key"].tolist() == [second]
    assert settled(undone(log, third)).to_dict() == {first: "behouden", third: "maskeren"}
    assert settled(undone(undone(log, third), third)).to_dict() == {first: "behouden"}


def test_only_a_finding_that_the_log_does_not_know_is_asked(three):
    log = asked(three.head(1), no_decisions())
    log = decide(log, three["key"][0], "behouden", by="An", on=DAY)
    more = asked(three, log)
    assert more["key"].tolist() == [three["key"][0], *three["key"]]
    assert more["decision"].tolist() == ["open", "behouden", "open", "open"]
    assert asked(three, more).equals(more)


def test_the_summary_counts_what_is_open_and_in_how_many_registrations(three):
    log = asked(three, no_decisions())
    assert summary(three, log).splitlines() == [
        "3 mogelijk privacygevoelige teksten gevonden, 3 nog open in 2 registraties.",
        "Nog open: naam (1), telefoonnummer (1), e-mailadres (1).",
        "Kies in het bestand hieronder per rij een besluit en draai dit commando opnieuw.",
    ]
    for key in three["key"][1:]:
        log = decide(log, key, "maskeren", by="An", on=DAY)
    assert summary(three, log).startswith("3 mogelijk privacygevoelige teksten gevonden, 1 nog open in 1 registratie.")
    log = decide(log, three["key"][0], "maskeren", by="An", on=DAY)
    assert summary(three, log) == "3 mogelijk privacygevoelige teksten gevonden. Over alles is besloten."


@pytest.mark.parametrize(
    ("value", "sentence_of"),
    [
        ("Eerst dit. Dan belt X met mij. En dan?", "Dan belt «X» met mij."),
        ("Zie a.b. van X bij art. 5 en verder", "Zie a.b. van «X» bij art. 5 en verder"),
        ("Regel een\n  X staat op regel twee\nregel drie", "«X» staat op regel twee"),
        ("Wie is dat? X! Echt", "«X»!"),
        ("Eerst dit. Vraag het mw. X. Dan dat.", "Vraag het mw. «X»."),
        ("T.a.v. P. X op 3 mei. Dan dat.", "T.a.v. P. «X» op 3 mei."),
        ("Vraag het X van afdeling B. Dan dat.", "Vraag het «X» van afdeling B. Dan dat."),
        ("X", "«X»"),
    ],
)
def test_a_finding_is_shown_in_its_sentence(value, sentence_of):
    start = value.index("X")
    assert sentence(value, start, start + 1) == sentence_of


def test_a_long_sentence_is_cut_around_the_finding_and_says_so():
    value = "a" * 20 + "X" + "b" * 20
    assert sentence(value, 20, 21, longest=20) == f"{'a' * 20}«X»{'b' * 20}"
    assert sentence(value, 20, 21, longest=19) == f"… {'a' * 19}«X»{'b' * 19} …"


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
    assert [str(place.sqref) for place in page.conditional_formatting] == ["A2"]
    explained = [cell.value for cell in book["Uitleg"]["A"]]
    assert set(CHOICES) < set(explained)
    assert all(book["Uitleg"].cell(row, 2).value for row in range(1, len(explained) + 1))


def test_without_findings_the_file_can_still_be_read(tmp_path, inventory, findings_of):
    path = tmp_path / "besluiten.xlsx"
    nothing = findings_of(inventory({"name": "Scan"}))
    write_decisions(path, nothing, read_decisions(path))
    assert read_decisions(path).empty
    assert not openpyxl.load_workbook(path)["Besluiten"].data_validations.dataValidation
    assert summary(nothing, no_decisions()).startswith("Niets gevonden")


def test_a_file_that_is_no_decisions_file_says_what_to_do(tmp_path):
    path = tmp_path / "besluiten.xlsx"
    path.write_text("geen Excel", encoding="utf-8")
    with pytest.raises(InputError, match="algreg privacy"):
        read_decisions(path)
    openpyxl.Workbook().save(path)
    with pytest.raises(InputError, match="blad Besluiten"):
        read_decisions(path)


@pytest.mark.parametrize("column", ["Besluit", "Sleutel"])
def test_a_column_that_is_gone_is_named_and_no_decision_is_lost_in_silence(tmp_path, findings, column):
    path = tmp_path / "besluiten.xlsx"
    write_decisions(path, findings, no_decisions())
    book = openpyxl.load_workbook(path)
    (cell,) = (cell for cell in book["Besluiten"][1] if cell.value == column)
    cell.value = "Iets anders"
    book.save(path)
    with pytest.raises(InputError, match="kolom Besluit of Sleutel"):
        read_decisions(path)


def test_columns_in_another_order_and_a_row_without_key_are_read_as_they_are(tmp_path, findings):
    path = tmp_path / "besluiten.xlsx"
    write_decisions(path, findings, no_decisions())
    book = openpyxl.load_workbook(path)
    page = book["Besluiten"]
    page["A2"], page["B2"], page["C2"], page["D2"] = (
        "BEHOUDEN ",
        " Bo",
        datetime.combine(date(2026, 12, 1), time(8, 30)),
        12.0,
    )
    page.insert_cols(1)
    page["A3"] = "een losse notitie"
    book.save(path)
    log = read_decisions(path)
    assert log[["key", "decision", "by", "on", "remark", "kind"]].to_numpy().tolist() == [
        [findings["key"][0], "behouden", "Bo", "2026-12-01", "12", "name"]
    ]


def test_the_finding_stands_out_in_its_sentence_and_a_formula_stays_text(tmp_path, inventory, findings_of):
    path = tmp_path / "besluiten.xlsx"
    found = findings_of(inventory({"goal": "=1+1; Contactpersoon: Marloes van Kesteren."}))
    write_decisions(path, found, no_decisions())
    page = openpyxl.load_workbook(path, rich_text=True)["Besluiten"]
    (column,) = (cell.column for cell in page[1] if cell.value == "Zin")
    before, stretch, behind = page.cell(2, column).value
    assert (before, stretch.text, behind.text) == ("=1+1; Contactpersoon: ", "«Marloes van Kesteren»", ".")
    assert (stretch.font.b, behind.font.b) == (True, False)


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


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("21-11-2026", "2026-11-21"),
        ("1/2/2026", "2026-02-01"),
        ("21 november 2026", "2026-11-21"),
        ("3 mrt. 2026", "2026-03-03"),
        ("3 maart 2026", "2026-03-03"),
        (46347, "2026-11-21"),
        ("2026-11-21", "2026-11-21"),
        ("gisteren", "gisteren"),
        ("31-11-2026", "31-11-2026"),
        ("2026-13-01", "2026-13-01"),
        ("3 brumaire 2026", "3 brumaire 2026"),
        ("x", "x"),
    ],
)
def test_a_decision_counts_on_a_date_in_any_notation_and_on_nothing_else(tmp_path, findings, typed, day):
    path = tmp_path / "besluiten.xlsx"
    write_decisions(path, findings, no_decisions())
    book = openpyxl.load_workbook(path)
    book["Besluiten"]["A2"], book["Besluiten"]["B2"], book["Besluiten"]["C2"] = "maskeren", "Bo", typed
    book.save(path)
    log = read_decisions(path)
    assert log["on"].iloc[-1] == day
    counts = day.startswith("2026-") and day != "2026-13-01"
    assert len(open_findings(findings, log)) == (0 if counts else 1)
    assert ("geen datum" in summary(findings, log)) != counts


def test_rows_that_were_sorted_apart_decide_nothing(tmp_path, three):
    """Somebody sorts a few columns only: then a decision stands beside another key."""
    path = tmp_path / "besluiten.xlsx"
    findings, log = three, asked(three, no_decisions())
    for key, choice in zip(findings["key"], ("behouden", "maskeren", "behouden"), strict=True):
        log = decide(log, key, choice, by="An", on=DAY)
    write_decisions(path, findings, log)
    assert len(open_findings(findings, read_decisions(path))) == 0
    book = openpyxl.load_workbook(path)
    page = book["Besluiten"]
    titles = {cell.value: cell.column for cell in page[1]}
    one, other = (page.cell(row, titles["Sleutel"]) for row in (2, 3))
    one.value, other.value = other.value, one.value
    book.save(path)
    left = open_findings(findings, read_decisions(path))
    assert len(left) == 2
    assert "los gesorteerd" in summary(findings, read_decisions(path))


@pytest.mark.parametrize("found", ["Jan\x01sen", "_x0041_nna", " O'Neill ", "'t Hoen", "=An", "Jan\r\nsen", "👩 Ali"])
def test_a_text_that_excel_writes_in_another_way_is_the_same_text(tmp_path, findings, found):
    path = tmp_path / "besluiten.xlsx"
    odd = findings.assign(text=found, value=f"Vraag {found} hier.", start=6, end=6 + len(found))
    log = decide(asked(odd, no_decisions()), odd["key"][0], "behouden", by="An", on=DAY)
    write_decisions(path, odd, log)
    assert open_findings(odd, read_decisions(path)).empty


@pytest.mark.parametrize("sign", ["~$besluiten.xlsx", ".~lock.besluiten.xlsx#"])
def test_decisions_that_somebody_has_open_are_not_written_over(tmp_path, findings, sign):
    path = tmp_path / "besluiten.xlsx"
    write_decisions(path, findings, no_decisions())
    before = path.read_bytes()
    (tmp_path / sign).touch()
    with pytest.raises(OutputError, match="staat open in Excel"):
        write_decisions(path, findings, no_decisions())
    (tmp_path / sign).unlink()
    assert path.read_bytes() == before
