"""How many seats at which swing? Arithmetic on a declared result, no forecast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import Annotated, Final, NamedTuple

from wardcheck.analysis.report import OfElection, OfParty, OfWard, Part, Remark, Report, joined, remark
from wardcheck.errors import WardcheckError
from wardcheck.facts.council import NOBODY, Council, council_of
from wardcheck.facts.cut import contradiction, had_poll, votes_known
from wardcheck.facts.papers import papers
from wardcheck.facts.seat_curve import changes
from wardcheck.facts.slates import polled
from wardcheck.frozen import frozen
from wardcheck.model import INDEPENDENT, Election, Ward
from wardcheck.words import counted

MOST: Final = 20
"""Points of swing to either side that are looked at where nobody asks for more."""


@frozen
class WhatIfRow:
    """One seat that changes, just beyond a swing. Seats are those then, of the whole council where it is known."""

    election: Annotated[str, "slug of the election"]
    swing_pp: Annotated[float, "swing in points of the papers, to party_a from party_b; the seat changes just beyond"]
    ward: Annotated[str, "slug of the ward"]
    winner_party: Annotated[str, "party that the seat would go to, as a slug"]
    loser_party: Annotated[str, "party that it would go from, as a slug"]
    seats_a: Annotated[int, "seats of party_a just beyond that swing, away from nought"]
    seats_b: Annotated[int, "seats of party_b then"]
    others: Annotated[int, "seats of all others then"]
    control: Annotated[str | None, "party with more than half of the seats then; noc for none; empty if it is unknown"]
    party_a: Annotated[str, "the party that a positive swing is to, as a slug"]
    party_b: Annotated[str, "the party that a positive swing is from, as a slug"]


class Point(NamedTuple):
    """The council just beyond a swing, away from nought."""

    swing: Fraction
    council: Council


class Curve(NamedTuple):
    """The seats of the council as far as it was looked at, to either side."""

    between: tuple[str, str]
    declared: Council
    to_b: Sequence[Point]
    """Where swing is negative, from nought on."""
    to_a: Sequence[Point]
    """Where swing is positive, from nought on."""
    most: Fraction

    def at(self, swing: Fraction) -> Council:
        """The council at a swing. Where that makes votes level, nothing has changed yet."""
        side = self.to_a if swing > 0 else self.to_b
        return next((p.council for p in reversed(side) if abs(p.swing) < abs(swing)), self.declared)


class _Step(NamedTuple):
    swing: Fraction
    ward: str
    winner: str
    loser: str


def whatif(
    election: Election, a: str, b: str, *, at: Fraction | None = None, council: Council | None = None
) -> Report[WhatIfRow, Curve]:
    """Each seat that would change as votes move between ``a`` and ``b``, alike in every ward, by swing.

    A swing of x points to A moves x votes in a hundred papers of the ward, and no more than there are, from each
    candidacy of B to that of A of the same rank; a negative one the other way. Exact, in fractions; from -20 to 20, or
    with ``at`` the changes between nought and that. Wards without papers or votes are held as they are and named.
    ``council`` is the whole of it where the seats that were not up were worked out (``council_in``); of one that is not
    whole only the seats that were up are counted.
    Definition: docs/methods/whatif.md.

    Raises:
        WardcheckError: a or b stands for independents, or ``at`` is more than 100 points.
    """
    if INDEPENDENT in (a, b):
        raise WardcheckError("independents are each a party of one: there is no swing between them and a party")
    if at is not None and abs(at) > 100:
        raise WardcheckError(f"--at: expected a swing from -100 to 100 points, got {float(at):g}")
    most = max(Fraction(MOST), abs(at or Fraction(0)))
    council = council if council is not None and council.whole else council_of(election)
    to_b, to_a = (_side(election, council, (a, b), most, sign) for sign in (-1, 1))
    curve = Curve((a, b), council, [p for _, p in to_b], [p for _, p in to_a], most)
    shown = [*reversed(to_b), *to_a]
    if at is not None:
        side = to_a if at > 0 else [*reversed(to_b)]
        shown = [one for one in side if abs(one[1].swing) < abs(at)]
    rows = [_row(election.slug, step, point.council, a, b) for step, point in shown]
    return Report(rows, curve, [*_of_control(election.slug, curve, at), *_held(election)])


def _side(
    election: Election, council: Council, between: tuple[str, str], most: Fraction, sign: int
) -> list[tuple[_Step, Point]]:
    """The steps to one side, from nought on, each with the council just beyond it."""
    winning, losing = between[::sign]
    steps = []
    for ward in election.wards:
        base = papers(ward)
        if base and not _why_held(ward):
            found = changes(polled(ward, ward.candidates), ward.seats, losing, winning, most * base / 100)
            steps += [
                _Step(sign * one.moved * 100 / base, ward.slug, one.winner.party, one.loser.party) for one in found
            ]
    seats, points = Counter(council.up), []
    for step in sorted(steps, key=lambda step: (abs(step.swing), step.ward)):
        seats[step.winner] += 1
        seats[step.loser] -= 1
        points.append((step, Point(step.swing, council._replace(up={p: n for p, n in seats.items() if n}))))
    beyond = {point.swing: point for _, point in points}  # of steps at one swing, the council beyond them all
    return [(step, beyond[step.swing]) for step, _ in points]


def _row(election: str, step: _Step, council: Council, a: str, b: str) -> WhatIfRow:
    seats = council.by_party
    return WhatIfRow(
        election=election,
        swing_pp=float(step.swing),
        ward=step.ward,
        winner_party=step.winner,
        loser_party=step.loser,
        seats_a=seats.get(a, 0),
        seats_b=seats.get(b, 0),
        others=council.seats - seats.get(a, 0) - seats.get(b, 0),
        control=council.control,
        party_a=a,
        party_b=b,
    )


# -- what is held fixed, and what is said of control --------------------------------------------------------


def _why_held(ward: Ward) -> str:
    """Why a ward is held as it is, as a clause; empty where it is not. Without a poll there is nothing to move."""
    if not had_poll(ward):
        return "no poll"
    if not votes_known(ward):
        return "votes unknown"
    if papers(ward) is None:
        return "papers unknown"
    return "the declaration contradicts itself" if contradiction(ward) else ""


def _held(election: Election) -> list[Remark]:
    found: dict[str, list[OfWard]] = {}
    for ward in election.wards:
        if why := _why_held(ward):
            found.setdefault(why, []).append(OfWard(election.slug, ward.slug))
    return [
        remark(f"Held as declared, {counted(len(wards), 'ward')}, {why}: ", joined(wards), ".")
        for why, wards in found.items()
    ]


def _of_control(election: str, curve: Curve, at: Fraction | None) -> list[Remark]:
    a, b = curve.between
    said = [(abs(point.swing), _control_beyond(point, to)) for point, to in _changes_of_control(curve)]
    if curve.declared.control is None:
        said = [(Fraction(0), [f"control cannot be judged: {curve.declared.missing}"])]
    elif not said:
        said = [(Fraction(0), [f"no swing up to {float(curve.most):g} points either way changes who has control"])]
    if at is not None:
        to = OfParty(a if at > 0 else b, short=True)
        said.append((Fraction(-1), [f"a swing of {float(abs(at)):g} to ", to, " gives ", *_seats(curve.at(at), a, b)]))
    (_, first), *others = sorted(said, key=lambda one: one[0])
    as_ = "; as last elected " if curve.declared.last_elected else "; as declared "
    headline = remark(OfElection(election), ": ", first, as_, _seats(curve.declared, a, b), ".")
    return [headline, *(_sentence(words) for _, words in others)]


def _sentence(words: Sequence[Part]) -> Remark:
    first = words[0].capitalize() if isinstance(words[0], str) else words[0]
    return remark(first, words[1:], ".")


def _changes_of_control(curve: Curve) -> Iterator[tuple[Point, str]]:
    """Where another party, or nobody, has control from then on, and to whom the swing is."""
    for side, to in zip((curve.to_a, curve.to_b), curve.between, strict=True):
        before = curve.declared.control
        for point in side:
            if (now := point.council.control) != before and now is not None:
                yield point, to
                before = now


def _control_beyond(point: Point, to: str) -> list[Part]:
    now = point.council.control or NOBODY
    who: list[Part] = ["no party has control"] if now == NOBODY else ["control goes to ", OfParty(now)]
    return [*who, f" beyond a swing of {points(abs(point.swing))} to ", OfParty(to, short=True)]


def _seats(council: Council, a: str, b: str) -> list[Part]:
    seats = council.by_party
    others = council.seats - seats.get(a, 0) - seats.get(b, 0)
    return [
        OfParty(a, short=True),
        f" {seats.get(a, 0)}, ",
        OfParty(b, short=True),
        f" {seats.get(b, 0)}, others {others}",
    ]


def points(swing: Fraction) -> str:
    """``2.08``: a swing in points, rounded up where it is not exact, so that what comes beyond it is true there."""
    return f"{ceil(swing * 100) / 100:.2f}"


def exact(swing: float) -> Fraction:
    """The swing of a row itself: so many half votes in a hundred papers of a ward."""
    return Fraction(swing).limit_denominator(1_000_000)
