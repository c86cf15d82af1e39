"""Every workbook of ours opens in Excel without a repair message, and the check that says so sees what Excel sees."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from algreg_lib.inventory import (
    Inventory,
    import_files,
    open_workbook,
    read_inventory,
    save_registration,
    write_inventory,
    write_template,
)
from algreg_lib.privacy import default_lists, no_decisions, privacy_findings, write_decisions
from algreg_lib.standard import VERSIONS, standard
from tests.excel import repairs

Parts = dict[str, bytes]

_SHEET = "xl/worksheets/sheet1.xml"
_BOOK = "xl/workbook.xml"
_TEXTS = "xl/sharedStrings.xml"
_TYPES = "[Content_Types].xml"


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    path = tmp_path_factory.mktemp("sjabloon") / "sjabloon.xlsx"
    write_template(path)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(path: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _with(part: str, pattern: bytes, new: bytes) -> Callable[[Parts], Parts]:
    def changed(parts: Parts) -> Parts:
        content = re.sub(pattern, new, parts[part], count=1, flags=re.DOTALL)
        assert content != parts[part]
        return parts | {part: content}

    return changed


def _validations_first(parts: Parts) -> Parts:
    rules = re.search(rb"<dataValidations.*</dataValidations>", parts[_SHEET], re.DOTALL)
    assert rules is not None
    rest = parts[_SHEET].replace(rules[0], b"")
    return parts | {_SHEET: rest.replace(b"<sheetData", rules[0] + b"<sheetData", 1)}


_BROKEN: dict[str, tuple[Callable[[Parts], Parts], str]] = {
    "order": (_validations_first, "out of order"),
    "message": (_with(_SHEET, rb'prompt="[^"]*"', b'prompt="' + b"a" * 256 + b'"'), "a message of 256"),
    "title": (_with(_SHEET, rb'promptTitle="[^"]*"', b'promptTitle="' + b"a" * 33 + b'"'), "message of 33"),
    "long check": (_with(_SHEET, rb">400</formula1>", b">" + b"1+" * 130 + b"1</formula1>"), "a formula of 261"),
    "list name": (_with(_SHEET, rb">keuze_status</formula1>", b">keuze_statussen</formula1>"), "points nowhere"),
    "marking": (_with(_SHEET, rb'dxfId="\d+"', b'dxfId="99"'), "format 99"),
    "cells of a rule": (_with(_SHEET, rb' sqref="C4:C1003"', b' sqref="C0:C1003"'), "no cells"),
    "no texts": (lambda parts: {n: c for n, c in parts.items() if n != _TEXTS}, "is not there"),
    "format": (_with(_SHEET, rb'<c r="A3" s="\d+"', b'<c r="A3" s="999"'), "a format that is not there"),
    "text": (_with(_SHEET, rb'(<c r="A3"[^>]*><v>)\d+', rb"\g<1>999999"), "text 999999"),
    "row order": (_with(_SHEET, rb'<row r="1"', b'<row r="9"'), "stands behind row 9"),
    "cell order": (_with(_SHEET, rb'<c r="A3"', b'<c r="Z3"'), "stands wrong"),
    "long name": (_with(_BOOK, rb'name="Registraties"', b'name="' + b"a" * 32 + b'"'), "cannot be called"),
    "odd name": (_with(_BOOK, rb'name="Interviews"', b'name="a/b"'), "cannot be called"),
    "same name": (_with(_BOOK, rb'name="Interviews"', b'name="registraties"'), "one name"),
    "defined name": (_with(_BOOK, rb'name="keuze_lang"', b'name="A1"'), "cannot be a defined name"),
    "no type": (_with(_TYPES, rb'<Override PartName="/xl/styles.xml"[^>]*/>', b""), "no content type"),
    "formula": (_with(_SHEET, rb"<f>[^<]*</f>", b"<f>IF((A4</f>"), "do not close"),
    "function": (_with(_SHEET, rb"<f>[^<]*</f>", b"<f>ALS(A4,1)</f>"), "no function of Excel"),
    "marking formula": (_with(_SHEET, rb"<formula>[^<]*</formula>", b"<formula>A4 B5 C6&gt;</formula>"), "no formula"),
    "long text": (_with(_TEXTS, rb"<si><t>", b"<si><t>" + b"a" * 32_768), "where 32767 fit"),
    "sign": (_with(_TEXTS, rb"<si><t>", b"<si><t>&#1;"), "invalid character"),
    "filter": (_with(_SHEET, rb'<autoFilter ref="A3', b'<autoFilter ref="A0'), "no cells"),
    "kind of check": (_with(_SHEET, rb'type="textLength"', b'type="tekst"'), "no validation: tekst"),
    "count": (_with(_SHEET, rb'<dataValidations count="\d+"', b'<dataValidations count="1"'), "1 validations said"),
    "two checks": (_with(_SHEET, rb'(<dataValidation [^>]*sqref=")D4:', rb"\g<1>C4:"), "two validations for one cell"),
}


@pytest.mark.parametrize(("broken", "says"), _BROKEN.values(), ids=_BROKEN)
def test_what_excel_repairs_is_seen(broken: Callable[[Parts], Parts], says: str, parts: Parts, tmp_path: Path) -> None:
    found = repairs(_packed(tmp_path / "kapot.xlsx", broken(parts)))
    assert any(says in what for what in found), found


def test_a_part_that_is_packed_twice_is_seen(parts: Parts, tmp_path: Path) -> None:
    path = _packed(tmp_path / "kapot.xlsx", parts)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(_TEXTS, parts[_TEXTS])
    assert repairs(path) == [f"{_TEXTS.lower()} is packed twice"]


@pytest.mark.parametrize("version", VERSIONS)
def test_the_template_of_every_version_opens_without_repair(version: str, tmp_path: Path) -> None:
    write_template(tmp_path / "sjabloon.xlsx", version=version)
    assert repairs(tmp_path / "sjabloon.xlsx") == []


_HOSTILE = [
    "=1+1",
    "a" * 32_768,
    "😀" * 20_000,
    "regel\r\nregel\x0b",
    "\x01\ud800_x0041_",
    "<b> & \"zo\" 'dus'",
    "\ufffe",
    " spatie ",
]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """An inventory with texts and column names that are hard to write."""
    index = pd.Index([f"LV-{row}" for row in range(len(_HOSTILE))], name="registration_id", dtype="str")
    keys = [*standard().keys, "remarks", "score_draagvlak", "=kolom", "k" * 300, "Naam", "a[]b"]
    frame = pd.DataFrame(dict.fromkeys(keys, _HOSTILE), index=index, dtype="str")
    write_inventory(Inventory(registrations=frame), tmp_path / "inventaris.xlsx")
    return tmp_path / "inventaris.xlsx"


def test_an_inventory_with_hostile_texts_opens_without_repair(hostile: Path) -> None:
    assert repairs(hostile) == []


def test_a_workbook_in_which_a_row_was_saved_opens_without_repair(hostile: Path) -> None:
    texts = {"goal": "=1 <b>&\"'", "score_impact": "3", "remarks": "", "risks": "\x01 _x0041_"}
    save_registration(open_workbook(hostile), "LV-0", texts, by="Bo", on=date(2026, 11, 21))
    assert repairs(hostile) == []


def test_the_conversion_report_opens_without_repair(hostile: Path, tmp_path: Path) -> None:
    written = import_files([hostile], tmp_path / "uit" / "inventaris.xlsx").written
    assert {path.name: repairs(path) for path in written if path.suffix == ".xlsx"} == {
        "inventaris.xlsx": [],
        "conversieverslag.xlsx": [],
    }


def test_the_decisions_on_privacy_open_without_repair(hostile: Path, tmp_path: Path) -> None:
    inventory = read_inventory(hostile)
    findings = privacy_findings(inventory, lists=default_lists())
    write_decisions(tmp_path / "besluiten.xlsx", findings, no_decisions())
    assert repairs(tmp_path / "besluiten.xlsx") == []
