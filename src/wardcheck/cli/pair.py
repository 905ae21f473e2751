"""The two elections that a line of ``[FROM] TO`` names, and the wards that can be compared."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from wardcheck.analysis.change import Comparison, comparison
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.completion import complete_elections
from wardcheck.cli.options import FormatName
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


def compare(pair: Pair, ward: str | None = None) -> Comparison:
    """Which wards of the two elections can be compared; ``ward`` is one that must be among them.

    Raises:
        NotFoundError: no ward is in both elections, or not the one asked for.
    """
    found = comparison(pair.before, pair.after)
    both = [*found.pairs, *found.uncounted]
    if not both:
        raise NotFoundError(
            f"no ward of {pair.after.slug} is one of {pair.before.slug}: "
            "a ward that was redrawn has no history, even if its name survives"
        )
    if ward is not None and ward not in {now.slug for _, now in both}:
        raise _not_compared(ward, pair, found)
    return found


def tell_of_the_others(pair: Pair, found: Comparison, format_: FormatName) -> None:
    """Name on stderr the wards that are not compared; what a person is shown has them in its notes."""
    if format_ in (FormatName.TABLE, FormatName.SVG, FormatName.HTML):
        return
    from wardcheck.render.screens.change import left_out

    for line in left_out(found, pair.before.slug, pair.after.slug, lambda ward: ward.slug):
        sys.stderr.write(f"wardcheck: {line}\n")


def _not_compared(ward: str, pair: Pair, found: Comparison) -> NotFoundError:
    for ours, theirs, only in (
        (pair.after, pair.before, found.only_after),
        (pair.before, pair.after, found.only_before),
    ):
        if ward in {one.slug for one in only}:
            return NotFoundError(f"ward {ward!r} of {ours.slug} has no counterpart in {theirs.slug}")
    both = [*found.pairs, *found.uncounted]
    for then, now in both:
        if ward == then.slug:
            return NotFoundError(f"ward {ward!r} of {pair.before.slug} is {now.slug!r} in {pair.after.slug}")
    close = get_close_matches(ward, sorted(now.slug for _, now in both), n=3, cutoff=0.5)
    hint = f"nearest: {', '.join(close)}" if close else f"see: wardcheck margins {pair.after.slug}"
    return NotFoundError(f"no ward {ward!r} in {pair.after.slug}; {hint}")
