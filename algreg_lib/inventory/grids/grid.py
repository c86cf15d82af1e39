"""What a file holds, as data: grids of text, and what Excel hides or adds to a value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

#: The kind of a merged cell among what is unseen.
MERGED: Final = "samengevoegde cellen"
#: Something for cells, by their row and column, which count from 0.
Cells = dict[tuple[int, int], str]


@dataclass(frozen=True, kw_only=True)
class Grid:
    """One sheet or CSV file: `columns[c][r]` is the text of a cell, `""` where it is empty. Both count from 0."""

    file: str
    sheet: str
    columns: Sequence[Sequence[str]]
    #: Merged cells: first row and column, last row and column, by Excel's address.
    merged: Mapping[str, tuple[int, int, int, int]] = field(default_factory=dict)

    @cached_property
    def height(self) -> int:
        """How many rows."""
        return len(self.columns[0]) if self.columns else 0

    @cached_property
    def rows(self) -> Sequence[Sequence[str]]:
        """The same cells by row."""
        return self.head(self.height)

    def head(self, count: int) -> Sequence[Sequence[str]]:
        """The first rows; cheap, however many there are."""
        return list(zip(*(column[:count] for column in self.columns), strict=True))


@dataclass(frozen=True, slots=True)
class Unseen:
    """Something that Excel hides or that is more than a value, with the text that it holds."""

    sheet: str
    kind: str  #: Dutch, such as `verborgen rijen`
    where: str  #: Excel's addresses
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What a file holds: its grids, what a plain reader does not see, and remarks about the reading itself."""

    grids: tuple[Grid, ...]
    unseen: tuple[Unseen, ...] = ()
    remarks: tuple[str, ...] = ()
