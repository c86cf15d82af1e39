"""How the workbook looks: a few calm colours, one per section, and widths that fit what people type."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any, Final

from algreg_lib.inventory.layout import OWN_BAND, Column
from algreg_lib.standard import Field

#: Strong colour of the band and of mandatory titles, and the tint of the other titles. White on the strong colour and
#: black on the tint both pass WCAG AA.
_SECTION_COLOURS: Final = (
    ("#154273", "#DCE5EF"),
    ("#275937", "#DDEBE0"),
    ("#42145F", "#E6DEEC"),
    ("#673327", "#F0E3E0"),
)
_QUIET: Final = ("#4F5B66", "#ECEEF0")
_QUIET_BANDS: Final = frozenset({"Intern", "Register", OWN_BAND})

FILLING_TAB: Final = "#154273"  #: tab of a sheet that people fill in
EXPLAINING_TAB: Final = "#9AA5B1"  #: tab of a sheet that only explains
_LINE: Final = "#D5D9DE"

GAP_COLOUR: Final = "#FCE7B8"  #: mandatory and empty
OPEN_COLOUR: Final = "#FEF7E4"  #: empty, and the public site says so
FULL_COLOUR: Final = "#D9E8F6"  #: nearly too long
WRONG_COLOUR: Final = "#F6CFCB"  #: too long, or not in the list

#: Heights in points: a row shows four lines of text, or two where people write little.
ROW_HEIGHT: Final = 60
LOW_ROW_HEIGHT: Final = 31
BAND_HEIGHT: Final = 21
_LINE_HEIGHT: Final = 15
_BOLD: Final = 1.3  #: bold signs are wider, and words break before the end of a line
COUNT_HEIGHT: Final = 17

#: Texts from this limit on are prose: a wide column.
_PROSE: Final = 1_000
_WIDTH_BY_FORMAT: Final = {"year-month": 13, "date": 13, "score": 13, "yes-no": 16, "boolean": 13, "const": 13}
_WIDTH_BY_KEY: Final = {"registration_id": 17, "name": 30, "description_short": 44, "remarks": 36, "lang": 10}


@dataclass(frozen=True)
class Look:
    """The formats of one workbook; each is made once, as XlsxWriter wants it."""

    book: Any

    def band(self, section: str, sections: tuple[str, ...]) -> Any:
        """The strip above the columns of a section."""
        strong, _ = _colours(section, sections)
        return self._made({"bold": True, "font_color": "#FFFFFF", "bg_color": strong, "valign": "vcenter", "indent": 1})

    def title(self, section: str, sections: tuple[str, ...], *, mandatory: bool) -> Any:
        """The title of a column: in the strong colour when the register refuses a registration without it."""
        strong, tint = _colours(section, sections)
        colours = {"font_color": "#FFFFFF", "bg_color": strong} if mandatory else {"bg_color": tint}
        return self._made(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "#FFFFFF"} | colours
        )

    def field_name(self, section: str, sections: tuple[str, ...]) -> Any:
        """The title of a field where it heads a row."""
        _, tint = _colours(section, sections)
        return self._made(
            {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "border_color": _LINE, "bg_color": tint}
        )

    def count(self) -> Any:
        """The small print between band and title."""
        return self._made({"font_size": 9, "font_color": "#4F5B66", "bg_color": "#F7F8F9", "valign": "vcenter"})

    def choice_of_count(self) -> Any:
        """The cell in which a reader picks the registration that is counted."""
        return self._made({"font_size": 9, "bg_color": "#FFFFFF", "border": 1, "border_color": "#4F5B66"})

    def body(self, *, as_text: bool = True) -> Any:
        """A cell people type in. As text, so that Excel makes no date of 2024-01 and drops no leading zero."""
        number = {"num_format": "@"} if as_text else {}
        return self._made(
            {"text_wrap": True, "valign": "top", "border": 1, "border_color": _LINE} | number,
        )

    def shown(self) -> Any:
        """A cell that only shows what stands elsewhere."""
        return self._made(
            {"text_wrap": True, "valign": "top", "font_color": "#4F5B66", "border": 1, "border_color": _LINE}
        )

    def heading(self) -> Any:
        """The heading of a sheet that explains."""
        return self._made({"bold": True, "font_size": 16, "font_color": "#154273", "valign": "vcenter"})

    @cached_property
    def gap(self) -> Any:
        """Marks what is mandatory and empty."""
        return self.book.add_format({"bg_color": GAP_COLOUR})

    @cached_property
    def open(self) -> Any:
        """Marks what is empty and will stand on the public site as not filled in."""
        return self.book.add_format({"bg_color": OPEN_COLOUR})

    @cached_property
    def full(self) -> Any:
        """Marks what is nearly too long."""
        return self.book.add_format({"bg_color": FULL_COLOUR})

    @cached_property
    def wrong(self) -> Any:
        """Marks what the register would refuse."""
        return self.book.add_format({"bg_color": WRONG_COLOUR})

    @cached_property
    def _known(self) -> dict[tuple[tuple[str, object], ...], Any]:
        return {}

    def _made(self, properties: dict[str, Any]) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._known:
            self._known[key] = self.book.add_format(properties)
        return self._known[key]


def sections_of(columns: Iterable[Column]) -> tuple[str, ...]:
    """The sections of a sheet, in order; their place decides their colour."""
    return tuple(dict.fromkeys(column.band for column in columns))


def width(column: Column) -> float:
    """The width of a column, in characters."""
    field = column.field
    if field is None:
        return 24
    if field.key in _WIDTH_BY_KEY:
        return _WIDTH_BY_KEY[field.key]
    if is_prose(field):
        return 52
    if field.kind == "grouping":
        return 44
    return _WIDTH_BY_FORMAT.get(field.format, 26)


def title_height(columns: Iterable[Column]) -> float:
    """The height of the row with titles, in points, so that the longest title fits in its column."""
    return _LINE_HEIGHT * max(2, *(ceil(len(column.title) * _BOLD / width(column)) for column in columns)) + 3


def is_prose(field: Field) -> bool:
    """Whether people write paragraphs in it. Not marked as text: older Excels show #### for long ones."""
    return field.kind == "text" and not field.format and (field.max_length or 0) >= _PROSE


def _colours(section: str, sections: tuple[str, ...]) -> tuple[str, str]:
    if section in _QUIET_BANDS:
        return _QUIET
    loud = [name for name in sections if name not in _QUIET_BANDS]
    return _SECTION_COLOURS[loud.index(section) % len(_SECTION_COLOURS)]
