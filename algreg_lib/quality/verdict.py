"""The verdict of Great Expectations itself: which expectations hold."""

import gc
import logging
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import pandas as pd

from algreg_lib.errors import RunError

Expectation = Mapping[str, Any]


class NotJudgedError(RunError):
    """An expectation that Great Expectations dropped, or on which it failed; `number` is its place in the list."""

    def __init__(self, number: int, expectation: Expectation, reason: str) -> None:
        super().__init__(
            f"De regel {expectation['type']} {dict(expectation['kwargs'])} is niet beoordeeld: {reason}.",
            advice="Herstel de regel in het bestand met regels (expectations).",
        )
        self.number = number
        self.reason = reason


def verdicts(table: pd.DataFrame, expectations: Sequence[Expectation]) -> list[bool]:
    """Whether each expectation holds for the table, in the order given. Raises NotJudgedError."""
    judged = _judged(table, expectations, result_format={"result_format": "BOOLEAN_ONLY"})
    return [bool(single.success) for single in judged]


def wrong_positions(table: pd.DataFrame, expectations: Sequence[Expectation]) -> list[list[int]]:
    """The positions of the rows that break each expectation, by Great Expectations' own COMPLETE answer.

    Costs several times more than masks: for expectations of which the masks do not know the type, and for the test
    that holds the masks against it. Raises NotJudgedError.
    """
    # Without a name on the index: Great Expectations would look for the positions in there.
    keyed = table.reset_index(drop=True).assign(position__=range(len(table)))
    form = {"result_format": "COMPLETE", "unexpected_index_column_names": ["position__"]}
    found = []
    for single in _judged(keyed, expectations, result_format=form):
        rows = (single.result or {}).get("unexpected_index_list") or []
        found.append(sorted({int(row["position__"]) for row in rows}))
    return found


def judged_page(table: pd.DataFrame, expectations: Sequence[Expectation]) -> str:
    """Great Expectations' own HTML page with the outcome, as its Data Docs hold it."""
    great_expectations()
    with _quiet():
        # By name: the library does not export its renderers to type checkers.
        renderer = import_module("great_expectations.render.renderer").ValidationResultsPageRenderer()
        view = import_module("great_expectations.render.view").DefaultJinjaPageView()
        result = _batch(table.reset_index(drop=True)).validate(loaded(expectations), result_format="SUMMARY")
        return str(view.render(renderer.render(result)))


def loaded(expectations: Sequence[Expectation]) -> Any:
    """The ExpectationSuite; it lacks those that Great Expectations does not know, which drops them in silence."""
    numbered = [_with_number(number, expectation) for number, expectation in enumerate(expectations)]
    with _quiet():
        return great_expectations().ExpectationSuite(name="algreg", expectations=numbered)


def great_expectations() -> Any:
    """The library, imported where it is needed: its import takes seconds.

    jsonschema, which it imports, builds a grammar of a second and a half for the format `iri`, which nobody here
    uses; None in sys.modules keeps it from being imported, unless something else already did.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    with _quiet(), _no_collection():
        import great_expectations

    return great_expectations


@contextmanager
def _quiet() -> Iterator[None]:
    """Without warnings and its log: what the library does inside is not for our user to mend."""
    log = logging.getLogger("great_expectations")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.setLevel(level)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without garbage collection: an import makes a million objects and no garbage, and is a fifth faster without."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def _no_old_objects() -> Iterator[None]:
    """With garbage collection of what is new only: what the import made need not be looked through again and again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _judged(table: pd.DataFrame, expectations: Sequence[Expectation], *, result_format: dict[str, Any]) -> list[Any]:
    """The result of each expectation, in the order given: Great Expectations answers in an order of its own."""
    suite = loaded(expectations)
    kept = {expectation.meta["number"] for expectation in suite.expectations}
    _all_present(kept, expectations, "dit soort regel of deze ernst kent Great Expectations niet")
    with _quiet(), _no_old_objects():
        result = _batch(table).validate(suite, result_format=result_format)
    by_number = {int(single.expectation_config.meta["number"]): single for single in result.results}
    _all_present(set(by_number), expectations, "Great Expectations sloeg de regel over")
    for number, single in by_number.items():
        if problem := _exception(single.exception_info):
            raise NotJudgedError(number, expectations[number], problem)
    return [by_number[number] for number in range(len(expectations))]


def _batch(table: pd.DataFrame) -> Any:
    context = great_expectations().get_context(mode="ephemeral")
    context.enable_analytics(enable=False)
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    asset = context.data_sources.add_pandas("inventaris").add_dataframe_asset("registraties")
    return asset.add_batch_definition_whole_dataframe("alles").get_batch({"dataframe": table})


def _all_present(numbers: set[int], expectations: Sequence[Expectation], reason: str) -> None:
    for number, expectation in enumerate(expectations):
        if number not in numbers:
            raise NotJudgedError(number, expectation, reason)


def _with_number(number: int, expectation: Expectation) -> dict[str, Any]:
    return {
        "type": expectation["type"],
        "kwargs": dict(expectation["kwargs"]),
        "severity": expectation["severity"],
        "meta": {"number": number},
    }


def _exception(information: Any) -> str:
    """What went wrong inside Great Expectations, which answers `False` where it could not judge; empty when nothing."""
    if not information:
        return ""
    single = [information] if "raised_exception" in information else list(information.values())
    return next((str(i.get("exception_message") or "zonder uitleg") for i in single if i.get("raised_exception")), "")
