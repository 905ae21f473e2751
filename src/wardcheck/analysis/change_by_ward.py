"""How did each party's vote move in each ward between two elections?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from wardcheck.analysis.change import AnyChangeRow, FromTo, figures, largest_first
from wardcheck.analysis.pairs import Basis, of_wards
from wardcheck.analysis.report import Report
from wardcheck.facts.cut import votes_known
from wardcheck.facts.matched import comparison
from wardcheck.facts.party_votes import DEFAULT_MEASURE, MeasureOrAll, added_up, all_parties, elected_parties
from wardcheck.frozen import frozen
from wardcheck.model import Election


@dataclass(frozen=True, init=False, repr=False, eq=False)
class _Place(FromTo):
    """The columns that come first in a row of a ward."""

    __slots__ = ()

    ward: Annotated[str, "slug of the ward in election_to; with --by ward alone"]


@frozen
class WardChangeRow(AnyChangeRow, _Place):
    """The change of one party in one ward. Figures of votes are ``None`` where a ward had no poll."""

    changed: Annotated[bool, "the parties elected in the ward are not those elected there before"]


def change_by_ward(
    before: Election, after: Election, *, measure: MeasureOrAll = DEFAULT_MEASURE
) -> Report[WardChangeRow, Basis]:
    """The change of each party's vote in each ward that both elections have: by ward, most votes first.

    Wards without a poll in one of the elections have rows too, with no figure of votes in them. See ``change``.
    """
    found = comparison(before, after)
    rows: list[WardChangeRow] = []
    for then, now in sorted(found.same, key=lambda pair: pair[1].slug):
        lines = added_up([then], [now])
        counted = votes_known(then) and votes_known(now)
        ordered = largest_first(lines, measure) if counted else sorted(lines.items())
        changed = elected_parties(then) != elected_parties(now)
        total = all_parties(lines) if counted else None
        rows += [
            WardChangeRow(before.slug, after.slug, now.slug, changed=changed, **columns)
            for party, line in ordered
            for columns in figures(party.party, line, total, measure, "wards", ordinary=after.kind != "by-election")
        ]
    return Report(rows, *of_wards(before, after, found), answered=bool(rows))
