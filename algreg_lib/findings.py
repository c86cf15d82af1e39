"""Findings: what is wrong, where, how bad, and what to do. The one shape that every room speaks."""

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

import pandas as pd

Severity = Literal["critical", "warning", "info"]

#: From worst to mildest; `critical` is what the delivery API refuses or what would break it (DESIGN: Severity).
SEVERITIES: Final[tuple[Severity, ...]] = ("critical", "warning", "info")

#: What an end user reads for a severity.
SEVERITY_LABELS: Final[dict[Severity, str]] = {
    "critical": "Moet opgelost",
    "warning": "Let op",
    "info": "Verbeterpunt",
}


class Finding(NamedTuple):
    """One thing that is wrong with one cell, registration or file. Empty text where a part does not apply."""

    registration_id: str
    field: str  #: key of the standard or of a working field
    rule: str  #: stable id of the rule, such as `verplicht` or `te-lang`
    severity: Severity
    message: str  #: Dutch; says what is wrong and what to do
    value: str = ""  #: the text as it was read
    file: str = ""  #: file name without folder
    sheet: str = ""
    cell: str = ""  #: Excel's own address, such as `C14`


COLUMNS: Final[tuple[str, ...]] = Finding._fields


def findings_table(findings: Iterable[Finding] = ()) -> pd.DataFrame:
    """Findings as a table with `COLUMNS`, all text, in the order given."""
    return pd.DataFrame(list(findings), columns=list(COLUMNS), dtype="str")


def worst_first(findings: pd.DataFrame) -> pd.DataFrame:
    """The same findings, most severe first; within a severity by registration, field and rule."""
    severity = pd.Categorical(findings["severity"], categories=list(SEVERITIES), ordered=True)
    return (
        findings.assign(_severity=severity)
        .sort_values(["_severity", "registration_id", "field", "rule"], kind="stable")
        .drop(columns="_severity")
        .reset_index(drop=True)
    )
