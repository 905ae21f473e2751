"""A party's name can be read on its party's colour."""

from __future__ import annotations

import re

import pytest

from wardcheck.render.html import html
from wardcheck.render.labels import PartyLabel
from wardcheck.render.screens.chips import chip
from wardcheck.render.sheet import Column, Sheet, text_of
from wardcheck.store import Store

_CHIP = re.compile(r"color:#(\w{6});background-color:#(\w{6})")


def luminance(rgb: tuple[int, ...]) -> float:
    """Relative luminance, as the Web Content Accessibility Guidelines define it."""
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Their contrast ratio, 1 to 21."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def colours_of_chip(colour: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Ink and ground as a page has them: a terminal may have fewer colours."""
    sheet = Sheet("", [Column("")], [[chip(PartyLabel("Con", "Conservative", colour), 3)]])
    found = _CHIP.search(html(sheet))
    assert found is not None
    ink, ground = (tuple(bytes.fromhex(code)) for code in found.groups())
    return ink, ground


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
