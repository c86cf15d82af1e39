"""`kan worden aangeleverd` is what the register's own input model accepts, and nothing else."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algreg_lib.inventory import entries, grouping
from algreg_lib.quality import check
from algreg_lib.standard import standard
from algreg_lib.workspace import Quality
from tests.quality.records import GOOD, inventory

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def model(corpus: Path):
    """The model of a delivery, AlgorithmIn, as a validator, with the keyword for length that its code adds."""
    api = json.loads((corpus / "api-shape" / "aanleverapi-v1_0-openapi.json").read_text(encoding="utf-8"))
    # The copy marks the kind of a field with `"type": "enum"`, which is no JSON Schema; its meaning stands beside it.
    plain = json.loads(json.dumps(api["components"]["schemas"]))
    for declared in plain["AlgorithmIn"]["properties"].values():
        if "anyOf" in declared or "$ref" in declared:
            declared.pop("type", None)
    for name in plain:
        for part in plain[name].get("properties", {}).values():
            if "anyOf" in part or "$ref" in part:
                part.pop("type", None)
            if name != "AlgorithmIn":  # inside groupings the register counts no characters (executed)
                part.pop("max_length_without_html", None)
    schema = {**plain["AlgorithmIn"], "components": {"schemas": plain}}
    limit = jsonschema.validators.extend(
        jsonschema.Draft202012Validator,
        {"max_length_without_html": lambda _, most, text, __: _too_long(text, most)},
    )
    return _Model(limit(schema))


class _Model:
    """With a short repr: Hypothesis shows its arguments, and the schema is long."""

    def __init__(self, validator):
        self.is_valid = validator.is_valid

    def __repr__(self):
        return "AlgorithmIn"


def _too_long(text, most):
    """For texts without HTML; with HTML the executed facts in test_text.py hold."""
    if isinstance(text, str) and len(text) > most:
        yield jsonschema.ValidationError(f"exceeds the maximum length of {most} characters")


def delivered(row) -> dict[str, object]:
    """The body of a delivery: an empty cell is no key, an empty part of a reference neither."""
    body: dict[str, object] = {}
    for field in standard().fields:
        value = row.get(field.key)
        if not isinstance(value, str):
            continue
        if field.kind == "choices":
            body[field.key] = entries(value)
        elif field.kind == "grouping":
            body[field.key] = [{key: part for key, part in entry.items() if part} for entry in grouping(value)]
        else:
            body[field.key] = value
    return body


def agree(model, *changes):
    given_inventory = inventory(*changes)
    levels = check(given_inventory, settings=Quality()).completeness["level"] != "niet aan te leveren"
    bodies = [delivered(row) for _, row in given_inventory.registrations.iterrows()]
    accepted = [model.is_valid(body) for body in bodies]
    differ = [
        (change, ours, theirs) for change, ours, theirs in zip(changes, levels, accepted, strict=True) if ours != theirs
    ]
    assert differ == []
    return accepted


REFUSED = [
    *({key: None} for key in ("name", "description_short", "organization", "status", "contact_email", "lang")),
    {"publication_category": None},
    *({field.key: "x" * (field.max_length + 1)} for field in standard().fields if field.max_length),
    {"status": "in gebruik"},
    {"status": "  "},
    {"publication_category": "Hoog-risico AI-systemen"},
    {"publication_category": "Impactvolle algoritmes (Categorie B)"},
    {"lang": "NLD"},
    {"standard_version": "1.0.0"},
    {"category": "verkeer"},
    {"category": "Verkeer\nRuimte"},
    {"category": "Verkeer, Werk"},
    {"lawful_basis_grouping": "Wegenwet"},
    {"lawful_basis_grouping": "Wegenwet |"},
    {"lawful_basis_grouping": "| https://wetten.overheid.nl"},
    {"lawful_basis_grouping": "https://wetten.overheid.nl"},
    {"lawful_basis_grouping": "Wegenwet | https://a.nl\nWet B"},
    {"source_data_grouping": "BRP"},
    {"source_data_grouping": "a | b |"},
    {"impacttoetsen_grouping": "https://a.nl/dpia.pdf"},
    {"impacttoetsen_grouping": "| https://a.nl/dpia.pdf"},
]
ACCEPTED = [
    {},
    *({field.key: "x" * field.max_length} for field in standard().fields if field.max_length),
    *({f.key: None} for f in standard().fields if not f.required and f.key in GOOD),
    {"name": "   "},
    {"begin_date": "jan2023"},
    {"begin_date": "2023-1"},
    {"end_date": "2020-01"},
    {"contact_email": "n.v.t."},
    {"website": "geen"},
    {"category": "Verkeer\nWerk"},
    {"category": " Verkeer \n\n Werk "},
    {"category": " \n "},
    {"standard_version": None},
    {"lawful_basis_grouping": "Wegenwet | geen link"},
    {"lawful_basis_grouping": "Wegenwet | artikel 3 | https://a.nl"},
    {"lawful_basis_grouping": "x" * 300 + " | https://a.nl"},
    {"impacttoetsen_grouping": "DPIA"},
    {"impacttoetsen_grouping": "DPIA |"},
    {"impacttoetsen_grouping": "| DPIA |"},
    {"source_data_grouping": "BRP | https://a.nl\n\nBAG|https://b.nl"},
]


def test_what_the_model_refuses_is_refused(model):
    assert not any(agree(model, *REFUSED))


def test_what_the_model_accepts_is_accepted(model):
    assert all(agree(model, *ACCEPTED))


_CELL = st.text(alphabet=st.sampled_from(list("ab| \n.")), max_size=12) | st.sampled_from(
    ["Wegenwet | https://a.nl", "https://a.nl", "www.a.nl", "titel |", "| link", "Verkeer", "In gebruik", "nld"]
)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from([f.key for f in standard().fields if not f.set_by_register]), _CELL, max_size=4
        ),
        min_size=120,
        max_size=120,
    )
)
def test_any_record_is_judged_as_the_model_judges_it(model, changes):
    # An empty cell is missing: a reader never gives an empty text.
    agree(model, *({key: value or None for key, value in change.items()} for change in changes))
