"""Turnout worked out by hand; the sum stands beside each case."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.margins import margins
from wardcheck.analysis.turnout import TurnoutRow, turnout
from wardcheck.model import Ballots, ReportedTurnout, Source, TieBreak, Ward
from wardcheck.store import Store, open_store

# three seats; 700 + 650 + 600 = 1,950 votes
THREE = contest(3, won("A", "con", 700), won("B", "con", 650), won("C", "lab", 600))


def row_of(ward: Ward) -> TurnoutRow:
    (row,) = turnout(election(ward))
    return row


def shipped_row(store: Store, ward: str, slug: str = "barnet-2018") -> TurnoutRow:
    (row,) = (row for row in turnout(store.election(slug)) if row.ward == ward)
    return row


def test_valid_papers_that_were_worked_out_say_so() -> None:
    known = Ballots(valid=390, at_count=400)
    row = row_of(contest(1, won("A", "con", 390), electorate=1000, ballots=known, derived={"valid": "as one thinks"}))
    assert (row.valid_turnout_pct, row.source) == (39, "counted (valid: as one thinks): declared")


# -- counted -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ward", "papers", "electorate", "pct", "votes", "a_paper"),
    [
        # 55 % of 11,578 is 6,367.9; 43.1 papers more are 0.3723 % of it.
        # 2,792+2,764+2,605+2,604+2,386+2,344+581+577+481+471+425+328 = 18,358 votes; 18,358 / 6,411 = 2.8635
        ("high-barnet", 6411, 11578, 55.3723, 18358, 2.8635),
        # 50 % of 12,129 is 6,064.5; 54.5 papers more are 0.4493 % of it.
        # 3,130+3,007+2,999+2,347+2,166+1,976+420+397+355+306 = 17,103 votes; 17,103 / 6,119 = 2.7951
        ("hale", 6119, 12129, 50.4493, 17103, 2.7951),
        # 32 % of 14,457 is 4,626.24; 16.24 papers fewer are 0.1123 % of it, 31.8877 %.
        # 12,578 / 4,610 = 2.7284
        ("colindale", 4610, 14457, 31.8877, 12578, 2.7284),
    ],
)
def test_wards_of_barnet(
    shipped: Store, ward: str, papers: int, electorate: int, pct: float, votes: int, a_paper: float
) -> None:
    row = shipped_row(shipped, ward)
    assert (row.ballots_at_count, row.electorate) == (papers, electorate)
    assert row.turnout_pct == pytest.approx(pct, abs=5e-5)
    assert row.votes_per_ballot == pytest.approx(votes / papers)
    assert row.votes_per_ballot == pytest.approx(a_paper, abs=5e-5)
    # how many of the papers were valid is not published by ward
    assert (row.valid, row.rejected, row.valid_turnout_pct) == (None, None, None)
    assert row.source == "counted: ec-2018"


def test_the_whole_of_barnet(shipped: Store) -> None:
    rows = turnout(shipped.election("barnet-2018"))
    # the Electoral Commission's own row for the council; 110,378 / 249,738 = 44.1975 %
    assert sum(row.electorate or 0 for row in rows) == 249_738
    assert sum(row.ballots_at_count or 0 for row in rows) == 110_378
    weighed = sum((row.turnout_pct or 0) * (row.electorate or 0) for row in rows) / 249_738
    assert weighed == pytest.approx(44.1975, abs=5e-5)


def test_both_definitions() -> None:
    row = row_of(replace(THREE, electorate=2000, ballots=Ballots(valid=780, rejected_total=20)))
    # at the count 780 + 20 = 800; 800 / 2,000 = 40 %; 780 / 2,000 = 39 %; 1,950 / 780 = 2.5 votes a valid paper
    assert (row.ballots_at_count, row.valid, row.rejected) == (800, 780, 20)
    assert (row.turnout_pct, row.valid_turnout_pct, row.votes_per_ballot) == (40, 39, 2.5)
    assert row.source == "counted: declared"


def test_valid_papers_alone_give_no_ballot_box_turnout() -> None:
    row = row_of(replace(THREE, electorate=2000, ballots=Ballots(valid=780)))
    assert (row.ballots_at_count, row.turnout_pct, row.valid_turnout_pct) == (None, None, 39)


def test_nought_is_a_count() -> None:
    row = row_of(replace(THREE, electorate=2000, ballots=Ballots(valid=780, rejected_total=0)))
    assert (row.ballots_at_count, row.rejected, row.turnout_pct) == (780, 0, 39)


def test_a_vote_that_a_lot_added_is_on_no_paper() -> None:
    tie = TieBreak(599, ("C", "D"), "C", "lot", vote_added=True)
    ward = contest(1, won("C", "con", 600), stood("D", "lab", 599), tie_break=tie, ballots=Ballots(at_count=1198))
    assert row_of(ward).votes_per_ballot == 1  # (599 + 599) / 1,198


# -- reported ----------------------------------------------------------------------------------------------


def reported(of: str | None, **known: Any) -> Ward:
    return contest(1, won("A", "con", 60), stood("B", "lab", 40), turnout_reported=ReportedTurnout(36.82, of), **known)


def test_a_reported_percentage_stands_in_the_column_of_its_definition() -> None:
    box, valid = row_of(reported("ballot-box")), row_of(reported("valid"))
    assert (box.turnout_pct, box.valid_turnout_pct, box.source) == (36.82, None, "reported: declared")
    assert (valid.turnout_pct, valid.valid_turnout_pct, valid.source) == (None, 36.82, "reported: declared")
    # and no count is made up from it, even where the electorate is known
    known = row_of(reported("ballot-box", electorate=1000))
    assert (known.turnout_pct, known.ballots_at_count, known.votes_per_ballot) == (36.82, None, None)


@pytest.mark.parametrize(
    ("of", "source"),
    [
        (None, "reported 36.82 %, definition not stated: declared"),
        ("total", "reported 36.82 %, of total: declared"),
        ("Ballot-box", "reported 36.82 %, of Ballot-box: declared"),  # not a word of the vocabulary
    ],
)
def test_a_percentage_of_an_unknown_definition_stands_in_neither(of: str | None, source: str) -> None:
    row = row_of(reported(of))
    assert (row.turnout_pct, row.valid_turnout_pct, row.source) == (None, None, source)


def test_counts_come_before_what_is_reported() -> None:
    row = row_of(reported("ballot-box", electorate=1000, ballots=Ballots(at_count=400)))
    assert (row.turnout_pct, row.source) == (40, "counted: declared")
    assert row_of(reported(None, electorate=1000, ballots=Ballots(at_count=400))).source == "counted: declared"


def test_one_counted_and_the_other_reported() -> None:
    row = row_of(reported("ballot-box", electorate=1000, ballots=Ballots(valid=365)))
    assert (row.turnout_pct, row.valid_turnout_pct) == (36.82, 36.5)
    assert row.source == "counted: declared; reported: declared"


def test_source_names_the_publications_that_cover_the_figure() -> None:
    sources = {
        "votes": Source("votes", "Votes", covers="candidates, votes, elected"),
        "atlas": Source("atlas", "Atlas", covers="Turnout in percent"),
        "papers": Source("papers", "Papers", covers="electorate; ballot papers at the count"),
    }
    ward = replace(reported("ballot-box"), sources=tuple(sources))
    (row,) = turnout(replace(election(ward), sources=sources))
    assert row.source == "reported: atlas"
    ward = replace(ward, electorate=1000, ballots=Ballots(at_count=400))
    (row,) = turnout(replace(election(ward), sources=sources))
    assert row.source == "counted: papers"


# -- unknown -----------------------------------------------------------------------------------------------


def test_nothing_is_known_of_hertsmere(shipped: Store) -> None:
    rows = turnout(shipped.election("hertsmere-2019"))
    assert len(rows) == 16
    for row in rows:
        assert {getattr(row, field.name) for field in fields(row)} == {row.election, row.ward, None, 1}  # one ward


@pytest.mark.parametrize("ballots", [Ballots(), Ballots(valid=0, rejected_total=0), Ballots(at_count=0)])
def test_no_papers_no_ratio(ballots: Ballots) -> None:
    assert row_of(replace(THREE, ballots=ballots)).votes_per_ballot is None


@pytest.mark.parametrize("electorate", [None, 0])
def test_no_electorate_no_percentage(electorate: int | None) -> None:
    row = row_of(replace(THREE, electorate=electorate, ballots=Ballots(valid=780, rejected_total=20)))
    assert (row.turnout_pct, row.valid_turnout_pct, row.votes_per_ballot) == (None, None, 2.5)
    assert row.source == "counted: declared"


@pytest.mark.parametrize("status", ["unopposed", "countermanded"])
def test_without_a_poll_there_is_no_turnout(status: str) -> None:
    row = row_of(contest(1, won("A", "con", None), status=status, electorate=1000))
    assert (row.electorate, row.turnout_pct, row.votes_per_ballot, row.source) == (1000, None, None, "no poll")


# -- order, and agreement with other commands --------------------------------------------------------------


def test_highest_first_and_unknown_last() -> None:
    def ward(slug: str, **known: Any) -> Ward:
        return contest(1, won("A", "con", 60), stood("B", "lab", 40), slug=slug, electorate=1000, **known)

    rows = turnout(
        election(
            ward("b-unknown"),
            ward("a-unknown"),
            ward("valid-only", ballots=Ballots(valid=900)),
            ward("low", ballots=Ballots(at_count=300)),
            ward("high", ballots=Ballots(at_count=500)),
            ward("as-high", ballots=Ballots(at_count=500)),
        )
    )
    assert [row.ward for row in rows] == ["as-high", "high", "low", "valid-only", "a-unknown", "b-unknown"]


def test_several_elections_in_one_ranking(shipped: Store) -> None:
    rows = turnout(shipped.election("hertsmere-2019"), shipped.election("barnet-2018"))
    assert [row.election for row in rows] == ["barnet-2018"] * 21 + ["hertsmere-2019"] * 16


def test_margins_says_the_same_of_counts(shipped: Store) -> None:
    chosen = shipped.election("barnet-2018")
    theirs = {row.ward: (row.electorate, row.turnout_pct) for row in margins(chosen)}
    assert {row.ward: (row.electorate, row.turnout_pct) for row in turnout(chosen)} == theirs


COUNTS = st.none() | st.integers(700, 1000)


@given(COUNTS, COUNTS, COUNTS, st.sampled_from([None, "ballot-box", "valid", "other"]))
def test_a_percentage_is_there_exactly_where_something_says_it(
    electorate: int | None, valid: int | None, rejected: int | None, of: str | None
) -> None:
    row = row_of(reported(of, electorate=electorate, ballots=Ballots(valid=valid, rejected_total=rejected)))
    assert (row.turnout_pct is not None) == bool(
        (electorate and valid is not None and rejected is not None) or of == "ballot-box"
    )
    assert (row.valid_turnout_pct is not None) == bool((electorate and valid is not None) or of == "valid")
    assert row.source is not None
    assert row.source.startswith("counted" if valid is not None else "reported")


def test_a_poll_on_a_day_of_its_own_makes_no_difference() -> None:
    ward = replace(THREE, electorate=2000, ballots=Ballots(at_count=800))
    assert row_of(replace(ward, date=date(2014, 6, 26))) == row_of(ward)


def test_percentages_of_no_stated_definition_come_to_one_of_the_council_that_is_no_turnout(repository: Path) -> None:
    """Each ward's percentage times its electors, over all electors, read from the files by another route."""
    files = [yaml.safe_load(file.read_text()) for file in (repository / "results/bristol/2024").glob("*.yaml")]
    wards = [file for file in files if "turnout_reported" in file]
    electors = sum(ward["electorate"] for ward in wards)
    expected = sum(ward["turnout_reported"]["pct"] * ward["electorate"] for ward in wards) / electors
    (total,) = turnout(open_store(repository / "results").election("bristol-2024")).totals
    assert (total.turnout_pct, total.reported_of, total.electorate) == (None, None, electors)
    assert total.reported_pct == pytest.approx(expected, rel=1e-12) == pytest.approx(34.9, abs=0.05)


def test_they_come_to_nothing_where_a_ward_has_none_or_the_turnout_is_known() -> None:
    one, other = reported(None, electorate=1000), contest(1, won("A", "con", 60), slug="two", electorate=1000)
    assert turnout(election(one, other)).totals[-1].reported_pct is None
    counted = replace(one, slug="three", ballots=Ballots(at_count=400))
    assert turnout(election(one, counted)).totals[-1].reported_pct == pytest.approx(38.41)
    assert turnout(election(counted)).totals[-1].reported_pct is None


def test_where_electorates_are_unknown_too_they_put_it_within_bounds() -> None:
    """One ward has 36.82 %, the other 40 %, and so has any mixture of them."""
    one, other = reported(None), replace(reported(None), slug="two", turnout_reported=ReportedTurnout(40, None))
    report = turnout(election(one, other))
    assert report.totals[-1].reported_pct is None
    assert "between 36.8 and 40.0 %" in str(report.remarks[-1].parts)
