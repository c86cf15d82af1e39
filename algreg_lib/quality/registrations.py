"""What only shows when the fields of a registration are laid side by side.

Each function gives evidence as text per row, missing where nothing is wrong, so that a plain expectation can ask for a
column without values.
"""

import re
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from algreg_lib.quality.unique import by_unique

HIGH_RISK: Final = "Hoog-risico AI-systeem"
IMPACTFUL: Final = "Impactvolle algoritmes"
OTHER: Final = "Overige algoritmes"
#: From light to heavy.
_WEIGHT: Final = {OTHER: 0, IMPACTFUL: 1, HIGH_RISK: 2}

Mask = npt.NDArray[np.bool_]

_NO_PERSONAL_DATA: Final = re.compile(
    r"(?i)\b(?:geen|niet om) (?:gebruik van |verwerking van |sprake van )?(?:persoonsgegevens|persoonlijke gegevens)\b"
    r"(?!\s+(?:te |worden (?:\w+ )?(?:opgeslagen|bewaard|gedeeld)|opge|bewaar|gedeeld|in |naar |aan |buiten |van |over |door |uit ))"  # noqa: E501
)
_KIND_OF_PERSONAL_DATA: Final = re.compile(
    r"(?i)\b(?:BSN|burgerservicenummers?|geboortedat\w+|geboorteplaats\w*|voornamen?|achternamen?|NAW(?:-gegevens)?)\b"
)
_DPIA: Final = re.compile(
    r"(?i)(?<!pre-scan )(?<!prescan )\b"
    r"(?:DPIA|data protection impact ass?ess?ment|gegevensbeschermingseffectbeoordeling)\b"
)


def category_by_test(table: pd.DataFrame) -> pd.Series:
    """The category that follows from the impact test; missing when no question was answered.

    Source: reference categories: high risk before impactful before other; in doubt the heavier one.
    """
    heavy, impactful = ["test_high_risk"], ["test_legal_effect", "test_classifies", "test_own_judgement"]
    high = _answered(table, heavy, "Ja", "Weet ik niet")
    impact = _answered(table, [*impactful, "risk_selection"], "Ja", "Weet ik niet")
    no = np.all([table[question] == "Nee" for question in [*heavy, *impactful]], axis=0)
    chosen = np.select([high, impact, no], [HIGH_RISK, IMPACTFUL, OTHER], default="")
    return pd.Series(chosen, index=table.index, dtype="str").replace("", np.nan)


def lighter_than_test(table: pd.DataFrame) -> pd.Series:
    """The category of the test where the registration has a lighter one."""
    expected = category_by_test(table)
    given = table["publication_category"].map(_WEIGHT)
    return expected.where(given < expected.map(_WEIGHT))


def heavier_than_test(table: pd.DataFrame) -> pd.Series:
    """The category of the test where the registration has a heavier one."""
    expected = category_by_test(table)
    given = table["publication_category"].map(_WEIGHT)
    return expected.where(given > expected.map(_WEIGHT))


def category_without(table: pd.DataFrame, fields: Iterable[str]) -> pd.Series:
    """The category, where it is A or B and none of `fields` is filled in."""
    empty = np.all([table[field].isna() for field in fields], axis=0)
    return table["publication_category"].where(table["publication_category"].isin([HIGH_RISK, IMPACTFUL]) & empty)


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
    """What the registration says on both sides about personal data."""
    denied_text = _mentions(table["source_data"], _NO_PERSONAL_DATA)
    denied = table["personal_data"] == "Nee"
    admitted = table["personal_data"].isin(["Gewone persoonsgegevens", "Bijzondere persoonsgegevens"])
    assessed = _mentions(table["impacttoetsen_grouping"], _DPIA)
    named = by_unique(table["source_data"], _kind_of_personal_data)
    contradictions = [
        (denied_text & admitted, "de tekst zegt 'geen persoonsgegevens', maar bij de impacttest staat van wel"),
        (denied & named.notna(), "bij de impacttest staat dat er geen persoonsgegevens zijn, maar de tekst noemt ze"),
        ((denied | denied_text) & assessed, "er zijn geen persoonsgegevens, maar er is wel een DPIA genoemd"),
    ]
    said = np.select([c for c, _ in contradictions], [text for _, text in contradictions], default="")
    return pd.Series(said, index=table.index, dtype="str").replace("", np.nan)


def same_text(table: pd.DataFrame, field: str, others: dict[str, str]) -> pd.Series:
    """The title of another field (`others`: title by key) that holds the same text of some length."""
    said = np.full(len(table), "", dtype=object)
    long = table[field].str.len() >= 40  # shorter texts, such as an address, may well be the same
    for other, title in others.items():
        said[(long & (table[field] == table[other])).to_numpy()] = title
    return pd.Series(said, index=table.index, dtype="str").replace("", np.nan)


def _answered(table: pd.DataFrame, questions: list[str], *answers: str) -> Mask:
    return np.asarray(np.any([table[question].isin(answers) for question in questions], axis=0))


def _mentions(texts: pd.Series, pattern: re.Pattern[str]) -> pd.Series:
    return by_unique(texts, lambda text: pattern.search(text) is not None).eq(True)


def _kind_of_personal_data(text: str) -> object:
    found = _KIND_OF_PERSONAL_DATA.search(text)
    return found[0] if found and not re.search(r"(?i)\b(?:geen|niet|zonder|anoniem|geanonimiseerd)", text) else np.nan
