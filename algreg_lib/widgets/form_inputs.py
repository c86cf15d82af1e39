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

    Both carry the `id` of the registration, so that what was typed for one never lands in another. A form with the
    `load` of the one before holds the same questions; who is typing is not disturbed by it.
    """

    _esm = _HERE / "form_inputs.js"
    _css = _HERE / "form_inputs.css"

    form = Dict().tag(sync=True)
    notes = Dict().tag(sync=True)

    def __init__(self, *, edited: Edited, save: Callable[[], None]) -> None:
        super().__init__(form={"id": "", "load": 0, "tabs": []}, notes={"id": "", "fields": {}, "marks": []})
        self._edited = edited
        self._save = save
        self._turns: dict[tuple[str, str], int] = {}
        self.on_msg(self._received)

    def _received(self, _: Any, content: Mapping[str, Any], __: Any) -> None:
        if content.get("shown") != self.form["id"]:
            return
        if "edited" in content and not self._is_late(content):
            self._edited(content["edited"], content["value"])
        if content.get("save"):
            self._save()

    def _is_late(self, content: Mapping[str, Any]) -> bool:
        """Whether a later text of this field came in before; kernels do not keep quick messages in order."""
        field, turn = (content["shown"], content["edited"]), int(content["turn"])
        latest = self._turns.get(field, 0)
        self._turns[field] = max(turn, latest)
        return turn < latest
