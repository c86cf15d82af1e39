"""bevindingen.xlsx: the inventory itself with the wrong cells marked, a sheet per owner, and a summary."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd

from algreg_lib.files import replacing
from algreg_lib.findings import SEVERITIES, SEVERITY_LABELS, Severity
from algreg_lib.inventory import Inventory
from algreg_lib.quality.completeness import LEVELS
from algreg_lib.quality.layout import Layout, layout_of
from algreg_lib.quality.rules import rules
from algreg_lib.standard import Field, standard, working_fields
from algreg_lib.workbooks import CELL_LIMIT, new_workbook

#: Colour is never the only sign: each severity has its own line around the cell, and a sign before the text, which
#: the number format shows and the value does not hold.
_SIGNS: Final[dict[Severity, str]] = {"critical": "✖", "warning": "▲", "info": "●"}
_COLOURS: Final[dict[Severity, str]] = {"critical": "#F8CBAD", "warning": "#FFE699", "info": "#DDEBF7"}
_LINES: Final[dict[Severity, int]] = {"critical": 5, "warning": 8, "info": 4}  # thick, dashes, dots

#: More notes than this make Excel slow to open; the worst findings have theirs first.
_MOST_NOTES: Final = 2_000
#: Rows of one list of findings; a sheet holds 1,048,576, and nobody reads that many. All are in bevindingen.csv.
_MOST_ROWS: Final = 5_000
#: Sheets per owner; owners with fewer findings share the last one.
_MOST_OWNERS: Final = 40
_NO_OWNER: Final = "Zonder eigenaar"
_OTHER_OWNERS: Final = "Andere eigenaren"

_LIST_COLUMNS: Final = {
    "severity": ("Ernst", 14),
    "registration_id": ("Registratie-ID", 16),
    "name": ("Naam", 30),
    "title": ("Veld", 24),
    "message": ("Wat is er, en wat kunt u doen", 70),
    "value": ("Wat er staat", 40),
    "sheet": ("Blad", 16),
    "cell": ("Cel", 8),
    "owner": ("Eigenaar", 20),
    "known": ("Stond er al", 11),
    "rule": ("Regel", 22),
    "file": ("Bestand", 24),
}


def write_marked(path: Path, completeness: pd.DataFrame, findings: pd.DataFrame, inventory: Inventory) -> None:
    """Writes the workbook. `findings` has findings.COLUMNS and `known`. Raises OutputError."""
    listed = _listed(findings, inventory)
    with replacing(path) as beside, new_workbook(beside, title="Bevindingen") as book:
        styles = _styles(book)
        _write_summary(book.add_worksheet("Samenvatting"), styles, completeness, listed)
        _write_inventory(book.add_worksheet("Registraties"), styles, listed, inventory)
        _write_list(book.add_worksheet("Bevindingen"), styles, listed)
        for name, of_owner in _per_owner(listed):
            _write_list(book.add_worksheet(name), styles, of_owner)


def _listed(findings: pd.DataFrame, inventory: Inventory) -> pd.DataFrame:
    """The findings with the name and owner of the registration and the title of the field."""
    registrations = inventory.registrations
    titles = {f.key: f.title for f in (*working_fields(), *standard(inventory.standard).fields)}
    known = {
        column: findings["registration_id"].map(registrations[column]).fillna("")
        if column in registrations
        else pd.Series("", index=findings.index)
        for column in ("name", "owner")
    }
    return findings.assign(**known, title=findings["field"].map(titles).fillna(findings["field"]))


def _styles(book: Any) -> dict[str, Any]:
    text = {"text_wrap": True, "valign": "top"}
    styles = {
        "header": book.add_format({**text, "bold": True, "bg_color": "#E6E6E6", "border": 1}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "body": book.add_format(text),
    }
    for severity in SEVERITIES:
        styles[severity] = book.add_format(
            {
                **text,
                "bg_color": _COLOURS[severity],
                "border": _LINES[severity],
                "num_format": f'"{_SIGNS[severity]} "@',
            }
        )
    return styles


def _write_summary(page: Any, styles: Mapping[str, Any], completeness: pd.DataFrame, listed: pd.DataFrame) -> None:
    page.set_column(0, 0, 46)
    page.set_column(1, 5, 22)
    _set_up_print(page)
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
                page.write(line, column, value, styles["body"])
        row += len(table) + 3
    page.write_string(row, 0, "Zo leest u het blad Registraties", styles["title"])
    for line, severity in enumerate(SEVERITIES, start=row + 1):
        page.write_string(line, 0, SEVERITY_LABELS[severity], styles[severity])
    page.write_string(
        row + 5,
        0,
        "Alle bevindingen staan ook in bevindingen.csv. De teksten zelf zijn niet veranderd.",
        styles["body"],
    )


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
    owners = listed["owner"].replace("", _NO_OWNER)
    counted = pd.crosstab(owners, listed["severity"]).reindex(columns=list(SEVERITIES), fill_value=0)
    ordered = counted.sort_values(list(SEVERITIES), ascending=False).reset_index()
    return ordered.set_axis(["Eigenaar", *SEVERITY_LABELS.values()], axis="columns")


def _write_inventory(page: Any, styles: Mapping[str, Any], listed: pd.DataFrame, inventory: Inventory) -> None:
    place = layout_of(inventory)
    worst = listed.drop_duplicates(["registration_id", "field"])  # the findings stand worst first
    marks = dict(zip(zip(worst["registration_id"], worst["field"], strict=True), worst["severity"], strict=True))
    _write_headers(page, styles, place, inventory)
    identifiers = inventory.registrations.index.tolist()
    for field, column in place.columns.items():
        values = identifiers if field == "registration_id" else inventory.registrations[field].tolist()
        for identifier, row, value in zip(identifiers, place.rows, values, strict=True):
            style = styles.get(marks.get((identifier, field), ""), styles["body"])
            if isinstance(value, str) and value:
                page.write_string(row, column, value[:CELL_LIMIT], style)
            elif style is not styles["body"]:
                page.write_blank(row, column, None, style)
    _write_notes(page, listed, place, inventory)


def _write_headers(page: Any, styles: Mapping[str, Any], place: Layout, inventory: Inventory) -> None:
    declared: dict[str, Field] = {f.key: f for f in (*working_fields(), *standard(inventory.standard).fields)}
    page.freeze_panes(place.header + 1, 2)
    _set_up_print(page, repeat=place.header)
    for field, column in place.columns.items():
        page.set_column(column, column, 18 if field in {"registration_id", "status"} else 30, styles["body"])
        page.write_string(place.header, column, declared[field].title if field in declared else field, styles["header"])


def _write_notes(page: Any, listed: pd.DataFrame, place: Layout, inventory: Inventory) -> None:
    rows = dict(zip(inventory.registrations.index, place.rows, strict=True))
    first = listed.drop_duplicates(["registration_id", "field"]).head(_MOST_NOTES)
    wanted = listed.merge(first[["registration_id", "field"]], on=["registration_id", "field"])
    for (identifier, field), group in wanted.groupby(["registration_id", "field"], sort=False):
        if field not in place.columns or identifier not in rows:
            continue
        lines = [
            f"{_SIGNS[severity]} {SEVERITY_LABELS[severity]}: {message}"
            for severity, message in zip(group["severity"], group["message"], strict=True)
        ]
        page.write_comment(
            rows[identifier], place.columns[field], "\n".join(lines), {"x_scale": 3, "y_scale": 1 + len(lines) / 2}
        )


def _set_up_print(page: Any, *, repeat: int | None = None) -> None:
    """On paper: A4 across, as wide as one page, the header row on every page."""
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&RBlad &P van &N")
    if repeat is not None:
        page.repeat_rows(repeat)


def _write_list(page: Any, styles: Mapping[str, Any], listed: pd.DataFrame) -> None:
    page.freeze_panes(1, 3)
    _set_up_print(page, repeat=0)
    for column, (title, width) in enumerate(_LIST_COLUMNS.values()):
        page.set_column(column, column, width, styles["body"])
        page.write_string(0, column, title, styles["header"])
    shown = listed.head(_MOST_ROWS)
    for column, name in enumerate(_LIST_COLUMNS):
        for row, value in enumerate(shown[name].tolist(), start=1):
            if name == "severity":
                page.write_string(row, column, SEVERITY_LABELS[value], styles[value])
            elif value:
                page.write_string(row, column, value[:CELL_LIMIT])
    page.autofilter(0, 0, max(len(shown), 1), len(_LIST_COLUMNS) - 1)
    if len(listed) > len(shown):
        rest = f"Hier staan de {len(shown)} ernstigste van {len(listed)} bevindingen; alle staan in bevindingen.csv."
        page.write_string(len(shown) + 1, 0, rest)


def _per_owner(listed: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """The findings of each owner, those with most findings first, with a sheet name that Excel takes."""
    owners = listed["owner"].replace("", _NO_OWNER)
    by_count = owners.value_counts().index.tolist()
    if by_count in ([], [_NO_OWNER]):
        return
    kept = by_count[:_MOST_OWNERS]
    sheets = owners.where(owners.isin(kept), _OTHER_OWNERS)
    taken = {"samenvatting", "registraties", "bevindingen"}
    for owner in [*kept, *([_OTHER_OWNERS] if len(by_count) > len(kept) else [])]:
        name = _sheet_name(owner, taken)
        taken.add(name.casefold())
        yield name, listed[sheets == owner]


def _sheet_name(owner: str, taken: set[str]) -> str:
    r"""Excel takes 31 characters, none of []:*?/\ and no apostrophe at the ends, and each name once."""
    plain = " ".join("".join(" " if sign in "[]:*?/\\" or sign < " " else sign for sign in owner).split()).strip("' ")
    name = (plain or "Eigenaar")[:31].rstrip("' ")
    number = 2
    while name.casefold() in taken or name.casefold() == "history":  # Excel keeps that name for itself
        name = f"{plain[:26]} ({number})"
        number += 1
    return name
