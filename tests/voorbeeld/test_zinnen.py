"""The labelled sentences: well marked, half without a find, and with numbers that pass their own checks."""

import importlib.util
import json
import re
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from stdnum import iban
from stdnum.nl import bsn

HERE = Path(__file__).resolve().parents[2] / "benchmarks" / "privacy"

#: Series of the Dutch vehicle authority, from two letters and four digits to one letter, three digits, two letters.
PLATE_SERIES = {"LL9999", "9999LL", "99LL99", "LL99LL", "LLLL99", "99LLLL", "99LLL9", "9LLL99", "LL999L", "L999LL"}
PLATE_SERIES |= {"LLL99L", "L99LLL", "9LL999", "999LL9"}


@pytest.fixture(scope="module")
def zinnen() -> ModuleType:
    spec = importlib.util.spec_from_file_location("zinnen", HERE / "zinnen.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


#: The number of a company passes the same check as that of a citizen.
_COMPANY = re.compile(r"(?:RSIN|fiscaal nummer)\D{0,20}\d{9}|\d{9}(?=[LB]\d\d)", re.IGNORECASE)
#: Per set: how many sentences and how many names it holds at least.
SIZES = {
    "zinnen": (640, 180),
    "zinnen-2": (500, 150),
    "zinnen-3": (450, 170),
    "zinnen-4": (470, 190),
    "zinnen-5": (470, 170),
    "zinnen-6": (410, 165),
    "zinnen-7": (410, 155),
    "zinnen-8": (470, 165),
    "zinnen-9": (370, 100),
    "zinnen-vers": (470, 160),
}


@pytest.fixture(scope="module", params=SIZES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def records(name: str) -> list[dict[str, Any]]:
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_mark_becomes_a_span_around_its_text(zinnen: ModuleType) -> None:
    assert zinnen.record("Bel [[name|A. Kaya]] op [[phone|06-1]].") == {
        "text": "Bel A. Kaya op 06-1.",
        "spans": [{"start": 4, "end": 11, "kind": "name"}, {"start": 15, "end": 19, "kind": "phone"}],
    }
    assert zinnen.record("Niets.") == {"text": "Niets.", "spans": []}
    assert zinnen.record("X [[remark|[nog checken]]]")["text"] == "X [nog checken]"


def test_every_set_is_measured_here(zinnen: ModuleType) -> None:
    assert set(zinnen.SETS) == set(SIZES)


def test_the_records_are_what_the_readable_source_says(
    zinnen: ModuleType, name: str, records: list[dict[str, Any]]
) -> None:
    assert records == zinnen.records(name)
    assert not any("[[" in each["text"] or "]]" in each["text"] for each in records)
    assert {span["kind"] for each in records for span in each["spans"]} == set(zinnen.KINDS)


def test_spans_stand_apart_within_their_text(records: list[dict[str, Any]]) -> None:
    for each in records:
        ends = [0]
        for span in each["spans"]:
            assert ends[-1] <= span["start"] < span["end"] <= len(each["text"])
            found = each["text"][span["start"] : span["end"]]
            assert found == found.strip()
            ends.append(span["end"])


def test_there_are_enough_sentences_and_half_hold_nothing(name: str, records: list[dict[str, Any]]) -> None:
    empty = sum(not each["spans"] for each in records)
    assert len(records) >= SIZES[name][0]
    assert abs(empty / len(records) - 0.5) < 0.05


def test_every_kind_is_there_often_enough_to_measure(name: str, records: list[dict[str, Any]]) -> None:
    counts = Counter(span["kind"] for each in records for span in each["spans"])
    assert counts["name"] >= SIZES[name][1]
    assert min(counts.values()) >= 8, counts


def test_no_sentence_is_there_twice_and_few_begin_alike(records: list[dict[str, Any]]) -> None:
    texts = [each["text"] for each in records]
    assert len(set(texts)) == len(texts)
    openings = Counter(" ".join(text.split()[:3]) for text in texts)
    assert openings.most_common(1)[0][1] <= 6, openings.most_common(3)


def test_no_sentence_of_the_fresh_set_is_in_another(zinnen: ModuleType) -> None:
    *learned, fresh = ({each["text"] for each in zinnen.records(name)} for name in zinnen.SETS)
    assert set().union(*learned) & fresh == set()


def test_numbers_pass_the_check_of_their_kind(records: list[dict[str, Any]]) -> None:
    assert [number for number in _found(records, "bsn") if not bsn.is_valid(number)] == []
    assert [number for number in _found(records, "iban") if not iban.is_valid(number, check_country=False)] == []
    assert [plate for plate in _found(records, "plate") if _series(plate) not in PLATE_SERIES] == []


def test_sentences_without_a_find_hold_no_valid_number_of_a_citizen(records: list[dict[str, Any]]) -> None:
    texts = [_COMPANY.sub("", each["text"]) for each in records if not each["spans"]]
    numbers = [number for text in texts for number in re.findall(r"(?<!\d)\d{9}(?!\d)", text)]
    assert [number for number in numbers if bsn.is_valid(number)] == []


def _found(records: list[dict[str, Any]], kind: str) -> list[str]:
    return [e["text"][s["start"] : s["end"]] for e in records for s in e["spans"] if s["kind"] == kind]


def _series(plate: str) -> str:
    return "".join("9" if sign.isdigit() else "L" for sign in plate if sign not in "- ")
