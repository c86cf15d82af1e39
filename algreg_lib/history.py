"""What differs between two inventories, and the history of a workspace: what runs saw and what people saved.

The history is internal and stands in the folder for that. `stand.json.gz` holds the texts of the last run, once;
`wijzigingen.jsonl` holds what changed, a line per field. So its size follows what changes, not how often somebody runs.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
import pandas as pd

from algreg_lib.errors import InputError
from algreg_lib.files import output_error, replacing
from algreg_lib.inventory import CHANGED_BY, CHANGED_ON, Inventory
from algreg_lib.workspace import Workspace

#: Columns of `History.events`, all text; `field` is empty where a whole registration came or went, and `old` or `new`
#: is then its name. `since` is the run before: a change that a run saw was made after it.
EVENT_COLUMNS: Final = ("moment", "since", "by", "how", "registration_id", "field", "old", "new")

#: Saved in a form, seen at a run, or changed in the workbook since the last run.
How = Literal["formulier", "run", "nog geen run"]

_FOLDER: Final = "geschiedenis"
_STATE: Final = "stand.json.gz"
_LOG: Final = "wijzigingen.jsonl"
#: In the file, where people may read it, the columns have Dutch names.
_DUTCH: Final = dict(
    zip(EVENT_COLUMNS, ("wanneer", "sinds", "wie", "hoe", "registratie", "veld", "was", "werd"), strict=True)
)
_NAME: Final = "name"
#: Fast, and already a quarter of the size.
_COMPRESSION: Final = 1
_ADVICE: Final = "Zet een reservekopie terug, of verwijder het bestand: de geschiedenis begint dan opnieuw."


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Which registrations came and went, and which fields changed in those that stayed."""

    came: tuple[str, ...]
    went: tuple[str, ...]
    changed: pd.DataFrame  #: `registration_id`, `field`, `old`, `new`; an empty text where nothing was or is filled in


@dataclass(frozen=True, kw_only=True)
class History:
    """What a workspace remembers."""

    begin: str  #: moment of the first run that was remembered (ISO 8601); empty when there was none
    moment: str  #: moment of the last one
    events: pd.DataFrame  #: EVENT_COLUMNS, oldest first
    texts: pd.DataFrame  #: the registrations as the last run saw them, with what forms saved since


def difference(before: pd.DataFrame, after: pd.DataFrame) -> Difference:
    """What differs between the registrations of two inventories, in the order of `after`."""
    stayed = after.index[after.index.isin(before.index)]
    old, new = before.reindex(stayed), after.reindex(stayed)
    columns = [*after.columns, *(c for c in before.columns if c not in after.columns)]
    parts = [_column_difference(old, new, str(column)) for column in columns]
    changed = pd.concat([_NO_CHANGE, *(part for part in parts if len(part))], ignore_index=True)
    order = changed["registration_id"].map(pd.Series(range(len(stayed)), index=stayed))
    return Difference(
        came=tuple(map(str, after.index[~after.index.isin(before.index)])),
        went=tuple(map(str, before.index[~before.index.isin(after.index)])),
        changed=changed.loc[order.sort_values(kind="stable").index].reset_index(drop=True),
    )


def unseen(history: History, inventory: Inventory) -> pd.DataFrame:
    """What changed in the inventory since the last run, as events; nothing where no run was remembered yet."""
    if not history.begin:
        return _events([])
    return _seen(history, inventory.registrations, moment="", how="nog geen run")


def events_of(events: pd.DataFrame, registration_id: str) -> pd.DataFrame:
    """The events of one registration, newest first."""
    return events[events["registration_id"] == registration_id].iloc[::-1]


def read_history(workspace: Workspace) -> History:
    """What the workspace remembers; empty when it remembers nothing. Raises InputError on a damaged file."""
    folder = workspace.internal / _FOLDER
    begin, moment, texts = _read_state(folder / _STATE)
    events = _events(_read_log(folder / _LOG)).sort_values("moment", key=_utc, kind="stable", ignore_index=True)
    saved = events[events["how"] == "formulier"]
    if moment:
        saved = saved[_utc(saved["moment"]) > pd.Timestamp(moment)]
    return History(begin=begin, moment=moment, events=events, texts=_caught_up(texts, saved))


def record_run(workspace: Workspace, inventory: Inventory, *, moment: datetime) -> None:
    """Remembers what changed since the run before, and the texts as they are now. Raises InputError, OutputError."""
    history, now = read_history(workspace), _stamp(moment)
    if history.begin:
        _append(workspace, _seen(history, inventory.registrations, moment=now, how="run"))
    _write_state(workspace.internal / _FOLDER / _STATE, history.begin or now, now, inventory.registrations)


def record_save(
    workspace: Workspace,
    registration_id: str,
    *,
    before: Mapping[str, str] | None,
    after: Mapping[str, str],
    by: str,
    moment: datetime,
) -> None:
    """Remembers what somebody saved for one registration; `before` is None for a new one. Raises OutputError."""
    common = {"moment": _stamp(moment), "by": " ".join(by.split()), "how": "formulier"}
    common["registration_id"] = registration_id
    was = before or {}
    lines = [
        {**common, "field": key, "old": was.get(key, ""), "new": text}
        for key, text in after.items()
        if text != was.get(key, "")
    ]
    if before is None:
        lines = [{**common, "new": after[_NAME]}, *(line for line in lines if line["field"] != _NAME)]
    _append(workspace, _events(lines))


_NO_CHANGE: Final = pd.DataFrame(columns=["registration_id", "field", "old", "new"], dtype="str")


def _column_difference(old: pd.DataFrame, new: pd.DataFrame, column: str) -> pd.DataFrame:
    was, now = (
        frame[column].fillna("") if column in frame else pd.Series("", index=frame.index, dtype="str")
        for frame in (old, new)
    )
    rows = (was != now).to_numpy()
    ids = new.index[rows].astype("str")
    return pd.DataFrame({"registration_id": ids, "field": column, "old": was[rows].array, "new": now[rows].array})


def _seen(history: History, registrations: pd.DataFrame, *, moment: str, how: How) -> pd.DataFrame:
    found = difference(history.texts, registrations)
    common = {"moment": moment, "since": history.moment, "how": how}
    lines = [{**common, "registration_id": key, "new": _name(registrations, key)} for key in found.came]
    lines += [{**common, "registration_id": key, "old": _name(history.texts, key)} for key in found.went]
    return _events([*lines, *({**common, **line} for line in found.changed.to_dict("records"))])


def _name(registrations: pd.DataFrame, key: str) -> str:
    found = registrations.at[key, _NAME] if _NAME in registrations else key
    return found if isinstance(found, str) else key


def _caught_up(texts: pd.DataFrame, saved: pd.DataFrame) -> pd.DataFrame:
    """The texts with what was saved in forms since, so that the next run does not report that again."""
    texts = texts.copy()
    for event in saved.to_dict("records"):
        changes = {CHANGED_BY: event["by"], CHANGED_ON: event["moment"][:10], event["field"] or _NAME: event["new"]}
        for key, text in changes.items():
            if key not in texts:
                texts[key] = pd.Series(np.nan, index=texts.index, dtype="str")
            texts.loc[event["registration_id"], key] = text or np.nan
    return texts


def _events(lines: Iterable[Mapping[Any, Any]]) -> pd.DataFrame:
    return pd.DataFrame(list(lines), columns=list(EVENT_COLUMNS), dtype="str").fillna("")


def _utc(moments: pd.Series[str]) -> pd.Series[Any]:
    """Moments that can be compared: in summer a clock is ahead of the one in winter."""
    return pd.to_datetime(moments, utc=True, format="ISO8601")


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _append(workspace: Workspace, events: pd.DataFrame) -> None:
    if events.empty:
        return
    path = workspace.internal / _FOLDER / _LOG
    lines = [
        _line({_DUTCH[str(key)]: text for key, text in event.items() if text}) for event in events.to_dict("records")
    ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # added to and never rewritten: what stands there stays, also when two people save at one moment
        with path.open("ab") as log:
            log.write(b"".join(lines))
    except OSError as error:
        raise output_error(path, error) from error


def _read_log(path: Path) -> Iterator[dict[str, str]]:
    if not path.is_file():
        return
    english = {dutch: key for key, dutch in _DUTCH.items()}
    try:
        with path.open("rb") as log:
            for line in log:
                yield {english[key]: str(text) for key, text in json.loads(line).items()}
    except (ValueError, KeyError, AttributeError) as error:
        raise InputError(path, "deze geschiedenis is niet te lezen.", advice=_ADVICE) from error


def _write_state(path: Path, begin: str, moment: str, registrations: pd.DataFrame) -> None:
    """Writes a line with the moments and the ids, then a line per field, so that never all is in memory twice."""
    head = {"begin": begin, "moment": moment, "registraties": registrations.index.astype("str").tolist()}
    # no name and no time in the archive: the same state gives the same bytes
    with (
        replacing(path) as beside,
        beside.open("wb") as file,
        gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=_COMPRESSION, mtime=0) as state,
    ):
        state.write(_line(head))
        for name, column in registrations.items():
            if column.notna().any():
                texts = column.astype(object).where(column.notna(), None).tolist()
                state.write(_line({"veld": str(name), "teksten": texts}))


def _read_state(path: Path) -> tuple[str, str, pd.DataFrame]:
    if not path.is_file():
        return "", "", pd.DataFrame(index=pd.Index([], name="registration_id", dtype="str"))
    try:
        with gzip.open(path) as state:
            head = json.loads(next(state, b""))
            index = pd.Index(head["registraties"], name="registration_id", dtype="str")
            columns = {part["veld"]: _shared(part["teksten"]) for part in map(json.loads, state)}
            texts = {field: pd.Series(column, index, dtype="str") for field, column in columns.items()}
    except (ValueError, LookupError, TypeError, EOFError, OSError) as error:
        raise InputError(path, "deze geschiedenis is niet te lezen.", advice=_ADVICE) from error
    return head["begin"], head["moment"], pd.DataFrame(texts, index=index, dtype="str")


def _shared(column: list[str | None]) -> list[str | None]:
    """The same texts, each in memory once: of a large inventory most stand in many rows."""
    known: dict[str | None, str | None] = {}
    return [known.setdefault(text, text) for text in column]


def _line(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8", "surrogatepass")
