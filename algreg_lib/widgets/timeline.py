"""The history of one registration, as a list that people read: when, who, and what each field was and became."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from itertools import groupby
from typing import Final

import pandas as pd

from algreg_lib.reports import field_title, moment_text

#: So many signs stand before and behind what changed in a long text.
_AROUND: Final = 40
#: From so many signs on, only the part that changed is shown.
_LONG: Final = 160
#: No more than so many signs of one text are shown; the whole of what stands there now is above the history.
_MOST: Final = 400


def timeline_markup(events: pd.DataFrame, *, begin: str) -> str:
    """The events (history.EVENT_COLUMNS, newest first) in words; `begin` is the first run that was remembered."""
    lines = [{str(key): str(text) for key, text in event.items()} for event in events.to_dict("records")]
    groups = groupby(lines, key=lambda event: (event["how"], event["moment"], event["by"]))
    items = "".join(f"<li>{_group(list(of_one))}</li>" for _, of_one in groups)
    return f'<ul class="geschiedenis">{items}</ul>{_start(begin, nothing=not items)}'


def passage(old: str, new: str) -> tuple[str, str]:
    """Two texts, when long without the ends that they share; an ellipsis stands for what is left out."""
    if max(len(old), len(new)) <= _LONG:
        return old, new
    before = _shared(old, new)
    behind = _shared(old[before:][::-1], new[before:][::-1])
    start = max(before - _AROUND, 0)
    start = old.find(" ", start, before) + 1 or start  # at the beginning of a word, where there is one
    shown = (text[start : len(text) - max(behind - _AROUND, 0)] for text in (old, new))
    head, tail = "… " if start else "", " …" if behind > _AROUND else ""
    was, now = (f"{head}{text}{tail}" for text in shown)
    return was, now


def _group(events: list[dict[str, str]]) -> str:
    lines = "".join(f"<li>{_change(event)}</li>" for event in events)
    return f"<strong>{_when(events[0])}</strong><ul>{lines}</ul>"


def _when(event: Mapping[str, str]) -> str:
    match event["how"]:
        case "formulier":
            return f"{moment_text(event['moment'])}: bewaard door {escape(event['by'])}"
        case "run":
            return f"{moment_text(event['moment'])}: gezien bij een run. Veranderd na {moment_text(event['since'])}"
        case _:
            return f"Veranderd na de laatste run ({moment_text(event['since'])})"


def _change(event: Mapping[str, str]) -> str:
    if not event["field"]:
        return "Deze registratie kwam erbij." if event["new"] else "Deze registratie ging uit de inventaris."
    title = escape(field_title(event["field"]))
    old, new = passage(event["old"], event["new"])
    if not old:
        return f"{title}: was leeg, werd {_quoted(new)}"
    if not new:
        return f"{title}: was {_quoted(old)}, werd leeg"
    return f"{title}: was {_quoted(old)}, werd {_quoted(new)}"


def _quoted(text: str) -> str:
    shown = text if len(text) <= _MOST else f"{text[:_MOST]} …"
    return f"<q>{'<br>'.join(escape(line) for line in shown.splitlines())}</q>"


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _start(begin: str, *, nothing: bool) -> str:
    if not begin:
        return '<p class="grijs">De geschiedenis begint bij de eerste run. Start die met: algreg run</p>'
    told = "Er is nog niets veranderd. " if nothing else ""
    return f'<p class="grijs">{told}De geschiedenis begon op {moment_text(begin)}.</p>'
