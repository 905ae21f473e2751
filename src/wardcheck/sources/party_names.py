"""Names of parties as sources print them -> parties of the register, or parties kept under the printed name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wardcheck.model import UNREGISTERED, Party
from wardcheck.printable import UNSAFE
from wardcheck.sources.cells import tidy
from wardcheck.store.names import unregistered

_DASHES = re.compile(r"\s*[–—]\s*")
_FRAME = re.compile(r"^the |(?: candidate| \(the\))+$")
_LONGEST = 200
_NOT_PRINTED = "not printed"
"""Stands for a name where the source has none."""


class PartyNames(Mapping[str, Party]):
    """The parties that the names of one source lead to.

    A name of the source in that year comes first, then one of the source, then the full name of a party. Every other
    name is a party by itself, known by nothing but what is printed (``x-res``), so that a code of which nobody knows
    the meaning costs no ward. Iteration gives the names that the register has.
    """

    def __init__(self, parties: Mapping[str, Party], source: str, year: int | None = None) -> None:
        self._known = {party_key(party.name): party for party in parties.values()}
        for key in (source, f"{source}-{year}"):
            self._known |= {party_key(name): p for p in parties.values() for name in p.aliases.get(key, ())}

    def __getitem__(self, name: str) -> Party:
        return self._known.get(party_key(name)) or _by_itself(name)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str)

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def parties_by_name(parties: Mapping[str, Party]) -> Mapping[str, frozenset[str]]:
    """The slugs of the parties that go by a name with any source, by its ``party_key``; more than one for a few codes.

    A party's slug, its names, its ids and all its aliases are its names.
    """
    found: dict[str, set[str]] = {}
    for party in parties.values():
        own = (party.slug, party.name, party.short, *party.ec)
        for name in (*own, *(alias for names in party.aliases.values() for alias in names)):
            found.setdefault(party_key(name), set()).add(party.slug)
    return {name: frozenset(slugs) for name, slugs in found.items()}


def party_key(name: str) -> str:
    """What is left of a name when spelling is set aside: ``The Green Party Candidate`` -> ``green party``."""
    words = _DASHES.sub(" - ", re.sub(UNSAFE, "", tidy(name)).replace("&", " and ").casefold())
    return _FRAME.sub("", " ".join(words.split()))


def printed_name(party: Party) -> str | None:
    """The name that a source prints, of a party that the register does not have; ``None`` for all others."""
    return party.name if party.slug.startswith(UNREGISTERED) else None


def _by_itself(name: str) -> Party:
    printed = " ".join(re.sub(UNSAFE, "", tidy(name)).split())[:_LONGEST].strip() or _NOT_PRINTED
    return Party(unregistered(printed), printed, "", "")
