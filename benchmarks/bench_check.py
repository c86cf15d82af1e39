"""`algreg check` against the import of Great Expectations, and its rules against the same rules in bare pandas."""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bench_import import make_workbook
from benchmarks.measuring import Measured, process, python, row

#: The command at the size of the whole register; beyond it the work itself outgrows the import.
_COMMAND_TARGET_UP_TO = 1_530
_COMMAND_TARGET, _PART_TARGET = 1.5, 3.0

_READ = """
import time, warnings
from pathlib import Path
warnings.simplefilter("ignore")
from algreg_lib.inventory import read_inventory
from algreg_lib.quality.suites import standard_suite
from algreg_lib.quality.table import check_table
inventory = read_inventory(Path({source!r}))
expectations = standard_suite(inventory.standard)
"""
#: What somebody would write by hand for the same rules: a mask per rule, with nothing but pandas.
_BARE = """
def wrong(table, kind, arguments):
    condition = arguments.get("row_condition")
    if condition is not None:
        values = table[condition["column"]["name"]]
        wanted = condition["parameter"]
        table = table[values.isin(wanted) if condition["operator"] == "IN" else values == wanted]
    if kind.endswith("pair_values_a_to_be_greater_than_b"):
        first, second = table[arguments["column_A"]], table[arguments["column_B"]]
        return (first < second) & first.notna() & second.notna()
    values = table[arguments["column"]]
    if kind.endswith("to_not_be_null"):
        return values.isna()
    if kind.endswith("to_be_null"):
        return values.notna()
    if kind.endswith("to_not_match_regex_list"):
        found = values.str.contains(arguments["regex_list"][0], na=False)
        for regex in arguments["regex_list"][1:]:
            found |= values.str.contains(regex, na=False)
        return found
    if kind.endswith("to_not_match_regex"):
        return values.str.contains(arguments["regex"], na=False)
    if kind.endswith("to_match_regex"):
        return ~values.str.contains(arguments["regex"], na=True)
    if kind.endswith("to_be_in_set"):
        return values.notna() & ~values.isin(arguments["value_set"])
    if kind.endswith("to_not_be_in_set"):
        return values.isin(arguments["value_set"])
    if kind.endswith("to_be_between"):
        return (values < arguments["min_value"]) | (values > arguments["max_value"])
    if kind.endswith("to_be_unique"):
        return values.notna() & values.duplicated(keep=False)
    raise ValueError(kind)
"""
_TIMED = """
start = time.perf_counter()
{work}
open({seconds!r}, "w").write(str(time.perf_counter() - start))
"""
_BARE_MASKS = "masks = [wrong(table, e['type'], e['kwargs']) for e in expectations]"


def measure(sizes: Sequence[int]) -> list[dict[str, object]]:
    """Three rows per size: the command, all rules, and the part of them that is Great Expectations."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            source = folder / f"lijst-{size}.xlsx"
            make_workbook(source, size)
            rows += [_command(source, folder, size), *_rules(source, folder, size)]
    return rows


def _command(source: Path, folder: Path, size: int) -> dict[str, object]:
    small = size <= _COMMAND_TARGET_UP_TO
    command = [str(Path(sys.executable).with_name("algreg")), "check", str(source), "-o", str(folder / f"uit-{size}")]
    turns = 3 if small else 1
    checked = process(command, turns=turns, accept=(0, 1))  # 1: done, with critical findings
    library = python("import great_expectations", turns=turns)
    return row("algreg check (import van GX)", size, checked, library, _COMMAND_TARGET if small else None)


def _rules(source: Path, folder: Path, size: int) -> list[dict[str, object]]:
    read = _READ.format(source=str(source))
    make = "table = check_table(inventory.registrations, version=inventory.standard)\n"
    check = "from algreg_lib.quality import check\nfrom algreg_lib.workspace import Quality\n"
    library = "from algreg_lib.quality.verdict import great_expectations, verdicts\ngreat_expectations()\n"
    every = _part(read + check + library, "check(inventory, settings=Quality())", folder)
    bare = _part(read + _BARE, make + _BARE_MASKS, folder)
    judged = _part(read + make + library, "verdicts(table, expectations)", folder)
    masks = _part(read + make + _BARE, _BARE_MASKS, folder)
    return [
        row("alle regels (kaal pandas)", size, every, bare, None),
        row("deel van GX (kaal pandas)", size, judged, masks, _PART_TARGET),
    ]


def _part(before: str, work: str, folder: Path) -> Measured:
    """The seconds of `work` alone, in a process of its own, and the peak memory of that process."""
    seconds = folder / "seconden.txt"
    whole = python(before + _TIMED.format(work=work, seconds=str(seconds)), turns=1)
    return Measured(float(seconds.read_text(encoding="utf-8")), whole.peak_mb)
