"""What a page, a document, a list or data gives away by its styles, its remarks or its shape; and the clean twins."""

import base64
import json
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest

from algreg_lib.publication import inspect_file
from algreg_lib.publication.inspection import search_file

_TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _rules(path: Path) -> list[str]:
    return sorted(set(inspect_file(path)["rule"]))


def _page(path: Path, body: str) -> Path:
    path.write_text(f'<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body>{body}</body></html>', "utf-8")
    return path


HIDDEN = "<p hidden>verstopt</p>"


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("<p>x</p><?php verstopt ?>", ["html-opmerking"]),
        ("<p>x</p><![CDATA[ verstopt ]]>", ["html-opmerking"]),
        ("<p>x</p><!-- verstopt", ["html-opmerking"]),
        ("<![if verstopt]><p>x</p><![endif]>", ["html-opmerking"]),
        ("<p>x</p><![cdata verstopt>", ["html-opmerking"]),
        ("<p>x</p><![7 verstopt", ["html-opmerking"]),
        ("<!-- verstopt --!><p>x</p>", ["html-opmerking"]),
        ("<aside>verstopt</aside><style>aside{display:none}</style>", ["verborgen-element"]),
        ("<p class='b'>verstopt</p><style>.a > p.b{display:none}</style>", ["verborgen-element"]),
        ("<p class='b'>verstopt</p><style>/* weg */ .b{color:red;visibility:collapse}</style>", ["verborgen-element"]),
        ("<p class='c'>x</p><style>.b{display:none}</style>", []),
        ("<p class='b'>x</p><style>.b:hover{display:none} p.c{display:none}</style>", []),
        ("<p style='left:-9999px;position:absolute'>verstopt</p>", ["verborgen-element"]),
        ("<p style='text-indent:-9999px'>verstopt</p>", ["verborgen-element"]),
        ("<p style='text-indent:-2em;margin-left:-8px'>x</p>", []),
        ("<p style='height:0;overflow:hidden'>verstopt</p>", ["verborgen-element"]),
        ("<p style='height:0'>x</p>", []),
        ("<p style='opacity:0.0'>verstopt</p>", ["verborgen-element"]),
        ("<p style='opacity:0.8'>x</p>", []),
        ("<p style='font-size:.5px'>verstopt</p>", ["verborgen-element"]),
        ("<dialog>verstopt</dialog>", ["verborgen-element"]),
        ("<dialog open>x</dialog>", []),
        ("<datalist><option value='verstopt'></datalist>", ["verborgen-element"]),
        ("<select><option value='1'>x</option></select>", []),
        ("<svg><metadata>verstopt</metadata></svg>", ["verborgen-element"]),
        ("<p class='w'>verstopt</p><style>.w{color:#fff}</style>", ["onzichtbare-opmaak"]),
        ("<div class='k'><p class='w'>x</p></div><style>.w{color:#fff} .k{background:#154273}</style>", []),
        ("<div style='background:navy'><p style='color:white'>x</p></div>", []),
        ("<p style='color:white;background:#fff'>verstopt</p>", ["onzichtbare-opmaak"]),
        ("<p style='color:#154273;background:#154273'>verstopt</p>", ["onzichtbare-opmaak"]),
        ("<p style='color:rgb(254, 254, 254)'>verstopt</p>", ["onzichtbare-opmaak"]),
        ("<p style='color:rgba(0,0,0,0)'>verstopt</p>", ["onzichtbare-opmaak"]),
        ("<p style='color:#00000000'>verstopt</p>", ["onzichtbare-opmaak"]),
        ("<p style='color:hsl(0,0%,100%)'>verstopt</p>", ["onzichtbare-opmaak"]),
        ("<p style='color:white;background:transparent'>verstopt</p>", ["onzichtbare-opmaak"]),
        ("<p style='color:var(--x);background:url(x.png)'>x</p>", []),
        ("<font color='white'>verstopt</font>", ["onzichtbare-opmaak"]),
        ("<table bgcolor='#154273'><tr><td><font color='white'>x</font></td></tr></table>", []),
        ("<svg><text fill='white'>verstopt</text></svg>", ["onzichtbare-opmaak"]),
        ("<script type='application/ld+json'>{\"author\": \"W. Schrijver\"}</script>", ["verborgen-element"]),
        ("<script type='module'>let x = 1;</script>", []),
        ("<meta property='article:author' content='W. Schrijver'>", ["auteur"]),
        ("<link rel='author' href='mailto:w@x.example'>", ["auteur"]),
        ("<svg sodipodi:docname='plan van W.svg'></svg>", ["pad"]),
        (f"<iframe src='data:text/html,{quote(HIDDEN)}'></iframe>", ["verborgen-element"]),
        (f"<object data='data:text/html;base64,{base64.b64encode(HIDDEN.encode()).decode()}'></object>",
         ["verborgen-element"]),
        ("<img src='data:image/svg+xml,%3Csvg%3E%3Cg/%3E%3C/svg%3E'>", []),
        ("<img src='data:text/html;base64,A'>", []),
    ],
)  # fmt: skip
def test_each_way_to_hide_in_a_page_is_found_and_its_twin_is_not(tmp_path, body, rules):
    assert _rules(_page(tmp_path / "x.html", body)) == rules


def test_pages_in_pages_without_end_are_looked_at_to_some_depth(tmp_path):
    body = HIDDEN
    for _ in range(9):
        body = f"<iframe srcdoc='{body.replace('&', '&amp;').replace(chr(39), '&#39;')}'></iframe>"
    assert _rules(_page(tmp_path / "x.html", body)) == []


@pytest.mark.parametrize(
    ("text", "rules", "cells"),
    [
        ('"a","b"\n"1","2"\n', [], []),
        ('"a","b"\n"1","2","","verstopt"\n', ["buiten-tabel"], ["D2"]),
        ('"a","b",""\n"1","2","verstopt"\n', ["buiten-tabel"], ["C2"]),
        ('"a","b",""\n"1","2",""\n', [], []),
        ('# van W. Schrijver\n"a","b"\n"1","2"\n', ["buiten-tabel"], ["A1"]),
        ('"a","b"\n"1","x' + " " * 90 + 'verstopt"\n', ["buiten-tabel"], ["B2"]),
        ('"a","b"\n"1","2"\n' + "\n" * 30 + '"verstopt","x"\n', ["buiten-tabel"] * 2, ["A33", "B33"]),
        ('"a","b"\n"1","eerste\n\ntweede"\n', [], []),
        ('"a","b"\n"1","x;=1+1;y"\n', ["formule"], ["regel 2"]),
        ('"a","b"\n"1","x;\'=1+1;y"\n', [], []),
        ('"a;b;c;d","b"\n"1","=1+1"\n', ["formule"], ["B2"]),
        ("a;b\nx;-2,5\n", [], []),
        ("", [], []),
    ],
)
def test_text_beside_a_list_and_formulas_in_it_are_found(tmp_path, text, rules, cells):
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    found = inspect_file(tmp_path / "x.csv")
    assert (list(found["rule"]), list(found["cell"])) == (rules, cells)


def test_a_name_that_stands_twice_in_data_is_found_with_what_it_hides(tmp_path):
    path = tmp_path / "x.json"
    path.write_text(r'{"a": [{"b": "C:\\Users\\w.schrijver", "b": "x"}], "c": 1}', encoding="utf-8")
    assert _rules(path) == ["dubbele-sleutel", "pad"]
    path.write_text(json.dumps([{"b": 1}, {"b": 1}]), encoding="utf-8")
    assert _rules(path) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_data_may_say_how_it_is_written(tmp_path, encoding):
    (tmp_path / "x.json").write_bytes('{"a": "Café"}'.encode(encoding))
    assert list(inspect_file(tmp_path / "x.json", forbidden=["Café"])["rule"]) == ["niet-openbaar"]


_STYLES = f"""<w:styles {_W}><w:style w:type="character" w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Toch"><w:basedOn w:val="Weg"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Alinea"><w:basedOn w:val="Basis"/></w:style>
<w:style w:type="paragraph" w:styleId="Basis"><w:basedOn w:val="Alinea"/>
<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Blauw"><w:tblStylePr>
<w:tcPr><w:shd w:fill="154273"/></w:tcPr></w:tblStylePr></w:style>
</w:styles>"""
_RUN = "<w:p>{}<w:r><w:rPr>{}</w:rPr><w:t>tekst</w:t></w:r></w:p>"
WHITE = '<w:color w:val="FFFFFF"/>'


def _document(path: Path, body: str, **others: str) -> Path:
    pointers = "".join(f'<Relationship Id="r{n}" Type="http://x/{n}" Target="{n}.xml"/>' for n in others)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{pointers}</Relationships>")
        for name, content in others.items():
            archive.writestr(f"word/{name}.xml", content)
    return path


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        (_RUN.format("", '<w:rStyle w:val="Weg"/>'), ["verborgen-tekst"]),
        (_RUN.format("", '<w:rStyle w:val="Toch"/>'), []),
        (_RUN.format('<w:pPr><w:pStyle w:val="Alinea"/></w:pPr>', ""), ["onzichtbare-opmaak"]),
        (_RUN.format('<w:pPr><w:pStyle w:val="Alinea"/></w:pPr>', '<w:color w:val="000000"/>'), []),
        (_RUN.format("", f'{WHITE}<w:shd w:fill="auto"/>'), ["onzichtbare-opmaak"]),
        (_RUN.format("", f'{WHITE}<w:highlight w:val="blue"/>'), []),
        (_RUN.format("", '<w:color w:val="FEFEFE"/>'), ["onzichtbare-opmaak"]),
        (_RUN.format("", '<w:color w:val="154273"/><w:shd w:fill="154273"/>'), ["onzichtbare-opmaak"]),
        (_RUN.format("", '<w:color w:themeColor="background1"/>'), ["onzichtbare-opmaak"]),
        (_RUN.format("", f'{WHITE}<w:shd w:themeFill="accent1"/>'), []),
        (_RUN.format('<w:pPr><w:shd w:fill="154273"/></w:pPr>', WHITE), []),
        (f'<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="154273"/></w:tcPr>{_RUN.format("", WHITE)}</w:tc></w:tr></w:tbl>',
         []),
        (f'<w:tbl><w:tblPr><w:tblStyle w:val="Blauw"/></w:tblPr>{_RUN.format("", WHITE)}</w:tbl>', []),
        (f"<w:tbl><w:tr><w:tc>{_RUN.format('', WHITE)}</w:tc></w:tr></w:tbl>", ["onzichtbare-opmaak"]),
        (f"<w:txbxContent>{_RUN.format('', WHITE)}</w:txbxContent>", []),
        (_RUN.format("", "<w:webHidden/>"), []),
        ('<w:p><w:r><w:instrText> PAGE  </w:instrText></w:r></w:p>', []),
        ('<w:tcPrChange w:author="W. Schrijver"/>', ["wijziging-bijgehouden"]),
        ('<w:moveFromRangeStart w:author="W. Schrijver"/>', ["wijziging-bijgehouden"]),
        ('<w:ffData><w:helpText w:val="verstopt"/></w:ffData>', ["zweeftekst"]),
        ("<!-- verstopt -->", ["html-opmerking"]),
    ],
)  # fmt: skip
def test_each_way_to_hide_in_a_document_is_found_and_its_twin_is_not(tmp_path, body, rules):
    assert _rules(_document(tmp_path / "x.docx", body, styles=_STYLES)) == rules


def test_the_numbers_of_sessions_are_told_as_a_fact(tmp_path):
    path = _document(tmp_path / "x.docx", "", settings="<s><rsids><rsid/><rsid/></rsids></s>")
    found = inspect_file(path)
    assert list(found[["rule", "severity", "value"]].iloc[0]) == ["bewerkingsnummers", "info", "2 nummers"]


def test_a_template_elsewhere_and_an_old_title_are_found(tmp_path):
    path = _document(tmp_path / "x.docx", "")
    pointer = (
        '<Relationship Id="r" Type="http://x/attachedTemplate" Target="https://x.example/" TargetMode="External"/>'
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("_rels/.rels", f"<Relationships>{pointer}</Relationships>")
        archive.writestr("docProps/core.xml", "<c><title>Nieuw</title></c>")
        archive.writestr(
            "docProps/app.xml", "<c><TitlesOfParts><lpstr>Oud</lpstr><lpstr>Nieuw</lpstr></TitlesOfParts></c>"
        )
    found = inspect_file(path)
    assert list(found["rule"]) == ["documenteigenschap", "externe-koppeling"]
    assert found["value"].iloc[0] == "Oud"


def test_a_document_whose_main_part_has_another_name_is_read(tmp_path):
    path = _document(tmp_path / "x.docx", "")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/document2.xml", f"<w:document {_W}>{_RUN.format('', '<w:vanish/>')}</w:document>")
        pointer = '<Relationship Id="r" Type="http://x/officeDocument" Target="word/document2.xml"/>'
        archive.writestr("_rels/.rels", f"<Relationships>{pointer}</Relationships>")
    assert _rules(path) == ["los-onderdeel", "verborgen-tekst"]


def test_any_file_is_searched_by_its_name_and_its_bytes(tmp_path):
    path = tmp_path / "verslag W. Schrijver.txt"
    path.write_bytes("met plan Geheim, voor iedereen".encode("utf-16"))
    found = search_file(path, forbidden=["plan geheim", "W. Schrijver", "iets anders"], name=path.name)
    assert list(found["value"]) == ["W. Schrijver", "plan geheim"]
