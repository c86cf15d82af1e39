"""The suites in expectations/: fresh, complete, and at home in a plain Great Expectations project."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from algreg_lib.findings import SEVERITY_LABELS
from algreg_lib.quality.build import as_json, suite
from algreg_lib.quality.declaring import singles
from algreg_lib.quality.rules import rules
from algreg_lib.shipped import shipped
from algreg_lib.standard import VERSIONS, standard


def stored(version: str) -> Path:
    return shipped("expectations") / f"publicatiestandaard-{version}.json"


@pytest.mark.parametrize("version", VERSIONS)
def test_the_suite_in_the_project_is_the_one_that_the_standard_gives(version):
    advice = "run: python -m algreg_lib.quality.build"
    assert stored(version).read_text(encoding="utf-8") == as_json(suite(standard(version))), advice


def test_every_expectation_tells_its_rule_field_severity_and_message():
    for version in VERSIONS:
        declared = json.loads(stored(version).read_text(encoding="utf-8"))["expectations"]
        for single in (one for expectation in declared for one in singles(expectation)):
            assert single["severity"] == rules()[single["meta"]["rule"]].severity
            assert single["meta"]["field"] in standard(version)
            assert not {"{titel}", "{keuzes}", "{verwacht}"} & set(single["meta"]["message"].split())


def test_every_rule_of_the_catalogue_stands_in_the_newest_suite():
    used = {one["meta"]["rule"] for e in suite(standard())["expectations"] for one in singles(e)}
    assert set(rules()) - used == {"link-dood"}  # asked of the network, not of Great Expectations


def test_every_suite_loads_whole_in_great_expectations_without_our_package():
    program = (
        "import json, sys, warnings; warnings.simplefilter('ignore')\n"
        "import great_expectations as gx\n"
        "for path in sys.argv[1:]:\n"
        "    declared = json.load(open(path, encoding='utf-8'))\n"
        "    suite = gx.ExpectationSuite(**declared)\n"
        "    assert len(suite.expectations) == declared['meta']['expectations'], path\n"
        "assert 'algreg_lib' not in sys.modules\n"
    )
    paths = [str(stored(version)) for version in VERSIONS]
    subprocess.run([sys.executable, "-c", program, *paths], check=True)


def test_the_page_with_rules_names_every_rule_with_its_severity():
    page = (Path(__file__).parents[2] / "docs" / "kwaliteit" / "regels.md").read_text(encoding="utf-8")
    lines = [f"| `{rule.id}` | {rule.title} | {SEVERITY_LABELS[rule.severity]} |" for rule in rules().values()]
    assert [line for line in lines if line not in page] == []
