"""The findings of a whole inventory, hostile texts, and the command."""

import os
import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.findings import COLUMNS
from algreg_lib.inventory import write_inventory
from algreg_lib.privacy import EXTRA_COLUMNS, default_lists, hits


def test_the_same_text_in_two_registrations_is_two_findings_with_their_own_key(inventory, findings_of):
    text = "Opgesteld door Sjoerd Hiemstra"
    findings = findings_of(inventory({"goal": text}, {"description_short": text}))
    assert findings.columns.tolist() == [*COLUMNS, *EXTRA_COLUMNS]
    assert findings[["registration_id", "field"]].to_numpy().tolist() == [["a", "goal"], ["b", "description_short"]]
    assert findings["key"].is_unique


def test_columns_that_never_get_out_are_not_examined(inventory, findings_of):
    assert findings_of(inventory({"remarks": "Jan Jansen", "eigen kolom": "Jan Jansen", "goal": "Niets."})).empty


def test_no_findings_is_a_table_with_the_same_columns(inventory, findings_of):
    empty = findings_of(inventory({"goal": "Niets."}))
    assert empty.columns.tolist() == [*COLUMNS, *EXTRA_COLUMNS]
    assert isinstance(empty, pd.DataFrame)


@given(st.text(st.sampled_from("Jan de Vries .,:@06-+1234567890ABCİß\\/\n«»()='’&€😀"), max_size=120))
def test_every_proposal_lies_within_the_text_and_holds_something(text):
    for hit in hits(text, default_lists()):
        assert 0 <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end].strip()
        assert 0 < hit.confidence <= 1


_HOSTILE = """
from algreg_lib.privacy import default_lists, hits
back = chr(92)
for text in ("A. " * 20_000, "Jan van de " * 10_000, "1 " * 30_000, "a" * 100_000 + "@", back * 40_000,
             "C:" + back + ("a" + back) * 20_000):
    hits(text, default_lists())
"""


def test_hostile_texts_take_no_long_time():
    """Together they take a second; a pattern that searches again from every sign would take hours."""
    subprocess.run([sys.executable, "-c", _HOSTILE], check=True, timeout=60)


def test_the_command_writes_the_decisions_file_and_ends_with_one_while_something_is_open(tmp_path, inventory):
    write_inventory(inventory({"name": "Scan", "goal": "Opgesteld door Sjoerd Hiemstra"}), tmp_path / "inventaris.xlsx")
    command = [sys.executable, "-m", "algreg_lib", "privacy", "-w", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert "1 mogelijk privacygevoelige tekst gevonden, 1 nog open in 1 registratie." in done.stdout
    assert (tmp_path / "besluiten.xlsx").exists()


@pytest.mark.corpus
def test_published_texts_of_the_register_give_at_most_fifteen_proposals(corpus):
    import json

    texts = json.loads((corpus / "national-register-2026-08-08.json").read_text(encoding="utf-8"))["algoritmes"]
    found = [
        (row["id"], hit)
        for row in texts
        for key in ("title", "doel", "juridische_basis")
        for hit in hits(row.get(key) or "", default_lists())
    ]
    assert len(found) <= 15


@pytest.mark.corpus
def test_a_leak_that_was_really_published_is_proposed_whole(corpus):
    import json

    rows = json.loads((corpus / "full-fields" / "pub_data_2023-06-19.json").read_text(encoding="utf-8"))
    leaks = [row["documentation"] for row in rows if "niet openbaar" in str(row.get("documentation"))]
    assert [[hit.kind for hit in hits(leak, default_lists())] for leak in leaks] == [
        ["name", "remark", "internal_host"]
    ]


@pytest.mark.corpus
def test_a_published_spreadsheet_gives_only_what_is_inside_in_it(corpus, findings_of):
    from algreg_lib.inventory import read_inventory

    findings = findings_of(read_inventory(corpus / "spreadsheets" / "Masterlijst_2022-12-13.xlsx"))
    assert sorted(findings["kind"]) == ["address", "internal_path"]


_SEEDED = """
from algreg_lib.privacy import default_lists, hits_of
texts = [
    "zie zaak Z-2023-00123 van dossier D-2021-06-00417",
    "inlog kaart_lezer / Zomer2024! op kaart-db-3 (10.1.2.3)",
    "Jan de Vries belt, ticket 2024/WOB/12",
]
print(hits_of(texts, default_lists()))
"""


def test_the_proposals_are_the_same_whatever_seed_a_process_hashes_with():
    outcomes = {
        subprocess.run(
            [sys.executable, "-c", _SEEDED],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in range(4)
    }
    assert len(outcomes) == 1
