"""What the decisions on privacy findings do: masked texts, and fields and registrations held back."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from algreg_lib.privacy.decisions import choices, open_findings
from algreg_lib.privacy.kinds import KINDS

if TYPE_CHECKING:  # only a name here: reading an inventory loads far more than this room needs
    from algreg_lib.inventory import Inventory

#: What a name has behind it when something is of somebody.
_OWNS: Final = frozenset({"'s", "’s"})
_WORD: Final = re.compile(r"\w")
MASKED_COLUMNS: Final = ("registration_id", "field", "start", "end", "kind", "text", "mask")
WITHHELD_COLUMNS: Final = ("registration_id", "field", "decision")


class Redaction(NamedTuple):
    """The registrations as the decisions leave them, and an account of what was done."""

    #: As in the inventory, with masked texts; a withheld field is missing, a withheld registration is all missing.
    registrations: pd.DataFrame
    #: Findings on which nobody decided yet: their registrations may not be published.
    open: pd.DataFrame
    #: WITHHELD_COLUMNS: one row per field held back; `field` is empty where the whole registration is.
    withheld: pd.DataFrame
    #: MASKED_COLUMNS: one row per stretch replaced, `start` and `end` in the text as it was, `text` what stood there.
    masked: pd.DataFrame
    #: `registration_id`, `field` and `text` of each finding that the analyst keeps as it is.
    kept: pd.DataFrame


class _Span(NamedTuple):
    start: int
    end: int
    kind: str


def redacted(inventory: "Inventory", findings: pd.DataFrame, decisions: pd.DataFrame) -> Redaction:
    """The registrations after the decisions. In a text that stays only the stretches to mask change."""
    chosen = choices(findings, decisions)
    masked = _masked(findings[chosen == "maskeren"])
    withheld = _withheld(findings.assign(decision=chosen))
    registrations = inventory.registrations.copy()
    for cell, spans in masked.groupby(["registration_id", "field"], sort=False):
        registration, field = (str(part) for part in cell)
        registrations.at[registration, field] = masked_text(str(registrations.at[registration, field]), spans)
    for registration, field in zip(withheld["registration_id"], withheld["field"], strict=True):
        registrations.loc[registration, field or slice(None)] = None
    kept = findings.loc[chosen == "behouden", ["registration_id", "field", "text"]].reset_index(drop=True)
    return Redaction(registrations, open_findings(findings, decisions), withheld, masked, kept)


def masked_text(text: str, spans: pd.DataFrame) -> str:
    """The text with each stretch (`start`, `end`, `mask`; none overlap) replaced by its mask."""
    pieces, position = [], 0
    for start, end, mask in sorted(zip(spans["start"], spans["end"], spans["mask"], strict=True)):
        pieces += [text[position:start], mask]
        position = end
    return "".join([*pieces, text[position:]])


def _masked(findings: pd.DataFrame) -> pd.DataFrame:
    rows = [
        (registration, field, span.start, span.end, span.kind, value[span.start : span.end], KINDS[span.kind].mask)
        for (registration, field), cell in findings.groupby(["registration_id", "field"], sort=False)
        for value in cell["value"].iloc[:1].astype(str)
        for span in _merged([_Span(*row) for row in zip(cell["start"], cell["end"], cell["kind"], strict=True)], value)
    ]
    return pd.DataFrame(rows, columns=list(MASKED_COLUMNS))


def _merged(spans: list[_Span], value: str) -> Iterator[_Span]:
    """The spans by place, with those that belong together taken together under the kind of the longest."""
    group: list[_Span] = []
    for span in sorted(spans):
        if group and not _belongs(span, group, value):
            yield _bare(_whole(group), value)
            group = []
        group.append(span)
    if group:
        yield _bare(_whole(group), value)


def _belongs(span: _Span, group: list[_Span], value: str) -> bool:
    """Whether a span overlaps the ones before, or is a remark right behind a remark (`VERTROUWELIJK: niet delen`)."""
    end = max(other.end for other in group)
    remarks = {span.kind, *(other.kind for other in group)} == {"remark"}
    return span.start < end or (remarks and not _WORD.search(value, end, span.start))


def _bare(span: _Span, value: str) -> _Span:
    """The span of a name without the 's of what is theirs: `Marloes's team` becomes `[naam]'s team`."""
    owns = span.kind == "name" and value[span.end - 2 : span.end].casefold() in _OWNS
    return span._replace(end=span.end - 2) if owns and span.end - span.start > 2 else span


def _whole(group: list[_Span]) -> _Span:
    longest = max(group, key=lambda span: span.end - span.start)
    return _Span(group[0].start, max(span.end for span in group), longest.kind)


def _withheld(findings: pd.DataFrame) -> pd.DataFrame:
    whole = findings.loc[findings["decision"] == "registratie achterhouden"].assign(field="")
    fields = findings.loc[findings["decision"] == "veld achterhouden"]
    rows = pd.concat([whole, fields])[list(WITHHELD_COLUMNS)]
    return rows.drop_duplicates().reset_index(drop=True)
