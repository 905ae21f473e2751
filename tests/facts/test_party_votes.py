"""The four measures of a party's vote, worked out by hand; the sum stands beside each case."""

from __future__ import annotations

from fractions import Fraction

from analysis.builders import contest, stood, won
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.facts.party_votes import DEFAULT_MEASURE, MEASURES, party_votes
from wardcheck.model import Candidacy, TieBreak
from wardcheck.store import Store


def test_three_seats() -> None:
    ward = contest(3, won("A", "con", 700), won("B", "con", 650), stood("C", "con", 500), won("D", "lab", 601))
    con, lab = party_votes(ward)["con"], party_votes(ward)["lab"]
    # 700 + 650 + 500 = 1,850; 1,850 / 3 candidates = 616 2/3; 1,850 / 3 seats the same
    third = Fraction(1850, 3)
    assert con.votes == {"sum": 1850, "top": 700, "mean": third, "per_seat": third}
    assert (con.candidates, con.seats) == (3, 2)
    # one candidate: his 601 by three measures; 601 / 3 seats = 200 1/3
    assert lab.votes == {"sum": 601, "top": 601, "mean": 601, "per_seat": Fraction(601, 3)}
    assert (lab.candidates, lab.seats) == (1, 1)


def test_two_seats_of_dalston(shipped: Store) -> None:
    (ward,) = (w for w in shipped.election("hackney-2014").wards if w.slug == "dalston")
    green = party_votes(ward)["green"].votes
    # Cort 664, Key 489: together 1,153, by two of either 576 1/2
    assert green == {"sum": 1153, "top": 664, "mean": Fraction(1153, 2), "per_seat": Fraction(1153, 2)}


def test_one_seat_of_darwin_is_the_same_by_every_measure(shipped: Store) -> None:
    (ward,) = (w for w in shipped.election("bromley-2014").wards if w.slug == "darwin")
    for party, votes in {"con": 987, "ukip": 661, "lab": 135, "green": 89, "ld": 65}.items():
        assert party_votes(ward)[party].votes == dict.fromkeys(MEASURES, Fraction(votes))


def test_every_independent_is_a_party_of_one() -> None:
    ward = contest(2, won("A", "ind", 400), won("B", "ind", 301), stood("C", "lab", 300), stood("D", "lab", 200))
    # each alone has 400 and 301 by sum, top and mean: 701 in all; by seats 400 / 2 + 301 / 2 = 350 1/2
    assert party_votes(ward)["ind"].votes == {"sum": 701, "top": 701, "mean": 701, "per_seat": Fraction(701, 2)}
    assert (party_votes(ward)["ind"].candidates, party_votes(ward)["ind"].seats) == (2, 2)


def test_a_vote_that_a_lot_added_is_on_no_paper() -> None:
    tie = TieBreak(599, ("C", "D"), "C", "lot", vote_added=True)
    ward = contest(1, won("C", "con", 600), stood("D", "lab", 599), tie_break=tie)
    assert party_votes(ward)["con"].votes == dict.fromkeys(MEASURES, Fraction(599))


def test_without_a_poll_votes_are_unknown_and_seats_are_not() -> None:
    found = party_votes(contest(2, won("A", "con", None), won("B", "con", None), status="unopposed"))
    assert found == {"con": (2, 2, None)}


def test_one_unknown_vote_leaves_no_share_to_be_had() -> None:
    found = party_votes(contest(1, won("A", "con", 50), stood("B", "lab", None)))
    assert found["con"].votes is None


def test_the_default_is_one_of_the_measures() -> None:
    assert DEFAULT_MEASURE in MEASURES


CANDIDACIES = st.lists(
    st.builds(Candidacy, st.just("N"), st.sampled_from(["con", "lab", "ld"]), st.integers(0, 5000), st.booleans()),
    min_size=1,
    max_size=12,
)


@given(CANDIDACIES, st.integers(1, 3))
def test_measures_of_a_slate(candidates: list[Candidacy], seats: int) -> None:
    ward = contest(seats, *candidates)
    for party, found in party_votes(ward).items():
        votes = found.votes
        assert votes is not None
        assert votes["mean"] <= votes["top"] <= votes["sum"]
        assert votes["mean"] * found.candidates == votes["sum"] == votes["per_seat"] * seats
        assert (votes["mean"] == votes["per_seat"]) == (found.candidates == seats or not votes["sum"])
        assert votes["top"] in {c.votes for c in candidates if c.party == party}
    assert sum(found.seats for found in party_votes(ward).values()) == len(ward.elected)
