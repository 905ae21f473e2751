"""Dates: polling days that can be, and that agree with the name of the folder."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.checks.rule import Edit, ElectionRule, Remark, WardRule, at
from wardcheck.model import Election, Ward

MOST_DAYS_LATER = 60
"""Days that a poll can be put off. A candidate's death moves it by at most 35 working days (Representation of the
People Act 1983, sections 36 and 39)."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@ElectionRule.named(
    "folder-name",
    "error",
    "The folder of an election is named by the organisation and the year, or for by-elections by the "
    "organisation, -by- and the date.",
    Edit("anytown-2018/election.yaml", "date: 2018-05-03", "date: 2017-05-04"),
)
def _folder_name(election: Election, _: Election | None) -> Iterator[Remark]:
    slug, year, by_date = election.slug, f"-{election.date.year}", f"-by-{election.date}"
    line = at(election, "date")
    if not slug.endswith((year, by_date)):
        yield Remark(line, f"expected a folder ending in {year} or {by_date}, got {slug}")
    elif election.kind is not None and slug.endswith(by_date) != (election.kind == "by-election"):
        yield Remark(
            at(election, "kind"), f"expected by-election just in a folder ending in {by_date}, got {election.kind}"
        )
    if election.organisation is not None and not slug.startswith(f"{election.organisation}-"):
        yield Remark(
            at(election, "organisation"), f"expected what the folder {slug} begins with, got {election.organisation}"
        )


@ElectionRule.named(
    "polling-day",
    "warning",
    "Polling day is a Thursday.",
    Edit("anytown-2018/election.yaml", "date: 2018-05-03", "date: 2018-05-04"),
)
def _polling_day(election: Election, _: Election | None) -> Iterator[Remark]:
    day = _DAYS[election.date.weekday()]
    if day != "Thursday":
        yield Remark(at(election, "date"), f"expected a Thursday, got {day} {election.date}")


@WardRule.named(
    "ward-date",
    "error",
    f"A ward with a date of its own polled later than the election, by at most {MOST_DAYS_LATER} days.",
    Edit("anytown-2022/quay.yaml", "date: 2022-06-09", "date: 2023-06-09"),
)
def _ward_date(election: Election, ward: Ward) -> Iterator[Remark]:
    if ward.date is None:
        return
    later = (ward.date - election.date).days
    if not 0 < later <= MOST_DAYS_LATER:
        yield Remark(
            at(ward, "date"),
            f"expected a day at most {MOST_DAYS_LATER} days after {election.date} (the election), got {ward.date}",
        )


RULES = (_folder_name, _polling_day, _ward_date)
