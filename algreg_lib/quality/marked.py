"""bevindingen.xlsx: the inventory itself with the wrong cells marked, a sheet per owner, and a summary."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd

from algreg_lib.files import replacing
from algreg_lib.findings import SEVERITIES, SEVERITY_LABELS, Severity
from algreg_lib.inventory import Inventory
from algreg_lib.quality.layout import Layout, layout_of
from algreg_lib.quality.summary_sheet import INVENTORY, NO_OWNER, set_up_print, write_summary
from algreg_lib.standard import Field, standard, working_fields
from algreg_lib.workbooks import Sheet, cell_texts, new_workbook, set_heights

#: Colour is never the only sign: each severity has its own line around the cell, and a sign before the text, which
#: the number format shows and the value does not hold.
_SIGNS: Final[dict[Severity, str]] = {"critical": "✖", "warning": "▲", "info": "●"}
_COLOURS: Final[dict[Severity, str]] = {"critical": "#F8CBAD", "warning": "#FFE699", "info": "#DDEBF7"}
_LINES: Final[dict[Severity, int]] = {"critical": 5, "warning": 8, "info": 4}  # thick, dashes, dots

#: More notes than this make Excel slow to open; the worst findings have theirs first.
_MOST_NOTES: Final = 2_000
#: Rows of one list of findings; a sheet holds 1,048,576, and nobody reads that many. All are in bevindingen.csv.
_MOST_ROWS: Final = 5_000
#: In a list a text is there to be recognised; all of it stands where the cell leads to.
_MOST_SHOWN: Final = 200
#: Points; four lines of each text, so that the inventory can be overseen.
_ROW_HEIGHT: Final = 60
#: Sheets per owner; owners with fewer findings share the last one.
_MOST_OWNERS: Final = 40
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


_TITLES: Final = {name: title for name, (title, _) in _LIST_COLUMNS.items()}
_WIDTHS: Final = {name: width for name, (_, width) in _LIST_COLUMNS.items()}


def write_marked(path: Path, completeness: pd.DataFrame, findings: pd.DataFrame, inventory: Inventory) -> None:
    """Writes the workbook. `findings` has findings.COLUMNS and `known`. Raises OutputError."""
    listed, place = _listed(findings, inventory), layout_of(inventory)
    rows = dict(zip(inventory.registrations.index, place.rows, strict=True))
    with replacing(path) as beside, new_workbook(beside, title="Bevindingen") as book:
        styles = _styles(book)
        write_summary(book.add_worksheet("Samenvatting"), styles, completeness, listed, most_notes=_MOST_NOTES)
        _write_inventory(book.add_worksheet(INVENTORY), styles, listed, inventory, place)
        _write_list(book.add_worksheet("Bevindingen"), styles, listed, place, rows)
        for name, of_owner in _per_owner(listed):
            _write_list(book.add_worksheet(name), styles, of_owner, place, rows)


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
        "beside": book.add_format({**text, "indent": 1}),
        "link": book.add_format({**text, "font_color": "#0563C1", "underline": True}),
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


def _write_inventory(
    page: Any, styles: Mapping[str, Any], listed: pd.DataFrame, inventory: Inventory, place: Layout
) -> None:
    worst = listed.drop_duplicates(["registration_id", "field"])  # the findings stand worst first
    marks = dict(zip(zip(worst["registration_id"], worst["field"], strict=True), worst["severity"], strict=True))
    _write_headers(page, styles, place, inventory)
    identifiers = inventory.registrations.index.tolist()
    for field, column in place.columns.items():
        values = identifiers if field == "registration_id" else inventory.registrations[field].tolist()
        for identifier, row, value in zip(identifiers, place.rows, values, strict=True):
            style = styles.get(marks.get((identifier, field), ""), styles["body"])
            if isinstance(value, str) and value:
                page.write_string(row, column, cell_texts(value)[0], style)
            elif style is not styles["body"]:
                page.write_blank(row, column, None, style)
    _write_notes(page, listed, place, inventory)


def _write_headers(page: Any, styles: Mapping[str, Any], place: Layout, inventory: Inventory) -> None:
    declared: dict[str, Field] = {f.key: f for f in (*working_fields(), *standard(inventory.standard).fields)}
    page.freeze_panes(place.header + 1, 2)
    page.set_default_row(_ROW_HEIGHT)
    for row in range(place.header):
        page.set_row(row, 15)
    set_up_print(page, repeat=place.header, wide=True)
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
            f"{_SIGNS[severity]} {SEVERITY_LABELS[severity]}{' (stond er al)' if known == 'ja' else ''}: {message}"
            for severity, known, message in zip(group["severity"], group["known"], group["message"], strict=True)
        ]
        page.write_comment(
            rows[identifier], place.columns[field], "\n".join(lines), {"x_scale": 3, "y_scale": 1 + len(lines) / 2}
        )


def _write_list(
    page: Any, styles: Mapping[str, Any], listed: pd.DataFrame, place: Layout, rows: Mapping[Any, int]
) -> None:
    page.freeze_panes(1, 3)
    set_up_print(page, repeat=0)
    for column, (title, width) in enumerate(_LIST_COLUMNS.values()):
        page.set_column(column, column, width, styles["body"])
        page.write_string(0, column, title, styles["header"])
    shown = listed.head(_MOST_ROWS)
    shown = shown.assign(value=[_beginning(value) for value in shown["value"]])
    set_heights(page, Sheet(name="", table=shown[list(_LIST_COLUMNS)], widths=_WIDTHS, headers=_TITLES))
    for column, name in enumerate(_LIST_COLUMNS):
        for row, value in enumerate(shown[name].tolist(), start=1):
            if name == "severity":
                page.write_string(row, column, SEVERITY_LABELS[value], styles[value])
            elif value and name != "cell":
                page.write_string(row, column, cell_texts(value)[0], styles["body"])
    _write_links(page, styles["link"], shown, place, rows)
    page.autofilter(0, 0, max(len(shown), 1), len(_LIST_COLUMNS) - 1)
    if len(listed) > len(shown):
        rest = f"Hier staan de {len(shown)} ernstigste van {len(listed)} bevindingen; alle staan in bevindingen.csv."
        page.write_string(len(shown) + 1, 0, rest)


def _beginning(value: str) -> str:
    return value if len(value) <= _MOST_SHOWN else f"{value[: _MOST_SHOWN - 1]}…"


def _write_links(page: Any, style: Any, shown: pd.DataFrame, place: Layout, rows: Mapping[Any, int]) -> None:
    """The cell of each finding, with a link to where it stands in this workbook."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    column = list(_LIST_COLUMNS).index("cell")
    wanted = zip(shown["registration_id"], shown["field"], shown["cell"], strict=True)
    for line, (identifier, field, cell) in enumerate(wanted, start=1):
        if identifier in rows and field in place.columns:
            here = xl_rowcol_to_cell(rows[identifier], place.columns[field])
            page.write_url(line, column, f"internal:'{INVENTORY}'!{here}", style, cell_texts(cell)[0] or here)
        elif cell:
            page.write_string(line, column, cell_texts(cell)[0])


def _per_owner(listed: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """The findings of each owner, those with most findings first, with a sheet name that Excel takes."""
    owners = listed["owner"].replace("", NO_OWNER)
    by_count = owners.value_counts().index.tolist()
    if by_count in ([], [NO_OWNER]):
        return
    kept = by_count[:_MOST_OWNERS]
    sheets = owners.where(owners.isin(kept), _OTHER_OWNERS)
    taken = {"samenvatting", INVENTORY.casefold(), "bevindingen"}
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
