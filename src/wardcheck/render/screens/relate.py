"""A relation across wards: a scatter in plain characters, its extremes named, and what it does not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wardcheck.analysis.quantities import Quantity
from wardcheck.analysis.relate import Between, RelatePointRow, RelateRow
from wardcheck.analysis.report import Report
from wardcheck.render.labels import Labels
from wardcheck.render.screens.pairs import from_to
from wardcheck.render.sheet import Column, Sheet, Span
from wardcheck.words import counted

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


_Points = Report[RelatePointRow, Between]


def relate_sheet(shown: Sequence[RelateRow], points: _Points, labels: Labels, withdrew: str | None = None) -> Sheet:
    """The scatter of all ``points`` with the extremes named, and a line for each coefficient shown.

    ``withdrew`` is the party to whose withdrawal the wards are limited, if they are.
    """
    used = [point for point in points if point.left_out is None]
    columns = [Column(""), Column("Value", "right"), Column("95 % interval"), Column("One left out")]
    columns += [Column("Chance", "right"), Column("Wards", "right")]
    rows = [
        [
            Span(_NAMES[row.statistic], strong=True),
            *map(Span, (_value(row), _interval(row), _range(row), _chance(row), f"{row.n:,}")),
        ]
        for row in shown
    ]
    notes = [f"{_NAMES[row.statistic]}: {row.method}." for row in shown]
    if shown:
        notes.append(
            "One left out: the range of the coefficient without any one ward. Chance: how often the wards do as well "
            "in a shuffled order."
        )
    notes += [remark.text(labels) for remark in points.remarks]
    picture = _picture(used, labels, points.totals) if used else ()
    return Sheet(_title(points, labels, withdrew), columns, rows, notes, picture=picture)


def points_sheet(
    shown: Sequence[RelatePointRow],
    rows: Sequence[RelateRow],
    everything: _Points,
    labels: Labels,
    withdrew: str | None = None,
) -> Sheet:
    """A line for each ward shown; coefficients and headline are of all wards, shown or not."""
    columns = [Column("Ward")]
    if everything:
        columns += [Column(_words(figure, labels), "right") for figure in reversed(everything.totals)]
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
    notes += [remark.text(labels) for remark in everything.remarks]
    return Sheet(_title(everything, labels, withdrew), columns, lines, notes, unit=("ward", "wards"))


def _title(points: _Points, labels: Labels, withdrew: str | None) -> str:
    if not points:
        return "No wards to compare."
    one = points[0]
    used = sum(point.left_out is None for point in points)
    what, against = (_words(figure, labels) for figure in points.totals)
    where = f" from which {labels.party(withdrew).short} withdrew" if withdrew is not None else ""
    when = from_to((one.election_from, one.election_to), labels)
    return f"{when}: {what}, against {against}, in {counted(used, 'ward')}{where}"


def _words(figure: Quantity, labels: Labels) -> str:
    """``Lab: change in share, pp``; a covariate is called what its file calls it."""
    if figure.kind == "covariate":
        return f"{figure.name}, %" if figure.unit == "%" else figure.name
    sides = " from ".join(labels.party(slug).short for slug in figure.parties)
    return f"{sides}: {_UNITS[figure.kind]}"


def _value(row: RelateRow) -> str:
    return "undefined" if row.value is None else f"{row.value:+.2f}"


def _interval(row: RelateRow) -> str:
    return "none" if row.low is None or row.high is None else f"{row.low:+.2f} to {row.high:+.2f}"


def _range(row: RelateRow) -> str:
    low, high = row.without_one_low, row.without_one_high
    return "undefined" if low is None or high is None else f"{low:+.2f} to {high:+.2f}"


def _chance(row: RelateRow) -> str:
    return "" if row.permutation_p is None else f"{row.permutation_p:.3f}" if row.permutation_p >= 0.001 else "< 0.001"


def _coefficient(row: RelateRow) -> str:
    return f"{_NAMES[row.statistic]} {_value(row)}, n = {row.n:,}, interval {_interval(row)} ({row.method})."


def _ward(point: RelatePointRow, labels: Labels) -> str:
    name = labels.wards.get((point.election_to, point.ward))
    return name if name is not None else labels.ward(point.election_from, point.ward)


def _figure(value: float | None, *, signed: bool = False) -> str:
    if value is None:
        return ""
    return f"{value:+,.1f}" if signed else f"{value:,.1f}"


def _point(point: RelatePointRow, labels: Labels, figures: Between) -> str:
    x, y = _figure(point.against_value), _figure(point.what_value, signed=True)
    return f"{_ward(point, labels)}: {y} {figures.what.unit}".rstrip() + f" at {x} {figures.against.unit}".rstrip()


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


def _picture(points: Sequence[RelatePointRow], labels: Labels, figures: Between) -> list[list[Span]]:
    """The scatter under the name of its upright axis, and what its letters stand for."""
    named = _extremes(points)
    places = _places(points)
    legend = []
    for here in places.values():
        first, *others = sorted(here, key=lambda point: named.get(point.ward, "a"))
        if first.ward in named:
            shared = f", {len(others)} more there" if others else ""
            legend.append((named[first.ward], f"{_point(first, labels, figures)}{shared}"))
            under = f", under {named[first.ward]}"
            legend += [(named[p.ward], f"{_point(p, labels, figures)}{under}") for p in others if p.ward in named]
    key = "o one ward, 2 to 9 so many or more; letters are wards at either end"
    return [
        [Span(_words(figures.what, labels), strong=True)],
        *([Span(line)] for line in _scatter(points, places, named, _words(figures.against, labels), figures)),
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
    points: Sequence[RelatePointRow], places: _Places, named: Mapping[str, str], along: str, figures: Between
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
    low, high = _figure(min(xs)), f"{_figure(max(xs))} {figures.against.unit}".rstrip()
    yield f"{'':{left}}  {low}{high:>{WIDTH - len(low)}}"
    yield f"{'':{left}}  {along if len(along) <= WIDTH else '(named above)':^{WIDTH}}".rstrip()


def _cell(value: float, values: Sequence[float], cells: int) -> int:
    """Which of ``cells`` from the least to the greatest of ``values`` a value falls into."""
    low, high = min(values), max(values)
    return round((value - low) / (high - low) * (cells - 1)) if high > low else cells // 2
