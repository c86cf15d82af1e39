"""The analyst's decisions on privacy findings: a log that only grows, in which the last line of a finding counts."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, Literal, get_args

import pandas as pd

from algreg_lib.privacy.kinds import KINDS
from algreg_lib.standard import standard

Choice = Literal["open", "behouden", "maskeren", "veld achterhouden", "registratie achterhouden"]
CHOICES: Final[tuple[Choice, ...]] = get_args(Choice)

#: Columns of a log of decisions, all text. `sentence` is the sentence with the finding between « and ».
DECISION_COLUMNS: Final = (
    "key", "registration_id", "field", "kind", "text", "sentence", "decision", "by", "on", "remark",
)  # fmt: skip
#: What a decision is about; the key is made of it (and of the whole text around).
_SUBJECT: Final = ("registration_id", "field", "text")
_NO_LETTER: Final = re.compile(r"_x[0-9A-Fa-f]{4}_|[\W_]")
_MOST_LETTERS: Final = 1_000
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Where a sentence may end: a stop before a capital, or a new line.
_STOP: Final = re.compile(r"[.!?]\s+(?=[A-ZÀ-Þ])|\n")
#: What has a stop behind it and is no end: an initial, letters with stops (`t.a.v`), and titles.
_SHORT: Final = re.compile(
    r"(?<!\w)(?:\w|(?:\w+\.)+\w+|dhr|mevr|mw|mr|drs?|ir|ing|prof|fam|tel|nr|art|bijv|incl|excl)$", re.IGNORECASE
)
_LONGEST_SHORT: Final = 20


def no_decisions() -> pd.DataFrame:
    """An empty log with DECISION_COLUMNS."""
    return pd.DataFrame(columns=list(DECISION_COLUMNS), dtype="str")


def asked(findings: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """The log with a line `open` added for every finding that it does not know yet."""
    new = findings[~findings["key"].isin(decisions["key"])].drop_duplicates("key")
    lines = new[["key", "registration_id", "field", "kind", "text"]].assign(
        sentence=[sentence(*parts) for parts in zip(new["value"], new["start"], new["end"], strict=True)],
        decision="open", by="", on="", remark="",
    )  # fmt: skip
    return _log([decisions, lines])


def decide(decisions: pd.DataFrame, key: str, choice: Choice, *, by: str, on: date, remark: str = "") -> pd.DataFrame:
    """The log with one decision added; what was decided before stays in it. KeyError for a finding it does not know."""
    if choice not in CHOICES:
        raise ValueError(f"{choice!r} is not one of {', '.join(CHOICES)}")
    known = decisions[decisions["key"] == key]
    if known.empty:
        raise KeyError(key)
    line = known.tail(1).assign(decision=choice, by=by.strip(), on=on.isoformat(), remark=remark)
    return _log([decisions, line])


def undone(decisions: pd.DataFrame, key: str) -> pd.DataFrame:
    """The log without the last decision on a finding: the one before counts again, or it is open when there is none."""
    lines = decisions.index[decisions["key"] == key]
    if len(lines) != 1:
        return decisions.drop(lines[-1:]).reset_index(drop=True)
    log = decisions.copy()
    log.loc[lines[0], ["decision", "by", "on", "remark"]] = ["open", "", "", ""]
    return log


def current(decisions: pd.DataFrame) -> pd.DataFrame:
    """The last line of every finding, indexed by its key, in the order in which the findings were first asked."""
    order = decisions["key"].drop_duplicates()
    return decisions.drop_duplicates("key", keep="last").set_index("key").loc[order]


def settled(decisions: pd.DataFrame) -> pd.Series:
    """The decision that counts per key: only one of CHOICES but `open`, by somebody, on a date (as in ISO 8601)."""
    last = current(decisions)
    counts = last["decision"].isin(CHOICES[1:]) & (last["by"].str.strip() != "") & last["on"].map(_is_day).astype(bool)
    return last.loc[counts, "decision"]


def choices(findings: pd.DataFrame, decisions: pd.DataFrame) -> pd.Series:
    """What was decided on each finding, by its place in `findings`; `open` where nothing counts.

    A decision whose line speaks of another registration, field or text than the finding does not count: rows of the
    decisions file were sorted apart, and nobody knows of which text the decision was.
    """
    last, counts = current(decisions), settled(decisions)
    said = last.reindex(findings["key"])[list(_SUBJECT)].fillna("").map(_letters).to_numpy()
    same = (said == findings[list(_SUBJECT)].astype("str").map(_letters).to_numpy()).all(axis=1)
    return findings["key"].map(counts).astype("str").fillna("open").where(same, "open")


def open_findings(findings: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """The findings on which no decision counts, in the order given."""
    return findings[choices(findings, decisions) == "open"].reset_index(drop=True)


def summary(findings: pd.DataFrame, decisions: pd.DataFrame) -> str:
    """What an analyst has to know: how much was found, how much is still open, and what to do next."""
    undecided = open_findings(findings, decisions)
    if findings.empty:
        return "Niets gevonden dat misschien niet openbaar mag worden. Lees de teksten toch ook zelf nog eens."
    if undecided.empty:
        return f"{_count(findings)} gevonden. Over alles is besloten."
    registrations = undecided["registration_id"].nunique()
    noun = "registratie" if registrations == 1 else "registraties"
    kinds = undecided["kind"].map(lambda kind: KINDS[kind].label).value_counts()
    lines = [
        f"{_count(findings)} gevonden, {len(undecided)} nog open in {registrations} {noun}.",
        "Nog open: " + ", ".join(f"{label} ({number})" for label, number in kinds.items()) + ".",
    ]
    unsigned = _unsigned(undecided, decisions)
    if unsigned:
        lines.append(
            f"Let op: bij {unsigned} besluit(en) ontbreekt Wie of Wanneer, is Wanneer geen datum, is het besluit niet "
            "herkend, of hoort de rij bij een andere tekst (los gesorteerd?). Die tellen niet mee."
        )
    return "\n".join([*lines, "Kies in het bestand hieronder per rij een besluit en draai dit commando opnieuw."])


def _count(findings: pd.DataFrame) -> str:
    return (
        "1 mogelijk privacygevoelige tekst"
        if len(findings) == 1
        else f"{len(findings)} mogelijk privacygevoelige teksten"
    )


def _unsigned(undecided: pd.DataFrame, decisions: pd.DataFrame) -> int:
    """How many findings have a decision written down that does not count."""
    last = current(decisions)
    tried = last.index[(last["decision"] != "open")]
    return int(undecided["key"].isin(tried).sum())


def sentence(value: str, start: int, end: int, *, longest: int = 300) -> str:
    """The sentence around a stretch, which stands between « and »; cut with … where it is very long."""
    # One sign further, or a stop right before the stretch would not see the capital with which the stretch begins.
    begin = max((after for _, after in _stops(value, 0, start + 1) if after <= start), default=0)
    stop = next((before for before, _ in _stops(value, end, len(value))), len(value))
    left, right = max(begin, start - longest), min(stop, end + longest)
    before = ("… " if left > begin else "") + value[left:start].lstrip()
    behind = value[end:right].rstrip() + (" …" if right < stop else "")
    return f"{before}«{value[start:end]}»{behind}"


def _stops(value: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where sentences end and the next begins, in this part of the text."""
    for match in _STOP.finditer(value, start, end):
        position = match.start()
        ends = (
            position == start
            or value[position] != "."
            or not _SHORT.search(value[max(position - _LONGEST_SHORT, 0) : position])
        )
        if ends:
            yield position + 1, match.end()


def field_title(key: str) -> str:
    """The Dutch name of a field; its key when the current standard does not have it."""
    return standard()[key].title if key in standard() else key


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text.strip())) and date.fromisoformat(text.strip()) is not None
    except ValueError:
        return False


def _letters(text: str) -> str:
    """What is left of a text whatever program kept it: without spaces, signs, and Excel's codes for them."""
    return _NO_LETTER.sub("", text)[:_MOST_LETTERS]


def _log(parts: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [part[list(DECISION_COLUMNS)].astype("str") for part in parts if len(part)]
    return pd.concat(filled, ignore_index=True) if filled else no_decisions()
