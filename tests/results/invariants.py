"""What holds of every election of the shipped store: each function gives the places where it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from wardcheck.analysis.margins import margins
from wardcheck.model import Candidacy, Election, Ward

SIZES = "council-cycles"
"""The source of the size of a council, to which no figure of a ward refers."""


def _named(election: Election) -> Iterator[tuple[str, Ward]]:
    """Each ward under a name that a failure prints."""
    return ((f"{election.slug}/{ward.slug}", ward) for ward in election.wards)


def every_figure_has_a_source_that_the_election_names(election: Election) -> Iterator[str]:
    for name, ward in _named(election):
        named = {*ward.sources, *(conflict.source for conflict in ward.conflicts)}
        if not ward.sources or not named <= set(election.sources):
            yield name
    if not {total.source for total in election.declared} <= set(election.sources):
        yield election.slug


def every_source_says_what_it_is_and_is_used(election: Election) -> Iterator[str]:
    used = {key for ward in election.wards for key in ward.sources}
    used |= {conflict.source for ward in election.wards for conflict in ward.conflicts}
    used |= {total.source for total in election.declared}
    used |= {SIZES} if election.seats_total is not None else set()
    if set(election.sources) != used:
        yield f"{election.slug}: {sorted(set(election.sources) ^ used)}"
    for source in election.sources.values():
        if not (source.title and source.covers and (source.publisher or source.url)):
            yield f"{election.slug}: {source.key}"


def a_margin_of_nought_is_a_lot_and_a_lot_a_margin_of_nought(election: Election) -> Iterator[str]:
    drawn = sorted(ward.slug for ward in election.wards if ward.tie_break is not None)
    rows = margins(election)
    level = {row.ward or "" for row in rows if row.margin == 0}
    if sorted(row.ward or "" for row in rows if row.decided_by == "lot") != drawn or not level >= set(drawn):
        yield f"{election.slug}: {drawn}"
    untold = {slug.partition("/")[2] for slug in LEVEL_AND_UNTOLD if slug.partition("/")[0] == election.slug}
    if level - set(drawn) != untold:
        yield f"{election.slug}: {sorted(level - set(drawn))} level, no lot"


LEVEL_AND_UNTOLD = frozenset(
    {
        "bury-2022/radcliffe-north-and-ainsworth",
        "hartlepool-2021/rossmere",
        "north-yorkshire-2022/skipton-west-and-west-craven",
        "rochdale-2022/north-middleton",
        "stevenage-2024/woodfield",
    }
)
"""Wards with level votes across the cut of which no source says how they were settled."""


def the_elected_outvote_the_rest_and_are_as_many_as_the_seats(election: Election) -> Iterator[str]:
    # true of these declarations but for those that check points out, though nothing is worked out from it
    def polled(ward: Ward, some: tuple[Candidacy, ...]) -> list[int]:
        return [votes for c in some if (votes := ward.polled(c)) is not None]

    for name, ward in _named(election):
        elected, rest = polled(ward, ward.elected), polled(ward, ward.not_elected)
        right = not elected or not rest or min(elected) >= max(rest)
        accepted = {one.rule for one in ward.accepted}
        if (not right and "elected-outvote" not in accepted) or (
            len(ward.elected) != ward.seats and "seats-filled" not in accepted
        ):
            yield name


def codes_and_ballot_ids_are_one_wards_own(election: Election) -> Iterator[str]:
    for what in ("gss", "ballot"):
        values = [value for ward in election.wards if (value := getattr(ward, what)) is not None]
        if len(set(values)) != len(values):
            yield f"{election.slug}: {what}"


def unknown_is_left_out_and_not_nought(election: Election) -> Iterator[str]:
    for name, ward in _named(election):
        papers = (ward.electorate, ward.ballots.issued, ward.ballots.valid, ward.ballots.at_count)
        if 0 in papers or (ward.status == "contested" and None in [c.votes for c in ward.candidates]):
            yield name


def what_is_missing_is_named(election: Election) -> Iterator[str]:
    if election.contests is not None and election.contests != len(election.wards) + len(election.missing):
        yield election.slug


INVARIANTS: tuple[Callable[[Election], Iterable[str]], ...] = (
    every_figure_has_a_source_that_the_election_names,
    every_source_says_what_it_is_and_is_used,
    a_margin_of_nought_is_a_lot_and_a_lot_a_margin_of_nought,
    the_elected_outvote_the_rest_and_are_as_many_as_the_seats,
    codes_and_ballot_ids_are_one_wards_own,
    unknown_is_left_out_and_not_nought,
    what_is_missing_is_named,
)
