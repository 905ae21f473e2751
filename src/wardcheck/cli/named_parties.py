"""The parties that a command line names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wardcheck.cli.chosen import Chosen
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.model import INDEPENDENT, UNREGISTERED, Party
from wardcheck.spelling import near

_LISTED = 12
"""As many parties as a message names."""


def known_party(word: str, chosen: Chosen, *, option: str = "--party") -> str:
    """The slug of the party that a word names, in any case: its slug, its name or what a source or a table calls it.

    A name that two parties share is the one of those that stood.

    Raises:
        NotFoundError: it stood in none of the elections, and has no seats there that were not up; with those that did,
            the nearest by slug or name first. Or it may be any of several.
    """
    parties = chosen.store.parties
    named = _named(word, chosen)
    found = [slug for slug in sorted(named) if slug in _there(chosen)]
    if len(found) == 1:
        return found[0]
    if found:
        may_be = " or ".join(f"{slug} ({parties[slug].name})" for slug in found)
        raise NotFoundError(f"{option}: expected one party, got {word!r}, which may be {may_be}")
    there = set(_there(chosen))
    slugs = [e.slug for e in chosen.elections]
    where = " or ".join(slugs) if len(slugs) <= 2 else f"any of {len(slugs)} elections"
    absent = " or ".join(parties[slug].name if slug in parties else slug for slug in sorted(named))
    what = f"{absent} did not stand in" if named else f"no party {word!r} in"
    if close := () if named else _nearest(word, sorted(there), parties):
        hint = f"nearest: {', '.join(f'{one} ({parties[one].name})' for one in close)}"
    elif len(there) <= _LISTED:
        hint = f"there are {', '.join(sorted(there))}"
    else:
        hint = "see parties.yaml in the store"
    raise NotFoundError(f"{option}: {what} {where}; {hint}")


def known_parties(words: Sequence[str] | None, chosen: Chosen) -> tuple[str, ...] | None:
    """The slugs of the parties named, each once; ``None`` where none are, which means all.

    Raises:
        NotFoundError: as for ``known_party``.
    """
    return tuple(dict.fromkeys(known_party(word, chosen) for word in words)) if words else None


def _there(chosen: Chosen) -> Iterator[str]:
    """The party of each candidacy, and those with seats that were not up; whoever finds one need not go on."""
    for election in chosen.elections:
        yield from election.continuing or ()
        for ward in election.wards:
            yield from (candidacy.party for candidacy in ward.candidates)


def _named(word: str, chosen: Chosen) -> frozenset[str]:
    """The slugs of all that go by a name: of the register, else of candidacies whose party it does not have."""
    parties = chosen.store.parties
    if word in parties or word.lower() in parties:
        return frozenset({word if word in parties else word.lower()})
    from wardcheck.sources.party_names import parties_by_name, party_key

    key = party_key(word)
    if found := parties_by_name(parties).get(key):
        return found
    candidacies = (c for election in chosen.elections for ward in election.wards for c in ward.candidates)
    by_themselves = (c for c in candidacies if c.party.startswith(UNREGISTERED))
    return frozenset(c.party for c in by_themselves if c.party == word or party_key(c.party_name or "") == key)


def _nearest(text: str, slugs: Sequence[str], parties: Mapping[str, Party]) -> list[str]:
    """Those that may be meant by slug or name."""
    found = {slug: parties[slug] for slug in slugs if slug in parties}
    words = {word.casefold(): slug for slug, p in found.items() for word in (slug, p.short, p.name)}
    return list(dict.fromkeys(words[word] for word in near(text.casefold(), words)))


def two_parties(text: str, chosen: Chosen) -> tuple[str, str]:
    """The slugs of two parties, from the words after ``--between``.

    Raises:
        WardcheckError: there are not two, or one is no party, or stood in none of the elections.
    """
    words = [word.strip() for word in text.split(",")]
    if len(words) != 2 or words[0] == words[1]:
        raise WardcheckError(f"--between: expected two parties, such as lab,con, got {text!r}")
    for word in words:
        if word.lower() == INDEPENDENT:
            raise WardcheckError(f"--between: expected a party, got {word!r}: every independent is a party of one")
    a, b = (known_party(word, chosen, option="--between") for word in words)
    if a == b:
        raise WardcheckError(f"--between: expected two parties, got {text!r}, which is {a} twice")
    return a, b
