"""The conversion report: where everything came from, what was changed, and what has no place in the inventory."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
from algreg_lib.standard import CURRENT, standard, working_fields

SOURCES: Final = ("file", "sheet", "orientation", "headers", "version", "registrations")
MAPPED: Final = ("file", "sheet", "line", "label", "field", "title", "how", "filled")
RECODED: Final = ("field", "before", "after", "reason", "count")
UNPLACED: Final = ("file", "sheet", "cell", "text", "why")
HIDDEN: Final = ("file", "sheet", "kind", "where", "text", "advice")
REMARKS: Final = ("about", "remark")
UPDATED: Final = ("registration_id", "field", "before", "after")

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
