"""What figures of two elections are over, and which wards are not among them."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from wardcheck.analysis.report import OfElection, OfWard, Part, Remark, joined, remark
from wardcheck.analysis.totals import incomplete
from wardcheck.facts.cut import votes_known
from wardcheck.facts.matched import Comparison, comparison
from wardcheck.model import Election, Ward
from wardcheck.words import counted

UNMATCHED = "Not compared"

Compared = Literal["wards", "council"]
"""Whether figures are of the wards that both elections have, or of all wards of each, redrawn or not."""


class Basis(NamedTuple):
    """What the figures of a report on two elections are over."""

    compared: Compared
    wards: int
    """The wards of both elections whose votes are compared; of whole councils, those that polled in the later one."""
    wards_from: int
    """All wards of the earlier election."""
    wards_to: int
    """All wards of the later election."""


def of_wards(
    before: Election, after: Election, found: Comparison, *, by_council: bool = True
) -> tuple[Basis, list[Remark]]:
    """The wards that both elections have, and remarks on those that are not compared.

    ``by_council`` says that the question can be asked of whole councils too.
    """
    basis = Basis("wards", len(found.counted), len(before.wards), len(after.wards))
    return basis, [
        *incomplete([before, after]),
        *alone(UNMATCHED, before, after, found),
        *_like_for_like(before, after, found, by_council=by_council),
    ]


def of_councils(before: Election, after: Election) -> tuple[Basis, list[Remark]]:
    """All wards of either election, whatever place they are, and remarks on those without a poll."""
    polled = sum(map(votes_known, after.wards))
    basis = Basis("council", polled, len(before.wards), len(after.wards))
    remarks = incomplete([before, after])
    for election in (before, after):
        if wards := [ward for ward in election.wards if not votes_known(ward)]:
            lead: list[Part] = ["Not in the totals of ", OfElection(election.slug), ", without a poll: "]
            of_many = "Not in the totals, without a poll: some of the wards."
            remarks.append(remark(lead, names(wards, election), ".", of_many=of_many))
    if not comparison(before, after).same:
        parts: list[Part] = ["No ward of ", OfElection(after.slug), " is the same as one of ", OfElection(before.slug)]
        remarks.append(remark(parts, ": the totals of the two councils are compared.", in_rows=True))
    return basis, remarks


def alone(what: str, before: Election, after: Election, found: Comparison) -> list[Remark]:
    """``what`` is so of the wards of either election that the other does not have, with their names.

    The wards of the council that a by-election was not about are none of these.
    """
    return [
        remark(
            [f"{what}, without a counterpart in ", OfElection(theirs.slug)],
            [f": {counted(len(wards), 'ward')} of ", OfElection(ours.slug), ": "],
            names(wards, ours),
            ".",
            of_many=f"{what}: wards of either election without a counterpart in the other.",
        )
        for wards, ours, theirs in ((found.only_before, before, after), (found.only_after, after, before))
        if wards and not (ours is before and after.kind == "by-election")
    ]


FEW = 5
"""Wards that are named even where what is said is so of them all."""


_LONE = (", without a counterpart in ", " had no counterpart in ", " have none in ")
"""What is said of wards that one of two elections alone has: here, and of the seats of both."""


def only_counted(one: Remark) -> Remark:
    """A remark on wards that one election alone has, without names where they are many: ``--unmatched`` has these."""
    first = next((n for n, part in enumerate(one.parts) if isinstance(part, OfWard)), 0)
    lone = any(isinstance(part, str) and part.endswith(_LONE) for part in one.parts[:first])
    if not lone or len(one.parts) - first < 2 * FEW + 1:
        return one
    return remark(one.parts[: first - 1], "; --unmatched names them.", in_rows=one.in_rows, of_many=one.of_many)


def by_name(before: Election, after: Election, found: Comparison) -> list[Remark]:
    """That wards are taken for the same by their names, where one of the two has no code that would tell."""
    if not found.by_name:
        return []
    lacking = [e for e in (before, after) if any(ward.gss is None for ward in e.wards)]
    return [
        remark(
            f"{counted(found.by_name, 'ward')} {'is' if found.by_name == 1 else 'are'} matched by name alone, for ",
            OfElection(lacking[0].slug),
            " has no codes for them that would tell whether they were redrawn.",
            of_many="Some wards are matched by name alone, for one of the two elections has no codes for them that "
            "would tell whether they were redrawn.",
        )
    ]


def names(wards: Sequence[Ward], election: Election) -> list[Part]:
    """The wards with commas between them."""
    return joined(OfWard(election.slug, ward.slug) for ward in wards)


def _like_for_like(before: Election, after: Election, found: Comparison, *, by_council: bool) -> list[Remark]:
    remarks = by_name(before, after, found)
    if uncounted := [now for _, now in found.uncounted]:
        lead = "Not in the totals, without a poll in both: "
        remarks.append(remark(lead, names(uncounted, after), ".", of_many=f"{lead}some of the wards."))
    if resized := [now for then, now in found.counted if then.seats != now.seats]:
        lead = "Another number of seats was filled before, so that votes and seats are not like for like, in "
        where: list[Part] = [f"{counted(len(resized), 'ward')}: ", *names(resized, after)]
        if len(resized) == len(found.counted) > FEW:  # a list of them all would be read for a list of exceptions
            where = [f"each of the {len(resized)} wards compared"]
        remarks.append(remark(lead, where, ".", of_many=f"{lead}some of the wards."))
    if not found.same:
        lead = "A ward that was redrawn has no history, even if its name survives."
        instead = " --whole-council compares the totals of the two councils." if by_council else ""
        remarks.append(remark(lead + instead))
    return remarks
