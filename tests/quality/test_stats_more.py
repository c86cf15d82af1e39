"""The tables of reference/corpus/STATS.md that test_stats.py leaves: read from the page itself, and counted again."""

import json
from collections import Counter
from pathlib import Path

import pytest

from algreg_lib.inventory import read_inventory
from algreg_lib.quality import check, stripped
from algreg_lib.quality.bodies import unknown_body
from algreg_lib.workspace import Quality
from tests.quality.records import judge_by_masks
from tests.quality.test_stats import JUNE, MASTER, MAY, NATIONAL, as_inventory, records

pytestmark = pytest.mark.corpus


def table(corpus: Path, heading: str) -> list[list[str]]:
    """The rows of the first table behind a heading of the page."""
    page = (corpus / "STATS.md").read_text(encoding="utf-8")
    behind = page[page.index(heading) :]
    lines = behind[behind.index("\n|") + 1 :].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[: lines.index("")]]
    return rows[2:]


def findings(inventory):
    return check(inventory, settings=Quality(), judge=judge_by_masks).findings


def test_section_1_the_lengths_of_the_national_dump(corpus):
    columns = {"title (name)": "title", "organisatie (organization)": "organisatie"}
    columns |= {"doel (goal)": "doel", "juridische_basis (lawful_basis)": "juridische_basis"}
    rows = records(corpus / NATIONAL)
    for name, empty, _, _, _, most, _, over in table(corpus, "## 1. National dump"):
        lengths = [len(stripped(str(row[columns[name]]))) for row in rows if row[columns[name]]]
        assert (len(rows) - len(lengths), max(lengths)) == (int(empty), int(most)), name
        assert over == "0"


def test_section_1_the_organisations_are_those_of_tooi_but_for_nine_names(corpus):
    counted = Counter(str(row["organisatie"]) for row in records(corpus / NATIONAL))
    measured = {row[1]: int(row[2]) for row in table(corpus, "### Organisations with most registrations")}
    assert {name: counted[name] for name in measured} == measured
    assert len(counted) == 336
    unknown = [name for name in counted if unknown_body(name) is not None]
    assert (len(unknown), sum(counted[name] for name in unknown)) == (9, 25)
    # Of the four names of municipalities that the list of municipalities lacks, three stand in TOOI.
    assert [name for name in unknown if name.startswith("Gemeente")] == ["Gemeente Noardeast Fryslân"]


def test_section_2_the_lengths_of_every_field_in_the_register_of_june(corpus):
    rows = records(corpus / JUNE)
    for key, filled, p50, p90, most, *_ in table(corpus, "### Lengths against limits"):
        lengths = sorted(len(text) for text in (str(row[key]) for row in rows if row[key]) if text.strip())
        measured = [lengths[int(len(lengths) * part)] for part in (0.5, 0.9)]
        assert [len(lengths), *measured, lengths[-1]] == [int(filled), int(p50), int(p90), int(most)], key


def test_section_2_what_breaks_a_limit_of_1_0_is_what_the_rule_finds(corpus):
    found = findings(as_inventory(records(corpus / JUNE)))
    ours = Counter(found.loc[found["rule"] == "te-lang", "field"])
    rows = table(corpus, "### Lengths against limits")
    assert ours == {row[0]: int(row[7]) for row in rows if row[7].isdigit() and int(row[7])}


def test_section_2_the_records_that_miss_no_mandatory_field_but_the_category(corpus):
    found = findings(as_inventory(records(corpus / JUNE)))
    wrong = found[(found["rule"] == "verplicht") & (found["field"] != "publication_category")]
    assert 130 - wrong["registration_id"].nunique() == 37


def test_section_2_the_dates_and_contacts_that_the_list_of_values_names(corpus):
    found = findings(as_inventory(records(corpus / JUNE)))
    values = found.groupby("rule")["value"].agg(set)
    assert {"03-2022", "01-2021"} == values["datum"]
    assert "14 010" in values["contact"]
    assert "Nog niet beschikbaar" in values["plaatshouder"]
    status = found[(found["rule"] == "keuze") & (found["field"] == "status")]["value"]
    counted = Counter(status)
    assert (counted["Actief"], counted["Gestopt"], counted["in gebruik"], counted["In werking"]) == (20, 3, 3, 2)


@pytest.mark.parametrize("name", [NATIONAL, JUNE, MAY, MASTER])
def test_section_4_no_address_of_a_department_looks_personal(corpus, name):
    rows = {row[0]: row[4] for row in table(corpus, "## 4. Personal data patterns")}
    assert set(rows.values()) == {"0"}  # really personal
    found = findings(read_inventory(corpus / name))
    assert found[found["rule"] == "contact-persoonlijk"].empty


def test_section_5_what_the_register_refuses_in_the_templates_of_suppliers(corpus):
    files = sorted((corpus / "vendor-templates-1.0").glob("*.json"))
    rows = [row for path in files for row in json.loads(path.read_text(encoding="utf-8"))]
    checked = check(as_inventory(rows), settings=Quality(), judge=judge_by_masks)
    assert set(checked.completeness["level"]) == {"niet aan te leveren"}
    found = checked.findings
    lang = found[(found["rule"] == "keuze") & (found["field"] == "lang")]
    assert (len(lang), set(lang["value"])) == (len(rows), {"NLD"})
    missing = Counter(found.loc[found["rule"] == "verplicht", "field"])
    without_contact = sum(not row.get("contact_email") for row in rows)
    assert missing == {"organization": len(rows), "contact_email": without_contact}
    long = found[(found["rule"] == "te-lang-handboek") & (found["field"] == "description_short")]
    assert (len(long), Counter(found["rule"])["te-lang"]) == (5, 0)


def test_section_5_of_the_references_of_suppliers_only_the_swapped_one_is_wrong(corpus):
    """An empty link is right for an impact assessment, and spaces around a link go when it is read."""
    suppliers = ("Oribi", "Contec", "PinkRoccade", "Brickyard", "Nelen - Schuurmans")
    wrong = {
        supplier: set(found.loc[found["rule"].str.startswith("verwijzing"), "rule"])
        for supplier in suppliers
        for found in [findings(read_inventory(corpus / "vendor-templates-1.0" / f"{supplier}.json"))]
    }
    assert wrong == {**{key: set() for key in suppliers}, "Oribi": {"verwijzing-omgedraaid"}}
