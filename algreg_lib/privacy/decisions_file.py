"""The decisions file: `besluiten.xlsx`, in which the analyst decides with a drop-down, and which survives new runs.

Sheets: Besluiten (one row per finding of now), Uitleg, Geschiedenis (every decision ever made) and Vervallen (the last
decision on findings whose text changed or went away; when the text comes back, so does the decision).
"""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pandas as pd

from algreg_lib.errors import InputError
from algreg_lib.files import FIXED_MOMENT, refuse_open, replacing
from algreg_lib.privacy.decisions import CHOICES, DECISION_COLUMNS, asked, current, field_title, no_decisions
from algreg_lib.privacy.kinds import KIND_BY_LABEL, KINDS
from algreg_lib.workbooks import Sheet, new_workbook, set_heights, set_up_print

_TITLE: Final = "Besluiten over privacy"
_TYPED_DAY: Final = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[A-Za-z]{3,})\.?[-/. ]+(\d{4})")
_MONTHS: Final = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
#: A day as a number of days, when a cell lost its format; of this century.
_EXCEL_DAY: Final = re.compile(r"[3-6]\d{4}")
_EXCEL_BEGINS: Final = date(1899, 12, 30)
_TITLES: Final = {
    "decision": "Besluit",
    "by": "Wie",
    "on": "Wanneer",
    "remark": "Opmerking",
    "kind": "Soort",
    "text": "Gevonden tekst",
    "sentence": "Zin",
    "name": "Algoritme",
    "registration_id": "Registratie-ID",
    "field_title": "Naam van het veld",
    "field": "Veld",
    "confidence": "Zekerheid",
    "cell": "Cel",
    "key": "Sleutel",
}
_WIDTHS: Final = {
    "decision": 26,
    "by": 20,
    "on": 14,
    "remark": 30,
    "text": 28,
    "sentence": 70,
    "name": 32,
    "confidence": 11,
    "cell": 9,
}
_WIDTH: Final = 22
_NOW: Final = ("name", "confidence", "cell")
#: The columns of Besluiten; the other sheets lack those that belong to a finding of now.
_ASK: Final = tuple(_TITLES)
_PAST: Final = tuple(column for column in _TITLES if column not in _NOW)
_DROP_DOWN: Final = {
    "input_title": "Besluit",
    "input_message": "Kies uit de lijst. Vul ook Wie en Wanneer in.",
    "error_title": "Onbekend besluit",
    "error_message": "Kies een van de besluiten uit de lijst.",
}
_HELP: Final = (
    (
        "Wat is dit?",
        (
            "Elke rij in het blad Besluiten is een stuk tekst dat misschien niet openbaar mag worden. Het "
            "programma stelt het alleen voor; u besluit."
        ),
    ),
    (
        "Wat moet u doen?",
        (
            "Kies in de kolom Besluit. Vul daarna uw naam in (Wie) en de datum (Wanneer). Zonder naam en datum "
            "telt het besluit niet. Bewaar het bestand en sluit het. Draai daarna het programma opnieuw."
        ),
    ),
    ("open", "Nog niet besloten. Zolang een registratie een open rij heeft, wordt zij niet gepubliceerd."),
    ("behouden", "De tekst mag openbaar worden zoals hij er staat."),
    ("maskeren", "Alleen dit stuk tekst wordt vervangen, bijvoorbeeld door [naam]. De rest blijft staan."),
    ("veld achterhouden", "Het hele veld van deze registratie wordt niet gepubliceerd."),
    ("registratie achterhouden", "De hele registratie wordt niet gepubliceerd."),
    ("Tekst veranderd?", "Dan vraagt het programma het opnieuw. Het oude besluit staat in het blad Vervallen."),
    (
        "Vaak hetzelfde?",
        (
            "Zet woorden die nooit een bevinding zijn in het bestand privacy-toestaan.txt in uw werkmap, één per "
            "regel. Woorden die altijd een bevinding zijn, zet u in privacy-melden.txt."
        ),
    ),
)


def read_decisions(path: Path) -> pd.DataFrame:
    """The log of decisions in the file, with DECISION_COLUMNS; empty when there is no file yet. Raises InputError."""
    if not path.exists():
        return no_decisions()
    sheets = _sheets(path)
    if "Besluiten" not in sheets:
        raise InputError(path, "heeft geen blad Besluiten.", advice="Kies het bestand dat 'algreg privacy' maakte.")
    log = [line for name in ("Geschiedenis", "Vervallen", "Besluiten") for line in _lines(sheets.get(name, []), path)]
    table = pd.DataFrame(log, columns=list(DECISION_COLUMNS), dtype="str")
    return _changes_only(table)


def write_decisions(path: Path, findings: pd.DataFrame, decisions: pd.DataFrame) -> None:
    """Writes the file: what is asked now, and all that was decided. Same input, same bytes.

    Raises OutputError, also when somebody has it open: what he decides there would be lost, or this would.
    """
    refuse_open(path)
    log = asked(findings, decisions)
    last = current(log)
    now = findings.drop_duplicates("key").set_index("key")[list(_NOW)]
    asks = last.loc[now.index].join(now).reset_index()
    gone = last[~last.index.isin(now.index) & (last["decision"] != "open")].reset_index()
    with replacing(path) as beside, new_workbook(beside, title=_TITLE) as book:
        book.set_properties({"title": _TITLE, "created": FIXED_MOMENT, "comments": "Intern: niet publiceren."})
        formats = _Formats(book)
        page = _write_table(book, formats, "Besluiten", _readable(asks), _ASK)
        _ask_choices(page, formats, len(asks))
        _write_help(book, formats)
        _write_table(book, formats, "Geschiedenis", _readable(log[log["by"] != ""]), _PAST)
        _write_table(book, formats, "Vervallen", _readable(gone), _PAST)


class _Formats:
    def __init__(self, book: Any) -> None:
        top = {"text_wrap": True, "valign": "top"}
        self.header = book.add_format({**top, "bold": True, "bg_color": "#E6E6E6", "border": 1})
        self.body = book.add_format(top)
        self.answer = book.add_format({**top, "bg_color": "#FFF8DC", "border": 1, "border_color": "#BFBFBF"})
        self.marked = book.add_format({"bold": True, "font_color": "#9C0006"})
        self.undecided = book.add_format({"bold": True, "bg_color": "#FFE699"})
        self.bold = book.add_format({**top, "bold": True})


def _readable(log: pd.DataFrame) -> pd.DataFrame:
    """The lines with Dutch words for kind and field, and the confidence as a percentage."""
    table = log.assign(
        kind=[KINDS[kind].label if kind in KINDS else kind for kind in log["kind"]],
        field_title=[field_title(field) for field in log["field"]],
    )
    return table.assign(confidence=[f"{value:.0%}" for value in log["confidence"]]) if "confidence" in log else table


def _write_table(book: Any, formats: _Formats, name: str, table: pd.DataFrame, columns: tuple[str, ...]) -> Any:
    page = book.add_worksheet(name)
    page.freeze_panes(1, 1)
    answers = {"decision", "by", "on", "remark"} if name == "Besluiten" else set()
    for number, column in enumerate(columns):
        page.set_column(number, number, _WIDTHS.get(column, _WIDTH))
        page.write_string(0, number, _TITLES[column], formats.header)
        body = formats.answer if column in answers else formats.body
        for row, text in enumerate(table[column].tolist(), start=1):
            _write_cell(page, row, number, text, body, formats if column == "sentence" else None)
    page.autofilter(0, 0, max(len(table), 1), len(columns) - 1)
    set_up_print(page)
    page.set_paper(8)  # A3: so many columns are not readable on A4
    widths = {column: float(_WIDTHS.get(column, _WIDTH)) for column in columns}
    set_heights(page, Sheet(name=name, table=table[list(columns)], headers=_TITLES, widths=widths))
    return page


def _write_cell(page: Any, row: int, column: int, text: str, body: Any, marks: _Formats | None) -> None:
    before, opened, rest = text.partition("«")
    found, closed, behind = rest.rpartition("»")
    pieces = [(None, before), (marks and marks.marked, f"«{found}»"), (None, behind)]
    if marks and opened and closed and sum(bool(piece) for _, piece in pieces) > 1:
        flat = [part for shape, piece in pieces if piece for part in ((shape, piece) if shape else (piece,))]
        page.write_rich_string(row, column, *flat, body)
    elif text:
        page.write_string(row, column, text, body)
    else:
        page.write_blank(row, column, None, body)


def _ask_choices(page: Any, formats: _Formats, rows: int) -> None:
    if not rows:
        return
    page.data_validation(1, 0, rows, 0, {"validate": "list", "source": list(CHOICES), **_DROP_DOWN})
    page.conditional_format(
        1, 0, rows, 0, {"type": "cell", "criteria": "==", "value": '"open"', "format": formats.undecided}
    )


def _write_help(book: Any, formats: _Formats) -> None:
    page = book.add_worksheet("Uitleg")
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 90)
    for column, title in enumerate(("Onderwerp", "Uitleg")):
        page.write_string(0, column, title, formats.header)
    for row, (term, text) in enumerate(_HELP, start=1):
        page.write_string(row, 0, term, formats.bold)
        page.write_string(row, 1, text, formats.body)


def _sheets(path: Path) -> dict[str, list[list[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(path) as book:
            return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except (CalamineError, OSError) as error:
        raise InputError(
            path,
            "is geen leesbaar Excel-bestand.",
            advice="Zet een eerdere versie terug, of verwijder het; dan maakt 'algreg privacy' een nieuw.",
        ) from error


def _lines(rows: list[list[Any]], path: Path) -> list[dict[str, str]]:
    if not rows:
        return []
    by_title = {title: key for key, title in _TITLES.items()}
    columns = [by_title.get(str(title).strip(), "") for title in rows[0]]
    if "key" not in columns or "decision" not in columns:
        raise InputError(
            path,
            "mist de kolom Besluit of Sleutel.",
            advice="Zet de kolomnamen terug zoals 'algreg privacy' ze schreef.",
        )
    lines = [{key: _text(value) for key, value in zip(columns, row, strict=False)} for row in rows[1:]]
    return [_line(line) for line in lines if line.get("key")]


def _line(read: dict[str, str]) -> dict[str, str]:
    line = {column: read.get(column, "") for column in DECISION_COLUMNS}
    decision = line["decision"].strip()
    known = decision.casefold() if decision.casefold() in CHOICES else decision or "open"
    return line | {
        "decision": known,
        "on": _day(line["on"]),
        "kind": KIND_BY_LABEL.get(line["kind"].casefold(), line["kind"]),
    }


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def _day(typed: str) -> str:
    """A date as people type it, or as Excel counts it, in ISO 8601; what is no date stays as it was typed."""
    if found := _TYPED_DAY.fullmatch(typed):
        month = found[2].casefold()[:3].replace("mrt", "maa")
        number = int(month) if month.isdigit() else _MONTHS.index(month) + 1 if month in _MONTHS else 0
        try:
            return date(int(found[3]), number, int(found[1])).isoformat()
        except ValueError:
            return typed
    if _EXCEL_DAY.fullmatch(typed):
        return (_EXCEL_BEGINS + timedelta(days=int(typed))).isoformat()
    return typed


def _changes_only(log: pd.DataFrame) -> pd.DataFrame:
    """The log without lines that repeat the one before of the same finding, so that reading twice adds nothing."""
    said = log[["decision", "by", "on", "remark"]]
    before = said.groupby(log["key"]).shift().fillna("")
    first = ~log["key"].duplicated()
    return log[first | (said != before).any(axis=1)].reset_index(drop=True)
