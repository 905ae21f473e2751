"""What goes with a change across wards? The relation, and never more than that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, NamedTuple

from wardcheck.analysis.pairs import by_name
from wardcheck.analysis.quantities import Quantity
from wardcheck.analysis.report import OfWard, Part, Remark, Report, joined, remark
from wardcheck.facts.correlation import Statistic, pearson, spearman, stability
from wardcheck.facts.matched import comparison
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure
from wardcheck.frozen import frozen
from wardcheck.model import Election, Ward

ECOLOGICAL = (
    "A relation across wards says nothing about individuals: neither how the people whom a figure counts voted nor "
    "why (ecological inference). Whatever else differs between the same wards goes with it too."
)
"""Goes with every relation, in every format."""

EVERY_WARD = (
    "Every ward of both elections is here: the coefficients are a fact about them, and the interval is for what goes "
    "beyond them."
)
"""Goes with a relation across all wards of a council."""

SHARES_ADD_UP = (
    "Shares of one ward add up to 100 %, so that where one party's share rises others' must fall: part of any "
    "relation between two of them is arithmetic."
)
"""Goes with the relation of a party's change to another's."""


class Between(NamedTuple):
    """The two figures that are related."""

    what: Quantity
    against: Quantity


_NONE: Mapping[str, str] = {}


@frozen
class RelateRow:
    """One coefficient across the wards of one council, each ward counting alike. ``None`` is undefined."""

    election_from: Annotated[str, "slug of the election to compare with"]
    election_to: Annotated[str, "slug of the election that is asked about"]
    what: Annotated[str, "the figure that is asked about: PARTY share_change_pp, or A from B butler_pp or steed_pp"]
    against: Annotated[str, "the figure it is related to: a covariate, N/D in percent, or PARTY share_change_pp"]
    statistic: Annotated[Statistic, "which coefficient"]
    value: Annotated[float | None, "the coefficient, from -1 to 1; empty where it is undefined"]
    low: Annotated[float | None, "lower end of its 95 % interval"]
    high: Annotated[float | None, "upper end of its 95 % interval"]
    n: Annotated[int, "wards that the coefficient is over: those with both figures, and with --withdrew only some"]
    left_out: Annotated[int, "all other wards of either election; --points names each with the reason"]
    method: Annotated[str, "how the interval was worked out, or why there is none"]
    measure: Annotated[Measure, "how a party's votes in a ward are counted"]
    without_one_low: Annotated[float | None, "the lowest that the coefficient is with one of the wards left out"]
    without_one_high: Annotated[float | None, "the highest that it is with one of them left out"]
    permutation_p: Annotated[float | None, "how often chance does as well: the share of shuffled orders of the wards"]
    columns: Annotated[int | None, "columns of the covariate file that could be tried; empty without a covariate"]


@frozen
class RelatePointRow:
    """One ward of either election with its two figures. ``None`` is unknown or undefined."""

    election_from: Annotated[str, "slug of the election to compare with"]
    election_to: Annotated[str, "slug of the election that is asked about"]
    ward: Annotated[str, "slug of the ward in election_to; in election_from for a ward of that alone"]
    what: Annotated[str, "the figure that is asked about"]
    what_value: Annotated[float | None, "its value in this ward"]
    against: Annotated[str, "the figure it is related to"]
    against_value: Annotated[float | None, "its value in this ward"]
    left_out: Annotated[str | None, "why the ward is not part of the relation; empty where it is"]
    measure: Annotated[Measure, "how a party's votes in a ward are counted"]


def relate_points(
    before: Election,
    after: Election,
    what: Quantity,
    against: Quantity,
    *,
    measure: Measure = DEFAULT_MEASURE,
    left_out: Mapping[str, str] = _NONE,
) -> Report[RelatePointRow, Between]:
    """Every ward of either election: those with both figures by ``against``, then those left out, with the reason.

    ``left_out`` has the reasons for wards that are not asked about, by slug in the later election.
    """
    found = comparison(before, after)
    reasons = {ward.slug: "no poll in one of the elections" for _, ward in found.uncounted}
    rows = []
    for _, ward in [*found.counted, *found.uncounted]:
        y, x = what.values.get(ward.slug), against.values.get(ward.slug)
        why = reasons.get(ward.slug) or left_out.get(ward.slug)
        if why is None and (x is None or y is None):
            why = what.missing.get(ward.slug) if y is None else against.missing.get(ward.slug)
        rows.append(_point(before, after, ward, (what, y), (against, x), why, measure))
    for wards, alone in ((found.only_after, after), (found.only_before, before)):
        rows += [
            _point(before, after, ward, (what, None), (against, None), f"in {alone.slug} alone", measure)
            for ward in wards
        ]
    rows.sort(key=lambda row: (row.left_out is not None, row.left_out or "", row.against_value or 0, row.ward))
    remarks = _remarks(before, after, rows, what, against)
    return Report(rows, Between(what, against), remarks, answered=bool(found.same))


def _point(
    before: Election,
    after: Election,
    ward: Ward,
    what: tuple[Quantity, float | None],
    against: tuple[Quantity, float | None],
    why: str | None,
    measure: Measure,
) -> RelatePointRow:
    return RelatePointRow(
        election_from=before.slug,
        election_to=after.slug,
        ward=ward.slug,
        what=what[0].name,
        what_value=what[1],
        against=against[0].name,
        against_value=against[1],
        left_out=why,
        measure=measure,
    )


def relate(points: Report[RelatePointRow, Between]) -> Report[RelateRow, Between]:
    """Pearson's r and Spearman's rho across the wards of ``points`` that have both figures; no points, no rows."""
    if not points:
        return Report([], points.totals, points.remarks, answered=False)
    used = [(p.against_value, p.what_value) for p in points if p.left_out is None]
    pairs = [(x, y) for x, y in used if x is not None and y is not None]
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    one = points[0]
    rows = [
        RelateRow(
            election_from=one.election_from,
            election_to=one.election_to,
            what=one.what,
            against=one.against,
            statistic=found.statistic,
            value=found.value,
            low=found.low,
            high=found.high,
            n=len(pairs),
            left_out=len(points) - len(pairs),
            method=found.method,
            measure=one.measure,
            **stability(xs, ys, found.statistic)._asdict(),
            columns=points.totals.against.columns,
        )
        for found in (pearson(xs, ys), spearman(xs, ys))
    ]
    return Report(rows, points.totals, points.remarks, answered=points.answered)


def _remarks(
    before: Election, after: Election, points: Sequence[RelatePointRow], what: Quantity, against: Quantity
) -> list[Remark]:
    """The wards that are not part of the relation, by the reason; what the figures are; what no relation says."""
    wards: dict[str, list[Part]] = {}
    now = {ward.slug for ward in after.wards}
    for point in points:
        if point.left_out is not None:
            election = after.slug if point.ward in now else before.slug
            wards.setdefault(point.left_out, []).append(OfWard(election, point.ward))
    found = [remark(f"Left out, {reason}: ", joined(those), ".") for reason, those in wards.items()]
    found += by_name(before, after, comparison(before, after))
    found += [*what.remarks, *against.remarks]
    if all(point.left_out is None for point in points):
        found.append(remark(EVERY_WARD))
    if (tried := against.columns) is not None and tried > 1:
        words = (
            f"{against.name} is one choice among {tried} columns of its file: of as many relations that are nothing "
        )
        found.append(remark(words, "but chance, one in twenty has a permutation p of 0.05 or less."))
    if what.parties and against.parties:
        found.append(remark(SHARES_ADD_UP))
    return [*found, remark(ECOLOGICAL)]
