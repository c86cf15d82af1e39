"""What every screen starts from: whether somebody sits at it, and what is in the workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from algreg_lib.history import record_save
from algreg_lib.inventory import Inventory, OpenWorkbook, add_registration, read_inventory, save_registration
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


def saved(
    workspace: Workspace, opened: OpenWorkbook, registration_id: str, changes: Mapping[str, str], *, by: str
) -> OpenWorkbook:
    """Saves these texts of one registration in the workbook, with who and when, and remembers that in the history.

    Raises what `inventory.save_registration` raises; then nothing was saved.
    """
    now = datetime.now(UTC).astimezone()
    row = opened.inventory.registrations.loc[[registration_id]].fillna("").to_dict("records")[0]
    after = save_registration(opened, registration_id, changes, by=by, on=now.date())
    before = {key: str(row.get(key, "")) for key in changes}
    record_save(workspace, registration_id, before=before, after=changes, by=by, moment=now)
    return after


def added(workspace: Workspace, opened: OpenWorkbook, texts: Mapping[str, str], *, by: str) -> tuple[OpenWorkbook, str]:
    """The workbook with a new registration, and its id; remembered in the history. Raises as `saved`."""
    now = datetime.now(UTC).astimezone()
    after, new_id = add_registration(opened, texts, by=by, on=now.date())
    record_save(workspace, new_id, before=None, after=texts, by=by, moment=now)
    return after, new_id


def interactive() -> bool:
    """Whether somebody sits at the notebook; if not, a screen shows its still form.

    The kernel knows: a browser says with each cell that it can pass on a question, papermill and nbconvert say not.
    """
    from IPython import get_ipython  # here: outside a notebook nothing needs it

    kernel = getattr(get_ipython(), "kernel", None)
    return bool(getattr(kernel, "_allow_stdin", False))
