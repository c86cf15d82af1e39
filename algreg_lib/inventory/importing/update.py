"""A new import onto an inventory that exists: rows by id, and what the user added stays."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.inventory.importing.report import UPDATED
from algreg_lib.inventory.layout import ID_KEY
from algreg_lib.inventory.model import Inventory
from algreg_lib.standard import standard


@dataclass(frozen=True, kw_only=True)
class Update:
    """The inventory as it becomes, what was replaced (`UPDATED`), and how many registrations are new."""

    inventory: Inventory
    updated: pd.DataFrame
    new: int


#: Set by the conversion itself; a difference in it is no news about the algorithm.
_SILENT: Final = frozenset({"standard_version"})


def update(existing: Inventory, imported: Inventory) -> Update:
    """The existing inventory with the imported texts in it.

    A field of the standard takes the imported text when there is one; an empty one erases nothing. Working fields and
    columns of the user are only filled where they were empty. Rows keep their order; new registrations come behind.
    """
    old, fresh = existing.registrations, imported.registrations
    both = old.index.intersection(fresh.index)
    added = fresh.loc[fresh.index.difference(both, sort=False)]
    keys = list(dict.fromkeys([*old.columns, *fresh.columns]))
    rows: list[tuple[str, str, str, str]] = []
    columns: dict[str, pd.Series] = {}
    for key in keys:
        before = _column(old, key)
        after = _column(fresh, key).reindex(both)
        wins = after.notna() & (before.loc[both].isna() if key not in standard(existing.standard) else True)
        differs = wins & (after != before.loc[both]).fillna(True).astype(bool)
        if key not in _SILENT:
            replaced = differs & before.loc[both].notna()
            rows += [(str(i), key, str(before[i]), str(after[i])) for i in both[replaced]]
        merged = before.copy()
        merged.loc[both[differs]] = after[differs]
        columns[key] = pd.concat([merged, _column(added, key)])
    registrations = pd.DataFrame(columns, dtype="str").rename_axis(ID_KEY)
    interviews = pd.concat([existing.interviews, imported.interviews], ignore_index=True)
    new_or_known = ~interviews.duplicated() | (interviews.index < len(existing.interviews))
    return Update(
        inventory=Inventory(
            registrations=registrations,
            standard=existing.standard,
            origin=imported.origin,
            interviews=interviews[new_or_known].reset_index(drop=True),
        ),
        updated=pd.DataFrame(rows, columns=list(UPDATED)),
        new=len(added),
    )


def _column(frame: pd.DataFrame, key: str) -> pd.Series:
    if key in frame:
        return frame[key]
    return pd.Series(np.nan, index=frame.index, dtype="str", name=key)
