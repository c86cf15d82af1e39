"""Links are asked for on request, politely, and remembered."""

import threading
import time
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from algreg_lib.quality import check
from algreg_lib.quality import links as asking
from algreg_lib.workspace import Quality
from tests.quality.records import inventory, judge_by_masks, placed

NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Site(BaseHTTPRequestHandler):
    def do_HEAD(self):
        with self.server.lock:
            self.server.busy += 1
            self.server.busiest = max(self.server.busiest, self.server.busy)
            self.server.asked.append((self.command, self.path))
        time.sleep(0.01)
        status = {"/weg": 404, "/gone": 410, "/storing": 503, "/geheim": 403}.get(self.path, 200)
        if self.path == "/geen-head":
            status = 405 if self.command == "HEAD" else 200
        if self.path == "/omweg":
            self.send_response(302)
            self.send_header("Location", "/weg")
        else:
            self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()
        with self.server.lock:
            self.server.busy -= 1

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.lock, server.busy, server.busiest, server.asked = threading.Lock(), 0, 0, []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def address(server, path):
    return f"http://127.0.0.1:{server.server_port}{path}"


def test_only_what_is_surely_not_there_is_called_dead(site):
    paths = ["/", "/weg", "/gone", "/storing", "/geheim", "/geen-head", "/omweg"]
    answers = asking.asked([address(site, path) for path in paths], pause_seconds=0)
    assert [bool(answers[address(site, path)]) for path in paths] == [False, True, True, False, False, False, True]
    assert answers[address(site, "/weg")] == f"'{address(site, '/weg')}' bestaat niet (antwoord 404)."


def test_a_host_that_is_not_there_is_a_finding_and_no_error():
    assert "niet te openen" in asking.asked(["http://127.0.0.1:9/"], pause_seconds=0)["http://127.0.0.1:9/"]


def test_a_host_gets_one_question_at_a_time_and_each_link_once(site):
    urls = [address(site, f"/{number}") for number in range(12)]
    asking.asked([*urls, *urls], pause_seconds=0)
    assert (site.busiest, len(site.asked)) == (1, 12)


def test_internal_addresses_are_never_asked_for():
    given = inventory({"goal": "Zie http://idms/x en https://a.voorbeeld.nl/b, of https://10.0.0.1/c."})
    assert asking.links_in(given)["url"].tolist() == [
        "https://www.voorbeeldstad.nl/meldingen",
        "https://a.voorbeeld.nl/b",
        "https://wetten.overheid.nl/BWBR0001948",
    ]


def test_a_dead_link_is_a_finding_and_is_remembered_for_a_week(monkeypatch, tmp_path):
    asked: list[str] = []

    def answer(urls):
        batch = list(urls)
        asked.extend(batch)
        return {url: f"'{url}' bestaat niet (antwoord 404)." if "meldingen" in url else "" for url in batch}

    monkeypatch.setattr(asking, "asked", answer)
    given = placed(inventory())
    before = check(given, settings=Quality(), judge=judge_by_masks)
    for days, questions in ((0, 2), (6, 2), (8, 4)):
        now = NOW + timedelta(days=days)
        after = asking.with_links(before, given, settings=Quality(), folder=tmp_path, now=now)
        assert after.findings[["field", "rule", "cell"]].to_numpy().tolist() == [["website", "link-dood", "J4"]]
        assert len(asked) == questions
    settings = Quality(ignore=["link-dood"])
    assert asking.with_links(before, given, settings=settings, folder=tmp_path, now=NOW).findings.empty
