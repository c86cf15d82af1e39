"""The registrations in JSON of the register: list, detail, whole site, full-field dumps, the dump with ten columns."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np

from algreg_lib.errors import InputError
from algreg_lib.inventory.grids import decoded
from algreg_lib.inventory.notation import Entry, cell_of_entries, cell_of_grouping
from algreg_lib.inventory.reading.labels import matches
from algreg_lib.inventory.table import Leftover, Match, Table, as_texts, free_name

_ENOUGH: Final = 3
_TELLING: Final = frozenset({"organization", "description_short", "goal"})
_PARTS: Final = frozenset({"title", "link"})


def json_tables(path: Path, chosen: Mapping[str, str] | None = None) -> tuple[list[Table], list[Leftover]]:
    """Every list of registrations in the file, and what else it holds. Raises InputError when it is no JSON."""
    text, _ = decoded(path)
    try:
        # Numbers stay the text they are: an id of many digits must not become a float.
        content = json.loads(
            text.removeprefix("\ufeff"), parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_object
        )
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" (regel {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(
            path,
            f"dit is geen geldig JSON-bestand{where}.",
            advice="Haal het opnieuw op bij de bron; misschien is het afgebroken.",
        ) from error
    lists = list(_lists(content, ""))
    leftovers = list(_rest(path.name, content, "", {where for where, _ in lists}))
    return [_table(path.name, where, records, chosen) for where, records in lists], leftovers


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object with every value: of two with one key, the second gets a key of its own."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        found[free_name(key, found)] = value
    return found


def _lists(content: Any, where: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    if isinstance(content, list) and content and all(isinstance(item, dict) for item in content):
        if _describes([*dict.fromkeys(key for item in content for key in item)]):
            yield where, content
    elif isinstance(content, dict) and _describes(list(content)):
        yield where, [content]
    elif isinstance(content, dict):
        for key, value in content.items():
            yield from _lists(value, f"{where}.{key}" if where else key)


def _describes(keys: list[str]) -> bool:
    """Whether these keys are of registrations, and not of, say, organisations (which have a name and a type too)."""
    known = {match.key for match in matches(keys).labels if match.how == "exact"}
    return len(known) >= _ENOUGH and "name" in known and not known.isdisjoint(_TELLING)


def _rest(file: str, content: Any, where: str, taken: set[str]) -> Iterator[Leftover]:
    if where in taken:
        return
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _rest(file, value, f"{where}.{key}" if where else key, taken)
    elif isinstance(content, list):
        for position, value in enumerate(content):
            yield from _rest(file, value, f"{where}[{position}]", taken)
    elif (text := _scalar(content)).strip():
        yield Leftover(file=file, sheet="", cell=where, text=text, why="geen registratie")


def _table(file: str, where: str, records: list[dict[str, Any]], chosen: Mapping[str, str] | None) -> Table:
    keys = list(dict.fromkeys(key for record in records for key in record))
    found = matches(keys, chosen=chosen)
    seen: set[str] = set()
    labels = []
    for match in found.labels:
        name = free_name(match.key, seen, label=match.label)
        seen.add(name)
        labels.append(match if name == match.key else Match(match.label, name, "own", 0))
    values = [as_texts(_cell(record.get(key)) for record in records) for key in keys]
    return Table(
        file=file,
        sheet=where,
        orientation="records",
        header_lines=(),
        version=found.version,
        by_key=True,
        labels=tuple(labels),
        lines=tuple(range(1, len(keys) + 1)),
        values=tuple(values),
        entries=np.arange(len(records)),
        json_keys={match.key: key for match, key in zip(labels, keys, strict=True)},
    )


def _cell(value: Any) -> str:
    if isinstance(value, list):
        if all(isinstance(item, str) for item in value):
            return cell_of_entries(value)
        if all(isinstance(item, dict) and item.keys() <= _PARTS for item in value):
            return cell_of_grouping([_entry(item) for item in value])
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return _scalar(value)


def _entry(item: Mapping[str, Any]) -> Entry:
    return Entry(title=_scalar(item.get("title")), link=_scalar(item.get("link")))


def _scalar(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)
