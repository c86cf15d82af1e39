"""What only shows when the fields of a registration are laid side by side.

Each function gives evidence as text per row, missing where nothing is wrong, so that a plain expectation can ask for a
column without values.
"""

import re
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.quality import patterns
from algreg_lib.quality.unique import by_unique

HIGH_RISK: Final = "Hoog-risico AI-systeem"
IMPACTFUL: Final = "Impactvolle algoritmes"
OTHER: Final = "Overige algoritmes"

_NO_PERSONAL_DATA: Final = re.compile(patterns.NO_PERSONAL_DATA)
_KIND_OF_PERSONAL_DATA: Final = re.compile(patterns.KIND_OF_PERSONAL_DATA)
_DPIA: Final = re.compile(
    r"(?i)(?<!pre-scan )(?<!prescan )\b"
    r"(?:DPIA|data protection impact ass?ess?ment|gegevensbeschermingseffectbeoordeling)\b"
)


def ends_before_begin(table: pd.DataFrame) -> pd.Series:
    """The begin date where the end date is earlier, both well-formed: `yyyy-mm` sorts as text."""
    begin, end = table["begin_date"], table["end_date"]
    both = begin.str.match(patterns.YEAR_MONTH, na=False) & end.str.match(patterns.YEAR_MONTH, na=False)
    return begin.where(both & (end < begin))


def begins_later(table: pd.DataFrame, today: date | None) -> pd.Series:
    """The status where it says that use began, with a begin date after the month of `today`."""
    return _later(table, "begin_date", ["In gebruik", "Buiten gebruik"], today)


def ends_later(table: pd.DataFrame, today: date | None) -> pd.Series:
    """The status where it says that use ended, with an end date after the month of `today`."""
    return _later(table, "end_date", ["Buiten gebruik"], today)


def _later(table: pd.DataFrame, key: str, statuses: list[str], today: date | None) -> pd.Series:
    dates, status = table[key], table["status"]
    if today is None:
        return pd.Series(np.nan, index=table.index, dtype="str")
    later = dates.str.match(patterns.YEAR_MONTH, na=False) & (dates > f"{today:%Y-%m}")
    return status.where(later & status.isin(statuses))


def without_dpia(table: pd.DataFrame) -> pd.Series:
    """Why a DPIA is expected where neither the assessments nor their explanation name one.

    Source: Algoritmekader: mandatory for risk selection with personal data; GDPR article 35 for special categories.
    """
    assessed = _mentions(table["impacttoetsen_grouping"], _DPIA) | _mentions(table["impacttoetsen"], _DPIA)
    special = table["personal_data"] == "Bijzondere persoonsgegevens"
    selects = (table["risk_selection"] == "Ja") & (table["personal_data"] == "Gewone persoonsgegevens")
    reason = np.select(
        [special & ~assessed, selects & ~assessed],
        ["bijzondere persoonsgegevens gebruikt", "aan risicoselectie doet met persoonsgegevens"],
        default="",
    )
    return pd.Series(reason, index=table.index, dtype="str").replace("", np.nan)


def personal_data_contradiction(table: pd.DataFrame) -> pd.Series:
    """That a DPIA is named where there are no personal data, unless the text itself already contradicts the test."""
    denied_text = _mentions(table["source_data"], _NO_PERSONAL_DATA)
    denied = table["personal_data"] == "Nee"
    admitted = table["personal_data"].isin(["Gewone persoonsgegevens", "Bijzondere persoonsgegevens"])
    named = denied & _mentions(table["source_data"], _KIND_OF_PERSONAL_DATA)
    found = ((denied | denied_text) & ~admitted & ~named) & _mentions(table["impacttoetsen_grouping"], _DPIA)
    said = np.where(found, "er zijn geen persoonsgegevens, maar er is wel een DPIA genoemd", "")
    return pd.Series(said, index=table.index, dtype="str").replace("", np.nan)


def same_text(table: pd.DataFrame, field: str, others: dict[str, str]) -> pd.Series:
    """The title of another field (`others`: title by key) that holds the same text of some length."""
    said = np.full(len(table), "", dtype=object)
    long = table[field].str.len() >= 40  # shorter texts, such as an address, may well be the same
    for other, title in others.items():
        said[(long & (table[field] == table[other])).to_numpy()] = title
    return pd.Series(said, index=table.index, dtype="str").replace("", np.nan)


def _mentions(texts: pd.Series, pattern: re.Pattern[str]) -> pd.Series:
    return by_unique(texts, lambda text: pattern.search(text) is not None).eq(True)
