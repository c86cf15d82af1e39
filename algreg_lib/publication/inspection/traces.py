"""What an inspection found: a rule, and where."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from algreg_lib.findings import Finding

_LONGEST_VALUE: Final = 200
#: The rule for a text that was looked for and may not be there.
FORBIDDEN: Final = "niet-openbaar"


class Trace(NamedTuple):
    """One thing found in a file; `place` is the sheet or the part of the file."""

    rule: str
    place: str = ""
    cell: str = ""
    value: str = ""


@cache
def rules() -> dict[str, dict[str, str]]:
    """Severity and message per rule."""
    text = files("algreg_lib.publication.inspection").joinpath("rules.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text))


def finding(trace: Trace, file_name: str) -> Finding:
    """The trace as a finding. A long value is shown in part, except a forbidden text: that one is looked up again."""
    rule = rules()[trace.rule]
    whole = trace.rule == FORBIDDEN or len(trace.value) <= _LONGEST_VALUE
    return Finding(
        registration_id="",
        field="",
        rule=trace.rule,
        severity=rule["severity"],  # type: ignore[arg-type]  # a test holds the file to the severities
        message=rule["message"],
        value=trace.value if whole else f"{trace.value[:_LONGEST_VALUE]}…",
        file=file_name,
        sheet=trace.place,
        cell=trace.cell,
    )
