"""Checking an inventory with Great Expectations: one finding per wrong cell, and how complete each registration is."""

from algreg_lib.quality.checking import Check, check, check_ahead
from algreg_lib.quality.completeness import LEVELS
from algreg_lib.quality.docs import write_data_docs
from algreg_lib.quality.judge import judge_beside
from algreg_lib.quality.links import with_links
from algreg_lib.quality.quick import quick_findings
from algreg_lib.quality.report import read_findings, summary, write_check
from algreg_lib.quality.rules import Rule, rules
from algreg_lib.quality.table import check_table
from algreg_lib.quality.text import stripped

__all__ = [
    "LEVELS",
    "Check",
    "Rule",
    "check",
    "check_ahead",
    "check_table",
    "judge_beside",
    "quick_findings",
    "read_findings",
    "rules",
    "stripped",
    "summary",
    "with_links",
    "write_check",
    "write_data_docs",
]
