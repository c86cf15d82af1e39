"""Tables for a CSV file in which no spreadsheet finds a formula."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.formulas import is_formula_like, restored_from_line, without_formulas


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        (" @som", "' @som"),
        ("tekst;=1+1", "tekst;'=1+1"),
        ("tekst\t-3", "tekst\t'-3"),
        ("a = b; c - d", "a = b; c - d"),
        ("gewone tekst", "gewone tekst"),
    ],
)
def test_a_part_that_looks_like_a_formula_gets_a_sign_before_it(text, written):
    table = pd.DataFrame({"tekst": pd.Series([text], dtype="str"), "aantal": [-3]})
    assert without_formulas(table).to_dict("records") == [{"tekst": written, "aantal": -3}]


@given(st.lists(st.text(st.sampled_from("=+-@a;\t\r '"), max_size=12) | st.none(), max_size=6))
def test_nothing_starts_a_formula_and_every_text_can_be_had_back(texts):
    table = pd.DataFrame({"tekst": pd.Series(texts, dtype="str")})
    before = table.copy()
    safe = without_formulas(table)["tekst"]
    pd.testing.assert_frame_equal(table, before)
    for text, written in zip(texts, safe, strict=True):
        if text is None:
            assert pd.isna(written)
            continue
        assert restored_from_line(written) == text
        assert not any(
            is_formula_like(part) and not part.startswith("'") for part in written.replace("\t", ";").split(";")
        )
