"""CSV as people and machines write it: the encoding is certain or refused, the separator is that of the table."""

import codecs
from pathlib import Path

import pytest

from algreg_lib.errors import InputError
from algreg_lib.inventory.grids.csv_text import columns, decoded


def _rows(text: str) -> list[list[str]]:
    return [list(row) for row in zip(*columns(text), strict=True)]


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("Zoë €".encode(), None),
        (codecs.BOM_UTF8 + "Zoë €".encode(), None),
        (codecs.BOM_UTF16_LE + "Zoë €".encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + "Zoë €".encode("utf-16-be"), "UTF-16"),
        (codecs.BOM_UTF32_LE + "Zoë €".encode("utf-32-le"), "UTF-32"),
        ("Zoë €".encode("cp1252"), "Windows-1252"),
    ],
)
def test_the_text_is_whole_and_another_encoding_than_utf_8_is_told(tmp_path: Path, raw, encoding):
    (tmp_path / "lijst.csv").write_bytes(raw)
    assert decoded(tmp_path / "lijst.csv") == ("Zoë €", encoding)


@pytest.mark.parametrize(
    "raw",
    [
        "Zoë".encode("utf-16-le"),
        codecs.BOM_UTF16_LE + b"a",
        codecs.BOM_UTF8 + b"\xff",
        "Zoë".encode("cp850"),
        "Łódź".encode("cp1250"),
        b"caf\x81",
        b"gewoon\0tekst",
    ],
)
def test_what_is_not_certain_is_refused(tmp_path: Path, raw):
    (tmp_path / "lijst.csv").write_bytes(raw)
    with pytest.raises(InputError, match="tekencodering"):
        decoded(tmp_path / "lijst.csv")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_the_one_that_makes_a_table(separator):
    table = [[f"{number}{cell}" for cell in ("a", "b", "c")] for number in range(3)]
    assert _rows("\n".join(separator.join(row) for row in table)) == table
    title = "Lijst van algoritmes"
    assert _rows("\n".join([title, *(separator.join(row) for row in table)])) == [[title, "", ""], *table]


def test_a_separator_in_a_text_is_not_that_of_the_table():
    text = "Naam;Doel\nEen;Dit, dat, en zo, meer\nTwee;Kort\nDrie;Weer, iets\n"
    assert _rows(text) == [["Naam", "Doel"], ["Een", "Dit, dat, en zo, meer"], ["Twee", "Kort"], ["Drie", "Weer, iets"]]


def test_a_first_line_that_names_the_separator_is_believed():
    assert _rows("sep=;\na,b;c,d\ne,f;g,h")[1:] == [["a,b", "c,d"], ["e,f", "g,h"]]
    assert _rows("sep=|\r\na;b|c\r\n")[1] == ["a;b", "c"]
    assert _rows("sep=#\na,b#c\n")[1] == ["a,b", "c"]
    assert _rows("sep=#\r\na,b#c\r\n")[1] == ["a,b", "c"]


def test_quotes_lines_in_a_cell_and_short_rows_come_out_whole():
    assert _rows('a;b;c\n"x;1";"regel\ntwee";"zei ""ja"""\nkort\n') == [
        ["a", "b", "c"],
        ["x;1", "regel\ntwee", 'zei "ja"'],
        ["kort", "", ""],
    ]


def test_a_line_end_inside_a_cell_stays_as_it_is():
    assert _rows('a;b\r\n"een\r\ntwee";c\r\n') == [["a", "b"], ["een\r\ntwee", "c"]]


def test_a_quote_that_never_closes_takes_no_other_line_with_it():
    assert _rows('a;b\n"open;1\ntwee;2\ndrie;3\n') == [["a", "b"], ['"open', "1"], ["twee", "2"], ["drie", "3"]]
    assert _rows('a;b\n"open\ntwee";2\ndrie;3\n') == [["a", "b"], ["open\ntwee", "2"], ["drie", "3"]]


def test_one_column_stays_one_column():
    assert _rows("Naam\nEen\nTwee") == [["Naam"], ["Een"], ["Twee"]]
    assert columns("") == []


def test_a_very_long_cell_is_read():
    long = "x" * 500_000
    assert _rows(f"a;b\n{long};1")[1] == [long, "1"]
