"""Reading the suites: ours from expectations/, and the organisation's own file."""

import json
from functools import cache
from typing import Any

from algreg_lib.shipped import shipped
from algreg_lib.standard import canonical_version

Suite = dict[str, Any]


def suite_name(version: str) -> str:
    """The name of a version's suite, which is also the name of its file."""
    return f"publicatiestandaard-{version}"


@cache
def standard_suite(version: str) -> Suite:
    """The checked-in suite of a version of the standard."""
    text = (shipped("expectations") / f"{suite_name(canonical_version(version))}.json").read_text(encoding="utf-8")
    loaded: Suite = json.loads(text)
    return loaded
