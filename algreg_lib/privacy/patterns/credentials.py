"""Proposes passwords, keys and tokens."""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.patterns.logins import is_made_up

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
    rf"(?:\b|_|(?=wachtwoord)|(?<=PG)(?=PASS))(?:{_KEY_WORDS})\b[\"']?(?P<sep> ?(?::=|=|:) ?| +(?:is|was|luidt"
    rf"|wordt)[ :]+| +)[\"'“‘«]?"
    r"(?P<value>[^\s\"'“”‘’«»,;]{4,})",
    re.IGNORECASE,
)
#: What is no secret: a path, an account of a service, an identifier in the shape of a UUID, a name of a machine.
_OTHER_CODE: Final = re.compile(
    r"[/~].*|.*\\.*|(?:ext|svc|adm|sa)[_-][a-z]\w*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|.*\.(?:intra|local"
    r"|lan|corp"
    r"|intern|nl|com)",
    re.IGNORECASE,
)
_PASSWORD: Final = re.compile(r"_?(?:wachtwoord|password|ww|pwd?|pass)\b", re.IGNORECASE)
#: A value further behind the word: `wachtwoord van de testomgeving: Welkom2022!`, `het wachtwoord is nog steeds x01`.
_ASSIGNED_FAR: Final = re.compile(
    r"(?:\b|(?=wachtwoord))(?:wachtwoord|password|toegangscode|inlogcode|pincode|pw|ww|pass|wachtzin|passphrase"
    r"|sleutel|key|token"
    r"|secret"
    r"|ontgrendel\w*|(?:wi-?fi|alarm|deur|gast|login|unlock|puk|hek|poort)-?(?:code)?)\b"
    r"(?:[^.\n:=\"“‘«]|\.(?=[a-z])){0,60}?"
    r"(?:[:=] ?| (?:is|was|blijft|wordt|met|luidt|naar) (?:(?:nu|nog|steeds|weer|gewoon|altijd|sinds \w+) )*"
    r"|[ (][\"“‘«'])[\"“‘«']?(?P<value>(?=\S*[\d!@#$%^&*_+=~])[^\s\"'“”‘’«»,;)]{5,})",
    re.IGNORECASE,
)
_PIN: Final = re.compile(
    r"\b(?:(?:(?:pin|alarm|deur|kluis|toegangs|inlog|hek|slot|poort|puk|beveiligings)-?code|pin|puk)"
    r"|(?:cijfer)?code (?:van|voor) (?:de|het) \w*(?:kluis|sleutel|alarm|deur|slot|kast|hek|poort|safe|tablet"
    r"|laptop)\w*)\b"
    r"(?:[^\n.\d]{0,60}?(?::| is|=|\()|[^\n.\d]{0,12}?) ?(?P<value>\d{4,8}#?)(?!\w)",
    re.IGNORECASE,
)
#: Right behind the word for it, or behind what it is for: `toegangscode viewer 3311-wilg`, `wachtwoord pdf Kade17`.
_ASSIGNED_NEAR: Final = re.compile(
    r"(?:\b|(?=wachtwoord))(?:wachtwoord|password|toegangscode|inlogcode|ww|pw|wachtzin|passphrase|sleutel|key"
    r"|secret|token|\w+-pass)\b"
    r"(?: (?:van |voor |op )?(?:de "
    r"|het )?[\w.-]{2,20}){0,2}? [\"“‘«']?(?P<value>(?=\S*\d)(?=\S*[A-Za-z])[^\s\"'“”‘’«»,;:/\\()]{5,})",
    re.IGNORECASE,
)
#: Between brackets further on: `het wachtwoord staat in config.yml (Egel!2024)`.
_BRACKETED: Final = re.compile(
    r"(?:wachtwoord|password|\bww|sleutel|\bkey|\bcode)\b(?:[^.\n()]|\.(?=[a-z])){0,60}\((?P<value>[^\s()]{6,})\)",
    re.IGNORECASE,
)
#: What opens a safe, a door or a gate, in a shape that no number of a street or a date has.
_LOCK: Final = re.compile(
    r"(?:kluis|kast|alarm|deur|hek|poort|depot|slot|slagboom|berging|loods|pas)\w*\b[^.\n]{0,40}?"
    r"(?P<value>\b[A-Z]?\d{4,6}#|\b[A-Z]\d{4}\b(?! ?[A-Z]{2}\b)|\b\d\d-\d\d-\d\d\b(?!-|\d)|\b\d(?:-\d){3}\b)",
    re.IGNORECASE,
)
#: Some words behind the word for such a password.
_WORDS: Final = re.compile(
    r"\b(?:passphrase|wachtzin|wachtwoordzin)\b(?: is| luidt)?[:=]? [\"“‘']?(?!(?:van|voor|is|moet|wordt|nodig"
    r"|verplicht|bestaat|niet"
    r"|opnieuw|die|dat|en|of|of|met|minimaal|minstens|staat|kan|in|op|was)\b)"
    r"(?P<value>[a-z]+(?:[ -][a-z]+){1,4} ?\d{0,4})(?=[\"”’'.,;)\n]|$)"
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
    r"|account)\b[^\n]{0,20}? [\w.@-]+ ?[/,] ?(?P<value>(?=\S*\d)\S{5,}[^\s.,;)])(?!\S* / )"
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
    for pattern in (_ALARM, _PIN, _LOCK):
        yield from _valued(pattern, text)


def login_hits(text: str) -> Iterator[Hit]:
    """The password behind the name of an account: `inloggen met naam / wachtwoord`."""
    return _valued(_LOGIN, text)


def phrase_hits(text: str) -> Iterator[Hit]:
    """Passwords of several words, and keys in the query of a link."""
    for pattern in (_PHRASE, _WORDS):
        yield from _valued(pattern, text)


def password_hits(text: str) -> Iterator[Hit]:
    """What stands before or in quotes behind the word password."""
    for match in _BEFORE.finditer(text):
        if is_made_up(match["value"]):
            yield Hit(*match.span("value"), "credential", 0.8)
    yield from _valued(_QUOTED, text)


def assigned_hits(text: str) -> Iterator[Hit]:
    """A value that no plain word is, behind a word for a password or key."""
    for match in _ASSIGNED.finditer(text):
        value = match["value"].rstrip(".,;:?)")
        if match["sep"] == " = " and value.isalpha() and value.islower():
            continue  # `wachtwoord = kiest de bewoner`
        secret = _is_secret(value, assigned="=" in match["sep"], said=match["sep"].strip() != "")
        mixed = _PASSWORD.match(match.group()) and is_made_up(value) and not value.islower()
        if (secret or mixed) and not _OTHER_CODE.fullmatch(value):
            yield Hit(match.start("value"), match.start("value") + len(value), "credential", 0.85)
    for pattern in (_ASSIGNED_FAR, _ASSIGNED_NEAR, _BRACKETED):
        for match in pattern.finditer(text):
            value = match["value"].rstrip(".,;:?)")
            if is_made_up(value) and not _OTHER_CODE.fullmatch(value):
                yield Hit(match.start("value"), match.start("value") + len(value), "credential", 0.75)


def _valued(pattern: re.Pattern[str], text: str) -> Iterator[Hit]:
    for match in pattern.finditer(text):
        yield Hit(*match.span(match.lastgroup or 0), "credential", 0.8)


def _is_secret(value: str, *, assigned: bool, said: bool) -> bool:
    """Whether a value is no plain word: it is assigned, or it mixes letters with digits or signs."""
    if len(value) < 4 or value.casefold().startswith(("http", "www.", "<", "[", "{", "*", "server=", "host=")):
        return False
    digit = any(sign.isdigit() for sign in value)
    other = any(not sign.isalnum() and sign not in "-./()'’" for sign in value)
    if assigned or (said and (digit or other or any(sign.isupper() for sign in value[1:]))):
        return True
    return digit and any(sign.isalpha() for sign in value) and (other or len(value) >= 8)
