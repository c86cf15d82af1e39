"""What the styles of a web page do to a text: hide it, or give it the colour of what is behind it."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from algreg_lib.publication.inspection.styles import alike

_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    r"|font-size\s*:\s*(?:0(?![.\d])|(?:[01]?\.\d+|[01](?:\.\d+)?)\s*p[tx]\b)"
    r"|opacity\s*:\s*0?(?:\.0+)?%?\s*(?:;|$|!)|transform\s*:\s*scale\(\s*0(?:\.0+)?\s*[,)]",
    re.IGNORECASE,
)
#: In a stylesheet this is how pages write for screen readers; at one element it is how to hide a text.
_OFF_SCREEN: Final = re.compile(r"(?:text-indent|left|top|right|margin-left|margin-top)\s*:\s*-\d{3,}", re.IGNORECASE)
_NO_ROOM: Final = re.compile(r"(?:^|;|\s)(?:max-)?(?:width|height)\s*:\s*0(?:px|pt|em)?\s*(?:;|$)", re.IGNORECASE)
_CUT_OFF: Final = re.compile(r"overflow\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_COLOUR: Final = re.compile(r"(?<![\w-])color\s*:\s*([^;!}]+)", re.IGNORECASE)
_BACKGROUND: Final = re.compile(r"(?<![\w-])background(-color|-image)?\s*:\s*([^;!}]+)", re.IGNORECASE)
_RULE: Final = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
_REMARK: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
#: What holds only on paper or on small screens hides nothing from everybody.
_MEDIA: Final = re.compile(r"@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
#: The last part of a selector: a tag, classes and ids; with a state (`:hover`) it does not hold always.
_LAST: Final = re.compile(r"(?:^|[\s>+~])([a-zA-Z][\w-]*|\*)?((?:[.#][\w-]+)*)\s*$")
_HEX: Final = re.compile(r"#([0-9a-fA-F]{3,8})$")
_NUMBERS: Final = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)(?:\s*[,/]\s*([\d.]+%?))?\s*\)", re.IGNORECASE)
_ALL_LIGHT: Final = re.compile(r"hsla?\([^)]*?,?\s*100%\s*(?:[,/][^)]*)?\)$", re.IGNORECASE)
_NAMES: Final = {
    "white": "FFFFFF", "snow": "FFFAFA", "ivory": "FFFFF0", "ghostwhite": "F8F8FF", "floralwhite": "FFFAF0",
    "whitesmoke": "F5F5F5", "azure": "F0FFFF", "mintcream": "F5FFFA", "black": "000000",
}  # fmt: skip
_WHITE: Final = "FFFFFF"
_CLEAR: Final = "transparent"
_UNKNOWN: Final = "?"


class Look(NamedTuple):
    """How an element shows its text; empty where it says nothing about it."""

    hides: bool = False
    colour: str = ""  #: six hexadecimal digits, or `?`
    background: str = ""

    def over(self, other: "Look") -> "Look":
        """What this look says, and for what it does not say the other."""
        return Look(self.hides or other.hides, self.colour or other.colour, self.background or other.background)


def look_of(style: str, *, of_element: bool) -> Look:
    """What declarations do; `of_element` for those that stand at an element itself."""
    hides = bool(_HIDING.search(style) or (_NO_ROOM.search(style) and _CUT_OFF.search(style)))
    colour = _COLOUR.search(style)
    background = _BACKGROUND.search(style)
    behind = "" if background is None else _UNKNOWN if "url(" in background[2] else _read(background[2])
    behind = "" if behind == _CLEAR else behind  # then what is behind the element is behind its text
    return Look(hides or (of_element and bool(_OFF_SCREEN.search(style))), _read(colour[1]) if colour else "", behind)


def stylesheet(text: str) -> list[tuple[str, frozenset[str], Look]]:
    """The simple rules in a page: tag (or empty), classes and ids, and what they do."""
    found = []
    for selectors, body in _RULE.findall(_MEDIA.sub("", _REMARK.sub("", text))):
        look = look_of(body, of_element=False)
        if look != Look():
            for selector in selectors.split(","):
                last = _LAST.search(selector.strip())
                if last and (last[1] or last[2]):
                    tag = "" if last[1] in {None, "*"} else last[1].casefold()
                    found.append((tag, frozenset(re.findall(r"[.#][\w-]+", last[2])), look))
    return found


def element_look(rules: list[tuple[str, frozenset[str], Look]], tag: str, given: Mapping[str, str]) -> Look:
    """What the rules and its own attributes do to an element."""
    names = {f".{name}" for name in given.get("class", "").split()} | {f"#{given.get('id', '')}"}
    look = look_of(given.get("style", ""), of_element=True)
    shown = Look(
        colour=_read(given.get("color") or given.get("fill") or "") if tag in {"font", "text", "tspan"} else "",
        background=_read(given.get("bgcolor", "")),
    )
    look = look.over(shown)
    for wanted_tag, wanted, rule in reversed(rules):
        if wanted_tag in {"", tag} and wanted <= names:
            look = look.over(rule)
    return look


def is_unseen(looks: list[Look]) -> bool:
    """Whether a text in these elements, from far to near, has the colour of what is behind it."""
    colour = next((look.colour for look in reversed(looks) if look.colour), "")
    behind = next((look.background for look in reversed(looks) if look.background), _WHITE)
    return colour == _CLEAR or (len(colour) == 6 and alike(colour, behind))


def _read(text: str) -> str:
    """A colour as six hexadecimal digits; `transparent`; `?` for one that we do not know; empty for none."""
    said = text.strip().casefold()
    if not said:
        return ""
    if found := _HEX.match(said):
        digits = found[1] if len(found[1]) > 4 else "".join(sign * 2 for sign in found[1])
        return _CLEAR if digits[6:] == "00" else digits[:6].upper()
    if numbers := _NUMBERS.match(said):
        if numbers[4] and float(numbers[4].rstrip("%")) == 0:
            return _CLEAR
        return "".join(f"{min(int(part), 255):02X}" for part in numbers.groups()[:3])
    if said == _CLEAR:
        return _CLEAR
    if said in {"none", "inherit"}:
        return ""
    return _NAMES.get(said, _WHITE if _ALL_LIGHT.match(said) else _UNKNOWN)
