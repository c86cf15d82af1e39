"""Charts for people who would rather look than read: static SVG, each with a text alternative and its table.

Colour never stands alone: every bar or line carries its number, and a letter or its name. The colours are those of
Okabe and Ito, which colour-blind people can tell apart.
"""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from algreg_lib.priority import chances, number
from algreg_lib.quality import LEVELS
from algreg_lib.reports.drawing import (
    BEHIND,
    TEXT,
    WIDTH,
    Chart,
    clean,
    count_axis,
    drawn,
    layered,
    nothing,
    share_axis,
    stacked,
    stacked_bars,
)
from algreg_lib.standard import standard, working_fields

NOTHING: Final = "niet ingevuld"
#: Dark enough to see a thin line on white.
_DARK: Final = ("#0072B2", "#D55E00", "#006D50", "#8A4C77", "#333333", "#7A5B00")
_SHAPES: Final = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


def ranking_chart(ranking: pd.DataFrame, *, labels: Mapping[str, str], most: int = 15) -> Chart:
    """The first of the ranking as stacked bars: what each criterion adds to the score.

    `ranking` is `Ranking.table`; `labels` are the criteria by key, in their order.
    """
    first = ranking.head(most)
    added = {label: first[f"contribution_{key}"] for key, label in labels.items()}
    shown = pd.DataFrame({"Plaats": first["rank"], "Algoritme": _names(first), **added, "Score": first["score"]})
    if shown.empty:
        return nothing(shown, "Er is nog geen rangorde.")
    lines = _lines(first)
    pieces = stacked(lines, pd.DataFrame(added), unit=number)
    leader = shown.iloc[0]
    alt = (
        f"Staafdiagram van de eerste {_counted(len(shown))} in de rangorde. Bovenaan staat {leader['Algoritme']} "
        f"met score {number(leader['Score'])}; de laatste staaf is {shown.iloc[-1]['Algoritme']} met score "
        f"{number(shown.iloc[-1]['Score'])}. Elke staaf is verdeeld over {', '.join(labels.values())}."
    )
    return drawn(
        stacked_bars(pieces, title="Score (1 tot 5)", end=5, lines=lines),
        shown,
        title="Rangorde en wat elk criterium telt",
        alt=alt,
    )


def firmness_chart(ranking: pd.DataFrame, *, top: int, most: int = 20) -> Chart:
    """The chance to be in the top, with the room that unknown points leave; those without any chance are left out."""
    able = ranking[ranking["top_k_high"] > 0].head(most)
    columns = {"Kans": "top_k_chance", "Laagst": "top_k_low", "Hoogst": "top_k_high"}
    figures = {name: (able[column] * 100).round().astype(int) for name, column in columns.items()}
    shown = pd.DataFrame(
        {"Plaats": able["rank"], "Algoritme": _names(able), **{f"{n} (%)": f for n, f in figures.items()}}
    )
    if shown.empty:
        return nothing(shown, "Er is nog geen rangorde.")
    values = pd.DataFrame({"line": _lines(able), **figures, "label": chances(able)})
    sure = int((able["top_k_low"] >= 0.95).sum())
    alt = (
        f"Staafdiagram van de kans op de top {top}. Vrijwel zeker erin: {sure} van de {_counted(len(able))}. "
        f"Een streep laat zien hoe de kans nog kan veranderen door punten die niet bekend zijn."
    )
    spec = layered(
        values,
        [
            {
                "mark": {"type": "bar", "color": "#9CC9E8"},
                "encoding": {"x": share_axis("Kans", f"Kans op de top {top}")},
            },
            {
                "transform": [{"filter": "datum.Hoogst > datum.Laagst"}],
                "mark": {"type": "rule", "strokeWidth": 2, "color": "black"},
                "encoding": {"x": share_axis("Laagst", f"Kans op de top {top}"), "x2": {"field": "Hoogst"}},
            },
            BEHIND,
        ],
        lines=values["line"],
    )
    return drawn(spec, shown, title=f"Hoe zeker is de top {top}?", alt=alt)


def completeness_by_field(filled: pd.DataFrame) -> Chart:
    """Per field that the register asks for: the share of registrations in which it is filled in.

    `filled` has `field`, `filled` and `total` (the number of registrations).
    """
    shown = pd.DataFrame({"Veld": filled["field"].map(_title_of), "Ingevuld": filled["filled"], "Van": filled["total"]})
    if not filled["total"].any():
        return nothing(shown, "Er zijn nog geen registraties.")
    values = pd.DataFrame({"line": shown["Veld"], "share": shown["Ingevuld"] / shown["Van"] * 100})
    values["label"] = [f"{n} van {total}" for n, total in zip(shown["Ingevuld"], shown["Van"], strict=True)]
    least = shown.sort_values("Ingevuld", kind="stable").iloc[0]
    alt = (
        f"Staafdiagram van {len(shown)} velden. Het minst ingevuld is {least['Veld']}: bij {least['Ingevuld']} van de "
        f"{_counted(int(least['Van']))}. Zoveel velden zijn overal ingevuld: "
        f"{int((shown['Ingevuld'] == shown['Van']).sum())}."
    )
    spec = layered(
        values,
        [
            {"mark": {"type": "bar", "color": "#9CC9E8"}, "encoding": {"x": share_axis("share", "Ingevuld")}},
            BEHIND,
        ],
        lines=shown["Veld"],
    )
    return drawn(spec, shown, title="Hoe volledig is elk veld?", alt=alt)


def completeness_by_department(completeness: pd.DataFrame, departments: "pd.Series[str]", *, most: int = 20) -> Chart:
    """Per department how many registrations stand on each step of the ladder, as stacked bars.

    `completeness` has `level`; `departments` the department; both by `registration_id`. Drawn are the `most` largest;
    the table has all.
    """
    where = departments.reindex(completeness.index).fillna(f"Afdeling {NOTHING}").map(clean)
    counts = pd.crosstab(where, completeness["level"]).reindex(columns=list(LEVELS), fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    shown = counts.rename_axis(None, axis=1).rename_axis("Afdeling").reset_index()
    if shown.empty:
        return nothing(shown, "Er zijn nog geen registraties.")
    first = counts.head(most)
    pieces = stacked(pd.Series(first.index, index=first.index), first, unit=lambda value: f"{value:.0f}")
    largest = counts.iloc[0]
    title = (
        "Algoritmes" if len(first) == len(counts) else f"Algoritmes, in de {most} grootste van {len(counts)} afdelingen"
    )
    alt = (
        f"Staafdiagram per afdeling ({len(counts)}, getekend zijn er {len(first)}). "
        f"De meeste algoritmes heeft {counts.index[0]}: "
        f"{int(largest.sum())}, waarvan {', '.join(f'{int(n)} {level}' for level, n in largest.items() if n)}."
    )
    spec = stacked_bars(pieces, title=title, end=float(first.sum(axis=1).max()), lines=first.index)
    return drawn(spec, shown, title="Hoe volledig is elke afdeling?", alt=alt)


def progress_chart(progress: "pd.Series[str]") -> Chart:
    """How many registrations are at each step of the interviews. `progress` is the working field of that name."""
    steps = next(f.choices for f in working_fields() if f.key == "progress")
    said = progress.fillna(NOTHING).map(clean)
    order = [*steps, *sorted(set(said) - {*steps, NOTHING}), NOTHING]
    counts = said.value_counts().reindex(order, fill_value=0)
    shown = pd.DataFrame({"Stap": order, "Algoritmes": counts.to_numpy()})
    if progress.empty:
        return nothing(shown, "Er zijn nog geen registraties.")
    values = pd.DataFrame({"line": order, "count": counts.to_numpy(), "label": [str(n) for n in counts]})
    alt = "Staafdiagram van de voortgang. " + "; ".join(f"{step}: {n}" for step, n in counts.items()) + "."
    spec = layered(
        values,
        [
            {"mark": {"type": "bar", "color": "#9CC9E8"}, "encoding": {"x": count_axis("count", "Algoritmes")}},
            {
                "mark": {**TEXT, "dx": 4},
                "encoding": {"x": count_axis("count", "Algoritmes"), "text": {"field": "label"}},
            },
        ],
        lines=order,
    )
    return drawn(spec, shown, title="Hoe ver zijn we?", alt=alt)


def trend_chart(runs: pd.DataFrame, *, most: int = 12) -> Chart:
    """A line per column of `runs`, with a point for each of the last `most` runs.

    Index: what a reader calls the run, each once, oldest first.
    """
    runs = runs.tail(most)
    shown = runs.rename_axis("Run").reset_index()
    if runs.empty:
        return nothing(shown, "Er is nog geen run.")
    if len(runs) == 1:
        return nothing(shown, "Er is nog maar één run. Na de volgende ziet u hier hoe het gaat.")
    tall = shown.melt("Run", var_name="what", value_name="count").dropna(subset="count")
    tall["what"], tall["Run"] = tall["what"].map(clean), tall["Run"].astype("str").map(clean)
    newest_run = tall["Run"].iloc[-1]
    last = tall[tall["Run"] == newest_run].groupby("count", sort=False)["what"].agg(" / ".join).reset_index()
    names = [clean(str(column)) for column in runs.columns]
    colour = {"field": "what", "type": "nominal", "sort": names, "legend": None, "scale": {"range": list(_DARK)}}
    shape = {"field": "what", "type": "nominal", "sort": names, "legend": None, "scale": {"range": list(_SHAPES)}}
    x = {
        "field": "Run",
        "type": "ordinal",
        "sort": None,
        "title": None,
        "axis": {"labelAngle": -30, "labelLimit": 0, "grid": False},
    }
    y = {"field": "count", "type": "quantitative", "title": None, "axis": {"tickMinStep": 1}}
    spec = {
        "width": WIDTH,
        "height": 260,
        # the slanted days are longer in a wider font
        "padding": {"left": 5, "top": 5, "right": 5, "bottom": 24},
        "data": {"values": tall.to_dict("records")},
        "encoding": {"x": x, "y": y, "color": colour},
        "layer": [
            {"mark": {"type": "line", "strokeWidth": 2}},
            {"mark": {"type": "point", "filled": True, "size": 70}, "encoding": {"shape": shape}},
            {
                "data": {
                    "values": last.assign(label=last["what"] + " " + last["count"].map(number), Run=newest_run).to_dict(
                        "records"
                    )
                },
                "mark": {**TEXT, "dx": 10, "fontWeight": "bold", "color": "black"},
                "encoding": {"color": {"value": "black"}, "text": {"field": "label"}},
            },
        ],
    }
    first, newest = runs.iloc[0], runs.iloc[-1]
    told = "; ".join(f"{name}: van {number(first[name])} naar {number(newest[name])}" for name in runs.columns)
    alt = f"Lijndiagram van {runs.index[0]} tot {runs.index[-1]}. {told}."
    return drawn(spec, shown, title="Hoe gaat het in de tijd?", alt=alt)


def _title_of(key: str) -> str:
    return standard()[key].title


def _names(ranking: pd.DataFrame) -> "pd.Series[str]":
    return ranking["name"].fillna("(zonder naam)").map(clean)


def _lines(ranking: pd.DataFrame) -> "pd.Series[str]":
    """Place and name; where two would read the same, the id behind it keeps them apart."""
    lines = ranking["rank"].astype("str") + ". " + _names(ranking)
    return lines.where(~lines.duplicated(keep=False), lines + " (" + ranking.index.to_series().map(clean) + ")")


def _counted(count: int) -> str:
    return "1 algoritme" if count == 1 else f"{count} algoritmes"
