"""The regular expressions of the suites. They stand in the JSON as they are, so they use nothing but Python's `re`."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

ONLY_SPACES: Final = r"^\s*$"

#: Source: handbook and JSON Schema (`yyyy-mm`), with real months only. `\Z`: `$` would let a line break pass.
YEAR_MONTH: Final = r"^(?:19|20)\d\d-(?:0[1-9]|1[0-2])\Z"

_HOST: Final = r"(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z]{2,}"
_LINK: Final = rf"https://{_HOST}(?::\d+)?(?:[/?#][^\s<>|]*)?"
_EMAIL: Final = rf"[a-z0-9!#$%&'*+/=?^_`{{|}}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{{|}}~-]+)*@{_HOST}"

#: One https address and nothing else.
LINK: Final = rf"(?i)^{_LINK}\Z"
#: One e-mail address or one https address.
CONTACT: Final = rf"(?i)^(?:{_LINK}|{_EMAIL})\Z"

#: A line of a grouping cell is `title | link`; the link stands behind the last `|` (inventory.notation). A line
#: without `|` is a title, unless it is nothing but a web address.
_ADDRESS_START: Final = r"(?:https?://|www\.)"
_LINE_START: Final = r"(?im)^[^\S\n]*"
REFERENCE_WITHOUT_TITLE: Final = rf"{_LINE_START}(?:\|[^|\n]*\S[^|\n]*$|\|[^\S\n]*$|{_ADDRESS_START}[^\s|]*[^\S\n]*$)"
REFERENCE_WITHOUT_LINK: Final = (
    rf"{_LINE_START}(?!{_ADDRESS_START}[^\s|]*[^\S\n]*$)(?:[^|\s][^|\n]*$|(?=\S).*\|[^\S\n]*$)"
)
REFERENCE_SWAPPED: Final = (
    rf"{_LINE_START}{_ADDRESS_START}\S*[^\S\n]*\|(?![^\S\n]*{_ADDRESS_START})[^|\n]*[^\s|][^|\n]*$"
)
REFERENCE_NOT_A_LINK: Final = (
    rf"{_LINE_START}(?!{_ADDRESS_START}\S*[^\S\n]*\|)(?=\S)(?:.*\|)(?=[^|\n]*[^\s|])"
    rf"(?![^\S\n]*{_LINK}[^\S\n]*$)[^|\n]*$"
)


def lines_of(choices: Iterable[str]) -> str:
    """Matches a cell with one of `choices` on every line; empty lines and outer spaces do not count."""
    one = "|".join(re.escape(choice) for choice in choices)
    return rf"^\s*(?:{one})[^\S\n]*(?:\n\s*(?:{one})[^\S\n]*)*\s*\Z"


def reference_longer_than(longest: Mapping[str, int]) -> str:
    """Matches a grouping cell with a title or link of more characters than its part allows."""
    ways = []
    if "title" in longest:
        ways.append(rf"(?=\S)[^\n]{{{longest['title']}}}[^\n]*[^\s|][^\S\n]*\|[^|\n]*$")
        ways.append(rf"(?!{_ADDRESS_START}\S*[^\S\n]*$)(?=\S)[^|\n]{{{longest['title'] + 1}}}")
    if "link" in longest:
        ways.append(rf"(?:.*\|)?[^\S\n]*{_ADDRESS_START}\S{{{longest['link']},}}[^\S\n]*$")
    return rf"{_LINE_START}(?:{'|'.join(ways)})"
