"""Saving one registration: its cells change, and nothing else in the workbook."""

import re
import zipfile
from datetime import date
from pathlib import Path
from xml.parsers import expat

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment

from algreg_lib.errors import AlgregError, InputError, OutputError
from algreg_lib.inventory import (
    Inventory,
    add_registration,
    open_workbook,
    read_inventory,
    save_registration,
    write_inventory,
)
from algreg_lib.inventory.own_workbook.sheet_xml import with_texts

DAY = date(2026, 11, 21)
ROWS = {
    "a1": {"name": "Drukte afval", "goal": "Eerste doel", "begin_date": "2023-04", "score_impact": "3"},
    "b2": {"name": "Parkeren", "description_short": "Kort", "owner": "Team B", "Eigen kolom": "mag blijven"},
    "c3": {"name": "Vergunning", "status": "In gebruik", "lawful_basis_grouping": "Wet | https://wetten.example"},
}


def workbook(folder: Path, rows: dict[str, dict[str, str]] = ROWS) -> Path:
    table = pd.DataFrame.from_dict(rows, orient="index", dtype="str").rename_axis("registration_id")
    path = folder / "inventaris.xlsx"
    write_inventory(Inventory(registrations=table), path)
    return path


def enriched(folder: Path) -> Path:
    """A workbook with what users add, and what a library that reads and writes again would lose."""
    path = workbook(folder)
    book = openpyxl.load_workbook(path)
    page = book["Registraties"]
    page["B5"].comment = Comment("klopt dit nog?", "collega")
    page["C5"].font = openpyxl.styles.Font(bold=True)
    page.row_dimensions[6].height = 120
    book.create_sheet("Kladblok")["A1"] = "=1+1"
    book.save(path)
    return with_part_changed(
        path,
        "xl/worksheets/sheet1.xml",
        rb"</worksheet>",
        b'<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/'
        b'spreadsheetml/2009/9/main"><x14:sparklineGroups/></ext></extLst></worksheet>',
    )


def with_part_changed(path: Path, part: str, old: bytes, new: bytes, **more: bytes) -> Path:
    parts = read_parts(path)
    assert re.search(old, parts[part])
    parts[part] = re.sub(old, lambda _: new, parts[part], count=1)
    with zipfile.ZipFile(path, "w") as book:
        for name, content in {**parts, **more}.items():
            book.writestr(name, content)
    return path


def read_parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def save(path: Path, registration_id: str, **changes: str) -> None:
    save_registration(open_workbook(path), registration_id, changes, by="Ada", on=DAY)


def test_only_the_changed_cells_and_who_and_when_differ(tmp_path: Path) -> None:
    path = enriched(tmp_path)
    before, parts = read_inventory(path).registrations, read_parts(path)
    save(path, "b2", goal="Nieuw doel", owner="")
    after, now = read_inventory(path).registrations, read_parts(path)
    expected = before.copy()
    expected.loc["b2", ["goal", "owner", "changed_by", "changed_on"]] = ["Nieuw doel", None, "Ada", "2026-11-21"]
    pd.testing.assert_frame_equal(after, expected)
    assert list(parts) == list(now)
    assert [name for name in parts if parts[name] != now[name]] == ["xl/worksheets/sheet1.xml"]
    rows = [re.sub(rb'<row r="5".*?</row>', b"", sheet["xl/worksheets/sheet1.xml"]) for sheet in (parts, now)]
    assert rows[0] == rows[1]


@pytest.mark.filterwarnings("ignore:Sparkline Group extension")  # openpyxl would lose it; we did not
def test_style_and_comment_of_a_changed_cell_stay(tmp_path: Path) -> None:
    path = enriched(tmp_path)
    save(path, "b2", name="Parkeerdruk", description_short="Iets langer")
    page = openpyxl.load_workbook(path)["Registraties"]
    assert page["B5"].value == "Parkeerdruk"
    assert page["B5"].comment.text == "klopt dit nog?"
    assert page["C5"].value == "Iets langer"
    assert page["C5"].font.bold


#: Any text that a person can type or paste, escapes and control signs among them.
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    [
        "=1+1",
        "_x000D_",
        "a_x0041_b",
        "  met spaties  ",
        "<b>&amp;</b>",
        "]]>",
        "twee\nregels\n",
        "x" * 32_767,
        "007",
        "",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.dictionaries(st.sampled_from(["name", "goal", "risks", "tags", "Eigen kolom"]), TEXTS, max_size=4))
def test_what_is_saved_is_read_back_and_all_else_is_as_it_was(tmp_path: Path, changes: dict[str, str]) -> None:
    path = workbook(tmp_path)
    before, parts = open_workbook(path).inventory.registrations, read_parts(path)
    save(path, "c3", **changes)
    after, now = open_workbook(path).inventory.registrations, read_parts(path)
    typed = {key: text.replace("\r\n", "\n").replace("\r", "\n") for key, text in changes.items()}
    for key, text in typed.items():
        assert (after.loc["c3", key] == text) if text.strip() else pd.isna(after.loc["c3", key])
    left = [key for key in before.columns if key not in {*changes, "changed_by", "changed_on"}]
    pd.testing.assert_frame_equal(after[left], before[left])
    pd.testing.assert_frame_equal(after.drop(index="c3"), before.drop(index="c3"))
    assert {name for name in parts if parts[name] != now[name]} <= {"xl/worksheets/sheet1.xml"}
    assert list(parts) == list(now)


def test_a_score_goes_to_its_own_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    save(path, "b2", score_impact="5")
    assert read_inventory(path).registrations["score_impact"].tolist()[:2] == ["3", "5"]
    page = openpyxl.load_workbook(path)["Prioritering"]
    assert page["C5"].value == "5"


def test_a_registration_without_a_row_for_scores_gets_one(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Prioritering"].delete_rows(5)
    book.save(path)
    save(path, "b2", score_impact="5")
    assert read_inventory(path).registrations["score_impact"].to_dict()["b2"] == "5"


def test_columns_that_an_older_workbook_lacks_are_added_behind_the_others(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    book = openpyxl.load_workbook(path)
    page = book["Registraties"]
    titles = [cell.value for cell in page[3]]
    for title in ("Gewijzigd op", "Gewijzigd door", "Risicobeheer"):
        page.delete_cols(titles.index(title) + 1)
        titles.remove(title)
    book.save(path)
    save(path, "a1", risks="Verkeerd lezen")
    row = read_inventory(path).registrations.loc["a1"]
    assert list(row[["risks", "changed_by", "changed_on"]]) == ["Verkeerd lezen", "Ada", "2026-11-21"]
    page = openpyxl.load_workbook(path)["Registraties"]
    assert [cell.value for cell in page[3]][-3:] == ["Risicobeheer", "Gewijzigd door", "Gewijzigd op"]
    assert page.cell(3, page.max_column).font.bold


def test_an_id_that_was_made_from_the_name_is_written_down_before_the_name_changes(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Registraties"]["A4"] = None
    book.save(path)
    first = read_inventory(path).registrations.index[0]
    save(path, str(first), name="Heel anders")
    assert read_inventory(path).registrations["name"].to_dict()[first] == "Heel anders"


def test_a_formula_stays_unless_its_own_field_changes(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Registraties"]["C5"] = '="Kort" & " en goed"'
    book.save(path)
    parts = {"xl/calcChain.xml": b'<calcChain xmlns="x"><c r="C5" i="1"/></calcChain>'}
    with_part_changed(
        path,
        r"[Content_Types].xml",
        rb"</Types>",
        b'<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.calc"/></Types>',
        **parts,
    )
    save(path, "b2", goal="Nieuw doel")
    assert openpyxl.load_workbook(path)["Registraties"]["C5"].value == '="Kort" & " en goed"'
    assert "xl/calcChain.xml" in read_parts(path)
    save(path, "b2", description_short="Zelf getypt")
    assert openpyxl.load_workbook(path)["Registraties"]["C5"].value == "Zelf getypt"
    assert "xl/calcChain.xml" not in read_parts(path)
    assert b"calcChain" not in read_parts(path)["[Content_Types].xml"]


def test_excel_is_asked_to_work_out_formulas_again(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    with_part_changed(path, "xl/workbook.xml", rb"<calcPr[^>]*>", b'<calcPr calcId="191029"/>')
    save(path, "b2", goal="Nieuw doel")
    assert b'<calcPr calcId="191029" fullCalcOnLoad="1"/>' in read_parts(path)["xl/workbook.xml"]
    with_part_changed(path, "xl/workbook.xml", rb"<calcPr[^>]*>", b"")
    save(path, "b2", goal="Nog een doel")
    assert b'</definedNames><calcPr fullCalcOnLoad="1"/>' in read_parts(path)["xl/workbook.xml"]


@pytest.mark.parametrize(
    "formula", [b'<f t="shared" ref="C5:C9" si="0">1+1</f>', b'<f t="array" ref="C5:D5">A1:B1</f>']
)
def test_a_formula_that_fills_other_cells_is_left_alone(tmp_path: Path, formula: bytes) -> None:
    path = workbook(tmp_path)
    with_part_changed(
        path, "xl/worksheets/sheet1.xml", rb'(?s)<c r="C5".*?</c>', b'<c r="C5" t="str">' + formula + b"<v>Kort</v></c>"
    )
    before = path.read_bytes()
    with pytest.raises(AlgregError, match=r"Cel C5 op blad Registraties .*Excel"):
        save(path, "b2", description_short="Zelf getypt")
    assert path.read_bytes() == before
    save(path, "b2", goal="Nieuw doel")


def test_a_cell_that_another_cell_covers_is_left_alone(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Registraties"].merge_cells("C5:C6")
    book.save(path)
    with pytest.raises(AlgregError, match="samengevoegd"):
        save(path, "c3", description_short="Verdwijnt uit het zicht")
    save(path, "b2", description_short="Staat in beeld")


def test_a_text_that_goes_on_elsewhere_is_not_cut(tmp_path: Path) -> None:
    path = workbook(tmp_path, {**ROWS, "d4": {"name": "Lang", "goal": "x" * 40_000}})
    with pytest.raises(AlgregError, match="Vervolg"):
        save(path, "d4", goal="kort")
    with pytest.raises(AlgregError, match="langer dan een cel"):
        save(path, "b2", goal="x" * 32_768)
    save(path, "d4", name="Heel lang")
    assert read_inventory(path).registrations.loc["d4", "goal"] == "x" * 40_000


@pytest.mark.parametrize(("cell", "text"), [("B5", "iets anders"), ("A5", "b9"), ("B4", "niet wat er moest staan")])
def test_a_save_that_would_change_anything_else_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cell: str, text: str
) -> None:
    """What is written is read back and compared; here the writing itself goes wrong."""
    path = workbook(tmp_path)
    before = path.read_bytes()
    opened = open_workbook(path)

    def wrong(source: Path, target: Path, *_: object, **__: object) -> None:
        book = openpyxl.load_workbook(source)
        book["Registraties"][cell] = text
        book.save(target)

    monkeypatch.setattr("algreg_lib.inventory.own_workbook.saving.write_edits", wrong)
    with pytest.raises(AlgregError, match="al het andere in het werkboek gelijk blijft"):
        save_registration(opened, "a1", {"name": "Nieuw"}, by="Noor", on=DAY)
    assert path.read_bytes() == before


def test_half_a_sign_that_no_file_can_hold_is_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    before = path.read_bytes()
    with pytest.raises(AlgregError, match="Er is niets bewaard"):
        save(path, "a1", name="a\ud800b")
    assert path.read_bytes() == before


def test_saving_is_refused_when_the_workbook_changed_meanwhile(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    opened = open_workbook(path)
    save(path, "a1", goal="Van een collega")
    before = path.read_bytes()
    with pytest.raises(AlgregError, match="intussen veranderd"):
        save_registration(opened, "b2", {"goal": "Van mij"}, by="Ada", on=DAY)
    assert path.read_bytes() == before
    path.unlink()
    with pytest.raises(AlgregError, match="intussen veranderd"):
        save_registration(opened, "b2", {"goal": "Van mij"}, by="Ada", on=DAY)


@pytest.mark.parametrize("lock", ["~$inventaris.xlsx", ".~lock.inventaris.xlsx#"])
def test_saving_is_refused_when_the_workbook_is_open_in_excel_or_libreoffice(tmp_path: Path, lock: str) -> None:
    path = workbook(tmp_path)
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(OutputError, match="staat open"):
        save(path, "b2", goal="Van mij")
    (tmp_path / lock).unlink()
    save(path, "b2", goal="Van mij")


def test_saving_is_refused_when_the_file_is_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path)
    opened, before = open_workbook(path), path.read_bytes()
    monkeypatch.setattr(Path, "replace", lambda *_: _denied())
    with pytest.raises(OutputError, match="staat open"):
        save_registration(opened, "b2", {"goal": "Van mij"}, by="Ada", on=DAY)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["inventaris.xlsx"]


def _denied() -> None:
    raise PermissionError(13, "Permission denied")


def test_saving_asks_who(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    with pytest.raises(AlgregError, match="Uw naam ontbreekt"):
        save_registration(open_workbook(path), "b2", {"goal": "Van mij"}, by="  ", on=DAY)


def test_only_a_workbook_of_ours_can_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text("Naam;Organisatie;Doel\nA;B;C\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"algreg import lijst\.csv"):
        open_workbook(path)


def test_other_ways_to_write_the_same_sheet_are_understood(tmp_path: Path) -> None:
    """Prefixes, rows and cells without addresses, and an empty row, as other programs write them."""
    space = b'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    sheet = (
        b"<x:worksheet " + space + b'><x:dimension ref="A1:B2"/><x:sheetData><x:row spans="1:2"><x:c><x:v>1</x:v></x:c>'
        b'<x:c t="n"><x:v>2</x:v></x:c></x:row><x:row r="2" ht="60"/><x:row r="9"/></x:sheetData></x:worksheet>'
    )
    edited = with_texts(sheet, {(1, 2): "b", (1, 4): "d", (2, 3): "c", (7, 1): "zeven", (9, 1): "", (12, 1): "n"}).xml

    def cell(address: str, text: str) -> bytes:
        inside = f'<x:is><x:t xml:space="preserve">{text}</x:t></x:is>'
        return f'<x:c r="{address}" t="inlineStr">{inside}</x:c>'.encode()

    assert edited == (
        b"<x:worksheet " + space + b'><x:dimension ref="A1:D12"/><x:sheetData><x:row spans="1:4">'
        b"<x:c><x:v>1</x:v></x:c>" + cell("B1", "b") + cell("D1", "d") + b'</x:row><x:row r="2" ht="60">'
        + cell("C2", "c") + b'</x:row><x:row r="7">' + cell("A7", "zeven") + b'</x:row><x:row r="9"/>'
        b'<x:row r="12">' + cell("A12", "n") + b"</x:row></x:sheetData></x:worksheet>"
    )  # fmt: skip


def test_a_mark_before_the_text_and_rows_of_other_things_do_no_harm() -> None:
    """Excel writes where a button stands as `row` too, behind the data."""
    head, tail = (
        b'\xef\xbb\xbf<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1"><v>\xc3\xa9</v></c>',
        (b'</row></sheetData><controls xmlns:a="b"><a:row>1</a:row></controls></worksheet>'),
    )
    edited = with_texts(head + tail, {(1, 2): "b"}).xml
    assert edited == head + b'<c r="B1" t="inlineStr"><is><t xml:space="preserve">b</t></is></c>' + tail


@pytest.mark.parametrize("sheet", [b"<!DOCTYPE a []><worksheet><sheetData/></worksheet>", b"<worksheet/>", b"<work"])
def test_a_sheet_that_is_none_is_not_touched(sheet: bytes) -> None:
    with pytest.raises(expat.ExpatError):
        with_texts(sheet, {(1, 1): "a"})


def add(path: Path, **texts: str) -> str:
    return add_registration(open_workbook(path), texts, by=" Ada ", on=DAY)[1]


def test_a_new_registration_stands_below_the_others_and_all_else_is_as_it_was(tmp_path: Path) -> None:
    path = enriched(tmp_path)
    before, parts = read_inventory(path).registrations, read_parts(path)
    opened, new_id = add_registration(
        open_workbook(path), {"name": " Bomen in beeld ", "organization": "Gemeente Lindervoort"}, by=" Ada ", on=DAY
    )
    after, now = read_inventory(path).registrations, read_parts(path)
    assert new_id == "gemeente-lindervoort-bomen-in-beeld"
    assert after.index.tolist() == ["a1", "b2", "c3", new_id] == opened.inventory.registrations.index.tolist()
    assert after.loc[new_id].dropna().to_dict() == {
        "name": "Bomen in beeld",
        "organization": "Gemeente Lindervoort",
        "changed_by": "Ada",
        "changed_on": "2026-11-21",
    }
    pd.testing.assert_frame_equal(after.loc[["a1", "b2", "c3"], before.columns], before)
    assert [name for name in now if now[name] != parts[name]] == ["xl/worksheets/sheet1.xml"]
    assert read_inventory(path).place(new_id, "name").cell == "B7"


def test_a_new_registration_can_be_filled_in_further(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    opened, new_id = add_registration(open_workbook(path), {"name": "Bomen"}, by="Ada", on=DAY)
    save_registration(opened, new_id, {"goal": "Tellen", "score_impact": "4"}, by="Emre", on=DAY)
    row = read_inventory(path).registrations.loc[new_id]
    assert list(row[["name", "goal", "score_impact", "changed_by"]]) == ["Bomen", "Tellen", "4", "Emre"]


def test_the_id_of_a_new_registration_is_never_one_that_exists(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    assert [add(path, name=name) for name in ("Bomen", "Bomen", "a1", "Bomen!")] == [
        "bomen",
        "bomen-2",
        "a1-2",
        "bomen-3",
    ]
    assert read_inventory(path).registrations.index.is_unique


def test_the_first_registration_can_be_added_to_an_empty_workbook(tmp_path: Path) -> None:
    path = tmp_path / "inventaris.xlsx"
    write_inventory(Inventory(registrations=pd.DataFrame(columns=["name"], dtype="str")), path)
    assert add(path, name="Bomen") == "bomen"
    assert read_inventory(path).registrations["name"].to_dict() == {"bomen": "Bomen"}


def test_a_new_registration_needs_a_name_and_who(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    before = path.read_bytes()
    with pytest.raises(AlgregError, match="De naam ontbreekt"):
        add(path, name="  ")
    with pytest.raises(AlgregError, match="Uw naam ontbreekt"):
        add_registration(open_workbook(path), {"name": "Bomen"}, by=" ", on=DAY)
    assert path.read_bytes() == before


def test_a_new_registration_is_refused_when_the_workbook_changed_or_is_open_in_excel(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    opened = open_workbook(path)
    (tmp_path / "~$inventaris.xlsx").write_bytes(b"")
    with pytest.raises(OutputError, match="staat open in Excel"):
        add_registration(opened, {"name": "Bomen"}, by="Ada", on=DAY)
    (tmp_path / "~$inventaris.xlsx").unlink()
    save(path, "a1", goal="van een collega")
    changed = path.read_bytes()
    with pytest.raises(AlgregError, match="intussen veranderd"):
        add_registration(opened, {"name": "Bomen"}, by="Ada", on=DAY)
    assert path.read_bytes() == changed


def test_saving_a_registration_that_is_not_there_makes_no_new_one(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    before = path.read_bytes()
    with pytest.raises(AlgregError, match="geen registratie met ID 'zz'"):
        save(path, "zz", goal="Doel")
    assert path.read_bytes() == before


@pytest.mark.parametrize("merged", [b"A:B", b"4:5", b"", b"vier"])
def test_a_merged_cell_without_an_address_is_read_over_and_stops_saving_with_a_sentence(
    tmp_path: Path, merged: bytes
) -> None:
    path = workbook(tmp_path)
    cells = b'</sheetData><mergeCells count="1"><mergeCell ref="%b"/></mergeCells>' % merged
    with_part_changed(path, "xl/worksheets/sheet1.xml", rb"</sheetData>", cells)
    before = path.read_bytes()
    with pytest.raises(InputError, match="beschadigd"):
        save(path, "a1", goal="Doel")
    assert path.read_bytes() == before
