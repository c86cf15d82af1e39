"""The conversion report: where everything came from, what was changed, and what has no place in the inventory."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.findings import findings_table
from algreg_lib.inventory.addresses import column_letters
from algreg_lib.inventory.conversion import Recoding
from algreg_lib.inventory.grids import MERGED, Unseen
from algreg_lib.inventory.model import Orientation
from algreg_lib.inventory.reading import Reading
from algreg_lib.inventory.table import Table
from algreg_lib.standard import CURRENT, VERSIONS, standard, working_fields
from algreg_lib.workbooks import Sheet, write_workbook

SOURCES: Final = ("file", "sheet", "orientation", "headers", "version", "registrations")
MAPPED: Final = ("file", "sheet", "line", "label", "field", "title", "how", "filled")
RECODED: Final = ("field", "before", "after", "reason", "count")
UNPLACED: Final = ("file", "sheet", "cell", "text", "why")
HIDDEN: Final = ("file", "sheet", "kind", "where", "text", "advice")
REMARKS: Final = ("about", "remark")
UPDATED: Final = ("registration_id", "field", "before", "after")

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
_ORIENTATIONS: Final[dict[Orientation, str]] = {
    "rows": "één registratie per rij",
    "columns": "één registratie per kolom",
    "records": "JSON",
}
_HOW: Final = {"exact": "zeker", "chosen": "door u gekozen", "own": "eigen kolom"}
_ADVICE: Final = {
    "verborgen blad": "Dit blad is ook gelezen. Kijk of het mee moest.",
    "verborgen rijen": "Deze rijen zijn ook gelezen. Haal weg wat niet mee moest.",
    "verborgen kolommen": "Deze kolommen zijn ook gelezen. Haal weg wat niet mee moest.",
    "opmerking": "Opmerkingen gaan niet mee. Neem over wat u wilt bewaren.",
    "tekstvak": "Tekstvakken gaan niet mee. Neem over wat u wilt bewaren.",
    "formule": "De uitkomst is overgenomen, de formule niet.",
    "formule zonder waarde": "Er is geen uitkomst bewaard. Open het bestand in Excel, sla het op en importeer opnieuw.",
    MERGED: "De waarde staat alleen bij de eerste cel. Vul de andere zelf aan als dat nodig is.",
    "foutwaarde": "Hier staat een foutmelding van Excel. Verbeter de formule of vul de waarde in.",
}
_MOST_ROWS: Final = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Report:
    """The parts of the report as tables, with the columns that the constants above name, in the order of reading."""

    sources: pd.DataFrame
    mapped: pd.DataFrame
    recoded: pd.DataFrame
    unplaced: pd.DataFrame
    hidden: pd.DataFrame
    remarks: pd.DataFrame
    updated: pd.DataFrame
    to_do: pd.DataFrame  #: findings: old texts that a person has to place or decide on


def report(
    readings: Sequence[Reading],
    recoding: Recoding,
    *,
    remarks: Iterable[tuple[str, str]] = (),
    updated: pd.DataFrame | None = None,
    to_do: pd.DataFrame | None = None,
) -> Report:
    """The whole report of an import."""
    found = [(r.file, remark) for r in readings for remark in r.remarks]
    found += [(t.file, remark) for r in readings for t in r.tables for remark in _double_titles(t)]
    found += remarks
    return Report(
        sources=_table(SOURCES, (_source(t) for r in readings for t in r.tables)),
        mapped=_table(MAPPED, (row for r in readings for t in r.tables for row in _mapped(t))),
        recoded=_table(RECODED, ((*change, count) for change, count in recoding.counts.items())),
        unplaced=_table(UNPLACED, ((x.file, x.sheet, x.cell, x.text, x.why) for r in readings for x in r.leftovers)),
        hidden=_table(
            HIDDEN,
            ((r.file, u.sheet, u.kind, u.where, u.text, _advice(r, u)) for r in readings for u in r.unseen),
        ),
        remarks=_table(REMARKS, found),
        updated=_table(UPDATED, ()) if updated is None else updated,
        to_do=findings_table() if to_do is None else to_do,
    )


def _advice(reading: Reading, unseen: Unseen) -> str:
    merged = next((t.merged_advice for t in reading.tables if t.sheet == unseen.sheet), {})
    return merged.get(unseen.where, _ADVICE.get(unseen.kind, ""))


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


def _table(columns: Sequence[str], rows: Iterable[tuple[object, ...]]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(columns))


def _source(table: Table) -> tuple[object, ...]:
    lines = table.header_lines
    letters = [column_letters(line) if table.orientation == "columns" else str(line) for line in lines]
    version = table.version if not table.by_key else f"per registratie (anders {table.version})"
    return (
        table.file,
        table.sheet,
        _ORIENTATIONS[table.orientation],
        ", ".join(letters),
        version,
        len(table.entries),
    )


def _double_titles(table: Table) -> Iterable[str]:
    titles = Counter(match.label.strip().casefold() for match in table.labels if match.label.strip())
    where = f" op blad {table.sheet}" if table.sheet else ""
    for title, count in titles.items():
        if count > 1:
            yield (
                f"De kolom '{title}' komt {count} keer voor{where}. De eerste is het veld; de andere zijn als eigen "
                "kolom bewaard, met een nummer achter de naam."
            )


def _mapped(table: Table) -> Iterable[tuple[object, ...]]:
    titles = {f.key: f.title for f in (*working_fields(), *standard(CURRENT).fields)}
    for match, line, texts in zip(table.labels, table.lines, table.values, strict=True):
        place = column_letters(line) if table.orientation == "rows" and line else str(line or "")
        how = _HOW.get(match.how, f"voorstel ({match.likeness} van 100)")
        filled = int(np.count_nonzero(texts))
        own = match.how == "own"
        yield (
            table.file,
            table.sheet,
            "" if table.orientation == "records" else place,
            match.label,
            "" if own else match.key,
            match.key if own else titles.get(match.key.partition("[]")[0], match.key),
            how,
            filled,
        )
