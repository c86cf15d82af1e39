"""Answers that were given in the notebook and are not in the workbook yet. The workbook is what counts.

Ranking, checking and publishing read the sheet Prioritering only. The notebook keeps its answers apart, so that no cell
changes while several people answer; until somebody takes them over they count nowhere, and that must be told.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import pandas as pd

from algreg_lib.findings import Finding, findings_table
from algreg_lib.inventory import Inventory
from algreg_lib.priority.answers import Answers
from algreg_lib.priority.category import QUESTIONS
from algreg_lib.priority.decision_path import walk
from algreg_lib.standard import working_fields

NOT_TAKEN_OVER: Final = "antwoord-niet-overgenomen"


def impact_answers(given: Mapping[str, str]) -> dict[str, str]:
    """The answers on the impact test that follow from what was answered in the notebook; answer by key of QUESTIONS.

    Empty while the path of the AI Act goes on, and where it ends without a category.
    """
    path = walk(given)
    if path.next is not None or not path.high_risk:
        return {}
    said = {key: given[key] for key in QUESTIONS if given.get(key)}
    return {**said, "test_high_risk": path.high_risk}


def not_taken_over(inventory: Inventory, answers: Mapping[str, Answers]) -> pd.DataFrame:
    """A finding for each answer of the notebook that the workbook does not have. Table of COLUMNS."""
    return findings_table(
        finding
        for key in inventory.registrations.index
        if key in answers
        for finding in _differences(inventory, str(key), answers[key])
    )


def _differences(inventory: Inventory, registration_id: str, entry: Answers) -> Iterator[Finding]:
    titles = {field.key: field.title for field in working_fields()}
    known = inventory.registrations.loc[registration_id]
    for key, answer in impact_answers(entry.given).items():
        there = known.get(key)
        value = there if isinstance(there, str) else ""
        if value.strip().casefold() == answer.casefold():
            continue
        place = inventory.place(registration_id, key)
        yield Finding(
            registration_id,
            key,
            NOT_TAKEN_OVER,
            "warning",
            f"In het notebook Impacttoets is '{answer}' geantwoord op: {titles[key]}{_by(entry)} "
            f"In het werkboek staat {value or 'niets'}, en dat telt. Neem het antwoord over.",
            value,
            place.file,
            place.sheet,
            place.cell,
        )


def _by(entry: Answers) -> str:
    when = f" op {entry.on.isoformat()}" if entry.on else ""
    return f" Dat deed {entry.by}{when}." if entry.by else ""
