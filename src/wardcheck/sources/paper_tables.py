"""The tables of electorate, ballot papers and turnout by ward that are known, and what a row of each says.

Four are known by their columns: the Electoral Commission's of 2018 and of 2012 to 2015, the Greater London Authority's
of 2022, its ward atlas (a percentage alone), and the wards sheet of the Commons Library's handbook.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from wardcheck.model import Ballots, Rejected, ReportedTurnout, Source
from wardcheck.sources import catalogue
from wardcheck.sources.handbook import WARDS, WARDS_2021, WARDS_2025
from wardcheck.sources.text import GAPS, count_of, pct_of
from wardcheck.sources.valid_papers import with_valid, without_in_part

_GLA_HEADS = ("rb_official_mark", "rb_more_candidates", "rb_voter_defined", "rb_unmarked_void")
"""The four heads of rejection, in the order of ``Rejected``."""


class Papers(NamedTuple):
    """What a table says of one ward; unknown is ``None``."""

    electorate: int | None = None
    ballots: Ballots = Ballots()
    reported: ReportedTurnout | None = None
    derived: Mapping[str, str] = MappingProxyType({})
    """How figures of ``ballots`` were worked out, by key."""
    seats: int | None = None
    uncertain: int | None = None
    """Papers of which the table does not tell whether those rejected are among them."""


Row = Mapping[str, str]


class Columns(NamedTuple):
    """How one table is read: where its names stand, which columns it is known by, and what a row says."""

    council: str
    ward: str
    gss: str | None
    needed: tuple[str, ...]
    says: Callable[[Row], Papers]
    also: tuple[str, ...] = ()


def tables_of(day: date) -> tuple[tuple[Source, Columns], ...]:
    """The tables that may be of an election of ``day``, with where they are from."""
    year = day.year
    electorate, returned, pct = f"Electorate {year}", f"Ballots returned {year}", f"turnout_pct_{year}"
    commission = catalogue.electoral_commission(day)
    return (
        (
            commission,
            Columns(
                "council",
                "ward",
                "ward_gss",
                ("ward_gss", "ward", "council", "electorate", "ballots_returned"),
                lambda row: _counts(row["electorate"], row["ballots_returned"]),
            ),
        ),
        (
            commission,
            Columns(
                "Local Authority",
                "Ward",
                None,
                ("Ward", "Local Authority", electorate, returned),
                lambda row: _counts(row[electorate], row[returned]),
            ),
        ),
        (
            catalogue.gla(day),
            Columns(
                "borough",
                "ward_original",
                "WD22CD",
                ("ward_original", "borough", "entitled_electors", "valid_ballots", "WD22CD", *_GLA_HEADS, *_TOTALS),
                _gla,
                ("num_councillors",),
            ),
        ),
        (
            catalogue.atlas(),
            Columns(
                "borough",
                "ward",
                "ward_gss",
                ("ward_gss", "borough", "ward", pct),
                lambda row: Papers(reported=_reported(row[pct])),
            ),
        ),
        *((catalogue.handbook(day), columns) for columns in _HANDBOOKS),
    )


_TOTALS = ("rejected_ballots", "rejected_in_part")


def _counts(electorate: str, returned: str) -> Papers:
    return Papers(count_of(electorate), Ballots(at_count=count_of(returned)))


def _reported(text: str) -> ReportedTurnout | None:
    pct = pct_of(text)
    return None if pct is None else ReportedTurnout(pct)


def _gla(row: Row) -> Papers:
    ballots, derived = _gla_ballots(row)
    seats = count_of(row.get("num_councillors"))
    return Papers(count_of(row["entitled_electors"]), ballots, derived=derived, seats=seats)


def _gla_ballots(row: Row) -> tuple[Ballots, Mapping[str, str]]:
    """The ballots of a ward; a nought among the heads is nought where the others say that they were counted.

    Many boroughs print a total of no rejected papers beside heads that add up to some: what they call valid is then
    all papers at the count. Where nothing at all is printed as rejected it is unknown, not nought.
    """
    valid, total = count_of(row["valid_ballots"]), count_of(row["rejected_ballots"])
    in_part = count_of(row["rejected_in_part"])
    heads = Rejected(*(None if row[head].strip() in GAPS else count_of(row[head]) or 0 for head in _GLA_HEADS))
    if not any(heads) and not (total and total == in_part):
        return Ballots(valid=valid, rejected_total=total, rejected_in_part=in_part), {}
    if total is None:
        return with_valid(Ballots(rejected=heads, at_count=valid, rejected_in_part=in_part))
    return without_in_part(Ballots(valid=valid, rejected=heads, rejected_total=total, rejected_in_part=in_part))


def _of_handbook(row: Row) -> Papers:
    return Papers(count_of(row["Electorate"]), reported=_reported(row["Turnout (%)"]))


def _of_2025(row: Row) -> Papers:
    """The papers are told to hold the invalid ones, and in a third of the wards cannot: see ``with_certain``."""
    return Papers(
        count_of(row["Electorate"]),
        Ballots(rejected_total=count_of(row["Invalid votes"])),
        _reported(row["Turnout (EC method)"]),
        uncertain=count_of(row["Ballots"]),
    )


_HANDBOOKS = (
    Columns("Local authority name", "Ward/ED name", "Ward/ED code", WARDS_2021, _of_handbook),
    Columns("Local authority name", "Ward name", "Ward code", WARDS, _of_handbook),
    Columns(WARDS_2025[0], WARDS_2025[2], WARDS_2025[1], WARDS_2025, _of_2025),
)
