"""What leaves the machine in a notebook: no paths, no secrets, in whatever spelling."""

import sys
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

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


def test_a_secret_is_wiped_wherever_it_stands_and_whole(tmp_path: Path) -> None:
    clean = scrubber({"[werkmap]": tmp_path}, {"TOKEN": "abc12345", "API_KEY": "abc12345-langer", "NAAM": "gewoon"})
    assert clean("?t=abc12345&u=xabc12345x, abc12345-langer, gewoon") == (
        "?t=[verborgen]&u=x[verborgen]x, [verborgen], gewoon"
    )
    assert clean(f"{tmp_path}/abc12345") == "[werkmap]/[verborgen]"


def test_the_folders_of_this_machine_have_a_name_and_the_root_is_left_alone() -> None:
    clean = scrubber({"[alles]": Path(Path.cwd().anchor)}, {})
    for place, name in ((Path.home() / "a", "[thuis]"), (Path(sys.prefix) / "lib", "[python]")):
        assert str(place) not in clean(f"in {place}")
        assert name in clean(f"in {place}")
    assert clean("a / b") == "a / b"


def test_a_path_is_found_in_the_spelling_of_windows_and_of_python(tmp_path: Path) -> None:
    place = tmp_path / "map met spatie"
    clean = scrubber({"[werkmap]": place}, {})
    assert clean(f"{place.as_uri()}/a {place.as_posix()}/b {str(place)!r}") == "[werkmap]/a [werkmap]/b '[werkmap]'"


@pytest.mark.parametrize("place", [".", "map", "map/..", "map/binnen"])
def test_a_folder_that_is_given_from_here_is_found_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "map" / "binnen").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    clean = scrubber({"[werkmap]": Path(place)}, {})
    assert clean(f"{(tmp_path / place).resolve()}/lijst.xlsx op de map") == "[werkmap]/lijst.xlsx op de map"


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs rights there")
def test_a_folder_behind_a_link_is_found_by_both_its_names(tmp_path: Path) -> None:
    (tmp_path / "echt").mkdir()
    (tmp_path / "naam").symlink_to(tmp_path / "echt")
    clean = scrubber({"[werkmap]": tmp_path / "naam"}, {})
    assert clean(f"{tmp_path}/naam/a en {tmp_path}/echt/a") == "[werkmap]/a en [werkmap]/a"


def test_notes_of_the_machine_go_and_cells_are_numbered(tmp_path: Path) -> None:
    output = new_output("display_data", {str(tmp_path): "x"})
    cell = new_code_cell("1", outputs=[output], metadata={"execution": {"t": "1"}, "widgets": {}, "tags": ["x"]})
    notebook = new_notebook(
        cells=[new_markdown_cell(str(tmp_path)), cell], metadata={"widgets": {}, "title": "Rapport"}
    )
    notebook.cells[1].outputs[0]["transient"] = {"display_id": "willekeurig"}
    copy = scrubbed(notebook, scrubber({"[werkmap]": tmp_path}, {}))
    assert [each["id"] for each in copy.cells] == ["cel-1", "cel-2"]
    assert [each.source for each in copy.cells] == ["[werkmap]", "1"]
    assert (copy.metadata, copy.cells[1].metadata) == ({"title": "Rapport"}, {"tags": ["x"]})
    assert copy.cells[1].outputs == [{"output_type": "display_data", "data": {"[werkmap]": "x"}, "metadata": {}}]


def test_every_text_in_a_notebook_is_cleaned_and_the_notes_of_papermill_go(tmp_path: Path) -> None:
    output = new_output("execute_result", {"text/plain": f"'{tmp_path}'", "application/json": {"a": [str(tmp_path)]}})
    cell = new_code_cell("1", outputs=[output], metadata={"papermill": {"duration": 1}, "tags": ["x"]})
    notebook = new_notebook(cells=[cell], metadata={"papermill": {"input_path": str(tmp_path)}})
    copy = scrubbed(notebook, scrubber({"[werkmap]": tmp_path}, {}))
    assert str(tmp_path) not in str(copy)
    assert copy.cells[0].metadata == {"tags": ["x"]}
    assert "papermill" not in copy.metadata
    assert "papermill" in notebook.metadata, "the notebook that was given stays as it was"
