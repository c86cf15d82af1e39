"""Prints how well privacy findings are proposed: `python -m benchmarks.privacy [--misses] [--corpus EXPORT]`."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks.privacy.scores import FRESH, LEARNED, Score, Sentence, Span, scores, sentences
from benchmarks.privacy.speed import beside, peer, run

#: How many texts of the register the tools are measured on, beside all of them: what one organisation has.
SAMPLE: Final = 350


def main() -> None:
    """Measures ours and the two general tools, and prints a table; with --misses also what went wrong.

    The misses of the fresh set are not shown: whoever reads them can no longer measure with it.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--corpus", type=Path, help="an export of the register, to count hits on published texts")
    chosen = parser.parse_args()
    learned = [("zinnen", sentences()), *((path.stem, sentences(path)) for path in LEARNED)]
    found = [_print_set(title, marked) for title, marked in learned]
    _print_set("zinnen-vers (hieruit is geen fout bekeken)", sentences(FRESH))
    if chosen.corpus:
        _print_corpus(chosen.corpus)
    if chosen.misses:
        for (_, marked), hits in zip(learned, found, strict=True):
            _print_misses(marked, hits)


def _print_set(title: str, marked: Sequence[Sentence]) -> list[list[Span]]:
    texts = [sentence.text for sentence in marked]
    ours = run("algreg", texts)
    found = _spans(ours)
    tables = {"algreg": scores(marked, found)}
    speeds = {"algreg": sum(map(len, texts)) / ours["seconds"]}
    for name in ("deduce", "presidio"):
        result = peer(name, texts)
        if result is not None:
            tool = f"{name} {result['version']}"
            tables[tool] = scores(marked, _spans(result))
            speeds[tool] = sum(map(len, texts)) / result["seconds"]
    empty = sum(not sentence.spans for sentence in marked)
    print(f"\n{title}: {len(marked)} zinnen, {empty} zonder iets te vinden, {sum(map(len, texts)):,d} tekens\n")
    _print_tables(tables)
    for name, speed in speeds.items():
        print(f"{name}: {speed / 1000:,.0f} duizend tekens per seconde")
    return found


def _spans(result: dict[str, Any]) -> list[list[Span]]:
    return [[Span(*hit) for hit in hits] for hits in result["hits"]]


def _print_tables(tables: dict[str, dict[str, Score]]) -> None:
    print("| soort | aantal | " + " | ".join(f"{name} recall / precisie / F3" for name in tables) + " |")
    print("|---|--:|" + "--:|" * len(tables))
    first = next(iter(tables.values()))
    for kind, score in first.items():
        print(f"| {kind} | {score.items} | {' | '.join(_cell(table.get(kind)) for table in tables.values())} |")


def _cell(score: Score | None) -> str:
    if score is None or (score.items and not score.hits):
        return "–"
    return f"{score.recall:.3f} / {score.precision:.3f} / {score.f3:.3f}"


def _print_corpus(path: Path) -> None:
    rows = json.loads(path.read_text(encoding="utf-8"))["algoritmes"]
    texts = [row[key] for row in rows for key in ("title", "doel", "juridische_basis") if row.get(key)]
    for name in ("deduce", "presidio"):
        for those in (texts[:SAMPLE], texts):
            _print_speed(name, those)
    print(f"{len(rows)} registraties: {sum(map(len, run('algreg', texts)['hits']))} hits")


def _print_speed(name: str, texts: Sequence[str]) -> None:
    seconds, theirs = beside(name, texts)
    thousands = sum(map(len, texts)) / 1000
    print(f"{len(texts)} teksten: algreg {thousands / seconds:,.0f} duizend tekens per seconde")
    if theirs is not None:
        slower = theirs["seconds"] / seconds
        print(f"  {name}: {thousands / theirs['seconds']:,.0f} duizend, {slower:.1f} keer zo traag")


def _print_misses(marked: Sequence[Sentence], found: Sequence[Sequence[Span]]) -> None:
    for sentence, hits in zip(marked, found, strict=True):
        one = scores([sentence], [hits])["total"] if sentence.spans or hits else None
        if one and (one.found < one.items or one.right < one.hits):
            shown = {(hit.kind, sentence.text[hit.start : hit.end]) for hit in hits}
            wanted = {(item.kind, sentence.text[item.start : item.end]) for item in sentence.spans}
            print(f"{sentence.text!r}\n   gemist {sorted(wanted - shown)}\n   gevonden {sorted(shown - wanted)}")


if __name__ == "__main__":
    main()
