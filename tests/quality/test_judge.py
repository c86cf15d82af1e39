"""The judge beside us says what the judge here says, also when it cannot."""

import threading

import pandas as pd
import pytest

from algreg_lib.quality import check, judge_beside
from algreg_lib.quality.judge import judge_here
from algreg_lib.quality.verdict import NotJudgedError
from algreg_lib.workspace import Quality
from tests.quality.records import inventory

TABLE = pd.DataFrame({"t": pd.Series(["a", None], dtype="str")})


def asks(kind, **arguments):
    return {"type": kind, "kwargs": arguments, "severity": "info", "meta": {"rule": "x", "field": "t"}}


QUESTION = [
    asks("expect_column_values_to_not_be_null", column="t"),
    asks("expect_column_values_to_match_regex", column="t", regex="a"),
]


def test_both_judges_give_the_same_verdicts_and_a_second_question_is_answered_too():
    with judge_beside() as judge:
        first, second = judge(TABLE, QUESTION), judge(TABLE, QUESTION)
        assert first() == second() == judge_here(TABLE, QUESTION)() == [False, True]


def test_an_expectation_that_was_not_judged_is_the_same_error():
    with judge_beside() as judge, pytest.raises(NotJudgedError) as caught:
        judge(TABLE, [QUESTION[0], asks("expect_column_to_sing", column="t")])()
    assert caught.value.number == 1


def test_a_command_that_breaks_off_says_nothing_about_the_judge():
    """A question that is longer than a pipe holds was written on to a pipe that had been closed."""
    long = pd.DataFrame({"t": pd.Series(["woord " * 50] * 10_000, dtype="str")})
    with pytest.raises(OSError, match="schijf"), judge_beside() as judge:
        judge(long, QUESTION)
        raise OSError("schijf")
    assert [thread for thread in threading.enumerate() if "lambda" in thread.name] == []


def test_a_judge_that_died_is_replaced_by_the_one_here():
    with judge_beside() as judge:
        judge._process.kill()
        assert judge(TABLE, QUESTION)() == [False, True]


def test_a_check_does_not_depend_on_the_judge():
    given = inventory({"status": "in gebruik"}, {"goal": None})
    with judge_beside() as judge:
        beside = check(given, settings=Quality(), judge=judge)
    assert beside.findings.equals(check(given, settings=Quality()).findings)
