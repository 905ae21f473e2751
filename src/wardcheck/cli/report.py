"""``wardcheck report``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.dossier import Dossier, dossier
from wardcheck.cli import options as o
from wardcheck.cli.chosen import Chosen, choose
from wardcheck.cli.completion import complete_one_election
from wardcheck.cli.file_output import refuse_place
from wardcheck.cli.output import tell
from wardcheck.cli.pair import in_order
from wardcheck.cli.progress import progress
from wardcheck.errors import WardcheckError
from wardcheck.facts.background import background
from wardcheck.store.atomic import write_whole
from wardcheck.store.named_elections import earlier_election
from wardcheck.words import counted

if TYPE_CHECKING:
    from wardcheck.model import Election
    from wardcheck.store import Store

_ENDINGS = (".html", ".htm")


def report(
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="ELECTION",
            help="Compare the one election named with this one [default: the election before, if it is in the store].",
            autocompletion=complete_one_election,
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help="The page, FILE.html; of several elections the folder of their pages and an index. Default: print it.",
            show_default=False,
        ),
    ] = None,
    store: o.StoreFolder = None,
    *,
    which: o.Which,
) -> None:
    """A page to publish: who won, how close it was, what moved, with charts and tables."""
    one_file = to is not None and to.suffix.lower() in _ENDINGS
    if to is not None and not one_file and to.suffix and not to.is_dir():
        raise WardcheckError(f"--output: expected a file that ends in .html, or a folder, got {str(to)!r}")
    if one_file and to is not None and to.is_dir():
        raise WardcheckError(f"--output: expected a file, got the folder {str(to)!r}")
    if to is not None:
        refuse_place(to, store, folder=True)
    chosen = choose(store, which)
    several = len(chosen.elections) > 1
    if several and from_ is not None:
        raise WardcheckError(f"--from: expected one election to compare, got {len(chosen.elections)}")
    if several and (to is None or one_file):
        got = "none" if to is None else repr(str(to))
        raise WardcheckError(f"--output: expected a folder for {len(chosen.elections)} elections, got {got}")
    _say_without_charts()
    if to is None or one_file:
        about, names = _about(chosen.elections[0], chosen.store, from_)
        page = _page(about, names, None)
        if to is None:
            sys.stdout.write(page)
        else:
            write_whole(to, page)
            tell(f"wrote {to}")
    else:
        _write_folder(chosen, to, from_)


def _write_folder(chosen: Chosen, to: Path, from_: str | None) -> None:
    """A page for each election, each whole or as it was, and last the index."""
    from wardcheck.render.page.index_page import INDEX, entry, index_page

    entries = []
    for election in progress(chosen.elections, len(chosen.elections), "writing"):
        about, names = _about(election, chosen.store, from_)
        write_whole(to / f"{election.slug}.html", _page(about, names, INDEX))
        entries.append(entry(about, names.labels))
    days = {one.day for one in entries}
    from wardcheck.render.labels import long_date

    title = f"Council elections of {long_date(days.pop())}" if len(days) == 1 else "Council elections"
    write_whole(to / INDEX, index_page(entries, title))
    tell(f"wrote {counted(len(entries), 'page')} and {INDEX} to {to}")


def _about(election: Election, store: Store, from_: str | None) -> tuple[Dossier, Chosen]:
    """All that is asked about an election, and the names in it; compared with the election before, if there is one."""
    known = background(election, store, earlier_election(from_, store) if from_ else None)
    before = known.before
    if before is not None:
        in_order(before, election, store)
    both: Sequence[Election] = [election] if before is None else [before, election]
    return dossier(election, known), Chosen(both, store)


def _page(about: Dossier, names: Chosen, index: str | None) -> str:
    from wardcheck.render.page.election_page import election_page

    alone = Chosen([about.election], names.store)
    return election_page(about, alone.labels, names.labels, index=index)


def _say_without_charts() -> None:
    from wardcheck.render.canvas import can_draw

    if not can_draw():
        tell("no charts, for matplotlib is not installed: pip install 'wardcheck[charts]'")
