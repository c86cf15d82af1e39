"""One warm kernel for all notebooks of a run, as an engine of papermill."""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager, papermill_engines

#: The name under which papermill knows the engine.
ENGINE: Final = "algreg-warm"

#: Environment variables whose value is nobody's business; a notebook never sees them.
_SECRET_NAME: Final = re.compile(
    r"secret|token|passw|pwd|wachtwoord|sleutel|credential|(^|_)(api_?)?key($|_)|auth", re.IGNORECASE
)
#: A cell that takes longer hangs; a scheduled run must end.
_CELL_SECONDS: Final = 900
_START_SECONDS: Final = 120
#: Back to the state of a new kernel: no names, counting from one, in the folder of the run.
_WIPE: Final = "get_ipython().reset(); __import__('algreg_lib.runs.kernel_start', fromlist=['']).go_home()"
#: Longest path of a Unix socket that all systems take (macOS: 104), with room for `-ipc-5`.
_SOCKET_PATH_LIMIT: Final = 90


class _OwnPython(KernelSpecManager):
    """Knows one kernel: this very Python. A kernel of that name elsewhere on the machine may lack the workbench."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The kernel, whatever the notebook calls it."""
        argv = [sys.executable, "-m", "algreg_lib.runs.kernel_start", "-f", "{connection_file}"]
        return KernelSpec(argv=argv, display_name=kernel_name, language="python")


class _WarmClient(PapermillNotebookClient):  # type: ignore[misc]
    """A client of the warm kernel: wipes what the notebook before left behind, then runs the cells."""

    def papermill_execute_cells(self) -> None:
        """Runs the cells; the kernel handles the wiping first, as it takes requests in the order of sending."""
        self.kc.execute(_WIPE, silent=True, store_history=False)
        super().papermill_execute_cells()


class WarmEngine(Engine):  # type: ignore[misc]
    """Runs a notebook in a kernel that stays up."""

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: NotebookExecutionManager, kernel_name: str, *, kernel: "WarmKernel", **_: Any
    ) -> None:
        """Fills the outputs of the notebook in `nb_man`."""
        kernel.notebook = nb_man.nb
        client = _WarmClient(
            nb_man, km=kernel.manager, kernel_name=kernel_name, timeout=_CELL_SECONDS, startup_timeout=_START_SECONDS
        )
        client.kc = kernel.client()
        client.execute()


class WarmKernel:
    """A kernel that runs, or is still starting."""

    def __init__(self, manager: AsyncKernelManager) -> None:
        self.manager = manager
        #: What is being executed: papermill's error does not hold the notebook that failed.
        self.notebook: NotebookNode | None = None
        self._client: AsyncKernelClient | None = None

    def client(self) -> AsyncKernelClient:
        """The connection to the kernel; the first call waits until the kernel is there."""
        if self._client is None:
            self._client = self.manager.client()
            self._client.start_channels()
            run_sync(self._client.wait_for_ready)(timeout=_START_SECONDS)
        return self._client

    def stop(self) -> None:
        """Ends the kernel and the connection."""
        if self._client is not None:
            self._client.stop_channels()
        run_sync(self.manager.shutdown_kernel)(now=True)


@contextmanager
def warm_kernel(folder: Path) -> Iterator[WarmKernel]:
    """A kernel that starts in `folder` while the caller goes on; it has ended when the block ends."""
    papermill_engines.register(ENGINE, WarmEngine)
    scratch = Path(tempfile.mkdtemp(prefix="algreg-"))
    try:
        connection = scratch / "k.json"
        ipc = os.name == "posix" and len(str(connection)) <= _SOCKET_PATH_LIMIT
        manager = AsyncKernelManager(
            kernel_spec_manager=_OwnPython(),
            connection_file=str(connection),
            # sockets of the file system: no port that others on the machine can reach, and no warning about it
            transport="ipc" if ipc else "tcp",
        )
        with (scratch / "kernel.log").open("wb") as log:
            environment = {**without_secrets(os.environ), "IPYTHONDIR": str(scratch / "ipython")}
            run_sync(manager.start_kernel)(cwd=str(folder), env=environment, stdout=log, stderr=log)
            kernel = WarmKernel(manager)
            try:
                yield kernel
            finally:
                kernel.stop()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def without_secrets(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without the variables that hold secrets."""
    return {name: value for name, value in environment.items() if not _SECRET_NAME.search(name)}


def secret_values(environment: Mapping[str, str]) -> list[str]:
    """The values of the variables that hold secrets, as far as they are long enough to be told from common text."""
    return [value for name, value in environment.items() if _SECRET_NAME.search(name) and len(value) >= 6]
