"""The impact test: the questions of the AI Act, then those on impact, and the publication category they lead to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

import pandas as pd

from algreg_lib.inventory import Inventory
from algreg_lib.priority import (
    QUESTIONS,
    Answers,
    Category,
    Conclusion,
    DecisionPath,
    publication_category_of,
    walk,
)
from algreg_lib.reports import day_text
from algreg_lib.standard import working_fields
from algreg_lib.widgets.markup import button, scrolling, text

_FIELDS: Final = {f.key: f for f in working_fields() if f.key in QUESTIONS}
_HIGH_RISK, *_IMPACT = QUESTIONS
HERE, INVENTORY, DERIVED = "hier beantwoord", "uit het werkboek", "volgt uit de AI-verordening"
#: Which of the two counts, where the answers here and the workbook differ.
COUNTS: Final = "Wat in het werkboek staat, telt: voor de rangorde, de controle en de publicatie."


@dataclass(frozen=True, kw_only=True)
class Ask:
    """The question that comes next, and the answers to choose from."""

    id: str
    text: str
    help: str
    source: str
    options: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Said:
    """A question with the answer that counts, and where that came from."""

    id: str
    text: str
    answer: str
    origin: str


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """How far the test is, and what follows from it."""

    path: DecisionPath
    said: tuple[Said, ...]
    next: Ask | None
    category: Category | None  #: None while the path goes on, or when no category belongs to its end


def assess(given: Mapping[str, str], known: Mapping[str, object]) -> Assessment:
    """The test for one registration: `given` are the answers on this screen by id, `known` what the inventory holds."""
    path = walk(given)
    said = tuple(Said(id=q.id, text=q.text, answer=answer, origin=HERE) for q, answer in path.asked)
    if path.next is not None:
        q = path.next
        options = tuple(answer.text for answer in q.answers)
        ask = Ask(id=q.id, text=q.text, help=q.help, source=q.source, options=options)
        return Assessment(path=path, said=said, next=ask, category=None)
    if any(conclusion.settles == "geen" for conclusion in path.conclusions):
        return Assessment(path=path, said=said, next=None, category=None)
    impact = _impact(path, given, known)
    still = None if path.high_risk == "Ja" else next((key for key in _IMPACT if key not in impact), None)
    return Assessment(
        path=path,
        said=(*said, *impact.values()),
        next=None if still is None else _ask(still),
        category=publication_category_of({key: entry.answer for key, entry in impact.items()}),
    )


def without(given: Mapping[str, str], question: str) -> dict[str, str]:
    """The answers without the one to `question`; without the last one on the way when `question` is empty."""
    last = next((entry.id for entry in reversed(assess(given, {}).said) if entry.origin == HERE), "")
    return {key: answer for key, answer in given.items() if key != (question or last)}


def to_take_over(assessment: Assessment, known: Mapping[str, object]) -> dict[str, str]:
    """What the workbook should hold after this test and does not yet: value by field. `known` is what it holds."""
    wanted = {entry.id: entry.answer for entry in assessment.said if entry.id in _FIELDS}
    if assessment.category is not None and assessment.category.value:
        wanted["publication_category"] = assessment.category.value
    return {key: value for key, value in wanted.items() if known.get(key) != value}


def not_in_workbook(given: Mapping[str, str]) -> dict[str, str]:
    """The answers that have no column in the workbook: those of the path through the AI Act."""
    return {key: answer for key, answer in given.items() if key not in _FIELDS}


def assessment_markup(
    name: str, assessment: Assessment, entry: Answers, known: Mapping[str, object], cells: Mapping[str, str]
) -> str:
    """The whole screen for one registration; `cells` says where each field stands in the workbook."""
    chosen = text(known.get("publication_category"), empty="nog geen")
    parts = [f"<h2>{escape(name)}</h2><p>Publicatiecategorie in het werkboek: <strong>{chosen}</strong></p>"]
    parts.append(_conclusion(assessment) if assessment.next is None else _question(assessment.next))
    parts += [f"<h3>{escape(c.label[:1].upper() + c.label[1:])}</h3>{_why(c)}" for c in assessment.path.conclusions]
    if assessment.next is None:
        if assessment.category is not None:
            parts.append(_take_over(to_take_over(assessment, known), known, cells))
        parts.append(_dates(assessment.path))
    parts.append(_answers(assessment, entry))
    return "".join(parts)


def shortcuts(assessment: Assessment) -> dict[str, list[str]]:
    """The keys that answer the question in view: 1 for the first answer, and Backspace for the question before."""
    options = assessment.next.options if assessment.next else ()
    keys = {str(place): ["answer", option] for place, option in enumerate(options, start=1)}
    return keys | ({"backspace": ["change", ""]} if assessment.said else {})


def all_answers(inventory: Inventory, answers: Mapping[str, Answers], names: Mapping[str, str]) -> pd.DataFrame:
    """How far each registration is: Algoritme, AI-verordening, Voorstel, In het werkboek, Wie, Wanneer."""
    rows = []
    for key, known in zip(inventory.registrations.index, inventory.registrations.to_dict("records"), strict=True):
        entry = answers.get(str(key), Answers())
        test = assess(entry.given, {str(column): value for column, value in known.items()})
        rows.append(
            (
                names.get(str(key), str(key)),
                _so_far(test, entry),
                test.category.value if test.category else "",
                known.get("publication_category"),
                entry.by,
                entry.on.isoformat() if entry.on else "",
            )
        )
    columns = ["Algoritme", "AI-verordening", "Voorstel", "In het werkboek", "Wie", "Wanneer"]
    return pd.DataFrame(rows, columns=columns).astype("str")


def _so_far(test: Assessment, entry: Answers) -> str:
    if not entry.given:
        return "nog niet begonnen"
    return "nog bezig" if test.path.next else ", ".join(c.label for c in test.path.conclusions)


def _impact(path: DecisionPath, given: Mapping[str, str], known: Mapping[str, object]) -> dict[str, Said]:
    """The answers of the impact test that count: from the path, from this screen, else from the inventory."""
    found = {}
    for key, field in _FIELDS.items():
        derived = path.high_risk if key == _HIGH_RISK else ""
        for answer, origin in ((derived, DERIVED), (given.get(key), HERE), (known.get(key), INVENTORY)):
            if isinstance(answer, str) and answer in field.choices:
                found[key] = Said(id=key, text=field.title, answer=answer, origin=origin)
                break
    return found


def _ask(key: str) -> Ask:
    field = _FIELDS[key]
    return Ask(id=key, text=field.title, help=field.help, source="impacttest", options=field.choices)


def _question(ask: Ask) -> str:
    choices = "".join(
        button(option, "answer", option, key=str(place)) for place, option in enumerate(ask.options, start=1)
    )
    return (
        f'<div class="vraag"><h3>{escape(ask.text)}</h3><p>{escape(ask.help)}</p>'
        f'<div class="knoppen">{choices}</div><p class="grijs">Bron: {escape(ask.source)}</p></div>'
    )


def _conclusion(assessment: Assessment) -> str:
    if assessment.category is None:
        told = " ".join(c.text for c in assessment.path.conclusions if c.settles == "geen")
    else:
        told = assessment.category.sentence
    return f'<div class="vraag"><h3>Uitkomst</h3><p>{escape(told)}</p>{_doubts(assessment.path)}</div>'


def _doubts(path: DecisionPath) -> str:
    told = "; ".join(question.text for question in path.doubts)
    return f"<p>U wist het antwoord niet op: {escape(told)} Daar is de zwaarste weg gekozen.</p>" if told else ""


def _take_over(values: Mapping[str, str], known: Mapping[str, object], cells: Mapping[str, str]) -> str:
    if not values:
        return f"<p>Het werkboek zegt hetzelfde. {COUNTS}</p>"
    titles = {**{key: f.title for key, f in _FIELDS.items()}, "publication_category": "Publicatiecategorie"}
    items = "".join(
        f"<li>{escape(titles[key])} <strong>{escape(value)}</strong> "
        f'<span class="grijs">(nu: {text(known.get(key), empty="leeg")}{_where(cells.get(key, ""))})</span></li>'
        for key, value in values.items()
    )
    take = button("Overnemen in het werkboek", "take")
    return (
        f"<h3>Nog niet in het werkboek</h3><p>{COUNTS} Neem deze antwoorden dus over.</p><ul>{items}</ul>"
        f'<div class="knoppen">{take}</div>'
    )


def _where(cell: str) -> str:
    return f", {escape(cell)}" if cell else ""


def _answers(assessment: Assessment, entry: Answers) -> str:
    if not assessment.said:
        return ""
    lines = "".join(
        f'<tr><th scope="row">{escape(entry.text)}</th><td>{escape(entry.answer)}</td><td>{escape(entry.origin)}</td>'
        f"<td>{_change(entry)}</td></tr>"
        for entry in assessment.said
    )
    head = "".join(f'<th scope="col">{title}</th>' for title in ("Vraag", "Antwoord", "Waarvandaan", "Wijzigen"))
    by = f"<p>Hier beantwoord door {escape(entry.by)} op {day_text(entry.on.isoformat())}.</p>" if entry.on else ""
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
    return f"<h3>Antwoorden tot nu toe</h3>{by}{scrolling('Antwoorden tot nu toe', table)}"


def _change(entry: Said) -> str:
    if entry.origin != HERE:
        return ""
    return button("Wijzig", "change", entry.id, about=entry.text)


def _why(conclusion: Conclusion) -> str:
    items = "".join(f"<li>{escape(q.text)} <strong>{escape(answer)}</strong></li>" for q, answer in conclusion.because)
    return f"<p>{escape(conclusion.text)}</p><details><summary>Door deze antwoorden</summary><ul>{items}</ul></details>"


def _dates(path: DecisionPath) -> str:
    if not path.dates:
        return ""
    items = "".join(
        f"<li><strong>{day_text(entry.starts.isoformat())}</strong>: {escape(entry.text)} "
        f'<span class="grijs">Bron: {escape(entry.source)}, gelezen op {day_text(entry.consulted.isoformat())}.'
        f"{_other_date(entry.contradicted_by)}</span></li>"
        for entry in path.dates
    )
    return f"<h3>Vanaf wanneer</h3><ul>{items}</ul>"


def _other_date(source: str) -> str:
    return f" {escape(source)} noemt een andere datum." if source else ""
