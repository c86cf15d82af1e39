"""What the tests of all rooms share."""

from pathlib import Path

import pytest

_CORPUS = Path(__file__).resolve().parents[2] / "shared" / "reference" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder with real texts of the register; the test is skipped where it is absent."""
    if not _CORPUS.is_dir():
        pytest.skip("de map met echte teksten (../shared/reference/corpus) staat hier niet")
    return _CORPUS
