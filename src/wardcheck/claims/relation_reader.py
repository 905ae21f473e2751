"""Statements about more than a figure: a relation across wards."""

from __future__ import annotations

from typing import Literal, get_args

from wardcheck.claims.fields import ClaimFields
from wardcheck.claims.names import Names
from wardcheck.claims.scope import Scope, read_column, read_election, read_party
from wardcheck.claims.statements import Relation, Sign

SIGNS: tuple[Sign, ...] = get_args(Sign)
MOVES: tuple[Literal["rose", "fell"], ...] = ("rose", "fell")


def read_relation(fields: ClaimFields, names: Names, scope: Scope) -> Relation | None:
    """The relation below a claim or a statement; ``None`` where a problem was noted."""
    below = fields.below("relation")
    if below is None:
        return None
    election = read_election(below, "election", names) or scope.election
    before = read_election(below, "from", names) or scope.before
    party = read_party(below, "party", names) or scope.party
    with_ = below.text("with", required=True, kind="what the vote is said to go with")
    column = read_column(below, names)
    other = read_party(below, "with-party", names)
    withdrew = read_party(below, "withdrew", names)
    said = below.choice("sign", SIGNS), below.choice("where-high", MOVES)
    beyond = below.said("beyond") if "beyond" in below else False
    below.allow("beyond")
    below.done()
    if other is not None and other == party:
        below.note("with-party", f"expected another party than {party}, got it twice")
    if why := names.no_pair(before, election):
        below.note("from", why)
    if column is not None and other is not None:
        below.note("with-party", "expected column or with-party, got both")
    sign = next((one for one in SIGNS if one == said[0]), None)
    move = next((one for one in MOVES if one == said[1]), None)
    for key, one in (("sign", sign), ("where-high", move)):
        if one is not None and "column" not in below and "with-party" not in below:
            below.note(key, f"expected column or with-party beside {key}, got neither")
    if sign is not None and move is not None:
        below.note("where-high", "expected sign or where-high, got both")
    if beyond and sign is None:
        below.note("beyond", "expected sign beside it, got none")
    for key, value in (("election", election), ("party", party)):
        if value is None and key not in below:
            below.note(key, f"expected {key} in a relation (or in scope), got none")
    if election is None or party is None or with_ is None:
        return None
    return Relation(election, party, with_, before, column, other, withdrew, sign, move, beyond)
