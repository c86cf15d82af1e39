"""The second person's approval: of one text, so that it lapses when the text changes (docs/decisions 0012)."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import pandas as pd

from algreg_lib.publication.shapes import PORTAL_KEYS
from algreg_lib.standard import standard
from algreg_lib.workbooks import Sheet, write_workbook

#: The workbook, in the internal folder, in which the second person reads.
TO_APPROVE_NAME: Final = "ter-goedkeuring.xlsx"
#: What nobody of the organisation writes, and what may change without a new text to read.
_NOT_READ: Final = frozenset({"lars", "publication_dt", "standard_version"})
READ_KEYS: Final = tuple(key for key in PORTAL_KEYS if key not in _NOT_READ)
_BAR: Final = "|"
#: As many signs as people type without a mistake; a chance in four thousand million that another text has them too.
_LENGTH: Final = 8


class Approval(NamedTuple):
    """What a cell of `approved_by` says: who, and the mark of the text that was read (empty when left out)."""

    by: str
    mark: str


def approval_in(cell: str) -> Approval:
    """The approval in the cell notation `name | mark`."""
    name, bar, mark = cell.rpartition(_BAR)
    return Approval(name.strip(), mark.strip().casefold()) if bar else Approval(cell.strip(), "")


def approval_mark(texts: Mapping[Any, object]) -> str:
    """The mark of what would be published of one registration: eight hexadecimal signs, the same on every machine."""
    parts = [f"{key}\x1e{text}" for key in READ_KEYS if isinstance(text := texts.get(key), str)]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def approval_problem(cell: str, owner: str, mark: str) -> str:
    """Why this cell does not approve the text with this mark, in Dutch; empty when it does."""
    given = approval_in(cell)
    if not given.by:
        return "Een tweede persoon heeft deze tekst nog niet goedgekeurd."
    if given.by.casefold() == owner.strip().casefold():
        return "De eigenaar heeft dit zelf goedgekeurd; dat moet iemand anders doen."
    if not given.mark:
        return f"Niet te zien is welke tekst {given.by} heeft goedgekeurd: het kenmerk ontbreekt."
    if given.mark != mark:
        return f"De tekst is veranderd nadat {given.by} hem goedkeurde, dus die goedkeuring telt niet meer."
    return ""


def write_to_approve(to_approve: pd.DataFrame, path: Path) -> None:
    """Writes for the second person what would be published of each registration (rows, by `registration_id`)."""
    marks = [approval_mark(texts) for texts in to_approve.to_dict("records")]
    rows = [
        {"registration_id": identity, "title": standard()[key].title, "text": texts[key]}
        for identity, texts in zip(to_approve.index.astype(str), to_approve.to_dict("records"), strict=True)
        for key in READ_KEYS
        if isinstance(texts[key], str)
    ]
    listed = pd.DataFrame(
        {
            "registration_id": to_approve.index.astype("str"),
            "name": to_approve["name"].to_numpy(),
            "fill_in": [f"uw naam {_BAR} {mark}" for mark in marks],
        },
        dtype="str",
    )
    headers = {
        "registration_id": "Registratie-ID",
        "name": "Naam",
        "fill_in": "Akkoord? Vul dit in bij 'Goedgekeurd door' in de inventaris",
        "title": "Veld",
        "text": "Zo wordt het openbaar",
    }
    widths = {"registration_id": 28.0, "name": 50.0, "fill_in": 36.0, "title": 30.0, "text": 100.0}
    sheets = [
        Sheet(name="Goed te keuren", table=listed, headers=headers, widths=widths),
        Sheet(name="Teksten", table=pd.DataFrame(rows, dtype="str"), headers=headers, widths=widths),
    ]
    write_workbook(path, sheets, title="Ter goedkeuring")
