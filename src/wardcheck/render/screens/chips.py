"""Parties as several screens show them: a short name on the party's colour."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.render.labels import Labels, PartyLabel
from wardcheck.render.sheet import Span


def chip(party: PartyLabel, width: int) -> tuple[Span, ...]:
    """A party's short name on its colour, with blanks up to ``width`` outside the colour."""
    blank = Span(" " * (width - len(party.short)))
    if party.colour is None:
        return (Span(f" {party.short} ", strong=True), blank)
    return (Span(f" {party.short} ", chip=party.colour, strong=True), blank)


def widest_party(slugs: Sequence[str | None], labels: Labels) -> int:
    """The length of the longest short name among ``slugs``."""
    return max((len(labels.party(slug).short) for slug in slugs if slug is not None), default=0)
