"""The points per registration and criterion: given in the sheet Prioritering, else measured, else unknown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.errors import AlgregError
from algreg_lib.findings import Finding, findings_table
from algreg_lib.inventory import Inventory
from algreg_lib.priority.measures import MEASURES, HeadStarts
from algreg_lib.priority.weighing import HIGHEST, LOWEST
from algreg_lib.workspace import Criterion

GIVEN, MEASURED, UNKNOWN = "gegeven", "gemeten", "onbekend"
_NUMBER: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


@dataclass(frozen=True, kw_only=True)
class Scores:
    """Points on the scale of 1 to 5. All tables have index `registration_id` and a column per criterion key."""

    criteria: tuple[Criterion, ...]
    names: pd.Series  #: name of the registration, missing is missing
    low: pd.DataFrame  #: lowest point that is possible; equal to `high` where the point is known
    high: pd.DataFrame
    sources: pd.DataFrame  #: `gegeven`, `gemeten` or `onbekend`
    signals: pd.DataFrame  #: Dutch: what a measured point rests on; empty text otherwise
    findings: pd.DataFrame  #: given scores that are no number from 1 to 5
    head_starts: HeadStarts = field(default_factory=dict)  #: what makes filling in easier, where something does


def scores_of(inventory: Inventory, *, criteria: Sequence[Criterion], head_starts: HeadStarts | None = None) -> Scores:
    """The points of every registration on these criteria. Raises AlgregError on a criterion that cannot be measured."""
    frame = inventory.registrations
    parts = [_points(inventory, criterion, head_starts) for criterion in criteria]
    columns = [criterion.key for criterion in criteria]

    def wide(name: str) -> pd.DataFrame:
        series = {key: part[0][name] for key, part in zip(columns, parts, strict=True)}
        return pd.DataFrame(series, index=frame.index, columns=columns)

    return Scores(
        criteria=tuple(criteria),
        names=frame["name"] if "name" in frame.columns else pd.Series(np.nan, index=frame.index, dtype="str"),
        low=wide("low"),
        high=wide("high"),
        sources=wide("source"),
        signals=wide("signals"),
        findings=findings_table(finding for part in parts for finding in part[1]),
        head_starts=dict(head_starts or {}),
    )


def _points(
    inventory: Inventory, criterion: Criterion, head_starts: HeadStarts | None
) -> tuple[pd.DataFrame, list[Finding]]:
    index = inventory.registrations.index
    if criterion.source == "measured" and criterion.key not in MEASURES:
        raise AlgregError(
            f"Het criterium '{criterion.key}' kan niet worden gemeten.",
            advice=f'Zet source op "given" in algreg.toml. Meten kan alleen voor: {", ".join(MEASURES)}.',
        )
    table = pd.DataFrame({"low": LOWEST, "high": HIGHEST, "source": UNKNOWN, "signals": ""}, index=index)
    if criterion.source != "given" and criterion.key in MEASURES:
        measured = MEASURES[criterion.key](inventory, head_starts=head_starts).table
        known = (measured["high"] - measured["low"]) < HIGHEST - LOWEST
        table = measured.assign(source=np.where(known, MEASURED, UNKNOWN))
    given, findings = _given(inventory, criterion) if criterion.source != "measured" else (None, [])
    if given is not None:
        there = given.notna()
        table = table.assign(
            low=table["low"].where(~there, given),
            high=table["high"].where(~there, given),
            source=table["source"].where(~there, GIVEN),
            signals=table["signals"].where(~there, ""),
        )
    return table, findings


def _given(inventory: Inventory, criterion: Criterion) -> tuple["pd.Series[float] | None", list[Finding]]:
    """The scores that people gave, missing where there is no number from 1 to 5; and a finding for each wrong one."""
    frame = inventory.registrations
    column = _column_of(frame, criterion)
    if column is None:
        return None, []
    texts = frame[column]
    numbers = {text: _number(text) for text in texts.dropna().unique()}
    given = texts.map(numbers).astype("float64")
    wrong = texts[texts.notna() & given.isna()]
    return given, [_finding(inventory, str(key), column, text, criterion) for key, text in wrong.items()]


def _column_of(frame: pd.DataFrame, criterion: Criterion) -> str | None:
    """`score_<key>`; for an own criterion also a column with its label, as people name it in Excel."""
    accepted = {f"score_{criterion.key}".casefold(), criterion.label.casefold(), f"score {criterion.label}".casefold()}
    exact = f"score_{criterion.key}"
    if exact in frame.columns:
        return exact
    return next((c for c in frame.columns if str(c).strip().casefold() in accepted), None)


def _number(text: str) -> float:
    stripped = text.strip()
    value = float(stripped.replace(",", ".")) if _NUMBER.fullmatch(stripped) else float("nan")
    return value if LOWEST <= value <= HIGHEST else float("nan")


def _finding(inventory: Inventory, registration_id: str, column: str, text: str, criterion: Criterion) -> Finding:
    place = inventory.place(registration_id, column)
    return Finding(
        registration_id,
        column,
        "score-ongeldig",
        "warning",
        f"De score voor '{criterion.label}' is geen getal van 1 tot en met 5 en telt daarom als onbekend. "
        "Vul een getal van 1 tot en met 5 in.",
        text,
        place.file,
        place.sheet,
        place.cell,
    )
