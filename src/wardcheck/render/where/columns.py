"""What the columns of a command hold, and what a word stands for where it is compared with one of them."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from wardcheck.frozen import frozen
from wardcheck.render.values import DECIMALS
from wardcheck.spelling import nearest
from wardcheck.store.names import slug_of, unregistered

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

NamesOfParties = Callable[[str], frozenset[str]]
"""The slugs of the parties that go by a name; none if nobody does."""

Kind = Literal["number", "truth", "date", "text"]

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONTROL = frozenset({"control", "control_otherwise"})
"""Columns of parties that are not named so."""


class Unfit(Exception):  # noqa: N818  it never leaves this package
    """A word that cannot be what a column holds; the message says what was expected."""


@frozen
class ColumnOf:
    """One column of a row type."""

    name: str
    kind: Kind
    words: tuple[str, ...] = ()
    """All that it may hold, where that is known."""
    slugs: bool = False
    """Whether it holds slugs, so that a name may be written as it is spoken."""
    parties: bool = False

    def value(self, row: Any) -> Any:
        """What stands in a row, as it is printed and compared: rounded, in one case; ``None`` for empty."""
        value = getattr(row, self.name)
        if isinstance(value, float):
            return round(value, DECIMALS)
        return (value.casefold() or None) if isinstance(value, str) else value

    def meant(self, word: str, names: NamesOfParties) -> frozenset[Any]:
        """The values that a word stands for: one, or those of all spellings of a name.

        Raises:
            Unfit: it can be none.
        """
        match self.kind:
            case "number":
                if not _NUMBER.fullmatch(word) or len(word) > 30:
                    raise Unfit(f"{self.name}: expected a number, got {word!r}")
                return frozenset({float(word) if "." in word else int(word)})
            case "truth":
                if word.casefold() not in ("true", "false"):
                    raise Unfit(f"{self.name}: expected true or false, got {word!r}")
                return frozenset({word.casefold() == "true"})
            case "date":
                return frozenset({_day(self.name, word)})
            case "text":
                return self._texts(word, names)

    def _texts(self, word: str, names: NamesOfParties) -> frozenset[str]:
        text = word.casefold()
        if not word.strip():
            raise Unfit(f"{self.name}: expected a word, got an empty one; for an empty column: {self.name} is empty")
        if self.words and text not in self.words:
            hint = nearest(text, self.words, f"it holds {', '.join(self.words)}")
            raise Unfit(f"{self.name}: never {word!r}{hint}")
        if not self.slugs:
            return frozenset({text})
        if not self.parties:
            return frozenset({text, slug_of(word) or text})
        return frozenset({text, unregistered(word)}) | names(word)


def columns_of_type(row_type: type[DataclassInstance]) -> Mapping[str, ColumnOf]:
    """The columns of a row type by name."""
    return {name: _column(name, hint) for name, hint in get_type_hints(row_type, include_extras=True).items()}


def _column(name: str, hint: Any) -> ColumnOf:
    about = next((m for m in getattr(hint, "__metadata__", ()) if isinstance(m, str)), "")
    words = tuple(word for word in _words(hint) if isinstance(word, str))
    slugs = "slug" in about or name in _CONTROL or name == "region"
    parties = name in _CONTROL or (slugs and "party" in name.split("_"))
    return ColumnOf(name, _kind(hint), words, slugs, parties)


def _words(hint: Any) -> tuple[Any, ...]:
    """What a type of a few words has; none for others, and where it may hold other words too."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    parts = [_words(part) for part in _parts(hint)]
    return tuple(word for part in parts for word in part) if all(parts) else ()


def _kind(hint: Any) -> Kind:
    if get_origin(hint) is Literal:
        return "text"
    if parts := _parts(hint):
        return _kind(parts[0])
    if hint is bool:
        return "truth"
    return "number" if hint in (int, float) else "date" if hint is date else "text"


def _parts(hint: Any) -> tuple[Any, ...]:
    """What a type consists of, but for ``None``; nothing for a plain one."""
    if get_origin(hint) is Annotated:
        return get_args(hint)[:1]
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(part for part in get_args(hint) if part is not type(None))
    return ()


def _day(column: str, word: str) -> date:
    try:
        if _DATE.fullmatch(word):
            return date.fromisoformat(word)
    except ValueError:
        pass
    raise Unfit(f"{column}: expected a date such as 2018-05-03, got {word!r}")
