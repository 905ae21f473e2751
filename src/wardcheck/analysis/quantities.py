"""The figures of wards that a relation is between: a change in share, a swing, a covariate."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePath
from typing import Literal, NamedTuple

from wardcheck.analysis.change_by_ward import change_by_ward
from wardcheck.analysis.report import OfParty, Remark, remark
from wardcheck.analysis.swing import swing
from wardcheck.facts.matched import comparison
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Measure
from wardcheck.model import Election
from wardcheck.store.covariate_reader import Covariates

SwingKind = Literal["butler", "steed"]


Kind = Literal["share_change_pp", "butler_pp", "steed_pp", "covariate"]


class Quantity(NamedTuple):
    """A figure of each ward by its slug in the later election; ``missing`` has the reason where there is none."""

    name: str
    """What the columns ``what`` and ``against`` call it."""
    kind: Kind
    parties: Sequence[str]
    """Whose figure it is, as slugs: one party of a change, two of a swing, none of a covariate."""
    unit: str
    values: Mapping[str, float]
    missing: Mapping[str, str]
    remarks: Sequence[Remark] = ()
    columns: int | None = None
    """How many columns its file has that could have been taken; ``None`` where it is no covariate."""


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
    pairs = comparison(before, after).counted
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
    remarks = []
    if both < len(counted):
        stood = f" stood in both elections in {both} of {len(counted)} wards, in one of them in {one}, "
        rest = f"in neither in {len(counted) - both - one}; where it did not stand its share is 0."
        remarks.append(remark(OfParty(party, short=True), stood, rest))
    return Quantity(f"{party} share_change_pp", "share_change_pp", (party,), "pp", values, missing, remarks)


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
    unit: Kind = "butler_pp" if kind == "butler" else "steed_pp"
    return Quantity(f"{party_a} from {party_b} {unit}", unit, (party_a, party_b), "pp", values, missing)


def covariate(before: Election, after: Election, file: Covariates, column: str, of: str | None = None) -> Quantity:
    """A column of a covariate file, or in percent of another column ``of``; missing where the file has no value."""
    name = PurePath(file.path).name
    values, missing = {}, {}
    for then, now in comparison(before, after).counted:
        row = file.of_ward((after, now), (before, then))
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
    called = column if of is None else f"{column}/{of}"
    source = f"Source of {called}: {file.source.rstrip('.')}{f' ({file.licence})' if file.licence else ''}."
    return Quantity(
        called, "covariate", (), "" if of is None else "%", values, missing, [remark(source)], len(file.columns)
    )
