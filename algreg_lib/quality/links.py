"""Whether the links in an inventory work. Only on request: it is the one check that asks the network."""

import itertools
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pandas as pd

from algreg_lib.files import replacing
from algreg_lib.findings import COLUMNS, Finding, findings_table, worst_first
from algreg_lib.inventory import Inventory
from algreg_lib.quality import patterns
from algreg_lib.quality.asking import Answer, asked
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
_NOTHING_HEARD: Final = Finding(
    registration_id="",
    field="",
    rule=RULE,
    severity="info",
    message="Geen enkele website gaf antwoord. Kijk of deze computer op internet kan, en controleer de links opnieuw.",
)


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


def with_links(check: Check, inventory: Inventory, *, settings: Quality, folder: Path, now: datetime) -> Check:
    """The same check with a finding for each link that does not work.

    Answers of the past week are taken from links.json in `folder`, which is written again; silence is not remembered.
    Where no site at all gave an answer, one finding says so instead of one per link. Raises OutputError.
    """
    links = links_in(inventory)
    known = _known(folder / CACHE, now)
    answers = asked(url for url in links["url"].unique() if url not in known)
    if answers and not _heard(answers):  # are these sites silent, or have we no network? One that worked will tell
        answers |= asked(list(itertools.islice((url for url, (wrong, _) in known.items() if not wrong), 1)))
    known |= {url: (answer.wrong, now) for url, answer in answers.items() if answer.heard}
    _remember(folder / CACHE, known)
    wrong = {url: said for url, (said, _) in known.items()}
    if _heard(answers):
        wrong |= {url: answer.wrong for url, answer in answers.items() if not answer.heard}
    found = _findings(links, wrong, inventory)
    if answers and not _heard(answers):
        found = pd.concat([found, findings_table([_NOTHING_HEARD])], ignore_index=True)
    chosen = with_settings(found, settings, known=[*rules(), *check.rule_ids])
    return replace(check, findings=worst_first(pd.concat([check.findings, chosen], ignore_index=True)))


def _heard(answers: Mapping[str, Answer]) -> bool:
    return any(answer.heard for answer in answers.values())


def _findings(links: pd.DataFrame, answers: Mapping[str, str], inventory: Inventory) -> pd.DataFrame:
    titles = {field.key: field.title for field in standard(inventory.standard).fields}
    rule = rules()[RULE]
    dead = links.assign(answer=[answers.get(url, "") for url in links["url"]])
    dead = dead[dead["answer"] != ""]
    messages = [
        rule.message.replace("{titel}", titles[field]).replace("{bewijs}", answer)
        for field, answer in zip(dead["field"], dead["answer"], strict=True)
    ]
    found = dead.assign(rule=RULE, severity=rule.severity, message=messages, value=dead["url"])
    return with_places(found, inventory)[list(COLUMNS)].astype("str")


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
