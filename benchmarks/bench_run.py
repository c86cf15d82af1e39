"""A whole run, of the command itself, against the start of one kernel plus one import of Great Expectations."""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from benchmarks.measuring import Measured, process, python, row

#: The example workspace must run within three times the baseline; the larger ones show how a run grows.
_TARGET = 3.0

_KERNEL = """
from jupyter_client.manager import KernelManager
manager = KernelManager()
manager.start_kernel()
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=120)
client.stop_channels()
manager.shutdown_kernel(now=True)
"""


def measure(sizes: Sequence[int]) -> list[dict[str, object]]:
    """A row for the example workspace, and one for each size."""
    kernel, import_ = python(_KERNEL), python("import great_expectations")
    baseline = Measured(kernel.seconds + import_.seconds, max(kernel.peak_mb, import_.peak_mb))
    with tempfile.TemporaryDirectory() as folder:
        example = _example(Path(folder) / "voorbeeld")
        count = len(_registrations(example))
        rows = [row("algreg run (voorbeeld)", count, _run(example, turns=3), baseline, _TARGET)]
        for size in sizes:
            grown = _grown(example, Path(folder) / str(size), size)
            rows.append(row("algreg run", size, _run(grown, turns=1), baseline, None))
            shutil.rmtree(grown)
    return rows


def _run(workspace: Path, *, turns: int) -> Measured:
    command = Path(sys.executable).with_name("algreg")
    return process([str(command), "run", "-w", str(workspace)], turns=turns, accept=(0, 1))


def _example(folder: Path) -> Path:
    from algreg_lib.inventory import import_files
    from algreg_lib.shipped import shipped

    shutil.copytree(shipped("voorbeeld"), folder)
    sources = sorted(path for path in (folder / "bron").iterdir() if path.suffix in {".xlsx", ".csv"})
    import_files(sources, folder / "inventaris.xlsx")
    return folder


def _registrations(workspace: Path) -> pd.DataFrame:
    from algreg_lib.inventory import read_inventory

    return read_inventory(workspace / "inventaris.xlsx").registrations


def _grown(example: Path, folder: Path, size: int) -> Path:
    """A workspace with the algorithms of the example over and over, each with a name and an id of its own."""
    from algreg_lib.inventory import Inventory, write_inventory

    shutil.copytree(example, folder, ignore=shutil.ignore_patterns("inventaris.xlsx", "runs", "bron"))
    once = _registrations(example)
    many = once.iloc[[position % len(once) for position in range(size)]]
    many = many.set_axis(pd.Index([f"r{n}" for n in range(size)], name="registration_id", dtype="str"))
    many = many.assign(name=[f"{name} {n}" for n, name in enumerate(many["name"])])
    write_inventory(Inventory(registrations=many), folder / "inventaris.xlsx")
    return folder
