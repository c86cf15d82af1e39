"""What leaves the machine in a notebook: no paths, no secrets, in whatever spelling."""

from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from algreg_lib.runs.kernel import secret_values, without_secrets
from algreg_lib.runs.scrub import scrubbed, scrubber


@pytest.mark.parametrize(
    "name", ["API_KEY", "ALGREG_TOKEN", "DbPassword", "SLEUTEL", "wachtwoord_x", "KEY", "AWS_SECRET"]
)
def test_a_variable_with_a_secret_name_is_kept_from_the_kernel(name: str) -> None:
    environment = {name: "waarde-van-belang", "PATH": "/usr/bin", "KEYBOARD": "nl-toetsenbord"}
    assert without_secrets(environment) == {"PATH": "/usr/bin", "KEYBOARD": "nl-toetsenbord"}
    assert secret_values(environment) == ["waarde-van-belang"]


def test_a_short_value_is_not_wiped_from_every_text() -> None:
    clean = scrubber({}, {"TOKEN": "ja"})
    assert clean("ja, dat kan") == "ja, dat kan"


def test_the_inner_folder_is_named_before_the_outer_one(tmp_path: Path) -> None:
    clean = scrubber({"[run]": tmp_path / "runs" / "nu", "[werkmap]": tmp_path}, {})
    assert clean(f"{tmp_path}/runs/nu/a en {tmp_path}/b") == "[run]/a en [werkmap]/b"
    assert clean((tmp_path / "runs" / "nu").as_uri()) == "[run]"


def test_every_text_in_a_notebook_is_cleaned_and_the_notes_of_papermill_go(tmp_path: Path) -> None:
    output = new_output("execute_result", {"text/plain": f"'{tmp_path}'", "application/json": {"a": [str(tmp_path)]}})
    cell = new_code_cell("1", outputs=[output], metadata={"papermill": {"duration": 1}, "tags": ["x"]})
    notebook = new_notebook(cells=[cell], metadata={"papermill": {"input_path": str(tmp_path)}})
    copy = scrubbed(notebook, scrubber({"[werkmap]": tmp_path}, {}))
    assert str(tmp_path) not in str(copy)
    assert copy.cells[0].metadata == {"tags": ["x"]}
    assert "papermill" not in copy.metadata
    assert "papermill" in notebook.metadata, "the notebook that was given stays as it was"
