"""Any files into one inventory in our own shape, new or updated, with the conversion report beside it."""

from algreg_lib.inventory.importing.importing import Import, import_files, import_summary, read_inventory
from algreg_lib.inventory.importing.report import Report

__all__ = ["Import", "Report", "import_files", "import_summary", "read_inventory"]
