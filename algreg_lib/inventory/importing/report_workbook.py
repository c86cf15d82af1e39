"""The conversion report as a workbook: an overview, and a sheet for each part that has something to tell."""

from pathlib import Path
from typing import Final

import pandas as pd

from algreg_lib.inventory.importing.report import UNPLACED, Report
from algreg_lib.standard import CURRENT, VERSIONS, standard, working_fields
from algreg_lib.workbooks import Sheet, write_workbook

REPORT_NAME: Final = "conversieverslag.xlsx"
_TO_DO: Final = ("registration_id", "field", "message", "value", "file", "sheet", "cell")

_TITLES: Final = {
    "message": "Wat u moet doen",
    "value": "De oude tekst",
    "file": "Bestand",
    "sheet": "Blad",
    "orientation": "Vorm",
    "headers": "Kopregels",
    "version": "Versie van de standaard",
    "registrations": "Registraties",
    "line": "Kolom of rij",
    "label": "Naam in de bron",
    "field": "Veld",
    "title": "Titel in de inventaris",
    "how": "Hoe herkend",
    "filled": "Gevuld",
    "before": "Van",
    "after": "Naar",
    "reason": "Reden",
    "count": "Aantal",
    "cell": "Cel",
    "text": "Tekst",
    "why": "Waarom",
    "kind": "Wat",
    "where": "Waar",
    "advice": "Wat u kunt doen",
    "about": "Over",
    "remark": "Opmerking",
    "registration_id": "Registratie-ID",
}
_WIDTHS: Final = {
    "registration_id": 30,
    "message": 60,
    "value": 80,
    "label": 36,
    "title": 36,
    "text": 80,
    "remark": 100,
    "before": 60,
    "after": 60,
    "advice": 60,
    "reason": 40,
    "cell": 24,
    "why": 30,
}
_MOST_ROWS: Final = 1_000_000


def write_report(path: Path, made: Report, *, target: str, count: int) -> None:
    """Writes the workbook. Raises OutputError."""
    parts = [
        ("Bronnen", made.sources),
        ("Kolommen", made.mapped),
        ("Omgezet", _titled(made.recoded)),
        ("Zonder plaats", _together(made.unplaced)),
        ("Verborgen", made.hidden),
        ("Nog te doen", _titled(made.to_do[list(_TO_DO)])),
        ("Bijgewerkt", _titled(made.updated)),
        ("Opmerkingen", made.remarks),
    ]
    sheets = [Sheet(name="Overzicht", table=overview(made, count), headers=_OVERVIEW, widths=_OVERVIEW_WIDTHS)]
    for name, table in parts:  # an empty part has no sheet: there is nothing to look at
        for number, start in enumerate(range(0, len(table), _MOST_ROWS), start=1):
            sheets.append(
                Sheet(
                    name=name if number == 1 else f"{name} {number}",
                    table=table.iloc[start : start + _MOST_ROWS],
                    headers=_TITLES,
                    widths=_WIDTHS,
                )
            )
    write_workbook(path, sheets, title=f"Conversieverslag – {target}")


def _titled(table: pd.DataFrame) -> pd.DataFrame:
    """The table with the Dutch title of each field instead of its key, as people know it from the inventory."""
    # A key that 1.0 has no more is named as in the oldest register version: most lists with such keys are of then.
    older = sorted(VERSIONS, key=lambda version: not version.startswith("org-"))
    titles = {f.key: f.title for version in older for f in standard(version).fields}
    titles |= {f.key: f.title for f in working_fields()} | {f.key: f.title for f in standard(CURRENT).fields}
    shown = {text: " → ".join(titles.get(key, key) for key in text.split(" → ")) for text in table["field"].unique()}
    return table.assign(field=table["field"].map(shown))


def _together(unplaced: pd.DataFrame) -> pd.DataFrame:
    """One row for a text that stands more than once on a sheet, such as the mark of a mandatory field."""
    keys = [key for key in UNPLACED if key != "cell"]
    grouped = unplaced.groupby(keys, sort=False, dropna=False)["cell"].agg(", ".join).reset_index()
    return grouped[list(UNPLACED)]


_OVERVIEW: Final = {"part": "Onderdeel", "count": "Aantal", "meaning": "Wat dit betekent"}
_OVERVIEW_WIDTHS: Final = {"part": 44, "count": 10, "meaning": 90}


def overview(made: Report, count: int) -> pd.DataFrame:
    """The report in one table: how many of everything that there is, and what a person should look at."""
    how = made.mapped["how"]
    rows = [
        ("Registraties in de inventaris", count, "Zoveel algoritmes staan er nu in de inventaris."),
        ("Gelezen bladen en bestanden", len(made.sources), "Zie het blad Bronnen."),
        ("Kolommen die zeker herkend zijn", int((how == "zeker").sum()), "Zie het blad Kolommen."),
        (
            "Kolommen die op een veld lijken",
            int(how.str.startswith("voorstel").sum()),
            "Controleer deze op het blad Kolommen. Klopt er een niet? Pas dan het bestand -kolommen.toml aan.",
        ),
        ("Eigen kolommen", int((how == "eigen kolom").sum()), "Deze staan ongewijzigd achteraan in de inventaris."),
        ("Omgezette waarden", int(made.recoded["count"].sum()), "Van wat, naar wat en waarom: zie het blad Omgezet."),
        (
            "Teksten zonder plaats",
            len(made.unplaced),
            "Teksten die bij geen registratie horen, zoals een titel of uitleg: zie het blad Zonder plaats.",
        ),
        (
            "Verborgen of bijzonder",
            len(made.hidden),
            "Verborgen rijen, opmerkingen, formules en samengevoegde cellen: zie het blad Verborgen.",
        ),
        ("Nog te doen", len(made.to_do), "Oude teksten waarvoor een mens moet kiezen: zie het blad Nog te doen."),
        ("Bijgewerkte waarden", len(made.updated), "Wat in de bestaande inventaris is vervangen: zie Bijgewerkt."),
        ("Opmerkingen", len(made.remarks), "Lees deze eerst: zie het blad Opmerkingen."),
    ]
    return pd.DataFrame([rows[0], *(row for row in rows[1:] if row[1])], columns=list(_OVERVIEW))
