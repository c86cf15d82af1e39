"""Cells whose text nobody sees: written in the colour of what is behind it, formatted away, or tiny."""

import re
from collections.abc import Mapping, Sequence
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from algreg_lib.publication.inspection.container import attribute, every, local, number, xml_tree
from algreg_lib.publication.inspection.formats import hides

_WHITE: Final = "FFFFFF"
_BLACK: Final = "000000"
#: Excel's oldest colours that matter here; 64 and 65 are the text and window colours of the system.
_INDEXED: Final = {0: _BLACK, 1: _WHITE, 8: _BLACK, 9: _WHITE, 64: _BLACK, 65: _WHITE}
#: A difference per channel (of 255) that no eye sees.
_UNSEEN: Final = 16
_TINY: Final = 2.0  #: points
_TOO_SMALL: Final = "klein"
_SIX: Final = re.compile(r"[0-9A-Fa-f]{6}")
#: Excel numbers the theme colours in another order than the theme lists them.
_THEME_ORDER: Final = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_THEME_DEFAULTS: Final = (_WHITE, _BLACK, _WHITE, _BLACK)
#: Numbers that stand for no and yes, and are shown as such.
_ANSWERS: Final = frozenset({-1.0, 0.0, 1.0})


@dataclass(frozen=True)
class Invisible:
    """Which formats hide their text, and against what background a run of text stands."""

    hidden: frozenset[int]
    codes: Sequence[str]  #: the number format of each format; empty for the usual ones
    backgrounds: Sequence[str | None]
    runs: Mapping[
        int, frozenset[str]
    ]  #: colours of the runs of a shared text, by its number; `_TOO_SMALL` for a tiny one
    colours: Sequence[str]

    def hides(self, cell: Element) -> bool:
        """Whether what stands in this cell, or a part of it, cannot be seen."""
        style = int(number(attribute(cell, "s"), 0))
        if style in self.hidden or (0 <= style < len(self.codes) and _is_formatted_away(cell, self.codes[style])):
            return True
        behind = self.backgrounds[style] if 0 <= style < len(self.backgrounds) else _WHITE
        return any(colour == _TOO_SMALL or alike(colour, behind) for colour in self._run_colours(cell))

    def _run_colours(self, cell: Element) -> frozenset[str]:
        if attribute(cell, "t") == "s":
            shared = next(((child.text or "") for child in cell if local(child.tag) == "v"), "")
            return self.runs.get(int(number(shared, -1)), frozenset())
        return _run_colours(cell, self.colours)


def invisible(path: Path, parts: Mapping[str, bytes]) -> Invisible:
    """What the styles of a workbook hide."""
    by_name = {name.casefold(): name for name in parts}
    trees = {
        key: xml_tree(path, by_name[key], parts[by_name[key]])
        for key in ("xl/styles.xml", "xl/sharedstrings.xml", "xl/theme/theme1.xml")
        if key in by_name
    }
    colours = _theme(trees.get("xl/theme/theme1.xml"))
    strings = trees.get("xl/sharedstrings.xml")
    texts = every(strings, "si") if strings is not None else []
    runs = {position: found for position, text in enumerate(texts) if (found := _run_colours(text, colours))}
    styles = trees.get("xl/styles.xml")
    if styles is None:
        return Invisible(frozenset(), (), (_WHITE,), runs, colours)
    return _of_styles(styles, runs, colours)


def _of_styles(styles: Element, runs: Mapping[int, frozenset[str]], colours: Sequence[str]) -> Invisible:
    fonts, fills, formats = (_children(styles, name) for name in ("fonts", "fills", "cellXfs"))
    codes = {attribute(code, "numFmtId"): attribute(code, "formatCode") for code in every(styles, "numFmt")}
    backgrounds = [_background(_at(fills, attribute(each, "fillId")), colours) for each in formats]
    hidden = {
        position
        for position, each in enumerate(formats)
        if _unseen_font(_at(fonts, attribute(each, "fontId")), backgrounds[position], colours)
    }
    of_formats = [codes.get(attribute(each, "numFmtId"), "") for each in formats]
    return Invisible(frozenset(hidden), of_formats, backgrounds, runs, colours)


def _is_formatted_away(cell: Element, code: str) -> bool:
    """Whether the number format shows nothing of this value. Hiding a zero is a usual way to write a table."""
    kind = attribute(cell, "t")
    if kind in {"s", "str", "inlineStr"}:
        return hides(code, "text")
    value = number(next(((child.text or "") for child in cell if local(child.tag) == "v"), ""), 0.0)
    if kind not in {"", "n"} or value == 0 or (value in _ANSWERS and '"' in code):
        return False
    return hides(code, "negative" if value < 0 else "positive")


def _children(styles: Element, name: str) -> list[Element]:
    return next((list(child) for child in styles if local(child.tag) == name), [])


def _at(elements: list[Element], position: str) -> Element | None:
    place = int(number(position, -1))
    return elements[place] if 0 <= place < len(elements) else None


def _unseen_font(font: Element | None, background: str | None, colours: Sequence[str]) -> bool:
    if font is None:
        return False
    parts = {local(child.tag): child for child in font}
    size = number(attribute(parts["sz"], "val"), 11) if "sz" in parts else 11.0
    colour = _colour(parts["color"], colours) if "color" in parts else _BLACK
    return size <= _TINY or alike(colour, background)


def _background(fill: Element | None, colours: Sequence[str]) -> str | None:
    """The colour behind the text; None for a pattern or gradient, of which we say nothing."""
    pattern = next((child for child in fill if local(child.tag) == "patternFill"), None) if fill is not None else None
    if fill is not None and len(fill) and pattern is None:
        return None
    kind = "none" if pattern is None else attribute(pattern, "patternType") or "none"
    if pattern is None or kind == "none":
        return _WHITE
    front = next((child for child in pattern if local(child.tag) == "fgColor"), None)
    return _colour(front, colours) if kind == "solid" and front is not None else None


def _colour(element: Element, colours: Sequence[str]) -> str | None:
    plain = _untinted(element, colours)
    tint = number(attribute(element, "tint"), 0.0)
    if not tint or plain is None or not _SIX.fullmatch(plain):
        return plain
    hue, light, strength = rgb_to_hls(*(int(plain[n : n + 2], 16) / 255 for n in (0, 2, 4)))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, min(max(light, 0.0), 1.0), strength))


def _untinted(element: Element, colours: Sequence[str]) -> str | None:
    if rgb := attribute(element, "rgb"):
        return rgb[-6:].upper()
    theme, indexed = attribute(element, "theme"), attribute(element, "indexed")
    if theme:
        place = int(number(theme, -1))
        return colours[place] if 0 <= place < len(colours) else None
    return _INDEXED.get(int(number(indexed, -1))) if indexed else _BLACK


def _theme(theme: Element | None) -> tuple[str, ...]:
    named = {}
    for scheme in every(theme, "clrScheme")[:1] if theme is not None else ():
        for colour in scheme:
            named[local(colour.tag)] = next((attribute(c, "lastClr") or attribute(c, "val") for c in colour), "")
    found = [named.get(name, "").upper() for name in _THEME_ORDER]
    return tuple(colour or default for colour, default in zip_longest(found, _THEME_DEFAULTS, fillvalue=""))


def _run_colours(text: Element, colours: Sequence[str]) -> frozenset[str]:
    properties = every(text, "rPr")
    found = {_colour(colour, colours) for each in properties for colour in every(each, "color")}
    small = any(number(attribute(size, "val"), 11) <= _TINY for each in properties for size in every(each, "sz"))
    return frozenset(colour for colour in found if colour) | ({_TOO_SMALL} if small else set())


def alike(one: str | None, other: str | None) -> bool:
    """Whether no eye sees these two colours apart."""
    if one is None or other is None or len(one) != 6 or len(other) != 6:
        return False
    try:
        pairs = [(int(one[n : n + 2], 16), int(other[n : n + 2], 16)) for n in (0, 2, 4)]
    except ValueError:
        return False
    return all(abs(left - right) <= _UNSEEN for left, right in pairs)
