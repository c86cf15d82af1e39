"""What a reading of any file gives: tables of registrations as they stand there, and the texts that are none."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from algreg_lib.inventory.addresses import cell_address
from algreg_lib.inventory.grids import Grid
from algreg_lib.inventory.model import Orientation

#: The texts of one field, one per registration; a table holds `""` where a cell is empty, a frame missing.
Texts = npt.NDArray[np.object_]

#: `chosen`: by the user's own mapping. `exact`: key or title. `proposed`: looks like one. `own`: a column of its own.
How = Literal["chosen", "exact", "proposed", "own"]


@dataclass(frozen=True, slots=True)
class Match:
    """What a label means. `key` may be `field[].part`; for an own column it is the name of that column."""

    label: str
    key: str
    how: How
    likeness: int = 100


@dataclass(frozen=True, kw_only=True)
class Leftover:
    """A text that is neither label nor value of a registration: titles, marks, explanations, other sheets."""

    file: str
    sheet: str
    cell: str
    text: str
    why: str  #: Dutch


@dataclass(frozen=True, kw_only=True)
class Table:
    """The registrations of one grid, still as they were read.

    `values`: per line of a field (column, or row when transposed) the texts of all registrations, `""` where empty.
    `labels` and `lines` (1-based) run along with it. `entries` holds the 1-based row (or column) of each registration.
    """

    file: str
    sheet: str
    orientation: Orientation
    header_lines: tuple[int, ...]
    version: str
    by_key: bool  #: the header holds keys, which say nothing about the version: each registration may have its own
    labels: tuple[Match, ...]
    lines: tuple[int, ...]
    values: tuple[Texts, ...]
    entries: npt.NDArray[np.int64]
    leftovers: tuple[Leftover, ...] = ()
    #: Where merged cells gave their value to more registrations: field key, text, how many.
    filled: tuple[tuple[str, str, int], ...] = ()
    merged_advice: Mapping[str, str] = field(default_factory=dict)  #: Dutch, by address of a merged cell
    json_keys: Mapping[str, str] | None = None

    def texts(self, key: str) -> Texts:
        """The texts of the field or column with this key, which has to be there."""
        return next(texts for match, texts in zip(self.labels, self.values, strict=True) if match.key == key)


def as_texts(texts: Iterable[str]) -> Texts:
    """The texts as an array of one dimension; the very same objects, as numpy's own texts have a fixed width."""
    return np.array([*texts, None], dtype=object)[:-1]


def as_missing(texts: Texts) -> Texts:
    """The texts with missing where they are empty."""
    filled: Texts = texts.copy()
    filled[np.array([not text for text in texts], dtype=bool)] = np.nan
    return filled


def free_name(wanted: str, taken: Container[str], *, label: str = "") -> str:
    """The name of a column that no other has: `wanted`, or else its label (or `wanted`) with a number behind it."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{label or wanted} ({number})", number + 1
    return name


def everything(grid: Grid, why: str) -> Iterator[Leftover]:
    """All texts of a grid in which no registrations were recognised."""
    for column, texts in enumerate(grid.columns, start=1):
        for row, text in enumerate(texts, start=1):
            if text.strip():
                yield Leftover(file=grid.file, sheet=grid.sheet, cell=cell_address(row, column), text=text, why=why)
