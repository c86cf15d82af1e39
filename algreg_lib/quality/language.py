"""How hard a Dutch text is to read, measured, with the sentences and words that make it so."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from algreg_lib.quality.text import stripped

#: A sentence of more words than this is hard to follow at level B1 (advice of Rijksoverheid: 10 to 15 on average).
LONGEST_SENTENCE: Final = 25
#: Flesch-Douma score from which a text counts as readable at B1. Source: W.H. Douma, De leesbaarheid van
#: landbouwbladen (1960): 60 and higher is `standaard`, below it `vrij moeilijk`. A test holds our own texts above it.
EASIEST_HARD: Final = 45.0
#: Below this a measure of a whole text says too little.
FEWEST_WORDS: Final = 40

_TAG: Final = re.compile(r"(?i)<\s*/?\s*(?:p|div|br|li|ul|ol)\b[^>]*>")
_SENTENCE_END: Final = re.compile(r"(?<=[a-z0-9)\]”\"'’][.!?])\s+(?=[\"'“‘(]?[A-Z0-9])|\n\s*(?:[-•*–]\s+)?")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SYLLABLE: Final = re.compile(
    r"(?i)aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ij|ei|eu|ui|au|ou|oe|ie|[aeiouyáàäâéèëêíìïîóòöôúùüû]"
)
_VOWEL: Final = re.compile(r"(?i)[aeiouyáàäâéèëêíìïîóòöôúùüû]").search
_ADDRESS: Final = re.compile(r"(?i)https?://\S+|www\.\S+|\S+@\S+\.\S+")
_ABBREVIATION: Final = re.compile(r"(?<![\w./-])[A-Z][A-Za-z]?[A-Z]{1,4}(?![\w-])")
_SHOUTING: Final = re.compile(r"(?:\b[A-Z]{2,}\b\W+){3}")


@lru_cache(maxsize=1024)  # the measures of one text ask one after the other
def sentences(text: str) -> list[str]:
    """The sentences of a text, without HTML and web addresses. A line break ends a sentence too."""
    plain = _ADDRESS.sub(" ", stripped(_TAG.sub("\n", text)))
    return [" ".join(part.split()) for part in _SENTENCE_END.split(plain) if part and _WORD.search(part)]


def readability(text: str) -> float:
    """The Flesch-Douma score: 206.84 - 0.77 × syllables per 100 words - 0.93 × words per sentence.

    Higher is easier; not a number for a text of less than FEWEST_WORDS words. Source: Douma (1960).
    """
    return _score(sentences(text))


def _score(found: list[str]) -> float:
    words = [word for sentence in found for word in _WORD.findall(sentence)]
    if len(words) < FEWEST_WORDS:
        return float("nan")
    # Counted over the whole text: a word without a vowel counts for one, as people say its letters.
    syllables = len(_SYLLABLE.findall(" ".join(words))) + sum(not _VOWEL(word) for word in words)
    return 206.84 - 0.77 * (100 * syllables / len(words)) - 0.93 * (len(words) / len(found))


def hard_to_read(text: str) -> str | None:
    """The score of a text below EASIEST_HARD and its two hardest sentences; None when it is easier or too short."""
    if len(text) < 2 * FEWEST_WORDS:
        return None
    found = sentences(text)
    score = _score(found)
    if not score < EASIEST_HARD:
        return None
    hardest = sorted(found, key=_burden, reverse=True)[:2]
    quoted = " en ".join(f"'{_short(sentence)}'" for sentence in hardest)
    return f"Leesscore {score:.0f}; vanaf {EASIEST_HARD:.0f} is het goed. Begin met: {quoted}."


def long_sentence(text: str) -> str | None:
    """The longest sentence of more than LONGEST_SENTENCE words, and how many; None when there is none."""
    if len(text) < 2 * LONGEST_SENTENCE:
        return None
    longest = max(sentences(text), key=_words, default="")
    count = _words(longest)
    return f"{count} woorden: '{_short(longest)}'" if count > LONGEST_SENTENCE else None


def hard_words(text: str) -> str | None:
    """Words of officialdom with a plainer one, at most five; None when there are none."""
    plainer = hard_word_list()
    found = plainer.keys() & _WORD.findall(text.casefold())
    return ", ".join(f"'{plainer[word]}' in plaats van '{word}'" for word in sorted(found)[:5]) or None


def abbreviations(text: str) -> str | None:
    """Abbreviations that are not common and not explained in the text, at most five; None when there are none."""
    if _SHOUTING.search(text):
        return None
    found = dict.fromkeys(_ABBREVIATION.findall(_ADDRESS.sub(" ", stripped(text))))
    unknown = [short for short in found if short not in common_abbreviations() and not _explained(short, text)]
    return ", ".join(unknown[:5]) or None


@cache
def common_abbreviations() -> frozenset[str]:
    """Abbreviations that need no explanation."""
    return frozenset(_lists()["abbreviations"])


@cache
def hard_word_list() -> dict[str, str]:
    """Words of officialdom and the plainer word, in lower case."""
    return dict(_lists()["words"])


@cache
def _lists() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("algreg_lib.quality").joinpath("language.toml").read_text(encoding="utf-8"))


def _explained(short: str, text: str) -> bool:
    """`woord (AFK)`, `AFK (woord)` and `AFK staat voor` explain it."""
    plain = re.escape(short)
    before, behind = rf"\(\s*(?:afgekort\s+|de\s+|het\s+)?{plain}\b", r"\(|staat voor|betekent|, (?:de|het|een) "
    return re.search(rf"{before}|\b{plain}\s*(?:{behind})", text) is not None


def _words(sentence: str) -> int:
    return len(_WORD.findall(sentence))


def _burden(sentence: str) -> float:
    """What a sentence adds to the difficulty: its words, and the syllables of the long ones."""
    words = _WORD.findall(sentence)
    return len(words) + sum(len(_SYLLABLE.findall(word)) - 3 for word in words if len(word) > 9)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 120 else f"{sentence[:119].rstrip()}…"
