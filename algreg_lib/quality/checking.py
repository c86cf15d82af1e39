"""Checking an inventory: the suite of its standard, the organisation's own suite, findings and completeness."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from algreg_lib.errors import RunError, SettingError
from algreg_lib.findings import COLUMNS, findings_table, worst_first
from algreg_lib.inventory import Inventory
from algreg_lib.quality.absent import without_absent_columns
from algreg_lib.quality.completeness import completeness
from algreg_lib.quality.declaring import singles
from algreg_lib.quality.judge import Judge, judge_here
from algreg_lib.quality.masks import Mask, Table, can_locate, wrong_rows
from algreg_lib.quality.messages import messages
from algreg_lib.quality.own import own_expectations, with_settings
from algreg_lib.quality.places import with_places
from algreg_lib.quality.rules import Step, rules
from algreg_lib.quality.suites import standard_suite
from algreg_lib.quality.table import check_table
from algreg_lib.quality.verdict import NotJudgedError, wrong_positions
from algreg_lib.standard import standard
from algreg_lib.workspace import Quality

Expectation = Mapping[str, Any]
#: A rule and the rows that break it; None where the table as a whole does.
Located = tuple[Expectation, Mask | None]
#: Waits for the verdict of Great Expectations; raises where there was none, or where our masks disagree with it.
Confirm = Callable[[], None]


@dataclass(frozen=True, kw_only=True)
class Check:
    """What a check found. `completeness` has a row per registration (see completeness.py)."""

    findings: pd.DataFrame  #: findings.COLUMNS, worst first
    completeness: pd.DataFrame
    expectations: int  #: how many expectations Great Expectations judged
    rule_ids: tuple[str, ...] = ()  #: of all expectations, those of the organisation's own suite among them


def check(
    inventory: Inventory,
    *,
    settings: Quality,
    own_suite: Path | None = None,
    judge: Judge = judge_here,
    today: date | None = None,
) -> Check:
    """The findings and the completeness of an inventory.

    `own_suite` is the organisation's file with expectations; `judge` asks Great Expectations; without `today` no date
    lies in the future. Raises SettingError where that file or a rule id in `settings` is wrong, RunError when an
    expectation was not judged.
    """
    found, confirm = check_ahead(inventory, settings=settings, own_suite=own_suite, judge=judge, today=today)
    confirm()
    return found


def check_ahead(
    inventory: Inventory,
    *,
    settings: Quality,
    own_suite: Path | None = None,
    judge: Judge = judge_here,
    today: date | None = None,
) -> tuple[Check, Confirm]:
    """What `check` gives, while Great Expectations may still be judging; it counts when the second has been called."""
    table = check_table(inventory.registrations, version=inventory.standard, today=today)
    ours = list(standard_suite(inventory.standard))
    own = own_expectations(own_suite, table.columns) if own_suite is not None else []
    wrong, confirm = _located_ahead(table, ours, judge)
    wrong += _own_located(table, own, own_suite) if own_suite is not None else []
    found = [_findings(table, single, mask) for single, mask in wrong if mask is None or mask.any()]
    every = _without_hidden(pd.concat(found, ignore_index=True)) if found else findings_table()
    rule_ids = tuple(dict.fromkeys(str(single["meta"]["rule"]) for single, _ in wrong))
    chosen = with_settings(every, settings, known=[*rule_ids, *rules()])
    checked = Check(
        findings=worst_first(without_absent_columns(with_places(chosen, inventory))[list(COLUMNS)]),
        completeness=completeness(
            inventory.registrations, standard(inventory.standard), _broken(every, ignored=settings.ignore)
        ),
        expectations=len(ours) + len(own),
        rule_ids=rule_ids,
    )
    return checked, confirm


def located(table: pd.DataFrame, expectations: Sequence[Expectation], judge: Judge = judge_here) -> list[Located]:
    """Each rule, as an expectation of its own, and the rows that break it.

    Great Expectations gives the verdict, our masks the rows. Raises NotJudgedError where there was no verdict, and
    RunError when masks and verdict disagree: then one of them would be lying to the user.
    """
    wrong, confirm = _located_ahead(table, expectations, judge)
    confirm()
    return wrong


def _located_ahead(
    table: pd.DataFrame, expectations: Sequence[Expectation], judge: Judge
) -> tuple[list[Located], Confirm]:
    if not expectations:
        return [], lambda: None
    used, searched = _used(table, expectations), Table(table)
    verdict = judge(used, expectations)
    found = [[(one, wrong_rows(one, searched)) for one in singles(e)] if can_locate(e) else [] for e in expectations]
    if all(found):
        return [one for masks in found for one in masks], lambda: _agree(expectations, verdict(), found)
    said = verdict()
    _agree(expectations, said, found)
    wrong: list[Located] = []
    for expectation, holds, masks in zip(expectations, said, found, strict=True):
        wrong += masks or [(expectation, _by_great_expectations(used, expectation, holds=holds))]
    return wrong, lambda: None


def _agree(
    expectations: Sequence[Expectation], said: Sequence[bool], found: Sequence[Sequence[tuple[Expectation, Mask]]]
) -> None:
    for expectation, holds, masks in zip(expectations, said, found, strict=True):
        if masks and holds == any(mask.any() for _, mask in masks):
            raise RunError(
                f"De regel {expectation['type']} {dict(expectation['kwargs'])} geeft twee verschillende uitkomsten.",
                advice="Meld dit aan de makers van algreg, met deze regel erbij.",
            )


def _own_located(table: pd.DataFrame, own: Sequence[Expectation], path: Path) -> list[Located]:
    for number, single in enumerate(own):
        try:
            _ = wrong_rows(single, Table(table)) if can_locate(single) else None
        except Exception as error:  # whatever a user's rule asks of pandas, such as comparing texts with numbers
            raise _not_judged(path, number, " ".join(str(error).split())[:200]) from error
    try:
        return located(table, own)
    except NotJudgedError as error:
        raise _not_judged(path, error.number, error.reason) from error


def _not_judged(path: Path, number: int, reason: str) -> SettingError:
    problem = f"deze regel kon niet worden beoordeeld ({reason})."
    return SettingError(path, f"expectations[{number}]", problem, advice="Verbeter of verwijder de regel.")


def _by_great_expectations(table: pd.DataFrame, expectation: Expectation, *, holds: bool) -> Mask | None:
    """The rows; None where the expectation does not hold and is about the table as a whole."""
    mask = np.zeros(len(table), dtype=bool)
    if not holds:
        mask[wrong_positions(table, [expectation])[0]] = True
    return mask if holds or mask.any() else None


def _used(table: pd.DataFrame, expectations: Sequence[Expectation]) -> pd.DataFrame:
    """The columns that the expectations name, by position: Great Expectations hashes every column that it gets."""
    text = str([e["kwargs"] for e in expectations])
    return table[[column for column in table.columns if str(column) in text]].reset_index(drop=True)


def _findings(table: pd.DataFrame, expectation: Expectation, mask: Mask | None) -> pd.DataFrame:
    meta = expectation["meta"]
    if mask is None:
        message = meta["message"].replace("'{waarde}'", "De inventaris als geheel")
        of_table = {"field": meta["field"], "rule": meta["rule"], "severity": expectation["severity"]}
        return pd.DataFrame([{"registration_id": "", **of_table, "message": message, "value": ""}], dtype="str")
    rows = table.loc[mask]
    return pd.DataFrame(
        {
            "registration_id": rows.index.astype("str"),
            "field": meta["field"],
            "rule": meta["rule"],
            "severity": expectation["severity"],
            "message": messages(expectation, rows).to_numpy(),
            "value": rows[meta["field"]].fillna("").to_numpy() if meta["field"] in rows else "",
        },
        dtype="str",
    )


def _without_hidden(findings: pd.DataFrame) -> pd.DataFrame:
    """Without what another finding on the same cell already says, such as `te-lang-handboek` beside `te-lang`."""
    fields, names = pd.factorize(findings["field"])
    cell = pd.Series(pd.factorize(findings["registration_id"])[0] * len(names) + fields, index=findings.index)
    hidden = pd.Series(False, index=findings.index)
    for rule in rules().values():
        if rule.hides:
            hidden |= findings["rule"].isin(rule.hides) & cell.isin(cell[findings["rule"] == rule.id])
    return findings[~hidden]


def _broken(findings: pd.DataFrame, *, ignored: Sequence[str]) -> dict[Step, pd.Index]:
    """The registrations that break a rule of each step.

    Ignoring a rule frees no more than the step `goed`: what the register does is not for our settings to say.
    """
    steps: dict[Step, list[str]] = {}
    for rule in rules().values():
        if rule.step and not (rule.step == "goed" and rule.id in ignored):
            steps.setdefault(rule.step, []).append(rule.id)
    return {
        step: pd.Index(findings.loc[findings["rule"].isin(of), "registration_id"].unique())
        for step, of in steps.items()
    }
