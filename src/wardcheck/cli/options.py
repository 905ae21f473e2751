"""Options and arguments that commands share: the same flag means the same everywhere."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated, Literal

import typer

from wardcheck.cli.completion import (
    complete_column,
    complete_columns,
    complete_elections,
    complete_one_election,
    complete_parties,
    complete_regions,
    complete_wards,
    complete_years,
)

RowsFormat = Literal["tsv", "csv", "json", "jsonl", "md"]
"""The formats in which rows are plain text for other programs."""

FormatName = Literal["table", RowsFormat, "svg", "html", "xlsx", "parquet"]
"""How rows are printed, or written to a file."""

Elections = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ELECTION...",
        help="Elections by slug (barnet-2018), quoted pattern ('*-2018') or council (barnet: its latest).",
        autocompletion=complete_elections,
        show_default=False,
    ),
]
OneElection = Annotated[
    str,
    typer.Argument(
        metavar="ELECTION",
        help="An election by slug, or a council for its latest.",
        autocompletion=complete_one_election,
    ),
]
OneWard = Annotated[
    str | None,
    typer.Argument(
        metavar="WARD", help="A ward by slug, name or code.", autocompletion=complete_wards, show_default=False
    ),
]
Every = Annotated[bool, typer.Option("--all", help="All elections of the store.")]
Regions = Annotated[
    list[str] | None,
    typer.Option(
        "--region",
        metavar="REGION",
        help="Ordinary elections of a region (south-east), of a type of council (metropolitan, london, county, "
        "unitary, district) or within:COUNTY; may be given again, for any of them.",
        autocompletion=complete_regions,
        show_default=False,
    ),
]
Years = Annotated[
    list[int] | None,
    typer.Option(
        "--year",
        metavar="YEAR",
        help="Ordinary elections of a year; may be given again.",
        autocompletion=complete_years,
        show_default=False,
    ),
]
KindOfPoll = Literal["ordinary", "by-election", "both"]
"""Which polls are meant, by the slug of the election."""
Kind = Annotated[
    KindOfPoll | None,
    typer.Option("--kind", help="Which polls --region and --year mean [default: ordinary].", show_default=False),
]
WardNames = Annotated[
    list[str] | None,
    typer.Option(
        "--ward",
        metavar="WARD",
        help="This ward alone, by slug, name or code; may be given again.",
        autocompletion=complete_wards,
        show_default=False,
    ),
]
WholeCouncil = Annotated[
    bool,
    typer.Option("--whole-council", help="Totals of all wards of each election, redrawn in between or not."),
]
PartyNames = Annotated[
    list[str] | None,
    typer.Option(
        "--party",
        metavar="PARTY",
        help="This party alone, by slug or name; may be given again.",
        autocompletion=complete_parties,
        show_default=False,
    ),
]
StoreFolder = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="DIR",
        help="The results store [default: WARDCHECK_STORE, results/ here or above, the bundled one].",
        show_default=False,
    ),
]
Format = Annotated[
    FormatName | None,
    typer.Option(
        "--format",
        "-f",
        help="How to print [default: by the ending of -o, else table on a terminal and tsv on a pipe].",
        show_default=False,
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="NAME,...",
        help="Only these columns, in this order (not in a table).",
        autocompletion=complete_columns,
    ),
]
NoHeader = Annotated[bool, typer.Option("--no-header", help="Leave the line of column names out.")]
Sort = Annotated[
    str | None,
    typer.Option(
        "--sort",
        metavar="COLUMN",
        help="Order by a column; rows without a value come last.",
        autocompletion=complete_column,
    ),
]
ChartFile = Annotated[
    Path | None,
    typer.Option("--chart", metavar="FILE", help="Draw the rows too: FILE.svg or FILE.png.", show_default=False),
]
Total = Annotated[
    bool, typer.Option("--total", help="A row of totals after the others, without a ward; a table has them in words.")
]
Reverse = Annotated[bool, typer.Option("--reverse", help="Turn the order round.")]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        min=0,
        help="Print the first N rows only; of a table that has a line an election, the first N lines.",
    ),
]


@dataclass(repr=False)
class Which:
    """Which elections are meant: what a command that takes several has as one parameter (see ``loading.loaded``)."""

    elections: Elections = None
    every: Every = False
    region: Regions = None
    year: Years = None
    kind: Kind = None


OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write a file, whole or not at all; its ending says how: "
        "tsv, csv, json, jsonl, md, txt, html, svg, xlsx, parquet.",
        show_default=False,
    ),
]
Conditions = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="CONDITION",
        help="Only rows of which this is true, such as 'margin < 50 and runner_up_party = green'; given again, both.",
        show_default=False,
    ),
]


@dataclass(repr=False, eq=False)
class RowOptions:
    """Which rows are printed and with which columns, in any format.

    ``store`` is the one of the command: the register of parties in it knows their names.
    """

    columns: Columns = None
    no_header: NoHeader = False
    where: Conditions = None
    sort: Sort = None
    reverse: Reverse = False
    limit: Limit = None
    store: StoreFolder = None

    def printed(self, format_: FormatName | None, to: Path | None = None) -> "OutputOptions":
        """The same rows in a format, or in a file."""
        own = {field.name: getattr(self, field.name) for field in fields(RowOptions)}
        return OutputOptions(**own, format_=format_, to=to)


@dataclass(repr=False, eq=False)
class OutputOptions(RowOptions):
    """How rows are printed: options that a command takes as one parameter, ``how`` (see ``loading.loaded``)."""

    format_: Format = None
    to: OutputFile = None
