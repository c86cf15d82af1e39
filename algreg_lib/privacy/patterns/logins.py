"""Proposes who logs in where, and the password beside: pairs of the two, and accounts in commands and settings."""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.patterns.accounts import TOP_LEVELS, is_personal_account

_LOGIN: Final = (
    r"(?:inlog\w*|ingelogd|log ?in|login\w*|logged in|inl\.|aanmelden|aangemeld|toegang|\w*console|\w*account|gebruiker"
    r"|user)"
)
_WORD: Final = r"(?:ww|wachtwoord|password|pass|pw)"
_NAME: Final = r"(?P<name>[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*)"
_VALUE: Final = r"[\"'“‘]?(?P<value>[^\s,;\"'”’]{4,}[^\s.,;)\"'”’])"
#: An account and its password behind a word for logging in: `inlog kaart_beheer met Egel4Egel`.
_PAIR: Final = re.compile(
    rf"\b{_LOGIN}[^\n;]{{0,40}}?(?:[ :(]|^){_NAME}(?: ?/ ?(?:{_WORD}:? )?| met (?:{_WORD} )?"
    rf"|,? (?:en|and|met) {_WORD}:? (?:is )?|,? {_WORD}:? ){_VALUE}",
    re.IGNORECASE,
)
#: The same without such a word: `kverbeek / Lente25!kade`.
_BARE_PAIR: Final = re.compile(
    rf"(?:(?<=\.\\)|(?<![\w/.:\\-]))(?P<name>[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*|[A-Z]{{3,}}\d[A-Z0-9]*) ?/ {_VALUE}"
)
#: What stands behind such a word, in which an account shows by its shape: `inlog tablet 3: wacht_tab3`.
_BEHIND_LOGIN: Final = re.compile(
    rf"\b(?:{_LOGIN}|gebruikersnaam|gebruikers|users|beheerder|assignee|reporter"
    rf"|service[ -]principal)\b(?P<rest>(?:[^.;\n]"
    rf"|\.(?=\S)){{0,60}})",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(r"(?<![\w@\\/.:-])[A-Za-z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*(?![\w@\\/]|[.-]\w|:\d)")
_STAFF: Final = re.compile(r"[a-z]\d{5,7}|[A-Z]-?\d{5,7}")
_COMMAND: Final = re.compile(
    r"\b(?:psql|pg_dump|mysql|sqlcmd|sqlplus|ssh|scp|sftp|rsync|sudo|curl|smbclient|ldapsearch|runas|kinit|docker)\b"
)
#: Who a command or a setting is run as.
_RUN_AS: Final = re.compile(
    r"(?<!\S)(?:-[uU]|--user(?:name)?)[ =]?(?P<name>[a-z][\w.-]{2,})|\bsu -l? ?(?P<other>[a-z][\w-]{2,})"
    r"|\bsudo: (?P<sudo>[a-z][\w.-]{2,}) ?:"
)
_SETTING: Final = re.compile(
    r"\b(?:[A-Z]+_)*(?:USER|USR|USERNAME|LOGIN|UID)=(?P<name>[A-Za-z][\w.-]{2,})|\b(?:user|usr|username"
    r"|login)=(?P<small>[a-z][\w.-]{2,})"
)
#: Both behind the switch for it: `curl -u naam:wachtwoord`.
_SWITCHED: Final = re.compile(r"(?<!\S)-(?:u|-user) ?(?P<name>[\w.-]{2,}):(?P<value>[^\s@]{4,})")
#: Somebody on a machine, as in a command.
_AT_HOST: Final = re.compile(
    r"(?<![\w.@:/-])(?P<user>[a-z][\w.-]{1,30})@(?P<host>[a-z][a-z0-9]*(?:-[a-z0-9]+)*\d*)(?![\w@]|\.\w|-)"
)
#: Systems that people log in to; no account.
_SYSTEMS: Final = frozenset(
    "windows office microsoft azure oracle python java digid eherkenning e-herkenning sharepoint teams outlook "
    "citrix vpn intranet chatgpt gpt mfa sso sap admin administrator beheerder root test".split()
)


def pair_hits(text: str) -> Iterator[Hit]:
    """Accounts with the password behind them: both are found."""
    for match in _PAIR.finditer(text):
        told = re.search(rf"\b{_WORD}\b", match.group()[match.end("name") - match.start() :], re.IGNORECASE)
        named = _is_login(match["name"]) or is_personal_account(match["name"])
        named = named or (told is not None and re.search("[._-]", match["name"]) is not None)
        if is_made_up(match["value"]) and (named or _is_strong(match["value"])):
            yield Hit(*match.span("value"), "credential", 0.8)
            if named:
                yield Hit(*match.span("name"), "user_id", 0.7)
    for match in _BARE_PAIR.finditer(text):
        if _is_strong(match["value"]) and len(match["name"]) > 3:
            yield Hit(*match.span("value"), "credential", 0.7)
            yield Hit(*match.span("name"), "user_id", 0.7)


def login_name_hits(text: str) -> Iterator[Hit]:
    """Accounts behind a word for logging in, in a shape that no word of the language has."""
    for match in _BEHIND_LOGIN.finditer(text):
        tokens = list(_TOKEN.finditer(text, *match.span("rest")))
        named = next((token for token in tokens if _is_login(token.group())), None)
        for token in tokens:
            if token is named or _STAFF.fullmatch(token.group()):
                yield Hit(*token.span(), "user_id", 0.7)


def command_hits(text: str) -> Iterator[Hit]:
    """Accounts in a command or a setting."""
    if _COMMAND.search(text):
        for match in _SWITCHED.finditer(text):
            yield Hit(*match.span("name"), "user_id", 0.8)
            yield Hit(*match.span("value"), "credential", 0.8)
        for match in _RUN_AS.finditer(text):
            yield Hit(*match.span(match.lastgroup or 0), "user_id", 0.8)
    for match in _SETTING.finditer(text):
        yield Hit(*match.span(match.lastgroup or 0), "user_id", 0.8)


def at_host_hits(text: str) -> Iterator[Hit]:
    """Somebody on a machine within the network: the account and the machine."""
    commanded = _COMMAND.search(text) is not None
    for match in _AT_HOST.finditer(text):
        if commanded or "-" in match["host"] or match["host"][-1].isdigit():
            if match["user"] not in {"sqlplus", "psql", "git"}:
                yield Hit(*match.span("user"), "user_id", 0.8)
            yield Hit(*match.span("host"), "internal_host", 0.8)


def is_made_up(value: str) -> bool:
    """Whether letters stand with digits or with a sign that no word has: a password, not a word or a number."""
    letters = any(sign.isalpha() for sign in value)
    odd = any(sign.isdigit() or sign in "!@#$%^&*_+=~" for sign in value)
    plain = re.match(r"https?:|www\.|\d+(?:e|x|%|,)|\d+-\d|\d{1,2}-|\d{1,2}[./-]\d", value)
    return letters and odd and len(value) > 4 and plain is None


def _is_strong(value: str) -> bool:
    """The same where no word tells of a password: a capital, a small letter and a digit, or a sign among them."""
    kinds = (str.isupper, str.islower, str.isdigit)
    held = sum(any(kind(sign) for sign in value) for kind in kinds)
    signed = any(sign in "!@#$%^&*=~" for sign in value)
    return len(value) > 6 and (held == len(kinds) or (held == len(kinds) - 1 and signed)) and is_made_up(value)


def _is_login(name: str) -> bool:
    """Whether a word is the name of an account by its shape: `wacht_tab3`, `pk-leider`, `AD-jansenk`, `redactie2`."""
    first, *others = re.split(r"[._-]", name)
    if first.lower().rstrip("0123456789") in _SYSTEMS or name.lower() in _SYSTEMS:
        return False
    if "_" in name:
        return True
    if "." in name:
        if others[-1] in TOP_LEVELS:
            return False
        return is_personal_account(name) or (len(first) < 4 and len(others[-1]) > 4)
    if "-" in name:
        short = 1 < len(first) < 4 and not re.search("[aeiouy]", first)
        coded = name.islower() and (short or len(others) > 1) and len(first) > 1
        digits = others[-1].isdigit() and len(others[-1]) < 5 and first.islower() and len(first) < 8
        if others[-1].isupper():
            return first.isupper() and is_personal_account(others[-1])
        return coded or digits or (first.isupper() and is_personal_account(others[-1]))
    if name.isupper():
        return re.fullmatch(r"[A-Z]{4,}\d{1,3}", name) is not None and is_personal_account(name)
    return re.fullmatch(r"[a-z]{4,}\d{1,4}[a-z]?", name) is not None
