"""``wardcheck import``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from wardcheck.cli import options as o
from wardcheck.cli.completion import complete_regions
from wardcheck.cli.exit_codes import ExitCode
from wardcheck.cli.output import Output, tell
from wardcheck.cli.progress import announce, progress
from wardcheck.cli.regions import place
from wardcheck.errors import WardcheckError
from wardcheck.model.council import Council
from wardcheck.model.election import Kind
from wardcheck.printable import printable
from wardcheck.render import screens
from wardcheck.sources.importing import Importer
from wardcheck.sources.layouts import LAYOUTS
from wardcheck.sources.run import ImportRow, Run
from wardcheck.sources.wanted import Wanted
from wardcheck.spelling import nearest
from wardcheck.store import Store, open_store

_DAY = ["%Y-%m-%d"]
_AGAIN = "; may be given again"
_NAMED = 8
"""How many elections are named before the rest are counted."""


NationName = Literal["england", "wales"]
"""The nations whose councillors are elected by the bloc vote."""


def _complete_layouts(incomplete: str) -> list[str]:
    return [name for name in LAYOUTS if name.startswith(incomplete)]


def _one_or_two(context: typer.Context, words: list[str]) -> list[str]:
    if len(words) > 2:
        context.fail(f"Got unexpected extra argument ({' '.join(words[2:])})")
    if len(words) == 1 and words[0] in LAYOUTS and not Path(words[0]).exists():
        context.fail("Missing argument 'FILE'.")
    return words


def import_(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[LAYOUT] FILE",
            help=f"The published file, and its layout ({', '.join(LAYOUTS)}) where its columns do not tell.",
            autocompletion=_complete_layouts,
            callback=_one_or_two,
            show_default=False,
        ),
    ],
    day: Annotated[
        datetime, typer.Option("--date", formats=_DAY, metavar="YYYY-MM-DD", help="Polling day of the file.")
    ],
    council: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help=f"This council alone{_AGAIN}.", show_default=False)
    ] = None,
    region: Annotated[
        list[str] | None,
        typer.Option(
            metavar="REGION",
            help=f"The councils of a region, of a type or within:COUNTY alone{_AGAIN}, for any of them.",
            autocompletion=complete_regions,
            show_default=False,
        ),
    ] = None,
    also: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="LAYOUT=FILE",
            help=f"Another publication of the same results, to compare and to take joint party ids from{_AGAIN}.",
            show_default=False,
        ),
    ] = None,
    papers: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE", help=f"A table of electorate, ballot papers or turnout by ward{_AGAIN}.", show_default=False
        ),
    ] = None,
    ties: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A list of dead heats and how they were settled.")
    ] = None,
    codes: Annotated[Path | None, typer.Option(metavar="FILE", help="A table of GSS codes by ward.")] = None,
    ballots: Annotated[Path | None, typer.Option(metavar="FILE", help="Democracy Club's ballot ids.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="How much of the council was elected.")] = None,
    previous: Annotated[
        str | None, typer.Option(metavar="ELECTION", help="Slug of the election before, or its year.")
    ] = None,
    polled: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WARD=YYYY-MM-DD", help=f"A ward that polled on a day of its own{_AGAIN}.", show_default=False
        ),
    ] = None,
    nation: Annotated[
        NationName, typer.Option(help="Whose councils are read; contests of others are counted.")
    ] = "england",
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite", help="Replace files that say something else, and remove wards that the source has no more."
        ),
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be written and write nothing.")] = False,
    store: o.StoreFolder = None,
    format_: o.Format = None,
    to: o.OutputFile = None,
    no_header: o.NoHeader = False,
) -> None:
    """Bring in published results: ward files from a file of many."""
    layout, file = _named(words)
    output = Output(ImportRow, o.OutputOptions(format_=format_, no_header=no_header, to=to, store=store))
    into = open_store(store)
    pairs = [(_layout(name), Path(path)) for name, path in map(_pair("--with", "LAYOUT=FILE"), also or ())]
    days = {ward: _day(text) for ward, text in map(_pair("--polled", "WARD=YYYY-MM-DD"), polled or ())}
    wanted = Wanted(
        layout=layout,
        file=file,
        day=day.date(),
        councils=council or (),
        of=_among(region, into),
        also=pairs,
        papers=papers or (),
        ties=ties,
        codes=codes,
        ballots=ballots,
        kind=kind,
        previous=previous,
        polled=days,
        nation="Wales" if nation == "wales" else "England",
    )
    announce(f"reading {printable(file.name)}")
    importer = Importer(wanted, into.parties, into.councils)
    if importer.taken is not None:
        tell(f"{file}: read as {importer.taken}, by its columns")
    done = Run(
        importer,
        into,
        overwrite=overwrite,
        dry_run=dry_run,
        waiting=lambda: tell(f"another import is writing into {into.root}; waiting until it has finished"),
    )
    rows = list(progress(done.rows(), len(importer), "importing"))

    sys.stderr.write("".join(f"{printable(str(problem))}\n" for problem in importer.problems))
    output.write(rows, lambda shown: screens.import_.import_sheet(shown, rows, dry_run=dry_run))
    tell(*importer.remarks.lines(), *_left_over(done, overwrite=overwrite), *_following(done))
    if done.refused:
        names = "\n".join(map(str, done.refused))
        what = f"{len(done.refused)} files say something else and were left as they are; --overwrite replaces them"
        raise WardcheckError(f"{what}:\n{names}")
    if not rows:
        raise WardcheckError(f"{file}: expected an election that can be written, got none; nothing was imported")
    if not done.whole:
        tell(f"{importer.left_out} contests, or rows that may be of some, were left out; they are named above")
        raise typer.Exit(ExitCode.FINDINGS)


def _among(words: Sequence[str] | None, store: Store) -> Callable[[Council], bool] | None:
    if not words:
        return None
    places = [place(word, store.councils) for word in words]
    return lambda council: any(lies(council) for lies in places)


def _left_over(done: Run, *, overwrite: bool) -> list[str]:
    became = "removed" if overwrite else "left over, and counted; --overwrite removes it"
    return [f"{path}: the source has no such ward: {became}" for path in done.left_over]


def _following(done: Run) -> list[str]:
    if not done.following:
        return []
    some = ", ".join(f"{path.parent.parent.name}/{path.parent.name}" for path in done.following[:_NAMED])
    more = f" and {len(done.following) - _NAMED} more" if len(done.following) > _NAMED else ""
    return [f"later elections that now name one of these as the election before: {some}{more}"]


def _pair(option: str, form: str) -> Callable[[str], tuple[str, str]]:
    def split(text: str) -> tuple[str, str]:
        left, equals, right = text.partition("=")
        if not (left and equals and right):
            raise WardcheckError(f"{option}: expected {form}, got {text!r}")
        return left, right

    return split


def _named(words: Sequence[str]) -> tuple[str | None, Path]:
    """The layout, if one was named, and the file."""
    *layout, file = words
    return _layout(layout[0], "LAYOUT") if layout else None, Path(file)


def _layout(name: str, where: str = "--with") -> str:
    if name not in LAYOUTS:
        raise WardcheckError(f"{where}: expected a layout ({', '.join(LAYOUTS)}), got {name!r}{nearest(name, LAYOUTS)}")
    return name


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WardcheckError(f"--polled: expected a date such as 2014-06-26, got {text!r}") from None
