"""A party's name can be read on its party's colour."""

from __future__ import annotations

import re

import pytest

from wardcheck.render.labels import PartyLabel
from wardcheck.render.screens.words import chip
from wardcheck.render.sheet import Column, Sheet, text_of
from wardcheck.render.table import table
from wardcheck.store import Store

_CHIP = re.compile(r"38;2;(\d+);(\d+);(\d+);48;2;(\d+);(\d+);(\d+)m ")


def luminance(rgb: tuple[int, ...]) -> float:
    """Relative luminance, as the Web Content Accessibility Guidelines define it."""
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Their contrast ratio, 1 to 21."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def colours_of_chip(colour: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    sheet = Sheet("", [Column("")], [[chip(PartyLabel("Con", "Conservative", colour), 3)]])
    found = _CHIP.search(table(sheet, width=80, terminal=True))
    assert found is not None
    numbers = tuple(map(int, found.groups()))
    return numbers[:3], numbers[3:]


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORTERM", "truecolor")


def test_every_party_of_the_register_is_legible(shipped: Store) -> None:
    faint = {}
    for party in shipped.parties.values():
        ratio = contrast(*colours_of_chip(party.colour))
        if ratio < 4.5:  # what the guidelines ask of text
            faint[party.slug] = (party.colour, round(ratio, 2))
    assert faint == {}


@pytest.mark.parametrize(("colour", "ink"), [("#000000", (255,) * 3), ("#FFFFFF", (0,) * 3), ("#FFFF00", (0,) * 3)])
def test_ink(colour: str, ink: tuple[int, ...]) -> None:
    assert colours_of_chip(colour)[0] == ink


def test_a_chip_is_as_wide_as_the_widest_party() -> None:
    assert text_of(chip(PartyLabel("LD", "Liberal Democrats", "#FAA61A"), 5)) == " LD    "
    assert text_of(chip(PartyLabel("Green", "Green", None), 5)) == " Green "
