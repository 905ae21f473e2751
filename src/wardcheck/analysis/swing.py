"""What was the swing between two parties, ward by ward?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from wardcheck.analysis.pairs import Basis, Compared, of_councils, of_wards
from wardcheck.analysis.report import Remark, Report, remark
from wardcheck.facts.cut import votes_known
from wardcheck.facts.matched import Pair, comparison
from wardcheck.facts.party_votes import DEFAULT_MEASURE, Across, Line, Measure, added_up, all_parties, percent_of
from wardcheck.frozen import frozen
from wardcheck.model import Election
from wardcheck.words import counted


@frozen
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
    compared: Annotated[Compared, "whether it is of the wards that both elections have, or of the whole council"]


def swing(
    before: Election,
    after: Election,
    party_a: str,
    party_b: str,
    *,
    measure: Measure = DEFAULT_MEASURE,
    whole: bool = False,
) -> Report[SwingRow, Basis]:
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
    between = (party_a, party_b)
    if whole:
        basis, remarks = of_councils(before, after)
        lines = added_up(*([w for w in election.wards if votes_known(w)] for election in (before, after)))
        row = _row(before, after, None, between, lines, measure, basis)
        return Report([row], basis, remarks, answered=bool(lines))
    found = comparison(before, after)
    basis, remarks = of_wards(before, after, found)
    one = basis._replace(wards=1)
    rows: list[SwingRow] = []
    both: list[Pair] = []
    for then, now in found.same:
        lines = added_up([then], [now])
        if _stood_throughout(between, lines) and votes_known(then) and votes_known(now):
            both.append((then, now))
        rows.append(_row(before, after, now.slug, between, lines, measure, one))
    rows.sort(key=lambda row: (row.butler_pp is None, -(row.butler_pp or 0), row.ward or ""))
    if rows:
        lines = added_up([then for then, _ in both], [now for _, now in both])
        rows.insert(0, _row(before, after, None, between, lines, measure, basis._replace(wards=len(both))))
    return Report(rows, basis, [*_undefined(rows), *remarks], answered=bool(rows))


def _stood_throughout(between: tuple[str, str], lines: Mapping[Across, Line]) -> bool:
    """Whether both parties had candidates in a ward in both elections."""
    return all((line := lines.get(Across(party))) is not None and all(s.candidates for s in line) for party in between)


def _row(
    before: Election,
    after: Election,
    ward: str | None,
    between: tuple[str, str],
    lines: Mapping[Across, Line],
    measure: Measure,
    basis: Basis,
) -> SwingRow:
    total = all_parties(lines)
    a1, b1 = (_share(lines.get(Across(party)), total, 0, measure) for party in between)
    a2, b2 = (_share(lines.get(Across(party)), total, 1, measure) for party in between)
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
        wards=basis.wards,
        compared=basis.compared,
    )


def _share(line: Line | None, total: Line, side: int, measure: Measure) -> float | None:
    """A party's share of all votes at one of the elections; ``None`` where it did not stand, or either had no votes."""
    if line is None or not line[side].candidates or any(one.votes is None for one in total):
        return None
    part, whole = line[side].votes, total[side].votes
    return None if part is None or whole is None else percent_of(part[measure], whole[measure])


def _butler(a1: float | None, a2: float | None, b1: float | None, b2: float | None) -> float | None:
    if a1 is None or a2 is None or b1 is None or b2 is None:
        return None
    return ((a2 - a1) + (b1 - b2)) / 2


def _of_two(share: float | None, other: float | None) -> float | None:
    """A share of the votes of two parties, in percent, from their shares of all votes."""
    if share is None or other is None or not share + other:
        return None
    return 100 * share / (share + other)


def _undefined(rows: Sequence[SwingRow]) -> list[Remark]:
    """In how many wards the swing is undefined, and what the first row is of then."""
    count = sum(row.butler_pp is None for row in rows if row.ward is not None)
    if not count:
        return []
    together = rows[0].wards
    others = f"the first row is of the other {together:,}" if together else "so is the first row"
    why = "where not both parties polled in both elections"
    of_many = f"Undefined in some of the wards, {why}; the first row of an election is of the others, if there are any."
    return [remark(f"Undefined in {counted(count, 'ward')}, {why}; {others}.", of_many=of_many)]
