"""The schema for editors and the reference are made from the tables that the reader goes by, and are up to date."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from claims_schema import schema, schema_text
from claims_tables import with_tables

from wardcheck.claims.form import CLAIM, FORMS, RANK, RELATION, SCOPE
from wardcheck.claims.metrics import FAMILIES, MEASURES, METRICS
from wardcheck.claims.words import WORDS
from wardcheck.facts import party_votes

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "reference" / "claims-file.md").read_text(encoding="utf-8")
DEFINITIONS = schema()["$defs"]


def test_the_files_are_what_the_program_writes() -> None:
    assert (DOCS / "reference" / "claims.schema.json").read_text(encoding="utf-8") == schema_text()
    assert with_tables(PAGE) == PAGE


def test_it_is_json_with_every_name() -> None:
    assert json.loads(schema_text()) == schema()
    assert [one["const"] for one in DEFINITIONS["figure"]["properties"]["metric"]["oneOf"]] == list(METRICS)
    assert {*WORDS, *FORMS} == set(DEFINITIONS["statement"]["properties"])
    assert set(DEFINITIONS["scope"]["properties"]) == set(SCOPE)
    assert tuple(FAMILIES["votes"]) == party_votes.MEASURES
    assert len(MEASURES) == sum(map(len, FAMILIES.values()))


def test_every_reference_leads_somewhere() -> None:
    def references(node: object) -> set[str]:
        if isinstance(node, dict):
            own = {str(node["$ref"])} if "$ref" in node else set()
            return own.union(*(references(value) for value in node.values()))
        return set().union(*(references(value) for value in node)) if isinstance(node, list) else set()

    assert references(schema()) == {f"#/$defs/{name}" for name in DEFINITIONS}


def test_the_shipped_files_use_keys_of_the_schema() -> None:
    for file in sorted((DOCS / "claims").glob("*.yaml")):
        first, _, _ = file.read_text(encoding="utf-8").partition("\n")
        assert first == "# yaml-language-server: $schema=../reference/claims.schema.json"
        # YAML 1.1 takes the key "on" for a truth value
        claims = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  it makes texts alone
        for claim in claims:
            assert set(claim) <= set(DEFINITIONS["claim"]["properties"])


def test_the_reference_has_every_word_and_metric() -> None:
    for name in (*WORDS, *METRICS, *MEASURES, *SCOPE, *CLAIM, *RANK, *RELATION, *FORMS):
        assert f"| `{name}` |" in PAGE


def test_a_table_that_lacks_a_row_is_written_anew() -> None:
    row = next(line for line in PAGE.splitlines(keepends=True) if line.startswith("| `shortfall`"))
    assert with_tables(PAGE.replace(row, "")) == PAGE
    assert PAGE.count("<!-- table: ") == 8
