"""What a web page may hold beside what its reader sees."""

import base64
import binascii
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote_to_bytes

from algreg_lib.publication.inspection.page_styles import Look, element_look, is_unseen, stylesheet
from algreg_lib.publication.inspection.traces import Trace

_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
#: What a stylesheet fetches from elsewhere.
_STYLE_ADDRESS: Final = re.compile(r"(?:@import\s+(?:url\()?|\burl\()\s*[\"']?((?:https?:)?//[^\s\"')]+)", re.I)
_PEOPLE: Final = frozenset(
    "author creator dc.creator owner copyright publisher reply-to article:author book:author twitter:creator".split()
)
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
#: Elements that a browser does not show, or only when something opens them.
_CLOSED: Final = frozenset({"template", "datalist", "metadata"})
#: A page or drawing inside an address.
_DATA_PAGE: Final = re.compile(
    r"\s*data:\s*(?:text/html|image/svg\+xml|application/xhtml\+xml)([^,]*),(.*)", re.I | re.DOTALL
)
#: Where drawing programs keep the name of the file on the computer of its maker.
_FILE_NAMES: Final = frozenset({"sodipodi:docname", "inkscape:export-filename"})
_DEEPEST: Final = 4
_MARKED: Final = re.compile(r"<!\[(?!CDATA\[)([^>]*)(?:>|\Z)")


def page_traces(text: str, depth: int = 0) -> Iterator[Trace]:
    """All traces in an HTML page, and in the pages inside it."""
    page = _Page(text, depth)
    # As a browser reads it: a remark also ends at `--!>`, and `<![` begins one unless it is CDATA.
    page.feed(_MARKED.sub(r"<!--\1-->", text.replace("--!>", "-->")))
    page.close()
    yield from page.traces
    if (start := text.rfind("<!--")) > text.rfind("-->") and "--!>" not in text[start:]:
        yield Trace("html-opmerking", "einde", value=text[start + 4 :].strip())


class _Page(HTMLParser):
    def __init__(self, text: str, depth: int) -> None:
        super().__init__(convert_charrefs=True)
        self.traces: list[Trace] = []
        self._depth = depth
        self._open: list[tuple[str, Look]] = []  #: the open elements and how each shows its text
        self._data = False  #: whether this is a script that holds data
        self._rules = stylesheet(text)

    def handle_comment(self, data: str) -> None:
        self._remark(data)

    def handle_pi(self, data: str) -> None:
        self._remark(data)

    def unknown_decl(self, data: str) -> None:
        self._remark(data)

    def _remark(self, data: str) -> None:
        if data.strip():
            self._found("html-opmerking", "", data.strip())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._check_attributes(tag, given)
        if tag not in _VOID:
            hides = tag in _CLOSED or "hidden" in given or (tag == "dialog" and "open" not in given)
            self._open.append((tag, Look(hides=hides).over(element_look(self._rules, tag, given))))
        self._data = tag == "script" and "json" in given.get("type", "").casefold()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._check_attributes(tag, {name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        tags = [name for name, _ in self._open]
        if tag in tags:  # what was left open inside it ends here
            del self._open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "style":
            self._fetches(data)
        if not data.strip():
            return
        if self._data and self._open and self._open[-1][0] == "script":
            self._found("verborgen-element", "script", data.strip())
        if any(name in _UNSHOWN for name, _ in self._open):
            return
        looks = [look for _, look in self._open]
        if any(look.hides for look in looks):
            self._found("verborgen-element", "", data.strip())
        elif is_unseen(looks):
            self._found("onzichtbare-opmaak", "", data.strip())

    def _fetches(self, style: str) -> None:
        for address in _STYLE_ADDRESS.findall(style):
            self._found("externe-bron", "style", address)

    def _check_attributes(self, tag: str, given: dict[str, str]) -> None:
        self._fetches(given.get("style", ""))
        for inner in [given.get("srcdoc", ""), *map(_inner_page, given.values())]:
            if inner and self._depth < _DEEPEST:
                found = page_traces(inner, self._depth + 1)
                self.traces += [trace._replace(place=self._place()) for trace in found]
        if tag == "input" and given.get("type", "").casefold() == "hidden":
            self._found("verborgen-element", given.get("name", ""), given.get("value", ""))
        if tag == "option" and given.get("value") and any(name == "datalist" for name, _ in self._open):
            self._found("verborgen-element", tag, given["value"])
        self._check_people(tag, given)
        if tag == "meta" and given.get("name") == "algreg" and given.get("content") == "intern":
            self._found("intern-rapport", "", "")
        for name in sorted(_FILE_NAMES & given.keys()):
            self._found("pad", name, given[name])
        self._check_addresses(tag, given)

    def _check_people(self, tag: str, given: dict[str, str]) -> None:
        named = (given.get("name") or given.get("property") or "").casefold()
        if tag == "meta" and named in _PEOPLE and given.get("content"):
            self._found("auteur", named, given["content"])
        if tag == "link" and "author" in given.get("rel", "").casefold().split() and given.get("href"):
            self._found("auteur", "link", given["href"])

    def _check_addresses(self, tag: str, given: dict[str, str]) -> None:
        for name, tags in _FETCHING.items():
            address = given.get(name, "").strip()
            if (tags is None or tag in tags) and address.casefold().startswith(("http:", "https:", "//")):
                self._found("externe-bron", tag, address)

    def _found(self, rule: str, cell: str, value: str) -> None:
        self.traces.append(Trace(rule, self._place(), cell, value))

    def _place(self) -> str:
        line, column = self.getpos()
        return f"regel {line}, teken {column + 1}"


def _inner_page(address: str) -> str:
    """The page inside a data address; empty for any other address."""
    found = _DATA_PAGE.match(address)
    if found is None:
        return ""
    body = unquote_to_bytes(found[2])
    if "base64" in found[1].casefold():
        try:
            body = base64.b64decode(b"".join(body.split()))
        except binascii.Error:
            return ""
    return body.decode("utf-8", errors="replace")
