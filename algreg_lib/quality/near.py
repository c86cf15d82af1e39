"""What a wrong value was probably meant to be, as a Dutch sentence; empty when nothing is near."""

import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import Final

from algreg_lib.standard import standard, value_map

_MONTHS: Final = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK: Final = re.compile(r"(?i)(?:https?://|www\.)[^\s<>|;,]+")


def near_miss(rule: str, field: str, value: str) -> str:
    """The sentence for a value that breaks a rule."""
    suggest = _SUGGESTIONS.get(rule)
    meant = suggest(field, value) if suggest else ""
    return f"Bedoelt u '{meant}'?" if meant and meant != value else ""


def _choice(field: str, value: str) -> str:
    choices = standard()[field].choices if field in standard() else ()
    by_fold = {choice.casefold(): choice for choice in choices}
    lines = [line.strip() for line in re.split(r"[\n;]", value.strip().strip("{}")) if line.strip()]
    found = [_nearest(line.strip('"'), by_fold, _known(field)) for line in lines]
    return ", ".join(found) if all(found) else ""


def _known(field: str) -> dict[str, str]:
    try:
        return value_map(field)
    except KeyError:  # no old spellings are known for this field
        return {}


def _nearest(text: str, by_fold: dict[str, str], old: dict[str, str]) -> str:
    fold = " ".join(text.casefold().replace("_", " ").split())
    if fold in by_fold:
        return by_fold[fold]
    if old.get(fold, "").casefold() in by_fold:
        return old[fold]
    near = get_close_matches(fold, by_fold, n=1, cutoff=0.75)
    return by_fold[near[0]] if near else ""


def year_month(value: str) -> str:
    """A date in another notation as yyyy-mm; empty when the month or year is not certain."""
    text = value.strip().casefold()
    if found := re.fullmatch(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ]\d{1,2})?(?:[t ]\d\d:\d\d.*)?", text):
        return _month_of(found[1], found[2])
    if found := re.fullmatch(r"(?:\d{1,2}[-/. ])?(\d{1,2})[-/. ](\d{4})", text):
        return _month_of(found[2], found[1])
    if found := re.fullmatch(r"(?:\d{1,2} )?([a-z]{3})[a-z]*\.?[ -]?(\d{4})", text):
        name = {"mrt": "maa", "may": "mei", "mar": "maa", "oct": "okt"}.get(found[1], found[1])
        return _month_of(found[2], str(_MONTHS.index(name) + 1)) if name in _MONTHS else ""
    return ""


def _month_of(year: str, month: str) -> str:
    return f"{year}-{int(month):02d}" if 1 <= int(month) <= 12 and 1900 <= int(year) < 2100 else ""


def _address(value: str) -> str:
    found: list[str] = _LINK.findall(value)
    if len(found) != 1:
        return ""
    link = found[0].rstrip(".)")
    return re.sub(r"(?i)^(?:http://|https://|(?=www\.))", "https://", link)


def _contact(value: str) -> str:
    mails: list[str] = _EMAIL.findall(value)
    if len(mails) == 1:
        return mails[0].rstrip(".")
    return "" if mails else _address(value)


_SUGGESTIONS: Final[dict[str, Callable[[str, str], str]]] = {
    "keuze": _choice,
    "datum": lambda _, value: year_month(value),
    "link": lambda _, value: _address(value),
    "contact": lambda _, value: _contact(value),
}
