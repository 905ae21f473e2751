"""A ward file -> :class:`~wardcheck.model.Ward`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast, get_args

from wardcheck.model import (
    UNREGISTERED,
    Accepted,
    Ballots,
    Candidacy,
    Conflict,
    Rejected,
    ReportedTurnout,
    Status,
    TieBreak,
    Ward,
)
from wardcheck.spelling import nearest
from wardcheck.store.context import Context
from wardcheck.store.document import fields_of
from wardcheck.store.fields import Fields
from wardcheck.store.names import unregistered
from wardcheck.store.tree import Report
from wardcheck.store.words import cut

MAX_SEATS = 20
"""More seats than any ward of England has had."""


def read_ward(data: bytes, path: str, slug: str, context: Context) -> Ward:
    """The ward that ``data`` declares.

    Raises:
        DataError: with every problem of the file.
    """
    report = Report(path)
    fields = fields_of(data, report, "ward, seats, candidates, sources")
    ward = _ward(fields, slug, context)
    report.raise_any()
    return ward


def _ward(fields: Fields, slug: str, context: Context) -> Ward:
    name = fields.text("ward", required=True, kind="a name")
    ballot = fields.text("ballot")
    gss = fields.text("gss")
    day = fields.day("date")
    status = cast(Status, fields.choice("status", get_args(Status)) or "contested")
    seats = fields.count("seats", least=1, most=MAX_SEATS, required=True) or 1
    electorate = fields.count("electorate")
    ballots = _ballots(fields.mapping("ballots"))
    turnout = _turnout(fields.mapping("turnout_reported"))
    candidates = _candidates(fields, status, context)
    names = frozenset(c.name for c in candidates)
    tie_break = _tie_break(fields.mapping("tie_break"), names)
    given = {
        "ballot": ballot,
        "gss": gss,
        "date": day,
        "status": status if "status" in fields else None,
        "seats": seats,
        "electorate": electorate,
        "turnout_reported": turnout,
        **{key: count for key, count in ballots._asdict().items() if key != "rejected"},
        **ballots.rejected._asdict(),
        "party_id": next((c.party_id for c in candidates if c.party_id is not None), None),
    }
    derived = _derived(fields.mapping("derived"), given)
    conflicts = tuple(_conflict(f, names, context) for f in fields.mappings("conflicts"))
    accepted = tuple(read_accepted(f) for f in fields.mappings("accepted"))
    sources = _sources(fields, context)
    notes = fields.text("notes", several_lines=True)
    fields.done()
    return Ward(
        slug=slug,
        name=name or slug,
        seats=seats,
        candidates=candidates,
        sources=sources,
        ballot=ballot,
        gss=gss,
        date=day,
        status=status,
        electorate=electorate,
        ballots=ballots,
        turnout_reported=turnout,
        tie_break=tie_break,
        conflicts=conflicts,
        accepted=accepted,
        derived=derived,
        notes=notes,
        path=fields.path,
        lines=fields.lines,
    )


def _candidates(fields: Fields, status: Status, context: Context) -> tuple[Candidacy, ...]:
    return tuple(_candidacy(f, status, context) for f in fields.mappings("candidates", required=True))


def _candidacy(fields: Fields, status: Status, context: Context) -> Candidacy:
    name = fields.text("name", required=True, kind="a name")
    party, party_name = _party(fields, context)
    votes = fields.count("votes", required=status == "contested")
    elected = fields.flag("elected")
    party_id = fields.text("party_id")
    fields.done()
    return Candidacy(name or "", party, votes, elected, party_id, fields.line, party_name)


def _party(fields: Fields, context: Context) -> tuple[str, str | None]:
    """The slug of a party of the register; or of another, with the name that it is made from."""
    slug = fields.text("party", required=True, kind="a party of parties.yaml")
    printed = fields.text("party_name", kind="the party as the source prints it")
    if slug is None or not slug.startswith(UNREGISTERED):
        if printed is not None:
            fields.note("party_name", f"expected it for a party that is not in parties.yaml alone ({UNREGISTERED}...)")
        if slug is not None and slug not in context.parties:
            hint = nearest(slug, context.parties)
            fields.note("party", f'expected a party of parties.yaml, got "{cut(slug)}"{hint}')
        return slug or "", None
    if printed is None:
        fields.note("party", f"expected party_name with {cut(slug)}, got none")
    elif slug != (made := unregistered(printed)):
        fields.note("party", f"expected {made}, as party_name says, got {cut(slug)}")
    return slug, printed


def _ballots(fields: Fields | None) -> Ballots:
    if fields is None:
        return Ballots()
    rejected = fields.mapping("rejected")
    ballots = Ballots(
        issued=fields.count("issued"),
        valid=fields.count("valid"),
        rejected=_rejected(rejected),
        rejected_total=fields.count("rejected_total"),
        rejected_in_part=fields.count("rejected_in_part"),
        at_count=fields.count("at_count"),
    )
    fields.done()
    return ballots


def _rejected(fields: Fields | None) -> Rejected:
    if fields is None:
        return Rejected()
    rejected = Rejected(
        no_official_mark=fields.count("no_official_mark"),
        too_many_votes=fields.count("too_many_votes"),
        voter_identified=fields.count("voter_identified"),
        unmarked_or_void=fields.count("unmarked_or_void"),
    )
    fields.done()
    return rejected


def _turnout(fields: Fields | None) -> ReportedTurnout | None:
    if fields is None:
        return None
    pct = fields.decimal("pct", required=True)
    of = fields.text("of")
    fields.done()
    return ReportedTurnout(pct or 0.0, of)


def _tie_break(fields: Fields | None, names: frozenset[str]) -> TieBreak | None:
    if fields is None:
        return None
    votes = fields.count("votes", required=True)
    between = tuple(fields.texts_with_lines("between", required=True))
    winners = tuple(fields.one_or_more("winner", kind="a name, or a list of names"))
    method = fields.text("method", required=True, kind="how the lot was drawn")
    vote_added = fields.flag("vote_added")
    for name, line in between:
        if name not in names:
            hint = nearest(name, names)
            fields.note("between", f'expected a candidate of this ward, got "{cut(name)}"{hint}', line)
    drawn = tuple(name for name, _ in between)
    for n, (winner, line) in enumerate(winners):
        if drawn and winner not in drawn:
            hint = nearest(winner, drawn)
            fields.note("winner", f'expected one of those named in between, got "{cut(winner)}"{hint}', line)
        elif drawn and [name for name, _ in winners[: n + 1]].count(winner) > drawn.count(winner):
            fields.note("winner", f'expected each name once, got "{cut(winner)}" again', line)
    fields.done()
    first, *others = [name for name, _ in winners] or [""]
    return TieBreak(votes or 0, drawn, first, method or "", vote_added, tuple(others))


def _derived(fields: Fields | None, given: Mapping[str, object]) -> dict[str, str]:
    """How figures were worked out, by key.

    ``given`` are those that can be, as the file has them. Names, votes, who was elected and by what lot are not among
    them: they are declared, or they are not in the store.
    """
    if fields is None:
        return {}
    derived: dict[str, str] = {}
    for key in fields.keys():  # noqa: SIM118  not a dict: the keys as written
        derived[key] = fields.text(key, required=True, kind="how it was worked out") or ""
        if key not in given:
            near = nearest(key, given) or f"; one of {', '.join(given)}"
            fields.note(key, f"expected a figure that can be worked out{near}")
        elif given[key] is None:
            fields.note(key, f"expected {key} in this file, got nothing that could have been worked out")
    fields.done()
    return derived


def _conflict(fields: Fields, names: frozenset[str], context: Context) -> Conflict:
    figure = fields.text("field", required=True, kind="the name of a field")
    candidate = fields.text("candidate")
    if candidate is not None and candidate not in names:
        fields.note(
            "candidate", f'expected a candidate of this ward, got "{cut(candidate)}"{nearest(candidate, names)}'
        )
    value = fields.count_or_text("value")
    source = fields.known("source", context.sources, "a source of election.yaml")
    fields.done()
    return Conflict(figure or "", value, source or "", candidate)


def read_accepted(fields: Fields) -> Accepted:
    """One entry of ``accepted``, in a ward file or in election.yaml."""
    rule = fields.slug("rule", required=True)
    reason = fields.text("reason", required=True)
    fields.done()
    return Accepted(rule or "", reason or "")


def _sources(fields: Fields, context: Context) -> tuple[str, ...]:
    found = tuple(fields.texts_with_lines("sources", required=True))
    for source, line in found:
        if source not in context.sources:
            hint = nearest(source, context.sources)
            fields.note("sources", f'expected a source of election.yaml, got "{cut(source)}"{hint}', line)
    return tuple(source for source, _ in found)
