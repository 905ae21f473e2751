"""A sound ward, whatever its figures, is found sound."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checks.builders import NAMES, lot, rules
from wardcheck.model import Ballots, Candidacy, Rejected, ReportedTurnout, Ward

PARTIES = ("con", "lab", "ld", "green", "ukip", "wep", "tusc", "bnp")


@st.composite
def sound_wards(draw: st.DrawFn, most_seats: int = 3) -> Ward:
    """A count made paper by paper, so that every figure is what such papers give."""
    seats = draw(st.integers(1, most_seats))
    standing = draw(st.integers(seats + 1, len(NAMES)))
    votes = [0] * standing
    # whole slates in the main, one candidate alone now and then: between 1.1 and 0.99 x seats votes a paper
    full = draw(st.lists(st.tuples(st.integers(0, standing - 1), st.integers(20, 400)), min_size=1, max_size=6))
    for first, papers in full:
        for n in range(seats):
            votes[(first + n) % standing] += papers
    valid = sum(papers for _, papers in full)
    if seats > 1:
        plumped = valid // 20 + 1
        votes[draw(st.integers(0, standing - 1))] += plumped
        valid += plumped
    order = sorted(range(standing), key=lambda n: -votes[n])
    elected = order[:seats]
    reasons = draw(st.lists(st.integers(0, valid // 50), min_size=4, max_size=4))
    at_count = valid + sum(reasons)
    electorate = at_count + draw(st.integers(0, 10_000))
    level = [n for n in range(standing) if votes[n] == votes[elected[-1]]]
    tied = any(n not in elected for n in level)
    drawn = [n for n in level if n in elected][:1]
    added = tied and draw(st.booleans())
    candidates = tuple(
        Candidacy(NAMES[n], PARTIES[n], votes[n] + (added and n in drawn), n in elected, line=n + 10) for n in order
    )
    name = NAMES[drawn[0]] if drawn else ""
    ballots = draw(
        st.sampled_from(
            [
                Ballots(),
                Ballots(valid=valid),
                Ballots(at_count=at_count),
                Ballots(electorate, valid, Rejected(*reasons), sum(reasons), at_count),
            ]
        )
    )
    pct = round(100 * (at_count if ballots.at_count is not None else valid) / electorate, draw(st.integers(0, 4)))
    of = draw(st.sampled_from([None, "valid" if ballots.at_count is None else "ballot-box"]))
    return Ward(
        slug="mill",
        name="Mill",
        seats=seats,
        candidates=candidates,
        sources=("s",),
        electorate=electorate,
        ballots=ballots,
        turnout_reported=ReportedTurnout(float(pct), of) if pct else None,
        tie_break=lot(votes[drawn[0]], *(NAMES[n] for n in level), winner=name, vote_added=added) if tied else None,
    )


@given(sound_wards())
def test_a_sound_ward_has_no_findings(ward: Ward) -> None:
    assert rules(ward) == []


@given(sound_wards(), st.data())
def test_electing_the_wrong_one_is_found(ward: Ward, data: st.DataObject) -> None:
    swapped = (data.draw(st.sampled_from(ward.elected)), data.draw(st.sampled_from(ward.not_elected)))
    candidates = tuple(replace(c, elected=not c.elected) if c in swapped else c for c in ward.candidates)
    expected = {"elected-outvote", "tie-break-given"}  # the latter where both polled the same
    assert expected & set(rules(replace(ward, candidates=candidates, tie_break=None)))


@given(sound_wards(most_seats=1), st.data())
def test_a_candidate_left_out_is_found_where_each_paper_has_one_vote(ward: Ward, data: st.DataObject) -> None:
    whole = replace(ward, ballots=Ballots(valid=ward.total_votes), turnout_reported=None)
    assert rules(whole) == []
    out = data.draw(st.sampled_from(whole.not_elected))
    left = replace(whole, candidates=tuple(c for c in whole.candidates if c is not out), tie_break=None)
    assert ("votes-per-paper" in rules(left)) == bool(out.votes)
