"""The files that an analyst opens."""

import openpyxl
import pandas as pd
import pytest

from algreg_lib.errors import InputError, RunError
from algreg_lib.quality import check, marked, read_findings, write_check
from algreg_lib.workspace import Quality
from tests.quality.records import inventory, judge_by_masks, placed

CHANGES = (
    {"owner": "Ans"},
    {"status": "in gebruik", "owner": "Ans"},
    {"name": None, "goal": "=1+1 is een formule", "owner": "Bo: de/baas"},
    {"provider": None},
)


def report(folder, given):
    checked = check(given, settings=Quality(), judge=judge_by_masks)
    write_check(checked, given, folder)
    return checked, openpyxl.load_workbook(folder / "bevindingen.xlsx")


def test_the_workbook_is_the_inventory_with_each_wrong_cell_marked_and_explained(tmp_path):
    given = placed(inventory(*CHANGES))
    checked, book = report(tmp_path, given)
    page = book["Registraties"]
    assert page["B3"].value == "Naam"
    wrong = {
        (cell.coordinate, cell.comment is not None)
        for row in page
        for cell in row
        if cell.fill.fgColor.rgb != "00000000"
    }
    header = {cell.coordinate for cell in page[3]}
    marked = {(where, note) for where, note in wrong if where not in header}
    assert marked == {(cell, True) for cell in checked.findings["cell"]}
    assert page["F5"].value == "in gebruik"
    assert page["F5"].number_format == '"✖ "@'  # a sign beside the colour, outside the value
    assert page["F5"].border.left.style == "thick"
    assert "Bedoelt u 'In gebruik'?" in page["F5"].comment.text
    assert "is leeg" in page["B6"].comment.text
    assert page["B4"].comment is None


def test_there_is_a_sheet_per_owner_and_a_summary(tmp_path):
    _, book = report(tmp_path, placed(inventory(*CHANGES)))
    assert book.sheetnames == ["Samenvatting", "Registraties", "Bevindingen", "Bo de baas", "Ans", "Zonder eigenaar"]
    assert book["Ans"]["E2"].value.startswith("Status: 'in gebruik'")
    summary = {row[0]: row[1] for row in book["Samenvatting"].iter_rows(values_only=True) if row[0]}
    assert (summary["Moet opgelost"], summary["niet aan te leveren"]) != (None, None)


def test_each_finding_in_a_list_leads_to_its_cell_in_the_same_workbook(tmp_path):
    checked, book = report(tmp_path, placed(inventory(*CHANGES)))
    listed = {}
    for name in ("Bevindingen", "Ans", "Bo de baas", "Zonder eigenaar"):
        cells = [row[7] for row in book[name].iter_rows(min_row=2) if row[0].value]
        assert [cell.hyperlink.location for cell in cells] == [f"'Registraties'!{cell.value}" for cell in cells]
        listed[name] = [cell.value for cell in cells]
    assert listed["Bevindingen"] == checked.findings["cell"].tolist()
    _, plain = report(tmp_path / "zonder", inventory(*CHANGES))  # no places: the cell of this workbook
    assert plain["Bevindingen"]["H2"].hyperlink.location == f"'Registraties'!{plain['Bevindingen']['H2'].value}"


def test_a_long_text_is_whole_in_the_inventory_and_short_in_a_list(tmp_path):
    text = "Dit is een zin. " * 400
    _, book = report(tmp_path, placed(inventory({"goal": text})))
    assert text in {cell.value for row in book["Registraties"] for cell in row}
    assert max(len(str(cell.value)) for cell in book["Bevindingen"]["F"]) == 200
    assert {book["Bevindingen"].row_dimensions[2].height} <= {float(15 * n) for n in range(1, 12)}


def test_the_summary_says_which_cells_have_a_note(tmp_path, monkeypatch):
    def said():
        _, book = report(tmp_path, placed(inventory(*CHANGES)))
        notes = [cell.comment for row in book["Registraties"] for cell in row if cell.comment]
        return len(notes), [row[0] for row in book["Samenvatting"].iter_rows(values_only=True) if row[0]][-3]

    assert said() == (4, "Houd de muis boven een cel met een kleur: dan ziet u wat er is en wat u kunt doen.")
    monkeypatch.setattr(marked, "_MOST_NOTES", 2)
    count, sentence = said()
    assert count == 2
    assert "Alleen de 2 ergste van 4 cellen hebben zo'n uitleg" in sentence


def test_texts_of_the_inventory_stay_texts(tmp_path):
    _, book = report(tmp_path, placed(inventory(*CHANGES)))
    cell = next(c for row in book["Registraties"] for c in row if c.value == "=1+1 is een formule")
    assert cell.data_type == "s"
    values = read_findings(tmp_path / "bevindingen.csv")["value"]
    assert "'=1+1 is een formule" in set(values)  # not a formula in a spreadsheet either


def test_findings_of_last_time_are_marked_as_known(tmp_path):
    given = inventory(*CHANGES)
    report(tmp_path, given)
    assert set(read_findings(tmp_path / "bevindingen.csv")["known"]) == {"nee"}
    report(tmp_path, inventory(*CHANGES, {"lang": "NLD"}))
    after = read_findings(tmp_path / "bevindingen.csv")
    assert after[after["known"] == "nee"][["registration_id", "rule"]].to_numpy().tolist() == [["a5", "keuze"]]
    assert set(after["known"]) == {"ja", "nee"}
    page = openpyxl.load_workbook(tmp_path / "bevindingen.xlsx")["Registraties"]
    notes = {cell.value: cell.comment.text for row in page for cell in row if cell.comment and cell.value}
    assert "Moet opgelost (stond er al): Status" in notes["in gebruik"]
    assert "Moet opgelost: Taal" in notes["NLD"]


def test_a_file_of_somebody_else_is_not_written_over(tmp_path):
    (tmp_path / "bevindingen.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    given = inventory()
    checked = check(given, settings=Quality(), judge=judge_by_masks)
    with pytest.raises(InputError, match=r"bevindingen\.csv"):
        write_check(checked, given, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["bevindingen.csv"]


def test_a_faultless_inventory_gives_its_files_too_also_a_second_time(tmp_path):
    for _ in range(2):
        checked, book = report(tmp_path, placed(inventory()))
        assert checked.findings.empty
    assert [row[1].value for row in book["Samenvatting"].iter_rows(min_row=3, max_row=5)] == [0, 0, 0]


def test_nothing_takes_its_place_when_the_verdict_is_another(tmp_path):
    found = placed(inventory())
    checked = check(found, settings=Quality(), judge=judge_by_masks)
    write_check(checked, found, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def refuse():
        raise RunError("anders", advice="meld dit")

    with pytest.raises(RunError):
        write_check(checked, found, tmp_path, confirm=refuse)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_the_same_input_gives_the_same_bytes(tmp_path):
    given = placed(inventory(*CHANGES))
    files = []
    for name in ("een", "twee"):
        report(tmp_path / name, given)
        files.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert files[0] == files[1]


def test_an_inventory_without_places_becomes_a_plain_table(tmp_path):
    _, book = report(tmp_path, inventory(*CHANGES))
    assert [cell.value for cell in book["Registraties"][1]][:2] == ["Registratie-ID", "Naam"]
    assert book["Registraties"]["A3"].value == "a2"


def test_completeness_is_written_with_a_row_per_registration(tmp_path):
    report(tmp_path, inventory(*CHANGES))
    table = pd.read_csv(tmp_path / "volledigheid.csv", encoding="utf-8-sig", index_col="registration_id")
    assert table["level"].tolist() == ["goed", "niet aan te leveren", "niet aan te leveren", "volledig"]


def test_a_column_that_the_file_lacks_is_one_finding(tmp_path):
    given = placed(inventory({}, {}, {}))
    lacking = {key: line for key, line in given.origin.sources[0].lines.items() if key != "lang"}
    source = type(given.origin.sources[0])(file="f.xlsx", sheet="Blad1", header_lines=(3,), lines=lacking)
    origin = type(given.origin)(sources=(source,), entries=given.origin.entries)
    without = given.registrations.assign(lang=pd.Series(index=given.registrations.index, dtype="str"))
    checked, _ = report(tmp_path, type(given)(registrations=without, origin=origin))
    assert checked.findings[["registration_id", "field", "file", "cell"]].to_numpy().tolist() == [
        ["", "lang", "f.xlsx", ""]
    ]
    assert "leeg bij 3 registraties" in checked.findings["message"].iloc[0]
    assert set(checked.completeness["level"]) == {"niet aan te leveren"}
