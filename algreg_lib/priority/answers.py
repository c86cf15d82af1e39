"""The answers on the path of the AI Act, kept in the workspace: by registration, with who gave them and when."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from algreg_lib.errors import InputError
from algreg_lib.files import replacing

FILE_NAME: Final = "ai-verordening.json"
_ADVICE: Final = "Zet een reservekopie terug, of verwijder het bestand en beantwoord de vragen opnieuw."


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The answers for one registration: text of the answer by id of the question."""

    given: Mapping[str, str] = field(default_factory=dict)
    by: str = ""  #: who answered
    on: date | None = None


def read_answers(path: Path) -> dict[str, Answers]:
    """The answers by registration id; empty when the file does not exist. Raises InputError on a damaged file."""
    if not path.exists():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        return {str(key): _answers(entry) for key, entry in content.items()}
    except (ValueError, LookupError, AttributeError, TypeError, OSError) as error:
        raise InputError(path, "dit bestand met antwoorden is niet te lezen.", advice=_ADVICE) from error


def write_answers(path: Path, answers: Mapping[str, Answers]) -> None:
    """Writes all answers, sorted, so that the same answers give the same bytes. Raises OutputError."""
    content = {
        key: {"antwoorden": dict(entry.given), "door": entry.by, "op": entry.on.isoformat() if entry.on else ""}
        for key, entry in answers.items()
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    with replacing(path) as beside:
        beside.write_text(text + "\n", encoding="utf-8", newline="\n")


def _answers(entry: Any) -> Answers:
    on = entry.get("op", "")
    return Answers(
        given={str(question): str(answer) for question, answer in entry["antwoorden"].items()},
        by=str(entry.get("door", "")),
        on=date.fromisoformat(on) if on else None,
    )
