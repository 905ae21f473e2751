"""The two elections that a line of ``[FROM] TO`` names, and the wards that can be compared."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from wardcheck.cli.chosen import Chosen, choose_one
from wardcheck.cli.completion import complete_elections
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.facts.accounted import poll_in_part
from wardcheck.facts.baseline import baselines
from wardcheck.facts.matched import Comparison, comparison, same_council
from wardcheck.model import Election
from wardcheck.spelling import nearest
from wardcheck.store import Store
from wardcheck.store.named_elections import earlier_election
from wardcheck.store.named_wards import wards_named
from wardcheck.store.names import slug_of

FromTo = Annotated[
    list[str],
    typer.Argument(
        metavar="[FROM] TO",
        help="An election by slug, after the one to compare with [default of FROM: the last for the same seats].",
        autocompletion=complete_elections,
        show_default=False,
    ),
]


FromToOrMany = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FROM] TO",
        help="An election, after the one to compare with [default of FROM: the last for the same seats]; or three and "
        "more, or a quoted pattern ('*-2018'), each with its own.",
        autocompletion=complete_elections,
        show_default=False,
    ),
]
Unmatched = Annotated[
    bool, typer.Option("--unmatched", help="Name every ward without a counterpart, which are counted otherwise.")
]


class Pair(NamedTuple):
    """Two elections and how their slugs are shown."""

    before: Election
    after: Election
    chosen: Chosen


def choose_pair(folder: Path | None, named: Sequence[str]) -> Pair:
    """The elections FROM and TO; FROM is what ``baselines`` says if it is not on the line.

    Raises:
        WardcheckError: more than two are named, one is not there or cannot be read, or none is known for FROM.
    """
    if len(named) not in (1, 2):
        raise WardcheckError(f"expected [FROM] TO, got {len(named)} elections")
    chosen = choose_one(folder, named[-1])
    store, (after,) = chosen.store, chosen.elections
    before = store.election(earlier_election(named[0], store) if len(named) == 2 else _previous(after, store))
    in_order(before, after, store)
    return Pair(before, after, Chosen([before, after], store))


def in_order(before: Election, after: Election, store: Store) -> None:
    """Refuse two elections of different councils, whose wards can only share names, and those the wrong way round.

    Raises:
        WardcheckError: the register of councils tells them apart (for councils that it does not have: other codes, or
            other names and not both a code); or ``before`` is the later one.
    """
    if not same_council(before, after, store):
        raise WardcheckError(
            f"expected two elections of one council, got {before.slug} ({before.council}) "
            f"and {after.slug} ({after.council})"
        )
    if before.date > after.date:
        raise WardcheckError(
            f"expected the earlier election first, got {before.slug} ({before.date}) to compare "
            f"{after.slug} ({after.date}) with"
        )


def pairs_before(after: Election, store: Store) -> list[Pair]:
    """``after`` with the election that filled its seats, or, of a by-election, each ward with its latest earlier poll.

    Of a by-election whose wards were last polled on several days there is a pair for each of these that the store has,
    with its wards.

    Raises:
        NotFoundError: nothing is known that it could be compared with, or that is not in the store.
    """
    found = []
    named = _baselines(after, store)
    held = [slug for slug in named if store.holds(slug)] or [_held(slug, after, store) for slug in named]
    for slug in sorted(held):
        before, wards = store.election(slug), named[slug]
        now = after if len(named) == 1 else after.only(wards)
        in_order(before, now, store)
        found.append(Pair(before, now, Chosen([before, now], store)))
    return found


def _previous(after: Election, store: Store) -> str:
    """What ``after`` is compared with: the election that filled its seats, or the latest poll of its wards."""
    named = _baselines(after, store)
    if len(named) > 1:
        raise WardcheckError(
            f"the wards of {after.slug} were last polled on several days; say which to compare with: "
            f"{' or '.join(sorted(named))}"
        )
    (slug,) = named
    return _held(slug, after, store)


def _baselines(after: Election, store: Store) -> Mapping[str, frozenset[str]]:
    if named := baselines(after, store):
        return named
    earlier = store.earlier(after.slug)
    has = f"the store has {', '.join(earlier)}" if earlier else "the store has no earlier one of this council"
    example = f"; say which to compare with: {earlier[-1]} {after.slug}" if earlier else ""
    raise NotFoundError(f"{after.slug} names no election before it, and {has}{example}")


def _held(slug: str, after: Election, store: Store) -> str:
    if not store.holds(slug):
        raise NotFoundError(f"{slug}, {_what(slug, after)}, is not in the store")
    return slug


def _what(slug: str, after: Election) -> str:
    """What an election is to the one that is compared with it."""
    if after.kind == "by-election" or slug == after.previous or after.kind not in ("thirds", "halves"):
        return f"the election before {after.slug}"
    return f"which filled the same seats as {after.slug}"


def must_have(pair: Pair, words: Sequence[str]) -> frozenset[str]:
    """The slugs of the wards named, each of which must be the same place in both elections.

    Raises:
        NotFoundError: one that is not in both elections.
    """
    found = comparison(pair.before, pair.after)
    same = {now.slug for _, now in found.same}
    slugs: set[str] = set()
    for word in words:
        named = {ward.slug for ward in wards_named(word, pair.after)} & same
        if not named:
            raise _not_compared(word, pair, found)
        slugs |= named
    return frozenset(slugs)


def redrawn(pair: Pair) -> bool:
    """Whether no ward is the same place in both elections, and each filled a whole council, so that totals compare."""
    whole = not (poll_in_part(pair.before) or poll_in_part(pair.after))
    return whole and not comparison(pair.before, pair.after).same


def whole_councils(pair: Pair) -> None:
    """Refuse totals of elections that did not fill every seat of the council.

    Raises:
        WardcheckError: one was a by-election or by thirds or halves, or wards of it are not in the store.
    """
    if why := poll_in_part(pair.before) or poll_in_part(pair.after):
        raise WardcheckError(f"--whole-council: expected two elections of a whole council, but {why}")


def _not_compared(ward: str, pair: Pair, found: Comparison) -> NotFoundError:
    for ours, theirs, only in (
        (pair.after, pair.before, found.only_after),
        (pair.before, pair.after, found.only_before),
    ):
        if wards_named(ward, ours.only(frozenset(one.slug for one in only))):
            return NotFoundError(f"ward {ward!r} of {ours.slug} has no counterpart in {theirs.slug}")
    for then, now in found.same:
        if then in wards_named(ward, pair.before):
            return NotFoundError(f"ward {ward!r} of {pair.before.slug} is {now.slug!r} in {pair.after.slug}")
    hint = nearest(
        slug_of(ward), sorted(now.slug for _, now in found.same), f"see: wardcheck margins {pair.after.slug}", count=3
    )
    return NotFoundError(f"no ward {ward!r} in {pair.after.slug}{hint}")
