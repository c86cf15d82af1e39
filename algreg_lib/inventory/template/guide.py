"""The sheet Toelichting: how the workbook works, and of every field what it asks, why, how long, and an example."""

from collections.abc import Sequence
from math import ceil
from typing import Any, Final

from algreg_lib.inventory.layout import COUNT_ROW, EXPLANATION, ID_KEY, NAME_KEY, REGISTRATIONS, Column, SheetName
from algreg_lib.inventory.template.look import Look, sections_of
from algreg_lib.inventory.template.rules import in_short, is_mandatory
from algreg_lib.standard import Field, disagreements

_HOW: Final = (
    "Vul op het blad Registraties per algoritme één rij in. Begin met de Registratie-ID en de naam.",
    "Een donkere kop is verplicht: zonder dat veld neemt het register een algoritme niet aan.",
    "Een gele cel is verplicht en nog leeg. Een lichtgele cel is leeg en staat zo op de site als 'Veld niet ingevuld'.",
    "Een rode cel is te lang, of de waarde staat niet in de lijst. Een blauwe cel is bijna te lang.",
    f"Rij {COUNT_ROW} telt de tekens van de langste tekst. Kies in A{COUNT_ROW} een algoritme om dat te tellen.",
    "Meer waarden in één cel? Zet elke waarde op een eigen regel met Alt+Enter. Een verwijzing is: titel | link.",
    "Kies op de bladen Interviews en Prioritering eerst de Registratie-ID; de naam verschijnt dan vanzelf.",
    "U mag kolommen verplaatsen, verbergen en toevoegen. Verander de koppen van de vaste kolommen niet.",
    "De kolommen onder Intern, Prioriteit, Impacttest en Interviews en uw eigen kolommen worden nooit gepubliceerd.",
)
#: Titles of the columns and their widths in characters.
_COLUMNS: Final = {
    "Veld": 28,
    "Sleutel in het register": 23,
    "Blad": 14,
    "Wat vult u in, en waarom": 58,
    "Voorbeeld": 46,
    "Vraag voor het interview": 44,
    "Verplicht": 12,
    "Vorm en grens": 26,
    "Waar de bronnen van 1.0 verschillen": 44,
}
_LINE: Final = 15  #: points
_CHARACTERS_PER_WIDTH: Final = 0.95  #: words break before the end of a line


def write_guide(page: Any, look: Look, sheets: Sequence[tuple[SheetName, Sequence[Column]]], *, title: str) -> None:
    """Writes how to use the workbook, and a row for every declared column of the sheets."""
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(8)  # A3
    page.fit_to_pages(1, 0)
    page.set_row(0, 2 * _LINE)
    page.write_string(0, 0, title, look.heading())
    for row, sentence in enumerate(_HOW, start=1):
        page.write_string(row, 0, sentence)
    titles_row = len(_HOW) + 2
    page.set_row(titles_row, 33)
    for position, (name, width) in enumerate(_COLUMNS.items()):
        page.set_column(position, position, width)
        page.write_string(titles_row, position, name, look.title(EXPLANATION, (EXPLANATION,), mandatory=True))
    page.freeze_panes(titles_row + 1, 1)
    page.repeat_rows(titles_row)
    row = titles_row + 1
    for sheet, columns in sheets:
        sections = sections_of(columns)
        for column in columns:
            if column.field is not None and (sheet == REGISTRATIONS or column.key not in {ID_KEY, NAME_KEY}):
                _write_field(page, look, row, (sheet, column.field), look.field_name(column.band, sections))
                row += 1


def _write_field(page: Any, look: Look, row: int, place: tuple[SheetName, Field], first: Any) -> None:
    texts = _texts(*place)
    page.set_row(row, _LINE * max(map(_lines, texts, _COLUMNS.values())) + 4)
    for position, text in enumerate(texts):
        form = first if position == 0 else look.shown() if position in {1, 2} else look.body()
        page.write_string(row, position, text, form)


def _texts(sheet: SheetName, field: Field) -> tuple[str, ...]:
    limit = f"hoogstens {field.max_length} tekens" if field.max_length and not field.choices else ""
    parts = [f"{part.title}{' (verplicht)' if part.required else ''}" for part in field.parts]
    return (
        field.title,
        field.key if field.public else "",
        sheet,
        field.help,
        field.example,
        field.question,
        "ja" if is_mandatory(field) else "",
        "\n".join(filter(None, (in_short(field), limit, *parts))),
        "\n".join(disagreements(field)),
    )


def _lines(text: str, width: int) -> int:
    return sum(max(1, ceil(len(line) / (width * _CHARACTERS_PER_WIDTH))) for line in text.split("\n"))
