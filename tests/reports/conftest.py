"""Results of an invented inventory of six algorithms, one of which has a hostile name and one no name at all."""

import pandas as pd
import pytest

from algreg_lib.findings import Finding, findings_table
from algreg_lib.reports import Facts, Results

HOSTILE = "<script>alert(1)</script>"
IDS = pd.Index(["a", "b", "c", "d", "e", "f"], name="registration_id", dtype="str")


def texts(*values: str | None) -> pd.Series:
    return pd.Series(values, index=IDS, dtype="str")


@pytest.fixture
def found() -> Results:
    same = {column: texts(*[None] * 6) for column in ("progress", "publish", "withhold_ground")}
    registrations = pd.DataFrame(
        {
            "name": texts(HOSTILE, None, "Parkeren", "Toezicht", "Subsidies", "Chat"),
            "organization": texts(*["Gemeente Testdam"] * 6),
            "department": texts("Zorg", "Zorg", "Zorg", None, "Zorg", "Ruimte"),
            "owner": texts("Ada", "Ada", "Bo", None, "Cas", "Dee"),
            "status": texts("In gebruik", "In gebruik", "In gebruik", "In ontwikkeling", None, "In gebruik"),
            "publication_category": texts(*["Overige algoritmes"] * 6),
            **same,
        }
    )
    wrong = [("a", "goal"), ("a", "risks"), ("b", "goal"), ("d", "goal")]
    findings = [
        Finding(i, field, "verplicht", "critical", f"Vul {HOSTILE} in.", "", "i.xlsx", "Registraties", "C3")
        for i, field in wrong
    ]
    findings.append(Finding("c", "name", "b1", "info", "Maak de zin korter.", "x", "i.xlsx", "Registraties", "D5"))
    completeness = pd.DataFrame(
        {
            "name": registrations["name"],
            "level": texts(*["niet aan te leveren"] * 2, "goed", "niet aan te leveren", "volledig", "volledig"),
            "vulling": pd.Series([10, 20, 100, 5, 80, 81], index=IDS),
        }
    )
    ranking = pd.DataFrame(
        {
            "rank": [1, 2, 3, 4, 5, 5],
            "score": [4.5, 4.0, 3.5, 3.0, 2.0, 2.0],
            "score_low": [4.5, 4.0, 3.5, 3.0, 2.0, 2.0],
            "score_high": [4.5, 4.0, 3.5, 5.0, 2.0, 2.0],
            "rank_best": [1, 2, 3, 1, 5, 5],
            "rank_worst": [2, 3, 4, 4, 5, 5],
            "score_impact": [4.5, 4.0, 3.5, None, 2.0, 2.0],
            "contribution_impact": [4.5, 4.0, 3.5, 3.0, 2.0, 2.0],
            "top_k_chance": [1.0, 0.9, 0.5, 0.2, 0.0, 0.0],
        },
        index=IDS,
    )
    withheld = [
        ("a", "", "onvolledig", "Verplichte velden zijn leeg: Doel.", ""),
        ("a", "", "privacy-open", "Neem een besluit.", ""),
        ("b", "", "onvolledig", "Verplichte velden zijn leeg: Doel.", ""),
        ("d", "", "status", "Status wordt niet gepubliceerd.", ""),
        ("c", "risks", "keuze", "Dit veld blijft weg.", ""),
    ]
    return Results(
        facts=Facts(
            organisation="Gemeente Testdam",
            moment="2026-11-21T09:05:00+01:00",
            inventory="inventaris.xlsx",
            standard="1.0",
            criteria=[{"key": "impact", "label": "Impact", "weight": 1.0}],
        ),
        registrations=registrations,
        findings=findings_table(findings),
        completeness=completeness,
        filled=pd.DataFrame({"field": ["name", "goal"], "filled": [5, 2], "total": 6}).astype({"field": "str"}),
        ranking=ranking,
        privacy=findings_table([Finding("a", "goal", "naam", "warning", "Besluit.", "Jan", "i.xlsx", "R", "E5")]),
        withheld=pd.DataFrame(withheld, columns=["registration_id", "field", "rule", "reason", "ground"], dtype="str"),
        masked=pd.DataFrame(
            [("c", "goal", "Gemaskeerd: naam."), ("a", "goal", "Gemaskeerd: naam.")],
            columns=["registration_id", "field", "reason"],
            dtype="str",
        ),
    )


@pytest.fixture
def nothing(found: Results) -> Results:
    """Results of an empty inventory, with the same columns."""
    empty = {
        name: getattr(found, name).iloc[:0]
        for name in ("registrations", "findings", "completeness", "ranking", "privacy", "withheld", "masked")
    }
    return Results(facts=found.facts, filled=found.filled.assign(filled=0, total=0), **empty)
