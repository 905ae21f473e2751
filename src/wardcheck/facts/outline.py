"""A ward in outline: what is asked of every ward where many are read, so that most of them need not be decoded.

The store keeps outlines beside the wards that it has read (see ``store.cache``). They are worked out here and nowhere
else, and a kept one is what this program worked out of the same files.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from wardcheck.facts.cut import DecidedBy, decided_by, judged, party_cut, unexplained
from wardcheck.facts.papers import PapersOf, impossible_papers, papers, papers_of, percent, rejected_papers
from wardcheck.facts.turnout import turnout_pct
from wardcheck.model import Election, Ward


class Outline(NamedTuple):
    """One ward. ``None`` is unknown or does not exist; the figures are those of ``facts``, by the same names."""

    ward: str
    """Its slug."""
    seats: int
    candidates: int
    electorate: int | None
    papers: int | None
    turnout_pct: float | None
    last_elected: str | None
    last_elected_party: str | None
    last_elected_votes: int | None
    runner_up: str | None
    runner_up_party: str | None
    runner_up_votes: int | None
    margin: int | None
    """Of ``the_cut``; ``None`` too where the declaration contradicts itself."""
    margin_pct: float | None
    """In percent of the papers."""
    party_margin: int | None
    party_margin_elected: str | None
    party_margin_runner_up: str | None
    decided_by: DecidedBy | None
    papers_of: PapersOf | None
    contradiction: str
    unexplained: bool
    impossible_papers: bool
    rejected: int | None
    """Papers rejected at the count."""
    names: str
    """Those of all candidacies, a line each."""


class Outlined(NamedTuple):
    """An election with its wards in outline, in their order."""

    election: Election
    wards: Sequence[Outline]


def outlined(elections: Iterable[Election]) -> list[Outlined]:
    """Elections with their outlines: those that are kept beside the wards, or else worked out now."""
    return [Outlined(election, _outlines(election)) for election in elections]


def _outlines(election: Election) -> Sequence[Outline]:
    kept = getattr(election.wards, "worked", None)  # of wards that were kept (store.records.KeptWards) alone
    return [outline(ward) for ward in election.wards] if kept is None else [*map(Outline._make, kept)]


def to_keep(election: Election) -> Sequence[Sequence[Any]]:
    """The outlines of an election for the store to keep (see ``Store.work_out``)."""
    return [outline(ward) for ward in election.wards]


def outline(ward: Ward) -> Outline:
    """The outline of a ward."""
    cut, why = judged(ward)
    sound = None if why else cut
    base, closest = papers(ward), party_cut(ward, sound)
    margin = None if sound is None else sound.margin
    return Outline(
        ward=ward.slug,
        seats=ward.seats,
        candidates=len(ward.candidates),
        electorate=ward.electorate,
        papers=base,
        turnout_pct=turnout_pct(ward),
        last_elected=cut.last_elected.name if cut else None,
        last_elected_party=cut.last_elected.party if cut else None,
        last_elected_votes=cut.last_elected_votes if cut else None,
        runner_up=cut.runner_up.name if cut else None,
        runner_up_party=cut.runner_up.party if cut else None,
        runner_up_votes=cut.runner_up_votes if cut else None,
        margin=margin,
        margin_pct=percent(margin, base),
        party_margin=None if closest is None else closest.margin,
        party_margin_elected=None if closest is None else closest.last_elected.party,
        party_margin_runner_up=None if closest is None else closest.runner_up.party,
        decided_by=decided_by(ward, sound),
        papers_of=papers_of(ward),
        contradiction=why,
        unexplained=unexplained(ward, sound),
        impossible_papers=impossible_papers(ward),
        rejected=rejected_papers(ward),
        names="\n".join(candidacy.name for candidacy in ward.candidates),
    )
