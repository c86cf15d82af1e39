"""Writing the copy: the same bytes from the same input, replaced as a whole, nothing lost when it cannot be done."""

import errno
import json
import os
import subprocess
import sys
import zipfile
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from typer.testing import CliRunner

from algreg_lib import files
from algreg_lib.cli import app
from algreg_lib.errors import AlgregError, BusyError, OutputError
from algreg_lib.files import sha256
from algreg_lib.inventory import Inventory, write_inventory
from algreg_lib.publication import LeakError, data_moment, exchange, publication_copy, recover, write, write_copy
from algreg_lib.workspace import Settings, Workspace, open_workspace

NAMES = [f"algoritmeregister-gemeente-lindervoort{suffix}" for suffix in (".csv", ".json", ".xlsx")]
ROW = {"owner": "E. Igenaar", "goal": "Wachttijd korter."}


@pytest.fixture(params=["swap", "move aside"])
def way(request, monkeypatch):
    """Both ways to replace a folder: in one step, and as on Windows."""
    if request.param == "move aside":
        monkeypatch.setattr(exchange, "swapped", lambda one, other: False)
    return request.param


@pytest.fixture
def light(monkeypatch):
    """Writes bytes that differ by content in place of workbooks, so that a write can be repeated many times."""
    monkeypatch.setattr(write, "write_public_workbook", lambda copy, path: path.write_text(str(copy), encoding="utf-8"))
    monkeypatch.setattr(write, "write_accounts", lambda copy, *a, path, **n: path.write_text(str(copy), "utf-8"))
    monkeypatch.setattr(write, "prove", lambda copy, folder: None)
    monkeypatch.setattr(write, "_secrets", lambda copy, folder: [])
    monkeypatch.setattr(write, "_inspected", lambda folder, secrets, stopped: None)


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_copy_and_the_account_are_written_where_they_belong(copy_of, workspace):
    written = write_copy(copy_of(ROW), workspace)
    assert sorted(path.name for path in workspace.publication.iterdir()) == NAMES
    assert written[-1] == workspace.internal / "verantwoording.xlsx"
    assert all(path.exists() for path in written)
    assert sorted(path.name for path in workspace.folder.iterdir()) == ["intern", "publicatie"]


def test_the_account_says_for_every_field_what_happened(copy_of, workspace):
    write_copy(copy_of(ROW, {"publish": "Nee", "withhold_ground": "Woo 5.1.2.d"}), workspace)
    book = openpyxl.load_workbook(workspace.internal / "verantwoording.xlsx")
    header, *rows = book["Registraties"].iter_rows(values_only=True)
    assert header == ("Registratie-ID", "Naam", "Uitkomst", "Waarom", "Grond (Woo)", "Regel")
    assert [row[2] for row in rows] == ["gepubliceerd", "niet gepubliceerd"]
    assert rows[1][4] == "Woo artikel 5.1 lid 2 onder d: inspectie, controle en toezicht"
    short = dict(book["Samenvatting"].iter_rows(min_row=2, values_only=True))
    assert (short["Gepubliceerd"], short["Niet gepubliceerd"]) == ("1", "1")
    assert short["  waarom: de organisatie kiest ervoor dit niet te publiceren"] == "1"
    assert short["Velden gepubliceerd (van de gepubliceerde algoritmes)"] == "9"
    assert book["Velden"].max_row == 1 + 2 * 31 + 3
    assert [row[1] for row in book["Controle"].iter_rows(min_row=2, values_only=True)] == ["Goed"] * 3


def test_the_same_copy_gives_the_same_bytes(copy_of, tmp_path, settings):
    first, second = (Workspace(tmp_path / name, settings()) for name in ("een", "twee"))
    for workspace in (first, second):
        workspace.folder.mkdir()
        write_copy(copy_of(ROW, {"goal": "=1"}), workspace)
    assert _content(first.publication) == _content(second.publication)
    assert sha256(first.internal / "verantwoording.xlsx") == sha256(second.internal / "verantwoording.xlsx")


#: Another day, for whatever is imported after it; pandas comes first, as its compiled parts know only the real one.
_ANOTHER_DAY = """
import datetime, time
import pandas
SHIFT = 400 * 86_400 + 12_345
real = {name: getattr(time, name) for name in ("time", "time_ns", "localtime", "gmtime", "strftime")}
time.time = lambda: real["time"]() + SHIFT
time.time_ns = lambda: real["time_ns"]() + SHIFT * 10**9
time.localtime = lambda seconds=None: real["localtime"](time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: real["gmtime"](time.time() if seconds is None else seconds)
time.strftime = lambda shape, moment=None: real["strftime"](shape, time.localtime() if moment is None else moment)
class Day(datetime.date):
    __slots__ = ()
    @classmethod
    def today(cls): return cls.fromtimestamp(time.time())
class Moment(datetime.datetime):
    __slots__ = ()
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls): return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)
    @classmethod
    def today(cls): return cls.now()
datetime.date, datetime.datetime = Day, Moment
"""
_WRITE = """
import os, sys, datetime, getpass, time
if sys.argv[3]:
    exec(sys.argv[3])
os.umask(int(sys.argv[2], 8))
from algreg_lib.publication import publication_copy, data_moment, write_copy
from algreg_lib.inventory import read_inventory
from algreg_lib.workspace import open_workspace
print(datetime.datetime.now().date(), time.strftime("%Z"), getpass.getuser(), os.getcwd(), hash("x"))
here = open_workspace(__import__("pathlib").Path(sys.argv[1]))
read = read_inventory(here.inventory)
moment = data_moment(here.inventory)
copy = publication_copy(read, settings=here.settings, completeness=read.registrations.iloc[:, :0], moment=moment)
write_copy(copy, here)
"""


def _machine(
    tmp_path: Path, name: str, source: Path, umask: str, epoch: str, **environment: str
) -> tuple[Workspace, str]:
    """What a machine makes of the same workspace, and what it says about itself."""
    folder = tmp_path / name / "werkmap"
    folder.mkdir(parents=True)
    for path in source.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    where = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "USERNAME": environment["LOGNAME"]}
    command = [sys.executable, "-c", _WRITE, str(folder), umask, "" if name == "hier" else _ANOTHER_DAY]
    done = subprocess.run(
        command, env=where | environment, cwd=folder.parent, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return Workspace(folder, Settings()), done.stdout


@pytest.mark.parametrize("epoch", ["", "1700000000"])
def test_another_day_and_another_machine_give_the_same_bytes(tmp_path, inventory, epoch):
    """Another clock, time zone, language, order of sets, user, folder and umask."""
    source = tmp_path / "bron"
    source.mkdir()
    people = ({"registration_id": "reg-1", "interviewee": "P", "agreed": "Ja", "agreed_on": "2025-11-20"},)
    rows = (ROW | {"name": "Één"}, {"goal": "=y", "tags": "a\nb"}, {"publish": "Nee"})
    write_inventory(inventory(*rows, interviews=people), source / "inventaris.xlsx")
    here, said = _machine(
        tmp_path, "hier", source, "022", epoch, TZ="UTC", LC_ALL="C.UTF-8", PYTHONHASHSEED="1", LOGNAME="an"
    )
    there, other = _machine(
        tmp_path, "ergens heel anders met een lange naam", source, "077", epoch,
        TZ="Asia/Tokyo", LC_ALL="nl_NL.UTF-8", LANG="nl_NL.UTF-8", PYTHONHASHSEED="2", LOGNAME="bo",
    )  # fmt: skip
    # They are different machines indeed.
    assert not set(said.split()) & set(other.split())
    assert _content(here.publication) == _content(there.publication)
    assert sorted(_content(here.publication)) == NAMES
    account = "verantwoording.xlsx"
    assert (here.internal / account).read_bytes() == (there.internal / account).read_bytes()
    cover = openpyxl.load_workbook(next(here.publication.glob("*.xlsx")))["Toelichting"]
    told = "14 november 2023" if epoch else "20 november 2025"
    assert told in [row[1] for row in cover.iter_rows(values_only=True)]


def test_the_moment_comes_from_the_input_and_never_from_the_clock(tmp_path):
    book = openpyxl.Workbook()
    book.save(tmp_path / "inventaris.xlsx")
    assert data_moment(tmp_path / "inventaris.xlsx", {}) is not None
    assert data_moment(tmp_path / "inventaris.xlsx", {"SOURCE_DATE_EPOCH": "1700000000"}) == date(2023, 11, 14)
    (tmp_path / "lijst.csv").write_text("name\n", encoding="utf-8")
    assert data_moment(tmp_path / "lijst.csv", {}) is None
    with pytest.raises(AlgregError, match="SOURCE_DATE_EPOCH"):
        data_moment(tmp_path / "lijst.csv", {"SOURCE_DATE_EPOCH": "gisteren"})


def test_a_new_copy_replaces_the_old_one_as_a_whole(copy_of, workspace, settings, way):
    write_copy(copy_of(ROW), workspace)
    (workspace.publication / "leesmij.txt").write_text("van ons", encoding="utf-8")
    renamed = replace(copy_of({"name": "Nieuw"}), organisation="Gemeente Nieuw")
    write_copy(renamed, workspace)
    expected = ["algoritmeregister-gemeente-nieuw" + suffix for suffix in (".csv", ".json", ".xlsx")]
    assert sorted(path.name for path in workspace.publication.iterdir()) == [*expected, "leesmij.txt"]
    assert sorted(path.name for path in workspace.folder.iterdir()) == ["intern", "publicatie"]


def test_every_file_is_on_the_disk_before_the_copy_is_put_in_place(copy_of, workspace, light, monkeypatch):
    """So that a power cut after the swap finds them whole."""
    kept, put = [], write.put_in_place
    monkeypatch.setattr(write.os, "fsync", kept.append)
    monkeypatch.setattr(write, "put_in_place", lambda *a, **n: (kept.append("swap"), put(*a, **n)))
    write_copy(copy_of(ROW), workspace)
    assert len(kept) == 4
    assert kept[-1] == "swap"


def test_an_empty_copy_may_be_written(copy_of, workspace):
    write_copy(copy_of({"publish": "Nee"}), workspace)
    assert json.loads((workspace.publication / NAMES[1]).read_bytes()) == []


def test_a_leak_stops_the_copy_and_leaves_the_old_one(copy_of, workspace, monkeypatch):
    write_copy(copy_of(ROW), workspace)
    before = _content(workspace.publication)
    monkeypatch.setattr(
        write, "api_json", lambda published: b'{"x": "door E. Igenaar"}' if published.index.name else b"[]"
    )
    with pytest.raises(LeakError) as told:
        write_copy(copy_of(ROW), workspace)
    assert told.value.exit_code == 1
    assert list(told.value.findings["value"]) == ["E. Igenaar"]
    assert "E. Igenaar" not in str(told.value)
    assert _content(workspace.publication) == before
    assert sorted(path.name for path in workspace.folder.iterdir()) == ["intern", "publicatie"]
    stopped = openpyxl.load_workbook(workspace.internal / write.STOPPED_NAME).active
    assert [cell.value for cell in stopped["D"]] == ["Tekst", "E. Igenaar"]
    monkeypatch.undo()
    write_copy(copy_of(ROW), workspace)
    assert not (workspace.internal / write.STOPPED_NAME).exists()


def test_an_internal_word_that_the_file_format_uses_too_is_no_leak(copy_of, workspace):
    write_copy(copy_of({"owner": "Calibri", "remarks": "Toelichting", "department": "Contact"}), workspace)


@pytest.mark.parametrize("word", ["null", "link", "title", "preserve", "Velden", "customHeight"])
def test_an_internal_word_that_only_a_filled_file_uses_is_no_leak_either(copy_of, workspace, word):
    row = {"remarks": word, "lawful_basis_grouping": "Wet | https://x.example/", "goal": " Wachttijd"}
    write_copy(copy_of(row, {}), workspace)


@pytest.mark.parametrize("word", ["Licentie", "Velden", "algoritmes@lindervoort.example", "Gemeente Lindervoort"])
def test_a_masked_word_that_every_copy_holds_stops_nobody(inventory, settings, decided, workspace, word):
    """A name may be a word of the cover, and settings are public by choice. That no field holds it was read back."""
    built = inventory({"goal": "Vraag het [naam].", "contact_email": "x@y.example", "organization": "Iets anders"})
    masked = [{"registration_id": "reg-1", "field": "goal", "kind": "name", "text": word}]
    privacy = decided(built.registrations, masked=pd.DataFrame(masked, dtype="str"))
    copy = publication_copy(built, settings=settings(), completeness=built.registrations.iloc[:, :0], privacy=privacy)
    assert len(copy.published) == 1
    assert copy.masked == (word,)
    write_copy(copy, workspace)
    assert word not in json.loads((workspace.publication / NAMES[1]).read_text(encoding="utf-8"))[0]["goal"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("uitleg.txt", b"gemaakt door E. Igenaar"),
        ("uitleg.txt", "gemaakt door E. Igenaar".encode("utf-16")),
        ("uitleg van E. Igenaar.txt", b"x"),
        ("van E. Igenaar/uitleg.pdf", b"x"),
        ("van E. Igenaar/algoritmeregister.csv", b'"naam"\n'),
        ("zonder einde", b"E. Igenaar"),
    ],
)
def test_a_file_of_any_kind_that_others_put_there_is_searched_too(copy_of, workspace, name, content):
    path = workspace.publication / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(LeakError) as told:
        write_copy(copy_of(ROW), workspace)
    assert list(told.value.findings[["file", "value"]].iloc[0]) == [name.replace("/", os.sep), "E. Igenaar"]
    path.write_bytes(b"van ons")
    if "Igenaar" not in name:
        write_copy(copy_of(ROW), workspace)


def test_an_old_report_that_holds_what_is_secret_now_stops_the_copy(copy_of, workspace):
    workspace.publication.mkdir()
    (workspace.publication / "verslag.html").write_text("<p>E. Igenaar</p>", encoding="utf-8")
    with pytest.raises(LeakError, match=r"verslag\.html"):
        write_copy(copy_of(ROW), workspace)


@pytest.mark.parametrize(
    "name", ["publicatie/~$algoritmeregister.xlsx", "publicatie/.~lock.x.csv#", "intern/~$verantwoording.xlsx"]
)
def test_a_workbook_that_is_open_stops_the_copy(copy_of, workspace, name):
    write_copy(copy_of(ROW), workspace)
    before = _content(workspace.publication)
    (workspace.folder / name).write_bytes(b"")
    with pytest.raises(OutputError, match="staat open"):
        write_copy(copy_of({"name": "Nieuw"}), workspace)
    (workspace.folder / name).unlink()
    assert _content(workspace.publication) == before


@pytest.mark.parametrize("name", ["ter-goedkeuring.xlsx", "ter-akkoord.xlsx", "verantwoording.xlsx"])
def test_each_workbook_for_inside_stops_the_copy_when_it_is_open_and_another_does_not(copy_of, workspace, light, name):
    workspace.internal.mkdir()
    (workspace.internal / "~$notulen.xlsx").touch()
    write_copy(copy_of(ROW), workspace)
    (workspace.internal / f".~lock.{name}#").touch()
    with pytest.raises(OutputError, match="staat open"):
        write_copy(copy_of(ROW), workspace)


def test_what_others_put_there_stays_also_in_folders_and_under_names_like_ours(copy_of, workspace, light):
    for name in ("leesmij.txt", "archief/algoritmeregister-gemeente-lindervoort.csv", "algoritmeregister-x.csv.txt"):
        (workspace.publication / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace.publication / name).write_text(f"van ons: {name}", encoding="utf-8")
    for old in ("algoritmeregister.xlsx", "algoritmeregister-oude-naam.json"):
        (workspace.publication / old).write_text("van de vorige keer", encoding="utf-8")
    write_copy(copy_of(ROW), workspace)
    left = {path.relative_to(workspace.publication).as_posix() for path in workspace.publication.rglob("*.*")}
    others = {"leesmij.txt", "archief/algoritmeregister-gemeente-lindervoort.csv", "algoritmeregister-x.csv.txt"}
    assert left == {*NAMES, *others}
    assert (workspace.publication / "leesmij.txt").read_text(encoding="utf-8") == "van ons: leesmij.txt"


def test_a_warning_in_a_page_of_others_stops_nothing_and_stands_in_the_account(copy_of, workspace):
    workspace.publication.mkdir()
    (workspace.publication / "uitleg.html").write_text("<p>x</p><!-- nog lezen -->", encoding="utf-8")
    write_copy(copy_of(ROW), workspace)
    book = openpyxl.load_workbook(workspace.internal / "verantwoording.xlsx")
    told = list(book["Controle"].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[1]) for row in told] == [("uitleg.html", "Let op")]


def test_the_account_names_the_files_in_one_order_on_every_machine(copy_of, workspace, monkeypatch):
    workspace.publication.mkdir()
    for name in ("a.html", "b.html"):
        (workspace.publication / name).write_text("<p>x</p><!-- nog lezen -->", encoding="utf-8")
    listed = Path.rglob
    monkeypatch.setattr(Path, "rglob", lambda self, pattern: sorted(listed(self, pattern), reverse=True))
    write_copy(copy_of(ROW), workspace)
    told = openpyxl.load_workbook(workspace.internal / "verantwoording.xlsx")["Controle"]
    assert [row[0] for row in told.iter_rows(min_row=2, values_only=True)] == ["a.html", "b.html"]


def test_a_disk_that_runs_full_loses_nothing(copy_of, workspace, monkeypatch, light, way):
    write_copy(copy_of(ROW), workspace)
    before = _content(workspace.publication), _content(workspace.internal)
    for step in ("write_public_workbook", "portal_csv", "write_accounts", "_to_disk", "put_in_place"):

        def full(*args: object, **named: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(write, step, full)
            with pytest.raises(OutputError, match="schijf is vol"):
                write_copy(copy_of({"name": "Nieuw"}), workspace)
        assert (_content(workspace.publication), _content(workspace.internal)) == before
        assert not (workspace.folder / ".algreg-kopie").exists()


@pytest.mark.parametrize("step", ["portal_csv", "write_accounts", "_to_disk"])
def test_a_disk_that_is_full_at_the_first_copy_leaves_nothing_behind(copy_of, workspace, monkeypatch, light, step):
    def full(*args: object, **named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(write, step, full)
    with pytest.raises(OutputError, match="schijf is vol"):
        write_copy(copy_of(ROW), workspace)
    assert [path.name for path in workspace.folder.iterdir()] == ["intern"]


def test_a_folder_that_may_not_be_written_is_told(copy_of, workspace, monkeypatch):
    def refused(self: Path, *args: object, **named: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(OutputError, match="kan niet worden geschreven"):
        write_copy(copy_of(ROW), workspace)


def test_a_file_held_open_by_windows_leaves_the_old_copy(copy_of, workspace, monkeypatch):
    """There a folder with an open file in it cannot be moved."""
    write_copy(copy_of(ROW), workspace)
    before = _content(workspace.publication)
    monkeypatch.setattr(exchange, "swapped", lambda one, other: False)
    rename = Path.rename

    def held(self: Path, target: Path) -> Path:
        if self == workspace.publication:
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held)
    with pytest.raises(OutputError, match="Sluit het"):
        write_copy(copy_of({"name": "Nieuw"}), workspace)
    assert _content(workspace.publication) == before


def test_when_the_second_move_fails_the_first_is_undone(tmp_path, monkeypatch):
    monkeypatch.setattr(exchange, "swapped", lambda one, other: False)
    for name in ("nieuw", "plek"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_text(name, encoding="utf-8")
    (tmp_path / "uitleg").write_text("x", encoding="utf-8")
    rename = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.name == "nieuw":
            raise OSError(errno.EIO, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="Input"):
        exchange.put_in_place(
            tmp_path / "nieuw",
            tmp_path / "plek",
            aside=tmp_path / "oud",
            note=tmp_path / "uitleg",
            sign=tmp_path / "bord",
        )
    assert (tmp_path / "plek" / "x").read_text(encoding="utf-8") == "plek"
    assert not (tmp_path / "bord").exists()


def test_the_second_of_two_runs_stops_with_a_clear_sentence(copy_of, workspace):
    workspace.internal.mkdir()
    with files.locked(workspace.internal), pytest.raises(BusyError, match="al een run bezig"):
        write_copy(copy_of(ROW), workspace, wait_seconds=0.2)


@pytest.mark.parametrize(
    "paths",
    [
        {"publication": "."},
        {"internal": "publicatie/intern"},
        {"publication": "x", "inventory": "x/inventaris.xlsx"},
        {"publication": ".."},
        {"runs": "publicatie/runs"},
        {"decisions": "publicatie/besluiten.xlsx"},
    ],
)
def test_the_public_folder_may_hold_nothing_internal(copy_of, tmp_path, paths):
    with pytest.raises(AlgregError, match="aparte map"):
        write_copy(copy_of(ROW), Workspace(tmp_path, Settings.model_validate({"files": paths})))


class Killed(BaseException):
    """As if the process ended here: no clean-up of ours runs after it."""


STEPS = "mkdir rename rmtree write_public_workbook portal_csv write_accounts _to_disk _inspected replacing".split()


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("moment", ["before", "after"])
def test_ended_at_any_step_the_next_start_finds_a_whole_copy(copy_of, workspace, monkeypatch, light, way, step, moment):
    """Ends at the first, second, third … time that the step is taken, until the write gets through."""
    old, new = copy_of(ROW), copy_of({**ROW, "name": "Nieuw"})
    write_copy(new, workspace)
    expected_new = _content(workspace.publication)
    for time in range(1, 20):
        write_copy(old, workspace)
        before = _content(workspace.publication)
        with monkeypatch.context() as patch:
            ended = _ending(patch, step, moment, time)
            with suppress(Killed):
                write_copy(new, workspace)
        if not ended:
            break
        if way == "swap":  # at no moment is there anything but a whole copy
            assert _content(workspace.publication) in (before, expected_new)
        recover(workspace)
        assert _content(workspace.publication) in (before, expected_new)
        assert not (workspace.folder / ".algreg-kopie").exists()
    else:
        pytest.fail("the write never got through")


def _ending(patch: pytest.MonkeyPatch, step: str, moment: str, time: int) -> list[str]:
    """Lets the process end at that time; gives a list that is filled when it did."""
    holder = {"mkdir": Path, "rename": Path, "rmtree": write.shutil}.get(step, write)
    original, count, ended = getattr(holder, step), [0], []

    def ending(*args: object, **named: object) -> object:
        if ended:
            raise Killed  # nothing that runs after the end does anything
        count[0] += 1
        if count[0] == time and moment == "before":
            ended.append(step)
            raise Killed
        outcome = original(*args, **named)
        if count[0] == time:
            ended.append(step)
            raise Killed
        return outcome

    patch.setattr(holder, step, ending)
    if step != "rmtree":
        remove = write.shutil.rmtree
        patch.setattr(write.shutil, "rmtree", lambda *a, **n: None if ended else remove(*a, **n))
    return ended


def test_between_the_two_moves_of_windows_a_note_tells_what_to_do(copy_of, workspace, monkeypatch):
    write_copy(copy_of(ROW), workspace)
    before = _content(workspace.publication)
    monkeypatch.setattr(exchange, "swapped", lambda one, other: False)
    rename = Path.rename

    def ends(self: Path, target: Path) -> Path:
        if self.name == "nieuw":
            raise Killed
        return rename(self, target)

    with monkeypatch.context() as patch, suppress(Killed):
        patch.setattr(Path, "rename", ends)
        write_copy(copy_of({"name": "Nieuw"}), workspace)
    assert not workspace.publication.exists()
    beside = workspace.folder / ".algreg-kopie"
    sign = workspace.folder / "publicatie - LEESMIJ.txt"
    assert "noem haar publicatie" in sign.read_text(encoding="utf-8")
    assert (beside / "LEESMIJ.txt").read_bytes() == sign.read_bytes()
    new = _content(beside / "nieuw")
    assert _content(beside / "oud") == before != new
    assert recover(workspace)
    assert _content(workspace.publication) == new
    assert sorted(path.name for path in workspace.folder.iterdir()) == ["intern", "publicatie"]
    assert not recover(workspace)


def test_a_copy_is_not_brought_back_while_another_run_is_busy_with_it(copy_of, workspace, monkeypatch):
    write_copy(copy_of(ROW), workspace)
    workspace.making.mkdir()
    workspace.publication.rename(workspace.making / "oud")
    monkeypatch.setattr(write, "_WAIT_SECONDS", 0.2)
    with files.locked(workspace.internal), pytest.raises(BusyError, match="al een run bezig"):
        recover(workspace)
    assert not workspace.publication.exists()
    assert recover(workspace)


@pytest.mark.parametrize("ready", [{"x.csv": "00"}, dict.fromkeys(NAMES, "00")])
def test_what_is_left_of_a_copy_that_was_not_put_in_place_is_thrown_away(copy_of, workspace, ready):
    """A new account beside the old copy would tell of other texts."""
    write_copy(copy_of(ROW), workspace)
    before = _content(workspace.publication), _content(workspace.internal)
    for name, content in (("klaar.json", json.dumps(ready)), ("intern/verantwoording.xlsx", "nieuw"), ("nieuw/x", "y")):
        (workspace.making / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace.making / name).write_text(content, encoding="utf-8")
    (workspace.folder / "publicatie - LEESMIJ.txt").touch()
    assert not recover(workspace)
    assert (_content(workspace.publication), _content(workspace.internal)) == before
    assert sorted(path.name for path in workspace.folder.iterdir()) == ["intern", "publicatie"]


@pytest.mark.parametrize("whole", ["oud", "nieuw"])
def test_writing_begins_with_what_a_run_that_was_cut_off_left_aside(copy_of, workspace, light, whole):
    write_copy(copy_of(ROW), workspace)
    (workspace.publication / "leesmij.txt").write_text("van ons", encoding="utf-8")
    workspace.making.mkdir()
    (workspace.making / "klaar.json").write_text('{"x": "00"}', encoding="utf-8")
    workspace.publication.rename(workspace.making / whole)
    write_copy(copy_of({"name": "Nieuw"}), workspace)
    assert sorted(path.name for path in workspace.publication.iterdir()) == [*NAMES, "leesmij.txt"]
    assert not workspace.making.exists()


def test_a_first_copy_that_was_cut_off_before_it_was_ready_leaves_no_public_folder(workspace):
    (workspace.making / "nieuw").mkdir(parents=True)
    assert not recover(workspace)
    assert not workspace.publication.exists()
    assert not workspace.making.exists()


def test_somebody_who_breaks_off_after_the_swap_leaves_no_sign(copy_of, workspace, monkeypatch):
    write_copy(copy_of(ROW), workspace)
    put = write.put_in_place

    def broken_off(new: Path, place: Path, **named: Path) -> None:
        put(new, place, **named)
        named["sign"].touch()
        raise KeyboardInterrupt

    monkeypatch.setattr(write, "put_in_place", broken_off)
    with pytest.raises(KeyboardInterrupt):
        write_copy(copy_of(ROW), workspace)
    assert sorted(path.name for path in workspace.folder.iterdir()) == ["intern", "publicatie"]


def test_the_workspace_around_a_file_is_the_nearest_one(tmp_path):
    inner = tmp_path / "uit" / "kopie"
    inner.mkdir(parents=True)
    assert write.workspace_around(inner / "x.csv") is None
    (tmp_path / "uit" / ".algreg-kopie").mkdir()
    assert write.workspace_around(inner / "x.csv") == tmp_path / "uit"
    (tmp_path / "algreg.toml").touch()
    assert write.workspace_around(inner / "x.csv") == tmp_path
    (tmp_path / "uit" / "algreg.toml").touch()
    assert write.workspace_around(inner / "x.csv") == tmp_path / "uit"


def test_the_old_copy_comes_back_when_the_new_one_is_gone(copy_of, workspace):
    write_copy(copy_of(ROW), workspace)
    before = _content(workspace.publication)
    beside = workspace.folder / ".algreg-kopie"
    beside.mkdir()
    (beside / "klaar.json").write_text("{}", encoding="utf-8")
    workspace.publication.rename(beside / "oud")
    assert recover(workspace)
    assert _content(workspace.publication) == before


def test_recovery_brings_the_account_up_to_the_copy(copy_of, workspace, monkeypatch):
    write_copy(copy_of(ROW), workspace)
    before = sha256(workspace.internal / "verantwoording.xlsx")
    with monkeypatch.context() as patch:
        patch.setattr(write, "_finish", lambda *args: None)
        write_copy(copy_of({"name": "Nieuw"}), workspace)
    assert sha256(workspace.internal / "verantwoording.xlsx") == before
    recover(workspace)
    assert sha256(workspace.internal / "verantwoording.xlsx") != before


_KILL = """
import os, random, signal, sys, time
from pathlib import Path
import pandas as pd
from algreg_lib.inventory import Inventory
from algreg_lib.publication import exchange, publication_copy, recover, write, write_copy
from algreg_lib.workspace import Settings, Workspace, open_workspace
import xlsxwriter

folder, way = Path(sys.argv[1]), sys.argv[2]
if way == "move aside":
    exchange.swapped = lambda one, other: False
elif way == "file by file":  # what we do not do: the next test has to see it
    def replace_each(one, other):
        for path in one.iterdir():
            time.sleep(0.01)
            path.replace(other / path.name)
        return True
    exchange.swapped = replace_each
settings = Settings.model_validate({"organisation": {"name": "X"}, "release": {"require_complete": False}})
workspace = Workspace(folder, settings)
tables = [pd.DataFrame({"name": [n], "owner": ["P. Ersoon"]}, index=["1"], dtype="str") for n in ("oud", "nieuw")]
copies = [publication_copy(Inventory(registrations=t), settings=settings, completeness=t) for t in tables]
def content():
    return {p.name: p.read_bytes() for p in workspace.publication.iterdir()} if workspace.publication.exists() else None
whole = []
for copy in copies:
    start = time.monotonic()
    write_copy(copy, workspace)
    took = time.monotonic() - start
    whole.append(content())
absent, chances = 0, random.Random(7)
swap = write.put_in_place
for turn in range(int(sys.argv[3])):
    # the other copy first: putting the same files in place of the same files could not go wrong
    other_first = copies[::-1] if content() == whole[0] else copies
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        def told(*args, **named):
            os.write(there, b".")
            return swap(*args, **named)
        write.put_in_place = told
        while True:
            for copy in other_first:
                write_copy(copy, workspace)
    if turn % 2:  # around the moment that counts, however slow the machine is
        os.read(here, 1)
        time.sleep(chances.uniform(0, 0.04))
    else:
        time.sleep(chances.uniform(0, 1.6 * took))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(here)
    os.close(there)
    found = content()
    if found is None and way == "move aside":
        absent += 1
    else:
        assert found in whole, (turn, found and {k: len(v) for k, v in found.items()})
    if turn % 3 == 0:
        recover(workspace)
        assert content() in whole
write_copy(copies[0], workspace)
assert content() == whole[0]
print("whole", absent)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can split a process")
@pytest.mark.parametrize(("way_of_killing", "times"), [("swap", 100), ("move aside", 100)])
def test_killed_a_hundred_times_the_folder_always_holds_a_whole_copy(tmp_path, way_of_killing, times):
    command = [sys.executable, "-c", _KILL, str(tmp_path), way_of_killing, str(times)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.stdout.startswith("whole"), done.stderr[-2000:]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can split a process")
def test_the_killing_would_see_a_copy_that_is_replaced_file_by_file(tmp_path):
    command = [sys.executable, "-c", _KILL, str(tmp_path), "file by file", "100"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert "AssertionError" in done.stderr


def test_two_processes_at_once_leave_one_whole_copy(tmp_path):
    code = _KILL.split("absent, chances")[0].replace("whole = []", "copies = copies * 2\nwhole = []")
    command = [sys.executable, "-c", code, str(tmp_path), "swap"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate(timeout=120)[1] for process in both] == [b"", b""]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["intern", "publicatie"]
    assert len(list((tmp_path / "publicatie").iterdir())) == 3


def test_the_command_inspects_a_file_and_tells_where(tmp_path):
    path = tmp_path / "los.csv"
    path.write_text('"naam"\n"=1+1"\n', encoding="utf-8")
    found = CliRunner().invoke(app, ["inspect", str(path)])
    assert found.exit_code == 1
    assert "A2: =1+1" in found.output
    path.write_text('"naam"\n"Parkeren"\n', encoding="utf-8")
    assert CliRunner().invoke(app, ["inspect", str(path)]).exit_code == 0


def test_any_command_brings_back_a_copy_that_was_left_aside(copy_of, workspace):
    write_inventory(Inventory(registrations=copy_of(ROW).published.iloc[:0]), workspace.inventory)
    write_copy(copy_of(ROW), workspace)
    before = _content(workspace.publication)
    workspace.making.mkdir()
    workspace.publication.rename(workspace.making / "oud")
    told = CliRunner().invoke(app, ["privacy", "-w", str(workspace.folder)])
    assert "De map publicatie was weg" in told.stderr
    assert _content(workspace.publication) == before
    assert "was weg" not in CliRunner().invoke(app, ["privacy", "-w", str(workspace.folder)]).stderr


@pytest.mark.parametrize("publication", ["publicatie", "uit/kopie"])
def test_the_command_that_inspects_brings_back_the_copy_of_the_file_too(copy_of, tmp_path, publication):
    (tmp_path / "algreg.toml").write_text(f'[files]\npublication = "{publication}"\n', encoding="utf-8")
    workspace = open_workspace(tmp_path)
    path = write_copy(copy_of(ROW), workspace)[0]
    workspace.making.mkdir()
    workspace.publication.rename(workspace.making / "oud")
    found = CliRunner().invoke(app, ["inspect", str(path)])
    assert "was weg" in found.stderr
    assert (found.exit_code, path.exists()) == (0, True)


def test_a_fact_that_is_only_told_is_no_shortcoming(tmp_path):
    with zipfile.ZipFile(tmp_path / "brief.docx", "w") as archive:
        archive.writestr("word/document.xml", "<d><rsid/></d>")
    found = CliRunner().invoke(app, ["inspect", str(tmp_path / "brief.docx")])
    assert (found.exit_code, "rsid" in found.output) == (0, True)


@pytest.mark.slow
def test_the_command_publishes_a_copy_and_tells_what_stayed_behind(inventory, tmp_path):
    """Slow, as it loads Great Expectations."""
    write_inventory(inventory({"goal": "Voor Okke Wielinga."}, {}, {"publish": "Nee"}), tmp_path / "inventaris.xlsx")
    made = CliRunner().invoke(app, ["publish", "copy", "-w", str(tmp_path)])
    assert made.exit_code == 0, made.output
    assert "1 van 3 registraties" in made.output
    assert "1: privacybevindingen staan nog open." in made.output
    assert len(list((tmp_path / "publicatie").iterdir())) == 3
