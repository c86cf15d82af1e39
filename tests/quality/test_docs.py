"""Great Expectations' own page, made to open without a network."""

import re
from html.parser import HTMLParser

from algreg_lib.quality import write_data_docs
from tests.quality.records import inventory


class Tags(HTMLParser):
    """The tags of a page with what they would fetch, and its looks."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.texts.append(data)


def test_the_page_shows_what_was_judged_fetches_nothing_and_runs_nothing(tmp_path):
    given = inventory({"status": "in gebruik", "provider": "<script>alert(1)</script><img src=https://a.nl/b.png>"})
    path = write_data_docs(given, tmp_path)
    page = path.read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(page)
    assert {name for name, _ in tags.found} & {"script", "link", "img", "iframe", "object", "footer"} == set()
    assert [value for _, attributes in tags.found for name, value in attributes.items() if name == "src"] == []
    assert {str(a["href"])[:1] for name, a in tags.found if name == "a" and a.get("href")} == {"#"}
    assert not re.search(r"(?i)@import|url\(\s*['\"]?https?:", page)
    policy = next(a["content"] for name, a in tags.found if name == "meta" and a.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert any("in gebruik" in text for text in tags.texts)
