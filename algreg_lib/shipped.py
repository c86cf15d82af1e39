"""Where the files are that come with the workbench: the notebooks, the suites and the example workspace."""

from pathlib import Path
from typing import Final, Literal

_PACKAGE: Final = Path(__file__).resolve().parent

#: Where a folder stands in an installed package, and where in the project itself.
_PLACES: Final = {
    "notebooks": (_PACKAGE / "bundled" / "notebooks", _PACKAGE.parent / "notebooks"),
    "expectations": (_PACKAGE / "bundled" / "expectations", _PACKAGE.parent / "expectations"),
    "voorbeeld": (_PACKAGE / "bundled" / "voorbeeld", _PACKAGE.parent / "data" / "voorbeeld"),
}


def shipped(name: Literal["notebooks", "expectations", "voorbeeld"]) -> Path:
    """The folder with this name, in the installed package or else in the project."""
    installed, project = _PLACES[name]
    return installed if installed.is_dir() else project
