"""Who would be elected as votes move, against a new count at each number of votes."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from wardcheck.facts.seat_curve import changes
from wardcheck.facts.slates import Polled
from wardcheck.model import Candidacy

PARTY = st.sampled_from(["con", "lab", "ld"])


@st.composite
def contests(draw: st.DrawFn) -> tuple[int, list[Polled]]:
    """Seats and candidacies, elected as their votes say, lots drawn."""
    standing = draw(st.lists(st.tuples(PARTY, st.integers(0, 9)), min_size=2, max_size=8))
    seats = draw(st.integers(1, min(3, len(standing) - 1)))
    lot = draw(st.permutations(range(len(standing))))
    winners = sorted(range(len(standing)), key=lambda n: (-standing[n][1], lot[n]))[:seats]
    return seats, [
        Polled(Candidacy(f"C{n}", party, votes, n in winners), votes) for n, (party, votes) in enumerate(standing)
    ]


def recount(standing: list[Polled], losing: str, winning: str, moved: Fraction) -> list[Fraction]:
    """The votes of each after so many moved, candidate by candidate, best to best."""
    votes = [Fraction(one.votes) for one in standing]
    ranked = {
        party: sorted(
            (n for n, one in enumerate(standing) if one.candidacy.party == party),
            key=lambda n: (-standing[n].votes, not standing[n].candidacy.elected),
        )
        for party in (losing, winning)
    }
    for giver, taker in zip(ranked[losing], ranked[winning], strict=False):
        given_ = min(moved, votes[giver])
        votes[giver] -= given_
        votes[taker] += given_
    return votes


@given(contests(), st.fractions(0, 12, max_denominator=7))
def test_a_new_count_elects_the_same(contest: tuple[int, list[Polled]], moved: Fraction) -> None:
    seats, standing = contest
    elected = {one.candidacy.name for one in standing if one.candidacy.elected}
    for change in changes(standing, seats, "con", "lab", Fraction(12)):
        if change.moved < moved:
            elected = elected - {change.loser.name} | {change.winner.name}
    votes = {one.candidacy.name: v for one, v in zip(standing, recount(standing, "con", "lab", moved), strict=True)}
    assert len(elected) == seats
    # level votes change nothing, so that somebody elected may be level with somebody who is not, and not behind
    assert min(votes[name] for name in elected) >= max(votes[name] for name in votes if name not in elected)


@given(contests())
def test_no_change_without_somebody_passed(contest: tuple[int, list[Polled]]) -> None:
    seats, standing = contest
    votes = {one.candidacy.name: n for n, one in enumerate(standing)}
    for change in changes(standing, seats, "con", "lab", Fraction(12)):
        level, beyond = (
            recount(standing, "con", "lab", change.moved + more) for more in (Fraction(0), Fraction(1, 100))
        )
        winner, loser = votes[change.winner.name], votes[change.loser.name]
        assert beyond[winner] > beyond[loser]
        assert level[winner] <= level[loser]


def test_by_hand() -> None:
    # A 10 and B 7 of one party, C 8 of another and D 3 of a third, two seats, for A and C. From A to C x votes move,
    # and B has nobody to give to: A is level with B at 3 and then loses to B; C has more and more.
    standing = [
        Polled(Candidacy("A", "con", 10, elected=True), 10),
        Polled(Candidacy("B", "con", 7), 7),
        Polled(Candidacy("C", "lab", 8, elected=True), 8),
        Polled(Candidacy("D", "ld", 3), 3),
    ]
    (change,) = changes(standing, 2, "con", "lab", Fraction(9))
    assert (int(change.moved), change.winner.name, change.loser.name) == (3, "B", "A")
    # the other way C gives A its votes, and is level with B at 1
    (change,) = changes(standing, 2, "lab", "con", Fraction(9))
    assert (int(change.moved), change.winner.name, change.loser.name) == (1, "B", "C")
