"""The inputs that the screens are put together from, with their labels in front of the eye and of a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import ipywidgets

_WHOLE_LABEL: Final = {"description_width": "initial"}
#: Inputs of a screen stand in a row that wraps on a narrow page.
_WRAP: Final = ipywidgets.Layout(flex_flow="row wrap", grid_gap="4px 16px", margin="0 0 4px 0")


def text_input(label: str, *, value: str = "", width: str = "26em", placeholder: str = "") -> Any:
    """A line of text with its label; its value changes while somebody types."""
    return ipywidgets.Text(
        value=value,
        description=label,
        placeholder=placeholder,
        layout={"width": width, "max_width": "98%"},
        style={"description_width": "initial"},
    )


def choice_input(label: str, choices: Sequence[tuple[str, Any]], *, value: Any = "", width: str = "20em") -> Any:
    """A list to choose from; `choices` are (label, value)."""
    return ipywidgets.Dropdown(
        options=list(choices),
        value=value,
        description=label,
        layout={"width": width, "max_width": "98%"},
        style={"description_width": "initial"},
    )


def slider_input(label: str, value: int) -> Any:
    """A slider from 0 to 100."""
    return ipywidgets.IntSlider(
        value=value,
        min=0,
        max=100,
        description=label,
        layout={"width": "auto", "max_width": "60em"},
        style={"description_width": "14em"},
    )


def button_input(label: str, pressed: Callable[[], None], *, main: bool = False) -> Any:
    """A button; the one for the `main` thing to do on a screen stands out."""
    button = ipywidgets.Button(
        description=label,
        button_style="primary" if main else "",
        layout={"width": "auto", "align_self": "flex-start"},
    )
    button.on_click(lambda _: pressed())
    return button


def when_changed(inputs: Sequence[Any], act: Callable[[], None]) -> None:
    """Calls `act` whenever the value of one of the inputs changes."""
    for each in inputs:
        each.observe(lambda _: act(), names="value")


def row(*inputs: Any) -> Any:
    """Inputs beside each other."""
    return ipywidgets.Box(inputs, layout=_WRAP)


def stack(*parts: Any) -> Any:
    """Parts below each other."""
    return ipywidgets.VBox(parts)


def columns(left: Any, right: Any, *, share: int = 45, least: int = 26) -> Any:
    """Two parts beside each other, on a narrow page below each other.

    `share` is the width of the left, in percent; `least` what the right needs to stand beside it, in em.
    """
    left.layout = ipywidgets.Layout(flex=f"1 1 {share}%", min_width="26em")
    right.layout = ipywidgets.Layout(flex=f"1 1 {95 - share}%", min_width=f"{least}em")
    return ipywidgets.Box([left, right], layout=ipywidgets.Layout(flex_flow="row wrap", grid_gap="0 16px"))


def screen(*parts: Any) -> Any:
    """The whole screen."""
    whole = stack(*parts)
    whole.add_class("algreg-screen")
    return whole
