"""Going through the findings on quality: which fit a filter, and the text that one of them is about."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

import pandas as pd

from algreg_lib.inventory import Inventory
from algreg_lib.quality import rules
from algreg_lib.reports import Results, counted, field_title, names
from algreg_lib.standard import Field, standard, working_fields
from algreg_lib.widgets.explore import ALL, MOST, UNKNOWN
from algreg_lib.widgets.markup import findings_list, rows, scrolling, severity, text

_COLUMNS: Final = {"name": "Algoritme", "field": "Veld", "what": "Wat er is"}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which findings a reader wants to see; empty where it does not matter."""

    severity: str = ALL
    field: str = ALL
    owner: str = ALL


def work_list(inventory: Inventory, found: Results) -> pd.DataFrame:
    """The findings with `name` and `owner` of their registration, worst first, then by rank; index is their number."""
    frame = inventory.registrations
    owners = frame["owner"] if "owner" in frame.columns else pd.Series(dtype="str")
    ids = found.findings["registration_id"]
    table = found.findings.assign(
        name=ids.map(names(found)).fillna(ids),
        owner=ids.map(owners).astype("str").fillna(UNKNOWN),
        worst=found.findings["severity"].map({"critical": 0, "warning": 1, "info": 2}),
        rank=ids.map(found.ranking["rank"]),
    )
    return table.sort_values(["worst", "rank"], kind="stable").drop(columns=["worst", "rank"]).reset_index(drop=True)


def matching(table: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    """The findings that fit all that is wanted."""
    fits = pd.Series(True, index=table.index)
    for column in ("severity", "field", "owner"):
        value = getattr(wanted, column)
        fits &= value == ALL or table[column] == value
    return table[fits]


def field_options(table: pd.DataFrame) -> list[tuple[str, str]]:
    """The fields with findings to choose from, the one with most findings first."""
    counts = table["field"].value_counts()
    return [
        ("alle", ALL),
        *((f"{field_title(str(key)) or 'hele registratie'} ({n})", str(key)) for key, n in counts.items()),
    ]


def list_markup(lines: pd.DataFrame, total: int, *, chosen: str = "") -> str:
    """The findings, as a table to choose from."""
    if lines.empty:
        return "<p>Er zijn geen bevindingen die hierbij passen.</p>"
    cells = [(str(key), _line(lines.loc[[key]])) for key in lines.index[:MOST]]
    left = len(lines) - MOST
    more = f"<p>Nog {counted(left, 'bevinding', 'bevindingen')}. Kies een filter.</p>" if left > 0 else ""
    caption = f"{len(lines)} van {counted(total, 'bevinding', 'bevindingen')}"
    return rows(cells, _COLUMNS, caption=caption, chosen=chosen) + more


def finding_markup(finding: pd.DataFrame, inventory: Inventory, found: Results) -> str:
    """One finding (a table of one row): what to do, the text it is about, where it stands, what the field asks."""
    row = {str(key): value for key, value in finding.to_dict("records")[0].items() if isinstance(value, str)}
    field = _field(inventory, row["field"])
    others = found.findings[
        (found.findings["registration_id"] == row["registration_id"]) & (found.findings["field"] != row["field"])
    ]
    place = " ".join(part for part in (row.get("file", ""), row.get("sheet", ""), row.get("cell", "")) if part)
    parts = [
        f"<h2>{escape(row['name'])}</h2><p>{escape(field.title)} · eigenaar: {escape(row['owner'])}</p>",
        f"<p>{severity(row['severity'])} {text(row['message'])}</p>",
        "<h3>De tekst</h3>",
        f"<blockquote>{_whole(inventory, row)}</blockquote>",
        f'<p class="grijs">Staat in: {escape(place)}</p>' if place else "",
        f"<h3>Wat dit veld vraagt</h3><p>{text(field.help)}</p>" if field.help else "",
        f"<h3>Verder in deze registratie</h3>{findings_list(others)}" if len(others) else "",
    ]
    return scrolling(f"Bevinding bij {row['name']}", "".join(parts), reading=True)


def _line(finding: pd.DataFrame) -> dict[str, str]:
    row = finding.to_dict("records")[0]
    known = rules().get(row["rule"])
    what = known.title if known else row["rule"].replace("-", " ").capitalize()
    return {
        "name": str(row["name"]),
        "under": escape(str(row["owner"])),
        "field": escape(field_title(row["field"])),
        "what": f"{severity(row['severity'])}<br>{escape(what)}",
    }


def _field(inventory: Inventory, key: str) -> Field:
    own = standard(inventory.standard)
    if key in own:
        return own[key]
    return next((f for f in working_fields() if f.key == key), Field(key=key, title=key or "Hele registratie"))


def _whole(inventory: Inventory, row: dict[str, str]) -> str:
    """The text as it stands in the inventory; what the rule read where the inventory has no such column."""
    frame = inventory.registrations
    if row["field"] in frame.columns and row["registration_id"] in frame.index:
        return text(frame.at[row["registration_id"], row["field"]], empty="Veld niet ingevuld.")
    return text(row.get("value", ""), empty="Veld niet ingevuld.")
