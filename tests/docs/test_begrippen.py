"""The glossary names every field as the workbench does."""

import re
from pathlib import Path

from algreg_lib.findings import SEVERITIES, SEVERITY_LABELS
from algreg_lib.standard import standard, working_fields

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "begrippen.md").read_text(encoding="utf-8")


def test_every_field_stands_in_it_with_its_title_in_the_order_of_the_workbook() -> None:
    assert _terms("Velden van de publicatiestandaard 1.0") == [(f.title, f.key) for f in standard().fields]
    assert _terms("Interne velden") == [(f.title, f.key) for f in working_fields()]


def test_severities_are_called_as_in_the_findings() -> None:
    terms = {key: term for term, key in _terms("Inlezen en controleren")}
    assert {each: terms[each] for each in SEVERITIES} == {each: SEVERITY_LABELS[each].lower() for each in SEVERITIES}


def test_no_term_is_explained_twice() -> None:
    fields = {*_terms("Velden van de publicatiestandaard 1.0"), *_terms("Interne velden")}
    terms = [(term, key) for term, key in _rows(PAGE) if (term, key) not in fields]
    assert len({term for term, _ in terms}) == len(terms)
    assert len({key for _, key in terms}) == len(terms)


def _terms(heading: str) -> list[tuple[str, str]]:
    match = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert match is not None
    return _rows(match[1])


def _rows(text: str) -> list[tuple[str, str]]:
    return re.findall(r"^\| ([^|]+) \| `([^`]+)` \|", text, re.MULTILINE)
