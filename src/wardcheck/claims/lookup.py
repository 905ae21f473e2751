"""A figure of a claim -> its value, reached through the analysis of the command that prints it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from wardcheck.analysis.party_votes import DEFAULT_MEASURE, Measure, party_votes
from wardcheck.analysis.ward import WardRow
from wardcheck.claims.elections import Elections
from wardcheck.claims.found import Absent, Found, Span, Unknown, known, yes
from wardcheck.claims.papers import turnout_of_election, turnout_of_ward
from wardcheck.claims.statements import Figure
from wardcheck.errors import NotFoundError, WardcheckError

Look = Callable[[Elections, Figure, str | None], Found]


def look_up(elections: Elections, figure: Figure, measure: str | None = None) -> Found:
    """The value of a figure by one measure; ``measure`` is that of its family, if it has one.

    ``Unknown`` is what the store lacks, ``Absent`` what does not exist. A figure is judged as the command prints it:
    votes by ``mean`` and ``per_seat`` to the nearest whole vote. ``ward`` is one ward or none here.

    Raises:
        DataError: the store cannot be read.
    """
    if figure.election not in elections.store.slugs:
        return Unknown(missing(elections, figure.election))
    figure = with_before(elections, figure)
    if "from" in figure.definition.keys:
        if figure.before is None:
            return Unknown(f"the store has no election before {figure.election}")
        if figure.before not in elections.store.slugs:
            return Unknown(missing(elections, figure.before))
    return _LOOKS[figure.metric](elections, figure, measure)


def with_before(elections: Elections, figure: Figure) -> Figure:
    """The figure with the election to compare with, if it has one and leaves it to ``previous`` of its election."""
    if figure.before is not None or "from" not in figure.definition.keys:
        return figure
    if figure.election not in elections.store.slugs:
        return figure
    return replace(figure, before=elections.election(figure.election).previous)


def missing(elections: Elections, election: str) -> str:
    """That the store has no such election, with those of the council that it has."""
    same = [slug for slug in elections.store.slugs if council_part(slug) == council_part(election)]
    has = f"; of this council it has {', '.join(same)}" if same else ""
    return f"{election} is not in the store{has}"


def council_part(election: str) -> str:
    """The council in the slug of an election: ``nuneaton-and-bedworth`` of ``nuneaton-and-bedworth-2018``."""
    words = election.split("-")
    while len(words) > 1 and (words[-1].isdigit() or words[-1] == "by"):
        words.pop()
    return "-".join(words)


# -- one ward ------------------------------------------------------------------------------------------------

_NO_MARGIN: Mapping[str | None, str] = {
    "unopposed": "nobody was left out, so that there is no margin",
    None: "no poll was held, so that there is no margin",
}


def _margin(elections: Elections, figure: Figure, measure: str | None) -> Found:
    row = elections.margins(figure.election)[figure.ward or ""]
    value = row.party_margin if measure == "party" else row.margin
    if value is not None:
        return known(value, "")
    if row.decided_by in _NO_MARGIN:
        return Absent(f"{figure.ward}: {_NO_MARGIN[row.decided_by]}")
    if measure == "party" and row.margin is not None:
        return Absent(f"{figure.ward}: no two parties face each other across the cut")
    return Unknown(f"{figure.ward}: votes are not known")


def _margin_pct(elections: Elections, figure: Figure, _: str | None) -> Found:
    row = elections.margins(figure.election)[figure.ward or ""]
    if row.margin is None:
        return _margin(elections, figure, "seat")
    return known(row.margin_pct, f"the ballot papers of {figure.ward} in {figure.election} are not known")


def _by_lot(elections: Elections, figure: Figure, _: str | None) -> Found:
    row = elections.margins(figure.election)[figure.ward or ""]
    return yes(row.decided_by == "lot")


def _shortfall(elections: Elections, figure: Figure, _: str | None) -> Found:
    for row in elections.close(figure.election):
        if (row.ward, row.challenger_party, row.seat) == (figure.ward, figure.party, figure.seat):
            note = f"{row.margin} more would have forced a lot, {row.to_win} would have won"
            return Span(row.margin, row.margin, note if row.margin else "level: a lot decided")
    return Absent(
        f"{figure.party} had no further candidate in {figure.ward} who could have won a seat of another party"
    )


def _of_candidate(elections: Elections, figure: Figure) -> WardRow:
    """The row of a candidate; of two of one name in a ward, that of the one with more votes."""
    rows = elections.declaration(figure.election, figure.ward or "")
    return next(row for row in rows if row.candidate == figure.candidate)


def _candidate_votes(elections: Elections, figure: Figure, _: str | None) -> Found:
    row = _of_candidate(elections, figure)
    return known(row.votes, f"the votes of {figure.candidate} are not known")


def _elected(elections: Elections, figure: Figure, _: str | None) -> Found:
    row = _of_candidate(elections, figure)
    return yes(row.elected)


def _behind(elections: Elections, figure: Figure, _: str | None) -> Found:
    row = _of_candidate(elections, figure)
    if row.elected:
        return Absent(f"{figure.candidate} was elected")
    return known(row.behind, f"the votes of {figure.candidate} are not known")


def _lost_lot(elections: Elections, figure: Figure, _: str | None) -> Found:
    rows = elections.ties(figure.election)
    return yes(any((row.ward, row.loser) == (figure.ward, figure.candidate) for row in rows))


# -- a party -------------------------------------------------------------------------------------------------


def _of_change(column: str) -> Look:
    """A column of ``change``; for one election alone it is the change from itself, which leaves no ward out."""

    def look(elections: Elections, figure: Figure, measure: str | None) -> Found:
        before, after, party = figure.before or figure.election, figure.election, figure.party or ""
        by = measure or DEFAULT_MEASURE
        compared, gap = elections.compared(before, after)
        if figure.ward is not None and figure.ward not in compared:
            return Unknown(_not_compared(figure.ward, before, after))
        if figure.ward is None and gap:
            return Unknown(gap)
        found = (
            elections.change(before, after).get((party, by))
            if figure.ward is None
            else elections.ward_change(before, after).get((figure.ward, party, by))
        )
        if column == "votes_change_pct" and (found is None or not found.votes_from):
            return Absent(f"{party} had no votes in {figure.ward or 'any ward'} in {before}")
        if found is None:
            return Span(0, 0, f"{party} did not stand")
        return known(getattr(found, column), f"there were no votes in {figure.ward or after}")

    return look


def _not_compared(ward: str, before: str, after: str) -> str:
    if before == after:
        return f"{ward} had no poll in {after}"
    return f"{ward} in {after} cannot be compared with {before}: another ward, or no poll"


def _candidates(elections: Elections, figure: Figure, _: str | None) -> Found:
    wards = [party_votes(w) for w in elections.wards(figure.election) if figure.ward in (None, w.slug)]
    one = sum(found[figure.party].candidates for found in wards if figure.party in found)
    return Span(one, one)


def _seats(elections: Elections, figure: Figure, _: str | None) -> Found:
    if figure.ward is not None:
        party = party_votes(elections.ward(figure.election, figure.ward)).get(figure.party or "")
        return known(party.seats if party is not None else 0, "")
    council = elections.council(figure.election)
    if not council.whole:
        return Unknown(f"the whole council after {figure.election} is not known: {council.missing}")
    row = elections.seats(figure.election, None).get(figure.party or "")
    return known(row.seats if row is not None else 0, "")


def _seats_change(elections: Elections, figure: Figure, _: str | None) -> Found:
    before, after = figure.before or "", figure.election
    if figure.ward is not None:
        for (ward, party, _measure), row in elections.ward_change(before, after).items():
            if (ward, party) == (figure.ward, figure.party):
                return known(row.seats_change, "")
        if figure.ward in {ward for ward, _, _ in elections.ward_change(before, after)}:
            return Span(0, 0, f"{figure.party} did not stand")
        return Unknown(_not_compared(figure.ward, before, after))
    return _of_seats("change")(elections, figure, None)


def _of_seats(column: str) -> Look:
    def look(elections: Elections, figure: Figure, _: str | None) -> Found:
        rows = elections.seats(figure.election, figure.before)
        row = rows.get(figure.party or "") or next(iter(rows.values()), None)
        reason = f"the seats after {figure.election} and {figure.before} cannot be compared ward by ward"
        if row is None or getattr(row, column) is None:
            return Unknown(reason)
        return known(getattr(row, column) if row.party == figure.party else 0, reason)

    return look


def _majority(elections: Elections, figure: Figure, _: str | None) -> Found:
    council = elections.council(figure.election)
    if not council.whole:
        return Unknown(f"the whole council after {figure.election} is not known: {council.missing}")
    held, one = council.by_party.get(figure.party or "", 0), council.majority_of(figure.party or "")
    return Span(one, one, f"{held} of {council.seats} seats")


def _control(elections: Elections, figure: Figure, _: str | None) -> Found:
    council = elections.council(figure.election)
    if not council.whole:
        return Unknown(f"the whole council after {figure.election} is not known: {council.missing}")
    return yes(council.controlled_by == figure.party)


def _voters_to_control(elections: Elections, figure: Figure, _: str | None) -> Found:
    try:
        (route,) = elections.routes(figure.election, figure.party or "")
    except NotFoundError:
        return Absent(f"{figure.party} did not stand in {figure.election}")
    except WardcheckError as error:
        return Unknown(str(error))
    if route.aim == "lose":
        return Absent(f"{figure.party} had control")
    if route.voters is None:
        return Absent(f"no number of voters would have given {figure.party} control")
    wards = ", ".join(f"{step.ward} {step.voters}" for step in route.steps)
    return Span(route.voters, route.voters, f"for {route.needed} more seats: {wards}")


def _of_swing(column: str) -> Look:
    def look(elections: Elections, figure: Figure, measure: str | None) -> Found:
        before, after = figure.before or "", figure.election
        by = cast(Measure, measure or DEFAULT_MEASURE)
        row = elections.swing(before, after, figure.party or "", figure.against or "", by).get(figure.ward)
        _, gap = elections.compared(before, after)
        if row is None or (figure.ward is None and gap):
            return Unknown(gap or _not_compared(figure.ward or "", before, after))
        if getattr(row, column) is None:
            return Absent(f"{figure.party} and {figure.against} did not both stand in both elections")
        return known(getattr(row, column), "")

    return look


def _turnout(elections: Elections, figure: Figure, measure: str | None) -> Found:
    rows = elections.turnout(figure.election)
    wards = elections.wards(figure.election)
    if figure.ward is None:
        return turnout_of_election(figure.election, rows, wards, valid=measure == "valid")
    return turnout_of_ward(rows[figure.ward], elections.ward(figure.election, figure.ward), valid=measure == "valid")


_LOOKS: Mapping[str, Look] = {
    "margin": _margin,
    "margin-pct": _margin_pct,
    "by-lot": _by_lot,
    "shortfall": _shortfall,
    "candidate-votes": _candidate_votes,
    "elected": _elected,
    "behind": _behind,
    "lost-lot": _lost_lot,
    "votes": _of_change("votes_to"),
    "share": _of_change("share_to_pct"),
    "candidates": _candidates,
    "votes-change": _of_change("votes_change"),
    "votes-change-pct": _of_change("votes_change_pct"),
    "share-change": _of_change("share_change_pp"),
    "seats": _seats,
    "seats-change": _seats_change,
    "gained": _of_seats("gained"),
    "lost": _of_seats("lost"),
    "majority": _majority,
    "control": _control,
    "voters-to-control": _voters_to_control,
    "swing": _of_swing("butler_pp"),
    "steed-swing": _of_swing("steed_pp"),
    "turnout": _turnout,
}
