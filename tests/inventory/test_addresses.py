"""Excel's addresses, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.inventory.addresses import (
    LAST_COLUMN,
    LAST_ROW,
    cell_address,
    column_letters,
    column_number,
    corners,
    position,
)

ROWS, COLUMNS = st.integers(1, LAST_ROW), st.integers(1, LAST_COLUMN)


@given(ROWS, COLUMNS)
def test_an_address_leads_back_to_its_cell(row: int, column: int) -> None:
    assert position(cell_address(row, column)) == (row, column)
    assert column_number(column_letters(column)) == column


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("Z", 26), ("AA", 27), ("AB", 28), ("XFD", LAST_COLUMN)])
def test_letters_are_those_of_excel(letters: str, number: int) -> None:
    assert (column_letters(number), column_number(letters)) == (letters, number)


@pytest.mark.parametrize(
    ("reference", "cells"), [("B2:C4", ((2, 2), (4, 3))), ("$B$2:$C$4", ((2, 2), (4, 3))), ("A1", ((1, 1), (1, 1)))]
)
def test_a_range_has_two_corners_and_a_cell_is_its_own(reference: str, cells: object) -> None:
    assert corners(reference) == cells


@pytest.mark.parametrize("reference", ["", "A", "1", "A:B", "1:2", "a1", "A1:B", "A1 B2", "A0x"])
def test_what_is_no_range_of_cells_is_refused(reference: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        corners(reference)
