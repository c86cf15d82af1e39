"""Moments as people write them."""

from datetime import datetime
from typing import Final

_MONTHS: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def moment_text(moment: str) -> str:
    """A moment (ISO 8601) as a reader writes it: `21 november 2026, 9.05 uur`."""
    when = datetime.fromisoformat(moment)
    return f"{day_text(moment)}, {when.hour}.{when.minute:02d} uur"


def day_text(moment: str) -> str:
    """The day of a moment (ISO 8601): `21 november 2026`."""
    when = datetime.fromisoformat(moment)
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
