"""Options of questions about the votes of parties."""

from typing import Annotated

import typer

from wardcheck.cli.completion import complete_two_parties
from wardcheck.facts import party_votes

_HOW = typer.Option(
    help="How a party's votes in a ward are counted: all, of its best candidate, per candidate, per seat."
)
Measure = Annotated[party_votes.Measure, _HOW]
MeasureOrAll = Annotated[party_votes.MeasureOrAll, _HOW]
Between = Annotated[
    str,
    typer.Option(
        metavar="A,B",
        help="The two parties, as slugs; positive is to A from B.",
        autocompletion=complete_two_parties,
    ),
]
