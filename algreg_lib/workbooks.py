"""Plain workbooks for people to read: one header row, safe from formulas, the same bytes for the same input."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from algreg_lib.files import FIXED_MOMENT, replacing

#: Text from a file is hostile: it never becomes a formula, a link or a number.
SAFE_OPTIONS: Final[dict[str, Any]] = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
#: Excel takes no more characters in one cell.
CELL_LIMIT: Final = 32_767
#: Excel counts UTF-16 units; a sign outside the basic plane is two of them. Up to here any text fits.
SURELY_FITS: Final = CELL_LIMIT // 2
#: Of a column, in characters, when the sheet says nothing else.
_WIDTH: Final = 24
#: Half of a surrogate pair is no character and breaks the XML.
_HALF: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One table; `headers` are the Dutch column titles by column name, `widths` in characters.

    `formats` are Excel's number formats by column name; `bars` the lowest and highest value of a bar in the cell.
    """

    name: str
    table: pd.DataFrame
    headers: Mapping[str, str] = field(default_factory=dict)
    widths: Mapping[str, float] = field(default_factory=dict)
    formats: Mapping[str, str] = field(default_factory=dict)
    bars: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def write_workbook(path: Path, sheets: Sequence[Sheet], *, title: str) -> None:
    """Writes the sheets, frozen under their header row, with filter and wrapped text.

    Text longer than Excel takes in a cell goes on in the sheet `Vervolg`, so nothing is cut. Raises OutputError.
    """
    with replacing(path) as beside, new_workbook(beside, title=title) as book:
        header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E6E6E6", "border": 1})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        rest = [part for sheet in sheets for part in _write_sheet(book, sheet, header, body)]
        if rest:
            titles = {"sheet": "Blad", "cell": "Cel", "part": "Deel", "text": "Vervolg van de tekst"}
            table = pd.DataFrame(rest, columns=list(titles))
            _write_sheet(book, Sheet(name="Vervolg", table=table, headers=titles), header, body)


def new_workbook(path: Path, *, title: str) -> Any:
    """An XlsxWriter workbook: text stays text, with a title, Dutch as its language, no author, and no clock in it.

    It is put on the disk in one write when it is closed; what goes wrong there is an OSError, as with any other file.
    """
    from xlsxwriter import Workbook  # here: not every command writes a workbook
    from xlsxwriter.core import Core
    from xlsxwriter.exceptions import FileCreateError
    from xlsxwriter.packager import Packager

    # XlsxWriter knows no language of a document, which accessibility checkers ask for; it is one line in core.xml.
    class DutchCore(Core):  # type: ignore[misc]  # XlsxWriter carries no types
        def _write_cp_content_status(self) -> None:
            super()._write_cp_content_status()
            self._xml_data_element("dc:language", "nl-NL")

    class DutchPackager(Packager):  # type: ignore[misc]
        def _write_core_file(self) -> None:
            core = DutchCore()
            core._set_xml_writer(self._filename("docProps/core.xml"))
            core._set_properties(self.workbook.doc_properties)
            core._assemble_xml_file()

    class DutchWorkbook(Workbook):  # type: ignore[misc]
        filename: Any

        def _get_packager(self) -> Packager:
            return DutchPackager()

        def close(self) -> None:
            # Packed in memory: a zip that is half on a full disk complains once more when it is thrown away.
            packed, self.filename = self.filename, io.BytesIO()
            try:
                super().close()
            except FileCreateError as error:
                raise OSError(*error.args[0].args) from error
            with Path(packed).open("wb") as file:
                file.write(self.filename.getbuffer())

    book = DutchWorkbook(str(path), SAFE_OPTIONS)
    book.set_properties({"title": title, "created": FIXED_MOMENT})
    return book


def cell_texts(text: str) -> list[str]:
    """The text in pieces that each fit in a cell; half pairs are written as Excel names them (`_xD800_`)."""
    # looking for halves in each of millions of texts takes seconds; Python knows of a text whether it can hold one
    writable = text if text.isascii() else _HALF.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    if len(writable) <= SURELY_FITS:
        return [writable]
    pieces, start, units = [], 0, 0
    for position, sign in enumerate(writable):
        size = 2 if sign > "\uffff" else 1
        if units + size > CELL_LIMIT:
            pieces.append(writable[start:position])
            start, units = position, 0
        units += size
    return [*pieces, writable[start:]]


def _write_sheet(book: Any, sheet: Sheet, header: Any, body: Any) -> list[tuple[str, str, str, str]]:
    from algreg_lib.table_sheets import TableSheet  # here: not every command writes a workbook

    page = book.add_worksheet(sheet.name, TableSheet)
    page.freeze_panes(1, 0)
    set_up_print(page)
    _set_height_of_titles(page, sheet)
    rest: list[tuple[str, str, str, str]] = []
    for column, name in enumerate(sheet.table.columns):
        width = sheet.widths.get(str(name), _WIDTH)
        page.set_column(column, column, width, _column_format(book, sheet, str(name), body))
        if name in sheet.bars:
            low, high = sheet.bars[str(name)]
            bar = {"type": "data_bar", "bar_color": "#CFE2F3", "min_type": "num", "max_type": "num"}
            page.conditional_format(
                1, column, max(len(sheet.table), 1), column, {**bar, "min_value": low, "max_value": high}
            )
        page.write_string(0, column, sheet.headers.get(str(name), str(name)), header)
        codes, values = _distinct(sheet.table.iloc[:, column])
        pieces = [cell_texts(value) if isinstance(value, str) else [value] for value in values]
        page.fill_column(column, codes, [first for first, *_ in pieces], [_lines(value, width) for value in values])
        rest += _continued(sheet.name, column, codes, pieces)
    if len(sheet.table.columns):
        page.autofilter(0, 0, max(len(sheet.table), 1), len(sheet.table.columns) - 1)
    return rest


def _distinct(column: "pd.Series[Any]") -> tuple[npt.NDArray[Any], list[Any]]:
    """For each row which of the values it has, -1 where it has none; and the values. Texts stand in it once."""
    if column.dtype in ("str", "category"):
        codes, values = pd.factorize(column)
        return codes.astype(np.min_scalar_type(-max(len(values), 1))), list(values)
    filled = column.astype(object).where(column.notna(), "").tolist()
    return np.arange(len(filled)), filled


def _continued(
    sheet: str, column: int, codes: npt.NDArray[Any], pieces: Sequence[Sequence[Any]]
) -> Iterator[tuple[str, str, str, str]]:
    """The texts that did not fit in their cell: sheet, cell, number of the piece, piece."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    long = [code for code, parts in enumerate(pieces) if len(parts) > 1]
    for row in np.flatnonzero(np.isin(codes, long)).tolist() if long else ():
        for number, piece in enumerate(pieces[codes[row]][1:], start=2):
            yield sheet, xl_rowcol_to_cell(row + 1, column), str(number), piece


def set_up_print(page: Any) -> None:
    """On paper: A4 across, as wide as one page, with lines, the header row and the name of the sheet on every page."""
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.hide_gridlines(0)
    page.set_footer("&L&A&RBlad &P van &N")


def _set_height_of_titles(page: Any, sheet: Sheet) -> None:
    set_heights(page, replace(sheet, table=sheet.table.iloc[:0]))


def set_heights(page: Any, sheet: Sheet) -> None:
    """Rows as high as their text; not every program works that out by itself when it opens the workbook."""
    columns = [str(name) for name in sheet.table.columns]
    widths = [sheet.widths.get(name, _WIDTH) for name in columns]
    titles = [sheet.headers.get(name, name) for name in columns]
    rows = zip(*(sheet.table.iloc[:, column].tolist() for column in range(len(columns))), strict=True)
    for row, values in enumerate([tuple(titles), *rows]):
        lines = max((_lines(value, width) for value, width in zip(values, widths, strict=True)), default=1)
        if lines > 1:
            page.set_row(row, min(lines * 15, 409))  # Excel takes no higher row


def _lines(value: object, width: float) -> int:
    if not isinstance(value, str) or (len(value) < width and "\n" not in value):
        return 1
    return sum(1 + int(len(line) * 1.1 // width) for line in value.split("\n"))


def _column_format(book: Any, sheet: Sheet, name: str, body: Any) -> Any:
    if name not in sheet.formats:
        return body
    return book.add_format({"valign": "top", "num_format": sheet.formats[name]})
