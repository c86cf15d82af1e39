"""A file of any known shape: a workbook of ours as it stands, any other list as its tables."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from algreg_lib.inventory.conversion import conversion
from algreg_lib.inventory.grids import contents
from algreg_lib.inventory.model import Inventory
from algreg_lib.inventory.own_workbook import OwnWorkbook, own_workbook
from algreg_lib.inventory.reading import Reading, mapping_path, read_mapping, records, tabular


def read_inventory(path: Path, *, mapping: Path | None = None) -> Inventory:
    """The inventory in a file of any known shape, with the cell of every value.

    A workbook in our own shape comes back exactly as it stands, in its own version of the standard; any other shape is
    converted to 1.0 as an import would. Raises InputError when it cannot be read, SettingError on a wrong mapping.
    """
    chosen = chosen_columns(mapping, path)
    own, read = read_file(path, chosen)
    return own.inventory() if own is not None else conversion(read.tables).inventory


def chosen_columns(mapping: Path | None, beside: Path) -> dict[str, str]:
    """Which column is which field, as the user chose it: in the file that is named, else in the one beside."""
    if mapping is not None:
        return read_mapping(mapping)
    path = mapping_path(beside)
    return read_mapping(path) if path.exists() else {}


def read_file(path: Path, chosen: Mapping[str, str]) -> tuple[OwnWorkbook | None, Reading]:
    """What a source holds; and the workbook itself when it is one of ours. Raises InputError."""
    if path.suffix.lower() == ".json":
        return None, records(path, chosen)
    found = contents(path)
    own = own_workbook(found.grids)
    if own is None:
        return None, tabular(path, found, chosen)
    return own, Reading(
        file=path.name,
        tables=(own.whole_table(),),
        leftovers=own.leftovers,
        # The formulas of the template are ours, and no news to anyone.
        unseen=tuple(u for u in found.unseen if u.kind != "formule"),
        remarks=found.remarks,
    )


def interviews_in(workbooks: Iterable[OwnWorkbook | None]) -> pd.DataFrame:
    """The interviews of all workbooks of ours among the sources."""
    frames = [own.interviews for own in workbooks if own is not None and len(own.interviews)]
    empty = Inventory(registrations=pd.DataFrame()).interviews
    return pd.concat(frames, ignore_index=True) if frames else empty
