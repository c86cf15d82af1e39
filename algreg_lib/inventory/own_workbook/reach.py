"""How far down a sheet is ready to be filled in: its lists, help and colours, its filter, and what looks in its rows.

The template makes rules for more rows than it holds. When rows come below those, everything that ended at the last of
them has to end further down: on the sheet itself, and in each formula that names its rows.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from algreg_lib.inventory.addresses import LAST_ROW
from algreg_lib.inventory.layout import FREE_ROWS

_TAG: Final = rb"<(?:\w+:)?(?:%b)\b(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>"
_VALIDATION: Final = re.compile(_TAG % b"dataValidation")
_RULE: Final = re.compile(_TAG % b"dataValidation|conditionalFormatting|ignoredError|autoFilter")
_AREA: Final = re.compile(rb"\s(?:sqref|ref)=(?:\"[^\"]*\"|'[^']*')")
#: What newer Excels write for rules that look at another sheet: `<xm:sqref>A4:A1003</xm:sqref>`.
_LATER_AREA: Final = re.compile(rb"<\w+:sqref>[^<]*</")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?(?:f|formula[12]?|definedName)\b[^>]*>[^<]+</")
#: All but the number of the last row, the number of the first, and that of the last.
_ROWS: Final = re.compile(rb"([A-Z]+(\d+):[A-Z]+)(\d+)")
#: In a formula a row that moves along with its cell (without $) is no end of the sheet.
_FIXED: Final = rb"\$?[A-Z]{1,3}\$(\d+):\$?[A-Z]{1,3}\$"
_FIXED_HERE: Final = re.compile(rb"(?<![\w!$:.\]'])(" + _FIXED + rb")(\d+)(?!\d)")


@dataclass(frozen=True, kw_only=True)
class Growth:
    """A sheet of which the rules ended at row `old`, and have to end at row `new`."""

    sheet: str
    title_row: int
    old: int
    new: int


def growth(xml: bytes, sheet: str, *, title_row: int, last_row: int) -> Growth | None:
    """How the sheet has to grow now that its last row is this one; None when its rules reach so far, or it has none."""
    below = xml[xml.rfind(b"sheetData") :]  # rules stand behind the cells
    areas = [area[0] for tag in _VALIDATION.finditer(below) for area in _AREA.finditer(tag[0])]
    areas += [area[0] for area in _LATER_AREA.finditer(below)]
    rows = [(int(part[2]), int(part[3])) for area in areas for part in _ROWS.finditer(area)]
    ends = Counter(last for first, last in rows if title_row < first < last)
    # What most rules share is what the template made; a rule of the user may end elsewhere, and keeps its end.
    old = max(ends, key=lambda row: (ends[row], row), default=last_row)
    return (
        Growth(sheet=sheet, title_row=title_row, old=old, new=min(last_row + FREE_ROWS, LAST_ROW))
        if old < last_row
        else None
    )


def with_reach(xml: bytes, growths: Iterable[Growth], *, sheet: str = "") -> bytes:
    """The XML of a sheet, or of the workbook itself, in which all that has to grow ends at its new row."""
    for grown in growths:
        if grown.sheet == sheet:
            xml = _formulas_longer(_rules_longer(xml, grown), _FIXED_HERE, grown)
        name = re.escape(grown.sheet.encode())
        named = re.compile(rb"(?<![\w\]'])((?:%b|'%b')!" % (name, name) + _FIXED + rb")(\d+)(?!\d)")
        xml = _formulas_longer(xml, named, grown)
    return xml


def _rules_longer(xml: bytes, grown: Growth) -> bytes:
    # Only where a rule holds: the help that it shows may name cells too.
    xml = _RULE.sub(lambda tag: _AREA.sub(lambda area: _ended(area[0], _ROWS, grown), tag[0]), xml)
    return _LATER_AREA.sub(lambda area: _ended(area[0], _ROWS, grown), xml)


def _formulas_longer(xml: bytes, rows: re.Pattern[bytes], grown: Growth) -> bytes:
    return _FORMULA.sub(lambda formula: _ended(formula[0], rows, grown), xml)


def _ended(piece: bytes, rows: re.Pattern[bytes], grown: Growth) -> bytes:
    def end(found: re.Match[bytes]) -> bytes:
        first, last = int(found[2]), int(found[3])
        return found[1] + b"%d" % (grown.new if grown.title_row <= first < last == grown.old else last)

    return rows.sub(end, piece)
