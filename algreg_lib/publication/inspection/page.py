"""What a web page may hold beside what its reader sees."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from algreg_lib.publication.inspection.traces import Trace

_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_HIDING: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*(?:0(?![.\d])|[01](?:\.\d+)?\s*p[tx]\b)"
    r"|opacity\s*:\s*0\s*(;|$)",
    re.I,
)
_WHITE: Final = re.compile(
    r"(?<!-)\bcolor\s*:\s*(#fff(fff)?\b|white\b|transparent\b|rgba?\(\s*255\s*,\s*255\s*,\s*255)", re.I
)
_BACKGROUND: Final = re.compile(r"background", re.I)
#: Simple rules of a stylesheet: one or more classes or ids, and what they do.
_NAME_RULE: Final = re.compile(r"((?:[.#][\w-]+\s*,?\s*)+)\{([^{}]*)\}")
#: What a stylesheet fetches from elsewhere.
_STYLE_ADDRESS: Final = re.compile(r"(?:@import\s+(?:url\()?|\burl\()\s*[\"']?((?:https?:)?//[^\s\"')]+)", re.I)
#: What holds only on paper or on small screens hides nothing from everybody.
_MEDIA: Final = re.compile(r"@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_PEOPLE: Final = frozenset({"author", "creator", "dc.creator", "owner", "copyright", "publisher", "reply-to"})
_FETCHING: Final = {
    "src": None,
    "data": {"object"},
    "href": {"link"},
    "poster": None,
    "srcset": None,
    "action": {"form"},
}
#: Text in these is not shown by a browser, and is looked at for forbidden texts only.
_UNSHOWN: Final = frozenset({"script", "style", "title", "noscript"})


def page_traces(text: str) -> Iterator[Trace]:
    """All traces in an HTML page."""
    page = _Page(text)
    page.feed(text)
    page.close()
    yield from page.traces


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.traces: list[Trace] = []
        self._open: list[tuple[str, str]] = []  #: the open elements and the rule that each breaks, if any
        self._hiding = {
            name
            for names, body in _NAME_RULE.findall(_MEDIA.sub("", text))
            if _HIDING.search(body)
            for name in re.findall(r"[.#][\w-]+", names)
        }

    def handle_comment(self, data: str) -> None:
        if data.strip():
            self._found("html-opmerking", "", data.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._check_attributes(tag, given)
        if tag not in _VOID:
            self._open.append((tag, self._rule(tag, given)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._check_attributes(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        tags = [name for name, _ in self._open]
        if tag in tags:  # what was left open inside it ends here
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "style":
            self._fetches(data)
        if not data.strip() or any(name in _UNSHOWN for name, _ in self._open):
            return
        rule = next((rule for _, rule in reversed(self._open) if rule), "")
        if rule:
            self._found(rule, "", data.strip())

    def _fetches(self, style: str) -> None:
        for address in _STYLE_ADDRESS.findall(style):
            self._found("externe-bron", "style", address)

    def _rule(self, tag: str, given: dict[str, str]) -> str:
        style = given.get("style", "")
        names = {*(f".{name}" for name in given.get("class", "").split()), f"#{given.get('id', '')}"}
        if tag == "template" or "hidden" in given or _HIDING.search(style) or names & self._hiding:
            return "verborgen-element"
        return "onzichtbare-opmaak" if _WHITE.search(style) and not _BACKGROUND.search(style) else ""

    def _check_attributes(self, tag: str, given: dict[str, str]) -> None:
        self._fetches(given.get("style", ""))
        if given.get("srcdoc"):
            self.traces += [trace._replace(place=self._place()) for trace in page_traces(given["srcdoc"])]
        if tag == "input" and given.get("type", "").casefold() == "hidden":
            self._found("verborgen-element", given.get("name", ""), given.get("value", ""))
        if tag == "meta" and given.get("name", "").casefold() in _PEOPLE and given.get("content"):
            self._found("auteur", given["name"], given["content"])
        if tag == "meta" and given.get("name") == "algreg" and given.get("content") == "intern":
            self._found("intern-rapport", "", "")
        for name, tags in _FETCHING.items():
            address = given.get(name, "").strip()
            if (tags is None or tag in tags) and address.casefold().startswith(("http:", "https:", "//")):
                self._found("externe-bron", tag, address)

    def _found(self, rule: str, cell: str, value: str) -> None:
        self.traces.append(Trace(rule, self._place(), cell, value))

    def _place(self) -> str:
        line, column = self.getpos()
        return f"regel {line}, teken {column + 1}"
