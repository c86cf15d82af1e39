"""The word lists that decide what is a finding: those of the package, and those of the workspace added to them.

All are text files for a civil servant: one entry per line, what stands behind `#` is explanation. A workspace may hold
`privacy-toestaan.txt` (never a finding), `privacy-melden.txt` (always a finding, `tekst | soort`) and
`privacy-functiepostbussen.txt` (words in the address of a department).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Final

from algreg_lib.errors import InputError, SettingError
from algreg_lib.privacy.kinds import KIND_BY_LABEL

ALLOW_FILE: Final = "privacy-toestaan.txt"
DENY_FILE: Final = "privacy-melden.txt"
MAILBOX_FILE: Final = "privacy-functiepostbussen.txt"

_PACKAGE: Final = files("algreg_lib.privacy").joinpath("words")


@dataclass(frozen=True, kw_only=True)
class PrivacyLists:
    """What is always or never a finding, and which words name a function mailbox. All in lower case."""

    allow: tuple[str, ...] = ()
    deny: dict[str, str] = field(default_factory=dict)  #: kind by text
    mailbox_words: tuple[str, ...] = ()

    @cached_property
    def allowed(self) -> re.Pattern[str] | None:
        """A pattern that matches every allowed text; None when there is none."""
        return _any_of(self.allow)

    @cached_property
    def denied(self) -> re.Pattern[str] | None:
        """A pattern that matches every text that is always a finding; None when there is none."""
        return _any_of(self.deny)

    @cached_property
    def mailbox(self) -> re.Pattern[str]:
        """A pattern that matches a whole word of a function mailbox."""
        return re.compile("|".join(_wildcard(word, "[^@]*") for word in self.mailbox_words) or r"(?!)")


@cache
def default_lists() -> PrivacyLists:
    """The lists of the package."""
    return PrivacyLists(
        allow=package_words("toestaan"),
        deny=_kinds_by_text(package_words("melden"), Path("melden.txt")),
        mailbox_words=package_words("functiepostbussen"),
    )


def read_lists(folder: Path) -> PrivacyLists:
    """The lists of the package with those of a workspace added. Raises InputError or SettingError in Dutch."""
    base = default_lists()
    return PrivacyLists(
        allow=(*base.allow, *_file_words(folder / ALLOW_FILE)),
        deny=base.deny | _kinds_by_text(_file_words(folder / DENY_FILE), folder / DENY_FILE),
        mailbox_words=(*base.mailbox_words, *_file_words(folder / MAILBOX_FILE)),
    )


@cache
def package_words(name: str) -> tuple[str, ...]:
    """The entries of one of the package's text files, in lower case, in order."""
    return _words(_PACKAGE.joinpath(f"{name}.txt").read_text(encoding="utf-8"))


def _file_words(path: Path) -> tuple[str, ...]:
    try:
        return _words(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            path, "kan niet worden gelezen.", advice="Bewaar het in Kladblok als tekst met de codering UTF-8."
        ) from error


def _words(text: str) -> tuple[str, ...]:
    lines = (" ".join(line.partition("#")[0].split()).casefold() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def _kinds_by_text(lines: Iterable[str], path: Path) -> dict[str, str]:
    kinds = {}
    for line in lines:
        text, _, label = (part.strip() for part in line.partition("|"))
        if label and label not in KIND_BY_LABEL:
            known = ", ".join(KIND_BY_LABEL)
            raise SettingError(path, text, f"de soort '{label}' bestaat niet.", advice=f"Kies uit: {known}.")
        if text:
            kinds[text] = KIND_BY_LABEL.get(label, "name")
    return kinds


def _any_of(texts: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(texts, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(_wildcard(text, r"\S*") for text in longest_first) + r")(?!\w)")


def _wildcard(text: str, anything: str) -> str:
    return anything.join(re.escape(part) for part in text.split("*")).replace(r"\ ", r"[\s\-]+")
