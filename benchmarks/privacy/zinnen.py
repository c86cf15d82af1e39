"""The labelled sentences as records, from their readable sources: `python benchmarks/privacy/zinnen.py`."""

import json
import re
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).resolve().parent
#: The sets that the detectors were improved on, and one of which no error was ever looked at.
SETS: Final = ("zinnen", *(f"zinnen-{number}" for number in range(2, 10)), "zinnen-vers")

KINDS: Final = (
    "name",
    "email",
    "phone",
    "bsn",
    "iban",
    "plate",
    "birth_date",
    "address",
    "ip",
    "user_id",
    "case_number",
    "internal_host",
    "internal_path",
    "remark",
    "credential",
)
_MARK: Final = re.compile(r"\[\[([a-z_]+)\|(.+?)\]\](?!\])")


def record(marked: str) -> dict[str, Any]:
    """The plain text of a marked sentence and its spans (`start`, `end`, `kind`), counted in characters."""
    text, spans, done = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        spans.append({"start": len(text), "end": len(text) + len(mark[2]), "kind": mark[1]})
        text += mark[2]
        done = mark.end()
    return {"text": text + marked[done:], "spans": spans}


def records(name: str) -> list[dict[str, Any]]:
    """Every sentence of one set (`SETS`), in order."""
    lines = (HERE / f"{name}.md").read_text(encoding="utf-8").splitlines()
    return [record(line.removeprefix("- ")) for line in lines if line.startswith("- ")]


def write(name: str) -> None:
    """Writes one set beside its source, as one JSON record per line."""
    lines = [json.dumps(each, ensure_ascii=False) for each in records(name)]
    (HERE / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for each in SETS:
        write(each)
