"""Statements about more than a figure: a relation across wards, and what voters did."""

from __future__ import annotations

from typing import get_args

from wardcheck.claims.fields import ClaimFields
from wardcheck.claims.names import Names
from wardcheck.claims.scope import Scope, read_election, read_party
from wardcheck.claims.statements import Relation, Sign, Voters
from wardcheck.store.words import cut

SIGNS: tuple[Sign, ...] = get_args(Sign)
_PARTS = 2


def read_relation(fields: ClaimFields, names: Names, scope: Scope) -> Relation | None:
    """The relation below a claim or a statement; ``None`` where a problem was noted."""
    below = fields.below("relation")
    if below is None:
        return None
    election = read_election(below, "election", names) or scope.election
    before = read_election(below, "from", names) or scope.before
    party = read_party(below, "party", names) or scope.party
    with_ = below.text("with", required=True, kind="what the vote is said to go with")
    column = below.text("column", kind="a covariate")
    other = read_party(below, "with-party", names)
    withdrew = read_party(below, "withdrew", names)
    said = below.choice("sign", SIGNS)
    below.done()
    parts = [part.strip() for part in (column or "N").split("/")]
    if len(parts) > _PARTS or not all(parts):
        below.note("column", f'expected COLUMN or N/D, got "{cut(column or "")}"')
    if column is not None and all(parts) and (why := names.no_covariate(parts)):
        below.note("column", why)
    if other is not None and other == party:
        below.note("with-party", f"expected another party than {party}, got it twice")
    if why := names.no_pair(before, election):
        below.note("from", why)
    if column is not None and other is not None:
        below.note("with-party", "expected column or with-party, got both")
    sign = next((one for one in SIGNS if one == said), None)
    if sign is not None and "column" not in below and "with-party" not in below:
        below.note("sign", "expected column or with-party beside sign, got neither")
    for key, value in (("election", election), ("party", party)):
        if value is None and key not in below:
            below.note(key, f"expected {key} in a relation (or in scope), got none")
    if election is None or party is None or with_ is None:
        return None
    named = "/".join(parts) if column is not None else None
    return Relation(election, party, with_, before, named, other, withdrew, sign)


def read_voters(fields: ClaimFields, scope: Scope) -> Voters | None:
    """What voters are said to have done, in words."""
    words = fields.text("voters", kind="what voters are said to have done")
    return Voters(words, scope.election, scope.before, scope.ward) if words is not None else None
