"""One ward's declaration: the cut drawn as a line, and the story of its last seat below."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.analysis.margins import MarginRow
from wardcheck.analysis.report import Report
from wardcheck.analysis.ward import Cuts, WardRow
from wardcheck.facts.cut import contradiction, had_poll
from wardcheck.model import Candidacy, Conflict, Ward
from wardcheck.render.labels import Labels, long_date
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.sheet import Bar, Column, Sheet, Span
from wardcheck.words import counted, listed, number, percentage

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def ward_sheet(
    ward: Ward, rows: Report[WardRow, Cuts], shown: Sequence[WardRow], margin: MarginRow, labels: Labels
) -> Sheet:
    """The declaration of ``ward``; ``rows`` are all its candidacies and ``shown`` those to print."""
    most = max((row.votes or 0 for row in rows), default=0)
    party = widest_party([row.party for row in rows], labels)
    ranks = [row.rank for row in rows]
    of_papers: Filled[WardRow] = (
        Column("% of papers", "right", keep=4),
        lambda row: Span(percentage(row.share_of_ballots_pct)),
    )
    columns: list[Filled[WardRow]] = [
        (Column("", "right"), lambda row: Span(_rank(row, ranks))),
        (Column("Candidate"), lambda row: Span(row.candidate, strong=row.elected)),
        (Column("Party", keep=1), lambda row: chip(labels.party(row.party), party)),
        (Column("Votes", "right"), lambda row: Span(number(row.votes))),
        (Column("", keep=3), lambda row: Bar((row.votes or 0) / most if most else 0, labels.party(row.party).colour)),
        (Column("% of votes", "right", keep=4), lambda row: Span(percentage(row.share_of_votes_pct))),
        *([of_papers] if margin.ballots is not None else []),
        (Column("", keep=2), lambda row: Span(_outcome(row, margin))),
    ]
    in_order = list(shown) == [row for row in rows if row in shown]
    elected = sum(row.elected for row in shown)
    draw = in_order and 0 < elected < len(shown)
    return Sheet(
        _title(ward, margin, labels),
        *filled(columns, shown),
        _notes(ward, rows, margin, labels),
        cut_after=elected if draw else None,
        unit=("candidate", "candidates"),
    )


def _rank(row: WardRow, ranks: Sequence[int | None]) -> str:
    """``2=`` where others have the rank too."""
    return "" if row.rank is None else f"{row.rank}{'=' if ranks.count(row.rank) > 1 else ' '}"


def _title(ward: Ward, margin: MarginRow, labels: Labels) -> str:
    heading = f"{ward.name}, {labels.heading(margin.election or '')}"
    if ward.date is not None:
        heading += f" (polled on {long_date(ward.date)})"
    return f"{heading}: {counted(ward.seats, 'seat')}, {counted(len(ward.candidates), 'candidate')}"


def _outcome(row: WardRow, margin: MarginRow) -> str:
    drawn = margin.decided_by == "lot" and row.votes == margin.last_elected_votes
    if row.elected:
        if margin.decided_by == "unopposed":
            return "elected unopposed"
        return "elected by lot" if drawn else "elected"
    if row.behind is None:
        return ""
    if row.behind == 0:
        return "level: lost the draw" if drawn else "level"
    return f"{row.behind:,} behind" if row.behind > 0 else f"{-row.behind:,} ahead"


def _notes(ward: Ward, rows: Report[WardRow, Cuts], margin: MarginRow, labels: Labels) -> list[str]:
    notes = [remark.text(labels) for remark in rows.remarks]
    notes += [*_seat(ward, rows, margin, labels), *_between_parties(rows.totals, labels), _papers(ward, margin)]
    notes += [_conflict(conflict, ward) for conflict in ward.conflicts]
    notes += [f"Accepted against the rule {accepted.rule}: {accepted.reason}" for accepted in ward.accepted]
    if ward.notes:
        notes.append(ward.notes)
    return notes


def _seat(ward: Ward, rows: Report[WardRow, Cuts], margin: MarginRow, labels: Labels) -> list[str]:
    if ward.status == "countermanded":
        return ["The poll was countermanded: nobody was elected on the day."]
    if margin.decided_by == "unopposed":
        seats = counted(ward.seats, "seat")
        return [f"No more candidates than seats: {len(ward.elected)} of {seats} filled without a poll, and no margin."]
    if contradiction(ward):  # a remark says that there is none, and why
        return []
    if margin.margin is None:
        return ["No margin: the declaration names nobody elected, or nobody left out."]
    if margin.decided_by == "lot":
        return [f"Seat margin {margin.margin}, decided by lot{_drawn(ward, labels)}."]
    cut = rows.totals.seat
    if cut is None:
        return []
    story = f"Seat margin {cut.margin:,}: {_side(cut.last_elected, cut.last_elected_votes, labels)} over"
    story += f" {_side(cut.runner_up, cut.runner_up_votes, labels)}"
    story += "." if cut.margin else "; the file does not say how that was settled."
    row = next(row for row in rows if row.candidate == cut.runner_up.name and row.behind == cut.margin)
    if row.behind and row.to_win is not None and row.to_switch is not None:
        story += f" {counted(row.behind, 'more vote')} for {row.candidate} would have forced a lot and {row.to_win:,}"
        story += f" would have won the seat; so would {counted(row.to_switch, 'vote')} switched from"
        story += f" {cut.last_elected.name}."
    return [story]


def _side(candidacy: Candidacy, votes: int, labels: Labels) -> str:
    """``Rebecca Butler (Lab) 987``."""
    return f"{candidacy.name} ({_short(candidacy.party, labels)}) {number(votes)}"


def _drawn(ward: Ward, labels: Labels) -> str:
    tie = ward.tie_break
    if tie is None:
        return ", of which the file says no more"
    named = [c for c in ward.candidates if c.name in tie.between]
    count = _SMALL[len(named)] if len(named) < len(_SMALL) else str(len(named))
    if named and all(c is named[0] or c.same_party(named[0]) for c in named):
        who = f" between {count} candidates of the {labels.party(named[0].party).name}"
    else:
        who = f" between {listed([f'{c.name} ({_short(c.party, labels)})' for c in named])}" if named else ""
    how = "" if tie.method == "lot" else f" ({tie.method})"
    whose = "the winner's printed figure" if len(tie.winners) == 1 else "each winner's printed figure"
    added = f"; {whose} of {tie.votes + 1:,} holds the vote the lot adds" if tie.vote_added else ""
    return f"{who} at {tie.votes:,} votes each{how}{added}"


def _between_parties(cuts: Cuts, labels: Labels) -> list[str]:
    closest = cuts.parties
    if closest is None or (cuts.seat is not None and closest.margin == cuts.seat.margin):
        return []
    winner, loser = closest.last_elected, closest.runner_up
    seat = f"{winner.name} ({_short(winner.party, labels)}) over {loser.name} ({_short(loser.party, labels)})"
    return [f"Party margin {closest.margin:,}: {seat}, the closest that two parties came across the cut."]


def _papers(ward: Ward, margin: MarginRow) -> str:
    """What was cast, out of how many, and who says so."""
    sources = f"Source{'s' if len(ward.sources) > 1 else ''}: {', '.join(ward.sources)}."
    if not had_poll(ward):
        return f"No poll was completed. {sources}"
    parts = ["Votes are unknown" if ward.total_votes is None else counted(ward.total_votes, "vote")]
    if margin.ballots is not None:
        kind = "valid papers" if ward.ballots.valid is not None else "papers at the count, rejected ones included"
        parts[0] += f" on {margin.ballots:,} {kind}"
    if margin.electorate is not None:
        parts.append(f"electorate {margin.electorate:,}")
    if margin.turnout_pct is not None:
        parts.append(f"turnout {percentage(margin.turnout_pct)} % (all papers at the count)")
    elif ward.turnout_reported is not None:
        of = ward.turnout_reported.of or "definition not stated"
        parts.append(f"turnout reported as {percentage(ward.turnout_reported.pct)} % ({of})")
    if margin.ballots is None:
        parts.append("papers and electorate unknown" if margin.electorate is None else "papers unknown")
    return f"{'; '.join(parts)}. {sources}"


def _conflict(conflict: Conflict, ward: Ward) -> str:
    of = f" of {conflict.candidate}" if conflict.candidate else ""
    value = f"{conflict.value:,}" if isinstance(conflict.value, int) else conflict.value
    ours = next((c.votes for c in ward.candidates if c.name == conflict.candidate), None)
    here = f", {ours:,} above" if conflict.figure == "votes" and ours is not None else ""
    return f"Sources differ on {conflict.figure}{of}: {value} in {conflict.source}{here}."


def _short(party: str | None, labels: Labels) -> str:
    return "" if party is None else labels.party(party).short
