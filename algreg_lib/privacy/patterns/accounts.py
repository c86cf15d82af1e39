"""Proposes the names of accounts by which somebody logs in, where they show who it is."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.names import folded, has_strange_start, is_written_together, name_lists
from algreg_lib.privacy.triggers import any_case_of

_ACCOUNT_WORDS: Final = any_case_of(
    (
        "gebruikersnaam gebruikers-id gebruikersid username user-name userid user-id user uid inlognaam login "
        "loginnaam inlogcode gebruikers_id user_id "
        "inlogaccount useraccount gebruikersaccount accountnaam account netwerkaccount windowsaccount beheeraccount "
        "adminaccount "
        "gebruikerscode samaccountname gebruiker serviceaccount netwerknaam windows-login ad-login upn owner "
        "service-account run-as"
    ).split()
)
#: Words that name the account itself, so that what follows is one unless it is a plain word.
_ACCOUNT_NAMES: Final = frozenset("gebruikersnaam username userid user-id gebruikersid inlognaam accountnaam".split())
_ACCOUNT: Final = re.compile(
    rf"(?P<word>{_ACCOUNT_WORDS})\b(?P<sep> ?[:=] ?| +(?:(?:is|van|voor) +)?)"
    r"[\"'“‘«(]?(?P<name>[A-Za-z][\w.-]{2,30}\b)(?![@\\])",
    re.IGNORECASE,
)
#: Accounts in a shape of their own: for beheerders and services, mentions in a chat, between brackets.
_ACCOUNT_SHAPE: Final = re.compile(
    r"(?<![\w.@-])(?:AD-[a-z]{5,}|svc[A-Z]\w+|(?:adm|admin|svc|beheer|beh|ext|ADM|ADMIN|SVC)[-_](?:[a-z]"
    r"|[A-Z](?!LAN\b))\w{2,}(?:-\w+)*"
    r"|adm\.[a-z]{3,})\b|(?:^"
    r"|(?<=[\s(]))@[a-z]+(?:[_.-][a-z]\w*|[a-z0-9]{3})\b(?!\.)",
    re.ASCII,
)
_BARE_ACCOUNT: Final = re.compile(r"(?:\(|\b[Ll]og(?:boek)?: )(?P<name>[a-z]{5,12}\d{0,3})(?=[) ])(?!\)\w)")
_DOMAIN_USER: Final = re.compile(
    r"(?<!\S)\.\\[A-Za-z][\w.$-]{1,30}\b(?!\\)"
    r"|(?<![\w\\:/.-])[A-Za-z][\w.-]{1,20}\\[A-Za-z][\w.$-]{1,30}\b(?!\\)"
)

#: Initials and a surname with something behind them that no word has, or between.
_SHAPED: Final = re.compile(
    r"(?<![\w.@/\\:-])@?(?P<name>(?!srv|svr|sql|vm|st[a-z]*pr|lnx|web|app|db|dwh|sftp|ftp|http|smtp|html"
    r"|mp\d)[a-z]{4,}\d{1,4}|[a-z]{3,}[_-](?:ext|adm|admin|beh|beheer|od|vdm|vd[a-z]|[a-z]{1,2})\d?"
    r"|[a-z]{1,12}[._][a-z]{4,}\d{0,2})(?![\w@/\\:-]|\.\w)"
)
_WRITTEN: Final = re.compile(r"(?<![\w.@/\\:-])(?P<name>[a-z]{6,14})\d{0,3}(?![\w@/\\:-]|\.\w)")
#: What stands where else a name would: `gewijzigd door mvisser`, `Behandelaar: HVDBERG`.
_BY: Final = re.compile(
    r"\b(?:door|by|namens|aan|[Bb]ehandelaar|[Aa]uteur|[Uu]ser|[Ll]ogin|[Aa]ccount|[Gg]ebruiker|[Cc]ommit(?:ter)?"
    r"|[Rr]eviewer"
    r"|[Aa]ssignee|[Oo]wner|[Mm]utatie|[Ww]ijziging)(?: ?[:=] ?| )(?P<name>[a-z]{5,14}|[A-Z]{6,14})(?![\w@.-]*[\w@])"
)
#: Who somebody is in a directory of users (LDAP, Windows).
_DIRECTORY: Final = re.compile(r"\bS-1-5-21(?:-\d+)+|(?<=\b[Uu]id=)[\w.-]+|(?<=\b[Cc][Nn]=)[^,;\n=]{3,40}(?=,)")
#: Last parts of the name of a machine or a file.
TOP_LEVELS: Final = frozenset("nl com net org eu local lokaal lan intern intra corp internal py sql csv yml".split())
#: A shorter surname is also part of plain words; so many letters of initials may stand before it.
_SHORT_SURNAME: Final = 4
_INITIALS: Final = 3
_AROUND: Final = re.compile(r"(?<![\w@./\\-])[a-z]")
_NAMED_AFTER: Final = re.compile(r"([a-z]+)\d{0,3}(?![\w@-]|\.\w)")
#: A code, or a name with something behind it that no word has.
_CODED: Final = r"(?!wet|lid|art)(?=\w*\d)[A-Za-z]{1,12}\d{2,7}|[a-z]{3,}[._](?:ext|adm|beh|beheer|extern|admin)"
#: What any of these holds, looked for first: most texts do not.
_CODE_SHAPE: Final = re.compile(r"[A-Za-z](?:\d\d|_)|[a-z]\d(?!\w)|[._](?:ext|adm|beh)")
#: Any code behind who did something in a system: `gewijzigd door KLB01`, `verwijderd door: u104592`.
_CODE_BY: Final = re.compile(rf"\b(?:door|by|aan):? (?P<name>{_CODED})(?![\w@.-]*[\w@])", re.IGNORECASE)
_DONE: Final = re.compile(
    r"\b(?:(?:ge|ver|be|aan|af|op|door|toe|bij|vast|in|her|uit|over|mede|ont)\w{2,}(?:d|t|en)|[a-z]+_|commit)"
    r"(?: op [\d-]+)? ?$",
    re.IGNORECASE,
)
#: A code of letters and digits right behind somebody's role, or a letter with a staff number.
_CODE_OF: Final = re.compile(
    r"\b(?:[Bb]ehandelaar|[Dd]ossierhouder|[Mm]edewerker|[Aa]uteur|[Ee]igenaar|[Ii]nlog|[Ll]ogin|[Ss]essie van"
    r"|[Bb]eheerder)"
    r" ?[:=]? ?(?P<name>(?:[a-z]{2,12}|[A-Z]{2,12})(?!19|20)\d{1,7})(?![\w@.-]*[\w@])"
    r"|(?<![\w./\\@#-])(?P<staff>[ups]\d{5,7})(?![\w@-]|\.\w)"
)
#: What does something by itself: `door planner01 opgehaald`.
_DONE_BY: Final = re.compile(
    r"\bdoor (?P<name>[a-z]{4,}\d{2,4}) (?:ge|ver|be|aan|af|op|door|toe|bij|vast|in|her|uit|over)\w{2,}(?:d|t|en)\b"
)
#: By whom something runs or was entered: `draait als svc_x`, `ssh … als beheer02`, `inloggen met lezer01`.
_RUNS: Final = re.compile(
    r"\b(?:draai(?:t|en)?|loopt|start|starten|ssh|sftp|scp|rdp|ingelogd|inloggen|inlog|aangemeld|aanmelden|login|run"
    r"|runs|runt"
    r"|uitgevoerd|verbonden|verbinden|verbinding|sudo)\b[^\n;]{0,40}? (?:als|as|onder|met|-u) "
    r"(?:gebruiker |account |user )?"
    r"(?P<name>(?:(?-i:[a-z]+)_\w+|(?!python|windows|java|oracle|linux|ubuntu|sql|node|python"
    r"|versie)(?-i:[a-z]{4,}\d{2,4}))"
    r"(?![\w@.\\-]*[\w@\\]))",
    re.IGNORECASE,
)
#: Accounts in a row behind a word for them, or the one with which somebody logs in.
_LISTED: Final = re.compile(
    r"\b(?:(?:autorisaties?|rechten|gebruikers|beheerders|accounts):|accounts|rechten (?:van|voor)"
    r"|(?:inloggen|ingelogd|aangemeld|aanmelden) (?:met|als)|login van"
    r"|(?:vergrendeld|geopend|uitgecheckt|geblokkeerd|toegekend|beheerd) (?:door|aan):?"
    r"|(?:created|modified|updated)[_ ]by:?|sudo -u|chown|git-auteur)"
    r" ?(?P<names>[A-Za-z][\w.-]{3,}(?:(?:, | en |/| ?; ?)[A-Za-z][\w.-]{3,})*)",
    re.IGNORECASE,
)


def account_said_hits(text: str) -> Iterator[Hit]:
    """Names of accounts behind a word that says so."""
    for match in _ACCOUNT.finditer(text):
        if _is_account(match["name"], explicit=bool(match["sep"].strip(" isvanor")), word=match["word"].casefold()):
            yield Hit(match.start("name"), match.end("name"), "user_id", 0.8)


def account_shape_hits(text: str) -> Iterator[Hit]:
    """Accounts for beheerders and services, and mentions as in a chat."""
    for match in _ACCOUNT_SHAPE.finditer(text):
        name = match.group()[1:]
        if match.group()[0] == "@" and name.isalpha() and not is_personal_account(name):
            continue  # `@jurist`: somebody's role
        if match.group().startswith("AD-") and not is_personal_account(match.group()[3:]):
            continue
        yield Hit(match.start(), match.end(), "user_id", 0.7)


def directory_hits(text: str) -> Iterator[Hit]:
    """Who somebody is in a directory of users."""
    for match in _DIRECTORY.finditer(text):
        yield Hit(match.start(), match.end(), "user_id", 0.7)


def domain_user_hits(text: str) -> Iterator[Hit]:
    r"""Accounts of Windows with the domain before them: `GEMEENTE\jdejong`."""
    for match in _DOMAIN_USER.finditer(text):
        yield Hit(match.start(), match.end(), "user_id", 0.9)


def _is_no_plural(name: str) -> bool:
    """Whether a word without a digit is no Dutch plural, that happens to hold a surname: `door borden`."""
    return has_strange_start(name.lower()) or not name.lower().endswith(("en", "s"))


def listed_account_hits(text: str) -> Iterator[Hit]:
    """Accounts in a row behind a word for them, or the one with which somebody logs in."""
    for match in _LISTED.finditer(text):
        for name in re.finditer(r"[A-Za-z][\w.-]*\w", match["names"]):
            written = name.group()
            coded = re.fullmatch(r"[a-z]{4,}\d\d", written) is not None
            if coded or (written in {written.lower(), written.upper()} and is_personal_account(written)):
                start = match.start("names") + name.start()
                yield Hit(start, start + len(written), "user_id", 0.7)


def shaped_account_hits(text: str) -> Iterator[Hit]:
    """Accounts that an initial and a surname make, told of or with something behind: `hkaya02`, `dkoster_ext`."""
    if _CODE_SHAPE.search(text):
        yield from _coded(text)
    for match in (*_SHAPED.finditer(text), *_BY.finditer(text)):
        if is_personal_account(match["name"]) and (match.re is _SHAPED or _is_no_plural(match["name"])):
            yield Hit(match.start("name"), match.end("name"), "user_id", 0.7)


def _coded(text: str) -> Iterator[Hit]:
    for match in _CODE_BY.finditer(text):
        if _DONE.search(text, max(0, match.start() - 40), match.start()):
            yield Hit(match.start("name"), match.end("name"), "user_id", 0.7)
    for match in (*_RUNS.finditer(text), *_CODE_OF.finditer(text), *_DONE_BY.finditer(text)):
        yield Hit(*match.span(match.lastgroup or "name"), "user_id", 0.7)


def written_account_hits(text: str) -> Iterator[Hit]:
    """An initial and a known surname that together begin as no word does: `kdejong`, wherever they stand."""
    for match in _WRITTEN.finditer(text):
        # A vowel in front has the surname decide, and not the strange start once more.
        if has_strange_start(match["name"]) and is_written_together(f"a{match['name'][1:]}"):
            yield Hit(match.start("name"), match.end("name"), "user_id", 0.7)


def named_account_hits(text: str, names: Iterable[str]) -> Iterator[Hit]:
    """Accounts made of a name that stands in the same text: `kverdonk` where K. Verdonk is told of."""
    for initial, surname in {(folded(name)[0], folded(name.split()[-1])) for name in names if " " in name.strip()}:
        start = text.find(surname) if len(surname) > _SHORT_SURNAME else -1
        while start >= 0:
            word = _AROUND.search(text, max(0, start - _INITIALS), start + 1)
            match = _NAMED_AFTER.match(text, word.start()) if word else None
            if match and _is_made_of(match[1], initial, surname):
                yield Hit(match.start(), match.end(), "user_id", 0.7)
            start = text.find(surname, start + len(surname))


def _is_made_of(account: str, initial: str, surname: str) -> bool:
    """Whether it is the surname with initials before it, or with the first behind it."""
    before, _, behind = account.partition(surname)
    return (before[:1] == initial and not behind) or (not before and behind == initial)


def is_personal_account(name: str) -> bool:
    """Whether an account is made of somebody's initials and surname."""
    parts = [part for part in re.split(r"[\d._-]+", folded(name)) if part]
    if not parts or name.rpartition(".")[2] in TOP_LEVELS or parts[0] in name_lists().plain:
        return False
    lists, first = name_lists(), parts[0]
    second = "".join(parts[1:])
    if len(parts) > 1 and len(second) > 3:
        return (len(first) < 3 or first in lists.first) and (
            second in lists.surnames or second in lists.surname_ends or is_written_together(f"x{second}")
        )
    initials_behind = any(first[:-size] in lists.surnames and len(first) - size > 3 for size in (1, 2))
    known = first in lists.dutch_first or first in lists.surnames
    return is_written_together(first) or initials_behind or (known and name != name.lower().strip("0123456789"))


def bare_account_hits(text: str) -> Iterator[Hit]:
    """Accounts between brackets or in a log, that begin as no word does."""
    for match in _BARE_ACCOUNT.finditer(text):
        if has_strange_start(match["name"]) or is_personal_account(match["name"]):
            yield Hit(match.start("name"), match.end("name"), "user_id", 0.6)
    if "\\" in text:
        for match in _DOMAIN_USER.finditer(text):
            yield Hit(match.start(), match.end(), "user_id", 0.9)


def _is_account(name: str, *, explicit: bool, word: str) -> bool:
    """Whether the word behind `account` is one: written as such, or (behind a colon) any word that is no plain one."""
    key, plain = folded(name), name_lists().plain
    if key in plain or (not explicit and name.isalpha() and not is_written_together(key)):
        return False
    if word not in _ACCOUNT_NAMES and name.isalpha() and _is_participle(key) and not is_written_together(key):
        return False
    if (word not in {"gebruiker", "owner"} and (explicit or word in _ACCOUNT_NAMES)) or "_" in name or "." in name:
        return True
    if any(sign.isdigit() for sign in name):
        return bool(re.fullmatch(r"[a-z]{1,12}[-_]?\d{2,8}|[A-Z]{2,6}[-_]?\d{2,4}|[A-Za-z]\d{4,8}", name))
    return name.islower() or (name.isupper() and is_written_together(key))


def _is_participle(word: str) -> bool:
    """Whether a word looks like one that tells how something is (`login: verplicht`), as `verbakker` does not."""
    return re.fullmatch(r"(?:ver|ge|be|on|niet)\w+(?:t|d|lijk|ig|en)", word) is not None
