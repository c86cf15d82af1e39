"""Reading the suites: ours from expectations/, and the organisation's own file."""

import json
from functools import cache
from typing import Any

from algreg_lib.shipped import shipped
from algreg_lib.standard import canonical_version


def suite_names(version: str) -> tuple[str, str]:
    """The names of a version's suites, which are also the names of their files: on its fields, and on more columns."""
    return f"publicatiestandaard-{version}", f"publicatiestandaard-{version}-algreg"


@cache
def standard_suite(version: str) -> list[dict[str, Any]]:
    """The expectations of both checked-in suites of a version of the standard."""
    expectations: list[dict[str, Any]] = []
    for name in suite_names(canonical_version(version)):
        text = (shipped("expectations") / f"{name}.json").read_text(encoding="utf-8")
        expectations += json.loads(text)["expectations"]
    return expectations
