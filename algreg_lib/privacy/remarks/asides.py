"""Proposes sentences that speak about the text itself: who reads the register has no use for them.

No pattern of words says it, but what a sentence holds together: a thing of the text (`deze zin`, `hier`), what is done
to it (`schrappen`, `noemen`, `online`), and how it is said (a question, an order, `nog`, `ik`, `jullie`, doubt). Each
has a weight; who acts in what a citizen may read (`u`, `de medewerker`, `het model`) counts against it.
"""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.remarks.aside_verbs import Words, edits, leaves, orders, told_of
from algreg_lib.privacy.remarks.aside_words import CITIZEN_CLASSES, CLASS, INTO, ORDERS, SMALL, STOPS, WEIGHT

#: From this score on a sentence is a remark.
_ENOUGH: Final = 3.0
#: More words than these are rather an explanation; so many are no remark.
_LENGTH: Final = 16
_TOO_LONG: Final = 40
#: An order of so many words about what one does to texts alone needs no more.
_SHORT: Final = 6
#: Of these a sentence must hold one: what is done, and how it is said.
_ACTS: Final = frozenset(
    "edit write publish about doubt holds weak to answer ought asks reader addressed".split()
)  # fmt: skip
_MOODS: Final = frozenset(
    "bracket order asks loud yet speaker reader please doubt holds may can ought addressed no only anyone".split()
)

_TOKEN: Final = re.compile(r"@?[^\W\d_][\w'’-]*|[?!:;,()\[\]>–]|[.-](?=\s|$)")
_EDGES: Final = " \t*_#•-"
_CLOSING: Final = " \t\n.!?;"
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]{4,})[)\]]")
_ADDRESSED: Final = re.compile(
    r"(?:vraag |verzoek )?(?:aan|an|voor|t\.a\.v\.) (?:de |het |'t |mijn |onze )?[\w-]+(?: \w+)?:|nb |@"
    r"|(?:(?:redactie|webredactie|nb\.?|p\.?s\.?|let op|noot|opm\.?|reminder|herinnering|notitie|opmerking)"
    r"(?: \w+){0,3}"
    r"|(?:vraag|vraagje)(?: \w+){1,3}) ?:"
)
_GREETING: Final = re.compile(r"(?:hoi|hallo|beste|dag|hey|hé) ")
#: To a colleague with whom one is on formal terms.
_COURTEOUS: Final = re.compile(r"(?:kunt|wilt|zou|zoudt) u (?:dat|dit|deze|die|hier|nog|even|svp)\b")
_UNSURE: Final = re.compile(
    r"\b(?:weet(?: ik)? (?:niet?|het niet?|zo niet?)|kweenie|weten niet|niet (?:helemaal )?zeker|geen idee"
    r"|lijkt (?:me|mij)|volgens mij|denk ik|geloof ik|ik twijfel|twijfel ik|vra(?:ag me|gen ons) af|snap (?:ik )?niet"
    r"|begrijp (?:ik )?niet|wie weet|weet (?:iemand|wie|jij)|klopt (?:dit|dat|deze|die)"
    r"|laat (?:het |maar |even )*weten of|hoor (?:het )?graag|voel je vrij|vinden jullie|vind j(?:e|ij))\b"
)
#: One of these is in each of those.
_UNSURE_WORDS: Final = frozenset(
    "weet kweenie weten zeker idee me mij ik af snap begrijp klopt kloppen hoor voel vinden vind".split()
)
_OWN: Final = ("mijn", "onze", "jouw", "jullie")
_CONDITIONS: Final = ("als", "indien", "wanneer", "zodra", "voordat")
#: What tells what `dit` is, and says nothing about a text.
_DEFINES: Final = (["is"], ["kan"], ["zijn"], ["betekent"])

_EVEN: Final = frozenset(("eerst", "even", "effe"))
#: What counts in a question only, and how many times the count in an order.
_ASKED: Final = {"can": 0.5, "team": 0.5, "you": 0.5, "anyone": 1.0}
_ORDERED: Final = {"no": 2.0, "actor": 0.25, "system": 0.25}
_OF_TEXT: Final = frozenset(("part", "thing", "points", "here", "this"))
_NOUNS: Final = frozenset(("part", "thing", "points"))

Weights = dict[str, float]


def aside_hits(sentence: str) -> Iterator[Hit]:
    """A sentence that speaks about the text to a colleague, without its stop; what is in brackets is one by itself."""
    found = [match.span(1) for match in _BRACKETS.finditer(sentence) if _speaks(match.group())]
    if not found and _speaks(sentence):
        start = len(sentence) - len(sentence.lstrip(_EDGES))
        open_bracket = sentence.count("(") > sentence.count(")")
        found = [(start, len(sentence.rstrip() if open_bracket else sentence.rstrip(_CLOSING)))]
    for start, end in found:
        yield Hit(start, end, "remark", 0.6)


def _speaks(sentence: str) -> bool:
    return sum(aside_weights(sentence).values()) >= _ENOUGH


def aside_weights(sentence: str) -> Weights:
    """What a sentence holds that speaks about the text or to a citizen, with the weights; empty without any of it."""
    lowered = _joined(sentence.lower().strip(_EDGES))
    tokens = _TOKEN.findall(lowered)
    words = Words(tokens, [CLASS.get(token, "") for token in tokens])
    found = set(words.classes)
    if len(found) < 2 or len(tokens) > _TOO_LONG or ("citizen" in found and not _COURTEOUS.search(lowered)):
        return {}
    weights = {name: WEIGHT[name] for name in found if name in WEIGHT}
    if "citizen" in found:
        weights["mine"] = WEIGHT["mine"]
    if "?" not in tokens and found.isdisjoint(_OF_TEXT) and sum(weights.values()) <= 0:
        return {}  # more is told of the system than can be outweighed
    weights["order"] = 1.0 if orders(words) else 0.0
    _weigh_text(weights, words)
    told = bool(weights["about"] or weights.get("here") or "this" in weights)
    _weigh_persons(weights, words, found, told=told)
    _weigh_outsiders(weights, found)
    _weigh_manner(weights, tokens, lowered)
    _weigh_order(weights, tokens, found)
    if not (_has(weights, _ACTS) or (told and _has(weights, {"order", "speaker"}))) or not _has(weights, _MOODS):
        return {}
    weights["length"] = min(0.0, (_LENGTH - len(tokens)) / 10)
    return weights


def _joined(lowered: str) -> str:
    """The sentence with what says one thing as one word."""
    if " bu" in lowered or "openbare" in lowered:
        lowered = lowered.replace("naar buiten", "naarbuiten").replace("naor buuten", "naarbuiten")
        lowered = lowered.replace("openbare ", "openbaar-")
    if ".b." in lowered or ".p." in lowered:
        lowered = lowered.replace("a.u.b.", "aub").replace("s.v.p.", "svp")
    return lowered


def _has(weights: Weights, names: frozenset[str] | set[str]) -> bool:
    return any(weights.get(name) for name in names)


def _weigh_text(weights: Weights, words: Words) -> None:
    """What is spoken of, and what happens to it."""
    tokens, classes = words
    weights["about"] = max((_points(words, place) for place, name in enumerate(classes) if name in _NOUNS), default=0.0)
    if "this" in weights:
        defines = classes[0] == "this" and tokens[1:2] in _DEFINES and "no" not in weights
        if weights["about"] or defines or not _stands_alone(tokens, classes.index("this") + 1):
            del weights["this"]
    if "edit" in weights and "write" in weights:
        del weights["edit"]
    if "edit" in weights and all(
        (place and tokens[place - 1] in ("het", "door")) or told_of(tokens, place)
        for place, name in enumerate(classes)
        if name == "edit"
    ):
        del weights["edit"]
    changed = "edit" in weights or "write" in weights
    if not changed and leaves(words):
        weights["edit"], weights["here"] = 1.5, 0.0
    elif not changed:
        weights["edit"] = edits(words, told=words.any_of("here", "this"), near=bool(weights["about"]))
    if "to" in weights:
        _weigh_outside(weights, tokens[: classes.index("to")])


def _weigh_outside(weights: Weights, before: list[str]) -> None:
    """A place where texts are read counts behind `in` or `naar`, and more where they may not come."""
    if INTO.isdisjoint(before[-3:]):
        del weights["to"]
    elif "publish" in weights:
        weights["to"] = 0.5
    elif "no" in weights:
        weights["to"] = 1.5


def _weigh_persons(weights: Weights, words: Words, found: set[str], *, told: bool) -> None:
    """Who speaks to whom."""
    asks = "?" in words.tokens
    if asks:
        weights |= {name: weight for name, weight in _ASKED.items() if name in found and (told or name != "you")}
    elif "you" in found and not found.isdisjoint(("can", "may", "ought")):
        weights["you"] = -2.0
    if "speaker" in weights and (told or asks):
        weights["speaker"] = 1.5 if told else 0.0
    if not asks or weights["about"]:
        weights.pop("mine", None)
    if not (told or "no" in weights or asks):
        weights.pop("may", None)


def _weigh_outsiders(weights: Weights, found: set[str]) -> None:
    """Who may not know, and from whom an answer is waited for."""
    if "outsider" in found and "no" in weights and ("may" in weights or "ought" in weights):
        weights["outsider"] = 1.0
    closed = ("no" in weights or "only" in weights) and (weights["order"] or "may" in weights)
    if "send" in found and (closed or "this" in weights or weights["about"] > 1):
        weights["publish"] = 1.5
    if "answer" in found and ("please" in found or "yet" in found):
        weights["answer"] = 1.0


def _weigh_manner(weights: Weights, tokens: list[str], lowered: str) -> None:
    """How it is said: as a question, loud, to somebody, with doubt."""
    asks = "?" in tokens
    if asks:
        weights["asks"] = 1.5 if "dit zo" in lowered or "zo goed" in lowered else 1.0
    elif tokens[-1] == "!":
        weights["loud"] = 0.5
    if "ought" in weights:
        weights["ought"] = 0.5 if asks else 1.5 if weights.get("here") else 1.0
    if "nog" in tokens and not _EVEN.isdisjoint(tokens):
        weights["yet"] = 1.5
    if _ADDRESSED.match(lowered):
        weights["addressed"] = 1.5
    elif _GREETING.match(lowered):
        weights["greeting"] = 1.0
    if not _UNSURE_WORDS.isdisjoint(tokens) and _UNSURE.search(lowered):
        weights["doubt"] = 1.5


def _weigh_order(weights: Weights, tokens: list[str], found: set[str]) -> None:
    """An order, and what takes away from one."""
    if tokens[0] in _CONDITIONS:
        weights["condition"] = -1.0
    if weights["order"]:
        weights["bracket"] = 1.0 if tokens[0] == "[" else 0.0
        weights["short"] = 0.5 if "write" in weights and len(tokens) <= _SHORT else 0.0
        weights |= {name: weights[name] * times for name, times in _ORDERED.items() if name in weights}
    elif tokens[0] in ("wordt", "worden"):
        weights["order"] = 0.0 if "asks" in weights else 1.0
    elif "passive" in found and "yet" not in found and "asks" not in weights:
        weights["passive"] = -1.0


def _points(words: Words, place: int) -> float:
    """How clearly a word is a part of this text."""
    tokens, classes = words
    name, before = classes[place], range(max(0, place - 2), place)
    if name == "points":
        return 1.5 if tokens[place].endswith("staande") and _stands_alone(tokens, place + 1) else 0.0
    pointed = any(
        tokens[at] in _OWN or classes[at] == "this" or (classes[at] == "points" and not _joins(words, at))
        for at in before
    )
    if name == "thing":
        return 1.5 if pointed else 0.5 if "?" in tokens else 0.0
    return 2.0 if pointed or place == 0 or tokens[place - 1] in STOPS or tokens[place - 1] in ("geen", "nog") else 1.0


def _joins(words: Words, place: int) -> bool:
    """Whether `die` or `dat` says more about the noun before it."""
    if words.tokens[place] not in ("die", "dat") or place == 0:
        return False
    before, name = words.tokens[place - 1], words.classes[place - 1]
    return not (before in STOPS or before in SMALL or before in ORDERS) and (not name or name in CITIZEN_CLASSES)


def _stands_alone(tokens: list[str], place: int) -> bool:
    """Whether no thing follows that is pointed at."""
    if place >= len(tokens) or tokens[place] in STOPS or tokens[place] in SMALL:
        return True
    name = CLASS.get(tokens[place])
    return name is not None and name not in ("thing", "part", "to") and name not in CITIZEN_CLASSES
