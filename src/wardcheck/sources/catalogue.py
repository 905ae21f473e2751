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
            url=_LEAP_URL,
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
