"""From sources to an inventory and its report: ids, cleaning, hidden things, own mapping, and a second import."""

import re
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from algreg_lib.errors import AlgregError
from algreg_lib.inventory import import_files, import_summary, read_inventory, write_inventory, write_template
from tests.excel import repairs

_HEADER = ["Bron-ID", "Naam", "Organisatienaam", "Status", "Doel en impact"]


def _list(path: Path, *rows: list[object], header: list[str] = _HEADER) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "Lijst"
    for row in (header, *rows):
        book.active.append(row)
    book.save(path)
    return path


def test_every_cleaned_or_respelled_value_stands_in_the_report(tmp_path):
    source = _list(
        tmp_path / "lijst.xlsx",
        ["1", "Slim\u00a0parkeren ", "X", "in gebruik", "Doel\u200b"],
        ["2", "Baan", "X", "Actief", f"{'Lang doel. ' * 20}"],
        ["3", "Brug", "X", "in gebruik", "\u00a0"],
    )
    imported = import_files([source], tmp_path / "inventaris.xlsx")
    assert sorted(
        imported.report.recoded.itertuples(index=False, name=None), key=lambda row: (row[0], row[3], row[1])
    ) == [
        ("goal", "\u00a0", "", "bevatte alleen spaties of onzichtbare tekens", 1),
        ("goal", "Doel\u200b", "Doel", "onzichtbare tekens weggehaald", 1),
        (
            "goal",
            "(lange tekst met: 1 aan het einde)",
            "(dezelfde tekst, zonder die tekens)",
            "spaties aan begin of einde weggehaald",
            1,
        ),
        (
            "name",
            "Slim\u00a0parkeren ",
            "Slim parkeren",
            "spaties aan begin of einde weggehaald; bijzondere spatie vervangen door gewone spatie",
            1,
        ),
        ("status", "in gebruik", "In gebruik", "Andere schrijfwijze van een vaste waarde", 2),
        ("status", "Actief", "In gebruik", "De waarde heet anders in 1.0", 1),
    ]
    assert imported.inventory.registrations["name"].tolist() == ["Slim parkeren", "Baan", "Brug"]
    assert imported.inventory.registrations["goal"].isna().tolist() == [False, False, True]


def test_an_id_is_the_own_one_else_that_of_the_register_else_made_from_organisation_and_name(tmp_path):
    source = _list(
        tmp_path / "lijst.xlsx",
        ["ALG-1", "A", "X", "12345670"],
        [None, "B", "X", "12345670"],
        [None, "C d'É", "Gemeente Y", "kapot"],
        [None, None, None, "geen"],
        header=["Bron-ID", "Naam", "Organisatienaam", "Algoritme-ID"],
    )
    imported = import_files([source], tmp_path / "inventaris.xlsx")
    assert imported.inventory.registrations.index.tolist() == ["ALG-1", "12345670", "gemeente-y-c-d-e", "zonder-naam"]


@pytest.mark.parametrize("nothing", ["Nog niet beschikbaar", "n.v.t.", "-", "volgt", "Onbekend"])
def test_an_answer_that_says_there_is_no_number_is_no_id(nothing, tmp_path):
    source = _list(tmp_path / "lijst.xlsx", [nothing, "A", "X"], [nothing, "B", "X"], ["ALG-1", "C", "X"])
    imported = import_files([source], tmp_path / "inventaris.xlsx")
    frame = imported.inventory.registrations
    assert frame.index.tolist() == ["x-a", "x-b", "ALG-1"]
    assert frame["source_id"].tolist() == [nothing, nothing, "ALG-1"]
    assert len(imported.report.remarks) == 0


def test_of_two_registrations_with_one_id_both_are_kept_and_reported(tmp_path):
    source = _list(tmp_path / "lijst.xlsx", ["1", "A", "X"], ["1", "B", "X"], ["1-2", "C", "X"])
    imported = import_files([source], tmp_path / "inventaris.xlsx")
    assert imported.inventory.registrations["name"].to_dict() == {"1": "A", "1-2": "B", "1-2-2": "C"}
    assert imported.report.remarks["about"].tolist() == ["1"]


def test_hidden_things_are_read_and_reported(tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Lijst"
    for row in (_HEADER, ["1", "A", "X", None, "=1+1"], ["2", "B", "X", None, None], ["3", "C", "X", None, "Doel"]):
        page.append(row)
    page.row_dimensions[3].hidden = True
    page.column_dimensions["D"].hidden = True
    page["B2"].comment = Comment("Klopt dit nog?", "iemand")
    page.merge_cells("C3:C4")
    page.merge_cells("A40:B40")
    page.row_dimensions[90].hidden = True
    secret = book.create_sheet("Geheim")
    secret.sheet_state = "hidden"
    secret.append(["Losse notitie"])
    book.save(tmp_path / "lijst.xlsx")
    imported = import_files([tmp_path / "lijst.xlsx"], tmp_path / "inventaris.xlsx")
    assert imported.inventory.registrations["name"].tolist() == ["A", "B", "C"]
    found = imported.report.hidden[["sheet", "kind", "where", "text"]].to_records(index=False).tolist()
    assert sorted(found) == [
        ("Geheim", "verborgen blad", "hele blad", ""),
        ("Lijst", "formule zonder waarde", "E2", "=1+1"),
        ("Lijst", "opmerking", "B2", "Klopt dit nog?"),
        ("Lijst", "samengevoegde cellen", "C3:C4", "X"),
        ("Lijst", "verborgen kolommen", "D:D", ""),
        ("Lijst", "verborgen rijen", "3", ""),
    ]
    assert imported.report.unplaced[["sheet", "cell", "text"]].to_records(index=False).tolist() == [
        ("Geheim", "A1", "Losse notitie")
    ]


def test_what_is_hidden_is_seen_in_a_workbook_with_single_quotes_too(tmp_path):
    source = _list(tmp_path / "lijst.xlsx", ["1", "A", "X"], ["2", "B 'r='1'", "X"])
    book = openpyxl.load_workbook(source)
    book["Lijst"].row_dimensions[3].hidden = True
    book["Lijst"].merge_cells("B2:C2")
    book.save(source)
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = re.sub(rb'="([^"]*)"', rb"='\1'", parts["xl/worksheets/sheet1.xml"])
    with zipfile.ZipFile(source, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    imported = import_files([source], tmp_path / "inventaris.xlsx")
    assert imported.report.hidden["kind"].tolist() == ["verborgen rijen", "samengevoegde cellen"]
    assert imported.inventory.registrations["name"].tolist() == ["A", "B 'r='1'"]


def test_an_error_of_excel_and_a_number_of_many_digits_keep_their_own_text(tmp_path):
    source = tmp_path / "lijst.xlsx"
    with xlsxwriter.Workbook(source) as book:
        page = book.add_worksheet("Lijst")
        page.write_row(0, 0, ["Naam", "Organisatienaam", "Doel en impact", "Kenmerk"])
        page.write_row(1, 0, ["A", "X"])
        page.write_formula(1, 2, "=1/0", None, "#DIV/0!")
        page.write_number(1, 3, 12345678901234567)
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    # Excel itself keeps 15 digits, but other programs write all of them, and reading them as a float loses the last.
    parts["xl/worksheets/sheet1.xml"] = re.sub(rb"<v>1\.2345678[^<]*<", b"<v>12345678901234567<", sheet)
    with zipfile.ZipFile(source, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    row = import_files([source], tmp_path / "inventaris.xlsx").inventory.registrations.iloc[0]
    assert (row["goal"], row["source_id"]) == ("#DIV/0!", "12345678901234567")


def test_empty_formatted_rows_far_below_the_table_give_nothing(tmp_path):
    source = tmp_path / "lijst.xlsx"
    with xlsxwriter.Workbook(source, {"constant_memory": True}) as book:
        bold = book.add_format({"bold": True})
        page = book.add_worksheet("Lijst")
        page.write_row(0, 0, ["Naam", "Organisatie", "Doel"])
        page.write_row(1, 0, ["A", "X", "Y"])
        for row in [*range(2, 20_000), 1_048_575]:
            page.write_blank(row, 0, None, bold)
            page.set_row(row, 20, bold)
    assert len(import_files([source], tmp_path / "inventaris.xlsx").inventory) == 1


@pytest.mark.parametrize("lock", ["~$lijst.xlsx", ".~lock.lijst.xlsx#"])
def test_a_workbook_that_is_open_elsewhere_is_read_and_said_so(tmp_path, lock):
    source = _list(tmp_path / "lijst.xlsx", ["1", "A", "X"])
    (tmp_path / lock).write_bytes(b"")
    imported = import_files([source], tmp_path / "inventaris.xlsx")
    assert imported.report.remarks["remark"].str.startswith("Dit bestand staat open in Excel").tolist() == [True]


def test_a_column_that_looks_like_a_field_is_proposed_and_the_answer_is_used_the_next_time(tmp_path):
    source = _list(
        tmp_path / "lijst.xlsx",
        ["A", "X", "Y", "Een tekst", "Iets"],
        header=["Naam", "Organisatie", "Status", "Doel en inpact", "Waarde"],
    )
    imported = import_files([source], tmp_path / "inventaris.xlsx")
    assert [(m.label, m.key) for m in imported.proposed] == [("Doel en inpact", "goal")]
    assert "Kolom 'Doel en inpact' lijkt op het veld goal" in " ".join(import_summary(imported))
    mapping = tmp_path / "inventaris-kolommen.toml"
    text = mapping.read_text(encoding="utf-8")
    assert '"Doel en inpact" = "goal"' in text
    assert 'Waarde = ""' in text
    mapping.write_text(
        text.replace('"goal"', '"Risicobeheer"').replace('Waarde = ""', 'Waarde = "remarks"'), encoding="utf-8"
    )
    (tmp_path / "inventaris.xlsx").unlink()
    again = import_files([source], tmp_path / "inventaris.xlsx")
    row = again.inventory.registrations.iloc[0]
    assert (row["risks"], row["remarks"], row.isna()["goal"]) == ("Een tekst", "Iets", True)
    assert again.report.mapped.loc[again.report.mapped["label"] == "Waarde", "how"].tolist() == ["door u gekozen"]


def test_a_second_import_updates_rows_by_id_and_keeps_what_the_user_added(tmp_path):
    target = tmp_path / "inventaris.xlsx"
    import_files([_list(tmp_path / "mei.xlsx", ["1", "A", "X", "In gebruik", "Oud"], ["2", "B", "X"])], target)
    kept = read_inventory(target)
    mine = kept.registrations.assign(remarks=["Let op", None], Kostenplaats=["0042", None]).iloc[::-1]
    write_inventory(type(kept)(registrations=mine.astype("str")), target)
    june = _list(tmp_path / "juni.xlsx", ["3", "C", "X"], ["1", "A", "X", None, "Nieuw"])
    again = import_files([june], target)
    frame = again.inventory.registrations
    assert frame.index.tolist() == ["2", "1", "3"]
    assert frame.loc["1", ["goal", "status", "remarks", "Kostenplaats"]].tolist() == [
        "Nieuw",
        "In gebruik",
        "Let op",
        "0042",
    ]
    assert again.report.updated.to_records(index=False).tolist() == [("1", "goal", "Oud", "Nieuw")]
    assert read_inventory(tmp_path / "inventaris-vorige.xlsx").registrations.loc["1", "goal"] == "Oud"
    pd.testing.assert_frame_equal(read_inventory(target).registrations, frame)


def test_importing_the_same_list_twice_changes_nothing(tmp_path):
    source, target = _list(tmp_path / "lijst.xlsx", ["1", "A ", "X", "Actief", "Y"]), tmp_path / "inventaris.xlsx"
    first = import_files([source], target)
    again = import_files([source], target)
    assert len(again.report.updated) == 0
    pd.testing.assert_frame_equal(first.inventory.registrations, again.inventory.registrations)


def _worked_on(target: Path) -> Path:
    """An inventory as people work in it: columns moved, added and hidden, colours, comments, sheets, interviews."""
    book = openpyxl.load_workbook(target)
    page, people = book["Registraties"], book["Interviews"]
    page.insert_cols(3)
    page["C3"], page["C4"] = "Kostenplaats", "0042"
    page.column_dimensions["B"].width = 77
    page["B4"].fill = PatternFill("solid", fgColor="FFFF00")
    page["B4"].comment = Comment("Bellen", "iemand")
    page.row_dimensions[5].height = 200
    people["A4"], people["C4"], people["J3"], people["J4"] = "1", "Bo", "Kamer", "K12"
    book.create_sheet("Mijn notities").append(["Vragen aan Jan"])
    book.save(target)
    return target


def test_an_import_changes_only_the_cells_of_a_workbook_that_have_a_new_text(tmp_path):
    target = tmp_path / "inventaris.xlsx"
    import_files([_list(tmp_path / "mei.xlsx", ["1", "A", "X", "In gebruik", "Oud"], ["2", "B", "X"])], target)
    _worked_on(target)
    before = openpyxl.load_workbook(target)
    header = [*_HEADER, "Budget", "score_impact"]
    june = _list(tmp_path / "juni.xlsx", ["3", "C", "X"], ["1", "A", "X", None, "Nieuw", "12", "4"], header=header)
    made = import_files([june], target)
    after = openpyxl.load_workbook(target)
    titles = {cell.value: cell.column_letter for cell in after["Registraties"][3]}
    changed = {
        (page.title, cell.coordinate): cell.value
        for page in after
        for row in page.iter_rows()
        for cell in row
        if cell.value != before[page.title][cell.coordinate].value
    }
    assert changed == {
        ("Registraties", f"{titles['Doel en impact']}4"): "Nieuw",
        ("Registraties", "A6"): "3",
        ("Registraties", "B6"): "C",
        ("Registraties", f"{titles['Organisatienaam']}6"): "X",
        ("Registraties", f"{titles['Bron-ID']}6"): "3",
        ("Registraties", f"{titles['Budget']}3"): "Budget",
        ("Registraties", f"{titles['Budget']}4"): "12",
        ("Prioritering", "A6"): "3",
        ("Prioritering", "C4"): "4",
    }
    page = after["Registraties"]
    assert page["B4"].fill.fgColor.rgb == "00FFFF00"
    assert page["B4"].comment.text == "Bellen"
    assert (page.column_dimensions["B"].width, page.row_dimensions[5].height) == (77, 200)
    assert made.report.remarks["remark"].str.contains("1 nieuwe registratie. Alles wat u zelf toevoegde").tolist() == [
        True
    ]
    assert len(made.report.hidden) == len(made.report.unplaced) == 0
    read = read_inventory(target)
    assert read.interviews[["registration_id", "interviewee", "Kamer"]].to_numpy().tolist() == [["1", "Bo", "K12"]]
    assert repairs(target) == []


def test_columns_that_an_import_adds_look_like_those_beside_them(tmp_path):
    target = tmp_path / "inventaris.xlsx"
    import_files([_list(tmp_path / "mei.xlsx", ["1", "A", "X"])], target)
    header = [*_HEADER, "Kostenplaats", "Budget"]
    import_files([_list(tmp_path / "juni.xlsx", ["1", "A", "X", None, None, "K4", "12"], header=header)], target)
    last = openpyxl.load_workbook(target)["Registraties"][3][-2:]
    assert [(cell.value, cell.font.bold) for cell in last] == [("Kostenplaats", True), ("Budget", True)]


def test_a_text_that_fits_in_no_cell_writes_the_workbook_anew_and_tells_what_is_left_behind(tmp_path):
    target = tmp_path / "inventaris.xlsx"
    import_files([_list(tmp_path / "mei.xlsx", ["1", "A", "X"])], target)
    _worked_on(target)
    source = tmp_path / "lang.csv"
    source.write_text(f"Bron-ID,Naam,Organisatienaam,Doel en impact\n1,A,X,{'a' * 40_000}", encoding="utf-8")
    made = import_files([source], target)
    assert made.report.hidden["text"].tolist() == ["Bellen"]
    assert made.report.unplaced[["sheet", "text"]].to_records(index=False).tolist() == [
        ("Mijn notities", "Vragen aan Jan")
    ]
    read = read_inventory(target)
    assert read.registrations.loc["1", ["goal", "Kostenplaats"]].tolist() == ["a" * 40_000, "0042"]
    assert read.interviews["Kamer"].tolist() == ["K12"]


def test_what_was_interviewed_twice_is_not_interviewed_again_by_a_second_import(tmp_path):
    target = tmp_path / "inventaris.xlsx"
    import_files([_list(tmp_path / "mei.xlsx", ["1", "A", "X"])], target)
    other = tmp_path / "ander.xlsx"
    shutil.copyfile(_worked_on(target), other)
    book = openpyxl.load_workbook(other)
    book["Interviews"]["A5"], book["Interviews"]["C5"] = "1", "Cas"
    book.save(other)
    for _ in range(2):
        import_files([other], target)
    assert read_inventory(target).interviews["interviewee"].tolist() == ["Bo", "Cas"]


def test_a_cell_that_cannot_change_stops_the_import_and_nothing_is_written(tmp_path):
    target = tmp_path / "inventaris.xlsx"
    import_files([_list(tmp_path / "mei.xlsx", ["1", "A", "X", None, "Doel"], ["2", "B", "X"])], target)
    book = openpyxl.load_workbook(target)
    page = book["Registraties"]
    column = next(cell.column_letter for cell in page[3] if cell.value == "Doel en impact")
    page.merge_cells(f"{column}4:{column}5")
    book.save(target)
    before = target.read_bytes()
    with pytest.raises(AlgregError, match=f"Cel {column}5 op blad Registraties kan hier niet"):
        import_files([_list(tmp_path / "juni.xlsx", ["2", "B", "X", None, "Nieuw"])], target)
    assert target.read_bytes() == before
    assert not (tmp_path / "inventaris-vorige.xlsx").exists()


def test_an_import_onto_the_empty_template_keeps_no_earlier_version(tmp_path):
    target = tmp_path / "inventaris.xlsx"
    write_template(target)
    imported = import_files([_list(tmp_path / "lijst.xlsx", ["1", "A", "X"])], target)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "conversieverslag.xlsx",
        "inventaris.xlsx",
        "lijst.xlsx",
    ]
    assert len(imported.report.remarks) == 0


def test_several_sources_make_one_inventory_in_the_order_given(tmp_path):
    first, second = _list(tmp_path / "a.xlsx", ["2", "B", "X"]), _list(tmp_path / "b.xlsx", ["1", "A", "X"])
    inventory = import_files([first, second], tmp_path / "inventaris.xlsx").inventory
    assert inventory.registrations.index.tolist() == ["2", "1"]
    assert [inventory.place(i, "name").file for i in ("2", "1")] == ["a.xlsx", "b.xlsx"]


def test_the_same_sources_give_the_same_bytes(tmp_path):
    source = _list(tmp_path / "lijst.xlsx", ["1", "A ", "X", "Actief", "Y"])
    first = import_files([source], tmp_path / "een" / "inventaris.xlsx").written
    second = import_files([source], tmp_path / "twee" / "inventaris.xlsx").written
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_the_report_has_a_sheet_for_each_part_that_holds_anything(tmp_path):
    source = _list(tmp_path / "lijst.xlsx", ["1", "A", "X", "Actief"])
    imported = import_files([source], tmp_path / "inventaris.xlsx")
    assert openpyxl.load_workbook(imported.written[1]).sheetnames == ["Overzicht", "Bronnen", "Kolommen", "Omgezet"]
    assert import_summary(imported) == (
        "1 registratie in de inventaris, uit één blad of bestand.",
        "1 waarde omgezet: zie conversieverslag.xlsx.",
    )
