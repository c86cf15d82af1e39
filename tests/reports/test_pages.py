"""The pages: one file each, without code, without anything from elsewhere, and fit for a screen reader."""

import re

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from algreg_lib import reports
from algreg_lib.reports import Results

LINKS = {"overzicht.html": "Overzicht", "kwaliteit.html": "Kwaliteit"}


@pytest.fixture
def notebook() -> NotebookNode:
    outputs = [
        new_output("execute_result", {"text/html": "<p>uitkomst</p>", "text/plain": "Html(...)"}),
        new_output("stream", name="stderr", text="waarschuwing voor de maker"),
        new_output("stream", name="stdout", text="<b>gezegd</b>"),
        new_output("display_data", {"image/png": "aGFsbG8="}),
    ]
    cells = [new_markdown_cell("# Titel\n\nTekst met *nadruk*."), new_code_cell("geheime = code()", outputs=outputs)]
    return new_notebook(cells=cells)


def page(notebook: NotebookNode, found: Results) -> str:
    return reports.notebook_page(notebook, file="overzicht.html", title="Overzicht", links=LINKS, facts=found.facts)


def test_a_report_shows_what_came_out_and_no_code(notebook: NotebookNode, found: Results) -> None:
    html = page(notebook, found)
    assert "<p>uitkomst</p>" in html
    assert "geheime" not in html
    assert "waarschuwing" not in html
    assert "Html(...)" not in html
    assert "<pre>&lt;b&gt;gezegd&lt;/b&gt;</pre>" in html


@pytest.mark.parametrize("which", ["report", "index"])
def test_a_page_stands_on_its_own_and_speaks_dutch(which: str, notebook: NotebookNode, found: Results) -> None:
    html = page(notebook, found) if which == "report" else reports.index_page(found, links=LINKS, files=["a.csv"])
    assert re.match(r'<!DOCTYPE html>\s+<html lang="nl">', html)
    assert not re.findall(r"https?:|//cdn|<script|<link", html)
    assert "default-src 'none'" in html
    assert html.count("<h1") == 1
    assert 'href="#inhoud"' in html
    assert html.count('aria-current="page"') == 1
    assert not re.findall(r"<img(?![^>]*alt=)", html)
    assert "21 november 2026, 9.05 uur" in html


def test_what_only_jupyterlab_needs_stays_out_of_a_page(notebook: NotebookNode, found: Results) -> None:
    shown = reports.paragraph("uitkomst")._repr_html_()
    assert "jp-RenderedHTMLCommon" in shown
    notebook.cells[1].outputs[0].data["text/html"] = shown
    html = page(notebook, found)
    assert "<p>uitkomst</p>" in html
    assert "jp-RenderedHTMLCommon" not in html


def test_the_same_notebook_gives_the_same_page(notebook: NotebookNode, found: Results) -> None:
    assert page(notebook, found) == page(nbformat.from_dict(notebook), found)


def test_the_name_of_the_organisation_never_becomes_html(notebook: NotebookNode, found: Results) -> None:
    facts = reports.Facts(**{**vars(found.facts), "organisation": "<img src=x onerror=alert(1)>"})
    html = reports.notebook_page(notebook, file="a.html", title="</title><b>", links={"a.html": "<i>"}, facts=facts)
    assert "<img src=x" not in html
    assert "<b>" not in html.replace("&lt;b&gt;", "")
    assert "<i>" not in html


def test_the_index_links_every_report_and_every_file(found: Results) -> None:
    html = reports.index_page(found, links=LINKS, files=["bestanden/rangorde.xlsx", "manifest.json"])
    for target in (*LINKS, "bestanden/rangorde.xlsx", "manifest.json"):
        assert f'href="{target}"' in html
