"""One workbook for each way in which a workbook gives away more than its reader sees; and clean twins."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from algreg_lib.files import FIXED_MOMENT
from algreg_lib.publication import inspect_file

#: A picture of one point.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c626001000000ffff03000006000557bfabd40000000049454e44ae426082"
)


def _workbook(path: Path, change: Callable[[Any, Any], object]) -> Path:
    with Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": "Algoritmes", "created": FIXED_MOMENT})
        page = book.add_worksheet("Algoritmes")
        page.write_row(0, 0, ["Naam", "Doel"])
        page.write_row(1, 0, ["Parkeren", "Drukte meten"])
        change(book, page)
    return path


def _with_part(path: Path, name: str, content: bytes) -> Path:
    """The workbook with one more part, as another program would leave it."""
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, content)
    return path


def _with_replaced(path: Path, name: str, old: bytes, new: bytes) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    assert old in parts[name]
    with zipfile.ZipFile(path, "w") as archive:
        for other, data in parts.items():
            archive.writestr(other, data.replace(old, new) if other == name else data)
    return path


def _found(path: Path) -> list[tuple[str, str, str]]:
    table = inspect_file(path)
    return list(table[["rule", "sheet", "cell"]].itertuples(index=False, name=None))


def test_a_plain_workbook_gives_no_findings(tmp_path):
    assert _found(_workbook(tmp_path / "schoon.xlsx", lambda book, page: None)) == []


def test_a_clean_twin_with_colours_widths_and_frozen_rows_gives_no_findings(tmp_path):
    def change(book, page):
        page.freeze_panes(1, 0)
        page.set_column(0, 1, 40)
        page.set_footer('&L&"Arial,Bold"&8&A&RBlad &P van &N')
        page.write(0, 0, "Naam", book.add_format({"bg_color": "#154273", "font_color": "#FFFFFF", "bold": True}))
        page.write(2, 1, 12.5, book.add_format({"num_format": "0.00;-0.00;;@"}))
        page.write_url(2, 0, "https://www.overheid.nl", string="overheid.nl")

    assert _found(_workbook(tmp_path / "schoon.xlsx", change)) == []


def _hidden_sheet(book, page):
    book.add_worksheet("Personeel").hide()


def _very_hidden_sheet(book, page):
    book.add_worksheet("Personeel").very_hidden()


def _comment(book, page):
    page.write_comment("B2", "nog nakijken", {"author": "W. Schrijver"})


def _white_on_white(book, page):
    page.write("C2", "wit", book.add_format({"font_color": "#FFFFFF"}))


def _same_colours(book, page):
    page.write("C2", "blauw", book.add_format({"font_color": "#154273", "bg_color": "#154275"}))


def _white_run(book, page):
    page.write_rich_string("C2", "zichtbaar ", book.add_format({"font_color": "white"}), "wit")


def _nothing_format(book, page):
    page.write("C2", 42, book.add_format({"num_format": ";;;"}))


def _tiny(book, page):
    page.write("C2", "klein", book.add_format({"font_size": 1}))


def _hidden_column(book, page):
    page.set_column("B:C", None, None, {"hidden": True})


def _hidden_row(book, page):
    page.set_row(1, None, None, {"hidden": True})


def _rows_hidden_by_default(book, page):
    page.set_default_row(hide_unused_rows=True)


def _narrow_column(book, page):
    page.set_column("B:B", 0)


def _filter(book, page):
    page.autofilter("A1:B2")


def _table(book, page):
    page.add_table("A1:B2", {"columns": [{"header": "Naam"}, {"header": "Doel"}]})


@pytest.mark.parametrize(
    ("change", "traces"),
    [
        (_hidden_sheet, [("verborgen-blad", "Personeel", "")]),
        (_very_hidden_sheet, [("verborgen-blad", "Personeel", "")]),
        (_hidden_row, [("verborgen-rij", "Algoritmes", "2")]),
        (_rows_hidden_by_default, [("verborgen-rij", "Algoritmes", "")]),
        (_hidden_column, [("verborgen-kolom", "Algoritmes", "B:C")]),
        (_narrow_column, [("verborgen-kolom", "Algoritmes", "B")]),
        (_white_on_white, [("onzichtbare-opmaak", "Algoritmes", "C2")]),
        (_same_colours, [("onzichtbare-opmaak", "Algoritmes", "C2")]),
        (_white_run, [("onzichtbare-opmaak", "Algoritmes", "C2")]),
        (_nothing_format, [("onzichtbare-opmaak", "Algoritmes", "C2")]),
        (_tiny, [("onzichtbare-opmaak", "Algoritmes", "C2")]),
        (_table, [("filter", "Algoritmes", "A1:B2")]),
        (lambda book, page: page.write_formula("C2", "=1+1"), [("formule", "Algoritmes", "C2")]),
        (lambda book, page: page.data_validation("B2", {"validate": "list", "source": ["x", "y"]}),
         [("keuzelijst", "Algoritmes", "B2")]),
        (lambda book, page: page.conditional_format("B2", {"type": "cell", "criteria": "==", "value": '"Jan"'}),
         [("voorwaardelijke-opmaak", "Algoritmes", "B2")]),
        (lambda book, page: page.set_header("&CAlleen intern"), [("kop-of-voettekst", "Algoritmes", "")]),
        (lambda book, page: book.define_name("Tarief", "=0.21"), [("gedefinieerde-naam", "", "")]),
        (lambda book, page: book.set_properties({"title": "x", "created": FIXED_MOMENT, "author": "W. Schrijver"}),
         [("auteur", "docProps/core.xml", "creator"), ("auteur", "docProps/core.xml", "lastModifiedBy")]),
        (lambda book, page: book.set_properties({"created": FIXED_MOMENT, "comments": "concept", "company": "X"}),
         [("documenteigenschap", "docProps/app.xml", "Company"),
          ("documenteigenschap", "docProps/core.xml", "description")]),
        (lambda book, page: book.set_custom_property("Dossier", "geheim"),
         [("documenteigenschap", "docProps/custom.xml", "Dossier")]),
    ],
    ids=lambda value: value.__name__ if callable(value) else value[0][0],
)  # fmt: skip
def test_each_leak_is_found_where_it_is(tmp_path, change, traces):
    assert sorted(_found(_workbook(tmp_path / "lek.xlsx", change))) == sorted(traces)


def test_a_comment_and_its_author_are_found(tmp_path):
    found = inspect_file(_workbook(tmp_path / "lek.xlsx", _comment))
    rules = set(found["rule"])
    assert {"opmerking", "auteur"} <= rules
    comment = found[found["rule"] == "opmerking"].iloc[0]
    assert (comment["sheet"], comment["cell"], comment["value"]) == ("Algoritmes", "B2", "nog nakijken")
    assert "W. Schrijver" in set(found["value"])


def test_a_filter_is_found_as_filter_and_as_name(tmp_path):
    assert {rule for rule, _, _ in _found(_workbook(tmp_path / "lek.xlsx", _filter))} == {
        "filter",
        "gedefinieerde-naam",
    }


def test_a_picture_a_shape_and_a_chart_are_found(tmp_path):
    (tmp_path / "punt.png").write_bytes(PNG)
    picture = _workbook(tmp_path / "a.xlsx", lambda book, page: page.insert_image("C2", str(tmp_path / "punt.png")))
    shape = _workbook(tmp_path / "b.xlsx", lambda book, page: page.insert_textbox("C2", "memo"))

    def chart(book, page):
        drawn = book.add_chart({"type": "column"})
        drawn.add_series({"values": "=Algoritmes!$B$2"})
        page.insert_chart("C2", drawn)

    assert {rule for rule, _, _ in _found(picture)} == {"afbeelding", "tekening"}
    assert {rule for rule, _, _ in _found(shape)} == {"tekening"}
    assert {rule for rule, _, _ in _found(_workbook(tmp_path / "c.xlsx", chart))} == {"tekening"}


@pytest.mark.parametrize(
    ("part", "content", "rule"),
    [
        ("xl/threadedComments/threadedComment1.xml", b'<T><threadedComment ref="B2"/></T>', "opmerking"),
        ("xl/persons/person.xml", b'<P><person displayName="W. Schrijver"/></P>', "auteur"),
        ("xl/externalLinks/externalLink1.xml", b"<externalLink/>", "externe-koppeling"),
        ("xl/pivotCache/pivotCacheRecords1.xml", b"<pivotCacheRecords/>", "draaitabel"),
        ("xl/pivotTables/pivotTable1.xml", b"<pivotTableDefinition/>", "draaitabel"),
        ("customXml/item1.xml", b"<x/>", "eigen-xml"),
        ("xl/printerSettings/printerSettings1.bin", b"\\\0p", "printerinstelling"),
        ("xl/vbaProject.bin", b"x", "macro"),
        ("xl/macrosheets/sheet1.xml", b"<x/>", "macro"),
        ("xl/connections.xml", b"<connections/>", "verbinding"),
        ("xl/queryTables/queryTable1.xml", b"<x/>", "verbinding"),
        ("xl/embeddings/oleObject1.bin", b"x", "ingesloten-bestand"),
        ("xl/revisions/revisionLog1.xml", b"<x/>", "wijziging-bijgehouden"),
        ("xl/media/image1.png", PNG, "afbeelding"),
        ("docProps/thumbnail.jpeg", b"x", "afbeelding"),
        ("xl/vreemd/ding.xml", b"<x/>", "onbekend-onderdeel"),
        ("geheim.txt", b"hoi", "onbekend-onderdeel"),
    ],
)  # fmt: skip
def test_each_part_that_does_not_belong_is_found(tmp_path, part, content, rule):
    path = _with_part(_workbook(tmp_path / "lek.xlsx", lambda book, page: None), part, content)
    assert [found for found, _, _ in _found(path) if found != "los-onderdeel"] == [rule]


@pytest.mark.parametrize(
    "remains",
    [
        rb"C:\Users\w.schrijver\Documents\x.xlsx",
        rb"\\server01\afdeling\x.xlsx",
        b"file:///home/schrijver/x.xlsx",
        b"/Users/schrijver/x.xlsx",
    ],
)
def test_remains_of_a_path_are_found(tmp_path, remains):
    path = _with_replaced(
        _workbook(tmp_path / "lek.xlsx", lambda book, page: None),
        "xl/workbook.xml",
        b"<bookViews>",
        b'<absPath url="' + remains + b'"/><bookViews>',
    )
    assert {rule for rule, _, _ in _found(path)} == {"pad"}


def test_a_validation_of_a_newer_excel_is_found_too(tmp_path):
    path = _with_replaced(
        _workbook(tmp_path / "lek.xlsx", lambda book, page: None),
        "xl/worksheets/sheet1.xml",
        b"</worksheet>",
        b"<extLst><ext><dataValidations><dataValidation><formula1><f>Intern!A1:A9</f></formula1><sqref>B2:B9</sqref>"
        b"</dataValidation></dataValidations></ext></extLst></worksheet>",
    )
    assert _found(path) == [("keuzelijst", "Algoritmes", "B2:B9")]


def test_the_reading_aid_of_a_text_is_found(tmp_path):
    path = _with_replaced(
        _workbook(tmp_path / "lek.xlsx", lambda book, page: None),
        "xl/sharedStrings.xml",
        b"<t>Parkeren</t>",
        b'<t>Parkeren</t><rPh sb="0" eb="1"><t>verstopt</t></rPh>',
    )
    assert _found(path) == [("verborgen-tekst", "xl/sharedStrings.xml", "")]


def test_a_workbook_that_was_shared_names_its_user(tmp_path):
    path = _with_replaced(
        _workbook(tmp_path / "lek.xlsx", lambda book, page: None),
        "xl/workbook.xml",
        b"<bookViews>",
        b'<fileSharing userName="W. Schrijver"/><bookViews>',
    )
    assert _found(path) == [("auteur", "xl/workbook.xml", "")]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/styles.xml", b'<sz val="11"/>', b'<sz val="groot"/>'),
        ("xl/styles.xml", b'fontId="0"', b'fontId="-7"'),
        ("xl/styles.xml", b'theme="1"', b'theme="nan"'),
        ("xl/worksheets/sheet1.xml", b'<c r="A1" t="s"><v>0</v>', b'<c r="A1" s="x" t="s"><v>1e400</v>'),
        ("xl/worksheets/sheet1.xml", b"<sheetData>", b'<cols><col min="x" max="" hidden="1"/></cols><sheetData>'),
    ],
)
def test_numbers_that_are_none_stop_nobody(tmp_path, part, old, new):
    path = _with_replaced(_workbook(tmp_path / "raar.xlsx", lambda book, page: None), part, old, new)
    assert {rule for rule, _, _ in _found(path)} <= {"verborgen-kolom", "verborgen-tekst"}
