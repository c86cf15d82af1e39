"""A worksheet that writes a table from whole columns: the bytes that XlsxWriter writes cell by cell, but sooner.

Cell by cell takes microseconds and some two hundred bytes each; the account of a large inventory has tens of millions.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

#: Rows that share one `spans`, counted from the top of the sheet.
_BLOCK: Final = 16
_AT_ONCE: Final = 256 * _BLOCK
_LINE: Final = 15  #: points
_HIGHEST: Final = 409  #: points; Excel takes no higher row
_MOST_LINES: Final = 28  #: that is higher already


class TableSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter carries no types
    """A worksheet with titles in row 1, written as always, and below them the cells of `fill_column` and no others.

    Each column has a format of `set_column`; a row with more than one line is as high as its text.
    """

    dim_rowmax: int | None  #: of XlsxWriter: the last row, from 0

    def __init__(self) -> None:
        super().__init__()
        #: By column: for each row which of the contents; the last of these is nothing, which -1 finds.
        self._filled: dict[int, tuple[npt.NDArray[Any], list[str]]] = {}
        #: By column: the contents that have a format of their own.
        self._formats: dict[int, dict[int, Any]] = {}
        self._lines = np.ones(0, dtype=np.int8)

    def fill_column(
        self,
        column: int,
        codes: npt.NDArray[Any],
        values: Sequence[str | float],
        lines: Sequence[int],
        formats: Mapping[int, Any] | None = None,
    ) -> None:
        """Puts cells below the title: for each row which of the values (-1 for nothing, as an empty text is).

        `lines` is how many lines each of the values takes; `formats` are those of values that do not have the format of
        their column. Raises ValueError for more rows than a sheet holds, and for what is no number.
        """
        times = np.bincount(codes[codes >= 0], minlength=len(values)).tolist()
        contents = [*(self._content(value, n) for value, n in zip(values, times, strict=True)), ""]
        last = int(np.flatnonzero(np.array([bool(content) for content in contents])[codes]).max(initial=-1)) + 1
        if self._check_dimensions(last, column):
            raise ValueError(f"a sheet does not hold {last} rows and a title")
        self._filled[column], self._formats[column] = (codes, contents), dict(formats or {})
        here = np.array([*(min(n, _MOST_LINES) for n in lines), 1], dtype=np.int8)[codes]
        self._lines = np.maximum(self._lines, here) if len(self._lines) else here

    def _content(self, value: str | float, times: int) -> str:
        """The XML of a cell behind its address and format; empty for nothing."""
        if isinstance(value, str):
            if not value:
                return ""
            index = self.str_table._get_shared_string_index(value)
            self.str_table.count += times - 1
            return f' t="s"><v>{index}</v></c>'
        if isinstance(value, bool):
            return f' t="b"><v>{value:d}</v></c>'
        if not np.isfinite(value):
            raise ValueError(f"a cell does not hold {value}")
        return f"><v>{value:.16G}</v></c>"

    def _write_rows(self) -> None:
        last, self.dim_rowmax = self.dim_rowmax, 0  # the titles
        super()._write_rows()
        self.dim_rowmax = last
        for column in self._filled:
            self._give_formats(column)
        for start in range(-1, len(self._lines), _AT_ONCE):  # from the titles on, as blocks are counted from there
            self.fh.write("".join(self._rows(max(start, 0), min(start + _AT_ONCE, len(self._lines)))))

    def _give_formats(self, column: int) -> None:
        """Formats have no number before XlsxWriter writes the titles."""
        codes, contents = self._filled[column]
        styles = [self.col_info[column].column_format._get_xf_index()] * len(contents)
        for place, own in self._formats[column].items():
            styles[place] = own._get_xf_index()
        styled = [f' s="{style}"{content}' if content else "" for style, content in zip(styles, contents, strict=True)]
        self._filled[column] = codes, styled

    def _rows(self, start: int, stop: int) -> Iterator[str]:
        numbers = range(start + 2, stop + 2)
        columns = [list(self._cells(column, numbers)) for column in self._filled]
        rows = zip(numbers, map("".join, zip(*columns, strict=True)), self._lines[start:stop].tolist(), strict=True)
        position = 0
        while position < len(numbers):
            above = (start + position + 1) % _BLOCK  # rows of the same block; that is only the titles
            size = _BLOCK - above
            here = [n for n, cells in enumerate(columns, 1) if above or any(cells[position : position + size])]
            spans = f' spans="{here[0]}:{here[-1]}"' if here else ""
            for number, cells, lines in islice(rows, size):
                if cells:
                    yield f'<row r="{number}"{spans}{_height(lines)}>{cells}</row>'
            position += size

    def _cells(self, column: int, numbers: range) -> Iterator[str]:
        codes, contents = self._filled[column]
        letters = xl_col_to_name(column)
        for number, code in zip(numbers, codes[numbers.start - 2 : numbers.stop - 2].tolist(), strict=True):
            content = contents[code]
            yield f'<c r="{letters}{number}"{content}' if content else ""


def _height(lines: int) -> str:
    if lines <= 1:
        return ""
    pixels = int(min(lines * _LINE, _HIGHEST) * 4 / 3 + 0.5)
    return f' ht="{pixels * 0.75:.16g}" customHeight="1"'
