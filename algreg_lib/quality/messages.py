"""The Dutch sentence of a finding: what is wrong, what to do, and the value that was probably meant."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import pandas as pd

from algreg_lib.quality.language import hard_words
from algreg_lib.quality.near import near_miss
from algreg_lib.quality.unique import by_unique

#: What a pattern found says less than these do.
_FINDERS: Final[Mapping[str, Callable[[str], str | None]]] = {"moeilijk-woord": hard_words}
#: A longer value is shortened in a message; the finding itself keeps all of it.
_SHOWN = 80
#: A match shorter than this is shown with what stands around it.
_SIGN = 12


def messages(expectation: Mapping[str, Any], rows: pd.DataFrame) -> pd.Series:
    """A message per row of `rows`, the rows that break the expectation."""
    meta, arguments = expectation["meta"], expectation["kwargs"]
    field = meta["field"]
    text = meta["message"]
    values = rows[field] if field in rows else pd.Series("", index=rows.index, dtype="str")
    if "{lengte}" in text and "limit" in meta:
        return _with_lengths(text, rows[arguments["column"]], meta["limit"])
    if column := meta.get("evidence"):
        return _with_evidence(text, rows[column], values)
    if "{bewijs}" in text and "regex" in arguments:
        return by_unique(
            values,
            lambda value: text.replace("{bewijs}", _found(meta["rule"], arguments, value)).replace(
                "{waarde}", shown(value)
            ),
        )
    return by_unique(values, lambda value: _sentence(text, meta["rule"], field, value)).fillna(text)


def _with_evidence(text: str, evidence: pd.Series, values: pd.Series) -> pd.Series:
    said = [
        text.replace("{bewijs}", str(proof)).replace("{waarde}", shown(value))
        if isinstance(value, str)
        else text.replace("{bewijs}", str(proof))
        for proof, value in zip(evidence, values, strict=True)
    ]
    return pd.Series(said, index=values.index, dtype="str")


def _found(rule: str, arguments: Mapping[str, Any], value: str) -> str:
    finder = _FINDERS.get(rule)
    return (finder(value) or "") if finder else _matched(arguments["regex"], value)


def _matched(regex: str, value: str) -> str:
    """What a forbidden pattern found; a sign or two are shown with the word around them."""
    found = re.search(regex, value)
    if found is None:
        return ""
    start, end = found.span()
    while end - start < _SIGN and start > 0 and not value[start - 1].isspace():
        start -= 1
    while end - found.start() < _SIGN and end < len(value) and not value[end].isspace():
        end += 1
    return shown(value[start:end])


def shown(value: str) -> str:
    """A value as it stands in a message: on one line, and shortened."""
    line = " ".join(value.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _sentence(text: str, rule: str, field: str, value: str) -> str:
    near = near_miss(rule, field, value)
    sentence = text.replace("{waarde}", shown(value))
    return f"{sentence} {near}" if near else sentence


def _with_lengths(text: str, counted: pd.Series, limit: int) -> pd.Series:
    return by_unique(
        counted, lambda value: text.replace("{lengte}", str(len(value))).replace("{teveel}", str(len(value) - limit))
    )
