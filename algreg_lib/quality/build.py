"""The suites, built from the standard: `python -m algreg_lib.quality.build` writes them to expectations/.

Each expectation is one of the gallery with plain arguments, so a Great Expectations project needs nothing of this
package to load the suite. Its `meta` carries `rule`, `field` and the Dutch message.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from algreg_lib.files import replacing
from algreg_lib.quality.build_fields import of_field
from algreg_lib.quality.build_relations import of_relations
from algreg_lib.quality.suites import suite_name
from algreg_lib.standard import VERSIONS, Standard, standard


def suite(of: Standard) -> dict[str, Any]:
    """The suite of one version of the standard, as Great Expectations writes it in JSON."""
    expectations = list(_expectations(of))
    return {
        "name": suite_name(of.version),
        "meta": {"standard": of.version, "expectations": len(expectations)},
        "expectations": expectations,
    }


def as_json(declared: dict[str, Any]) -> str:
    """The text of a suite file: same suite, same text."""
    return json.dumps(declared, ensure_ascii=False, indent=1) + "\n"


def main(folder: Path) -> None:
    """Writes the suite of every version to `folder`. Raises OutputError."""
    for version in VERSIONS:
        with replacing(folder / f"{suite_name(version)}.json") as beside:
            beside.write_text(as_json(suite(standard(version))), encoding="utf-8", newline="\n")


def _expectations(of: Standard) -> Iterator[dict[str, Any]]:
    for field in of.fields:
        if not field.set_by_register:
            yield from of_field(field, categories="publication_category" in of)
    yield from of_relations(of)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("expectations"))
