"""The id of a registration: the organisation's own, else the register's, else made from organisation and name."""

import hashlib
import re
from collections.abc import Sequence
from typing import Final

import pandas as pd

from algreg_lib.files import legal_name
from algreg_lib.inventory.layout import ID_KEY
from algreg_lib.standard import is_nothing

_LARS: Final = re.compile(r"\d{8}")
_LONGEST: Final = 60


def identified(registrations: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """The registrations with their id as index, and the ids that occurred more than once."""

    def texts(key: str) -> list[str]:
        return registrations[key].fillna("").tolist() if key in registrations else [""] * len(registrations)

    ids, double = identities(
        given=texts(ID_KEY),
        source_ids=texts("source_id"),
        lars=texts("lars"),
        organisations=texts("organization"),
        names=texts("name"),
    )
    index = pd.Index(ids, name=ID_KEY, dtype="str")
    return registrations.drop(columns=ID_KEY, errors="ignore").set_axis(index), double


def identities(
    *,
    given: Sequence[str],
    source_ids: Sequence[str],
    lars: Sequence[str],
    organisations: Sequence[str],
    names: Sequence[str],
) -> tuple[list[str], list[str]]:
    """An id per registration, unique, and the ids that occurred more than once (each later one got a number).

    The same registration gets the same id in every reading, as long as what it is made of stays the same.
    """
    seen: dict[str, int] = {}
    taken: set[str] = set()
    ids, double = [], []
    for parts in zip(given, source_ids, lars, organisations, names, strict=True):
        wanted = _wanted(*parts)
        count = seen[wanted] = seen.get(wanted, 0) + 1
        identity = wanted if wanted not in taken else _numbered(wanted, max(count, 2), taken)
        if count == 2:
            double.append(wanted)
        taken.add(identity)
        ids.append(identity)
    return ids, double


def _wanted(given: str, source_id: str, lars: str, organisation: str, name: str) -> str:
    if given:
        return given
    if source_id and not is_nothing(source_id):  # `n.v.t.` is an answer of many, and no id of one
        return source_id
    return lars if _LARS.fullmatch(lars) else _derived(organisation, name)


def _numbered(wanted: str, number: int, taken: set[str]) -> str:
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _derived(organisation: str, name: str) -> str:
    text = f"{organisation} {name}".strip()
    if not text:
        return "zonder-naam"
    readable = legal_name(text)
    if len(readable) <= _LONGEST:
        return readable
    # Cut to stay readable; the hash keeps two long names apart that begin alike.
    return f"{readable[: _LONGEST - 9].strip('-')}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
