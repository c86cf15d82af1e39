"""The reached figures on the marked sentences hold; the full measurement is `python -m benchmarks.privacy`."""

from pathlib import Path

import pytest

from algreg_lib.privacy import default_lists, hits_of
from benchmarks.privacy.scores import LEARNED, SENTENCES, Score, Sentence, Span, scores, sentences

_PATTERNS = (
    *("address", "birth_date", "bsn", "case_number", "credential", "email", "iban", "internal_host", "internal_path"),
    *("ip", "phone", "plate", "remark", "user_id"),
)


#: The sets of which every error was resolved, and the later ones, of which only what they share was learned.
_RESOLVED, _LATER = (SENTENCES, *LEARNED[:3]), LEARNED[3:]


@pytest.fixture(scope="module", params=_RESOLVED, ids=lambda path: path.stem)
def resolved(request) -> dict[str, Score]:
    return _reached(request.param)


@pytest.fixture(scope="module", params=_LATER, ids=lambda path: path.stem)
def later(request) -> dict[str, Score]:
    return _reached(request.param)


def _reached(path: Path) -> dict[str, Score]:
    if not path.is_file():
        pytest.skip(f"de gemerkte zinnen ({path.name}) staan hier niet")
    marked = sentences(path)
    found = [
        [Span(h.start, h.end, h.kind) for h in hits] for hits in hits_of([s.text for s in marked], default_lists())
    ]
    return scores(marked, found)


def test_names_are_found(resolved):
    assert resolved["name"].recall >= 0.95


@pytest.mark.parametrize("kind", _PATTERNS)
def test_a_pattern_kind_is_found(resolved, kind):
    assert resolved[kind].recall >= 0.99


def test_most_proposals_are_right(resolved):
    assert resolved["total"].precision >= 0.9
    assert min(score.precision for score in resolved.values()) >= 0.8


def test_what_was_learned_of_later_writers_stays(later):
    assert later["name"].recall >= 0.9
    assert later["total"].recall >= 0.85
    assert later["total"].precision >= 0.95


def test_half_an_item_counts_and_less_does_not_and_a_hit_of_another_kind_is_wrong():
    sentence = Sentence("Jan de Vries belt", (Span(0, 12, "name"),))
    assert scores([sentence], [[Span(6, 12, "name")]])["name"] == Score(1, 1, 1, 1)
    assert scores([sentence], [[Span(7, 12, "name")]])["name"] == Score(1, 0, 1, 1)
    assert scores([sentence], [[Span(0, 12, "email")]])["total"] == Score(1, 0, 1, 0)
