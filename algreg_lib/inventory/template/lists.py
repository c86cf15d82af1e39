"""The sheet Keuzelijsten: every list that a cell may be filled from, and the name by which formulas find it."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from algreg_lib.inventory.addresses import column_letters
from algreg_lib.inventory.layout import LISTS
from algreg_lib.inventory.template.look import Look
from algreg_lib.standard import Field, current_organisations, impact_assessment_titles

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


def write_lists(book: Any, page: Any, look: Look, fields: Iterable[Field]) -> Mapping[str, str]:
    """Writes the lists side by side. Gives for each field the defined name of its list, such as `keuze_status`.

    Names, and not ranges, because no version of Excel then minds that the list is on another sheet. Fields with the
    same values share a list.
    """
    page.hide_gridlines(2)
    page.set_row(0, 30)
    page.write_string(0, 0, LISTS, look.heading())
    page.write_string(1, 0, "Uit deze lijsten kiest u op de andere bladen. Verander hier niets.")
    page.freeze_panes(_FIRST_ROW - 1, 0)
    page.set_row(_FIRST_ROW - 2, 48)
    fields_of: dict[tuple[str, ...], list[Field]] = {}
    for field in fields:
        fields_of.setdefault(values_for(field), []).append(field)
    fields_of.pop((), None)
    names: dict[str, str] = {}
    # The organisations stand last: their list is so long that it would hide the others.
    for column, values in enumerate(sorted(fields_of, key=len)):
        first, *others = fields_of[values]
        title = f"{first.title}, en {len(others)} andere velden" if len(others) > 1 else first.title
        _write_list(page, column, title, values, look)
        name = f"keuze_{first.key}"
        letters = column_letters(column + 1)
        book.define_name(name, f"={LISTS}!${letters}${_FIRST_ROW}:${letters}${_FIRST_ROW + len(values) - 1}")
        names |= {field.key: name for field in fields_of[values]}
    return names


def _write_list(page: Any, column: int, title: str, values: tuple[str, ...], look: Look) -> None:
    page.set_column(column, column, max(18, min(max(map(len, values)) + 2, 60)))
    page.write_string(_FIRST_ROW - 2, column, title, look.title(LISTS, (LISTS,), mandatory=True))
    page.write_column(_FIRST_ROW - 1, column, values)
