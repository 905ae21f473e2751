"""How did each party's vote move between two elections?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any

from wardcheck.analysis.pairs import Basis, Compared, of_councils, of_wards
from wardcheck.analysis.report import Report
from wardcheck.facts.cut import votes_known
from wardcheck.facts.matched import comparison
from wardcheck.facts.party_votes import (
    DEFAULT_MEASURE,
    MEASURES,
    Across,
    Line,
    Measure,
    MeasureOrAll,
    added_up,
    all_parties,
    percent_of,
)
from wardcheck.frozen import frozen
from wardcheck.model import Election


@dataclass(frozen=True, init=False, repr=False, eq=False)
class FromTo:
    """The columns that come first."""

    __slots__ = ()

    election_from: Annotated[str, "slug of the election to compare with"]
    election_to: Annotated[str, "slug of the election that is asked about"]


@dataclass(frozen=True, init=False, repr=False, eq=False)
class AnyChangeRow:
    """What is said of a party, of one ward or of all that are compared."""

    __slots__ = ()

    party: Annotated[str, "party, as a slug; ind is all independents"]
    candidates_from: Annotated[int, "its candidacies in election_from"]
    candidates_to: Annotated[int, "its candidacies in election_to"]
    votes_from: Annotated[int | None, "its votes in election_from by the measure, to the nearest whole vote"]
    votes_to: Annotated[int | None, "its votes in election_to by the measure, to the nearest whole vote"]
    votes_change: Annotated[int | None, "votes_to minus votes_from"]
    votes_change_pct: Annotated[float | None, "change in percent of the votes before; empty where there were none"]
    share_from_pct: Annotated[float | None, "its share of all parties' votes by the measure in election_from"]
    share_to_pct: Annotated[float | None, "its share of all parties' votes by the measure in election_to"]
    share_change_pp: Annotated[float | None, "share_to_pct minus share_from_pct, in percentage points"]
    seats_from: Annotated[int, "seats it won in election_from, as declared"]
    seats_to: Annotated[int, "seats it won in election_to, as declared"]
    seats_change: Annotated[int | None, "seats_to minus seats_from; empty for a by-election, which filled some of them"]
    measure: Annotated[Measure, "how a party's votes in a ward are counted"]
    sign_depends_on_measure: Annotated[
        bool | None, "its vote rose by one measure, and by another it fell or stayed as it was"
    ]
    compared: Annotated[Compared, "whether it is of the wards that both elections have, or of the whole council"]


@frozen
class ChangeRow(AnyChangeRow, FromTo):
    """The change of one party over all wards that are compared. Shares are in percent, and ``None`` of no votes."""

    wards: Annotated[int, "how many wards of election_to it is over"]


def change(
    before: Election, after: Election, *, measure: MeasureOrAll = DEFAULT_MEASURE, whole: bool = False
) -> Report[ChangeRow, Basis]:
    """The change of each party's vote, most votes in ``after`` first; ``"all"`` gives a row for each measure.

    Votes, candidacies and seats are sums over the wards that had a poll in both elections; a party that did not
    stand in a ward counts 0 there. There are no rows where the elections have no such ward. With ``whole`` they are
    sums over all wards of each election that had a poll, whether or not the other election has the same ward.

    Sums, shares and signs are worked out of exact votes, and only then are votes rounded, half a vote to the even
    number. ``sign_depends_on_measure`` compares all four measures whichever is asked for, and no change is a sign of
    its own. Definitions: docs/methods/change.md.
    """
    if whole:
        basis, remarks = of_councils(before, after)
        sides = [[ward for ward in election.wards if votes_known(ward)] for election in (before, after)]
    else:
        found = comparison(before, after)
        basis, remarks = of_wards(before, after, found)
        sides = [[pair[side] for pair in found.counted] for side in (0, 1)]
    if not all(sides):
        return Report([], basis, remarks, answered=False)
    lines = added_up(*sides)
    total = all_parties(lines)
    rows = [
        ChangeRow(before.slug, after.slug, wards=basis.wards, **columns)
        for party, line in largest_first(lines, measure)
        for columns in figures(party.party, line, total, measure, basis.compared, ordinary=after.kind != "by-election")
    ]
    return Report(rows, basis, remarks)


def largest_first(lines: Mapping[Across, Line], measure: MeasureOrAll) -> list[tuple[Across, Line]]:
    """The parties by votes in the later election, then in the earlier one, then by name."""
    by: Measure = DEFAULT_MEASURE if measure == "all" else measure

    def key(item: tuple[Across, Line]) -> tuple[Fraction, Fraction, Across]:
        then, now = (Fraction() if side.votes is None else side.votes[by] for side in item[1])
        return -now, -then, item[0]

    return sorted(lines.items(), key=key)


# -- the figures of a row ---------------------------------------------------------------------------------


def figures(
    party: str, line: Line, total: Line | None, measure: MeasureOrAll, compared: Compared, *, ordinary: bool
) -> Iterator[dict[str, Any]]:
    """The columns from ``party`` to ``compared``, once for each measure asked for.

    ``total`` is the line of all parties; without one no votes are compared.
    """
    then, now = line
    depends = None if total is None else _sign_depends(line)
    for one in MEASURES if measure == "all" else (measure,):
        votes = [None if total is None or side.votes is None else side.votes[one] for side in line]
        wholes = [None if side.votes is None else side.votes[one] for side in total or ()] or [None, None]
        shares = [percent_of(*pair) for pair in zip(votes, wholes, strict=True)]
        rounded = [None if exact is None else round(exact) for exact in votes]
        yield {
            "party": party,
            "candidates_from": then.candidates,
            "candidates_to": now.candidates,
            "votes_from": rounded[0],
            "votes_to": rounded[1],
            "votes_change": _minus(rounded[1], rounded[0]),
            "votes_change_pct": percent_of(_minus(votes[1], votes[0]), votes[0]),
            "share_from_pct": shares[0],
            "share_to_pct": shares[1],
            "share_change_pp": _minus(shares[1], shares[0]),
            "seats_from": then.seats,
            "seats_to": now.seats,
            "seats_change": now.seats - then.seats if ordinary else None,
            "measure": one,
            "sign_depends_on_measure": depends,
            "compared": compared,
        }


def _sign_depends(line: Line) -> bool | None:
    """Whether the four measures disagree on which way the vote went."""
    then, now = (side.votes for side in line)
    if then is None or now is None:
        return None
    changes = [now[measure] - then[measure] for measure in MEASURES]
    return len({(change > 0) - (change < 0) for change in changes}) > 1


def _minus(a: Any, b: Any) -> Any:
    return None if a is None or b is None else a - b
