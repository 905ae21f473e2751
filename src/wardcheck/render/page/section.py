"""A section of a page: a question, its answer in a sentence, a chart, a table, and the command that prints the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wardcheck.analysis.report import Remark
from wardcheck.frozen import frozen
from wardcheck.model import INDEPENDENT, Election
from wardcheck.render.chart import Chart
from wardcheck.render.labels import Labels
from wardcheck.render.web_table import TableCell, WebTable, party_chip


@frozen
class Section:
    """What a section says. ``said`` begins with the answer; ``name`` is a word that no other section has."""

    name: str
    question: str
    said: Sequence[str]
    commands: Sequence[str]
    charts: Sequence[Chart] = ()
    tables: Sequence[WebTable] = ()
    notes: Sequence[str] = ()
    wide_notes: Sequence[str] = ()
    """Notes on columns that a telephone and paper leave out, and the notes with them."""


MINUS = "\u2212"
"""The sign of a loss on a page, which is read and not parsed: votes and points of one table have the same."""

_FOR_THE_COMMAND_LINE = ("--", ".yaml")
"""What a remark speaks of that is an option or a file of the store, which readers of a page do not have."""


def remarks(found: Iterable[Remark], labels: Labels, *, without: Iterable[Remark] = (), but: str = "") -> list[str]:
    """What a report remarks, with names; not what the top of the page says, nor what only the command line is told.

    ``but`` is a clause that another section says, and no sentence with it is said again.
    """
    said = {one.text(labels) for one in without}
    left_out = (*_FOR_THE_COMMAND_LINE, but) if but else _FOR_THE_COMMAND_LINE
    texts = [one.text(labels) for one in found]
    return [for_readers(text) for text in texts if text not in said and not any(part in text for part in left_out)]


def one_seat(*elections: Election) -> bool:
    """Whether every ward has one seat: nobody is last elected, and nobody has a second vote."""
    return all(ward.seats == 1 for election in elections for ward in election.wards)


def for_readers(text: str) -> str:
    """A sentence of the program as readers of a page understand it, who have these results and know of no store."""
    return text.replace("in the store", "in these results")


def polled(labels: Labels, party: str | None, name: str | None, votes: int | None) -> TableCell:
    """A candidate with party and votes, as one cell; nothing where there is nobody."""
    if party is None:
        return ""
    label, figure = labels.party(party), "" if votes is None else f" {votes:,}"
    return party_chip(label, f"{label.short}{figure}", name or "")


def subject(labels: Labels, party: str) -> str:
    """Who polled or won: a party by its name, or the independents, who are many and no party."""
    return "Independents together" if party == INDEPENDENT else labels.party_name(party)


def who(labels: Labels, name: str, party: str) -> str:
    """``Robert Teare (Con)``."""
    return f"{name} ({labels.party_short(party)})"
