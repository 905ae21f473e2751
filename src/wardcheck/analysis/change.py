"""How did each party's vote move between two elections?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any

from wardcheck.analysis.matched import comparison
from wardcheck.analysis.party_votes import DEFAULT_MEASURE, MEASURES, Measure, MeasureOrAll, party_votes
from wardcheck.model import Election, Ward

if TYPE_CHECKING:
    import pandas as pd

_SIDES = ("from", "to")
_COUNTS = ("candidates", "seats")


@dataclass(frozen=True)
class _Pair:
    """The columns that come first."""

    __slots__ = ()

    election_from: Annotated[str, "slug of the election to compare with"]
    election_to: Annotated[str, "slug of the election that is asked about"]


@dataclass(frozen=True)
class _Place(_Pair):
    """The columns that come first in a row of a ward."""

    __slots__ = ()

    ward: Annotated[str, "slug of the ward in election_to; with --by ward alone"]


@dataclass(frozen=True)
class _Figures:
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
    seats_change: Annotated[int, "seats_to minus seats_from"]
    measure: Annotated[Measure, "how a party's votes in a ward are counted"]
    sign_depends_on_measure: Annotated[
        bool | None, "its vote rose by one measure, and by another it fell or stayed as it was"
    ]


@dataclass(frozen=True, slots=True)
class ChangeRow(_Figures, _Pair):
    """The change of one party over all wards that are compared. Shares are in percent, and ``None`` of no votes."""


@dataclass(frozen=True, slots=True)
class WardChangeRow(_Figures, _Place):
    """The change of one party in one ward. Figures of votes are ``None`` where a ward had no poll."""


AnyChangeRow = ChangeRow | WardChangeRow


def change(
    before: Election, after: Election, *, measure: MeasureOrAll = DEFAULT_MEASURE, whole: bool = False
) -> list[ChangeRow]:
    """The change of each party's vote, most votes in ``after`` first; ``"all"`` gives a row for each measure.

    Votes, candidacies and seats are sums over the wards that had a poll in both elections; a party that did not
    stand in a ward counts 0 there. There are no rows where the elections have no such ward. With ``whole`` they are
    sums over all wards of each election that had a poll, whether or not the other election has the same ward.

    Sums, shares and signs are worked out of exact votes, and only then are votes rounded, half a vote to the even
    number. ``sign_depends_on_measure`` compares all four measures whichever is asked for, and no change is a sign of
    its own. Definitions: docs/methods/change.md.
    """
    pairs = comparison(before, after).pairs
    sides = [polled(before), polled(after)] if whole else _sides(pairs)
    if not all(sides):
        return []
    frame = _joined(sides)
    total = dict(frame.sum())
    return [
        ChangeRow(before.slug, after.slug, **figures)
        for party, line in _largest_first(frame.groupby(level="party").sum(), measure)
        for figures in _figures(party, line, total, measure)
    ]


def polled(election: Election) -> list[tuple[str, Ward]]:
    """The wards whose votes are known, each after its slug: those that had a poll."""
    return [(ward.slug, ward) for ward in election.wards if ward.total_votes is not None]


def change_by_ward(
    before: Election, after: Election, *, measure: MeasureOrAll = DEFAULT_MEASURE
) -> list[WardChangeRow]:
    """The change of each party's vote in each ward that both elections have: by ward, most votes first.

    Wards without a poll in one of the elections have rows too, with no figure of votes in them. See ``change``.
    """
    found = comparison(before, after)
    rows: list[WardChangeRow] = []
    if found.pairs:
        frame = _joined(_sides(found.pairs))
        totals = dict(_lines(frame.groupby(level="ward").sum()))
        rows += [
            WardChangeRow(before.slug, after.slug, ward, **figures)
            for (ward, party), line in _largest_first(frame, measure)
            for figures in _figures(party, line, totals[ward], measure)
        ]
    for then, now in found.uncounted:
        rows += [
            WardChangeRow(before.slug, after.slug, now.slug, **figures)
            for party, line in _without_votes(then, now)
            for figures in _figures(party, line, {}, measure)
        ]
    return sorted(rows, key=lambda row: row.ward)


# -- the table: a row for each party of each ward, a column for each figure of each election ---------------

_Line = Mapping[Any, Any]
"""The figures of a row: a count or exact votes by ``(side, figure)``."""


def _sides(pairs: Sequence[tuple[Ward, Ward]]) -> list[list[tuple[str, Ward]]]:
    """The wards of each election, each under the name that it has in the later one."""
    return [[(pair[1].slug, pair[side]) for pair in pairs] for side in range(len(_SIDES))]


def _joined(sides: Sequence[Sequence[tuple[str, Ward]]]) -> pd.DataFrame:
    """Figures by name of ward and party; a party that stood on one side alone has noughts on the other."""
    import pandas as pd

    frames = [_side(wards) for wards in sides]
    stood = frames[0].index.union(frames[1].index)
    return pd.concat(dict(zip(_SIDES, (frame.reindex(stood, fill_value=0) for frame in frames), strict=True)), axis=1)


def _side(wards: Sequence[tuple[str, Ward]]) -> pd.DataFrame:
    """The wards of one election, each after its name."""
    import pandas as pd

    figures = {
        (name, party): {"candidates": found.candidates, "seats": found.seats, **(found.votes or {})}
        for name, ward in wards
        for party, found in party_votes(ward).items()
    }
    index = pd.MultiIndex.from_tuples(figures, names=["ward", "party"])
    # objects, for thirds of a vote add up exactly as fractions alone
    return pd.DataFrame(list(figures.values()), index=index, columns=[*_COUNTS, *MEASURES], dtype=object)


def _lines(frame: pd.DataFrame) -> Iterator[tuple[Any, _Line]]:
    return zip(frame.index, frame.to_dict("records"), strict=True)


def _largest_first(frame: pd.DataFrame, measure: MeasureOrAll) -> list[tuple[Any, _Line]]:
    """The rows of a table by votes in the later election, then in the earlier one, then by name."""
    by: Measure = DEFAULT_MEASURE if measure == "all" else measure
    return sorted(_lines(frame), key=lambda item: (-item[1]["to", by], -item[1]["from", by], item[0]))


def _without_votes(before: Ward, after: Ward) -> Iterator[tuple[str, _Line]]:
    """Candidacies and seats of a ward where votes cannot be compared."""
    sides = [party_votes(before), party_votes(after)]
    for party in sorted({*sides[0], *sides[1]}):
        found = [side.get(party) for side in sides]
        yield (
            party,
            {
                (side, figure): getattr(one, figure) if one is not None else 0
                for side, one in zip(_SIDES, found, strict=True)
                for figure in _COUNTS
            },
        )


# -- the figures of a row ---------------------------------------------------------------------------------


def _figures(party: str, line: _Line, total: _Line, measure: MeasureOrAll) -> Iterator[dict[str, Any]]:
    """The columns from ``party`` on, once for each measure asked for; ``total`` is the line of all parties."""
    for one in MEASURES if measure == "all" else (measure,):
        then, now = (line.get((side, one)) for side in _SIDES)
        shares = [_percent(line.get((side, one)), total.get((side, one))) for side in _SIDES]
        votes = [None if exact is None else round(exact) for exact in (then, now)]
        yield {
            "party": party,
            "candidates_from": line["from", "candidates"],
            "candidates_to": line["to", "candidates"],
            "votes_from": votes[0],
            "votes_to": votes[1],
            "votes_change": _minus(votes[1], votes[0]),
            "votes_change_pct": _percent(_minus(now, then), then),
            "share_from_pct": shares[0],
            "share_to_pct": shares[1],
            "share_change_pp": _minus(shares[1], shares[0]),
            "seats_from": line["from", "seats"],
            "seats_to": line["to", "seats"],
            "seats_change": line["to", "seats"] - line["from", "seats"],
            "measure": one,
            "sign_depends_on_measure": _sign_depends(line),
        }


def _sign_depends(line: _Line) -> bool | None:
    """Whether the four measures disagree on which way the vote went."""
    if ("to", DEFAULT_MEASURE) not in line:
        return None
    changes = [line["to", measure] - line["from", measure] for measure in MEASURES]
    return len({(change > 0) - (change < 0) for change in changes}) > 1


def _minus(a: Any, b: Any) -> Any:
    return None if a is None or b is None else a - b


def _percent(part: Fraction | None, whole: Fraction | None) -> float | None:
    return None if part is None or not whole else float(100 * part / whole)
