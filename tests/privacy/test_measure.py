"""The reached figures on the marked sentences hold; the full measurement is `python -m benchmarks.privacy`."""

import pytest

from algreg_lib.privacy import default_lists, hits
from benchmarks.privacy.scores import LEARNED, SENTENCES, Score, Sentence, Span, scores, sentences

_PATTERNS = (
    *("address", "birth_date", "bsn", "case_number", "credential", "email", "iban", "internal_host", "internal_path"),
    *("ip", "phone", "plate", "remark", "user_id"),
)


@pytest.fixture(scope="module", params=(SENTENCES, *LEARNED), ids=lambda path: path.stem)
def reached(request) -> dict[str, Score]:
    if not request.param.is_file():
        pytest.skip(f"de gemerkte zinnen ({request.param.name}) staan hier niet")
    marked = sentences(request.param)
    found = [[Span(h.start, h.end, h.kind) for h in hits(s.text, default_lists())] for s in marked]
    return scores(marked, found)


def test_names_are_found(reached):
    assert reached["name"].recall >= 0.95


@pytest.mark.parametrize("kind", _PATTERNS)
def test_a_pattern_kind_is_found(reached, kind):
    assert reached[kind].recall >= 0.99


def test_most_proposals_are_right(reached):
    assert reached["total"].precision >= 0.9
    assert min(score.precision for score in reached.values()) >= 0.8


def test_half_an_item_counts_and_less_does_not_and_a_hit_of_another_kind_is_wrong():
    sentence = Sentence("Jan de Vries belt", (Span(0, 12, "name"),))
    assert scores([sentence], [[Span(6, 12, "name")]])["name"] == Score(1, 1, 1, 1)
    assert scores([sentence], [[Span(7, 12, "name")]])["name"] == Score(1, 0, 1, 1)
    assert scores([sentence], [[Span(0, 12, "email")]])["total"] == Score(1, 0, 1, 0)
