"""How alike texts are by their letters: what is rare in all of them weighs more than what everybody writes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]

#: The longest text that the standard has; what comes after it says nothing about the kind of algorithm.
_LONGEST: Final = 5_000
#: How alike two names are of one supplier, of 100.
_SAME: Final = 90
_TAG: Final = re.compile(r"<[^<>]*>")


class Likeness:
    """Compares our texts with theirs by TF-IDF on the letters inside words, so that `anonimiseringstool` is found."""

    def __init__(self, ours: pd.Series[str], theirs: pd.Series[str], *, letters: tuple[int, int]) -> None:
        # here: takes most of a second, and only a ranking with a register needs it
        from sklearn.feature_extraction.text import TfidfVectorizer

        texts = [_plain(text) for text in (*ours, *theirs)]
        self._shape = (len(ours), len(theirs))
        self._letters = None
        if any(texts):
            found = TfidfVectorizer(analyzer="char_wb", ngram_range=letters, sublinear_tf=True).fit_transform(texts)
            self._letters = found[: len(ours)], found[len(ours) :].T.tocsr()

    def of(self, rows: slice) -> Floats:
        """From 0 to 1, for these rows of ours (down) and all of theirs (across); an empty text is like no other."""
        if self._letters is None:
            return np.zeros((len(range(*rows.indices(self._shape[0]))), self._shape[1]))
        ours, theirs = self._letters
        alike: Floats = (ours[rows] @ theirs).toarray()
        return alike


def same_supplier(ours: Sequence[str], theirs: Sequence[str]) -> Floats:
    """1 where the one name is in the other (`Centric` in `Centric Netherlands BV`), else 0; nobody's is nobody's."""
    from rapidfuzz import fuzz, process, utils

    # The same few suppliers stand everywhere: each pair of names is compared once.
    mine, row = np.unique(np.array(ours, dtype=object), return_inverse=True)
    others, column = np.unique(np.array(theirs, dtype=object), return_inverse=True)
    alike = process.cdist(mine, others, scorer=fuzz.token_set_ratio, processor=utils.default_process)
    same: Floats = (alike[np.ix_(row, column)] >= _SAME).astype(np.float64)
    return same


def _plain(text: str) -> str:
    return " ".join(_TAG.sub(" ", text[:_LONGEST]).split())
