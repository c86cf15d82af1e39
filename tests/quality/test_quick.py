"""The check while somebody types gives what the whole check gives, without Great Expectations."""

import subprocess
import sys
from datetime import date

import pandas as pd

from algreg_lib.quality import check, quick_findings
from algreg_lib.workspace import Quality
from tests.quality.records import GOOD, inventory

WRONG = (
    {"name": None, "status": "in gebruik", "begin_date": "04-2023"},
    {"goal": "x" * 2501, "contact_email": "geen adres", "website": "www.utrecht.nl"},
    {"lawful_basis_grouping": "Wegenwet", "publication_category": "Impactvolle algoritmes", "lawful_basis": None},
    {"risks": GOOD["goal"], "begin_date": "2024-05", "end_date": "2023-05"},
)
COLUMNS = ["registration_id", "field", "rule", "severity", "message", "value"]


def quick(*changes, **settings):
    given = inventory(*changes)
    return quick_findings(given.registrations, version=given.standard, settings=Quality(**settings))


def test_it_finds_what_the_whole_check_finds():
    whole = check(inventory({}, *WRONG), settings=Quality()).findings
    assert len(whole) > 8
    pd.testing.assert_frame_equal(quick({}, *WRONG)[COLUMNS], whole[COLUMNS])


def test_a_good_registration_has_no_findings():
    assert quick({}).empty


def test_it_knows_which_dates_still_come_when_it_is_told_the_day():
    given, today = inventory({"begin_date": "2026-12"}), date(2026, 11, 30)
    whole = check(given, settings=Quality(), today=today).findings
    found = quick_findings(given.registrations, version=given.standard, settings=Quality(), today=today)

    assert found["rule"].tolist() == ["datum-toekomst"]
    pd.testing.assert_frame_equal(found[COLUMNS], whole[COLUMNS])


def test_the_settings_of_the_organisation_count():
    assert quick({"goal": None})["rule"].tolist() == ["leeg"]
    assert quick({"goal": None}, severity={"leeg": "critical"})["severity"].tolist() == ["critical"]
    assert quick({"goal": None}, ignore=["leeg"]).empty
    assert quick({}, severity={"eigen-regel": "info"}, ignore=["nog-een"]).empty


def test_it_does_not_pay_for_great_expectations():
    code = (
        "import sys, pandas as pd; from algreg_lib.quality import quick_findings;"
        "from algreg_lib.workspace import Quality;"
        "frame = pd.DataFrame({'name': ['x'], 'organization': ['y']}, index=['a'], dtype='str');"
        "quick_findings(frame, version='1.0', settings=Quality()); print('great_expectations' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
