"""Charts as a notebook and a page show them: the drawing with its words for who does not see it, and a caption."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pandas as pd

from algreg_lib.reports.charts import (
    Chart,
    completeness_by_department,
    firmness_chart,
    progress_chart,
    ranking_chart,
    trend_chart,
)
from algreg_lib.reports.elements import Html, paragraph, table
from algreg_lib.reports.latest import manifest_of, runs_of
from algreg_lib.reports.outcome import Results
from algreg_lib.reports.state import workspace_of

#: What the trend follows, by its key in the gate of a run.
_FOLLOWED = {
    "registraties": "Algoritmes",
    "aan_te_leveren": "Aan te leveren",
    "moet_opgelost": "Moet opgelost",
    "achtergehouden": "Blijft achter",
}


def figure(chart: Chart, *, caption: str, with_table: bool = False) -> Html:
    """A chart with its caption; with its table under it where the page does not show those figures yet."""
    if not chart.svg:
        return paragraph(chart.alt)
    below = str(table(chart.table, caption=caption)) if with_table else ""
    return Html(f"<figure>{chart.svg}<figcaption>{escape(caption)}</figcaption></figure>{below}")


def ranking_figure(found: Results, *, top: int) -> Html:
    """What each criterion adds to the score of the first of the ranking."""
    labels = {str(c["key"]): str(c["label"]) for c in found.facts.criteria}
    return figure(ranking_chart(found.ranking, labels=labels, most=top), caption="Wat elk criterium bijdraagt")


def firmness_figure(found: Results) -> Html:
    """How surely each algorithm is one of the first."""
    caption = f"Kans om bij de eerste {found.facts.top} te horen"
    return figure(firmness_chart(found.ranking, top=found.facts.top), caption=caption, with_table=True)


def department_figure(found: Results) -> Html:
    """How far the algorithms of each department are."""
    chart = completeness_by_department(found.completeness, found.registrations["department"])
    return figure(chart, caption="Treden van volledigheid per afdeling", with_table=True)


def progress_figure(found: Results) -> Html:
    """How far the interviews are."""
    chart = progress_chart(found.registrations["progress"])
    return figure(chart, caption="Voortgang van de interviews", with_table=True)


def trend_figure(folder: str | Path = ".") -> Html:
    """How the figures of the runs in a workspace went, oldest first."""
    caption = "De runs in deze werkmap"
    return figure(trend_chart(_gates(workspace_of(folder).runs)), caption=caption, with_table=True)


def _gates(runs: Path) -> pd.DataFrame:
    gates = {run.name: manifest_of(run)["poort"] for run in runs_of(runs)}
    rows = pd.DataFrame.from_dict(gates, orient="index").reindex(columns=list(_FOLLOWED))
    return rows.rename(columns=_FOLLOWED)
