"""The Excel template: empty, or with an inventory in it."""

from pathlib import Path

from algreg_lib.inventory.model import Inventory
from algreg_lib.inventory.template.book import CONTINUED, CONTINUED_TITLES, write_book
from algreg_lib.standard import CURRENT

__all__ = ["CONTINUED", "CONTINUED_TITLES", "write_book", "write_template"]


def write_template(path: Path, *, version: str = CURRENT, organisation: str = "") -> None:
    """Writes the empty template of one version of the standard. Raises OutputError; KeyError for an unknown version."""
    import pandas as pd

    from algreg_lib.standard import canonical_version

    empty = pd.DataFrame(index=pd.Index([], name="registration_id", dtype="str"))
    inventory = Inventory(registrations=empty, standard=canonical_version(version))
    title = f"Algoritmeregister – inventaris {organisation}".strip()
    write_book(inventory, path, title=title)
