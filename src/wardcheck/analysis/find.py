"""Where did this person stand?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Annotated

from wardcheck.analysis.report import Remark, Report, remark
from wardcheck.facts.cut import behind
from wardcheck.facts.outline import outlined
from wardcheck.frozen import frozen
from wardcheck.model import Election
from wardcheck.spelling import folded
from wardcheck.words import counted


@frozen
class FoundRow:
    """One candidacy of somebody with that name. ``votes`` and ``behind`` are ``None`` where unknown."""

    election: Annotated[str, "slug of the election"]
    ward: Annotated[str, "slug of the ward"]
    name: Annotated[str, "name as declared"]
    party: Annotated[str, "party, as a slug"]
    votes: Annotated[int | None, "votes on the papers, without a vote that a lot added"]
    elected: Annotated[bool, "declared elected"]
    behind: Annotated[int | None, "votes short of the last elected; 0 is the loser of a lot; empty for the elected"]


def find(name: str, *elections: Election, twice: bool = False) -> Report[FoundRow, int]:
    """The candidacies whose names have each word of ``name`` in them: by name, then the earliest first.

    Case, accents and apostrophes do not count. Nothing in a declaration tells two persons of one name apart, nor that
    one stood under two names. With ``twice`` they are those of the names that stood more than once alone, of all names
    if ``name`` is empty. The totals are how many names there are; ``answered`` is false where there is none.
    """
    words = folded(name).split()
    found = [
        (folded(one.name), election.date, FoundRow(
            election=election.slug,
            ward=outline.ward,
            name=one.name,
            party=one.party,
            votes=ward.polled(one),
            elected=one.elected,
            behind=behind(one, ward.polled(one), outline.last_elected_votes),
        ))
        for election, wards in outlined(elections)
        for place, outline in enumerate(wards)
        if _has(outline.names, words)
        for ward in [election.wards[place]]
        for one in ward.candidates
        if _has(one.name, words)
    ]  # fmt: skip
    if twice:
        times = Counter(key for key, *_ in found)
        found = [one for one in found if times[one[0]] > 1]
    found.sort(key=lambda one: (one[0], one[1], one[2].election, one[2].ward))
    names = len({one[0] for one in found})
    return Report([row for *_, row in found], names, _remarks(name, len(found), elections, twice), answered=bool(found))


def _has(name: str, words: Sequence[str]) -> bool:
    whole = folded(name)
    return all(word in whole for word in words)


def _remarks(name: str, candidacies: int, elections: Sequence[Election], twice: bool) -> list[Remark]:
    if not candidacies:
        if twice:
            return [remark(f"Nobody of that name stood more than once in {counted(len(elections), 'election')}.")]
        return [remark(f"Nobody with {name!r} in the name stood in {counted(len(elections), 'election')}.")]
    if candidacies == 1:
        return []
    return [remark("Namesakes are not told apart: one name may be several persons, and one person have several names.")]
