"""What a sentence says that has to be done: an order, or a verb that changes a text."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from algreg_lib.privacy.remarks.aside_words import (
    DONE,
    EDIT_ORDERS,
    INFINITIVES,
    ORDERS,
    PARTICLES,
    SPLIT_VERBS,
    STOPS,
)

#: Words that begin another part of a sentence, as stops do.
_PART_ENDS: Final = STOPS | frozenset("als voordat zodat omdat zodra want maar dan anders tot".split())
#: What may stand behind a separable verb: `haal dit weg voordat …`.
_BEHIND_PARTICLE: Final = STOPS | {"in", "zodra", "voor", "voordat"}
_BEHIND_INFINITIVE: Final = frozenset("voor in op bij uit met naar door van aan of".split())
_FINITE: Final = frozenset(("may", "can", "ought", "passive"))
_NO_ORDER: Final = frozenset(("te", "om", "is", "zijn"))
#: What may stand before the verb of an order.
_ADVERBS: Final = frozenset(("yet", "no", "only", "please"))
_FILLERS: Final = frozenset("dus echt zo letterlijk liefst hier dit dat ze hem".split())
_PLURAL: Final = frozenset(("we", "wij", "zij"))
_ASKED_OF: Final = (["aan"], ["bij"], ["of"])
_AWAY: Final = ("weg", "eruit", "eraf", "erin")


class Words(NamedTuple):
    """The words and stops of a sentence or a part of it, in lower case, and the class of each (or nothing)."""

    tokens: list[str]
    classes: list[str]

    def ends(self, place: int) -> bool:
        """Whether a part of the sentence ends at a place."""
        return place >= len(self.tokens) or self.tokens[place] in STOPS

    def any_of(self, *names: str) -> bool:
        """Whether a word of one of some classes is among them."""
        return not frozenset(names).isdisjoint(self.classes)


def orders(words: Words) -> bool:
    """Whether a part is an order: it begins with the verb, or has an infinitive and no other verb."""
    return any(_is_order(part) for part in _parts(words))


def _parts(words: Words) -> Iterator[Words]:
    """The parts between stops; not what goes on with a list (`kan voorlezen, vertalen`) or behind brackets."""
    start, goes_on = 0, False
    for place, word in enumerate([*words.tokens, "."]):
        if word in _PART_ENDS:
            part = Words(words.tokens[start:place], words.classes[start:place])
            if part.tokens and not goes_on:
                yield part
            goes_on = word == ")" or (word == "," and not _FINITE.isdisjoint(part.classes))
            start = place + 1


def _is_order(part: Words) -> bool:
    tokens, classes = part
    verb = next(
        (place for place, name in enumerate(classes) if name not in _ADVERBS and tokens[place] not in _FILLERS), 0
    )
    first = tokens[verb]
    if (verb == 0 or classes[0] == "please") and (first in EDIT_ORDERS or (first in ORDERS and len(tokens) > 1)):
        return True
    if (first in INFINITIVES and verb) or _to_ask(tokens, verb):
        return True
    if not _FINITE.isdisjoint(classes) or not _NO_ORDER.isdisjoint(tokens):
        return False
    last = max((place for place, name in enumerate(classes) if name != "please"), default=0)
    return any(
        _is_infinitive(tokens, place)
        for place in range(last + 1)
        if place in (verb, last) or "yet" in classes or tokens[place + 1] in _BEHIND_INFINITIVE
    )


def _to_ask(tokens: list[str], place: int) -> bool:
    """`vragen aan …`, `Kees vragen of …`."""
    return (tokens[place] == "vragen" and tokens[place + 1 : place + 2] in _ASKED_OF) or tokens[1:3] == ["vragen", "of"]


def _is_infinitive(tokens: list[str], place: int) -> bool:
    word, before = tokens[place], tokens[place - 1] if place else ""
    if word in ("maken", "laten"):
        return _changes(before)
    if word == "brengen":
        return before == "naarbuiten"
    return word in INFINITIVES and before not in ("het", "voor", "bij") and not told_of(tokens, place)


def told_of(tokens: list[str], place: int) -> bool:
    """Whether a verb is no infinitive but tells what some do: `zij controleren`, `eerst bespreken we`."""
    return not _PLURAL.isdisjoint((*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]))


def _changes(word: str) -> bool:
    """`korter maken`, `weg laten`, `eruit laten`."""
    return DONE.get(word) == "weak" or word == "eruit"


def leaves(words: Words) -> bool:
    """Whether something may or must go: `mag weg`, `moet eruit`."""
    return words.any_of("may", "can") and any(
        token in _AWAY and words.ends(place + 1) for place, token in enumerate(words.tokens)
    )


def edits(words: Words, *, told: bool, near: bool) -> float:
    """What verbs that change a text count for when they are no infinitive; more near a word for a part of the text.

    In the past tense only where something is asked or to come, or somebody tells (`told`) what he did.
    """
    if "edited" in words.classes:
        if words.any_of("speaker") and (near or told):
            return 1.0
        if "?" in words.tokens or words.any_of("yet", "ought", "may"):
            plain = "?" in words.tokens or words.tokens[0] in ("wordt", "worden")
            return 1.5 if near or told or plain else 0.5
    split = 0.0
    for place, word in enumerate(words.tokens):
        begins = place == 0 or words.tokens[place - 1] in STOPS
        if (begins and word in EDIT_ORDERS) or _to_edit(words.tokens, place):
            return 1.5
        if word in SPLIT_VERBS or (begins and word == "pas"):
            split = 1.5 if word in ORDERS or near else 1.0
        elif split and word in PARTICLES and (words.ends(place + 1) or words.tokens[place + 1] in _BEHIND_PARTICLE):
            return split
    return 0.0


def _to_edit(tokens: list[str], place: int) -> bool:
    """`aan te passen`, `korter maken`."""
    if not place:
        return False
    if tokens[place] == "te":
        return "".join([tokens[place - 1], *tokens[place + 1 : place + 2]]) in INFINITIVES
    return tokens[place] in ("maken", "laten") and _changes(tokens[place - 1])
