"""Approval by a second person and agreement of the interviewed: of one text, so that they lapse when it changes.

See docs/decisions 0012.
"""

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
#: The one that the people who were interviewed read.
TO_AGREE_NAME: Final = "ter-akkoord.xlsx"
#: What nobody of the organisation writes, and what may change without a new text to read.
_NOT_READ: Final = frozenset({"lars", "publication_dt", "standard_version"})
READ_KEYS: Final = tuple(key for key in PORTAL_KEYS if key not in _NOT_READ)
_BAR: Final = "|"
#: Before the mark where it stands alone in a cell, or Excel would take `1234e567` for a number.
AGREED: Final = "tekst "
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


def agreement_problem(given: str, mark: str) -> str:
    """Why the agreement of `{who}`, with this mark, is not with the text with the other mark; empty when it is."""
    *_, told = given.casefold().split() or [""]
    if not told:
        return "Niet te zien is met welke tekst {who} akkoord ging: het kenmerk ontbreekt."
    if told != mark:
        return "De tekst is veranderd nadat {who} akkoord gaf."
    return ""


class _Readers(NamedTuple):
    """People who read texts: the workbook for them, and what its titles say."""

    file: str
    title: str
    sheet: str
    cell: str  #: where they fill in that they agree
    fill_in: str  #: what they fill in there, before the mark
    read: str  #: what the texts are to them


_APPROVING: Final = _Readers(
    TO_APPROVE_NAME,
    "Ter goedkeuring",
    "Goed te keuren",
    "'Goedgekeurd door' in de inventaris",
    f"uw naam {_BAR} ",
    "Zo wordt het openbaar",
)
_AGREEING: Final = _Readers(
    TO_AGREE_NAME, "Ter akkoord", "Ter akkoord", "'Kenmerk akkoord' op het blad Interviews", AGREED, "De tekst"
)


def write_to_read(to_approve: pd.DataFrame, to_agree: pd.DataFrame, folder: Path) -> None:
    """Writes what people have to read, one workbook for each of the two groups that has something to read.

    The rows are registrations, by `registration_id`, with the public texts.
    """
    for readers, texts in ((_APPROVING, to_approve), (_AGREEING, to_agree)):
        if len(texts):
            write_workbook(folder / readers.file, _sheets(texts, readers), title=readers.title)


def _sheets(texts: pd.DataFrame, readers: _Readers) -> list[Sheet]:
    marks = [approval_mark(each) for each in texts.to_dict("records")]
    rows = [
        {"registration_id": identity, "title": standard()[key].title, "text": each[key]}
        for identity, each in zip(texts.index.astype(str), texts.to_dict("records"), strict=True)
        for key in READ_KEYS
        if isinstance(each[key], str)
    ]
    listed = pd.DataFrame(
        {
            "registration_id": texts.index.astype("str"),
            "name": texts["name"].to_numpy(),
            "fill_in": [f"{readers.fill_in}{mark}" for mark in marks],
        },
        dtype="str",
    )
    headers = {
        "registration_id": "Registratie-ID",
        "name": "Naam",
        "fill_in": f"Akkoord? Vul dit in bij {readers.cell}",
        "title": "Veld",
        "text": readers.read,
    }
    widths = {"registration_id": 28.0, "name": 50.0, "fill_in": 36.0, "title": 30.0, "text": 100.0}
    return [
        Sheet(name=readers.sheet, table=listed, headers=headers, widths=widths),
        Sheet(name="Teksten", table=pd.DataFrame(rows, dtype="str"), headers=headers, widths=widths),
    ]
