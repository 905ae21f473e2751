"""The whole declaration of one ward, with the cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from wardcheck.analysis.cut import the_cut
from wardcheck.analysis.papers import papers, percent
from wardcheck.model import Ward


@dataclass(frozen=True, slots=True)
class WardRow:
    """One candidacy of a declaration. ``None`` is unknown; no votes are known where there was no poll."""

    rank: Annotated[int | None, "place by votes; level candidates share the place"]
    candidate: Annotated[str, "name as declared"]
    party: Annotated[str, "party, as a slug"]
    votes: Annotated[int | None, "votes on the papers, without a vote that a lot added"]
    share_of_votes_pct: Annotated[float | None, "votes in percent of all votes in the ward"]
    share_of_ballots_pct: Annotated[float | None, "votes in percent of ballot papers (see margins); empty if unknown"]
    elected: Annotated[bool, "declared elected"]
    behind: Annotated[int | None, "votes short of the last elected; 0 is the loser of a lot; empty for the elected"]


def ward(of: Ward) -> list[WardRow]:
    """The candidacies of a ward: the elected first, each group by votes, level ones in the order of the file."""
    votes = {c: of.polled(c) for c in of.candidates}
    known = [v for v in votes.values() if v is not None]
    cut = the_cut(of)
    total, base = of.total_votes, papers(of)
    order = sorted(of.candidates, key=lambda c: (not c.elected, -(votes[c] or 0)))
    rows = []
    for candidacy in order:
        polled = votes[candidacy]
        rows.append(
            WardRow(
                rank=None if polled is None else 1 + sum(v > polled for v in known),
                candidate=candidacy.name,
                party=candidacy.party,
                votes=polled,
                share_of_votes_pct=percent(polled, total),
                share_of_ballots_pct=percent(polled, base),
                elected=candidacy.elected,
                behind=None if candidacy.elected or cut is None or polled is None else cut.last_elected_votes - polled,
            )
        )
    return rows
