"""Charts as a notebook and a page show them: the drawing with its words for who does not see it, and a caption."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pandas as pd

from algreg_lib.reports.charts import (
    completeness_by_department,
    completeness_by_field,
    firmness_chart,
    progress_chart,
    ranking_chart,
    trend_chart,
)
from algreg_lib.reports.drawing import Chart
from algreg_lib.reports.elements import Html, paragraph, table
from algreg_lib.reports.latest import manifest_of, runs_of
from algreg_lib.reports.moments import day_text, moment_text
from algreg_lib.reports.outcome import Results
from algreg_lib.reports.state import workspace_of
from algreg_lib.reports.summary import gate

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
    below = str(table(chart.table, caption=f"{caption}, in cijfers")) if with_table else ""
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


def field_figure(found: Results) -> Html:
    """In how many registrations each field is filled in that the register asks for."""
    caption = "Ingevuld per veld"
    return figure(completeness_by_field(found.filled), caption=caption, with_table=True)


def progress_figure(found: Results) -> Html:
    """How far the interviews are."""
    chart = progress_chart(found.registrations["progress"])
    return figure(chart, caption="Voortgang van de interviews", with_table=True)


def trend_figure(folder: str | Path = ".", now: Results | None = None) -> Html:
    """How the figures of the runs in a workspace went, oldest first; `now` stands behind them when it is no run yet."""
    workspace = workspace_of(folder)
    gates = {}
    for run in runs_of(workspace.runs):
        manifest = manifest_of(run)
        # a run of another file says nothing about the inventory of the workspace
        if workspace.settings.files.inventory in manifest["invoer"]:
            gates[str(manifest["moment"])] = manifest["poort"]
    if now is not None and now.facts.inventory == workspace.inventory.name:
        gates[now.facts.moment] = gate(now)
    rows = pd.DataFrame.from_dict(gates, orient="index").reindex(columns=list(_FOLLOWED)).rename(columns=_FOLLOWED)
    rows.index = pd.Index(_days([str(moment) for moment in rows.index]), dtype="str")
    return figure(trend_chart(rows), caption="De laatste runs in deze werkmap", with_table=True)


def _days(moments: list[str]) -> list[str]:
    """The day of each moment as people write it, with the time where a day has more of them."""
    days = [day_text(moment) for moment in moments]
    told = [moment_text(m) if days.count(d) > 1 else d for m, d in zip(moments, days, strict=True)]
    return [f"{text} ({n})" if text in told[:n] else text for n, text in enumerate(told)]
