"""Values of 1.0 in their one right spelling, where what was meant is certain; each change is noted."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.inventory.notation import cell_of_entries, entries
from algreg_lib.inventory.recoding import Recoding, distinct
from algreg_lib.standard import CURRENT, canonical_version, standard, value_map

SPELLED: Final = "spelling van de keuzelijst"
CONVERTED: Final = f"omgezet naar standaard {CURRENT}"


def spelled(registrations: pd.DataFrame, recoding: Recoding) -> pd.DataFrame:
    """The registrations with known spellings of choices replaced, and every one of them marked as standard 1.0."""
    changed: dict[str, pd.Series] = {}
    for key, after in (
        ("status", _one("status")),
        ("publication_category", _one("publication_category")),
        ("lang", _one("lang")),
        ("category", _several("category")),
    ):
        if key in registrations:
            changed[key] = _replaced(registrations[key], after, recoding)
    if "standard_version" in registrations:
        changed["standard_version"] = _replaced(registrations["standard_version"], _version, recoding, CONVERTED)
    return registrations.assign(**changed) if changed else registrations


def _replaced(texts: pd.Series, after: Callable[[str], str], recoding: Recoding, reason: str = SPELLED) -> pd.Series:
    values = texts.fillna("").to_numpy(dtype=object)
    new = {text: after(text) for text in distinct(values)}
    if all(before == text for before, text in new.items()):
        return texts
    replaced = recoding.replaced(str(texts.name), values, new, reason)
    return pd.Series([text or np.nan for text in replaced], index=texts.index, name=texts.name, dtype="str")


def _one(key: str) -> Callable[[str], str]:
    known = _spellings(key)
    return lambda text: known.get(text.casefold(), text)


def _several(key: str) -> Callable[[str], str]:
    known = _spellings(key)

    def after(text: str) -> str:
        found = entries(text)
        new = [known.get(entry.casefold(), entry) for entry in found]
        return text if new == found else cell_of_entries(list(dict.fromkeys(new)))

    return after


def _spellings(key: str) -> Mapping[str, str]:
    exact = {choice.casefold(): choice for choice in standard(CURRENT)[key].choices}
    return (value_map(key) if key in {"status", "lang", "category"} else {}) | exact


def _version(text: str) -> str:
    try:
        canonical_version(text if "." in text else f"{text}.0")
    except KeyError:
        return text
    return CURRENT
