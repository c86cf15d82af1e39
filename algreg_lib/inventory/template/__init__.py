"""The Excel template: empty, or with an inventory in it."""

from pathlib import Path

import pandas as pd

from algreg_lib.inventory.layout import ID_KEY
from algreg_lib.inventory.model import Inventory
from algreg_lib.inventory.template.book import write_book
from algreg_lib.standard import CURRENT, canonical_version

__all__ = ["write_inventory", "write_template"]


def write_template(path: Path, *, version: str = CURRENT, organisation: str = "") -> None:
    """Writes the empty template of one version of the standard. Raises OutputError; KeyError for an unknown version."""
    empty = pd.DataFrame(index=pd.Index([], name=ID_KEY, dtype="str"))
    inventory = Inventory(registrations=empty, standard=canonical_version(version))
    write_book(inventory, path, organisation=organisation)


def write_inventory(inventory: Inventory, path: Path) -> None:
    """Writes the template with the inventory in it, so that reading it gives the same registrations and interviews.

    Columns stand in the order of the standard, then the working fields, then the columns of the user. Raises
    OutputError.
    """
    write_book(inventory, path)
