"""``wardcheck relate``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated

import typer

from wardcheck.analysis import relate as analysis
from wardcheck.analysis.quantities import Quantity, SwingKind, covariate, share_change, swing_between
from wardcheck.analysis.relate import RelateRow
from wardcheck.analysis.withdrawn import not_withdrawn
from wardcheck.cli import of_parties
from wardcheck.cli import options as o
from wardcheck.cli.completion import complete_parties
from wardcheck.cli.named_parties import known_party, two_parties
from wardcheck.cli.output import Output
from wardcheck.cli.pair import FromTo, Pair, choose_pair
from wardcheck.errors import WardcheckError
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure
from wardcheck.render import screens
from wardcheck.store.covariates import covariate_files, covariates_with


def relate(
    elections: FromTo,
    party: Annotated[
        str | None,
        typer.Option(metavar="SLUG", help="The change in this party's share.", autocompletion=complete_parties),
    ] = None,
    between: Annotated[
        str | None, typer.Option(metavar="A,B", help="The swing to party A from party B, in place of --party.")
    ] = None,
    steed: Annotated[
        bool, typer.Option("--steed", help="With --between: two-party (Steed) swing [default: Butler's].")
    ] = False,
    with_: Annotated[
        str | None,
        typer.Option("--with", metavar="COLUMN", help="A covariate, or N/D: column N in percent of column D."),
    ] = None,
    with_party: Annotated[
        str | None,
        typer.Option(
            metavar="SLUG",
            help="The change in this party's share, in place of a covariate.",
            autocompletion=complete_parties,
        ),
    ] = None,
    covariates: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A covariate file [default: the one in covariates/ of the store that has the columns].",
            show_default=False,
        ),
    ] = None,
    withdrew: Annotated[
        str | None,
        typer.Option(
            metavar="SLUG",
            help="Only wards in which this party stood in FROM and not in TO.",
            autocompletion=complete_parties,
        ),
    ] = None,
    measure: of_parties.Measure = DEFAULT_MEASURE,
    points: Annotated[bool, typer.Option("--points", help="A row for each ward, those left out too.")] = False,
    store: o.StoreFolder = None,
    *,
    how: o.OutputOptions,
) -> None:
    """What goes with a change across wards? The relation, never what individuals did."""
    _one_of("--party", party, "--between", between)
    _one_of("--with", with_, "--with-party", with_party)
    if steed and between is None:
        raise WardcheckError("--steed: expected --between A,B with it")
    if covariates is not None and with_ is None:
        raise WardcheckError("--covariates: expected --with COLUMN with it")
    row_type = analysis.RelatePointRow if points else RelateRow
    output = Output(row_type, how)
    pair = choose_pair(store, elections)
    left_out = _not_withdrawn(pair, withdrew)
    party = known_party(party, pair.chosen) if party is not None else None
    with_party = known_party(with_party, pair.chosen, option="--with-party") if with_party is not None else None
    if party is not None and party == with_party:
        raise WardcheckError(f"--with-party: expected another party than --party, got {party!r} twice")
    what = _what(pair, party, between, measure, left_out, steed=steed)
    against = _against(pair, with_, with_party, covariates, measure, left_out)
    wards = analysis.relate_points(pair.before, pair.after, what, against, measure=measure, left_out=left_out)
    coefficients = analysis.relate(wards)

    if points:
        output.write(
            wards,
            lambda shown: screens.relate.points_sheet(shown, coefficients, wards, pair.chosen.labels, withdrew),
            of=pair.chosen,
        )
    else:
        output.write(
            coefficients,
            lambda shown: screens.relate.relate_sheet(shown, wards, pair.chosen.labels, withdrew),
            of=pair.chosen,
        )


def _one_of(first: str, one: str | None, second: str, other: str | None) -> None:
    """Refuse neither and both of two options."""
    if (one is None) == (other is None):
        raise WardcheckError(f"expected {first} or {second}, got {'neither' if one is None else 'both'}")


def _not_withdrawn(pair: Pair, party: str | None) -> Mapping[str, str]:
    """The wards that are left out because a party did not withdraw from them, each with the reason."""
    if party is None:
        return {}
    return not_withdrawn(pair.before, pair.after, known_party(party, pair.chosen, option="--withdrew"))


def _what(
    pair: Pair,
    party: str | None,
    between: str | None,
    measure: Measure,
    left_out: Collection[str],
    *,
    steed: bool,
) -> Quantity:
    """The figure that is asked about: a party's change or a swing."""
    if between is not None:
        a, b = two_parties(between, pair.chosen)
        kind: SwingKind = "steed" if steed else "butler"
        return swing_between(pair.before, pair.after, a, b, measure=measure, kind=kind)
    return share_change(pair.before, pair.after, party or "", measure=measure, left_out=left_out)


def _against(
    pair: Pair,
    column: str | None,
    party: str | None,
    file: Path | None,
    measure: Measure,
    left_out: Collection[str],
) -> Quantity:
    """The figure it is related to."""
    if column is None:
        return share_change(pair.before, pair.after, party or "", measure=measure, left_out=left_out)
    parts = [part.strip() for part in column.split("/")]
    if len(parts) > 2 or not all(parts):
        raise WardcheckError(f"--with: expected COLUMN or N/D, got {column!r}")
    files = [file] if file is not None else covariate_files(pair.chosen.store.root)
    return covariate(pair.before, pair.after, covariates_with(files, parts), *parts)
