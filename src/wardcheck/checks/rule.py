"""What a rule consists of. Rules are data, made of the functions that find what breaks them; none registers itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, NamedTuple, Protocol, Self, TypeVar

from wardcheck.checks.finding import Severity
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward

if TYPE_CHECKING:
    from wardcheck.store.councils import Councils

Scope = Literal["ward", "election"]
"""What a rule looks at."""


class Edit(NamedTuple):
    """A change to one file of the sound sample store (``sample.py``) that breaks a rule."""

    file: str
    """``anytown-2022/mill.yaml``."""
    was: str
    now: str


class Remark(NamedTuple):
    """What a rule found; the runner adds the file, the rule and its severity."""

    line: int
    message: str
    ward: Ward | None = None
    """Of an election's rule: the ward whose file it is about, if it is not ``election.yaml``."""
    severity: Severity | None = None
    """Where this one is less grave than the rule is."""


class Located(Protocol):
    """A record that knows the lines of its keys."""

    @property
    def lines(self) -> Mapping[str, int]:
        """The line of each key."""


def at(record: Located, key: str) -> int:
    """The line of a key, or the first of the file where it is left out."""
    return record.lines.get(key, 1)


Find = TypeVar("Find", bound=Callable[..., Iterable[Remark]])
"""What says what is wrong with the things that a rule looks at."""


@frozen
class _Rule(Generic[Find]):
    """What rules have, whatever they look at."""

    name: str
    severity: Severity
    description: str
    """One sentence that says what is so in a sound store."""
    example: tuple[Edit, ...]
    """What breaks it in the sample."""
    find: Find
    scope: ClassVar[Scope] = "election"

    @classmethod
    def named(cls, name: str, severity: Severity, description: str, *example: Edit) -> Callable[[Find], Self]:
        """The rule that the function below is made: its name, how grave it is, what is so, and what breaks it."""
        return lambda find: cls(name, severity, description, example, find)


class WardRule(_Rule[Callable[[Election, Ward], Iterable[Remark]]]):
    """A rule that a ward alone can break."""

    __slots__ = ()
    scope = "ward"


class ElectionRule(_Rule[Callable[[Election, Election | None], Iterable[Remark]]]):
    """A rule for an election as a whole, seen with the election before it (``None`` if the store has none)."""

    __slots__ = ()


class Known(NamedTuple):
    """What a reference of an election to others is compared with."""

    elections: Mapping[str, Election]
    """By slug: those that are looked at, and those that they name."""
    councils: Councils
    """The register."""


class ReferenceRule(_Rule[Callable[[Election, Known], Iterable[Remark]]]):
    """A rule for what an election says of other elections."""

    __slots__ = ()


@frozen
class Met:
    """What the runner knows of a file once all other rules have looked at what it says."""

    of: Ward | Election
    """The ward of a ward file, the election of an ``election.yaml``."""
    broken: frozenset[str]
    """Rules that found something in the file, whether it accepts that or not."""
    ran: frozenset[str]
    known: frozenset[str]
    """All rules there are, whether they ran or not."""


class AcceptedRule(_Rule[Callable[[Met], Iterable[Remark]]]):
    """A rule about what a file accepts of the other rules; it runs last."""

    __slots__ = ()
    scope = "ward"


Rule = WardRule | ElectionRule | ReferenceRule | AcceptedRule
