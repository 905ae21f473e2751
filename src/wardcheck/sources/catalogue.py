"""The publications that figures are taken from, as ``election.yaml`` names them."""

from __future__ import annotations

from datetime import date

from wardcheck.model import Source

_LEAP = "Local Elections Archive Project"
_LEAP_URL = "https://www.andrewteale.me.uk/leap/"
_LEAP_LICENCE = "CC BY-SA 3.0 or GFDL"
_COLLECTION_YEAR = 2014


def leap(day: date) -> Source:
    """LEAP's file of one polling day, or the 2014 collection in its form."""
    if day.year == _COLLECTION_YEAR:
        return Source(
            key="leap-2014",
            title="Results of the local elections of 22 May 2014, in the form of the Local Elections Archive Project",
            publisher="collected by CampaignLab",
            licence=f"origin not stated; treated as {_LEAP_LICENCE}",
            covers="candidates, parties, votes, elected",
        )
    return Source(
        key=f"leap-{day.year}",
        title=f"{_LEAP}, principal councils of England, {day.isoformat()}",
        publisher="Andrew Teale",
        url=_LEAP_URL,
        licence=_LEAP_LICENCE,
        covers="candidates, parties, votes, elected, ward codes",
    )


def electoral_commission(day: date) -> Source:
    """The Electoral Commission's turnout by ward."""
    return Source(
        key=f"ec-{day.year}",
        title=f"Electorate and ballot papers by ward, local elections {day.year}",
        publisher="Electoral Commission, by way of the BBC Data Unit",
        covers="electorate; ballot papers at the count, rejected ones included",
    )


def democracy_club(day: date) -> Source:
    """Democracy Club's results and ballot ids of one polling day."""
    return Source(
        key=f"democracy-club-{day.year}",
        title=f"Candidates and results, {day.isoformat()}",
        publisher="Democracy Club",
        url="https://democracyclub.org.uk/",
        licence="CC BY 4.0",
        covers="ballot ids, candidates, party ids, votes, elected",
    )


def handbook(day: date) -> Source:
    """The Commons Library's handbook of one year's local elections."""
    return Source(
        key=f"commons-library-{day.year}",
        title=f"Local elections handbook and dataset {day.year}",
        publisher="House of Commons Library",
        url="https://commonslibrary.parliament.uk/",
        licence="Open Parliament Licence v3.0",
        covers="candidates, votes, elected, seats; electorate and turnout by ward",
    )


def gla(day: date) -> Source:
    """The Greater London Authority's results of the borough elections."""
    return Source(
        key=f"gla-{day.year}",
        title=f"London borough council election results {day.year}",
        publisher="Greater London Authority",
        licence="not stated",
        covers="candidates, votes, elected; electorate, valid ballots, rejected ballots by reason",
    )


def atlas() -> Source:
    """The Greater London Authority's atlas of the wards of 2002 to 2014."""
    return Source(
        key="gla-ward-atlas",
        title="London ward atlas, 2011 edition",
        publisher="Greater London Authority",
        licence="not stated",
        covers="ward codes; turnout as a percentage, its definition not stated",
    )


def tie(ward: str, slug: str, day: date, url: str | None) -> Source:
    """A page that reports how one dead heat was settled."""
    return Source(
        key=f"tie-{slug}-{day.year}",
        title=f"Report of the dead heat in {ward}, {day.isoformat()}",
        url=url,
        covers="the tie and how it was settled",
    )


def times_series() -> Source:
    """A newspaper's report of the by-elections of 6 May 2021."""
    return Source(
        key="times-series-2021",
        title="By-election results in East Barnet and Edgware, 6 May 2021",
        publisher="Times Series",
        url="https://times-series.co.uk/news/19288896.conservatives-win-edgware-east-barnet-2021-by-elections",
        covers="candidates, votes, elected",
    )
