"""What every screen starts from: whether somebody sits at it, and what is in the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from algreg_lib.inventory import Inventory, read_inventory
from algreg_lib.reports import Results, results, workspace_of
from algreg_lib.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Material:
    """The workspace, its inventory as it is now, and what was found in it."""

    workspace: Workspace
    inventory: Inventory
    found: Results


def material(folder: str | Path) -> Material:
    """What is in the workspace in which `folder` lies.

    Raises InputError when there is no workspace or its inventory cannot be read, SettingError on a wrong setting.
    """
    found = results(folder)
    workspace = workspace_of(folder)
    return Material(workspace=workspace, inventory=read_inventory(workspace.inventory), found=found)


def interactive() -> bool:
    """Whether somebody sits at the notebook; if not, a screen shows its still form.

    The kernel knows: a browser says with each cell that it can pass on a question, papermill and nbconvert say not.
    """
    from IPython import get_ipython  # here: outside a notebook nothing needs it

    kernel = getattr(get_ipython(), "kernel", None)
    return bool(getattr(kernel, "_allow_stdin", False))
