"""The manifest of a run: from what, with what and when it was made, so that another can make it again."""

import platform
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from algreg_lib.files import sha256
from algreg_lib.reports import inputs
from algreg_lib.workspace import Workspace

#: Packages that can change an outcome.
_PACKAGES: Final = (
    "algreg",
    "great-expectations",
    "ipykernel",
    "nbconvert",
    "numpy",
    "openpyxl",
    "pandas",
    "papermill",
    "python-calamine",
    "rapidfuzz",
    "scikit-learn",
    "xlsxwriter",
)


def manifest(
    *,
    workspace: Workspace,
    inventory: Path | None,
    outputs: Path,
    moment: datetime,
    parameters: Mapping[str, Any],
    gate: Mapping[str, Any],
) -> dict[str, Any]:
    """What stands in manifest.json. Files are named relative to the workspace (inputs) or the run (outputs)."""
    return {
        "moment": moment.isoformat(timespec="seconds"),
        "organisatie": workspace.settings.organisation.name,
        "invoer": inputs(workspace, inventory=inventory),
        "uitvoer": {
            path.relative_to(outputs).as_posix(): sha256(path) for path in sorted(outputs.rglob("*")) if path.is_file()
        },
        "instellingen": workspace.settings.model_dump(mode="json"),
        "parameters": dict(parameters),
        "seed": workspace.settings.priority.seed,
        "poort": dict(gate),
        "versies": {"python": platform.python_version(), **{name: _version(name) for name in _PACKAGES}},
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # xlsxwriter and the like run from elsewhere, such as a distribution's package
        return "onbekend"
