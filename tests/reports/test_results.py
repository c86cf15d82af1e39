"""The tables of a run: what is stored comes back the same, so that a notebook tells what the run found."""

from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from algreg_lib import reports
from algreg_lib.errors import InputError
from algreg_lib.reports import Results, outcome


@pytest.mark.parametrize("which", ["found", "nothing"])
def test_what_is_stored_comes_back_the_same(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    before: Results = request.getfixturevalue(which)
    reports.stored(before, tmp_path)
    after = reports.opened(tmp_path)
    assert after.facts == before.facts
    for field in fields(Results):
        if field.name != "facts":
            assert_frame_equal(getattr(after, field.name), getattr(before, field.name))


def test_texts_that_look_like_numbers_dates_or_nothing_stay_texts(found: Results, tmp_path: Path) -> None:
    values = ["007", "2024-01-01", "NaN", "NA", "", None]
    odd = found.registrations.assign(name=pd.Series(values, index=found.registrations.index, dtype="str"))
    reports.stored(Results(**{**vars(found), "registrations": odd}), tmp_path)
    assert reports.opened(tmp_path).registrations["name"].tolist()[:5] == values[:5]
    assert_frame_equal(reports.opened(tmp_path).registrations, odd)


def test_a_notebook_anywhere_in_a_run_opens_the_tables_of_that_run(found: Results, tmp_path: Path) -> None:
    reports.stored(found, tmp_path / reports.TABLES)
    (tmp_path / "notebooks").mkdir()
    assert reports.results(tmp_path / "notebooks").facts == found.facts


def test_a_run_of_an_older_version_that_lacks_a_table_is_computed_anew(
    found: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = tmp_path / "runs" / "toen"
    (tmp_path / "algreg.toml").write_text("", encoding="utf-8")
    reports.stored(found, run / reports.TABLES)
    monkeypatch.setattr(outcome, "latest_run", lambda _: run)
    monkeypatch.setattr(outcome, "is_current", lambda *_: True)
    monkeypatch.setattr(outcome, "computed", lambda _: SimpleNamespace(results="opnieuw"))
    assert reports.results(tmp_path).facts == found.facts
    (run / reports.TABLES / "filled.json").unlink()
    assert reports.results(tmp_path) == "opnieuw"


def test_outside_a_workspace_a_sentence_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"geen werkmap.*algreg demo"):
        reports.results(tmp_path)
