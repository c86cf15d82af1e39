"""An inventory in memory, and where each of its values came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

import numpy as np
import pandas as pd

from algreg_lib.inventory.addresses import cell_address
from algreg_lib.inventory.layout import ID_KEY, INTERVIEWS
from algreg_lib.standard import CURRENT, standard, working_fields

#: `rows`: one registration per row. `columns`: one per column (transposed). `records`: a JSON list.
Orientation = Literal["rows", "columns", "records"]


@dataclass(frozen=True, slots=True)
class Place:
    """A cell in a source file. `cell` is Excel's own address; for JSON the path of the value (`[3].name`)."""

    file: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One sheet, CSV file or JSON list, and which of its lines hold which field."""

    file: str
    sheet: str = ""
    orientation: Orientation = "rows"
    header_lines: tuple[int, ...] = ()  #: 1-based rows (or columns, when transposed) that hold the labels
    version: str = CURRENT  #: the standard version in which the source was written
    #: 1-based column (row, when transposed) per field key; several where a value was put together from more cells.
    lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    #: For `records`: the keys in the file per field key; several where a value was put together.
    json_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where each value of an inventory came from, kept per sheet and not per cell, so that it stays small.

    `entries` has a row per registration, with the same index: `source` (position in `sources`) and `line` (1-based row,
    or column when transposed; for JSON the 0-based position in the list).
    """

    sources: tuple[Source, ...]
    entries: pd.DataFrame
    #: Where fields stand that another sheet holds for the same registrations, such as Prioritering.
    others: tuple["Origin", ...] = ()

    def places(self, registration_id: str, field_key: str) -> tuple[Place, ...]:
        """The cells from which this field of this registration was read; empty when it was in no cell."""
        found: tuple[Place, ...] = ()
        if registration_id in self.entries.index:
            position = self.entries.index.get_loc(registration_id)
            source, line = (int(self.entries[column].to_numpy()[position]) for column in ("source", "line"))
            found = self._places(self.sources[source], line, field_key)
        return found or tuple(place for other in self.others for place in other.places(registration_id, field_key))

    @staticmethod
    def _places(source: Source, line: int, field_key: str) -> tuple[Place, ...]:
        if source.orientation == "records":
            keys = source.json_keys.get(field_key, ())
            return tuple(Place(source.file, source.sheet, f"[{line}].{key}") for key in keys)
        return tuple(
            Place(
                source.file,
                source.sheet,
                cell_address(line, other) if source.orientation == "rows" else cell_address(other, line),
            )
            for other in source.lines.get(field_key, ())
        )


#: Columns of `Inventory.interviews`: one row per registration and person.
INTERVIEW_COLUMNS: Final = (ID_KEY, *(f.key for f in working_fields() if f.sheet == INTERVIEWS))


@dataclass(frozen=True, kw_only=True)
class Inventory:
    """All registrations of a body, or of several.

    `registrations`: all text, missing is missing; index `registration_id` (unique); a column per key of the standard,
    then the working fields of the sheets Registraties and Prioritering, then every other column exactly as read.
    `interviews`: `INTERVIEW_COLUMNS`, all text.
    """

    registrations: pd.DataFrame
    standard: str = CURRENT
    origin: Origin | None = None
    interviews: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(INTERVIEW_COLUMNS), dtype="str"))

    def __len__(self) -> int:
        return len(self.registrations)

    @cached_property
    def extra_columns(self) -> tuple[str, ...]:
        """Columns that neither the standard nor the workbench declares: kept, never published."""
        known = {*standard(self.standard).keys, *(f.key for f in working_fields())}
        return tuple(str(column) for column in self.registrations.columns if column not in known)

    def place(self, registration_id: str, field_key: str) -> Place:
        """The (first) cell of this field, also when it is empty; a place without cell when there is none."""
        places = () if self.origin is None else self.origin.places(registration_id, field_key)
        return places[0] if places else Place("", "", "")


def ordered(registrations: pd.DataFrame, version: str = CURRENT) -> pd.DataFrame:
    """The columns of the standard, then the working fields, then the others in the order in which they were read."""
    working = [f.key for f in working_fields() if f.sheet != INTERVIEWS and f.key != ID_KEY]
    declared = list(dict.fromkeys([*standard(version).keys, *working]))
    own = [key for key in registrations.columns if key not in declared]
    empty = pd.Series(np.nan, index=registrations.index, dtype="str")
    return pd.DataFrame({key: registrations.get(key, empty) for key in [*declared, *own]}, index=registrations.index)
