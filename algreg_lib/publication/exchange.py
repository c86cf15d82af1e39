"""Putting a new folder in the place of an old one, so that a reader meets the whole old one or the whole new one."""

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

_HERE: Final = -100 if sys.platform == "linux" else -2  #: AT_FDCWD
_SWAP: Final = 2  #: RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


def put_in_place(new: Path, place: Path, *, aside: Path, note: Path, sign: Path) -> None:
    """Moves the folder `new` onto `place`; what stood there ends up as `aside` (or as `new`, where they were swapped).

    Linux and macOS swap two folders in one step. Elsewhere (Windows, some network disks) the old one is moved aside
    first: a process that is killed between the two moves leaves `place` absent and both folders whole, for the next
    start to put right. For as long as that may be so, `sign` stands beside it: the text of `note`, for people.
    Raises OSError when a file in the folder is held open (Windows), with everything as it was.
    """
    if not place.exists():
        new.rename(place)
    elif not swapped(new, place):
        shutil.copyfile(note, sign)
        try:
            _replaced(new, place, aside=aside)
        except OSError:
            removed(sign)
            raise
        removed(sign)


def removed(sign: Path) -> None:
    """Removes the sign where that can be done; one that stays says itself when it may go."""
    with suppress(OSError):
        sign.unlink(missing_ok=True)


def _replaced(new: Path, place: Path, *, aside: Path) -> None:
    place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        aside.rename(place)
        raise


def swapped(one: Path, other: Path) -> bool:
    """Swaps two folders in one step; False, with nothing done, where the system or the disk cannot."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            outcome = ctypes.CDLL(None, use_errno=True).renameat2(_HERE, names[0], _HERE, names[1], _SWAP)
        elif sys.platform == "darwin":
            outcome = ctypes.CDLL(None, use_errno=True).renamex_np(names[0], names[1], _SWAP)
        else:
            return False
    except AttributeError:  # an older C library without this call
        return False
    return bool(outcome == 0)
