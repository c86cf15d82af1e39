"""What cannot go on: an unreadable file, a broken setting, an output that cannot be written.

A wrong value in an inventory is never an error but a finding (see findings.py). Each error keeps its facts as
attributes; its text is Dutch and says what to do next. The command ends with the error's `exit_code`.
"""

from pathlib import Path
from typing import ClassVar


class AlgregError(Exception):
    """Base of everything that stops a command; `advice` is the sentence that says what to do."""

    exit_code: ClassVar[int] = 2

    def __init__(self, problem: str, *, advice: str) -> None:
        super().__init__(f"{problem} {advice}")
        self.problem = problem
        self.advice = advice

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in a notebook: the sentence, for its reader is no programmer."""
        return [str(self)]


class InputError(AlgregError):
    """A source that cannot be read, or in which nothing was recognised."""

    def __init__(self, path: Path, problem: str, *, advice: str) -> None:
        super().__init__(f"{path.name or path}: {problem}", advice=advice)
        self.path = path


class SettingError(AlgregError):
    """A setting in a file of the user (algreg.toml, organisatie.json, …) that is misspelt or impossible."""

    def __init__(self, path: Path, setting: str, problem: str, *, advice: str) -> None:
        super().__init__(f"{path.name}, instelling {setting}: {problem}", advice=advice)
        self.path = path
        self.setting = setting


class OutputError(AlgregError):
    """An output that cannot be written: the file is open in Excel, the folder is read-only, the disk is full."""

    def __init__(self, path: Path, problem: str, *, advice: str) -> None:
        super().__init__(f"{path.name}: {problem}", advice=advice)
        self.path = path


class BusyError(AlgregError):
    """Another run holds the workspace."""


class RunError(AlgregError):
    """A run or a channel that failed on the way; what stood before still stands."""

    exit_code: ClassVar[int] = 3
