"""One expectation as it stands in a suite: a type of the gallery, its arguments, and what a finding needs."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from algreg_lib.findings import SEVERITIES
from algreg_lib.quality.rules import DERIVED, rules
from algreg_lib.standard import Field

Expectation = dict[str, Any]

NOT_NULL: Final = "expect_column_values_to_not_be_null"
NULL: Final = "expect_column_values_to_be_null"
MATCH: Final = "expect_column_values_to_match_regex"
NO_MATCH: Final = "expect_column_values_to_not_match_regex"
NO_MATCH_OF_LIST: Final = "expect_column_values_to_not_match_regex_list"
IN_SET: Final = "expect_column_values_to_be_in_set"
NOT_IN_SET: Final = "expect_column_values_to_not_be_in_set"
BETWEEN: Final = "expect_column_values_to_be_between"
UNIQUE: Final = "expect_column_values_to_be_unique"
PAIR_GREATER: Final = "expect_column_pair_values_a_to_be_greater_than_b"


def expectation(
    rule: str, field: Field, kind: str, *, facts: dict[str, str] | None = None, **arguments: Any
) -> Expectation:
    """An expectation on the column of `field`, unless the arguments name another. `facts` fill the message."""
    declared = rules()[rule]
    message = declared.message.replace("{titel}", field.title).replace("{keuzes}", "; ".join(field.choices))
    for name, text in (facts or {}).items():
        message = message.replace(f"{{{name}}}", text)
    columns = {} if "column_A" in arguments else {"column": field.key}
    return {
        "type": kind,
        "kwargs": {**columns, **arguments},
        "severity": declared.severity,
        "meta": {"rule": rule, "field": field.key, "message": message},
    }


def none_of(field: Field, regexes: dict[str, str], facts: dict[str, str] | None = None) -> Iterator[Expectation]:
    """An expectation per severity that forbids several patterns at once, by rule; its meta tells them apart.

    One per pattern would say the same, at some milliseconds each: the judging of a suite costs by the expectation.
    """
    single = [expectation(rule, field, NO_MATCH, regex=regex, facts=facts) for rule, regex in regexes.items()]
    for severity in SEVERITIES:
        of_severity = [one for one in single if one["severity"] == severity]
        if of_severity:
            rules_of = [{"rule": one["meta"]["rule"], "message": one["meta"]["message"]} for one in of_severity]
            yield {
                "type": NO_MATCH_OF_LIST,
                "kwargs": {"column": field.key, "regex_list": [one["kwargs"]["regex"] for one in of_severity]},
                "severity": severity,
                "meta": {"field": field.key, "rules": rules_of},
            }


def singles(declared: Mapping[str, Any]) -> list[Expectation]:
    """One expectation per rule: what `none_of` put together, taken apart again; any other one as it is."""
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


def where(column: str, operator: str, parameter: Any) -> dict[str, Any]:
    """A row condition, in the form that Great Expectations writes."""
    return {"type": "comparison", "column": {"name": column}, "operator": operator, "parameter": parameter}
