"""Linear programmes in whole numbers, solved exactly: the least and the most of a sum, and the proof of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

Sparse = Mapping[int, int]
"""A column of a programme: its coefficients by row, those that are nought left out."""


class Optimum(NamedTuple):
    """An optimum, with what proves it."""

    value: Fraction
    duals: Sequence[Fraction]
    """A factor for each row: the rows times their factors come to no more than the cost of any column (no less, where
    the most was asked for), and the right-hand sides times their factors to ``value``."""


class Programme:
    """All x >= 0 with ``columns`` x = ``right``, in whole numbers: the simplex method without a fraction or a float.

    Every number of the tableau is kept as a numerator over one common denominator, the determinant of the basis, by
    which each pivot divides without a remainder (Edmonds, Bareiss). The column that enters is the cheapest; while the
    optimum does not move it is the first, and of several that may leave it is the first too (Bland), so that no basis
    comes twice. Once a basis is found, each further sum starts from where the last one ended.
    """

    def __init__(self, columns: Sequence[Sparse], right: Sequence[int]) -> None:
        self._columns = [tuple(column.items()) for column in columns]
        self._signs = [-1 if one < 0 else 1 for one in right]
        self._rows = [
            [*(sign if i == j else 0 for j in range(len(right))), abs(one)]
            for i, (one, sign) in enumerate(zip(right, self._signs, strict=True))
        ]
        """The inverse of the basis, and the right-hand side times it."""
        self._basis = [len(columns) + i for i in range(len(right))]  # helpers, one a row, which are to be nought
        self._denominator = 1
        self.feasible = self._enter()

    def least(self, cost: Sequence[int]) -> Optimum:
        """The least that ``cost`` x can be.

        Raises:
            ValueError: nothing solves the programme, or there is no least.
        """
        if not self.feasible:
            raise ValueError("the programme has no solution")
        *duals, value = self._minimise(cost)
        whole = self._denominator
        return Optimum(Fraction(value, whole), [Fraction(one, whole) for one in duals])

    def most(self, cost: Sequence[int]) -> Optimum:
        """The most that ``cost`` x can be.

        Raises:
            ValueError: nothing solves the programme, or there is no most.
        """
        found = self.least([-one for one in cost])
        return Optimum(-found.value, [-one for one in found.duals])

    def _enter(self) -> bool:
        """Find a first basis, by making the helpers as small as they can be; false where they cannot be nought."""
        count = len(self._columns)
        if self._minimise([0] * count, helper=1)[-1]:
            return False
        for row, member in enumerate(self._basis):
            if member >= count:  # it is nought, and any column with a coefficient here may stand in for it
                for entering in range(count):
                    through = self._through(entering)
                    if through[row]:
                        self._pivot(row, entering, through)
                        break
        return True

    def _minimise(self, cost: Sequence[int], helper: int = 0) -> list[int]:
        """Pivot until no column would lower the cost: the factors of the rows and the cost, over the denominator."""
        count = len(self._columns)
        paid = [helper if member >= count else cost[member] for member in self._basis]
        duals = [sum(p * row[i] for p, row in zip(paid, self._rows, strict=True) if p) for i in range(len(paid) + 1)]
        stuck = False
        while True:
            entering, gain = self._entering(cost, duals, first=stuck)
            if entering is None:
                return duals
            through = self._through(entering)
            row = self._leaving(through)
            if row is None:
                raise ValueError("the programme has no bound")
            stuck = not self._rows[row][-1]
            pivot, before, whole = self._rows[row], through[row], self._denominator
            duals = [(one * before + gain * p) // whole for one, p in zip(duals, pivot, strict=True)]
            self._pivot(row, entering, through)

    def _entering(self, cost: Sequence[int], duals: Sequence[int], *, first: bool) -> tuple[int | None, int]:
        """The column that lowers the cost by most a unit, or the first that lowers it."""
        whole, found, best = self._denominator, None, 0
        for n, column in enumerate(self._columns):
            gain = cost[n] * whole
            for i, one in column:
                gain -= duals[i] * one
            if gain < best:
                found, best = n, gain
                if first:
                    break
        return found, best

    def _through(self, entering: int) -> list[int]:
        """What one unit of a column takes from each member of the basis."""
        column = self._columns[entering]
        return [sum(row[i] * one for i, one in column) for row in self._rows]

    def _leaving(self, through: Sequence[int]) -> int | None:
        """The row whose member is the first to be used up; of several, that of the first column."""
        found: int | None = None
        for n, one in enumerate(through):
            if one <= 0:
                continue
            if found is None:
                found = n
                continue
            here, best = self._rows[n][-1] * through[found], self._rows[found][-1] * one
            if here < best or (here == best and self._basis[n] < self._basis[found]):
                found = n
        return found

    def _pivot(self, row: int, entering: int, through: Sequence[int]) -> None:
        whole, pivot, by = self._denominator, self._rows[row], through[row]
        if by < 0:
            pivot, by = [-one for one in pivot], -by
        rows = self._rows
        for n, one in enumerate(through):
            if n != row:
                rows[n] = [
                    (a * by - one * p) // whole if p else a * by // whole for a, p in zip(rows[n], pivot, strict=True)
                ]
        if through[row] < 0:
            rows[row] = pivot
        self._basis[row], self._denominator = entering, by
