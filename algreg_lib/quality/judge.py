"""Great Expectations beside us: a process that imports the library while we read the inventory.

The import is the largest cost of a check and needs nothing of ours. The process answers one question and ends.
Run as `python -m algreg_lib.quality.judge` it takes the question from its standard input.
"""

import gc
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import pandas as pd

from algreg_lib.quality.verdict import Expectation, NotJudgedError, great_expectations, verdicts

#: Asks for the verdicts on a table; the answer comes when the result is called.
Judge = Callable[[pd.DataFrame, Sequence[Expectation]], Callable[[], list[bool]]]

#: For more rows the import no longer counts, and a second copy of the table would.
_MOST_ROWS: Final = 20_000


def judge_here(table: pd.DataFrame, expectations: Sequence[Expectation]) -> Callable[[], list[bool]]:
    """The judge in this process."""
    return lambda: verdicts(table, expectations)


@contextmanager
def judge_beside() -> Iterator[Judge]:
    """A judge in a process of its own, started at once. It answers one question; others are judged here."""
    command = [sys.executable, "-m", "algreg_lib.quality.judge"]
    with subprocess.Popen(  # noqa: S603  our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        judge = _Beside(process)
        try:
            yield judge
        finally:
            process.kill()
            judge.hang_up()


class _Beside:
    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._asked = False
        self._conversation: threading.Thread | None = None

    def hang_up(self) -> None:
        """Waits until nobody uses the pipes, which are closed next: their numbers may then be those of other files."""
        if self._conversation is not None:
            self._conversation.join()

    def __call__(self, table: pd.DataFrame, expectations: Sequence[Expectation]) -> Callable[[], list[bool]]:
        if self._asked or len(table) > _MOST_ROWS:
            return judge_here(table, expectations)
        self._asked = True
        question = pickle.dumps((table, list(expectations)), protocol=5)
        answers: list[bytes] = []
        # In a thread: the pipe takes no more than some kilobytes until the other side has done its import.
        conversation = threading.Thread(target=lambda: answers.append(self._process.communicate(question)[0]))
        conversation.start()
        self._conversation = conversation

        def answer() -> list[bool]:
            conversation.join()
            if self._process.returncode != 0 or not answers:  # it could not start, or was stopped from outside
                return verdicts(table, expectations)
            holds, number, reason = pickle.loads(answers[0])  # noqa: S301  from our own process
            if reason:
                raise NotJudgedError(number, expectations[number], reason)
            return list(holds)

        return answer


def main() -> None:
    """Answers the question on standard input: the verdicts, or the number of the expectation that was not judged."""
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever the library prints is no part of the answer
    gc.disable()  # this process ends before any garbage could matter
    great_expectations()
    table, expectations = pickle.load(sys.stdin.buffer)  # noqa: S301  from our own process
    try:
        said: tuple[list[bool], int, str] = (verdicts(table, expectations), 0, "")
    except NotJudgedError as error:
        said = ([], error.number, error.reason)
    with answer:
        pickle.dump(said, answer)


if __name__ == "__main__":
    main()
