"""The screen for setting priorities: sliders, the ranking that follows them, trying scores, and saving the weights."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any, Final

from algreg_lib.errors import AlgregError
from algreg_lib.priority import Scores, scores_of
from algreg_lib.reports import Html, criteria, names, ranked, ranking_figure, table
from algreg_lib.widgets import screen
from algreg_lib.widgets.page import Page
from algreg_lib.widgets.prioritise import (
    board_markup,
    chart_markup,
    firm,
    head_starts_in,
    ordered,
    points_options,
    shares_sentence,
    slider_values,
    tried_sentence,
    with_points,
    with_weights,
)
from algreg_lib.widgets.session import Material, interactive, material
from algreg_lib.workspace import FILE_NAME, Priority, save_weights, settings_mark, weight_changes

#: How long the hand has to rest before the chances are drawn, which takes longer than the order.
_REST_SECONDS: Final = 0.3


def prioritise(folder: str | Path = ".", *, by: str = "") -> Any:
    """Move the weights, see the ranking follow, save them with who (`by`) and why; still when nobody sits at it."""
    found = material(folder)
    if not interactive():
        top = found.workspace.settings.priority.top
        parts = (
            table(criteria(found.found), caption="Criteria en gewichten", bars={"Gewicht (%)": 100}),
            ranking_figure(found.found, top=top),
            table(ranked(found.found, top=top), caption="Eerst aan de beurt", bars={"Score": 5}),
        )
        return Html("".join(map(str, parts)))
    return Prioritise(found, by=by).screen


class Prioritise:
    """Keeps the sliders, the table and the chart together."""

    def __init__(self, found: Material, *, by: str = "") -> None:
        self._path = found.workspace.folder / FILE_NAME
        self._mark = settings_mark(self._path)
        self._settings = found.workspace.settings.priority
        examples = head_starts_in(found.found.ranking)
        self._scores = scores_of(found.inventory, criteria=self._settings.criteria, head_starts=examples)
        self._was = ordered(self._scores, self._settings)["rank"]
        self._waiting: asyncio.TimerHandle | None = None
        values = slider_values(self._settings)
        self.sliders = {c.key: screen.slider_input(c.label, values[c.key]) for c in self._settings.criteria}
        called = names(found.found)
        ids = [str(key) for key in self._was.index]
        self._names = {key: str(called.get(key, key)) for key in ids}
        self.tried = screen.choice_input(
            "Wat als, voor", [("(geen)", ""), *((self._names[key], key) for key in ids)], width="38em"
        )
        self.points = {
            c.key: screen.choice_input(c.label, [("zoals nu", 0.0)], value=0.0, width="max-content")
            for c in self._settings.criteria
        }
        self._by = screen.text_input("Uw naam", value=by, width="18em")
        self.why = screen.text_input("Waarom", placeholder="bijvoorbeeld: besluit van het MT", width="24em")
        self.state = Page(label="Gewichten")
        self.board = Page(label="Rangorde")
        self.chart = Page(label="Wat elk criterium bijdraagt")
        self.log = Page(label="Bewaren")
        screen.when_changed(list(self.sliders.values()), self.draw)
        screen.when_changed([self.tried], self._offer_points)
        screen.when_changed(list(self.points.values()), self.draw)
        save = screen.button_input("Gewichten bewaren in algreg.toml", self.save, main=True)
        self.screen = screen.screen(
            screen.stack(*self.sliders.values()),
            self.state,
            self.chart,
            screen.row(self._by, self.why, save),
            self.log,
            screen.row(self.tried, *self.points.values()),
            self.board,
        )
        self._tell_log()
        self.draw()

    @property
    def settings(self) -> Priority:
        """The settings with the weights that the sliders stand on."""
        return with_weights(self._settings, {key: slider.value / 100 for key, slider in self.sliders.items()})

    def draw(self) -> None:
        """Shows the ranking for the sliders and the scores that are tried; the chances follow when the hand rests."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        with self.state.telling():
            settings, scores, tried = self.settings, self._with_tried(), self.tried.value
            lines = ordered(scores, settings)
            told = shares_sentence(settings)
            if tried:
                told += " " + tried_sentence(self._names[tried], int(self._was[tried]), int(lines["rank"][tried]))
            self.board.markup = board_markup(lines, self._was, settings, tried=tried)
            self.chart.markup = chart_markup(lines, settings)
            self.state.told = told
            self._later(scores, settings)

    def draw_chances(self, scores: Scores, settings: Priority) -> None:
        """Shows the same ranking with how firm it is."""
        self._waiting = None
        self.board.markup = board_markup(firm(scores, settings), self._was, settings, tried=self.tried.value)

    def save(self) -> None:
        """Puts the weights in algreg.toml; what went wrong is told."""
        weights = {key: slider.value / 100 for key, slider in self.sliders.items()}
        with self.log.telling():
            if not any(weights.values()):
                raise AlgregError("Alle gewichten zijn 0.", advice="Geef ten minste één criterium een gewicht boven 0.")
            self._mark = save_weights(
                self._path,
                weights,
                by=self._by.value,
                why=self.why.value,
                moment=datetime.now(UTC).astimezone(),
                unchanged_since=self._mark,
            )
            self._settings = with_weights(self._settings, weights)
            self._was = ordered(self._scores, self._settings)["rank"]
            self.draw()
            self._tell_log()
            self.log.told = "Bewaard in algreg.toml. Maak nieuwe rapporten met: algreg run"

    def _later(self, scores: Scores, settings: Priority) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel that waits for the next event
            self.draw_chances(scores, settings)
        else:
            self._waiting = loop.call_later(_REST_SECONDS, self.draw_chances, scores, settings)

    def _with_tried(self) -> Scores:
        points = {key: choice.value for key, choice in self.points.items() if choice.value}
        return with_points(self._scores, self.tried.value, points) if self.tried.value else self._scores

    def _offer_points(self) -> None:
        tried = self.tried.value
        for key, choice in self.points.items():
            offered = points_options(self._scores, tried, key) if tried else [("zoals nu", 0.0)]
            choice.options = offered
        self.draw()

    def _tell_log(self) -> None:
        newest, *before = [f"<p>{escape(line)}</p>" for line in weight_changes(self._path)] or [""]
        folded = f"<details><summary>Eerdere wijzigingen</summary>{''.join(before)}</details>" if before else ""
        self.log.markup = newest + folded
