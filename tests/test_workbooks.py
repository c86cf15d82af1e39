"""Plain workbooks: safe, whole, and the same bytes for the same input."""

import errno
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algreg_lib.errors import OutputError
from algreg_lib.files import FIXED_MOMENT
from algreg_lib.workbooks import CELL_LIMIT, Sheet, cell_texts, write_workbook


def write(path: Path, *values: object) -> openpyxl.Workbook:
    write_workbook(path, [Sheet(name="Blad", table=pd.DataFrame({"a": list(values)}))], title="Proef")
    return openpyxl.load_workbook(path)


def test_text_that_looks_like_a_formula_or_a_link_stays_text(tmp_path: Path) -> None:
    hostile = ["=1+1", "+1", "-1", "@som", "https://voorbeeld.nl", "{=1}", "007"]
    page = write(tmp_path / "uit.xlsx", *hostile)["Blad"]
    assert [page.cell(row, 1).value for row in range(2, 9)] == hostile
    assert {page.cell(row, 1).data_type for row in range(2, 9)} == {"s"}
    assert page.cell(6, 1).hyperlink is None


def test_missing_is_an_empty_cell_and_a_number_stays_a_number(tmp_path: Path) -> None:
    page = write(tmp_path / "uit.xlsx", None, float("nan"), "", 3)["Blad"]
    assert [page.cell(row, 1).value for row in range(2, 6)] == [None, None, None, 3]


def test_text_over_the_limit_of_a_cell_goes_on_in_a_sheet_of_its_own(tmp_path: Path) -> None:
    text = "a" * CELL_LIMIT + "b" * CELL_LIMIT + "c"
    book = write(tmp_path / "uit.xlsx", text)
    rest = [row[3] for row in book["Vervolg"].iter_rows(min_row=2, values_only=True)]
    assert book["Blad"]["A2"].value + "".join(rest) == text


def test_text_of_exactly_the_limit_stays_in_its_cell(tmp_path: Path) -> None:
    book = write(tmp_path / "uit.xlsx", "a" * CELL_LIMIT)
    assert book.sheetnames == ["Blad"]
    assert len(book["Blad"]["A2"].value) == CELL_LIMIT


@settings(deadline=None, max_examples=40)
@given(st.text(st.sampled_from("a😀é\ud800"), max_size=5), st.integers(1, 20_000))
def test_pieces_of_a_text_each_fit_and_together_are_the_text(unit: str, times: int) -> None:
    text = unit * times
    pieces = cell_texts(text)
    assert "".join(pieces) == text.replace("\ud800", "_xD800_")
    assert all(len(piece.encode("utf-16-le")) // 2 <= CELL_LIMIT for piece in pieces)


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "een.xlsx", "x", 1)
    write(tmp_path / "twee.xlsx", "x", 1)
    assert (tmp_path / "een.xlsx").read_bytes() == (tmp_path / "twee.xlsx").read_bytes()


_FULL = """
import sys
from pathlib import Path
from algreg_lib.workbooks import new_workbook
try:
    with new_workbook(Path("/dev/full"), title="Proef") as book:
        book.add_worksheet("Blad").write_string(0, 0, "tekst")
except OSError as error:
    print(error.errno, flush=True)
"""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_once(tmp_path: Path) -> None:
    """In a process of its own: what Python says while it throws away half a file goes to its standard error."""
    done = subprocess.run([sys.executable, "-c", _FULL], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == (f"{errno.ENOSPC}\n", "")


def test_a_full_disk_while_the_parts_are_made_is_an_ordinary_error(tmp_path: Path, monkeypatch) -> None:
    from xlsxwriter.exceptions import FileCreateError

    def full(self: object) -> None:
        raise FileCreateError(OSError(errno.ENOSPC, "No space left on device"))

    write(tmp_path / "uit.xlsx", "oud")
    before = (tmp_path / "uit.xlsx").read_bytes()
    monkeypatch.setattr("xlsxwriter.Workbook.close", full)
    with pytest.raises(OutputError, match="schijf is vol"):
        write(tmp_path / "uit.xlsx", "nieuw")
    assert (tmp_path / "uit.xlsx").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["uit.xlsx"]


def test_a_table_without_rows_or_columns_is_written(tmp_path: Path) -> None:
    write_workbook(tmp_path / "uit.xlsx", [Sheet(name="Leeg", table=pd.DataFrame())], title="Leeg")
    assert openpyxl.load_workbook(tmp_path / "uit.xlsx").sheetnames == ["Leeg"]


def test_a_sheet_has_its_titles_frozen_on_top_a_filter_and_no_clock(tmp_path: Path) -> None:
    table = pd.DataFrame({"naam": ["x"], "deel": [0.5]})
    sheet = Sheet(
        name="Blad",
        table=table,
        headers={"naam": "Naam"},
        widths={"naam": 40},
        formats={"deel": "0%"},
        bars={"deel": (0, 1)},
    )
    write_workbook(tmp_path / "uit.xlsx", [sheet], title="Proef")
    book = openpyxl.load_workbook(tmp_path / "uit.xlsx")
    page = book["Blad"]
    assert [cell.value for cell in page[1]] == ["Naam", "deel"]
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:B2")
    assert (page["A1"].font.b, page["A1"].alignment.wrap_text, page["A2"].alignment.wrap_text) == (True, True, True)
    assert page["B2"].number_format == "0%"
    assert page.column_dimensions["A"].width == pytest.approx(40, abs=1)
    assert [str(place.sqref) for place in page.conditional_formatting] == ["B2"]
    assert (book.properties.title, book.properties.creator, book.properties.language) == ("Proef", None, "nl-NL")
    assert book.properties.created == FIXED_MOMENT.replace(tzinfo=None)


def test_a_sheet_is_printed_across_with_its_titles_on_every_page(tmp_path: Path) -> None:
    page = write(tmp_path / "uit.xlsx", "x")["Blad"]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
    assert page.print_title_rows == "$1:$1"
    assert page.print_options.gridLines
    assert (page.oddFooter.left.text, page.oddFooter.right.text) == ("&A", "Blad &P van &N")


def test_a_row_is_as_high_as_its_longest_text_and_no_higher_than_excel_takes(tmp_path: Path) -> None:
    page = write(tmp_path / "uit.xlsx", "kort", "een\ntwee\ndrie", "woord " * 10, "x\n" * 50, 3)["Blad"]
    heights = [page.row_dimensions[row].height for row in range(2, 7)]
    assert heights == [
        None,
        45,
        45,
        408.75,
        None,
    ]  # XlsxWriter rounds 409 to pixels; 60 signs of a width of 24 take three lines


def test_the_rest_of_a_long_text_says_from_which_cell_it_comes(tmp_path: Path) -> None:
    table = pd.DataFrame(
        {"a": ["kort", "x" * CELL_LIMIT + "y" * CELL_LIMIT + "z"], "b": ["q" * CELL_LIMIT + "r", "kort"]}
    )
    write_workbook(tmp_path / "uit.xlsx", [Sheet(name="Een", table=table)], title="Proef")
    rest = [row[:3] for row in openpyxl.load_workbook(tmp_path / "uit.xlsx")["Vervolg"].iter_rows(values_only=True)]
    assert rest == [("Blad", "Cel", "Deel"), ("Een", "A3", "2"), ("Een", "A3", "3"), ("Een", "B2", "2")]
