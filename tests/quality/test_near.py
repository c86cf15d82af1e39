"""What a wrong value was probably meant to be: only said when it is certain enough, and never the value itself."""

import pytest

from algreg_lib.quality.near import near_miss, year_month


@pytest.mark.parametrize(
    ("rule", "field", "value", "meant"),
    [
        ("keuze", "status", "in gebruik", "In gebruik"),
        ("keuze", "status", " in_gebruik ", "In gebruik"),
        ("keuze", "status", "Actief", "In gebruik"),
        ("keuze", "status", "Buitn gebruik", "Buiten gebruik"),
        ("keuze", "category", "verkeer;Werk", "Verkeer, Werk"),
        ("keuze", "category", '{"Werk"}\nverker', "Werk, Verkeer"),
        ("keuze", "category", "verkeer\n \nWerk;", "Verkeer, Werk"),
        ("keuze", "category", "Financiën", "Overheidsfinanciën"),
        ("keuze", "lang", "NLD", "nld"),
        ("datum", "begin_date", "jan2023", "2023-01"),
        ("link", "website", "www.a.nl", "https://www.a.nl"),
        ("link", "website", "http://a.nl/b", "https://a.nl/b"),
        ("link", "website", "HTTP://www.a.nl", "https://www.a.nl"),
        ("link", "website", "zie (https://a.nl/b).", "https://a.nl/b"),
        ("contact", "contact_email", "Mail naar info@a.nl.", "info@a.nl"),
        ("contact", "contact_email", "team.data+x@sub.a.nl of www.a.nl", "team.data+x@sub.a.nl"),
        ("contact", "contact_email", "www.a.nl/contact", "https://www.a.nl/contact"),
    ],
)
def test_what_was_probably_meant_is_asked(rule, field, value, meant):
    assert near_miss(rule, field, value) == f"Bedoelt u '{meant}'?"


@pytest.mark.parametrize(
    ("rule", "field", "value"),
    [
        ("keuze", "status", "misschien"),
        ("keuze", "status", ""),
        ("keuze", "category", "Verkeer\nonzin"),
        ("keuze", "category", "Verkeer"),
        ("keuze", "onbekend", "In gebruik"),
        ("datum", "begin_date", "2023-01"),
        ("datum", "begin_date", "vorig jaar"),
        ("link", "website", "https://a.nl"),
        ("link", "website", "https://a.nl en https://b.nl"),
        ("link", "website", "a.nl"),
        ("contact", "contact_email", "info@a.nl en hulp@a.nl, zie https://a.nl"),
        ("contact", "contact_email", "14 010"),
        ("te-lang", "name", "in gebruik"),
    ],
)
def test_where_nothing_or_more_than_one_thing_is_near_nothing_is_asked(rule, field, value):
    assert near_miss(rule, field, value) == ""


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2023-1", "2023-01"),
        ("2023/12", "2023-12"),
        ("2023.06.30", "2023-06"),
        ("2023-06-30 00:00:00", "2023-06"),
        ("2023-06-30T12:30", "2023-06"),
        ("3-2022", "2022-03"),
        ("15.03.2022", "2022-03"),
        ("15 03 2022", "2022-03"),
        ("Maart 2022", "2022-03"),
        ("1 mrt. 2022", "2022-03"),
        ("okt-2022", "2022-10"),
        ("oct 2022", "2022-10"),
        ("may 2022", "2022-05"),
        ("mar 2022", "2022-03"),
        ("december2022", "2022-12"),
        ("1-1900", "1900-01"),
        ("12-2099", "2099-12"),
    ],
)
def test_a_month_and_a_year_are_understood_however_they_are_written(text, month):
    assert year_month(text) == month


def test_every_month_has_its_dutch_name():
    names = "januari februari maart april mei juni juli augustus september oktober november december".split()
    assert [year_month(f"{name} 2022") for name in names] == [f"2022-{number:02}" for number in range(1, 13)]


@pytest.mark.parametrize(
    "text", ["2023-13", "2023-0", "13-2022", "0-2022", "1-1899", "1-2100", "2022", "3-22", "xyz 2022", "q1 2022", ""]
)
def test_what_is_no_certain_month_is_not_guessed(text):
    assert year_month(text) == ""
