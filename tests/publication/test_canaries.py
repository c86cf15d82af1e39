"""Canaries: every internal column, hidden place and masked stretch of a workspace has its own song; none gets out."""

import base64
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from algreg_lib.inventory import Inventory, read_inventory, write_inventory
from algreg_lib.privacy import (
    Redaction,
    asked,
    decide,
    default_lists,
    no_decisions,
    privacy_findings,
    read_decisions,
    redacted,
    write_decisions,
)
from algreg_lib.publication import LeakError, publication_copy, write, write_copy
from algreg_lib.publication.inspection.decoded import texts
from algreg_lib.standard import standard, working_fields
from algreg_lib.workspace import Workspace

SONG = "kanarie"


class _Songs:
    """Gives a new song at each call, and remembers for where."""

    def __init__(self) -> None:
        self.places: list[str] = []

    def __call__(self, where: str) -> str:
        self.places.append(where)
        return f"{SONG}{len(self.places):03d} {where}"


#: What the release rules read; these have a song in a row of their own.
_STEERING = {"publish", "withhold_ground"}


def _inventory(song: _Songs, complete: dict[str, str]) -> Inventory:
    """Every declared field that is not public has a song, also a new one; every public field where it is withheld."""
    of_rows = [f.key for f in working_fields() if f.sheet != "Interviews" and f.key != "registration_id"]
    internal = {key: song(key) for key in of_rows if key not in _STEERING} | {"Eigen kolom": song("eigen kolom")}
    withheld = {f.key: song(f.key) for f in standard().fields}
    rows = [
        complete | internal | {"goal": "Vraag het kanarie.zanger@lindervoort.example of bel ons."},
        complete | withheld | {"publish": "Nee", "withhold_ground": song("withhold_ground")},
        complete | {"risks": song("veld"), "withhold_ground": f"Risicobeheer: {song('grond van veld')}"},
        complete | {"name": song("naam"), "publish": song("publish")},
    ]
    table = pd.DataFrame(rows, index=[f"{SONG}-id-{n}" for n in range(len(rows))], dtype="str")
    people = {f.key: song(f.key) for f in working_fields() if f.sheet == "Interviews"}
    interviews = pd.DataFrame([people | {"registration_id": table.index[0]}], dtype="str")
    return Inventory(registrations=table.rename_axis("registration_id"), interviews=interviews)


def _hide(path: Path, song: _Songs) -> None:
    """Puts songs in every place of a workbook that a reader does not look at."""
    book = openpyxl.load_workbook(path)
    page = book["Registraties"]
    for state in ("visible", "hidden", "veryHidden"):
        sheet = book.create_sheet(song(state)[:20])
        sheet.sheet_state = state
        sheet["A1"] = song(state)
    page["B4"].comment = Comment(song("opmerking"), song("auteur"))
    page["AZ2"] = song("verborgen kolom")
    page.column_dimensions["AZ"].hidden = True
    page["AY900"] = song("verborgen rij")
    page.row_dimensions[900].hidden = True
    page["AX3"] = f'=CONCATENATE("{song("formule")}", A1)'
    page["AW3"] = song("wit op wit")
    page["AW3"].font = Font(color="FFFFFF")
    page["AV3"].number_format = f'"{song("opmaak")[:20]}"'
    page["AV3"].hyperlink = f"https://lindervoort.example/{song('koppeling').replace(' ', '-')}"
    page.add_data_validation(DataValidation("list", formula1=f'"{song("keuzelijst")}"', sqref="AU3"))
    rule = CellIsRule(operator="equal", formula=[f'"{song("voorwaarde")}"'])
    page.conditional_formatting.add("AU3", rule)
    page.oddHeader.center.text, page.oddFooter.left.text = song("koptekst"), song("voettekst")
    book.defined_names["Naam"] = DefinedName("Naam", attr_text=f'"{song("naam")}"')
    for name in ("creator", "lastModifiedBy", "description", "keywords", "subject", "category", "title"):
        setattr(book.properties, name, song(name))
    book.custom_doc_props.append(StringProperty(name="Dossier", value=song("eigenschap")))
    book.save(path)


def _decided(read: Inventory, path: Path, song: _Songs) -> Redaction:
    findings = privacy_findings(read, lists=default_lists())
    log = asked(findings, no_decisions())
    for key, text in zip(findings["key"], findings["text"], strict=True):
        choice = "maskeren" if SONG in text.casefold() else "behouden"
        log = decide(log, key, choice, by=song("wie"), on=date(2025, 11, 20), remark=song("opmerking bij besluit"))
    write_decisions(path, findings, log)
    return redacted(read, findings, read_decisions(path))


def _everything(folder: Path) -> str:
    """All bytes in the folder, unpacked and decoded, and all names."""
    found = []
    for path in sorted(folder.rglob("*")):
        found.append(path.name)
        found += texts(path.read_bytes())
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                found += [text for name in archive.namelist() for text in (name, *texts(archive.read(name)))]
    return "\n".join(found).casefold()


def test_no_canary_gets_out(tmp_path, settings, inventory):
    song = _Songs()
    complete = inventory({}).registrations.iloc[0].to_dict()
    folder = tmp_path / song("werkmap")
    path = folder / f"{song('bestand')}.xlsx"
    folder.mkdir()
    write_inventory(_inventory(song, complete), path)
    _hide(path, song)
    read = read_inventory(path)
    privacy = _decided(read, folder / "besluiten.xlsx", song)
    assert "kanarie.zanger@lindervoort.example" in set(privacy.masked["text"])
    empty = pd.DataFrame(index=read.registrations.index)
    copy = publication_copy(read, settings=settings(), completeness=empty, privacy=privacy)
    assert len(copy.published) == 2
    workspace = Workspace(folder, settings())
    write_copy(copy, workspace)

    assert len(list(workspace.publication.rglob("*"))) == 3
    out = _everything(workspace.publication)
    assert "vraag het [e-mailadres] of bel ons." in out
    assert SONG not in out
    assert SONG not in _second_opinion(workspace.publication)
    assert SONG in _everything(workspace.internal)  # the account names the registrations, so the search does find them


def test_every_field_that_is_declared_has_a_canary(inventory):
    """So a field that is added tomorrow is in the test above."""
    song = _Songs()
    made = _inventory(song, inventory({}).registrations.iloc[0].to_dict())
    declared = {f.key for f in working_fields()} | set(standard().keys)
    sung = {str(c) for table in (made.registrations.reset_index(), made.interviews) for c in table if _sings(table[c])}
    assert declared - sung == set()


def _sings(texts: pd.Series) -> bool:
    return bool(texts.dropna().str.contains(SONG).any())


@pytest.mark.parametrize("key", [f.key for f in working_fields() if f.sheet != "Interviews"] + ["Eigen kolom"])
def test_each_internal_column_that_got_out_would_be_found(tmp_path, settings, inventory, monkeypatch, key):
    """The proof fails closed: a song of any internal column in one of the files stops the copy."""
    made = _inventory(_Songs(), inventory({}).registrations.iloc[0].to_dict())
    table = made.registrations.reset_index()
    (text, *_) = table[key].dropna()[table[key].dropna().str.contains(SONG)]
    copy = publication_copy(made, settings=settings(), completeness=pd.DataFrame(index=made.registrations.index))
    leaking = json.dumps([{"goal": f"Dit is {text}!"}]).encode()
    monkeypatch.setattr(write, "api_json", lambda published: leaking if published.index.name else b"[]")
    monkeypatch.setattr(write, "write_public_workbook", lambda copy, path: path.with_suffix(".csv").touch())
    with pytest.raises(LeakError):
        write_copy(copy, Workspace(tmp_path, settings()))


def _second_opinion(folder: Path) -> str:
    """The plainest second opinion: every part as two kinds of text, and what is base64 in it."""
    raw = [path.read_bytes() for path in folder.iterdir()]
    for path in folder.glob("*.xlsx"):
        with zipfile.ZipFile(path) as archive:
            raw += [archive.read(name) for name in archive.namelist()]
    runs = [run + b"=" * (-len(run) % 4) for data in raw for run in re.findall(rb"[A-Za-z0-9+/]{16,}", data)]
    raw += [base64.b64decode(run) for run in runs if len(run.rstrip(b"=")) % 4 != 1]
    return "".join(data.decode(kind, "ignore") for data in raw for kind in ("latin-1", "utf-16-le")).casefold()
