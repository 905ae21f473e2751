"""What was the swing between two parties, ward by ward?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from wardcheck.analysis.change import AnyChangeRow, WardChangeRow, change, change_by_ward, polled
from wardcheck.analysis.matched import matched
from wardcheck.analysis.party_votes import DEFAULT_MEASURE, Measure
from wardcheck.model import Election


@dataclass(frozen=True, slots=True)
class SwingRow:
    """The swing of one ward, or of several. ``None`` is undefined: a party did not stand, or no poll."""

    election_from: Annotated[str, "slug of the election to compare with"]
    election_to: Annotated[str, "slug of the election that is asked about"]
    ward: Annotated[str | None, "slug of the ward in election_to; empty for wards together"]
    party_a: Annotated[str, "party A, as a slug"]
    party_b: Annotated[str, "party B, as a slug"]
    a_share_from_pct: Annotated[float | None, "A's share of all parties' votes by the measure in election_from"]
    a_share_to_pct: Annotated[float | None, "A's share of all parties' votes by the measure in election_to"]
    b_share_from_pct: Annotated[float | None, "B's share of all parties' votes by the measure in election_from"]
    b_share_to_pct: Annotated[float | None, "B's share of all parties' votes by the measure in election_to"]
    butler_pp: Annotated[
        float | None,
        "Butler swing in percentage points of all votes; positive to A from B; empty where one did not stand in both",
    ]
    steed_pp: Annotated[
        float | None,
        "Steed swing in percentage points of the votes of A and B; positive to A from B; empty as butler_pp",
    ]
    measure: Annotated[Measure, "how a party's votes in a ward are counted"]
    wards: Annotated[int, "how many wards the row is of: 1; those together are the ones where both stood in both"]


def swing(
    before: Election,
    after: Election,
    party_a: str,
    party_b: str,
    *,
    measure: Measure = DEFAULT_MEASURE,
    whole: bool = False,
) -> list[SwingRow]:
    """The swing to A from B: one row of wards together, then one of each ward, the largest swing to A first.

    Of shares A1, B1 in ``before`` and A2, B2 in ``after``, in percent of all parties' votes by the measure, Butler
    swing is ((A2 - A1) + (B1 - B2)) / 2. Steed swing is the same of the shares of A and B in the votes of the two
    alone, which is A2 / (A2 + B2) - A1 / (A1 + B1). Both are in percentage points, and ``None`` where either party did
    not stand in either year, or nobody voted for what the shares are of. The first row is of the wards where both
    stood both times, for a party that began or ceased to stand would pass for one that won or lost votes. There are
    no rows where the elections have no ward in common.

    With ``whole`` there is one row, of all wards of each election that had a poll, whether or not the other has the
    same ward; in it a party counts 0 in a ward where it did not stand. Definitions: docs/methods/swing.md.
    """
    if whole:
        parties = {row.party: row for row in change(before, after, measure=measure, whole=True)}
        return [_row(before, after, None, (party_a, party_b), parties, measure, len(polled(after)))]
    wards: dict[str, dict[str, WardChangeRow]] = {}
    for row in change_by_ward(before, after, measure=measure):
        wards.setdefault(row.ward, {})[row.party] = row
    between = (party_a, party_b)
    found = [_row(before, after, ward, between, rows, measure) for ward, rows in wards.items()]
    found.sort(key=lambda row: (row.butler_pp is None, -(row.butler_pp or 0), row.ward or ""))
    if found:
        both = {ward: rows for ward, rows in wards.items() if _stood_throughout(between, rows)}
        found.insert(0, _together(before, after, between, both, measure))
    return found


def _stood_throughout(between: tuple[str, str], rows: Mapping[str, WardChangeRow]) -> bool:
    """Whether both parties polled in a ward in both elections."""
    return all(
        (row := rows.get(party)) is not None
        and row.candidates_from > 0
        and row.candidates_to > 0
        and row.votes_change is not None
        for party in between
    )


def _together(
    before: Election,
    after: Election,
    between: tuple[str, str],
    wards: Mapping[str, Mapping[str, WardChangeRow]],
    measure: Measure,
) -> SwingRow:
    """The row of several wards, by slug in ``after``: shares are of their votes added up."""
    then = {pair[0].slug for pair in matched(before, after).pairs if pair[1].slug in wards}
    rows = change(before.only(frozenset(then)), after.only(frozenset(wards)), measure=measure)
    return _row(before, after, None, between, {row.party: row for row in rows}, measure, len(wards))


def _row(
    before: Election,
    after: Election,
    ward: str | None,
    between: tuple[str, str],
    rows: Mapping[str, AnyChangeRow],
    measure: Measure,
    wards: int = 1,
) -> SwingRow:
    a, b = (rows.get(party) for party in between)
    a1, b1 = (row.share_from_pct if row is not None and row.candidates_from else None for row in (a, b))
    a2, b2 = (row.share_to_pct if row is not None and row.candidates_to else None for row in (a, b))
    return SwingRow(
        election_from=before.slug,
        election_to=after.slug,
        ward=ward,
        party_a=between[0],
        party_b=between[1],
        a_share_from_pct=a1,
        a_share_to_pct=a2,
        b_share_from_pct=b1,
        b_share_to_pct=b2,
        butler_pp=_butler(a1, a2, b1, b2),
        steed_pp=_butler(_of_two(a1, b1), _of_two(a2, b2), _of_two(b1, a1), _of_two(b2, a2)),
        measure=measure,
        wards=wards,
    )


def _butler(a1: float | None, a2: float | None, b1: float | None, b2: float | None) -> float | None:
    if a1 is None or a2 is None or b1 is None or b2 is None:
        return None
    return ((a2 - a1) + (b1 - b2)) / 2


def _of_two(share: float | None, other: float | None) -> float | None:
    """A share of the votes of two parties, in percent, from their shares of all votes."""
    if share is None or other is None or not share + other:
        return None
    return 100 * share / (share + other)
