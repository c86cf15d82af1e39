"""Privacy: what in the texts should perhaps not be made public, and what the analyst decided about it."""

from algreg_lib.privacy.decisions import (
    CHOICES,
    DECISION_COLUMNS,
    Choice,
    asked,
    current,
    decide,
    no_decisions,
    open_findings,
    settled,
    summary,
    undone,
)
from algreg_lib.privacy.decisions_file import read_decisions, write_decisions
from algreg_lib.privacy.detect import hits, hits_of
from algreg_lib.privacy.kinds import KINDS, Hit
from algreg_lib.privacy.lists import PrivacyLists, default_lists, read_lists
from algreg_lib.privacy.proposals import EXTRA_COLUMNS, privacy_findings
from algreg_lib.privacy.redaction import Redaction, redacted

__all__ = [
    # find
    "privacy_findings",
    "hits",
    "hits_of",
    "PrivacyLists",
    "default_lists",
    "read_lists",
    "KINDS",
    "Hit",
    "EXTRA_COLUMNS",
    # decide
    "read_decisions",
    "write_decisions",
    "asked",
    "decide",
    "undone",
    "current",
    "settled",
    "summary",
    "open_findings",
    "no_decisions",
    "Choice",
    "CHOICES",
    "DECISION_COLUMNS",
    # apply
    "redacted",
    "Redaction",
]
