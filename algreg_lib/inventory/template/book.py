"""The whole workbook: what people fill in, what explains it, and what they choose from."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pandas as pd

from algreg_lib.files import replacing
from algreg_lib.inventory.layout import (
    CONTINUED,
    EXPLANATION,
    ID_KEY,
    INTERVIEWS,
    LISTS,
    NAME_KEY,
    SHEETS,
    VERSION_MARK,
    Column,
    columns,
    own_columns,
)
from algreg_lib.inventory.model import Inventory
from algreg_lib.inventory.template.guide import write_guide
from algreg_lib.inventory.template.lists import write_lists
from algreg_lib.inventory.template.look import EXPLAINING_TAB, FILLING_TAB, Look
from algreg_lib.inventory.template.sheet import Sheet, write_sheet
from algreg_lib.inventory.template.text import Continued
from algreg_lib.standard import CURRENT, standard
from algreg_lib.workbooks import new_workbook

_CONTINUED_TITLES: Final = {"Registratie-ID": 17, "Kolom": 30, "Deel": 8, "Tekst": 100}


def write_book(inventory: Inventory, path: Path, *, organisation: str = "") -> None:
    """Writes an inventory as a workbook in our own shape; an empty inventory gives the empty template.

    Same inventory, same bytes. Raises OutputError when the file cannot be written.
    """
    title = " ".join(filter(None, ("Inventaris algoritmes", organisation)))
    sheets = _sheets(inventory)
    with replacing(path) as beside, new_workbook(beside, title=title) as book:
        look, continued = Look(book), Continued()
        # The tabs stand in the order of use; the lists are written first, because the other sheets point at them.
        pages = {name: book.add_worksheet(name) for name in (*SHEETS, EXPLANATION, LISTS)}
        fields = [column.field for sheet in sheets for column in sheet.columns if column.field is not None]
        lists = write_lists(book, pages[LISTS], look, fields)
        for sheet in sheets:
            pages[sheet.name].set_tab_color(FILLING_TAB)
            write_sheet(pages[sheet.name], look, sheet, lists, continued)
        explained = [(sheet.name, sheet.columns) for sheet in sheets]
        write_guide(
            pages[EXPLANATION], look, explained, title=f"{title} {VERSION_MARK.format(version=inventory.standard)}"
        )
        for name in (EXPLANATION, LISTS):
            pages[name].set_tab_color(EXPLAINING_TAB)
        if continued.parts:
            _write_continued(book.add_worksheet(CONTINUED), look, continued)


def _sheets(inventory: Inventory) -> list[Sheet]:
    registrations, version = inventory.registrations, inventory.standard
    names = registrations.get(NAME_KEY, pd.Series(index=registrations.index, dtype="str"))
    interviews = inventory.interviews.set_index(ID_KEY)
    return [
        Sheet(
            name=name,
            columns=_with_own_titles(
                [_explained(column, version) for column in columns(name, version)]
                + [*own_columns(name, list(map(str, table.columns)), version)]
            ),
            table=table,
            names=names,
        )
        for name in SHEETS
        for table in [interviews if name == INTERVIEWS else registrations]
    ]


def _explained(column: Column, version: str) -> Column:
    """The column with help. Only 1.0 has texts; an older version borrows them for a field that asks the same."""
    field, current = column.field, standard(CURRENT).by_key.get(column.key)
    if version == CURRENT or field is None or field.help or current is None or current.title != field.title:
        return column
    texts = replace(field, help=current.help, example=current.example, question=current.question)
    return replace(column, field=texts)


def _with_own_titles(declared: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, with other titles where a column of the user would be read back as the field with that title."""
    taken: set[str] = set()
    titled = []
    for column in declared:
        title = column.title
        while title.strip().casefold() in taken:
            title += " (eigen)"
        taken.add(title.strip().casefold())
        titled.append(replace(column, title=title))
    return tuple(titled)


def _write_continued(page: Any, look: Look, continued: Continued) -> None:
    for position, (title, width) in enumerate(_CONTINUED_TITLES.items()):
        page.set_column(position, position, width, look.body())
        page.write_string(0, position, title, look.title(CONTINUED, (CONTINUED,), mandatory=True))
    page.freeze_panes(1, 0)
    for row, part in enumerate(continued.parts, start=1):
        for position, text in enumerate(part):
            page.write_string(row, position, text)
