"""Canaries: every internal column, hidden place and masked stretch of a workspace has its own song; none gets out."""

import base64
import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName

from algreg_lib.inventory import Inventory, read_inventory, write_inventory
from algreg_lib.privacy import Redaction, asked, decide, default_lists, no_decisions, privacy_findings, redacted
from algreg_lib.publication import publication_copy, write_copy
from algreg_lib.publication.inspection.decoded import texts
from algreg_lib.standard import standard, working_fields
from algreg_lib.workspace import Workspace

SONG = "kanarie"


class _Songs:
    """Gives a new song at each call, and remembers how many."""

    count = 0

    def __call__(self, where: str) -> str:
        self.count += 1
        return f"{SONG}{self.count:03d} {where}"


def _inventory(song: _Songs, complete: dict[str, str]) -> Inventory:
    working = [f for f in working_fields() if f.sheet != "Interviews" and f.key != "registration_id"]
    internal = {f.key: song(f.key) for f in working if f.kind == "text" and f.key != "withhold_ground"}
    internal["Eigen kolom"] = song("eigen kolom")
    withheld = {f.key: song(f.key) for f in standard().fields if f.kind in {"text", "grouping"}} | {"publish": "Nee"}
    rows = [
        complete | internal | {"goal": "Vraag het kanarie.zanger@lindervoort.example of bel ons."},
        complete | withheld | {"withhold_ground": song("grond")},
        complete | {"risks": song("veld"), "withhold_ground": f"Risicobeheer: {song('grond van veld')}"},
    ]
    table = pd.DataFrame(rows, index=[f"{SONG}-id-{n}" for n in range(len(rows))], dtype="str")
    people = {f.key: song(f.key) for f in working_fields() if f.sheet == "Interviews"}
    interviews = pd.DataFrame([people | {"registration_id": table.index[0]}], dtype="str")
    return Inventory(registrations=table.rename_axis("registration_id"), interviews=interviews)


def _hide(path: Path, song: _Songs) -> None:
    """Puts songs in every place of a workbook that a reader does not look at."""
    book = openpyxl.load_workbook(path)
    page = book["Registraties"]
    for state in ("hidden", "veryHidden"):
        sheet = book.create_sheet(song(state)[:20])
        sheet.sheet_state = state
        sheet["A1"] = song(state)
    page["B4"].comment = Comment(song("opmerking"), song("auteur"))
    page["AZ2"] = song("verborgen kolom")
    page.column_dimensions["AZ"].hidden = True
    page["A900"] = None
    page.oddHeader.center.text = song("koptekst")
    book.defined_names["Naam"] = DefinedName("Naam", attr_text=f'"{song("naam")}"')
    for name in ("creator", "lastModifiedBy", "description", "keywords", "subject", "category", "title"):
        setattr(book.properties, name, song(name))
    book.custom_doc_props.append(StringProperty(name="Dossier", value=song("eigenschap")))
    book.save(path)


def _decided(read: Inventory) -> Redaction:
    findings = privacy_findings(read, lists=default_lists())
    log = asked(findings, no_decisions())
    for key, text in zip(findings["key"], findings["text"], strict=True):
        choice = "maskeren" if SONG in text.casefold() else "behouden"
        log = decide(log, key, choice, by="A. Nalist", on=date(2025, 11, 20))
    return redacted(read, findings, log)


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
    path = tmp_path / "inventaris.xlsx"
    write_inventory(_inventory(song, complete), path)
    _hide(path, song)
    read = read_inventory(path)
    privacy = _decided(read)
    assert len(privacy.masked) == 1
    assert song.count > 60
    empty = pd.DataFrame(index=read.registrations.index)
    copy = publication_copy(read, settings=settings(), completeness=empty, privacy=privacy)
    assert len(copy.published) == 2
    workspace = Workspace(tmp_path, settings())
    write_copy(copy, workspace)

    out = _everything(workspace.publication)
    assert "vraag het [e-mailadres] of bel ons." in out
    assert SONG not in out
    assert SONG not in _second_opinion(workspace.publication)
    assert SONG in _everything(workspace.internal)  # the account names the registrations, so the search does find them


def _second_opinion(folder: Path) -> str:
    """The plainest second opinion: every part as two kinds of text, and what is base64 in it."""
    raw = [path.read_bytes() for path in folder.iterdir()]
    for path in folder.glob("*.xlsx"):
        with zipfile.ZipFile(path) as archive:
            raw += [archive.read(name) for name in archive.namelist()]
    runs = [run + b"=" * (-len(run) % 4) for data in raw for run in re.findall(rb"[A-Za-z0-9+/]{16,}", data)]
    raw += [base64.b64decode(run) for run in runs if len(run.rstrip(b"=")) % 4 != 1]
    return "".join(data.decode(kind, "ignore") for data in raw for kind in ("latin-1", "utf-16-le")).casefold()
