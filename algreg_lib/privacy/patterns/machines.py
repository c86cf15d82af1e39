"""Proposes the names of machines that only the text around them, or the word before, shows to be one."""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.triggers import any_case_of

#: What only texts about systems hold; in these a name in the shape of a machine is one.
_TECHNICAL: Final = frozenset(
    "ip ipv vpn server servers host hosts hostname machine node nodes cluster standby failover primary replica "
    "backup reservekopie uitwijk warn session root dashboard poort port firewall ssh sftp curl ping cpu ram disk "
    "diskfull reboot herstart herstarten draait draaien docker container linux ubuntu cron agent monitoring grafana "
    "prometheus log logs logbestand logregel recorder sudo job batch remote rdp werkstation pc patch patchen "
    "certificaat gpu alert vm esx esxi storage mount camera".split()
)
_SERVER: Final = ("server", "servers")
_WORD: Final = re.compile("[a-z]+")
_ADDRESS: Final = r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}"
_IP: Final = re.compile(_ADDRESS)
#: Kinds of machines that names begin with.
_KINDS: Final = "nas|pg|db|sql|dwh|gis|jenkins|nexus|hpc|gpu|esx|vm|fs|mail|proxy|jump|jmp|bastion|backup|bkp"
#: Words with hyphens and a number at the end, with a number that begins with a zero, or with a kind before a hyphen.
_MACHINE: Final = re.compile(
    r"[a-z](?<![\w./@\\-].)(?:[a-z0-9]{1,15}(?:-[a-z0-9]{1,14}){0,3}-[a-z]{0,16}\d{1,4}|[a-z]{2,13}0\d"
    r"|[a-z]{1,13}(?:-[a-z]{2,14}){1,2}-[a-z]\d{1,2})(?![\w/-]|\.\w)"
)
_OF_KIND: Final = re.compile(rf"(?<![\w./@\\-])(?:{_KINDS})[a-z0-9]{{0,8}}(?:-[a-z0-9]{{2,14}}){{1,2}}(?![\w/-]|\.\w)")
#: Numbered words that are no machine.
_NO_MACHINE: Final = frozenset(
    "covid sars nen iso iec en wcag top fase stap versie model optie groep niveau type klasse cat categorie bijlage "
    "art artikel lid postcode pc week kwartaal q gpt chatgpt gemini llama bert f r t z p wo mbo vmbo pdf utf sha aes "
    "rsa tls http web mp co pm kv km h s sprint release cluster win punt tabel figuur zone lijn bus tram a n e pilot "
    "scenario variant blok rotonde hm".split()
)
#: What is said to be a machine, and any word with a hyphen behind it.
_KIND: Final = any_case_of(
    "host machine server cluster router switch firewall printer recorder node".split(), at_start=False
)
_SAID: Final = re.compile(
    rf"{_KIND}:? "
    r"(?:(?:heet|is|genaamd) )?(?P<name>[A-Za-z]{2,}[A-Za-z0-9]*-[A-Za-z0-9-]+)(?![\w./@-])"
    r"|\b(?:mach\.|pc):? (?:(?:heet|is|genaamd) )?(?P<short>[A-Za-z]{2,}[A-Za-z0-9]*-[A-Za-z0-9-]+)(?![\w./@-])"
)
#: Or that has its address behind it.
_ADDRESSED: Final = re.compile(rf"(?<![\w./@\\-])([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+) ?\({_ADDRESS}\)")


def machine_hits(text: str) -> Iterator[Hit]:
    """Names in the shape of a machine in a text about systems: `kaart-db-3`, `beeld02`, `nas-zolder`."""
    if not _is_technical(text):
        return
    for match in (*_MACHINE.finditer(text), *_OF_KIND.finditer(text)):
        if match.group().partition("-")[0] not in _NO_MACHINE or match.group().count("-") > 1:
            yield Hit(match.start(), match.end(), "internal_host", 0.5)


def machine_said_hits(text: str) -> Iterator[Hit]:
    """Names that the word before or the address behind shows to be one of a machine."""
    for match in _SAID.finditer(text):
        yield Hit(*match.span(match.lastgroup or 0), "internal_host", 0.7)
    for match in _ADDRESSED.finditer(text):
        yield Hit(*match.span(1), "internal_host", 0.7)


def _is_technical(text: str) -> bool:
    words = _WORD.findall(text.lower())
    told = not _TECHNICAL.isdisjoint(words) or any(word.endswith(_SERVER) for word in words)
    return told or _IP.search(text) is not None
