"""The publication copy: what may go public, proof that nothing else is in it, and how it is put in place."""

from algreg_lib.publication.accounts import ACCOUNT_COLUMNS
from algreg_lib.publication.copy import PUBLIC_COLUMNS, Copy, public_url, publication_copy
from algreg_lib.publication.from_workspace import copy_of_workspace
from algreg_lib.publication.grounds import Ground, ground_in, grounds
from algreg_lib.publication.inspection import inspect_file
from algreg_lib.publication.moment import data_moment
from algreg_lib.publication.release import REASON_COLUMNS
from algreg_lib.publication.shapes import bodies
from algreg_lib.publication.summary import REASON_LABELS, copy_summary, inspection_summary
from algreg_lib.publication.write import ACCOUNTS_NAME, LeakError, recover, workspace_around, write_copy

__all__ = [
    "ACCOUNTS_NAME",
    "ACCOUNT_COLUMNS",
    "PUBLIC_COLUMNS",
    "REASON_COLUMNS",
    "REASON_LABELS",
    "Copy",
    "Ground",
    "LeakError",
    "bodies",
    "copy_of_workspace",
    "copy_summary",
    "data_moment",
    "ground_in",
    "grounds",
    "inspect_file",
    "inspection_summary",
    "public_url",
    "publication_copy",
    "recover",
    "workspace_around",
    "write_copy",
]
