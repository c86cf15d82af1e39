"""The whole workbook: what people fill in, what explains it, and what they choose from."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pandas as pd

from algreg_lib.files import replacing
from algreg_lib.inventory.layout import (
    INTERVIEWS,
    NAME_KEY,
    SHEETS,
    Column,
    columns,
    own_columns,
)
from algreg_lib.inventory.model import Inventory
from algreg_lib.inventory.template.guide import GUIDE, write_guide
from algreg_lib.inventory.template.lists import LISTS, write_lists
from algreg_lib.inventory.template.look import Look
from algreg_lib.inventory.template.sheet import Sheet, write_sheet
from algreg_lib.inventory.template.text import Continued
from algreg_lib.workbooks import new_workbook

#: Where a text goes on that is longer than Excel takes in a cell.
CONTINUED: Final = "Vervolg"
CONTINUED_TITLES: Final = ("Registratie-ID", "Kolom", "Deel", "Tekst")


def write_book(inventory: Inventory, path: Path, *, title: str) -> None:
    """Writes an inventory as a workbook in our own shape; an empty inventory gives the empty template.

    Same inventory, same bytes. Raises OutputError when the file cannot be written.
    """
    with replacing(path) as beside, new_workbook(beside, title=title) as book:
        look, continued = Look(book), Continued()
        # The tabs stand in the order of use; the lists are written first, because the other sheets point at them.
        pages = {name: book.add_worksheet(name) for name in (*SHEETS, GUIDE, LISTS)}
        ranges = write_lists(pages[LISTS], look, inventory.standard)
        for sheet in _sheets(inventory):
            write_sheet(pages[sheet.name], look, sheet, ranges, continued)
        write_guide(pages[GUIDE], look, inventory.standard)
        if continued.parts:
            _write_continued(book.add_worksheet(CONTINUED), look, continued)


def _sheets(inventory: Inventory) -> list[Sheet]:
    registrations, version = inventory.registrations, inventory.standard
    names = registrations.get(NAME_KEY, pd.Series(index=registrations.index, dtype="str"))
    interviews = inventory.interviews.set_index("registration_id")
    keys = [str(key) for key in registrations.columns]
    sheets = []
    for name in SHEETS:
        own = own_columns(name, keys, version)
        sheets.append(
            Sheet(
                name=name,
                columns=_differing([*columns(name, version), *own]),
                table=interviews if name == INTERVIEWS else registrations,
                names=names,
            )
        )
    return sheets


def _differing(declared: Sequence[Column]) -> tuple[Column, ...]:
    # A column of the user with the title of a field would be read back as that field.
    taken: set[str] = set()
    kept = []
    for column in declared:
        title = column.title
        while title.casefold() in taken:
            title += " (eigen)"
        taken.add(title.casefold())
        kept.append(Column(key=column.key, title=title, band=column.band, field=column.field))
    return tuple(kept)


def _write_continued(page: Any, look: Look, continued: Continued) -> None:
    for position, (title, width) in enumerate(zip(CONTINUED_TITLES, (17, 30, 8, 100), strict=True)):
        page.set_column(position, position, width, look.body())
        page.write_string(0, position, title, look.title(CONTINUED, (CONTINUED,), mandatory=True))
    page.freeze_panes(1, 0)
    for row, part in enumerate(continued.parts, start=1):
        for position, text in enumerate(part):
            page.write_string(row, position, text)
