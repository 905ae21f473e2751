"""The vote of a party in a ward of several seats, by four measures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Literal, NamedTuple, get_args

from wardcheck.facts.cut import votes_known
from wardcheck.facts.slates import Polled, slates
from wardcheck.model import INDEPENDENT, UNREGISTERED, Ward

Measure = Literal["sum", "top", "mean", "per_seat"]
MeasureOrAll = Literal["sum", "top", "mean", "per_seat", "all"]
MEASURES: tuple[Measure, ...] = get_args(Measure)

DEFAULT_MEASURE: Measure = "top"
"""The measure that the number of candidates moves least; published borough totals use it most."""


class PartyVotes(NamedTuple):
    """What one party did in a ward, or in several. ``votes`` is exact, by measure; ``None`` where it is not known."""

    candidates: int
    seats: int
    votes: Mapping[Measure, Fraction] | None


def party_votes(ward: Ward) -> dict[str, PartyVotes]:
    """The vote of each party of a ward, by slug, in the order of the file.

    ``sum`` is all votes of the party, ``top`` those of its candidacy with most, ``mean`` the sum over the candidacies
    it fielded (not over seats), and ``per_seat`` the sum over the seats of the ward. Votes are those on the papers
    and seats are as declared.

    Every independent is a party of one. ``ind`` is the sum of them all, by each measure; only with independents
    can it be more than any one slate could have. Definitions: docs/methods/change.md.
    """
    found: dict[str, list[PartyVotes]] = {}
    for party, votes in slate_votes(ward):
        found.setdefault(party, []).append(votes)
    return {party: as_one(parts) for party, parts in found.items()}


def slate_votes(ward: Ward) -> list[tuple[str, PartyVotes]]:
    """Each slate of a ward with its party's slug, in the order of the file; every independent is a slate of its own."""
    known = votes_known(ward)
    return [
        (
            slate[0].candidacy.party,
            PartyVotes(
                candidates=len(slate),
                seats=sum(one.candidacy.elected for one in slate),
                votes=_by_measure([one.votes for one in slate], ward.seats) if known else None,
            ),
        )
        for slate in slates(Polled(c, ward.polled(c) or 0) for c in ward.candidates)
    ]


def independents(ward: Ward) -> list[tuple[str, PartyVotes]]:
    """Each independent of a ward by name, as a slate of one."""
    names = (candidacy.name for candidacy in ward.candidates if candidacy.party == INDEPENDENT)
    return list(zip(names, (votes for party, votes in slate_votes(ward) if party == INDEPENDENT), strict=True))


def _by_measure(votes: Sequence[int], seats: int) -> dict[Measure, Fraction]:
    whole = sum(votes)
    return {
        "sum": Fraction(whole),
        "top": Fraction(max(votes)),
        "mean": Fraction(whole, len(votes)),
        "per_seat": Fraction(whole, seats),
    }


Line = tuple[PartyVotes, PartyVotes]
"""What one party did at two elections."""


class Across(NamedTuple):
    """A party as two elections have it. One that no register knows is nobody's elsewhere: its name may be another's."""

    party: str
    only: Literal["", "before", "after"] = ""
    """At which of the two it stood, if it cannot be the same at the other."""


_NOTHING = PartyVotes(0, 0, dict.fromkeys(MEASURES, Fraction()))


def added_up(before: Sequence[Ward], after: Sequence[Ward]) -> dict[Across, Line]:
    """The figures of each party over the wards of each election; one that stood on one side alone has noughts.

    Votes are ``None`` where those of one of the wards are not known.
    """
    then, now = (
        {across(party, when): votes for party, votes in _side(wards).items()}
        for wards, when in ((before, "before"), (after, "after"))
    )
    return {party: (then.get(party, _NOTHING), now.get(party, _NOTHING)) for party in {**then, **now}}


def across(party: str, when: str) -> Across:
    """A party of one of two elections, the one ``"before"`` or the one ``"after"``."""
    if not party.startswith(UNREGISTERED):
        return Across(party)
    return Across(party, "before" if when == "before" else "after")


def all_parties(lines: Mapping[Across, Line]) -> Line:
    """All parties of ``lines`` as one, for shares."""
    return as_one([line[0] for line in lines.values()]), as_one([line[1] for line in lines.values()])


def elected_parties(ward: Ward) -> Counter[str]:
    """How many of each party were elected."""
    return Counter(c.party for c in ward.elected)


def percent_of(part: Fraction | None, whole: Fraction | None) -> float | None:
    """``part`` in percent of ``whole``, exact before it is rounded to a float; ``None`` of nothing or of no votes."""
    return None if part is None or not whole else float(100 * part / whole)


def _side(wards: Sequence[Ward]) -> dict[str, PartyVotes]:
    found: dict[str, list[PartyVotes]] = {}
    for ward in wards:
        for party, votes in party_votes(ward).items():
            found.setdefault(party, []).append(votes)
    return {party: as_one(parts) for party, parts in found.items()}


def as_one(parts: Sequence[PartyVotes]) -> PartyVotes:
    """Several as one: sums, whose votes are ``None`` where those of one of them are not known."""
    if len(parts) == 1:
        return parts[0]
    known = [one.votes for one in parts if one.votes is not None]
    votes = {measure: _sum([one[measure].as_integer_ratio() for one in known]) for measure in MEASURES}
    return PartyVotes(
        candidates=sum(one.candidates for one in parts),
        seats=sum(one.seats for one in parts),
        votes=votes if len(known) == len(parts) else None,
    )


def _sum(ratios: Sequence[tuple[int, int]]) -> Fraction:
    """The sum of fractions, over a denominator that they have in common, which takes less than half the time."""
    common = lcm(*(denominator for _, denominator in ratios))
    return Fraction(sum(numerator * (common // denominator) for numerator, denominator in ratios), common)
