"""The newest good run of a workspace, and whether the files still are what it was made from."""

import json
from pathlib import Path
from typing import Any, Final

from algreg_lib.files import sha256
from algreg_lib.workspace import FILE_NAME, Workspace

#: Names the newest good run.
LATEST: Final = "laatste.json"
MANIFEST: Final = "manifest.json"


def inputs(workspace: Workspace, *, inventory: Path | None = None) -> dict[str, str]:
    """The files that decide the outcome of a run, with their hashes. By path in the workspace, else by file name."""
    known = [
        workspace.folder / FILE_NAME,
        workspace.inventory if inventory is None else inventory,
        workspace.decisions,
        workspace.own_suite,
        *workspace.registers,
        *sorted(workspace.folder.glob("privacy-*.txt")),
    ]
    return {_name(path, workspace.folder): sha256(path) for path in known if path.is_file()}


def latest_run(workspace: Workspace) -> Path | None:
    """The folder of the newest good run; None when there is none, or somebody threw it away."""
    latest = workspace.runs / LATEST
    if not latest.is_file():
        return None
    folder: Path = workspace.runs / _read(latest)["run"]
    return folder if (folder / MANIFEST).is_file() else None


def runs_of(runs: Path) -> list[Path]:
    """The folders of all good runs, oldest first."""
    return sorted(path.parent for path in runs.glob(f"*/{MANIFEST}") if not path.parent.name.startswith("."))


def manifest_of(run: Path) -> dict[str, Any]:
    """What stands in the manifest of a run."""
    return _read(run / MANIFEST)


def is_current(run: Path, workspace: Workspace) -> bool:
    """Whether the run was made from the files of the workspace as they are now."""
    return bool(manifest_of(run)["invoer"] == inputs(workspace))


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def _name(path: Path, folder: Path) -> str:
    inside = path.resolve().is_relative_to(folder.resolve())
    return path.resolve().relative_to(folder.resolve()).as_posix() if inside else path.name
