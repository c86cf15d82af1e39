"""Charts in a report: words for who does not see them, and figures for who wants to count."""

import pandas as pd

from algreg_lib import reports
from algreg_lib.reports import Results


def test_a_figure_has_its_words_a_caption_and_its_table(found: Results) -> None:
    html = str(reports.department_figure(found))
    assert 'role="img"' in html
    assert "<desc" in html
    assert "<figcaption>Treden van volledigheid per afdeling</figcaption>" in html
    assert "<caption>Treden van volledigheid per afdeling</caption>" in html


def test_a_chart_with_nothing_in_it_is_a_sentence(nothing: Results) -> None:
    for html in (
        reports.department_figure(nothing),
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
