"""How hard a Dutch text is to read, measured, with the sentences and words that make it so."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from algreg_lib.quality.text import stripped

#: A sentence of more words than this is hard to follow at level B1 (advice of Rijksoverheid: 10 to 15 on average).
LONGEST_SENTENCE: Final = 25
#: Below this Flesch-Douma score we call a text hard, and from the second on texts at level B1 are found; measured on
#: published texts and on texts that were written at B1 (docs/kwaliteit/leesbaarheid.md). A test holds our own to it.
HARD_BELOW: Final = 35.0
_USUAL_AT_B1: Final = 50
#: Below this a measure of a whole text says too little.
FEWEST_WORDS: Final = 40

_TAG: Final = re.compile(r"(?i)<\s*/?\s*(?:p|div|br|li|ul|ol)\b[^>]*>")
_SENTENCE_END: Final = re.compile(
    r"(?:(?<=[a-z0-9)\]”\"'’][.!?])|(?<=[A-Z]{2}[.!?]))\s+(?=[\"'“‘(]?[A-Z0-9])|\n\s*(?:[-•*–]\s+)?"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SYLLABLE: Final = re.compile(
    r"(?i)aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ij|ei|eu|ui|au|ou|oe|ie|[aeiouyáàäâéèëêíìïîóòöôúùüû]"
)
_ADDRESS: Final = re.compile(r"(?i)https?://\S+|www\.\S+|\S+@\S+\.\S+")
_ABBREVIATION: Final = re.compile(r"(?<![\w./-])[A-Z][A-Za-z]?[A-Z]{1,4}(?![\w-])")
_SHOUTING: Final = re.compile(r"(?:\b[A-Z]{2,}\b\W+){3}")


def sentences(text: str) -> list[str]:
    """The sentences of a text, without HTML and web addresses. A line break ends a sentence too."""
    return [sentence for sentence, _ in _split(text)]


@lru_cache(maxsize=256)  # the measures of one text ask one after the other
def _split(text: str) -> list[tuple[str, list[str]]]:
    """Each sentence and its words."""
    plain = _without_addresses(stripped(_TAG.sub("\n", text) if "<" in text else text))
    parts = [(part, _WORD.findall(part)) for part in _SENTENCE_END.split(plain) if part]
    return [(" ".join(part.split()), words) for part, words in parts if words]


def _without_addresses(text: str) -> str:
    """Looking for an address is slow, and most texts hold none of these signs."""
    possible = "@" in text or "://" in text or "www." in text.casefold()
    return _ADDRESS.sub(" ", text) if possible else text


def readability(text: str) -> float:
    """The Flesch-Douma score: 206.84 - 0.77 × syllables per 100 words - 0.93 × words per sentence.

    Higher is easier; not a number for a text of less than FEWEST_WORDS words. Source: Douma (1960).
    """
    found = _split(text)
    words = [word for _, of_sentence in found for word in of_sentence]
    if len(words) < FEWEST_WORDS:
        return float("nan")
    syllables = sum(map(_syllables, words))
    return 206.84 - 0.77 * (100 * syllables / len(words)) - 0.93 * (len(words) / len(found))


@lru_cache(maxsize=65_536)  # a language has far fewer words than its texts
def _syllables(word: str) -> int:
    """A word without a vowel counts for one, as people say its letters."""
    return max(len(_SYLLABLE.findall(word)), 1)


def hard_to_read(text: str) -> str | None:
    """The score of a text below HARD_BELOW and its two hardest sentences; None when it is easier or too short."""
    if len(text) < 2 * FEWEST_WORDS:
        return None
    score = readability(text)
    if not score < HARD_BELOW:
        return None
    hardest = sorted(_split(text), key=lambda sentence: _burden(sentence[1]), reverse=True)[:2]
    quoted = " en ".join(f"'{_short(sentence)}'" for sentence, _ in hardest)
    return f"Leesscore {score:.0f}; op dat niveau is {_USUAL_AT_B1} of meer gewoon. Begin met: {quoted}."


def long_sentence(text: str) -> str | None:
    """The longest sentence of more than LONGEST_SENTENCE words, and how many; None when there is none."""
    if len(text) < 2 * LONGEST_SENTENCE:
        return None
    longest, words = max(_split(text), key=lambda sentence: len(sentence[1]), default=("", []))
    return f"{len(words)} woorden: '{_short(longest)}'" if len(words) > LONGEST_SENTENCE else None


def hard_words(text: str) -> str | None:
    """Words of officialdom with a plainer one, at most five; None when there are none."""
    plainer = hard_word_list()
    found = plainer.keys() & _WORD.findall(text.casefold())
    return ", ".join(f"'{plainer[word]}' in plaats van '{word}'" for word in sorted(found)[:5]) or None


def abbreviations(text: str) -> str | None:
    """Abbreviations that are not common and not explained in the text, at most five; None when there are none."""
    if _SHOUTING.search(text):
        return None
    found = dict.fromkeys(_ABBREVIATION.findall(_without_addresses(stripped(text))))
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
    """`woord (AFK)`, `AFK (woord)`, `AFK staat voor` and `AFK, de woorden` explain it; `de AFK, de TWD` is a list."""
    plain = re.escape(short)
    before, behind = (
        rf"\(\s*(?:afgekort\s+|de\s+|het\s+)?{plain}\b",
        r"\(|staat voor|betekent|, (?:de|het|een) (?![A-Z]{2})",
    )
    return re.search(rf"{before}|\b{plain}\s*(?:{behind})", text) is not None


def _burden(words: list[str]) -> float:
    """What a sentence adds to the difficulty: its words, and the syllables of the long ones."""
    return len(words) + sum(len(_SYLLABLE.findall(word)) - 3 for word in words if len(word) > 9)


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 120 else f"{sentence[:119].rstrip()}…"
