"""The fields of a registration on the screen, with per field what is said of it while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from anywidget import AnyWidget
from traitlets import Dict

_HERE: Final = Path(__file__).parent

#: Told the key of a field, and what was typed or chosen there.
Edited = Callable[[str, Any], None]


class FormInputs(AnyWidget):
    """Asks what `form` declares (`form_state.question` per field) and shows `notes` beside it.

    Both carry the `id` of the registration, so that what was typed for one never lands in another.
    """

    _esm = _HERE / "form_inputs.js"
    _css = _HERE / "form_inputs.css"

    form = Dict().tag(sync=True)
    notes = Dict().tag(sync=True)

    def __init__(self, *, edited: Edited, save: Callable[[], None]) -> None:
        super().__init__(form={"id": "", "tabs": []}, notes={"id": "", "fields": {}, "marks": []})
        self._edited = edited
        self._save = save
        self.on_msg(self._received)

    def _received(self, _: Any, content: Mapping[str, Any], __: Any) -> None:
        if content.get("shown") != self.form["id"]:
            return
        if content.get("save"):
            self._save()
        else:
            self._edited(content["edited"], content["value"])
