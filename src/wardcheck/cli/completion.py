"""What the shell offers on Tab, from the names of folders, files and columns and from the register of parties.

Typer evaluates the annotations of these functions at each start of a command that has them, so that they are no text
here, which would have to be compiled first.
"""

import sys
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import typer

import wardcheck
from wardcheck.errors import WardcheckError
from wardcheck.store import Store, open_store
from wardcheck.store.slugs import council_in_slug

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_ROWS = ("Row", "Finding")
"""How the names of row types end."""


def complete_elections(ctx: typer.Context, incomplete: str) -> list[str]:
    """Slugs of elections that are not on the line yet."""
    taken = set(ctx.params.get("elections") or ())
    return [slug for slug in _slugs(ctx) if slug.startswith(incomplete) and slug not in taken]


def complete_one_election(ctx: typer.Context, incomplete: str) -> list[str]:
    """Slugs of elections."""
    return [slug for slug in _slugs(ctx) if slug.startswith(incomplete)]


def complete_councils(ctx: typer.Context, incomplete: str) -> list[str]:
    """What the slugs of elections begin with."""
    return sorted({council_in_slug(slug) for slug in _slugs(ctx) if slug.startswith(incomplete)})


def complete_regions(ctx: typer.Context, incomplete: str) -> list[str]:
    """Regions and types of council, and after ``within:`` the counties."""
    from wardcheck.cli.regions import PLACES, WITHIN, counties

    store = _store(ctx)
    if incomplete.startswith(WITHIN) and store is not None:
        try:
            return [f"{WITHIN}{c}" for c in counties(store.councils) if f"{WITHIN}{c}".startswith(incomplete)]
        except WardcheckError:
            return []
    return [place for place in (*PLACES, WITHIN) if place.startswith(incomplete)]


def complete_years(ctx: typer.Context, incomplete: str) -> list[str]:
    """The years of the elections of the store."""
    from wardcheck.cli.which import year_of

    years = {str(year) for slug in _slugs(ctx) if (year := year_of(slug)) is not None}
    return sorted(year for year in years if year.startswith(incomplete))


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


def complete_two_parties(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Slugs of parties for A and then for B of ``A,B``, with their names."""
    first, comma, second = incomplete.rpartition(",")
    offered = complete_parties(ctx, second)
    return [(f"{first}{comma}{slug}", name) for slug, name in offered if slug != first and "," not in first]


def complete_column(ctx: typer.Context, incomplete: str) -> list[str]:
    """Columns of the command."""
    return [name for name in _columns(ctx) if name.startswith(incomplete)]


def complete_columns(ctx: typer.Context, incomplete: str) -> list[str]:
    """Columns of the command that are not among those before the last comma."""
    before, comma, last = incomplete.rpartition(",")
    taken = before.split(",")
    return [f"{before}{comma}{name}" for name in complete_column(ctx, last) if name not in taken]


def row_types(module: ModuleType) -> list[type["DataclassInstance"]]:
    """The row dataclasses of the module of a command: those that it imports, mostly one, and those of its ``ALSO``."""
    values = [*vars(module).values(), *(getattr(wardcheck, name) for name in getattr(module, "ALSO", ()))]
    return [v for v in values if isinstance(v, type) and is_dataclass(v) and v.__name__.endswith(_ROWS)]


def _columns(ctx: typer.Context) -> Iterable[str]:
    module = sys.modules[ctx.command.callback.__module__]
    return dict.fromkeys(field.name for row in row_types(module) for field in fields(row))


def _slugs(ctx: typer.Context) -> Iterable[str]:
    store = _store(ctx)
    try:
        return store.slugs if store is not None else ()
    except WardcheckError:
        return ()


def _store(ctx: typer.Context) -> Store | None:
    given = ctx.params.get("store")
    try:
        return open_store(Path(given) if given else None)
    except WardcheckError:
        return None
