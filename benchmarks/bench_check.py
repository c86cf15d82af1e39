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
#: From this size on the growth shows: below it, what a question costs Great Expectations counts for more than the rows.
_GROWTH_FROM = 50_000
#: Seconds per thousand registrations, ten times as many against these: no faster than the rows, but for the noise.
_GROWTH_TARGET = 1.1

_READ = """
import time, warnings
import numpy as np
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
def holds(table, condition):
    if condition["type"] == "and":
        return np.all([holds(table, part) for part in condition["conditions"]], axis=0)
    if condition["type"] == "or":
        return np.any([holds(table, part) for part in condition["conditions"]], axis=0)
    values = table[condition["column"]["name"]]
    if condition["type"] == "nullity":
        return values.isna()
    wanted = condition["parameter"]
    match condition["operator"]:
        case "IN": return values.isin(wanted)
        case "NOT_IN": return ~values.isin(wanted)
        case "==": return values == wanted
    raise ValueError(condition)

def wrong(table, kind, arguments):
    if "row_condition" in arguments:
        table = table[holds(table, arguments["row_condition"])]
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
    if kind.endswith("to_be_unique"):
        return values.notna() & values.duplicated(keep=False)
    raise ValueError(kind)
"""
_TIMED = """
start = time.perf_counter()
{work}
open({seconds!r}, "w").write(str(time.perf_counter() - start))
"""
_CHECK = "from algreg_lib.quality import check\nfrom algreg_lib.workspace import Quality\n"
_LIBRARY = "from algreg_lib.quality.verdict import great_expectations, verdicts\ngreat_expectations()\n"
_BARE_MASKS = "masks = [wrong(table, e['type'], e['kwargs']) for e in expectations]"


def measure(sizes: Sequence[int]) -> list[dict[str, object]]:
    """Three rows per size: the command, all rules, and the part of them that is Great Expectations.

    For a large size a fourth: seconds per thousand registrations, against a tenth of them.
    """
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            source = folder / f"lijst-{size}.xlsx"
            make_workbook(source, size)
            rows += [_command(source, folder, size), *_rules(source, folder, size)]
            if size >= _GROWTH_FROM:
                rows.append(_growth(rows[-2], folder, size))
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
    every = _every(source, folder)
    bare = _part(read + _BARE, make + _BARE_MASKS, folder)
    judged = _part(read + make + _LIBRARY, "verdicts(table, expectations)", folder)
    masks = _part(read + make + _BARE, _BARE_MASKS, folder)
    return [
        row("alle regels (kaal pandas)", size, every, bare, None),
        row("deel van GX (kaal pandas)", size, judged, masks, _PART_TARGET),
    ]


def _growth(of_all: dict[str, object], folder: Path, size: int) -> dict[str, object]:
    fewer = size // 10
    source = folder / f"lijst-{fewer}.xlsx"
    make_workbook(source, fewer)
    tenth = _every(source, folder)
    seconds, peak_mb = float(str(of_all["seconds"])), float(str(of_all["peak_mb"]))
    now, before = Measured(seconds * 1000 / size, peak_mb), Measured(tenth.seconds * 1000 / fewer, tenth.peak_mb)
    return row(f"alle regels, per 1.000 (bij {fewer:,d})", size, now, before, _GROWTH_TARGET)


def _every(source: Path, folder: Path) -> Measured:
    read = _READ.format(source=str(source))
    return _part(read + _CHECK + _LIBRARY, "check(inventory, settings=Quality())", folder)


def _part(before: str, work: str, folder: Path) -> Measured:
    """The seconds of `work` alone, in a process of its own, and the peak memory of that process."""
    seconds = folder / "seconden.txt"
    whole = python(before + _TIMED.format(work=work, seconds=str(seconds)), turns=1)
    return Measured(float(seconds.read_text(encoding="utf-8")), whole.peak_mb)
