"""Texts are counted as the register counts them (executed facts in reference/standard-fields.yaml)."""

import json
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.quality import patterns
from algreg_lib.quality.language import hard_word_list, hard_words, readability, sentences
from algreg_lib.quality.text import plain_of_markup, stripped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gewone tekst", "gewone tekst"),
        ("<p>een</p><p>twee</p>", "een twee"),
        ("<div><p>een</p></div>", "een"),
        ("een<br>twee", "een twee"),
        ("R&amp;D &lt;3", "R&D <3"),
        ("a < b en c > d", "a < b en c > d"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("een <b>twee</b>drie", "een  twee drie"),
        ("een<p></p><p> </p>twee", "een   twee"),
    ],
)
def test_tags_go_and_pieces_are_joined_by_one_space(text, expected):
    assert stripped(text) == expected


def test_two_paragraphs_of_1250_count_as_2501():
    assert len(stripped(f"<p>{'x' * 1250}</p><p>{'y' * 1250}</p>")) == 2501


def test_only_a_text_with_html_gets_a_plain_one():
    texts = pd.Series(["<p>een</p>", "R&amp;D", "gewoon", None], index=list("abcd"), dtype="str")
    assert plain_of_markup(texts).fillna("-").to_dict() == {"a": "een", "b": "R&D", "c": "-", "d": "-"}


@given(st.text(alphabet="abc é.\n<>&;p/", max_size=30), st.integers(1, 30))
def test_a_limit_on_the_cell_or_on_its_plain_text_is_a_limit_on_what_the_register_counts(text, most):
    plain = plain_of_markup(pd.Series([text], dtype="str")).iloc[0]
    in_cell = re.search(patterns.longer_than(most), text) is not None
    in_plain = (
        isinstance(plain, str) and re.search(patterns.longer_than(most, sign=patterns.ANY_SIGN), plain) is not None
    )
    assert (in_cell or in_plain, in_cell and in_plain) == (len(stripped(text)) > most, False)


_WORDS = st.lists(st.sampled_from(["mits", "doch", "Reeds", "-", "'", " ", "s", ".", "1", "é", "_"]), max_size=8)


@given(_WORDS.map("".join))
def test_the_pattern_of_hard_words_finds_what_the_list_finds(text):
    found = re.search(patterns.one_of_words(hard_word_list()), text) is not None
    assert found == (hard_words(text) is not None)


@pytest.mark.corpus
def test_the_longest_texts_of_suppliers_have_the_measured_length(corpus):
    texts = {}
    for path in sorted((corpus / "vendor-templates-1.0").glob("*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            for key in ("goal", "risks", "methods_and_models"):
                if row.get(key):
                    texts.setdefault(key, []).append((len(row[key]), len(stripped(row[key]))))
    # STATS.md, table 5, for the longest raw text of each field, as far as its supplier is in the folder.
    measured = {"goal": (2024, 1955), "risks": (2035, 1862), "methods_and_models": (1638, 1602)}
    here = {key: max(found) for key, found in texts.items()}
    same = [key for key, (raw, _) in measured.items() if here[key][0] == raw]
    assert same
    assert [here[key] for key in same] == [measured[key] for key in same]


def test_sentences_end_at_points_and_at_line_breaks():
    assert sentences("Een zin. Nog een!\n- punt\n- nog een punt") == ["Een zin.", "Nog een!", "punt", "nog een punt"]
    for marked in ("<p>een</p><p>twee</p>", "een<br>twee", "een<BR/>twee", "<ul><li>een</li><li>twee</li></ul>"):
        assert sentences(marked) == ["een", "twee"]
    assert sentences("een <b>twee</b>") == ["een twee"]
    for address in ("https://a.nl/b.c", "http://a.nl/?q=D.E", "www.a.nl/b.C", "WWW.A.NL", "info@a.nl", "a.b@c.nl"):
        assert sentences(f"Zie {address} voor meer.") == ["Zie voor meer."]
    assert sentences("Zie a.nl of @naam.") == ["Zie a.nl of @naam."]


def test_plain_text_scores_higher_than_officialdom():
    plain = "Wij tellen hoe veel auto's er staan. Zo weten wij waar plek is. " * 5
    official = "De implementatie van verantwoordelijkheden impliceert organisatorische consequenties. " * 8
    assert readability(plain) > 80 > 20 > readability(official)
    assert pd.isna(readability("Te kort."))
