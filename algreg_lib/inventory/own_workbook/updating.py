"""An inventory that grew, written into the workbook that people work in: only new texts, and all else as it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from algreg_lib.errors import AlgregError
from algreg_lib.inventory.grids import Unseen, contents
from algreg_lib.inventory.layout import CONTINUED, INTERVIEWS, PRIORITY, REGISTRATIONS
from algreg_lib.inventory.model import Inventory
from algreg_lib.inventory.own_workbook.edits import Edits
from algreg_lib.inventory.own_workbook.rewriting import write_edits
from algreg_lib.inventory.own_workbook.workbook import OwnWorkbook, own_workbook
from algreg_lib.workbooks import cell_texts


@dataclass(frozen=True, kw_only=True)
class Existing:
    """The workbook that stands at the target of an import."""

    path: Path
    own: OwnWorkbook
    inventory: Inventory
    unseen: tuple[Unseen, ...] = ()


def fits(existing: Existing, after: Inventory) -> bool:
    """Whether `after` can be written into the workbook: its sheets are there, and each text fits in a cell."""
    long = [
        text
        for frame in (after.registrations, after.interviews)
        for _, column in frame.items()
        for text in column
        if isinstance(text, str) and len(cell_texts(text)) > 1
    ]
    own = existing.own
    whole = own.priority is not None and (own.people is not None or after.interviews.empty)
    return not long and whole and CONTINUED not in own.grids


def write_into(existing: Existing, after: Inventory, target: Path) -> None:
    """Writes a copy of the workbook in which `after` stands.

    `after` holds what the workbook holds, in the same order, with new registrations and interviews behind it, as
    `update` gives it. Raises AlgregError when a cell cannot get its new text, or the copy does not read as `after`.
    """
    before = existing.inventory
    edits = Edits(existing.own, before.registrations.index)
    _put_registrations(edits, before.registrations, after.registrations)
    _put_interviews(edits, after.interviews.iloc[len(before.interviews) :])
    write_edits(existing.path, target, edits)
    written = own_workbook(contents(target).grids)
    if written is None or not _same(written.inventory(), after):
        raise AlgregError(
            f"{existing.path.name} kan niet zo worden bijgewerkt dat alles blijft wat erin staat.",
            advice="Er is niets veranderd. Importeer naar een nieuw bestand (kies met -o een andere naam).",
        )


def _same(found: Inventory, wanted: Inventory) -> bool:
    def filled(frame: pd.DataFrame, like: pd.DataFrame) -> pd.DataFrame:
        others = [key for key in frame.columns if key not in like]
        return frame.reindex(columns=[*like.columns, *others]).dropna(axis="columns", how="all").fillna("")

    registrations = filled(found.registrations, wanted.registrations).equals(
        filled(wanted.registrations, wanted.registrations)
    )
    return registrations and filled(found.interviews, wanted.interviews).equals(
        filled(wanted.interviews, wanted.interviews)
    )


def _put_registrations(edits: Edits, before: pd.DataFrame, after: pd.DataFrame) -> None:
    """The texts that are new or other than they were, and an id for each registration on each sheet."""
    ids = [str(i) for i in after.index]
    for identity in ids:
        edits.row(REGISTRATIONS, identity)
        edits.row(PRIORITY, identity)
    for key in map(str, after.columns):
        sheet = edits.sheet(key)
        old = before[key].tolist() if key in before else []
        for position, text in _differing(old, after[key].tolist()):
            edits.put(sheet, edits.row(sheet, ids[position]), key, text)


def _put_interviews(edits: Edits, new: pd.DataFrame) -> None:
    for texts in new.to_dict("records"):
        row = edits.new_row(INTERVIEWS)
        for key, text in texts.items():
            if isinstance(text, str):
                edits.put(INTERVIEWS, row, str(key), text)


def _differing(old: list[object], new: list[object]) -> Iterator[tuple[int, str]]:
    for position, text in enumerate(new):
        if isinstance(text, str) and (position >= len(old) or text != old[position]):
            yield position, text
