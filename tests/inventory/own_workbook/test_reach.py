"""Rows that come below the rules of a workbook get these rules too: lists, help, colours, filter and look-ups."""

import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.worksheet.datavalidation import DataValidation

from algreg_lib.inventory import Inventory, add_registration, import_files, open_workbook, write_inventory
from algreg_lib.inventory.layout import FREE_ROWS
from algreg_lib.inventory.own_workbook.reach import Growth, growth, with_reach
from tests.excel import repairs

#: The rows of the template that are ready end here; in these tests they are made to end at row 6.
MADE, OLD = b"1003", b"6"


def workbook(folder: Path, *, ready: bytes = OLD) -> Path:
    """Two registrations in rows 4 and 5, with rules down to row 6."""
    path = folder / "inventaris.xlsx"
    table = pd.DataFrame({"name": ["A", "B"]}, index=pd.Index(["1", "2"], name="registration_id"), dtype="str")
    write_inventory(Inventory(registrations=table), path)
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    with zipfile.ZipFile(path, "w") as book:
        for name, text in parts.items():
            book.writestr(name, re.sub(rb"(:\$?[A-Z]+\$?)%b\b" % MADE, rb"\g<1>" + ready, text))
    return path


def imported(path: Path, count: int) -> Path:
    """The workbook after an import of so many other registrations."""
    source = path.with_name("lijst.csv")
    rows = [f"{number},Nieuw {number},X,In gebruik" for number in range(100, 100 + count)]
    source.write_text("\n".join(["Bron-ID,Naam,Organisatienaam,Status", *rows]), encoding="utf-8")
    import_files([source], path)
    return path


def texts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xml")}


def ends(path: Path) -> dict[str, set[int]]:
    """By sheet, the last rows of all rules that run over the rows of registrations, and of the filter."""
    found = {}
    for page in openpyxl.load_workbook(path).worksheets[:3]:
        areas = [area for rule in page.data_validations.dataValidation for area in rule.sqref.ranges]
        areas += [area for rule in page.conditional_formatting for area in rule.sqref.ranges]
        found[page.title] = {area.max_row for area in areas if area.min_row >= 4}
        found[page.title].add(openpyxl.worksheet.cell_range.CellRange(page.auto_filter.ref).max_row)
    return found


def test_rows_below_the_rules_get_them_with_free_rows_below(tmp_path: Path) -> None:
    path = imported(workbook(tmp_path), 3)
    last = 8 + FREE_ROWS
    assert ends(path) == {"Registraties": {last}, "Interviews": {6}, "Prioritering": {last}}
    assert repairs(path) == []


def test_formulas_and_lists_that_look_in_the_registrations_see_the_new_ones(tmp_path: Path) -> None:
    path = imported(workbook(tmp_path), 3)
    last = 8 + FREE_ROWS
    parts = texts(path)
    looked = re.findall(r"Registraties!\$[A-Z]+\$[34]:\$[A-Z]+\$(\d+)", "".join(parts.values()))
    assert len(looked) > 200
    assert set(looked) == {str(last)}
    counts = re.findall(r"<f>[^<]*</f>", parts["xl/worksheets/sheet1.xml"])
    assert counts
    assert {row for count in counts for row in re.findall(r"\$[A-Z]+\$4:\$[A-Z]+\$(\d+)", count)} == {str(last)}
    assert f"Prioritering!$A$3:$K${last}" in parts["xl/workbook.xml"]
    assert "Interviews!$A$3:$J$6" in parts["xl/workbook.xml"]


def test_a_registration_that_the_form_adds_below_the_rules_gets_them_too(tmp_path: Path) -> None:
    path = workbook(tmp_path, ready=b"5")
    add_registration(open_workbook(path), {"name": "C"}, by="Ada", on=date(2026, 11, 22))
    assert ends(path)["Registraties"] == {6 + FREE_ROWS}
    assert repairs(path) == []


def test_a_row_below_the_look_ups_shows_the_name_itself(tmp_path: Path) -> None:
    path = imported(workbook(tmp_path), 104)
    page = openpyxl.load_workbook(path)["Prioritering"]
    shown = {cell.row: str(cell.value) for (cell,) in page["B4:B109"]}
    assert all(shown[row].startswith("=IF(") for row in range(4, 106))
    assert [shown[row] for row in range(106, 110)] == [f"Nieuw {number}" for number in range(200, 204)]
    assert repairs(path) == []


def test_a_text_of_the_user_in_the_column_of_names_stays(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Prioritering"]["B6"] = "van mij"
    book["Prioritering"]["B7"] = None
    book.save(path)
    page = openpyxl.load_workbook(imported(path, 3))["Prioritering"]
    assert [page.cell(row, 2).value for row in (6, 7)] == ["van mij", "Nieuw 101"]


def test_rows_within_the_rules_leave_them_as_they_are(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    before = ends(path)
    assert ends(imported(path, 1)) == before == {name: {6} for name in ("Registraties", "Interviews", "Prioritering")}


def test_a_rule_of_the_user_that_ends_elsewhere_keeps_its_end(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    book = openpyxl.load_workbook(path)
    mine = DataValidation(type="list", formula1='"ja,nee"', prompt="Zie A4:A6 en $B$4:$B$6")
    mine.add("AZ4:AZ5")
    book["Registraties"].add_data_validation(mine)
    book["Registraties"]["BA4"] = '="tekst $B$4:$B$6"&ROWS(B4:B6)'
    own = "=COUNTA(Registraties!$B$4:$B${})+COUNTA('Registraties'!$B$4:$B$5)+ROWS($B$4:$B$6)"
    book.create_sheet("Eigen")["A1"] = own.format(6)
    book.save(path)
    after = openpyxl.load_workbook(imported(path, 3))
    found = [rule for rule in after["Registraties"].data_validations.dataValidation if rule.formula1 == '"ja,nee"']
    assert [(str(rule.sqref), rule.prompt) for rule in found] == [("AZ4:AZ5", "Zie A4:A6 en $B$4:$B$6")]
    assert "ROWS(B4:B6)" in after["Registraties"]["BA4"].value
    assert after["Eigen"]["A1"].value == own.format(8 + FREE_ROWS)


_GROWN = Growth(sheet="Registraties", title_row=3, old=6, new=99)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'<dataValidation sqref="A4:A6"/>', b'<dataValidation sqref="A4:A99"/>'),
        (b"<x:dataValidation sqref='A4:A6 C5:C6'/>", b"<x:dataValidation sqref='A4:A99 C5:C99'/>"),
        (b"<xm:f>$A$4:$A$6</xm:f><xm:sqref>A4:A6</xm:sqref>", b"<xm:f>$A$4:$A$99</xm:f><xm:sqref>A4:A99</xm:sqref>"),
        (b'<dataValidation sqref="A4:A60 A6 A1:A6"/>', b'<dataValidation sqref="A4:A60 A6 A1:A6"/>'),
        (b'<dataValidation prompt="A4:A6" sqref="A:A"/>', b'<dataValidation prompt="A4:A6" sqref="A:A"/>'),
        (b'<c t="inlineStr"><is><t>$A$4:$A$6 ref="A4:A6"</t></is></c>',) * 2,
        (b"<f>'[jan.xlsx]Registraties'!$A$4:$A$6+Elders!$A$4:$A$6</f>",) * 2,
    ],
)
def test_only_what_ends_at_the_old_row_of_the_sheet_itself_ends_at_the_new_one(before: bytes, after: bytes) -> None:
    assert with_reach(before, [_GROWN], sheet="Registraties") == after


def test_a_sheet_without_rules_does_not_grow() -> None:
    assert growth(b"<sheetData/>", "Registraties", title_row=3, last_row=9) is None
    below = b'<sheetData/><dataValidation sqref="A2"/><dataValidation sqref="A4:A6"/><dataValidation sqref="B4:B6"/>'
    assert growth(below, "Registraties", title_row=3, last_row=6) is None
    assert growth(below, "Registraties", title_row=3, last_row=7) == Growth(
        sheet="Registraties", title_row=3, old=6, new=7 + FREE_ROWS
    )


def test_the_rules_end_where_most_of_them_end() -> None:
    mine = b'<dataValidation sqref="C4:C90 D4:D1048576"/><dataValidation sqref="E1:E60 F1:F60 G1:G60"/>'
    made = b'<dataValidation sqref="A4:A6 B4:B6"/><xm:sqref>H4:H6</xm:sqref>'
    found = growth(b"<sheetData/>" + mine + made, "Registraties", title_row=3, last_row=8)
    assert found is not None
    assert found.old == 6
