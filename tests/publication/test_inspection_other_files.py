"""What Word documents, web pages, CSV and JSON files give away; and what cannot be inspected."""

import io
import re
import zipfile
from importlib.resources import files
from pathlib import Path

import pytest

from algreg_lib.errors import InputError
from algreg_lib.findings import SEVERITIES
from algreg_lib.publication import inspect_file
from algreg_lib.publication.inspection.traces import rules

_TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
_RUN = "<w:p><w:r>{}<w:t>tekst</w:t></w:r></w:p>"


_RELATION = '<Relationship Id="rId{}" Type="http://x.example/{}" Target="{}"/>'


def _document(path: Path, body: str, **others: bytes) -> Path:
    """A document with other parts (`__` for `/`), to each of which it points."""
    names = {name: name.replace("__", "/").replace("_xml", ".xml") for name in others}
    pointers = (_RELATION.format(n, name.rpartition("/")[2], f"/{name}") for n, name in enumerate(names.values()))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/document.xml", _DOCUMENT.format(body))
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{''.join(pointers)}</Relationships>")
        for name, content in others.items():
            archive.writestr(names[name], content)
    return path


def _rules(path: Path) -> list[str]:
    return list(inspect_file(path)["rule"])


def _text(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_every_rule_has_a_severity_and_says_what_to_do():
    assert all(rule["severity"] in SEVERITIES and rule["message"].endswith(".") for rule in rules().values())


def test_a_plain_document_gives_no_findings(tmp_path):
    assert _rules(_document(tmp_path / "schoon.docx", _RUN.format("") + _RUN.format("<w:rPr><w:b/></w:rPr>"))) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (_RUN.format("<w:rPr><w:vanish/></w:rPr>"), "verborgen-tekst"),
        (_RUN.format('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'), "onzichtbare-opmaak"),
        (_RUN.format('<w:rPr><w:sz w:val="2"/></w:rPr>'), "onzichtbare-opmaak"),
        ('<w:p><w:ins w:author="W. Schrijver"><w:r><w:t>x</w:t></w:r></w:ins></w:p>', "wijziging-bijgehouden"),
        ('<w:p><w:del w:author="W."><w:r><w:delText>x</w:delText></w:r></w:del></w:p>', "wijziging-bijgehouden"),
        ("<w:p><w:r><w:instrText>INCLUDETEXT x</w:instrText></w:r></w:p>", "formule"),
    ],
)
def test_each_leak_in_the_text_of_a_document_is_found(tmp_path, body, rule):
    assert _rules(_document(tmp_path / "lek.docx", body)) == [rule]


@pytest.mark.parametrize(
    "body",
    [
        _RUN.format('<w:rPr><w:vanish w:val="0"/></w:rPr>'),
        _RUN.format('<w:rPr><w:color w:val="FFFFFF"/><w:shd w:fill="154273"/></w:rPr>'),
        _RUN.format('<w:rPr><w:sz w:val="18"/></w:rPr>'),
    ],
)
def test_the_good_twins_in_a_document_are_left_alone(tmp_path, body):
    assert _rules(_document(tmp_path / "schoon.docx", body)) == []


@pytest.mark.parametrize(
    ("part", "content", "rule"),
    [
        ("word__comments_xml", b'<c><comment author="W. Schrijver"><t>hm</t></comment></c>', "opmerking"),
        ("word__people_xml", b'<p><person author="W. Schrijver"/></p>', "auteur"),
        ("word__header1_xml", b"<h><t>Alleen intern</t></h>", "kop-of-voettekst"),
        ("word__footer2_xml", b"<h><t>Alleen intern</t></h>", "kop-of-voettekst"),
        ("word__settings_xml", b'<s><docVar name="dossier" val="1"/></s>', "documenteigenschap"),
        ("word__media__image1.png", b"x", "afbeelding"),
        ("word__embeddings__x.xlsx", b"x", "ingesloten-bestand"),
        ("word__vbaProject.bin", b"x", "macro"),
        ("customXml__item1_xml", b"<x/>", "eigen-xml"),
        ("docProps__core_xml", b"<c><creator>W. Schrijver</creator><title>Verslag</title></c>", "auteur"),
        (
            "docProps__app_xml",
            b"<c><Template>Normal.dotm</Template><Company>X</Company></c>",
            "documenteigenschap",
        ),
        ("word__raar_xml", b"<x/>", "onbekend-onderdeel"),
    ],
)
def test_each_part_of_a_document_that_leaks_is_found(tmp_path, part, content, rule):
    assert _rules(_document(tmp_path / "lek.docx", _RUN.format(""), **{part: content})) == [rule]


def _page(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="nl"><head><title>x</title>{head}</head><body>{body}</body></html>'


def test_a_plain_page_gives_no_findings(tmp_path):
    body = (
        '<h1 class="kop">Overzicht</h1><p style="color:#fff;background:#154273">wit</p>'
        '<img src="data:image/png;base64,AA==">'
        '<a href="https://www.overheid.nl">overheid</a><script>let x = 1;</script><div hidden></div>'
    )
    style = (
        ".kop{color:red;font-size:1.2rem} #top{background:url(data:image/png;base64,AA==)} "
        "@media print { .kop { display: none } p { margin: 0 } }"
    )
    head = f'<meta name="description" content="x"><style>{style}</style>'
    assert _rules(_text(tmp_path / "schoon.html", _page(body, head))) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<!-- nog vragen aan W. Schrijver -->", "html-opmerking"),
        ("<div hidden>concept</div>", "verborgen-element"),
        ('<div style="display: none"><p>a <b>diep</b></p></div>', "verborgen-element"),
        ("<template>concept</template>", "verborgen-element"),
        ('<input type="hidden" name="dossier" value="1">', "verborgen-element"),
        ('<p style="color:#FFF">wit</p>', "onzichtbare-opmaak"),
        ('<img src="https://elders.example/x.png">', "externe-bron"),
        ('<script src="//elders.example/x.js"></script>', "externe-bron"),
        ('<p class="weg">concept</p><style>.weg { display:none }</style>', "verborgen-element"),
        ('<p id="weg">concept</p><style>#weg, .x { visibility:hidden }</style>', "verborgen-element"),
        ('<p style="font-size: 1px">concept</p>', "verborgen-element"),
        ("<style>@import 'https://elders.example/x.css';</style>", "externe-bron"),
        ('<p style="background:url(//elders.example/x.png)">x</p>', "externe-bron"),
        ('<iframe srcdoc="<!-- nog vragen -->"></iframe>', "html-opmerking"),
        (r"<p>zie C:\Users\w.schrijver\x</p>", "pad"),
    ],
)
def test_each_leak_in_a_page_is_found(tmp_path, body, rule):
    assert set(_rules(_text(tmp_path / "lek.html", _page(body)))) == {rule}


@pytest.mark.parametrize("name", ["x.xlsx", "x.xlsm", "x.docx"])
def test_a_zip_that_is_no_office_file_is_found(tmp_path, name):
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
    assert _rules(tmp_path / name) == ["ander-soort"]


def test_a_second_part_with_the_same_name_is_found_and_read(tmp_path):
    path = _document(tmp_path / "lek.docx", _RUN.format(""))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", _DOCUMENT.format("geheim plan"))
    found = inspect_file(path, forbidden=["geheim plan"])
    assert set(found["rule"]) == {"onbekend-onderdeel", "niet-openbaar"}


def test_the_author_of_a_page_is_found(tmp_path):
    head = '<meta name="author" content="W. Schrijver">'
    assert _rules(_text(tmp_path / "lek.html", _page("<p>x</p>", head))) == ["auteur"]


def test_a_report_of_ours_is_for_inside(tmp_path):
    frame = files("algreg_lib.reports").joinpath("templates/algreg/frame.html.j2").read_text(encoding="utf-8")
    (mark,) = re.findall(r'<meta name="algreg".*>', frame)
    assert "Intern: niet publiceren." in frame
    assert _rules(_text(tmp_path / "kwaliteit.html", _page("<p>x</p>", mark))) == ["intern-rapport"]


def test_text_that_a_spreadsheet_runs_is_found_in_csv(tmp_path):
    path = _text(tmp_path / "lek.csv", 'naam;doel\n"=1+1";"-2,5"\n"\t@x";"\'=veilig"\n')
    found = inspect_file(path)
    assert list(found["rule"]) == ["formule", "formule"]
    assert list(found["cell"]) == ["A2", "A3"]


def test_a_path_in_json_is_found_and_an_escaped_line_break_is_not(tmp_path):
    assert _rules(_text(tmp_path / "schoon.json", '{"a": "Stap B:\\nDoe iets\\nen nog iets"}')) == []
    assert _rules(_text(tmp_path / "lek.json", '{"a": "staat op \\\\\\\\server01\\\\afdeling"}')) == ["pad"]


def _bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 40_000_000)
    return path


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _entities(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>')
    return path


def _truncated(path: Path) -> Path:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<x/>" * 1000)
    return _written(path, whole.getvalue()[:-40])


def _beheaded(path: Path) -> Path:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<x/>" * 1000)
    return _written(path, whole.getvalue()[40:])


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda path: path, "bestaat-niet.xlsx"),
        (lambda path: _written(path, b"geen zip"), "x.xlsx"),
        (lambda path: _written(path, b""), "x.docx"),
        (lambda path: _written(path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)), "x.xlsx"),
        (_truncated, "x.xlsx"),
        (_beheaded, "x.xlsx"),
        (_bomb, "x.xlsx"),
        (_entities, "x.xlsx"),
        (lambda path: _written(path, b"{"), "x.json"),
        (lambda path: _written(path, b"[" * 100_000), "x.json"),
        (lambda path: _written(path, b"%PDF"), "x.pdf"),
        (lambda path: path.mkdir() or path, "map.xlsx"),
    ],
)
def test_what_cannot_be_inspected_says_so(tmp_path, make, name):
    with pytest.raises(InputError) as told:
        inspect_file(make(tmp_path / name))
    assert told.value.advice.endswith(".")
