"""What a person sees in a cell with a number format, and not what Excel keeps behind it."""

from datetime import date, datetime

import pytest
import xlsxwriter

from algreg_lib.inventory import read_inventory
from algreg_lib.inventory.grids.number_formats import shown


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (12.0, "00000", "00012"),
        (123456.0, "00000", "123456"),
        (12.0, '"ALG-"000', "ALG-012"),
        (20240012.0, "0000-0000", "2024-0012"),
        (612345678.0, r"00\ 00000000", "06 12345678"),
        (12.0, "0000;@", "0012"),
        (7.0, '"nr. "0', "nr. 7"),
        (12.5, "00000", None),
        (-12.0, "00000", None),
        (12.0, "0.00", None),
        (12.0, "#,##0", None),
        (12.0, "General", None),
        ("12", "00000", None),
        (True, "000", None),
        (date(2024, 3, 1), "mmm-yy", "2024-03"),
        (datetime(2024, 3, 1), "[$-413]mmmm yyyy;@", "2024-03"),  # noqa: DTZ001 - Excel knows no time zone
        (date(2024, 3, 17), "mmm-yy", None),
        (date(2021, 1, 1), "yyyy", "2021"),
        (date(2021, 3, 1), "yyyy", None),
        (date(2024, 3, 1), "dd-mm-yyyy", None),
        (datetime(2024, 3, 1, 9, 30), "mmm-yy", None),  # noqa: DTZ001
    ],
)
def test_the_text_in_the_cell_is_what_the_format_shows(value, code, text):
    assert shown(value, code) == text


def test_a_workbook_is_read_as_it_is_seen(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "lijst.xlsx") as book:
        page = book.add_worksheet("Lijst")
        zeros, month = book.add_format({"num_format": "00000"}), book.add_format({"num_format": "mmm-yy"})
        year, plain = book.add_format({"num_format": "yyyy"}), book.add_format({"num_format": "dd-mm-yyyy"})
        page.write_row(0, 0, ["Bron-ID", "Naam", "Organisatienaam", "Begindatum", "Kostenplaats"])
        for row, form in enumerate([month, year, plain], start=1):
            page.write_number(row, 0, row, zeros)
            page.write_row(row, 1, ["A", "X"])
            page.write_datetime(row, 3, date(2021, 1, 1), form)
            page.write_number(row, 4, row)
            page.write_blank(row, 5, None, zeros)
    frame = read_inventory(tmp_path / "lijst.xlsx").registrations
    assert frame.index.tolist() == ["00001", "00002", "00003"]
    assert frame["begin_date"].tolist() == ["2021-01", "2021", "2021-01"]
    assert frame["Kostenplaats"].tolist() == ["1", "2", "3"]
