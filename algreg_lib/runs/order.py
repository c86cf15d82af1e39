"""What is asked of a run, and how its files are written."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from algreg_lib.files import replacing
from algreg_lib.runs.notebooks import Task
from algreg_lib.workspace import Workspace

#: Told the Dutch name of the step that starts.
Progress = Callable[[str], None]

#: Keeps the notebook of a run that failed.
_FAILED: Final = "mislukt"


@dataclass(frozen=True, kw_only=True)
class Order:
    """What a run is to make, of what, and when."""

    workspace: Workspace
    tasks: list[Task]
    inventory: Path | None  #: None for the one of the workspace
    parameters: Mapping[str, Any]
    moment: datetime
    progress: Progress

    @property
    def stamp(self) -> str:
        """The moment as the name of a folder that sorts by time and that Windows takes."""
        return self.moment.strftime("%Y-%m-%d_%H%M%S")

    @property
    def failed(self) -> Path:
        """The folder for a notebook that fails."""
        return self.workspace.runs / _FAILED / self.stamp


def write_json(path: Path, content: object) -> None:
    """Writes JSON for people to read: sorted, indented, the same bytes for the same content."""
    write_text(path, json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def write_text(path: Path, text: str) -> None:
    """Writes a text whole or not at all."""
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\n")
