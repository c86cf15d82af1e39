"""The organisation's own rules: expectations/organisatie.json, in plain Great Expectations JSON."""

import json
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import pandas as pd

from algreg_lib.errors import SettingError
from algreg_lib.findings import SEVERITIES
from algreg_lib.quality.verdict import great_expectations, loaded
from algreg_lib.workspace import FILE_NAME, Quality

OWN_SUITE: Final = "organisatie.json"
_COLUMN_ARGUMENTS: Final = ("column", "column_A", "column_B")


def own_expectations(path: Path, columns: Iterable[str]) -> list[dict[str, Any]]:
    """The organisation's expectations, each with `rule`, `field` and `message` in its meta; none without the file.

    Raises SettingError that names the place when the file is no JSON, or an expectation is not one that Great
    Expectations knows, or names a column that the inventory does not have.
    """
    if not path.exists():
        return []
    known = [str(column) for column in columns]
    expectations = _listed(path)
    for number, expectation in enumerate(expectations):
        _check(path, f"expectations[{number}]", expectation, known)
    return [_completed(number, expectation) for number, expectation in enumerate(expectations)]


def with_settings(findings: pd.DataFrame, settings: Quality, *, known: Iterable[str]) -> pd.DataFrame:
    """The findings with the severities that the organisation chose, without the rules that it ignores.

    `known` are the rule ids of all expectations. Raises SettingError for a rule id in the settings that is not known.
    """
    rule_ids = list(dict.fromkeys(known))
    for setting, names in (("quality.severity", settings.severity), ("quality.ignore", settings.ignore)):
        for name in names:
            if name not in rule_ids:
                problem = f"de regel '{name}' bestaat niet."
                raise SettingError(Path(FILE_NAME), setting, problem, advice=_nearest(name, rule_ids))
    kept = findings[~findings["rule"].isin(settings.ignore)]
    severity = kept["severity"]
    for rule, chosen in settings.severity.items():
        severity = severity.mask(kept["rule"] == rule, chosen)
    return kept.assign(severity=severity)


def _listed(path: Path) -> list[Any]:
    try:
        read = json.loads(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        place = f"regel {error.lineno}, teken {error.colno}"
        raise SettingError(
            path, place, "dit is geen geldige JSON.", advice="Vaak ontbreekt daar een komma, aanhalingsteken of haakje."
        ) from error
    except UnicodeDecodeError as error:
        raise SettingError(
            path, "(hele bestand)", "dit is geen UTF-8.", advice="Bewaar het opnieuw als UTF-8."
        ) from error
    found = read.get("expectations") if isinstance(read, dict) else None
    if not isinstance(found, list):
        raise SettingError(
            path,
            "expectations",
            "ontbreekt of is geen lijst.",
            advice='Begin met {"name": "organisatie", "expectations": […]}.',
        )
    return found


def _check(path: Path, place: str, expectation: Any, columns: list[str]) -> None:
    if not isinstance(expectation, dict) or not isinstance(expectation.get("type"), str):
        raise SettingError(path, place, "'type' ontbreekt.", advice="Zet daar de naam van een expectation neer.")
    if not isinstance(expectation.get("kwargs"), dict) or not isinstance(expectation.get("meta") or {}, dict):
        raise SettingError(path, f"{place}.kwargs", "ontbreekt of is geen blok met {}.", advice="Zie het voorbeeld.")
    _check_columns(path, place, expectation["kwargs"], columns)
    if expectation.get("severity", "critical") not in SEVERITIES:
        advice = f"Kies uit: {', '.join(SEVERITIES)}."
        raise SettingError(path, f"{place}.severity", f"'{expectation['severity']}' bestaat niet.", advice=advice)
    _check_type(path, place, _completed(0, expectation))


def _check_columns(path: Path, place: str, arguments: dict[str, Any], columns: list[str]) -> None:
    named = [arguments[name] for name in _COLUMN_ARGUMENTS if name in arguments]
    for column in [*named, *arguments.get("column_list", [])]:
        if column not in columns:
            raise SettingError(
                path, f"{place}.kwargs", f"de kolom '{column}' is er niet.", advice=_nearest(str(column), columns)
            )
    for regex in (arguments.get("regex"), *arguments.get("regex_list", [])):
        try:
            re.compile(regex or "")
        except re.error as error:
            raise SettingError(
                path, f"{place}.kwargs.regex", f"dit patroon klopt niet ({error}).", advice="Herstel het patroon."
            ) from error


def _check_type(path: Path, place: str, expectation: dict[str, Any]) -> None:
    """Great Expectations drops a type that it does not know without a word, and complains about a wrong argument."""
    try:
        count = len(loaded([expectation]).expectations)
    except Exception as error:  # whatever pydantic or a validator of the gallery finds wrong
        first = " ".join(str(error).split())[:200]
        raise SettingError(
            path, f"{place}.kwargs", f"de argumenten kloppen niet ({first}).", advice="Verbeter of verwijder ze."
        ) from error
    if not count:
        gallery = list(great_expectations().expectations.registry.list_registered_expectation_implementations())
        problem = f"'{expectation['type']}' bestaat niet in Great Expectations."
        raise SettingError(path, f"{place}.type", problem, advice=_nearest(expectation["type"], gallery))


def _completed(number: int, expectation: dict[str, Any]) -> dict[str, Any]:
    meta, arguments = dict(expectation.get("meta") or {}), expectation["kwargs"]
    field = next((str(arguments[name]) for name in _COLUMN_ARGUMENTS if name in arguments), "")
    meta.setdefault("rule", f"organisatie-{number + 1}")
    meta.setdefault("field", field)
    meta.setdefault("message", "'{waarde}' voldoet niet aan een regel van uw organisatie. Vraag na wat hier hoort.")
    return {"type": expectation["type"], "kwargs": arguments, "severity": "critical", **expectation, "meta": meta}


def _nearest(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"Bedoelt u '{near[0]}'?" if near else f"Kies bijvoorbeeld uit: {', '.join(known[:8])}."
