"""Asking the network whether web addresses work: many hosts at once, each politely, and none inside an organisation.

The addresses come from files of others, so nothing here trusts them: an address inside the network is never asked for,
neither where another one sends us on to it, and a site can keep us busy for so long only.
"""

import asyncio
import ipaddress
import re
import socket
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit
from urllib.request import getproxies

from algreg_lib.quality import patterns

if TYPE_CHECKING:
    import httpx

#: Hosts that are asked at the same time; one host gets one question at a time, with a pause.
_AT_ONCE: Final = 8
PAUSE_SECONDS: Final = 0.3
_PATIENCE_SECONDS: Final = 15.0
#: Sites send people on from the one address to the other; more often than this goes nowhere.
_MOST_STEPS: Final = 10
#: What says for certain that the page is not there; a refusal (401, 403) or a fault of the moment does not.
_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_TRY_GET: Final = frozenset({HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED, *_GONE, HTTPStatus.FORBIDDEN})
#: A site that has enough of us; what is left of its links waits for a next time.
_ENOUGH: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_INTERNAL: Final = re.compile(patterns.INTERNAL_ADDRESS)


class Answer(NamedTuple):
    """What came of one link."""

    wrong: str = ""  #: a Dutch sentence; empty when the link works, or when nobody can say
    heard: bool = True  #: whether the site answered; silence may be over tomorrow, or be ours


#: Whether the machine of this host stands outside private networks; None when the name leads to no machine.
IsPublic = Callable[[str], bool | None]


class _SilenceError(Exception):
    """A host that gives no answer; the text says why, as the end of a Dutch sentence."""


class _InsideError(Exception):
    """An address inside a network, after `steps` steps on from the link."""

    def __init__(self, steps: int) -> None:
        super().__init__(steps)
        self.steps = steps


def asked(
    urls: Iterable[str], *, pause_seconds: float = PAUSE_SECONDS, is_public: IsPublic | None = None
) -> dict[str, Answer]:
    """The answer to each link. Asks the network; `is_public` says which hosts may be asked."""
    by_host: dict[str, list[str]] = {}
    answers: dict[str, Answer] = {}
    for url in dict.fromkeys(urls):
        try:
            by_host.setdefault(urlsplit(url).netloc.casefold(), []).append(url)
        except ValueError:  # such as a bracket that is not closed
            answers[url] = Answer(f"'{url}' is geen geldig adres.")
    allowed = is_public or stands_outside
    with ThreadPoolExecutor(max_workers=1) as beside:  # a notebook has an event loop already in this thread
        return answers | beside.submit(lambda: asyncio.run(_ask(by_host, pause_seconds, allowed))).result()


def stands_outside(host: str) -> bool | None:
    """Whether every address of this host is one of the public internet; None when it has none."""
    try:
        found = _addresses(host.strip("[]"))
    except (OSError, UnicodeError):
        return True if getproxies() else None  # behind a proxy names may be known to the proxy only
    plain = [getattr(address, "ipv4_mapped", None) or address for address in map(ipaddress.ip_address, found)]
    return all(address.is_global and not address.is_multicast for address in plain)


def _addresses(host: str) -> list[str]:
    return [str(entry[4][0]).split("%")[0] for entry in socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)]


async def _ask(by_host: dict[str, list[str]], pause_seconds: float, is_public: IsPublic) -> dict[str, Answer]:
    at_once = asyncio.Semaphore(_AT_ONCE)

    async def ask(urls: list[str]) -> dict[str, Answer]:
        async with at_once:
            return await _ask_host(urls, pause_seconds, is_public)

    of_hosts = await asyncio.gather(*(ask(urls) for urls in by_host.values()))
    return {url: answer for of_host in of_hosts for url, answer in of_host.items()}


async def _ask_host(urls: list[str], pause_seconds: float, is_public: IsPublic) -> dict[str, Answer]:
    """The links of one host, one after the other; a host that stays silent or has enough of us is left alone."""
    import httpx  # here: only this check asks the network

    headers = {"User-Agent": "algreg (controle van links in een algoritmeregister)"}
    left, answers = list(urls), dict[str, Answer]()
    async with httpx.AsyncClient(timeout=_PATIENCE_SECONDS, headers=headers) as client:
        while left:
            url = left.pop(0)
            try:
                async with asyncio.timeout(_PATIENCE_SECONDS):
                    status = await _status(client, url, is_public)
            except (_SilenceError, TimeoutError, httpx.TimeoutException) as silence:
                reason = str(silence) if isinstance(silence, _SilenceError) else "geeft geen antwoord"
                said = f"werkt niet: {urlsplit(url).netloc} {reason}."
                return answers | {each: Answer(f"'{each}' {said}", heard=False) for each in (url, *left)}
            except httpx.TooManyRedirects:
                answers[url] = Answer(f"'{url}' stuurt steeds door en komt nergens uit.")
            except _InsideError as inside:
                sent_on = f"'{url}' stuurt door naar een adres dat alleen binnen een organisatie werkt."
                answers[url] = Answer(sent_on if inside.steps else "")
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError):
                answers[url] = Answer()  # a certificate that we do not know, half an answer: a browser may manage
            else:
                if status in _ENOUGH:
                    return answers | {each: Answer(heard=False) for each in (url, *left)}
                answers[url] = Answer(f"'{url}' bestaat niet (antwoord {status})." if status in _GONE else "")
            await asyncio.sleep(pause_seconds)
    return answers


async def _status(client: "httpx.AsyncClient", url: str, is_public: IsPublic) -> int:
    status = await _followed(client, "HEAD", url, is_public)
    # Some sites answer to a browser's way of asking only.
    return await _followed(client, "GET", url, is_public) if status in _TRY_GET else status


async def _followed(client: "httpx.AsyncClient", method: str, url: str, is_public: IsPublic) -> int:
    """The status where a link leads in the end. Each step is looked at before it is taken; no body is read."""
    import httpx

    for steps in range(_MOST_STEPS + 1):
        await _may_ask(url, steps, is_public)
        try:
            async with client.stream(method, url) as answer:
                if answer.next_request is None:
                    return answer.status_code
                url = str(answer.next_request.url)
        except httpx.ConnectError as error:
            if "certificate" in str(error).casefold() or "ssl" in str(error).casefold():
                raise
            raise _SilenceError("is niet te bereiken") from error
    raise httpx.TooManyRedirects("")


async def _may_ask(url: str, steps: int, is_public: IsPublic) -> None:
    host = urlsplit(url).hostname or ""
    outside = await asyncio.get_running_loop().run_in_executor(None, is_public, host)
    if outside is None:
        raise _SilenceError("is niet te vinden")
    if not outside:
        # At most networks inside the name of a public site leads to a machine inside: that says nothing about the link.
        raise _InsideError(steps if _INTERNAL.search(url) else 0)
