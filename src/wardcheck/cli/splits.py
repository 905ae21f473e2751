"""``wardcheck splits``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from wardcheck.analysis.split_proof import ProofRow, split_proof
from wardcheck.analysis.splits import By, Contest, SplitRow
from wardcheck.analysis.splits import splits as splits_of
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose, choose_ward
from wardcheck.cli.completion import complete_wards
from wardcheck.cli.output import Output
from wardcheck.cli.progress import progress
from wardcheck.cli.which import one_of
from wardcheck.errors import WardcheckError
from wardcheck.render import screens


def splits(
    by: Annotated[By, typer.Option(help="A row for each ward, or one for each slate of each ward.")] = "ward",
    proof: Annotated[
        str | None,
        typer.Option(
            "--proof",
            metavar="WARD",
            help="The line of arithmetic that proves the least number of split papers of a ward.",
            autocompletion=complete_wards,
            show_default=False,
        ),
    ] = None,
    ward: o.WardNames = None,
    store: o.StoreFolder = None,
    total: o.Total = False,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """How many papers must have been split between parties, or can have been? Most of all papers first."""
    output = Output(SplitRow if proof is None else ProofRow, how)
    if proof is not None:
        if by != "ward" or ward is not None or total:
            raise WardcheckError("--proof: expected none of --by, --ward and --total with it")
        _write_proof(output, store, which, proof)
        return
    chosen = choose(store, which, ward=ward).only(ward)
    if by == "ward":
        report = output.of_wards(partial(splits_of, watched=_watched), chosen.elections)
    else:
        report = output.kept(splits_of(*chosen.elections, by=by, watched=_watched))

    output.write(
        report, lambda shown: screens.splits.splits_sheet(shown, report, chosen.labels), total=total, of=chosen
    )


def _watched(contests: Sequence[Contest]) -> Iterator[Contest]:
    return progress(contests, len(contests), "working out")


def _write_proof(output: Output, store: Path | None, which: o.Which, ward: str) -> None:
    chosen, found = choose_ward(store, one_of(which, "--proof: expected one election with it"), ward)
    (election,) = chosen.elections
    report = split_proof(election, found)
    output.write(report, lambda shown: screens.split_proof.split_proof_sheet(shown, report, chosen.labels), of=chosen)
