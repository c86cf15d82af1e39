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

#: The templates take their looks and scripts from other sites, and link to pages that we do not make.
_FROM_OUTSIDE: Final = re.compile(
    r"(?is)<script\b[^>]*>.*?</script\s*>|<link\b[^>]*>|<img\b[^>]*\bsrc=[\"']?https?:[^>]*>|@import[^;]*;"
    r"|<footer\b.*?</footer\s*>|<nav class=\"navbar navbar-expand-md.*?</nav>\s*</div>\s*</nav>|<title></title>"
)
_FETCHED_BY_LOOKS: Final = re.compile(r"(?i)url\(\s*['\"]?https?:[^)]*\)")
_ELSEWHERE: Final = re.compile(r'(?s)<a href="\.\./[^"]*"[^>]*>(.*?)</a>')
#: The policy first: whatever a template of a later version adds, a browser fetches nothing.
_HEAD: Final = """<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">"""
_LOOKS: Final = """<style>
body { font: 16px/1.5 sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1b; }
table { border-collapse: collapse; margin: .5rem 0; }
td, th { border: 1px solid #bbb; padding: .25rem .5rem; text-align: left; }
td, th { vertical-align: top; overflow-wrap: anywhere; }
.card:has(.btn-group), .popover, .cooltip .top { display: none; }
#navigation, #navigation ul, .card:has(#navigation), .card-body { max-height: none !important; overflow: visible; }
#navigation ul { columns: 18rem; list-style: none; padding: 0; }
.sticky { position: static; }
td:first-child, th:first-child, td:last-child, th:last-child { min-width: 6rem; }
.fa-check-circle::before { content: "✔ in orde"; }
.fa-times::before { content: "✖ niet in orde"; }
.fa-exclamation-triangle::before { content: "! niet beoordeeld"; }
.ge-section { border-top: 1px solid #bbb; padding-top: 1rem; }
</style></head>"""
_OPENING: Final = """<body>
<p>Dit is de uitkomst van alle regels zoals Great Expectations die toont, voor wie dat programma kent. Er staan teksten
uit uw inventaris in: deel deze pagina alleen binnen uw organisatie. Wat u moet doen, staat in bevindingen.xlsx.</p>"""


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
    quiet = _ELSEWHERE.sub(r"\1", _FETCHED_BY_LOOKS.sub("none", _FROM_OUTSIDE.sub("", str(page))))
    return quiet.replace("<head>", _HEAD, 1).replace("</head>", _LOOKS, 1).replace("<body>", _OPENING, 1)
