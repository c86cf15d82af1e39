"""The pieces of a report: tables, key figures and sentences, as accessible HTML in which all text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from numbers import Real
from typing import Any, Final

import pandas as pd

#: Stands in a cell that holds nothing, so that a reader sees that it was not forgotten.
EMPTY: Final = "–"

_DUTCH: Final = str.maketrans(",.", ".,")
#: In the element itself, so that the bar is there in JupyterLab too, where the style of the page is not.
_TRACK: Final = "display:inline-block;width:5em;height:.7em;margin-right:.6em;background:#dfe6ee"
_NUMBER: Final = "display:inline-block;min-width:2.8em"
_BAR: Final = "display:block;height:100%;background:#2a6db0"


#: JupyterLab sets all tables to the right and their captions in the middle; texts are easier to read from the left.
#: A page leaves this out.
IN_JUPYTERLAB: Final = (
    "<style>.jp-RenderedHTMLCommon .tabel :is(td, th, caption) { text-align: left; } "
    ".jp-RenderedHTMLCommon .tabel caption { font-weight: 600; } "
    ".jp-RenderedHTMLCommon .tabel .getal { text-align: right; }</style>"
)


@dataclass(frozen=True)
class Html:
    """A piece of HTML that a notebook shows and a report takes over."""

    markup: str

    def _repr_html_(self) -> str:
        return f"{IN_JUPYTERLAB}{self.markup}"

    def __str__(self) -> str:
        return self.markup


def table(
    rows: pd.DataFrame,
    *,
    caption: str,
    bars: Mapping[str, float] | None = None,
    empty: str = "Niets gevonden.",
    most: int = 1000,
) -> Html:
    """`rows` as a table: the first column heads each row, the column names are what the reader sees.

    `bars` draws a bar behind the number of a column, as a share of the figure given; the number stays readable.
    No more than `most` rows are shown; a sentence says how many there are then.
    """
    if rows.empty:
        return paragraph(f"{caption}: {empty[:1].lower()}{empty[1:]}")
    left = len(rows) - most
    rows = rows.head(most)
    names = [str(name) for name in rows.columns]
    forms = {name: _number_form(rows[name]) for name in names if pd.api.types.is_numeric_dtype(rows[name].dtype)}
    head = "".join(f'<th scope="col"{_number_class(name, forms)}>{escape(name)}</th>' for name in names)
    lines = rows.itertuples(index=False, name=None)
    body = "".join(f"<tr>{_cells(names, values, forms, bars or {})}</tr>" for values in lines)
    title = escape(caption)
    return Html(
        f'<div class="tabel" role="region" aria-label="{title}" tabindex="0"><table><caption>{title}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{_left_out(left, most)}"
    )


def key_figures(figures: Iterable[tuple[str, object, str]]) -> Html:
    """Large numbers, each with its label and one explaining line: (label, number, line)."""
    items = "".join(
        f"<div><dt>{escape(label)}</dt><dd><strong>{_text(number)}</strong> <span>{escape(line)}</span></dd></div>"
        for label, number, line in figures
    )
    return Html(f'<dl class="kerncijfers">{items}</dl>')


def paragraph(*sentences: str) -> Html:
    """Sentences in one paragraph; empty ones are left out."""
    return Html(f"<p>{escape(' '.join(sentence for sentence in sentences if sentence))}</p>")


def bullets(items: Iterable[str]) -> Html:
    """A list with one sentence per item."""
    return Html(f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>")


def counted(number: int, one: str, more: str) -> str:
    """A number with its noun, in the right form: `1 algoritme`, `3 algoritmes`."""
    return f"{_text(number)} {one if number == 1 else more}"


def _left_out(left: int, most: int) -> str:
    told = f"De eerste {_text(most)} staan hier. Nog {_text(left)} staan in de bestanden bij deze run."
    return str(paragraph(told)) if left > 0 else ""


def _cells(names: list[str], values: tuple[Any, ...], forms: Mapping[str, str], bars: Mapping[str, float]) -> str:
    cells = [f'<th scope="row"{_number_class(names[0], forms)}>{_text(values[0], forms.get(names[0], ""))}</th>']
    for name, value in zip(names[1:], values[1:], strict=True):
        bar = _bar(value, bars[name]) if name in bars else ""
        text = _text(value, forms.get(name, ""))
        shown = f'{bar}<span style="{_NUMBER}">{text}</span>' if bar else text
        cells.append(f"<td{_number_class(name, forms)}>{shown}</td>")
    return "".join(cells)


def _bar(value: Any, full: float) -> str:
    """A bar as wide as the share; for the eye only, as the number stands beside it."""
    share = 0.0 if pd.isna(value) or full <= 0 else max(0.0, min(1.0, float(value) / full)) * 100
    bar = f'<span style="{_BAR};width:{share:.0f}%"></span>'
    return f'<span class="staaf" aria-hidden="true" style="{_TRACK}">{bar}</span>'


def _number_class(name: str, forms: Mapping[str, str]) -> str:
    return ' class="getal"' if name in forms else ""


def _number_form(column: pd.Series[Any]) -> str:
    """The same number of decimals in all of a column: two where any of its numbers is broken, else none."""
    numbers = column.dropna().astype(float)
    return ",.0f" if (numbers == numbers.round()).all() else ",.2f"


def _text(value: Any, form: str = "") -> str:
    if isinstance(value, str):
        return "<br>".join(escape(line) for line in value.splitlines()) or EMPTY
    if pd.isna(value):
        return EMPTY
    if isinstance(value, Real):
        return format(float(value), form or ",.0f").translate(_DUTCH)
    return escape(str(value))
