"""A column that the file does not have at all is one thing to mend, not one in every row."""

from typing import Final

import pandas as pd

#: Rules that ask for a value.
_ASKS: Final = ("verplicht", "leeg", "leeg-handboek", "zonder-tussenkomst", "zonder-risicos")


def without_absent_columns(findings: pd.DataFrame) -> pd.DataFrame:
    """The findings, with one for each column that a sheet lacks in place of one per registration of that sheet.

    Expects the places: an empty field of a column that does exist has a cell.
    """
    absent = findings["rule"].isin(_ASKS) & (findings["file"] != "") & (findings["cell"] == "")
    if not absent.any():
        return findings
    groups = findings[absent].groupby(["file", "sheet", "field"], sort=False)
    merged = [
        group.head(1).assign(registration_id="", message=_message(file, sheet, len(group), group["message"].iloc[0]))
        for (file, sheet, _), group in groups
    ]
    return pd.concat([*merged, findings[~absent]], ignore_index=True)


def _message(file: object, sheet: object, count: int, message: str) -> str:
    where = f"{file}, blad {sheet}" if sheet else file
    advice = "Zet het bestand om met 'algreg import' en vul het veld daarna in."
    registrations = "1 registratie" if count == 1 else f"{count} registraties"
    return f"Dit veld staat niet in {where}; het is daardoor leeg bij {registrations}. {advice} {message}"
