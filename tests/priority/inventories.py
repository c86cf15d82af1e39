"""Inventories in memory for the tests of the ranking."""

from collections.abc import Mapping, Sequence

import pandas as pd

from algreg_lib.inventory import INTERVIEW_COLUMNS, Inventory


def inventory_of(
    rows: Mapping[str, Mapping[str, str | None]], *, interviews: Sequence[Mapping[str, str]] = ()
) -> Inventory:
    columns = dict.fromkeys(["name", *(key for row in rows.values() for key in row)])
    index = pd.Index(list(rows), name="registration_id", dtype="str")
    frame = pd.DataFrame({c: pd.Series([r.get(c) for r in rows.values()], dtype="str") for c in columns})
    talks = pd.DataFrame(list(interviews), columns=list(INTERVIEW_COLUMNS), dtype="str")
    return Inventory(registrations=frame.set_index(index), interviews=talks)
