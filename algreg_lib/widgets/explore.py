"""Exploring the inventory: which algorithms fit a search, and one of them in full. From tables to markup."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Final

import pandas as pd

from algreg_lib.findings import SEVERITIES, SEVERITY_LABELS
from algreg_lib.history import History, unseen
from algreg_lib.inventory import Inventory
from algreg_lib.reports import Results, counted, names
from algreg_lib.standard import Field, standard, working_fields
from algreg_lib.widgets.markup import findings_list, rows, scrolling, severity, text

ALL: Final = ""  #: a filter that lets all through
#: One registration: the value, or what is missing, by column.
Values = Mapping[str, object]
UNKNOWN: Final = "niet ingevuld"
#: So many lines a list shows; who looks for one algorithm narrows the search.
MOST: Final = 100
_COLUMNS: Final = {"name": "Algoritme", "level": "Trede", "found": "Bevindingen"}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a reader looks for; empty where it does not matter."""

    words: str = ""
    severity: str = ALL  #: at least one finding of this severity
    status: str = ALL
    department: str = ALL
    level: str = ALL  #: step of the ladder of completeness


def overview(inventory: Inventory, found: Results) -> pd.DataFrame:
    """One line per registration, in the order of the ranking.

    Index `registration_id`; `name`, `status`, `department`, `owner`, `level`, `rank`, a count per severity, and
    `searched`: all its texts in lower case.
    """
    frame = inventory.registrations
    counts = pd.crosstab(found.findings["registration_id"], found.findings["severity"])
    table = pd.DataFrame({"name": names(found).reindex(frame.index)})
    for key in ("status", "department", "owner"):
        table[key] = _known(frame, key)
    table["level"] = found.completeness["level"].reindex(frame.index)
    table["rank"] = found.ranking["rank"].reindex(frame.index)
    table = table.join(counts.reindex(index=frame.index, columns=list(SEVERITIES), fill_value=0))
    table["searched"] = _searched(frame)
    return table.sort_values("rank", kind="stable")


def matching(table: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    """The lines of `overview` that fit all that is wanted; every word has to be somewhere in the registration."""
    fits = pd.Series(True, index=table.index)
    for word in wanted.words.casefold().split():
        fits &= table["searched"].str.contains(word, regex=False)
    for column in ("status", "department", "level"):
        value = getattr(wanted, column)
        fits &= value == ALL or table[column] == value
    if wanted.severity in SEVERITIES:
        fits &= table[wanted.severity] > 0
    return table[fits]


def options(table: pd.DataFrame, column: str, everything: str) -> list[tuple[str, str]]:
    """What a reader can choose for a column: (label, value), with the one that lets all through first."""
    return [(everything, ALL), *((value, value) for value in sorted(table[column].unique()))]


def severity_options(everything: str) -> list[tuple[str, str]]:
    """The severities to choose from, worst first."""
    return [(everything, ALL), *((SEVERITY_LABELS[key], key) for key in SEVERITIES)]


def list_markup(lines: pd.DataFrame, total: int, *, chosen: str = "") -> str:
    """The algorithms that were found, as a table to choose from."""
    if lines.empty:
        return "<p>Geen enkel algoritme past hierbij. Maak de zoekvraag ruimer.</p>"
    shown = zip(lines.index, lines.head(MOST).to_dict("records"), strict=False)
    left = len(lines) - MOST
    more = f"<p>Nog {left} algoritmes passen ook. Maak de zoekvraag smaller.</p>" if left > 0 else ""
    caption = f"{len(lines)} van {counted(total, 'algoritme', 'algoritmes')}"
    return rows([(str(key), _line(line)) for key, line in shown], _COLUMNS, caption=caption, chosen=chosen) + more


def known_events(history: History, inventory: Inventory) -> pd.DataFrame:
    """What is known of the past of all registrations, oldest first, with what changed since the last run."""
    return pd.concat([history.events, unseen(history, inventory)], ignore_index=True)


def registration_markup(registration_id: str, inventory: Inventory, found: Results, *, timeline: str) -> str:
    """One registration in full: its fields in the order of the public site, each with its findings; its history."""
    values = _values(inventory, registration_id)
    findings = found.findings[found.findings["registration_id"] == registration_id]
    title = names(found).get(registration_id, registration_id)
    parts = [f"<h2>{escape(str(title))}</h2>", _standing(registration_id, found)]
    parts.append(findings_list(findings[~findings["field"].isin({*standard(inventory.standard).keys, *values})]))
    parts += [
        _section(name or "Overige velden", fields, values, findings)
        for name, fields in standard(inventory.standard).sections.items()
    ]
    inside = tuple(f for f in working_fields() if f.key in values)
    parts.append(_section("Intern: komt nooit naar buiten", inside, values, findings))
    own = tuple(Field(key=key, title=key) for key in inventory.extra_columns)
    parts.append(_section("Eigen kolommen: komen nooit naar buiten", own, values, findings))
    parts.append(f"<h3>Geschiedenis</h3>{timeline}")
    return scrolling(f"Alles over {title}", "".join(parts), reading=True)


def _line(line: Mapping[Hashable, Any]) -> dict[str, str]:
    marks = [f"{severity(key)} {line[key]}" for key in SEVERITIES if line[key]]
    return {
        "name": str(line["name"]),
        "under": f"{escape(line['status'])} · {escape(line['department'])}",
        "level": escape(str(line["level"]).capitalize()),
        "found": "<br>".join(marks) or "geen",
    }


def _standing(registration_id: str, found: Results) -> str:
    place, level, filled = (
        str(table.at[registration_id, column])
        for table, column in ((found.ranking, "rank"), (found.completeness, "level"), (found.completeness, "vulling"))
    )
    return f"<p>Plaats {place} in de rangorde. {escape(level.capitalize())}. {filled}% gevuld volgens het register.</p>"


def _section(name: str, fields: tuple[Field, ...], values: Values, findings: pd.DataFrame) -> str:
    shown, silent = [], []
    for field in fields:
        about = findings[findings["field"] == field.key]
        value = values.get(field.key)
        if isinstance(value, str) or not about.empty or field.required or field.show_always:
            filled = text(value) if isinstance(value, str) else '<span class="leeg">Veld niet ingevuld.</span>'
            shown.append(f"<dt>{escape(field.title)}</dt><dd>{filled}{findings_list(about)}</dd>")
        else:
            silent.append(field.title)
    if not shown and not silent:
        return ""
    empty = f'<p class="grijs">Leeg: {escape(", ".join(silent))}.</p>' if silent else ""
    return f"<h3>{escape(name)}</h3><dl>{''.join(shown)}</dl>{empty}"


def _values(inventory: Inventory, registration_id: str) -> Values:
    row = inventory.registrations.loc[[registration_id]].to_dict("records")[0]
    return {str(column): value for column, value in row.items()}


def _known(frame: pd.DataFrame, key: str) -> pd.Series[str]:
    return frame[key].fillna(UNKNOWN) if key in frame.columns else pd.Series(UNKNOWN, index=frame.index, dtype="str")


def _searched(frame: pd.DataFrame) -> pd.Series[str]:
    texts = [frame.index.to_series().astype("str"), *(frame[column].fillna("") for column in frame.columns)]
    joined = ["\n".join(parts).casefold() for parts in zip(*texts, strict=True)]
    return pd.Series(joined, index=frame.index, dtype="str")
