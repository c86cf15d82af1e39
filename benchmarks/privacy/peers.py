"""Runs one tool over texts; stands alone, so that a general tool can run in an environment of its own.

Reads {warm, texts} as JSON from standard input, writes {version, seconds, hits} to standard output; the tool's name is
the argument. Starting the tool is not counted, and it has read the warm texts before; seconds are of the processor.
"""

# The general tools live in an environment of their own, so that mypy cannot find their types here.
# mypy: disable-error-code="import-not-found, import-untyped, misc, unused-ignore"

from __future__ import annotations

import importlib.metadata
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

Found = list[tuple[int, int, str]]
Finder = Callable[[list[str]], list[Found]]

#: The kinds of ours that a tool's own labels stand for.
DEDUCE = {"persoon": "name", "patient": "name", "emailadres": "email", "telefoonnummer": "phone", "bsn": "bsn",
          "locatie": "address", "id": "user_id"}  # fmt: skip
PRESIDIO = {"PERSON": "name", "EMAIL_ADDRESS": "email", "PHONE_NUMBER": "phone", "IBAN_CODE": "iban",
            "IP_ADDRESS": "ip", "LOCATION": "address"}  # fmt: skip
#: Of a tool that keeps what it learned in a turn, only the first turn in a process counts.
TURNS = {"algreg": 1, "deduce": 3, "presidio": 1}
PACKAGES = {"algreg": "algreg", "deduce": "deduce", "presidio": "presidio-analyzer"}


def algreg_finder() -> Finder:
    """Ours."""
    from algreg_lib.privacy import default_lists, hits_of

    def find(texts: list[str]) -> list[Found]:
        return [[(hit.start, hit.end, hit.kind) for hit in hits] for hits in hits_of(texts, default_lists())]

    return find


def deduce_finder() -> Finder:
    """Deduce, with its lists kept between runs: making them takes a minute."""
    from deduce import Deduce

    kept = Path.home() / ".cache" / "algreg-benchmarks"
    kept.mkdir(parents=True, exist_ok=True)
    tool = Deduce(cache_path=kept)

    def find(texts: list[str]) -> list[Found]:
        annotated = (tool.deidentify(text).annotations for text in texts)
        return [[(a.start_char, a.end_char, DEDUCE[a.tag]) for a in found if a.tag in DEDUCE] for found in annotated]

    return find


def presidio_finder() -> Finder:
    """Presidio with an empty Dutch language model; it has no Dutch names."""
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class Blank(SpacyNlpEngine):
        def __init__(self) -> None:
            super().__init__()
            self.nlp = {"nl": spacy.blank("nl")}

    registry = RecognizerRegistry(supported_languages=["nl"])
    registry.load_predefined_recognizers(languages=["nl"])
    tool = AnalyzerEngine(nlp_engine=Blank(), registry=registry, supported_languages=["nl"])

    def find(texts: list[str]) -> list[Found]:
        found = (tool.analyze(text, language="nl") for text in texts)
        return [[(r.start, r.end, PRESIDIO[r.entity_type]) for r in rs if r.entity_type in PRESIDIO] for rs in found]

    return find


FINDERS: dict[str, Callable[[], Finder]] = {
    "algreg": algreg_finder,
    "deduce": deduce_finder,
    "presidio": presidio_finder,
}


def main() -> None:
    """Measures the tool that the argument names."""
    name = sys.argv[1]
    given = json.load(sys.stdin)
    texts = given["texts"]
    find = FINDERS[name]()
    find(given["warm"])
    seconds, hits = [], []
    for _ in range(TURNS[name]):
        start = time.process_time()
        hits = find(texts)
        seconds.append(time.process_time() - start)
    version = importlib.metadata.version(PACKAGES[name])
    json.dump({"version": version, "seconds": statistics.median(seconds), "hits": hits}, sys.stdout, default=int)


if __name__ == "__main__":
    main()
