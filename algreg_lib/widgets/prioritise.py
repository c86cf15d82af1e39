"""Setting priorities: what other weights and other scores do to the ranking. From tables to markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Final

import pandas as pd

from algreg_lib.priority import Scores, number, order, percentage, ranked, reading_order, weights_of
from algreg_lib.reports import Chart, ranking_chart
from algreg_lib.widgets.markup import scrolling
from algreg_lib.workspace import Priority

#: So many lines the live table shows, and so many bars the chart.
LINES: Final = 25
BARS: Final = 8
#: Enough draws for whole percentages, few enough to follow the hand; the report has all.
LIVE_DRAWS: Final = 2_000


def slider_values(settings: Priority) -> dict[str, int]:
    """The weights of the settings as shares of 100, by key of the criterion."""
    shares = weights_of(settings)
    return {c.key: round(float(share) * 100) for c, share in zip(settings.criteria, shares, strict=True)}


def with_weights(settings: Priority, weights: Mapping[str, float]) -> Priority:
    """The settings with these weights, and few enough draws to follow a slider."""
    criteria = [criterion.model_copy(update={"weight": weights[criterion.key]}) for criterion in settings.criteria]
    return settings.model_copy(update={"criteria": criteria, "draws": min(settings.draws, LIVE_DRAWS)})


def with_points(scores: Scores, registration_id: str, points: Mapping[str, float]) -> Scores:
    """The scores with other points, by key of the criterion, for one registration."""
    low, high = scores.low.copy(), scores.high.copy()
    for key, point in points.items():
        low.loc[registration_id, key] = point
        high.loc[registration_id, key] = point
    return replace(scores, low=low, high=high)


def ordered(scores: Scores, settings: Priority) -> pd.DataFrame:
    """The ranking without firmness, in the order of reading. Raises AlgregError when all weights are zero."""
    weights = weights_of(settings)
    table = order(scores, weights=weights)
    return table.loc[reading_order(table, scores, weights)]


def head_starts_in(ranking: pd.DataFrame) -> dict[str, str]:
    """The examples that the ranking of the workspace has, by registration id; see priority.Ranking.table."""
    # A run of an older version has no such column.
    found = ranking["head_start"] if "head_start" in ranking else pd.Series(dtype="str")
    return {str(key): str(text) for key, text in found.items() if text}


def firm(scores: Scores, settings: Priority) -> pd.DataFrame:
    """The ranking with how firm it is; see priority.Ranking.table."""
    return ranked(scores, settings=settings).table


def board_markup(table: pd.DataFrame, was: pd.Series[int], settings: Priority, *, tried: str = "") -> str:
    """The first of the ranking as a table, with how far each went up or down since `was`, the places by id.

    `tried` is the registration of which other scores are tried: it is marked, and shown also further down.
    """
    shown = table.head(LINES)
    if tried and tried not in shown.index:
        shown = pd.concat([shown, table.loc[[tried]]])
    titles = [
        "Plaats",
        "Was",
        "Algoritme",
        "Score",
        *(c.label for c in settings.criteria),
        f"Kans op top {settings.top}",
    ]
    head = "".join(f'<th scope="col"{_right(n)}>{escape(title)}</th>' for n, title in enumerate(titles))
    body = "".join(_row(key, shown, was, settings, tried) for key in shown.index)
    caption = f"De eerste {min(LINES, len(table))} van {len(table)}; punten per criterium"
    title = f"<caption>{caption}</caption>"
    return scrolling("Rangorde", f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")


def chart_markup(table: pd.DataFrame, settings: Priority) -> str:
    """What each criterion adds to the score of the first, as a chart with its words."""
    chart: Chart = ranking_chart(table, labels={c.key: c.label for c in settings.criteria}, most=BARS)
    return f"<figure>{chart.svg}</figure>" if chart.svg else f"<p>{escape(chart.alt)}</p>"


def shares_sentence(settings: Priority) -> str:
    """What the sliders come down to: the weights as shares that add up to 100%."""
    shares = zip(settings.criteria, weights_of(settings), strict=True)
    return "Samen 100%: " + ", ".join(f"{c.label} {percentage(float(share))}" for c, share in shares) + "."


def tried_sentence(name: str, before: int, after: int) -> str:
    """What trying other scores for one algorithm does to its place."""
    if before == after:
        return f"Wat als: '{name}' blijft op plaats {after}."
    return f"Wat als: '{name}' gaat van plaats {before} naar plaats {after}."


def points_options(scores: Scores, registration_id: str, key: str) -> list[tuple[str, float]]:
    """The points to try for a criterion: as it is now (0), or 1 to 5."""
    low, high = (float(str(side.at[registration_id, key])) for side in (scores.low, scores.high))
    now = number(low) if low == high else f"{number(low)} tot {number(high)}"
    return [(f"zoals nu ({now})", 0.0), *((str(point), float(point)) for point in range(1, 6))]


def _row(key: object, table: pd.DataFrame, was: pd.Series[int], settings: Priority, tried: str) -> str:
    line = table.loc[[key]].to_dict("records")[0]
    name = line["name"] if isinstance(line["name"], str) else f"(naamloos, {key})"
    cells = [
        f'<td class="getal">{line["rank"]}</td>',
        f'<td class="getal">{_moved(int(line["rank"]), int(was[str(key)]))}</td>',
        f'<th scope="row">{escape(name)}{" <strong>(wat als)</strong>" if key == tried else ""}</th>',
        f'<td class="getal">{_between(line["score_low"], line["score_high"])}</td>',
    ]
    cells += [
        f'<td class="getal">{_between(line[f"low_{c.key}"], line[f"high_{c.key}"])}</td>' for c in settings.criteria
    ]
    chance = percentage(line["top_k_chance"]) if "top_k_chance" in line else "…"
    marked = ' class="gekozen"' if key == tried else ""
    return f'<tr{marked}>{"".join(cells)}<td class="getal">{chance}</td></tr>'


def _moved(now: int, before: int) -> str:
    """The place before, with a sign and words for up or down."""
    if now == before:
        return '<span class="grijs">gelijk</span>'
    sign, word = ("▲", "omhoog") if now < before else ("▼", "omlaag")
    return f'{before} <span role="img" aria-label="{word}">{sign}</span>'


def _between(low: float, high: float) -> str:
    return number(low) if low == high else f"{number(low)} – {number(high)}"


def _right(position: int) -> str:
    return "" if position == 2 else ' class="getal"'  # the name stands third
