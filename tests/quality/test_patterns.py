"""The patterns on references read a cell as the notation does (inventory.notation)."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from algreg_lib.inventory import grouping
from algreg_lib.quality import patterns

CELLS = st.lists(
    st.sampled_from(["a", "b", "|", " ", "\n", "\t", ".", "\u00a0", "https://a.nl", "www.x", "HTTP://Q"]), max_size=9
).map("".join)


@settings(max_examples=500)
@given(CELLS)
@example("| a |")
@example("www.x\thttps://a.nl")
def test_a_missing_title_or_link_is_what_the_notation_leaves_empty(cell):
    read = grouping(cell)
    assert bool(re.search(patterns.REFERENCE_WITHOUT_TITLE, cell)) == any(not entry["title"] for entry in read)
    assert bool(re.search(patterns.REFERENCE_WITHOUT_LINK, cell)) == any(not entry["link"] for entry in read)


EXAMPLES = tomllib.loads(Path(__file__).with_name("patterns.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_pattern_finds_each_thing_that_it_names_and_nothing_like_it(name):
    search = re.compile(getattr(patterns, name)).search
    assert [text for text in EXAMPLES[name]["found"] if not search(text)] == []
    assert [text for text in EXAMPLES[name]["right"] if search(text)] == []
