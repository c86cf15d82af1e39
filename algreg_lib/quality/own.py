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
from algreg_lib.quality.rules import rules
from algreg_lib.quality.verdict import great_expectations, loaded
from algreg_lib.workspace import FILE_NAME, Quality

_COLUMN_ARGUMENTS: Final = ("column", "column_A", "column_B")
#: No list of rules that a person wrote is larger; reading a file that was put there by mistake takes long.
_MOST_BYTES: Final = 2_000_000
_MESSAGE: Final = "'{waarde}' voldoet niet aan een regel van uw organisatie. Vraag na wat hier hoort."
_MESSAGE_OF_ROW: Final = "Dit voldoet niet aan een regel van uw organisatie. Vraag na wat hier hoort."
_EXAMPLE: Final = "Een voorbeeld staat in docs/kwaliteit/regels.md."


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
    if path.stat().st_size > _MOST_BYTES:
        advice = "Kijk of dit wel het bestand met uw regels is."
        raise SettingError(path, "(hele bestand)", "dit bestand is te groot.", advice=advice)
    try:
        read = json.loads(path.read_text(encoding="utf-8-sig"))
    except RecursionError as error:
        raise SettingError(path, "(hele bestand)", "er staan te veel haakjes in elkaar.", advice=_EXAMPLE) from error
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
    for part, given in (("kwargs", expectation.get("kwargs")), ("meta", expectation.get("meta") or {})):
        if not isinstance(given, dict):
            raise SettingError(path, f"{place}.{part}", "ontbreekt of is geen blok met {}.", advice=_EXAMPLE)
    _check_meta(path, f"{place}.meta", expectation.get("meta") or {}, columns)
    _check_columns(path, place, expectation["kwargs"], columns)
    _check_patterns(path, f"{place}.kwargs", expectation["kwargs"])
    if expectation.get("severity", "critical") not in SEVERITIES:
        advice = f"Kies uit: {', '.join(SEVERITIES)}."
        raise SettingError(path, f"{place}.severity", f"'{expectation['severity']}' bestaat niet.", advice=advice)
    _check_type(path, place, _completed(0, expectation))


def _check_meta(path: Path, place: str, meta: dict[str, Any], columns: list[str]) -> None:
    for name in ("rule", "field", "message"):
        if not isinstance(meta.get(name, ""), str):
            raise SettingError(path, f"{place}.{name}", "dit is geen tekst.", advice="Zet er aanhalingstekens omheen.")
    rule = meta.get("rule", "")
    if not re.fullmatch(r"[\w-]*", rule):
        advice = "Gebruik alleen letters, cijfers en streepjes, zoals in 'geen-test'."
        raise SettingError(path, f"{place}.rule", f"'{rule}' kan geen naam van een regel zijn.", advice=advice)
    if rule in rules():
        advice = "Kies een andere naam, of pas de ernst van die regel aan in algreg.toml."
        raise SettingError(path, f"{place}.rule", f"'{rule}' is al een regel van algreg.", advice=advice)
    if meta.get("field") and meta["field"] not in columns:
        problem = f"de kolom '{meta['field']}' is er niet."
        raise SettingError(path, f"{place}.field", problem, advice=_nearest(meta["field"], columns))


def _check_columns(path: Path, place: str, arguments: dict[str, Any], columns: list[str]) -> None:
    listed = arguments.get("column_list", [])
    if not isinstance(listed, list):
        advice = 'Schrijf bijvoorbeeld ["name", "goal"].'
        raise SettingError(path, f"{place}.kwargs.column_list", "dit is geen lijst.", advice=advice)
    named = [arguments[name] for name in _COLUMN_ARGUMENTS if name in arguments]
    for column in [*named, *listed, *_columns_of_condition(arguments.get("row_condition"))]:
        if column not in columns:
            raise SettingError(
                path, f"{place}.kwargs", f"de kolom '{column}' is er niet.", advice=_nearest(str(column), columns)
            )
    condition = arguments.get("row_condition")
    if isinstance(condition, str) and "@" in condition:  # for pandas the start of a variable of ours
        advice = "Vergelijk kolommen met vaste waarden."
        raise SettingError(path, f"{place}.kwargs.row_condition", "een @ kan hier niet.", advice=advice)


def _columns_of_condition(condition: Any) -> list[Any]:
    if not isinstance(condition, dict):
        return []
    column, parts = condition.get("column"), condition.get("conditions")
    own = [column["name"]] if isinstance(column, dict) and "name" in column else []
    return own + [name for part in (parts if isinstance(parts, list) else []) for name in _columns_of_condition(part)]


def _check_patterns(path: Path, place: str, arguments: dict[str, Any]) -> None:
    listed = arguments.get("regex_list", [])
    given = {"regex": [arguments["regex"]] if "regex" in arguments else [], "regex_list": listed}
    for name, regexes in given.items():
        if not isinstance(regexes, list) or not all(isinstance(regex, str) for regex in regexes):
            what = "een lijst met teksten" if name == "regex_list" else "een tekst"
            raise SettingError(path, f"{place}.{name}", f"dit is niet {what}.", advice=_EXAMPLE)
        for regex in regexes:
            try:
                re.compile(regex)
            except re.error as error:
                problem = f"dit patroon klopt niet ({error})."
                raise SettingError(path, f"{place}.{name}", problem, advice="Herstel het patroon.") from error


def _check_type(path: Path, place: str, expectation: dict[str, Any]) -> None:
    """Great Expectations drops a type that it does not know without a word, and complains about a wrong argument."""
    try:
        count = len(loaded([expectation]).expectations)
    except Exception as error:  # whatever pydantic or a validator of the gallery finds wrong
        problem = f"de argumenten kloppen niet ({_first_problem(error)})."
        raise SettingError(path, f"{place}.kwargs", problem, advice="Verbeter of verwijder ze.") from error
    if not count:
        gallery = list(great_expectations().expectations.registry.list_registered_expectation_implementations())
        near = get_close_matches(expectation["type"], gallery, n=1)
        problem = f"'{expectation['type']}' bestaat niet in Great Expectations."
        advice = f"Bedoelt u '{near[0]}'?" if near else "De namen staan op greatexpectations.io/expectations."
        raise SettingError(path, f"{place}.type", problem, advice=advice)


def _first_problem(error: Exception) -> str:
    """What pydantic says of the first wrong argument, without its other guesses."""
    problems: list[dict[str, Any]] = getattr(error, "errors", list)()
    if not problems:
        return " ".join(str(error).split())[:200]
    return f"{'.'.join(map(str, problems[0]['loc']))}: {problems[0]['msg']}"


def _completed(number: int, expectation: dict[str, Any]) -> dict[str, Any]:
    given, arguments = expectation.get("meta") or {}, expectation["kwargs"]
    field = next((str(arguments[name]) for name in _COLUMN_ARGUMENTS if name in arguments), "")
    meta = {
        "rule": given.get("rule") or f"organisatie-{number + 1}",
        "field": given.get("field") or field,
        "message": given.get("message") or (_MESSAGE if field else _MESSAGE_OF_ROW),
    }
    severity = expectation.get("severity", "critical")
    return {"type": expectation["type"], "kwargs": arguments, "severity": severity, "meta": meta}


def _nearest(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"Bedoelt u '{near[0]}'?" if near else f"Kies bijvoorbeeld uit: {', '.join(known[:8])}."
