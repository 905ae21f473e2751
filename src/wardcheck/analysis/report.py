"""What an analysis returns: a sequence of its rows, with their totals and with what must be said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, overload

if TYPE_CHECKING:
    from typing import Protocol

    class Names(Protocol):
        """What a remark calls the things that it is about: slugs for a script, names for a person."""

        def heading(self, election: str) -> str:
            """An election."""

        def council(self, election: str, *, year: bool) -> str:
            """The council of an election in a list of several, with the year where ``year`` is."""

        def ward(self, election: str, ward: str) -> str:
            """A ward of an election."""

        def party_name(self, party: str) -> str:
            """A party."""

        def party_short(self, party: str) -> str:
            """A party, where there is little room."""


RowT = TypeVar("RowT", covariant=True)
TotalsT = TypeVar("TotalsT", covariant=True)


class Slugs:
    """The names that scripts use: slugs, as the columns have them."""

    def heading(self, election: str) -> str:
        """The slug of an election."""
        return election

    def council(self, election: str, *, year: bool) -> str:  # noqa: ARG002  the slug has it
        """The slug of an election."""
        return election

    def ward(self, election: str, ward: str) -> str:  # noqa: ARG002  the ward is named within its election
        """The slug of a ward."""
        return ward

    def party_name(self, party: str) -> str:
        """The slug of a party."""
        return party

    def party_short(self, party: str) -> str:
        """The slug of a party."""
        return party


# plain classes: every command makes them at its start, and a named tuple takes ten times as long to make


class _Named:
    """What stands for something that has names; two of a kind are equal if they stand for the same."""

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(getattr(self, n) == getattr(other, n) for n in self.__slots__)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, n) for n in self.__slots__))


class OfElection(_Named):
    """Stands for an election in a remark."""

    __slots__ = ("slug",)

    def __init__(self, slug: str) -> None:
        self.slug = slug

    def text(self, names: Names) -> str:
        """What it is called."""
        return names.heading(self.slug)


class OfCouncil(_Named):
    """Stands for an election in a list of several, where its council tells which, or its council and the year."""

    __slots__ = ("slug", "year")

    def __init__(self, slug: str, *, year: bool) -> None:
        self.slug = slug
        self.year = year

    def text(self, names: Names) -> str:
        """What it is called."""
        return names.council(self.slug, year=self.year)


class OfWard(_Named):
    """Stands for a ward in a remark."""

    __slots__ = ("election", "slug")

    def __init__(self, election: str, slug: str) -> None:
        self.election = election
        self.slug = slug

    def text(self, names: Names) -> str:
        """What it is called."""
        return names.ward(self.election, self.slug)


class OfParty(_Named):
    """Stands for a party in a remark."""

    __slots__ = ("short", "slug")

    def __init__(self, slug: str, *, short: bool = False) -> None:
        self.slug = slug
        self.short = short

    def text(self, names: Names) -> str:
        """What it is called."""
        return names.party_short(self.slug) if self.short else names.party_name(self.slug)


Part = str | OfElection | OfCouncil | OfWard | OfParty


class Remark(NamedTuple):
    """A sentence about a report, with its names left open.

    ``in_rows`` says that each row tells the same of itself, or those of a wider question do, so that a script need not
    be told again. ``of_many`` is the sentence for several elections of which it is so, each with its own figures and
    names.
    """

    parts: tuple[Part, ...]
    in_rows: bool = False
    of_many: str = ""

    def text(self, names: Names) -> str:
        """The sentence, with these names."""
        return "".join(part if isinstance(part, str) else part.text(names) for part in self.parts)


def remark(*parts: Part | Iterable[Part], in_rows: bool = False, of_many: str = "") -> Remark:
    """A remark of words, and of what stands for elections, wards and parties; parts may come in groups."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Part):
            found.append(part)
        else:
            found += part
    return Remark(tuple(found), in_rows, of_many)


def joined(things: Iterable[Part]) -> list[Part]:
    """``things`` with commas between them."""
    found: list[Part] = []
    for thing in things:
        found += [", ", thing] if found else [thing]
    return found


class Later(Generic[TotalsT]):
    """Stands for totals that are worked out when somebody asks for them, for most ask for rows alone."""

    __slots__ = ("work_out",)

    def __init__(self, work_out: Callable[[], TotalsT]) -> None:
        self.work_out = work_out


class Report(Sequence[RowT], Generic[RowT, TotalsT]):
    """Rows, in the order of the analysis. It equals any sequence of the same rows.

    ``totals`` are what the rows come to, in the form that the analysis documents; ``remarks`` are what a reader of
    the rows alone would not know: what is left out, what is unknown and why, what was found. ``answered`` is false
    where there was nothing to answer with: no ward that could be compared, a council that is not whole. ``every`` is
    how many rows there were before ``only`` kept some of them.
    """

    __slots__ = ("_totals", "answered", "every", "remarks", "rows")

    def __init__(
        self,
        rows: Iterable[RowT],
        totals: TotalsT | Later[TotalsT],
        remarks: Iterable[Remark] = (),
        *,
        answered: bool = True,
        every: int | None = None,
    ) -> None:
        self.answered = answered
        self.rows = tuple(rows)
        self.every = len(self.rows) if every is None else every
        self._totals = totals
        self.remarks = tuple(remarks)

    @property
    def totals(self) -> TotalsT:
        """What the rows come to."""
        if isinstance(self._totals, Later):
            self._totals = self._totals.work_out()
        return self._totals

    def only(self, wanted: Callable[[RowT], bool]) -> Report[RowT, TotalsT]:
        """Some of the rows, with the totals and remarks of them all."""
        kept = filter(wanted, self.rows)
        return Report(kept, self._totals, self.remarks, answered=self.answered, every=self.every)

    def without(self, said: Remark) -> Report[RowT, TotalsT]:
        """The same without one of its remarks, for a reader who knows that."""
        kept = [one for one in self.remarks if one is not said]
        return Report(self.rows, self._totals, kept, answered=self.answered, every=self.every)

    @overload
    def __getitem__(self, index: int) -> RowT: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[RowT]: ...

    def __getitem__(self, index: int | slice) -> RowT | Sequence[RowT]:
        return list(self.rows[index]) if isinstance(index, slice) else self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[RowT]:
        return iter(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self.rows == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # equal to lists, which have none

    def __repr__(self) -> str:
        return f"Report({list(self.rows)!r})"


AnyReport = Report[Any, Any]
"""A report of whatever rows and totals."""
