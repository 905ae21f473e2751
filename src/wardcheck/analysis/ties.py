"""Where did a lot decide?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, NamedTuple

from wardcheck.analysis.report import Remark, Report, remark
from wardcheck.analysis.totals import incomplete, level
from wardcheck.facts.council import NOBODY, Council, council_of
from wardcheck.facts.outline import outlined
from wardcheck.frozen import frozen
from wardcheck.model import Candidacy, Election, Ward

NO_EFFECT = "none"
"""What ``effect_on_control`` says where the other result would have left control as it was."""


@frozen
class TieRow:
    """One who won a lot, and one who lost it. ``None`` is unknown."""

    election: Annotated[str, "slug of the election"]
    ward: Annotated[str, "slug of the ward"]
    seats: Annotated[int, "seats to be filled in the ward"]
    votes: Annotated[int, "votes of each of the two on the papers"]
    winner: Annotated[str, "who was drawn, and elected"]
    winner_party: Annotated[str, "party of the winner, as a slug"]
    loser: Annotated[str, "who was level, and not elected"]
    loser_party: Annotated[str, "party of the loser, as a slug"]
    method: Annotated[str | None, "how the lot was drawn, as the source tells"]
    vote_added: Annotated[bool | None, "whether the winner's printed figure holds the vote that the lot adds"]
    effect_on_control: Annotated[
        str | None,
        "what the other result would have done to overall control: none, or such as `con would have lost control`; "
        "empty where the seats of the whole council are not known",
    ]
    control: Annotated[
        str | None, "who has overall control, as a slug; noc for nobody; empty where that cannot be told"
    ]
    control_otherwise: Annotated[str | None, "who would have had it with the other result; empty as control"]


class Totals(NamedTuple):
    """How many lots there were, and what is to be said beside their number."""

    wards: int
    """How many wards had one."""
    notes: Sequence[Remark]


def ties(*elections: Election, council_of: Callable[[Election], Council] = council_of) -> Report[TieRow, Totals]:
    """Every pair of one elected and one not elected between whom a lot decided, in the order of the elections.

    A lot is what ``tie_break`` records. Level votes across the cut of which no file says how that was settled are named
    in a remark: the law knows no other way than a lot, but nobody has declared one. Overall control is more than half
    of all seats of the council, floor(N / 2) + 1. ``council_of`` gives the council of an election, such as with the
    seats worked out that were not up (``council_in``). Definitions: docs/methods/ties.md.
    """
    rows = [row for election in elections for row in _rows(election, council_of)]
    lots = len({(row.election, row.ward) for row in rows})
    notes = [*incomplete(elections), *level(outlined(elections))]
    return Report(rows, Totals(lots, notes), notes if rows else [*notes, remark("No lot is recorded.")])


def _rows(election: Election, council_of: Callable[[Election], Council]) -> Iterator[TieRow]:
    for ward in election.wards:
        votes, winners, losers = _drawn(ward)
        council = council_of(election) if winners and losers else None
        tie = ward.tie_break
        for winner in winners:
            for loser in losers:
                control = _control(council, winner, loser)
                yield TieRow(
                    election=election.slug,
                    ward=ward.slug,
                    seats=ward.seats,
                    votes=votes,
                    winner=winner.name,
                    winner_party=winner.party,
                    loser=loser.name,
                    loser_party=loser.party,
                    method=tie.method if tie is not None else None,
                    vote_added=tie.vote_added if tie is not None else None,
                    effect_on_control=_effect(winner, loser, *control),
                    control=control[0],
                    control_otherwise=control[1],
                )


def _drawn(ward: Ward) -> tuple[int, Sequence[Candidacy], Sequence[Candidacy]]:
    """The votes at which a lot was drawn, who of those level was elected, and who was not."""
    tie = ward.tie_break
    if tie is None:
        return 0, (), ()
    between = [c for c in ward.candidates if c.name in tie.between]
    return tie.votes, [c for c in between if c.elected], [c for c in between if not c.elected]


def _control(council: Council | None, winner: Candidacy, loser: Candidacy) -> tuple[str | None, str | None]:
    """Who has control, and who would have had it with the other result; empty where that cannot be told."""
    if council is None or not council.accounted:
        return None, None
    other = Counter(council.up)
    other[winner.party] -= 1
    other[loser.party] += 1
    return council.control, council._replace(up=other).control


def _effect(winner: Candidacy, loser: Candidacy, before: str | None, after: str | None) -> str | None:
    if winner.party == loser.party:  # nor do two independents change what any party has
        return NO_EFFECT
    if before is None or after is None:
        return None
    if before == after:
        return NO_EFFECT
    if after == NOBODY:
        return f"{before} would have lost control"
    return f"{after} would have won control" + (f" from {before}" if before != NOBODY else "")
