"""Frozen dataclasses that cost a start less.

A dataclass compiles six methods for each class whenever that is imported, which for a wide one takes as long as reading
several ward files. Three of them are the same for all, and are from here.
"""

from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """As ``dataclass(frozen=True, slots=True)`` does, for a class that has no such methods of its own."""
    made: Any = dataclass(frozen=True, slots=True, eq=False, repr=False)(cls)
    every = fields(made)
    compared = attrgetter(*(one.name for one in every if one.compare))
    hashed = attrgetter(*(one.name for one in every if one.compare and one.hash is not False))

    def is_equal(self: T, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hash_of(self: T) -> int:
        return hash(hashed(self))

    def shown(self: T) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{one.name}={getattr(self, one.name)!r}' for one in every)})"

    made.__eq__, made.__hash__, made.__repr__ = is_equal, hash_of, shown
    return cast("type[T]", made)
