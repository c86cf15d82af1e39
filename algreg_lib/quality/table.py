"""The table that the suites check: the registrations, and the calculated columns that plain expectations can assert.

Calculated columns are named `<field>__<what>` and hold texts. `plain` is the text as the register counts it, for a cell
with HTML. All others hold evidence: a text where something is wrong, and no value where all is well.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.quality import language, registrations
from algreg_lib.quality.bodies import ended_body, unknown_body
from algreg_lib.quality.doubles import exact_doubles, near_doubles
from algreg_lib.quality.rules import DERIVED
from algreg_lib.quality.text import plain_of_markup
from algreg_lib.standard import Field, Standard, standard, working_fields

#: Fields for experts and search words: long sentences and abbreviations are no fault there.
FOR_EXPERTS: Final = frozenset({"methods_and_models", "lawful_basis", "tags"})

_EVIDENCE_OF_TEXT: Final[Mapping[str, Callable[[str], str | None]]] = {
    "readability": language.hard_to_read,
    "abbreviations": language.abbreviations,
    "long_sentence": language.long_sentence,
}


def check_table(registered: pd.DataFrame, *, version: str, today: date | None = None) -> pd.DataFrame:
    """The columns that both suites of this version name, with the same index.

    First the fields of the standard and the working fields, then what else `registered` holds, then the calculated
    columns. A field that the inventory lacks is a column without values; without `today` no date lies in the
    future. KeyError for an unknown version.
    """
    declared = standard(version)
    empty = pd.Series(np.nan, index=registered.index, dtype="str")
    keys = [*declared.keys, *(field.key for field in working_fields())]
    known = {key: registered.get(key, empty).astype("str") for key in keys}
    known |= {str(name): registered[name] for name in registered.columns if name not in known}
    table = pd.DataFrame(known, index=registered.index)
    calculated = {**_plain(table, declared), **_of_language(table, declared), **_between_fields(table, declared)}
    calculated |= _of_dates(table, declared, today)
    return pd.concat([table, pd.DataFrame(calculated, index=table.index)], axis="columns")


def language_checks(field: Field) -> tuple[str, ...]:
    """Which measures of language hold for a field: level B1 is asked of some, plain sentences of every long text."""
    if field.kind != "text" or not field.html or field.key in FOR_EXPERTS:
        return ("readability", "abbreviations", "long_sentence") if field.b1 else ()
    return (*(("readability", "abbreviations") if field.b1 else ()), "long_sentence")


def long_texts(declared: Standard) -> dict[str, str]:
    """Titles by key of the fields that hold a text of some length."""
    return {f.key: f.title for f in declared.fields if f.kind == "text" and (f.html or f.b1)}


def _plain(table: pd.DataFrame, declared: Standard) -> dict[str, pd.Series]:
    return {
        f"{field.key}{DERIVED}plain": plain_of_markup(table[field.key])
        for field in declared.fields
        if field.max_length is not None or field.handbook_max_length is not None
    }


def _of_language(table: pd.DataFrame, declared: Standard) -> dict[str, pd.Series]:
    found: dict[str, pd.Series] = {}
    for field in declared.fields:
        checks = language_checks(field)
        evidence = _evidence(table[field.key], *(_EVIDENCE_OF_TEXT[check] for check in checks))
        found |= {f"{field.key}{DERIVED}{check}": said for check, said in zip(checks, evidence, strict=True)}
    return found


def _between_fields(table: pd.DataFrame, declared: Standard) -> dict[str, pd.Series]:
    unknown, ended = _evidence(table["organization"], unknown_body, ended_body)
    found = {
        f"name{DERIVED}double": exact_doubles(table),
        f"name{DERIVED}near_double": near_doubles(table, [k for k in ("description_short", "goal") if k in declared]),
        f"organization{DERIVED}unknown": unknown,
        f"organization{DERIVED}ended": ended,
    }
    texts = long_texts(declared)
    for number, field in enumerate(texts):
        others = dict(list(texts.items())[:number])
        if others:
            found[f"{field}{DERIVED}same_as"] = registrations.same_text(table, field, others)
    if "publication_category" in declared:
        found |= _of_category(table)
    return found


def _of_dates(table: pd.DataFrame, declared: Standard, today: date | None) -> dict[str, pd.Series]:
    if not {"begin_date", "end_date", "status"} <= set(declared.keys):
        return {}
    return {
        f"end_date{DERIVED}before_begin": registrations.ends_before_begin(table),
        f"begin_date{DERIVED}future": registrations.begins_later(table, today),
        f"end_date{DERIVED}future": registrations.ends_later(table, today),
    }


def _of_category(table: pd.DataFrame) -> dict[str, pd.Series]:
    return {
        f"impacttoetsen_grouping{DERIVED}dpia": registrations.without_dpia(table),
        f"source_data{DERIVED}contradiction": registrations.personal_data_contradiction(table),
    }


def _evidence(texts: pd.Series, *finds: Callable[[str], str | None]) -> list[pd.Series]:
    """What each of `finds` says of each text, asked once per different text and one after the other.

    The measures of language share the sentences of a text, which are remembered for a while only.
    """
    codes, different = pd.factorize(texts)
    said = np.full((len(finds), len(different) + 1), None, dtype=object)  # the last column: missing, code -1
    for position, text in enumerate(different):
        said[:, position] = [find(text) for find in finds]
    return [pd.Series(answers[codes], index=texts.index, dtype="str") for answers in said]
