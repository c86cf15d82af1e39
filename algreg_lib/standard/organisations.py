"""Public bodies by their TOOI name and id, and which of them are no more.

Names and ids: the TOOI register of KOOP. That a municipality or water board ended is derived: it is in TOOI and not
among those that exist today; year and successors stand beside it where known.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

#: The lists of TOOI.
_KINDS: Final = {
    "gm": "gemeente",
    "pv": "provincie",
    "ws": "waterschap",
    "so": "samenwerkingsorganisatie",
    "oorg": "overheidsorganisatie",
    "zbo": "zelfstandig bestuursorgaan",
    "col": "openbaar lichaam",
}
#: How alike two names must be to be proposed, of 100.
_NEAR: Final = 70.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A public body. `ended` is the year, `ja` where the year is not known, and empty while it exists."""

    id: str
    name: str
    kind: str  #: gemeente, provincie, waterschap, …
    ended: str = ""
    successors: tuple[str, ...] = ()  #: TOOI ids


@cache
def organisations() -> tuple[Organisation, ...]:
    """All bodies, those that ended among them, in the order of TOOI."""
    text = files("algreg_lib.standard").joinpath("organisations.csv").read_text(encoding="utf-8")
    return tuple(
        Organisation(
            id=row["id"],
            name=row["name"],
            kind=_KINDS[row["kind"]],
            ended=row["ended"],
            successors=tuple(row["successors"].split()),
        )
        for row in csv.DictReader(text.splitlines(), delimiter=";")
    )


@cache
def current_organisations() -> tuple[str, ...]:
    """The names of the bodies that exist, each starting with a capital as in the register, in alphabetical order."""
    names = {_capital(body.name) for body in organisations() if not body.ended}
    return tuple(sorted(names, key=str.casefold))


def organisation(name: str) -> Organisation | None:
    """The body with exactly this name, whatever the capitals and spaces, or with this TOOI id; else None."""
    return _by_name().get(_folded(name))


def successors(body: Organisation) -> tuple[Organisation, ...]:
    """The bodies that took over from one that ended; empty where not known."""
    return tuple(_by_name()[key] for key in body.successors)


def near_organisations(name: str, *, most: int = 3) -> tuple[Organisation, ...]:
    """The bodies whose names are most like `name`, nearest first; empty when none is like it."""
    from rapidfuzz import fuzz, process  # here: only for a name that is not exact

    by_name = {_folded(body.name): body for body in organisations()}
    found = process.extract(_folded(name), by_name.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR, limit=most)
    return tuple(by_name[key] for key, _, _ in found)


@cache
def _by_name() -> dict[str, Organisation]:
    # Ids too; where two bodies bear one name, the one that exists wins.
    newest_last = sorted(organisations(), key=lambda body: not body.ended)
    return {_folded(key): body for body in newest_last for key in (body.name, body.id)}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
