"""``wardcheck find``."""

from __future__ import annotations

from typing import Annotated

import typer

from wardcheck.analysis.find import FoundRow
from wardcheck.analysis.find import find as find_in
from wardcheck.cli import options as o
from wardcheck.cli.chosen import choose
from wardcheck.cli.output import Output
from wardcheck.errors import WardcheckError
from wardcheck.render import screens


def find(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="Parts of a name, in quotes if several; case, accents and apostrophes do not count."
        ),
    ],
    twice: Annotated[
        bool, typer.Option("--twice", help="Only names that stood more than once; with '' for NAME, of all names.")
    ] = False,
    store: o.StoreFolder = None,
    *,
    which: o.Which,
    how: o.OutputOptions,
) -> None:
    """Where did this person stand? In all of the store, or in the elections named."""
    output = Output(FoundRow, how)
    if not name.strip() and not twice:
        raise WardcheckError("expected parts of a name, got none")
    chosen = choose(store, which, or_all=True)
    report = output.kept(find_in(name, *chosen.elections, twice=twice))
    output.write(
        report, lambda shown: screens.find.find_sheet(shown, report, name, chosen.labels, twice=twice), of=chosen
    )
