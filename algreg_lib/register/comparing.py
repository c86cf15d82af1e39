"""Siblings: the same kind of algorithm at another body, or the template of its supplier.

Alike by name, by what it is for, and a little by supplier. The weights and the limit were chosen by reading pairs of
the whole register; docs/rangorde.md says how, and how often the outcome is right.
"""

from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.inventory import Inventory
from algreg_lib.register.likeness import Likeness, same_supplier
from algreg_lib.register.reference import Reference, bodies_of, body, texts_of

SIBLING_COLUMNS: Final = ("registration_id", "number", "name", "organization", "provider", "score", "why")
#: From this likeness (0 to 1) on two registrations are of the same kind.
ALIKE: Final = 0.65
#: How alike a name, a text and a supplier can make them, each alone.
_NAME, _TEXT, _SUPPLIER = 0.8, 0.95, 0.3
_NAME_LETTERS, _TEXT_LETTERS = (3, 5), (4, 4)
#: So many registrations are compared with the whole register at a time, to keep the tables small.
_AT_ONCE: Final = 500


def siblings(inventory: Inventory, reference: Reference, *, organisation: str = "") -> pd.DataFrame:
    """The best example for each registration that has one. Table of SIBLING_COLUMNS, in the order of the inventory.

    `score` is the likeness, from ALIKE to 1, and `why` is Dutch. A template has no `number` and no `organization`. No
    example is of the body of the registration itself, which is `organisation` where the registration names none.
    """
    own, examples = inventory.registrations, _best_first(reference.examples)
    name = Likeness(texts_of(own, "name"), examples["name"], letters=_NAME_LETTERS)
    text = Likeness(_aims(own), _aims(examples), letters=_TEXT_LETTERS)
    supplier = texts_of(own, "provider").tolist()
    bodies = bodies_of(own, organisation).to_numpy(object)[:, None]
    theirs = examples["organization"].map(body).to_numpy(object)
    parts = []
    for start in range(0, len(own) if len(examples) else 0, _AT_ONCE):
        rows = slice(start, start + _AT_ONCE)
        names, texts = name.of(rows), text.of(rows)
        suppliers = same_supplier(supplier[rows], examples["provider"].tolist())
        alike = 1 - (1 - _NAME * names) * (1 - _TEXT * texts) * (1 - _SUPPLIER * suppliers)
        alike[(bodies[rows] == theirs) & (theirs != "")] = 0
        here = np.arange(len(alike))
        best = alike.argmax(axis=1)
        found = examples.iloc[best][["number", "name", "organization", "provider"]].reset_index(drop=True)
        told = [_why(*facts) for facts in zip(names[here, best], texts[here, best], suppliers[here, best], strict=True)]
        found = found.assign(registration_id=own.index[rows], score=alike[here, best].round(4), why=told)
        parts.append(found[found["score"] >= ALIKE])
    empty = pd.DataFrame(columns=list(SIBLING_COLUMNS), dtype="str").astype({"score": "float64"})
    table: pd.DataFrame = pd.concat([part for part in parts if len(part)] or [empty], ignore_index=True)
    return table.reindex(columns=list(SIBLING_COLUMNS))


def _best_first(examples: pd.DataFrame) -> pd.DataFrame:
    """Of examples that are as alike, the template of the supplier comes first, then what is filled in furthest."""
    ordered = examples.assign(template=examples["organization"] == "")
    return ordered.sort_values(["template", "filled", "number"], ascending=[False, False, True], kind="stable")


def _aims(registrations: pd.DataFrame) -> "pd.Series[str]":
    return texts_of(registrations, "description_short") + " " + texts_of(registrations, "goal")


def _why(name: float, text: float, supplier: float) -> str:
    """What is alike, in Dutch."""
    told = ["dezelfde naam"] if name > 0.99 else ["de naam lijkt erop"] if name >= 0.4 else []
    told += ["bijna dezelfde tekst"] if text >= 0.9 else ["de tekst lijkt erop"] if text >= 0.3 else []
    told += ["dezelfde leverancier"] if supplier else []
    return ", ".join(told)
