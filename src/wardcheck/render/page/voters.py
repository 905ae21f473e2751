"""How many voted, by which definition, and how many papers were split between parties."""

from __future__ import annotations

from wardcheck.analysis.dossier import Dossier
from wardcheck.analysis.splits import OF_PAPERS, SplitRow
from wardcheck.analysis.turnout import NO_POLL, TurnoutRow
from wardcheck.render.charts.splits import splits_chart
from wardcheck.render.charts.turnout import turnout_chart
from wardcheck.render.labels import Labels
from wardcheck.render.page.section import Section, remarks
from wardcheck.render.web_table import Head, WebColumn, table_of
from wardcheck.words import counted, number, percentage

_DEFINITIONS = (
    "Turnout: all ballot papers at the count, rejected ones included, in percent of the electorate. Of the valid "
    "papers alone it is valid turnout, which is a little less."
)


_REPORTED = (
    "As reported: the percentage that the source gives. Whether it is of all ballot papers at the count, or of the "
    "valid ones alone, a little fewer, the source does not say."
)


def turnout_section(about: Dossier, labels: Labels, source: str) -> Section:
    """The turnout of every ward and of all."""
    report = about.turnout
    known = [row for row in report if row.turnout_pct is not None]
    valid = [row for row in report if row.valid_turnout_pct is not None]
    reported = [row for row in report if row.reported_pct is not None and row.turnout_pct is None]
    total = report.totals[-1]
    if total.turnout_pct is not None and total.ballots_at_count is not None:
        said = f"{percentage(total.turnout_pct)} %: {number(total.ballots_at_count)} papers "
        said += f"of {number(total.electorate)} electors."
    elif total.turnout_pct is not None:
        said = f"{percentage(total.turnout_pct)} %."
    elif total.valid_turnout_pct is not None:
        said = (
            f"{percentage(total.valid_turnout_pct)} % by the valid papers alone; all papers at the count are not known."
        )
    elif known or valid:
        said = f"It is known of {len(known or valid)} of {counted(len(report), 'ward')}, and not of all together."
    elif total.reported_pct is not None:
        said = (
            f"{percentage(total.reported_pct)} %: the percentages that the source reports of the wards, taken together."
        )
    elif reported:
        said = "It is not known by a stated definition: the source gives percentages and does not say of what."
    else:
        said = "It is not known: the sources give no electorate, or no ballot papers."
    columns: list[WebColumn[TurnoutRow]] = [(Head("Ward"), lambda row: labels.of(row.election, row.ward))]
    if known or valid or not reported:
        columns += [
            (
                Head("Turnout, %", number=True),
                lambda row: "no poll" if row.source == NO_POLL else percentage(row.turnout_pct),
            ),
            (Head("Valid, %", number=True), lambda row: percentage(row.valid_turnout_pct)),
        ]
    if reported:
        columns += [(Head("As reported, %", number=True), lambda row: percentage(row.reported_pct))]
    columns += [
        (Head("Electorate", number=True), lambda row: number(row.electorate)),
        (Head("Papers", number=True, narrow=False), lambda row: number(row.ballots_at_count)),
        (Head("Rejected", number=True, narrow=False), lambda row: number(row.rejected)),
    ]
    rows = report if known or valid else sorted(report, key=lambda row: -(row.reported_pct or 0))
    any_figure = (
        known
        or valid
        or reported
        or any(row.electorate is not None or row.ballots_at_count is not None for row in report)
    )
    return Section(
        "turnout",
        "How many voted?",
        [said],
        [f"wardcheck turnout {about.election.slug}"],
        [turnout_chart(report, report, labels, source)] if known or valid else [],
        [table_of("Turnout in each ward, the highest first; what is not known is empty", rows, columns)]
        if any_figure
        else [],
        [_DEFINITIONS if known or valid else _REPORTED, *remarks(report.remarks, labels, without=about.margins.remarks)]
        if any_figure
        else [],
    )


_WITH_REJECTED = (
    "Where the valid papers are not known, the papers are all at the count, rejected ones among them: at least so many "
    "were split all the same, but without those more may be proven, and what can be at most may be less or more."
)


def splits_section(about: Dossier, labels: Labels, source: str) -> Section | None:
    """How many papers must have been split between parties."""
    report = about.splits
    if not report:
        return None
    total = report.totals[-1]
    wards = f"in {counted(len(report), 'ward')}"
    said = (
        f"At least {number(total.split_min)} of {number(total.papers)} ballot papers {wards}: the totals prove no more."
    )
    columns: list[WebColumn[SplitRow]] = [
        (Head("Ward"), lambda row: labels.of(row.election, row.ward)),
        (Head("Papers", number=True), lambda row: number(row.papers)),
        (Head("Split, at least", number=True), lambda row: number(row.split_min)),
        (Head("at most", number=True), lambda row: number(row.split_max)),
        (Head("One vote only, at most", number=True, narrow=False), lambda row: number(row.plumped_max)),
    ]
    at_count = any(row.papers_are == "at-count" for row in report)
    notes = [
        "A paper is split if it has votes for candidates of two parties or more. The figures are bounds that follow "
        "from the totals of each ward, not estimates.",
        _WITH_REJECTED if at_count else "The truth lies between them.",
        *remarks(report.remarks, labels, without=about.margins.remarks, but=OF_PAPERS),
    ]
    return Section(
        "splits",
        "How many papers were split between parties?",
        [said],
        [f"wardcheck splits {about.election.slug}"],
        [splits_chart(report, labels, source)],
        [table_of("Split papers in each ward, the largest proven share first", report, columns)],
        notes,
    )
