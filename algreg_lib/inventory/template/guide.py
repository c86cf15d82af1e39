"""The sheet Toelichting: how the workbook works, and of every field what it asks, why, how long, and an example."""

from typing import Any, Final

from algreg_lib.inventory.layout import COUNT_ROW, REGISTRATIONS, SHEETS, Column, SheetName, columns
from algreg_lib.inventory.template.look import Look
from algreg_lib.inventory.template.rules import in_short, is_mandatory
from algreg_lib.standard import CURRENT, Field, disagreements, standard

GUIDE: Final = "Toelichting"

_HOW: Final = (
    "Vul op het blad Registraties per algoritme één rij in. Begin met de Registratie-ID en de naam.",
    "Donkere koppen moet u invullen: zonder die velden neemt het register een algoritme niet aan.",
    "Een gele cel is verplicht en nog leeg. Een rode cel is te lang, of de waarde staat niet in de lijst.",
    f"Rij {COUNT_ROW} telt tekens. Kies in cel A{COUNT_ROW} een algoritme om alleen dat algoritme te tellen.",
    "Meer waarden in één cel? Zet elke waarde op een eigen regel met Alt+Enter. Een verwijzing is: titel | link.",
    "U mag kolommen verplaatsen, verbergen en toevoegen. Verander de koppen van de vaste kolommen niet.",
    "De velden onder Intern, Prioriteit, Impacttest en Interviews en uw eigen kolommen worden nooit gepubliceerd.",
)
_TITLES: Final = (
    "Veld",
    "Naam in het register",
    "Blad",
    "Wat vult u in en waarom",
    "Voorbeeld",
    "Vraag voor het interview",
    "Verplicht",
    "Vorm en grens",
    "Waar de bronnen verschillen",
)
_WIDTHS: Final = (28, 24, 15, 60, 46, 46, 14, 24, 40)


def write_guide(page: Any, look: Look, version: str) -> None:
    """Writes the explanation for one version of the standard."""
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(8)  # A3
    page.fit_to_pages(1, 0)
    page.write_string(0, 0, f"Toelichting bij de inventaris (publicatiestandaard {version})", look.heading())
    page.set_row(0, 30)
    for row, sentence in enumerate(_HOW, start=1):
        page.write_string(row, 0, sentence)
    titles_row = len(_HOW) + 2
    page.set_row(titles_row, 33)
    for position, (title, width) in enumerate(zip(_TITLES, _WIDTHS, strict=True)):
        page.set_column(position, position, width)
        page.write_string(titles_row, position, title, look.title(GUIDE, (GUIDE,), mandatory=True))
    page.freeze_panes(titles_row + 1, 1)
    page.repeat_rows(titles_row)
    rows = [(sheet, column) for sheet in SHEETS for column in _explained(sheet, version)]
    for row, (sheet, column) in enumerate(rows, start=titles_row + 1):
        for position, text in enumerate(_cells(sheet, column, version)):
            page.write_string(row, position, text, look.shown() if position in {1, 2} else look.body())


def _explained(sheet: SheetName, version: str) -> list[Column]:
    shared = {"registration_id", "name"} if sheet != REGISTRATIONS else set()
    return [column for column in columns(sheet, version) if column.key not in shared]


def _cells(sheet: SheetName, column: Column, version: str) -> tuple[str, ...]:
    field = column.field
    if field is None:
        return (column.title, *[""] * (len(_TITLES) - 1))
    texts = _with_texts(field, version)
    limit = f"hoogstens {field.max_length} tekens" if field.max_length and not field.choices else ""
    return (
        column.title,
        field.key if field.public else "",
        sheet,
        texts.help,
        texts.example,
        texts.question,
        _mandatory(field),
        "\n".join(filter(None, (in_short(field), limit, *_parts(field)))),
        "\n".join(disagreements(field)),
    )


def _mandatory(field: Field) -> str:
    if is_mandatory(field):
        return "Ja"
    return "Getoond als het leeg is" if field.show_always else ""


def _parts(field: Field) -> list[str]:
    return [f"{part.title}{' (verplicht)' if part.required else ''}" for part in field.parts]


def _with_texts(field: Field, version: str) -> Field:
    # Only 1.0 carries texts; an older version borrows them for a field that asks the same.
    if field.help or version == CURRENT or field.key not in standard(CURRENT):
        return field
    current = standard(CURRENT)[field.key]
    return current if current.title == field.title else field
