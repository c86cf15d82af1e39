"""Tables as they were read, to one inventory in standard 1.0: cleaned, migrated, spelled, identified, with origin."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from algreg_lib.findings import findings_table
from algreg_lib.inventory.conversion.recoding import Recoding
from algreg_lib.inventory.conversion.register_lists import in_notation
from algreg_lib.inventory.identity import identified
from algreg_lib.inventory.model import Inventory, Origin, Place, Source, ordered
from algreg_lib.inventory.notation import Entry, cell_of_grouping, entries
from algreg_lib.inventory.table import Table, Texts, as_missing, as_texts
from algreg_lib.standard import CURRENT, canonical_version, migrated, migration_steps

VERSION_KEY: Final = "standard_version"


@dataclass(frozen=True, kw_only=True)
class Conversion:
    """An inventory in standard 1.0, all that changed on the way, and remarks (registration, Dutch sentence)."""

    inventory: Inventory
    recoding: Recoding
    remarks: tuple[tuple[str, str], ...] = ()
    notes: pd.DataFrame = field(default_factory=findings_table)  #: findings: old texts that a person has to place


@dataclass
class _Parts:
    frames: list[pd.DataFrame] = field(default_factory=list)
    notes: list[pd.DataFrame] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    source: list[npt.NDArray[np.int64]] = field(default_factory=list)
    line: list[npt.NDArray[np.int64]] = field(default_factory=list)
    count: int = 0


def conversion(tables: Iterable[Table]) -> Conversion:
    """One inventory from all tables, in the order in which the registrations were read."""
    recoding, parts = Recoding(), _Parts()
    for table in tables:
        _take(table, parts, recoding)
    registrations, double = identified(_stacked(parts.frames, parts.count))
    origin = Origin(
        sources=tuple(parts.sources),
        entries=pd.DataFrame(
            {"source": _joined(parts.source), "line": _joined(parts.line)},
            index=registrations.index,
        ),
    )
    inventory = Inventory(registrations=ordered(registrations), origin=origin)
    return Conversion(
        inventory=inventory,
        recoding=recoding,
        notes=_placed(parts.notes, inventory),
        remarks=tuple((double_id, _TWICE) for double_id in double),
    )


_NUMBER: Final = "een getal in Excel, bedoeld als versie"
_FILLED: Final = "samengevoegde cel: de waarde geldt voor elke registratie waar de cel overheen loopt"
_AS_IT_WAS: Final = "(tekst ongewijzigd)"
_TWICE: Final = (
    "Dit ID komt meer dan eens voor. Alle registraties zijn bewaard; de tweede en volgende kregen een nummer achter "
    "het ID. Kijk of het dezelfde algoritmes zijn."
)


def _take(table: Table, parts: _Parts, recoding: Recoding) -> None:
    for key, text, count in table.filled:
        recoding.add(key, "", text, _FILLED, count=count)
    columns = _columns(table, recoding)
    versions = _versions(table, columns)
    source = np.zeros(len(versions), dtype=np.int64)
    for version in dict.fromkeys(versions):
        mask = np.array([v == version for v in versions], dtype=bool)
        frame = pd.DataFrame(
            {key: as_missing(texts[mask]) for key, texts in columns.items()},
            index=pd.Index([str(i + parts.count) for i in np.flatnonzero(mask)]),
            dtype="str",
        )
        lifted = migrated(frame, version)
        parts.frames.append(lifted.registrations)
        parts.notes.append(lifted.notes)
        _noted(recoding, lifted.changes)
        source[mask] = len(parts.sources)
        parts.sources.append(_source(table, version))
    parts.source.append(source)
    parts.line.append(table.entries)
    parts.count += len(versions)


def _columns(table: Table, recoding: Recoding) -> dict[str, Texts]:
    columns: dict[str, Texts] = {}
    halves: dict[str, dict[str, Texts]] = {}
    for match, texts in zip(table.labels, table.values, strict=True):
        if match.how == "own":
            if match.label or any(texts):
                columns[match.key] = texts  # exactly as read
            continue
        clean = recoding.cleaned(match.key.partition("[]")[0], texts)
        key, separator, part = match.key.partition("[].")
        if separator:
            halves.setdefault(key, {})[part] = clean
        elif key == VERSION_KEY:
            columns[key] = recoding.replaced(key, clean, {"1": CURRENT}, _NUMBER)
        else:
            columns[key] = in_notation(key, clean, recoding)
    for key, half in halves.items():
        columns[key] = _grouped(half, columns.get(key), len(table.entries))
    return columns


def _grouped(half: Mapping[str, Texts], whole: Texts | None, count: int) -> Texts:
    """Title and link from two columns as entries, first with first; behind what the grouping itself held already."""
    empty = np.full(count, "", dtype=object)
    cells = []
    for before, titles, links in zip(
        empty if whole is None else whole, half.get("title", empty), half.get("link", empty), strict=True
    ):
        title, link = entries(titles), entries(links)
        size = max(len(title), len(link))
        pairs = [
            Entry(title=t, link=k)
            for t, k in zip([*title, *[""] * (size - len(title))], [*link, *[""] * (size - len(link))], strict=True)
        ]
        cells.append("\n".join(part for part in (before, cell_of_grouping(pairs)) if part))
    return as_texts(cells)


def _versions(table: Table, columns: Mapping[str, Texts]) -> list[str]:
    """The version of each registration. In a header of titles the titles decide, in one of keys the registration."""
    if not table.by_key or VERSION_KEY not in columns:
        return [table.version] * len(table.entries)
    known: dict[str, str] = {}
    for text in dict.fromkeys(columns[VERSION_KEY]):
        try:
            known[text] = canonical_version(text)
        except KeyError:
            known[text] = table.version
    return [known[text] for text in columns[VERSION_KEY]]


def _noted(recoding: Recoding, changes: pd.DataFrame) -> None:
    """Notes the changes of a migration; a text that only moved to a field of another name is counted, not repeated."""
    same = (changes["old"] == changes["new"]).to_numpy()
    for rows, texts in ((changes[~same], True), (changes[same], False)):
        for source, to, old, new, reason in zip(
            *(rows[key].tolist() for key in ("from_field", "to_field", "old", "new", "reason")), strict=True
        ):
            place = to if source == to else f"{source} → {to}"
            recoding.add(place, old if texts else _AS_IT_WAS, new if texts else _AS_IT_WAS, reason)


def _source(table: Table, version: str) -> Source:
    # What a person has to place by hand stays in its own column, and is no part of the field that it may go to.
    reached = {s["from"]: s["to"] for s in migration_steps(version) if "to" in s and s["kind"] != "manual"}
    lines: dict[str, tuple[int, ...]] = {}
    json_keys: dict[str, tuple[str, ...]] = {}
    for match, line in zip(table.labels, table.lines, strict=True):
        if not line:  # stands on another sheet
            continue
        key = match.key.partition("[]")[0]
        for reach in dict.fromkeys((key, reached.get(key, key))):
            lines[reach] = (*lines.get(reach, ()), line)
            json_keys[reach] = (*json_keys.get(reach, ()), (table.json_keys or {}).get(match.key, ""))
    return Source(
        file=table.file,
        sheet=table.sheet,
        orientation=table.orientation,
        header_lines=table.header_lines,
        version=version,
        lines=lines,
        json_keys=json_keys if table.orientation == "records" else {},
    )


def _stacked(frames: Sequence[pd.DataFrame], count: int) -> pd.DataFrame:
    keys = list(dict.fromkeys(str(key) for frame in frames for key in frame.columns))
    if len(frames) == 1:
        return frames[0].reset_index(drop=True)
    columns: dict[str, pd.Series] = {}
    for key in keys:
        texts = np.full(count, np.nan, dtype=object)
        for frame in frames:
            if key in frame:
                texts[frame.index.astype("int64").to_numpy()] = frame[key].to_numpy(dtype=object)
        columns[key] = pd.Series(texts, dtype="str")
    return pd.DataFrame(columns, index=pd.RangeIndex(count), dtype="str")


def _placed(notes: Sequence[pd.DataFrame], inventory: Inventory) -> pd.DataFrame:
    """The notes with the id of each registration, and the cell in which the old text stood."""
    whole = pd.concat([findings_table(), *notes], ignore_index=True)
    positions = whole["registration_id"].astype("int64").tolist()
    ids = inventory.registrations.index.tolist()
    places = [
        _old_place(inventory, position, key, text)
        for position, key, text in zip(positions, whole["field"].tolist(), whole["value"].tolist(), strict=True)
    ]
    return whole.assign(
        registration_id=[ids[position] for position in positions],
        file=[place.file for place in places],
        sheet=[place.sheet for place in places],
        cell=[place.cell for place in places],
    ).astype("str")


def _old_place(inventory: Inventory, position: int, key: str, text: str) -> Place:
    frame, origin = inventory.registrations, inventory.origin
    if origin is None:
        return Place("", "", "")
    version = origin.sources[int(origin.entries["source"].to_numpy()[position])].version
    for step in migration_steps(version):
        kept = step["from"] if step["from"] in frame else f"{step['from']} ({version})"
        if step.get("to") == key and kept in frame and frame[kept].iat[position] == text:
            key = step["from"]
            break
    return inventory.place(str(frame.index[position]), key)


def _joined(parts: Sequence[npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
    return np.concatenate(parts) if parts else np.array([], dtype=np.int64)
