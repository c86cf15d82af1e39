"""Inventories: reading every shape that exists, our own workbook, where each value came from, the conversion report."""

from algreg_lib.inventory.addresses import cell_address, column_letters
from algreg_lib.inventory.importing import Import, Report, import_files, import_summary, read_inventory
from algreg_lib.inventory.model import INTERVIEW_COLUMNS, Inventory, Origin, Place, Source
from algreg_lib.inventory.notation import Entry, cell_of_entries, cell_of_grouping, entries, grouping
from algreg_lib.inventory.own_workbook import (
    CHANGED_BY,
    CHANGED_ON,
    OpenWorkbook,
    add_registration,
    open_workbook,
    save_registration,
)
from algreg_lib.inventory.start import Started, new_template, start_workspace
from algreg_lib.inventory.template import write_inventory, write_template

__all__ = [
    "CHANGED_BY",
    "CHANGED_ON",
    "INTERVIEW_COLUMNS",
    "Entry",
    "Import",
    "Inventory",
    "OpenWorkbook",
    "Origin",
    "Place",
    "Report",
    "Source",
    "Started",
    "add_registration",
    "cell_address",
    "cell_of_entries",
    "cell_of_grouping",
    "column_letters",
    "entries",
    "grouping",
    "import_files",
    "import_summary",
    "new_template",
    "open_workbook",
    "read_inventory",
    "save_registration",
    "start_workspace",
    "write_inventory",
    "write_template",
]
