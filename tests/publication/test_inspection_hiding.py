"""Places in a workbook, and around it, where a text stays behind that a reader does not see; and their clean twins."""

import base64
import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from algreg_lib.files import FIXED_MOMENT
from algreg_lib.publication import inspect_file
from algreg_lib.publication.inspection.formats import hides

SHEET = "xl/worksheets/sheet1.xml"
SECRET = "Café geheim plan"


def _nothing(book: Any, page: Any) -> None:
    """A workbook without anything special."""


def _workbook(path: Path, change: Callable[[Any, Any], object] = _nothing) -> Path:
    with Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": "Algoritmes", "created": FIXED_MOMENT})
        page = book.add_worksheet("Algoritmes")
        for row, texts in enumerate((["Naam", "Doel"], ["Parkeren", "Drukte meten"], ["Afval", "Routes"])):
            page.write_row(row, 0, texts)
        change(book, page)
    return path


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def _packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def _replaced(path: Path, part: str, old: bytes, new: bytes) -> Path:
    parts = _parts(_workbook(path))
    assert old in parts[part]
    return _packed(path, parts | {part: parts[part].replace(old, new, 1)})


def _rules(path: Path, *, forbidden: tuple[str, ...] = ()) -> list[str]:
    return sorted(set(inspect_file(path, forbidden=forbidden)["rule"]))


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        (b'<row r="2"', b'<row ht="0.5" r="2"', ["verborgen-rij"]),
        (b'<row r="2"', b'<row ht="12" r="2"', []),
        (b"<sheetData>", b'<cols><col min="2" max="2" width="0.1"/></cols><sheetData>', ["verborgen-kolom"]),
        (b"<sheetData>", b'<cols><col min="2" max="2" width="1.5"/></cols><sheetData>', []),
        (b'defaultRowHeight="15"', b'defaultRowHeight="0"', ["verborgen-rij"]),
        (b"<sheetFormatPr", b'<sheetFormatPr defaultColWidth="0"', ["verborgen-kolom"]),
        (
            b'workbookViewId="0"/>',
            b'workbookViewId="0" topLeftCell="A2"><pane ySplit="1" topLeftCell="A3" state="frozen"/></sheetView>',
            ["verborgen-rij"],
        ),
        (
            b'workbookViewId="0"/>',
            b'workbookViewId="0" topLeftCell="B1"><pane xSplit="1" topLeftCell="C1" state="frozen"/></sheetView>',
            ["verborgen-kolom"],
        ),
        (
            b'workbookViewId="0"/>',
            b'workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView>',
            [],
        ),
        (b'workbookViewId="0"/>', b'workbookViewId="0" topLeftCell="A3"/>', []),
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A2:B2"/></mergeCells>', ["verborgen-tekst"]),
        (b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A4:B9"/></mergeCells>', []),
        (b"</sheetData>", b'</sheetData><hyperlinks><hyperlink ref="A2" tooltip="x"/></hyperlinks>', ["zweeftekst"]),
        (b"</sheetData>", b'</sheetData><hyperlinks><hyperlink ref="A2" location="A1"/></hyperlinks>', []),
        (
            b"</sheetData>",
            b'</sheetData><protectedRanges><protectedRange name="W. Schrijver" sqref="A1"/></protectedRanges>',
            ["gedefinieerde-naam"],
        ),
        (b"</sheetData>", b'</sheetData><dataConsolidate><dataRefs><dataRef sheet="x"/></dataRefs></dataConsolidate>',
         ["verbinding"]),
        (b"</sheetData>", b"</sheetData><extLst><ext><y>verstopt</y></ext></extLst>", ["verborgen-tekst"]),
        (b"</sheetData>", b"</sheetData><!-- verstopt -->", ["html-opmerking"]),
        (b"</sheetData>", b"</sheetData><?nota verstopt?>", ["html-opmerking"]),
    ],
)  # fmt: skip
def test_each_hidden_place_of_a_sheet_is_found_and_its_twin_is_not(tmp_path, old, new, rules):
    assert _rules(_replaced(tmp_path / "x.xlsx", SHEET, old, new)) == rules


@pytest.mark.parametrize(
    ("part", "old", "new", "rule"),
    [
        ("xl/workbook.xml", b"<workbookView ", b'<workbookView visibility="hidden" ', "verborgen-blad"),
        ("xl/workbook.xml", b"<workbookView ", b'<workbookView showSheetTabs="0" ', "verborgen-blad"),
        ("xl/sharedStrings.xml", b"</sst>", b"<si><t>van een blad dat weg is</t></si></sst>", "verborgen-tekst"),
        (
            "docProps/app.xml",
            b"<vt:lpstr>Algoritmes</vt:lpstr>",
            b"<vt:lpstr>Algoritmes</vt:lpstr><vt:lpstr>Personeel</vt:lpstr>",
            "documenteigenschap",
        ),
        ("xl/styles.xml", b'<color theme="1"/>', b'<color theme="1" tint="0.999"/>', "onzichtbare-opmaak"),
        ("xl/styles.xml", b'<color theme="1"/>', b'<color theme="0" tint="-0.01"/>', "onzichtbare-opmaak"),
    ],
)
def test_each_hidden_place_of_the_other_parts_is_found(tmp_path, part, old, new, rule):
    assert _rules(_replaced(tmp_path / "x.xlsx", part, old, new)) == [rule]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("docProps/app.xml", b"<vt:lpstr>Algoritmes<", b"<vt:lpstr>Algoritmes</vt:lpstr><vt:lpstr>Algoritmes!Titels<"),
        ("xl/styles.xml", b'<color theme="1"/>', b'<color theme="1" tint="0.35"/>'),
        ("xl/sharedStrings.xml", b"</sst>", b"<si><t> </t></si></sst>"),
    ],
)
def test_the_clean_twins_of_the_other_parts_give_nothing(tmp_path, part, old, new):
    assert _rules(_replaced(tmp_path / "x.xlsx", part, old, new)) == []


def test_a_table_without_its_titles_or_total_row_keeps_their_texts(tmp_path):
    columns = [{"header": "verstopt"}, {"header": "ook"}]
    hidden = {"header_row": False, "autofilter": False, "columns": columns}
    no_titles = _workbook(tmp_path / "a.xlsx", lambda book, page: page.add_table("A1:B3", hidden))
    found = inspect_file(no_titles)
    assert list(found[["rule", "value"]].iloc[0]) == ["verborgen-rij", "verstopt, ook"]
    shown = {"autofilter": False, "columns": [{"header": "Naam"}, {"header": "Doel"}]}
    parts = _parts(_workbook(tmp_path / "b.xlsx", lambda book, page: page.add_table("A1:B3", shown)))
    table = parts["xl/tables/table1.xml"].replace(b'name="Doel"', b'name="Doel" totalsRowLabel="verstopt"')
    assert _rules(_packed(tmp_path / "b.xlsx", parts)) == []
    assert _rules(_packed(tmp_path / "b.xlsx", parts | {"xl/tables/table1.xml": table})) == ["verborgen-tekst"]


def test_a_part_that_belongs_to_nothing_is_found(tmp_path):
    sheet = b'<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>'
    parts = _parts(_workbook(tmp_path / "x.xlsx")) | {"xl/worksheets/sheet9.xml": sheet}
    found = inspect_file(_packed(tmp_path / "x.xlsx", parts))
    assert list(found[["rule", "sheet"]].itertuples(index=False, name=None)) == [
        ("los-onderdeel", "xl/worksheets/sheet9.xml")
    ]


def test_a_sheet_that_is_pointed_to_but_not_in_the_list_of_sheets_is_found(tmp_path):
    parts = _parts(_workbook(tmp_path / "x.xlsx", lambda book, page: book.add_worksheet("Weg")))
    book = parts["xl/workbook.xml"].replace(b'<sheet name="Weg" sheetId="2" r:id="rId2"/>', b"")
    titles = parts["docProps/app.xml"].replace(b"<vt:lpstr>Weg</vt:lpstr>", b"")
    parts |= {"xl/workbook.xml": book, "docProps/app.xml": titles}
    assert _rules(_packed(tmp_path / "x.xlsx", parts)) == ["los-onderdeel"]


def test_the_workbook_is_found_where_the_file_itself_says_it_is(tmp_path):
    parts = _parts(_workbook(tmp_path / "x.xlsx", lambda book, page: book.add_worksheet("Personeel").hide()))
    parts["boek/wb.xml"] = parts.pop("xl/workbook.xml")
    parts["boek/_rels/wb.xml.rels"] = parts.pop("xl/_rels/workbook.xml.rels").replace(b'Target="', b'Target="/xl/')
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"xl/workbook.xml", b"boek/wb.xml")
    found = inspect_file(_packed(tmp_path / "x.xlsx", parts))
    assert list(found[["rule", "sheet"]].itertuples(index=False, name=None)) == [("verborgen-blad", "Personeel")]


def test_a_part_whose_name_differs_in_capitals_only_is_a_second_one(tmp_path):
    parts = _parts(_workbook(tmp_path / "x.xlsx"))
    assert _rules(_packed(tmp_path / "x.xlsx", parts | {"XL/Workbook.xml": b"<x/>"})) == ["onbekend-onderdeel"]


def test_the_author_is_found_in_the_properties_that_other_programs_write(tmp_path):
    path = _workbook(tmp_path / "x.xlsx", lambda book, page: book.set_properties({"author": "W. Schrijver"}))
    parts, place = _parts(path), "package/services/metadata/core-properties/0a1b.psmdcp"
    parts[place] = parts.pop("docProps/core.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"docProps/core.xml", place.encode())
    assert _rules(_packed(path, parts)) == ["auteur"]


def test_what_is_fetched_when_the_file_opens_is_found_and_a_link_is_not(tmp_path):
    outside = 'Target="https://x.example/" TargetMode="External"'
    pointer = f'<Relationships><Relationship Id="r1" Type="http://x/{{}}" {outside}/></Relationships>'
    parts = _parts(_workbook(tmp_path / "x.xlsx"))
    for kind, rules in (("oleObject", ["externe-koppeling"]), ("hyperlink", [])):
        pointed = parts | {"xl/worksheets/_rels/sheet1.xml.rels": pointer.format(kind).encode()}
        assert _rules(_packed(tmp_path / "x.xlsx", pointed)) == rules


@pytest.mark.parametrize(
    ("value", "code", "rules"),
    [
        (123456782, '"n.v.t."', ["onzichtbare-opmaak"]),
        (123456782, '"";"";"";""', ["onzichtbare-opmaak"]),
        (-5, "0;;0", ["onzichtbare-opmaak"]),
        (5, "0;;0", []),
        (0, "0;-0;;@", []),
        (1, '"Ja";"Nee";"Nee"', []),
        (42, '"Ja";"Nee";"Nee"', ["onzichtbare-opmaak"]),
        ("tekst", "0;0;0;", ["onzichtbare-opmaak"]),
        ("tekst", "0;0;0;@", []),
        ("tekst", "0", []),
        (7, "[Color2]0", ["onzichtbare-opmaak"]),
        (7, "[Red]0", []),
        (7, "[h]:mm", []),
        (7, '[>5]"";[<2]"";""', ["onzichtbare-opmaak"]),
        (7, "[>5]0;General", []),
        (7, '0" stuks; hoor"', []),
        (7, "dd-mm-yyyy", []),
    ],
)
def test_a_number_format_that_shows_nothing_of_the_value_is_found(tmp_path, value, code, rules):
    path = _workbook(
        tmp_path / "x.xlsx", lambda book, page: page.write(3, 0, value, book.add_format({"num_format": code}))
    )
    assert _rules(path) == rules


def test_a_format_that_was_left_open_stops_nobody():
    assert [hides(code, "positive") for code in ('"open', "[open", "\\", ";", "@")] == [True, False, True, True, False]


def test_a_tiny_part_of_a_text_is_found(tmp_path):
    def tiny(book, page):
        page.write_rich_string(3, 0, "zichtbaar ", book.add_format({"font_size": 1}), "niet")

    assert _rules(_workbook(tmp_path / "x.xlsx", tiny)) == ["onzichtbare-opmaak"]


def _with_remark(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = SECRET.encode()


def _with_remark_at_a_part(path: Path) -> None:
    parts = _parts(path)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.comment = SECRET.encode()
            archive.writestr(info, data)


def _with_extra_field(path: Path) -> None:
    parts = _parts(path)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.extra = struct.pack("<HH", 0xCAFE, len(SECRET.encode())) + SECRET.encode()
            archive.writestr(info, data)


def _with_data_behind(path: Path) -> None:
    path.write_bytes(path.read_bytes() + SECRET.encode())


def _with_data_before(path: Path) -> None:
    path.write_bytes(SECRET.encode() + path.read_bytes())


def _with_a_deleted_part(path: Path) -> None:
    """As a program leaves it that only takes the part from the list at the end."""
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet2.xml", f"<t>{SECRET * 9}</t>")
    whole = other.getvalue()
    path.write_bytes(whole[: whole.index(b"PK\x01\x02")] + path.read_bytes())


@pytest.mark.parametrize(
    "change",
    [
        _with_remark,
        _with_remark_at_a_part,
        _with_extra_field,
        _with_data_behind,
        _with_data_before,
        _with_a_deleted_part,
    ],
)
def test_what_stands_around_the_parts_is_found_and_searched(tmp_path, change):
    path = _workbook(tmp_path / "x.xlsx")
    change(path)
    assert _rules(path) == ["los-in-zip"]
    assert _rules(path, forbidden=(SECRET,)) == ["los-in-zip", "niet-openbaar"]


def test_the_fields_that_usual_programs_write_are_no_finding(tmp_path):
    parts, path = _parts(_workbook(tmp_path / "x.xlsx")), tmp_path / "y.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.extra = struct.pack("<HHBI", 0x5455, 5, 1, 0) + struct.pack("<HH", 0xA220, 300) + bytes(300)
            archive.writestr(info, data)
    stream = io.BytesIO()
    with zipfile.ZipFile(_Unseekable(stream), "w", zipfile.ZIP_DEFLATED) as archive:  # sizes behind each part
        for name, data in parts.items():
            archive.writestr(name, data)
    (tmp_path / "z.xlsx").write_bytes(stream.getvalue())
    assert (_rules(path), _rules(tmp_path / "z.xlsx")) == ([], [])


class _Unseekable(io.RawIOBase):
    def __init__(self, stream: io.BytesIO) -> None:
        self._stream = stream

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        return self._stream.write(data)


def _data_mashup() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Formulas/Section1.m", f"section Section1; // {SECRET}" + "\nshared x = 1;" * 30)
    whole = struct.pack("<II", 0, len(packed.getvalue())) + packed.getvalue() + b"\x10\0\0\0<rest/>"
    return f"<DataMashup>{base64.b64encode(whole).decode()}</DataMashup>".encode("utf-16")


_LONG = f"een tekst van meer dan een regel, waarin ergens {SECRET} staat en daarna nog veel meer tekst"
PICTURE_TEXT = struct.pack(">I", 30) + b"zTXtAuthor\0\0" + zlib.compress(SECRET.encode() * 3)


@pytest.mark.parametrize(
    "content",
    [
        SECRET.encode("cp1252"),
        SECRET.encode("mac_roman"),
        SECRET.encode("cp850"),
        SECRET.encode("utf-32-le"),
        "Caf\u0065\u034f\u0301 \u2066geh\u2069eim\u180e pl\U000e0061an".encode(),
        "Caf\x07é geheim plan".encode(),
        b"Caf\\u{e9} geheim plan",
        b"<t>" + base64.encodebytes(_LONG.encode()) + b"</t>",
        b"<t>" + SECRET.encode().hex().encode() + b"</t>",
        b"<t>" + base64.b64encode(gzip.compress(SECRET.encode() * 3, mtime=0)) + b"</t>",
        b"<t>" + base64.b64encode(zlib.compress(SECRET.encode() * 3)) + b"</t>",
        gzip.compress(SECRET.encode() * 3, mtime=0),
        b"\x89PNG\r\n\x1a\n" + PICTURE_TEXT,
        _data_mashup(),
    ],
    ids=lambda content: content[:40].decode("ascii", "replace"),
)
def test_a_forbidden_text_is_found_however_a_part_writes_it(tmp_path, content):
    parts = _parts(_workbook(tmp_path / "x.xlsx")) | {"xl/media/image1.png": content}
    assert "niet-openbaar" in _rules(_packed(tmp_path / "x.xlsx", parts), forbidden=(SECRET,))
    assert "niet-openbaar" not in _rules(_packed(tmp_path / "x.xlsx", parts), forbidden=("Café gesloten plan",))


def test_a_forbidden_text_is_found_with_the_quotes_and_hyphens_of_a_program(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text('"in \u2019t Hoekje, bij Anne\u2011Marie"\n', encoding="utf-8")
    assert list(inspect_file(path, forbidden=["'t Hoekje", "Anne-Marie"])["rule"]) == ["niet-openbaar"] * 2


def test_a_long_run_of_letters_does_not_take_long(tmp_path):
    """A pattern that looks again from each letter would take hours."""
    path = tmp_path / "x.json"
    path.write_text('["' + "a1" * 300_000 + '"]', encoding="utf-8")
    assert _rules(path, forbidden=(SECRET,)) == []
