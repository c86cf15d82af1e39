"""The Dutch texts of the fields: all there, within limits, plain, and our own."""

import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from rapidfuzz import fuzz, process, utils

from algreg_lib.inventory.notation import entries, grouping
from algreg_lib.standard import Field, standard, working_fields

FIELDS = (*standard().fields, *working_fields())
KEYS = [f.key for f in FIELDS]

#: An input message of Excel holds 255 characters; the template needs a few for its own words.
HELP_LIMIT = 240
#: Level B1: a sentence of more words is hard to follow. Abbreviations such as "artikel 5.1" count as words.
LONGEST_SENTENCE = 20


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!])\s+|\n", text.strip()) if part]


@pytest.mark.parametrize("field", FIELDS, ids=KEYS)
def test_every_field_has_help_an_example_and_a_question(field: Field) -> None:
    assert field.help.strip()
    assert field.example.strip()
    assert field.question.strip()


@pytest.mark.parametrize("field", FIELDS, ids=KEYS)
def test_help_fits_in_an_input_message_of_excel_and_is_whole_sentences(field: Field) -> None:
    assert len(field.help) <= HELP_LIMIT
    assert field.help[0].isupper()
    assert field.help.endswith((".", "?"))
    assert "\n" not in field.help


@pytest.mark.parametrize("field", FIELDS, ids=KEYS)
def test_a_question_is_one_that_can_be_asked_aloud(field: Field) -> None:
    assert field.question.endswith("?")
    assert len(field.question) <= 120
    assert "_" not in field.question


@pytest.mark.parametrize("field", FIELDS, ids=KEYS)
def test_no_sentence_is_longer_than_plain_dutch_allows(field: Field) -> None:
    # An example of a choice, a link or a list of names is no sentence.
    texts = [field.help, field.question] + ([field.example] if field.kind == "text" and not field.format else [])
    too_long = [s for text in texts for s in sentences(text) if len(s.split()) > LONGEST_SENTENCE]
    assert too_long == []


@pytest.mark.parametrize("field", FIELDS, ids=KEYS)
def test_the_example_passes_the_rules_of_its_field(field: Field) -> None:
    limits = [limit for limit in (field.max_length, field.handbook_max_length, field.schema_max_length) if limit]
    assert len(field.example) <= min(limits, default=len(field.example))
    assert field.example == field.example.strip()
    if field.kind == "choice":
        assert field.example in field.choices
    elif field.kind == "choices":
        assert set(entries(field.example)) <= set(field.choices)
        assert len(entries(field.example)) > 1  # shows how several values are written
    elif field.kind == "grouping":
        _check_grouping(field)
    else:
        assert "\n" not in field.example or field.key == "interview_fields"
        assert _has_format(field.example, field.format)


def test_the_example_of_interview_fields_names_fields_that_exist() -> None:
    example = next(f.example for f in working_fields() if f.key == "interview_fields")
    assert set(entries(example)) <= set(standard().keys)


def test_a_wrong_example_would_be_seen() -> None:
    assert not _has_format("http://www.lindervoort.example", "url")
    assert not _has_format("04-2023", "year-month")
    assert not _has_format("6", "score")
    assert not _has_format("2026-02-30", "date")


@pytest.mark.corpus
def test_no_sentence_is_taken_from_the_help_of_the_delivery_api(corpus: Path) -> None:
    api = json.loads((corpus / "api-shape" / "aanleverapi-v1_0-openapi.json").read_text(encoding="utf-8"))
    theirs = [s for text in _texts(api) for s in sentences(text) if len(s.split()) >= 4]
    assert len(theirs) > 50  # the file holds help texts indeed
    ours = [s for f in FIELDS for text in (f.help, f.question, f.example) for s in sentences(text)]
    near = {
        sentence: match
        for sentence in ours
        if len(sentence.split()) >= 4
        and (match := process.extractOne(sentence, theirs, scorer=fuzz.ratio, processor=utils.default_process))[1] > 75
    }
    assert near == {}


def _check_grouping(field: Field) -> None:
    links = {part.key: part for part in field.parts}["link"]
    titles = {part.key: part for part in field.parts}["title"]
    for entry in grouping(field.example):
        assert 0 < len(entry["title"]) <= (titles.handbook_max_length or titles.max_length or 500)
        assert entry["link"] or not links.required
        assert not entry["link"] or _has_format(entry["link"], "url")


def _has_format(text: str, format_name: str) -> bool:
    match format_name:
        case "url":
            parts = urlsplit(text)
            return parts.scheme == "https" and "." in parts.netloc and " " not in text
        case "year-month":
            return re.fullmatch(r"(19|20)\d\d-(0[1-9]|1[0-2])", text) is not None
        case "date":
            return _is_date(text)
        case "email" | "contact":
            return re.fullmatch(r"[a-z.]+@[a-z.]+\.[a-z]+", text) is not None or _has_format(text, "url")
        case "score":
            return text in {"1", "2", "3", "4", "5"}
        case _:
            return True


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in _texts(each)]
