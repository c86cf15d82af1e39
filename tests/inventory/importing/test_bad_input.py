"""What cannot be read gives a Dutch sentence, exit code 2, and writes nothing."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from algreg_lib.errors import InputError, OutputError, SettingError
from algreg_lib.inventory import import_files


def _zip(**parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return held.getvalue()


def _workbook(*rows: list[str]) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return held.getvalue()


_GOOD = _workbook(["Naam", "Organisatie", "Doel"], ["A", "X", "Y"])


def _rewritten(*pairs: bytes) -> bytes:
    """A good workbook in whose sheet some bytes are others: each first becomes the second that follows it."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_GOOD)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                for before, after in zip(pairs[::2], pairs[1::2], strict=True):
                    assert before in content
                    content = content.replace(before, after)
            new.writestr(name, content)
    return held.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BAD = {
    "tekst.xlsx": (b"dit is tekst", "geen Excel-bestand"),
    "zip.xlsx": (_zip(brief="tekst"), "wel een zip-bestand"),
    "kapot.xlsx": (b"PK\x03\x04 kapot", "beschadigd"),
    "afgebroken.xlsx": (_GOOD[: len(_GOOD) // 2], "beschadigd"),
    "entiteiten.xlsx": (_zip(**{"xl/workbook.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), "beschadigd"),
    "wachtwoord.xlsx": (_OLE + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
    "oud.xls": (_OLE + b"\0" * 600, "beschadigd"),
    "leeg.xlsx": (_workbook(), "geen gevulde cellen"),
    "leeg.csv": (b"", "leeg"),
    "onbekend.xlsx": (_workbook(["a", "b", "c"], ["1", "2", "3"]), "Op de eerste regel staat: a, b, c"),
    "utf16.csv": ("Naam;Organisatie;Doel\nZoë;X;Y".encode("utf-16-le"), "tekencodering"),
    "dos.csv": ("Naam;Organisatie;Doel\nZoë;X;Y".encode("cp850"), "tekencodering"),
    "brief.docx": (_zip(**{"word/document.xml": "<a/>"}), "een bestand van Word"),
    "lijst.numbers": (_zip(**{"Index/Document.iwa": "x"}), "een bestand van Numbers of Pages"),
    "brief.pdf": (b"%PDF-1.7 \xe2\xe3", "dit is een pdf-bestand"),
    "foto.csv": (b"\x89PNG\r\n\x1a\n", "dit is een plaatje"),
    "pagina.csv": (b"<html><table><tr><td>Naam</td></tr></table>", "dit is een webpagina"),
    "pagina.xls": (b"<html><table><tr><td>Naam</td></tr></table>", "geen Excel-bestand, al heet het wel zo"),
    "ver.xlsx": (_rewritten(b'r="2"', b'r="99999999"', b'r="A2"', b'r="A99999999"'), "rij 99999999"),
    "breed.xlsx": (_rewritten(b'r="C2"', b'r="ZZZZZ2"'), "kolom 12356630"),
    "buiten.xlsx": (_rewritten(b"<v>3</v>", b"<v>99999</v>"), "beschadigd"),
    "kapot.json": (b'[{"name": "A"', "geen geldig JSON"),
    "diep.json": (b"[" * 100_000, "geen geldig JSON"),
    "anders.json": (b'{"a": [1, 2]}', "geen algoritmes"),
    "~$lijst.xlsx": (b"slot", "hulpbestand van Excel"),
}


_ODD = {
    "maat.xlsx": _rewritten(b'ref="A1:C2"', b'ref="A1:XFD1048576"'),
    "entiteit.xlsx": _rewritten(b"?>\n<work", b'?>\n<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><work'),
    "puntkomma.csv": b"Naam;Organisatie;Doel\nA;X;Y",
    "tab.txt": "Naam\tOrganisatie\tDoel\r\nA\tX\tY\r\n".encode("utf-16"),
    "oude-mac.csv": b"Naam,Organisatie,Doel\rA,X,Y\r",
    "aanhaling.csv": b'"Naam","Organisatie","Doel"\n"A","X","Y"\n',
    "lang.csv": b"Naam,Organisatie,Doel,Lang\nA,X,Y," + b"z" * 300_000,
    "macro.xlsm": _GOOD,
}


@pytest.mark.parametrize(("name", "content"), _ODD.items(), ids=_ODD)
def test_odd_input_that_holds_a_table_is_read(name, content, tmp_path):
    (tmp_path / name).write_bytes(content)
    frame = import_files([tmp_path / name], tmp_path / "uit" / "inventaris.xlsx").inventory.registrations
    assert frame[["name", "organization", "goal"]].to_numpy().tolist() == [["A", "X", "Y"]]


def test_a_quote_that_never_closes_does_not_swallow_the_lines_below_it(tmp_path):
    (tmp_path / "lijst.csv").write_bytes(b'Naam,Organisatie,Doel\n"A,X,Y\nB,X,24 inch\n')
    imported = import_files([tmp_path / "lijst.csv"], tmp_path / "inventaris.xlsx")
    frame = imported.inventory.registrations
    assert frame[["name", "goal"]].to_numpy().tolist() == [['"A', "Y"], ["B", "24 inch"]]
    assert imported.report.remarks["remark"].str.contains("aanhalingsteken geopend en niet gesloten").tolist() == [True]


def test_of_two_values_under_one_key_in_json_both_are_kept(tmp_path):
    (tmp_path / "dubbel.json").write_text('[{"name": "A", "organization": "X", "goal": "Y", "goal": "Z"}]', "utf-8")
    frame = import_files([tmp_path / "dubbel.json"], tmp_path / "inventaris.xlsx").inventory.registrations
    assert frame[["goal", "goal (2)"]].to_numpy().tolist() == [["Y", "Z"]]


def test_a_second_key_of_a_field_takes_the_name_of_no_other_key(tmp_path):
    text = '[{"name": "A", "organization": "X", "Goal (2)": "eigen", "goal": "Y", "Goal": "Z"}]'
    (tmp_path / "dubbel.json").write_text(text, "utf-8")
    frame = import_files([tmp_path / "dubbel.json"], tmp_path / "inventaris.xlsx").inventory.registrations
    assert frame[["goal", "Goal (2)", "Goal (3)"]].to_numpy().tolist() == [["Y", "eigen", "Z"]]


@pytest.mark.parametrize(("name", "content", "says"), [(n, *v) for n, v in _BAD.items()], ids=_BAD)
def test_unreadable_input_is_an_input_error_that_says_what_to_do(name, content, says, tmp_path):
    source = tmp_path / "bron" / name
    source.parent.mkdir()
    source.write_bytes(content)
    with pytest.raises(InputError, match=says) as raised:
        import_files([source], tmp_path / "inventaris.xlsx")
    assert raised.value.exit_code == 2
    assert raised.value.advice.endswith(".")
    assert [path.name for path in tmp_path.iterdir()] == ["bron"]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    source = tmp_path / "bom.xlsx"
    with (
        zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/sharedStrings.xml", "w") as part,
    ):
        for _ in range(220):
            part.write(b" " * (1 << 20))
    with pytest.raises(InputError, match="onwaarschijnlijk groot"):
        import_files([source], tmp_path / "uit.xlsx")


def test_a_lone_value_far_outside_the_table_is_named_instead_of_filling_the_memory(tmp_path):
    source = tmp_path / "ver.xlsx"
    with xlsxwriter.Workbook(source) as book:
        page = book.add_worksheet("Lijst")
        page.write_row(0, 0, ["Naam", "Organisatie", "Doel"])
        page.write_string(1_048_575, 16_383, "verdwaald")
    with pytest.raises(InputError, match="losse waarde ver buiten de tabel"):
        import_files([source], tmp_path / "uit.xlsx")


@pytest.mark.parametrize("name", ["bestaat-niet.xlsx", "bestaat-niet.csv", "bestaat-niet.json", "."])
def test_a_file_that_is_not_there_or_is_a_folder_is_an_input_error(name, tmp_path):
    with pytest.raises(InputError):
        import_files([tmp_path / name], tmp_path / "uit.xlsx")


def test_a_folder_names_the_files_that_could_be_meant(tmp_path, monkeypatch):
    for name in ["lijst.xlsx", "lijst.csv", "~$lijst.xlsx", "brief.docx"]:
        (tmp_path / name).write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as raised:
        import_files([Path()], tmp_path / "uit.xlsx")
    assert raised.value.problem == ".: dit is een map, geen bestand."
    assert raised.value.advice.endswith("In deze map staan: lijst.csv, lijst.xlsx.")
    (tmp_path / "leeg").mkdir()
    with pytest.raises(InputError, match="staat geen Excel-, CSV- of JSON-bestand"):
        import_files([tmp_path / "leeg"], tmp_path / "uit.xlsx")


def test_something_else_at_the_target_is_never_written_over(tmp_path):
    source, target = tmp_path / "lijst.xlsx", tmp_path / "begroting.xlsx"
    source.write_bytes(_GOOD)
    target.write_bytes(_workbook(["Kosten", "Baten"], ["1", "2"]))
    before = target.read_bytes()
    with pytest.raises(InputError, match="geen inventaris van algreg"):
        import_files([source], target)
    assert target.read_bytes() == before


@pytest.mark.parametrize("lock", ["~$inventaris.xlsx", ".~lock.inventaris.xlsx#"])
def test_a_target_that_is_open_elsewhere_is_left_alone(tmp_path, lock):
    source = tmp_path / "lijst.xlsx"
    source.write_bytes(_GOOD)
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(OutputError, match="staat open in Excel"):
        import_files([source], tmp_path / "inventaris.xlsx")
    assert not (tmp_path / "inventaris.xlsx").exists()


def test_a_target_that_is_no_workbook_is_refused(tmp_path):
    source = tmp_path / "lijst.xlsx"
    source.write_bytes(_GOOD)
    with pytest.raises(OutputError, match="eindigt op"):
        import_files([source], tmp_path / "inventaris.csv")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[kolommen]\nBudget = 'gaol'\n", "Bedoelt u 'goal'"),
        ("[kolomen]\n", "verwacht alleen"),
        ("x = ", "geen geldige TOML"),
    ],
)
def test_a_mistake_in_the_mapping_is_a_setting_error_with_the_nearest_name(text, says, tmp_path):
    source, mapping = tmp_path / "lijst.xlsx", tmp_path / "kolommen.toml"
    source.write_bytes(_GOOD)
    mapping.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=says):
        import_files([source], tmp_path / "uit.xlsx", mapping=mapping)


def test_the_command_ends_with_2_and_one_sentence_and_no_traceback(tmp_path):
    source = tmp_path / "tekst.xlsx"
    source.write_bytes(b"dit is tekst")
    done = subprocess.run(
        [sys.executable, "-m", "algreg_lib", "import", str(source), "-o", str(tmp_path / "uit.xlsx")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).resolve().parents[3],
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Fout: tekst.xlsx: dit is geen Excel-bestand")
    assert "Traceback" not in done.stderr
