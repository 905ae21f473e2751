"""Contests in one line, for tests that work a figure out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from wardcheck.model import Candidacy, Election, Source, Ward


def stood(name: str, party: str, votes: int | None) -> Candidacy:
    """A candidacy that was not elected."""
    return Candidacy(name, party, votes)


def won(name: str, party: str, votes: int | None) -> Candidacy:
    """A candidacy that was declared elected."""
    return Candidacy(name, party, votes, elected=True)


def contest(seats: int, *candidates: Candidacy, slug: str = "ward", **known: Any) -> Ward:
    """A ward; ``known`` are further fields of :class:`Ward`."""
    return Ward(
        slug=slug,
        name=known.pop("name", slug.replace("-", " ").title()),
        seats=seats,
        candidates=candidates,
        sources=("declared",),
        **known,
    )


def election(*wards: Ward, slug: str = "town-2018", **known: Any) -> Election:
    """An election of these wards, with one source that covers them."""
    return Election(
        slug=slug,
        council=known.pop("council", "Town"),
        date=known.pop("day", date(2018, 5, 3)),
        sources={"declared": Source("declared", "Declarations of result")},
        wards=wards,
        **known,
    )
