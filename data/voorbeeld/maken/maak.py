"""Builds the messy source files of the example from the texts beside it: `python data/voorbeeld/maken/maak.py`.

The same texts always give the same files. What makes them messy (hidden parts, comments, formulas, merged cells) is
in this module; what people typed is in registraties.toml and interviews.toml.
"""

import csv
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from xlsxwriter import Workbook

from algreg_lib.files import FIXED_MOMENT
from algreg_lib.standard import standard, working_fields
from algreg_lib.workbooks import SAFE_OPTIONS

HERE: Final = Path(__file__).resolve().parent
ORGANISATION: Final = "Gemeente Lindervoort"

INVENTORY: Final = "algoritmes gemeente Lindervoort v3 DEF (2).xlsx"
SOCIAL: Final = "Sociaal Domein - algoritmes (ingevuld).xlsx"
MOBILITY: Final = "mobiliteit_export.csv"
PLANNING: Final = "planning interviews.xlsx"

#: Bands over the columns of the inventory: merged cells, as people like to make them.
BANDS: Final = {
    "Algemeen": [
        "source_id",
        "name",
        "department",
        "owner",
        "organization",
        "description_short",
        "category",
        "status",
        "begin_date",
        "end_date",
        "publication_category",
        "contact_email",
        "website",
        "url",
    ],
    "Verantwoording": [
        "goal",
        "proportionality",
        "human_intervention",
        "risks",
        "lawful_basis",
        "lawful_basis_grouping",
        "process_index_url",
        "impacttoetsen_grouping",
        "impacttoetsen",
    ],
    "Hoe werkt het": [
        "source_data",
        "source_data_grouping",
        "methods_and_models",
        "provider",
        "supplier_contact",
        "publiccode",
        "tags",
        "lang",
        "standard_version",
    ],
    "Intern!!": [
        "publish",
        "withhold_ground",
        "progress",
        "remarks",
        "score_impact",
        "score_ease",
        "score_urgency",
        "test_high_risk",
        "test_legal_effect",
        "test_classifies",
        "test_own_judgement",
        "risk_selection",
        "personal_data",
        "besproken_in_mt",
        "kosten_per_jaar",
        "notitie",
    ],
}
#: Headings that somebody changed, and columns of their own.
HEADINGS: Final = {
    "name": "Naam *",
    "description_short": "Korte omschrijving *",
    "goal": "Doel en impact ",
    "besproken_in_mt": "Besproken in MT",
    "kosten_per_jaar": "Kosten per jaar",
    "notitie": "Notitie informatiebeheer",
}
#: Labels of the older form, in its order.
OLD_FORM: Final = {
    "name": "Naam",
    "organization": "Organisatie",
    "department": "Afdeling",
    "description_short": "Korte omschrijving",
    "type": "Type algoritme",
    "category": "Domein",
    "website": "Link naar publiekspagina",
    "status": "Status",
    "goal": "Doel",
    "impact": "Impact",
    "proportionality": "Proportionaliteit",
    "decision_making_process": "Proces",
    "source_data": "Databronnen",
    "methods_and_models": "Methoden en modellen",
    "monitoring": "Monitoring",
    "human_intervention": "Menselijke tussenkomst",
    "risks": "Risico's",
    "lawful_basis": "Wettelijke grondslag",
    "iama": "Impact Assessment Mensenrechten en Algoritmes (IAMA)",
    "dpia": "Data Protection Impact Assessment (DPIA)",
    "dpia_description": "Omschrijving van de DPIA",
    "objection_procedure": "Bezwaarprocedure",
    "contact_email": "E-mailadres van de contactpersoon",
    "lang": "Taal",
    "revision_date": "Herzieningsdatum",
}
#: Comments on cells, by id and field: they hold names too.
COMMENTS: Final = {
    ("0003", "risks"): "Kees-Jan mag hier niet bij naam in! Weghalen voor publicatie. (Soraya)",
    ("0011", "proportionality"): "Cijfers nog laten controleren door Joyce.",
    ("0020", "source_data"): "Pad naar de server weghalen",
}
#: Fields of one row that somebody calculated, with the value that Excel stored; one was never calculated.
FORMULAS: Final = {
    ("0017", "organization"): ("=$E$3", ORGANISATION),
    ("0018", "organization"): ("=$E$3", ORGANISATION),
    ("0030", "tags"): ('=LOWER("Scholen, Leerlingen")', ""),
}
NOTES: Final = {
    "0003": "raadsvraag 2022-114, dossier bij Wil Haverkort (tst. 4471)",
    "0014": "contract loopt af 31-12; inkoopnummer 4500018832",
    "0022": "P&O wil dit niet in het register zien staan",
}
HIDDEN_ROW: Final = "0033"
#: Cells that somebody merged with the one below.
MERGED: Final = (("0010", "department"),)
#: Below the bands and the headings; counted from 0, as XlsxWriter does.
FIRST_LINE: Final = 2
#: Of our own workbook: under the bands and the counters.
TITLE_LINE: Final = 2
#: A forgotten sheet, hidden long ago.
OLD_CONTACTS: Final = (
    ("Collega", "Mobiel", "Toestel", "Geboren"),
    ("Kees-Jan Brandwijk", "06-28340915", "4410", "14-03-1971"),
    ("Wil Haverkort", "+31 6 1982 7743", "4471", "02-11-1964"),
    ("Nurcan Özgür", "0651 223 908", "4402", "30-07-1988"),
)


def main(folder: Path = HERE.parent / "bron") -> list[Path]:
    """Writes the source files into `folder`; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    registrations = _read("registraties.toml")
    paths = [folder / name for name in (INVENTORY, SOCIAL, MOBILITY, PLANNING)]
    _write_inventory(paths[0], registrations["inventarisatie"])
    _write_social(paths[1], registrations["sociaal_domein"])
    _write_mobility(paths[2], registrations["mobiliteit"])
    _write_planning(paths[3], _read("interviews.toml"))
    return paths


def _write_inventory(path: Path, rows: list[dict[str, Any]]) -> None:
    with Workbook(str(path), SAFE_OPTIONS) as book:
        book.set_properties({"title": "algoritmes v3", "author": "Chantal de Gruijter", "created": FIXED_MOMENT})
        _write_explanation(book)
        _write_registrations(book, rows)
        _write_old_contacts(book)
        book.worksheets()[1].activate()


def _write_explanation(book: Any) -> None:
    page = book.add_worksheet("Lees mij")
    page.set_column(0, 0, 90)
    lines = (
        "Inventarisatie algoritmes - versie 3 DEFINITIEF (2)",
        "Graag invullen voor 1 november. Weet je iets niet, zet dan 'volgt' neer.",
        "Gele kolommen zijn intern, die gaan NIET naar buiten.",
    )
    for number, line in enumerate(lines):
        page.write_string(number, 0, line)


def _write_registrations(book: Any, rows: list[dict[str, Any]]) -> None:
    page = book.add_worksheet("Inventarisatie")
    band = book.add_format({"bold": True, "align": "center", "bg_color": "#1F4E79", "font_color": "#FFFFFF"})
    header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    keys = [key for band_keys in BANDS.values() for key in band_keys]
    start = 0
    for title, band_keys in BANDS.items():
        page.merge_range(0, start, 0, start + len(band_keys) - 1, title, band)
        start += len(band_keys)
    for column, key in enumerate(keys):
        page.set_column(column, column, 18 if len(key) < 12 else 32, wrapped, {"hidden": key == "notitie"})
        page.write_string(1, column, _heading(key), header)
    for number, row in enumerate(rows, start=FIRST_LINE):
        values = {"organization": ORGANISATION, "notitie": NOTES.get(row["source_id"], "")} | row
        for column, key in enumerate(keys):
            _write_cell(book, page, (number, column), values.get(key, ""), FORMULAS.get((row["source_id"], key)))
            if comment := COMMENTS.get((row["source_id"], key)):
                page.write_comment(number, column, comment, {"author": "Soraya Ramdin"})
        if row["source_id"] == HIDDEN_ROW:
            page.set_row(number, None, None, {"hidden": True})
    for identity, key in MERGED:
        line, column = _line(rows, identity), keys.index(key)
        page.merge_range(line, column, line + 1, column, rows[line - FIRST_LINE][key], wrapped)
    page.freeze_panes(2, 2)


def _write_cell(book: Any, page: Any, place: tuple[int, int], value: Any, formula: tuple[str, str] | None) -> None:
    if formula:
        page.write_formula(*place, formula[0], None, formula[1])
    elif isinstance(value, date):
        page.write_datetime(*place, value, book.add_format({"num_format": "dd-mm-yyyy"}))
    elif isinstance(value, str):
        if value:
            page.write_string(*place, value)
    else:
        page.write_number(*place, value)


def _write_planning(path: Path, interviews: dict[str, Any]) -> None:
    """Our own workbook, of which somebody filled in one sheet only."""
    with Workbook(str(path), SAFE_OPTIONS) as book:
        book.set_properties({"title": "planning interviews", "created": FIXED_MOMENT})
        bold = book.add_format({"bold": True})
        identity = next(f for f in working_fields() if f.key == "registration_id")
        registrations = [identity, *standard().fields]
        talks = [identity, *(f for f in working_fields() if f.sheet == "Interviews")]
        for name, fields in (("Registraties", registrations), ("Interviews", talks)):
            page = book.add_worksheet(name)
            page.set_column(0, len(fields), 24)
            for column, field in enumerate(fields):
                page.write_string(TITLE_LINE, column, field.title, bold)
        for number, values in enumerate(_talks(interviews), start=TITLE_LINE + 1):
            for column, value in enumerate(values):
                _write_cell(book, page, (number, column), value, None)
        page.activate()


def _talks(interviews: dict[str, Any]) -> Iterator[list[Any]]:
    for interview in interviews["interviews"]:
        for talk in interview["gesprekken"]:
            name, address = interviews["personen"][talk["wie"]]
            values = [interview["id"], name, talk["rol"], address, talk.get("velden", ""), talk.get("datum", "")]
            yield [*values, talk.get("akkoord", ""), talk.get("akkoord_op", "")]


def _write_old_contacts(book: Any) -> None:
    page = book.add_worksheet("Blad3")
    for number, line in enumerate(OLD_CONTACTS):
        for column, value in enumerate(line):
            page.write_string(number, column, value)
    page.hide()


def _write_social(path: Path, rows: list[dict[str, Any]]) -> None:
    with Workbook(str(path), SAFE_OPTIONS) as book:
        book.set_properties({"title": "algoritmes sociaal domein", "created": FIXED_MOMENT})
        page = book.add_worksheet("Sociaal Domein")
        bold = book.add_format({"bold": True})
        page.set_column(0, 0, 3)
        page.set_column(1, 1, 36)
        page.set_column(2, len(rows) + 1, 40, book.add_format({"text_wrap": True, "valign": "top"}))
        mandatory = {"name", "organization", "department", "description_short", "type", "category", "status", "goal"}
        for number, (key, label) in enumerate(OLD_FORM.items()):
            page.write_string(number, 0, "*" if key in mandatory else " ")
            page.write_string(number, 1, label, bold)
            for column, row in enumerate(rows, start=2):
                value = ({"organization": ORGANISATION} | row).get(key, "")
                _write_cell(book, page, (number, column), value, None)


def _write_mobility(path: Path, rows: list[dict[str, Any]]) -> None:
    keys = ["source_id", "name", "organization", "description_short", "category", "status", "begin_date"]
    keys += ["publication_category", "goal", "proportionality", "human_intervention", "risks", "lawful_basis"]
    keys += ["impacttoetsen_grouping", "source_data", "methods_and_models", "provider", "contact_email", "lang"]
    # As Excel in Dutch saves "CSV UTF-8": a byte order mark, semicolons, Windows line ends.
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle, delimiter=";", lineterminator="\r\n")
        writer.writerow([standard()[key].title for key in keys])
        for row in rows:
            values = {"organization": "gemeente Lindervoort"} | row
            writer.writerow([values.get(key, "") for key in keys])


def _line(rows: list[dict[str, Any]], identity: str) -> int:
    return FIRST_LINE + next(n for n, row in enumerate(rows) if row["source_id"] == identity)


def _heading(key: str) -> str:
    known = {f.key: f.title for f in (*working_fields(), *standard().fields)}
    return HEADINGS.get(key) or known[key]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    for made in main():
        print(made.name)
