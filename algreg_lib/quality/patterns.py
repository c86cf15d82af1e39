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
REFERENCE_WITHOUT_TITLE: Final = rf"{_LINE_START}(?:\|[^|\n]*$|{_ADDRESS_START}[^ |\n]*[^\S\n]*$)"
REFERENCE_WITHOUT_LINK: Final = (
    rf"{_LINE_START}(?!{_ADDRESS_START}[^ |\n]*[^\S\n]*$)(?:[^|\s][^|\n]*$|(?=\S).*\|[^\S\n]*$)"
)
REFERENCE_SWAPPED: Final = (
    rf"{_LINE_START}{_ADDRESS_START}\S*[^\S\n]*\|(?![^\S\n]*{_ADDRESS_START})[^|\n]*[^\s|][^|\n]*$"
)
REFERENCE_NOT_A_LINK: Final = (
    rf"{_LINE_START}(?!{_ADDRESS_START}\S*[^\S\n]*\|)(?=\S)(?:.*\|)(?=[^|\n]*[^\s|])"
    rf"(?![^\S\n]*{_LINK}[^\S\n]*$)[^|\n]*$"
)


#: A sign of a text that holds no HTML, so that its signs can be counted as they stand; and any sign.
WITHOUT_MARKUP: Final = "[^<&]"
ANY_SIGN: Final = r"[\s\S]"

#: What the text on sources says of personal data: that there are none, or which there are.
NO_PERSONAL_DATA: Final = (
    r"(?i)\b(?:geen|niet om) (?:gebruik van |verwerking van |sprake van )?(?:persoonsgegevens|persoonlijke gegevens)\b"
    r"(?!\s+(?:te |worden (?:\w+ )?(?:opgeslagen|bewaard|gedeeld)|opge|bewaar|gedeeld|in |naar |aan |buiten |van |over |door |uit ))"  # noqa: E501
)
#: In a text that denies nothing: `geen BSN` names it too.
KIND_OF_PERSONAL_DATA: Final = (
    r"(?i)\A(?![\s\S]*\b(?:geen|niet|zonder|anoniem|geanonimiseerd))[\s\S]*?"
    r"\b(?:BSN|burgerservicenummers?|geboortedat\w+|geboorteplaats\w*|(?:voor|achter)na(?:am|men)|NAW(?:-gegevens)?)\b"
)

#: A whole text that answers nothing.
PLACEHOLDER: Final = (
    r"(?i)^\s*[\[(<]?(?:n\.?\s?v\.?\s?t\.?|n[./]?a\.?|none|null|niet van toepassing|geen|nee|ja|x{1,5}|[-–—._?*]+|0|"
    r"(?:nog )?(?:niet |on)bekend|(?:nog )?niet beschikbaar|(?:volgt|komt)(?: nog| later)?|"
    r"wordt (?:nog )?(?:vervolgd|aangevuld|ingevuld)|"
    r"(?:nog )?(?:in te vullen|invullen|aan te vullen|(?:nader )?te bepalen|uit te zoeken)|n\.?t\.?b\.?|t\.?b\.?d\.?|"
    r"p\.?m\.?|todo|test|lorem ipsum.*)[\])>]?\s*[.!…]*\s*\Z"
)

#: What looks like markup, without the tags that the register keeps, and without links between < and >.
_KEPT_TAGS: Final = "div|br|p|ul|ol|li"
HTML_IN_TEXT: Final = rf"(?i)</?(?!(?:{_KEPT_TAGS})\b|https?:)[a-z][^<>]*>|<!--"
HTML_ANYWHERE: Final = r"(?i)</?(?!https?:)[a-z][^<>]*>|<!--"
LINK_IN_BRACKETS: Final = r"(?i)<\s*(?:https?://|www\.)[^<>]*>"

#: A host without a dot, a private network, a drive or a share: nothing of it opens outside the organisation.
INTERNAL_ADDRESS: Final = (
    r"(?i)https?://(?:[a-z0-9-]+(?::\d+)?(?![a-z0-9.:-])|127\.|10\.\d|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|"
    r"[^\s/]*\.(?:local|lan|intern|intra|corp)(?![a-z0-9.-])|[^\s/]*intranet)[^\s<>|]*|\\\\[a-z0-9_.$-]+\\[^\s|]*|"
    r"file:/[^\s|]*|\b[a-z]:\\[^\s|]*"
)
NOT_PUBLIC: Final = (
    r"(?i)\bniet[ -]openba(?:ar|re)\b(?! vervoer| ruimte| weg)|"
    r"\bniet (?:geschikt |bedoeld )?(?:voor|ter) (?:publicatie|openbaarmaking)\b|"
    r"\b(?:alleen|uitsluitend) (?:voor )?intern(?:e)? gebruik\b|\bdepartementaal vertrouwelijk\b|\bstaatsgeheim\b"
)
#: The replacement sign, and what UTF-8 looks like when it was read as Windows-1252.
LOST: Final = r"\ufffd|Ã[\u0080-\u00bf]|â€[\u0080-\u024f\u2018-\u2122]"
INVISIBLE: Final = r"[\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
OUTER_SPACE: Final = r"^\s+(?=\S)|(?<=\S)\s+\Z"
#: `zin.De volgende`: not inside an address, an e-mail address or a name such as Booking.com.
GLUED: Final = r"(?<![\w./@:-])[\w()’'-]*[a-z]{2}[.!?][A-Z][a-z]+(?![\w./@-])"
FORMULA: Final = r"^[=+@-](?=[\s\S])"
RISK_SELECTION: Final = (
    r"(?i)\brisico(?:selectie|profiel|profilering|scores?|-?indicatie)\w*|\bfraude(?:detectie|risico|signal\w*|kans)\w*"
)
#: Two bodies in one cell.
SEVERAL_BODIES: Final = (
    r"(?i)\n\s*\S|;|\b(?:gemeente|provincie|waterschap|ministerie)\b.+(?:,|\ben\b|/|&)\s*(?:de |het )?"
    r"(?:gemeente|provincie|waterschap|ministerie)\b"
)
#: What people write for `Intern ontwikkeld`; that text itself is right.
MADE_INSIDE: Final = (
    r"(?i)^(?!(?-i:Intern ontwikkeld)\Z)\s*(?:intern(?:e)?(?: (?:ontwikkel\w*|gebouwd|gemaakt))?|in-?house\b.*|"
    r"(?:in )?eigen (?:beheer|ontwikkel\w*|huis)\b.{0,20}|zelf (?:ontwikkeld|gebouwd|gemaakt)|door onszelf)\s*[.]?\s*\Z"
)

#: Mailboxes of a job or a department, by the words in the part before the @.
_DESK_WORDS: Final = (
    "info|contact|post|mail|algoritme|register|office|cio|cdo|ciso|fg|avg|privacy|data|secretariaat|balie|loket|klant|"
    "communicatie|woo|wob|bezwaar|ict|ondersteuning|servicedesk|helpdesk|team|afdeling|gemeente|provincie|waterschap|"
    "digita|informatie|innovatie|burgerzaken|publieks|vragen|functionaris|bureau|dienst|beheer|advies|web|redactie|"
    "project|programma|juridisch|belasting|zorg|ai|noreply|melding|griffie|bestuur|archief|statist|onderzoek"
)
#: `j.jansen@`, `jan.jansen@`, `jan.de.vries@`: two or more names of which none is a word for a desk.
PERSONAL_EMAIL: Final = (
    rf"(?i)(?<![\w.+-])(?!(?:[\w+-]*[._-])*(?:{_DESK_WORDS}))(?![\w.+-]*(?:{_DESK_WORDS})[\w.+-]*@)"
    r"(?:[a-z]\.)*[a-z]+(?:[._-](?:van|de|der|den|ten|ter|te|el|al|[a-z]{2,}))+@[\w.-]+\.[a-z]{2,}"
)


def lines_of(choices: Iterable[str]) -> str:
    """Matches a cell with one of `choices` on every line; empty lines and outer spaces do not count.

    A cell with spaces only holds no choice, which the register accepts; another rule speaks of it.
    """
    one = "|".join(re.escape(choice) for choice in choices)
    return rf"^\s*(?:(?:{one})[^\S\n]*(?:\n\s*(?:{one})[^\S\n]*)*)?\s*\Z"


def longer_than(most: int, *, sign: str = WITHOUT_MARKUP) -> str:
    """Matches a text of more than `most` signs, all of them `sign`."""
    return rf"\A{sign}{{{most + 1},}}\Z"


def of_length(lengths: Iterable[int], *, sign: str = WITHOUT_MARKUP) -> str:
    """Matches a text of exactly one of `lengths` signs, all of them `sign`."""
    return rf"\A(?:{'|'.join(f'{sign}{{{length}}}' for length in lengths)})\Z"


def one_of_words(words: Iterable[str]) -> str:
    """Matches one of `words` that stands by itself; parts of a word are tied by `-` and an apostrophe."""
    one = "|".join(re.escape(word) for word in words)
    return rf"(?i)(?<![^\W\d_])(?<![^\W\d_]['’-])(?:{one})(?!['’-]?[^\W\d_])"


def title_not_among(titles: Iterable[str]) -> str:
    """Matches a grouping cell with a title that is not one of `titles`."""
    one = "|".join(re.escape(title) for title in titles)
    return rf"(?m)^(?=[^\S\n]*[^\s|])(?!(?i:[^\S\n]*{_ADDRESS_START})\S*[^\S\n]*$)(?!\s*(?:{one})[^\S\n]*(?:\||$))"


def reference_longer_than(longest: Mapping[str, int]) -> str:
    """Matches a grouping cell with a title or link of more characters than its part allows."""
    ways = []
    if "title" in longest:
        ways.append(rf"(?=\S)[^\n]{{{longest['title']}}}[^\n]*[^\s|][^\S\n]*\|[^|\n]*$")
        ways.append(rf"(?!{_ADDRESS_START}\S*[^\S\n]*$)(?=\S)[^|\n]{{{longest['title']}}}[^|\n]*[^\s|][^\S\n]*$")
    if "link" in longest:
        ways.append(rf"(?:.*\|)?[^\S\n]*{_ADDRESS_START}\S{{{longest['link']},}}[^\S\n]*$")
    return rf"{_LINE_START}(?:{'|'.join(ways)})"
