"""Finding in many texts at once which of them hold what a detector needs."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.privacy import default_lists, hits, hits_of
from algreg_lib.privacy.triggers import Triggers, any_of, ends_of

_WORDS = st.text(st.sampled_from("abc-.1"), min_size=1, max_size=4)


@given(
    st.sets(st.text(st.sampled_from("ab-. "), min_size=1, max_size=4), min_size=1, max_size=8),
    st.lists(st.text(st.sampled_from("abc-.1 \n"), max_size=20)),
)
def test_a_text_gets_every_place_of_every_piece_that_it_holds_and_no_other(pieces, texts):
    numbers = dict(enumerate(sorted(pieces)))
    triggers = Triggers({piece: [number] for number, piece in numbers.items()}, [])
    for text, places in zip(texts, triggers.found_in(texts), strict=True):
        expected = {
            number: [start for start in range(len(text)) if text.startswith(piece, start)]
            for number, piece in numbers.items()
            if piece in text
        }
        assert {number: sorted(starts) for number, starts in places.items()} == expected


def test_a_shape_is_looked_for_within_each_word_and_given_with_its_places():
    triggers = Triggers({"x": [1]}, [(2, re.compile(r"\d-\d"))])
    assert list(triggers.found_in(["a 1-2 1-2", "1 - 2", "x1-2", ""])) == [{2: [2, 6]}, {}, {1: [0], 2: [0]}, {}]


def test_a_listed_word_counts_without_the_signs_around_it_and_a_shape_of_letters_in_long_words():
    triggers = Triggers({"x": [1]}, [], {"jan": 3}, [(4, re.compile("^kd", re.MULTILINE))])
    assert list(triggers.found_in(["(jan) januari", "kdejonge akd"])) == [{3: [0]}, {4: [0]}]


@given(st.sets(_WORDS, min_size=1, max_size=8), _WORDS)
def test_ends_are_those_and_no_others(ends, word):
    assert ends_of(ends)(word) == word.endswith(tuple(ends))


@given(st.sets(_WORDS, min_size=1, max_size=8), _WORDS)
def test_a_pattern_of_words_matches_those_words_whole(words, word):
    assert bool(re.fullmatch(any_of(words), word)) == (word in words)


def test_texts_together_give_what_each_gives_alone():
    texts = ["Bel 06-12345678", "Niets.", "wachtwoord: Welkom01!", "Mail jan.jansen@gemeente.nl", "Geen 3 of 4", ""]
    assert hits_of(texts, default_lists()) == [hits(text, default_lists()) for text in texts]


@given(
    st.lists(
        st.sampled_from(("Bel Jan op 06-12345678. ", "Er is niets te zien hier, vandaag. ", "zaak Z-2023-00123, ")),
        max_size=60,
    )
)
def test_a_long_text_gives_what_its_sentences_give(sentences):
    """Of a long text only what stands around a trigger is looked at."""
    together, alone, start = hits("".join(sentences), default_lists()), [], 0
    for sentence in sentences:
        alone += [(hit.start + start, hit.end + start, hit.kind) for hit in hits(sentence, default_lists())]
        start += len(sentence)
    assert [(hit.start, hit.end, hit.kind) for hit in together] == alone


@given(st.lists(st.lists(st.sampled_from(("1-2", "x", "abc", "kd", "jan", "3")), max_size=5), max_size=8))
def test_what_is_forgotten_is_found_again(texts):
    """Words are remembered up to a bound; beyond it the same is found."""
    shapes = [(2, re.compile(r"\d-\d"))]
    forgetful, other = Triggers({"x": [1]}, shapes, {"jan": 3}), Triggers({"x": [1]}, shapes, {"jan": 3})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("algreg_lib.privacy.triggers._REMEMBERED", 1)
        found = [list(forgetful.found_in([" ".join(words)])) for words in texts]
    assert found == [list(other.found_in([" ".join(words)])) for words in texts]
