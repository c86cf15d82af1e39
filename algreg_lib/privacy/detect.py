"""All proposals for one text: the detectors, the lists of the user, and which of two overlapping proposals stays."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Final

from algreg_lib.privacy.contact import email_hits
from algreg_lib.privacy.detectors import DETECTORS, DIGITS
from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.lists import PrivacyLists, package_words
from algreg_lib.privacy.name_shapes import first_name_hits
from algreg_lib.privacy.name_tokens import TITLES
from algreg_lib.privacy.namelists import name_lists
from algreg_lib.privacy.names import name_hits
from algreg_lib.privacy.triggers import Tag, Triggers

#: Texts that are looked at together: enough to find their common words once, few enough to hold these.
_TOGETHER: Final = 4096

#: Words that stand in most texts: of a need with other words these are not the one to look for.
_COMMON: Final = frozenset("niet nog voor naar aan met van die zij hij dit het worden onder even doen goed".split())

#: Tags that belong to no detector in the table.
_DIGIT, _EMAIL, _FIRST_NAME, _TITLE = Tag(-1), Tag(-2), Tag(-3), Tag(-4)
#: Which kind stays where two claim the same letters: the one that says most, first.
_ORDER: Final = (
    "credential", "email", "iban", "internal_path", "user_id", "birth_date", "bsn", "address", "case_number",
    "phone", "plate", "ip", "internal_host", "name", "remark",
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
    for text, low, tags in zip(texts, lowered, _triggers().found_in(lowered), strict=True):
        yield _hits(text, low, tags, lists)


@cache
def _triggers() -> Triggers:
    """What brings each detector to work; of a need with spaces its longest word, the rest is looked at in the text."""
    needs: defaultdict[str, defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for number, detector in enumerate(DETECTORS):
        for need in detector.needs:
            piece = max(need.split(), key=lambda word: (word not in _COMMON, len(word)))
            needs[piece][number].add(need)
    pieces = {piece: _tags(piece, whole) for piece, whole in needs.items()}
    for sign in ("@", "at]", "at)", "apenstaartje"):
        pieces[sign] = [*pieces.get(sign, ()), _EMAIL]
    shapes = [(Tag(number), detector.word) for number, detector in enumerate(DETECTORS) if detector.word]
    first = {*name_lists().dutch_first, *package_words("voornamen")}  # with and without accents
    listed = dict.fromkeys(first, _FIRST_NAME) | dict.fromkeys(TITLES, _TITLE)
    letters = [(Tag(number), detector.letters) for number, detector in enumerate(DETECTORS) if detector.letters]
    return Triggers(pieces, [(_DIGIT, DIGITS), *shapes], listed, letters)


def _tags(piece: str, needs: Mapping[int, Set[str]]) -> list[Tag]:
    """The tags of a piece, one per detector; a need that is the piece itself asks for nothing more."""
    return [Tag(number, () if piece in whole else tuple(sorted(whole))) for number, whole in needs.items()]


def _hits(text: str, lowered: str, tags: frozenset[Tag], lists: PrivacyLists) -> list[Hit]:
    found = [*_patterns(text, lowered, tags), *name_hits(text, titled=_TITLE in tags)]
    if _FIRST_NAME in tags:
        found += first_name_hits(text)
    if _EMAIL in tags:
        found += email_hits(text, lists)
    if len(lowered) == len(text):  # or places in the one are not places in the other
        found = [*_not_allowed(found, lowered, lists), *_denied(lowered, lists)]
    return _without_overlap(found) if found else []


def _patterns(text: str, lowered: str, tags: frozenset[Tag]) -> Iterator[Hit]:
    for number in sorted({tag.detector for tag in tags if tag.fits(lowered)}):
        detector = DETECTORS[number] if number >= 0 else None
        if detector is None or (detector.numeric and _DIGIT not in tags):
            continue
        if detector.shape is None or detector.shape.search(text):
            yield from detector.find(text)


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
    for hit in sorted(found, key=lambda h: (h.confidence < 1.0, _RANK[h.kind], h.start - h.end, h.start)):
        if hit.end > hit.start and all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return kept
