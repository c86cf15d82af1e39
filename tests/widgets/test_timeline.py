"""The history of one registration in words."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.history import EVENT_COLUMNS
from algreg_lib.widgets.timeline import passage, timeline_markup
from tests.widgets.conftest import ATTACK

BEGIN = "2026-11-01T09:05:00+01:00"
RUN = {"moment": "2026-11-21T09:05:00+01:00", "since": BEGIN, "how": "run"}


def shown(*events: dict[str, str], begin: str = BEGIN) -> str:
    return timeline_markup(pd.DataFrame(list(events), columns=list(EVENT_COLUMNS), dtype="str").fillna(""), begin=begin)


def test_what_was_saved_at_one_moment_stands_together() -> None:
    markup = shown({**RUN, "field": "status", "old": "a", "new": "b"}, {**RUN, "field": "goal", "old": "c"})
    assert markup.count("<strong>") == 1
    assert "21 november 2026, 9.05 uur: gezien bij een run. Veranderd na 1 november 2026, 9.05 uur" in markup
    assert "<li>Status: was <q>a</q>, werd <q>b</q></li><li>Doel en impact: was <q>c</q>, werd leeg</li>" in markup


@pytest.mark.parametrize(
    ("event", "told"),
    [({"new": "Bomen"}, "Deze registratie kwam erbij."), ({"old": "Bomen"}, "ging uit de inventaris.")],
)
def test_a_registration_that_came_or_went_is_told(event: dict[str, str], told: str) -> None:
    assert told in shown({**RUN, **event})


def test_without_changes_it_says_so_and_without_a_run_what_to_do() -> None:
    assert "Er is nog niets veranderd. De geschiedenis begon op 1 november 2026" in shown()
    assert "Start die met: algreg run" in shown(begin="")


def test_texts_never_become_markup() -> None:
    event = {**RUN, "how": "formulier", "by": ATTACK, "field": ATTACK, "old": ATTACK, "new": ATTACK * 2}
    assert ATTACK not in shown(event)
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown(event)


def test_of_a_long_text_only_the_part_that_changed_is_shown() -> None:
    old, new = "a" * 200 + "oud" + "b" * 200, "a" * 200 + "nieuw" + "b" * 200
    assert passage(old, new) == (f"… {'a' * 40}oud{'b' * 40} …", f"… {'a' * 40}nieuw{'b' * 40} …")
    words = "een zin met woorden " * 20
    was, _ = passage(f"{words}oud", f"{words}nieuw")
    assert was.removeprefix("… ").split()[0] in words.split()
    assert passage("kort oud", "kort nieuw") == ("kort oud", "kort nieuw")
    assert "x" * 401 not in shown({**RUN, "field": "goal", "new": "x" * 401})
    assert "x" * 400 in shown({**RUN, "field": "goal", "new": "x" * 400})


@given(st.text("ab", max_size=400), st.text("ab", max_size=400))
def test_different_texts_stay_different_when_only_a_part_is_shown(old: str, new: str) -> None:
    was, now = passage(old, new)
    assert (was == now) == (old == new)
