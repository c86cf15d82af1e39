"""Drawing a chart: Vega-Lite specifications of bars with their labels, and the SVG that they become.

They are written as plain data and not with altair, whose import alone takes longer than starting vl-convert and drawing
all charts of a run.
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

#: Light enough for black text on them, and from light to dark enough apart in grey.
COLOURS: Final = ("#56B4E9", "#E69F00", "#009E73", "#F0E442", "#CC79A7", "#B3B3B3", "#D55E00", "#7FA7D9")
#: In pixels: a bar with its gap, the room for the bars, the room for names.
_STEP, WIDTH, _NAMES = 26, 480, 300
#: Room at both sides: labels were measured in Arial, and a computer without it shows a wider font.
_SPARE: Final = 50
TEXT: Final[dict[str, Any]] = {"type": "text", "align": "left", "baseline": "middle", "fontSize": 12, "clip": False}
#: The label of a line behind the end of a scale to 100.
BEHIND: Final = {
    "mark": {**TEXT, "dx": 10},
    "encoding": {"x": {"value": WIDTH}, "text": {"field": "label"}},
}


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart as inline SVG, what it shows in words, and its figures; `svg` is empty when there is nothing to draw."""

    svg: str
    alt: str
    table: pd.DataFrame


def stacked(lines: "pd.Series[str]", parts: pd.DataFrame, *, unit: Any) -> pd.DataFrame:
    """Per line and part where the piece of bar starts and ends, its letter with name, and its label.

    A part that is the only one with anything in it needs no letter: its label is the number alone.
    """
    ends = parts.cumsum(axis=1)
    several = (parts > 0).any().sum() > 1
    letters = [ascii_lowercase[n % 26] if several else "" for n in range(parts.shape[1])]
    names = [
        f"{letter} = {clean(str(part))}" if letter else clean(str(part))
        for letter, part in zip(letters, parts.columns, strict=True)
    ]
    widest = float(ends.to_numpy().max()) or 1.0
    rows = [
        {
            "line": line,
            "part": name,
            "start": end - value,
            "end": end,
            "label": _piece(letter, unit(value), value / widest),
        }
        for part, letter, name in zip(parts.columns, letters, names, strict=True)
        for line, value, end in zip(lines.tolist(), parts[part].tolist(), ends[part].tolist(), strict=True)
        if value > 0
    ]
    return pd.DataFrame(rows, columns=["line", "part", "start", "end", "label"])


def _piece(letter: str, value: str, share: float) -> str:
    room = share * WIDTH
    return f"{letter} {value}".strip() if room > 44 else letter or value if room > 12 else ""


def stacked_bars(stacked: pd.DataFrame, *, title: str, end: float, lines: Iterable[str]) -> dict[str, Any]:
    """A bar per line, put together from the pieces of `stacked`, on a scale from 0 to `end`."""
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
    return layered(
        stacked.assign(middle=(stacked["start"] + stacked["end"]) / 2),
        [
            {"mark": bar, "encoding": {"x": x, "x2": {"field": "end"}, "color": colour}},
            {"mark": {**TEXT, "align": "center"}, "encoding": {"x": middle, "text": {"field": "label"}}},
        ],
        lines=lines,
    )


def layered(values: pd.DataFrame, layers: Sequence[Mapping[str, Any]], *, lines: Iterable[str]) -> dict[str, Any]:
    """Horizontal bars and what stands on them, one line of the chart per `line`, in the order of `lines`."""
    axis = {"labelLimit": _NAMES, "ticks": False, "domain": False, "labelPadding": 8}
    # said aloud: what is stacked comes part by part, in which the first line may have nothing
    order = {"scale": {"domain": list(lines)}, "sort": None}
    return {
        "width": WIDTH,
        "height": {"step": _STEP},
        "data": {"values": values.to_dict("records")},
        "encoding": {"y": {"field": "line", "type": "nominal", "title": None, "axis": axis, **order}},
        "layer": list(layers),
    }


def share_axis(field: str, title: str | None = None) -> dict[str, Any]:
    """The horizontal place of a percentage, on a scale to 100%."""
    axis = {"labelExpr": "datum.label + '%'", "tickCount": 5}
    return {"field": field, "type": "quantitative", "title": title, "scale": {"domain": [0, 100]}, "axis": axis}


def count_axis(field: str, title: str) -> dict[str, Any]:
    """The horizontal place of a count, on a scale of whole numbers."""
    return {"field": field, "type": "quantitative", "title": title, "axis": {"tickMinStep": 1}}


def drawn(spec: dict[str, Any], table: pd.DataFrame, *, title: str, alt: str) -> Chart:
    """The chart: the drawing of `spec` with its words, and the table behind it."""
    import vl_convert  # here: starting it takes a third of a second

    config = {
        "font": "Arial, Helvetica, sans-serif",
        "aria": False,
        "view": {"stroke": None},
        "axis": {"labelFontSize": 12, "titleFontSize": 12, "labelColor": "black", "titleColor": "black"},
        "legend": {"labelFontSize": 12, "labelColor": "black", "columnPadding": 60},
    }
    alt = clean(alt)
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


def nothing(table: pd.DataFrame, sentence: str) -> Chart:
    """The chart of nothing: a sentence and an empty drawing."""
    return Chart(svg="", alt=sentence, table=table)


def clean(text: str) -> str:
    """The text on one line, without signs that cannot stand in XML."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
