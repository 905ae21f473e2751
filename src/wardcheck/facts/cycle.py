"""Which elections came before one: the last ordinary one, and the one that filled the same seats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from wardcheck.model import Election
from wardcheck.store.slugs import council_in_slug

if TYPE_CHECKING:
    from wardcheck.model.council import Cycle
    from wardcheck.store.councils import Councils

ROUNDS: Final[Mapping[str, int]] = {"all": 1, "thirds": 3, "halves": 2}
"""How many ordinary elections it takes until the same seats are up again."""


class Round(NamedTuple):
    """An ordinary election of a council, by the register; whether the store has it is another question."""

    slug: str
    year: int
    kind: Cycle


def rounds_before(election: Election, councils: Councils) -> Sequence[Round]:
    """The ordinary elections of the council before this one, the latest first, as far back as the register knows.

    There are none for a council that the register does not have. A year that may have had an election ends them, for
    what lies behind it cannot be counted. Before a by-election of the day of an ordinary election lie those of earlier
    years.
    """
    council = councils.of(election)
    if council is None:
        return ()
    last = election.date.year - 1
    if election.kind == "by-election" and election.date > councils.ordinary_days.get(last + 1, election.date):
        last += 1
    prefix = council_in_slug(election.slug)
    found = []
    for year in sorted({*council.elects, *council.unknown}, reverse=True):
        if year in council.unknown and year <= last:
            break
        if year <= last:
            found.append(Round(f"{prefix}-{year}", year, council.elects[year]))
    return found


def rounds_after(election: Election, councils: Councils) -> Sequence[Round]:
    """The ordinary elections of the council in later years, the first first, as far as the register knows."""
    council = councils.of(election)
    if council is None:
        return ()
    prefix = council_in_slug(election.slug)
    found = []
    for year in sorted({*council.elects, *council.unknown}):
        if year in council.unknown and year > election.date.year:
            break
        if year > election.date.year:
            found.append(Round(f"{prefix}-{year}", year, council.elects[year]))
    return found


def last_ordinary(election: Election, councils: Councils) -> str | None:
    """The slug of the last ordinary election before this one, by the register; ``None`` where it does not tell."""
    return next((one.slug for one in rounds_before(election, councils)), None)


def same_seats(election: Election, councils: Councils) -> str | None:
    """The slug of the ordinary election that filled the seats that are up at this one, by the register.

    By thirds it is the third before, by halves the second, and the last one where the whole council is up; but none
    before an election of the whole council, which filled every seat. ``None`` for a by-election, and where the
    register does not go back so far.
    """
    if election.kind is None or election.kind == "by-election":
        return None
    rounds = rounds_before(election, councils)[: ROUNDS[election.kind]]
    whole = next((one for one in rounds if one.kind == "all"), None)
    if whole is not None:
        return whole.slug
    return rounds[-1].slug if len(rounds) == ROUNDS[election.kind] else None


def previous(election: Election, councils: Councils) -> str | None:
    """The slug of the council's last ordinary election: the one that its file names, else by the register."""
    return election.previous or last_ordinary(election, councils)


def named_in_file(election: Election) -> str | None:
    """What the file of an election names as the one to compare with; ``None`` where the register must be asked."""
    if election.previous_cycle is not None:
        return election.previous_cycle
    return None if election.kind in ("thirds", "halves") else election.previous


def previous_cycle(election: Election, councils: Councils) -> str | None:
    """The slug of the election to compare with: the one that filled the same seats.

    That is the one that the file names as such, else by the register; where neither tells, ``previous``. An election
    of a whole council by thirds is compared with the last third, for no one election filled all its seats.
    """
    named = named_in_file(election)
    if named is not None:
        return named
    if election.kind in ("thirds", "halves"):
        return same_seats(election, councils) or election.previous
    return last_ordinary(election, councils)
