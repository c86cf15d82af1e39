"""Public bodies by their TOOI name and id, and which of them are no more.

Names and ids: the TOOI register of KOOP. Ministries and bodies that its lists do not hold stand behind them, with the
id in their address in the national register. A municipality or water board ended when it is in TOOI and not among those
of today; the year of the reorganisation and the successors of today stand beside it where known.
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

#: The lists of TOOI, and behind them the two kinds that come from the national register.
_KINDS: Final = {
    "gm": "gemeente",
    "pv": "provincie",
    "ws": "waterschap",
    "so": "samenwerkingsorganisatie",
    "oorg": "overheidsorganisatie",
    "zbo": "zelfstandig bestuursorgaan",
    "col": "openbaar lichaam",
    "mnre": "ministerie",
    "ar": "organisatie in het algoritmeregister",
}
#: How alike two names must be to be proposed, of 100.
_NEAR: Final = 80.0
#: The words before a name that people leave out or shorten.
_KIND: Final = re.compile(
    r"^(?:gemeente|gem\.|provincie|prov\.|waterschap|hoogheemraadschap|ministerie|min\.|openbaar lichaam)(?: van)? "
)


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
    names = {display_name(body) for body in organisations() if not body.ended}
    return tuple(sorted(names, key=str.casefold))


def organisation(name: str) -> Organisation | None:
    """The body with exactly this name, whatever the capitals and spaces, or with this TOOI id; else None."""
    return _by_name().get(_folded(name))


def successors(body: Organisation) -> tuple[Organisation, ...]:
    """The bodies that took over from one that ended; empty where not known."""
    return tuple(_by_name()[key] for key in body.successors)


def near_organisations(name: str, *, most: int = 3) -> tuple[Organisation, ...]:
    """The bodies whose names are most like `name`, whatever kind of body it says, nearest first."""
    from rapidfuzz import fuzz, process  # here: only for a name that is not exact

    bodies, names = _bodies_and_names()
    found = process.extract(_without_kind(name), names, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=most)
    return tuple(bodies[position] for _, _, position in found)


def display_name(body: Organisation) -> str:
    """The name with a capital, as the register writes it: TOOI has `gemeente Aalten`."""
    return body.name[:1].upper() + body.name[1:]


@cache
def _bodies_and_names() -> tuple[tuple[Organisation, ...], tuple[str, ...]]:
    bodies = tuple(sorted(organisations(), key=lambda body: bool(body.ended)))  # of two as like, the one that exists
    return bodies, tuple(_without_kind(body.name) for body in bodies)


@cache
def _by_name() -> dict[str, Organisation]:
    # Ids too; where two bodies bear one name, the one that exists wins.
    newest_last = sorted(organisations(), key=lambda body: not body.ended)
    return {_folded(key): body for body in newest_last for key in (body.name, body.id)}


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _without_kind(name: str) -> str:
    return _KIND.sub("", _folded(name))
