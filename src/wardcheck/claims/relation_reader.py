"""A relation across wards: what it is said to be of, and what it is called."""

from __future__ import annotations

import re

from wardcheck.claims.fields import ClaimFields
from wardcheck.claims.form import RELATION
from wardcheck.claims.names import Names
from wardcheck.claims.statements import Relation
from wardcheck.claims.values import Scope, over, read, slipped
from wardcheck.store.words import cut

_FIELD_OF = {"from": "before", "with": "with_", "with-party": "other_party", "where-high": "where_high"}

_CHANGE = "the change in share of "
_FALLING = re.compile(r"\b(f[ae]ll|drop|declin|decreas|los[est]|shr[aiu]nk|g[ai]ve[ns]? up)\w*", re.IGNORECASE)
"""Words that would turn round what is tested: the higher a column is, not the lower."""


def read_relation(fields: ClaimFields, names: Names, scope: Scope) -> Relation | None:
    """The relation below a claim or a statement; ``None`` where a problem was noted."""
    below = fields.mapping("relation", required=True)
    if below is None:
        return None
    own = read(below, RELATION, names)
    below.done()
    said = over(own, {key: value for key, value in scope.said.items() if key in ("election", "from", "party")})
    election, party, other, column = (said.get(key) for key in ("election", "party", "with-party", "column"))
    if other is not None and other == party:
        below.note("with-party", f"expected another party than {party}, got it twice")
    if why := names.no_pair(said.get("from"), election):
        scope.note(below, "from", why)
    if column is not None and other is not None:
        below.note("with-party", "expected column or with-party, got both")
    for key in ("sign", "where-high"):
        if key in said and "column" not in below and "with-party" not in below:
            below.note(key, f"expected column or with-party beside {key}, got neither")
    if "sign" in said and "where-high" in said:
        below.note("where-high", "expected sign or where-high, got both")
    if "beyond" in said and "sign" not in said:
        below.note("beyond", "expected sign beside it, got none")
    if slipped(below, own) or scope.slip:
        return None
    if called := _called(below, said.get("with"), other, column, names):
        said["with"] = called
    for key in ("election", "party"):
        if key not in said:
            below.note(key, f"expected {key} in a relation (or in scope), got none")
    if election is None or party is None or not called:
        return None
    return Relation(**{_FIELD_OF.get(key, key): value for key, value in said.items()})


def _called(below: ClaimFields, words: str | None, other: str | None, column: str | None, names: Names) -> str:
    """What the other figure is called: by what it is, or by words of one's own that do not say another thing."""
    if other is not None:
        called = f"{_CHANGE}{names.store.parties[other].short}"
        if words is None or names.known("party", words.removeprefix(_CHANGE))[0] == other:
            return called
        below.note("with", f'expected it left out beside with-party, which is "{called}", got "{cut(words)}"')
    elif column is not None:
        part, _slash, whole = column.partition("/")
        if words is None:
            return f"{part} in percent of {whole}" if whole else part
        if _FALLING.search(words) is None:
            return words
        what = "a name of the column as it is, or nothing"
        below.note("with", f'expected {what}, for the higher it is is what is tested, got "{cut(words)}"')
    elif words is None and not {"sign", "where-high"} & {*below.keys()}:  # which are told to be of a figure
        below.note("with", "expected what the vote is said to go with, or column or with-party, got none of them")
    return words if words is not None and other is None and column is None else ""
