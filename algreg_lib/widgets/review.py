"""Deciding on privacy findings one by one: which is in view, what was decided, and how the sentence would read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import Any, Final

import pandas as pd

from algreg_lib.privacy import KINDS, Choice, asked, current, decide, open_findings, settled, undone
from algreg_lib.reports import counted, field_title
from algreg_lib.widgets.markup import button, text

#: The key for each choice, in the order of the buttons, and what a reader calls it.
CHOICE_KEYS: Final[dict[str, tuple[Choice, str]]] = {
    "b": ("behouden", "Behouden"),
    "m": ("maskeren", "Maskeren"),
    "v": ("veld achterhouden", "Veld achterhouden"),
    "r": ("registratie achterhouden", "Registratie achterhouden"),
}
#: What each choice does, for who is about to choose.
_MEANS: Final = (
    "Behouden: de tekst gaat zo naar buiten. Maskeren: alleen dit stuk verdwijnt. "
    "Achterhouden: het veld of de hele registratie blijft binnen."
)
_NOTHING: Final = "Er is niets gevonden dat misschien niet openbaar mag worden. Lees de teksten toch ook zelf nog eens."
#: So many signs of the text stand before and behind what was found.
_AROUND: Final = 400


@dataclass(frozen=True, kw_only=True)
class Review:
    """The findings, the log of decisions on them, and which finding is in view (its position; 0 is the first)."""

    findings: pd.DataFrame  #: of privacy_findings, each key once
    decisions: pd.DataFrame  #: with a line for every finding
    at: int = 0
    done: tuple[str, ...] = ()  #: keys decided in this session, for undoing

    @property
    def finding(self) -> Mapping[str, Any]:
        """The finding in view."""
        return {str(key): value for key, value in self.findings.iloc[[self.at]].to_dict("records")[0].items()}

    @property
    def open_count(self) -> int:
        """How many findings nobody decided on."""
        return len(open_findings(self.findings, self.decisions))


def review_of(findings: pd.DataFrame, decisions: pd.DataFrame) -> Review:
    """A review that starts at the first finding without decision."""
    once = findings.drop_duplicates("key").reset_index(drop=True)
    start = Review(findings=once, decisions=asked(once, decisions))
    return replace(start, at=_next_open(start, -1)) if len(once) else start


def decided(review: Review, choice: Choice, *, by: str, on: date) -> Review:
    """The review after a decision on the finding in view; the next open one comes into view."""
    key = review.finding["key"]
    after = replace(review, decisions=decide(review.decisions, key, choice, by=by, on=on), done=(*review.done, key))
    return replace(after, at=_next_open(after, review.at))


def taken_back(review: Review) -> Review:
    """The review without the last decision of this session, with that finding in view; the same when there is none."""
    if not review.done:
        return review
    *before, key = review.done
    at = int(review.findings.index[review.findings["key"] == key][0])
    return replace(review, decisions=undone(review.decisions, key), done=tuple(before), at=at)


def moved(review: Review, step: int) -> Review:
    """The review with another finding in view, `step` further; it stops at the first and the last."""
    return replace(review, at=max(0, min(len(review.findings) - 1, review.at + step)))


def review_markup(review: Review, names: Mapping[str, str]) -> str:
    """The finding in view: where it stands, the sentence with what was found marked, and the buttons."""
    if review.findings.empty:
        return f"<p>{_NOTHING}</p>"
    finding = review.finding
    kind = KINDS[finding["kind"]]
    name = names.get(finding["registration_id"], finding["registration_id"])
    place = " ".join(part for part in (finding["sheet"], finding["cell"]) if part)
    return "".join(
        (
            _progress(review),
            f"<h2>{escape(field_title(finding['field']))}</h2><p>{escape(name)} · {escape(place)}</p>",
            f"<p><strong>{escape(kind.advice)}</strong> Zekerheid {finding['confidence']:.0%}.</p>",
            f"<blockquote>{marked(finding)}</blockquote>",
            f"<p>Met masker staat er: {escape(kind.mask)}</p>",
            _decision(review, finding["key"]),
            _buttons(review, finding["key"]),
            f'<p class="grijs">{_MEANS}</p>',
        )
    )


def marked(finding: Mapping[str, Any]) -> str:
    """The text around what was found, as markup, with what was found marked."""
    value, start, end = str(finding["value"]), int(finding["start"]), int(finding["end"])
    left, right = max(0, start - _AROUND), min(len(value), end + _AROUND)
    before = ("… " if left else "") + value[left:start]
    behind = value[end:right] + (" …" if right < len(value) else "")
    return f"{_lines(before)}<mark>{_lines(value[start:end])}</mark>{_lines(behind)}"


def decisions_table(review: Review, names: Mapping[str, str]) -> pd.DataFrame:
    """All findings with what was decided: Algoritme, Veld, Zin, Besluit, Wie, Wanneer."""
    last = current(review.decisions).loc[review.findings["key"]]
    return pd.DataFrame(
        {
            "Algoritme": [names.get(key, key) for key in last["registration_id"]],
            "Veld": last["field"].map(field_title).tolist(),
            "Zin": last["sentence"].tolist(),
            "Besluit": last["decision"].tolist(),
            "Wie": last["by"].tolist(),
            "Wanneer": last["on"].tolist(),
        }
    )


def _next_open(review: Review, after: int) -> int:
    """The position of the first open finding behind `after`, else from the start; `after` itself when none is open."""
    still = review.findings["key"].isin(open_findings(review.findings, review.decisions)["key"])
    places = [int(place) for place in review.findings.index[still]]
    return next((place for place in places if place > after), places[0] if places else max(after, 0))


def _progress(review: Review) -> str:
    total, still = len(review.findings), review.open_count
    told = f"{review.at + 1} van {total} · "
    told += f"nog {counted(still, 'besluit', 'besluiten')} te nemen" if still else "over alles is besloten"
    bar = (
        f'<progress max="{total}" value="{total - still}" aria-label="Besloten">{total - still} van {total}</progress>'
    )
    return f"<p>{bar} {escape(told)}</p>"


def _decision(review: Review, key: str) -> str:
    """What was decided on the finding in view, by whom and when."""
    line = current(review.decisions).loc[[key]].to_dict("records")[0]
    if key not in settled(review.decisions).index:
        return "<p><strong>Nog geen besluit.</strong></p>"
    remark = f" ({text(line['remark'])})" if line["remark"] else ""
    told = f"{line['decision'].capitalize()}, door {line['by']} op {line['on']}"
    return f"<p><strong>Besluit:</strong> {escape(told)}{remark}</p>"


def _buttons(review: Review, key: str) -> str:
    taken = settled(review.decisions).get(key, "")
    choices = "".join(
        button(label, "decide", choice, key=sign, chosen=choice == taken)
        for sign, (choice, label) in CHOICE_KEYS.items()
    )
    steps = button("Vorige", "move", "-1", key="←") + button("Volgende", "move", "1", key="→")
    steps += button("Ongedaan maken", "undo", key="u")
    return f'<div class="knoppen">{choices}</div><div class="knoppen">{steps}</div>'


def _lines(part: str) -> str:
    return "<br>".join(escape(line) for line in part.split("\n"))
