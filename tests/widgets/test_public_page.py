"""The page as the public site shows it: what is shown empty, what is left out, and nothing that runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.standard import VERSIONS, standard
from algreg_lib.widgets.public_page import EMPTY, field_markup, public_page

FIELDS = standard("1.0")


def test_an_empty_field_is_named_as_empty_only_where_the_site_does_so() -> None:
    page = public_page({}, version="1.0")
    shown = [f.key for f in FIELDS.fields if f'id="openbaar-{f.key}"' in page]
    assert shown == [f.key for f in FIELDS.fields if f.show_always]
    assert page.count(EMPTY) == len(shown) + 1  # and the heading, for lack of a name


@pytest.mark.parametrize("text", ["", "  ", "<p> </p>", "<br>"])
def test_tags_without_text_are_empty(text: str) -> None:
    assert EMPTY in field_markup(FIELDS["goal"], text)
    assert field_markup(FIELDS["lawful_basis"], text) == ""


def test_a_long_text_keeps_the_tags_of_the_register_and_loses_others() -> None:
    text = (
        '<p class="x">Eén<br>twee</p><ul><li><b>vet</b></li></ul><script>alert(1)</script><a href="https://x">link</a>'
    )
    assert field_markup(FIELDS["goal"], text) == "<p>Eén<br>twee</p><ul><li>vet</li></ul>link"
    assert field_markup(FIELDS["name"], "<b>Naam</b>& zo") == "Naam &amp; zo"


def test_a_grouping_is_a_list_of_links() -> None:
    cell = (
        'Wet A | https://wetten.example/a?b="c"&d\nBeleid\nKwaad | javascript:alert(1)\n<img src=x> | https://x.example'
    )
    assert field_markup(FIELDS["lawful_basis_grouping"], cell) == (
        '<ul><li>Wet A https://wetten.example/a?b=&quot;c&quot;&amp;d</li>'
        "<li>Beleid</li><li>Kwaad javascript:alert(1)</li>"
        '<li><a href="https://x.example" target="_blank" rel="noopener noreferrer">&lt;img src=x&gt;</a></li></ul>'
    )  # fmt: skip


def test_several_choices_stand_behind_each_other_and_addresses_are_links() -> None:
    assert field_markup(FIELDS["category"], "Wonen\nRecht") == "Wonen, Recht"
    assert field_markup(FIELDS["contact_email"], "a@b.example") == '<a href="mailto:a@b.example">a@b.example</a>'
    assert field_markup(FIELDS["contact_email"], "javascript:alert(1)") == "javascript:alert(1)"
    assert 'href="https://b.example"' in field_markup(FIELDS["website"], "https://b.example")


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_has_a_page_without_what_stays_inside(version: str) -> None:
    keys = [*standard(version).keys, "owner", "Eigen kolom"]
    page = public_page({key: f"tekst van {key}." for key in keys}, version=version)
    assert "tekst van goal." in page
    assert "tekst van owner." not in page
    assert "Eigen kolom" not in page


@given(text=st.text(alphabet="<>\"'&/= \n|:javscriptonesg", max_size=60), key=st.sampled_from(FIELDS.keys))
def test_no_text_makes_markup_of_its_own(text: str, key: str) -> None:
    from html.parser import HTMLParser

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag in {"p", "div", "br", "ul", "ol", "li", "a", "span"}
            assert {name for name, _ in attrs} <= {"href", "target", "rel", "class"}
            assert all((value or "").startswith(("http", "mailto:")) for name, value in attrs if name == "href")

    Reader().feed(field_markup(FIELDS[key], text))
