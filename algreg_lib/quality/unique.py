"""One calculation per different text: inventories hold the same text many times over (supplier templates)."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd


def by_unique(texts: pd.Series, calculate: Callable[[str], Any]) -> pd.Series:
    """`calculate` of each text, called once per different text; missing stays missing. Same index."""
    codes, different = pd.factorize(texts)
    answers = np.empty(len(different) + 1, dtype=object)
    answers[:-1] = [calculate(text) for text in different]
    answers[-1] = np.nan  # code -1: missing
    return pd.Series(answers[codes], index=texts.index)
