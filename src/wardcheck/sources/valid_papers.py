"""Valid papers where a source counts them in with the rejected ones: the one rule by which they are worked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wardcheck.model import Ballots, Ward

LESS_FOUR_HEADS = "papers less four heads"
"""How valid papers were worked out, as ``derived`` of a ward says it."""

LESS_IN_PART = "printed total less papers rejected in part"
"""How a total of rejected papers was, which held those that are valid for the rest of their votes."""


def with_valid(ballots: Ballots) -> tuple[Ballots, Mapping[str, str]]:
    """The ballots with valid = papers at the count - the four heads of rejection, and how each figure was worked out.

    It takes all four heads, because one that is unknown may hold papers. Papers rejected in part are valid ones and are
    not taken off. Where valid papers or a total of rejected ones are printed, or the heads are more than all papers,
    nothing is worked out.
    """
    total, heads = ballots.at_count, [*ballots.rejected]
    rejected = sum(head for head in heads if head is not None)
    printed = ballots.valid is not None or ballots.rejected_total is not None
    if printed or total is None or None in heads or rejected > total:
        return ballots, {}
    return ballots._replace(valid=total - rejected), {"valid": LESS_FOUR_HEADS}


def unless_contradicted(ward: Ward) -> Ward:
    """The ward without valid papers that were worked out, where its votes need more of them than there would be.

    A heading or a vote is wrong then, and which cannot be told: what is printed stays, and nothing is made of it.
    """
    valid = ward.ballots.valid
    if valid is None or ward.derived.get("valid") != LESS_FOUR_HEADS:
        return ward
    votes = [polled for polled in map(ward.polled, ward.candidates) if polled is not None]
    if sum(votes) <= ward.seats * valid and max(votes, default=0) <= valid:
        return ward
    derived = {figure: how for figure, how in ward.derived.items() if figure != "valid"}
    return replace(ward, ballots=ward.ballots._replace(valid=None), derived=derived)


def without_in_part(ballots: Ballots) -> tuple[Ballots, Mapping[str, str]]:
    """The ballots with papers rejected in part taken out of ``rejected_total``, if the four heads say it has them."""
    total, in_part, heads = ballots.rejected_total, ballots.rejected_in_part, [*ballots.rejected]
    if not total or not in_part or None in heads or total - in_part != sum(head or 0 for head in heads):
        return ballots, {}
    return ballots._replace(rejected_total=total - in_part), {"rejected_total": LESS_IN_PART}


def with_certain(ward: Ward, papers: int | None) -> Ward:
    """The ward with ``papers`` as all of them or as the valid ones, where its votes say which.

    A valid paper of a ward that fills one seat has one vote. Votes that are as many as the papers are those of valid
    papers alone; votes that are as many with the rejected papers, of all. Elsewhere it stays unknown what was counted.
    """
    votes, rejected = ward.total_votes, ward.ballots.rejected_total
    if papers is None or ward.seats != 1 or votes is None:
        return ward
    if votes + (rejected or 0) == papers:
        ballots = ward.ballots._replace(at_count=papers)
    elif votes == papers:
        ballots = ward.ballots._replace(valid=papers)
    else:
        return ward
    return replace(ward, ballots=ballots)
