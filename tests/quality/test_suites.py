"""The suites in expectations/: fresh, complete, and at home in a plain Great Expectations project."""

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from algreg_lib.findings import SEVERITY_LABELS
from algreg_lib.inventory import write_inventory
from algreg_lib.quality import check_table
from algreg_lib.quality.build import as_json, suites
from algreg_lib.quality.declaring import columns_of, singles
from algreg_lib.quality.masks import Table, wrong_rows
from algreg_lib.quality.rules import rules
from algreg_lib.quality.suites import standard_suite, suite_names
from algreg_lib.shipped import shipped
from algreg_lib.standard import VERSIONS, standard
from tests.quality.records import inventory

NAMES = [name for version in VERSIONS for name in suite_names(version)]


def stored(name: str) -> Path:
    return shipped("expectations") / f"{name}.json"


def declared(name: str) -> list[dict]:
    return json.loads(stored(name).read_text(encoding="utf-8"))["expectations"]


@pytest.mark.parametrize("version", VERSIONS)
def test_the_suites_in_the_project_are_those_that_the_standard_gives(version):
    advice = "run: python -m algreg_lib.quality.build"
    for name, made in suites(standard(version)).items():
        assert stored(name).read_text(encoding="utf-8") == as_json(made), advice


def test_no_suite_stands_in_the_folder_that_no_version_has():
    assert {path.stem for path in shipped("expectations").glob("publicatiestandaard-*.json")} == set(NAMES)


def test_every_expectation_tells_its_rule_field_severity_and_message():
    for version in VERSIONS:
        for single in (one for name in suite_names(version) for e in declared(name) for one in singles(e)):
            assert single["severity"] == rules()[single["meta"]["rule"]].severity
            assert single["meta"]["field"] in standard(version)
            assert not re.search(r"\{(?:titel|keuzes|verwacht|limiet|kies)\}", single["meta"]["message"])


def test_every_rule_of_the_catalogue_stands_in_the_newest_suites():
    used = {one["meta"]["rule"] for e in standard_suite("1.0") for one in singles(e)}
    assert set(rules()) - used == {"link-dood"}  # asked of the network, not of Great Expectations


def test_the_first_suite_asks_for_fields_of_the_standard_only_and_holds_most_rules():
    for version in VERSIONS:
        on_fields, _ = suite_names(version)
        assert set().union(*map(columns_of, declared(on_fields))) <= set(standard(version).keys)
    first, second = ({one["meta"]["rule"] for e in declared(n) for one in singles(e)} for n in suite_names("1.0"))
    assert (len(first), len(second - first)) == (40, 15)


def test_level_b1_is_asked_of_four_fields_and_short_sentences_of_every_text_for_citizens():
    fields: dict[str, set[str]] = {}
    for single in (one for e in standard_suite("1.0") for one in singles(e)):
        fields.setdefault(single["meta"]["rule"], set()).add(single["meta"]["field"])
    b1 = {"description_short", "goal", "proportionality", "human_intervention"}
    assert fields["leesbaarheid"] == fields["moeilijk-woord"] == fields["afkorting"] == b1
    assert fields["lange-zin"] == {*b1, "risks", "impacttoetsen", "source_data"}


#: What somebody does who has Great Expectations and pandas, and nothing of ours.
PLAIN = """
import json, sys, warnings
warnings.simplefilter("ignore")
import great_expectations as gx
import pandas as pd

context = gx.get_context(mode="ephemeral")
context.enable_analytics(enable=False)
for number, (suite, file) in enumerate(zip(sys.argv[1::2], sys.argv[2::2])):
    with open(suite, encoding="utf-8") as text:
        declared = json.load(text)
    loaded = gx.ExpectationSuite(**declared)
    assert len(loaded.expectations) == declared["meta"]["expectations"], suite
    if file == "-":
        continue
    as_text = {"dtype": "str", "keep_default_na": False, "na_values": [""]}
    if file.endswith(".csv"):
        table = pd.read_csv(file, **as_text)
    else:
        table = pd.read_excel(file, sheet_name="Registraties", header=2, **as_text).dropna(how="all")
        table = table.rename(columns={title: key for key, title in loaded.meta["columns"].items()})
    source = context.data_sources.add_pandas(f"bron {number}").add_dataframe_asset("registraties")
    batch = source.add_batch_definition_whole_dataframe("alles").get_batch({"dataframe": table})
    result = batch.validate(loaded, result_format="SUMMARY")
    assert not any(one.exception_info.get("raised_exception") for one in result.results), suite
    wrong = [one.result["unexpected_count"] for one in result.results if not one.success]
    print(len(result.results), len(wrong), sum(wrong))
assert "algreg_lib" not in sys.modules
"""


def test_a_plain_great_expectations_project_loads_every_suite_and_judges_files_as_we_do(tmp_path):
    given = inventory(
        {"status": "in gebruik", "goal": "x" * 2600},
        {"goal": f"<p>{'x' * 2600}</p>", "test_high_risk": "Ja", "name": None},
        {},
    )
    bare, whole = tmp_path / "inventaris.xlsx", tmp_path / "tabel.csv"
    write_inventory(given, bare)
    table = check_table(given.registrations, version="1.0")
    table.to_csv(whole)
    on_fields, on_more = suite_names("1.0")
    questions = [(on_fields, bare), (on_more, whole), *((name, "-") for name in NAMES)]
    arguments = [str(part) for name, file in questions for part in (stored(name), file)]
    said = subprocess.run(
        [sys.executable, "-c", PLAIN, *arguments], check=True, capture_output=True, text=True, cwd=tmp_path
    ).stdout
    searched = Table(table)
    ours = []
    for name in (on_fields, on_more):
        masks = [np.any([wrong_rows(one, searched) for one in singles(e)], axis=0) for e in declared(name)]
        ours.append(f"{len(masks)} {sum(mask.any() for mask in masks)} {sum(mask.sum() for mask in masks)}")
    assert said.splitlines() == ours
    assert [int(line.split()[1]) for line in ours] == [4, 3]


def test_the_page_with_rules_names_every_rule_with_its_severity():
    page = (Path(__file__).parents[2] / "docs" / "kwaliteit" / "regels.md").read_text(encoding="utf-8")
    lines = [f"| `{rule.id}` | {rule.title} | {SEVERITY_LABELS[rule.severity]} |" for rule in rules().values()]
    assert [line for line in lines if line not in page] == []
