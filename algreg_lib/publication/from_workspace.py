"""The copy of a workspace: its inventory, checked, with the decisions on privacy of its analyst."""

from pathlib import Path

from algreg_lib.inventory import read_inventory
from algreg_lib.privacy import privacy_findings, read_decisions, read_lists, redacted
from algreg_lib.publication.copy import Copy, publication_copy
from algreg_lib.publication.moment import data_moment
from algreg_lib.workspace import Workspace


def copy_of_workspace(workspace: Workspace, *, inventory: Path | None = None) -> Copy:
    """The publication copy of the workspace's inventory, or of another one. Raises InputError."""
    from algreg_lib.quality import check  # here: it loads Great Expectations, which takes seconds

    path = inventory or workspace.inventory
    read = read_inventory(path)
    findings = privacy_findings(read, lists=read_lists(workspace.folder))
    return publication_copy(
        read,
        settings=workspace.settings,
        completeness=check(read, settings=workspace.settings.quality, own_suite=workspace.own_suite).completeness,
        privacy=redacted(read, findings, read_decisions(workspace.decisions)),
        moment=data_moment(path),
    )
