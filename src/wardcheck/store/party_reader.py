"""``parties.yaml`` -> the register of parties."""

from __future__ import annotations

import re

from wardcheck.model import UNREGISTERED, Party
from wardcheck.store.document import fields_of
from wardcheck.store.fields import Fields
from wardcheck.store.slugs import is_slug
from wardcheck.store.tree import Report

_MAX_SHORT = 12
"""The longest short name, in characters: what a table of 80 columns has room for."""


def read_parties(data: bytes, path: str) -> dict[str, Party]:
    """The parties by slug, in the order of the file.

    Raises:
        DataError: with every problem of the file.
    """
    report = Report(path)
    fields = fields_of(data, report, "a slug for each party")
    parties = {slug: _party(slug, below, fields) for slug, below in fields.children()}
    _refuse_shared_aliases(parties, fields)
    report.raise_any()
    return parties


def _party(slug: str, fields: Fields, parent: Fields) -> Party:
    if not is_slug(slug):
        parent.note(slug, "expected a slug (lower-case words joined by hyphens) for a party, got this")
    if slug.startswith(UNREGISTERED):
        parent.note(
            slug, f"expected a slug that does not begin with {UNREGISTERED}, kept for parties that are not here"
        )
    short = fields.text("short", required=True)
    if short is not None and len(short) > _MAX_SHORT:
        fields.note("short", f'expected at most {_MAX_SHORT} characters, got "{short}"')
    colour = fields.text("colour", required=True, kind='a colour in quotes, such as "#0087DC"')
    if colour is not None and not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        fields.note("colour", f'expected a colour such as "#0087DC", got "{colour}"')
    name = fields.text("name", required=True, kind="a name")
    ec = fields.texts("ec")
    aliases = fields.mapping("aliases")
    found = {source: aliases.texts(source, required=True) for source in aliases.keys()} if aliases else {}  # noqa: SIM118
    fields.done()
    return Party(slug, name or slug, short or slug, colour or "", ec, found)


def _refuse_shared_aliases(parties: dict[str, Party], fields: Fields) -> None:
    """One alias of one source, and one id, must lead to one party."""
    owners: dict[tuple[str, str], str] = {}
    for slug, party in parties.items():
        written = [("ec", name) for name in party.ec]
        written += [(source, name) for source, names in party.aliases.items() for name in names]
        for source, name in written:
            owner = owners.setdefault((source, name), slug)
            if owner != slug:
                fields.note(slug, f'expected {source} names of its own, got "{name}" of {owner}')
