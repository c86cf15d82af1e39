"""Charts for people who would rather look than read: static SVG, each with a text alternative and its table.

Vega-Lite specifications, drawn by vl-convert. They are written as plain data and not with altair, whose import alone
takes longer than starting vl-convert and drawing them all. Colour never stands alone: every bar or line carries its
number, and a letter or its name. The colours are those of Okabe and Ito, which colour-blind people can tell apart.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from string import ascii_lowercase
from typing import Any, Final

import pandas as pd

from algreg_lib.priority import chances, number
from algreg_lib.quality import LEVELS
from algreg_lib.standard import standard, working_fields

#: Light enough for black text on them, and from light to dark enough apart in grey.
COLOURS: Final = ("#56B4E9", "#E69F00", "#009E73", "#F0E442", "#CC79A7", "#B3B3B3", "#D55E00", "#7FA7D9")
BLUE: Final = "#0072B2"
NOTHING: Final = "niet ingevuld"
#: In pixels: a bar with its gap, the room for the bars, the room for names.
_STEP, _WIDTH, _NAMES = 26, 480, 300
_SHAPES: Final = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart as inline SVG, what it shows in words, and its figures; `svg` is empty when there is nothing to draw."""

    svg: str
    alt: str
    table: pd.DataFrame


def ranking_chart(ranking: pd.DataFrame, *, labels: Mapping[str, str], most: int = 15) -> Chart:
    """The first of the ranking as stacked bars: what each criterion adds to the score.

    `ranking` is `Ranking.table`; `labels` are the criteria by key, in their order.
    """
    first = ranking.head(most)
    added = {label: first[f"contribution_{key}"] for key, label in labels.items()}
    shown = pd.DataFrame({"Plaats": first["rank"], "Algoritme": _names(first), **added, "Score": first["score"]})
    if shown.empty:
        return _nothing(shown, "Er is nog geen rangorde.")
    lines = _lines(first)
    stacked = _stack(lines, pd.DataFrame(added), unit=number)
    leader = shown.iloc[0]
    alt = (
        f"Staafdiagram van de eerste {_counted(len(shown))} in de rangorde. Bovenaan staat {leader['Algoritme']} "
        f"met score {number(leader['Score'])}; de laatste staaf is {shown.iloc[-1]['Algoritme']} met score "
        f"{number(shown.iloc[-1]['Score'])}. Elke staaf is verdeeld over {', '.join(labels.values())}."
    )
    return _chart(
        _stacked_bars(stacked, title="Score (1 tot 5)", end=5, lines=lines),
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
        return _nothing(shown, "Er is nog geen rangorde.")
    values = pd.DataFrame({"line": _lines(able), **figures, "label": chances(able)})
    sure = int((able["top_k_low"] >= 0.95).sum())
    alt = (
        f"Staafdiagram van de kans op de top {top}. Vrijwel zeker erin: {sure} van de {_counted(len(able))}. "
        f"Een streep laat zien hoe de kans nog kan veranderen door punten die niet bekend zijn."
    )
    spec = _layered(
        values,
        [
            {"mark": {"type": "bar", "color": "#9CC9E8"}, "encoding": {"x": _share("Kans", f"Kans op de top {top}")}},
            {
                "transform": [{"filter": "datum.Hoogst > datum.Laagst"}],
                "mark": {"type": "rule", "strokeWidth": 2, "color": "black"},
                "encoding": {"x": _share("Laagst", f"Kans op de top {top}"), "x2": {"field": "Hoogst"}},
            },
            _BEHIND,
        ],
        lines=values["line"],
    )
    return _chart(spec, shown, title=f"Hoe zeker is de top {top}?", alt=alt)


def completeness_by_field(filled: pd.DataFrame) -> Chart:
    """Per field that the register asks for: the share of registrations in which it is filled in.

    `filled` has `field`, `filled` and `total` (the number of registrations).
    """
    shown = pd.DataFrame({"Veld": filled["field"].map(_title_of), "Ingevuld": filled["filled"], "Van": filled["total"]})
    if not filled["total"].any():
        return _nothing(shown, "Er zijn nog geen registraties.")
    values = pd.DataFrame({"line": shown["Veld"], "share": shown["Ingevuld"] / shown["Van"] * 100})
    values["label"] = [f"{n} van {total}" for n, total in zip(shown["Ingevuld"], shown["Van"], strict=True)]
    least = shown.sort_values("Ingevuld", kind="stable").iloc[0]
    alt = (
        f"Staafdiagram van {len(shown)} velden. Het minst ingevuld is {least['Veld']}: bij {least['Ingevuld']} van de "
        f"{_counted(int(least['Van']))}. Zoveel velden zijn overal ingevuld: "
        f"{int((shown['Ingevuld'] == shown['Van']).sum())}."
    )
    spec = _layered(
        values,
        [
            {"mark": {"type": "bar", "color": "#9CC9E8"}, "encoding": {"x": _share("share", "Ingevuld")}},
            _BEHIND,
        ],
        lines=shown["Veld"],
    )
    return _chart(spec, shown, title="Hoe volledig is elk veld?", alt=alt)


def completeness_by_department(completeness: pd.DataFrame, departments: "pd.Series[str]") -> Chart:
    """Per department how many registrations stand on each step of the ladder, as stacked bars.

    `completeness` has `level`; `departments` the department; both by `registration_id`.
    """
    where = departments.reindex(completeness.index).fillna(f"Afdeling {NOTHING}").map(_clean)
    counts = pd.crosstab(where, completeness["level"]).reindex(columns=list(LEVELS), fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    shown = counts.rename_axis(None, axis=1).rename_axis("Afdeling").reset_index()
    if shown.empty:
        return _nothing(shown, "Er zijn nog geen registraties.")
    stacked = _stack(pd.Series(counts.index, index=counts.index), counts, unit=lambda value: f"{value:.0f}")
    largest = counts.iloc[0]
    alt = (
        f"Staafdiagram per afdeling ({len(counts)}). De meeste algoritmes heeft {counts.index[0]}: "
        f"{int(largest.sum())}, waarvan {', '.join(f'{int(n)} {level}' for level, n in largest.items() if n)}."
    )
    spec = _stacked_bars(stacked, title="Algoritmes", end=float(counts.sum(axis=1).max()), lines=counts.index)
    return _chart(spec, shown, title="Hoe volledig is elke afdeling?", alt=alt)


def progress_chart(progress: "pd.Series[str]") -> Chart:
    """How many registrations are at each step of the interviews. `progress` is the working field of that name."""
    steps = next(f.choices for f in working_fields() if f.key == "progress")
    said = progress.fillna(NOTHING).map(_clean)
    order = [*steps, *sorted(set(said) - {*steps, NOTHING}), NOTHING]
    counts = said.value_counts().reindex(order, fill_value=0)
    shown = pd.DataFrame({"Stap": order, "Algoritmes": counts.to_numpy()})
    if progress.empty:
        return _nothing(shown, "Er zijn nog geen registraties.")
    values = pd.DataFrame({"line": order, "count": counts.to_numpy(), "label": [str(n) for n in counts]})
    alt = "Staafdiagram van de voortgang. " + "; ".join(f"{step}: {n}" for step, n in counts.items()) + "."
    spec = _layered(
        values,
        [
            {"mark": {"type": "bar", "color": "#9CC9E8"}, "encoding": {"x": _count("count", "Algoritmes")}},
            {"mark": {**_TEXT, "dx": 4}, "encoding": {"x": _count("count", "Algoritmes"), "text": {"field": "label"}}},
        ],
        lines=order,
    )
    return _chart(spec, shown, title="Hoe ver zijn we?", alt=alt)


def trend_chart(runs: pd.DataFrame, *, most: int = 12) -> Chart:
    """A line per column of `runs`, with a point for each of the last `most` runs.

    Index: what a reader calls the run, each once, oldest first.
    """
    runs = runs.tail(most)
    shown = runs.rename_axis("Run").reset_index()
    if runs.empty:
        return _nothing(shown, "Er is nog geen run.")
    if len(runs) == 1:
        return _nothing(shown, "Er is nog maar één run. Na de volgende ziet u hier hoe het gaat.")
    tall = shown.melt("Run", var_name="what", value_name="count").dropna(subset="count")
    tall["what"], tall["Run"] = tall["what"].map(_clean), tall["Run"].astype("str").map(_clean)
    newest_run = tall["Run"].iloc[-1]
    last = tall[tall["Run"] == newest_run].groupby("count", sort=False)["what"].agg(" / ".join).reset_index()
    names = [_clean(str(column)) for column in runs.columns]
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
        "width": _WIDTH,
        "height": 260,
        # as _SPARE: the slanted days are longer in a wider font
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
                "mark": {**_TEXT, "dx": 10, "fontWeight": "bold", "color": "black"},
                "encoding": {"color": {"value": "black"}, "text": {"field": "label"}},
            },
        ],
    }
    first, newest = runs.iloc[0], runs.iloc[-1]
    told = "; ".join(f"{name}: van {number(first[name])} naar {number(newest[name])}" for name in runs.columns)
    alt = f"Lijndiagram van {runs.index[0]} tot {runs.index[-1]}. {told}."
    return _chart(spec, shown, title="Hoe gaat het in de tijd?", alt=alt)


#: Dark enough to see a thin line on white.
_DARK: Final = ("#0072B2", "#D55E00", "#006D50", "#8A4C77", "#333333", "#7A5B00")
#: Room at both sides: labels were measured in Arial, and a computer without it shows a wider font.
_SPARE: Final = 50
_TEXT: Final[dict[str, Any]] = {"type": "text", "align": "left", "baseline": "middle", "fontSize": 12, "clip": False}
#: The label of a line behind the end of a scale to 100.
_BEHIND: Final = {
    "mark": {**_TEXT, "dx": 10},
    "encoding": {"x": {"value": _WIDTH}, "text": {"field": "label"}},
}


def _stack(lines: "pd.Series[str]", parts: pd.DataFrame, *, unit: Any) -> pd.DataFrame:
    """Per line and part where the piece of bar starts and ends, its letter with name, and its label."""
    ends = parts.cumsum(axis=1)
    names = [f"{ascii_lowercase[n % 26]} = {_clean(str(part))}" for n, part in enumerate(parts.columns)]
    widest = float(ends.to_numpy().max()) or 1.0
    rows = [
        {
            "line": line,
            "part": name,
            "start": end - value,
            "end": end,
            "label": _piece(name[0], unit(value), value / widest),
        }
        for part, name in zip(parts.columns, names, strict=True)
        for line, value, end in zip(lines.tolist(), parts[part].tolist(), ends[part].tolist(), strict=True)
        if value > 0
    ]
    return pd.DataFrame(rows, columns=["line", "part", "start", "end", "label"])


def _piece(letter: str, value: str, share: float) -> str:
    room = share * _WIDTH
    return f"{letter} {value}" if room > 44 else letter if room > 12 else ""


def _stacked_bars(stacked: pd.DataFrame, *, title: str, end: float, lines: Iterable[str]) -> dict[str, Any]:
    names = sorted(stacked["part"].unique())
    colour = {
        "field": "part",
        "type": "nominal",
        "scale": {"domain": names, "range": list(COLOURS)},
        "legend": {"title": None, "orient": "bottom", "columns": 2, "labelLimit": 340},
    }
    scale = {"domain": [0, end], "nice": False}
    x = {"field": "start", "type": "quantitative", "title": title, "scale": scale, "axis": {"tickMinStep": 1}}
    bar = {"type": "bar", "stroke": "white", "strokeWidth": 1}
    middle = {"field": "middle", "type": "quantitative", "title": title, "scale": scale}
    return _layered(
        stacked.assign(middle=(stacked["start"] + stacked["end"]) / 2),
        [
            {"mark": bar, "encoding": {"x": x, "x2": {"field": "end"}, "color": colour}},
            {"mark": {**_TEXT, "align": "center"}, "encoding": {"x": middle, "text": {"field": "label"}}},
        ],
        lines=lines,
    )


def _layered(values: pd.DataFrame, layers: Sequence[Mapping[str, Any]], *, lines: Iterable[str]) -> dict[str, Any]:
    """Horizontal bars and what stands on them, one line of the chart per `line`, in the order of `lines`."""
    axis = {"labelLimit": _NAMES, "ticks": False, "domain": False, "labelPadding": 8}
    # said aloud: what is stacked comes part by part, in which the first line may have nothing
    order = {"scale": {"domain": list(lines)}, "sort": None}
    return {
        "width": _WIDTH,
        "height": {"step": _STEP},
        "data": {"values": values.to_dict("records")},
        "encoding": {"y": {"field": "line", "type": "nominal", "title": None, "axis": axis, **order}},
        "layer": list(layers),
    }


def _share(field: str, title: str | None = None) -> dict[str, Any]:
    axis = {"labelExpr": "datum.label + '%'", "tickCount": 5}
    return {"field": field, "type": "quantitative", "title": title, "scale": {"domain": [0, 100]}, "axis": axis}


def _count(field: str, title: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "title": title, "axis": {"tickMinStep": 1}}


def _chart(spec: dict[str, Any], table: pd.DataFrame, *, title: str, alt: str) -> Chart:
    import vl_convert  # here: starting it takes a third of a second

    config = {
        "font": "Arial, Helvetica, sans-serif",
        "aria": False,
        "view": {"stroke": None},
        "axis": {"labelFontSize": 12, "titleFontSize": 12, "labelColor": "black", "titleColor": "black"},
        "legend": {"labelFontSize": 12, "labelColor": "black", "columnPadding": 60},
    }
    alt = _clean(alt)
    text = json.dumps({**spec, "background": "white", "config": config}, ensure_ascii=False)
    return Chart(svg=_named(vl_convert.vegalite_to_svg(text), title=title, alt=alt), alt=alt, table=table)


def _named(svg: str, *, title: str, alt: str) -> str:
    """The SVG as one image with a name and a description for who cannot see it, no wider than the page."""
    inside = svg[svg.index(">") + 1 :]
    box = re.search(r'viewBox="0 0 (\S+) (\S+)"', svg[: svg.index(">")])
    width, height = (float(side) for side in (box.groups() if box else ("800", "400")))
    mark = "grafiek-" + hashlib.sha256(f"{title}{alt}{svg}".encode()).hexdigest()[:10]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{mark}-titel {mark}-tekst" '
        f'viewBox="{-_SPARE} 0 {width + 2 * _SPARE:g} {height:g}" width="{width + 2 * _SPARE:g}" height="{height:g}" '
        'style="max-width:100%;height:auto;overflow:visible">'
        f'<title id="{mark}-titel">{escape(title)}</title><desc id="{mark}-tekst">{escape(alt)}</desc>'
        + re.sub(r"<[a-z][^>]*>", lambda tag: re.sub(r' (?:role|aria-[a-z]+)="[^"]*"', "", tag[0]), inside)
    )


def _nothing(table: pd.DataFrame, sentence: str) -> Chart:
    return Chart(svg="", alt=sentence, table=table)


def _title_of(key: str) -> str:
    return standard()[key].title


def _names(ranking: pd.DataFrame) -> "pd.Series[str]":
    return ranking["name"].fillna("(zonder naam)").map(_clean)


def _lines(ranking: pd.DataFrame) -> "pd.Series[str]":
    """Place and name; where two would read the same, the id behind it keeps them apart."""
    lines = ranking["rank"].astype("str") + ". " + _names(ranking)
    return lines.where(~lines.duplicated(keep=False), lines + " (" + ranking.index.to_series().map(_clean) + ")")


def _clean(text: str) -> str:
    """The text on one line, without signs that cannot stand in XML."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _counted(count: int) -> str:
    return "1 algoritme" if count == 1 else f"{count} algoritmes"
