"""Every workbook that a whole run leaves behind opens in Excel without a repair message."""

from algreg_lib.runs import Demo
from tests.excel import repairs


def test_every_workbook_of_a_run_opens_without_repair(demo: Demo) -> None:
    found = {path.name: repairs(path) for path in demo.folder.rglob("*.xlsx")}
    assert {name: what for name, what in found.items() if what} == {}
    ours = {"inventaris.xlsx", "conversieverslag.xlsx", "bevindingen.xlsx", "rangorde.xlsx", "verantwoording.xlsx"}
    assert ours <= found.keys()
    assert [name for name in found if name.startswith("algoritmeregister-")]
