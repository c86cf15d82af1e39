"""What a file holds, whatever its kind: its sheets as grids of text, and what a plain reader does not see in them.

`any_file` is the way in, `grid` what comes back. Of a workbook, `unseen` tells what hides in its `package` of XML
(`sheet_scan`), and `values` with `number_formats` what a person sees in a cell; `csv_text` finds out encoding and
separator.
"""

from algreg_lib.inventory.grids.any_file import contents, lock_beside
from algreg_lib.inventory.grids.csv_text import decoded
from algreg_lib.inventory.grids.grid import MERGED, Contents, Grid, Unseen
from algreg_lib.inventory.grids.package import damaged, sheet_paths

__all__ = [
    "MERGED",
    "Contents",
    "Grid",
    "Unseen",
    "contents",
    "damaged",
    "decoded",
    "lock_beside",
    "sheet_paths",
]
