"""A list of who is interviewed about which algorithm: it looks like a list of algorithms, and is none."""

from functools import cache
from typing import Final

from algreg_lib.inventory.grids import Grid
from algreg_lib.inventory.layout import ID_KEY, INTERVIEWS
from algreg_lib.inventory.reading.labels import exact_keys, folded
from algreg_lib.standard import working_fields

WHY: Final = "planning van interviews"
_HEADER_ROWS: Final = 12
_LABEL_COLUMNS: Final = 3
_ENOUGH: Final = 3
_TELLING: Final = 2
#: What people write above such a list beside the titles of our own sheet.
_ALSO: Final = (
    "Geïnterviewde", "Persoon", "Gesproken met", "Functie", "Datum gesprek", "Interviewdatum", "Gespreksdatum",
    "Interviewer", "Verslag", "Gespreksverslag",
)  # fmt: skip
#: Fields that only a registration has; with these it is a list of algorithms, whatever the sheet is called.
_OF_REGISTRATION: Final = frozenset(
    """description_short goal proportionality human_intervention risks lawful_basis source_data methods_and_models
    publication_category impact impacttoetsen""".split()
)


def is_interview_list(grid: Grid) -> bool:
    """Whether a sheet, by its name or by its titles, plans interviews instead of describing algorithms."""
    named = "interview" in grid.sheet.casefold()
    lines = [
        [text.strip() for text in line if text.strip()]
        for line in (*grid.head(_HEADER_ROWS), *(column[:_HEADER_ROWS] for column in grid.columns[:_LABEL_COLUMNS]))
    ]
    if not named and all(len(_titles() & set(map(folded, labels))) < _ENOUGH for labels in lines):
        return False
    return all(len(exact_keys(labels) & _OF_REGISTRATION) < _TELLING for labels in lines)


def remark(sheet: str) -> str:
    """What a person has to do with such a sheet, as a Dutch sentence."""
    where = f"Blad {sheet}" if sheet else "Dit bestand"
    return (
        f"{where} lijkt een planning van interviews en is niet als algoritmes gelezen. De teksten staan op het blad "
        "Zonder plaats. Neem de personen over op het blad Interviews van de inventaris."
    )


@cache
def _titles() -> set[str]:
    ours = [f.title for f in working_fields() if f.sheet == INTERVIEWS and f.key != ID_KEY]
    return {folded(title) for title in (*ours, *_ALSO)}
