"""What Excel shows where the number format makes more or less of a value: leading zeros, fixed signs, half a date."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Final

#: Month and year, the format that Excel itself gives to what is typed as `mrt 2024`.
_BUILT_IN: Final = {17: "mmm-yy"}
_TOKEN: Final = re.compile(r'"([^"]*)"|\\(.)|([- ():+])|(0)')
_NOT_THE_DATE: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def telling_formats(formats: Mapping[int, str], styles: Sequence[int]) -> dict[int, str]:
    """The formats that show something else than the value, by the number of the style.

    `formats`: the codes of the workbook by their number; `styles`: the number of the format of each style.
    """
    known = _BUILT_IN | dict(formats)
    return {style: known[number] for style, number in enumerate(styles) if _tells(known.get(number, ""))}


def shown(value: object, code: str) -> str | None:
    """The text that a person sees in the cell; None when it is the value itself, or cannot be told for certain.

    A date of which the format hides the day comes back as `yyyy-mm`, and as `yyyy` when it hides the month too, but
    only where the hidden part is the first: another one was typed by somebody and is not dropped.
    """
    if isinstance(value, datetime):
        return _date_shown(value.date(), code) if value.time() == time() else None
    if isinstance(value, date):
        return _date_shown(value, code)
    if isinstance(value, float | int) and not isinstance(value, bool) and value >= 0 and float(value).is_integer():
        return _number_shown(int(value), code)
    return None


def _tells(code: str) -> bool:
    return _date_parts(code) in {"y", "my"} or _number_shown(0, code) not in {None, "0"}


def _date_parts(code: str) -> str:
    """Which of day, month and year the format shows; empty when it shows a time, or is no date."""
    letters = set(_NOT_THE_DATE.sub("", code.partition(";")[0]).casefold()) & set("dmyhs")
    return "" if letters & set("hs") or "y" not in letters else "".join(sorted(letters))


def _date_shown(value: date, code: str) -> str | None:
    parts = _date_parts(code)
    if parts == "my" and value.day == 1:
        return value.isoformat()[:7]
    if parts == "y" and (value.day, value.month) == (1, 1):
        return value.isoformat()[:4]
    return None


def _number_shown(value: int, code: str) -> str | None:
    """The number with its zeros and fixed signs; None when the format has more in it than those."""
    positive = code.partition(";")[0]
    tokens = list(_TOKEN.finditer(positive))
    if "".join(found[0] for found in tokens) != positive:
        return None
    places = sum(found[4] is not None for found in tokens)
    if not places:
        return None
    digits = str(value).zfill(places)
    # Digits for which the format has no place stand at the first one.
    at_each = iter([digits[: len(digits) - places + 1], *digits[len(digits) - places + 1 :]])
    return "".join(next(at_each) if found[4] else found[1] or found[2] or found[3] or "" for found in tokens)
