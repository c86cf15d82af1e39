"""Whether the links in an inventory work. Only on request: it is the one check that asks the network."""

import json
import re
import time
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pandas as pd

from algreg_lib.files import replacing
from algreg_lib.findings import COLUMNS, worst_first
from algreg_lib.inventory import Inventory
from algreg_lib.quality import patterns
from algreg_lib.quality.checking import Check
from algreg_lib.quality.own import with_settings
from algreg_lib.quality.places import with_places
from algreg_lib.quality.rules import rules
from algreg_lib.standard import standard
from algreg_lib.workspace import Quality

RULE: Final = "link-dood"
CACHE: Final = "links.json"

_URL: Final = re.compile(r"(?i)https?://[^\s<>|\"'”’]+[^\s<>|\"'”’.,;:!?)]")
_INTERNAL: Final = re.compile(patterns.INTERNAL_ADDRESS)
#: Answers stay good for this long.
_FRESH: Final = timedelta(days=7)
#: Hosts that are asked at the same time; one host gets one question at a time, with a pause.
_AT_ONCE: Final = 8
_PAUSE_SECONDS: Final = 0.3
_PATIENCE_SECONDS: Final = 10.0
#: What says for certain that the page is not there; a refusal (401, 403, 429) or a fault of the moment does not.
_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_TRY_GET: Final = frozenset({HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_IMPLEMENTED, *_GONE, HTTPStatus.FORBIDDEN})


def links_in(inventory: Inventory) -> pd.DataFrame:
    """Every public web address in the inventory: columns registration_id, field, url. Internal ones are left out."""
    found = [
        (str(identifier), field.key, url)
        for field in standard(inventory.standard).fields
        if field.key in inventory.registrations and not field.set_by_register
        for identifier, text in inventory.registrations[field.key].dropna().items()
        for url in dict.fromkeys(_URL.findall(text))
        if not _INTERNAL.search(url)
    ]
    return pd.DataFrame(found, columns=["registration_id", "field", "url"], dtype="str")


def asked(urls: Iterable[str], *, pause_seconds: float = _PAUSE_SECONDS) -> dict[str, str]:
    """What is wrong with each link, as a Dutch sentence; empty when it works. Asks the network."""
    by_host: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        by_host.setdefault(urlsplit(url).netloc.casefold(), []).append(url)
    answers: dict[str, str] = {}
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        for of_host in pool.map(lambda of_host: _ask_host(of_host, pause_seconds), by_host.values()):
            answers |= of_host
    return answers


def with_links(check: Check, inventory: Inventory, *, settings: Quality, folder: Path, now: datetime) -> Check:
    """The same check with a finding for each link that does not work.

    Answers of the past week are taken from links.json in `folder`, which is written again. Raises OutputError.
    """
    links = links_in(inventory)
    known = _known(folder / CACHE, now)
    known |= {
        url: (answer, now) for url, answer in asked(url for url in links["url"].unique() if url not in known).items()
    }
    _remember(folder / CACHE, known)
    found = _findings(links, {url: answer for url, (answer, _) in known.items()}, inventory)
    chosen = with_settings(found, settings, known=[*rules(), *check.rule_ids])
    return replace(check, findings=worst_first(pd.concat([check.findings, chosen], ignore_index=True)))


def _findings(links: pd.DataFrame, answers: Mapping[str, str], inventory: Inventory) -> pd.DataFrame:
    titles = {field.key: field.title for field in standard(inventory.standard).fields}
    rule = rules()[RULE]
    dead = links.assign(answer=links["url"].map(answers).fillna(""))
    dead = dead[dead["answer"] != ""]
    messages = [
        rule.message.replace("{titel}", titles[field]).replace("{bewijs}", answer)
        for field, answer in zip(dead["field"], dead["answer"], strict=True)
    ]
    found = dead.assign(rule=RULE, severity=rule.severity, message=messages, value=dead["url"])
    return with_places(found, inventory)[list(COLUMNS)].astype("str")


def _ask_host(urls: list[str], pause_seconds: float) -> dict[str, str]:
    import httpx  # here: only this check asks the network

    headers = {"User-Agent": "algreg (controle van links in een algoritmeregister)"}
    answers = {}
    with httpx.Client(timeout=_PATIENCE_SECONDS, follow_redirects=True, max_redirects=5, headers=headers) as client:
        for number, url in enumerate(urls):
            if number:
                time.sleep(pause_seconds)
            try:
                status = client.head(url).status_code
                if status in _TRY_GET:  # some sites answer to a browser's way of asking only
                    with client.stream("GET", url) as answer:
                        status = answer.status_code
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
                answers[url] = f"'{url}' is niet te openen ({type(error).__name__})."
                continue
            answers[url] = f"'{url}' bestaat niet (antwoord {status})." if status in _GONE else ""
    return answers


def _known(path: Path, now: datetime) -> dict[str, tuple[str, datetime]]:
    """The fresh answers of an earlier time; none when the file is not there or is not ours."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        answers = {url: (str(said["answer"]), datetime.fromisoformat(said["asked"])) for url, said in read.items()}
        return {url: (answer, when) for url, (answer, when) in answers.items() if now - when < _FRESH}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _remember(path: Path, answers: Mapping[str, tuple[str, datetime]]) -> None:
    said = {url: {"answer": answer, "asked": when.isoformat()} for url, (answer, when) in sorted(answers.items())}
    with replacing(path) as beside:
        beside.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
