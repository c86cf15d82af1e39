"""A sheet that people fill in: band, counts, titles, and the rows below them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from algreg_lib.inventory.addresses import column_letters
from algreg_lib.inventory.layout import (
    BAND_ROW,
    COUNT_ROW,
    FIRST_ROW,
    FREE_ROWS,
    ID_KEY,
    NAME_KEY,
    REGISTRATIONS,
    TITLE_ROW,
    Column,
    SheetName,
)
from algreg_lib.inventory.template import look as looks
from algreg_lib.inventory.template.look import Look, sections_of
from algreg_lib.inventory.template.rules import (
    LONGEST,
    Area,
    add_count_rules,
    add_rules,
    count_formula,
    count_shown,
    in_short,
    is_counted,
    is_mandatory,
)
from algreg_lib.inventory.template.text import Continued, shown, write_texts

#: As many rows are ready to be filled in at least.
_READY: Final = 1_000
#: Beyond this many rows a look-up of the name per row would make Excel slow; then the name is written as it is.
_MOST_FORMULAS: Final = 2_000
#: Rows on the sheets Interviews and Prioritering that show a name as soon as somebody types an id.
_FREE_FORMULAS: Final = 100


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What stands on one sheet: its columns, and the table that fills them (a column per key, index is the id)."""

    name: SheetName
    columns: Sequence[Column]
    table: pd.DataFrame
    names: pd.Series  #: name of each registration, by id; for the sheets that only show it

    @property
    def last_row(self) -> int:
        """The last row with validation and marking, 1-based."""
        return FIRST_ROW - 1 + max(_READY, len(self.table) + FREE_ROWS)

    @property
    def shows_names(self) -> bool:
        """Whether column B repeats the name of the registration for the eye."""
        return self.name != REGISTRATIONS

    def area(self, position: int) -> Area:
        """The cells of the column at this 0-based position."""
        # Where id and name only point at a registration, a row is in use when anything else is filled in.
        first = 3 if self.shows_names else 1
        return Area(column=position + 1, last_row=self.last_row, row_columns=(first, len(self.columns)))


def write_sheet(page: Any, look: Look, sheet: Sheet, lists: Mapping[str, str], continued: Continued) -> None:
    """Writes the whole sheet. `lists` has the name of each field's list; `continued` takes what fits in no cell."""
    _frame(page, sheet)
    _write_band(page, look, sheet)
    longest = _write_rows(page, look, sheet, continued)
    _write_titles(page, look, sheet)
    _write_counts(page, look, sheet, longest)
    for position, column in enumerate(sheet.columns):
        if sheet.shows_names and column.key == NAME_KEY:
            continue
        source = _ids(sheet) if sheet.shows_names and column.key == ID_KEY else lists.get(column.key, "")
        add_rules(page, look, column, sheet.area(position), source=source)


def _frame(page: Any, sheet: Sheet) -> None:
    page.set_default_row(looks.LOW_ROW_HEIGHT if sheet.shows_names else looks.ROW_HEIGHT)
    page.freeze_panes(TITLE_ROW, 2)
    page.set_selection(FIRST_ROW - 1, 0, FIRST_ROW - 1, 0)
    page.autofilter(TITLE_ROW - 1, 0, sheet.last_row - 1, len(sheet.columns) - 1)
    page.set_row(BAND_ROW - 1, looks.BAND_HEIGHT)
    page.set_row(COUNT_ROW - 1, looks.COUNT_HEIGHT)
    page.set_row(TITLE_ROW - 1, looks.title_height(sheet.columns))
    page.set_landscape()
    page.set_paper(8)  # A3
    page.repeat_rows(BAND_ROW - 1, TITLE_ROW - 1)
    page.repeat_columns(0, 1)
    page.set_footer("&L&A&RPagina &P van &N")
    page.ignore_errors({"number_stored_as_text": f"A1:{column_letters(len(sheet.columns))}{sheet.last_row}"})


def _write_band(page: Any, look: Look, sheet: Sheet) -> None:
    sections = sections_of(sheet.columns)
    previous = ""
    for position, column in enumerate(sheet.columns):
        form = look.band(column.band, sections)
        if column.band == previous:
            page.write_blank(BAND_ROW - 1, position, None, form)
        else:
            page.write_string(BAND_ROW - 1, position, column.band, form)
        previous = column.band


def _write_titles(page: Any, look: Look, sheet: Sheet) -> None:
    sections = sections_of(sheet.columns)
    for position, column in enumerate(sheet.columns):
        mandatory = column.field is not None and is_mandatory(column.field)
        page.write_string(TITLE_ROW - 1, position, column.title, look.title(column.band, sections, mandatory=mandatory))


def _write_rows(page: Any, look: Look, sheet: Sheet, continued: Continued) -> list[tuple[int, int]]:
    # An interview may stand there before anybody knows of which algorithm it is.
    ids = ["" if pd.isna(key) else str(key) for key in sheet.table.index]
    longest = []
    for position, column in enumerate(sheet.columns):
        shown = sheet.shows_names and column.key == NAME_KEY
        prose = column.field is not None and looks.is_prose(column.field)
        form = look.shown() if shown else look.body(as_text=not prose)
        page.set_column(position, position, looks.width(column), form)
        if shown:
            _write_names(page, sheet, ids)
        values = ids if column.key == ID_KEY else [] if shown else sheet.table.get(column.key, pd.Series()).tolist()
        title = column.title
        longest.append(write_texts(page, position, FIRST_ROW - 1, values, title=title, ids=ids, continued=continued))
    return longest


def _write_names(page: Any, sheet: Sheet, ids: list[str]) -> None:
    names = [shown(name) for name in sheet.names.reindex(ids).fillna("").tolist()]
    if len(ids) > _MOST_FORMULAS:
        for row, name in enumerate(names, start=FIRST_ROW - 1):
            page.write_string(row, 1, name)
        return
    last = sheet.last_row
    for row, name in enumerate(names + [""] * _FREE_FORMULAS, start=FIRST_ROW):
        found = (
            f"INDEX({REGISTRATIONS}!$B${FIRST_ROW}:$B${last},MATCH($A{row},{REGISTRATIONS}!$A${FIRST_ROW}:$A${last},0))"
        )
        page.write_formula(row - 1, 1, f'=IF($A{row}="","",IFERROR({found},"onbekend ID"))', None, name)


def _write_counts(page: Any, look: Look, sheet: Sheet, longest: list[tuple[int, int]]) -> None:
    form = look.count()
    counts = sheet.name == REGISTRATIONS
    for position, column in enumerate(sheet.columns):
        field, area = column.field, sheet.area(position)
        if counts and field is not None and is_counted(field) and field.max_length:
            formula = count_formula(area, field.max_length, name_column=2)
            shown = count_shown(*longest[position], field.max_length)
            page.write_formula(COUNT_ROW - 1, position, formula, form, shown)
            add_count_rules(page, look, area, field)
        else:
            page.write_string(COUNT_ROW - 1, position, in_short(field) if field else "", form)
    if counts:
        _write_choice_of_count(page, look, sheet)


def _write_choice_of_count(page: Any, look: Look, sheet: Sheet) -> None:
    page.write_string(COUNT_ROW - 1, 0, LONGEST, look.choice_of_count())
    page.data_validation(
        COUNT_ROW - 1,
        0,
        COUNT_ROW - 1,
        0,
        {
            "validate": "list",
            "source": f"={sheet.area(1).fixed}",
            "show_error": False,
            "input_title": "Tekens tellen",
            "input_message": "Kies een algoritme. Deze rij telt dan de tekens van dat algoritme, tegen wat het "
            "register aanneemt. Maak de cel leeg en u ziet per kolom de langste tekst.",
        },
    )


def _ids(sheet: Sheet) -> str:
    return f"{REGISTRATIONS}!$A${FIRST_ROW}:$A${sheet.last_row}"
