"""Finding in many texts at once which of them hold what a detector needs."""

import re

from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.privacy import default_lists, hits, hits_of
from algreg_lib.privacy.triggers import Tag, Triggers, any_of

_WORDS = st.text(st.sampled_from("abc-.1"), min_size=1, max_size=4)


@given(st.sets(_WORDS, min_size=1, max_size=8), st.lists(st.text(st.sampled_from("abc-.1 \n"), max_size=20)))
def test_a_text_gets_the_tag_of_every_piece_that_it_holds_and_of_no_other(pieces, texts):
    triggers = Triggers({piece: [Tag(0, (piece,))] for piece in pieces}, [])
    found = [{need for tag in tags for need in tag.needs} for tags in triggers.found_in(texts)]
    assert found == [{piece for piece in pieces if piece in text} for text in texts]


def test_a_shape_is_looked_for_within_each_word():
    triggers = Triggers({"x": [Tag(1)]}, [(Tag(2), re.compile(r"\d-\d"))])
    assert list(triggers.found_in(["a 1-2", "1 - 2", "x1-2", ""])) == [{Tag(2)}, set(), {Tag(1), Tag(2)}, set()]


@given(st.sets(_WORDS, min_size=1, max_size=8), _WORDS)
def test_a_pattern_of_words_matches_those_words_whole(words, word):
    assert bool(re.fullmatch(any_of(words), word)) == (word in words)


def test_texts_together_give_what_each_gives_alone():
    texts = ["Bel 06-12345678", "Niets.", "wachtwoord: Welkom01!", "Mail jan.jansen@gemeente.nl", "Geen 3 of 4", ""]
    assert hits_of(texts, default_lists()) == [hits(text, default_lists()) for text in texts]
