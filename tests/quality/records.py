"""Registrations for the tests: one that is right in every way, and inventories made of it with something changed."""

import pandas as pd

from algreg_lib.inventory import Inventory, Origin, Source
from algreg_lib.quality.declaring import singles
from algreg_lib.quality.masks import Table, wrong_rows
from algreg_lib.standard import standard

GOOD = {
    "name": "Sorteren van meldingen",
    "description_short": "Dit algoritme sorteert meldingen over de straat. Zo komt een melding bij de juiste ploeg.",
    "organization": "Gemeente Utrecht",
    "category": "Ruimte en infrastructuur",
    "status": "In gebruik",
    "begin_date": "2023-01",
    "contact_email": "algoritmes@voorbeeldstad.nl",
    "website": "https://www.voorbeeldstad.nl/meldingen",
    "publication_category": "Overige algoritmes",
    "goal": "Het doel is dat een melding snel bij de juiste ploeg komt. Een bewoner krijgt eerder antwoord.",
    "proportionality": "Met de hand sorteren kost veel tijd. Een fout is klein: een ploeg stuurt een melding door.",
    "human_intervention": "Een medewerker leest elke melding. Hij kan een andere ploeg kiezen.",
    "risks": "Een melding kan bij de verkeerde ploeg komen. Elke maand kijken we hoe vaak dat gebeurt.",
    "lawful_basis": "De gemeente zorgt voor het onderhoud van de straat. Dat staat in de Wegenwet.",
    "lawful_basis_grouping": "Wegenwet | https://wetten.overheid.nl/BWBR0001948",
    "source_data": "De tekst van de melding en de plaats op de kaart.",
    "methods_and_models": "Het algoritme telt woorden en kiest de ploeg die daarbij hoort. Het leert niet zelf.",
    "provider": "Intern ontwikkeld",
    "lang": "nld",
    "standard_version": "1.0",
}


BODIES = [
    f"Gemeente {name}" for name in ("Utrecht", "Delft", "Zwolle", "Breda", "Assen", "Leiden", "Venlo", "Goes", "Ede")
]


def inventory(*changes: dict[str, str | None], version: str = "1.0") -> Inventory:
    """An inventory with the good registration once per `changes`, with ids a1, a2, …; None makes a field empty.

    Each is of another organisation, so that none is the double of another.
    """
    rows = [
        {**GOOD, "organization": BODIES[number % len(BODIES)], **change}
        for number, change in enumerate(changes or ({},))
    ]
    keys = list(dict.fromkeys([*standard(version).keys, *(key for row in rows for key in row)]))
    table = pd.DataFrame(rows, columns=keys, dtype="str")
    table.index = pd.Index([f"a{number}" for number in range(1, len(rows) + 1)], name="registration_id", dtype="str")
    return Inventory(registrations=table, standard=version)


def placed(given: Inventory, *, first_row: int = 4) -> Inventory:
    """The same, as read from the sheet Registraties of one workbook, with the id in column A."""
    keys = ["registration_id", *given.registrations.columns]
    source = Source(
        file="inventaris.xlsx",
        sheet="Registraties",
        header_lines=(first_row - 1,),
        lines={key: (number,) for number, key in enumerate(keys, start=1)},
    )
    entries = pd.DataFrame(
        {"source": 0, "line": range(first_row, first_row + len(given))}, index=given.registrations.index
    )
    origin = Origin(sources=(source,), entries=entries)
    return Inventory(registrations=given.registrations, standard=given.standard, origin=origin)


def judge_by_masks(table, expectations):
    """What Great Expectations says, as test_masks.py holds it, without its second per question.

    For tests about what happens with a verdict; those about the verdict itself ask the library.
    """
    searched = Table(table)
    return lambda: [not any(wrong_rows(one, searched).any() for one in singles(e)) for e in expectations]
