"""What the tests of all rooms share."""

import socket
from pathlib import Path
from typing import Any

import pytest

_CORPUS = Path(__file__).resolve().parents[2] / "shared" / "reference" / "corpus"
_LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder with real texts of the register; the test is skipped where it is absent."""
    if not _CORPUS.is_dir():
        pytest.skip("de map met echte teksten (../shared/reference/corpus) staat hier niet")
    return _CORPUS


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs without network: whatever leaves this machine fails at once."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def refuse(host: object) -> None:
        if isinstance(host, str) and not host.startswith(_LOOPBACK):
            raise AssertionError(f"network reached for {host}")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple):
            refuse(address[0])
        connect(self, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        refuse(host)
        return look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
