"""The screen for exploring: search and filters, the list, and the algorithm that was chosen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from algreg_lib.history import events_of, read_history
from algreg_lib.reports import Html, algorithms, table
from algreg_lib.widgets import screen
from algreg_lib.widgets.explore import (
    Wanted,
    known_events,
    list_markup,
    matching,
    options,
    overview,
    registration_markup,
    severity_options,
)
from algreg_lib.widgets.page import Page
from algreg_lib.widgets.session import Material, interactive, material
from algreg_lib.widgets.timeline import timeline_markup


def explore(folder: str | Path = ".") -> Any:
    """Search, filter and read the registrations of the workspace; a still list when nobody sits at it."""
    found = material(folder)
    if not interactive():
        return Html(str(table(algorithms(found.found), caption="Alle algoritmes", bars={"Gevuld (%)": 100})))
    return Explore(found).screen


class Explore:
    """Keeps the inputs and the two pages together."""

    def __init__(self, found: Material) -> None:
        self._found = found
        self._table = overview(found.inventory, found.found)
        history = read_history(found.workspace)
        self._events, self._begin = known_events(history, found.inventory), history.begin
        self._chosen = str(self._table.index[0]) if len(self._table) else ""
        self.words = screen.text_input("Zoeken", placeholder="woorden uit welke tekst dan ook")
        self._severity = screen.choice_input("Bevindingen", severity_options("alle"))
        self._status = screen.choice_input("Status", options(self._table, "status", "alle"))
        self._department = screen.choice_input("Afdeling", options(self._table, "department", "alle"))
        self._level = screen.choice_input("Trede", options(self._table, "level", "alle"), width="22em")
        inputs = [self.words, self._severity, self._status, self._department, self._level]
        self.list = Page(label="Gevonden algoritmes", act=self._act)
        self.detail = Page(label="Gekozen algoritme")
        screen.when_changed(inputs, self._search)
        self.screen = screen.screen(screen.row(*inputs), screen.columns(self.list, self.detail, share=50))
        self._search()
        self._show()

    def _act(self, _: str, registration_id: str) -> None:
        self._chosen = registration_id
        self._search()
        self._show()

    def _search(self) -> None:
        wanted = Wanted(
            words=self.words.value,
            severity=self._severity.value,
            status=self._status.value,
            department=self._department.value,
            level=self._level.value,
        )
        self.list.markup = list_markup(matching(self._table, wanted), len(self._table), chosen=self._chosen)

    def _show(self) -> None:
        if self._chosen:
            timeline = timeline_markup(events_of(self._events, self._chosen), begin=self._begin)
            inventory, found = self._found.inventory, self._found.found
            self.detail.markup = registration_markup(self._chosen, inventory, found, timeline=timeline)
