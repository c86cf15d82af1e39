"""Number formats of Excel that show nothing of what is in the cell."""

import re
from functools import lru_cache
from typing import Final, Literal

Kind = Literal["positive", "negative", "text"]

#: A text between quotes, a sign after a backslash, a filler, and what stands between brackets, but for elapsed time.
_LITERAL: Final = re.compile(r'"[^"]*"?|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_SHOWING: Final = re.compile(r"[0#?@a-z]", re.IGNORECASE)
_WHITE: Final = re.compile(r"\[\s*(?:white|wit|(?:color|kleur)\s*2)\s*\]", re.IGNORECASE)
_CONDITION: Final = re.compile(r"\[\s*[<>=]")
_SECTION: Final = re.compile(r'((?:"[^"]*"?|\\.?|\[[^\]]*\]?|[^;"\\\[])*)(;|\Z)', re.DOTALL)


@lru_cache(maxsize=4096)
def hides(code: str, kind: Kind) -> bool:
    """Whether a value of this kind is not to be seen under this format code; an empty code is the usual format.

    Source of the sections: ECMA-376 part 1, 18.8.31: positive, negative, zero, text; fewer when some are left out.
    """
    if not code:
        return False
    if _WHITE.search(code):
        return True
    sections = _sections(code)
    if _CONDITION.search(code):
        return not any(map(_shows, sections))
    if kind == "text":
        return len(sections) > 3 and not _shows(sections[3])
    numbers = sections[:3] if len(sections) > 3 or "@" not in _LITERAL.sub("", sections[-1]) else sections[:-1]
    if not numbers:
        return False
    return not _shows(numbers[1] if kind == "negative" and len(numbers) > 1 else numbers[0])


def _sections(code: str) -> list[str]:
    found, place = [], 0
    while match := _SECTION.match(code, place):
        found.append(match[1])
        if not match[2]:
            break
        place = match.end()
    return found


def _shows(section: str) -> bool:
    return bool(_SHOWING.search(_LITERAL.sub("", section)))
