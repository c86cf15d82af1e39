"""A piece of the screen: markup from the kernel with buttons and keys that come back to it as actions."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from anywidget import AnyWidget
from traitlets import Dict, Unicode

from algreg_lib.errors import AlgregError

_HERE: Final = Path(__file__).parent

#: Told the name of an action and its value; both come from buttons and keys in the markup.
Act = Callable[[str, str], None]


class Page(AnyWidget):
    """Shows `markup`, in which every text is escaped already; `label` names it for who cannot see it."""

    _esm = _HERE / "page.js"
    _css = _HERE / "page.css"

    markup = Unicode("").tag(sync=True)
    label = Unicode("").tag(sync=True)
    told = Unicode("").tag(sync=True)  #: a sentence above the markup, read out when it changes
    shortcuts = Dict().tag(sync=True)  #: per key, in lower case, the action and its value
    shown = Unicode("").tag(sync=True)  #: what is in view; an action that was meant for something else is dropped

    def __init__(
        self, *, label: str, act: Act | None = None, shortcuts: Mapping[str, tuple[str, str]] | None = None
    ) -> None:
        super().__init__(label=label, shortcuts={key: list(action) for key, action in (shortcuts or {}).items()})
        self._act = act
        self.on_msg(self._received)

    def _received(self, _: Any, content: Mapping[str, str], __: Any) -> None:
        if self._act is None or content.get("shown", "") != self.shown:
            return
        # at once: the sentence must not come before what it is about
        with self.hold_sync(), self.telling():
            self._act(content["action"], content.get("value", ""))

    def telling(self) -> "_Telling":
        """A block whose errors for the user become the sentence above the markup; the sentence before it goes away."""
        return _Telling(self)


class _Telling:
    """See Page.telling."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __enter__(self) -> None:
        self._page.told = ""

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> bool:
        if not isinstance(error, AlgregError):
            return False
        self._page.told = str(error)
        return True
