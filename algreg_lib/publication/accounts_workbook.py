"""The account as a workbook for inside: for every registration and field what happened to it, and why."""

from pathlib import Path
from typing import Final

import pandas as pd

from algreg_lib.findings import SEVERITY_LABELS
from algreg_lib.publication.copy import EXTRA_TITLES, Copy
from algreg_lib.publication.shapes import PORTAL_KEYS
from algreg_lib.publication.summary import REASON_LABELS
from algreg_lib.publication.workbook import date_in_words
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
    """Writes the account: in short, then what happened to each registration and field, and what the inspection found.

    `searched` is the number of texts that were looked for in the files. It holds no text of any field.
    """
    titles = {f.key: f.title for f in (*working_fields(), *standard().fields)} | EXTRA_TITLES
    accounts = copy.accounts.assign(outcome=copy.accounts["outcome"].map(_OUTCOMES))
    fields = accounts[accounts["field"] != ""]
    fields = fields.assign(title=fields["field"].map(lambda key: titles.get(key, key)))
    headers = {
        "registration_id": "Registratie-ID",
        "name": "Naam",
        "title": "Veld",
        "outcome": "Uitkomst",
        "reason": "Waarom",
        "ground": "Grond (Woo)",
        "rule": "Regel",
    }
    widths = {"registration_id": 34.0, "name": 44.0, "title": 30.0, "reason": 70.0, "ground": 40.0, "outcome": 18.0}
    columns = ["registration_id", "name", "outcome", "reason", "ground", "rule"]
    clean = f"Geen van de {searched} teksten die binnen moeten blijven staat erin. Niets verborgen gevonden."
    told = clean if inspected.empty else f"{len(inspected)} keer iets om na te kijken, zie blad Controle."
    sheets = [
        _in_short(copy, accounts, inspected=told),
        _sheet("Registraties", accounts.loc[accounts["field"] == "", columns], headers, widths),
    ]
    for start in range(0, max(len(fields), 1), _ROWS_OF_A_SHEET):
        name = "Velden" if start == 0 else f"Velden {start // _ROWS_OF_A_SHEET + 1}"
        part = fields.iloc[start : start + _ROWS_OF_A_SHEET]
        sheets.append(_sheet(name, part[[*columns[:2], "title", *columns[2:]]], headers, widths))
    sheets.append(_inspection_sheet(inspected, copy, clean=clean))
    write_workbook(path, sheets, title="Verantwoording publicatiekopie")


def _in_short(copy: Copy, accounts: pd.DataFrame, *, inspected: str) -> Sheet:
    """What somebody who has to stand for the copy wants to know first, and where the rest is."""
    whole = accounts[accounts["field"] == ""]
    out = int((whole["outcome"] == _OUTCOMES["published"]).sum())
    reasons = copy.withheld[copy.withheld["field"] == ""].drop_duplicates(["registration_id", "rule"])["rule"]
    fields = accounts[accounts["registration_id"].isin(copy.published.index) & accounts["field"].isin(PORTAL_KEYS)]
    counts = fields["outcome"].value_counts()
    rows = [
        ("Organisatie", copy.organisation),
        ("Datum van de gegevens", date_in_words(copy.moment)),
        ("Algoritmes in de inventaris", str(len(whole))),
        ("Gepubliceerd", str(out)),
        ("Niet gepubliceerd", str(len(whole) - out)),
        *((f"  waarom: {REASON_LABELS[str(rule)]}", str(count)) for rule, count in reasons.value_counts().items()),
        *(
            (f"Velden {outcome} (van de gepubliceerde algoritmes)", str(int(counts.get(outcome, 0))))
            for outcome in (_OUTCOMES["published"], _OUTCOMES["masked"], _OUTCOMES["withheld"], _OUTCOMES["empty"])
        ),
        ("Controle van de bestanden", inspected),
        ("Blad Registraties", "Per algoritme: gepubliceerd of niet, en waarom. Meer dan één reden kan."),
        ("Blad Velden", "Per veld: gepubliceerd, gemaskeerd, niet gepubliceerd of niet ingevuld, en waarom."),
        ("Blad Controle", "Wat een vreemde in de bestanden zou vinden."),
        ("Nooit openbaar", "Interne velden, eigen kolommen en het hele blad Interviews. Dit werkboek ook niet."),
    ]  # fmt: skip
    table = pd.DataFrame([row for row in rows if row[1]], columns=["what", "told"], dtype="str")
    headers = {"what": "Onderwerp", "told": "Uitkomst"}
    return _sheet("Samenvatting", table, headers, {"what": 60.0, "told": 90.0})


def _sheet(name: str, table: pd.DataFrame, headers: dict[str, str], widths: dict[str, float]) -> Sheet:
    return Sheet(name=name, table=table, headers=headers, widths=widths)


def _inspection_sheet(inspected: pd.DataFrame, copy: Copy, *, clean: str) -> Sheet:
    """The proof that somebody looked: what was found, or that nothing was."""
    told = inspected.assign(severity=inspected["severity"].map(SEVERITY_LABELS))[["file", "severity", "message"]]
    if told.empty:
        files = [f"{copy.name}{suffix}" for suffix in (".xlsx", ".csv", ".json")]
        told = pd.DataFrame({"file": files, "severity": "Goed", "message": clean}, dtype="str")
    headers = {"file": "Bestand", "severity": "Ernst", "message": "Uitkomst van de controle"}
    return _sheet("Controle", told, headers, {"file": 44.0, "message": 90.0})
