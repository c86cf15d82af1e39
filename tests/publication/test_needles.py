"""A text as a reader compares it, also when it is too long to be looked at in one piece."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algreg_lib.publication import needles


@pytest.mark.parametrize("at_once", [1, 3, 1_000_000])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from("ab  \n\t\u00a0\x85"), max_size=40))
def test_words_stand_one_space_apart_whatever_was_between_them(monkeypatch, at_once: int, text: str) -> None:
    monkeypatch.setattr(needles, "_AT_ONCE", at_once)
    assert needles.folded(text) == " ".join(text.split())
