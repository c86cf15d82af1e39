"""Privacy findings of an inventory: every proposal of the detectors, per cell, with a key that a decision hangs on."""

import hashlib
from typing import TYPE_CHECKING, Final

import pandas as pd

from algreg_lib.findings import COLUMNS, Finding
from algreg_lib.privacy.detect import hits_of
from algreg_lib.privacy.kinds import KINDS, Hit
from algreg_lib.privacy.lists import PrivacyLists
from algreg_lib.standard import standard

if TYPE_CHECKING:  # only a name here: reading an inventory loads far more than this room needs
    from algreg_lib.inventory import Inventory

#: What a privacy finding has beside the columns of every finding.
EXTRA_COLUMNS: Final = ("start", "end", "kind", "confidence", "text", "key", "name")


def privacy_findings(inventory: "Inventory", *, lists: PrivacyLists) -> pd.DataFrame:
    """Proposals for all fields that can get out: those of the inventory's own standard and of the current one.

    Comes back with the COLUMNS of findings (`value` is the whole text of the cell), then `start` and `end` in that
    text, `kind` (a key of KINDS), `confidence` (0 to 1), `text` (the stretch itself), `key`, and `name` of the
    registration (empty without one). The key is made of
    registration, field, whole text and stretch: an edited text has another key, so that the analyst is asked again.
    """
    public = dict.fromkeys((*standard(inventory.standard).keys, *standard().keys))
    columns = [key for key in public if key in inventory.registrations.columns]
    cells = _cells(inventory.registrations[columns])
    texts = [str(text) for text in cells["value"].unique()]
    found = dict(zip(texts, hits_of(texts, lists), strict=True))
    names = dict(cells.loc[cells["field"] == "name", ["registration", "value"]].itertuples(index=False, name=None))
    rows = [
        (
            *_finding(inventory, registration, field, text, hit),
            *hit[:2],
            hit.kind,
            hit.confidence,
            text[hit.start : hit.end],
            finding_key(registration, field, text, hit.start, hit.end),
            names.get(registration, ""),
        )
        for registration, field, text in cells.itertuples(index=False, name=None)
        for hit in found[text]
    ]
    table = pd.DataFrame(rows, columns=[*COLUMNS, *EXTRA_COLUMNS])
    types = dict.fromkeys((*COLUMNS, "kind", "text", "key", "name"), "str") | {
        "start": "int64",
        "end": "int64",
        "confidence": "float64",
    }
    return table.astype(types)


def finding_key(registration_id: str, field: str, value: str, start: int, end: int) -> str:
    """The name of one finding, the same in every run and on every machine: 20 hexadecimal signs."""
    parts = "\x1f".join((registration_id, field, value, str(start), str(end)))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _cells(texts: pd.DataFrame) -> pd.DataFrame:
    """One row per filled cell (`registration`, `field`, `value`), by registration, then in the order of the columns."""
    wide = texts.set_axis(texts.index.astype("str"), axis=0)
    rows = [
        (str(registration), str(field), str(value))
        for registration, values in zip(wide.index, wide.itertuples(index=False, name=None), strict=True)
        for field, value in zip(wide.columns, values, strict=True)
        if isinstance(value, str) and value.strip()
    ]
    return pd.DataFrame(rows, columns=["registration", "field", "value"])


def _finding(inventory: "Inventory", registration: str, field: str, text: str, hit: Hit) -> Finding:
    kind, place = KINDS[hit.kind], inventory.place(registration, field)
    return Finding(
        registration_id=registration,
        field=field,
        rule=f"privacy-{kind.label.replace(' ', '-').casefold()}",
        severity="warning",
        message=f"{kind.advice} Besluit in besluiten.xlsx of het '{text[hit.start : hit.end]}' openbaar mag worden.",
        value=text,
        file=place.file,
        sheet=place.sheet,
        cell=place.cell,
    )
