"""The whole declaration of one ward, with the cut."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from wardcheck.analysis.report import Report, remark
from wardcheck.facts.cut import Cut, behind, contradiction, party_cut, sound_cut, the_cut, to_switch, to_win
from wardcheck.facts.papers import papers, percent
from wardcheck.frozen import frozen
from wardcheck.model import Ward


@frozen
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
    to_win: Annotated[int | None, "further votes that would have won the last seat outright: behind, + 1"]
    to_switch: Annotated[int | None, "votes that win it if the last elected loses each one: half of behind, + 1"]


class Cuts(NamedTuple):
    """Who faces whom across the cut; ``None`` where there is no such pair, or the declaration contradicts itself."""

    seat: Cut | None
    """The last elected and the first not elected."""
    parties: Cut | None
    """Of those of different parties, the two between whom the lead is smallest."""


def ward(of: Ward) -> Report[WardRow, Cuts]:
    """The candidacies of a ward: the elected first, each group by votes, level ones in the order of the file."""
    votes = {c: of.polled(c) for c in of.candidates}
    known = [v for v in votes.values() if v is not None]
    cut = the_cut(of)
    total, base = of.total_votes, papers(of)
    order = sorted(of.candidates, key=lambda c: (not c.elected, -(votes[c] or 0)))
    rows = []
    for candidacy in order:
        polled = votes[candidacy]
        by = behind(candidacy, polled, cut.last_elected_votes if cut is not None else None)
        short = by if by is not None and by >= 0 else None
        rows.append(
            WardRow(
                rank=None if polled is None else 1 + sum(v > polled for v in known),
                candidate=candidacy.name,
                party=candidacy.party,
                votes=polled,
                share_of_votes_pct=percent(polled, total),
                share_of_ballots_pct=percent(polled, base),
                elected=candidacy.elected,
                behind=by,
                to_win=None if short is None else to_win(short),
                to_switch=None if short is None else to_switch(short),
            )
        )
    why, sound = contradiction(of), sound_cut(of)
    remarks = [remark("The declaration has ", why, ", so that there is no margin.")] if why else []
    return Report(rows, Cuts(sound, party_cut(of, sound)), remarks)
