"""The questions of the AI Act as a path that an analyst walks, one answer at a time. The tree is data."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

from algreg_lib.priority.category import HIGH_RISK

UNKNOWN: Final = "Weet ik niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One possible answer, the question that it leads to, and the label that it gives; empty where it does not."""

    text: str
    next: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question on the path, in Dutch."""

    id: str
    text: str
    help: str
    source: str  #: number in the government's decision aid, and the article of the regulation
    answers: tuple[Answer, ...]

    def answer(self, text: str) -> Answer | None:
        """The answer with this text; None when the question has none such, which counts as not answered."""
        return next((answer for answer in self.answers if answer.text == text.strip()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What a label means for the register, and the answers (question, answer) that led to it."""

    label: str
    text: str
    settles: str  #: `category`, `impacttest`, `geen`, or empty for a label that only describes
    because: tuple[tuple[Question, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDate:
    """A date of the AI Act, with where it stands and when that was read."""

    starts: date
    applies_to: tuple[str, ...]  #: labels
    text: str
    source: str
    consulted: date
    contradicted_by: str = ""  #: another source that gives another date for the same


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPath:
    """How far the answers lead: what was asked, what comes next, and what follows from it."""

    asked: tuple[tuple[Question, str], ...]  #: in order, with the answer given
    next: Question | None  #: None at the end of the path
    labels: tuple[str, ...]
    conclusions: tuple[Conclusion, ...]
    doubts: tuple[Question, ...]  #: answered with `Weet ik niet`: there the heavier way was taken

    @property
    def category(self) -> str:
        """The publication category that is settled at the end of the path; empty when it is not."""
        return HIGH_RISK if self.next is None and "hoog-risico AI" in self.labels else ""

    @property
    def high_risk(self) -> str:
        """The answer to `test_high_risk` that follows: `Ja`, `Nee`, or empty while that is open."""
        settled = {conclusion.settles for conclusion in self.conclusions if self.next is None}
        return "Ja" if "category" in settled else "Nee" if "impacttest" in settled else ""

    @property
    def dates(self) -> tuple[KeyDate, ...]:
        """The dates that matter for these labels, earliest first."""
        return tuple(d for d in key_dates() if set(d.applies_to).intersection(self.labels))


def walk(answers: Mapping[str, str]) -> DecisionPath:
    """The path along these answers (text of the answer by id of the question).

    Stops at the first question without a valid answer. Answers to questions off the path have no effect.
    """
    tree, current = questions(), _start()
    asked: list[tuple[Question, str]] = []
    labels: dict[str, tuple[tuple[Question, str], ...]] = {}
    while current:
        question = tree[current]
        chosen = question.answer(answers.get(current, ""))
        if chosen is None:
            break
        asked.append((question, chosen.text))
        if chosen.label:
            labels[chosen.label] = tuple(asked)
        current = chosen.next
    return DecisionPath(
        asked=tuple(asked),
        next=tree[current] if current else None,
        labels=tuple(labels),
        conclusions=tuple(
            Conclusion(label=label, because=labels[label], text=facts["text"], settles=facts.get("settles", ""))
            for label, facts in _conclusions().items()
            if label in labels
        ),
        doubts=tuple(question for question, answer in asked if answer == UNKNOWN),
    )


@cache
def questions() -> Mapping[str, Question]:
    """All questions by id, in the order in which the file has them."""
    return {
        entry["id"]: Question(
            id=entry["id"],
            text=entry["text"],
            help=entry["help"],
            source=entry["source"],
            answers=tuple(Answer(text=text, **facts) for text, facts in entry["answers"].items()),
        )
        for entry in _tree()["questions"]
    }


@cache
def key_dates() -> tuple[KeyDate, ...]:
    """All dates of the AI Act that the workbench knows, earliest first."""
    dates = (KeyDate(**{**entry, "applies_to": tuple(entry["applies_to"])}) for entry in _data("ai_act_dates")["dates"])
    return tuple(sorted(dates, key=lambda entry: entry.starts))


def _start() -> str:
    return str(_tree()["start"])


@cache
def _conclusions() -> Mapping[str, Mapping[str, str]]:
    return {entry["label"]: entry for entry in _tree()["conclusions"]}


@cache
def _tree() -> Mapping[str, Any]:
    return _data("decision_path")


def _data(name: str) -> Mapping[str, Any]:
    return tomllib.loads((files(__package__ or "") / f"{name}.toml").read_text(encoding="utf-8"))
