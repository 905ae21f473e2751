"""An :class:`~wardcheck.model.Election` -> the text of ``election.yaml``."""

from __future__ import annotations

from wardcheck.model import Declared, Election, MissingContest, Source
from wardcheck.store.ward_writer import accepted_lines
from wardcheck.store.yaml_text import flow_mapping, scalar


def election_text(election: Election) -> str:
    """The file of an election, without its wards. Reading the text gives the same election again."""
    lines = [f"council: {scalar(election.council)}"]
    for key, value in (
        ("council_gss", election.council_gss),
        ("organisation", election.organisation),
        ("date", election.date),
        ("kind", election.kind),
        ("seats_total", election.seats_total),
        ("previous", election.previous),
        ("previous_cycle", election.previous_cycle),
        ("contests", election.contests),
    ):
        if value is not None:
            lines.append(f"{key}: {scalar(value)}")
    if election.missing:
        lines.append("missing:")
        lines += [f"  - {_missing(m)}" for m in election.missing]
    if election.continuing is not None:
        lines.append(f"continuing: {flow_mapping(election.continuing)}")
    if election.declared:
        lines.append("declared:")
        lines += [f"  - {_declared(d)}" for d in election.declared]
    lines += accepted_lines(election.accepted)
    if election.notes is not None:
        lines.append(f"notes: {scalar(election.notes)}")
    lines.append("sources:")
    for source in election.sources.values():
        lines += [f"  {scalar(source.key)}:", *_source(source)]
    return "\n".join(lines) + "\n"


def _missing(contest: MissingContest) -> str:
    return flow_mapping({"ward": contest.ward, "seats": contest.seats, "reason": contest.reason})


def _declared(total: Declared) -> str:
    return flow_mapping(
        {
            "figure": total.figure,
            "party": total.party,
            "value": total.value,
            "source": total.source,
            "note": total.note,
        }
    )


def _source(source: Source) -> list[str]:
    known = (
        ("title", source.title),
        ("publisher", source.publisher),
        ("url", source.url),
        ("retrieved", source.retrieved),
        ("licence", source.licence),
        ("covers", source.covers),
    )
    return [f"    {key}: {scalar(value)}" for key, value in known if value is not None]
