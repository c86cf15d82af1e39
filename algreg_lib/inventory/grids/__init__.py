"""What a file holds, whatever its kind: its sheets as grids of text, and what a plain reader does not see in them."""

from algreg_lib.inventory.grids.any_file import Contents, Grid, contents, lock_file
from algreg_lib.inventory.grids.csv_text import decoded
from algreg_lib.inventory.grids.workbook_parts import MERGED, Unseen, column_number, damaged, sheet_paths

__all__ = [
    "MERGED",
    "Contents",
    "Grid",
    "Unseen",
    "column_number",
    "contents",
    "damaged",
    "decoded",
    "lock_file",
    "sheet_paths",
]
