"""What a claims file says, as records: a claim is a statement, and a statement is made of others or of one figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from wardcheck.claims.form import EVERY, Move, Order, Others, Sign
from wardcheck.claims.metrics import METRICS, Family, Metric
from wardcheck.frozen import frozen

if TYPE_CHECKING:
    from wardcheck.claims.elections import Elections

EVERY_PLACE = 0


@frozen
class Chosen:
    """Elections that are taken together. ``expected`` is how many there must be for anything to be known of all."""

    patterns: tuple[str, ...] = ()
    council_gss: str | None = None
    expected: int | None = None

    def fitting(self, elections: Elections) -> list[str]:
        """Those that the store has."""
        return elections.fitting(self.patterns, self.council_gss)

    def over(self, wider: Chosen) -> Chosen:
        """These, with what is not said of them taken from others."""
        return Chosen(
            self.patterns or wider.patterns, self.council_gss or wider.council_gss, self.expected or wider.expected
        )

    def __str__(self) -> str:
        councils = f" (councils {self.council_gss})" if self.council_gss is not None else ""
        return f"{', '.join(self.patterns)}{councils}"


FIELD_OF = {"from": "before", "elections": "chosen"}
"""The fields of ``Figure`` that are not named as the keys of a claims file."""


@frozen
class Figure:
    """One figure of one place. Names are resolved: slugs of the store, candidates as their ward file has them."""

    metric: str
    election: str = ""
    """Empty for a figure of several elections, or of none."""
    before: str | None = None
    """The election to compare with (``from``); ``None`` for the one before."""
    ward: str | None = None
    party: str | None = None
    against: str | None = None
    candidate: str | None = None
    seat: int = 1
    place: int | None = None
    column: str | None = None
    chosen: Chosen | None = None
    measure: str | None = None
    """The measure, where this figure is not by that of its claim."""

    @property
    def definition(self) -> Metric:
        """What the metric is; a column of covariates by itself is a number of whatever unit."""
        metric = METRICS[self.metric]
        return metric if self.column is None or "/" in self.column else metric._replace(unit="")

    @property
    def of_every(self) -> bool:
        """Whether it stands for a figure of each of several."""
        return EVERY in (self.ward, self.candidate) or self.place == EVERY_PLACE


@frozen
class Among:
    """What a figure is the first of, or among the first ``within``."""

    kind: Others
    order: Order
    chosen: Chosen = Chosen()
    """None for the figure's own election."""
    within: int = 1


@frozen
class Said:
    """A word, with what the word needs."""

    word: str
    numbers: tuple[Decimal, ...] = ()
    answer: bool | None = None
    other: Figure | None = None
    times: str | None = None
    """The word that is said of how many times the other figure it is."""
    among: Among | None = None


@frozen
class Compare:
    """A word said of a figure."""

    figure: Figure
    said: Said

    @property
    def compare(self) -> Compare:
        """Itself."""
        return self

    @property
    def figures(self) -> list[Figure]:
        """The figure, and the one that it is set beside."""
        return [self.figure] if self.said.other is None else [self.figure, self.said.other]


@frozen
class Tally:
    """A word said of the number of wards in which something is true."""

    compare: Compare
    """True or false of one ward; its figure is of every ward."""
    said: Said


@frozen
class Several:
    """Several statements, ``all`` or ``any`` of which must be true."""

    how: Literal["all", "any"]
    parts: tuple[Statement, ...]


@frozen
class Relation:
    """That one thing went with another across wards, of which totals say nothing for persons."""

    election: str
    party: str
    with_: str
    """What it is said to go with, in words."""
    before: str | None = None
    column: str | None = None
    """A covariate, or ``N/D``, as ``wardcheck relate --with`` takes it."""
    other_party: str | None = None
    """In its place, a party whose change of share it is related to."""
    withdrew: str | None = None
    """Only across the wards in which this party stood before and not after."""
    sign: Sign | None = None
    """How the wards are said to go together."""
    where_high: Move | None = None
    """What the share is said to have done where the other figure is high."""
    beyond: bool = False
    """Whether it is said of more than these wards, so that intervals decide."""

    @property
    def of_wards(self) -> bool:
        """Whether what is said is of wards; otherwise it is of voters, which nobody can know."""
        return self.sign is not None or self.where_high is not None

    @property
    def measurable(self) -> bool:
        """Whether there is something to relate the party's change of share to."""
        return self.column is not None or self.other_party is not None


@frozen
class Unknowable:
    """What no totals can tell, in words: what ``voters`` did, or what is ``missing`` from every declared result."""

    kind: Literal["voters", "missing"]
    words: str


def figures_of(statement: Simple) -> list[Figure]:
    """The figures that a statement is made of; none for a relation, and for what no totals can tell."""
    return statement.compare.figures if isinstance(statement, Compare | Tally) else []


Statement = Compare | Tally | Several | Relation | Unknowable
Simple = Compare | Tally | Relation | Unknowable
"""A statement that is not made of others."""


def simple(statement: Statement) -> Iterator[Simple]:
    """The statements that a statement is made of, in the order of the file."""
    if isinstance(statement, Several):
        for part in statement.parts:
            yield from simple(part)
    else:
        yield statement


@frozen
class Reading:
    """One meaning that the words of a claim allow, by its name. A claim that has no more than one names none."""

    name: str
    statement: Statement
    beside: bool = False
    """Whether it is weaker or stronger than what the claim says: shown beside it, and no part of the verdict."""


@frozen
class Claim:
    """A sentence that somebody published, and what it comes down to by each reading of its words."""

    id: str
    words: str
    readings: Sequence[Reading]
    measures: Mapping[Family, str]
    """The measures that the wording implies; the other families are open."""
    by: str | None = None
    on: str | None = None
    where: str | None = None
    said: str | None = None
    note: str | None = None
    quote: str | None = None
    """The sentence as it was published, in a file of one's own."""
    path: str = ""
    line: int = 0

    @property
    def simple(self) -> list[Simple]:
        """The statements that its readings are made of."""
        return [part for reading in self.readings for part in simple(reading.statement)]
