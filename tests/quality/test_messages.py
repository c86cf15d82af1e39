"""The sentence of a finding shows a value so that it can be recognised, and no more of it."""

from algreg_lib.quality.messages import shown


def test_a_value_stands_on_one_line_and_is_cut_at_eighty_signs():
    assert shown("een\n  twee") == "een twee"
    assert shown("x" * 80) == "x" * 80
    assert shown("x" * 81) == "x" * 79 + "…"
