"""The account as a table: for every registration and field what happened to it, and why."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas.api.types import union_categoricals

from algreg_lib.formulas import has_formula_inside, is_formula_like
from algreg_lib.inventory import Inventory
from algreg_lib.privacy import KINDS, Redaction
from algreg_lib.publication.shapes import PORTAL_KEYS
from algreg_lib.standard import CURRENT, canonical_version, working_fields

#: `outcome` is `published`, `masked`, `withheld`, or `empty` where nobody filled anything in.
ACCOUNT_COLUMNS: Final = ("registration_id", "name", "field", "outcome", "rule", "reason", "ground")
#: What an account says of one registration or field.
_TOLD: Final = ("outcome", "rule", "reason", "ground")
#: What is said of a text that looks like a formula.
_FORMULAS: Final = (
    (is_formula_like, "Begint als een formule: in xlsx en csv staat er een ' voor, zodat het tekst blijft."),
    (
        has_formula_inside,
        "Na een ; of tab begint iets als een formule: in csv staat daar een ' voor, zodat het tekst blijft.",
    ),
)
_REFUSED: Final = (
    "Wel in de kopie, maar het landelijke register neemt deze registratie nog niet aan. Draai algreg check; de "
    "bevindingen zeggen waarom. Er is niets ingekort of veranderd."
)


def accounts_table(
    inventory: Inventory,
    published: pd.DataFrame,
    privacy: Redaction | None,
    by_registration: pd.DataFrame,
    by_field: pd.DataFrame,
    completeness: pd.DataFrame,
) -> pd.DataFrame:
    """The account: `ACCOUNT_COLUMNS`, in the order of the inventory and then of the fields.

    One row for each registration (empty `field`), each of its public fields, and each internal field with something in
    it. `by_registration` and `by_field` are the reasons for withholding; `completeness` tells which registrations the
    register would refuse, which is said with them. All columns are categories of texts: a large inventory has millions
    of rows, which say the same few things.
    """
    original = inventory.registrations.set_axis(inventory.registrations.index.astype("str"))
    parts = {"": _compact(_whole_accounts(original.index, published, by_registration, completeness))}
    out = ~original.index.isin(published.index)
    for key in PORTAL_KEYS:
        chosen = by_field[by_field["field"] == key].drop_duplicates("registration_id").set_index("registration_id")
        table = _field_account(key, original, published, privacy, chosen)
        table.loc[out & table["outcome"].ne("empty"), list(_TOLD)] = [
            "withheld", "registratie", "De hele registratie wordt niet gepubliceerd.", "",
        ]  # fmt: skip
        parts[key] = _compact(table)
    parts |= {column: _compact(table) for column, table in _internal_accounts(original)}
    positions = np.concatenate([original.index.get_indexer(part.index) for part in parts.values()])
    fields = np.repeat(np.arange(len(parts)), [len(part) for part in parts.values()])
    order = np.argsort(positions, kind="stable")  # within a registration the fields stay as they are
    names = original["name"].fillna("") if "name" in original.columns else [""] * len(original)
    told = {column: union_categoricals([part[column].array for part in parts.values()]) for column in _TOLD}
    account = {
        "registration_id": _categories(original.index, positions[order]),
        "name": _categories(names, positions[order]),
        "field": _categories(list(parts), fields[order]),
        **{column: categories.take(order) for column, categories in told.items()},
    }
    return pd.DataFrame(account)[list(ACCOUNT_COLUMNS)]


def _compact(table: pd.DataFrame) -> pd.DataFrame:
    return table[list(_TOLD)].fillna("").astype("str").astype("category")


def _categories(texts: Iterable[str], positions: npt.NDArray[Any]) -> pd.Categorical:
    """The text at each of the positions."""
    codes, categories = pd.factorize(pd.Index(list(texts), dtype="str"))
    return pd.Categorical.from_codes(codes[positions], categories)


def _whole_accounts(
    index: pd.Index, published: pd.DataFrame, by_registration: pd.DataFrame, completeness: pd.DataFrame
) -> pd.DataFrame:
    """What happened to each registration as a whole."""
    out = ~index.isin(published.index)
    joined = by_registration.drop_duplicates().groupby("registration_id", sort=False)
    whole = pd.DataFrame(
        {
            "outcome": ["withheld" if flag else "published" for flag in out],
            "rule": joined["rule"].agg(lambda rules: ", ".join(dict.fromkeys(rules))).reindex(index).to_numpy(),
            "reason": joined["reason"].agg(lambda told: " ".join(dict.fromkeys(told))).reindex(index).to_numpy(),
            "ground": joined["ground"]
            .agg(lambda g: ", ".join(dict.fromkeys(filter(None, g))))
            .reindex(index)
            .to_numpy(),
        },
        index=index,
    )
    refused = index.isin(_refused(completeness)) & ~out
    whole.loc[refused, ["rule", "reason"]] = ["aanleveren", _REFUSED]
    return whole


def _refused(completeness: pd.DataFrame) -> pd.Index:
    """Registrations on the lowest step of the quality room's ladder."""
    if "level" not in completeness.columns:
        return pd.Index([])
    return completeness.index[completeness["level"] == "niet aan te leveren"].astype("str")


def _field_account(
    key: str, original: pd.DataFrame, published: pd.DataFrame, privacy: Redaction | None, chosen: pd.DataFrame
) -> pd.DataFrame:
    """Outcome of one field for each registration, as if all registrations went out."""
    table = pd.DataFrame({"outcome": "published", "rule": "", "reason": "", "ground": ""}, index=original.index)
    before = original[key] if key in original.columns else pd.Series(pd.NA, index=original.index, dtype="str")
    table.loc[before.isna() | before.eq(""), "outcome"] = "empty"
    if key == "standard_version":
        told = f"De kopie is in standaard {CURRENT}; dat staat er nu bij."
        table.loc[~before.map(_is_current), ["outcome", "rule", "reason"]] = ["published", "versie", told]
    masked = _masked_kinds(privacy, key)
    for identity in masked.index.intersection(table.index):
        table.loc[identity, ["outcome", "rule", "reason"]] = [
            "masked",
            "privacy-besluit",
            f"Gemaskeerd: {masked[identity]}.",
        ]
    texts = published[key].reindex(original.index)
    for looks_like, told in _FORMULAS:
        formula = texts.fillna("").map(looks_like)
        table.loc[formula, "rule"] = table.loc[formula, "rule"].where(table.loc[formula, "rule"].ne(""), "formule")
        table.loc[formula, "reason"] = (table.loc[formula, "reason"] + " " + told).str.strip()
    filled = chosen.loc[chosen.index.intersection(table.index[table["outcome"].ne("empty")])]
    table.loc[filled.index, ["rule", "reason", "ground"]] = filled[["rule", "reason", "ground"]]
    table.loc[filled.index, "outcome"] = "withheld"
    return table


def _is_current(text: object) -> bool:
    try:
        return isinstance(text, str) and canonical_version(text) == CURRENT
    except KeyError:
        return False


def _masked_kinds(privacy: Redaction | None, key: str) -> pd.Series:
    if privacy is None:
        return pd.Series(dtype="str")
    here = privacy.masked[privacy.masked["field"] == key]
    labels = here["kind"].map(lambda kind: KINDS[kind].label)
    return labels.groupby(here["registration_id"], sort=False).agg(lambda told: ", ".join(dict.fromkeys(told)))


def _internal_accounts(original: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each column that no reader will see, and what is said of the registrations with something in it."""
    working = {field.key for field in working_fields()}
    for column in (column for column in original.columns if column not in PORTAL_KEYS):
        filled = original.index[original[column].notna()]
        rule = "intern" if column in working else "onbekende-kolom"
        told = "Intern veld: komt nooit naar buiten." if column in working else "Deze kolom staat niet in de standaard."
        if len(filled):
            table = pd.DataFrame({"outcome": "withheld", "rule": rule, "reason": told, "ground": ""}, index=filled)
            yield str(column), table
