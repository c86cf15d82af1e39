"""Our own workbook: read back exactly as it stands, and changed in place.

`workbook` reads it, sheet by sheet (`sheets`). `saving` (one registration) and `updating` (an import) change it, and
`edits` collects which cells get which text; `rewriting` copies the file part by part, `sheet_xml` puts the texts where
`sheet_places` found their cells, and `reach` lets lists and formulas run on to rows that came below. Writing a workbook
anew is for `template`; where everything stands in it says `layout`.
"""

from algreg_lib.inventory.own_workbook.saving import (
    CHANGED_BY,
    CHANGED_ON,
    OpenWorkbook,
    add_registration,
    open_workbook,
    save_registration,
)
from algreg_lib.inventory.own_workbook.updating import Existing, fits, write_into
from algreg_lib.inventory.own_workbook.workbook import OwnWorkbook, own_workbook

__all__ = [
    "CHANGED_BY",
    "CHANGED_ON",
    "Existing",
    "OpenWorkbook",
    "OwnWorkbook",
    "add_registration",
    "fits",
    "open_workbook",
    "own_workbook",
    "save_registration",
    "write_into",
]
