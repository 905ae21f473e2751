"""Relations across wards: what can be said of them, and what cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from wardcheck.analysis.quantities import Quantity, covariate, share_change
from wardcheck.analysis.relate import RelateRow, relate, relate_points
from wardcheck.analysis.withdrawn import not_withdrawn
from wardcheck.claims.elections import Elections
from wardcheck.claims.statements import Relation, Sign
from wardcheck.errors import NotFoundError
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure
from wardcheck.model import Election
from wardcheck.store.covariates import covariate_files, covariates_with

CANNOT = "totals of wards cannot tell who voted for whom"
"""Why a claim about voters is never more than undecidable: the persons behind two totals may be others each time."""

_NAMES = {"pearson_r": "Pearson r", "spearman_rho": "Spearman rho"}


class Related(NamedTuple):
    """Whether the wards go together as a relation says, and what was found of it."""

    truth: bool | None
    found: str


def resolved(relation: Relation, elections: Elections) -> tuple[str, str] | None:
    """The two elections of a relation; ``None`` where one is not in the store."""
    if not elections.has(relation.election):
        return None
    before = relation.before or elections.election(relation.election).previous
    return (before, relation.election) if before is not None and elections.has(before) else None


def related(relation: Relation, measure: str | None, elections: Elections) -> Related:
    """The relation across wards, as ``wardcheck relate`` prints it, where it is asked for and the store has it.

    One that is said to have a sign is true if both intervals lie on that side of nought, false if both lie on the
    other, and not known otherwise. Without a sign it is about voters, and never known.
    """
    pair = resolved(relation, elections)
    if pair is None or not relation.measurable:
        return Related(None, CANNOT if relation.sign is None else "the store does not have both elections")
    before, after = (elections.election(slug) for slug in pair)
    by = cast(Measure, measure or DEFAULT_MEASURE)
    left_out = not_withdrawn(before, after, relation.withdrew) if relation.withdrew is not None else {}
    try:
        rows = _rows(relation, by, (before, after), left_out, elections)
    except NotFoundError as error:
        return Related(None, f"{CANNOT}; {error}" if relation.sign is None else str(error))
    figures = _figures(rows, relation, pair)
    if relation.sign is not None:
        return Related(_has_sign(rows, relation.sign), figures or "undefined across the wards that have both figures")
    return Related(None, f"{figures}; {CANNOT}" if figures else CANNOT)


def _rows(
    relation: Relation,
    measure: Measure,
    pair: tuple[Election, Election],
    left_out: Mapping[str, str],
    elections: Elections,
) -> Sequence[RelateRow]:
    what = share_change(*pair, relation.party, measure=measure)
    against = _against(relation, measure, pair, elections)
    return relate(relate_points(*pair, what, against, measure=measure, left_out=left_out))


def _against(relation: Relation, measure: Measure, pair: tuple[Election, Election], elections: Elections) -> Quantity:
    if relation.other_party is not None:
        return share_change(*pair, relation.other_party, measure=measure)
    parts = (relation.column or "").split("/")
    return covariate(*pair, covariates_with(covariate_files(elections.store.root), parts), *parts[:2])


def _figures(rows: Sequence[RelateRow], relation: Relation, pair: tuple[str, str]) -> str:
    """``Pearson r -0.62 (95 % interval -0.83 to -0.26), ..., n = 21 wards``; nothing where it is undefined."""
    found = [
        f"{_NAMES[row.statistic]} {row.value:+.2f} (95 % interval {row.low:+.2f} to {row.high:+.2f})"
        for row in rows
        if row.value is not None and row.low is not None and row.high is not None
    ]
    if not found:
        return ""
    n, everywhere = rows[0].n, rows[0].n + rows[0].left_out
    of = "" if n == everywhere else f" of {everywhere}"
    where = f" in which {relation.withdrew} stood in {pair[0]} and not in {pair[1]}" if relation.withdrew else ""
    return f"{', '.join(found)}, n = {n}{of} wards{where}"


def _has_sign(rows: Sequence[RelateRow], sign: Sign) -> bool | None:
    ends = [(row.low, row.high) for row in rows]
    if not ends or any(low is None or high is None for low, high in ends):
        return None
    above = all(low is not None and low > 0 for low, _ in ends)
    below = all(high is not None and high < 0 for _, high in ends)
    return None if above == below else above == (sign == "positive")
