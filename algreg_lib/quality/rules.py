"""The rules by id: severity, step of the completeness ladder, title and Dutch message; read from rules.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from algreg_lib.findings import Severity

#: What a registration does not reach when the rule is broken; empty for a remark that holds nothing up.
Step = Literal["aanleveren", "volledig", "goed", ""]

#: Our own columns beside the fields start with the field and this, so that no key of the standard can meet them.
DERIVED: Final = "__"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule, as the catalogue declares it."""

    id: str
    severity: Severity
    title: str
    message: str
    step: Step = ""
    hides: tuple[str, ...] = ()  #: rules that say nothing more about a cell that breaks this one


@cache
def rules() -> dict[str, Rule]:
    """All rules of the workbench by id, in the order of the catalogue."""
    text = files("algreg_lib.quality").joinpath("rules.toml").read_text(encoding="utf-8")
    return {
        identifier: Rule(id=identifier, **{**raw, "hides": tuple(raw.get("hides", ()))})
        for identifier, raw in tomllib.loads(text).items()
    }
