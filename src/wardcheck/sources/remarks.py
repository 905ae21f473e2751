"""What a person should know of an import beyond single rows, each kind in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

from wardcheck.model import Election
from wardcheck.sources.contests import Contests
from wardcheck.sources.rows import Abroad, Nation
from wardcheck.sources.wards import by_one_vote

_NAMED = 8
"""How many wards, or lines, are named before the rest are counted."""


class Remarks:
    """Gathers what is told at the end of an import."""

    def __init__(self, *, lots_listed: bool) -> None:
        self._lots_listed = lots_listed
        self._passed: list[str] = []
        self._unopposed: list[str] = []
        self._by_one: list[str] = []
        self._unregistered: Counter[str] = Counter()

    def of_file(self, read: Contests, *, passed: bool) -> None:
        """What was taken out of names, and what was ``passed`` over in the file (of whichever council)."""
        for what, lines in read.passed.items() if passed else ():
            at = _some([str(line) for line in lines])
            self._passed.append(f"{read.path}: {len(lines)} {what} passed over, no contests (line {at})")
        self._passed += (abroad_line(read.path, nation, there) for nation, there in read.abroad.items() if passed)
        if read.invisible:
            self._passed.append(f"{read.path}: {read.invisible} characters that cannot be seen taken out of names")

    def of_election(self, election: Election) -> None:
        """What an election leaves open."""
        for ward in election.wards:
            name = f"{ward.name} ({election.council})"
            if ward.status == "unopposed" and "seats" in ward.derived:
                self._unopposed.append(name)
            if not self._lots_listed and by_one_vote(ward):
                self._by_one.append(name)
            self._unregistered.update(c.party_name or c.party for c in ward.candidates if not c.registered)

    def lines(self) -> Iterator[str]:
        """One line a kind."""
        yield from self._passed
        if self._unopposed:
            what = "nothing but the number elected tells the seats of unopposed wards; a seat may have stayed vacant"
            yield f"{what}: {_some(self._unopposed)}"
        if self._by_one:
            what = "won by one vote; where the source prints the vote that a drawn lot adds, a lot hides there (--ties)"
            yield f"{what}: {_some(self._by_one)}"
        if self._unregistered:
            names = [f"{name} ({number})" for name, number in self._unregistered.most_common()]
            yield f"parties that parties.yaml does not have, kept as printed, with their candidacies: {_some(names)}"


def abroad_line(path: str, nation: str, there: Abroad) -> str:
    """What became of the contests of another nation, and why."""
    number = len(there.contests)
    counted = f"{path}: {number} contest{'' if number == 1 else 's'} of {nation} ({there.rows} rows)"
    if nation in get_args(Nation):
        return f"{counted} left out; --nation {nation.lower()} reads them"
    return f"{counted} refused: the single transferable vote elects there, and first preferences are no bloc vote"


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
