"""Which seats nearly went the other way, how close every ward was, and where a lot decided."""

from __future__ import annotations

from wardcheck.analysis.close import CloseRow
from wardcheck.analysis.dossier import Dossier
from wardcheck.analysis.margins import MarginRow
from wardcheck.analysis.ties import NO_EFFECT, TieRow
from wardcheck.render.charts.close import close_chart
from wardcheck.render.charts.margins import margins_chart
from wardcheck.render.labels import Labels
from wardcheck.render.page.section import Section, one_seat, polled, remarks, who
from wardcheck.render.screens.ties import effect_in_words
from wardcheck.render.web_table import Head, WebColumn, table_of
from wardcheck.words import counted, number, percentage


def close_section(about: Dossier, labels: Labels, source: str) -> Section | None:
    """The closest seats between two parties; where a ward has one seat its margin says the same."""
    rows = about.close
    if not rows or one_seat(about.election):
        return None
    first = rows[0]
    holder = who(labels, first.holder, first.holder_party)
    challenger = who(labels, first.challenger, first.challenger_party)
    ward = labels.of(first.election, first.ward)
    if first.decided_by == "lot":
        said = f"Closest of all in {ward}, where a lot decided between {holder} and {challenger}, who were level."
    elif first.margin == 0:
        said = f"Closest of all in {ward}, where {holder} and {challenger} were level."
    else:
        said = f"Closest of all in {ward}, where {holder} was {counted(first.margin, 'vote')} ahead of {challenger}."
    columns: list[WebColumn[CloseRow]] = [
        (Head("Ward"), lambda row: labels.of(row.election, row.ward)),
        (Head("Margin", number=True), lambda row: "by lot" if row.decided_by == "lot" else number(row.margin)),
        (Head("Elected"), lambda row: polled(labels, row.holder_party, row.holder, row.holder_votes)),
        (Head("Not elected"), lambda row: polled(labels, row.challenger_party, row.challenger, row.challenger_votes)),
        (Head("Votes to win", number=True, narrow=False), lambda row: number(row.to_win)),
    ]
    caption = f"The {counted(len(rows), 'closest seat')} between two parties".replace("1 closest", "closest")
    notes = [
        "Margin: votes of the one elected minus votes of the one of another party who was not.",
    ]
    if len({(row.ward, row.holder) for row in rows}) < len(rows):
        notes.append("A seat has a line for each candidate of another party who came near it.")
    command = f"wardcheck close {about.election.slug} --within {rows[-1].margin} --limit {len(rows)}"
    return Section(
        "close",
        "Which seats nearly went to another party?",
        [said],
        [command],
        [close_chart(rows, labels, source)],
        [table_of(caption, rows, columns)],
        notes,
        ["Votes to win: how many more voters for all candidates of the other party would have given it the seat."],
    )


def margins_section(about: Dossier, labels: Labels, source: str) -> Section:
    """The margin of every ward."""
    report, alone = about.margins, one_seat(about.election)
    known = [row for row in report if row.margin is not None]
    if not known:
        said = "No ward has a margin: there was no poll, or nobody was left out, or votes are not known."
    else:
        first, last = known[0], known[-1]
        said = f"The closest was {labels.of(first.election, first.ward)}, by {counted(first.margin or 0, 'vote')}"
        if first.decided_by == "lot":
            said = f"The closest was {labels.of(first.election, first.ward)}, where votes were level and a lot decided"
        said += (
            f"; the safest was {labels.of(last.election, last.ward)}, by {number(last.margin)}."
            if last is not first
            else "."
        )
    columns: list[WebColumn[MarginRow]] = [
        (Head("Ward"), lambda row: labels.of(row.election, row.ward)),
        (Head("Margin", number=True), _margin),
        (
            Head("Elected" if alone else "Last elected"),
            lambda row: polled(labels, row.last_elected_party, row.last_elected, row.last_elected_votes),
        ),
        (
            Head("Second" if alone else "First not elected"),
            lambda row: polled(labels, row.runner_up_party, row.runner_up, row.runner_up_votes),
        ),
    ]
    notes = [
        "Each ward had one seat. Margin: votes of the one elected minus votes of the one who came second."
        if alone
        else "Margin: votes of the last candidate elected minus votes of the first who was not."
    ]
    wide = []
    if any(row.party_margin != row.margin for row in report):
        columns.append((Head("Between parties", number=True, narrow=False), lambda row: number(row.party_margin)))
        wide.append("Between parties: the smallest lead of one elected over a candidate of another party who was not.")
    columns.append((Head("Turnout, %", number=True, narrow=False), lambda row: percentage(row.turnout_pct)))
    return Section(
        "margins",
        "How close was each ward?",
        [said],
        [f"wardcheck margins {about.election.slug}"],
        [margins_chart(report, labels, source)] if known else [],
        [table_of("Every ward, the closest first", report, columns)],
        [*notes, *remarks(report.remarks, labels)],
        wide,
    )


def ties_section(about: Dossier, labels: Labels) -> Section:
    """Where a lot decided."""
    report = about.ties
    columns: list[WebColumn[TieRow]] = [
        (Head("Ward"), lambda row: labels.of(row.election, row.ward)),
        (Head("Votes each", number=True), lambda row: number(row.votes)),
        (Head("Drawn"), lambda row: polled(labels, row.winner_party, row.winner, None)),
        (Head("Not drawn"), lambda row: polled(labels, row.loser_party, row.loser, None)),
        (Head("Effect on control", narrow=False), lambda row: _effect(row, labels)),
    ]
    if report:
        first = report[0]
        level = f"{who(labels, first.winner, first.winner_party)} and {who(labels, first.loser, first.loser_party)}"
        said = f"Yes, in {labels.of(first.election, first.ward)}, where {level} had {number(first.votes)} votes each."
    else:
        said = "None, as far as the sources tell."
    return Section(
        "lots",
        "Were any seats decided by drawing lots?",
        [said],
        [f"wardcheck ties {about.election.slug}"],
        (),
        [table_of("Seats filled by lot", report, columns)] if report else [],
        remarks(report.remarks, labels, without=about.margins.remarks) if report else (),
    )


def _margin(row: MarginRow) -> str:
    if row.margin is not None:
        return "by lot" if row.decided_by == "lot" else number(row.margin)
    return "no margin" if row.decided_by == "votes" else row.decided_by or "no poll"


def _effect(row: TieRow, labels: Labels) -> str:
    if row.effect_on_control is None:
        return "not known"
    return row.effect_on_control if row.effect_on_control == NO_EFFECT else effect_in_words(row, labels)
