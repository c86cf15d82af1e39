"""Names of people: which words are names, what announces or speaks against one, and what is proposed."""

from algreg_lib.privacy.names.announcements import is_role
from algreg_lib.privacy.names.known import (
    PREFIXES,
    STRANGE_START,
    folded,
    has_strange_start,
    is_written_together,
    name_lists,
)
from algreg_lib.privacy.names.rows import name_hits
from algreg_lib.privacy.names.shapes import first_name_hits, initials_hits
from algreg_lib.privacy.names.standing import LIKELY, UNKNOWN, standing
from algreg_lib.privacy.names.tokens import TITLES

__all__ = [
    "LIKELY",
    "PREFIXES",
    "STRANGE_START",
    "TITLES",
    "UNKNOWN",
    "first_name_hits",
    "folded",
    "has_strange_start",
    "initials_hits",
    "is_role",
    "is_written_together",
    "name_hits",
    "name_lists",
    "standing",
]
