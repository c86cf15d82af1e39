"""Texts are counted as the register counts them (executed facts in reference/standard-fields.yaml)."""

import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.quality.language import readability, sentences
from algreg_lib.quality.text import lengths, stripped


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
    ],
)
def test_tags_go_and_pieces_are_joined_by_one_space(text, expected):
    assert stripped(text) == expected


def test_two_paragraphs_of_1250_count_as_2501():
    texts = pd.Series([f"<p>{'x' * 1250}</p><p>{'y' * 1250}</p>", None], dtype="str")
    assert lengths(texts).fillna(-1).tolist() == [2501, -1]


@given(st.text(alphabet="abc é.\n", max_size=60))
def test_a_text_without_tags_counts_every_character(text):
    assert lengths(pd.Series([text], dtype="str")).tolist() == [len(text)]


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
    assert {key: here[key] for key in measured if here[key][0] == measured[key][0]} == {
        key: pair for key, pair in measured.items() if here[key][0] == pair[0]
    }


def test_sentences_end_at_points_and_at_line_breaks():
    assert sentences("Een zin. Nog een!\n- punt\n- nog een punt") == ["Een zin.", "Nog een!", "punt", "nog een punt"]
    assert sentences("<p>Een</p><p>Twee</p>") == ["Een", "Twee"]
    assert sentences("Zie https://a.nl/b.c voor meer.") == ["Zie voor meer."]


def test_plain_text_scores_higher_than_officialdom():
    plain = "Wij tellen hoe veel auto's er staan. Zo weten wij waar plek is. " * 5
    official = "De implementatie van verantwoordelijkheden impliceert organisatorische consequenties. " * 8
    assert readability(plain) > 80 > 20 > readability(official)
    assert pd.isna(readability("Te kort."))
