"""The example workspace: its files follow from the texts, hold the dirt they promise, and nobody in it is real."""

import csv
import importlib.util
import re
import zipfile
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from stdnum.nl import bsn

from algreg_lib.inventory import import_files
from algreg_lib.runs.demo import copied_example
from algreg_lib.standard import standard
from algreg_lib.workspace import open_workspace

HERE = Path(__file__).resolve().parents[2] / "data" / "voorbeeld"
BRON = HERE / "bron"


@pytest.fixture(scope="module")
def maak() -> ModuleType:
    spec = importlib.util.spec_from_file_location("maak", HERE / "maken" / "maak.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(maak: ModuleType) -> dict[str, list[dict[str, object]]]:
    return maak._read("registraties.toml")


@pytest.fixture(scope="module")
def sheet(maak: ModuleType) -> Worksheet:
    return openpyxl.load_workbook(BRON / maak.INVENTORY)["Inventarisatie"]


def test_the_files_are_what_the_texts_make(maak: ModuleType, tmp_path: Path) -> None:
    made = maak.main(tmp_path)
    assert sorted(path.name for path in made) == sorted(path.name for path in BRON.iterdir())
    # Parts and not bytes: another version of zlib may press them differently.
    assert {path.name: _parts(path) for path in made} == {path.name: _parts(path) for path in BRON.iterdir()}


def test_the_copy_of_a_user_holds_no_more_than_its_page_names(tmp_path: Path) -> None:
    copied = copied_example(tmp_path / "werkmap")
    told = set(re.findall(r"^\| `(.+?)` \|", (copied / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    files = {path.relative_to(copied).as_posix() for path in copied.rglob("*") if path.is_file()}
    assert files == told | {"README.md"}


def test_building_twice_gives_the_same_bytes(maak: ModuleType, tmp_path: Path) -> None:
    once, twice = maak.main(tmp_path / "een"), maak.main(tmp_path / "twee")
    assert [path.read_bytes() for path in once] == [path.read_bytes() for path in twice]


def test_it_is_a_workspace_that_opens() -> None:
    settings = open_workspace(HERE).settings
    assert settings.organisation.name == "Gemeente Lindervoort"
    assert [criterion.key for criterion in settings.priority.criteria] == ["impact", "ease", "urgency"]


def test_it_holds_some_forty_algorithms_of_every_category(rows: dict[str, list[dict[str, object]]]) -> None:
    every = [row for table in rows.values() for row in table]
    counts = {name: sum(row.get("publication_category") == name for row in every) for name in _categories()}
    assert 40 <= len(every) <= 46
    assert counts["Hoog-risico AI-systeem"] in {2, 3}
    assert 14 <= counts["Impactvolle algoritmes"] <= 17


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("space at the end", r" $"),
        ("no-break space", "\u00a0"),
        ("zero-width space", "\u200b"),
        ("curly quotes", "[‘’“”]"),
        ("not applicable", r"(?i)^n\.?v\.?t\.?$"),
        ("to follow", r"^volgt$"),
        ("dash only", r"^-$"),
        ("month before year", r"^\d\d-\d{4}$"),
        ("month as a word", r"^jan2023$"),
        ("link without s", r"^http://"),
        ("link without protocol", r"^www\."),
        ("link in angle brackets", r"^<https://.*>$"),
        ("link before title", r"^https://\S+ \| "),
        ("prose instead of a link", r"^[A-Z][^|]+ \| [a-z ,]{10,}$"),
        ("HTML", r"<p>"),
        ("starts as a formula", r"^="),
        ("starts with a plus", r"^\+"),
        ("starts with a dash and text", r"^- \w"),
        ("starts with an at sign", r"^@"),
        ("leading zeros", r"^00\d\d$"),
        ("mail of a person", r"(?i)^[a-z]+\.[a-z]+@lindervoort\.example$"),
        ("mobile number", r"\b06[ -]?\d"),
        ("server of the own network", r"\.local/"),
        ("folder of the own network", r"\\\\lv-"),
        ("case number", r"\bZ20\d\d-\d{6}\b"),
        ("author of a report that is not public", r"niet openbaar; auteur is [A-Z]"),
    ],
)
def test_the_dirt_that_real_files_have_is_in_it(
    what: str, pattern: str, rows: dict[str, list[dict[str, object]]]
) -> None:
    texts = [v for table in rows.values() for row in table for v in row.values() if isinstance(v, str)]
    assert any(re.search(pattern, line) for text in texts for line in (text, *text.split("\n"))), what


def test_excel_hides_merges_calculates_and_remarks_in_it(maak: ModuleType, sheet: Worksheet) -> None:
    book = sheet.parent
    assert [page.title for page in book.worksheets if page.sheet_state == "hidden"] == ["Blad3"]
    assert [n for n, row in sheet.row_dimensions.items() if row.hidden] != []
    assert [n for n, column in sheet.column_dimensions.items() if column.hidden] != []
    assert len(sheet.merged_cells.ranges) == 1 + len(maak.BANDS)
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert sum(cell.comment is not None for cell in cells) == 3
    assert sum(cell.data_type == "f" for cell in cells) == 3
    assert sum(cell.is_date for cell in cells if cell.value is not None) == 2


def test_two_rows_share_an_id_and_two_algorithms_a_name(rows: dict[str, list[dict[str, object]]]) -> None:
    inventory = rows["inventarisatie"]
    ids, names = [row["source_id"] for row in inventory], [row["name"] for row in inventory]
    assert [each for each in dict.fromkeys(ids) if ids.count(each) > 1] == ["0010"]
    assert [each for each in dict.fromkeys(names) if names.count(each) > 1] == ["Anonimiseren van documenten"]


def test_short_descriptions_break_both_limits(rows: dict[str, list[dict[str, object]]]) -> None:
    limit = standard()["description_short"].max_length
    assert max(len(str(row["description_short"])) for row in rows["inventarisatie"]) > (limit or 0)


def test_an_export_as_dutch_excel_saves_it(maak: ModuleType) -> None:
    raw = (BRON / maak.MOBILITY).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(raw.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert len(table) == 6
    assert {len(line) for line in table} == {len(table[0])}


def test_most_algorithms_have_several_people_to_ask(maak: ModuleType, rows: dict[str, list[dict[str, object]]]) -> None:
    interviews = maak._read("interviews.toml")
    known = {row["source_id"] for row in rows["inventarisatie"]}
    assert {each["id"] for each in interviews["interviews"]} <= known
    talks = [talk for each in interviews["interviews"] for talk in each["gesprekken"]]
    assert {talk["wie"] for talk in talks} <= set(interviews["personen"])
    assert sum(len(each["gesprekken"]) > 1 for each in interviews["interviews"]) >= 12
    fields = {key for talk in talks for key in talk.get("velden", "").split()}
    assert fields <= set(standard().keys)


def test_the_invented_citizen_number_has_the_shape_of_a_real_one(rows: dict[str, list[dict[str, object]]]) -> None:
    texts = [v for row in rows["inventarisatie"] for v in row.values() if isinstance(v, str)]
    numbers = [number for text in texts for number in re.findall(r"(?<=bsn )\d{9}\b", text)]
    assert numbers != []
    assert all(bsn.is_valid(number) for number in numbers)


def test_all_addresses_end_in_a_domain_that_nobody_can_own(rows: dict[str, list[dict[str, object]]]) -> None:
    texts = [v for table in rows.values() for row in table for v in row.values() if isinstance(v, str)]
    addresses = [each for text in texts for each in re.findall(r"@([\w.-]+\.\w+)", text)]
    assert addresses != []
    assert {address.rpartition(".")[2] for address in addresses} == {"example"}


def test_the_import_makes_one_inventory_of_it(tmp_path: Path) -> None:
    imported = import_files(sorted(BRON.iterdir()), tmp_path / "inventaris.xlsx").inventory
    assert len(imported) == 44
    assert len(imported.interviews) == 49
    assert set(imported.interviews["registration_id"]) <= set(imported.registrations.index)
    assert {"Besproken in MT", "Kosten per jaar", "Notitie informatiebeheer"} <= set(imported.extra_columns)
    # Nobody's column was mistaken for another one.
    scores = imported.registrations[["score_impact", "score_ease", "score_urgency"]].stack()
    assert set(scores.dropna()) == {"1", "2", "3", "4", "5"}


@pytest.mark.corpus
def test_nothing_of_it_is_in_the_real_registers(corpus: Path, rows: dict[str, list[dict[str, object]]]) -> None:
    real = (corpus / "national-register-2026-08-08.json").read_text(encoding="utf-8")
    tooi = (corpus.parent / "vocab" / "tooi_organisaties.csv").read_text(encoding="utf-8").casefold()
    assert "lindervoort" not in real.casefold() + tooi
    long = [
        sentence
        for table in rows.values()
        for row in table
        for value in row.values()
        if isinstance(value, str)
        for sentence in re.split(r"(?<=[.?!])\s+", value)
        if len(sentence.split()) > 5
    ]
    assert [sentence for sentence in long if sentence in real] == []


def _categories() -> tuple[str, ...]:
    return standard()["publication_category"].choices


def _parts(path: Path) -> dict[str, bytes]:
    if path.suffix != ".xlsx":
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
