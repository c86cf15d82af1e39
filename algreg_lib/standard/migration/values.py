"""Old values and what they are called in 1.0. From text to text; no table in sight."""

import csv
import re
from datetime import date
from functools import cache
from typing import Final

from algreg_lib.standard.load import impact_assessment_titles, standard, value_map

#: Texts that say that there is nothing: never moved into a field that citizens read.
_NOTHING: Final = frozenset(
    """- -- — . .. ... ? / x xx nvt n.v.t n.v.t. nee neen geen nee. no onbekend volgt tbd na n/a
    niet.van.toepassing niet.aanwezig niet.beschikbaar niet.bekend niet.bekend. nog.niet.bekend nog.niet.beschikbaar
    nog.onbekend nog.niet nader.te.bepalen ntb n.t.b. nb n.b. wordt.nog.ingevuld ,- leeg""".split()
)
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_SINCE: Final = re.compile(r"in gebruik sinds (?:(\d{1,2})-)?(\d{1,2})-(\d{4})\.?")
_MONTH_FIRST: Final = re.compile(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[ T]00:00(?::00)?(?:\.0+)?)?")


@cache
def folded(text: str) -> str:
    """`text` for comparing: lower case, no invisible characters, one space between words."""
    return " ".join(text.translate(_INVISIBLE).casefold().split())


def is_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing (`-`, `n.v.t.`, `Nee`)."""
    return folded(text).replace(" ", ".") in _NOTHING or not folded(text)


@cache
def known_values(key: str) -> dict[str, str]:
    """The values of a field of 1.0 by every known spelling, folded."""
    other = {folded(old): new for old, new in value_map(key).items()}
    return other | {folded(choice): choice for choice in standard()[key].choices}


@cache
def known_titles() -> dict[str, str]:
    """The names of impact assessments by every known spelling, folded."""
    other = {folded(old): new for old, new in value_map("impact_assessment").items()}
    return other | {folded(title): title for title in impact_assessment_titles()}


def status_with_begin(text: str) -> tuple[str | None, str]:
    """The status of 1.0 (None when it has none), and the begin month (`2020-12`) where the old text held one."""
    if since := _SINCE.fullmatch(folded(text)):
        month = _year_month((since[3], since[2], since[1]))
        return ("In gebruik", month) if month else (None, "")
    return known_values("status").get(folded(text)), ""


def themes(text: str) -> tuple[list[str], list[str]]:
    """The themes of 1.0 that a text names, and those of its values that have no theme, both as they stand in it.

    Takes one per line, a PostgreSQL array (`{Werk,"Ruimte en infrastructuur"}`), and `, ` or `;` between known values.
    """
    known = known_values("category")
    parts = _parts(text)
    values = dict.fromkeys(known.get(folded(part), part) for part in parts)
    return list(values), [part for part in parts if folded(part) not in known]


def _parts(text: str) -> list[str]:
    known = known_values("category")
    if folded(text) in known:  # some old domains hold a comma themselves
        return [text]
    stripped = text.strip()
    if stripped.startswith("{") and stripped.endswith("}"):
        return postgres_array(stripped) or [stripped]
    for separator in ("\n", ";", ","):
        parts = [part.strip() for part in text.split(separator) if part.strip()]
        suggested = known.keys() | value_map("suggestions").keys()
        if len(parts) > 1 and (separator == "\n" or all(folded(part) in suggested for part in parts)):
            return parts
    return [stripped or text]


def postgres_array(text: str) -> list[str]:
    """The values of a PostgreSQL array literal; quotes stand only around values that need them."""
    inside = " ".join(text.strip()[1:-1].split())
    return [value for value in next(csv.reader([inside], escapechar="\\"), []) if value.strip()]


def year_month(text: str) -> str | None:
    """A date as `yyyy-mm`, from `mm-yyyy`, `dd-mm-yyyy`, `yyyy-m` or a full ISO date.

    None when it is none of these, or a day that does not exist: of 31-02 nobody knows whether day or month is wrong.
    """
    parts = _date_parts(text)
    return (_year_month(parts) or None) if parts is not None else None


def is_impossible_date(text: str) -> bool:
    """Whether a text is written as a date, but of a day or a month that does not exist."""
    parts = _date_parts(text)
    return parts is not None and not _year_month(parts)


def _date_parts(text: str) -> tuple[str, str, str | None] | None:
    """Year, month, and the day where there is one."""
    plain = folded(text).upper()
    if found := _MONTH_FIRST.fullmatch(plain):
        return found[3], found[2], found[1]
    if found := _YEAR_FIRST.fullmatch(plain):
        return found[1], found[2], found[3]
    return None


def _year_month(parts: tuple[str, str, str | None]) -> str:
    year, month, day = parts
    try:
        return date(int(year), int(month), int(day or 1)).isoformat()[:7]
    except ValueError:
        return ""
