"""`algreg import` against a bare read and a bare write of the same cells, each in a process of its own."""

import random
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from algreg_lib.standard import standard
from benchmarks.measuring import Measured, process, python, row

#: Against openpyxl up to this size; beyond it openpyxl takes minutes, and calamine is the honest baseline.
_OPENPYXL_UP_TO = 1_530
_TARGETS = {("openpyxl", 1_530): 1.5, ("calamine", 100_000): 2.0}
_OWN_COLUMNS = 14

_WRITE = """
import xlsxwriter
book = xlsxwriter.Workbook({target!r}, {{"strings_to_formulas": False, "strings_to_urls": False}})
page = book.add_worksheet()
for number, row in enumerate(rows):
    for column, value in enumerate(row):
        if value is not None and value != "":
            page.write(number, column, value)
book.close()
"""
_READ = {
    "openpyxl": "import openpyxl\nrows = openpyxl.load_workbook({source!r}).active.values\n",
    "calamine": "from python_calamine import CalamineWorkbook\n"
    "rows = CalamineWorkbook.from_path({source!r}).get_sheet_by_index(0).to_python()\n",
}
#: Middle and long length in characters of the filled texts, by field; the lengths of the national register of 2026.
_LENGTHS = {
    "description_short": (150, 390),
    "goal": (550, 1_400),
    "proportionality": (270, 1_250),
    "lawful_basis": (130, 580),
    "human_intervention": (190, 760),
    "risks": (280, 1_000),
    "source_data": (200, 2_000),
    "methods_and_models": (140, 1_800),
    "impacttoetsen": (80, 400),
}
_WORDS = (
    "het de een van voor met door algoritme gemeente aanvraag controleert medewerker beoordeelt gegevens risico burger "
    "besluit voorspelt drukte parkeren vergunning kentekens meldingen herkent beelden signaleert wijk straat onderzoek "
    "wekelijks handmatig privacy grondslag artikel belasting uitkering toezicht kwaliteit leverancier model regels"
).split()


def measure(sizes: Sequence[int]) -> list[dict[str, object]]:
    """Two rows for small sizes (openpyxl and calamine as the bare reader), one for large ones."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            source = folder / f"lijst-{size}.xlsx"
            make_workbook(source, size)
            turns = 3 if size <= _OPENPYXL_UP_TO else 1
            imported = _imported(source, folder / f"uit-{size}", turns)
            for reader in ("openpyxl", "calamine") if size <= _OPENPYXL_UP_TO else ("calamine",):
                code = _READ[reader].format(source=str(source)) + _WRITE.format(target=str(folder / "kaal.xlsx"))
                bare = python(code, turns=turns)
                rows.append(row(f"algreg import ({reader})", size, imported, bare, _target(reader, size)))
    return rows


def _target(reader: str, size: int) -> float | None:
    """1.5 times openpyxl at 1,530 and 2 times calamine at 100,000; the other pairs are for information."""
    return _TARGETS.get((reader, size))


def _imported(source: Path, folder: Path, turns: int) -> Measured:
    command = str(Path(sys.executable).with_name("algreg"))
    # Each turn has a target of its own: onto an inventory that exists an import is an update, which costs more.
    targets = [folder / str(turn) / "inventaris.xlsx" for turn in range(turns)]
    results = [process([command, "import", str(source), "-o", str(target)], turns=1) for target in targets]
    return Measured(statistics.median(r.seconds for r in results), max(r.peak_mb for r in results))


def make_workbook(path: Path, size: int) -> None:
    """A list with Dutch titles, one registration per row, 45 columns, invented texts of realistic length and dirt."""
    from xlsxwriter import Workbook

    fields = [field for field in standard().fields if not field.set_by_register]
    own = [f"Eigen kolom {number}" for number in range(1, _OWN_COLUMNS + 3)]
    with Workbook(str(path), {"strings_to_urls": False, "strings_to_formulas": False}) as book:
        page = book.add_worksheet("Algoritmes")
        for column, title in enumerate([*(field.title for field in fields), *own]):
            page.write_string(0, column, title)
        for number, values in enumerate(_registrations([field.key for field in fields], size), start=1):
            for column, value in enumerate(values):
                if value:
                    page.write_string(number, column, value)


def _registrations(keys: Sequence[str], size: int) -> Iterator[list[str]]:
    chance = random.Random(1)
    pool = [_sentence(chance) for _ in range(4_000)]
    fixed = {
        "status": ("In gebruik", "In gebruik", "in gebruik", "In ontwikkeling", "Buiten gebruik", "Actief"),
        "publication_category": ("Impactvolle algoritmes", "Overige algoritmes", "Hoog-risico AI-systeem"),
        "lang": ("nld", "NLD", "Nederlands"),
        "standard_version": ("1.0", "1.0.0"),
        "category": ("Verkeer", "Wonen\nWerk", "Sociale zekerheid"),
        "begin_date": ("2023-04", "2021-11", ""),
        "end_date": ("", "", "2024-01"),
    }
    for number in range(size):
        known = {
            "name": f"{pool[number % 997][:40]} {number}",
            "organization": f"Gemeente {pool[number % 331][:14]}",
            "source_id": f"ALG-{number:06}",
        }
        yield [
            known.get(key) or (chance.choice(fixed[key]) if key in fixed else _text(key, chance, pool)) for key in keys
        ] + [chance.choice(pool)[:60] if chance.random() < 0.5 else "" for _ in range(_OWN_COLUMNS + 2)]


def _text(key: str, chance: random.Random, pool: Sequence[str]) -> str:
    if chance.random() < 0.25:
        return ""
    middle, long = _LENGTHS.get(key, (30, 60))
    length = long if chance.random() < 0.1 else chance.randint(middle // 2, middle + middle // 2)
    text = " ".join(chance.choice(pool) for _ in range(length // 90 + 1))[:length]
    # Some four in a hundred texts in real lists have a space too many, and one in a hundred a no-break space.
    dirt = chance.random()
    return f"{text} " if dirt < 0.04 else text.replace(" ", "\u00a0", 1) if dirt < 0.05 else text


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(8, 18))]
    return f"{' '.join(words).capitalize()}."
