"""All proposals for one text: the detectors, the lists of the user, and which of two overlapping proposals stays."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from algreg_lib.privacy.detectors import DETECTORS, Detector
from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.lists import PrivacyLists, package_words
from algreg_lib.privacy.names import TITLES, first_name_hits, name_hits, name_lists
from algreg_lib.privacy.patterns import email_hits, named_account_hits
from algreg_lib.privacy.triggers import AROUND, Places, Triggers

#: Texts that are looked at together: enough to find their common words once, few enough to hold these.
_TOGETHER: Final = 4096

#: Of a text that is longer, only what stands around a trigger is looked at, so many letters to both sides and more.
_LONG: Final = 200
_NEAR: Final = 80

#: The end of a sentence or line; the stop of `Opm. JK:` or `s.v.p.` is none.
_STOP: Final = re.compile(r"(?<![Oo]pm)(?<![Nn]b)(?<![Dd]ep)(?<!s\.v\.p)(?<!a\.u\.b)[.!?](?=\s)|\n")
_DIGIT: Final = re.compile("[0-9]")

#: Triggers that belong to no detector in the table.
_EMAIL, _FIRST_NAME, _TITLE = -1, -2, -3
#: The detectors that nothing but their shape brings to work; in each a digit.
_ALWAYS: Final = frozenset(
    number
    for number, detector in enumerate(DETECTORS)
    if not (detector.needs or detector.word or detector.letters or detector.number)
)
#: Which kind stays where two claim the same letters: the one that says most, first.
_ORDER: Final = (
    "credential", "email", "iban", "internal_path", "user_id", "birth_date", "bsn", "address", "internal_host",
    "case_number", "phone", "plate", "ip", "name", "remark",
)  # fmt: skip
_RANK: Final = {kind: rank for rank, kind in enumerate(_ORDER)}


def hits(text: str, lists: PrivacyLists) -> list[Hit]:
    """The proposals for a text, by place; no two overlap, but that a remark may hold others."""
    return hits_of([text], lists)[0]


def hits_of(texts: Sequence[str], lists: PrivacyLists) -> list[list[Hit]]:
    """The proposals per text. Many texts at once cost less: equal texts and their common words are looked at once."""
    different = list(dict.fromkeys(texts))
    found: dict[str, list[Hit]] = {}
    for start in range(0, len(different), _TOGETHER):
        group = different[start : start + _TOGETHER]
        found.update(zip(group, _group(group, lists), strict=True))
    return [found[text].copy() for text in texts]


def _group(texts: Sequence[str], lists: PrivacyLists) -> Iterator[list[Hit]]:
    lowered = [text.lower() for text in texts]
    for text, low, places in zip(texts, lowered, _triggers().found_in(lowered), strict=True):
        yield _hits(text, low, places, lists)


@cache
def _triggers() -> Triggers:
    """What brings each detector to work."""
    needs: defaultdict[str, set[int]] = defaultdict(set)
    for number, detector in enumerate(DETECTORS):
        for need in detector.needs:
            needs[need].add(number)
    for sign in ("@", "at]", "at)", "apenstaartje"):
        needs[sign].add(_EMAIL)
    first = {*name_lists().dutch_first, *package_words("voornamen")}  # with and without accents
    listed = dict.fromkeys(first, _FIRST_NAME) | dict.fromkeys(TITLES, _TITLE)
    shapes, letters, digits = (
        [(number, shape) for number, shape in enumerate(column) if shape]
        for column in zip(*((each.word, each.letters, each.number) for each in DETECTORS), strict=True)
    )
    return Triggers(needs, shapes, listed, letters, digits)


def _hits(text: str, lowered: str, places: Places, lists: PrivacyLists) -> list[Hit]:
    found = [*_patterns(text, lowered, places), *name_hits(text, titled=_TITLE in places)]
    named = [text[hit.start : hit.end] for hit in found if hit.kind == "name"]
    if named:
        found += named_account_hits(text, named)
    if _FIRST_NAME in places:
        small = any(text[place : place + 4].strip(AROUND)[:1].islower() for place in places[_FIRST_NAME])
        found += first_name_hits(text, small=small or len(text) != len(lowered))
    if _EMAIL in places:
        found += email_hits(text, lists)
    if len(lowered) == len(text):  # or places in the one are not places in the other
        found = [*_not_allowed(found, lowered, lists), *_denied(lowered, lists)]
    return _without_overlap(found) if found else []


def _patterns(text: str, lowered: str, places: Places) -> Iterator[Hit]:
    digits, short = _DIGIT.search(text) is not None, len(text) <= _LONG or len(lowered) != len(text)
    for number in sorted(places.keys() | _ALWAYS if digits else places):  # the same order on every machine
        if number < 0 or (DETECTORS[number].numeric and not digits):
            continue
        detector = DETECTORS[number]
        if detector.sentence and len(lowered) == len(text):
            for start, end in _sentences(text, places[number]):
                yield from _within(text, start, end, detector)
        elif short or number not in places:
            if detector.shape is None or detector.shape.search(text):
                yield from detector.find(text)
        else:
            for start, end in _surroundings(text, places[number]):
                yield from _within(text, start, end, detector)


def _within(text: str, start: int, end: int, detector: Detector) -> Iterator[Hit]:
    """What a detector finds in a part of a text, at its places in the whole."""
    part = text[start:end]
    if (detector.numeric and not _DIGIT.search(part)) or (detector.shape and not detector.shape.search(part)):
        return
    for hit in detector.find(part):
        yield hit._replace(start=hit.start + start, end=hit.end + start)


def _sentences(text: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """The sentences or lines in which some places lie."""
    behind = 0
    for place in sorted(places):
        if place >= behind:
            stop = _STOP.search(text, place)
            before = max(text.rfind(sign, 0, place) + len(sign) for sign in ("\n", ". ", "! ", "? "))
            behind = stop.end() if stop else len(text)
            yield (before if before > 1 else 0), behind


def _surroundings(text: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """The sentences around some places, with what stands near them; the parts do not overlap."""
    start, end = 0, -1
    for place in sorted(places):
        if place + _NEAR <= end:
            continue
        first, behind = max(0, place - _NEAR), place + _NEAR
        stop = text.rfind(". ", 0, first)
        first = max(stop + 2 if stop >= 0 else 0, text.rfind("\n", 0, first) + 1)
        ends = [found for sign in (". ", "\n") if (found := text.find(sign, behind)) >= 0]
        behind = min(ends) + 1 if ends else len(text)
        if first <= end:
            end = behind
            continue
        if end >= 0:
            yield start, end
        start, end = first, behind
    if end >= 0:
        yield start, end


def _not_allowed(found: list[Hit], lowered: str, lists: PrivacyLists) -> list[Hit]:
    if not found or lists.allowed is None:
        return found
    allowed = [match.span() for match in lists.allowed.finditer(lowered)]
    return [hit for hit in found if not any(start <= hit.start and hit.end <= end for start, end in allowed)]


def _denied(lowered: str, lists: PrivacyLists) -> Iterator[Hit]:
    for match in lists.denied.finditer(lowered) if lists.denied else ():
        yield Hit(match.start(), match.end(), lists.deny.get(" ".join(match.group().split()), "name"), 1.0)


def _without_overlap(found: Iterable[Hit]) -> list[Hit]:
    """The hits by place. A remark is a sentence, and may hold a name or number; otherwise no two claim a letter."""
    found = list(found)
    remarks = _longest([hit for hit in found if hit.kind == "remark"])
    return sorted([*remarks, *_longest([hit for hit in found if hit.kind != "remark"])])


def _longest(found: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(
        found, key=lambda h: (h.confidence < 1.0, _RANK[h.kind], h.start - h.end, h.start, -h.confidence)
    ):
        if hit.end > hit.start and all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return kept
