"""Starts the kernel of a run: without network, with the imports that every report needs already done."""

import os
import socket
import sys
from pathlib import Path
from typing import Any, Final, NoReturn

_HOME: Final = Path.cwd()
_LOCAL: Final = frozenset({"127.0.0.1", "::1", "localhost", ""})


def go_home() -> None:
    """Back to the folder in which the kernel was started, should a notebook have left it."""
    os.chdir(_HOME)


def main() -> None:
    """Runs the kernel until it is told to stop."""
    # while the run is still computing in its own process: each notebook imports this, and the first chart is slow
    import vl_convert

    import algreg_lib.reports  # noqa: F401

    vl_convert.vegalite_to_svg({"data": {"values": []}, "mark": "bar"})
    _close_the_network()
    from ipykernel import kernelapp

    kernelapp.launch_new_instance(argv=[*sys.argv[1:], "--HistoryManager.enabled=False"])


def _close_the_network() -> None:
    """Lets Python reach this machine only: a report tells what stands in the files, never what a host answers."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_elsewhere(self.family, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_elsewhere(self.family, address)
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *arguments: Any, **options: Any) -> Any:
        return look_up(host, *arguments, **options) if host is None or str(host) in _LOCAL else _refuse()

    socket.socket.connect = guarded_connect  # type: ignore[method-assign, assignment]
    socket.socket.connect_ex = guarded_connect_ex  # type: ignore[method-assign, assignment]
    socket.getaddrinfo = guarded_look_up


def _refuse_elsewhere(family: int, address: Any) -> None:
    if family in {socket.AF_INET, socket.AF_INET6} and str(address[0]) not in _LOCAL:
        _refuse()


def _refuse() -> NoReturn:
    raise ConnectionRefusedError("Een run gebruikt geen netwerk. Haal deze gegevens op voordat u de run start.")


if __name__ == "__main__":
    main()
