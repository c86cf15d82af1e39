"""What is cleaned from a text, and that the report tells each change, once per change and how often."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.inventory.conversion.recoding import (
    EMPTY,
    INVISIBLE,
    LINE_ENDS,
    SPACES,
    SPECIAL_SPACES,
    Change,
    Recoding,
    distinct,
    shown,
)


def _cleaned(*texts: str) -> tuple[list[str], dict[Change, int]]:
    recoding = Recoding()
    return recoding.cleaned("goal", np.array([*texts, None], dtype=object)[:-1]).tolist(), dict(recoding.counts)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (" a ", "a", SPACES),
        ("a\u00a0b", "a b", SPECIAL_SPACES),
        ("a\u202fb", "a b", SPECIAL_SPACES),
        ("a\u200bb", "ab", INVISIBLE),
        ("\ufeffa", "a", INVISIBLE),
        ("a\u00adb", "ab", INVISIBLE),
        ("a\r\nb", "a\nb", LINE_ENDS),
        ("a\rb", "a\nb", LINE_ENDS),
        ("a\u2028b", "a\nb", LINE_ENDS),
        (" a\u00a0b\u200b\rc", "a b\nc", "; ".join((SPACES, SPECIAL_SPACES, INVISIBLE, LINE_ENDS))),
        ("\u200b \u00a0", "", EMPTY),
    ],
)
def test_signs_that_nobody_sees_go_and_the_reason_is_told(before, after, reason):
    assert _cleaned(before) == ([after], {Change("goal", before, after, reason): 1})


@pytest.mark.parametrize("text", ["", "a", "a  b", "a\nb", "Zoë – “x”", "a\tb"])
def test_a_clean_text_stays_and_is_not_told(text):
    assert _cleaned(text, "b") == ([text, "b"], {})


def test_the_same_change_is_counted_and_the_others_keep_their_place():
    texts, counts = _cleaned(" a", "b", " a", "c\u200b")
    assert texts == ["a", "b", "a", "c"]
    assert counts == {Change("goal", " a", "a", SPACES): 2, Change("goal", "c\u200b", "c", INVISIBLE): 1}


def test_of_a_long_text_the_signs_are_told_and_not_the_text():
    before = f"  {'x' * 40}\u00a0{'y' * 40}\u200b\u200bz "
    (_,), counts = _cleaned(before)
    (change,) = counts
    assert change.before == "(lange tekst met: 2 aan het begin, 1 aan het einde, 1 × U+00A0, 2 × U+200B)"
    assert change.after == "(dezelfde tekst, zonder die tekens)"


def test_a_text_of_80_signs_is_told_whole_and_signs_around_a_longer_one_are_told_once():
    (_,), counts = _cleaned(f"{'x' * 79} ")
    assert list(counts) == [Change("goal", f"{'x' * 79} ", "x" * 79, SPACES)]
    (_,), counts = _cleaned(f"\u00a0{'x' * 80}")
    (change,) = counts
    assert (change.before, change.reason) == ("(lange tekst met: 1 aan het begin)", SPACES)


@given(st.lists(st.text(st.sampled_from("ab \n\r\u00a0\u2007\u200b\ufeff\u2028\x0b"), max_size=8), max_size=6))
def test_cleaning_twice_changes_nothing_and_each_change_is_told(texts):
    once, counts = _cleaned(*texts)
    assert _cleaned(*once) == (once, {})
    assert sum(counts.values()) == sum(before != after for before, after in zip(texts, once, strict=True))
    assert not set("\r\u00a0\u2007\u200b\ufeff\u2028\x0b") & set("".join(once))
    assert [text.strip() for text in once] == once


def test_a_replaced_value_is_told_and_all_others_stay():
    recoding = Recoding()
    texts = np.array(["Actief", "x", "Actief", "y", None], dtype=object)[:-1]
    after = recoding.replaced("status", texts, {"Actief": "In gebruik", "y": "y", "z": "q"}, "heet anders")
    assert after.tolist() == ["In gebruik", "x", "In gebruik", "y"]
    assert recoding.counts == Counter({Change("status", "Actief", "In gebruik", "heet anders"): 2})
    assert texts.tolist() == ["Actief", "x", "Actief", "y"]


def test_a_text_that_is_gone_is_told_whole_and_one_that_is_still_there_by_its_ends():
    recoding = Recoding()
    recoding.add("goal", "a" * 200, "b", "vervangen")
    recoding.add("goal", "c" * 200, "c" * 200 + "d", "aangevuld", count=3)
    gone, still = recoding.counts
    assert (gone.before, gone.after) == ("a" * 200, "b")
    assert (still.before, still.after) == (shown("c" * 200), shown("c" * 200 + "d"))
    assert recoding.counts[still] == 3


def test_a_text_of_80_signs_is_shown_whole_and_a_longer_one_by_its_two_ends():
    assert shown("a" * 80) == "a" * 80
    assert shown("a" * 41 + "b" * 40) == f"{'a' * 40} […] {'b' * 40}"


def test_distinct_texts_keep_their_order_and_the_empty_one_goes():
    assert distinct(["b", "", "a", "b", "", "a"]) == ["b", "a"]
