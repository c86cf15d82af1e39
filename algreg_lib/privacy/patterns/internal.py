"""Proposes what shows the inside of an organisation's network: IP addresses, servers and paths."""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit

_IPV4: Final = re.compile(
    r"(?<![\w.,-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:/\d{1,2})?(?![\w-]|\.\d)"
)
_IPV6: Final = re.compile(r"(?<![\w:.])(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{1,4}(?![\w:])", re.ASCII)
#: What else is written with dots between numbers.
_VERSIONED: Final = re.compile(
    r"(?:\bv\.? ?|(?:\b(?:\w+wet|\w*besluit|\w*regeling|\w*verordening|versie(?:nummer)?|version|release|build"
    r"|artikel(?:en)?|art|maatregel(?:en)?|paragraaf|par|hoofdstuk"
    r"|sectie|bijlage"
    r"|tabel|firmware|software|ISO|NEN|lid|onderdeel|punt|update|patch|eis|norm|pagina|figuur)|§)[.:() -]{0,3})$",
    re.IGNORECASE,
)

#: The first number of most versions, the ranges of private networks, and what tells that a text is about addresses.
_LAST_VERSION: Final = 25
_PRIVATE: Final = re.compile(r"10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.")
_NETWORK: Final = re.compile(
    r"\b(?:ip|ip-?adres\w*|ipv4|adres|server|host|hosts|client|vpn|poort|port|firewall|netwerk|subnet|bezoeker"
    r"|gateway|dns|proxy|router|whitelist\w*"
    r"|verkeer|ssh|ping|draait)\b|https?://",
    re.IGNORECASE,
)

#: Top levels that exist only inside a network.
_TLD: Final = (
    r"(?:local|lokaal|rijksnet|cluster|[a-z]+-int|intern|internal|intra|lan|corp|intranet|localdomain|prv|private|ad"
    r"|home|domain)"
)
_REST: Final = r"(?::\d{2,5})?(?:/[^\s<>\"'()|]*)?"
_INNER_PART: Final = re.compile(
    r"\.(?:intern|internal|local|lan|corp|int|ad)\.(?![\w.-]*\.(?:int|org)$)", re.IGNORECASE
)
_SCHEMES: Final = r"(?:https?|ftps?|sftp|ldaps?|ssh|nfs|tcp|amqp|redis|mongodb|jdbc:\w+|postgres(?:ql)?|mysql)"
_LINK: Final = re.compile(
    rf"\b{_SCHEMES}://(?P<user>[\w.%-]+(?::[^@\s/]*)?@)?(?P<host>[A-Za-z][\w-]*(?:\.[\w-]+)*){_REST}", re.IGNORECASE
)
_INSIDE: Final = re.compile(rf"(?<![\w@.-])(?:[\w-]+\.)+{_TLD}\b(?![\w-]|\.\w){_REST}", re.IGNORECASE)
#: Parts within a public domain that show a network of its own: `sqlprd02.intern.gemeente.nl`.
_ZONE: Final = r"(?:int|intern|internal|ad|lan|corp|local|prd|tst|acc|mgmt|dmz|srv|infra|domain|prod|ota)"
_INSIDE_PUBLIC: Final = re.compile(
    rf"(?<![\w@./-])(?:https?://)?(?:[\w-]+\.)+{_ZONE}\.(?:[\w-]+\.)*(?:nl|com|net|eu|org|frl)\b(?!\.\w){_REST}",
    re.IGNORECASE,
)
#: Services that organisations keep to themselves, as the first part of a public domain.
_SERVICE: Final = re.compile(
    r"(?<![\w@./-])(?:https?://)?(?:intranet|rijksnet|idms|confluence|jira|wiki|gitlab|sharepoint|adfs|vpn|citrix"
    r"|webmail|dev"
    r"|test|acc|"
    rf"acceptatie|staging|ota|prod)\d{{0,3}}\.(?:[\w-]+\.)+(?:nl|net|com|eu)\b{_REST}"
    rf"|(?<![\w@.-])(?:https?://)?(?:[\w-]+\.)*(?:[\w-]*intranet|rijksnet|rijksweb"
    rf"|rijksportaal)\.(?:[\w-]+\.)*(?:nl|net|com|eu)\b{_REST}"
    rf"|(?:https?://)?[\w-]+\.sharepoint\.com\b{_REST}"
    rf"|(?<![\w@./-])(?:https?://)?(?:[\w-]+-(?:acc|acceptatie|tst|test|dev|ota|prd|prod|staging|beheer|intern|int"
    rf"|mgmt)"
    rf"|(?:acc|tst|test|dev|ota|prd|staging|mgmt)-[\w-]+)\d{{0,2}}\.(?:[\w-]+\.)+(?:nl|com|net|eu)\b{_REST}"
    rf"|(?<![\w@./-])(?:https?://)?[a-z]+(?:-[a-z]+)*-?[a-z]*\d{{1,3}}\.(?:[\w-]+\.){{2,}}(?:nl|com|net|eu)\b{_REST}"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:database|blob\.core|dfs\.core|vault"
    r"|azurewebsites)\.(?:windows|azure)\.net\b"
    r"|\b[\w.-]+\.azuredatabricks\.net\b",
    re.IGNORECASE,
)
_SERVER_SAID: Final = re.compile(
    r"\b(?:(?:database|applicatie|file|web|mail|print|sql)?-?server(?:naam|s)?|host(?:name|naam)?|machine|node"
    r"|werkstation|vm"
    r"|database|databank|data source|instance|instantie|laptop|pc|virtuele server|appliance|"
    r"virtuele machine|cluster|computernaam|werkplek|container|citrix-?farm|tns|rdp(?: naar)?|ping"
    r"|storage ?account)\b[ :=\"'(]*(?:(?:is|genaamd|heet|met de naam|met naam) )?[\"'(]?"
    r"(?P<name>(?=[\w.-]*[\d_-])[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*)(?![\w@%-])",
    re.IGNORECASE,
)
_SERVER_SHAPE: Final = re.compile(
    r"(?<![\w./@\\-])(?:(?:srv|svr|sql|db|dc|vm|app|web|fs|ws|lt|nb)[-_][\w-]*\d{1,4}"
    r"|[A-Z]{0,8}-?(?:SRV|SVR|SQL|APP|VM|DC|DB|WEB|FS|TS|RDS)-?[A-Z]*-?\d{1,4}|(?:srv|sql|vm|esx)[a-z]*-?[a-z]*\d{1,4}"
    r"|[a-z]{2,8}-?(?:srv|sql|prd|tst|dev|acc)-?\d{1,3})(?![\w./-])",
    re.ASCII,
)

#: A name with a place in a street of systems in it, or a kind of machine and a number: `APP-STD-PRD04`, `gis-node2`.
_SERVER_CODE: Final = re.compile(
    r"(?<![\w./@\\-])(?:(?:[A-Za-z][A-Za-z0-9]*-)+(?:prd|tst|acc|prod|ota)(?:-[a-z]+)?-?\d{1,3}"
    r"|(?:[A-Z][A-Z0-9]*-)+(?:PRD|TST|ACC|PROD|OTA|DMZ)(?:-?[A-Z]*\d{1,3})?"
    r"|(?:[a-z][a-z0-9]*-)+(?:node|batch|worker|master|rds|cluster|host|vm|hal|gw|nas|db|app|web"
    r"|sql)-?\d{1,3}"
    r"|(?:lnx|linux|win-|ctx|kub|k8s|nas|gw|rds|esx|dwh|sqlcluster|srvfile|prt|hv)-?[a-z]*-?\d{1,3}"
    r"|(?:CTX|PRT|GEO|NAS|LNX|WIN|HV|RDS|SAP|DWH|BI)-?[A-Z]{0,6}-?(?:PRD|FARM|CL|TST|ACC)?\d{2}"
    r"|[A-Z]{2,8}(?:PRD|TST|ACC|SQL|SRV)\d{1,3}"
    r"|(?:ca|st|vm|kv|rg|func|adf|dbw)-[a-z0-9]+-(?:prd|tst|acc|dev|prod)(?:-\d+)?)(?![\w/-]|\.\w)"
)
#: A folder with another behind it may hold spaces; the last part ends at a space, or at the extension of a file.
_FOLDER: Final = r"[^\\/:*?\"<>|\r\n\t;,()«»]{1,80}"
_LAST: Final = r"(?:[^\\/:*?\"<>|\r\n\t;,()«»]{1,80}?\.[A-Za-z0-9]{2,5}\b|[^\\/:*?\"<>|\s;,()«»]{1,80})"
#: Paths, each with a sign that it holds: most texts hold few of these signs.
_PATHS: Final = (
    ("\\", re.compile(rf"(?<![\w\\])\\\\[\w.$-]+(?:\\{_FOLDER}(?=\\))*(?:\\{_LAST})?\\?")),
    ("\\", re.compile(rf"(?<![\w\\:])(?:%\w+%|\.{{1,2}}|[\w-]+)(?:\\[\w.$ -]{{1,60}}?)+\\{_LAST}")),
    ("\\", re.compile(r"(?<![\w\\:])[\w-]+\\[\w-]+\.[A-Za-z]{2,4}\b|(?<=map )[\w -]+(?:\\[\w .-]+)+\w")),
    (":", re.compile(rf"(?<!\w)[A-Za-z]:[\\/](?![/\\])(?:{_FOLDER}[\\/])*(?:{_LAST})?")),
    (
        "sharepoint",
        re.compile(
            r"https://[\w.-]+\.sharepoint\.(?!com\b)[a-z.]+/(?:sites|teams|personal)/[\w.%-]+/[^\s<>\"'|]+",
            re.IGNORECASE,
        ),
    ),
    ("@", re.compile(r"(?<![\w.])(?:ssh://)?git@[\w.-]+[:/][\w./-]+")),
    (
        " > ",
        re.compile(
            r"\b(?:[Tt]eams(?:-kanaal)?|[Kk]anaal|SharePoint|[Vv]erkenner|[Mm]ap|[Ll]ocatie|[Pp]ad|DMS|Corsa): ?"
            r"(?P<path>[A-Z][\w.-]*(?: [\w.-]+){0,4}(?: ?> ?[\w.-]+(?: [\w.-]+){0,4}?)+(?=[.,;)]|$| ?>|\n))"
        ),
    ),
    ("/", re.compile(r"(?:(?<=[Mm]ap )|(?<=map: ))(?:/[\w.-]+){2,}/?|(?<=[Mm]ap )[A-Z][\w.-]+(?:/[\w.-]+){2,}")),
    (":/", re.compile(r"\b(?:file|smb|afp|s3|hdfs|abfss?|gs|dbfs):/{2,4}[^\s<>\"'|]+", re.IGNORECASE)),
    (":", re.compile(r"\b(?:op|naar|in|via|map|onder)(?: de| mijn| onze)? [A-Z]:[\\/]?(?=[\s),.;]|$)")),
    (">", re.compile(r"\b[A-Z]: ?> ?\w[\w .-]*(?: ?> ?\w[\w.-]*)*")),
    (">", re.compile(r"\b(?:Teams|SharePoint|Sharepoint|OneDrive|Documenten|Verkenner|map)(?: ?> ?\w[\w -]*){2,}")),
    (
        "schijf",
        re.compile(
            r"\b[A-Z][- ]schijf(?:(?: > [\w-]+)+|, map [\w/-]+| ?(?:onder|in de map|map|/|>) ?[\w\\/ -]{2,40}\w)?"
            r"|\bschijf [A-Z]:?(?!\w)",
            re.ASCII,
        ),
    ),
    (
        "/",
        re.compile(
            r"/(?<![\w.:/]/)(?:home|mnt|var|opt|srv|etc|usr|root|data|Users|Volumes|export|nfs|shares?|tmp|nas|sites"
            r"|teams|apps?|volume\d|media|u01|oracle|dbfs|hdfs|dfs|groups)/[\w.@%+~/-]*[\w/]"
            r"|~/(?<![\w.:/]~/)[\w.@%+/-]+\w"
        ),
    ),
    ("/", re.compile(r"/(?<![\w.:/<]/)(?:(?:[\w.-]+/){3,}[\w.-]+|(?:[\w.-]+/)+[\w-]+\.[a-z]{2,5}\b)")),
    ("/", re.compile(r"/(?<=(?:.map|.pad|lder|tory|atie|nder) /)[\w.-]+(?:/[\w.-]+)+/?")),
    ("/", re.compile(r"(?<![\w:/])//[a-z][\w.-]*(?:/[\w.$@%+-]+)+")),
    ("/", re.compile(r"/(?<=[:=]/)(?:home|mnt|var|opt|srv|etc|usr|data|export|tmp|nas)/[\w.@%+~/-]*[\w/]")),
    (
        "/",
        re.compile(
            r"(?<![\w/.])(?:Teams|Gedeelde documenten|Shared Documents|SharePoint|Sharepoint|OneDrive|Samenwerken"
            r"|Samenwerkruimte|Documenten|DMS|Corsa"
            r"|Verseon)"
            r"(?:/[\w.-]{1,60}(?: [\w.-]{1,40}){0,3}?){2,12}(?=[),;\n]|\.(?:\s|$)|$| (?:en|in|op|van|voor|met)\b)"
        ),
    ),
    ("./", re.compile(r"\.(?<![\w/.]\.)\.?/[\w.-]+(?:/[\w.-]+)+")),
    ("OneDrive", re.compile(r"\bOneDrive - [\w -]+(?:[/\\][\w .-]+)+\w")),
)

#: The rest of a link up to a place in it; links to files are paths themselves.
_LINK_BEFORE: Final = re.compile(rf"(?:\b{_SCHEMES}://|\bwww\.)[^\s<>\"]*$", re.IGNORECASE)


def ip_hits(text: str) -> Iterator[Hit]:
    """IP addresses; not the numbers of a version, an article or a paragraph, and not of the machine itself."""
    found = [match for match in _IPV4.finditer(text) if not match.group().startswith(("127.", "0."))]
    versions = [match for match in found if _VERSIONED.search(text, max(0, match.start() - 24), match.start())]
    for match in found:
        if match not in versions and not _may_be_version(text, match.group(), versions):
            yield Hit(match.start(), match.end(), "ip", 0.85)
    if text.count(":") > 1:
        from ipaddress import AddressValueError, IPv6Address

        for match in _IPV6.finditer(text):
            try:
                IPv6Address(match.group())
            except AddressValueError:
                continue
            yield Hit(match.start(), match.end(), "ip", 0.85)


def _may_be_version(text: str, number: str, versions: list[re.Match[str]]) -> bool:
    """Whether four small numbers are rather those of a program: nothing tells of a network, or others here are."""
    first = int(number.split(".")[0])
    if first > _LAST_VERSION or _PRIVATE.match(number) or "/" in number:
        return (
            bool(versions) and versions[0].group().split(".")[0] == number.split(".")[0] and not _NETWORK.search(text)
        )
    return not _NETWORK.search(text)


def link_hits(text: str) -> Iterator[Hit]:
    """Links to a server by its bare name, or by a name that only exists within the network."""
    for match in _LINK.finditer(text):
        if "." not in match["host"] or _INSIDE.fullmatch(match["host"]) or _INNER_PART.search(match["host"]):
            # A password before the host is a finding of its own.
            start = match.start("host") if match["user"] else match.start()
            yield Hit(start, match.start() + len(match.group().rstrip(".,;:!?")), "internal_host", 0.9)


def inside_hits(text: str) -> Iterator[Hit]:
    """Names under a top level that only exists within the network."""
    for match in _INSIDE.finditer(text):
        yield _host(match, 0.85)
    for match in _INSIDE_PUBLIC.finditer(text):
        yield _host(match, 0.8)


def service_hits(text: str) -> Iterator[Hit]:
    """Services that organisations keep to themselves, such as the intranet."""
    for match in _SERVICE.finditer(text):
        yield _host(match, 0.7)


def server_hits(text: str) -> Iterator[Hit]:
    """Names of machines, such as `SRV-APP01` or what stands behind the word server."""
    for match in _SERVER_SHAPE.finditer(text):
        yield _host(match, 0.6)
    for match in _SERVER_CODE.finditer(text):
        yield Hit(match.start(), match.end(), "internal_host", 0.6)
    for match in _SERVER_SAID.finditer(text):
        if _is_server_name(match["name"]):
            yield Hit(match.start("name"), match.end("name"), "internal_host", 0.7)


def _host(match: re.Match[str], confidence: float) -> Hit:
    return Hit(match.start(), match.start() + len(match.group().rstrip(".,;:!?")), "internal_host", confidence)


def _is_server_name(name: str) -> bool:
    """Whether a word behind `server` is its name (`app07`, `srv-db`), not the next word of the sentence."""
    told = any(sign.isdigit() for sign in name) or "_" in name
    return (told and len(name) > 3) or re.match(r"(?:srv|sql|db|app|web)[-_]", name, re.IGNORECASE) is not None


def path_hits(text: str) -> Iterator[Hit]:
    """Paths to files and folders on a share, a drive or a server."""
    for sign, pattern in _PATHS:
        for match in pattern.finditer(text) if sign in text else ():
            written = match.group().rstrip(" .,;:!?")
            if len(written) > 3 and not _in_link(text, match.start()):
                start = match.start("path") if "path" in pattern.groupindex else match.start()
                yield Hit(start, match.start() + len(written), "internal_path", 0.9)


def _in_link(text: str, start: int) -> bool:
    """Whether a place lies within a link, of which the part behind the host is no folder of ours."""
    return _LINK_BEFORE.search(text, max(0, start - 400), start) is not None
