"""The versions of the standard and the working fields, read from the data files beside this module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from algreg_lib.standard.model import Field, Part, Standard

#: Newest first. The org- versions are those of the standard's own working group, before the register's software.
VERSIONS: Final = ("1.0", "0.4", "0.3.1", "0.2.3", "0.1", "org-0.3.1", "org-0.3", "org-0.2")
CURRENT: Final = "1.0"

_DATA: Final = files("algreg_lib.standard")


@cache
def standard(version: str = CURRENT) -> Standard:
    """One version of the standard, by its number or an older spelling of it (`1.0.0`).

    Raises KeyError for a version that does not exist. Fields of 1.0 carry help, example and question.
    """
    declared = _read(f"versions/{canonical_version(version)}.toml")
    texts = _read("texts.toml") if declared["version"] == CURRENT else {}
    ordered = sorted(declared["fields"], key=lambda raw: raw.get("section_order", 10_000))
    return Standard(
        version=declared["version"],
        label=declared["label"],
        source=declared["source"],
        aliases=tuple(declared.get("aliases", ())),
        api_path=declared.get("api_path"),
        weights=declared["weights"],
        fields=tuple(_field(raw | texts.get(raw["key"], {})) for raw in ordered),
    )


@cache
def working_fields() -> tuple[Field, ...]:
    """The internal fields of the workbench, never published, in the order of the template."""
    return tuple(_field(raw | {"public": False}) for raw in _read("working.toml")["fields"])


@cache
def canonical_version(text: str) -> str:
    """The version that `text` names (`v1.0`, `1.0.0` and ` 1.0 ` are all 1.0). KeyError when there is none."""
    wanted = text.strip().casefold().removeprefix("v").strip()
    if wanted in VERSIONS:
        return wanted
    stripped = wanted.removesuffix(".0")
    if stripped in VERSIONS:
        return stripped
    raise KeyError(text)


@cache
def migration_steps(version: str) -> tuple[dict[str, str], ...]:
    """How the fields of an older version reach 1.0, where key or value changes.

    Each step has `from`, `kind` (rename, value, merge, manual, drop), `basis` and, unless dropped, `to` (and `part`).
    """
    return tuple(_read("migration.toml").get(canonical_version(version), ()))


@cache
def value_map(name: str) -> dict[str, str]:
    """Old spellings of a value to the value of 1.0, keyed in lower case; `name` as in values.toml."""
    return {old.casefold(): new for old, new in _read("values.toml")[name].items()}


@cache
def impact_assessment_titles() -> tuple[str, ...]:
    """The names of impact assessments by which the register's site filters (ImpactAssessments in its code)."""
    return tuple(_read("values.toml")["impact_assessments"]["titles"])


@cache
def other_labels(version: str) -> dict[str, str]:
    """Column labels that are neither key nor title of this version, to its keys (`key[].part` inside a grouping)."""
    return dict(_read("labels.toml").get(version, {}))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(_DATA.joinpath(name).read_text(encoding="utf-8"))


def _field(raw: dict[str, Any]) -> Field:
    handbook, schema = raw.get("handbook", {}), raw.get("schema", {})
    plain: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in raw.items()
        if name not in {"handbook", "schema", "section_order", "parts"}
    }
    return Field(
        **plain,
        parts=tuple(_part(part) for part in raw.get("parts", ())),
        handbook_title=handbook.get("title"),
        handbook_shown=handbook.get("shown"),
        handbook_max_length=handbook.get("max_length"),
        handbook_input=handbook.get("input"),
        schema_key=schema.get("key"),
        schema_required=schema.get("required"),
        schema_max_length=schema.get("max_length"),
        schema_choices=tuple(schema.get("choices", ())),
    )


def _part(raw: dict[str, Any]) -> Part:
    return Part(
        key=raw["key"],
        title=raw["title"],
        required=raw.get("required", False),
        max_length=raw.get("max_length"),
        handbook_max_length=raw.get("handbook", {}).get("max_length"),
        format=raw.get("format", ""),
        recommended=tuple(raw.get("recommended", ())),
    )
