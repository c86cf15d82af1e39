"""What is wrong with one registration, quickly enough for who is typing: by our masks alone."""

from collections.abc import Iterator, Sequence
from datetime import date

import pandas as pd

from algreg_lib.findings import Finding, findings_table, worst_first
from algreg_lib.quality.declaring import singles
from algreg_lib.quality.masks import Table, can_locate, wrong_rows
from algreg_lib.quality.messages import messages
from algreg_lib.quality.own import with_settings
from algreg_lib.quality.rules import rules
from algreg_lib.quality.suites import standard_suite
from algreg_lib.quality.table import check_table
from algreg_lib.workspace import Quality


def quick_findings(
    registrations: pd.DataFrame, *, version: str, settings: Quality, today: date | None = None
) -> pd.DataFrame:
    """The findings (`findings.COLUMNS`, worst first, without places) by the standard's own suite.

    Where `check` lets Great Expectations judge, this trusts the masks that a test holds against it. Rules that compare
    a registration with others see only those that are given, and an organisation's own suite is left to `check`.
    Without `today` no date lies in the future.
    """
    table = check_table(registrations, version=version, today=today)
    expectations = [
        single for declared in standard_suite(version) if can_locate(declared) for single in singles(declared)
    ]
    searched = Table(table)
    found = []
    for single in expectations:
        mask = wrong_rows(single, searched)
        if mask.any():
            found += list(_findings(single, table.loc[mask]))
    # The settings may name rules of the organisation's own suite; whether they exist is for `check` to say.
    known = [*rules(), *settings.severity, *settings.ignore]
    return worst_first(with_settings(findings_table(_without_hidden(found)), settings, known=known))


def _findings(single: dict[str, object], rows: pd.DataFrame) -> Iterator[Finding]:
    meta: dict[str, str] = single["meta"]  # type: ignore[assignment]
    values = rows[meta["field"]].fillna("") if meta["field"] in rows else pd.Series("", index=rows.index)
    for identity, message, value in zip(rows.index, messages(single, rows), values, strict=True):
        yield Finding(
            registration_id=str(identity),
            field=meta["field"],
            rule=meta["rule"],
            severity=single["severity"],  # type: ignore[arg-type]
            message=str(message),
            value=str(value),
        )


def _without_hidden(findings: Sequence[Finding]) -> list[Finding]:
    """Without what another finding on the same cell already says."""
    hidden = {(f.registration_id, f.field, rule) for f in findings for rule in rules()[f.rule].hides}
    return [f for f in findings if (f.registration_id, f.field, f.rule) not in hidden]
