"""Relations across wards: what can be said of them, and what cannot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from statistics import median
from typing import cast

from wardcheck.analysis.quantities import Quantity, covariate, share_change
from wardcheck.analysis.relate import RelatePointRow, RelateRow, relate, relate_points
from wardcheck.analysis.withdrawn import not_withdrawn
from wardcheck.claims.elections import Elections
from wardcheck.claims.form import Sign
from wardcheck.claims.found import Span
from wardcheck.claims.statements import Relation
from wardcheck.claims.verdict import Judgement
from wardcheck.errors import NotFoundError
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure
from wardcheck.model import Election
from wardcheck.store.covariates import covariate_files, covariates_with
from wardcheck.words import counted

CANNOT = "totals of wards cannot tell who voted for whom"
"""Why a claim about voters is never more than undecidable: the persons behind two totals may be others each time."""

_NAMES = {"pearson_r": "Pearson r", "spearman_rho": "Spearman rho"}


def related(relation: Relation, measure: str | None, elections: Elections) -> Judgement:
    """The relation across wards, as ``wardcheck relate`` prints it, where it is asked for and the store has it.

    Across all wards of both elections a sign is a fact about them: true if both coefficients have it, false if both
    have the other. Of some wards, or of what goes ``beyond`` them, it takes both intervals on one side of nought. What
    the share did where the other figure is high is counted. Without either it is about voters, and never known.
    """
    if relation.before is None or not elections.has(relation.before, relation.election) or not relation.measurable:
        return Judgement(None, "the store does not have both elections" if relation.of_wards else CANNOT)
    before, after = elections.election(relation.before), elections.election(relation.election)
    by = cast(Measure, measure or DEFAULT_MEASURE)
    left_out = not_withdrawn(before, after, relation.withdrew) if relation.withdrew is not None else {}
    try:
        what = share_change(before, after, relation.party, measure=by)
        against = _against(relation, by, (before, after), elections)
    except NotFoundError as error:
        return Judgement(None, str(error) if relation.of_wards else f"{CANNOT}; {error}")
    points = relate_points(before, after, what, against, measure=by, left_out=left_out)
    rows = relate(points)
    figures = _figures(rows, relation)
    r = next((row.value for row in rows if row.value is not None), None)
    value = None if r is None else Span(Fraction(r), Fraction(r))
    if relation.where_high is not None:
        truth, found = _where_high(points, relation.where_high)
        return Judgement(truth, f"{found}; {figures}" if figures else found, value)
    if relation.sign is not None:
        decided = _has_sign(rows, relation.sign, of_all=_all_wards(rows) and not relation.beyond)
        return Judgement(decided, figures or _undefined(points), value)
    return Judgement(None, f"{figures}; {CANNOT}" if figures else CANNOT, value)


def _all_wards(rows: Sequence[RelateRow]) -> bool:
    return bool(rows) and rows[0].left_out == 0


def _undefined(points: Sequence[RelatePointRow]) -> str:
    words, out = "undefined across the wards that have both figures", _left_out(points)
    return f"{words} (left out, {out})" if out else words


def _left_out(points: Sequence[RelatePointRow]) -> str:
    """Why wards are no part of a relation: each reason with how many have it, where they are several."""
    reasons = Counter(point.left_out for point in points if point.left_out is not None)
    if len(reasons) == 1:
        return next(iter(reasons))
    return ", ".join(f"{counted(count, 'ward')}: {reason}" for reason, count in reasons.most_common())


def _where_high(points: Sequence[RelatePointRow], said: str) -> tuple[bool | None, str]:
    """Whether the share rose, or fell, in more than half of the wards in which the other figure is above its median."""
    used = [(p.against_value, p.what_value) for p in points if p.left_out is None]
    known = [(x, y) for x, y in used if x is not None and y is not None]
    if len(known) < len(points) or not known:
        return None, f"not known of {len(points) - len(known)} of {len(points)} wards ({_left_out(points)})"
    middle = median(x for x, _ in known)
    high = [y for x, y in known if x > middle]
    if not high:
        return None, f"no ward is above the median of {middle:.1f}"
    so = sum(y < 0 if said == "fell" else y > 0 for y in high)
    return 2 * so > len(high), f"{said} in {so} of the {len(high)} wards above the median of {middle:.1f}"


def _against(relation: Relation, measure: Measure, pair: tuple[Election, Election], elections: Elections) -> Quantity:
    if relation.other_party is not None:
        return share_change(*pair, relation.other_party, measure=measure)
    parts = (relation.column or "").split("/")
    return covariate(*pair, covariates_with(covariate_files(elections.store.root), parts), *parts[:2])


def _figures(rows: Sequence[RelateRow], relation: Relation) -> str:
    """The coefficients, with the interval where it says something, and *n*; nothing where they are undefined."""
    of_all = _all_wards(rows) and relation.of_wards and not relation.beyond
    found = [_figure(row, interval=not of_all) for row in rows if row.value is not None]
    if not found:
        return ""
    n, everywhere = rows[0].n, rows[0].n + rows[0].left_out
    of = "" if n == everywhere else f" of {everywhere}"
    where = (
        f" in which {relation.withdrew} stood in {relation.before} and not in {relation.election}"
        if relation.withdrew
        else ""
    )
    tried = f"; one of {rows[0].columns} columns that could be tried" if (rows[0].columns or 0) > 1 else ""
    return f"{', '.join(found)}, n = {n}{of} wards{where}{tried}"


def _figure(row: RelateRow, *, interval: bool) -> str:
    parts = []
    if row.low is not None and row.high is not None and interval:
        parts.append(f"95 % interval {row.low:+.2f} to {row.high:+.2f}")
    if row.without_one_low is not None and row.without_one_high is not None:
        parts.append(f"without one ward {row.without_one_low:+.2f} to {row.without_one_high:+.2f}")
    if row.permutation_p is not None:
        parts.append(f"by chance {100 * row.permutation_p:.2g} %")
    return f"{_NAMES[row.statistic]} {row.value:+.2f}" + (f" ({', '.join(parts)})" if parts else "")


def _has_sign(rows: Sequence[RelateRow], sign: Sign, *, of_all: bool) -> bool | None:
    ends = [(row.value, row.value) if of_all else (row.low, row.high) for row in rows]
    if not ends or any(low is None or high is None for low, high in ends):
        return None
    above = all(low is not None and low > 0 for low, _ in ends)
    below = all(high is not None and high < 0 for _, high in ends)
    return None if above == below else above == (sign == "positive")
