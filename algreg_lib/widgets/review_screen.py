"""The screen for deciding on privacy findings: one key per decision, saved at once in the decisions file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, cast

import pandas as pd

from algreg_lib.errors import AlgregError
from algreg_lib.files import sha256
from algreg_lib.privacy import Choice, privacy_findings, read_decisions, read_lists, write_decisions
from algreg_lib.reports import Html, names, paragraph, table
from algreg_lib.widgets import screen
from algreg_lib.widgets.page import Page
from algreg_lib.widgets.review import (
    CHOICE_KEYS,
    Review,
    decided,
    decisions_table,
    moved,
    review_markup,
    review_of,
    taken_back,
)
from algreg_lib.widgets.session import Material, interactive, material

_SHORTCUTS: Final = {
    **{key: ("decide", choice) for key, (choice, _) in CHOICE_KEYS.items()},
    "u": ("undo", ""),
    "arrowleft": ("move", "-1"),
    "arrowright": ("move", "1"),
}


def privacy_review(folder: str | Path = ".", *, by: str = "") -> Any:
    """Decide on each privacy finding as `by`; a still table of findings and decisions when nobody sits at it."""
    found = material(folder)
    if not interactive():
        return _still(found)
    return PrivacyReview(found, by=by).screen


class PrivacyReview:
    """Keeps the finding in view and the decisions file together."""

    def __init__(self, found: Material, *, by: str = "") -> None:
        self._path = found.workspace.decisions
        self._findings = _findings(found)
        self._names = {str(key): str(name) for key, name in names(found.found).items()}
        self._mark = _mark(self._path)
        self.review = review_of(self._findings, read_decisions(self._path))
        self.by = screen.text_input("Uw naam", value=by)
        self.page = Page(label="Besluiten over privacy", act=self._act, shortcuts=_SHORTCUTS)
        self.screen = screen.screen(screen.row(self.by), self.page)
        self._show()

    def _act(self, action: str, value: str) -> None:
        if not len(self._findings):
            return
        before = self.review
        if action == "decide":
            self._sure_of_name()
            today = datetime.now(UTC).astimezone().date()
            self._keep(decided(before, cast("Choice", value), by=self.by.value, on=today))
            self.page.told = f"Bewaard: {value}."
        elif action == "undo":
            if not before.done:
                raise AlgregError("U hebt hier nog niets besloten.", advice="Neem gewoon een ander besluit; dat telt.")
            self._keep(taken_back(before))
            self.page.told = "Het laatste besluit is ongedaan gemaakt."
        else:
            self.review = moved(before, int(value))
        self._show()

    def _keep(self, after: Review) -> None:
        """Writes the decisions; when somebody else did so meanwhile, theirs are read and ours is not taken."""
        if _mark(self._path) != self._mark:
            self._mark = _mark(self._path)
            self.review = review_of(self._findings, read_decisions(self._path))
            self._show()
            raise AlgregError(
                f"Iemand heeft {self._path.name} intussen veranderd.",
                advice="De besluiten zijn opnieuw gelezen. Kies nog een keer.",
            )
        write_decisions(self._path, self._findings, after.decisions)
        self._mark = _mark(self._path)
        self.review = after

    def _sure_of_name(self) -> None:
        if not self.by.value.strip():
            raise AlgregError("Uw naam ontbreekt.", advice="Vul die hierboven in; een besluit zonder naam telt niet.")

    def _show(self) -> None:
        self.page.markup = review_markup(self.review, self._names)
        self.page.shown = f"{self.review.at}-{len(self.review.decisions)}"


def _findings(found: Material) -> pd.DataFrame:
    return privacy_findings(found.inventory, lists=read_lists(found.workspace.folder))


def _mark(path: Path) -> str:
    return sha256(path) if path.is_file() else ""


def _still(found: Material) -> Html:
    review = review_of(_findings(found), read_decisions(found.workspace.decisions))
    called = {str(key): str(name) for key, name in names(found.found).items()}
    told = paragraph(f"Nog te besluiten: {review.open_count} van {len(review.findings)}.")
    return Html(f"{told}{table(decisions_table(review, called), caption='Besluiten over privacy')}")
