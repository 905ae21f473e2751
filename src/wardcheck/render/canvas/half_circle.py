"""The seats of a council as a half-circle of shapes, the parties from left to right."""

from __future__ import annotations

from itertools import count
from math import cos, pi, sin

from wardcheck.render.canvas.paper import INK, NEUTRAL, PAD, SMALL, TEXT, Paper, leading, width_of
from wardcheck.render.chart import Bloc, HalfCircle

SHAPES = ("o", "s", "D", "^", "h", "v", "p", "8", "P", "X")
"""A shape for each party, so that the blocs can be told apart without colours; those after the last share it."""

_HOLLOW = 0.42
"""Radius of the hollow in that of the half-circle."""


def places(seats: int) -> list[tuple[float, float]]:
    """Where each seat stands in a half-circle of radius 1 about (0, 0), from the left round to the right.

    Rows are as far apart as the seats in them, and each has as many as its length allows, so that all are alike.
    """
    if seats == 0:
        return []
    rows = next(n for n in count(1) if _room(n) >= seats)
    radii = [_HOLLOW + (1 - _HOLLOW) * (n + 0.5) / rows for n in range(rows)]
    whole = sum(radii)
    shares = [seats * radius / whole for radius in radii]
    taken = [int(share) for share in shares]
    for n in sorted(range(rows), key=lambda n: taken[n] - shares[n])[: seats - sum(taken)]:
        taken[n] += 1
    found: list[tuple[float, float]] = []  # angle from the left, so that those in one line are level, and radius
    for radius, seats_of in zip(radii, taken, strict=True):
        found += [(round(pi * (k + 0.5) / seats_of, 9), radius) for k in range(seats_of)]
    return [(-radius * cos(angle), radius * sin(angle)) for angle, radius in sorted(found)]


def spacing(seats: int) -> float:
    """How far apart the rows of so many seats are, in a half-circle of radius 1."""
    return (1 - _HOLLOW) / next(n for n in count(1) if _room(n) >= seats)


def _room(rows: int) -> float:
    """How many seats fit in so many rows, as far apart in a row as the rows are."""
    apart = (1 - _HOLLOW) / rows
    return sum(pi * (_HOLLOW + apart * (n + 0.5)) / apart for n in range(rows))


class HalfCircleLayout:
    """Where everything stands on a sheet of a width; ``height`` is what it takes of it, from ``top`` on."""

    def __init__(self, body: HalfCircle, width: float) -> None:
        self._body = body
        self._width = width
        self._radius = min((width - 2 * PAD) / 2, 230.0)
        self._key = self._in_lines()
        self.height = self._radius + 8 + leading(TEXT) * len(self._key) + 12

    def draw(self, paper: Paper, top: float) -> None:
        """Draw on the sheet, from ``top`` down."""
        body, radius = self._body, self._radius
        middle, base = self._width / 2, top + radius + 4
        seats = places(sum(bloc.seats for bloc in body.blocs))
        across = min(spacing(max(len(seats), 1)) * radius * 0.8, 22.0)
        at = 0
        for n, bloc in enumerate(body.blocs):
            mine = [(middle + x * radius, base - y * radius) for x, y in seats[at : at + bloc.seats]]
            at += bloc.seats
            solid, hollow = mine[: bloc.solid], mine[bloc.solid :]
            colour = bloc.colour or NEUTRAL
            paper.shapes(solid, _shape(n), across, [colour])
            paper.shapes(hollow, _shape(n), across * 0.86, ["white"], edge=colour, wide=1.6)
        for n, words in enumerate(body.middle):
            size = TEXT + 3 if n == 0 else SMALL
            y = base - leading(SMALL) * (len(body.middle) - 1 - n) - 2
            paper.text((middle, y), words, size=size, anchor="center", bold=n == 0)
        y = base + 8 + leading(TEXT)
        for line in self._key:
            x = PAD
            for nth, bloc in line:
                if nth is not None:
                    fill = (bloc.colour or NEUTRAL) if bloc.solid else "white"
                    paper.shapes([(x + 5, y - TEXT * 0.36)], _shape(nth), 9, [fill], edge=INK)
                    x += 15
                paper.text((x, y), bloc.label)
                x += width_of(bloc.label) + 14
            y += leading(TEXT)

    def _in_lines(self) -> list[list[tuple[int | None, Bloc]]]:
        """The key, the parties in their order, as many in a line as there is room for."""
        entries: list[tuple[int | None, Bloc]] = list(enumerate(self._body.blocs))
        if self._body.hollow:
            entries.append((None, Bloc(self._body.hollow, 0, 0)))
        lines: list[list[tuple[int | None, Bloc]]] = []
        room = 0.0
        for n, bloc in entries:
            wide = width_of(bloc.label) + 29
            if not lines or wide > room + 14:
                lines.append([])
                room = self._width - 2 * PAD
            lines[-1].append((n, bloc))
            room -= wide
        return lines


def _shape(n: int) -> str:
    return SHAPES[min(n, len(SHAPES) - 1)]
