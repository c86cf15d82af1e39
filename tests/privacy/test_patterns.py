"""Numbers, accounts, servers, paths and secrets, on sentences to develop with (`pattern_sentences.py`)."""

import re

import pytest

from algreg_lib.privacy import default_lists, hits
from tests.privacy.pattern_sentences import FOUND, PASSED


@pytest.mark.parametrize(
    ("kind", "sentence"), [(kind, line) for kind, lines in FOUND.items() for line in lines.strip().splitlines()]
)
def test_what_stands_between_marks_is_found_and_nothing_else_of_its_kind(kind, sentence):
    text = re.sub("[«»]", "", sentence)
    found = [text[hit.start : hit.end] for hit in hits(text, default_lists()) if hit.kind == kind]
    assert found == re.findall("«(.*?)»", sentence)


@pytest.mark.parametrize("text", PASSED.strip().splitlines())
def test_what_only_sounds_like_one_of_these_passes(text):
    assert {hit.kind for hit in hits(text, default_lists())} <= {"name"}
