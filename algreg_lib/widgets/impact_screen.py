"""The screen of the impact test: one question at a time, every answer kept in the workspace at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from algreg_lib.errors import AlgregError
from algreg_lib.inventory import Inventory, open_workbook, read_inventory
from algreg_lib.priority import ANSWERS_FILE, Answers, read_answers, write_answers
from algreg_lib.reports import Html, field_title, names, paragraph, table
from algreg_lib.widgets import screen
from algreg_lib.widgets.impact import (
    COUNTS,
    Assessment,
    all_answers,
    assess,
    assessment_markup,
    not_in_workbook,
    shortcuts,
    to_take_over,
    without,
)
from algreg_lib.widgets.page import Page
from algreg_lib.widgets.session import Material, interactive, material, saved


def impact_test(folder: str | Path = ".", *, by: str = "") -> Any:
    """Answer the questions for one algorithm after the other as `by`; a still table when nobody sits at it."""
    found = material(folder)
    if not interactive():
        called = {str(key): str(name) for key, name in names(found.found).items()}
        given = read_answers(found.workspace.folder / ANSWERS_FILE)
        shown = table(all_answers(found.inventory, given, called), caption="Impacttest per algoritme")
        return Html(f"{paragraph(COUNTS)}{shown}")
    return ImpactTest(found, by=by).screen


class ImpactTest:
    """Keeps the chosen algorithm, its answers and the file with all answers together."""

    def __init__(self, found: Material, *, by: str = "") -> None:
        self._workspace = found.workspace
        self._path = found.workspace.folder / ANSWERS_FILE
        self._inventory = found.inventory
        order = found.found.ranking.index
        self._names = {str(key): str(name) for key, name in names(found.found).reindex(order).items()}
        self._entry = Answers()
        self.by = screen.text_input("Uw naam", value=by, width="16em")
        self.chosen = screen.choice_input(
            "Algoritme",
            [(name, key) for key, name in self._names.items()],
            value=next(iter(self._names), None),
            width="38em",
        )
        self.page = Page(label="Impacttest", act=self._act)
        screen.when_changed([self.chosen], self.open)
        forward = screen.button_input("Volgende algoritme", self.forward)
        self.screen = screen.screen(screen.row(self.by, self.chosen, forward), self.page)
        self.open()

    @property
    def assessment(self) -> Assessment:
        """How far the test of the chosen algorithm is."""
        return assess(self._entry.given, self._known)

    def open(self) -> None:
        """Reads the answers of the chosen algorithm from the file and shows them."""
        if self.chosen.value is None:
            self.page.markup = "<p>De inventaris heeft nog geen algoritmes.</p>"
            return
        with self.page.telling():
            self._entry = read_answers(self._path).get(self.chosen.value, Answers())
            self._show()

    def forward(self) -> None:
        """Goes to the algorithm that comes next in the list; from the last one to the first."""
        keys = list(self._names)
        if keys:
            self.chosen.value = keys[(keys.index(self.chosen.value) + 1) % len(keys)]

    @property
    def _known(self) -> Mapping[str, object]:
        return self._row_of(self._inventory)

    def _row_of(self, inventory: Inventory) -> dict[str, str]:
        """What is filled in for the chosen algorithm; nothing when the inventory does not have it any more."""
        row = inventory.registrations.reindex(index=[self.chosen.value]).to_dict("records")[0]
        return {str(key): value for key, value in row.items() if isinstance(value, str)}

    def _act(self, action: str, value: str) -> None:
        if not self.by.value.strip():
            raise AlgregError("Uw naam ontbreekt.", advice="Vul die hierboven in; die komt bij de antwoorden te staan.")
        ask = self.assessment.next
        if action == "take":
            self._take_over()
        elif action == "change":
            self._keep(without(self._entry.given, value))
        elif ask is not None and value in ask.options:
            self._keep({**self._entry.given, ask.id: value})
        self._show()

    def _keep(self, given: Mapping[str, str]) -> None:
        """Writes the answers, unless somebody else answered for this algorithm meanwhile; then theirs are shown."""
        everything = read_answers(self._path)
        theirs = everything.get(self.chosen.value, Answers())
        if theirs != self._entry:
            self._entry = theirs
            self._show()
            raise AlgregError(
                "Iemand heeft intussen voor dit algoritme geantwoord.",
                advice="U ziet nu die antwoorden. Kies nog een keer.",
            )
        today = datetime.now(UTC).astimezone().date()
        self._entry = Answers(given=dict(given), by=self.by.value.strip(), on=today)
        write_answers(self._path, {**everything, self.chosen.value: self._entry})
        self.page.told = f"Bewaard in {self._path.name}."

    def _take_over(self) -> None:
        """Puts the answers in the row of the workbook. From then on they stand only there: one place that counts."""
        wanted = to_take_over(self.assessment, self._known)
        opened = open_workbook(self._workspace.inventory)
        there = self._row_of(opened.inventory)
        if any(there.get(key) != self._known.get(key) for key in wanted):
            self._reread()
            raise AlgregError(
                f"Iemand heeft {opened.path.name} intussen veranderd.",
                advice="U ziet nu wat er staat. Neem nog een keer over als uw antwoorden kloppen.",
            )
        saved(self._workspace, opened, self.chosen.value, wanted, by=self.by.value)
        self._reread()
        self._keep(not_in_workbook(self._entry.given))
        self.page.told = f"Overgenomen in {opened.path.name}: {', '.join(map(field_title, wanted))}."

    def _reread(self) -> None:
        self._inventory = read_inventory(self._workspace.inventory)
        self._show()

    def _show(self) -> None:
        test = self.assessment
        places = {key: self._inventory.place(self.chosen.value, key) for key in to_take_over(test, self._known)}
        cells = {key: f"{place.sheet} {place.cell}".strip() for key, place in places.items()}
        self.page.markup = assessment_markup(self._names[self.chosen.value], test, self._entry, self._known, cells)
        self.page.shortcuts = shortcuts(test)
        self.page.shown = f"{self.chosen.value}-{test.next.id if test.next else ''}-{len(self._entry.given)}"
