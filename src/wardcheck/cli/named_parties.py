"""The parties that a command line names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wardcheck.cli.chosen import Chosen
from wardcheck.errors import NotFoundError, WardcheckError
from wardcheck.model import INDEPENDENT, Party
from wardcheck.spelling import alike

_LISTED = 12
"""As many parties as a message names."""


def known_party(slug: str, chosen: Chosen, *, option: str = "--party") -> None:
    """Refuse a party that stood in none of the elections, and has no seats there that were not up.

    Raises:
        NotFoundError: with those that did, the nearest by slug or name first.
    """
    there = {c.party for election in chosen.elections for ward in election.wards for c in ward.candidates}
    there |= {party for election in chosen.elections for party in election.continuing or ()}
    if slug in there:
        return
    parties = chosen.store.parties
    slugs = [e.slug for e in chosen.elections]
    where = " or ".join(slugs) if len(slugs) <= 2 else f"any of {len(slugs)} elections"
    what = f"{parties[slug].name} did not stand in" if slug in parties else f"no party {slug!r} in"
    near = () if slug in parties else _nearest(slug, sorted(there), parties)
    if near:
        hint = f"nearest: {', '.join(f'{one} ({parties[one].name})' for one in near)}"
    elif len(there) <= _LISTED:
        hint = f"there are {', '.join(sorted(there))}"
    else:
        hint = "see parties.yaml in the store"
    raise NotFoundError(f"{option}: {what} {where}; {hint}")


def _nearest(text: str, slugs: Sequence[str], parties: Mapping[str, Party]) -> list[str]:
    """Those that have the text among the words of their names, or else are spelt nearly so."""
    found = {slug: parties[slug] for slug in slugs if slug in parties}
    folded = text.casefold()
    named = [slug for slug, party in found.items() if folded in party.name.casefold().split()]
    words = {word.casefold(): slug for slug, p in found.items() for word in (slug, p.short, p.name)}
    return named or list(dict.fromkeys(words[word] for word in alike(folded, words)))


def two_parties(text: str, chosen: Chosen) -> tuple[str, str]:
    """The slugs of two parties, from the words after ``--between``.

    Raises:
        WardcheckError: there are not two, or one is no party, or stood in none of the elections.
    """
    slugs = [word.strip() for word in text.split(",")]
    if len(slugs) != 2 or slugs[0] == slugs[1]:
        raise WardcheckError(f"--between: expected two parties, such as lab,con, got {text!r}")
    for slug in slugs:
        if slug == INDEPENDENT:
            raise WardcheckError(f"--between: expected a party, got {slug!r}: every independent is a party of one")
        known_party(slug, chosen, option="--between")
    return slugs[0], slugs[1]
