"""The reports in a real browser: for everybody to read, asking nothing of other machines, deaf to hostile cells."""

from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe

from algreg_lib.inventory import Inventory, write_inventory
from algreg_lib.runs import REPORTS, run_demo, run_reports
from algreg_lib.workspace import open_workspace
from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser
MOMENT = datetime(2026, 11, 21, 9, 5, tzinfo=UTC)
PAGES = ("index", *REPORTS)

HOSTILE = [
    "<script>window.bereikt = 1; alert('script')</script>",
    "<img src=x onerror=\"window.bereikt = 1; alert('img')\">",
    "</td></table><svg onload=\"window.bereikt = 1; alert('svg')\">",
    '"><iframe srcdoc="<script>parent.bereikt = 1</script>"></iframe>',
    '<a href="javascript:window.bereikt = 1">klik</a><style>body { display: none }</style>',
    "{{ 7 * 7 }} ${7 * 7} <!-- --> &lt;script&gt;window.bereikt = 1&lt;/script&gt;",
    '![x](javascript:window.bereikt=1) <base href="https://elders.example/">',
]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run of the example workspace."""
    return run_demo(tmp_path_factory.mktemp("demo") / "voorbeeld", moment=MOMENT).run.folder


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of an inventory in which every cell is an attack."""
    folder = tmp_path_factory.mktemp("vijandig")
    keys = ["name", "description_short", "organization", "status", "contact_email", "goal", "owner", "department"]
    keys += ["publication_category", "begin_date", "website", "impacttoetsen_grouping", "<b>eigen kolom</b>"]
    rows = {f"r{n}": dict.fromkeys(keys, f"{text} {n}") for n, text in enumerate(HOSTILE)}
    table = pd.DataFrame.from_dict(rows, orient="index", dtype="str").rename_axis("registration_id")
    write_inventory(Inventory(registrations=table), folder / "inventaris.xlsx")
    organisation = '[organisation]\nname = "<script>window.bereikt = 1</script>"\n'
    (folder / "algreg.toml").write_text(organisation, encoding="utf-8")
    return run_reports(open_workspace(folder), moment=MOMENT).folder


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_barriers_and_asks_nothing_of_other_machines(example: Path, watched: Watched, page: str) -> None:
    watched.page.goto((example / f"{page}.html").as_uri())
    watched.picture(f"rapport-{page}")
    result = Axe().run(watched.page)
    assert result.violations_count == 0, result.generate_report()
    assert watched.outside == []
    assert watched.page.locator("html").get_attribute("lang") == "nl"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_readable_on_a_telephone(example: Path, watched: Watched, page: str) -> None:
    watched.page.set_viewport_size({"width": 390, "height": 800})
    watched.page.goto((example / f"{page}.html").as_uri())
    wide = watched.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    assert not wide


@pytest.mark.parametrize("page", PAGES)
def test_text_from_an_inventory_never_runs(hostile: Path, watched: Watched, page: str) -> None:
    watched.page.goto((hostile / f"{page}.html").as_uri())
    watched.page.wait_for_timeout(200)
    assert watched.page.evaluate("window.bereikt") is None
    assert watched.dialogs == []
    assert watched.outside == []
    assert watched.page.locator("body").is_visible()
    assert watched.page.locator("a[href^='javascript:'], main script, iframe, base").count() == 0
