"""Text that no spreadsheet takes for a formula, and the way back."""

import re
from typing import Final

import pandas as pd

#: A spreadsheet runs what begins with one of these, also behind spaces and invisible signs, also in wide writing.
_FORMULA: Final = re.compile("^'*[\\s\\x00-\\x1f\\u200b-\\u200f\\u2060\\ufeff]*[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]")
_TAB_OR_RETURN: Final = re.compile(r"^'*[\t\r]")
#: One of these stands in whatever looks like a formula; most texts hold none.
_SIGN: Final = "[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]"
#: Where a part begins in a line of CSV; the sign itself is kept.
_SPLITS: Final = re.compile(r"(?<=[;\t])")


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula, or would after `plain` took one ' away."""
    return bool(_FORMULA.match(text) or _TAB_OR_RETURN.match(text))


def neutralised(text: str) -> str:
    """The text with a ' before it when it looks like a formula; `restored` gives the text back, always."""
    return f"'{text}" if is_formula_like(text) else text


def restored(text: str) -> str:
    """What `neutralised` was given."""
    return text[1:] if text.startswith("'") and is_formula_like(text) else text


def has_formula_inside(text: str) -> bool:
    """Whether a spreadsheet that splits a line at `;` or a tab finds a formula in the text, behind its beginning."""
    return any(map(is_formula_like, _SPLITS.split(text)[1:]))


def neutralised_in_line(text: str) -> str:
    """The text with a ' before each part that looks like a formula; `restored_from_line` gives it back, always.

    A Dutch spreadsheet splits a line of CSV at every `;`, also inside quotes, whatever the file itself splits at.
    """
    return "".join(map(neutralised, _SPLITS.split(text)))


def restored_from_line(text: str) -> str:
    """What `neutralised_in_line` was given."""
    return "".join(map(restored, _SPLITS.split(text)))


def without_formulas(table: pd.DataFrame) -> pd.DataFrame:
    """The table for a CSV file that somebody opens in a spreadsheet: no text in it can start a formula."""
    texts: pd.Index = table.select_dtypes("str").columns
    return table.assign(**{name: _column_without_formulas(table[name]) for name in texts})


def _column_without_formulas(texts: pd.Series) -> pd.Series:
    suspect = texts.str.contains(_SIGN, regex=True, na=False)
    return texts.mask(suspect, texts[suspect].map(neutralised_in_line)) if suspect.any() else texts
