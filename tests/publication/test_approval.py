"""People approve a text, and agree with one, not with a row: when the text changes that lapses, and it is said."""

import openpyxl
import pandas as pd
import pytest

from algreg_lib.publication import write_copy
from algreg_lib.publication.approval import approval_in, approval_mark

ROW = {"owner": "A. Ander", "goal": "Wachttijd korter."}


def _waits(copy) -> list[str]:
    found = copy.withheld[copy.withheld["rule"] == "tweede-persoon"]
    return [str(reason) for reason in found["reason"]]


def _mark(copy_of, row: dict[str, str]) -> str:
    return approval_mark(copy_of(row).published.iloc[0].to_dict())


@pytest.fixture
def mark(copy_of) -> str:
    """The mark of the text of ROW."""
    return _mark(copy_of, ROW)


def test_without_the_rule_nobody_has_to_approve(copy_of):
    assert _waits(copy_of(ROW)) == []


def test_what_somebody_else_read_goes_out(copy_of, mark):
    for cell in (f"B. Tweede | {mark}", f"b. tweede|{mark.upper()} "):
        copy = copy_of(ROW | {"approved_by": cell}, require_second_person=True)
        assert _waits(copy) == []
        assert list(copy.published.index) == ["reg-1"]
        assert copy.to_approve.empty


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("", "Een tweede persoon heeft deze tekst nog niet goedgekeurd."),
        ("B. Tweede", "Niet te zien is welke tekst B. Tweede heeft goedgekeurd"),
        ("B. Tweede | 00000000", "De tekst is veranderd nadat B. Tweede hem goedkeurde"),
        ("B. Tweede | {mark}0", "De tekst is veranderd nadat B. Tweede hem goedkeurde"),
        ("a. ander | {mark}", "De eigenaar heeft dit zelf goedgekeurd"),
        ("| {mark}", "Een tweede persoon heeft deze tekst nog niet goedgekeurd."),
    ],
)
def test_anything_else_holds_the_registration_back_and_says_what_to_fill_in(copy_of, mark, cell, told):
    copy = copy_of(ROW | {"approved_by": cell.format(mark=mark)}, require_second_person=True)
    (reason,) = _waits(copy)
    assert reason.startswith(told)
    assert reason.endswith(f"invullen: naam | {mark}")
    assert list(copy.to_approve.index) == ["reg-1"]


@pytest.mark.parametrize("key", ["goal", "name", "risks", "tags", "contact_email"])
def test_each_change_of_the_text_ends_the_approval(copy_of, mark, key):
    changed = ROW | {key: "iets anders", "approved_by": f"B. Tweede | {mark}"}
    assert _waits(copy_of(changed, require_second_person=True))[0].startswith("De tekst is veranderd")


@pytest.mark.parametrize(
    "row",
    [{"lars": "27965463"}, {"publication_dt": "2026-01-01"}, {"remarks": "gelezen"}, {"standard_version": "1.0.0"}],
)
def test_what_the_register_or_the_workbench_fills_in_does_not(copy_of, mark, row):
    assert _mark(copy_of, ROW | row) == mark


def test_a_field_that_is_withheld_later_is_another_text(copy_of, mark):
    row = ROW | {"risks": "iets", "withhold_ground": "Risicobeheer: Woo 5.1.2.d"}
    assert _mark(copy_of, ROW | {"risks": "iets"}) != _mark(copy_of, row) == mark


def test_two_fields_do_not_run_together():
    assert approval_mark({"name": "ab", "goal": "c"}) != approval_mark({"name": "a", "goal": "bc"})
    assert approval_mark({"name": "a"}) != approval_mark({"goal": "a"})


def test_approving_comes_last(copy_of):
    copy = copy_of(ROW | {"publish": "Nee"}, require_second_person=True)
    assert _waits(copy)[0].endswith("Doe dat als laatste, als de tekst verder klaar is.")
    assert copy.to_approve.empty


@pytest.mark.parametrize(
    ("cell", "by", "mark"), [("", "", ""), ("Jo", "Jo", ""), ("Jo | AB12 ", "Jo", "ab12"), ("a | b | c", "a | b", "c")]
)
def test_the_cell_is_read_as_a_name_and_a_mark(cell, by, mark):
    assert approval_in(cell) == (by, mark)


def test_the_second_person_reads_what_would_be_published(copy_of, workspace, mark):
    rows = (ROW | {"risks": "geheim", "withhold_ground": "Risicobeheer: Woo 5.1.2.d"}, {"publish": "Nee"})
    written = write_copy(copy_of(*rows, require_second_person=True), workspace)
    path = workspace.internal / "ter-goedkeuring.xlsx"
    assert written[-1] == path
    book = openpyxl.load_workbook(path)
    _, *listed = book["Goed te keuren"].iter_rows(values_only=True)
    assert [(row[0], row[2]) for row in listed] == [("reg-1", f"uw naam | {mark}")]
    texts = {row[1]: row[2] for row in book["Teksten"].iter_rows(min_row=2, values_only=True)}
    assert texts["Doel en impact"] == "Wachttijd korter."
    assert "geheim" not in texts.values()


def test_the_workbook_goes_when_nobody_has_to_read_any_more(copy_of, workspace, mark):
    write_copy(copy_of(ROW, require_second_person=True), workspace)
    write_copy(copy_of(ROW | {"approved_by": f"B. Tweede | {mark}"}, require_second_person=True), workspace)
    assert [path.name for path in sorted(workspace.internal.glob("*.xlsx"))] == ["verantwoording.xlsx"]


def test_the_mark_is_the_same_on_every_machine():
    assert approval_mark({"name": "Parkeren", "goal": pd.NA, "lars": "1"}) == "7689d28c"


def _agreement(*people: tuple[str, str, str]) -> tuple[dict[str, str], ...]:
    keys = ("interviewee", "agreed", "agreed_mark")
    return tuple({"registration_id": "reg-1"} | dict(zip(keys, person, strict=True)) for person in people)


def _asked(copy) -> list[str]:
    return [str(reason) for reason in copy.withheld.loc[copy.withheld["rule"] == "akkoord", "reason"]]


def test_who_agreed_with_the_text_of_now_agreed(copy_of, mark):
    people = _agreement(("An", "Ja", f"tekst {mark}"), ("Bo", "ja ", mark.upper()))
    copy = copy_of(ROW, interviews=people, require_agreement=True)
    assert _asked(copy) == []
    assert list(copy.published.index) == ["reg-1"]
    assert copy.to_agree.empty


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ([("An", "", "")], "Nog niet akkoord: An. "),
        ([("An", "Nee", "tekst {mark}")], "Nog niet akkoord: An. "),
        ([("An", "Ja", " ")], "Niet te zien is met welke tekst An akkoord ging: het kenmerk ontbreekt. "),
        ([("An", "Ja", "tekst 00000000")], "De tekst is veranderd nadat An akkoord gaf. "),
        ([("An", "Ja", "tekst 0"), ("Bo", "Ja", "{mark}"), ("Cé", "Ja", "1"), ("Di", "", "")],
         "De tekst is veranderd nadat An, Cé akkoord gaf. Nog niet akkoord: Di. "),
    ],
)  # fmt: skip
def test_any_other_answer_is_asked_again_with_what_to_fill_in(copy_of, mark, people, told):
    given = _agreement(*((who, yes, text.format(mark=mark)) for who, yes, text in people))
    copy = copy_of(ROW, interviews=given, require_agreement=True)
    (reason,) = _asked(copy)
    assert reason.startswith(told + "Vraag het na met de tekst in ter-akkoord.xlsx")
    assert reason.endswith(f"Kenmerk akkoord 'tekst {mark}'.")
    assert list(copy.to_agree.index) == ["reg-1"]
    assert _asked(copy_of(ROW, interviews=given)) == []


def test_each_change_of_the_text_ends_the_agreement_but_masking_and_withholding_do_not(
    copy_of, inventory, decided, mark
):
    people = _agreement(("An", "Ja", f"tekst {mark}"))
    changed = copy_of(ROW | {"goal": "Wachttijd langer."}, interviews=people, require_agreement=True)
    assert _asked(changed)[0].startswith("De tekst is veranderd nadat An akkoord gaf.")
    left = inventory(ROW | {"goal": "Wachttijd [naam]."}).registrations
    masked = copy_of(ROW, privacy=decided(left), interviews=people, require_agreement=True)
    withheld = ROW | {"withhold_ground": "goal: Woo 5.1.2.e"}
    assert _asked(masked) == _asked(copy_of(withheld, interviews=people, require_agreement=True)) == []


@pytest.mark.parametrize(("more", "listed"), [({}, True), ({"contact_email": ""}, False), ({"publish": "Nee"}, False)])
def test_only_a_text_that_is_ready_but_for_them_is_given_to_the_interviewed(copy_of, more, listed):
    copy = copy_of(
        ROW | more, interviews=_agreement(("An", "", "")), require_agreement=True, require_second_person=True
    )
    assert (len(copy.to_agree) == 1) == listed


def test_the_interviewed_read_the_text_and_the_workbook_goes_when_all_agreed(copy_of, workspace, mark):
    waiting = copy_of(ROW, interviews=_agreement(("An", "", "")), require_agreement=True)
    assert write_copy(waiting, workspace)[-1] == workspace.internal / "ter-akkoord.xlsx"
    book = openpyxl.load_workbook(workspace.internal / "ter-akkoord.xlsx")
    header, *listed = book["Ter akkoord"].iter_rows(values_only=True)
    assert header[2] == "Akkoord? Vul dit in bij 'Kenmerk akkoord' op het blad Interviews"
    assert [(row[0], row[2]) for row in listed] == [("reg-1", f"tekst {mark}")]
    assert "Wachttijd korter." in [row[2] for row in book["Teksten"].iter_rows(min_row=2, values_only=True)]
    agreed = copy_of(ROW, interviews=_agreement(("An", "Ja", f"tekst {mark}")), require_agreement=True)
    assert write_copy(agreed, workspace)[-1] == workspace.internal / "verantwoording.xlsx"
    assert not (workspace.internal / "ter-akkoord.xlsx").exists()
