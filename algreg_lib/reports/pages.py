"""Whole pages: an executed notebook as a report without code, and the page that opens a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from algreg_lib.reports.elements import IN_JUPYTERLAB
from algreg_lib.reports.moments import moment_text
from algreg_lib.reports.outcome import Facts, Results
from algreg_lib.reports.summary import headline, key_numbers

if TYPE_CHECKING:
    from nbformat import NotebookNode

_TEMPLATES: Final = Path(__file__).parent / "templates"
#: What a reader finds in each report.
_ABOUT: Final = {
    "managementsamenvatting.html": "wat de directie moet weten, op één bladzijde.",
    "overzicht.html": "welke algoritmes er zijn, van wie, en hoe ver ze zijn.",
    "kwaliteit.html": "wat er nog mis is, per veld en per eigenaar.",
    "rangorde.html": "welke algoritmes eerst, en hoe zeker die volgorde is.",
    "publicatie.html": "wat naar buiten gaat, wat niet, en waarom.",
}

#: What a reader finds in each file.
_FILES: Final = {
    "bevindingen.csv": "alle bevindingen, als lijst (csv)",
    "bevindingen.xlsx": "de inventaris met elke bevinding bij haar cel (Excel)",
    "volledigheid.csv": "hoe ver elke registratie is (csv)",
    "rangorde.csv": "de rangorde, als lijst (csv)",
    "rangorde.xlsx": "de rangorde met uitleg (Excel)",
    "manifest.json": "waarvan en waarmee deze run is gemaakt (json)",
}


def notebook_page(notebook: NotebookNode, *, file: str, title: str, links: Mapping[str, str], facts: Facts) -> str:
    """An executed notebook as one self-contained page, without code.

    `file` is the name that the page gets; `links` are the reports of the run: file name and title.
    """
    page = {**_page(facts, title, links), "here": file}
    body, _ = _exporter().from_notebook_node(notebook, resources={"algreg": page})
    return str(body).replace(IN_JUPYTERLAB, "")


def index_page(found: Results, *, links: Mapping[str, str], files: Iterable[str]) -> str:
    """The page that opens a run: what came out, the reports and the files (names relative to the page)."""
    named = {path: f"{path.rpartition('/')[2]}: {_FILES.get(path.rpartition('/')[2], 'bestand')}" for path in files}
    template = _exporter().environment.get_template("run.html.j2")
    return str(
        template.render(
            page=_page(found.facts, "Rapporten", links),
            about={file: _ABOUT.get(file, "") for file in links},
            figures=key_numbers(found),
            sentence=headline(found),
            files=named,
        )
    )


def _page(facts: Facts, title: str, links: Mapping[str, str]) -> dict[str, Any]:
    return {
        "title": title,
        "links": links,
        "organisation": facts.organisation or "organisatie niet ingevuld",
        "moment": moment_text(facts.moment),
        "inventory": facts.inventory,
        "standard": facts.standard,
    }


@cache
def _exporter() -> Any:
    from nbconvert.exporters.html import HTMLExporter  # here: costs a third of a second

    return HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="algreg",
        extra_template_basedirs=[str(_TEMPLATES)],
        exclude_input=True,
        exclude_anchor_links=True,
        mathjax_url="",
        require_js_url="",
    )
