"""The form for one registration on the screen: its tabs, its public page beside it, and the button that saves it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any, Final

from algreg_lib.errors import AlgregError
from algreg_lib.inventory import CHANGED_BY, CHANGED_ON, OpenWorkbook, open_workbook
from algreg_lib.quality import quick_findings
from algreg_lib.reports import Html, paragraph, workspace_of
from algreg_lib.standard import Field
from algreg_lib.widgets import screen
from algreg_lib.widgets.form_inputs import FormInputs
from algreg_lib.widgets.form_state import (
    INTERNAL,
    as_registration,
    cell_text,
    count,
    question,
    remarks,
    same,
    tab_mark,
    tabs,
    values_of,
)
from algreg_lib.widgets.page import Page
from algreg_lib.widgets.public_page import public_page
from algreg_lib.widgets.session import added, interactive, saved
from algreg_lib.workspace import Workspace

#: How long the hand has to rest before a registration is checked, which takes longer than counting.
_REST_SECONDS: Final = 0.4
_SEEN: Final = "Zo ziet een inwoner het"


def registration(folder: str | Path = ".", *, algorithm: str = "", by: str = "") -> Any:
    """Fill in one registration and save it in the workbook; its public page when nobody sits at it.

    `algorithm` is the id to begin with (the first one when empty), `by` the name of who saves. Raises InputError when
    the inventory cannot be read or is no workbook of ours, AlgregError when it has no such registration.
    """
    workspace = workspace_of(folder)
    opened = open_workbook(workspace.inventory)
    first = algorithm or next(iter(opened.inventory.registrations.index.astype("str")), "")
    if first and first not in opened.inventory.registrations.index:
        raise AlgregError(
            f"Er is geen registratie met ID '{first}'.", advice="Kijk in het werkboek welk Registratie-ID het heeft."
        )
    if not interactive():
        if not first:
            return Html(str(paragraph("De inventaris heeft nog geen algoritmes. Zet eerst een naam in het werkboek.")))
        values = values_of(opened.inventory.registrations, first)
        return Html(public_page(values, version=opened.inventory.standard))
    return Form(workspace, opened, chosen=first, by=by).screen


class Form:
    """Keeps the fields, the public page and what is not saved yet together."""

    def __init__(self, workspace: Workspace, opened: OpenWorkbook, *, chosen: str, by: str = "") -> None:
        self._workspace = workspace
        self._opened = opened
        self._chosen = chosen
        self._drafts: dict[str, dict[str, str]] = {}
        self._filling = False
        self._load = 0
        self._waiting: asyncio.TimerHandle | None = None
        self.chooser = screen.choice_input("Algoritme", [(chosen, chosen)], value=chosen, width="44em")
        self.by = screen.text_input("Uw naam", value=by, width="18em")
        self.new_name = screen.text_input("Nieuw algoritme", placeholder="naam van het algoritme", width="36em")
        self.inputs = FormInputs(edited=self.edited, save=self.save)
        self.page = Page(label="De pagina zoals het register die toont")
        self.log = Page(label="Bewaren")
        screen.when_changed([self.chooser], self._choose)
        self.screen = screen.screen()
        self._lay_out()
        if chosen:
            self._offer()
            self.show()

    def _lay_out(self) -> None:
        """Puts the screen together; without any registration there is only room to add the first."""
        adding = screen.row(self.new_name, screen.button_input("Nieuwe registratie", self.add))
        if not self._chosen:
            self.screen.children = [screen.row(self.by), adding, self.log]
            return
        self.screen.children = [
            screen.row(self.chooser, self.by),
            adding,
            screen.row(
                screen.button_input("Bewaren in het werkboek", self.save, main=True),
                screen.button_input("Wijzigingen weggooien", self.discard),
                screen.button_input("Werkboek opnieuw lezen", self.reread),
            ),
            self.log,
            screen.columns(self.inputs, self.page, share=52),
        ]

    @property
    def values(self) -> dict[str, str]:
        """The texts of the chosen registration, with what is not saved yet."""
        return values_of(self._opened.inventory.registrations, self._chosen) | self._drafts.get(self._chosen, {})

    def edited(self, key: str, value: Any) -> None:
        """Takes over what was typed; counts and the public page follow at once, the findings when the hand rests."""
        field = self._fields[key]
        text, before = cell_text(field, value), values_of(self._opened.inventory.registrations, self._chosen)
        draft = self._drafts.setdefault(self._chosen, {})
        draft[key] = text
        if same(field, text, before.get(key, "")):
            del draft[key]
        if not draft:
            del self._drafts[self._chosen]
        self._draw()
        self._later()

    def save(self) -> None:
        """Puts what was changed in this registration in the workbook; what went wrong is told and nothing is lost."""
        with self.log.telling():
            draft = self._drafts.get(self._chosen)
            if not draft:
                raise AlgregError("Er is niets veranderd aan dit algoritme.", advice="Er is dus niets te bewaren.")
            self._opened = saved(self._workspace, self._opened, self._chosen, draft, by=self.by.value)
            del self._drafts[self._chosen]
            self._offer()
            self._draw()
            self._check()
            self.log.told = f"Bewaard in {self._opened.path.name}: {self._titles(draft)}."

    def add(self) -> None:
        """Puts a new registration with the name that was typed in the workbook, and shows it to be filled in."""
        with self.log.telling():
            table, name = self._opened.inventory.registrations, self.new_name.value.strip()
            if "name" in table and name in table["name"].tolist():
                raise AlgregError(
                    f"Er is al een registratie die '{name}' heet.",
                    advice="Kies die in de lijst, of neem een andere naam.",
                )
            texts = {"name": name}
            if organisation := self._workspace.settings.organisation.name:
                texts["organization"] = organisation
            self._opened, new_id = added(self._workspace, self._opened, texts, by=self.by.value)
            first, self._chosen = not self._chosen, new_id
            if first:
                self._lay_out()
            self.new_name.value = ""
            self._offer()
            self.show()
            self.log.told = f"'{name}' staat nu in {self._opened.path.name}. Vul de velden in en bewaar."

    def discard(self) -> None:
        """Forgets what was typed for this registration."""
        with self.log.telling():
            draft = self._drafts.pop(self._chosen, {})
            self._offer()
            self.show()
            self.log.told = f"Weggegooid: {self._titles(draft)}." if draft else "Er was niets veranderd."

    def reread(self) -> None:
        """Reads the workbook as it is now, and keeps what was typed; tells which of these fields others changed too."""
        with self.log.telling():
            now = open_workbook(self._opened.path)
            ids = now.inventory.registrations.index
            gone = [self._name(key) for key in self._drafts if key not in ids]
            if gone or not len(ids):
                raise AlgregError(
                    f"In het werkboek staat niet meer: {', '.join(gone) or 'een algoritme'}.",
                    advice="Uw tekst staat nog in het formulier. Neem hem over of gooi uw wijzigingen weg.",
                )
            clashes = self._changed_elsewhere(now)
            self._opened = now
            if self._chosen not in ids:
                self._chosen = str(ids[0])
            self._offer()
            self.show()
            self.log.told = f"Het werkboek is opnieuw gelezen.{clashes}"

    def _changed_elsewhere(self, now: OpenWorkbook) -> str:
        """A sentence on the fields that are typed here and changed in the workbook too; empty where there are none."""
        before, after = self._opened.inventory.registrations, now.inventory.registrations
        both = [
            f"{self._fields[field].title} ({self._name(key)})"
            for key, draft in self._drafts.items()
            for field in draft
            if values_of(before, key).get(field) != values_of(after, key).get(field)
        ]
        if not both:
            return ""
        return f" Let op: ook daar veranderd: {', '.join(both)}. Als u bewaart, vervangt uw tekst die."

    def show(self) -> None:
        """Shows the chosen registration from the start: fields, public page and findings."""
        inventory = self._opened.inventory
        self._tabs = tabs(inventory.standard, inventory.extra_columns)
        self._fields: dict[str, Field] = {field.key: field for tab in self._tabs for field in tab.fields}
        self._found: dict[str, list[dict[str, str]]] = {}
        self._load += 1
        self._ask()
        self._draw()
        self._check()

    def _ask(self) -> None:
        values = self.values
        asked = [
            {
                "title": tab.title,
                "note": f"{INTERNAL}." if tab.internal else "",
                "fields": [question(f, values.get(f.key, "")) for f in tab.fields],
            }
            for tab in self._tabs
        ]
        self.inputs.form = {"id": self._chosen, "load": self._load, "tabs": asked}

    def _choose(self) -> None:
        if not self._filling:
            self._chosen = self.chooser.value
            self.log.told = ""
            self._offer()
            self.show()

    def _offer(self) -> None:
        """Fills the list of algorithms; one with changes that are not saved says so."""
        table = self._opened.inventory.registrations
        names = table["name"].fillna("").tolist() if "name" in table else [""] * len(table)
        self._filling = True
        self.chooser.options = [
            (f"{name or key}{' (nog niet bewaard)' if key in self._drafts else ''}", key)
            for key, name in zip(map(str, table.index), names, strict=True)
        ]
        self.chooser.value = self._chosen
        self._filling = False

    def _draw(self) -> None:
        values = self.values
        fields = {}
        for key, field in self._fields.items():
            counted = count(field, values.get(key, ""))
            fields[key] = {"count": counted.sentence, "over": counted.over, "remarks": self._found.get(key, [])}
            if key in {CHANGED_BY, CHANGED_ON}:
                fields[key]["fixed"] = values.get(key, "")
        marks = [tab_mark(tab.fields, self._found) for tab in self._tabs]
        self.inputs.notes = {"id": self._chosen, "fields": fields, "marks": marks}
        seen = public_page(values, version=self._opened.inventory.standard)
        self.page.markup = (
            f'<div class="rol tekst" tabindex="0" role="region" aria-label="{_SEEN}">'
            f'<p class="grijs">{_SEEN}:</p>{seen}</div>'
        )
        self.log.markup = (
            "".join(
                f"<p>Nog niet bewaard bij {escape(self._name(key))}: {escape(self._titles(draft))}.</p>"
                for key, draft in self._drafts.items()
            )
            or "<p>Er is niets dat u nog moet bewaren.</p>"
        )

    def _check(self) -> None:
        self._waiting = None
        row = as_registration(self.values, self._chosen)
        version = self._opened.inventory.standard
        today = datetime.now(UTC).astimezone().date()
        found = quick_findings(row, version=version, settings=self._workspace.settings.quality, today=today)
        self._found = remarks(found)
        self._ask()
        self._draw()

    def _later(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel that waits for the next event
            self._check()
        else:
            self._waiting = loop.call_later(_REST_SECONDS, self._check)

    def _name(self, key: str) -> str:
        return values_of(self._opened.inventory.registrations, key).get("name") or key

    def _titles(self, draft: dict[str, str]) -> str:
        return ", ".join(self._fields[key].title for key in draft)
