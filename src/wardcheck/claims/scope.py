"""The scope of figures: which election, ward, party and candidate, each a name that the store knows."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from wardcheck.claims.fields import ClaimFields
from wardcheck.claims.metrics import Key
from wardcheck.claims.names import Names
from wardcheck.claims.statements import EVERY, Chosen
from wardcheck.spelling import nearest
from wardcheck.store.words import cut

MOST_SEATS = 20
_PARTS = 2


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure is of; ``None`` is not said."""

    election: str | None = None
    before: str | None = None
    ward: str | None = None
    party: str | None = None
    against: str | None = None
    candidate: str | None = None
    seat: int | None = None
    place: int | None = None
    column: str | None = None
    chosen: Chosen | None = None

    def over(self, wider: Scope) -> Scope:
        """This scope, with what it does not say taken from a wider one."""
        said = {f.name: value for f in fields(self) if (value := getattr(self, f.name)) is not None}
        if self.chosen is not None and wider.chosen is not None:
            own, other = self.chosen, wider.chosen
            patterns, council_gss = own.patterns or other.patterns, own.council_gss or other.council_gss
            said["chosen"] = Chosen(patterns, council_gss, own.expected or other.expected)
        return replace(wider, **said)


FIELD_OF: dict[Key, str] = {
    "election": "election",
    "elections": "chosen",
    "from": "before",
    "ward": "ward",
    "party": "party",
    "against": "against",
    "candidate": "candidate",
    "seat": "seat",
    "place": "place",
    "column": "column",
}
"""The field of ``Scope`` and ``Figure`` for each key."""


def read_scope(mapping: ClaimFields | None, names: Names) -> Scope | None:
    """The scope that a claim gives to all its figures."""
    if mapping is None:
        return None
    scope = read_keys(mapping, names)
    mapping.done()
    return scope


def read_keys(mapping: ClaimFields, names: Names) -> Scope:
    """The keys of a scope that a mapping has; wards and candidates are checked once the election is known."""
    return Scope(
        election=read_election(mapping, "election", names),
        before=read_election(mapping, "from", names),
        ward=mapping.slug("ward"),
        party=read_party(mapping, "party", names),
        against=read_party(mapping, "against", names),
        candidate=mapping.text("candidate", kind="a name"),
        seat=mapping.count("seat", least=1, most=MOST_SEATS),
        place=mapping.count_or_every("place", EVERY, most=MOST_SEATS),
        column=read_column(mapping, names),
        chosen=read_chosen(mapping, names),
    )


def read_column(mapping: ClaimFields, names: Names) -> str | None:
    """A covariate, or ``N/D``, that the files of the store have."""
    column = mapping.text("column", kind="a covariate")
    if column is None:
        return None
    parts = [part.strip() for part in column.split("/")]
    if len(parts) > _PARTS or not all(parts):
        mapping.note("column", f'expected COLUMN or N/D, got "{cut(column)}"')
    elif why := names.no_covariate(parts):
        mapping.note("column", why)
    return "/".join(parts)


def read_chosen(mapping: ClaimFields, names: Names) -> Chosen | None:
    """Elections that are taken together; ``None`` where none are named."""
    patterns = mapping.text_or_texts("elections")
    council_gss = mapping.text("council-gss")
    expected = mapping.count("count", least=1)
    for pattern in patterns:
        if why := names.no_pattern(pattern):
            mapping.note("elections", why)
    return Chosen(patterns, council_gss, expected) if patterns or council_gss or expected else None


def read_election(mapping: ClaimFields, key: str, names: Names) -> str | None:
    """A slug of an election, of the store or of none that is near to one of the store."""
    slug = mapping.slug(key)
    near = names.misspelt_election(slug) if slug is not None else None
    if near is not None:
        mapping.note(key, f'expected an election, got "{cut(slug or "")}"{near}')
        return None
    return slug


def read_party(mapping: ClaimFields, key: str, names: Names, *, required: bool = False) -> str | None:
    """A party by any of its names, as its slug."""
    written = mapping.text(key, kind="a party", required=required)
    if written is None:
        return None
    slug = names.party(written)
    if slug is None:
        mapping.note(key, names.why_no_party(written))
    return slug


def note_unknown_places(mapping: ClaimFields, scope: Scope, names: Names) -> bool:
    """Note a ward or a candidate that the election does not have; whether all is well."""
    wards = list(names.wards(scope.election or ""))
    if not wards or scope.ward is None or scope.ward == EVERY:
        return True
    if scope.ward not in wards:
        what = f'expected a ward of {scope.election} or {EVERY}, got "{cut(scope.ward)}"'
        mapping.note("ward", f"{what}{nearest(scope.ward, wards)}")
        return False
    if scope.candidate not in (None, EVERY):
        known = list(names.candidates(scope.election or "", scope.ward))
        if scope.candidate not in known:
            what = f'expected a candidate of {scope.ward} in {scope.election}, got "{cut(str(scope.candidate))}"'
            mapping.note("candidate", f"{what}{nearest(str(scope.candidate), known)}")
            return False
    return True
