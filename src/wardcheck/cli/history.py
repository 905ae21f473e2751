"""``wardcheck history``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from wardcheck.analysis.history import HistoryRow, ward_history
from wardcheck.analysis.history import history as history_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.completion import complete_councils
from wardcheck.cli.output import Output
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.render import screens
from wardcheck.store import Store, open_store
from wardcheck.store.named_elections import meant
from wardcheck.store.named_wards import no_ward, wards_named
from wardcheck.store.slugs import council_in_slug

Council = Annotated[
    str,
    typer.Argument(
        metavar="COUNCIL",
        help="A council by slug, name or code, or any of its elections.",
        autocompletion=complete_councils,
    ),
]
WardName = Annotated[
    str | None,
    typer.Option("--ward", metavar="WARD", help="This ward alone, by slug, name or code.", show_default=False),
]


def history(
    council: Council,
    ward: WardName = None,
    store: o.StoreFolder = None,
    *,
    how: o.OutputOptions,
) -> None:
    """This council, or this ward, over all elections in the store. Earliest first."""
    output = Output(HistoryRow, how)
    opened = open_store(store)
    slugs = _elections_of(council, opened)
    known = opened.councils.get(council_in_slug(slugs[0]))
    before = opened.councils.came_from(known.slug) if known is not None else ()
    if ward is not None:
        slugs = [*slugs, *(slug for one in before for slug in opened.of_council(one))]
    chosen = Chosen([opened.election(slug) for slug in slugs], opened)
    if ward is None:
        report = history_of(*chosen.elections, council=known, before=before)
    else:
        report = ward_history(_ward(ward, chosen), *chosen.elections, council=known, before=before)

    output.write(
        report,
        lambda shown: screens.history.history_sheet(shown, report, chosen.labels, of_ward=ward is not None),
        of=chosen,
    )


def _elections_of(word: str, store: Store) -> Sequence[str]:
    """The slugs of all elections of the council that a word names."""
    slugs, council = meant(word, store)
    if council is None and len(councils := sorted({council_in_slug(slug) for slug in slugs})) > 1:
        raise WardcheckError(f"expected one council, got {word!r}, which stands for {len(councils)}")
    return slugs if council is not None else store.of_council(slugs[0])


def _ward(word: str, chosen: Chosen) -> str:
    """The slug of the ward that a word names, as the latest election with such a ward has it."""
    for election in sorted(chosen.elections, key=lambda election: election.date, reverse=True):
        found = wards_named(word, election)
        if len(found) > 1:
            names = ", ".join(ward.slug for ward in found)
            raise NotFoundError(f"expected one ward, got {word!r}, which names {names} of {election.slug}")
        if found:
            return found[0].slug
    raise no_ward(word, chosen.elections)
