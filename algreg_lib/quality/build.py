"""The suites, built from the standard: `python -m algreg_lib.quality.build` writes them to expectations/.

Each expectation is one of the gallery with plain arguments, so a Great Expectations project needs nothing of this
package to load a suite. Its `meta` carries `rule`, `field` and the Dutch message. There are two suites per version: one
that names the fields of the standard only, for any table that has them, and one that also needs the working fields and
calculated columns of `check_table`.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from algreg_lib.files import replacing
from algreg_lib.quality.build_fields import of_field
from algreg_lib.quality.build_relations import of_relations
from algreg_lib.quality.declaring import columns_of
from algreg_lib.quality.suites import suite_names
from algreg_lib.standard import VERSIONS, Standard, standard, working_fields


def suites(of: Standard) -> dict[str, dict[str, Any]]:
    """The two suites of one version of the standard by name, as Great Expectations writes them in JSON.

    `meta` tells how many expectations there are, and by which title an inventory shows each of their columns.
    """
    titles = {field.key: field.title for field in (*working_fields(), *of.fields)}
    parts: dict[str, list[dict[str, Any]]] = {name: [] for name in suite_names(of.version)}
    on_fields, on_more = parts.values()
    for declared in _expectations(of):
        (on_fields if columns_of(declared) <= set(of.keys) else on_more).append(declared)
    return {
        name: {
            "name": name,
            "meta": {
                "standard": of.version,
                "expectations": len(expectations),
                "columns": {key: titles.get(key, "") for key in sorted(set().union(*map(columns_of, expectations)))},
            },
            "expectations": expectations,
        }
        for name, expectations in parts.items()
    }


def as_json(declared: dict[str, Any]) -> str:
    """The text of a suite file: same suite, same text."""
    return json.dumps(declared, ensure_ascii=False, indent=1) + "\n"


def main(folder: Path) -> None:
    """Writes the suites of every version to `folder`. Raises OutputError."""
    for version in VERSIONS:
        for name, declared in suites(standard(version)).items():
            with replacing(folder / f"{name}.json") as beside:
                beside.write_text(as_json(declared), encoding="utf-8", newline="\n")


def _expectations(of: Standard) -> Iterator[dict[str, Any]]:
    for field in of.fields:
        if not field.set_by_register:
            yield from of_field(field, categories="publication_category" in of)
    yield from of_relations(of)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("expectations"))
