"""The file, sheet and cell of many findings at once."""

import pandas as pd

from algreg_lib.inventory import Inventory, Origin, Source, cell_address

_PLACE = ("file", "sheet", "cell")


def with_places(findings: pd.DataFrame, inventory: Inventory) -> pd.DataFrame:
    """The findings with the `file`, `sheet` and `cell` of each value; empty text where there is none.

    A value that was put together from several cells names them all. A field for which the source has no column keeps
    file and sheet, without a cell.
    """
    wanted = findings[["registration_id", "field"]].drop_duplicates()
    known = _places(wanted, inventory.origin) if inventory.origin is not None else wanted.assign(file="")
    placed = findings.drop(columns=list(_PLACE), errors="ignore").merge(
        known, how="left", on=["registration_id", "field"]
    )
    texts = {
        part: placed.get(part, pd.Series(index=placed.index, dtype="str")).fillna("").astype("str") for part in _PLACE
    }
    return placed.assign(**texts).set_axis(findings.index, axis="index")


def _places(wanted: pd.DataFrame, origin: Origin) -> pd.DataFrame:
    located = wanted.merge(origin.entries[["source", "line"]], left_on="registration_id", right_index=True)
    parts = [
        group.assign(file=source.file, sheet=source.sheet, cell=_cells(source, str(field), group["line"].tolist()))
        for (number, field), group in located.groupby(["source", "field"], sort=False)
        for source in [origin.sources[int(str(number))]]
    ]
    columns = ["registration_id", "field", *_PLACE]
    return pd.concat(parts)[columns] if parts else pd.DataFrame(columns=columns, dtype="str")


def _cells(source: Source, field: str, lines: list[int]) -> list[str]:
    """The addresses of one field on many lines; `Origin.places` gives the same, one by one."""
    if source.orientation == "records":
        keys = source.json_keys.get(field, ())
        return [", ".join(f"[{line}].{key}" for key in keys) for line in lines]
    others = source.lines.get(field, ())
    if source.orientation == "rows":
        return [", ".join(cell_address(int(line), other) for other in others) for line in lines]
    return [", ".join(cell_address(other, int(line)) for other in others) for line in lines]
