"""Writing files so that a reader never meets half of one, on Windows as on macOS and Linux."""

import errno
import hashlib
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from algreg_lib.errors import BusyError, OutputError

#: Names that Windows keeps for devices, with or without an extension.
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)
_LONGEST_NAME: Final = 80
#: The earliest moment that a zip archive can hold; stands in every workbook: same input, same bytes.
FIXED_MOMENT: Final = datetime(1980, 1, 1, tzinfo=UTC)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` to write to; moved onto `path` when the block ends well, removed when it does not.

    Raises OutputError when the folder cannot be written, the disk is full, or `path` is open in Excel.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".nieuw-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise output_error(path, error) from error
    beside = Path(name)
    try:
        yield beside
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        raise output_error(path, error) from error
    except OutputError as error:
        if error.path != beside:
            raise
        # Who wrote to the path beside could not know the name that people know.
        raise OutputError(path, error.problem.partition(": ")[2], advice=error.advice) from error
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def locked(folder: Path, *, wait_seconds: float = 0.0) -> Iterator[None]:
    """Holds the folder for one process; BusyError when another one has held it for all of `wait_seconds`.

    The lock lives with the process: the operating system frees it when the process ends, however it ends. Raises
    OutputError when nothing may be written in the folder.
    """
    path = folder / ".algreg.lock"
    deadline = time.monotonic() + wait_seconds
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = path.open("a+b")
    except OSError as error:
        raise output_error(folder, error) from error
    with held as handle:
        while not _try_lock(handle.fileno()):
            if time.monotonic() >= deadline:
                raise BusyError(
                    f"Er is al een run bezig in de map {folder.name}.",
                    advice="Wacht tot die klaar is en probeer het dan opnieuw.",
                )
            time.sleep(0.1)
        yield


def refuse_open(path: Path) -> None:
    """Raises OutputError when the workbook is open in Excel or LibreOffice, by the file that they keep beside it.

    Only Windows itself refuses to replace a file that is open; elsewhere somebody would save over the new one.
    """
    for sign in (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#")):
        if sign.exists():
            raise OutputError(
                path,
                "staat open in Excel of LibreOffice.",
                advice="Bewaar en sluit het, en probeer het opnieuw; er is niets overschreven. Staat het niet open? "
                f"Verwijder dan het bestand {sign.name}.",
            )


def legal_name(text: str) -> str:
    """`text` as a file name that Windows, macOS and Linux take: lower case, hyphens, no path parts; never empty."""
    folded = text.casefold().translate(str.maketrans("àáâäçèéêëìíîïñòóôöùúûü", "aaaaceeeeiiiinoooouuuu"))
    name = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:_LONGEST_NAME].strip("-") or "naamloos"
    return f"{name}-" if name in _RESERVED else name


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def output_error(path: Path, error: OSError) -> OutputError:
    """The error for a person, for what the system said about writing `path`."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return OutputError(path, "de schijf is vol.", advice="Maak ruimte vrij; er is niets overschreven.")
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return OutputError(
            path,
            "kan niet worden geschreven.",
            advice="Staat er iets open in Excel? Sluit het dan. Mag u in deze map niet schrijven? Kies een andere map.",
        )
    return OutputError(
        path, f"kan niet worden geschreven ({error.strerror}).", advice="Controleer de map en probeer opnieuw."
    )


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
