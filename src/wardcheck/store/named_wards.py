"""The wards that somebody names: by slug, by name, or by the code of the Office for National Statistics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wardcheck.errors import NotFoundError
from wardcheck.model import Election, Ward
from wardcheck.spelling import nearest
from wardcheck.store.names import slug_of


def wards_named(word: str, election: Election) -> Sequence[Ward]:
    """The wards of an election that a word names, in any case; none if there are none.

    A slug goes before a name: only where no ward has the slug are names and codes looked at. More than one is found
    only where an election has two wards of one name.
    """
    slug = slug_of(word)
    for exact in (word, slug):
        if found := [ward for ward in election.wards if ward.slug == exact]:
            return found
    code = word.strip().upper()
    return [ward for ward in election.wards if slug and (slug_of(ward.name) == slug or ward.gss == code)]


def slugs_of_wards(words: Iterable[str], elections: Sequence[Election]) -> dict[str, frozenset[str]]:
    """The slugs of the wards named, by the election that has some of them.

    Raises:
        NotFoundError: a word that names no ward of any, with the nearest.
    """
    found: dict[str, set[str]] = {}
    for word in words:
        in_each = [(election.slug, wards_named(word, election)) for election in elections]
        if not any(wards for _, wards in in_each):
            raise no_ward(word, elections)
        for election, wards in in_each:
            found.setdefault(election, set()).update(ward.slug for ward in wards)
    return {election: frozenset(slugs) for election, slugs in found.items() if slugs}


def one_ward(word: str, election: Election) -> Ward:
    """The ward of an election that a word names.

    Raises:
        NotFoundError: there is none, or there are two of that name.
    """
    found = wards_named(word, election)
    if len(found) > 1:
        raise NotFoundError(f"expected one ward, got {word!r}, which names {', '.join(ward.slug for ward in found)}")
    if not found:
        raise no_ward(word, [election])
    return found[0]


def no_ward(word: str, elections: Sequence[Election]) -> NotFoundError:
    """That no election has such a ward, and which it may have been."""
    where = elections[0].slug if len(elections) == 1 else f"{len(elections)} elections"
    slugs = sorted({ward.slug for election in elections for ward in election.wards})
    hint = nearest(slug_of(word), slugs, f"see: wardcheck margins {elections[0].slug}", count=3)
    return NotFoundError(f"no ward {word!r} in {where}{hint}")
