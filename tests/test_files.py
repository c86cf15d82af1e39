"""Files are written whole or not at all, on every system."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.errors import BusyError, OutputError
from algreg_lib.files import legal_name, locked, replacing, sha256

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
FORBIDDEN = set('<>:"/\\|?*')


def test_a_file_is_replaced_when_the_block_ends_well(tmp_path: Path) -> None:
    target = tmp_path / "map" / "lijst.csv"
    with replacing(target) as beside:
        beside.write_text("nieuw", encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "nieuw"
    assert [path.name for path in target.parent.iterdir()] == ["lijst.csv"]


def test_beside_it_has_the_same_kind_of_name_and_others_may_read_the_result(tmp_path: Path) -> None:
    target = tmp_path / "lijst.xlsx"
    with replacing(target) as beside:
        assert (beside.parent, beside.suffix) == (tmp_path, ".xlsx")
        assert not target.exists()
    if os.name != "nt":
        assert target.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_no_name_is_one_that_windows_keeps_for_a_device(name: str) -> None:
    assert legal_name(name.upper()) == f"{name}-"


def test_the_old_file_stands_when_the_block_breaks(tmp_path: Path) -> None:
    target = tmp_path / "lijst.csv"
    target.write_text("oud", encoding="utf-8")
    with pytest.raises(ValueError, match="halverwege"), replacing(target) as beside:
        beside.write_text("nieuw", encoding="utf-8")
        raise ValueError("halverwege")
    assert target.read_text(encoding="utf-8") == "oud"
    assert [path.name for path in tmp_path.iterdir()] == ["lijst.csv"]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "schijf is vol"),
        (errno.EDQUOT, "schijf is vol"),
        (errno.EACCES, "open in Excel"),
        (errno.EPERM, "open in Excel"),
        (errno.EROFS, "Kies een andere map"),
        (errno.EIO, "kan niet worden geschreven"),
    ],
)
def test_a_write_that_fails_says_what_to_do(tmp_path: Path, number: int, sentence: str) -> None:
    with pytest.raises(OutputError, match=sentence), replacing(tmp_path / "lijst.csv"):
        raise OSError(number, "mislukt")
    assert list(tmp_path.iterdir()) == []


def test_a_write_within_a_write_is_told_by_the_name_that_people_know(tmp_path: Path) -> None:
    with (
        pytest.raises(OutputError, match=r"^lijst\.csv: de schijf is vol\."),
        replacing(tmp_path / "lijst.csv") as beside,
        replacing(beside),
    ):
        raise OSError(errno.ENOSPC, "mislukt")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match=r"lijst\.csv"), replacing(tmp_path / "map" / "lijst.csv"):
        pass


HOLD = """
import sys, pathlib
from algreg_lib.files import locked
with locked(pathlib.Path(sys.argv[1])):
    print("vast", flush=True)
    sys.stdin.read()
"""


def test_two_processes_do_not_hold_one_folder_and_a_killed_one_lets_it_go(tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdin is not None
    assert other.stdout is not None
    with other, other.stdin, other.stdout:
        assert other.stdout.readline() == "vast\n"
        with pytest.raises(BusyError, match="al een run bezig"), locked(tmp_path):
            pass
        other.kill()
        other.wait()
        with locked(tmp_path, wait_seconds=5):
            pass


def test_a_folder_that_comes_free_in_time_is_waited_for(tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdin is not None
    assert other.stdout is not None
    stdin, let_go = other.stdin, threading.Event()

    def release() -> None:
        let_go.set()  # first: the folder is free before the close returns
        stdin.close()

    with other, other.stdout:
        assert other.stdout.readline() == "vast\n"
        timer = threading.Timer(0.2, release)
        timer.start()
        with locked(tmp_path, wait_seconds=60):
            assert let_go.is_set()
        timer.join()


def test_a_folder_that_may_not_be_written_cannot_be_held_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="map: kan niet worden geschreven"), locked(tmp_path / "map"):
        pass


def test_a_folder_that_was_let_go_can_be_held_again(tmp_path: Path) -> None:
    with locked(tmp_path):
        pass
    with locked(tmp_path):
        pass


@given(st.text())
def test_any_text_gives_a_name_that_every_system_takes(text: str) -> None:
    name = legal_name(text)
    assert name
    assert len(name) <= 81
    assert not FORBIDDEN & set(name)
    assert not name.endswith((".", " "))
    assert name.isascii()
    assert not name.startswith("-")
    assert "--" not in name
    assert name not in RESERVED


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gemeente Súdwest-Fryslân", "gemeente-sudwest-fryslan"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-"),
        ("lpt9", "lpt9-"),
        ("com10", "com10"),
        ("lpt10", "lpt10"),
        ("a -- _b", "a-b"),
        ("ÄËÏÖÜ ç", "aeiou-c"),
        ("a" * 100, "a" * 80),
        ("a" * 79 + " b", "a" * 79),
        ("...", "naamloos"),
    ],
)
def test_a_name_stays_readable(text: str, name: str) -> None:
    assert legal_name(text) == name


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "leeg"
    path.write_bytes(b"")
    assert sha256(path) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    path.write_bytes(b"abc")
    assert sha256(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
