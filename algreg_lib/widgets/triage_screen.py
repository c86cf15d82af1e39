"""The screen for going through the findings: filters, the list, and the text that the chosen one is about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from algreg_lib.reports import Html, by_severity, critical, table, to_solve
from algreg_lib.widgets import screen
from algreg_lib.widgets.explore import options, severity_options
from algreg_lib.widgets.page import Page
from algreg_lib.widgets.session import Material, interactive, material
from algreg_lib.widgets.triage import Wanted, field_options, finding_markup, list_markup, matching, work_list


def triage(folder: str | Path = ".") -> Any:
    """Filter the findings and read the texts they are about; still tables when nobody sits at it."""
    found = material(folder)
    if not interactive():
        parts = (
            table(by_severity(found.found), caption="Bevindingen per ernst"),
            table(to_solve(critical(found.found), found.found), caption="Moet opgelost"),
        )
        return Html("".join(map(str, parts)))
    return Triage(found).screen


class Triage:
    """Keeps the filters and the two pages together."""

    def __init__(self, found: Material) -> None:
        self._found = found
        self._table = work_list(found.inventory, found.found)
        self._severity = screen.choice_input("Ernst", severity_options("alle"), width="15em")
        self.field = screen.choice_input("Veld", field_options(self._table), width="24em")
        self._owner = screen.choice_input("Eigenaar", options(self._table, "owner", "alle"), width="22em")
        inputs = [self._severity, self.field, self._owner]
        self.list = Page(label="Bevindingen", act=self._act)
        self.detail = Page(label="Gekozen bevinding")
        screen.when_changed(inputs, self.filter)
        self.screen = screen.screen(screen.row(*inputs), screen.columns(self.list, self.detail, share=50))
        self._chosen = ""
        self.filter()

    def filter(self) -> None:
        """Shows the findings that fit the filters, and the first of them when the chosen one does not."""
        wanted = Wanted(severity=self._severity.value, field=self.field.value, owner=self._owner.value)
        lines = matching(self._table, wanted)
        if self._chosen not in {str(key) for key in lines.index}:
            self._chosen = str(lines.index[0]) if len(lines) else ""
        self.list.markup = list_markup(lines, len(self._table), chosen=self._chosen)
        chosen = self._table.loc[[int(self._chosen)]] if self._chosen else None
        self.detail.markup = "" if chosen is None else finding_markup(chosen, self._found.inventory, self._found.found)

    def _act(self, _: str, number: str) -> None:
        self._chosen = number
        self.filter()
