"""Links are asked for on request, politely, and remembered."""

import threading
import time
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from algreg_lib.quality import asking, check, links
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
        with self.server.lock:
            self.server.busy -= 1
        status = {"/weg": 404, "/gone": 410, "/storing": 500, "/druk": 429, "/geheim": 403}.get(self.path, 200)
        if self.path == "/traag":
            for sign in b"HTTP/1.1 200 OK\r\nX-Traag: ja":
                self.wfile.write(bytes([sign]))
                time.sleep(0.05)
        size = 10**12 if self.path in {"/groot", "/groot-omweg"} else 0
        if self.path == "/geen-head":
            status = 405 if self.command == "HEAD" else 200
        onward = {"/omweg": "/weg", "/rondje": "/rondje", "/groot-omweg": "/", "/binnen": "http://idms/x"}
        if self.path in onward:
            self.send_response(302)
            self.send_header("Location", onward[self.path])
        else:
            self.send_response(405 if self.path == "/groot" and self.command == "HEAD" else status)
        self.send_header("Content-Length", str(size))
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.lock, server.busy, server.busiest, server.asked = threading.Lock(), 0, 0, []
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def address(server, path):
    return f"http://127.0.0.1:{server.server_port}{path}"


def asked(urls):
    return asking.asked(urls, pause_seconds=0, is_public=lambda host: host != "idms")


def test_only_what_is_surely_not_there_is_called_dead(site):
    paths = ["/", "/weg", "/gone", "/storing", "/geheim", "/geen-head", "/omweg"]
    answers = asked([address(site, path) for path in paths])
    wrong = [bool(answers[address(site, path)].wrong) for path in paths]
    assert wrong == [False, True, True, False, False, False, True]
    assert answers[address(site, "/weg")].wrong == f"'{address(site, '/weg')}' bestaat niet (antwoord 404)."


def test_a_link_that_leads_nowhere_or_inside_is_a_finding(site):
    answers = asked([address(site, "/rondje"), address(site, "/binnen")])
    assert "komt nergens uit" in answers[address(site, "/rondje")].wrong
    assert "alleen binnen een organisatie" in answers[address(site, "/binnen")].wrong
    assert len([path for _, path in site.asked if path == "/rondje"]) == 11


def test_no_body_is_read_however_large(site):
    urls = [address(site, "/groot"), address(site, "/groot-omweg")]
    assert asked(urls) == dict.fromkeys(urls, asking.Answer())


def test_a_site_that_answers_too_slowly_is_left_alone(site, monkeypatch):
    monkeypatch.setattr(asking, "_PATIENCE_SECONDS", 0.3)
    urls = [address(site, "/traag"), address(site, "/")]
    start = time.monotonic()
    answers = asked(urls)
    assert time.monotonic() - start < 1.2
    assert [answers[url].heard for url in urls] == [False, False]
    assert "geeft geen antwoord" in answers[urls[1]].wrong
    assert len(site.asked) == 1


def test_a_site_that_has_enough_of_us_is_left_alone(site):
    urls = [address(site, path) for path in ("/weg", "/druk", "/gone")]
    answers = asked(urls)
    assert [(bool(answers[url].wrong), answers[url].heard) for url in urls] == [
        (True, True),
        (False, False),
        (False, False),
    ]


def test_a_host_that_is_not_there_is_silent_and_no_error():
    answers = asked(["http://127.0.0.1:9/", "http://127.0.0.1:9/b"])
    assert [answer.heard for answer in answers.values()] == [False, False]
    assert "127.0.0.1:9 is niet te bereiken" in answers["http://127.0.0.1:9/b"].wrong


def test_an_address_that_is_none_is_a_finding_and_no_error():
    assert "geen geldig adres" in asked(["https://[a.nl/b"])["https://[a.nl/b"].wrong
    assert asked([]) == {}


def test_a_host_gets_one_question_at_a_time_and_each_link_once(site):
    urls = [address(site, f"/{number}") for number in range(12)]
    asked([*urls, *urls])
    assert (site.busiest, len(site.asked)) == (1, 12)


def test_hosts_are_asked_at_the_same_time(site):
    other = f"http://localhost:{site.server_port}"
    asked([address(site, f"/{number}") for number in range(10)] + [f"{other}/{number}" for number in range(10)])
    assert site.busiest > 1


INSIDE = ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1"]
INSIDE += ["::1", "::ffff:10.0.0.1", "fe80::1", "fd00::1"]


@pytest.mark.parametrize("address_of_host", INSIDE)
def test_nobody_is_asked_inside_a_network_whatever_the_name(site, monkeypatch, address_of_host):
    monkeypatch.setattr(asking, "_addresses", lambda _: ["8.8.8.8", address_of_host])
    assert asking.stands_outside("www.a.nl") is False
    url = address(site, "/weg")
    assert asking.asked([url], pause_seconds=0) == {url: asking.Answer()}
    assert site.asked == []


def test_a_public_address_may_be_asked(monkeypatch):
    monkeypatch.setattr(asking, "_addresses", lambda _: ["8.8.8.8", "2a00:1450:400e::1"])
    assert asking.stands_outside("www.a.nl") is True
    monkeypatch.undo()
    assert asking.stands_outside("localhost") is False


@pytest.mark.parametrize(("proxies", "said"), [({}, None), ({"https": "http://proxy"}, True)])
def test_a_name_that_leads_to_no_machine_is_silent_unless_a_proxy_knows_it(monkeypatch, proxies, said):
    def not_found(_):
        raise OSError

    monkeypatch.setattr(asking, "_addresses", not_found)
    monkeypatch.setattr(asking, "getproxies", lambda: proxies)
    assert asking.stands_outside("bestaat-niet.nl") is said


def test_a_name_that_leads_to_no_machine_is_a_finding():
    found = asking.asked(["https://bestaat-niet.nl/a"], pause_seconds=0, is_public=lambda _: None)
    assert found == {
        "https://bestaat-niet.nl/a": asking.Answer(
            "'https://bestaat-niet.nl/a' werkt niet: bestaat-niet.nl is niet te vinden.", heard=False
        )
    }


def test_internal_addresses_are_never_asked_for():
    given = inventory({"goal": "Zie http://idms/x en https://a.voorbeeld.nl/b, of https://10.0.0.1/c."})
    assert links.links_in(given)["url"].tolist() == [
        "https://www.voorbeeldstad.nl/meldingen",
        "https://a.voorbeeld.nl/b",
        "https://wetten.overheid.nl/BWBR0001948",
    ]


def test_a_dead_link_is_a_finding_and_is_remembered_for_a_week(monkeypatch, tmp_path):
    asked: list[str] = []

    def answer(urls):
        batch = list(urls)
        asked.extend(batch)
        dead = "bestaat niet (antwoord 404)."
        return {url: asking.Answer(f"'{url}' {dead}" if "meldingen" in url else "") for url in batch}

    monkeypatch.setattr(links, "asked", answer)
    given = placed(inventory())
    before = check(given, settings=Quality(), judge=judge_by_masks)
    for days, questions in ((0, 2), (6, 2), (8, 4)):
        now = NOW + timedelta(days=days)
        after = links.with_links(before, given, settings=Quality(), folder=tmp_path, now=now)
        assert after.findings[["field", "rule", "cell"]].to_numpy().tolist() == [["website", "link-dood", "J4"]]
        assert len(asked) == questions
    settings = Quality(ignore=["link-dood"])
    assert links.with_links(before, given, settings=settings, folder=tmp_path, now=NOW).findings.empty


@pytest.mark.parametrize("network", [True, False])
def test_silence_is_a_finding_only_where_another_site_answers_and_is_never_remembered(monkeypatch, tmp_path, network):
    def answer(urls):
        silent = {url: asking.Answer(f"'{url}' werkt niet.", heard=False) for url in urls}
        return silent | {url: asking.Answer() for url in silent if network and "wetten" in url}

    given = placed(inventory())
    before = check(given, settings=Quality(), judge=judge_by_masks)
    monkeypatch.setattr(links, "asked", answer)
    for _ in range(2):  # the second time only the silent ones are left, and one that worked is asked again
        after = links.with_links(before, given, settings=Quality(), folder=tmp_path, now=NOW)
        if network:
            assert after.findings[["field", "value"]].to_numpy().tolist() == [
                ["website", "https://www.voorbeeldstad.nl/meldingen"]
            ]
        else:
            assert after.findings["message"].str.startswith("Geen enkele website gaf antwoord").tolist() == [True]
        assert "meldingen" not in (tmp_path / "links.json").read_text(encoding="utf-8")
