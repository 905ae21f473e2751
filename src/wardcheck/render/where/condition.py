"""The text of a condition -> what it says of a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lark.exceptions import VisitError

from wardcheck.errors import WardcheckError
from wardcheck.frozen import frozen
from wardcheck.render.where.columns import NamesOfParties, columns_of_type
from wardcheck.render.where.grammar import fail, parse
from wardcheck.render.where.reader import Doubtful, Reader, plainly
from wardcheck.render.where.truth import Node, Row, Truth
from wardcheck.spelling import nearest

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_LONGEST = 10_000


@frozen
class Condition:
    """A condition on the rows of one command."""

    text: str
    node: Node
    doubtful: Sequence[Doubtful] = ()

    def refuse_strangers(self, rows: Iterable[Row]) -> None:
        """Refuse the name of a party that the register does not have and no row either: it is misspelt.

        Raises:
            WardcheckError: there is one; with its place and the nearest of the parties in these rows.
        """
        for word in self.doubtful:
            there = {word.column.value(row) for row in rows} - {None}
            if not there & word.slugs:
                hint = nearest(plainly(word.token).casefold(), sorted(there))
                what = f"{word.column.name}: no party {plainly(word.token)!r}{hint}"
                fail(self.text, word.token.start_pos or 0, what)

    def truth(self, row: Row) -> Truth:
        """Whether it holds of a row; ``None`` where a value that would settle it is empty."""
        return self.node.truth(row)

    def empty_in(self, row: Row) -> Sequence[str]:
        """The columns it looks at that are empty in a row."""
        return sorted(name for name in self.node.columns if getattr(row, name) in (None, ""))


def condition(text: str, row_type: type[DataclassInstance], names: NamesOfParties) -> Condition:
    """The condition that a text states on rows of a type.

    Raises:
        WardcheckError: it is no such condition, or its columns cannot be compared so; with the place.
    """
    if not text.strip():
        raise WardcheckError("--where: expected a condition such as 'margin < 50', got none")
    if len(text) > _LONGEST:
        raise WardcheckError(f"--where: expected a condition of at most {_LONGEST:,} characters, got {len(text):,}")
    reader = Reader(text, columns_of_type(row_type), names)
    try:
        node: Node = reader.transform(parse(text))
    except VisitError as error:  # what a reader raised is inside
        if isinstance(error.orig_exc, WardcheckError):
            raise error.orig_exc from None
        raise
    return Condition(text, node, tuple(reader.doubtful))
