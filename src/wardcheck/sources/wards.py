"""Rows of a source -> wards: grouped, names of parties resolved, lots taken out of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from wardcheck.errors import Problem
from wardcheck.facts.cut import contradiction
from wardcheck.model import INDEPENDENT, Candidacy, MissingContest, Party, TieBreak, Ward
from wardcheck.model.ward import Status
from wardcheck.sources.joint_ids import party_id, party_id_notes
from wardcheck.sources.party_names import PartyNames, printed_name
from wardcheck.sources.rows import ResultRow
from wardcheck.sources.slugs import slug_of
from wardcheck.store.slugs import is_slug

_LOT = re.compile(r"\s*\((not elected|elected)\)$", re.IGNORECASE)
NUMBER_ELECTED = "number elected"
"""How seats are worked out where the source does not print them."""


@dataclass(slots=True)
class Made:
    """What the rows of one election made."""

    wards: list[Ward] = field(default_factory=list)
    """In the order of the file; ``path`` and the lines are those of the source."""
    missing: dict[str, MissingContest] = field(default_factory=dict)
    """Contests that were left out, by the slug of the ward's name."""
    problems: list[Problem] = field(default_factory=list)
    """Why they were, row by row."""
    notes: list[Problem] = field(default_factory=list)
    """What is odd about wards that were made."""


def wards_of(
    rows: Sequence[ResultRow],
    path: str,
    source: str,
    parties: Mapping[str, Party],
    doubts: Mapping[str, int] | None = None,
) -> Made:
    """The wards of one council.

    ``parties`` is the register by the names that the source uses. A ward with a row that cannot be used (``doubts`` has
    the line of that row, by the slug of the ward's name) is left out whole: a declaration with a candidacy missing is
    not one. Where the source does not print seats they are the candidacies declared elected, and ``derived`` says so. A
    ward in which all were elected with no votes was unopposed; its votes are unknown, not nought.
    """
    grouped: dict[str, list[ResultRow]] = {}
    for row in rows:
        grouped.setdefault(slug_of(row.ward), []).append(row)
    made = Made()
    for slug, group in grouped.items():
        faults = list(_faults(group, path))
        made.problems += faults
        reason = faults[0].message if faults else None
        line = (doubts or {}).get(slug)
        if reason is None and line is not None:
            reason = f"row {line} of the source cannot be used and may be of this ward"
            made.problems.append(Problem(path, group[0].line, f"{_named(group[0])}: left out, for {reason}"))
        if reason is None:
            made.wards.append(_ward(slug, group, path, source, parties))
            made.notes += _notes(made.wards[-1], group, path, parties)
        else:
            made.missing[slug] = MissingContest(group[0].ward, reason[:500], group[0].seats)
    return made


def by_alias(parties: Mapping[str, Party], source: str, year: int | None = None) -> PartyNames:
    """The register by the names of one source, and by those that it uses in one year alone."""
    return PartyNames(parties, source, year)


def _named(row: ResultRow) -> str:
    return f"{row.ward} ({row.council})"


def _faults(group: Sequence[ResultRow], path: str) -> Iterator[Problem]:
    """Why the rows of one ward are no declaration."""
    first = group[0]
    slug = slug_of(first.ward)
    if not is_slug(slug) or slug == "election":
        yield Problem(path, first.line, f"ward: expected a name that can name a file, got {first.ward!r}")
    if len({(row.ward, row.ward_gss) for row in group}) > 1:
        names = ", ".join(sorted({f"{row.ward} {row.ward_gss or ''}".strip() for row in group}))
        yield Problem(path, first.line, f"ward: expected one name and GSS code, got {names}")
    if len({row.seats for row in group}) > 1:
        numbers = ", ".join(sorted({str(row.seats) for row in group}))
        yield Problem(path, first.line, f"seats: expected one number in {_named(first)}, got {numbers}")
    yield from _twice(group, path)
    if any(row.cancelled for row in group):
        yield from _faults_of_cancelled(group, path)
    elif not any(row.elected for row in group):
        yield Problem(path, first.line, f"ward: expected somebody elected in {first.ward}, got nobody")
    elif not _unopposed(group):
        for row in group:
            if row.votes is None:
                yield Problem(path, row.line, f"votes: expected a whole number, got '' ({_named(row)})")
        if not any(row.votes for row in group) and all(row.votes is not None for row in group):
            what = f"votes: expected some in the poll of {_named(first)}, got 0 for everybody; was it cancelled?"
            yield Problem(path, first.line, what)


def _faults_of_cancelled(group: Sequence[ResultRow], path: str) -> Iterator[Problem]:
    """Why the rows of a poll that the source calls cancelled are neither an unopposed ward nor a countermanded poll."""
    first = group[0]
    where = f"in {_named(first)}, whose poll was cancelled"
    if not all(row.cancelled for row in group):
        yield Problem(path, first.line, f"ward: expected all or nobody to stand {where}, got some")
    elif any(row.votes for row in group):
        yield Problem(path, first.line, f"votes: expected none {where}, got some")
    elif not _unopposed(group) and any(row.elected for row in group):
        yield Problem(path, first.line, f"elected: expected everybody or nobody {where}, got some")
    elif not first.seats and not _unopposed(group):
        yield Problem(path, first.line, f"seats: expected a whole number {where}, got nothing")


def _twice(group: Sequence[ResultRow], path: str) -> Iterator[Problem]:
    """A candidacy that the source has again, figure by figure: its votes would be counted twice."""
    seen: dict[tuple[str, str, int | None, bool], int] = {}
    for row in group:
        first = seen.setdefault((row.candidate, row.party, row.votes, row.elected), row.line)
        if first != row.line:
            what = f"candidate: expected {row.candidate} once in {_named(row)}, got the row of line {first} again"
            yield Problem(path, row.line, what)


def _unopposed(group: Sequence[ResultRow]) -> bool:
    """Whether all were elected and no votes are printed."""
    return all(row.elected and not row.votes for row in group)


def _ward(slug: str, group: Sequence[ResultRow], path: str, source: str, parties: Mapping[str, Party]) -> Ward:
    status = _status(group)
    candidates = [_candidacy(row, parties[row.party], polled=status == "contested") for row in group]
    first = group[0]
    derived = {} if first.seats else {"seats": NUMBER_ELECTED}
    if any(row.party_id is None and c.party_id for row, c in zip(group, candidates, strict=True)):
        derived["party_id"] = "name of the party"
    ward = Ward(
        slug=slug,
        name=first.ward,
        seats=first.seats or sum(row.elected for row in group),
        candidates=tuple(sorted(candidates, key=lambda c: (-(c.votes or 0), not c.elected))),
        sources=(source,),
        ballot=first.ballot,
        gss=first.ward_gss,
        status=status,
        derived=derived,
        path=path,
        lines={"ward": first.line},
    )
    return replace(ward, tie_break=_tie_break(group))


def _status(group: Sequence[ResultRow]) -> Status:
    if _unopposed(group):
        return "unopposed"
    return "countermanded" if group[0].cancelled else "contested"


def _candidacy(row: ResultRow, party: Party, *, polled: bool) -> Candidacy:
    name = _LOT.sub("", row.candidate) or row.candidate
    votes = row.votes if polled else None
    return Candidacy(name, party.slug, votes, row.elected, party_id(row, party), row.line, printed_name(party))


def _tie_break(group: Sequence[ResultRow]) -> TieBreak | None:
    """A lot that the source tells of.

    It writes it into the names, ``A (ELECTED)`` beside ``B (NOT ELECTED)``, level on votes; or it marks who won it.
    """
    marked = [row for row in group if _LOT.search(row.candidate)] or _level_with_winner(group)
    winners = [_LOT.sub("", row.candidate) for row in marked if row.elected]
    votes = {row.votes for row in marked}
    level = votes.pop() if len(votes) == 1 else None
    if not winners or len(winners) == len(marked) or level is None:
        return None
    between = tuple(_LOT.sub("", row.candidate) for row in marked)
    return TieBreak(level, between, winners[0], "lot", also_won=tuple(winners[1:]))


def _level_with_winner(group: Sequence[ResultRow]) -> list[ResultRow]:
    """Those who are level on votes with the winner of a lot, where the source marks the winner alone."""
    drawn = {row.votes for row in group if row.won_lot and row.elected}
    return [row for row in group if drawn == {row.votes} and row.votes is not None]


def _notes(ward: Ward, group: Sequence[ResultRow], path: str, parties: Mapping[str, Party]) -> Iterator[Problem]:
    """What is odd about a ward and does not keep it out."""
    line = group[0].line
    slates = Counter(c.party for c in ward.candidates if c.party != INDEPENDENT)
    longer = [party for party, number in slates.items() if number > ward.seats]
    if longer and "seats" in ward.derived and ward.status == "contested":
        names = ", ".join(f"{slates[party]} of {party}" for party in longer)
        what = f"{_named(group[0])}: seats are the number elected, {ward.seats}, but there are {names}"
        yield Problem(path, line, f"{what}; was everybody who was elected marked?")
    for row in group:
        yield from party_id_notes(row, parties[row.party], path)


def contradicted(ward: Ward, path: str) -> list[Problem]:
    """A declaration that cannot be right as it stands: it is written as declared, and has no margin."""
    why = contradiction(ward)
    what = f"{ward.name}: {why}; written as declared, it has no margin"
    return [Problem(path, ward.lines.get("ward", 1), what)] if why else []


def undrawn(ward: Ward, path: str) -> list[Problem]:
    """A tie across the cut of which the source does not say how it was settled."""
    elected = [c.votes for c in ward.elected if c.votes is not None]
    left = [c.votes for c in ward.not_elected if c.votes is not None]
    if ward.tie_break is not None or not elected or not left or min(elected) != max(left):
        return []
    level = ", ".join(c.name for c in ward.candidates if c.votes == min(elected))
    what = f"tie: expected a word on how it was settled in {ward.name}, got none ({level}: {min(elected)} votes each)"
    return [Problem(path, ward.lines.get("ward", 1), f"{what}; the ward was written without a tie_break")]


def by_one_vote(ward: Ward) -> bool:
    """Whether the printed margin is 1 and no lot is known: the vote that a lot adds may be in it."""
    elected = [c.votes for c in ward.elected if c.votes is not None]
    left = [c.votes for c in ward.not_elected if c.votes is not None]
    return ward.tie_break is None and bool(elected) and bool(left) and min(elected) - max(left) == 1
