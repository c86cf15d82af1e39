"""Runs one general tool over texts; stands alone, so that it can run in an environment of its own.

Reads a JSON list of texts from standard input, writes {version, seconds, hits} to standard output; the tool's name is
the argument. Starting the tool is not counted.
"""

from __future__ import annotations

import importlib.metadata
import json
import sys
import tempfile
import time
from collections.abc import Callable

Finder = Callable[[str], list[tuple[int, int, str]]]

#: The kinds of ours that a tool's own labels stand for.
DEDUCE = {"persoon": "name", "patient": "name", "emailadres": "email", "telefoonnummer": "phone", "bsn": "bsn",
          "locatie": "address", "id": "user_id"}  # fmt: skip
PRESIDIO = {"PERSON": "name", "EMAIL_ADDRESS": "email", "PHONE_NUMBER": "phone", "IBAN_CODE": "iban",
            "IP_ADDRESS": "ip", "LOCATION": "address"}  # fmt: skip


def deduce_finder() -> Finder:
    from deduce import Deduce

    tool = Deduce(cache_path=tempfile.mkdtemp())

    def find(text: str) -> list[tuple[int, int, str]]:
        return [(a.start_char, a.end_char, DEDUCE[a.tag]) for a in tool.deidentify(text).annotations if a.tag in DEDUCE]

    return find


def presidio_finder() -> Finder:
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

    def find(text: str) -> list[tuple[int, int, str]]:
        found = tool.analyze(text, language="nl")
        return [(r.start, r.end, PRESIDIO[r.entity_type]) for r in found if r.entity_type in PRESIDIO]

    return find


def main() -> None:
    name = sys.argv[1]
    texts = json.load(sys.stdin)
    find = deduce_finder() if name == "deduce" else presidio_finder()
    find("Jan Jansen, 06-12345678, jan@voorbeeld.nl")  # warm: what is loaded at first use is start-up
    start = time.process_time()
    hits = [find(text) for text in texts]
    seconds = time.process_time() - start
    package = {"deduce": "deduce", "presidio": "presidio-analyzer"}[name]
    json.dump({"version": importlib.metadata.version(package), "seconds": seconds, "hits": hits}, sys.stdout)


if __name__ == "__main__":
    main()
