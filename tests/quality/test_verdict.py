"""The verdict of Great Expectations: in our order, on our rows, complete or an error, and without a trace behind it."""

import copy
import gc
import logging
import re
import warnings
from types import SimpleNamespace

import pandas as pd
import pytest

from algreg_lib.quality import verdict
from algreg_lib.quality.verdict import (
    NotJudgedError,
    _all_present,
    _batch,
    _no_collection,
    _quiet,
    great_expectations,
    judged_page,
    loaded,
    verdicts,
    wrong_positions,
)

TABLE = pd.DataFrame(
    {"t": pd.Series(["a", None, "b", "a"], dtype="str"), "u": pd.Series(["x", "y", None, None], dtype="str")}
)


def _asks(kind: str, severity: str = "critical", **arguments: object) -> dict[str, object]:
    return {"type": kind, "kwargs": arguments, "severity": severity, "meta": {"rule": "x", "field": "t"}}


FILLED_U = _asks("expect_column_values_to_not_be_null", column="u")
FILLED = _asks("expect_column_values_to_not_be_null", column="t")
LETTERS = _asks("expect_column_values_to_match_regex", "info", column="t", regex="^[ab]$")
LONG = _asks("expect_column_value_lengths_to_be_between", "warning", column="u", min_value=2)
ABSENT = _asks("expect_column_values_to_be_null", column="weg")
UNKNOWN = _asks("expect_column_to_sing", column="t")


def test_each_verdict_stands_where_its_expectation_stands():
    """Great Expectations answers by column, so u and t in turn come back in another order."""
    asked = [FILLED_U, LETTERS, LONG, FILLED, LETTERS]
    assert verdicts(TABLE, asked) == [False, True, False, False, True]
    assert wrong_positions(TABLE, asked) == [[2, 3], [], [0, 1], [1], []]


def test_nothing_asked_gives_no_verdict():
    assert verdicts(TABLE, []) == wrong_positions(TABLE, []) == []


@pytest.mark.parametrize("index", [["c", "c", "a", "b"], [9, 7, 5, 3]])
def test_positions_are_those_of_the_rows_whatever_the_index_says(index):
    table = TABLE.set_axis(pd.Index(index, name="position__"))
    assert wrong_positions(table, [FILLED, FILLED_U]) == [[1], [2, 3]]
    assert list(table.columns) == ["t", "u"]
    assert table.index.name == "position__"


@pytest.mark.parametrize(("asked", "number"), [([FILLED, ABSENT], 1), ([FILLED_U, FILLED, ABSENT, LETTERS], 2)])
def test_the_expectation_that_could_not_be_judged_is_named_by_its_place(asked, number):
    for judge in (verdicts, wrong_positions):
        with pytest.raises(NotJudgedError) as caught:
            judge(TABLE, asked)
        assert caught.value.number == number
        assert "weg" in str(caught.value)
        assert caught.value.advice == "Herstel de regel in het bestand met regels (expectations)."


def test_an_expectation_that_is_dropped_and_one_that_is_skipped_have_their_own_reason():
    with pytest.raises(NotJudgedError) as caught:
        verdicts(TABLE, [FILLED, UNKNOWN])
    assert (caught.value.number, caught.value.reason) == (
        1,
        "dit soort regel of deze ernst kent Great Expectations niet",
    )
    with pytest.raises(NotJudgedError, match="sloeg de regel over"):
        _all_present({0, 2}, [FILLED, LETTERS, LONG], "Great Expectations sloeg de regel over")
    _all_present({0, 1}, [FILLED, LETTERS], "niets")


def test_an_answer_that_lacks_an_expectation_is_an_error_and_not_a_verdict(monkeypatch):
    judged = verdict._batch(TABLE).validate(loaded([FILLED, LETTERS]))
    judged.results = [one for one in judged.results if one.expectation_config.meta["number"] == 0]
    monkeypatch.setattr(verdict, "_batch", lambda table: SimpleNamespace(validate=lambda *a, **n: judged))
    with pytest.raises(NotJudgedError) as caught:
        verdicts(TABLE, [FILLED, LETTERS])
    assert (caught.value.number, caught.value.reason) == (1, "Great Expectations sloeg de regel over")


def test_a_severity_that_does_not_exist_is_an_error_and_not_a_silence():
    with pytest.raises(NotJudgedError, match="ernst"):
        verdicts(TABLE, [FILLED | {"severity": "heel erg"}])


def test_what_was_asked_and_the_table_stay_as_they_were():
    asked, table = [FILLED, LETTERS], TABLE.copy(deep=True)
    before = copy.deepcopy(asked)
    verdicts(table, asked)
    wrong_positions(table, asked)
    assert asked == before
    pd.testing.assert_frame_equal(table, TABLE)


def test_the_suite_holds_the_severity_and_the_place_of_each():
    suite = loaded([FILLED, UNKNOWN, LETTERS])
    assert [(each.meta["number"], each.severity) for each in suite.expectations] == [(0, "critical"), (2, "info")]


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collection_of_garbage_is_as_it_was(enabled):
    with verdict._no_old_objects():
        assert gc.get_freeze_count() > 0
    was = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with _no_collection():
            assert not gc.isenabled()
        assert gc.isenabled() == enabled
        verdicts(TABLE, [FILLED])
        assert (gc.isenabled(), gc.get_freeze_count()) == (enabled, 0)
    finally:
        (gc.enable if was else gc.disable)()


def test_warnings_and_the_log_of_the_library_are_quiet_inside_and_as_they_were_after():
    log = logging.getLogger("great_expectations")
    was, level = log.level, logging.WARNING
    log.setLevel(level)
    with _quiet():
        warnings.warn("niet voor u", UserWarning, stacklevel=1)
        assert log.level == logging.CRITICAL
    assert log.level == level
    with pytest.warns(UserWarning, match="wel voor u"):
        warnings.warn("wel voor u", UserWarning, stacklevel=1)
    with pytest.raises(ValueError, match="kapot"), _quiet():
        raise ValueError("kapot")
    assert log.level == level
    log.setLevel(was)


def test_nobody_is_told_about_the_use_and_no_bar_is_drawn(capfd, monkeypatch):
    seen = []
    context = great_expectations().get_context(mode="ephemeral")
    monkeypatch.setattr(type(context), "enable_analytics", lambda self, enable: seen.append(enable))
    _batch(TABLE)
    assert seen == [False]
    monkeypatch.undo()
    verdicts(TABLE, [FILLED, LETTERS, LONG])
    told = capfd.readouterr()
    assert (told.out, told.err) == ("", "")


def test_the_page_says_what_was_asked_and_what_came_of_it():
    page = judged_page(TABLE.set_axis(["q", "r", "s", "p"]), [FILLED, LETTERS])
    told = " ".join(re.sub(r"<[^>]*>", " ", page).split())
    assert "Evaluated Expectations 2 Successful Expectations 1 Unsuccessful Expectations 1" in told
