"""The two elections that a line of ``[FROM] TO`` names, and the wards that can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from wardcheck.analysis.council import partial
from wardcheck.analysis.matched import Comparison, comparison, same_council
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.completion import complete_elections
from wardcheck.cli.options import FormatName
from wardcheck.cli.output import DRAWN, tell
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.model import Election
from wardcheck.spelling import nearest
from wardcheck.store import PATTERN, Store, open_store

if TYPE_CHECKING:
    from wardcheck.render.screens.pairs import Scope

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
    for name in named:
        if not PATTERN.isdisjoint(name):
            raise WardcheckError(f"expected [FROM] TO as two slugs, got the pattern {name!r}")
    store = open_store(folder)
    after = store.election(named[-1])
    before = store.election(named[0] if len(named) == 2 else _previous(after, store))
    in_order(before, after)
    return Pair(before, after, Chosen([before, after], store))


def in_order(before: Election, after: Election) -> None:
    """Refuse two elections of different councils, whose wards can only share names, and those the wrong way round.

    Raises:
        WardcheckError: the councils have different codes, or different names and not both a code; or ``before`` is
            the later one.
    """
    if not same_council(before, after):
        raise WardcheckError(
            f"expected two elections of one council, got {before.slug} ({before.council}) "
            f"and {after.slug} ({after.council})"
        )
    if before.date > after.date:
        raise WardcheckError(
            f"expected the earlier election first, got {before.slug} ({before.date}) to compare "
            f"{after.slug} ({after.date}) with"
        )


def _previous(after: Election, store: Store) -> str:
    """What ``after`` names as the election before it."""
    if after.previous is None:
        earlier = store.earlier(after.slug)
        has = f"the store has {', '.join(earlier)}" if earlier else "the store has no earlier one of this council"
        example = f"; say which to compare with: {earlier[-1]} {after.slug}" if earlier else ""
        raise NotFoundError(f"{after.slug} names no election before it, and {has}{example}")
    if after.previous not in store.slugs:
        raise NotFoundError(f"{after.previous}, the election before {after.slug}, is not in the store")
    return after.previous


def compare(pair: Pair, ward: str | None = None) -> Comparison:
    """Which wards of the two elections can be compared; ``ward`` is one that must be among them.

    Raises:
        NotFoundError: that one is not in both elections.
    """
    found = comparison(pair.before, pair.after)
    if ward is not None and ward not in {now.slug for _, now in (*found.pairs, *found.uncounted)}:
        raise _not_compared(ward, pair, found)
    return found


def whole_councils(pair: Pair) -> None:
    """Refuse totals of elections that did not fill every seat of the council.

    Raises:
        WardcheckError: one was a by-election or by thirds or halves, or wards of it are not in the store.
    """
    if why := partial(pair.before) or partial(pair.after):
        raise WardcheckError(f"--whole-council: expected two elections of a whole council, but {why}")


def scope_of(pair: Pair, found: Comparison | None) -> Scope:
    """What a table of the two elections is of: the wards ``found`` to be the same place, or whole councils."""
    from wardcheck.render.screens.pairs import of_councils, of_wards

    if found is None:
        return of_councils(pair.before, pair.after, pair.chosen.labels)
    return of_wards(found, (pair.before.slug, pair.after.slug), pair.chosen.labels)


def tell_of_the_others(pair: Pair, found: Comparison | None, format_: FormatName) -> None:
    """Name on stderr the wards that are not compared; what a person is shown has them in its notes.

    Without ``found`` whole councils are compared, and the wards are those that had no poll.
    """
    if format_ in DRAWN:
        return
    from wardcheck.render.remarks import left_out, no_poll

    if found is None:
        lines = no_poll(pair.before, pair.after, str, lambda ward: ward.slug)
    else:
        lines = left_out(found, pair.before.slug, pair.after.slug, lambda ward: ward.slug)
    tell(*lines)


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
    hint = nearest(ward, sorted(now.slug for _, now in both), f"see: wardcheck margins {pair.after.slug}", count=3)
    return NotFoundError(f"no ward {ward!r} in {pair.after.slug}{hint}")
