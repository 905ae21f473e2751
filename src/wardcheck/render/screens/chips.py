"""Parties as several screens show them: a short name on the party's colour."""

from __future__ import annotations

from collections.abc import Sequence

from wardcheck.facts.council import NOBODY
from wardcheck.render.labels import Labels, PartyLabel
from wardcheck.render.sheet import Span

NOC = "NOC"
"""No overall control, where there is little room."""
_UNTOLD = "not told"


def chip(party: PartyLabel, width: int) -> tuple[Span, ...]:
    """A party's short name on its colour, with blanks up to ``width`` outside the colour."""
    blank = Span(" " * (width - len(party.short)))
    if party.colour is None:
        return (Span(f" {party.short} ", strong=True), blank)
    return (Span(f" {party.short} ", chip=party.colour, strong=True), blank)


def widest_party(slugs: Sequence[str | None], labels: Labels) -> int:
    """The length of the longest short name among ``slugs``."""
    return max((len(labels.party(slug).short) for slug in slugs if slug is not None), default=0)


def in_control(control: str | None, width: int, labels: Labels) -> tuple[Span, ...]:
    """Who has control, by slug: a party with blanks up to ``width``, nobody, or that it cannot be told."""
    if control is None:
        return (Span(f" {_UNTOLD}", faint=True),)
    return (Span(f" {NOC.ljust(width)} "),) if control == NOBODY else chip(labels.party(control), width)


def widest_control(controls: Sequence[str | None], labels: Labels) -> int:
    """The length of the longest of those who have control."""
    nobody = [len(NOC)] if NOBODY in controls else []
    return max([widest_party([who for who in controls if who != NOBODY], labels), *nobody])


def noc_note(controls: Sequence[str | None]) -> list[str]:
    """What NOC stands for, where it does."""
    return [f"{NOC}: no overall control; nobody has more than half of all seats."] if NOBODY in controls else []
