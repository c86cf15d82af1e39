"""Proposes passwords, keys and tokens."""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit

_KEY_WORDS: Final = (
    r"wachtwoord(?:en)?|password|passwd|passphrase|wachtzin|ww|pwd|pw|psw|p/w|pass|pin-?code|pin"
    r"|api[ _-]?(?:key|sleutel|token)"
    r"|access[ _-]?(?:key|token)|toegangssleutel|toegangscode|toegangstoken|(?:client[ _-]?"
    r"|app[ _-]?)?secret(?:[ _-]?key)?"
    r"|geheime sleutel|token|bearer[ _-]token|sleutel|accountkey|sharedaccesskey|private key|connectiestring"
    r"|(?<=-)key|(?:encryptie|access|api)sleutel"
    r"|inloggegevens"
    r"|inlogcode|puk-?code|credentials?|wi-?fi(?:[ -]?(?:code|sleutel|key))?"
)
_ASSIGNED: Final = re.compile(
    rf"(?:\b|_|(?=wachtwoord))(?:{_KEY_WORDS})\b[\"']?(?P<sep> ?(?::=|=|:) ?| +(?:is|was|luidt|wordt)[ :]+| +)[\"'“‘«]?"
    r"(?P<value>[^\s\"'“”‘’«»,;]{4,})",
    re.IGNORECASE,
)
_PASSWORD: Final = re.compile(r"_?(?:wachtwoord|password|ww|pwd?|pass)\b", re.IGNORECASE)
#: A value further behind the word: `wachtwoord van de testomgeving: Welkom2022!`, `het wachtwoord is nog steeds x01`.
_ASSIGNED_FAR: Final = re.compile(
    r"(?:\b|(?=wachtwoord))(?:wachtwoord|password|toegangscode|inlogcode|pincode|pw|ww|pass|wachtzin|passphrase"
    r"|sleutel|key|token"
    r"|secret"
    r"|ontgrendel\w*|(?:wi-?fi|alarm|deur|gast|login|unlock|puk|hek|poort)-?(?:code)?)\b"
    r"[^.\n:=\"“‘«]{0,40}?"
    r"(?:[:=] ?| (?:is|was|blijft|wordt|met|luidt|naar) (?:(?:nu|nog|steeds|weer|gewoon|altijd) )*"
    r"|[ (][\"“‘«'])[\"“‘«']?(?P<value>[^\s\"'“”‘’«»,;)]{5,})",
    re.IGNORECASE,
)
_PIN: Final = re.compile(
    r"\b(?:(?:(?:pin|alarm|deur|kluis|toegangs|inlog|hek|slot|poort|puk|beveiligings)-?code|pin|puk)"
    r"|(?:cijfer)?code (?:van|voor) (?:de|het) \w*(?:kluis|sleutel|alarm|deur|slot|kast|hek|poort|safe|tablet"
    r"|laptop)\w*)\b"
    r"(?:[^\n.\d]{0,60}?(?::| is|=|\()|[^\n.\d]{0,12}?) ?(?P<value>\d{4,8}#?)(?!\w)",
    re.IGNORECASE,
)
#: Several words as one password: `passphrase: drie blauwe eenden`, or the word behind it: `Haring7 als wachtwoord`.
_PHRASE: Final = re.compile(
    r"\b(?:passphrase|wachtzin|wachtwoordzin)\b(?: (?:is|luidt))?(?: ?[:=] ?[\"“'‘]?"
    r"| [\"“'‘])(?P<value>\w[\w !-]{6,60}\w)"
    r"|\bBasic (?P<basic>[A-Za-z0-9+/]{8,}=*)|[?&](?:sig|code|token|key|api_?key)=(?P<query>[\w%+/.-]{10,}=*)",
)
_BEFORE: Final = re.compile(
    r"(?<!\S)[\"“'‘]?(?P<value>[^\s\"'“”‘’]{5,})[\"”'’]? (?:als|is)(?: (?:nog|nu|steeds|het))* (?:wachtwoord|pass\w+)",
    re.IGNORECASE,
)
#: `inloggen met naam / wachtwoord`
_LOGIN: Final = re.compile(
    r"\b(?:inlog\w*|login|credentials?|aanmelden"
    r"|account)\b[^\n]{0,20}? [\w.@-]+ ?[/,] ?(?P<value>(?=\S*\d)\S{5,}[^\s.,;)])"
    r"|\b(?:admin|root|test|beheer|gebruiker|user)\w* ?/ ?(?P<common>(?=\S*\d)(?=\S*[a-z])[\w!#$%&*+-]{5,}\w)",
    re.IGNORECASE,
)
#: In quotes any word is one, and alone behind a colon but for what a form says of its field.
_QUOTED: Final = re.compile(
    r"(?:\b|(?=wachtwoord))(?:wachtwoord|password|pwd|(?-i:ww|pw))\b(?: (?:is|was"
    r"|luidt))? ?[:=]? ?[\"“'‘«](?P<value>[^\s\"”'’»]{4,})[\"”'’»]"
    r"|(?:\b|(?=wachtwoord))(?:wachtwoord|password|pwd|(?-i:ww|pw))(?: is)?: ?(?!(?:verplicht|optioneel|nodig|geen"
    r"|onbekend"
    r"|minimaal|sterk|uitkering"
    r"|vergeten|niet|alleen|zelf|minstens|ten)\b)(?P<alone>[A-Za-z]{4,20})(?=[.;)]?\s*(?:$|\n))",
    re.IGNORECASE,
)
_ALARM: Final = re.compile(
    r"\b(?:code alarm|alarm|toegang met code)(?: is|:)? (?P<value>\d{4,6}#?)(?!\w)", re.IGNORECASE
)
#: Keys in the shapes that providers give them, and a password within a link.
_KEY_SHAPE: Final = re.compile(
    r"\bAKIA[0-9A-Z]{12,20}\b|\bgh[pousr]_[A-Za-z0-9]{16,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}"
    r"|\bsk-[A-Za-z0-9_-]{16,}"
    r"|\bxox[abpr]-[\w-]{10,}|\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]+)?|\bAIza[\w-]{20,}"
    r"|\b[Bb]earer [A-Za-z0-9._~+/-]{16,}=*"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----)?"
    r"|(?<=://)[\w.%-]+:[^@\s/:]{3,}(?=@)|(?<=thin:)\w+/[^@\s/:]{3,}(?=@)"
)


def key_hits(text: str) -> Iterator[Hit]:
    """Keys in a shape that providers use, and a password within a link."""
    for match in _KEY_SHAPE.finditer(text):
        yield Hit(match.start(), match.end(), "credential", 0.9)


def pin_hits(text: str) -> Iterator[Hit]:
    """Numbers that open a door, a safe or a telephone."""
    for pattern in (_ALARM, _PIN):
        yield from _valued(pattern, text)


def login_hits(text: str) -> Iterator[Hit]:
    """The password behind the name of an account: `inloggen met naam / wachtwoord`."""
    return _valued(_LOGIN, text)


def phrase_hits(text: str) -> Iterator[Hit]:
    """Passwords of several words, and keys in the query of a link."""
    return _valued(_PHRASE, text)


def password_hits(text: str) -> Iterator[Hit]:
    """What stands before or in quotes behind the word password."""
    for match in _BEFORE.finditer(text):
        if _is_mixed(match["value"]):
            yield Hit(*match.span("value"), "credential", 0.8)
    yield from _valued(_QUOTED, text)


def assigned_hits(text: str) -> Iterator[Hit]:
    """A value that no plain word is, behind a word for a password or key."""
    for match in _ASSIGNED.finditer(text):
        value = match["value"].rstrip(".,;:?)")
        if _is_secret(value, assigned="=" in match["sep"], said=match["sep"].strip() != "") or (
            _PASSWORD.match(match.group()) and _is_mixed(value) and not value.islower()
        ):
            yield Hit(match.start("value"), match.start("value") + len(value), "credential", 0.85)
    for match in _ASSIGNED_FAR.finditer(text):
        value = match["value"].rstrip(".,;:?)")
        if _is_mixed(value):
            yield Hit(match.start("value"), match.start("value") + len(value), "credential", 0.75)


def _valued(pattern: re.Pattern[str], text: str) -> Iterator[Hit]:
    for match in pattern.finditer(text):
        yield Hit(*match.span(match.lastgroup or 0), "credential", 0.8)


def _is_mixed(value: str) -> bool:
    """Whether letters stand together with digits or with a sign that no word has, as only made-up words do."""
    letters = any(sign.isalpha() for sign in value)
    odd = any(sign.isdigit() or sign in "!@#$%^&*_+=~" for sign in value)
    return letters and odd and len(value) > 4 and not re.match(r"https?:|www\.|\d+(?:e|x|%|-|,)", value)


def _is_secret(value: str, *, assigned: bool, said: bool) -> bool:
    """Whether a value is no plain word: it is assigned, or it mixes letters with digits or signs."""
    if len(value) < 4 or value.casefold().startswith(("http", "www.", "<", "[", "{", "*", "server=", "host=")):
        return False
    digit = any(sign.isdigit() for sign in value)
    other = any(not sign.isalnum() and sign not in "-./()'’" for sign in value)
    if assigned or (said and (digit or other or any(sign.isupper() for sign in value[1:]))):
        return True
    return digit and any(sign.isalpha() for sign in value) and (other or len(value) >= 8)
