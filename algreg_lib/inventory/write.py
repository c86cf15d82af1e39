"""Writes an inventory in our own shape: the template, filled in."""

from pathlib import Path

from algreg_lib.inventory.model import Inventory
from algreg_lib.inventory.template import write_book


def write_inventory(inventory: Inventory, path: Path) -> None:
    """Writes the workbook, so that reading it gives the same registrations and interviews. Raises OutputError.

    Columns stand in the order of the standard, then the working fields, then the columns of the user.
    """
    write_book(inventory, path)
