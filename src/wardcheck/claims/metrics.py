"""The figures that a claim can be about: each is a column of another command."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from wardcheck.claims.words import Kind
from wardcheck.facts.party_votes import MEASURES

Family = Literal["votes", "margin", "turnout"]
"""What figures have several definitions of."""

FAMILIES: Mapping[Family, tuple[str, ...]] = {
    "votes": MEASURES,
    "margin": ("seat", "party"),
    "turnout": ("ballot-box", "valid"),
}
"""The measures of each family: a claim whose words leave the measure open is judged by all of them."""

MEASURE_MEANINGS: Mapping[str, str] = {
    "sum": "all votes of the party",
    "top": "the votes of its best candidate in each ward",
    "mean": "its votes divided by its candidates, ward by ward",
    "per_seat": "its votes divided by the seats, ward by ward",
    "seat": "the last elected over the first not elected, whatever their parties",
    "party": "the smallest lead of one elected over one not elected of another party",
    "ballot-box": "all papers at the count, rejected ones included, in percent of the electorate",
    "valid": "the valid papers alone, in percent of the electorate",
}

Key = Literal["election", "from", "ward", "party", "against", "candidate", "seat"]

KEY_MEANINGS: Mapping[Key, str] = {
    "election": "an election, as `wardcheck elections` names it",
    "from": "an earlier election to compare with; if left out, the one before",
    "ward": "a ward of the election, or `every` for a statement that must be true in each of them",
    "party": "a party: its slug in the register, its name, or how a source writes it",
    "against": "the party from which the swing is measured",
    "candidate": "a candidate, as the ward file names them",
    "seat": "1 for the party's next seat in the ward, 2 for the one after it; 1 if left out",
}


class Metric(NamedTuple):
    """One figure: what it needs to know, and which column of which command it is."""

    noun: str
    """How a row names it, after the party or candidate."""
    meaning: str
    kind: Kind
    command: str
    column: str
    required: tuple[Key, ...]
    optional: tuple[Key, ...] = ()
    family: Family | None = None
    unit: str = ""

    @property
    def keys(self) -> tuple[Key, ...]:
        """All keys that it may have."""
        return (*self.required, *self.optional)


_PARTY_VOTE: tuple[Key, ...] = ("election", "party")
_CANDIDATE: tuple[Key, ...] = ("election", "ward", "candidate")

METRICS: Mapping[str, Metric] = {
    "margin": Metric(
        "margin",
        "how far the last seat was won by",
        "votes",
        "margins",
        "margin",
        ("election", "ward"),
        family="margin",
    ),
    "margin-pct": Metric(
        "margin in percent of papers",
        "the seat margin in percent of papers",
        "percent",
        "margins",
        "margin_pct",
        ("election", "ward"),
        unit=" %",
    ),
    "by-lot": Metric(
        "decided by lot", "whether a lot decided the last seat", "yes_no", "margins", "decided_by", ("election", "ward")
    ),
    "shortfall": Metric(
        "votes short of a seat",
        "votes by which a party missed its next seat in the ward",
        "votes",
        "close",
        "margin",
        ("election", "ward", "party"),
        ("seat",),
    ),
    "candidate-votes": Metric("votes", "votes of a candidate", "count", "ward", "votes", _CANDIDATE),
    "elected": Metric("elected", "whether a candidate was elected", "yes_no", "ward", "elected", _CANDIDATE),
    "behind": Metric(
        "votes behind", "votes by which a candidate missed the last seat", "votes", "ward", "behind", _CANDIDATE
    ),
    "lost-lot": Metric(
        "lost the draw",
        "whether a lot that decided a seat was lost by a candidate, or by one of a party",
        "yes_no",
        "ties",
        "loser",
        ("election", "ward"),
        ("candidate", "party"),
    ),
    "votes": Metric("votes", "votes of a party", "count", "change", "votes_to", _PARTY_VOTE, ("ward",), "votes"),
    "share": Metric(
        "share of votes",
        "a party's share of all parties' votes",
        "percent",
        "change",
        "share_to_pct",
        _PARTY_VOTE,
        ("ward",),
        "votes",
        " %",
    ),
    "candidates": Metric(
        "candidates", "candidates of a party", "count", "change", "candidates_to", _PARTY_VOTE, ("ward",)
    ),
    "votes-change": Metric(
        "change in votes",
        "change of a party's votes",
        "change",
        "change",
        "votes_change",
        _PARTY_VOTE,
        ("from", "ward"),
        "votes",
    ),
    "votes-change-pct": Metric(
        "change in votes",
        "change of a party's votes in percent of those before",
        "change_pct",
        "change",
        "votes_change_pct",
        _PARTY_VOTE,
        ("from", "ward"),
        "votes",
        " %",
    ),
    "share-change": Metric(
        "change in share",
        "change of a party's share in percentage points",
        "points",
        "change",
        "share_change_pp",
        _PARTY_VOTE,
        ("from", "ward"),
        "votes",
        " points",
    ),
    "seats": Metric(
        "seats", "seats of a party: on the council, or won in a ward", "count", "seats", "seats", _PARTY_VOTE, ("ward",)
    ),
    "seats-change": Metric(
        "change in seats",
        "change of a party's seats: on the council, or in a ward",
        "change",
        "seats",
        "change",
        _PARTY_VOTE,
        ("from", "ward"),
    ),
    "gained": Metric(
        "seats gained", "seats that a party gained, ward by ward", "count", "seats", "gained", _PARTY_VOTE, ("from",)
    ),
    "lost": Metric(
        "seats lost", "seats that a party lost, ward by ward", "count", "seats", "lost", _PARTY_VOTE, ("from",)
    ),
    "majority": Metric(
        "majority", "seats of a party less those of all others", "count", "seats", "majority", _PARTY_VOTE
    ),
    "control": Metric(
        "control", "whether a party has more than half of all seats", "yes_no", "seats", "control", _PARTY_VOTE
    ),
    "voters-to-control": Metric(
        "further voters for control",
        "the fewest further voters, for whole slates, that would have given a party control",
        "count",
        "control",
        "voters",
        _PARTY_VOTE,
    ),
    "swing": Metric(
        "swing",
        "Butler swing to a party from another, in percentage points",
        "points",
        "swing",
        "butler_pp",
        ("election", "party", "against"),
        ("from", "ward"),
        "votes",
        " points",
    ),
    "steed-swing": Metric(
        "two-party swing",
        "Steed (two-party) swing to a party from another, in percentage points",
        "points",
        "swing",
        "steed_pp",
        ("election", "party", "against"),
        ("from", "ward"),
        "votes",
        " points",
    ),
    "turnout": Metric(
        "turnout", "turnout in percent", "percent", "turnout", "turnout_pct", ("election",), ("ward",), "turnout", " %"
    ),
}
"""Every metric by name. ``majority`` and ``control`` are what ``seats`` says below its rows."""
