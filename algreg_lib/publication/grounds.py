"""The grounds for withholding of article 5 Woo, and what an analyst wrote about them in the inventory."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from algreg_lib.inventory import entries
from algreg_lib.standard import Field

_ORDINALS: Final = {"eerste": 1, "tweede": 2, "vierde": 4, "vijfde": 5}
#: `5.1.2.e`, `5.1 lid 2 onder e`, `5.1, tweede lid, aanhef en onder d`; also `5.2` alone, which has one ground.
_REFERENCE: Final = re.compile(
    r"\b(?P<article>5\.[12])\b"
    r"(?:[.,\s]*(?:(?P<word>eerste|tweede|vierde|vijfde)\s*lid|(?:lid\s*)?(?P<number>\d)(?!\d)))?"
    r"(?:[.,\s]*(?:aanhef\s*en\s*)?(?:onder(?:deel)?|sub)?\s*(?P<letter>[a-i])\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground; `letter` is empty where the paragraph has no letters."""

    article: str
    paragraph: int
    letter: str
    name: str

    def __str__(self) -> str:
        letter = f" onder {self.letter}" if self.letter else ""
        return f"Woo artikel {self.article} lid {self.paragraph}{letter}: {self.name}"


@cache
def grounds() -> tuple[Ground, ...]:
    """All grounds, in the order of the act."""
    text = files("algreg_lib.publication").joinpath("grounds.toml").read_text(encoding="utf-8")
    return tuple(
        Ground(raw["article"], raw["paragraph"], raw.get("letter", ""), raw["name"])
        for raw in tomllib.loads(text)["grounds"]
    )


def ground_in(text: str) -> Ground | None:
    """The ground that a text refers to, by its number or its name; None when it names none."""
    for found in _REFERENCE.finditer(text):
        paragraph = _paragraph(found)
        letter = (found["letter"] or "").casefold()
        for ground in grounds():
            if (ground.article, ground.paragraph, ground.letter) == (found["article"], paragraph, letter):
                return ground
    return next((ground for ground in grounds() if ground.name.casefold() in text.casefold()), None)


def _paragraph(found: re.Match[str]) -> int:
    if found["word"]:
        return _ORDINALS[found["word"].casefold()]
    # Article 5.2 has its ground in the first paragraph, so people leave that out.
    return int(found["number"] or (1 if found["article"] == "5.2" else 0))


class Withholding(NamedTuple):
    """What is withheld, and the words of the analyst about it. An empty `field` is the whole registration."""

    field: str
    text: str


def withholdings(cell: str, fields: Sequence[Field]) -> list[Withholding]:
    """What a cell of the column `withhold_ground` asks to withhold: one ground per line.

    A line that begins with the key or title of a field and a colon is about that field only (`Risicobeheer: Woo
    5.1.2.d`). Any other line is about the whole registration, also when its first word resembles no field that
    exists: a ground that we cannot place withholds too much rather than too little.
    """
    names = {name.casefold(): field.key for field in fields for name in (field.key, field.title)}
    return [_withholding(line, names) for line in entries(cell)]


def _withholding(line: str, names: dict[str, str]) -> Withholding:
    head, colon, tail = line.partition(":")
    key = names.get(" ".join(head.split()).casefold(), "") if colon else ""
    return Withholding(key, tail.strip() if key else line)
