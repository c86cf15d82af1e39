"""The Dutch sentence of a finding: what is wrong, what to do, and the value that was probably meant."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from algreg_lib.quality.near import near_miss
from algreg_lib.quality.unique import by_unique

#: A longer value is shortened in a message; the finding itself keeps all of it.
_SHOWN = 80


def messages(expectation: Mapping[str, Any], rows: pd.DataFrame) -> pd.Series:
    """A message per row of `rows`, the rows that break the expectation."""
    meta, arguments = expectation["meta"], expectation["kwargs"]
    field = meta["field"]
    text = meta["message"]
    values = rows[field] if field in rows else pd.Series("", index=rows.index, dtype="str")
    if "{lengte}" in text:
        return _with_lengths(text, rows[arguments["column"]], arguments["max_value"])
    if column := meta.get("evidence"):
        text_of = by_unique(rows[column], lambda evidence: text.replace("{bewijs}", evidence))
        return text_of.fillna(text)
    text = text.replace("{limiet}", str(meta.get("limit", "")))
    return by_unique(values, lambda value: _sentence(text, meta["rule"], field, value)).fillna(text)


def shown(value: str) -> str:
    """A value as it stands in a message: on one line, and shortened."""
    line = " ".join(value.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _sentence(text: str, rule: str, field: str, value: str) -> str:
    near = near_miss(rule, field, value)
    sentence = text.replace("{waarde}", shown(value))
    return f"{sentence} {near}" if near else sentence


def _with_lengths(text: str, lengths: pd.Series, limit: int) -> pd.Series:
    filled = {
        length: text.replace("{lengte}", f"{length:.0f}")
        .replace("{limiet}", str(limit))
        .replace("{teveel}", f"{length - limit:.0f}")
        for length in lengths.unique()
    }
    return lengths.map(filled)
