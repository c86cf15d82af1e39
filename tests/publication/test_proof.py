"""The three files hold the same content, whatever the texts: read back by other means, and by the copy itself."""

import csv
import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from algreg_lib.errors import OutputError
from algreg_lib.formulas import restored, restored_from_line
from algreg_lib.inventory import entries, grouping
from algreg_lib.publication import Copy, proof, write, write_copy
from algreg_lib.publication.shapes import readable
from algreg_lib.standard import Field, standard

LIMIT = 32_767
#: What people and other programs leave in a cell.
PIECES = [
    "=1+1", "+31 6", "-", "@x", "'", '"', ",", ";", "|", "\n", "\r\n", "\r", "\t", " ", "\u00a0", "\u200b", "＝", "<p>",
    "</p>", "<br>", "<li>", "<b>", "&amp;", "&", "<", "é", "e\u0301", "😀", "👩‍🚒", "العربية", "_x0041_", "_x000D_",
    "NA",
    "nan", "0012", "1,5", "TRUE", "http://x.example/?a=1&b=2", "Een zin. ", "woord", "\x00", "\x0b", "\x7f", "\ufffe",
    "\u2028",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=20)
WRITTEN = [field for field in standard().fields if field.key not in {"standard_version", "lars", "publication_dt"}]


def _value(field: Field) -> st.SearchStrategy[str]:
    if field.kind in {"choice", "choices"} and field.key in {"status", "publication_category"}:
        return st.sampled_from(["", *field.choices[:2]])
    return TEXTS


ROWS = st.lists(
    st.fixed_dictionaries({}, optional={field.key: _value(field) for field in WRITTEN}), min_size=1, max_size=3
)


def _book(path: Path) -> list[dict[str, str]]:
    header, *rows = openpyxl.load_workbook(path)["Algoritmes"].iter_rows(values_only=True)
    return [{str(title): _plain(cell or "") for title, cell in zip(header, row, strict=True)} for row in rows]


def _plain(text: str) -> str:
    """openpyxl leaves Excel's way of writing control signs as it is."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


@settings(
    deadline=None,
    max_examples=40,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # making it smaller takes minutes: each try writes a workbook
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(ROWS)
def test_the_three_files_hold_the_same_whatever_the_texts(copy_of, rows) -> None:
    copy = copy_of(*rows, require_complete=False)
    assert len(copy.published) == len(rows)
    with TemporaryDirectory() as folder:
        write._write_files(copy, Path(folder))
        proof.prove(copy, Path(folder))
        path = Path(folder) / copy.name
        cells, bodies = _book(path.with_suffix(".xlsx")), json.loads(path.with_suffix(".json").read_bytes())
        with path.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file))
    originals = copy.published.fillna("").to_dict("records")
    assert len(bodies) == len(lines) == len(cells) == len(rows)
    for original, body, line, cell in zip(originals, bodies, lines, cells, strict=True):
        for field in standard().fields:
            text, shown = original[field.key], restored(cell[field.title])
            flat = restored_from_line(line[field.export_key or field.key])
            if field.kind == "choices":
                assert (body[field.key] or []) == entries(text)
                assert flat == re.sub(r"\r\n?", " ", ", ".join(entries(text)))
            elif field.kind == "grouping":
                assert (body[field.key] or []) == grouping(text)
            else:
                assert (body[field.key] or "") == text
            meant = _plain(readable(text) if field.html else text)
            # A text that has `_x000D_` in it as letters is a line end to this reader, and that looks like a formula.
            assert shown in {meant, restored(meant)}
            assert not cell[field.title].startswith(("=", "+", "-", "@"))
            assert "\n" not in flat


@pytest.mark.parametrize("sign", ["x", "=", "😀", "<p>", "\n", "&"])
def test_the_longest_text_that_a_cell_holds_is_in_all_three(copy_of, tmp_path: Path, sign: str) -> None:
    units = len(sign.encode("utf-16-le")) // 2
    copy = copy_of({"goal": sign * ((LIMIT - 1) // units)})
    write._write_files(copy, tmp_path)
    proof.prove(copy, tmp_path)


@pytest.mark.parametrize(
    "text",
    ["x" * LIMIT, "😀" * (LIMIT // 2) + "x", "\ud83d", "a_x005F_x0041_b"],
    ids=["long", "wide", "half a sign", "codes of Excel"],
)
def test_a_text_that_no_cell_holds_stays_out_of_all_three(copy_of, text) -> None:
    copy = copy_of({"goal": text}, {})
    assert list(copy.published.index) == ["reg-2"]
    assert list(copy.withheld["rule"]) == ["past-niet"]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json"])
@pytest.mark.parametrize(
    "rows",
    [
        [{"goal": "Kortere wachttijd."}, {}],
        [{"goal": "Wachttijd korter. "}, {}],
        [{"goal": "Wachttijd korter."}],
        [{"goal": "Wachttijd korter."}, {}, {}],
    ],
    ids=["a word", "a space", "a row too few", "a row too many"],
)
def test_a_file_that_holds_something_else_is_not_put_in_place(copy_of, workspace, monkeypatch, suffix, rows) -> None:
    right, wrong = copy_of({"goal": "Wachttijd korter."}, {}), copy_of(*rows, require_complete=False)
    write_copy(right, workspace)
    before = {path.name: path.read_bytes() for path in workspace.publication.iterdir()}
    original = write._write_files

    def other_file(copy: Copy, folder: Path) -> None:
        original(copy, folder)
        if len(copy.published):
            with TemporaryDirectory() as elsewhere:
                original(wrong, Path(elsewhere))
                (folder / f"{copy.name}{suffix}").write_bytes((Path(elsewhere) / f"{copy.name}{suffix}").read_bytes())

    monkeypatch.setattr(write, "_write_files", other_file)
    with pytest.raises(OutputError, match=f"{suffix}: wat op de schijf staat, is niet wat er moest staan"):
        write_copy(right, workspace)
    assert {path.name: path.read_bytes() for path in workspace.publication.iterdir()} == before


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json"])
def test_a_file_that_is_cut_off_is_not_put_in_place(copy_of, tmp_path: Path, suffix: str) -> None:
    copy = copy_of({"goal": "Wachttijd korter."})
    write._write_files(copy, tmp_path)
    proof.prove(copy, tmp_path)
    path = tmp_path / f"{copy.name}{suffix}"
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(OutputError, match="wat op de schijf staat"):
        proof.prove(copy, tmp_path)
