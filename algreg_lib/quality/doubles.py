"""Registrations that stand in the inventory twice, exactly or nearly, found in time that grows with the rows."""

import re
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from algreg_lib.quality.unique import by_unique

_WORD: Final = re.compile(r"\w+")
#: A text is compared by its first so many words, three in a row at a time; one of fewer words says too little.
_MOST_WORDS: Final = 200
_FEWEST_WORDS: Final = 20
#: Signature: this many bands of so many rows. Two texts share a band with chance 1 - (1 - j^rows)^bands, with j their
#: Jaccard similarity: 0.99 at 0.8, 0.05 at 0.3.
_BANDS: Final = 10
_ROWS: Final = 3
#: Jaccard similarity of the shingles from which two registrations are nearly the same.
NEARLY: Final = 0.8
_PRIME: Final = np.uint64((1 << 31) - 1)


def exact_doubles(table: pd.DataFrame) -> pd.Series:
    """The id of the first other registration with the same name and organisation; missing where there is none."""
    key = by_unique(table["organization"], _folded) + "\n" + by_unique(table["name"], _folded)
    other: dict[object, object] = {}
    double = key[key.notna() & key.duplicated(keep=False)]
    for _, ids in double.groupby(double, sort=False).groups.items():
        other |= dict.fromkeys(ids[1:], ids[0]) | {ids[0]: ids[1]}
    return pd.Series(other, dtype="str").reindex(table.index)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def near_doubles(table: pd.DataFrame, fields: list[str]) -> pd.Series:
    """The id of another registration of the same organisation whose texts in `fields` are nearly the same.

    MinHash with banding: only registrations that share a band are compared, so the work grows with the rows. Doubles
    with the same name are left to `exact_doubles`. The draws of the hash are fixed: same table, same answer.
    """
    texts = table[fields[0]].fillna("")
    for field in fields[1:]:
        texts = texts + "\n" + table[field].fillna("")
    search = _Search()
    shared = table["organization"].duplicated(keep=False) & table["organization"].notna()
    if not shared.any():
        return pd.Series(np.nan, index=table.index, dtype="str")
    looked_at = table.loc[shared, ["organization", "name"]].fillna("").assign(text=texts[shared])
    for identifier, organisation, name, text in looked_at.itertuples(name=None):
        search.add(str(identifier), organisation, _folded(name), text)
    return pd.Series(search.twins, dtype="str").reindex(table.index)


class _Search:
    """The registrations seen so far, by the bands of their signatures."""

    def __init__(self) -> None:
        self.twins: dict[str, str] = {}
        self._seen: dict[tuple[str, int, bytes], tuple[str, str, str]] = {}
        self._numbers: dict[str, int] = {}
        self._signatures: dict[str, list[bytes]] = {}

    def add(self, identifier: str, organisation: str, name: str, text: str) -> None:
        """Compares with those that share a band, and remembers."""
        if text not in self._signatures:
            self._signatures[text] = _signature(self._shingles(text))
        for band, signature in enumerate(self._signatures[text]):
            bucket = (organisation, band, signature)
            other, other_name, other_text = self._seen.setdefault(bucket, (identifier, name, text))
            if identifier not in self.twins and other_name != name and self._nearly(text, other_text):
                self.twins[identifier] = other
                self.twins.setdefault(other, identifier)

    def _nearly(self, text: str, other: str) -> bool:
        if text == other:
            return True
        first, second = self._shingles(text), self._shingles(other)
        both = len(np.intersect1d(first, second, assume_unique=True))
        return both / (len(first) + len(second) - both) >= NEARLY

    def _shingles(self, text: str) -> npt.NDArray[np.uint64]:
        numbers = self._numbers
        words = _WORD.findall(text.casefold())[:_MOST_WORDS]
        each = np.array([numbers.setdefault(word, len(numbers) + 1) for word in words], dtype=np.uint64)
        if len(each) < _FEWEST_WORDS:
            return each[:0]
        mixed = (each[:-2] * _MIX[0] + each[1:-1] * _MIX[1] + each[2:] * _MIX[2]) % _PRIME
        return np.unique(mixed)


def _signature(shingles: npt.NDArray[np.uint64]) -> list[bytes]:
    if not len(shingles):
        return []
    lowest = ((shingles[:, None] * _FACTORS + _TERMS) % _PRIME).min(axis=0)
    return [band.tobytes() for band in lowest.reshape(_BANDS, _ROWS)]


_DRAWS: Final = np.random.default_rng(1)
_FACTORS: Final = _DRAWS.integers(1, int(_PRIME), size=_BANDS * _ROWS, dtype=np.uint64)
_TERMS: Final = _DRAWS.integers(0, int(_PRIME), size=_BANDS * _ROWS, dtype=np.uint64)
_MIX: Final = _DRAWS.integers(1, int(_PRIME), size=3, dtype=np.uint64)
