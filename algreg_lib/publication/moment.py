"""The date of the data on the cover: from the input, never from the clock, so that another day gives the same bytes."""

import os
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from algreg_lib.errors import AlgregError
from algreg_lib.files import FIXED_MOMENT

_MODIFIED: Final = re.compile(rb"<dcterms:modified[^>]*>\s*(\d{4}-\d{2}-\d{2})")
_CORE: Final = "docProps/core.xml"
_CORE_LIMIT: Final = 1_000_000


def data_moment(inventory: Path, environment: Mapping[str, str] = os.environ) -> date | None:
    """The date of SOURCE_DATE_EPOCH when set, else the day on which the inventory workbook was last saved.

    None for a file that does not say. Raises AlgregError when SOURCE_DATE_EPOCH is not a number of seconds.
    """
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return _of_epoch(epoch)
    try:
        with zipfile.ZipFile(inventory) as archive, archive.open(_CORE) as part:
            found = _MODIFIED.search(part.read(_CORE_LIMIT))
    except (OSError, KeyError, zipfile.BadZipFile):
        return None
    saved = date.fromisoformat(found[1].decode()) if found else FIXED_MOMENT.date()
    # The workbooks that we write ourselves carry a fixed day, which says nothing about the data.
    return saved if saved > FIXED_MOMENT.date() else None


def _of_epoch(epoch: str) -> date:
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise AlgregError(
            f"SOURCE_DATE_EPOCH is '{epoch}', maar moet een aantal seconden zijn.",
            advice="Verbeter deze omgevingsvariabele of haal haar weg.",
        ) from error
