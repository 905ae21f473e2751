"""A :class:`~wardcheck.model.Ward` -> the text of its ward file, one candidate a line."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.model import Accepted, Ballots, Candidacy, Conflict, TieBreak, Ward
from wardcheck.store.yaml_text import block, flow_list, flow_mapping, scalar


def ward_text(ward: Ward) -> str:
    """The file of a ward. What is unknown is left out; reading the text gives the ward again."""
    status = None if ward.status == "contested" else ward.status
    first = {"ward": ward.name, "ballot": ward.ballot, "gss": ward.gss, "date": ward.date, "status": status}
    lines = block({**first, "seats": ward.seats, "electorate": ward.electorate})
    if ballots := _ballots(ward.ballots):
        lines.append(f"ballots: {ballots}")
    if ward.turnout_reported is not None:
        turnout = {"pct": ward.turnout_reported.pct, "of": ward.turnout_reported.of}
        lines.append(f"turnout_reported: {flow_mapping(turnout)}")
    lines.append("candidates:")
    lines += [f"  - {_candidacy(c)}" for c in ward.candidates]
    if ward.tie_break is not None:
        lines.append(f"tie_break: {_tie_break(ward.tie_break)}")
    if ward.derived:
        lines.append(f"derived: {flow_mapping(ward.derived)}")
    if ward.conflicts:
        lines.append("conflicts:")
        lines += [f"  - {_conflict(c)}" for c in ward.conflicts]
    lines += accepted_lines(ward.accepted)
    lines.append(f"sources: {flow_list(ward.sources)}")
    lines += block({"notes": ward.notes})
    return "\n".join(lines) + "\n"


def accepted_lines(accepted: Sequence[Accepted]) -> list[str]:
    """The lines of what a ward or an election accepts; none where it accepts nothing."""
    entries = [f"  - {flow_mapping({'rule': a.rule, 'reason': a.reason})}" for a in accepted]
    return ["accepted:", *entries] if entries else []


def _candidacy(candidacy: Candidacy) -> str:
    return flow_mapping(
        {
            "name": candidacy.name,
            "party": candidacy.party,
            "party_name": candidacy.party_name,
            "votes": candidacy.votes,
            "elected": True if candidacy.elected else None,
            "party_id": candidacy.party_id,
        }
    )


def _ballots(ballots: Ballots) -> str:
    rejected = ballots.rejected._asdict()
    known = [
        (key, str(value))
        for key, value in (
            ("issued", ballots.issued),
            ("valid", ballots.valid),
            ("rejected", flow_mapping(rejected) if any(v is not None for v in rejected.values()) else None),
            ("rejected_total", ballots.rejected_total),
            ("rejected_in_part", ballots.rejected_in_part),
            ("at_count", ballots.at_count),
        )
        if value is not None
    ]
    return "{" + ", ".join(f"{key}: {value}" for key, value in known) + "}" if known else ""


def _tie_break(tie: TieBreak) -> str:
    between = flow_list(tie.between)
    winner = flow_list(tie.winners) if tie.also_won else scalar(tie.winner)
    return (
        f"{{votes: {tie.votes}, between: {between}, winner: {winner}, "
        f"method: {scalar(tie.method)}, vote_added: {scalar(tie.vote_added)}}}"
    )


def _conflict(conflict: Conflict) -> str:
    said = {"field": conflict.figure, "candidate": conflict.candidate, "value": conflict.value}
    return flow_mapping({**said, "source": conflict.source})
