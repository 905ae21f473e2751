"""The figures of wards that a relation is between: a change in share, a swing, a covariate."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePath
from typing import Literal, NamedTuple

from wardcheck.analysis.change import change_by_ward
from wardcheck.analysis.matched import comparison
from wardcheck.analysis.party_votes import DEFAULT_MEASURE, Measure
from wardcheck.analysis.swing import swing
from wardcheck.model import Election, Ward
from wardcheck.store.covariate_reader import COUNCIL, ELECTION, GSS, Covariates, Key

SwingKind = Literal["butler", "steed"]

_DATE = re.compile(r"-(by-)?\d{4}(-\d\d-\d\d)?$")


class Quantity(NamedTuple):
    """A figure of each ward by its slug in the later election; ``missing`` has the reason where there is none."""

    name: str
    unit: str
    values: Mapping[str, float]
    missing: Mapping[str, str]
    remark: str = ""


def share_change(
    before: Election,
    after: Election,
    party: str,
    *,
    measure: Measure = DEFAULT_MEASURE,
    left_out: Collection[str] = (),
) -> Quantity:
    """The change of a party's share of all votes, in percentage points.

    The party counts 0 where it did not stand; the remark says in how many wards that is so, without counting those
    ``left_out`` of the relation. See ``change_by_ward``.
    """
    pairs = comparison(before, after).pairs
    counted = {ward.slug for _, ward in pairs} - set(left_out)
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
            both += ward.slug in counted and bool(row.candidates_from and row.candidates_to)
            one += ward.slug in counted and not (row.candidates_from and row.candidates_to)
    remark = ""
    if both < len(counted):
        remark = f"{party} stood in both elections in {both} of {len(counted)} wards, in one of them in {one}, "
        remark += f"in neither in {len(counted) - both - one}; where it did not stand its share is 0."
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
