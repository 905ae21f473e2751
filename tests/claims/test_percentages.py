"""Percentages that were found are in the tables of a claim, where there is room for them."""

from __future__ import annotations

import pytest

from claims.test_commands import FILES, figures, output
from claims.test_commands import has as has_figure
from wardcheck.claims import judged, read_claims
from wardcheck.store import Store


def test_the_tables_have_the_percentages_where_there_is_room(shipped: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    looked_at = set()
    for one in judged(read_claims(FILES, shipped), shipped):
        rows = [row for row in one.working if row.found.endswith("%") and figures(row)]
        seen = "\n".join(output(command, "table", shipped) for command in one.commands) if rows else ""
        for row in rows:
            assert all(has_figure(figure, seen) for figure in figures(row)), row
            looked_at.add(row.claim)
    assert {"derby-boulton-mackworth", "finchley-church-end-steady"} <= looked_at


def test_one_table_is_enough_where_each_measure_prints_the_same(shipped: Store) -> None:
    """One seat, and no more than one candidate a party."""
    commands = {one.claim.id: one.commands for one in judged(read_claims(FILES, shipped), shipped)}
    assert commands["derby-boulton-mackworth"] == [
        "wardcheck change derby-2014 derby-2018 --ward boulton",
        "wardcheck change derby-2014 derby-2018 --ward mackworth --party lab",
    ]
