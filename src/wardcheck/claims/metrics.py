"""The figures that a claim can be about: each is a column of a table, from which its value and its command follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from wardcheck.claims import tables as t
from wardcheck.claims.words import Kind

if TYPE_CHECKING:
    from wardcheck.claims.statements import Figure

Family = Literal["votes", "margin", "turnout", "voters", "closeness"]
"""What figures have several definitions of."""

FAMILIES: Mapping[Family, Mapping[str, str]] = {
    "votes": {
        "sum": "all votes of the party",
        "top": "the votes of its best candidate in each ward",
        "mean": "its votes divided by its candidates, ward by ward",
        "per_seat": "its votes divided by the seats, ward by ward",
    },
    "margin": {
        "seat": "the last elected over the first not elected, whatever their parties",
        "party": "the smallest lead of one elected over one not elected of another party",
    },
    "turnout": {
        "ballot-box": "all papers at the count, rejected ones included, in percent of the electorate",
        "valid": "the valid papers alone, in percent of the electorate",
    },
    "voters": {
        "further": "voters who did not vote",
        "switched": "voters who leave another party's whole slate",
    },
    "closeness": {
        "in-votes": "closeness as a number of votes (`narrow`)",
        "in-papers": "closeness in percent of ballot papers (`narrow`)",
    },
}
"""The measures of each family and what each counts: a claim whose words leave the measure open is judged by all."""

MEASURES = {measure: family for family, measures in FAMILIES.items() for measure in measures}
"""The family of each measure; no two families share the name of one."""

Keys = tuple[str, ...]
"""Keys of ``form.SCOPE``."""


class Metric(NamedTuple):
    """One figure: which column of which command it is, and what it needs to know."""

    noun: str
    """How a row names it, after the party or candidate."""
    meaning: str
    kind: Kind
    table: t.Table
    column: str
    required: Keys
    optional: Keys = ()
    family: Family | None = None
    unit: str = ""

    @property
    def keys(self) -> Keys:
        """All keys that it may have."""
        return (*self.required, *self.optional)

    def table_of(self, figure: Figure) -> t.Table:
        """The table that one figure is in: of seats in a ward, or in several elections, another."""
        if self.table is t.SEATS and (figure.ward is not None or figure.chosen is not None):
            return t.PARTIES if figure.before is None else t.CHANGE
        return self.table


_WARD: Keys = ("election", "ward")
_CANDIDATE: Keys = ("election", "ward", "candidate")
_PARTY: Keys = ("election", "party")
_SWING: Keys = ("election", "party", "against")
_SINCE: Keys = ("from", "ward")

METRICS: Mapping[str, Metric] = {
    "margin": Metric("margin", "how far the last seat was won by",
        "votes", t.MARGINS, "margin", _WARD, family="margin"),
    "margin-pct": Metric("margin in percent of papers",
        "the seat margin in percent of papers; where these are unknown within the bounds that votes set to them",
        "percent", t.MARGINS, "margin_pct", _WARD, unit=" %"),
    "by-lot": Metric("decided by lot", "whether a lot decided the last seat",
        "yes_no", t.MARGINS, "decided_by", _WARD),
    "shortfall": Metric("votes short of a seat", "votes by which a party missed its next seat in the ward",
        "votes", t.CLOSE, "margin", (*_WARD, "party"), ("seat",)),
    "gap-to-third": Metric("votes from first to third party", "how far the first party was ahead of the third",
        "count", t.THIRD, "votes", _WARD, family="votes"),
    "gap-to-third-pct": Metric("share from first to third party", "the same in points of the share of votes",
        "percent", t.THIRD, "share_pct", _WARD, family="votes", unit=" points"),
    "candidate-votes": Metric("votes", "votes of a candidate",
        "count", t.WARD, "votes", _CANDIDATE),
    "elected": Metric("elected", "whether a candidate was elected",
        "yes_no", t.WARD, "elected", _CANDIDATE),
    "behind": Metric("votes behind", "votes by which a candidate missed the last seat",
        "votes", t.WARD, "behind", _CANDIDATE),
    "lost-lot": Metric("lost the draw", "whether a lot about a seat was lost by a candidate, or by one of a party",
        "yes_no", t.TIES, "loser", _WARD, ("candidate", "party")),
    "person-votes-change": Metric("change in votes",
        "change of the votes of a candidate who stood for the party in the ward both times, by the letters of the name",
        "change", t.PERSON, "votes", (*_WARD, "party", "candidate"), ("from",)),
    "place-votes-change": Metric("change in votes",
        "change of the votes of a party's candidate of that place in the ward, whoever it was each time",
        "change", t.PLACE, "votes", (*_WARD, "party", "place"), ("from",)),
    "votes": Metric("votes", "votes of a party, or of all",
        "count", t.PARTIES, "votes", ("election",), ("elections", "party", "ward"), "votes"),
    "share": Metric("share of votes", "a party's share of all parties' votes",
        "percent", t.PARTIES, "share_pct", _PARTY, ("elections", "ward"), "votes", " %"),
    "candidates": Metric("candidates", "candidates of a party, or of all",
        "count", t.PARTIES, "candidates", ("election",),
        ("elections", "party", "ward")),
    "votes-change": Metric("change in votes", "change of a party's votes",
        "change", t.CHANGE, "votes_change", _PARTY, _SINCE, "votes"),
    "votes-change-pct": Metric("change in votes", "change of a party's votes in percent of those before",
        "change_pct", t.CHANGE, "votes_change_pct", _PARTY, _SINCE, "votes", " %"),
    "share-change": Metric("change in share", "change of a party's share in percentage points",
        "points", t.CHANGE, "share_change_pp", _PARTY, _SINCE, "votes", " points"),
    "seats": Metric("seats", "seats of a party: on the council, or won in a ward or in several elections",
        "count", t.SEATS, "seats", _PARTY, ("elections", "ward")),
    "seats-change": Metric("change in seats",
        "change of a party's seats: in a ward; of those that were up, since these were last filled; or of the whole "
        "council, all of which was up, or since an election `from` at which other seats were",
        "change", t.SEATS, "seats_change", _PARTY, _SINCE),
    "gained": Metric("seats gained",
        "seats that a party gained, ward by ward, whatever it lost in others; less these it is `seats-change`",
        "count", t.SEATS, "gained", _PARTY, ("from",)),
    "lost": Metric("seats lost", "seats that a party lost, ward by ward, whatever it gained in others",
        "count", t.SEATS, "lost", _PARTY, ("from",)),
    "majority": Metric("majority", "seats of a party less those of all others",
        "count", t.SEATS, "majority", _PARTY),
    "control": Metric("control", "whether a party has more than half of all seats",
        "yes_no", t.SEATS, "control", _PARTY),
    "voters-to-control": Metric("voters for control",
        "the fewest voters, for whole slates, that would have given a party control",
        "votes", t.GAIN, "voters", _PARTY, family="voters"),
    "voters-to-lose-control": Metric("voters to lose control",
        "the fewest voters that would have cost a party its control",
        "votes", t.LOSE, "voters", _PARTY, family="voters"),
    "swing": Metric("swing", "Butler swing to a party from another, in percentage points",
        "points", t.SWING, "butler_pp", _SWING, _SINCE, "votes", " points"),
    "steed-swing": Metric("two-party swing", "Steed (two-party) swing to a party from another, in percentage points",
        "points", t.SWING, "steed_pp", _SWING, _SINCE, "votes", " points"),
    "turnout": Metric("turnout", "turnout in percent",
        "percent", t.TURNOUT, "turnout_pct", ("election",), ("ward",), "turnout", " %"),
    "typical-turnout": Metric("median turnout", "the median turnout of several elections, of those where it is known",
        "percent", t.MEDIAN, "", ("elections",), (), "turnout", " %"),
    "split-papers": Metric("papers split between parties", "papers split between parties, within bounds; with a party "
        "those of them with a vote for it",
        "count", t.SPLITS, "split_min", ("election",), ("ward", "party")),
    "covariate": Metric("", "a covariate of a ward; of a council if no ward, of all wards if no election is named",
        "percent", t.COVARIATE, "", ("column",), ("election", "ward"), unit=" %"),
}  # fmt: skip
"""Every metric by name. ``majority`` and ``control`` are what ``seats`` says below its rows."""
