"""Remarks to colleagues, on sentences to develop with (`remark_sentences.py`)."""

import pytest

from algreg_lib.privacy import default_lists, hits
from tests.privacy.remark_sentences import FOR_CITIZENS, FOR_COLLEAGUES


@pytest.mark.parametrize("text", FOR_COLLEAGUES.strip().splitlines())
def test_what_was_written_to_a_colleague_is_a_remark(text):
    assert "remark" in {hit.kind for hit in hits(text, default_lists())}
    assert "remark" in {hit.kind for hit in hits(f"Het algoritme telt fietsers. {text} En auto's.", default_lists())}


@pytest.mark.parametrize("text", FOR_CITIZENS.strip().splitlines())
def test_what_tells_something_to_a_citizen_is_none(text):
    assert hits(text, default_lists()) == []
    assert hits(f"Het algoritme telt fietsers. {text} En auto's.", default_lists()) == []
