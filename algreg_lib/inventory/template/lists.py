"""The sheet Keuzelijsten: every list that a cell may be filled from, and where each list stands."""

from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name

from algreg_lib.inventory.layout import SHEETS, columns
from algreg_lib.inventory.template.look import Look
from algreg_lib.standard import Field, current_organisations, impact_assessment_titles

LISTS: Final = "Keuzelijsten"
_FIRST_ROW: Final = 4  #: 1-based row of the first value
_SCORES: Final = ("1", "2", "3", "4", "5")

#: Fields whose list helps but does not bind: other texts are right as well.
_HELPFUL: Final = {"organization": current_organisations, "impacttoetsen_grouping": impact_assessment_titles}


def values_for(field: Field) -> tuple[str, ...]:
    """The values to choose from in this field; empty where people write freely."""
    if field.choices:
        return field.choices
    if field.format == "score":
        return _SCORES
    if field.key in _HELPFUL:
        return _HELPFUL[field.key]()
    return field.recommended


def is_binding(field: Field) -> bool:
    """Whether a cell must hold exactly one value of the list: not a helpful list, nor several values in one cell."""
    return field.kind == "choice" or field.format == "score"


def write_lists(page: Any, look: Look, version: str) -> dict[str, str]:
    """Writes the lists side by side. Gives the range of each list (`=Keuzelijsten!$A$4:$A$6`) by field key.

    Fields with the same values share one list.
    """
    page.hide_gridlines(2)
    page.set_row_pixels(0, 36)
    page.write_string(0, 0, "Keuzelijsten", look.heading())
    page.write_string(1, 0, "Uit deze lijsten kiest u op de andere bladen. Verander hier niets.")
    page.freeze_panes(_FIRST_ROW - 1, 0)
    page.set_row(_FIRST_ROW - 2, 48)
    ranges: dict[str, str] = {}
    by_values: dict[tuple[str, ...], str] = {}
    for field in _fields(version):
        values = values_for(field)
        if values and values not in by_values:
            by_values[values] = _write_list(page, len(by_values), field, values, look)
        if values:
            ranges[field.key] = by_values[values]
    return ranges


def _fields(version: str) -> list[Field]:
    declared = (column.field for sheet in SHEETS for column in columns(sheet, version))
    return [field for field in declared if field is not None]


def _write_list(page: Any, column: int, field: Field, values: tuple[str, ...], look: Look) -> str:
    page.set_column(column, column, max(16, min(max(map(len, values)) + 2, 60)))
    page.write_string(_FIRST_ROW - 2, column, field.title, look.title(LISTS, (LISTS,), mandatory=True))
    page.write_column(_FIRST_ROW - 1, column, values)
    letters = xl_col_to_name(column)
    return f"={LISTS}!${letters}${_FIRST_ROW}:${letters}${_FIRST_ROW + len(values) - 1}"
