"""What the shell offers on Tab, from folder and file names only: nothing is parsed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import typer

from wardcheck.errors import WardcheckError
from wardcheck.store import Store, open_store


def complete_elections(ctx: typer.Context, incomplete: str) -> list[str]:
    """Slugs of elections that are not on the line yet."""
    taken = set(ctx.params.get("elections") or ())
    return [slug for slug in _slugs(ctx) if slug.startswith(incomplete) and slug not in taken]


def complete_one_election(ctx: typer.Context, incomplete: str) -> list[str]:
    """Slugs of elections."""
    return [slug for slug in _slugs(ctx) if slug.startswith(incomplete)]


def complete_wards(ctx: typer.Context, incomplete: str) -> list[str]:
    """Slugs of the wards of the elections on the line, or of all."""
    store = _store(ctx)
    if store is None:
        return []
    # the parser stops at an option without its value, and leaves the arguments it has seen in args
    named = ctx.params.get("election") or ctx.params.get("elections") or ctx.args
    patterns = (named,) if isinstance(named, str) else tuple(named)
    try:
        elections = store.match(patterns) if patterns else store.slugs
        wards = {ward for election in elections for ward in store.ward_slugs(election)}
    except WardcheckError:
        return []
    return sorted(ward for ward in wards if ward.startswith(incomplete))


def complete_parties(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Slugs of the parties of the register, with their names."""
    given = ctx.params.get("store")
    try:
        parties = open_store(Path(given) if given else None).parties
        return [(slug, party.name) for slug, party in sorted(parties.items()) if slug.startswith(incomplete)]
    except WardcheckError:
        return []


def _slugs(ctx: typer.Context) -> Iterable[str]:
    store = _store(ctx)
    return store.slugs if store is not None else ()


def _store(ctx: typer.Context) -> Store | None:
    given = ctx.params.get("store")
    try:
        return open_store(Path(given) if given else None)
    except WardcheckError:
        return None
