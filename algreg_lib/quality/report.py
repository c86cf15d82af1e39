"""What an analyst gets: bevindingen.csv, bevindingen.xlsx and volledigheid.csv."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pandas as pd

from algreg_lib.errors import InputError
from algreg_lib.files import replacing
from algreg_lib.findings import COLUMNS, SEVERITIES, SEVERITY_LABELS
from algreg_lib.formulas import without_formulas
from algreg_lib.inventory import Inventory
from algreg_lib.quality.checking import Check
from algreg_lib.quality.completeness import LEVELS
from algreg_lib.quality.marked import write_marked

FINDINGS_CSV: Final = "bevindingen.csv"
FINDINGS_XLSX: Final = "bevindingen.xlsx"
COMPLETENESS_CSV: Final = "volledigheid.csv"

#: Column beside COLUMNS: `ja` for a finding that the earlier bevindingen.csv in the same folder held too.
KNOWN: Final = "known"
_SAME: Final = ["registration_id", "field", "rule"]


def write_check(
    check: Check, inventory: Inventory, folder: Path, *, confirm: Callable[[], None] = lambda: None
) -> list[Path]:
    """Writes the three files and gives their paths.

    Findings that the bevindingen.csv already in `folder` held are marked as known. The files take their places after
    `confirm` has been called; what that raises leaves the earlier ones standing. Raises OutputError, and InputError
    when that earlier file is not one of ours.
    """
    findings = check.findings.assign(**{KNOWN: _known(check.findings, folder / FINDINGS_CSV)})
    paths = [folder / name for name in (FINDINGS_CSV, FINDINGS_XLSX, COMPLETENESS_CSV)]
    with ExitStack() as stack:
        findings_csv, findings_xlsx, completeness_csv = (stack.enter_context(replacing(path)) for path in paths)
        write_marked(findings_xlsx, check.completeness, findings, inventory)
        _write_csv(findings, findings_csv, index=False)
        _write_csv(check.completeness, completeness_csv, index=True)
        confirm()
    return paths


def summary(check: Check) -> str:
    """Two Dutch lines for the terminal: how many findings of each kind, and how far the registrations are."""
    counts = check.findings["severity"].value_counts()
    kinds = ", ".join(f"{counts.get(severity, 0)} × {SEVERITY_LABELS[severity]}" for severity in SEVERITIES)
    levels = check.completeness["level"].value_counts()
    steps = ", ".join(f"{levels.get(level, 0)} {level}" for level in LEVELS)
    return f"{len(check.findings)} bevindingen: {kinds}.\n{len(check.completeness)} registraties: {steps}."


def _known(findings: pd.DataFrame, earlier: Path) -> pd.Series:
    if not earlier.exists():
        return pd.Series("nee", index=findings.index, dtype="str")
    before = read_findings(earlier)
    known = pd.MultiIndex.from_frame(findings[_SAME]).isin(pd.MultiIndex.from_frame(before[_SAME]))
    return pd.Series(known, index=findings.index).map({True: "ja", False: "nee"}).astype("str")


def read_findings(path: Path) -> pd.DataFrame:
    """A bevindingen.csv as it was written, with COLUMNS, all text. Raises InputError when it is another file."""
    try:
        table = pd.read_csv(path, dtype="str", keep_default_na=False, encoding="utf-8-sig")
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise _not_ours(path) from error
    if not set(COLUMNS) <= set(table.columns):
        raise _not_ours(path)
    return table


def _not_ours(path: Path) -> InputError:
    return InputError(
        path,
        "dit is geen lijst met bevindingen van algreg.",
        advice="Hernoem of verwijder dit bestand, of kies met -o een andere map.",
    )


def _write_csv(table: pd.DataFrame, path: Path, *, index: bool) -> None:
    """With a byte order mark, so that Excel reads the letters well; no cell can start a formula there."""
    with replacing(path) as beside:
        without_formulas(table).to_csv(beside, index=index, encoding="utf-8-sig", lineterminator="\n")
