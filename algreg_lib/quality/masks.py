"""Where an expectation fails: a mask over the rows, compiled from the same JSON that Great Expectations reads.

Asking Great Expectations itself for the rows (COMPLETE) costs five times as much; a test holds the two together.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Mask = npt.NDArray[np.bool_]
Arguments = Mapping[str, Any]


def can_locate(expectation: Mapping[str, Any]) -> bool:
    """Whether `wrong_rows` knows this type of expectation."""
    return expectation["type"] in _COMPILERS and not expectation["kwargs"].get("mostly", 1) < 1


class Table:
    """A frame whose columns are searched for their different texts once, however many expectations look at them."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self._different: dict[str, tuple[npt.NDArray[np.intp], Any]] = {}

    def by_text(self, column: str, verdict: Callable[[str], object], *, missing: bool = False) -> Mask:
        """Whether the verdict on each text of a column is something; `missing` where there is no text."""
        codes, texts = self._factorized(column)
        answers = np.fromiter(map(bool, map(verdict, texts)), dtype=bool, count=len(texts))
        return np.append(answers, missing)[codes]  # code -1, the missing ones, takes the last

    def _factorized(self, column: str) -> tuple[npt.NDArray[np.intp], Any]:
        if column not in self._different:
            codes, texts = pd.factorize(self.frame[column])
            self._different[column] = codes, [str(text) for text in texts]
        return self._different[column]


def wrong_rows(expectation: Mapping[str, Any], table: Table) -> Mask:
    """True for each row that breaks the expectation. KeyError for a type that `can_locate` does not know."""
    arguments = expectation["kwargs"]
    wrong = _COMPILERS[expectation["type"]](table, arguments)
    condition = arguments.get("row_condition")
    return wrong if condition is None else wrong & condition_mask(condition, table.frame)


def condition_mask(condition: str | Mapping[str, Any], frame: pd.DataFrame) -> Mask:
    """The rows to which an expectation with this row condition applies."""
    if isinstance(condition, str):
        return np.asarray(frame.index.isin(frame.query(condition).index))
    match condition["type"]:
        case "and":
            return np.asarray(np.all([condition_mask(part, frame) for part in condition["conditions"]], axis=0))
        case "or":
            return np.asarray(np.any([condition_mask(part, frame) for part in condition["conditions"]], axis=0))
        case "nullity":
            return np.asarray(frame[condition["column"]["name"]].isna() == condition["is_null"])
        case "pass_through":
            return condition_mask(condition["pass_through_filter"], frame)
        case _:
            return _comparison(frame[condition["column"]["name"]], condition["operator"], condition["parameter"])


def _comparison(values: pd.Series, operator: str, parameter: Any) -> Mask:
    compare: dict[str, Callable[[], pd.Series]] = {
        "==": lambda: values == parameter,
        "!=": lambda: values != parameter,
        "<": lambda: values < parameter,
        "<=": lambda: values <= parameter,
        ">": lambda: values > parameter,
        ">=": lambda: values >= parameter,
        "IN": lambda: values.isin(parameter),
        "NOT_IN": lambda: ~values.isin(parameter),
    }
    return np.asarray(compare[operator.upper().replace(" ", "_")](), dtype=bool)


def _null(table: Table, arguments: Arguments) -> Mask:
    return np.asarray(table.frame[arguments["column"]].notna())


def _not_null(table: Table, arguments: Arguments) -> Mask:
    return np.asarray(table.frame[arguments["column"]].isna())


def _match(table: Table, arguments: Arguments) -> Mask:
    return ~table.by_text(arguments["column"], re.compile(arguments["regex"]).search, missing=True)


def _no_match(table: Table, arguments: Arguments) -> Mask:
    return table.by_text(arguments["column"], re.compile(arguments["regex"]).search)


def _none_match(table: Table, arguments: Arguments) -> Mask:
    searches = [re.compile(regex).search for regex in arguments["regex_list"]]
    return table.by_text(arguments["column"], lambda text: any(search(text) is not None for search in searches))


def _in_set(table: Table, arguments: Arguments) -> Mask:
    values = table.frame[arguments["column"]]
    return np.asarray(values.notna() & ~values.isin(arguments["value_set"]))


def _not_in_set(table: Table, arguments: Arguments) -> Mask:
    values = table.frame[arguments["column"]]
    return np.asarray(values.notna() & values.isin(arguments["value_set"]))


def _between(table: Table, arguments: Arguments) -> Mask:
    values = table.frame[str(arguments["column"])]
    return _outside(values, arguments)


def _text_length(table: Table, arguments: Arguments) -> Mask:
    least, most = arguments.get("min_value"), arguments.get("max_value")
    strict_least, strict_most = arguments.get("strict_min", False), arguments.get("strict_max", False)

    def too_short_or_long(text: str) -> bool:
        short = least is not None and (len(text) <= least if strict_least else len(text) < least)
        return short or (most is not None and (len(text) >= most if strict_most else len(text) > most))

    return table.by_text(arguments["column"], too_short_or_long)


def _outside(values: pd.Series, arguments: Arguments) -> Mask:
    wrong = pd.Series(False, index=values.index)
    if (least := arguments.get("min_value")) is not None:
        wrong |= (values <= least) if arguments.get("strict_min") else (values < least)
    if (most := arguments.get("max_value")) is not None:
        wrong |= (values >= most) if arguments.get("strict_max") else (values > most)
    return np.asarray(wrong & values.notna())


def _unique(table: Table, arguments: Arguments) -> Mask:
    values = table.frame[arguments["column"]]
    return np.asarray(values.notna() & values.duplicated(keep=False))


def _unique_together(table: Table, arguments: Arguments) -> Mask:
    columns = table.frame[list(arguments["column_list"])]
    passed_over = _passed_over(columns, arguments.get("ignore_row_if", "all_values_are_missing"))
    wrong = np.zeros(len(columns), dtype=bool)
    wrong[~passed_over] = columns[~passed_over].duplicated(keep=False)
    return wrong


def _pair_greater(table: Table, arguments: Arguments) -> Mask:
    first, second = table.frame[arguments["column_A"]], table.frame[arguments["column_B"]]
    right = np.asarray(first >= second if arguments.get("or_equal") else first > second)
    pair = table.frame[[arguments["column_A"], arguments["column_B"]]]
    return ~right & ~_passed_over(pair, arguments.get("ignore_row_if", "both_values_are_missing"))


def _passed_over(columns: pd.DataFrame, ignored: str) -> Mask:
    """The rows that an expectation on several columns leaves out, by Great Expectations' `ignore_row_if`."""
    missing = columns.isna()
    if ignored in {"both_values_are_missing", "all_values_are_missing"}:
        return np.asarray(missing.all(axis="columns"))
    if ignored in {"either_value_is_missing", "any_value_is_missing"}:
        return np.asarray(missing.any(axis="columns"))
    return np.zeros(len(columns), dtype=bool)


_COMPILERS: Final[dict[str, Callable[[Table, Arguments], Mask]]] = {
    "expect_column_values_to_be_null": _null,
    "expect_column_values_to_not_be_null": _not_null,
    "expect_column_values_to_match_regex": _match,
    "expect_column_values_to_not_match_regex": _no_match,
    "expect_column_values_to_not_match_regex_list": _none_match,
    "expect_column_values_to_be_in_set": _in_set,
    "expect_column_values_to_not_be_in_set": _not_in_set,
    "expect_column_values_to_be_between": _between,
    "expect_column_value_lengths_to_be_between": _text_length,
    "expect_column_values_to_be_unique": _unique,
    "expect_compound_columns_to_be_unique": _unique_together,
    "expect_column_pair_values_a_to_be_greater_than_b": _pair_greater,
}
