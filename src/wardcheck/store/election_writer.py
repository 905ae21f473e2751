"""An :class:`~wardcheck.model.Election` -> the text of ``election.yaml``."""

from __future__ import annotations

from wardcheck.model import Declared, Election, MissingContest
from wardcheck.store.ward_writer import accepted_lines
from wardcheck.store.yaml_text import block, flow_mapping, scalar


def election_text(election: Election) -> str:
    """The file of an election, without its wards. Reading the text gives the same election again."""
    keys = ("council", "council_gss", "organisation", "date", "kind", "seats_total")
    lines = block({key: getattr(election, key) for key in (*keys, "previous", "previous_cycle", "contests")})
    if election.missing:
        lines.append("missing:")
        lines += [f"  - {_missing(m)}" for m in election.missing]
    if election.continuing is not None:
        lines.append(f"continuing: {flow_mapping(election.continuing)}")
    if election.declared:
        lines.append("declared:")
        lines += [f"  - {_declared(d)}" for d in election.declared]
    lines += accepted_lines(election.accepted)
    lines += block({"notes": election.notes})
    lines.append("sources:")
    for source in election.sources.values():
        said = {key: value for key, value in source._asdict().items() if key != "key"}
        lines += [f"  {scalar(source.key)}:", *block(said, "    ")]
    return "\n".join(lines) + "\n"


def _missing(contest: MissingContest) -> str:
    return flow_mapping({"ward": contest.ward, "seats": contest.seats, "reason": contest.reason})


def _declared(total: Declared) -> str:
    return flow_mapping({key: getattr(total, key) for key in ("figure", "party", "value", "source", "note")})
