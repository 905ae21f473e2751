"""What goes with a change across wards? The relation, and never more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Annotated, Literal, NamedTuple

from wardcheck.analysis.change import change_by_ward, comparison
from wardcheck.analysis.correlation import Statistic, pearson, spearman
from wardcheck.analysis.party_votes import DEFAULT_MEASURE, Measure
from wardcheck.analysis.swing import swing
from wardcheck.model import Election, Ward
from wardcheck.store.covariates import COUNCIL, ELECTION, GSS, Covariates, Key

ECOLOGICAL = (
    "A relation across wards says nothing about individuals: neither how the people whom a figure counts voted nor "
    "why (ecological inference). Whatever else differs between the same wards goes with it too."
)
"""Goes with every relation, in every format."""

SHARES_ADD_UP = (
    "Shares of one ward add up to 100 %, so that where one party's share rises others' must fall: part of any "
    "relation between two of them is arithmetic."
)
"""Goes with the relation of a party's change to another's."""

SwingKind = Literal["butler", "steed"]

_DATE = re.compile(r"-(by-)?\d{4}(-\d\d-\d\d)?$")


@dataclass(frozen=True, slots=True)
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
    n: Annotated[int, "wards that have both figures"]
    left_out: Annotated[int, "wards of either election that have not; --points names each with the reason"]
    method: Annotated[str, "how the interval was worked out, or why there is none"]
    measure: Annotated[Measure, "how a party's votes in a ward are counted"]


@dataclass(frozen=True, slots=True)
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


class Quantity(NamedTuple):
    """A figure of each ward by its slug in the later election; ``missing`` has the reason where there is none."""

    name: str
    unit: str
    values: Mapping[str, float]
    missing: Mapping[str, str]
    remark: str = ""


def share_change(before: Election, after: Election, party: str, *, measure: Measure = DEFAULT_MEASURE) -> Quantity:
    """The change of a party's share of all votes, in percentage points.

    The party counts 0 where it did not stand; the remark says in how many wards that is so. See ``change_by_ward``.
    """
    pairs = comparison(before, after).pairs
    rows = {row.ward: row for row in change_by_ward(before, after, measure=measure) if row.party == party}
    values, missing = {}, {}
    both = one = 0
    for _, ward in pairs:
        row = rows.get(ward.slug)
        if row is None:
            values[ward.slug] = 0.0
        elif row.share_change_pp is None:
            missing[ward.slug] = f"nobody's vote to take {party}'s share of"
        else:
            values[ward.slug] = row.share_change_pp
            both += bool(row.candidates_from and row.candidates_to)
            one += not (row.candidates_from and row.candidates_to)
    remark = ""
    if both < len(pairs):
        remark = f"{party} stood in both elections in {both} of {len(pairs)} wards, in one of them in {one}, "
        remark += f"in neither in {len(pairs) - both - one}; where it did not stand its share is 0."
    return Quantity(f"{party} share_change_pp", "pp", values, missing, remark)


def swing_between(
    before: Election,
    after: Election,
    party_a: str,
    party_b: str,
    *,
    measure: Measure = DEFAULT_MEASURE,
    kind: SwingKind = "butler",
) -> Quantity:
    """The swing to A from B in percentage points; missing where either did not stand in both elections."""
    values, missing = {}, {}
    for row in swing(before, after, party_a, party_b, measure=measure):
        if row.ward is None:
            continue
        found = row.butler_pp if kind == "butler" else row.steed_pp
        if found is None:
            missing[row.ward] = f"{party_a} or {party_b} did not stand in both elections"
        else:
            values[row.ward] = found
    return Quantity(f"{party_a} from {party_b} {kind}_pp", "pp", values, missing)


def covariate(before: Election, after: Election, file: Covariates, column: str, of: str | None = None) -> Quantity:
    """A column of a covariate file, or in percent of another column ``of``; missing where the file has no value."""
    name = PurePath(file.path).name
    values, missing = {}, {}
    for then, now in comparison(before, after).pairs:
        row = next((file.wards[key] for key in _keys(before, after, then, now) if key in file.wards), None)
        if row is None:
            missing[now.slug] = f"not in {name}"
            continue
        part, whole = row[column], 1.0 if of is None else row[of]
        if part is None or whole is None:
            missing[now.slug] = f"no value of {column if part is None else of} in {name}"
        elif not whole:
            missing[now.slug] = f"{of} is 0 in {name}"
        else:
            values[now.slug] = part if of is None else 100 * part / whole
    return Quantity(column if of is None else f"{column}/{of}", "" if of is None else "%", values, missing)


def _keys(before: Election, after: Election, then: Ward, now: Ward) -> Iterator[Key]:
    """What a row about this ward may be called; a ward that is in both elections has one code."""
    yield from (Key(GSS, ward.gss) for ward in (now, then) if ward.gss is not None)
    yield Key(ELECTION, after.slug, now.slug)
    yield Key(ELECTION, before.slug, then.slug)
    yield Key(COUNCIL, _DATE.sub("", after.slug), now.slug)


def relate_points(
    before: Election, after: Election, what: Quantity, against: Quantity, *, measure: Measure = DEFAULT_MEASURE
) -> list[RelatePointRow]:
    """Every ward of either election: those with both figures by ``against``, then those left out, with the reason."""
    found = comparison(before, after)
    reasons = {ward.slug: "no poll in one of the elections" for _, ward in found.uncounted}
    rows = []
    for _, ward in [*found.pairs, *found.uncounted]:
        y, x = what.values.get(ward.slug), against.values.get(ward.slug)
        why = reasons.get(ward.slug)
        if why is None and (x is None or y is None):
            why = what.missing.get(ward.slug) if y is None else against.missing.get(ward.slug)
        rows.append(_point(before, after, ward, (what, y), (against, x), why, measure))
    for wards, alone in ((found.only_after, after), (found.only_before, before)):
        rows += [
            _point(before, after, ward, (what, None), (against, None), f"in {alone.slug} alone", measure)
            for ward in wards
        ]
    return sorted(
        rows, key=lambda row: (row.left_out is not None, row.left_out or "", row.against_value or 0, row.ward)
    )


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


def relate(points: Sequence[RelatePointRow]) -> list[RelateRow]:
    """Pearson's r and Spearman's rho across the wards of ``points`` that have both figures; no points, no rows."""
    if not points:
        return []
    used = [(p.against_value, p.what_value) for p in points if p.left_out is None]
    pairs = [(x, y) for x, y in used if x is not None and y is not None]
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    one = points[0]
    return [
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
        )
        for found in (pearson(xs, ys), spearman(xs, ys))
    ]


def left_out(points: Sequence[RelatePointRow]) -> dict[str, list[str]]:
    """The wards that are not part of the relation, by the reason."""
    found: dict[str, list[str]] = {}
    for point in points:
        if point.left_out is not None:
            found.setdefault(point.left_out, []).append(point.ward)
    return found
