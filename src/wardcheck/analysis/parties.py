"""What did each party poll and win?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from wardcheck.analysis.report import OfElection, Remark, Report, joined, remark
from wardcheck.analysis.totals import incomplete, wards_named
from wardcheck.facts.accounted import contests_missing
from wardcheck.facts.cut import had_poll, votes_known
from wardcheck.facts.papers import percent
from wardcheck.facts.party_votes import (
    DEFAULT_MEASURE,
    MEASURES,
    Measure,
    MeasureOrAll,
    PartyVotes,
    as_one,
    percent_of,
    slate_votes,
)
from wardcheck.facts.proportion import effective_parties, gallagher
from wardcheck.frozen import frozen
from wardcheck.model import INDEPENDENT, UNREGISTERED, Election, Ward

if TYPE_CHECKING:
    from wardcheck.store import Store

By = Literal["election", "region", "all", "ward"]
"""What a row of a party is of."""


@frozen
class PartyRow:
    """What one party polled and won. A total is the row of all parties together, without a party.

    Counts are of the wards that are in the store; where those are not all, ``complete`` says so, and there is no
    percentage and no index. ``votes`` is ``None`` where the votes of a ward that polled are not known.
    """

    election: Annotated[str | None, "slug of the election; empty where several are summed"]
    region: Annotated[str | None, "region by the register of councils; empty where all are summed, or it has none"]
    ward: Annotated[str | None, "slug of the ward; with --by ward alone"]
    party: Annotated[str | None, "party, as a slug; ind is all independents; empty in a total"]
    candidates: Annotated[int, "its candidacies"]
    votes: Annotated[int | None, "its votes by the measure, to the nearest whole vote"]
    share_pct: Annotated[float | None, "its share of all parties' votes by the measure"]
    seats: Annotated[int, "seats it won, as declared"]
    seats_pct: Annotated[float | None, "its share of the seats that all parties won"]
    measure: Annotated[Measure, "how a party's votes in a ward are counted"]
    wards: Annotated[int, "how many wards it is of, those without a poll included"]
    complete: Annotated[bool, "every contest of the elections is among them"]
    gallagher: Annotated[
        float | None, "in a total: Gallagher's index of disproportionality in points, over the wards that polled"
    ]
    effective_votes: Annotated[float | None, "in a total: effective number of parties in votes"]
    effective_seats: Annotated[float | None, "in a total: effective number of parties in seats"]
    votes_rank: Annotated[
        int | None, "its place by votes among the parties of the same row's election, region or ward; empty for ind"
    ]
    fewer_votes_more_seats: Annotated[
        str | None,
        "parties with fewer votes and more seats in the wards that polled, as slugs, most seats first; empty if none, "
        "and where votes_rank is",
    ]


class _Place(NamedTuple):
    """What rows are summed over."""

    election: str | None
    region: str | None
    ward: str | None = None


class _Key(NamedTuple):
    """A party over several elections. One that no register knows is nobody's elsewhere."""

    party: str
    within: str = ""
    """The one election in which it is itself."""


class _Slate(NamedTuple):
    """A party in the eyes of the indices: ``nth`` tells the independents apart, each of whom is a party of one."""

    key: _Key
    nth: int


def parties(
    *elections: Election, by: By = "election", measure: MeasureOrAll = DEFAULT_MEASURE, store: Store | None = None
) -> Report[PartyRow, Sequence[PartyRow]]:
    """What each party polled and won in each election, region or ward or in all together, most votes first.

    Votes, candidacies and seats are sums over wards; a ward without a poll has candidacies and seats and no votes.
    ``"all"`` gives a row for each measure. The totals are a row for each thing summed over and measure, and of several
    one of all for each measure, with the indices of ``facts/proportion.py``; in them each independent is a party of
    one. Regions are those of the register of ``store``, or the one that comes with the program if it is left out.
    Definitions: docs/methods/parties.md.
    """
    regions = _regions(elections, store)
    places: dict[_Place, list[tuple[Election, Ward]]] = {}
    for election in elections:
        for ward in election.wards:
            places.setdefault(_place(election, ward, by, regions), []).append((election, ward))
    ordered = sorted(places.items(), key=lambda item: item[0].region or "~") if by == "region" else places.items()
    rows: list[PartyRow] = []
    totals: list[PartyRow] = []
    for place, wards in ordered:
        found, together = _rows(place, wards, measure)
        rows += found
        totals += together
    if len(places) != 1:
        everything = [(election, ward) for election in elections for ward in election.wards]
        totals += _rows(_Place(None, None), everything, measure)[1]
    return Report(rows, totals, _remarks(elections, regions, rows))


def _regions(elections: Sequence[Election], store: Store | None) -> Mapping[str, str | None]:
    from wardcheck.store.councils import bundled_councils  # seldom needed, and each start would pay for it

    councils = bundled_councils() if store is None else store.councils
    found = {election.slug: councils.of(election) for election in elections}
    return {slug: None if council is None else council.region for slug, council in found.items()}


def _place(election: Election, ward: Ward, by: By, regions: Mapping[str, str | None]) -> _Place:
    region = regions[election.slug]
    match by:
        case "all":
            return _Place(None, None)
        case "region":
            return _Place(None, region)
        case "election":
            return _Place(election.slug, region)
        case "ward":
            return _Place(election.slug, region, ward.slug)


def _rows(
    place: _Place, wards: Sequence[tuple[Election, Ward]], measure: MeasureOrAll
) -> tuple[list[PartyRow], list[PartyRow]]:
    """The rows of the parties of some wards, and the totals of these."""
    stood: dict[_Slate, list[PartyVotes]] = {}
    polled: dict[_Slate, list[PartyVotes]] = {}
    for n, (slate, votes, had) in enumerate(_slates(wards)):
        key = _Slate(slate, n if slate.party == INDEPENDENT else 0)
        if had:
            polled.setdefault(key, []).append(votes)
        stood.setdefault(key, []).append(PartyVotes(*votes[:2], votes.votes if had else _NO_VOTES))
    slates = {key: as_one(parts) for key, parts in stood.items()}
    lines: dict[_Key, PartyVotes] = {}
    for party in dict.fromkeys(slate.key for slate in slates):
        lines[party] = as_one([line for slate, line in slates.items() if slate.key == party])
    complete = not any(contests_missing(election) for election, _ in wards)
    of = _Of(place, len(wards), complete)
    whole = as_one(list(lines.values()))
    asked: Sequence[Measure] = MEASURES if measure == "all" else (measure,)
    ordered = sorted(lines.items(), key=lambda item: _most_votes_first(item, asked))
    against = {one: _against(lines, polled, one) if complete else {} for one in asked}
    rows = [_row(of, key, line, whole, one, against[one].get(key)) for key, line in ordered for one in asked]
    alike = [as_one(parts) for parts in polled.values()]
    totals = [_total(of, whole, one, alike, list(slates.values())) for one in asked]
    return rows, totals


class _Against(NamedTuple):
    """A party beside the others of the same place."""

    votes_rank: int
    fewer_votes_more_seats: str | None


def _against(
    lines: Mapping[_Key, PartyVotes], polled: Mapping[_Slate, Sequence[PartyVotes]], measure: Measure
) -> dict[_Key, _Against]:
    """The parties beside one another; nothing where the votes of one are not known, and not for independents.

    Seats of wards without a poll are not set against votes that nobody could give.
    """
    parties = {key: line.votes for key, line in lines.items() if key.party != INDEPENDENT}
    votes = {key: by[measure] for key, by in parties.items() if by is not None}
    if len(votes) < len(parties):
        return {}
    seats = {key: sum(one.seats for one in polled.get(_Slate(key, 0), ())) for key in votes}
    found = {}
    for key, own in votes.items():
        more = [one for one in votes if votes[one] < own and seats[one] > seats[key]]
        names = " ".join(one.party for one in sorted(more, key=lambda one: (-seats[one], one)))
        found[key] = _Against(1 + sum(others > own for others in votes.values()), names or None)
    return found


_NO_VOTES: Mapping[Measure, Fraction] = dict.fromkeys(MEASURES, Fraction())


class _Of(NamedTuple):
    """What a row is of."""

    place: _Place
    wards: int
    complete: bool


def _slates(wards: Sequence[tuple[Election, Ward]]) -> Iterator[tuple[_Key, PartyVotes, bool]]:
    """Each slate of the wards, and whether the ward had a poll."""
    for election, ward in wards:
        for party, votes in slate_votes(ward):
            within = election.slug if party.startswith(UNREGISTERED) else ""
            yield _Key(party, within), votes, had_poll(ward)


def _most_votes_first(item: tuple[_Key, PartyVotes], asked: Sequence[Measure]) -> tuple[Fraction, int, _Key]:
    key, line = item
    by = DEFAULT_MEASURE if len(asked) > 1 else asked[0]
    return (-line.votes[by] if line.votes is not None else Fraction()), -line.seats, key


def _row(
    of: _Of, key: _Key, line: PartyVotes, whole: PartyVotes, measure: Measure, against: _Against | None
) -> PartyRow:
    votes = None if line.votes is None else line.votes[measure]
    everybody = None if whole.votes is None else whole.votes[measure]
    return PartyRow(
        *of.place,
        party=key.party,
        candidates=line.candidates,
        votes=None if votes is None else round(votes),
        share_pct=percent_of(votes, everybody) if of.complete else None,
        seats=line.seats,
        seats_pct=percent(line.seats, whole.seats) if of.complete else None,
        measure=measure,
        wards=of.wards,
        complete=of.complete,
        gallagher=None,
        effective_votes=None,
        effective_seats=None,
        votes_rank=None if against is None else against.votes_rank,
        fewer_votes_more_seats=None if against is None else against.fewer_votes_more_seats,
    )


def _total(
    of: _Of, whole: PartyVotes, measure: Measure, polled: Sequence[PartyVotes], stood: Sequence[PartyVotes]
) -> PartyRow:
    known = [one.votes[measure] for one in polled if one.votes is not None]
    counted = of.complete and whole.votes is not None
    return PartyRow(
        *of.place,
        party=None,
        candidates=whole.candidates,
        votes=None if whole.votes is None else round(whole.votes[measure]),
        share_pct=None,
        seats=whole.seats,
        seats_pct=None,
        measure=measure,
        wards=of.wards,
        complete=of.complete,
        gallagher=gallagher(known, [one.seats for one in polled]) if counted else None,
        effective_votes=effective_parties(known) if counted else None,
        effective_seats=effective_parties(one.seats for one in stood) if of.complete else None,
        votes_rank=None,
        fewer_votes_more_seats=None,
    )


NO_PARTY = "Independents are no party"
"""How a remark begins that says what a line of independents is."""


def _remarks(
    elections: Sequence[Election], regions: Mapping[str, str | None], rows: Sequence[PartyRow]
) -> list[Remark]:
    found = incomplete(elections)
    if silent := wards_named(elections, lambda ward: not had_poll(ward)):
        found.append(remark("Without a poll, so with seats and candidates and no votes: ", silent, "."))
    if unknown := wards_named(elections, lambda ward: had_poll(ward) and not votes_known(ward)):
        found.append(remark("Votes are not known, so that sums with them have none: ", unknown, "."))
    if nowhere := [OfElection(slug) for slug, region in regions.items() if region is None]:
        found.append(
            remark("No region, for the register of councils does not have the council: ", joined(nowhere), ".")
        )
    if any(row.party == INDEPENDENT for row in rows):
        words = f"{NO_PARTY}: the line adds them up, and the indices take each as one."
        found.append(remark(words, in_rows=True))
    return found
