"""The pieces of a report: nothing in a text becomes HTML, and a table can be heard as well as seen."""

from html.parser import HTMLParser

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib import reports

TAGS = {
    *("div", "table", "caption", "thead", "tbody", "tr", "th", "td", "br", "span", "p", "ul", "li"),
    *("dl", "dt", "dd", "strong"),
}


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attributes}

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: reports.Html) -> Reader:
    reader = Reader()
    reader.feed(str(html))
    return reader


@given(st.text(), st.text(), st.text())
def test_no_text_becomes_a_tag_or_an_attribute(name: str, value: str, caption: str) -> None:
    table = pd.DataFrame({name: [value], f"{name}2": [3.0]})
    shown = [
        reports.table(table, caption=caption, bars={f"{name}2": 5}),
        reports.paragraph(value),
        reports.bullets([value]),
        reports.key_figures([(name, value, caption)]),
    ]
    for html in shown:
        reader = read(html)
        assert set(reader.tags) <= TAGS
        assert reader.attributes <= {"class", "role", "aria-label", "tabindex", "scope", "style", "aria-hidden"}


def test_a_table_has_a_caption_and_every_header_says_what_it_heads() -> None:
    html = str(reports.table(pd.DataFrame({"Naam": ["x"], "Aantal": [1234]}), caption="Proef"))
    assert "<caption>Proef</caption>" in html
    assert html.count('scope="col"') == 2
    assert html.count('scope="row"') == 1


def test_numbers_are_written_as_in_dutch_with_equal_decimals_in_a_column() -> None:
    table = pd.DataFrame({"n": ["x", "y"], "heel": [1234, 2], "deel": [0.5, 1200.25]})
    reader = read(reports.table(table, caption="c"))
    assert reader.text.endswith("x1.2340,50y21.200,25")


def test_an_empty_cell_is_shown_as_a_dash_and_a_line_break_stays_one() -> None:
    html = str(reports.table(pd.DataFrame({"n": ["x", "y"], "v": ["a\nb", None]}), caption="c"))
    assert "<td>a<br>b</td>" in html
    assert "<td>–</td>" in html


def test_a_table_without_rows_is_a_sentence() -> None:
    html = str(reports.table(pd.DataFrame({"n": []}), caption="Achterhouden", empty="Niets blijft achter."))
    assert html == "<p>Achterhouden: niets blijft achter.</p>"


def test_one_is_counted_in_the_singular() -> None:
    assert [reports.counted(n, "algoritme", "algoritmes") for n in (0, 1, 2, 1000)] == [
        "0 algoritmes",
        "1 algoritme",
        "2 algoritmes",
        "1.000 algoritmes",
    ]
