"""The account as a workbook for inside: for every registration and field what happened to it, and why."""

from pathlib import Path
from typing import Final

import pandas as pd

from algreg_lib.findings import SEVERITY_LABELS
from algreg_lib.publication.copy import EXTRA_TITLES, Copy
from algreg_lib.standard import standard, working_fields
from algreg_lib.workbooks import Sheet, write_workbook

_ROWS_OF_A_SHEET: Final = 1_000_000
_OUTCOMES: Final = {
    "published": "gepubliceerd",
    "masked": "gemaskeerd",
    "withheld": "niet gepubliceerd",
    "empty": "niet ingevuld",
}


def write_accounts(copy: Copy, inspected: pd.DataFrame, *, searched: int, path: Path) -> None:
    """Writes the account: what happened to each registration and field, and what the inspection of the files found.

    `searched` is the number of texts that were looked for in the files. It holds no text of any field.
    """
    titles = {f.key: f.title for f in (*working_fields(), *standard().fields)} | EXTRA_TITLES
    accounts = copy.accounts.assign(outcome=copy.accounts["outcome"].map(_OUTCOMES))
    fields = accounts[accounts["field"] != ""]
    fields = fields.assign(title=fields["field"].map(titles).fillna(fields["field"]))
    headers = {
        "registration_id": "Registratie-ID",
        "name": "Naam",
        "title": "Veld",
        "outcome": "Uitkomst",
        "reason": "Waarom",
        "ground": "Grond (Woo)",
        "rule": "Regel",
    }
    widths = {"name": 40.0, "title": 30.0, "reason": 70.0, "ground": 40.0, "outcome": 18.0}
    columns = ["registration_id", "name", "outcome", "reason", "ground", "rule"]
    sheets = [_sheet("Registraties", accounts.loc[accounts["field"] == "", columns], headers, widths)]
    for start in range(0, max(len(fields), 1), _ROWS_OF_A_SHEET):
        name = "Velden" if start == 0 else f"Velden {start // _ROWS_OF_A_SHEET + 1}"
        part = fields.iloc[start : start + _ROWS_OF_A_SHEET]
        sheets.append(_sheet(name, part[[*columns[:2], "title", *columns[2:]]], headers, widths))
    write_workbook(
        path, [*sheets, _inspection_sheet(inspected, copy, searched)], title="Verantwoording publicatiekopie"
    )


def _sheet(name: str, table: pd.DataFrame, headers: dict[str, str], widths: dict[str, float]) -> Sheet:
    return Sheet(name=name, table=table.replace("", pd.NA), headers=headers, widths=widths)


def _inspection_sheet(inspected: pd.DataFrame, copy: Copy, searched: int) -> Sheet:
    """The proof that somebody looked: what was found, or that nothing was."""
    told = inspected.assign(severity=inspected["severity"].map(SEVERITY_LABELS))[["file", "severity", "message"]]
    if told.empty:
        message = f"Geen van de {searched} teksten die binnen moeten blijven staat erin. Niets verborgen gevonden."
        files = [f"{copy.name}{suffix}" for suffix in (".xlsx", ".csv", ".json")]
        told = pd.DataFrame({"file": files, "severity": "Goed", "message": message}, dtype="str")
    headers = {"file": "Bestand", "severity": "Ernst", "message": "Uitkomst van de controle"}
    return _sheet("Controle", told, headers, {"file": 44.0, "message": 90.0})
