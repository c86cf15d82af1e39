"""Lists of others: which lines are registrations, and which column is which field.

`source` is the way in: one file, its tables and what in it is no registration. `recognition` finds the table in a grid
by its header (`headers`), and `json_lists` the lists in JSON. `labels` says what a label means, with `synonyms.toml`
and the choices of the user (`mapping`). A list of interviews looks like one of algorithms, and is told apart
(`interview_lists`).
"""

from algreg_lib.inventory.reading.mapping import mapping_path, read_mapping, write_mapping
from algreg_lib.inventory.reading.source import Reading, records, tabular

__all__ = ["Reading", "mapping_path", "read_mapping", "records", "tabular", "write_mapping"]
