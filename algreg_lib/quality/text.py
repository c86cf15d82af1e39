"""Texts as the register counts and shows them: without HTML, the pieces joined by one space."""

from html.parser import HTMLParser

import pandas as pd

from algreg_lib.quality.unique import by_unique


def stripped(text: str) -> str:
    """`text` without tags, its pieces joined by one space, entities as the sign they stand for.

    Source: strip_html in the register's backend/app/util/html.py, of which only the behaviour is known (executed):
    two paragraphs of 1250 characters count as 2501.
    """
    if "<" not in text and "&" not in text:
        return text
    reader = _Pieces()
    reader.feed(text)
    reader.close()
    return " ".join(piece for piece in ("".join(pieces) for pieces in reader.pieces) if piece)


def plain_of_markup(texts: pd.Series) -> pd.Series:
    """Each text with HTML as the register counts it; missing where a text is missing or holds no HTML."""
    marked = texts.str.contains("[<&]", na=False)
    return by_unique(texts.where(marked), stripped).astype("str")


class _Pieces(HTMLParser):
    """The text nodes of a document; neighbours without a tag between them are one node."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[list[str]] = [[]]

    def handle_data(self, data: str) -> None:
        self.pieces[-1].append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.pieces.append([])

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.pieces.append([])
