"""Any files into one inventory in our own shape, new or updated, with the conversion report beside it.

`importing` does it: it reads each source (`any_shape`), takes it over in the inventory that exists (`update`) and tells
what became of everything (`report`, `report_workbook`; `summary` on the screen).
"""

from algreg_lib.inventory.importing.any_shape import read_inventory
from algreg_lib.inventory.importing.importing import Import, import_files
from algreg_lib.inventory.importing.report import Report
from algreg_lib.inventory.importing.summary import import_summary

__all__ = ["Import", "Report", "import_files", "import_summary", "read_inventory"]
