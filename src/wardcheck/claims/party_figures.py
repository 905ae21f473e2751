"""Figures of a party, or of all together: its votes, its seats and its control of a council."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from wardcheck.analysis.change import change
from wardcheck.analysis.change_by_ward import change_by_ward
from wardcheck.analysis.parties import parties
from wardcheck.analysis.routes import Aim, Route, Voters, routes
from wardcheck.analysis.seats import seats as council_seats
from wardcheck.analysis.steps import Step
from wardcheck.analysis.swing import swing
from wardcheck.claims.found import Absent, Found, Span, Unknown, known, yes
from wardcheck.claims.ward_figures import Look
from wardcheck.errors import WardcheckError
from wardcheck.facts.accounted import seats_missing
from wardcheck.facts.background import background
from wardcheck.facts.cut import votes_known
from wardcheck.facts.party_votes import DEFAULT_MEASURE, elected_parties
from wardcheck.facts.sitting import council_in
from wardcheck.words import listed

if TYPE_CHECKING:
    from wardcheck.analysis.report import Report
    from wardcheck.analysis.seats import SeatRow, Totals
    from wardcheck.claims.elections import Elections
    from wardcheck.claims.statements import Figure
    from wardcheck.model import Election
    from wardcheck.store import Store


def of_parties(elections: Elections, figure: Figure, measure: str | None, column: str) -> Found:
    """A column of ``parties``, of one election, one ward or several elections; without a party of all together."""
    slugs = [figure.election]
    if figure.chosen is not None:
        slugs = figure.chosen.fitting(elections)
        if not slugs or figure.chosen.expected not in (None, len(slugs)):
            return Unknown(f"the store has {len(slugs)} of {figure.chosen.expected or 'the'} elections")
    if figure.ward is None and (gap := elections.lacking(*slugs)):
        return Unknown(gap)
    by = "ward" if figure.ward is not None else "all" if figure.chosen is not None else "election"
    report = elections.report(parties, *slugs, by=by, measure="all", store=elections.store)
    rows = report.rows if figure.party is not None else report.totals
    wanted = (figure.ward, figure.party, measure or DEFAULT_MEASURE)
    row = next((row for row in rows if (row.ward, row.party, row.measure) == wanted), None)
    if row is None:
        return Span(0, 0, f"{figure.party} did not stand")
    polled = figure.ward is None or votes_known(elections.ward(figure.election, figure.ward))
    if column in ("votes", "share_pct") and not polled:
        return Unknown(f"{figure.ward} had no poll in {figure.election}")
    return known(getattr(row, column), f"there were no votes in {figure.ward or figure.election}")


def of_change(elections: Elections, figure: Figure, measure: str | None, column: str) -> Found:
    """A column of ``change``."""
    before, after, party = figure.before or "", figure.election, figure.party or ""
    compared, gap = elections.compared(before, after)
    if column != "seats_change" and figure.ward is not None and figure.ward not in compared:
        return Unknown(_not_compared(figure.ward, before, after))
    if figure.ward is None and gap:
        return Unknown(gap)
    rows: Any = elections.report(change if figure.ward is None else change_by_ward, before, after, measure="all")
    here = [row for row in rows if figure.ward in (None, getattr(row, "ward", None))]
    if figure.ward is not None and not here:
        return Unknown(_not_compared(figure.ward, before, after))
    wanted = (party, measure or DEFAULT_MEASURE)
    found = next((row for row in here if (row.party, row.measure) == wanted), None)
    if column == "votes_change_pct" and (found is None or not found.votes_from):
        return Absent(f"{party} had no votes in {figure.ward or 'any ward'} in {before}")
    if found is None:
        return Span(0, 0, f"{party} stood neither in {before} nor in {after}")
    return known(getattr(found, column), f"there were no votes in {figure.ward or after}")


def _not_compared(ward: str, before: str, after: str) -> str:
    return f"{ward} in {after} cannot be compared with {before}: another ward, or no poll"


def of_swing(elections: Elections, figure: Figure, measure: str | None, column: str) -> Found:
    """A column of ``swing``."""
    before, after, pair = figure.before or "", figure.election, (figure.party, figure.against)
    rows = elections.report(swing, before, after, party_a=pair[0], party_b=pair[1], measure=measure)
    row = next((row for row in rows if row.ward == figure.ward), None)
    wards, gap = elections.compared(before, after)
    if row is None or (figure.ward is None and gap):
        return Unknown(gap or _not_compared(figure.ward or "", before, after))
    if figure.ward is None and 0 < row.wards < len(wards):
        both = " and ".join(map(str, pair))
        return Unknown(f"{both} polled in both elections in only {row.wards} of {len(wards)} wards")
    if getattr(row, column) is None:
        return Absent(f"{pair[0]} and {pair[1]} did not both stand in both elections")
    return known(getattr(row, column), "")


# -- the council ---------------------------------------------------------------------------------------------


def of_seats(elections: Elections, figure: Figure, _: str | None, column: str) -> Found:
    """A column of ``seats``, or what it says of the whole council: seats, majority, control."""
    if column not in ("seats", "majority", "control"):
        return _of_seats_since(elections, figure, column)
    council, party = elections.report(council_in, figure.election, store=elections.store), figure.party or ""
    if not council.accounted:
        return Unknown(f"the whole council after {figure.election} is not known: {council.missing}")
    if column == "control":
        return yes(council.control == party)
    # the two differ where it cannot be told who held some of the seats that were not up
    held, most = council.by_party.get(party, 0), council.at_most(party)
    of, cycle = council.all_seats, [str(year) for year in council.last_elected]
    years = f", those not up as last elected in {listed(cycle)}" if cycle else ""
    if column == "majority":
        seats = str(held) if held == most else f"{held} to {most}"
        return Span(2 * held - of, 2 * most - of, f"{seats} of {of} seats{years}")
    return Span(held, most, f"of {of}{years}")


def _of_seats_since(elections: Elections, figure: Figure, column: str) -> Found:
    """Over the wards that can be followed; in the others as many may have been gained or lost as the party ever had."""
    before, after = figure.before or "", figure.election
    if column == "seats_change" and elections.election(after).kind != "all" and before != elections.baseline(after):
        # the seats that were up are not those that were up then: what changed is the council
        then, now = (of_seats(elections, replace(figure, election=slug), None, "seats") for slug in (before, after))
        if not isinstance(then, Span) or not isinstance(now, Span):
            return now if isinstance(then, Span) else then
        return now.minus(then)._replace(note=f"of the whole council after {before} and after {after}")
    rows = elections.report(_seats_since, before, after, store=elections.store)
    own = [row for row in rows if row.party == figure.party]  # two of a name that no register has
    counts = [getattr(row, "change" if column == "seats_change" else column) for row in own or list(rows)[:1]]
    if not counts or None in counts:
        return Unknown(f"the seats after {after} and {before} cannot be compared ward by ward")
    count = sum(counts) if own else 0
    compared, gap = rows.totals.before, elections.lacking(before, after)
    if column == "seats_change" or compared is None or (compared.all_followed and not gap):
        part = column == "seats_change" and elections.election(after).kind != "all"
        return Span(count, count, "of the seats that were up" if part else "")
    of = elections.election(after if column == "gained" else before)
    elsewhere = sum(elected_parties(ward)[figure.party or ""] for ward in of.wards)
    elsewhere -= sum((row.held or 0) + getattr(row, column) for row in own)
    if column == "lost" and of.kind != "all":  # a seat that is up where another number was may be of another year
        elsewhere += sum(ward.seats for ward in (*compared.resized, *compared.wards.only_after))
    missing = seats_missing(of)
    if missing is None:
        return Unknown(gap)
    wards = len(compared.wards.same) + len(compared.wards.only_after)
    followed = f"{len(compared.followed)} of the {wards} wards of {after} can be followed from {before} seat by seat"
    return Span(count, count + elsewhere + missing, f"only {followed}")


def _seats_since(before: Election, after: Election, store: Store) -> Report[SeatRow, Totals]:
    return council_seats(after, background=background(after, store, before.slug))


def voters(aim: Aim) -> Look:
    """The fewest voters that would have given a party control, or taken it from it."""

    def look(elections: Elections, figure: Figure, measure: str | None, _column: str) -> Found:
        party = figure.party or ""
        if not elections.stood(party, figure.election):
            return Absent(f"{party} did not stand in {figure.election}")
        try:
            (route,) = elections.report(
                _routes_in, figure.election, store=elections.store, party=party, by=measure or "further"
            )
        except WardcheckError as error:
            return Unknown(str(error))
        if route.aim != aim:
            return Absent(f"{party} had {'' if route.aim == 'lose' else 'no '}control")
        if route.voters is None:
            return Absent(f"no number of voters would have {'given' if aim == 'gain' else 'cost'} {party} control")
        wards = ", ".join(map(_step, route.steps))
        more = f"for {route.needed} {'more' if aim == 'gain' else 'fewer'} seats: {wards}"
        return Span(route.voters, route.voters, more)

    return look


def _step(step: Step) -> str:
    """``filwood 563 for 2 seats``; of one seat without them."""
    return f"{step.ward} {step.voters:,}" + (f" for {step.seats} seats" if step.seats > 1 else "")


def _routes_in(election: Election, store: Store, party: str, by: Voters) -> list[Route]:
    return routes(election, party, by, council_in(election, store))
