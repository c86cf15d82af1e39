"""What a registration is: every version of the publication standard, as data, and the way from one to the next."""

from algreg_lib.standard.load import (
    CURRENT,
    VERSIONS,
    canonical_version,
    impact_assessment_titles,
    migration_steps,
    other_labels,
    standard,
    value_map,
    working_fields,
)
from algreg_lib.standard.migration import CHANGE_COLUMNS, Migrated, is_nothing, migrated
from algreg_lib.standard.model import ENTRY_SEPARATOR, PART_SEPARATOR, Field, Part, Standard, disagreements, entry_line
from algreg_lib.standard.organisations import (
    Organisation,
    current_organisations,
    display_name,
    near_organisations,
    organisation,
    organisations,
    successors,
)

__all__ = [
    "CHANGE_COLUMNS",
    "CURRENT",
    "ENTRY_SEPARATOR",
    "PART_SEPARATOR",
    "VERSIONS",
    "Field",
    "Migrated",
    "Organisation",
    "Part",
    "Standard",
    "canonical_version",
    "current_organisations",
    "disagreements",
    "display_name",
    "entry_line",
    "impact_assessment_titles",
    "is_nothing",
    "migrated",
    "migration_steps",
    "near_organisations",
    "organisation",
    "organisations",
    "other_labels",
    "standard",
    "successors",
    "value_map",
    "working_fields",
]
