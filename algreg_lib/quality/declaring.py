"""One expectation as it stands in a suite: a type of the gallery, its arguments, and what a finding needs."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from algreg_lib.findings import SEVERITIES
from algreg_lib.quality.rules import DERIVED, rules
from algreg_lib.standard import Field

Expectation = dict[str, Any]
Condition = dict[str, Any]

NOT_NULL: Final = "expect_column_values_to_not_be_null"
NULL: Final = "expect_column_values_to_be_null"
MATCH: Final = "expect_column_values_to_match_regex"
NO_MATCH: Final = "expect_column_values_to_not_match_regex"
NO_MATCH_OF_LIST: Final = "expect_column_values_to_not_match_regex_list"
IN_SET: Final = "expect_column_values_to_be_in_set"
NOT_IN_SET: Final = "expect_column_values_to_not_be_in_set"
UNIQUE: Final = "expect_column_values_to_be_unique"


def expectation(
    rule: str, field: Field, kind: str, *, facts: Mapping[str, str] | None = None, **arguments: Any
) -> Expectation:
    """An expectation on the column of `field`, unless the arguments name another. `facts` fill the message."""
    declared = rules()[rule]
    message = declared.message.replace("{titel}", field.title).replace("{keuzes}", "; ".join(field.choices))
    for name, text in (facts or {}).items():
        message = message.replace(f"{{{name}}}", text)
    return {
        "type": kind,
        "kwargs": {"column": field.key, **arguments},
        "severity": declared.severity,
        "meta": {"rule": rule, "field": field.key, "message": message},
    }


def forbidden(
    field: Field, regexes: Mapping[str, str], facts: Mapping[str, str] | None = None
) -> Iterator[Expectation]:
    """An expectation per rule that its pattern matches nowhere in the field."""
    for rule, regex in regexes.items():
        yield expectation(rule, field, NO_MATCH, regex=regex, facts=facts)


def together(single: Iterable[Expectation]) -> Iterator[Expectation]:
    """The expectations of `forbidden`, those of one severity on one column put together; `meta` tells them apart.

    One per pattern would say the same, at some milliseconds each: the judging of a suite costs by the expectation.
    """
    groups: dict[tuple[str, str], list[Expectation]] = {}
    for one in single:
        groups.setdefault((one["kwargs"]["column"], one["severity"]), []).append(one)
    for (column, severity), of_group in sorted(groups.items(), key=lambda group: SEVERITIES.index(group[0][1])):
        rules_of = [{name: said for name, said in one["meta"].items() if name != "field"} for one in of_group]
        yield {
            "type": NO_MATCH_OF_LIST,
            "kwargs": {"column": column, "regex_list": [one["kwargs"]["regex"] for one in of_group]},
            "severity": severity,
            "meta": {"field": of_group[0]["meta"]["field"], "rules": rules_of},
        }


def singles(declared: Mapping[str, Any]) -> list[Expectation]:
    """One expectation per rule: what `together` put together, taken apart again; any other one as it is."""
    rules_of = declared["meta"].get("rules")
    if rules_of is None:
        return [dict(declared)]
    arguments = {name: value for name, value in declared["kwargs"].items() if name != "regex_list"}
    return [
        {
            "type": NO_MATCH,
            "kwargs": {**arguments, "regex": regex},
            "severity": declared["severity"],
            "meta": {"field": declared["meta"]["field"], **of_rule},
        }
        for regex, of_rule in zip(declared["kwargs"]["regex_list"], rules_of, strict=True)
    ]


def no_evidence(rule: str, field: Field, what: str) -> Expectation:
    """An expectation that the calculated column `<field>__<what>` holds no evidence."""
    declared = expectation(rule, field, NULL, column=f"{field.key}{DERIVED}{what}")
    declared["meta"]["evidence"] = f"{field.key}{DERIVED}{what}"
    return declared


def where(column: str, operator: str, parameter: Any) -> Condition:
    """A row condition, in the form that Great Expectations writes."""
    return {"type": "comparison", "column": {"name": column}, "operator": operator, "parameter": parameter}


def where_empty(column: str) -> Condition:
    """The row condition that a column has no value."""
    return {"type": "nullity", "column": {"name": column}, "is_null": True}


def all_of(*conditions: Condition) -> Condition:
    """The row condition that each of some holds."""
    return {"type": "and", "conditions": list(conditions)}


def any_of(*conditions: Condition) -> Condition:
    """The row condition that one of some holds. Great Expectations takes it at the top only, `all_of` inside."""
    return {"type": "or", "conditions": list(conditions)}


def columns_of(declared: Mapping[str, Any]) -> set[str]:
    """The columns that an expectation of ours names, in its arguments and its row condition."""
    arguments = declared["kwargs"]
    return {arguments["column"], *_in_condition(arguments.get("row_condition", {}))}


def _in_condition(condition: Mapping[str, Any]) -> Iterator[str]:
    if "column" in condition:
        yield condition["column"]["name"]
    for part in condition.get("conditions", ()):
        yield from _in_condition(part)
