"""Figures of an area and of those who live and vote in it: turnout, papers, and what a census counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from statistics import median
from typing import TYPE_CHECKING

from wardcheck.analysis.splits import splits
from wardcheck.claims.found import Absent, Found, Span, Unknown
from wardcheck.errors import NotFoundError
from wardcheck.facts.cut import had_poll
from wardcheck.facts.papers import BALLOT_BOX, PAPERS, VALID, Definition
from wardcheck.facts.turnout import together, turnout_by
from wardcheck.model import Ward
from wardcheck.store.covariate_reader import Covariates
from wardcheck.store.covariates import covariate_files, covariates_with
from wardcheck.store.slugs import council_in_slug

if TYPE_CHECKING:
    from wardcheck.claims.elections import Elections
    from wardcheck.claims.statements import Figure
    from wardcheck.store import Store

ANY = Span(0, 100)
"""A turnout of which nothing is known."""

NOT_STATED = "as reported, the definition not stated"


def turnout(elections: Elections, figure: Figure, measure: str | None, _column: str) -> Found:
    """The turnout of a ward or of all together, in percent; of a percentage of no stated definition by either."""
    definition: Definition = VALID if measure == VALID else BALLOT_BOX
    if figure.ward is not None:
        return _of_ward(elections.ward(figure.election, figure.ward), definition)
    gap = elections.lacking(figure.election)
    return Unknown(gap) if gap else _of_all(figure.election, list(elections.wards(figure.election)), definition)


def _of_ward(ward: Ward, definition: Definition) -> Found:
    if not had_poll(ward):
        return Absent(f"{ward.slug} had no poll")
    return _together([ward], definition) or Unknown(f"the turnout of {ward.slug} is not known by this definition")


def _of_all(election: str, wards: list[Ward], definition: Definition) -> Found:
    if not any(map(had_poll, wards)):
        return Unknown(f"{election} has no wards that polled")
    return _together(wards, definition) or Unknown(_lacking(election, wards, definition))


def _together(wards: Sequence[Ward], definition: Definition) -> Span | None:
    found = together(wards, definition)
    if found is None:
        return None
    notes = {"known": "", "reported": NOT_STATED, "bounds": f"{PAPERS[definition]} are not in the store"}
    of_wards = "of the percentages of its wards, " if found.basis == "reported" and len(wards) > 1 else ""
    return Span(found.least, found.most, of_wards + notes[found.basis], found.rounded)


def _lacking(election: str, wards: list[Ward], definition: Definition) -> str:
    polled = [ward for ward in wards if had_poll(ward)]
    electorate = all(ward.electorate for ward in polled)
    papers = all(turnout_by(ward, definition) is not None for ward in polled)
    if not electorate and not papers:
        return f"neither the papers nor the electorate of {election} are in the store"
    return f"the {PAPERS[definition] if electorate else 'electorate'} of {election} is not in the store"


def typical_turnout(elections: Elections, figure: Figure, measure: str | None, _column: str) -> Found:
    """The median turnout of several elections of whole councils, with bounds where that of some is unknown."""
    slugs = figure.chosen.fitting(elections) if figure.chosen is not None else []
    definition: Definition = VALID if measure == VALID else BALLOT_BOX
    whole = [slug for slug in slugs if elections.election(slug).kind in ("all", "halves", "thirds")]
    expected = figure.chosen.expected if figure.chosen is not None else None
    if not whole or expected not in (None, len(whole)):
        return Unknown(f"the store has {len(whole)} of {expected or 'the'} elections")
    found = [_of_all(slug, list(elections.wards(slug)), definition) for slug in whole]
    spans = [
        one if isinstance(one, Span) and not elections.lacking(slug) else ANY
        for slug, one in zip(whole, found, strict=True)
    ]
    low, high = (Fraction(median(Fraction(span[end]) for span in spans)) for end in (0, 1))
    bounds = sum(not span.exact for span in spans)
    return Span(low, high, f"the median of {len(whole)} elections" + (f", of {bounds} within bounds" if bounds else ""))


def split_papers(elections: Elections, figure: Figure, _: str | None, _column: str) -> Found:
    """How many papers were split between parties at the least and at the most; of those with a vote for one party."""
    report = elections.report(splits, figure.election, by="party" if figure.party is not None else "ward")
    rows = report.rows if figure.ward is not None else [row for row in report.totals if row.election is not None]
    row = next((row for row in rows if (row.ward, row.party) == (figure.ward, figure.party)), None)
    if row is None:
        return Unknown(f"no papers of {figure.party or 'all parties'} in {figure.ward or figure.election} are known")
    return Span(row.split_min, row.split_max, f"of {row.papers:,} papers")


# -- covariates ----------------------------------------------------------------------------------------------


def covariate(elections: Elections, figure: Figure, _: str | None, _column: str) -> Found:
    """A column of the covariate files, or N of D in percent: of a ward, of a council, or of all wards of the file."""
    part, _slash, whole = (figure.column or "").partition("/")
    try:
        file = covariates_of(elections, figure)
    except NotFoundError as error:
        return Unknown(str(error))
    values = [(row[part], row[whole] if whole else 1.0) for row in _rows(file, elections, figure)]
    if not values or any(a is None or b is None for a, b in values):
        return Unknown(f"{figure.column} of {figure.ward or figure.election} is not among the covariates")
    top, bottom = (sum(Fraction(pair[side] or 0) for pair in values) for side in (0, 1))
    if not whole:
        number = int(top) if top.denominator == 1 else top
        return Span(number, number)
    if not bottom:
        return Absent(f"{whole} is 0")
    percent = Fraction(100 * top) / bottom
    return Span(percent, percent, f"{float(top):,.0f} of {float(bottom):,.0f}")


def covariates_of(elections: Elections, figure: Figure) -> Covariates:
    """The file that has the column of a figure.

    Raises:
        NotFoundError: none has it.
    """
    return elections.report(_file, store=elections.store, columns=tuple((figure.column or "").split("/")))


def _file(store: Store, columns: tuple[str, ...]) -> Covariates:
    return covariates_with(covariate_files(store.root), columns)


def _rows(file: Covariates, elections: Elections, figure: Figure) -> list[Mapping[str, float | None]]:
    if figure.ward is not None:
        row = file.of_ward((elections.election(figure.election), elections.ward(figure.election, figure.ward)))
        return [row] if row is not None else []
    keys = file.councils.get(council_in_slug(figure.election), ()) if figure.election else file.wards
    return [file.wards[key] for key in keys]
