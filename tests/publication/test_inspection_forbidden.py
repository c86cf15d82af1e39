"""A forbidden text is found in whatever way it is written down in a file."""

import base64
import json
import re
import zipfile
from html import unescape
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from algreg_lib.publication import inspect_file
from algreg_lib.publication.inspection.decoded import texts
from algreg_lib.publication.needles import Needles, folded

SECRET = "Café 't Hoekje & dossier <77>"


def _zip(path: Path, parts: dict[str, bytes], comment: bytes = b"") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.comment = comment
    return path


def _is_found(path: Path, secret: str = SECRET) -> bool:
    table = inspect_file(path, forbidden=[secret, "iets heel anders"])
    assert set(table.loc[table["rule"] == "niet-openbaar", "value"]) <= {secret}
    return bool((table["rule"] == "niet-openbaar").any())


def _inner_zip(data: bytes, tmp_path: Path) -> bytes:
    return _zip(tmp_path / "binnen.xlsx", {"xl/sharedStrings.xml": data}).read_bytes()


XML = escape(SECRET)


@pytest.mark.parametrize(
    "content",
    [
        f"<x><t>{XML}</t></x>".encode(),
        f"<x><t>{XML}</t></x>".encode("utf-16"),
        f'<x naam="{XML}"/>'.encode(),
        f"<x><r><t>{XML[:6]}</t></r><r><rPr><b/></rPr><t>{XML[6:]}</t></r></x>".encode(),
        f"<x>{''.join(f'&#{ord(sign)};' for sign in SECRET)}</x>".encode(),
        f"<x>{escape(XML)}</x>".encode(),
        f"<x>{SECRET.upper().replace('&', '&amp;').replace('<', '&lt;')}</x>".encode(),
        f"<x>{XML.replace(' ', chr(10) + '   ')}</x>".encode(),
        f"<x>{XML.replace('dossier', 'dos' + chr(0x200B) + 'sier' + chr(0xAD))}</x>".encode(),
        f"<x>{XML.replace('C', '_x0043_')}</x>".encode(),
        f"<x>{quote(SECRET)}</x>".encode(),
        f"<x>{base64.b64encode(SECRET.encode()).decode()}</x>".encode(),
        f"<x>abc{base64.b64encode(SECRET.encode()).decode()}</x>".encode(),
        f"<x>{base64.urlsafe_b64encode(SECRET.encode('utf-16-le')).decode()}</x>".encode(),
        f"<x>{escape(json.dumps(SECRET))}</x>".encode(),
    ],
    ids=lambda content: content[:60].decode("utf-8", "replace"),
)
def test_it_is_found_in_every_encoding_in_a_part(tmp_path, content):
    assert _is_found(_zip(tmp_path / "lek.xlsx", {"xl/sharedStrings.xml": content}))


def test_it_is_found_in_binary_parts_names_remarks_and_inner_files(tmp_path):
    wide = b"\x01\x02" + SECRET.encode("utf-16-le")
    assert _is_found(_zip(tmp_path / "a.xlsx", {"xl/printerSettings/p.bin": wide}))
    assert _is_found(_zip(tmp_path / "b.xlsx", {"xl/printerSettings/p.bin": b"\x07" + wide}))
    assert _is_found(_zip(tmp_path / "c.xlsx", {"xl/geheim plan.xml": b"<x/>"}), "geheim plan")
    assert _is_found(_zip(tmp_path / "d.xlsx", {}, comment=SECRET.encode()))
    inner = _inner_zip(f"<t>{XML}</t>".encode(), tmp_path)
    assert _is_found(_zip(tmp_path / "e.xlsx", {"xl/embeddings/x.xlsx": inner}))


def test_it_is_found_between_the_parts_of_a_zip(tmp_path):
    path = _zip(tmp_path / "lek.xlsx", {})
    path.write_bytes(SECRET.encode() + path.read_bytes())
    assert _is_found(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lek.json", json.dumps({"x": SECRET})),
        ("lek.json", json.dumps({SECRET: 1}, ensure_ascii=False)),
        ("lek.json", json.dumps({"x": json.dumps(SECRET)})),
        ("lek.csv", f'"a","{SECRET}"\n'),
        ("lek.html", f"<p>{XML.replace('dossier', '<b>dos</b>sier')}</p>"),
        ("lek.html", f'<a href="data:text/plain;base64,{base64.b64encode(SECRET.encode()).decode()}">x</a>'),
        ("lek.html", f'<a href="https://x.example/?q={quote(SECRET, safe="")}">x</a>'),
        ("lek.html", f"<script>let x = {json.dumps(SECRET)};</script>"),
    ],
)
def test_it_is_found_in_text_files(tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert _is_found(tmp_path / name)


def test_a_sign_outside_the_first_plane_is_found_in_json(tmp_path):
    (tmp_path / "lek.json").write_text(json.dumps({"x": "plan 🔒 geheim"}), encoding="ascii")
    assert _is_found(tmp_path / "lek.json", "plan 🔒 geheim")


def test_html_that_was_withheld_is_found_as_plain_text(tmp_path):
    (tmp_path / "lek.csv").write_text("Eerst dit. Dan dat.", encoding="utf-8")
    assert _is_found(tmp_path / "lek.csv", "<p>Eerst dit.</p><p>Dan dat.</p>")


@pytest.mark.parametrize("text", ["januari", "Rijan", "jan2", "x"])
def test_a_short_text_is_found_only_as_a_whole_word(text):
    assert Needles(["Jan"]).found_in(f"in {text} weer") == set()
    assert Needles(["Jan"]).found_in(f"in {text}, jan-") == {"Jan"}


def test_a_text_of_eight_signs_is_found_inside_a_word_and_across_spaces():
    assert Needles(["abc defgh"]).found_in("xab cdefghx") == {"abc defgh"}
    assert Needles(["abc defg"]).found_in("xabc defgx, abcdefg, ab cdefg") == set()
    assert Needles(["abc defg"]).found_in("x abc  DEFG.") == {"abc defg"}


def test_no_forbidden_text_gives_no_findings(tmp_path):
    (tmp_path / "schoon.csv").write_text('"naam"\n"Parkeren"\n', encoding="utf-8")
    assert inspect_file(tmp_path / "schoon.csv", forbidden=["Okke Wielinga", "", "  "]).empty


def _plainly_stands(needle: str, text: str) -> bool:
    """The same question, asked needle by needle."""
    spaced = folded(text)
    for form in {folded(needle), folded(unescape(re.sub("<[^<>]*>", " ", needle)))}:
        squeezed = form.replace(" ", "")
        if len(squeezed) >= 8 and squeezed in spaced.replace(" ", ""):
            return True
        around = (f"{spaced[place - 1 : place]}{spaced[place + len(form) :][:1]}" for place in _places(form, spaced))
        if 2 <= len(squeezed) < 8 and any(not any(sign.isalnum() for sign in signs) for signs in around):
            return True
    return False


def _places(form: str, text: str) -> list[int]:
    return [place for place in range(len(text)) if text.startswith(form, place)]


#: Few letters, so that needles share their beginnings, stand in each other, and now and then are in the text by chance.
_NEEDLES = st.text(st.sampled_from("abAB é.-<b>&amp;\u200b"), max_size=20) | st.text(min_size=4, max_size=90)


@given(st.lists(_NEEDLES, max_size=8), st.data())
def test_needles_find_exactly_what_a_plain_search_finds(needles, data):
    parts = st.sampled_from([*needles, "", " ", "."]) | _NEEDLES
    text = "".join(data.draw(st.lists(parts, max_size=6)))
    assert Needles(needles).found_in(text) == {needle for needle in needles if _plainly_stands(needle, text)}


@pytest.mark.parametrize("length", [2, 3, 5, 7, 8, 15, 16, 17, 31, 32, 63, 64, 65, 200])
def test_a_needle_of_any_length_is_found_at_the_beginning_in_between_and_at_the_end(length):
    needle = "".join(chr(ord("a") + place * 7 % 26) for place in range(length))
    almost = needle[:-1] + "#"
    for text in (needle, f"{needle} x", f"x {needle} x", f"x {needle}"):
        assert Needles([needle, almost]).found_in(text) == {needle}
        assert Needles([needle]).found_in(text.replace(needle, almost)) == set()


@pytest.mark.parametrize("place", [999_990, 999_999, 1_000_000, 1_000_001])
def test_a_needle_is_found_where_two_pieces_of_a_large_text_meet(place):
    text = "." * place + "geheimdossier" + "." * 20
    assert Needles(["Geheim dossier", "dossier geheim"]).found_in(text) == {"Geheim dossier"}


@given(st.binary(max_size=400))
def test_any_bytes_can_be_read(data):
    assert isinstance(texts(data), set)


def test_a_code_that_looks_like_the_address_of_a_cell_is_found_only_where_it_is_text(tmp_path):
    def workbook(name: str, text: str) -> Path:
        path = tmp_path / name
        with Workbook(str(path)) as book:
            page = book.add_worksheet("Algoritmes")
            for row in range(120):
                page.write_string(row, 1, f"regel {row}")
            page.write_string("A1", text)
        return path

    assert not _is_found(workbook("schoon.xlsx", "iets"), "B105")
    assert _is_found(workbook("lek.xlsx", "zie B105"), "B105")
