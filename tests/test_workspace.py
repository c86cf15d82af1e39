"""Settings: what is left out has a default, what is misspelt is named with what was meant."""

from pathlib import Path

import pytest

from algreg_lib.errors import InputError, SettingError
from algreg_lib.workspace import Settings, open_workspace


def settings(tmp_path: Path, text: str) -> Settings:
    (tmp_path / "algreg.toml").write_text(text, encoding="utf-8")
    return open_workspace(tmp_path).settings


def test_a_folder_without_settings_has_the_defaults(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    assert workspace.settings == Settings()
    assert workspace.inventory == tmp_path / "inventaris.xlsx"


def test_every_file_and_folder_is_where_the_settings_say(tmp_path: Path) -> None:
    names = ("inventory", "decisions", "publication", "internal", "runs", "expectations")
    lines = [f"{name} = 'map/{name}'" for name in names]
    (tmp_path / "algreg.toml").write_text("\n".join(["[files]", *lines, "registers = ['a', 'b/c']"]), encoding="utf-8")
    workspace = open_workspace(tmp_path)
    assert [getattr(workspace, name) for name in names] == [tmp_path / "map" / name for name in names]
    assert workspace.registers == [tmp_path / "a", tmp_path / "b" / "c"]
    assert workspace.making == tmp_path / "map" / ".algreg-kopie"


def test_a_folder_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="algreg init"):
        open_workspace(tmp_path / "weg")


def test_settings_are_read_with_the_mark_that_notepad_puts_in_front(tmp_path: Path) -> None:
    (tmp_path / "algreg.toml").write_text('[organisation]\nname = "Gemeente Één"\n', encoding="utf-8-sig")
    assert open_workspace(tmp_path).settings.organisation.name == "Gemeente Één"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[organistion]\nname = 'x'", "Bedoelt u 'organisation'"),
        ("[organisation]\nnaem = 'x'", "Bedoelt u 'name'"),
        ("[priority]\ntop = 0", "ten minste 1"),
        ("[priority]\ndraws = 99", "ten minste 100"),
        ("[priority]\ndraws = 1_000_001", "hoogstens 1000000"),
        ("[[priority.criteria]]\nkey='a'\nlabel='A'\nweight=inf", "weight"),
        ("[release]\ncategories = ['C']", "'C' bestaat niet"),
        ("[priority]\nqqqq = 1", "Kies uit: criteria, top, draws, seed"),
        ("[priority]\ntop = 'tien'", "niet de goede vorm"),
        ("[[priority.criteria]]\nkey='a'\nlabel='A'\nweight=1\ndirektion='max'", "Bedoelt u 'direction'"),
        ("[[priority.criteria]]\nkey='a'\nlabel='A'\nweight=1\ndirection='omhoog'", "kies uit 'max' of 'min'"),
        ("[[priority.criteria]]\nkey='a'\nlabel='A'\nweight=-1", "ten minste 0"),
        ("[[priority.criteria]]\nkey='a'\nlabel='A'", "ontbreekt"),
        ("[priority]\ncriteria = []", "criteria"),
        ("[release]\nstatuses = ['in gebruik']", "kies uit: In ontwikkeling, In gebruik, Buiten gebruik"),
        ("[quality.severity]\nverplicht = 'erg'", "kies uit"),
        ("naam = ", "geen geldige TOML"),
    ],
)
def test_a_wrong_setting_is_named_with_what_to_do(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(SettingError) as caught:
        settings(tmp_path, text)
    assert sentence in str(caught.value)
    assert "algreg.toml" in str(caught.value)


def test_two_criteria_with_one_key_are_refused(tmp_path: Path) -> None:
    twice = "[[priority.criteria]]\nkey='a'\nlabel='A'\nweight=1\n" * 2
    with pytest.raises(SettingError, match="dezelfde key"):
        settings(tmp_path, twice)
