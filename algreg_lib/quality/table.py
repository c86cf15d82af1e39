"""The table that the suites check: the registrations, and the calculated columns that plain expectations can assert."""

import pandas as pd

from algreg_lib.quality.rules import DERIVED
from algreg_lib.quality.text import lengths
from algreg_lib.standard import Standard, standard


def check_table(registrations: pd.DataFrame, *, version: str) -> pd.DataFrame:
    """The columns that the suite of this version names, with the same index.

    A field that the inventory lacks is a column without values. Calculated columns are named `<field>__<what>`:
    `length` (characters as the register counts them).
    """
    declared = standard(version)
    empty = pd.Series(float("nan"), index=registrations.index, dtype="str")
    columns = {key: registrations.get(key, empty) for key in declared.keys}
    columns |= {str(name): registrations[name] for name in registrations.columns if name not in columns}
    return pd.DataFrame(columns | _lengths(columns, declared), index=registrations.index)


def _lengths(columns: dict[str, pd.Series], declared: Standard) -> dict[str, pd.Series]:
    return {
        f"{field.key}{DERIVED}length": lengths(columns[field.key])
        for field in declared.fields
        if field.max_length is not None or field.handbook_max_length is not None
    }
