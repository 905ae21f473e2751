"""The command that prints a figure: the one whose report it is a column of, with the figure's own keys as options."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from wardcheck.claims.elections import Elections
    from wardcheck.claims.statements import Figure

Option = Literal["ward", "party", "measure", "between", "within", "from"]


class Table(NamedTuple):
    """A command and the options that it takes of a figure."""

    name: str
    takes: tuple[Option, ...] = ("ward",)
    compares: bool = False
    """Whether it sets two elections side by side."""
    all_measures: bool = False
    """Whether one table has the figure by every measure."""


MARGINS = Table("margins")
CLOSE = Table("close", ("ward", "party", "within"))
WARD = Table("ward", ())
TIES = Table("ties")
PARTIES = Table("parties", ("ward", "measure"), all_measures=True)
CHANGE = Table("change", ("ward", "measure"), compares=True, all_measures=True)
SWING = Table("swing", ("between", "ward", "measure"), compares=True)
SEATS = Table("seats", ("from",))
CONTROL = Table("control", ("party",))
SWITCHED = Table("control --switch", ("party",))
TURNOUT = Table("turnout")
SPLITS = Table("splits --by party --total", ("ward",))
NONE = Table("")
"""For figures that no command prints."""


def command(name: str, *words: str | None) -> str:
    """A command line; options without a value are left out with their name."""
    found: list[str] = []
    for word in words:
        if word is not None:
            found.append(word)
        elif found and found[-1].startswith("--"):
            found.pop()
    return f"wardcheck {name} {shlex.join(found)}"


def printed_by(figure: Figure, measure: str | None, value: int | None, elections: Elections) -> list[str]:
    """The commands that print a figure which was found; ``value`` is what it is at the most."""
    table = figure.definition.table_of(figure, measure)
    every = figure.of_every
    if not table.name:
        return []
    if table is WARD:
        there = elections.counterpart(figure.ward or "", figure.election, figure.before) if figure.before else None
        places = [(figure.before, there)] if figure.before and there else []
        return [] if every else [command("ward", *place) for place in [*places, (figure.election, figure.ward)]]
    slugs = [figure.before, figure.election] if table.compares else [figure.election]
    if figure.chosen is not None:
        slugs = [*figure.chosen.fitting(elections), "--by", "all"]
    options = {
        "ward": None if every else figure.ward,
        "party": figure.party,
        "measure": measure,
        "between": f"{figure.party},{figure.against}",
        "within": None if value is None else str(max(value, 0)),
        "from": figure.before,
    }
    words = [word for option in table.takes for word in (f"--{option}", options[option])]
    if table is PARTIES and figure.party is None and not figure.ward:
        words.append("--total")
    if every and table in (PARTIES, CHANGE):
        words += ["--by", "ward", "--party", figure.party]
    return [command(table.name, *slugs, *words)]
