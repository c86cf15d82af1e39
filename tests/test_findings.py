"""Findings keep their shape and order."""

from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.findings import COLUMNS, SEVERITIES, Finding, findings_table, worst_first

findings = st.lists(
    st.builds(
        Finding,
        registration_id=st.sampled_from(["a", "b"]),
        field=st.sampled_from(["name", "goal"]),
        rule=st.sampled_from(["verplicht", "te-lang"]),
        severity=st.sampled_from(SEVERITIES),
        message=st.text(max_size=5),
    )
)


def test_no_findings_is_a_table_with_all_columns() -> None:
    assert list(findings_table().columns) == list(COLUMNS)


@given(findings)
def test_worst_first_keeps_every_finding(rows: list[Finding]) -> None:
    ordered = worst_first(findings_table(rows))
    assert sorted(ordered.itertuples(index=False, name=None)) == sorted(map(tuple, rows))
    severities = [SEVERITIES.index(severity) for severity in ordered["severity"]]
    assert severities == sorted(severities)
