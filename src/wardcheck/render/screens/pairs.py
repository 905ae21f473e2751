"""What the screens of two elections share: their title, their years, how a change is written."""

from __future__ import annotations

from wardcheck.analysis.pairs import Basis
from wardcheck.facts.party_votes import Measure
from wardcheck.render.labels import Labels, long_date

_WORDS: dict[Measure, str] = {
    "sum": "all votes of the party, which move with the number of its candidates",
    "top": "the votes of the party's best candidate in each ward",
    "mean": "the mean of the party's candidates in each ward, to the nearest whole vote",
    "per_seat": "the party's votes in each ward by the seats there, to the nearest whole vote",
}


def title(basis: Basis, pair: tuple[str, str], labels: Labels) -> str:
    """``Barnet, 22 May 2014 to 3 May 2018: 21 wards compared``."""
    if basis.compared == "council":
        wards = f"all wards, {basis.wards_from:,} then and {basis.wards_to:,} now"
        return f"{from_to(pair, labels)}: {wards}"
    of = f" of {basis.wards_to:,}" if basis.wards_to > basis.wards else ""
    wards = "ward" if basis.wards_to == 1 else "wards"
    return f"{from_to(pair, labels)}: {basis.wards:,}{of} {wards} compared"


def from_to(pair: tuple[str, str], labels: Labels) -> str:
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
