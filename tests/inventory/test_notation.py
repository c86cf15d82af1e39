"""What a person types in one cell and the register's lists are the same thing."""

from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.inventory.notation import Entry, cell_of_entries, cell_of_grouping, entries, grouping

words = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1).filter(
    lambda text: text.split() == [text]
)
titles = st.lists(words, min_size=1, max_size=4).map(" ".join)
links = words.filter(lambda text: "|" not in text)


@given(st.lists(titles))
def test_entries_come_back_as_they_were(values: list[str]) -> None:
    assert entries(cell_of_entries(values)) == values


@given(st.lists(st.tuples(titles, links)))
def test_groupings_come_back_as_they_were(pairs: list[tuple[str, str]]) -> None:
    values = [Entry(title=title, link=link) for title, link in pairs]
    assert grouping(cell_of_grouping(values)) == values


@given(st.lists(titles.filter(lambda text: not text.casefold().startswith(("http", "www")))))
def test_a_grouping_without_links_comes_back_as_it_was(values: list[str]) -> None:
    expected = [Entry(title=title, link="") for title in values]
    assert grouping(cell_of_grouping(expected)) == expected


def test_a_lone_link_is_a_link_and_prose_with_a_link_is_a_title() -> None:
    assert grouping("https://voorbeeld.nl\nZie https://voorbeeld.nl") == [
        Entry(title="", link="https://voorbeeld.nl"),
        Entry(title="Zie https://voorbeeld.nl", link=""),
    ]


def test_spaces_around_a_value_and_empty_values_go_and_a_value_stays_on_its_line() -> None:
    assert entries("  a b \n\n\tc") == ["a b", "c"]
    assert cell_of_entries([" a ", " ", "", "b\n c"]) == "a\nb c"
    assert cell_of_grouping([Entry(title=" Wet\nA ", link=" https://a.nl ")]) == "Wet A | https://a.nl"


def test_the_link_stands_behind_the_last_line_and_spaces_do_not_matter() -> None:
    assert grouping("Wet | A | https://a.nl\nWet|www.b.nl\nWWW.c.nl\nhttp://d.nl e\n| https://f.nl\nWet |") == [
        Entry(title="Wet | A", link="https://a.nl"),
        Entry(title="Wet", link="www.b.nl"),
        Entry(title="", link="WWW.c.nl"),
        Entry(title="http://d.nl e", link=""),
        Entry(title="", link="https://f.nl"),
        Entry(title="Wet", link=""),
    ]


def test_an_empty_cell_has_no_entries() -> None:
    assert entries(" \n \n") == []
    assert grouping("") == []
