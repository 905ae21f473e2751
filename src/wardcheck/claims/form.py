"""What a claims file may say: one table, from which its reader, its JSON Schema and its reference are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

Holds = Literal[
    "slug", "text", "lines", "texts", "when", "choice", "count", "place", "true",
    "election", "before", "elections", "ward", "party", "column",
    "scope", "statement", "readings", "statements", "relation",
]  # fmt: skip
"""What sort of value a key has; ``values.read`` reads it, and ``schema`` says it to an editor."""

EVERY = "every"
"""In place of a ward, a candidate or a place: the statement must be true of each of them."""

Sign = Literal["positive", "negative"]
Move = Literal["rose", "fell"]
Others = Literal["wards", "parties", "councils"]
Order = Literal["most", "least"]

_MOST_SEATS = 20


class Key(NamedTuple):
    """One key of a mapping."""

    holds: Holds
    meaning: str
    required: bool = False
    kind: str = "text"
    """What a message says was expected, of a text."""
    choices: tuple[str, ...] = ()
    most: int | None = None


SCOPE: Mapping[str, Key] = {
    "election": Key("election", "an election: `barnet-2018`, `Barnet 2018`, or a council for its latest ordinary one"),
    "from": Key(
        "before",
        "an earlier election to compare with; if left out, the one that filled the same seats",
    ),
    "ward": Key(
        "ward",
        "a ward of the election by its slug, its name or its code, or "
        f"`{EVERY}` for a statement that must be true in each of them",
        kind="a ward",
    ),
    "party": Key("party", "a party: its slug in the register, its name, or how a source writes it"),
    "against": Key("party", "the party from which the swing is measured"),
    "candidate": Key("text", f"a candidate, as the ward file names them, or `{EVERY}`", kind="a name"),
    "seat": Key(
        "count", "1 for the party's next seat in the ward, 2 for the one after it; 1 if left out", most=_MOST_SEATS
    ),
    "place": Key(
        "place",
        f"1 for the party's candidate with most votes in the ward, 2 for the next, or `{EVERY}`",
        most=_MOST_SEATS,
    ),
    "column": Key("column", "a column of the store's covariates, or `N/D`: column N in percent of column D"),
    "elections": Key("elections", "in place of `election`, elections or patterns that are taken together"),
    "council-gss": Key("text", "of these, only councils whose code fits the pattern: `E09*` is London"),
    "count": Key("count", "how many elections there must be; with fewer in the store nothing is known of them all"),
}
"""What a figure is of."""

RANK: Mapping[str, Key] = {
    "among": Key(
        "choice", "`wards`, `parties` of the election (and ward), or `councils` of a covariate", True,
        choices=get_args(Others),
    ),
    "order": Key("choice", "`most` or `least` comes first", True, choices=get_args(Order)),
    "elections": Key("elections", "elections or patterns whose wards are looked at; the figure's own if left out"),
    "council-gss": SCOPE["council-gss"],
    "count": Key("count", "how many elections there must be; with fewer in the store nothing can be first"),
    "within": Key("count", "how many may be first: 5 for one of the first five; 1 if left out"),
}  # fmt: skip
"""What `first` takes."""

RELATION: Mapping[str, Key] = {
    "election": Key("election", "the election up to which the share changed, if it is not in `scope`"),
    "from": SCOPE["from"],
    "party": Key("party", "whose change of share of votes, if it is not in `scope`"),
    "with": Key(
        "text", "a name for the column, or in place of it what no figure is of, in words",
        kind="what the vote is said to go with",
    ),
    "column": Key("column", "a covariate of each ward, or `N/D`: column N in percent of column D"),
    "with-party": Key("party", "in its place, another party's change of share"),
    "withdrew": Key("party", "only the wards in which this party stood in the election before and not in this one"),
    "sign": Key(
        "choice", "`negative`: the more of the other figure, the lower the change of share; `positive`: the higher",
        choices=get_args(Sign),
    ),
    "where-high": Key(
        "choice", "`fell` or `rose`: what the share did in the wards in which the other figure is above its median",
        choices=get_args(Move),
    ),
    "beyond": Key("true", "`true` beside a `sign` that is said of more than these wards"),
}  # fmt: skip

CLAIM: Mapping[str, Key] = {
    "id": Key("slug", "a name of its own among all files that are read together: words joined by hyphens", True),
    "claim": Key("lines", "the claim in one's own words", True, kind="the claim in words"),
    "by": Key("text", "who said it"),
    "on": Key("when", "when: `2018-05-03`, or `2018-05` where the day is not known"),
    "where": Key("text", "where it was published: a title or an address", kind="a title or an address"),
    "said": Key("text", "what it says of the figures, put shortly, for the column `said`"),
    "quote": Key(
        "lines", "the sentence as it was published, in a file of one's own", kind="the sentence as it was published"
    ),
    "note": Key("lines", "a remark for readers of the file: where wording was chosen, say so here"),
    "measure": Key("texts", "the [measure](#measures) that the wording implies, or a list with one of each kind"),
    "scope": Key(
        "scope",
        "[keys of a figure](#keys-of-a-figure) that all figures of the claim have if they do not say otherwise",
    ),
}

READINGS = "readings"
BESIDE = "beside"
READ: Mapping[str, Key] = {
    READINGS: Key("readings", "in place of a statement: meanings that the words allow, two or more, each judged"),
    BESIDE: Key("readings", "weaker or stronger than what was said: shown, and no part of the verdict"),
}
"""How a claim is read, where it has more than one statement. Each of these has its name under `as`."""

FORMS: Mapping[str, Key] = {
    "figure": Key("statement", "the [word](#words) beside it can be said of the figure"),
    "number-of-wards": Key(
        "statement", "the word beside it can be said of the number of wards in which the statement below is true"
    ),
    "all-of": Key("statements", "every statement of this list is true"),
    "any-of": Key("statements", "at least one statement of this list is true"),
    "relation": Key(
        "relation", "wards go together as it says: see [relations](#relations)"
    ),
    "voters": Key(
        "text", "never known: what voters are said to have done, in words, which totals of wards cannot tell",
        kind="what voters are said to have done",
    ),
    "missing": Key(
        "text", "never known: what no declared result has (who led a council, which wards were targets), in words",
        kind="what no declared result has",
    ),
}  # fmt: skip
"""What a statement can be, and when it is true; it is one of them."""
