"""The workbook that citizens open: a cover, the registrations under one header row, and what each column means."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import pandas as pd

from algreg_lib.publication.copy import EXTRA_TITLES, Copy
from algreg_lib.publication.shapes import cell_text
from algreg_lib.standard import CURRENT, standard
from algreg_lib.workbooks import new_workbook

REGISTRATIONS_SHEET: Final = "Algoritmes"
_LICENCE_PAGES: Final = {"CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"}
_STANDARD_NAME: Final = "Publicatiestandaard voor het Algoritmeregister"
_MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def write_public_workbook(copy: Copy, path: Path) -> None:
    """Writes the workbook; the same copy gives the same bytes. No filter, no names, no merged cells, nothing hidden."""
    title = f"Algoritmeregister {copy.organisation}".strip()
    with new_workbook(path, title=title) as book:
        styles = {
            "header": book.add_format(
                {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#154273", "font_color": "#FFFFFF"}
            ),
            "body": book.add_format({"text_wrap": True, "valign": "top"}),
            "safe": book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True}),
        }
        _write(book, "Toelichting", _cover(copy), styles, {"Onderwerp": 30, "Toelichting": 80})
        _write(book, REGISTRATIONS_SHEET, _registrations(copy), styles, {})
        _write(book, "Velden", _fields(copy), styles, {"Veld": 34, "Sleutel": 26, "Betekenis": 90, "Ingevuld bij": 14})


def _cover(copy: Copy) -> pd.DataFrame:
    rows = [
        ("Titel", f"Algoritmeregister {copy.organisation}".strip()),
        ("Organisatie", copy.organisation),
        ("Datum van de gegevens", date_in_words(copy.moment)),
        ("Aantal algoritmes", str(len(copy.published))),
        ("Standaard", f"{_STANDARD_NAME}, versie {CURRENT}"),
        ("Licentie", _licence(copy.licence)),
        ("Contact", copy.contact),
        ("Inhoud", "Blad Algoritmes: één algoritme per rij. Blad Velden: wat elke kolom betekent."),
        ("Andere vormen", f"Dezelfde gegevens staan in {copy.name}.csv en {copy.name}.json."),
    ]
    return pd.DataFrame([row for row in rows if row[1]], columns=["Onderwerp", "Toelichting"], dtype="str")


def date_in_words(moment: date | None) -> str:
    """The date as people write it; empty without one."""
    return "" if moment is None else f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def _licence(licence: str) -> str:
    page = _LICENCE_PAGES.get(licence)
    return f"{licence} ({page})" if page else licence


def _registrations(copy: Copy) -> pd.DataFrame:
    columns = {}
    for key in map(str, copy.published.columns):
        texts = copy.published[key]
        shown = {text: cell_text(key, text) for text in texts.dropna().unique()}
        columns[_title(key)] = texts.map(shown).to_numpy()
    return pd.DataFrame(columns, dtype="str")


def _fields(copy: Copy) -> pd.DataFrame:
    rows = [
        (_title(key), _header_key(key), _meanings()[key], str(int(copy.published[key].notna().sum())))
        for key in map(str, copy.published.columns)
    ]
    return pd.DataFrame(rows, columns=["Veld", "Sleutel", "Betekenis", "Ingevuld bij"], dtype="str")


def _title(key: str) -> str:
    return EXTRA_TITLES.get(key) or standard()[key].title


def _header_key(key: str) -> str:
    return (standard()[key].export_key or key) if key in standard() else key


@cache
def _meanings() -> dict[str, str]:
    """What each column means to a reader, by key."""
    text = files("algreg_lib.publication").joinpath("meanings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _write(book: Any, name: str, table: pd.DataFrame, styles: dict[str, Any], widths: dict[str, float]) -> None:
    from algreg_lib.table_sheets import TableSheet  # here: not every command writes a workbook

    page = book.add_worksheet(name, TableSheet)
    page.freeze_panes(1, 1 if name == REGISTRATIONS_SHEET else 0)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.hide_gridlines(0)  # on paper they are what keeps the rows apart
    if name != REGISTRATIONS_SHEET:  # too many columns for one page
        page.fit_to_pages(1, 0)
    for column, title in enumerate(map(str, table.columns)):
        wide = widths.get(title, _width(table[title]))
        page.set_column(column, column, wide, styles["body"])
        page.write_string(0, column, title, styles["header"])
        codes, texts = pd.factorize(table[title])
        # Excel keeps a text with a quote prefix a text, also when somebody edits the cell.
        quoted = {place: styles["safe"] for place, text in enumerate(texts) if text.startswith("'")}
        page.fill_column(column, codes, texts.tolist(), [_lines(text, wide) for text in texts], quoted)


def _width(texts: pd.Series) -> float:
    """In characters: wide where texts are long, so that a row is not higher than a screen."""
    longest = texts.dropna().str.len().max() if texts.notna().any() else 0
    return 80 if longest > 400 else 50 if longest > 60 else 24


def _lines(text: str, width: float) -> int:
    return sum(1 + int(len(part) // width) for part in text.split("\n"))
