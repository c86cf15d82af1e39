"""Great Expectations' own pages with the outcome (Data Docs), made to open without a network."""

import re
from pathlib import Path
from typing import Any, Final

from algreg_lib.files import replacing
from algreg_lib.inventory import Inventory
from algreg_lib.quality.suites import standard_suite
from algreg_lib.quality.table import check_table
from algreg_lib.quality.verdict import judged_page

PAGE: Final = "data-docs.html"

#: The templates take their looks and scripts from other sites; a page of ours asks none.
_FROM_OUTSIDE: Final = re.compile(
    r"(?is)<script\b[^>]*>.*?</script\s*>|<link\b[^>]*>|<img\b[^>]*\bsrc=[\"']?https?:[^>]*>|@import[^;]*;"
)
_LOOKS: Final = """<style>
body { font: 16px/1.5 sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1b; }
table { border-collapse: collapse; margin: .5rem 0; }
td, th { border: 1px solid #bbb; padding: .25rem .5rem; text-align: left; }
td, th { vertical-align: top; overflow-wrap: anywhere; }
</style></head>"""


def write_data_docs(inventory: Inventory, folder: Path) -> Path:
    """Writes the page with Great Expectations' own account of the suite, and gives its path. Raises OutputError.

    It holds the first texts that broke each expectation: it is for the organisation itself, not to be published.
    """
    table = check_table(inventory.registrations, version=inventory.standard)
    page = judged_page(table, standard_suite(inventory.standard))
    path = folder / PAGE
    with replacing(path) as beside:
        beside.write_text(_offline(page), encoding="utf-8")
    return path


def _offline(page: Any) -> str:
    return _FROM_OUTSIDE.sub("", str(page)).replace("</head>", _LOOKS, 1)
