"""Where can each party's voters have gone? Bounds alone, for totals of wards do not tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Literal, NamedTuple

from wardcheck.analysis.pairs import Basis, of_wards
from wardcheck.analysis.report import OfWard, Remark, Report, joined, remark
from wardcheck.facts.matched import comparison
from wardcheck.facts.papers import Bounds, percent
from wardcheck.facts.voters import NOBODY, voters, without_paper
from wardcheck.frozen import frozen
from wardcheck.model import INDEPENDENT, Election, Ward
from wardcheck.words import counted

By = Literal["party", "ward"]

ECOLOGICAL = (
    "Totals of wards do not tell what individuals did (ecological inference): how many voted for one party and then "
    "for another lies anywhere within the bounds. Nothing is estimated."
)


@frozen
class FlowRow:
    """The fewest and the most persons who can have voted for one party and then for another. Counts of persons.

    A person who split a paper is a voter of each of its parties, so that rows do not add up to an electorate.
    ``None`` is unknown.
    """

    election_from: Annotated[str, "slug of the earlier election"]
    election_to: Annotated[str, "slug of the later election"]
    ward: Annotated[str | None, "slug of the ward in election_to; empty for wards together"]
    party_from: Annotated[str, "for whom they voted before, as a slug; none is those without a valid paper"]
    party_to: Annotated[str, "for whom they voted then; none as party_from"]
    voters_min: Annotated[int | None, "persons who did both, at least; empty where non-voters are not known"]
    voters_max: Annotated[int | None, "the same, at most"]
    voters_from: Annotated[int | None, "persons of party_from; empty where the totals do not tell exactly"]
    voters_from_min: Annotated[int | None, "persons of party_from, at least"]
    voters_from_max: Annotated[int | None, "the same, at most"]
    voters_to_min: Annotated[int | None, "persons of party_to, at least"]
    voters_to_max: Annotated[int | None, "the same, at most"]
    of_from_min_pct: Annotated[
        float | None, "the least share of those of party_from that did both; empty where none or unknown"
    ]
    of_from_max_pct: Annotated[float | None, "the same, at most"]
    electors: Annotated[
        int | None, "persons who are taken to have been electors at either: the larger electorate; empty where unknown"
    ]
    wards: Annotated[int, "how many wards the row is of"]


class _Table(NamedTuple):
    """What is known of one ward at both elections."""

    ward: str
    electors: int | None
    before: Mapping[str, Bounds | None]
    """By party, in the order of their voters; ``None`` of those without a paper where they are not known."""
    after: Mapping[str, Bounds | None]

    def both(self, a: str, b: str) -> Bounds | None:
        """How many were of ``a`` before and of ``b`` after (Duncan and Davis); ``None`` where nothing bounds it."""
        known = [one for one in self._of(a, b) if one is not None]
        if not known:
            return None
        least = 0
        if self.electors is not None and len(known) == 2:
            least = max(0, sum(one.least for one in known) - self.electors)
        return Bounds(least, min(one.most for one in known))

    def share(self, a: str, b: str) -> tuple[Bounds, Bounds] | None:
        """Both, and those of ``a``, where the share of the one in the other is least and where it is most.

        Each further voter of ``a`` raises the share where it is one of both, and lowers it otherwise. So it is most
        with as many as ``b`` can take, and least with as many as need not be of ``b``.
        """
        r, c = self._of(a, b)
        if r is None or c is None:
            return None
        if self.electors is None:
            fewest = (0, r.most)
        else:
            of = min(max(self.electors - c.least, r.least), r.most)
            fewest = (max(0, of + c.least - self.electors), of)
        of = min(max(c.most, r.least), r.most)
        return Bounds(fewest[0], min(of, c.most)), Bounds(fewest[1], of)

    def _of(self, a: str, b: str) -> tuple[Bounds | None, Bounds | None]:
        return self.before.get(a, _NO_ONE), self.after.get(b, _NO_ONE)


_NO_ONE = Bounds(0, 0)


def flows(before: Election, after: Election, *, by: By = "party") -> Report[FlowRow, Basis]:
    """Bounds on how many voted for one party and then for another, over the wards that both elections have.

    Of *r* voters before and *c* after among *N* electors, at least max(0, r + c - N) and at most min(r, c) did both
    (Duncan and Davis 1953). Voters are not votes: *r* and *c* have bounds of their own (:func:`facts.voters.voters`),
    the lower of which go into the lower bound and the upper into the upper. *N* is the larger of the two electorates,
    as if nobody had moved beyond the net change; where one is unknown the lower bound is 0, and non-voters are unknown.
    A row of wards together is the sum of their bounds. With ``by="ward"`` each ward has its own rows.

    Most voters before first, then most who can have gone. Definitions: docs/methods/flows.md.
    """
    found = comparison(before, after)
    basis, remarks = of_wards(before, after, found, by_council=False)
    tables = [_table(then, now) for then, now in found.counted]
    groups = [[one] for one in tables] if by == "ward" else [tables] if tables else []
    rows = [row for group in groups for row in _rows(before.slug, after.slug, group, by)]
    return Report(rows, basis, [remark(ECOLOGICAL), *_of_tables(after, tables), *remarks], answered=bool(rows))


def _table(then: Ward, now: Ward) -> _Table:
    electors = None
    if then.electorate is not None and now.electorate is not None:
        electors = max(then.electorate, now.electorate)
    absent = [None if electors is None else without_paper(ward, electors) for ward in (then, now)]
    if None in absent:  # unknown, or fewer electors than papers: no bound can rest on them
        electors, absent = None, [None, None]
    before, after = ({**voters(ward), NOBODY: none} for ward, none in zip((then, now), absent, strict=True))
    return _Table(now.slug, electors, before, after)


def _rows(before: str, after: str, tables: Sequence[_Table], by: By) -> Iterator[FlowRow]:
    of_before = {a: _sum([one.before.get(a, _NO_ONE) for one in tables]) for one in tables for a in one.before}
    of_after = {b: _sum([one.after.get(b, _NO_ONE) for one in tables]) for one in tables for b in one.after}
    electors = [one.electors for one in tables if one.electors is not None]
    for a in sorted(of_before, key=lambda party: _largest_first(party, of_before)):
        pairs = [(b, _sum([one.both(a, b) for one in tables])) for b in of_after]
        pairs.sort(key=lambda pair: (pair[0] == NOBODY, pair[1] is None, -(pair[1].most if pair[1] else 0), pair[0]))
        r = of_before[a]
        for b, both in pairs:
            c, shares = of_after[b], _shares([one.share(a, b) for one in tables])
            yield FlowRow(
                election_from=before,
                election_to=after,
                ward=tables[0].ward if by == "ward" else None,
                party_from=a,
                party_to=b,
                voters_min=None if both is None else both.least,
                voters_max=None if both is None else both.most,
                voters_from=r.least if r is not None and r.least == r.most else None,
                voters_from_min=None if r is None else r.least,
                voters_from_max=None if r is None else r.most,
                voters_to_min=None if c is None else c.least,
                voters_to_max=None if c is None else c.most,
                of_from_min_pct=shares[0],
                of_from_max_pct=shares[1],
                electors=sum(electors) if len(electors) == len(tables) else None,
                wards=len(tables),
            )


def _largest_first(party: str, of: Mapping[str, Bounds | None]) -> tuple[bool, int, str]:
    """Parties by their voters, and those without a paper last."""
    found = of[party]
    return party == NOBODY, -(found.most if found is not None else 0), party


def _sum(found: Sequence[Bounds | None]) -> Bounds | None:
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return None
    return Bounds(sum(one.least for one in known), sum(one.most for one in known))


def _shares(found: Sequence[tuple[Bounds, Bounds] | None]) -> tuple[float | None, float | None]:
    """The least and the most share in percent over wards together."""
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return None, None
    both, of = (Bounds(*map(sum, zip(*side, strict=True))) for side in zip(*known, strict=True))
    return percent(both.least, of.least), percent(both.most, of.most)


def _of_tables(after: Election, tables: Sequence[_Table]) -> list[Remark]:
    """What the bounds of these wards rest on."""
    if not tables:
        return []
    found = [
        remark(
            "Lower bounds, and all bounds of those without a valid paper, suppose that nobody moved in or out beyond "
            "the net change of the electorate; upper bounds between parties hold whoever did. All are of persons "
            "of the same ward both times."
        )
    ]
    sides = [side for one in tables for side in (one.before, one.after)]
    if any(b is not None and b.least < b.most for side in sides for a, b in side.items() if a != NOBODY):
        words = "Voters of a party: from the votes of its best candidate to all its votes, and no more than papers."
        found.append(remark(words))
    if any(INDEPENDENT in side for side in sides):
        found.append(remark("Independents are no party: the rows have voters of any of them together."))
    if unknown := [one.ward for one in tables if one.electors is None]:
        every = 1 < len(unknown) == len(tables)
        lead = f"Electors are not known, or fewer than papers, in {'all ' * every}{counted(len(unknown), 'ward')}"
        wards = [] if every else [": ", joined(OfWard(after.slug, ward) for ward in unknown)]
        where = ", where lower bounds are 0 and nobody can be said to have cast no paper"
        found.append(remark(lead, where, *wards, "."))
    return found
