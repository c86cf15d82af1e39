"""Inspection of a file as a stranger would do it."""

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pandas as pd

from algreg_lib.findings import Finding, findings_table

SUFFIXES: Final = frozenset({".xlsx", ".csv", ".json", ".html", ".docx"})


def inspect_file(path: Path, *, forbidden: Iterable[str] = ()) -> pd.DataFrame:
    """The forbidden texts that stand in the file, as findings."""
    data = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            data += [archive.read(name) for name in archive.namelist()]
    whole = b"\n".join(data).decode("utf-8", errors="ignore")
    told = "Hier staat een tekst die niet naar buiten mag. Haal die weg."
    return findings_table(
        Finding("", "", "niet-openbaar", "critical", told, value=text, file=path.name)
        for text in forbidden
        if text in whole
    )
