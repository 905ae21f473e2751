"""Relations across wards: what can be said of them, and what cannot."""

from __future__ import annotations

from wardcheck.analysis.relate import covariate, relate, relate_points, share_change
from wardcheck.claims.elections import Elections
from wardcheck.claims.statements import Relation
from wardcheck.errors import NotFoundError
from wardcheck.store.covariates import covariate_files, covariates_with

CANNOT = "totals of wards cannot tell who voted for whom"
"""Why no such claim is ever more than undecidable: the persons behind two totals may be others each time."""


def resolved(relation: Relation, elections: Elections) -> tuple[str, str] | None:
    """The two elections of a relation; ``None`` where one is not in the store."""
    slugs = elections.store.slugs
    if relation.election not in slugs:
        return None
    before = relation.before or elections.election(relation.election).previous
    return (before, relation.election) if before in slugs and before is not None else None


def relation_found(relation: Relation, elections: Elections) -> str:
    """The relation across wards where it is asked for and the store has it, and what it does not tell.

    It is that of the party's change of share, as ``wardcheck relate`` prints it.
    """
    pair = resolved(relation, elections)
    if pair is None or (relation.column is None and relation.other_party is None):
        return CANNOT
    before, after = (elections.election(slug) for slug in pair)
    try:
        if relation.other_party is not None:
            against = share_change(before, after, relation.other_party)
        else:
            parts = (relation.column or "").split("/")
            against = covariate(
                before, after, covariates_with(covariate_files(elections.store.root), parts), *parts[:2]
            )
    except NotFoundError as error:
        return f"{CANNOT}; {error}"
    found = relate(relate_points(before, after, share_change(before, after, relation.party), against))
    figures = "; ".join(
        f"{row.statistic.replace('_', ' ')} {row.value:+.2f} ({row.low:+.2f} to {row.high:+.2f}) over {row.n} wards"
        for row in found
        if row.value is not None and row.low is not None and row.high is not None
    )
    return f"{figures}; {CANNOT}" if figures else CANNOT


def relation_command(relation: Relation, elections: Elections) -> str:
    """The command that prints the relation, if there is one."""
    pair = resolved(relation, elections)
    if pair is None or (relation.column is None and relation.other_party is None):
        return ""
    with_ = f"--with {relation.column}" if relation.column is not None else f"--with-party {relation.other_party}"
    return f"wardcheck relate {pair[0]} {pair[1]} --party {relation.party} {with_}"
