"""Exports of the national register and templates of suppliers, read as examples for an inventory."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from algreg_lib.errors import InputError
from algreg_lib.inventory import Inventory, read_inventory

#: What is kept of an example; all text, and empty where the file says nothing.
_KEPT: Final = ("name", "organization", "provider", "lang", "description_short", "goal")
#: The number of a registration in the register, which is also the end of its public address.
_NUMBER: Final = r"[0-9]{8}"
_KIND_OF_BODY: Final = re.compile(r"^(?:gemeente|gem\.) ")


@dataclass(frozen=True, kw_only=True)
class Reference:
    """Published registrations and templates of suppliers.

    `examples`: a row each, with `number` (8 digits; empty for a template), `name`, `organization`, `provider`, `lang`,
    `description_short`, `goal` and `filled` (how many fields say something). A template names a supplier and no
    organisation.
    """

    examples: pd.DataFrame


def read_reference(files: Sequence[Path]) -> Reference:
    """The examples in files of any shape that can be imported; a version in English is left out.

    Raises InputError when a file cannot be read or holds no example.
    """
    return Reference(examples=pd.concat([_examples(path) for path in files], ignore_index=True))


def without_own(reference: Reference, inventory: Inventory, *, organisation: str = "") -> Reference:
    """The examples that are not the body's own: other numbers, other bodies, other names where the bodies are several.

    `organisation` is the body of the registrations that name none.
    """
    examples, own = reference.examples, inventory.registrations
    bodies, theirs = bodies_of(own, organisation), examples["organization"].map(body)
    here = set(zip(bodies, texts_of(own, "name").str.casefold(), strict=True))
    named = zip(theirs, examples["name"].str.casefold(), strict=True)
    mine = pd.Series([pair in here for pair in named], index=examples.index, dtype="bool")
    mine |= examples["number"].isin({*own.index, *texts_of(own, "lars")} - {""})
    if bodies.nunique() == 1:
        mine |= theirs.isin(set(bodies) - {""})
    return Reference(examples=examples[~mine].reset_index(drop=True))


def bodies_of(registrations: pd.DataFrame, organisation: str) -> "pd.Series[str]":
    """The body of each registration, for comparing; `organisation` where it names none."""
    return texts_of(registrations, "organization").replace("", organisation).map(body).astype("str")


def body(name: str) -> str:
    """A name for comparing: people leave out `gemeente`, but not `provincie`."""
    return _KIND_OF_BODY.sub("", " ".join(name.casefold().split()))


def texts_of(registrations: pd.DataFrame, key: str) -> "pd.Series[str]":
    """The texts of a field without outer spaces; empty where there is none."""
    if key not in registrations.columns:
        return pd.Series("", index=registrations.index, dtype="str")
    return registrations[key].astype("str").fillna("").str.strip()


def _examples(path: Path) -> pd.DataFrame:
    read = read_inventory(path).registrations
    number = texts_of(read, "lars").where(texts_of(read, "lars") != "", read.index.to_series())
    table = pd.DataFrame({key: texts_of(read, key) for key in _KEPT})
    table = table.assign(number=number.where(number.str.fullmatch(_NUMBER), ""), filled=read.notna().sum(axis=1))
    named = (table["name"] != "") & ((table["organization"] != "") | (table["provider"] != ""))
    found = table[named & ~table["lang"].str.casefold().str.startswith("en")]
    if found.empty:
        raise InputError(
            path,
            "hierin staat geen algoritme met een naam en een organisatie of leverancier.",
            advice="Haal op algoritmes.overheid.nl een export van alle algoritmes op, of geef een sjabloon van een "
            "leverancier.",
        )
    return found
