"""Lots: a dead heat across the cut says how it was settled, and nothing else does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardcheck.checks.rule import Edit, Remark, WardRule, at
from wardcheck.facts.cut import the_cut
from wardcheck.model import Election, TieBreak, Ward

_LOT_WORDS = re.compile(r"\b(lots?|coin|straws?|tied?|dead heat|drawn from)\b", re.IGNORECASE)


@WardRule.named(
    "tie-break-given",
    "error",
    "Where somebody elected and somebody not elected are level, a tie_break says how that was settled.",
    Edit(
        "anytown-2022/mill.yaml",
        "tie_break: {votes: 620, between: [Ann Archer, Bob Baker], winner: Ann Archer, method: lot}\n",
        "",
    ),
)
def _tie_break_given(_: Election, ward: Ward) -> Iterator[Remark]:
    if ward.tie_break is not None:
        return
    beside = the_cut(ward)
    if beside is not None and beside.margin == 0:
        yield Remark(
            beside.last_elected.line,
            f"expected a tie_break, for {beside.last_elected.name} (elected) and {beside.runner_up.name} (not) "
            f"both polled {beside.runner_up_votes}",
        )


@WardRule.named(
    "tie-break-fits",
    "error",
    "A tie_break names all who are level across the cut, with what each polled; its winners are those elected, "
    "and printed with one vote more just where vote_added is set.",
    Edit("anytown-2022/mill.yaml", "winner: Ann Archer", "winner: Bob Baker"),
)
def _tie_break_fits(_: Election, ward: Ward) -> Iterator[Remark]:
    tie = ward.tie_break
    if tie is None:
        return
    line = at(ward, "tie_break")
    drawn = [c for c in ward.candidates if c.name in tie.between]
    if len(tie.between) < 2:
        yield Remark(line, "expected at least two names in between, got one")
    for winner in dict.fromkeys(tie.winners):
        # of two independents of one name the one may be drawn and the other not
        if sum(c.elected for c in drawn if c.name == winner) < tie.winners.count(winner):
            yield Remark(line, f"expected the winner to be elected, got {winner}, who is not")
    elected = [c.name for c in drawn if c.elected]
    if len(tie.winners) < len(elected) < len(drawn):
        yield Remark(line, f"expected winner: [{', '.join(elected)}], all who were drawn, got {', '.join(tie.winners)}")
    if all(c.elected for c in drawn):
        yield Remark(line, "expected somebody in between who was not elected: above the cut no lot is needed")
    for name in sorted({c.name for c in ward.candidates if ward.polled(c) == tie.votes} - {*tie.between}):
        yield Remark(line, f"expected everybody with {tie.votes} votes in between, got none of {name}")
    if not _added_unsaid(ward, tie):
        for candidacy in drawn:
            expected = tie.votes + (tie.vote_added and ward.won_lot(candidacy))
            if candidacy.votes is not None and candidacy.votes != expected:
                yield Remark(line, f"expected {expected} votes for {candidacy.name}, got {candidacy.votes}")


def _added_unsaid(ward: Ward, tie: TieBreak) -> bool:
    """Whether who was drawn is printed with one vote more than the level others, and ``vote_added`` is not set."""
    drawn = [c for c in ward.candidates if c.name in tie.between]
    winners = {c.votes for c in drawn if ward.won_lot(c)}
    others = [c.votes for c in drawn if not ward.won_lot(c) and c.votes is not None]
    return not tie.vote_added and bool(others) and winners == {max(others) + 1}


@WardRule.named(
    "lot-by-one-vote",
    "warning",
    "A lot decides between level candidates: a margin of one vote beside it is the vote that it added.",
    Edit("anytown-2022/mill.yaml", "Ann Archer, party: con, votes: 620", "Ann Archer, party: con, votes: 621"),
)
def _lot_by_one_vote(_: Election, ward: Ward) -> Iterator[Remark]:
    advice = "probably the vote that a lot adds: set vote_added: true in the tie_break"
    tie = ward.tie_break
    if tie is not None:
        if _added_unsaid(ward, tie):
            yield Remark(
                at(ward, "tie_break"), f"expected level votes, got one more for {' and '.join(tie.winners)}; {advice}"
            )
    elif ward.notes is not None and _LOT_WORDS.search(ward.notes):
        beside = the_cut(ward)
        if beside is not None and beside.margin == 1:
            yield Remark(at(ward, "notes"), f"expected a margin of 0 where the notes tell of a lot, got 1; {advice}")


RULES = (_tie_break_given, _tie_break_fits, _lot_by_one_vote)
