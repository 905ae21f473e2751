"""What the screens of two elections share: their title, their years, how a change is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wardcheck.analysis.matched import Comparison
from wardcheck.analysis.party_votes import Measure
from wardcheck.model import Election
from wardcheck.render.labels import Labels, long_date
from wardcheck.render.remarks import left_out, no_poll

_WORDS: dict[Measure, str] = {
    "sum": "all votes of the party, which move with the number of its candidates",
    "top": "those of the party's best candidate in each ward",
    "mean": "the mean of the party's candidates in each ward, to the nearest whole vote",
    "per_seat": "the party's votes in each ward by the seats there, to the nearest whole vote",
}


class Scope(NamedTuple):
    """What a table of two elections is of: the sentence over it, and notes on the wards that it leaves out."""

    title: str
    gaps: Sequence[str]
    wards: int | None = None
    """How many wards of both elections are compared; ``None`` where whole councils are."""


def of_wards(found: Comparison, pair: tuple[str, str], labels: Labels) -> Scope:
    """The wards of the ``pair`` of elections that are the same place."""
    before, after = (labels.heading(slug) for slug in pair)
    gaps = left_out(found, before, after, lambda ward: ward.name)
    return Scope(_heading(found, pair, labels), gaps, len(found.pairs))


def of_councils(before: Election, after: Election, labels: Labels) -> Scope:
    """All wards of either election, whatever place they are."""
    wards = f"all wards, {len(before.wards):,} then and {len(after.wards):,} now"
    gaps = no_poll(before, after, labels.heading, lambda ward: ward.name)
    return Scope(f"{_when((before.slug, after.slug), labels)}: {wards}", gaps)


def _heading(found: Comparison, pair: tuple[str, str], labels: Labels) -> str:
    """``Barnet, 22 May 2014 to 3 May 2018: 21 wards compared``."""
    everywhere = len(found.pairs) + len(found.uncounted) + len(found.only_after)
    of = f" of {everywhere:,}" if everywhere > len(found.pairs) else ""
    wards = "ward" if everywhere == 1 else "wards"
    return f"{_when(pair, labels)}: {len(found.pairs):,}{of} {wards} compared"


def _when(pair: tuple[str, str], labels: Labels) -> str:
    """``Barnet, 22 May 2014 to 3 May 2018``."""
    before, after = pair
    later = labels.dates.get(after)
    same = labels.councils.get(before) == labels.councils.get(after) and later is not None
    return f"{labels.heading(before)} to {long_date(later) if same and later else labels.heading(after)}"


def years(pair: tuple[str, str], labels: Labels) -> tuple[str, str]:
    """What columns of the two elections are called: their years, or their days within one year."""
    days = [labels.dates.get(slug) for slug in pair]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return "before", "after"
    if days[0].year == days[1].year:
        return long_date(days[0]), long_date(days[1])
    return str(days[0].year), str(days[1].year)


def measure_note(measure: Measure) -> str:
    """The convention that figures of votes follow."""
    return f"Measure {measure}: {_WORDS[measure]}."


def points(value: float | None) -> str:
    """``+5.8``, ``-4.7``, ``0.0``; empty for unknown."""
    if value is None:
        return ""
    text = f"{value:+.1f}"
    return "0.0" if text in ("+0.0", "-0.0") else text
