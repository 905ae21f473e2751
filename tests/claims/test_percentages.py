"""Percentages that were found are in the tables of a claim, where there is room for them."""

from __future__ import annotations

import pytest

from claims.examples import judged
from claims.test_commands import figures, output
from claims.test_commands import has as has_figure
from wardcheck.analysis.turnout import turnout
from wardcheck.claims import Judged
from wardcheck.store import Store


def test_the_tables_have_the_percentages_where_there_is_room(
    by_claim: dict[str, Judged], shipped: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    looked_at = set()
    for one in by_claim.values():
        rows = [row for row in one.working if row.found.endswith("%") and figures(row) and row.command]
        seen = "\n".join(output(command, "table", shipped) for command in one.commands) if rows else ""
        for row in rows:
            assert all(has_figure(figure, seen) for figure in figures(row)), row
            looked_at.add(row.claim)
    assert {"derby-boulton-mackworth", "finchley-church-end-steady"} <= looked_at


@pytest.mark.parametrize("election", ["bristol-2024", "bristol-2021", "barnet-2018", "barnet-2022"])
def test_a_claim_about_a_council_has_the_turnout_that_turnout_prints(election: str, shipped: Store) -> None:
    """Known, or of percentages that are reported: one rule for both."""
    (total,) = turnout(shipped.election(election)).totals
    printed = total.turnout_pct if total.turnout_pct is not None else total.reported_pct
    assert printed is not None
    figure = f"figure: {{metric: turnout, election: {election}, measure: ballot-box}}"
    row = judged(f"{figure}\nbetween: [{printed - 0.001:.4f}, {printed + 0.001:.4f}]", shipped)
    assert row.verdict == "holds"
    assert float(row.found.removesuffix(" %")) == pytest.approx(printed, abs=0.001)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [("more-than: OTHER", "undecidable"), ("same-as: OTHER", "undecidable"), ("is: 36.6", "holds")],
)
def test_what_a_source_rounded_is_not_above_what_it_may_equal(said: str, verdict: str, shipped: Store) -> None:
    # Westlands: 2,383 of 6,513 electors in 2018 are 36.588 %; 36.6 as reported in 2022 is anything from 36.55 on
    town = "metric: turnout, measure: ballot-box, ward: westlands, election: newcastle-under-lyme-"
    row = judged(f"figure: {{{town}2022}}\n{said.replace('OTHER', f'{{{town}2018}}')}", shipped)
    assert row.verdict == verdict
    assert row.found.endswith("rounded in the source") is (verdict == "undecidable")


@pytest.mark.parametrize(("measure", "verdict"), [("valid", "fails"), ("ballot-box", "holds")])
def test_a_reported_turnout_is_of_no_definition_that_the_votes_refute(
    measure: str, verdict: str, shipped: Store
) -> None:
    # Clayton: 788 votes for one seat, so as many valid papers, of 2,209 electors: 35.67 %
    figure = f"figure: {{metric: turnout, election: newcastle-under-lyme-2022, ward: clayton, measure: {measure}}}"
    assert judged(f"{figure}\nis: 36.2", shipped).verdict == verdict


def test_valid_turnout_of_a_council_is_no_more_than_what_is_reported(shipped: Store) -> None:
    # by another route: electors times the percentage and half its last digit, over all electors
    wards = shipped.election("bristol-2021").wards
    electors = sum(ward.electorate or 0 for ward in wards)
    most = sum((ward.electorate or 0) * (ward.turnout_reported.pct + 0.05) for ward in wards if ward.turnout_reported)
    row = judged("figure: {metric: turnout, election: bristol-2021, measure: valid}\nunder: 50 %", shipped)
    assert (row.verdict, row.found) == ("holds", f"between 36.5 % and {most / electors:.1f} %")
