"""The parts of a text -> a condition on the columns of a row type."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, NoReturn

from lark import Token
from lark.visitors import Transformer_NonRecursive

from wardcheck.errors import WardcheckError
from wardcheck.render.where.columns import ColumnOf, NamesOfParties, Unfit
from wardcheck.render.where.grammar import fail
from wardcheck.render.where.truth import Node, Row, Test, Truth, all_of, any_of, negated
from wardcheck.spelling import nearest

_DEEPEST = 60
"""As many conditions may stand in one another: more than anybody writes, and few enough to work out."""

_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_EQUAL = ("=", "==")
_NOBODY = {"noc", "none"}
"""What stands for no party where a party may."""


class Doubtful(NamedTuple):
    """A word for a party that the register does not have."""

    token: Token
    column: ColumnOf
    slugs: frozenset[str]


class Reader(Transformer_NonRecursive[Token, Node]):
    """Makes conditions of what the parser finds, from the inside outwards."""

    def __init__(self, text: str, columns: Mapping[str, ColumnOf], names: NamesOfParties) -> None:
        super().__init__()
        self._text = text
        self._columns = columns
        self._names = names
        self.doubtful: list[Doubtful] = []

    def either(self, parts: list[Node]) -> Node:
        """Some part holds."""
        return self._shallow(any_of(parts))

    def every(self, parts: list[Node]) -> Node:
        """Every part holds."""
        return self._shallow(all_of(parts))

    def negation(self, parts: list[Node]) -> Node:
        """The part does not hold."""
        return self._shallow(negated(parts[0]))

    def comparison(self, parts: list[Token]) -> Node:
        """Two columns, or a column and a value, compared."""
        left, sign, right = parts
        column, other = self._find(left), self._find(right)
        if column is None and other is not None:
            column, other, left, right = other, None, right, left
            sign = sign.update(value=_TURNED.get(sign, sign))
        if column is None:
            self._no_column(left)
        if sign not in (*_EQUAL, "!=", "<>") and (column.kind == "truth" or column.words):
            self._fail(sign, f"{column.name}: expected = or != with it, got {sign}")
        if other is not None and not (column.words and right.casefold() in column.words):
            return self._columns_compared(column, sign, other, right)
        values = self._meant(column, right)
        if sign in _EQUAL:
            return _test(column, lambda value: value in values)
        if sign in ("!=", "<>"):
            return _test(column, lambda value: value not in values)
        compare, bound = _COMPARE[sign], self._bound(column, right)
        return _test(column, lambda value: compare(value, bound))

    def membership(self, parts: list[Token]) -> Node:
        """One of several values."""
        column = self._find(parts[0]) or self._no_column(parts[0])
        values = frozenset().union(*(self._meant(column, word) for word in parts[1:]))
        return _test(column, lambda value: value in values)

    def no_membership(self, parts: list[Token]) -> Node:
        """None of several values."""
        return negated(self.membership(parts))

    def emptiness(self, parts: list[Token]) -> Node:
        """A column that is empty."""
        column = self._find(parts[0]) or self._no_column(parts[0])
        return Test(frozenset({column.name}), lambda row: column.value(row) is None)

    def no_emptiness(self, parts: list[Token]) -> Node:
        """A column that is not."""
        return negated(self.emptiness(parts))

    def bare(self, parts: list[Token]) -> Node:
        """A column that is true."""
        column = self._find(parts[0]) or self._no_column(parts[0])
        if column.kind != "truth":
            after = (parts[0].end_pos or 0) - 1
            fail(self._text, after, f"{column.name}: expected =, !=, <, <=, >, >=, in or is after it")
        return _test(column, bool)

    # -- help --

    def _find(self, word: Token) -> ColumnOf | None:
        return self._columns.get(word.lower()) if word.type == "WORD" else None

    def _no_column(self, word: Token) -> NoReturn:
        hint = nearest(word.lower(), self._columns, f"columns: {', '.join(self._columns)}")
        self._fail(word, f"no column {plainly(word)!r}{hint}")

    def _meant(self, column: ColumnOf, word: Token) -> frozenset[Any]:
        try:
            values = column.meant(plainly(word), self._names)
        except Unfit as error:
            self._fail(word, str(error))
        if column.parties and not self._names(plainly(word)) and not _NOBODY & values:
            self.doubtful.append(Doubtful(word, column, values))
        return values

    def _bound(self, column: ColumnOf, word: Token) -> Any:
        """The one value to compare with by size; of texts, the word itself."""
        return plainly(word).casefold() if column.kind == "text" else next(iter(self._meant(column, word)))

    def _columns_compared(self, column: ColumnOf, sign: str, other: ColumnOf, place: Token) -> Node:
        if column.kind != other.kind:
            self._fail(place, f"{column.name} is a {column.kind}, and {other.name} a {other.kind}: nothing to compare")
        equal = sign in _EQUAL
        compare = _COMPARE.get(sign, lambda one, two: (one == two) is equal)

        def test(row: Row) -> Truth:
            one, two = column.value(row), other.value(row)
            return None if one is None or two is None else compare(one, two)

        return Test(frozenset({column.name, other.name}), test)

    def _shallow(self, node: Node) -> Node:
        if node.depth > _DEEPEST:
            raise WardcheckError(f"--where: expected at most {_DEEPEST} conditions in one another, got more")
        return node

    def _fail(self, word: Token, what: str) -> NoReturn:
        fail(self._text, word.start_pos or 0, what)


def _test(column: ColumnOf, holds: Callable[[Any], bool]) -> Test:
    """A condition on one column; an empty value makes it neither true nor false."""

    def test(row: Row) -> Truth:
        value = column.value(row)
        return None if value is None else holds(value)

    return Test(frozenset({column.name}), test)


def plainly(word: Token) -> str:
    """A word without its quotation marks."""
    return str(word)[1:-1] if word.type == "QUOTED" else str(word)
