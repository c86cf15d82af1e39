"""Saving one registration in the workbook that it came from, or a new one, with all else in that workbook as it was."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.errors import AlgregError, InputError, OutputError
from algreg_lib.files import replacing, sha256
from algreg_lib.inventory.grids import contents, lock_beside
from algreg_lib.inventory.identity import identities
from algreg_lib.inventory.layout import CONTINUED, REGISTRATIONS, SheetName
from algreg_lib.inventory.model import Inventory
from algreg_lib.inventory.own_workbook.edits import Edits
from algreg_lib.inventory.own_workbook.rewriting import write_edits
from algreg_lib.inventory.own_workbook.workbook import OwnWorkbook, own_workbook
from algreg_lib.workbooks import CELL_LIMIT

#: Who changed a registration last, and when; filled in by saving.
CHANGED_BY: Final = "changed_by"
CHANGED_ON: Final = "changed_on"


@dataclass(frozen=True, kw_only=True)
class OpenWorkbook:
    """A workbook in our own shape as it stood when it was read, and the mark by which a later change is seen."""

    path: Path
    mark: str
    inventory: Inventory
    own: OwnWorkbook


def open_workbook(path: Path) -> OpenWorkbook:
    """The workbook, ready to save registrations in, in the version of the standard in which it was written.

    Raises InputError when it cannot be read, or is no Excel workbook in our own shape.
    """
    before = sha256(path) if path.is_file() else ""  # first, so that a change during the reading is seen as one
    grids = contents(path).grids
    own = own_workbook(grids) if zipfile.is_zipfile(path) else None
    if own is None:
        raise InputError(
            path,
            "dit is geen werkboek van algreg, dus hier kan het formulier niets in bewaren.",
            advice=f"Maak er eerst een werkboek van met: algreg import {path.name} -o inventaris.xlsx",
        )
    return OpenWorkbook(path=path, mark=before, inventory=own.inventory(), own=own)


def save_registration(
    opened: OpenWorkbook, registration_id: str, changes: Mapping[str, str], *, by: str, on: date
) -> OpenWorkbook:
    """The workbook as it stands after these fields got these texts; an empty text empties a field.

    Only the cells of these fields change, and those that tell who (`by`) and when (`on`). What the user added in the
    workbook stays: columns, sheets, formatting, comments, formulas and their outcomes. Before the new file takes the
    place of the old one, it is read back and compared.

    Raises AlgregError when there is no such registration, when nobody is named, when the workbook changed since it was
    opened, or a text does not fit in its cell; OutputError when the workbook is open in Excel or cannot be written.
    Then nothing has changed.
    """
    if registration_id not in opened.inventory.registrations.index:
        raise AlgregError(
            f"Er is geen registratie met ID '{registration_id}'.", advice="Lees het werkboek opnieuw en kies er een."
        )
    return _saved(opened, registration_id, changes, by=by, on=on)


def add_registration(opened: OpenWorkbook, texts: Mapping[str, str], *, by: str, on: date) -> tuple[OpenWorkbook, str]:
    """The workbook with a new registration below the others, and its id, made from its organisation and name.

    `texts` are by field, the name among them. Otherwise, and in what it raises, as `save_registration`; AlgregError
    too when the name is empty.
    """
    name = texts["name"].strip()
    if not name:
        raise AlgregError("De naam ontbreekt.", advice="Geef de registratie een naam. Die kunt u later veranderen.")
    new_id = _new_id(opened.inventory.registrations.index.tolist(), texts.get("organization", "").strip(), name)
    return _saved(opened, new_id, {**texts, "name": name}, by=by, on=on), new_id


def _new_id(known: list[str], organisation: str, name: str) -> str:
    """The id that reading would give this registration below the others."""
    before = [""] * len(known)
    ids, _ = identities(
        given=[*known, ""],
        source_ids=[*before, ""],
        lars=[*before, ""],
        organisations=[*before, organisation],
        names=[*before, name],
    )
    return ids[-1]


def _saved(
    opened: OpenWorkbook, registration_id: str, changes: Mapping[str, str], *, by: str, on: date
) -> OpenWorkbook:
    name = " ".join(by.split())
    if not name:
        raise AlgregError("Uw naam ontbreekt.", advice="Vul uw naam in, zodat collega's zien wie dit veranderde.")
    _refuse_open(opened.path)
    _refuse_changed(opened)
    texts = {key: _tidy(text) for key, text in changes.items()}
    texts |= {CHANGED_BY: name, CHANGED_ON: on.isoformat()}
    edits = _edits(opened, registration_id, texts)
    try:
        with replacing(opened.path) as beside:
            write_edits(opened.path, beside, edits)
            _compare(opened.inventory, open_workbook(beside).inventory, registration_id, texts)
            _refuse_changed(opened)
    except OutputError as error:
        if isinstance(error.__cause__, PermissionError):
            raise _held(opened.path) from error
        raise
    return open_workbook(opened.path)


def _refuse_open(path: Path) -> None:
    if lock_beside(path) is not None:
        raise _held(path)


def _held(path: Path) -> OutputError:
    return OutputError(
        path,
        "staat open in Excel of een ander programma, of u mag het niet veranderen.",
        advice="Er is niets bewaard. Sluit het bestand daar en bewaar dan opnieuw.",
    )


def _refuse_changed(opened: OpenWorkbook) -> None:
    if not opened.path.is_file() or sha256(opened.path) != opened.mark:
        raise AlgregError(
            f"Iemand heeft {opened.path.name} intussen veranderd.",
            advice="Er is niets bewaard. Lees het werkboek opnieuw en kijk of uw tekst nog klopt.",
        )


def _tidy(text: str) -> str:
    """The text as a cell holds it: one kind of line end, and nothing at all where it is only spaces."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines if lines.strip() else ""


def _edits(opened: OpenWorkbook, registration_id: str, texts: Mapping[str, str]) -> Edits:
    """The cells that change. Raises AlgregError where a text cannot be put without losing something."""
    edits = Edits(opened.own, opened.inventory.registrations.index)
    edits.row(REGISTRATIONS, registration_id)
    for key, text in texts.items():
        sheet = edits.sheet(key)
        if sheet not in opened.own.tables:
            raise AlgregError(
                f"In {opened.path.name} is geen blad waar dit veld op staat: {key}.",
                advice=f"Zet het blad {sheet} terug in het werkboek en probeer opnieuw. Er is niets bewaard.",
            )
        _refuse_too_long(opened.own, sheet, registration_id, key, text)
        edits.put(sheet, edits.row(sheet, registration_id), key, text)
    return edits


def _refuse_too_long(own: OwnWorkbook, sheet: SheetName, registration_id: str, key: str, text: str) -> None:
    title = next((match.label for match in own.tables[sheet].labels if match.key == key), key)
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > CELL_LIMIT:
        raise AlgregError(
            f"De tekst van '{title}' is langer dan een cel van Excel kan bevatten ({CELL_LIMIT} tekens).",
            advice="Maak de tekst korter. Er is niets bewaard.",
        )
    further = own.grids.get(CONTINUED)
    if further is not None and any(list(row[:2]) == [registration_id, title] for row in further.rows):
        raise AlgregError(
            f"De tekst van '{title}' gaat verder op het blad {CONTINUED}.",
            advice="Kort de tekst in Excel in, haal hem weg van dat blad en lees het werkboek opnieuw.",
        )


def _compare(before: Inventory, after: Inventory, registration_id: str, texts: Mapping[str, str]) -> None:
    """Raises AlgregError unless the registrations differ in these texts of this one only."""
    expected = before.registrations.copy()
    for key, text in texts.items():
        if key not in expected:
            expected[key] = pd.Series(np.nan, index=expected.index, dtype="str")
        expected.loc[registration_id, key] = text or np.nan
    found = after.registrations.reindex(columns=expected.columns)
    same = found.equals(expected) and set(after.registrations.columns) == set(expected.columns)
    if not same or not after.interviews.equals(before.interviews):
        raise AlgregError(
            "Deze tekst kan niet zo worden bewaard dat al het andere in het werkboek gelijk blijft.",
            advice="Er is niets bewaard. Verander deze registratie in Excel.",
        )
