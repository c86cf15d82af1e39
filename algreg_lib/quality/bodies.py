"""Whether an organisation is one of the public bodies of TOOI, and which one was probably meant."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from algreg_lib.standard import current_organisations, near_organisations, organisation, successors

#: What people put before or behind the name that TOOI has: `De Nationale ombudsman`, `Bergen (L)`.
_AROUND: Final = re.compile(r"(?i)^\s*(?:de|het)\s+|\s*\([^()]*\)\s*$")
#: A shorter name inside another may well be a word: there is a body called `Sociaal`.
_FEWEST_LETTERS: Final = 10


def unknown_body(name: str) -> str | None:
    """A sentence with the nearest names for a name that TOOI does not have, empty text without any; else None."""
    known = organisation(name) is not None or organisation(_AROUND.sub("", name)) is not None
    if known or _folded(name) in _without_id():
        return None
    meant = "' of '".join(_meant(name))
    return f"Bedoelt u '{meant}'?" if meant else "Staat zij er niet in? Gebruik dan de officiële naam."


def ended_body(name: str) -> str | None:
    """A sentence with the successors of a body that ended; None when it exists or is not known."""
    body = organisation(name)
    if body is None or not body.ended:
        return None
    year = f" sinds {body.ended}" if body.ended.isdigit() else ""
    next_bodies = [other.name for other in successors(body)]
    if not next_bodies:
        return f"Zij is opgeheven{year}. Gebruik de naam van de organisatie die het werk nu doet."
    return f"Zij is opgeheven{year}. Opvolger: {' of '.join(next_bodies)}."


def _meant(name: str) -> list[str]:
    """The names of at most two bodies that exist: by a short name, by a whole name inside this one, or the likest."""
    if short := _short_names().get(_folded(name)):
        return [short]
    if inside := [known for known in current_organisations() if _stands_in(known, name)]:
        return [max(inside, key=len)]
    near = [body.name for body in near_organisations(name, most=6) if not body.ended]
    kind = _folded(name).split(" ")[0]
    return ([other for other in near if _folded(other).startswith(f"{kind} ")] or near)[:2]


def _stands_in(known: str, name: str) -> bool:
    """Whether a known name is part of this one; a short one counts at the start only, in capitals."""
    if f" {_folded(known)} " not in f" {_folded(name)} ":
        return False
    return len(known) >= _FEWEST_LETTERS or (known.isupper() and name.strip().startswith(known))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


@cache
def _short_names() -> dict[str, str]:
    return {_folded(short): name for short, name in _lists()["short"].items()}


@cache
def _without_id() -> frozenset[str]:
    return frozenset(map(_folded, _lists()["without_id"]["names"]))


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(files("algreg_lib.quality").joinpath("bodies.toml").read_text(encoding="utf-8"))
