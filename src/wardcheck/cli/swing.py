"""``wardcheck swing``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from wardcheck.analysis.party_votes import DEFAULT_MEASURE, Measure
from wardcheck.analysis.swing import SwingRow
from wardcheck.analysis.swing import swing as swing_of
from wardcheck.cli import options as o
from wardcheck.cli.output import Output
from wardcheck.cli.pair import FromTo, choose_pair, compare, tell_of_the_others
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.model import INDEPENDENT, Party

if TYPE_CHECKING:
    from wardcheck.render.sheet import Sheet


def swing(
    elections: FromTo,
    between: Annotated[str, typer.Option(metavar="A,B", help="The two parties, as slugs; positive is to A from B.")],
    measure: Annotated[
        Measure,
        typer.Option(
            help="How a party's votes in a ward are counted: all, of its best candidate, per candidate, per seat."
        ),
    ] = DEFAULT_MEASURE,
    ward: o.WardSlug = None,
    store: o.StoreFolder = None,
    format_: o.Format = None,
    columns: o.Columns = None,
    no_header: o.NoHeader = False,
    sort: o.Sort = None,
    reverse: o.Reverse = False,
    limit: o.Limit = None,
) -> None:
    """What was the swing between two parties, ward by ward? All wards together, then the largest swing to A first."""
    output = Output(SwingRow, format_, columns, no_header, sort, reverse, limit)
    pair = choose_pair(store, elections)
    a, b = _two_parties(between, pair.chosen.store.parties)
    found = compare(pair, ward)
    rows = swing_of(pair.before, pair.after, a, b, measure=measure)
    if ward is None:
        tell_of_the_others(pair, found, output.format)

    def screen(shown: Sequence[SwingRow]) -> Sheet:
        from wardcheck.render.screens.swing import swing_sheet

        return swing_sheet(shown, rows, found, (pair.before.slug, pair.after.slug), (a, b), measure, pair.chosen.labels)

    output.write(rows, screen, ward=ward)


def _two_parties(text: str, parties: Mapping[str, Party]) -> tuple[str, str]:
    """The slugs of two parties of the register.

    Raises:
        WardcheckError: there are not two, or one is not in the register, or is no party.
    """
    slugs = [word.strip() for word in text.split(",")]
    if len(slugs) != len(("A", "B")) or slugs[0] == slugs[1]:
        raise WardcheckError(f"--between: expected two parties, such as lab,con, got {text!r}")
    for slug in slugs:
        if slug not in parties:
            close = get_close_matches(slug, list(parties), n=3, cutoff=0.5)
            hint = f"nearest: {', '.join(close)}" if close else "see parties.yaml in the store"
            raise NotFoundError(f"--between: no party {slug!r}; {hint}")
        if slug == INDEPENDENT:
            raise WardcheckError(f"--between: expected a party, got {slug!r}: every independent is a party of one")
    return slugs[0], slugs[1]
