"""The first sheet of bevindingen.xlsx: how many findings of each kind, and how to read the other sheets."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from algreg_lib.findings import SEVERITIES, SEVERITY_LABELS
from algreg_lib.quality.completeness import LEVELS
from algreg_lib.quality.rules import rules

#: The sheet with the inventory itself.
INVENTORY: Final = "Registraties"
NO_OWNER: Final = "Zonder eigenaar"


def write_summary(
    page: Any, styles: Mapping[str, Any], completeness: pd.DataFrame, listed: pd.DataFrame, *, most_notes: int
) -> None:
    """Fills the sheet; `most_notes` is how many cells of the inventory carry a note."""
    page.set_column(0, 0, 56)
    page.set_column(1, 2, 18)
    page.set_column(3, 3, 32)
    set_up_print(page)
    tables = [
        ("Bevindingen", _by_severity(listed)),
        ("Hoe ver zijn de registraties", _by_level(completeness)),
        ("Per regel", _by_rule(listed)),
        ("Per eigenaar", _by_owner(listed)),
    ]
    row = 0
    for title, table in tables:
        page.write_string(row, 0, title, styles["title"])
        for column, name in enumerate(table.columns):
            page.write_string(row + 1, column, str(name), styles["header"])
        for line, values in enumerate(table.itertuples(index=False), start=row + 2):
            for column, value in enumerate(values):
                page.write(line, column, value, styles["beside" if column and isinstance(value, str) else "body"])
        row += len(table) + 3
    page.write_string(row, 0, f"Zo leest u het blad {INVENTORY}", styles["title"])
    for line, severity in enumerate(SEVERITIES, start=row + 1):
        page.write_string(line, 0, SEVERITY_LABELS[severity], styles[severity])
    for line, said in enumerate(_reading(listed, most_notes), start=row + 5):
        page.merge_range(line, 0, line, 3, said, styles["body"])
        page.set_row(line, 32)


def set_up_print(page: Any, *, repeat: int | None = None, wide: bool = False) -> None:
    """On paper: A4 across, as wide as one page, the header row on every page.

    A `wide` sheet cannot be read that way: it takes several A3 pages, with its first two columns on each.
    """
    page.set_paper(8 if wide else 9)
    page.set_landscape()
    if wide:
        page.set_print_scale(60)
        page.repeat_columns(0, 1)
    else:
        page.fit_to_pages(1, 0)
    page.set_footer("&L&A&RBlad &P van &N")
    if repeat is not None:
        page.repeat_rows(repeat)


def _reading(listed: pd.DataFrame, most_notes: int) -> list[str]:
    cells = len(listed.drop_duplicates(["registration_id", "field"]))
    notes = "Houd de muis boven een cel met een kleur: dan ziet u wat er is en wat u kunt doen."
    if cells > most_notes:
        notes += f" Alleen de {most_notes} ergste van {cells} cellen hebben zo'n uitleg; zoek de andere in de lijst."
    return [
        notes,
        "Klik in de lijst Bevindingen, of in die van een eigenaar, op de cel: dan komt u op de plek zelf.",
        "Alle bevindingen staan ook in bevindingen.csv. De teksten zijn niet veranderd: verbeter ze in uw inventaris.",
    ]


def _by_severity(listed: pd.DataFrame) -> pd.DataFrame:
    counts = [listed.loc[listed["severity"] == severity, "known"] for severity in SEVERITIES]
    return pd.DataFrame(
        {
            "Ernst": [SEVERITY_LABELS[severity] for severity in SEVERITIES],
            "Aantal": [len(known) for known in counts],
            "Stond er al": [int((known == "ja").sum()) for known in counts],
            "Nieuw": [int((known != "ja").sum()) for known in counts],
        }
    )


def _by_level(completeness: pd.DataFrame) -> pd.DataFrame:
    counted = completeness["level"].value_counts().reindex(list(LEVELS), fill_value=0)
    return pd.DataFrame({"Trede": list(LEVELS), "Registraties": counted.tolist()})


def _by_rule(listed: pd.DataFrame) -> pd.DataFrame:
    counted = listed.groupby(["rule", "severity"], sort=False).size().reset_index(name="count")
    counted["order"] = counted["severity"].map(SEVERITIES.index)
    counted = counted.sort_values(["order", "count", "rule"], ascending=[True, False, True])
    titles = {rule.id: rule.title for rule in rules().values()}
    return pd.DataFrame(
        {
            "Regel": counted["rule"].map(titles).fillna(counted["rule"]),
            "Ernst": counted["severity"].map(SEVERITY_LABELS),
            "Aantal": counted["count"],
            "Naam in algreg.toml": counted["rule"],
        }
    )


def _by_owner(listed: pd.DataFrame) -> pd.DataFrame:
    owners = listed["owner"].replace("", NO_OWNER)
    counted = pd.crosstab(owners, listed["severity"]).reindex(columns=list(SEVERITIES), fill_value=0)
    ordered = counted.sort_values(list(SEVERITIES), ascending=False).reset_index()
    return ordered.set_axis(["Eigenaar", *SEVERITY_LABELS.values()], axis="columns")
