"""Texts that were written at level B1 are not called hard; docs/kwaliteit/leesbaarheid.md says the rest."""

import json
import math
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from algreg_lib.quality.language import HARD_BELOW, readability, sentences

ROOT = Path(__file__).parents[2]
GUIDES = ["stappenplan", "instellingen", "formulier", "rangorde"]


def texts(read: object) -> Iterator[str]:
    if isinstance(read, str):
        yield read
    elif isinstance(read, dict | list):
        for part in read.values() if isinstance(read, dict) else read:
            yield from texts(part)


def scores(given) -> list[float]:
    return [score for score in map(readability, given) if not math.isnan(score)]


def test_the_registrations_of_the_example_are_readable():
    source = next((ROOT / "data" / "voorbeeld").rglob("registraties.toml"))
    found = scores(texts(tomllib.loads(source.read_text(encoding="utf-8"))))
    assert len(found) >= 10
    assert min(found) >= 50


@pytest.mark.parametrize("name", GUIDES)
def test_our_guides_are_readable(name):
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    plain = re.sub(r"```.*?```", "", page, flags=re.DOTALL)
    found = scores(part for part in re.split(r"\n\s*\n", plain) if not part.startswith(("|", "#", "-")))
    assert min(found) >= 50


@pytest.mark.corpus
def test_half_of_the_published_goals_are_hard(corpus):
    read = json.loads((corpus / "national-register-2026-08-08.json").read_text(encoding="utf-8"))
    rows = read["algoritmes"] if isinstance(read, dict) else read
    found = scores(row["doel"] for row in rows if row["doel"])
    assert (len(found), round(100 * sum(score < HARD_BELOW for score in found) / len(found))) == (1134, 49)


def test_a_sentence_may_end_with_an_abbreviation():
    assert sentences("Alles gaat door de module IH. De module telt. De B.V. Jansen doet mee.") == [
        "Alles gaat door de module IH.",
        "De module telt.",
        "De B.V. Jansen doet mee.",
    ]
