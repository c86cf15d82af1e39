"""The small pieces of markup that several screens share. Every text is escaped here, and nowhere trusted."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from html import escape
from typing import Any, Final

import pandas as pd

from algreg_lib.findings import SEVERITY_LABELS

#: A shape beside the word, so that severities differ for who sees no colour.
_SHAPES: Final = {"critical": "✖", "warning": "▲", "info": "●"}


def text(value: object, *, empty: str = "–") -> str:
    """A value as markup: escaped, its lines kept; `empty` for what is missing."""
    if not isinstance(value, str):
        return escape(empty) if pd.isna(value) else escape(str(value))  # type: ignore[call-overload]
    return "<br>".join(escape(line) for line in value.splitlines()) or escape(empty)


def severity(key: str) -> str:
    """The word for a severity with its shape."""
    label = SEVERITY_LABELS.get(key, key)  # type: ignore[call-overload]
    shape = f'<span aria-hidden="true">{_SHAPES.get(key, "")}</span>'
    return f'<span class="ernst ernst-{escape(key)}">{shape} {escape(label)}</span>'


def button(label: str, action: str, value: str = "", *, key: str = "", about: str = "", chosen: bool = False) -> str:
    """A button that sends an action; `key` is the key that does the same, `about` tells like buttons apart by ear."""
    shortcut = f' aria-keyshortcuts="{escape(key)}"' if key else ""
    inside = (f'<kbd aria-hidden="true">{escape(key)}</kbd>' if key else "") + escape(label)
    inside += f'<span class="verborgen">: {escape(about)}</span>' if about else ""
    pressed = ' aria-pressed="true" class="gekozen"' if chosen else ""
    return (
        f'<button type="button" id="{escape(f"{action}-{value}")}" data-action="{escape(action)}" '
        f'data-value="{escape(value)}"{shortcut}{pressed}>{inside}</button>'
    )


def rows(
    lines: Iterable[tuple[str, Mapping[str, str]]],
    columns: Mapping[str, str],
    *,
    caption: str,
    chosen: str = "",
    numbers: Collection[str] = (),
) -> str:
    """A table of which each line can be chosen by the button in its first column.

    `lines` are (id, cell by column); the first cell is plain text, the others are markup, as is `under`: a small line
    under the first. `columns` are the headings, `numbers` the columns that hold numbers.
    """
    first, *others = columns
    head = "".join(f'<th scope="col"{_number(key in numbers)}>{escape(title)}</th>' for key, title in columns.items())
    body = "".join(
        f'<tr{_current(key == chosen)}><th scope="row"><button type="button" class="rij" id="rij-{escape(key)}" '
        f'data-action="choose" data-value="{escape(key)}">{escape(cells[first])}</button>'
        f"{_under(cells.get('under', ''))}</th>"
        + "".join(f"<td{_number(other in numbers)}>{cells[other]}</td>" for other in others)
        + "</tr>"
        for key, cells in lines
    )
    title = f"<caption>{escape(caption)}</caption>"
    return scrolling(caption, f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")


def scrolling(label: str, inside: str, *, reading: bool = False) -> str:
    """A part of the page that scrolls by itself, also with the keyboard; `reading` gives text some air."""
    classes = "rol tekst" if reading else "rol"
    return f'<div class="{classes}" tabindex="0" role="region" aria-label="{escape(label)}">{inside}</div>'


def findings_list(findings: pd.DataFrame) -> str:
    """Findings as a list: how bad, what is wrong and what to do, and in which cell."""
    items = "".join(
        f"<li>{severity(row['severity'])} {text(row['message'])}{_cell(row)}</li>"
        for row in findings.to_dict("records")
    )
    return f'<ul class="bevindingen">{items}</ul>' if items else ""


def _under(markup: str) -> str:
    return f'<br><span class="grijs">{markup}</span>' if markup else ""


def _cell(row: Mapping[Hashable, Any]) -> str:
    return f' <span class="grijs">({escape(row["sheet"])} {escape(row["cell"])})</span>' if row["cell"] else ""


def _number(yes: bool) -> str:
    return ' class="getal"' if yes else ""


def _current(chosen: bool) -> str:
    return ' aria-current="true"' if chosen else ""
