"""Seats held, gained and lost: over which wards, and what keeps others from being compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from wardcheck.analysis.pairs import FEW, by_name
from wardcheck.analysis.report import OfElection, OfWard, Part, Remark, joined, remark
from wardcheck.facts.council import council_of
from wardcheck.facts.matched import Comparison, comparison
from wardcheck.facts.party_votes import Across, across, elected_parties
from wardcheck.model import Election, Ward
from wardcheck.words import counted

Filled = Mapping[str, Counter[str]]
"""Who was elected to the seats of a ward that are up now, by party: for each ward of the later election, by slug."""


class Baseline(NamedTuple):
    """What the seats are compared with: which wards can be followed, and whether the totals can be subtracted."""

    wards: Comparison
    followed: Sequence[tuple[Counter[str], Counter[str]]]
    """Seats by party before and after, of each ward with as many seats to fill both times."""
    there: Sequence[Ward]
    """These wards, as they are after."""
    resized: Sequence[Ward]
    """The same place with another number of seats to fill, as it is after."""
    seats_from: Mapping[Across, int] | None
    """Seats by party before, if both elections account for a whole council, or both only for the seats up."""
    whole: bool
    """Whether both account for a whole council."""
    of_whole: bool
    """Whether the earlier one was of the whole council, and the seats compared are those of it that are up now."""

    @property
    def all_followed(self) -> bool:
        """Whether there are wards, and every one has a counterpart with as many seats."""
        return bool(self.followed) and not (self.resized or self.wards.only_before or self.wards.only_after)

    @property
    def change_known(self) -> bool:
        """Whether the totals can be subtracted."""
        return self.whole or (self.seats_from is not None and self.all_followed)


def baseline(before: Election, after: Election, filled: Filled | None = None) -> Baseline:
    """Which wards, and whether the totals, of two elections can be compared.

    ``filled`` is for an earlier election of the whole council, of which a part is up now: who was elected to that.
    """
    wards = comparison(before, after)
    had = {now.slug: elected_parties(then) for then, now in wards.followed} if filled is None else filled
    there = [now for _, now in wards.same if now.slug in had]
    whole = (council_of(before).whole, council_of(after).whole)
    followed = [(had[now.slug], elected_parties(now)) for now in there]
    resized = [now for _, now in wards.same if now.slug not in had]
    found = Baseline(wards, followed, there, resized, None, all(whole), filled is not None)
    seats_from: Mapping[str, int] | None = None
    if filled is None:
        seats_from = council_of(before).by_party if whole[0] == whole[1] else None
    elif followed and not (resized or wards.only_after):
        seats_from = sum((then for then, _ in followed), Counter())
    if seats_from is None:
        return found
    return found._replace(seats_from={across(party, "before"): seats for party, seats in seats_from.items()})


class Moves(NamedTuple):
    """Seats by party, over wards before and after."""

    held: Counter[Across]
    gained: Counter[Across]
    lost: Counter[Across]


def moves_over(wards: Sequence[tuple[Counter[str], Counter[str]]]) -> Moves:
    """What the parties held, gained and lost in wards, each given by its seats by party before and after."""
    found = Moves(Counter(), Counter(), Counter())
    for then, now in wards:
        had = Counter({across(party, "before"): seats for party, seats in then.items()})
        has = Counter({across(party, "after"): seats for party, seats in now.items()})
        found.held.update(had & has)
        found.gained.update(has - had)
        found.lost.update(had - has)
    return found


class Changed(NamedTuple):
    """A ward in which seats went from one party to another."""

    ward: str
    """Its slug."""
    gained: Counter[str]
    lost: Counter[str]


def changed_hands(compared: Baseline) -> list[Changed]:
    """The wards in which a party has more seats than before and another fewer, of those that can be followed."""
    wards = zip(compared.there, compared.followed, strict=True)
    return [Changed(ward.slug, now - then, then - now) for ward, (then, now) in wards if then != now]


def against(
    election: Election, before: Election | None, compared: Baseline | None, earlier: Sequence[str], lacking: str | None
) -> list[Remark]:
    """What the seats are not compared with: empty columns must not pass for nought, nor some wards for all."""
    if before is None or compared is None:
        why = f"{lacking} is not in the store" if lacking else "it names no election before it"
        see = f"; see --from {earlier[-1]}" if earlier else ""
        of_many = "Compared with no other election, for none before it is known or the store does not have it."
        return [remark(f"Compared with no other election: {why}{see}.", of_many=of_many)]
    wards = compared.wards
    by_names = by_name(before, election, wards)
    then, now = OfElection(before.slug), OfElection(election.slug)
    if compared.of_whole:
        words = " filled the whole council: compared are its seats that are up now, those won with the fewest votes."
        by_names.append(remark(then, words, of_many=f"The election compared with{words}"))
    if compared.all_followed:
        return by_names
    if compared.followed:
        everywhere = counted(len(wards.same) + len(wards.only_after), "ward")
        lead = f"Held, gained and lost are of the {len(compared.followed):,} of {everywhere} that can be followed."
        of_many = "Held, gained and lost are of those wards alone that can be followed."
    else:
        lead = of_many = "Held, gained and lost are unknown, for no ward can be followed."
    if compared.seats_from is not None and not compared.change_known:
        unknown = " The change is unknown, for these are not two whole councils."
        lead, of_many = lead + unknown, of_many + unknown
    return [
        *by_names,
        remark(lead, of_many=of_many),
        *_named(
            wards.only_after,
            election,
            [" of ", now, " had no counterpart in ", then],
            "had no counterpart in the election compared with",
        ),
        *_named(
            () if election.kind == "by-election" else wards.only_before,  # it was not about the others
            before,
            [" of ", then, " have none in ", now],
            "of the election compared with have no counterpart",
        ),
        *_resized(compared, election, before),
    ]


def _resized(compared: Baseline, election: Election, before: Election) -> list[Remark]:
    """The wards with another number of seats to fill; of them all it is said once, without a list."""
    now, then = OfElection(election.slug), OfElection(before.slug)
    of_many = "filled another number of seats in the election compared with"
    if len(compared.resized) == len(election.wards) > FEW:
        words: list[Part] = ["Each of the wards of ", now, " filled another number of seats in ", then, "."]
        return [remark(words, of_many=f"Some wards {of_many}.")]
    return _named(compared.resized, election, [" of ", now, " filled another number of seats in ", then], of_many)


def _named(wards: Sequence[Ward], election: Election, what: Sequence[Part], of_many: str) -> list[Remark]:
    """One remark with the names of ``wards``; none where there are none."""
    if not wards:
        return []
    names = joined(OfWard(election.slug, ward.slug) for ward in wards)
    return [remark(counted(len(wards), "ward"), what, ": ", names, ".", of_many=f"Some wards {of_many}.")]
