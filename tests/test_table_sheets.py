"""A table from whole columns: the same bytes as XlsxWriter writes cell by cell, in a part of the time."""

from pathlib import Path
from zipfile import ZipFile

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algreg_lib.table_sheets import TableSheet
from algreg_lib.workbooks import Sheet, new_workbook, write_workbook

SHEET = "xl/worksheets/sheet1.xml"
TEXTS = st.text(st.sampled_from('ab&<"é😀\n\x01_x0041_ '), max_size=60)
NUMBERS = st.one_of(st.integers(-(10**17), 10**17), st.floats(allow_nan=False, allow_infinity=False), st.booleans())
#: Of one kind, mixed, with gaps; long enough for more than one block of rows.
COLUMNS = st.one_of(st.lists(st.one_of(st.none(), values), min_size=40, max_size=40) for values in (TEXTS, NUMBERS))


def cell_by_cell(path: Path, table: pd.DataFrame) -> dict[str, bytes]:
    """The parts of a workbook that XlsxWriter makes by itself."""
    with new_workbook(path, title="Proef") as book:
        page, body = book.add_worksheet("Blad"), book.add_format({"text_wrap": True})
        for column, name in enumerate(table.columns):
            page.set_column(column, column, 10, body)
            page.write_string(0, column, name)
            for row, value in enumerate(table[name], start=1):
                if value not in (None, ""):
                    page.write(row, column, value)
    return parts(path)


def from_columns(path: Path, table: pd.DataFrame) -> dict[str, bytes]:
    with new_workbook(path, title="Proef") as book:
        page, body = book.add_worksheet("Blad", TableSheet), book.add_format({"text_wrap": True})
        for column, name in enumerate(table.columns):
            page.set_column(column, column, 10, body)
            page.write_string(0, column, name)
            values = ["" if value is None else value for value in table[name]]
            page.fill_column(column, np.arange(len(values)), values, [1] * len(values))
    return parts(path)


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


@settings(deadline=None, max_examples=40)
@given(st.lists(COLUMNS, min_size=1, max_size=4))
def test_a_sheet_has_the_bytes_that_xlsxwriter_gives_it(tmp_path_factory, columns: list[list[object]]) -> None:
    folder = tmp_path_factory.mktemp("bladen")
    table = pd.DataFrame({f"k{n}": pd.Series(values, dtype=object) for n, values in enumerate(columns)})
    assert from_columns(folder / "a.xlsx", table) == cell_by_cell(folder / "b.xlsx", table)


@pytest.mark.parametrize("rows", [4_094, 4_095, 4_096, 9_000])
def test_rows_on_both_sides_of_what_is_written_at_once_all_stand_in_the_sheet(tmp_path: Path, rows: int) -> None:
    table = pd.DataFrame({"a": pd.Series([f"t{n}" for n in range(rows)]), "b": pd.Series([None] * rows, dtype=object)})
    assert from_columns(tmp_path / "a.xlsx", table) == cell_by_cell(tmp_path / "b.xlsx", table)


@pytest.mark.parametrize("dtype", ["str", "category", object])
def test_a_column_gives_the_same_bytes_in_each_of_its_forms(tmp_path: Path, dtype: str) -> None:
    texts = ["kort", None, "lang " * 30, "", "kort", "één\ntwee"] * 10
    for name, kind in (("een", dtype), ("twee", "str")):
        table = pd.DataFrame({"a": pd.Series(texts, dtype="str").astype(kind)})
        write_workbook(tmp_path / f"{name}.xlsx", [Sheet(name="Blad", table=table)], title="Proef")
    assert parts(tmp_path / "een.xlsx") == parts(tmp_path / "twee.xlsx")


def test_a_text_that_stands_a_thousand_times_is_held_once(tmp_path: Path) -> None:
    table = pd.DataFrame({"a": ["zelfde"] * 1_000})
    write_workbook(tmp_path / "uit.xlsx", [Sheet(name="Blad", table=table)], title="Proef")
    strings = parts(tmp_path / "uit.xlsx")["xl/sharedStrings.xml"]
    assert strings.count(b"zelfde") == 1
    assert b'count="1001" uniqueCount="2"' in strings


def test_a_value_may_have_a_format_of_its_own(tmp_path: Path) -> None:
    texts = ["gewoon", "'=1+1", "", "gewoon"]
    for name, by_columns in (("een", True), ("twee", False)):
        with new_workbook(tmp_path / f"{name}.xlsx", title="Proef") as book:
            page = book.add_worksheet("Blad", TableSheet if by_columns else None)
            body, quoted = book.add_format({"text_wrap": True}), book.add_format({"quote_prefix": True})
            page.set_column(0, 0, 10, body)
            page.write_string(0, 0, "titel")
            if by_columns:
                page.fill_column(0, np.arange(4), texts, [1] * 4, {1: quoted})
            for row, text in enumerate([] if by_columns else texts, start=1):
                if text:
                    page.write_string(row, 0, text, quoted if text.startswith("'") else None)
    assert parts(tmp_path / "een.xlsx") == parts(tmp_path / "twee.xlsx")


def test_a_row_without_a_cell_is_left_out(tmp_path: Path) -> None:
    found = from_columns(tmp_path / "uit.xlsx", pd.DataFrame({"a": ["x", None, "y"]}, dtype=object))[SHEET]
    assert [b'r="%d"' % row in found for row in (2, 3, 4)] == [True, False, True]


@pytest.mark.parametrize("wrong", [float("inf"), float("nan")])
def test_what_is_no_number_is_refused(tmp_path: Path, wrong: float) -> None:
    with pytest.raises(ValueError, match="a cell does not hold"):
        from_columns(tmp_path / "uit.xlsx", pd.DataFrame({"a": [wrong]}))


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path) -> None:
    with new_workbook(tmp_path / "uit.xlsx", title="Proef") as book:
        page = book.add_worksheet("Blad", TableSheet)
        with pytest.raises(ValueError, match="does not hold 1048576 rows"):
            page.fill_column(0, np.zeros(1_048_576, dtype=np.int8), ["x"], [1])
        page.fill_column(0, np.zeros(2, dtype=np.int8), ["x"], [1])
        page.set_column(0, 0, 10, book.add_format())
        page.write_string(0, 0, "titel")
    assert openpyxl.load_workbook(tmp_path / "uit.xlsx")["Blad"].max_row == 3
