"""A migration under way: the columns so far, what changed, and what a person still has to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from algreg_lib.findings import COLUMNS, Severity
from algreg_lib.standard.load import standard

#: Columns of the table of changes.
CHANGE_COLUMNS: Final = ("registration_id", "from_field", "to_field", "old", "new", "reason")


@dataclass
class Draft:
    """The columns of a frame while they move to 1.0. Only this class changes; frames and columns never do."""

    version: str
    index: pd.Index
    columns: dict[str, pd.Series]
    changes: list[pd.DataFrame] = field(default_factory=list)
    notes: list[pd.DataFrame] = field(default_factory=list)

    def take(self, key: str) -> pd.Series:
        """The filled cells of a column, which leaves the draft; empty when it is not there."""
        column = self.columns.pop(key, None)
        return pd.Series(dtype="str") if column is None else column.dropna()

    def filled(self, key: str) -> pd.Series:
        """The filled cells of a column, which stays."""
        return self.columns[key].dropna() if key in self.columns else pd.Series(dtype="str")

    def kept_name(self, key: str) -> str:
        """The column in which an old text stays: the old key, with the version where 1.0 uses that key itself."""
        return f"{key} ({self.version})" if key in standard() else key

    def keep(self, key: str, texts: pd.Series) -> None:
        """Keeps old texts that found no place, in a column named after the old key."""
        if len(texts):
            self.put(self.kept_name(key), texts)

    def put(self, key: str, texts: pd.Series) -> None:
        """Sets cells of a column; the other cells stay as they are."""
        old = self.columns.get(key, pd.Series(index=self.index, dtype="str"))
        self.columns[key] = texts.reindex(self.index).astype("str").fillna(old)

    def record(self, from_field: str, to_field: str, old: pd.Series, new: pd.Series, reason: str) -> None:
        """Writes down a change of each of these cells; `new` has the index of `old`."""
        if len(old):
            table = pd.DataFrame({"registration_id": old.index, "old": old.to_numpy(), "new": new.to_numpy()})
            table = table.assign(from_field=from_field, to_field=to_field, reason=reason)
            self.changes.append(table[list(CHANGE_COLUMNS)])

    def note(
        self, rule: str, severity: Severity, to_field: str, texts: pd.Series, messages: str | Sequence[str]
    ) -> None:
        """Writes down what a person has to do about each of these old texts."""
        if len(texts):
            table = pd.DataFrame({"registration_id": texts.index, "value": texts.to_numpy(), "message": messages})
            table = table.assign(rule=rule, severity=severity, field=to_field, file="", sheet="", cell="")
            self.notes.append(table[list(COLUMNS)])


def stacked(tables: Iterable[pd.DataFrame], columns: Sequence[str]) -> pd.DataFrame:
    """The tables under each other, all text; with the columns also when there are none."""
    empty = pd.DataFrame(columns=list(columns), dtype="str")
    whole = pd.concat([empty, *tables], ignore_index=True)
    return whole.astype("str")
