"""The suites, built from the standard: `python -m algreg_lib.quality.build` writes them to expectations/.

Each expectation is one of the gallery with plain arguments, so a Great Expectations project needs nothing of this
package to load the suite. Its `meta` carries `rule`, `field` and what the Dutch message needs.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from algreg_lib.files import replacing
from algreg_lib.quality import patterns
from algreg_lib.quality.rules import DERIVED, rules
from algreg_lib.quality.suites import suite_name
from algreg_lib.standard import VERSIONS, Field, Standard, standard

Expectation = dict[str, Any]

#: Fields in which a category A or B algorithm has to explain itself (handbook; Algoritmekader on risk selection).
EXPLAINED_WHEN_IMPACTFUL: Final = ("human_intervention", "risks")
IMPACTFUL: Final = ("Hoog-risico AI-systeem", "Impactvolle algoritmes")


def suite(of: Standard) -> dict[str, Any]:
    """The suite of one version of the standard, as Great Expectations writes it in JSON."""
    expectations = [e for field in of.fields if not field.set_by_register for e in _of_field(field)]
    return {
        "name": suite_name(of.version),
        "meta": {"standard": of.version, "expectations": len(expectations)},
        "expectations": expectations,
    }


def as_json(declared: dict[str, Any]) -> str:
    """The text of a suite file: same suite, same text."""
    return json.dumps(declared, ensure_ascii=False, indent=1) + "\n"


def _of_field(field: Field) -> Iterator[Expectation]:
    yield from _filled(field)
    yield from _choices(field)
    yield from _lengths(field)
    yield from _format(field)
    if field.kind == "grouping":
        yield from _references(field)


def _filled(field: Field) -> Iterator[Expectation]:
    if field.required:
        yield _rule("verplicht", field, "expect_column_values_to_not_be_null")
    elif field.show_always:
        yield _rule("leeg", field, "expect_column_values_to_not_be_null")
    elif field.handbook_shown == "Ja" and field.key != "end_date":  # an end date belongs to what is out of use only
        yield _rule("leeg-handboek", field, "expect_column_values_to_not_be_null")
    yield _rule("alleen-spaties", field, "expect_column_values_to_not_match_regex", regex=patterns.ONLY_SPACES)


def _choices(field: Field) -> Iterator[Expectation]:
    if field.kind == "choice":
        yield _rule("keuze", field, "expect_column_values_to_be_in_set", value_set=list(field.choices))
    elif field.kind == "choices":
        yield _rule("keuze", field, "expect_column_values_to_match_regex", regex=patterns.lines_of(field.choices))


def _lengths(field: Field) -> Iterator[Expectation]:
    column = f"{field.key}{DERIVED}length"
    if field.max_length is not None:
        yield _rule(
            "te-lang",
            field,
            "expect_column_values_to_be_between",
            column=column,
            min_value=0,
            max_value=field.max_length,
        )
    if field.handbook_max_length is not None:
        yield _rule(
            "te-lang-handboek",
            field,
            "expect_column_values_to_be_between",
            column=column,
            min_value=0,
            max_value=field.handbook_max_length,
        )


def _format(field: Field) -> Iterator[Expectation]:
    expected = {
        "year-month": ("datum", patterns.YEAR_MONTH),
        "url": ("link", patterns.LINK),
        "contact": ("contact", patterns.CONTACT),
    }.get(field.format)
    if expected:
        rule, regex = expected
        yield _rule(rule, field, "expect_column_values_to_match_regex", regex=regex)


def _references(field: Field) -> Iterator[Expectation]:
    required = {part.key for part in field.parts if part.required}
    no_match = "expect_column_values_to_not_match_regex"
    if "title" in required:
        yield _rule("verwijzing-titel", field, no_match, regex=patterns.REFERENCE_WITHOUT_TITLE)
    if "link" in required:
        yield _rule("verwijzing-link", field, no_match, regex=patterns.REFERENCE_WITHOUT_LINK)
    yield _rule("verwijzing-omgedraaid", field, no_match, regex=patterns.REFERENCE_SWAPPED)
    yield _rule("verwijzing-vorm", field, no_match, regex=patterns.REFERENCE_NOT_A_LINK)
    longest = {part.key: part.max_length for part in field.parts if part.max_length is not None}
    if longest:
        limit = ", ".join(f"{key} {length}" for key, length in longest.items()).replace("title", "titel")
        yield _rule("verwijzing-lang", field, no_match, regex=patterns.reference_longer_than(longest), limit=limit)


def _rule(rule: str, field: Field, kind: str, *, column: str = "", limit: str = "", **arguments: Any) -> Expectation:
    declared = rules()[rule]
    message = declared.message.replace("{titel}", field.title).replace("{keuzes}", "; ".join(field.choices))
    meta = {"rule": rule, "field": field.key, "message": message}
    if limit:
        meta["limit"] = limit
    return {
        "type": kind,
        "kwargs": {"column": column or field.key, **arguments},
        "severity": declared.severity,
        "meta": meta,
    }


def main(folder: Path) -> None:
    """Writes the suite of every version to `folder`. Raises OutputError."""
    for version in VERSIONS:
        with replacing(folder / f"{suite_name(version)}.json") as beside:
            beside.write_text(as_json(suite(standard(version))), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("expectations"))
