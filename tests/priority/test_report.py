"""rangorde.csv and rangorde.xlsx: complete, safe to open, and the same for the same input."""

import openpyxl
import pandas as pd
import pytest
from typer.testing import CliRunner

from algreg_lib.inventory import write_inventory
from algreg_lib.priority import Ranking, rank, tipping_sentence, write_ranking
from algreg_lib.workspace import Priority
from tests.priority.inventories import inventory_of

ROWS = {
    "r1": {"name": '=HYPERLINK("http://example.org")', "score_impact": "5", "score_urgency": "4"},
    "r2": {"name": "Tweede", "score_impact": "4", "score_urgency": "hoog"},
    "r3": {"name": None, "score_impact": "1", "score_urgency": "1"},
    "=r4": {"name": "x" * 40_000, "score_impact": "1", "score_urgency": "1"},
}


@pytest.fixture(scope="module")
def ranking() -> Ranking:
    return rank(inventory_of(ROWS), settings=Priority(draws=200, top=2))


def test_the_same_ranking_gives_the_same_bytes(ranking, tmp_path):
    first, again = write_ranking(ranking, tmp_path / "een"), write_ranking(ranking, tmp_path / "twee")

    assert [path.name for path in first] == ["rangorde.csv", "rangorde.xlsx"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]


def test_the_csv_holds_every_column_of_every_registration(ranking, tmp_path):
    csv, _ = write_ranking(ranking, tmp_path)
    table = pd.read_csv(csv, encoding="utf-8-sig")

    assert list(table.columns) == ["registration_id", *ranking.table.columns]
    assert table["rank"].tolist() == ranking.table["rank"].tolist()
    assert table.loc[0, "score"] == ranking.table["score"].iloc[0]


def test_no_text_starts_a_formula(ranking, tmp_path):
    csv, workbook = write_ranking(ranking, tmp_path)
    texts = pd.read_csv(csv, encoding="utf-8-sig", dtype="str", keep_default_na=False)
    cells = [cell for sheet in openpyxl.load_workbook(workbook) for row in sheet for cell in row]

    assert not texts.map(lambda text: text[:1] in "=+@" and text != "").to_numpy().any()
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]


def test_the_workbook_opens_on_the_order_and_explains_itself(ranking, tmp_path):
    _, workbook = write_ranking(ranking, tmp_path)
    book = openpyxl.load_workbook(workbook)
    sheets = ["Rangorde", "Eerst scoren", "Punten", "Hoe zeker", "Gewichten", "Uitleg", "Bevindingen", "Vervolg"]

    assert book.sheetnames == sheets
    first = [cell.value for cell in book["Rangorde"][2]]
    assert first[0] == 1
    assert first[2] == ROWS["r1"]["name"]
    assert str(first[7]).startswith("Plaats 1 met score")
    assert [cell.value for cell in book["Rangorde"]["B"]][3:] == ["gedeeld", "gedeeld"]
    assert book["Bevindingen"]["C2"].value == "hoog"
    assert [cell.value for cell in book["Punten"][1]][3:6] == ["Impact op de burger", "Telt voor", "Herkomst"]


def test_an_empty_ranking_is_written_too(tmp_path):
    paths = write_ranking(rank(inventory_of({}), settings=Priority(draws=100)), tmp_path)

    assert all(path.stat().st_size for path in paths)


def test_a_tipping_weight_is_told_in_words(ranking):
    sentences = [tipping_sentence(t, {k: k for k in ROWS}, 2) for t in ranking.tipping.to_dict("records")]

    assert all(sentence.startswith(("Lager", "Hoger")) for sentence in sentences)


def test_the_command_ranks_the_inventory_of_the_workspace(tmp_path):
    from algreg_lib.cli import app

    write_inventory(
        inventory_of({key: row for key, row in ROWS.items() if len(row["name"] or "") < 100}), tmp_path / "i.xlsx"
    )
    (tmp_path / "algreg.toml").write_text('[files]\ninventory = "i.xlsx"\n[priority]\ndraws = 100\n', encoding="utf-8")

    done = CliRunner().invoke(app, ["rank", "-w", str(tmp_path), "-o", str(tmp_path / "uit")])

    assert done.exit_code == 0, done.output
    assert "3 algoritmes op volgorde" in done.output
    assert {path.name for path in (tmp_path / "uit").iterdir()} == {"rangorde.csv", "rangorde.xlsx"}
