"""The cells that masks locate are those that Great Expectations itself names."""

import numpy as np
import pandas as pd
import pytest

from algreg_lib.quality.declaring import singles
from algreg_lib.quality.masks import Table, can_locate, wrong_rows
from algreg_lib.quality.suites import standard_suite
from algreg_lib.quality.table import check_table
from algreg_lib.quality.verdict import NotJudgedError, _exception, verdicts, wrong_positions
from algreg_lib.standard import VERSIONS, standard
from tests.quality.records import GOOD, inventory

DIRT = [
    None,
    "   ",
    "n.v.t.",
    "in gebruik",
    "http://a.nl",
    "<b>x</b>",
    "a | b\n| c",
    "2023-13",
    " x\u200b",
    "w " * 300,
    "=1+1",
]


def dirty(version: str) -> pd.DataFrame:
    """Rows in which every field holds every kind of dirt once, besides what is right."""
    keys = [key for key in standard(version).keys if key in GOOD] or list(standard(version).keys)[:5]
    changes = [{key: DIRT[(row + number) % len(DIRT)] for number, key in enumerate(keys)} for row in range(len(DIRT))]
    tests = {"risk_selection": "Ja", "test_high_risk": "Ja", "publication_category": "Overige algoritmes"}
    given = inventory(*changes, {}, tests, {**tests, "risks": None, "publication_category": "Impactvolle algoritmes"})
    return check_table(given.registrations, version=version)


def located(expectations, table):
    searched = Table(table)
    return [
        np.flatnonzero(np.any([wrong_rows(single, searched) for single in singles(e)], axis=0)).tolist()
        for e in expectations
    ]


@pytest.mark.parametrize("version", VERSIONS)
def test_masks_and_great_expectations_name_the_same_rows_for_every_expectation(version):
    expectations = standard_suite(version)
    table = dirty(version)
    found = located(expectations, table)
    assert found == wrong_positions(table, expectations)
    assert sum(map(bool, found)) > len(expectations) / 4  # the dirt is dirt


@pytest.mark.parametrize("version", [VERSIONS[0], "0.1"])
def test_an_expectation_holds_when_no_mask_names_a_row(version):
    expectations = standard_suite(version)
    table = dirty(version)
    assert [not rows for rows in located(expectations, table)] == verdicts(table, expectations)


OTHERS = [
    ("expect_column_values_to_not_be_in_set", {"column": "t", "value_set": ["a", "b"]}),
    ("expect_column_value_lengths_to_be_between", {"column": "t", "min_value": 2, "max_value": 3, "strict_max": True}),
    ("expect_column_value_lengths_to_be_between", {"column": "t", "min_value": 1, "strict_min": True}),
    ("expect_column_values_to_be_between", {"column": "n", "min_value": 1, "max_value": 3, "strict_min": True}),
    ("expect_column_values_to_be_between", {"column": "n", "max_value": 3, "strict_max": True}),
    ("expect_column_value_lengths_to_be_between", {"column": "t", "min_value": 2, "max_value": 3}),
    ("expect_column_values_to_be_between", {"column": "n", "min_value": 2, "max_value": 3}),
    ("expect_column_values_to_be_in_set", {"column": "t", "value_set": ["a", "b"]}),
    ("expect_column_values_to_not_match_regex_list", {"column": "t", "regex_list": ["^a$", "d$"]}),
    ("expect_column_values_to_be_null", {"column": "t"}),
    ("expect_column_values_to_be_unique", {"column": "t"}),
    ("expect_compound_columns_to_be_unique", {"column_list": ["t", "u"]}),
    ("expect_column_pair_values_a_to_be_greater_than_b", {"column_A": "n", "column_B": "m"}),
    ("expect_column_pair_values_a_to_be_greater_than_b", {"column_A": "n", "column_B": "m", "or_equal": True}),
    (
        "expect_column_pair_values_a_to_be_greater_than_b",
        {"column_A": "n", "column_B": "m", "ignore_row_if": "either_value_is_missing"},
    ),
    ("expect_compound_columns_to_be_unique", {"column_list": ["t", "u"], "ignore_row_if": "any_value_is_missing"}),
    ("expect_compound_columns_to_be_unique", {"column_list": ["t", "u"], "ignore_row_if": "never"}),
    ("expect_column_values_to_match_regex", {"column": "t", "regex": "^ab"}),
    (
        "expect_column_values_to_not_be_null",
        {"column": "t", "row_condition": 'u == "x"', "condition_parser": "pandas"},
    ),
]
CONDITIONS = [
    {"type": "comparison", "column": {"name": "n"}, "operator": operator, "parameter": 2}
    for operator in ("==", "!=", "<", "<=", ">", ">=")
]
CONDITIONS += [
    {"type": "comparison", "column": {"name": "u"}, "operator": "NOT_IN", "parameter": ["x"]},
    {"type": "comparison", "column": {"name": "u"}, "operator": "IN", "parameter": ["x", "y"]},
    {"type": "nullity", "column": {"name": "u"}, "is_null": False},
    {"type": "nullity", "column": {"name": "u"}, "is_null": True},
    {"type": "and", "conditions": [CONDITIONS[1], CONDITIONS[4]]},
    {"type": "or", "conditions": [CONDITIONS[0], CONDITIONS[4]]},
]


def test_the_types_and_conditions_that_only_users_write_agree_too():
    nan = np.nan
    table = pd.DataFrame(
        {
            "t": pd.Series(["a", "abc", nan, "abe", "abcd", "ab", nan, "a", nan], dtype="str"),
            "u": pd.Series(["x", "x", "x", nan, "y", "z", nan, "x", "x"], dtype="str"),
            "n": [1.0, 2.0, 3.0, nan, 4.0, 2.0, nan, 5.0, 6.0],
            "m": [1.0, 3.0, 2.0, 1.0, nan, 1.0, nan, 0.0, 0.0],
        }
    )
    with_condition = [
        ("expect_column_values_to_match_regex", {"column": "t", "regex": "^a.$", "row_condition": condition})
        for condition in CONDITIONS
    ]
    expectations = [
        {"type": kind, "kwargs": arguments, "severity": "info", "meta": {"field": "t", "rule": "x"}}
        for kind, arguments in [*OTHERS, *with_condition]
    ]
    assert all(can_locate(e) for e in expectations)
    found = located(expectations, table)
    assert found == wrong_positions(table, expectations)
    assert [e["kwargs"] for e, rows in zip(expectations, found, strict=True) if not rows] == []  # all find something


def test_an_expectation_that_great_expectations_drops_is_an_error_and_not_a_silence():
    table = pd.DataFrame({"t": ["a"]})
    unknown = {"type": "expect_column_to_sing", "kwargs": {"column": "t"}, "severity": "info", "meta": {}}
    with pytest.raises(NotJudgedError, match="expect_column_to_sing"):
        verdicts(table, [unknown])


def test_an_expectation_on_which_great_expectations_fails_is_an_error_and_not_a_finding():
    table = pd.DataFrame({"t": ["a"]})
    absent = {"type": "expect_column_values_to_be_null", "kwargs": {"column": "u"}, "severity": "info", "meta": {}}
    with pytest.raises(NotJudgedError):
        verdicts(table, [absent])


@pytest.mark.parametrize(("message", "told"), [("kapot", "kapot"), ("", "zonder uitleg"), (None, "zonder uitleg")])
def test_a_failure_that_says_nothing_is_a_failure_too(message, told):
    failed = {"raised_exception": True, "exception_message": message}

    assert _exception(failed) == _exception({"een kolom": failed}) == told
    assert _exception({"raised_exception": False, "exception_message": message}) == ""
