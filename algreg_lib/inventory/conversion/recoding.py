"""Every value that did not stay as it was read: from what, to what, why, how often. Nothing is changed in silence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from algreg_lib.inventory.table import Texts, as_texts

SPACES: Final = "spaties aan begin of einde weggehaald"
SPECIAL_SPACES: Final = "bijzondere spatie vervangen door gewone spatie"
INVISIBLE: Final = "onzichtbare tekens weggehaald"
LINE_ENDS: Final = "regeleinde gelijkgetrokken"
EMPTY: Final = "bevatte alleen spaties of onzichtbare tekens"

_SHOWN: Final = 80
_SAME_TEXT: Final = "(dezelfde tekst, zonder die tekens)"
_NO_BREAK: Final = "\u00a0\u202f\u2007"
_ZERO_WIDTH: Final = "\u200b\u200c\u2060\ufeff\u00ad"
_LINE_ENDS: Final = "\r\u2028\u2029\x0b"
_TABLE: Final = (
    str.maketrans(_NO_BREAK, " " * len(_NO_BREAK))
    | dict.fromkeys(map(ord, _ZERO_WIDTH))
    | str.maketrans(_LINE_ENDS, "\n" * len(_LINE_ENDS))
)


class Change(NamedTuple):
    """One way in which values of a field changed."""

    field: str
    before: str
    after: str
    reason: str  #: Dutch


@dataclass
class Recoding:
    """All changes with how often they were made."""

    counts: Counter[Change] = field(default_factory=Counter)

    def add(self, key: str, before: str, after: str, reason: str, *, count: int = 1) -> None:
        """Notes a changed value, in full unless it can be found back in the inventory, and how often it changed so."""
        if before in after:
            before = shown(before)
        self.counts[Change(key, before, shown(after), reason)] += count

    def replaced(self, key: str, texts: Texts, after: Mapping[str, str], reason: str) -> Texts:
        """The texts with those in `after` replaced, and each of them noted."""
        wanted = {before: new for before, new in after.items() if before != new}
        if not wanted:
            return texts
        for text in texts:
            if text in wanted:
                self.counts[Change(key, text, shown(wanted[text]), reason)] += 1
        return _mapped(texts, wanted)

    def cleaned(self, key: str, texts: Texts) -> Texts:
        """The texts without outer spaces and invisible signs, each change noted.

        Whole columns are searched at once for the rare signs, so that clean texts cost next to nothing.
        """
        joined = "\x00".join(texts)
        odd = [sign for sign in _NO_BREAK + _ZERO_WIDTH + _LINE_ENDS if sign in joined]
        clean = [text.strip() for text in texts]  # gives the very same object back when there is nothing to strip
        for position in {i for sign in odd for i, text in enumerate(clean) if sign in text}:
            clean[position] = _plain(clean[position])
        changed = [(before, after) for before, after in zip(texts, clean, strict=True) if before is not after]
        if not changed:
            return texts
        for before, after in changed:
            if before != after:
                self.counts[_change(key, before, after)] += 1
        return as_texts(clean)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").translate(_TABLE).strip()


def _change(key: str, before: str, after: str) -> Change:
    """What was cleaned. Of long texts the signs are told, as the text itself stands in the inventory."""
    reason = _reason(before, after)
    if len(before) <= _SHOWN or not after:
        return Change(key, before, after, reason)
    start, end = len(before) - len(before.lstrip()), len(before) - len(before.rstrip())
    parts = [f"{start} aan het begin" if start else "", f"{end} aan het einde" if end else ""]
    inside = [sign for sign in _NO_BREAK + _ZERO_WIDTH + _LINE_ENDS if sign in before.strip()]
    parts += [f"{before.strip().count(sign)} × U+{ord(sign):04X}" for sign in inside]
    return Change(key, f"(lange tekst met: {', '.join(part for part in parts if part)})", _SAME_TEXT, reason)


def _reason(before: str, after: str) -> str:
    if not after:
        return EMPTY
    reasons = [
        (SPACES, before != before.strip()),
        (SPECIAL_SPACES, any(sign in before.strip() for sign in _NO_BREAK)),
        (INVISIBLE, any(sign in before for sign in _ZERO_WIDTH)),
        (LINE_ENDS, any(sign in before.strip() for sign in _LINE_ENDS)),
    ]
    return "; ".join(reason for reason, applies in reasons if applies)


def shown(text: str) -> str:
    """A text for the report: a long one by its two ends, as its middle stands in the inventory itself."""
    if len(text) <= _SHOWN:
        return text
    return f"{text[: _SHOWN // 2]} […] {text[-_SHOWN // 2 :]}"


def distinct(texts: Iterable[str]) -> list[str]:
    """The different texts that are not empty, in the order of first appearance."""
    return [text for text in dict.fromkeys(texts) if text]


def _mapped(texts: Texts, after: Mapping[str, str]) -> Texts:
    return as_texts(after.get(text, text) for text in texts)
