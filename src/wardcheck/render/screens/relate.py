"""A relation across wards: a scatter in plain characters, its extremes named, and what it does not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from wardcheck.analysis.relate import ECOLOGICAL, RelatePointRow, RelateRow, left_out
from wardcheck.render.labels import Labels
from wardcheck.render.screens.words import counted, listed
from wardcheck.render.sheet import Column, Sheet, Span

WIDTH, HEIGHT = 60, 16
"""Cells of the scatter."""

_LETTERS = "ABCDEFGH"
_AT_EACH_END = 2
_MANY = 9
_NAMES = {"pearson_r": "Pearson r", "spearman_rho": "Spearman rho"}
_UNITS = {
    "share_change_pp": "change in share, pp",
    "butler_pp": "swing (Butler), pp",
    "steed_pp": "two-party swing (Steed), pp",
}


class Units(NamedTuple):
    """What follows a value of either figure: ``%``, ``pp`` or nothing."""

    what: str
    against: str


def relate_sheet(
    shown: Sequence[RelateRow],
    points: Sequence[RelatePointRow],
    labels: Labels,
    units: Units,
    remarks: Sequence[str],
    withdrew: str | None = None,
) -> Sheet:
    """The scatter of all ``points`` with the extremes named, and a line for each coefficient shown.

    ``withdrew`` is the party to whose withdrawal the wards are limited, if they are.
    """
    used = [point for point in points if point.left_out is None]
    columns = [Column(""), Column("Value", "right"), Column("95 % interval"), Column("Wards", "right")]
    rows = [
        [Span(_NAMES[row.statistic], strong=True), Span(_value(row)), Span(_interval(row)), Span(f"{row.n:,}")]
        for row in shown
    ]
    notes = [f"{_NAMES[row.statistic]}: {row.method}." for row in shown]
    picture = _picture(used, labels, units) if used else ()
    title = _title(points, labels, withdrew)
    return Sheet(title, columns, rows, [*notes, *_notes(points, labels, remarks)], picture=picture)


def points_sheet(
    shown: Sequence[RelatePointRow],
    rows: Sequence[RelateRow],
    everything: Sequence[RelatePointRow],
    labels: Labels,
    remarks: Sequence[str],
    withdrew: str | None = None,
) -> Sheet:
    """A line for each ward shown; coefficients and headline are of all wards, shown or not."""
    columns = [Column("Ward")]
    if everything:
        one = everything[0]
        columns += [Column(_words(figure, labels), "right") for figure in (one.against, one.what)]
    columns.append(Column("Left out"))
    lines = [
        [
            Span(_ward(point, labels)),
            Span(_figure(point.against_value)),
            Span(_figure(point.what_value, signed=True), strong=True),
            Span(point.left_out or ""),
        ]
        for point in shown
    ]
    notes = [_coefficient(row) for row in rows]
    if hidden := len(everything) - len(shown):
        notes.append(f"{counted(hidden, 'more ward')}.")
    return Sheet(_title(everything, labels, withdrew), columns, lines, [*notes, *_notes(everything, labels, remarks)])


def _title(points: Sequence[RelatePointRow], labels: Labels, withdrew: str | None) -> str:
    if not points:
        return "No wards to compare."
    one = points[0]
    used = sum(point.left_out is None for point in points)
    place, _, then = labels.heading(one.election_from).rpartition(", ")
    now_place, _, now = labels.heading(one.election_to).rpartition(", ")
    when = f"{place}, {then} to {now}" if place == now_place else f"{place}, {then}, to {now_place}, {now}"
    what, against = _words(one.what, labels), _words(one.against, labels)
    where = f" from which {labels.party(withdrew).short} withdrew" if withdrew is not None else ""
    return f"{when}: {what}, against {against}, in {counted(used, 'ward')}{where}"


def _words(figure: str, labels: Labels) -> str:
    """``Lab: change in share, pp`` for ``lab share_change_pp``; a covariate is called what its file calls it."""
    *parties, kind = figure.split(" ")
    if kind in _UNITS:
        sides = " to ".join(labels.party(slug).short for slug in parties if slug != "from")
        if "from" in parties:
            sides = f"{labels.party(parties[0]).short} from {labels.party(parties[-1]).short}"
        return f"{sides}: {_UNITS[kind]}"
    return f"{figure}, %" if "/" in figure else figure


def _value(row: RelateRow) -> str:
    return "undefined" if row.value is None else f"{row.value:+.2f}"


def _interval(row: RelateRow) -> str:
    return "none" if row.low is None or row.high is None else f"{row.low:+.2f} to {row.high:+.2f}"


def _coefficient(row: RelateRow) -> str:
    return f"{_NAMES[row.statistic]} {_value(row)}, n = {row.n:,}, interval {_interval(row)} ({row.method})."


def _notes(points: Sequence[RelatePointRow], labels: Labels, remarks: Sequence[str]) -> list[str]:
    by_slug = {point.ward: point for point in points if point.left_out is not None}
    notes = [
        f"Left out, {reason}: {listed([_ward(by_slug[slug], labels) for slug in wards])}."
        for reason, wards in left_out(points).items()
    ]
    return [*notes, *remarks, ECOLOGICAL]


def _ward(point: RelatePointRow, labels: Labels) -> str:
    name = labels.wards.get((point.election_to, point.ward))
    return name if name is not None else labels.ward(point.election_from, point.ward)


def _figure(value: float | None, *, signed: bool = False) -> str:
    if value is None:
        return ""
    return f"{value:+,.1f}" if signed else f"{value:,.1f}"


def _point(point: RelatePointRow, labels: Labels, units: Units) -> str:
    x, y = _figure(point.against_value), _figure(point.what_value, signed=True)
    return f"{_ward(point, labels)}: {y} {units.what}".rstrip() + f" at {x} {units.against}".rstrip()


# -- the scatter ------------------------------------------------------------------------------------------


def _values(point: RelatePointRow) -> tuple[float, float]:
    return point.against_value or 0.0, point.what_value or 0.0


def _extremes(points: Sequence[RelatePointRow]) -> dict[str, str]:
    """A letter for each ward at either end of either figure, the highest of the figure that is asked about first."""
    chosen: dict[str, None] = {}
    for axis in (1, 0):
        ordered = sorted(points, key=lambda point: (_values(point)[axis], point.ward))
        chosen.update(dict.fromkeys(p.ward for p in [*ordered[::-1][:_AT_EACH_END], *ordered[:_AT_EACH_END]]))
    high_to_low = sorted(
        (point for point in points if point.ward in chosen), key=lambda point: (-_values(point)[1], point.ward)
    )
    return {point.ward: letter for letter, point in zip(_LETTERS, high_to_low, strict=False)}


def _picture(points: Sequence[RelatePointRow], labels: Labels, units: Units) -> list[list[Span]]:
    """The scatter under the name of its upright axis, and what its letters stand for."""
    named = _extremes(points)
    places = _places(points)
    legend = []
    for here in places.values():
        first, *others = sorted(here, key=lambda point: named.get(point.ward, "a"))
        if first.ward in named:
            shared = f", {len(others)} more there" if others else ""
            legend.append((named[first.ward], f"{_point(first, labels, units)}{shared}"))
            under = f", under {named[first.ward]}"
            legend += [(named[p.ward], f"{_point(p, labels, units)}{under}") for p in others if p.ward in named]
    key = "o one ward, 2 to 9 so many or more; letters are wards at either end"
    return [
        [Span(_words(points[0].what, labels), strong=True)],
        *([Span(line)] for line in _scatter(points, places, named, _words(points[0].against, labels), units)),
        [Span("")],
        *([Span(f"{letter} ", strong=True), Span(words)] for letter, words in sorted(legend)),
        [Span(key, faint=True)],
    ]


_Places = Mapping[tuple[int, int], Sequence[RelatePointRow]]
"""The wards in each cell, by its line from the bottom and its place along the line."""


def _places(points: Sequence[RelatePointRow]) -> _Places:
    xs, ys = ([_values(point)[axis] for point in points] for axis in (0, 1))
    places: dict[tuple[int, int], list[RelatePointRow]] = {}
    for point, x, y in zip(points, xs, ys, strict=True):
        places.setdefault((_cell(y, ys, HEIGHT), _cell(x, xs, WIDTH)), []).append(point)
    return places


def _scatter(
    points: Sequence[RelatePointRow], places: _Places, named: Mapping[str, str], along: str, units: Units
) -> Iterator[str]:
    """The lines of the scatter from the top, and the name of its level axis."""
    xs, ys = ([_values(point)[axis] for point in points] for axis in (0, 1))
    grid = [[" "] * WIDTH for _ in range(HEIGHT)]
    marks = {HEIGHT - 1: _figure(max(ys), signed=True), 0: _figure(min(ys), signed=True)}
    if min(ys) < 0 < max(ys):
        nought = _cell(0, ys, HEIGHT)
        grid[nought] = ["."] * WIDTH
        marks.setdefault(nought, "0")
    for (line, cell), here in places.items():
        letters = sorted(named[point.ward] for point in here if point.ward in named)
        crowd = "o" if len(here) == 1 else str(min(len(here), _MANY))
        grid[line][cell] = letters[0] if letters else crowd
    left = max(map(len, marks.values()))
    yield from (f"{marks.get(n, ''):>{left}} |{''.join(grid[n])}".rstrip() for n in reversed(range(HEIGHT)))
    yield f"{'':{left}} +{'-' * WIDTH}"
    low, high = _figure(min(xs)), f"{_figure(max(xs))} {units.against}".rstrip()
    yield f"{'':{left}}  {low}{high:>{WIDTH - len(low)}}"
    yield f"{'':{left}}  {along if len(along) <= WIDTH else '(named above)':^{WIDTH}}".rstrip()


def _cell(value: float, values: Sequence[float], cells: int) -> int:
    """Which of ``cells`` from the least to the greatest of ``values`` a value falls into."""
    low, high = min(values), max(values)
    return round((value - low) / (high - low) * (cells - 1)) if high > low else cells // 2
