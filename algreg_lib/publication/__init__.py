"""The publication copy: what may go public, proof that nothing else is in it, and how it is put in place."""

from algreg_lib.publication.accounts import ACCOUNT_COLUMNS
from algreg_lib.publication.copy import PUBLIC_COLUMNS, Copy, public_url, publication_copy
from algreg_lib.publication.grounds import Ground, ground_in, grounds
from algreg_lib.publication.inspection import inspect_file
from algreg_lib.publication.moment import data_moment
from algreg_lib.publication.release import REASON_COLUMNS
from algreg_lib.publication.shapes import bodies
from algreg_lib.publication.write import ACCOUNTS_NAME, LeakError, recover, write_copy

__all__ = [
    "ACCOUNTS_NAME",
    "ACCOUNT_COLUMNS",
    "PUBLIC_COLUMNS",
    "REASON_COLUMNS",
    "Copy",
    "Ground",
    "LeakError",
    "bodies",
    "data_moment",
    "ground_in",
    "grounds",
    "inspect_file",
    "public_url",
    "publication_copy",
    "recover",
    "write_copy",
]
