"""The whole main job on the example workspace: import, check, rank, reports and publication copy."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from algreg_lib.errors import OutputError
from algreg_lib.runs.run import Run, run_reports
from algreg_lib.shipped import shipped
from algreg_lib.workspace import open_workspace

#: The folder in the example with the files as the municipality keeps them.
_SOURCES: Final = "bron"
_SOURCE_KINDS: Final = (".xlsx", ".csv", ".json")
#: What of the example a user gets; how its files were made is for the makers.
_FOR_USERS: Final = frozenset({"README.md", "algreg.toml", _SOURCES})


@dataclass(frozen=True, kw_only=True)
class Demo:
    """What the demo made."""

    folder: Path
    inventory: list[Path]  #: the inventory and the conversion report
    run: Run

    @property
    def lines(self) -> list[str]:
        """What was made, for who looks on: a path per line, and how to go on."""
        return [
            self.run.sentence,
            "",
            "Gemaakt:",
            *(f"  {path}" for path in (*self.inventory, self.run.index, *self.run.publication)),
            "",
            f"Bekijk de rapporten: open {self.run.index} in uw browser.",
            f"Zelf verder: algreg lab -w {self.folder}",
        ]


def run_demo(folder: Path, *, moment: datetime, progress: Callable[[str], None] = lambda _: None) -> Demo:
    """Does the main job in a new copy of the example; a folder that is not empty is left alone, the next name is taken.

    Raises OutputError when nothing can be written there, RunError when a report fails.
    """
    from algreg_lib.inventory import import_files  # here: heavy, and a wrong folder should be told at once

    place = copied_example(folder)
    workspace = open_workspace(place)
    progress("Bronbestanden overnemen")
    imported = import_files(_sources(place / _SOURCES), workspace.inventory)
    run = run_reports(workspace, moment=moment, progress=progress)
    return Demo(folder=place, inventory=list(imported.written), run=run)


def _not_for_users(folder: str, names: list[str]) -> set[str]:
    """The names that are not copied, of those in this folder of the example."""
    return set(names) - _FOR_USERS if Path(folder) == shipped("voorbeeld") else set()


def _sources(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in _SOURCE_KINDS)


def copied_example(folder: Path) -> Path:
    """A copy of the example in `folder`, or beside it under the next free name; the folder that was made."""
    free, number = folder, 1
    while free.exists() and (not free.is_dir() or any(free.iterdir())):
        number += 1
        free = folder.with_name(f"{folder.name}-{number}")
    try:
        shutil.copytree(shipped("voorbeeld"), free, dirs_exist_ok=True, ignore=_not_for_users)
    except OSError as error:
        raise OutputError(
            free, "kan niet worden gemaakt.", advice="Noem een map waarin u mag schrijven: algreg demo MAP"
        ) from error
    return free
