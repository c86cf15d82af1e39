"""The national register as a reference: where a body finds an example of what it still has to describe."""

from algreg_lib.register.comparing import ALIKE, SIBLING_COLUMNS, siblings
from algreg_lib.register.from_workspace import head_starts
from algreg_lib.register.reference import Reference, read_reference, without_own

__all__ = ["ALIKE", "SIBLING_COLUMNS", "Reference", "head_starts", "read_reference", "siblings", "without_own"]
