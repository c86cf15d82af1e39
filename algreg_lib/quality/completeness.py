"""How far each registration is: the ladder from `niet aan te leveren` to `goed`, and the register's own score."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.quality.rules import Step
from algreg_lib.standard import Field, Standard

#: From the lowest step to the highest; a registration stands on the last one of which no rule is broken.
LEVELS: Final = ("niet aan te leveren", "kan worden aangeleverd", "volledig", "goed")
_STEPS: Final[tuple[Step, ...]] = ("aanleveren", "volledig", "goed")

COLUMNS: Final = ("name", "level", "filled", "fields", "missing", "vulling")


def completeness(registrations: pd.DataFrame, declared: Standard, broken: Mapping[Step, pd.Index]) -> pd.DataFrame:
    """A row per registration with `COLUMNS`; `broken` holds per step the registrations that break a rule of it.

    `filled` of `fields` counts the fields that a body fills in; `missing` names (Dutch, comma) those that are
    mandatory or that the site shows as not filled in; `vulling` is the register's weighted score, 0 to 100 and
    missing for versions that the register does not score.
    """
    own = [field for field in declared.fields if not field.set_by_register]
    filled = pd.DataFrame({field.key: _filled(registrations, field) for field in own}, index=registrations.index)
    table = pd.DataFrame(index=registrations.index.rename("registration_id"))
    table["name"] = registrations["name"] if "name" in registrations else pd.Series(index=table.index, dtype="str")
    table["level"] = pd.Series(_levels(registrations.index, broken), index=table.index, dtype="str")
    table["filled"] = filled.sum(axis="columns").astype("int64")
    table["fields"] = len(own)
    table["missing"] = _missing(filled, list(declared.asked))
    table["vulling"] = _score(filled, own) if declared.weights else pd.Series(pd.NA, index=table.index, dtype="Int64")
    return table


def _levels(index: pd.Index, broken: Mapping[Step, pd.Index]) -> np.ndarray:
    reached = np.zeros(len(index), dtype=int)
    holds = np.ones(len(index), dtype=bool)
    for step in _STEPS:
        holds &= ~index.isin(broken.get(step, []))
        reached += holds
    return np.array(LEVELS, dtype=object)[reached]


def _filled(registrations: pd.DataFrame, field: Field) -> pd.Series:
    """Source: frontend-beheer/src/store/score.ts: filled is not null and of some length."""
    if field.key not in registrations:
        return pd.Series(False, index=registrations.index)
    values = registrations[field.key]
    return values.notna() & (values != "")


def _missing(filled: pd.DataFrame, shown: list[Field]) -> pd.Series:
    missing = np.full(len(filled), "", dtype=object)
    for field in shown:
        empty = ~filled[field.key].to_numpy()
        missing[empty] = [f"{before}, {field.title}" if before else field.title for before in missing[empty]]
    return pd.Series(missing, index=filled.index, dtype="str")


def _score(filled: pd.DataFrame, fields: list[Field]) -> pd.Series:
    """Source: score.ts: ceil(100 * weight of the filled fields / all weight)."""
    total = sum(field.weight for field in fields)
    points = sum((filled[field.key] * field.weight for field in fields), start=pd.Series(0, index=filled.index))
    return (-((-100 * points) // total)).astype("Int64")
