"""What the form for one registration asks, counts and says; from the standard and the texts, without a screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

import pandas as pd

from algreg_lib.findings import SEVERITIES, SEVERITY_LABELS, Severity
from algreg_lib.inventory import CHANGED_BY, CHANGED_ON, Entry, cell_of_entries, cell_of_grouping, entries, grouping
from algreg_lib.quality import stripped
from algreg_lib.reports import counted
from algreg_lib.standard import CURRENT, Field, standard, working_fields

#: How a field is filled in: one line, a long text, a list to choose from, boxes to tick, rows of title and link, or not
#: by people at all.
Kind = Literal["line", "area", "choice", "choices", "rows", "fixed"]

#: What stands above everything that stays inside.
INTERNAL: Final = "Intern, wordt niet gepubliceerd"
_OTHER: Final = "Overige velden"
_OWN: Final = "Een kolom die u zelf aan het werkboek hebt toegevoegd."
#: Longer texts get room for several lines.
_ONE_LINE: Final = 120
#: From this share of the limit on, the count says what is left.
_NEARLY_FULL: Final = 0.9
_BY_SAVING: Final = frozenset({CHANGED_BY, CHANGED_ON})
#: Formats of which people are shown how to write them.
_WRITTEN: Final = {"year-month": "jjjj-mm", "date": "jjjj-mm-dd", "url": "https://…"}


@dataclass(frozen=True, kw_only=True)
class Tab:
    """One tab of the form."""

    title: str
    fields: tuple[Field, ...]
    internal: bool = False


@dataclass(frozen=True, kw_only=True)
class Count:
    """How long a text is, in words; `over` when the register would refuse it."""

    sentence: str
    over: bool


def tabs(version: str, own_columns: Sequence[str] = ()) -> tuple[Tab, ...]:
    """The tabs: those of the standard, then one for all that stays inside, the columns of the user among it."""
    declared = standard(version)
    public = [Tab(title=name or _OTHER, fields=tuple(map(_explained, of))) for name, of in declared.sections.items()]
    internal = [
        f for f in working_fields() if f.sheet != "Interviews" and f.key not in {"registration_id", *declared.keys}
    ]
    internal += [Field(key=key, title=key, public=False, help=_OWN) for key in own_columns]
    return (*public, Tab(title="Intern", fields=tuple(internal), internal=True))


def kind_of(field: Field) -> Kind:
    """How the form lets people fill in a field."""
    if field.set_by_register or field.key in _BY_SAVING:
        return "fixed"
    if field.kind == "grouping":
        return "rows"
    if choices_of(field):
        return "choices" if field.kind == "choices" else "choice"
    short = field.format or 0 < (field.max_length or 0) <= _ONE_LINE
    return "line" if short and not field.html else "area"


def choices_of(field: Field) -> tuple[str, ...]:
    """What people can choose from; empty where they write."""
    return tuple("12345") if field.format == "score" else field.choices


def question(field: Field, text: str = "") -> dict[str, Any]:
    """What the browser needs to ask for a field that holds this text, as plain data."""
    kind = kind_of(field)
    if kind == "line" and "\n" in text:
        kind = "area"  # a browser drops line ends from one line
    return {
        "key": field.key,
        "title": field.title,
        "kind": kind,
        "required": field.required,
        "help": _help(field, kind),
        "example": "" if kind in {"choice", "choices", "fixed"} else field.example,
        "placeholder": _WRITTEN.get(field.format, ""),
        "choices": list(choices_of(field)),
        "value": shown(field, text),
        "suggestions": list(next((part.recommended for part in field.parts if part.key == "title"), ())),
    }


def shown(field: Field, text: str) -> str | list[str] | list[list[str]]:
    """The text of a cell as the browser takes it: a text, the values chosen, or rows of title and link."""
    match kind_of(field):
        case "choices":
            return entries(text)
        case "rows":
            return [[entry["title"], entry["link"]] for entry in grouping(text)]
        case _:
            return text


def cell_text(field: Field, value: Any) -> str:
    """The text of the cell for what the browser sends; rows without title and link are no rows."""
    match kind_of(field):
        case "choices":
            return cell_of_entries([str(each) for each in value])
        case "rows":
            rows = [Entry(title=str(title).strip(), link=str(link).strip()) for title, link in value]
            return cell_of_grouping([row for row in rows if row["title"] or row["link"]])
        case _:
            return str(value)


def same(field: Field, one: str, other: str) -> bool:
    """Whether two texts of a cell say the same: blank lines in a list make no difference."""
    return one == other or (kind_of(field) in {"choices", "rows"} and shown(field, one) == shown(field, other))


def count(field: Field, text: str) -> Count:
    """How long a text is against the limit, as the register counts; no sentence where no length is asked."""
    limit = field.max_length
    if not limit or kind_of(field) not in {"line", "area"} or field.format == "year-month":
        return Count(sentence="", over=False)
    length = len(stripped(text))
    if length > limit:
        much = counted(length - limit, "teken", "tekens")
        return Count(sentence=f"{much} te veel: {length} van {limit}. Maak de tekst korter.", over=True)
    left = f" Nog {counted(limit - length, 'teken', 'tekens')}." if length > limit * _NEARLY_FULL else ""
    return Count(sentence=f"{length} van {limit} tekens.{left}", over=False)


def remarks(findings: pd.DataFrame) -> dict[str, list[dict[str, str]]]:
    """By field what is wrong with it, worst first: severity, its word, and the sentence."""
    found: dict[str, list[dict[str, str]]] = {}
    for severity in SEVERITIES:
        for row in findings[findings["severity"] == severity].to_dict("records"):
            line = {"severity": severity, "word": SEVERITY_LABELS[severity], "sentence": str(row["message"])}
            found.setdefault(str(row["field"]), []).append(line)
    return found


def tab_mark(fields: Iterable[Field], found: Mapping[str, Sequence[Mapping[str, str]]]) -> str:
    """What stands behind the name of a tab: how much has to be solved, or how much is worth a look."""
    severities = [line["severity"] for field in fields for line in found.get(field.key, ())]
    worst: Severity = "critical"
    if number := severities.count(worst):
        return f"{number} op te lossen"
    return counted(len(severities), "bevinding", "bevindingen") if severities else ""


def values_of(registrations: pd.DataFrame, registration_id: str) -> dict[str, str]:
    """The texts of one registration by column; empty where missing."""
    row = registrations.loc[[registration_id]].fillna("").to_dict("records")[0]
    return {str(key): str(value) for key, value in row.items()}


def as_registration(values: Mapping[str, str], registration_id: str) -> pd.DataFrame:
    """One registration as a frame, for the checks; what is blank is missing."""
    frame = pd.DataFrame([{key: text if text.strip() else None for key, text in values.items()}], dtype="str")
    return frame.set_axis(pd.Index([registration_id], name="registration_id", dtype="str"))


def _help(field: Field, kind: Kind) -> str:
    if field.set_by_register:
        return field.help or "Het register vult dit zelf in."
    if kind == "area" and field.kind == "choices":
        known = f" Bekende waarden: {', '.join(field.recommended)}." if field.recommended else ""
        return f"{field.help} Zet elke waarde op een eigen regel.{known}".strip()
    return field.help


def _explained(field: Field) -> Field:
    """The field with help. Only the newest version has texts; an older one borrows them where it asks the same."""
    current = standard(CURRENT).by_key.get(field.key)
    if field.help or current is None or current.title != field.title:
        return field
    return replace(field, help=current.help, example=current.example)
