"""The three shapes hold the same content, in the way that each of their readers expects it."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.formulas import (
    has_formula_inside,
    is_formula_like,
    neutralised,
    neutralised_in_line,
    restored,
    restored_from_line,
)
from algreg_lib.inventory import grouping
from algreg_lib.publication import PUBLIC_COLUMNS
from algreg_lib.publication.shapes import PORTAL_KEYS, api_json, portal_csv, portal_text, readable
from algreg_lib.publication.workbook import write_public_workbook
from algreg_lib.standard import standard

ROW = {
    "goal": "Wachttijd korter.\nEerlijk.",
    "category": "Verkeer\nZorg en gezondheid",
    "lawful_basis_grouping": "Wegenverkeerswet | https://wetten.example/w\nAwb | https://wetten.example/a",
    "impacttoetsen_grouping": "DPIA",
    "risks": "=HYPERLINK(1)",
    "provider": 'Bureau "Zon", Wind & Co',
    "lars": "27965463",
}


def _csv(published: pd.DataFrame) -> list[dict[str, str]]:
    text = portal_csv(published).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _sheet(copy, tmp_path: Path, name: str) -> list[dict[str, str]]:
    write_public_workbook(copy, tmp_path / "kopie.xlsx")
    header, *rows = openpyxl.load_workbook(tmp_path / "kopie.xlsx")[name].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_the_keys_are_those_of_the_standard():
    assert set(PORTAL_KEYS) == set(standard().keys)


def test_csv_is_written_as_the_portal_does(copy_of):
    raw = portal_csv(copy_of(ROW).published)
    assert raw.startswith(b'\xef\xbb\xbf"name","organization","description_short","category",')
    assert b"\r" not in raw
    assert raw.count(b"\n") == 2
    header = raw.decode("utf-8-sig").split("\n")[0].replace('"', "").split(",")
    assert header == [{"lars": "algorithm_id"}.get(key, key) for key in PUBLIC_COLUMNS]
    assert b',"",' in raw


def test_csv_holds_lists_and_groupings_as_the_portal_does(copy_of):
    (row,) = _csv(copy_of(ROW).published)
    assert row["category"] == "Verkeer, Zorg en gezondheid"
    assert (
        row["lawful_basis_grouping"]
        == "1: Wegenverkeerswet, https://wetten.example/w. 2: Awb, https://wetten.example/a"
    )
    assert row["impacttoetsen_grouping"] == "1: DPIA"
    assert row["goal"] == "Wachttijd korter. Eerlijk."
    assert row["algorithm_id"] == "27965463"


def test_json_is_what_the_delivery_api_takes(copy_of):
    (body,) = json.loads(api_json(copy_of(ROW).published))
    assert set(standard().keys) < set(body)
    assert all(body[field.key] for field in standard().required)
    assert body["category"] == ["Verkeer", "Zorg en gezondheid"]
    assert body["lawful_basis_grouping"][1] == {"title": "Awb", "link": "https://wetten.example/a"}
    assert body["impacttoetsen_grouping"] == [{"title": "DPIA", "link": ""}]
    assert body["goal"] == "Wachttijd korter.\nEerlijk."
    assert body["standard_version"] == "1.0"
    assert body["website"] is None


@pytest.mark.corpus
def test_the_body_passes_the_schema_of_the_delivery_api(copy_of, corpus):
    import jsonschema

    api = json.loads((corpus / "api-shape" / "aanleverapi-v1_0-openapi.json").read_text(encoding="utf-8"))
    schemas = api["components"]["schemas"]
    name = next(key for key in schemas if key.endswith("AlgorithmIn"))
    (body,) = json.loads(api_json(copy_of(ROW).published))
    shapes = {key: dict(value.get("properties", {})) for key, value in schemas.items()}
    known = {key: value for key, value in body.items() if key in shapes[name] and value is not None}
    assert known.keys() >= {"name", "category", "lawful_basis_grouping", "impacttoetsen_grouping", "goal", "status"}
    assert shapes[name].keys() <= body.keys()
    for key, value in known.items():
        part = {k: v for k, v in shapes[name][key].items() if k != "type" or v not in {"enum", "array", "object"}}
        jsonschema.validate(value, {**part, "components": api["components"]}, cls=jsonschema.Draft202012Validator)


def test_the_three_hold_the_same_content(copy_of, tmp_path):
    copy = copy_of(ROW, {"name": "Tweede", "goal": "- eerst dit\n- dan dat", "tags": "@x"}, {"publish": "Nee"})
    in_csv, in_json = _csv(copy.published), json.loads(api_json(copy.published))
    in_book = _sheet(copy, tmp_path, "Algoritmes")
    assert [len(in_csv), len(in_json), len(in_book)] == [2, 2, 2]
    for flat, body, row in zip(in_csv, in_json, in_book, strict=True):
        for field in standard().fields:
            cell = restored(row[field.title] or "")
            value, line = body[field.key], restored(flat[field.export_key or field.key])
            if field.kind == "choices":
                assert cell.split("\n") == (value or [""]) == line.split(", ")
            elif field.kind == "grouping":
                assert grouping(cell) == (value or [])
                assert all(part in line for entry in value or () for part in entry.values())
            else:
                assert cell == (value or "")
                assert line == cell.replace("\n", " ")


def test_the_workbook_is_accessible(copy_of, tmp_path):
    copy = copy_of(ROW)
    write_public_workbook(copy, tmp_path / "kopie.xlsx")
    book = openpyxl.load_workbook(tmp_path / "kopie.xlsx")
    assert book.sheetnames == ["Toelichting", "Algoritmes", "Velden"]
    assert book.properties.title == "Algoritmeregister Gemeente Lindervoort"
    assert book.properties.language == "nl-NL"
    assert not any(page.merged_cells.ranges for page in book)
    assert all(page.freeze_panes for page in book)
    for page in book:
        titles = [cell.value for cell in page[1]]
        assert all(titles)
        assert len(set(titles)) == len(titles)


def test_each_column_is_explained_to_its_reader(copy_of, tmp_path):
    rows = _sheet(copy_of(ROW), tmp_path, "Velden")
    assert len(rows) == len(PUBLIC_COLUMNS)
    for row in rows:
        assert row["Betekenis"].endswith(".")
        assert " uw " not in row["Betekenis"]  # the reader is not who filled it in
    assert len({row["Betekenis"] for row in rows}) == len(rows)


def test_the_cover_says_what_it_is_and_invents_no_date(copy_of, tmp_path):
    cover = {row["Onderwerp"]: row["Toelichting"] for row in _sheet(copy_of(ROW), tmp_path, "Toelichting")}
    assert cover["Licentie"] == "CC0 1.0 (https://creativecommons.org/publicdomain/zero/1.0/deed.nl)"
    assert cover["Standaard"].endswith("versie 1.0")
    assert cover["Contact"] == "algoritmes@lindervoort.example"
    assert cover["Aantal algoritmes"] == "1"
    assert "Datum van de gegevens" not in cover


def test_the_newest_agreement_dates_the_copy(copy_of, tmp_path):
    people = tuple(
        {"registration_id": "reg-1", "agreed": "Ja", "agreed_on": day}
        for day in ("2025-10-01", "2025-11-20", "eind mei")
    )
    cover = {r["Onderwerp"]: r["Toelichting"] for r in _sheet(copy_of(ROW, interviews=people), tmp_path, "Toelichting")}
    assert cover["Datum van de gegevens"] == "20 november 2025"


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 6", "-", "- opsomming", "@x", "\t=1", "\r=1", " =1", "\u200b=1", "＝1", "'=1", "\n@x", "''-"]
)
def test_text_that_a_spreadsheet_could_run_is_made_harmless_and_comes_back(text):
    assert is_formula_like(text)
    assert neutralised(text) == f"'{text}"
    assert restored(neutralised(text)) == text


@pytest.mark.parametrize("text", ["", "gewoon", "1-2", "a=b", "'aanhaling'", "‘krul’", "<b>"])
def test_other_text_is_left_alone(text):
    assert neutralised(text) == restored(text) == text


def test_what_was_never_made_harmless_comes_back_as_it_is():
    assert restored("=1+1") == "=1+1"


@given(st.text(alphabet="'=+-@ \t\r\na＝\u200b", max_size=8))
def test_nothing_is_lost_by_making_text_harmless(text):
    assert restored(neutralised(text)) == text
    assert not neutralised(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>Een.</p><p>Twee &amp; drie.</p>", "Een.\nTwee & drie."),
        ("<ul><li>a</li><li>b</li></ul>na", "• a\n• b\nna"),
        ("regel<br>regel", "regel\nregel"),
        ("a < b &amp; <https://x.example> </a>", "a < b &amp; <https://x.example> </a>"),
        ("<pre>x</pre>", "<pre>x</pre>"),
    ],
)
def test_people_see_text_without_the_tags_of_the_register(text, shown):
    assert readable(text) == shown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Zie a;=HYPERLINK(1);b", "Zie a;'=HYPERLINK(1);b"),
        ("wacht; - daarna", "wacht;' - daarna"),
        ("x\t@y", "x\t'@y"),
        ("=1;=2", "'=1;'=2"),
        ("een; twee (a-b); drie", "een; twee (a-b); drie"),
    ],
)
def test_a_line_that_is_split_at_another_sign_holds_no_formula(text, written):
    """A Dutch spreadsheet splits at `;`, also inside the quotes of a file that has commas."""
    assert portal_text("goal", text) == written
    assert restored_from_line(written) == text
    parts = next(csv.reader([f'"x","{written}","y"'.replace("\t", ";")], delimiter=";"))
    assert not any(is_formula_like(part) and not part.startswith("'") for part in parts)


@given(st.text(alphabet=";\t'=-@ ab", max_size=20))
def test_what_was_put_in_a_line_can_always_be_taken_out(text):
    assert restored_from_line(neutralised_in_line(text)) == text
    assert (neutralised_in_line(text) == text) == (not is_formula_like(text) and not has_formula_inside(text))
