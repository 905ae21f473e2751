"""The two elections that a line of ``[FROM] TO`` names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from wardcheck.cli.chosen import Chosen
from wardcheck.cli.completion import complete_elections
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.model import Election
from wardcheck.store import open_store

FromTo = Annotated[
    list[str],
    typer.Argument(
        metavar="[FROM] TO",
        help="An election by slug, after the one to compare with [default of FROM: the election before].",
        autocompletion=complete_elections,
        show_default=False,
    ),
]


class Pair(NamedTuple):
    """Two elections and how their slugs are shown."""

    before: Election
    after: Election
    chosen: Chosen


def choose_pair(folder: Path | None, named: Sequence[str]) -> Pair:
    """The elections FROM and TO; FROM is the one that TO names as previous if it is not on the line.

    Raises:
        WardcheckError: more than two are named, one is not there or cannot be read, or TO names none before it.
    """
    if len(named) not in (1, 2):
        raise WardcheckError(f"expected [FROM] TO, got {len(named)} elections")
    store = open_store(folder)
    after = store.election(named[-1])
    if len(named) == 1 and after.previous is None:
        raise NotFoundError(f"{after.slug} names no election before it; say which to compare with: FROM {after.slug}")
    before = store.election(named[0] if len(named) == len(("FROM", "TO")) else after.previous or "")
    return Pair(before, after, Chosen([before, after], store))
