"""Which field a column label means: by key, by title of any version, by a known synonym, or as a proposal."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from algreg_lib.inventory.layout import INTERVIEWS
from algreg_lib.inventory.table import Match
from algreg_lib.standard import VERSIONS, other_labels, standard, working_fields

#: Below this likeness (0 to 100) a label is a column of its own.
_ALIKE: Final = 87.0


@dataclass(frozen=True, kw_only=True)
class Matches:
    """The labels of one table, in order, and the version of the standard that explains most of them."""

    version: str
    by_key: bool  #: most labels are keys, not titles
    labels: tuple[Match, ...]

    @property
    def known(self) -> int:
        """How many different fields were recognised, proposals included."""
        return len({match.key for match in self.labels if match.how != "own"})

    @property
    def exact(self) -> int:
        """How many different fields were recognised for certain."""
        return len({match.key for match in self.labels if match.how in {"exact", "chosen"}})


def folded(label: str) -> str:
    """A label without case, punctuation, numbering and the word that says that it is mandatory."""
    text = re.sub(r"\((?:verplicht|optioneel|required|max[^)]*)\)", " ", label.casefold())
    text = re.sub(r"[\W_]+", " ", text).strip()
    return re.sub(r"^\d+[a-z]?\s+(?=\D)", "", text)


def matches(labels: Sequence[str], *, chosen: Mapping[str, str] | None = None, version: str = "") -> Matches:
    """What each label means. `chosen`: the user's mapping, folded label to key. `version` when the source says it."""
    reading = _Reading(version or _best_version(labels), _by_key(labels), _special(labels))
    found = tuple(_match(label, reading, chosen or {}) for label in labels)
    return Matches(version=reading.version, by_key=reading.by_key, labels=found)


def exact_keys(labels: Sequence[str]) -> set[str]:
    """The fields that stand among these texts as key or title: what tells a header from data."""
    reading = _Reading(_best_version(labels), _by_key(labels), _special(labels))
    found = (reading.exact(folded(label)) for label in labels if label)
    return {key for key in found if key is not None}


@dataclass(frozen=True)
class _Reading:
    """How a header is read. `Impacttoetsen` is a title and `impacttoetsen` a key of 1.0, for two different fields."""

    version: str
    by_key: bool
    special: Mapping[str, str]

    def exact(self, wanted: str) -> str | None:
        """The key for a folded label; empty for a column of its own, None when nothing is known."""
        for table in (self.special, _labels(self.version, self.by_key), _working(), _any_version(self.by_key)):
            if wanted in table:
                return table[wanted]
        return None


def _by_key(labels: Sequence[str]) -> bool:
    keys = {key for version in VERSIONS for key in standard(version).keys}
    titles = {f.title for version in VERSIONS for f in standard(version).fields}
    return len(keys.intersection(labels)) > len(titles.intersection(labels))


def _match(label: str, reading: _Reading, chosen: Mapping[str, str]) -> Match:
    wanted = folded(label)
    if wanted in chosen:
        return Match(label, chosen[wanted] or label, "chosen" if chosen[wanted] else "own")
    key = reading.exact(wanted)
    if key == "":
        return Match(label, f"{label} (register)" if label in _declared() else label, "own")
    if key is not None:
        return Match(label, key, "exact")
    return _proposal(label, wanted, reading)


def _proposal(label: str, wanted: str, reading: _Reading) -> Match:
    from rapidfuzz import fuzz, process

    own = f"{label} (eigen)" if label in _declared() else label
    if not wanted:
        return Match(label, own, "own", 0)
    synonyms = _own_table("synonyms")
    if wanted in synonyms:
        return Match(label, synonyms[wanted], "proposed", 95)
    candidates = _candidates(reading.version, reading.by_key)
    best = process.extractOne(wanted, list(candidates), scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE)
    if best is None:
        return Match(label, own, "own", 0)
    return Match(label, candidates[best[0]], "proposed", round(best[1]))


def _best_version(labels: Sequence[str]) -> str:
    wanted = {folded(label) for label in labels} - _special(labels).keys()
    by_key = _by_key(labels)
    # max keeps the first of equals, and VERSIONS runs from new to old.
    return max(VERSIONS, key=lambda version: len(wanted & _labels(version, by_key).keys()))


def _special(labels: Sequence[str]) -> dict[str, str]:
    wanted = set(labels)
    if {"juridische_basis", "title"} <= wanted:
        return _own_table("dump") | {"url": ""}
    if {"name", "organization", "description_short"} <= wanted:
        return _own_table("register")
    return {}


@cache
def _candidates(version: str, by_key: bool) -> dict[str, str]:
    # In a header of keys a key like `published` is no misspelt working field; only a key of the standard can be meant.
    if by_key:
        return {folded(key): key for known in map(standard, reversed(VERSIONS)) for key in known.keys}
    return _any_version(by_key) | _working() | _own_table("synonyms") | _labels(version, by_key)


@cache
def _declared() -> frozenset[str]:
    """Names that a column of its own cannot have: it would be taken for a field on the way to the newest version."""
    register = (standard(version) for version in VERSIONS if not version.startswith("org-"))
    return frozenset({key for known in register for key in known.keys} | {f.key for f in working_fields()})


@cache
def _labels(version: str, by_key: bool) -> dict[str, str]:
    """Keys, titles and other labels of one version; keys before titles in a header of keys, and the other way round."""
    fields = standard(version).fields
    titles = {folded(f.title): f.key for f in fields}
    keys = {folded(label): f.key for f in fields for label in (f.export_key, f.key) if label}
    others = {folded(label): key for label, key in other_labels(version).items()}
    others |= {folded(f.handbook_title): f.key for f in fields if f.handbook_title}
    return others | titles | keys if by_key else others | keys | titles


@cache
def _any_version(by_key: bool) -> dict[str, str]:
    """Labels of all versions; where they differ the newest has it."""
    table: dict[str, str] = {}
    for version in reversed(VERSIONS):
        table |= _labels(version, by_key)
    return table


@cache
def _working() -> dict[str, str]:
    return {folded(label): f.key for f in working_fields() for label in (f.title, f.key) if f.sheet != INTERVIEWS}


@cache
def _own_table(name: str) -> dict[str, str]:
    """A table of synonyms.toml: folded label to key."""
    raw = tomllib.loads(files("algreg_lib.inventory.reading").joinpath("synonyms.toml").read_text(encoding="utf-8"))
    return {folded(label): key for label, key in raw[name].items()}
