"""Charts in a report: words for who does not see them, and figures for who wants to count."""

import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from algreg_lib import reports
from algreg_lib.reports import Results


def test_a_figure_has_its_words_a_caption_and_its_table(found: Results) -> None:
    html = str(reports.department_figure(found))
    assert 'role="img"' in html
    assert "<desc" in html
    assert "<figcaption>Treden van volledigheid per afdeling</figcaption>" in html
    assert "<caption>Treden van volledigheid per afdeling, in cijfers</caption>" in html


def test_a_chart_with_nothing_in_it_is_a_sentence(nothing: Results) -> None:
    for html in (
        reports.department_figure(nothing),
        reports.field_figure(nothing),
        reports.progress_figure(nothing),
        reports.figure(reports.Chart(svg="", alt="Er is <niets>.", table=pd.DataFrame()), caption="c"),
    ):
        assert str(html).startswith("<p>Er ")
        assert "<niets>" not in str(html)


def test_a_hostile_name_in_a_chart_stays_text(found: Results) -> None:
    ranking = found.ranking.assign(name=found.registrations["name"])
    html = str(reports.ranking_figure(Results(**{**vars(found), "ranking": ranking}), top=5))
    assert "<script" not in html
    assert "<svg" in html


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with two runs on one day and one on another, and a run of another file in between."""
    (tmp_path / "algreg.toml").write_text("", encoding="utf-8")
    runs = (("2026-11-20T09:05:00+01:00", 9), ("2026-11-21T09:05:00+01:00", 7), ("2026-11-21T14:30:00+01:00", 4))
    for moment, count in runs:
        run(tmp_path, moment, count, source="inventaris.xlsx")
    run(tmp_path, "2026-11-21T10:00:00+01:00", 99, source="iets anders.xlsx")
    return tmp_path


def run(folder: Path, moment: str, count: int, *, source: str) -> None:
    gate = {"registraties": 10, "aan_te_leveren": 10 - count, "moet_opgelost": count, "achtergehouden": count}
    place = folder / "runs" / moment.replace(":", "")
    place.mkdir(parents=True)
    content = {"moment": moment, "invoer": {source: "x"}, "poort": gate}
    (place / "manifest.json").write_text(json.dumps(content), encoding="utf-8")


def test_the_trend_names_runs_by_day_and_by_time_where_a_day_has_more(workspace: Path) -> None:
    html = str(reports.trend_figure(workspace))
    heads = ["20 november 2026", "21 november 2026, 9.05 uur", "21 november 2026, 14.30 uur"]
    assert [head for head in heads if f'<th scope="row">{head}</th>' in html] == heads
    assert "Lijndiagram van 20 november 2026 tot 21 november 2026, 14.30 uur." in html
    assert "Moet opgelost: van 9 naar 4" in html
    assert ">99<" not in html


def test_the_results_of_now_stand_behind_the_runs_once_and_only_when_they_are_of_the_same_file(
    workspace: Path, found: Results
) -> None:
    now = replace(found, facts=replace(found.facts, moment="2026-11-23T08:00:00+01:00"))
    assert '<th scope="row">23 november 2026</th>' in str(reports.trend_figure(workspace, now))
    again = replace(found, facts=replace(found.facts, moment="2026-11-21T14:30:00+01:00"))
    assert str(reports.trend_figure(workspace, again)).count('<th scope="row">21 november 2026, 14.30 uur</th>') == 1
    other = replace(found, facts=replace(now.facts, inventory="iets anders.xlsx"))
    assert "23 november 2026" not in str(reports.trend_figure(workspace, other))
