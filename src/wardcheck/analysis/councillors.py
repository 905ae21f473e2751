"""Who was elected?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Annotated

from wardcheck.analysis.report import Remark, Report, remark
from wardcheck.analysis.totals import incomplete, wards_named
from wardcheck.analysis.ward import ward as declaration
from wardcheck.facts.cut import DecidedBy, decided_by, sound_cut
from wardcheck.frozen import frozen
from wardcheck.model import Election


@frozen
class CouncillorRow:
    """One who was declared elected. ``votes`` and ``rank`` are ``None`` without a poll, or where unknown."""

    election: Annotated[str, "slug of the election"]
    ward: Annotated[str, "slug of the ward"]
    name: Annotated[str, "name as declared"]
    party: Annotated[str, "party at the election, as a slug"]
    votes: Annotated[int | None, "votes on the papers, without a vote that a lot added"]
    rank: Annotated[int | None, "place by votes in the ward; level candidates share the place"]
    decided_by: Annotated[
        DecidedBy | None, "how the ward's last seat was filled: votes, lot or unopposed; empty where not explained"
    ]


def councillors(*elections: Election) -> Report[CouncillorRow, Mapping[str, int]]:
    """All who were declared elected: by election and ward in their order, most votes first.

    It is the result on the day: those who left, changed party or were elected since are not in it. The totals are how
    many each party has, most first.
    """
    rows = [
        CouncillorRow(election.slug, ward.slug, row.candidate, row.party, row.votes, row.rank, decided)
        for election in elections
        for ward in election.wards
        for decided in [decided_by(ward, sound_cut(ward))]
        for row in declaration(ward)
        if row.elected
    ]
    totals = dict(Counter(row.party for row in rows).most_common())
    return Report(rows, totals, [*incomplete(elections), *_unfilled(elections)])


def _unfilled(elections: tuple[Election, ...]) -> list[Remark]:
    wards = wards_named(elections, lambda ward: len(ward.elected) < ward.seats)
    return [remark("Fewer are declared elected than there are seats: ", wards, ".")] if wards else []
