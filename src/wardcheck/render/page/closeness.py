"""Which seats nearly went the other way, how close every ward was, and where a lot decided."""

from __future__ import annotations

from wardcheck.analysis.dossier import Dossier
from wardcheck.render.charts.close import close_chart
from wardcheck.render.charts.margins import margins_chart
from wardcheck.render.labels import Labels
from wardcheck.render.page.section import Section, polled, remarks, who
from wardcheck.render.web_table import Head, TableCell, WebTable
from wardcheck.words import counted, number, percentage


def close_section(about: Dossier, labels: Labels, source: str) -> Section | None:
    """The closest seats between two parties."""
    rows = about.close
    if not rows:
        return None
    first = rows[0]
    holder = who(labels, first.holder, first.holder_party)
    challenger = who(labels, first.challenger, first.challenger_party)
    ward = labels.of(first.election, first.ward)
    if first.decided_by == "lot":
        said = f"In {ward}, where a lot decided between {holder} and {challenger}, who were level."
    elif first.margin == 0:
        said = f"In {ward}, where {holder} and {challenger} were level."
    else:
        said = f"In {ward}, where {holder} was {counted(first.margin, 'vote')} ahead of {challenger}."
    lines: list[list[TableCell]] = [
        [
            labels.of(row.election, row.ward),
            "by lot" if row.decided_by == "lot" else number(row.margin),
            polled(labels.party(row.holder_party), row.holder, row.holder_votes),
            polled(labels.party(row.challenger_party), row.challenger, row.challenger_votes),
            number(row.to_win),
        ]
        for row in rows
    ]
    heads = [
        Head("Ward"),
        Head("Margin", number=True),
        Head("Holder"),
        Head("Challenger"),
        Head("Votes to win", number=True, narrow=False),
    ]
    table = WebTable(
        f"The {counted(len(rows), 'closest seat')} between two parties".replace("1 closest", "closest"), heads, lines
    )
    notes = [
        "Margin: votes of the holder minus votes of the best candidate of another party who was not elected. Votes to "
        "win: how many more voters for the whole party of the challenger would have turned the seat."
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
        [table],
        notes,
    )


def margins_section(about: Dossier, labels: Labels, source: str) -> Section:
    """The margin of every ward."""
    report = about.margins
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
    lines: list[list[TableCell]] = []
    for row in report:
        cells: list[TableCell] = [labels.of(row.election, row.ward)]
        cells.append("by lot" if row.decided_by == "lot" else number(row.margin) or row.decided_by or "no poll")
        cells.append(
            polled(labels.party(row.last_elected_party), row.last_elected, row.last_elected_votes)
            if row.last_elected_party is not None
            else ""
        )
        cells.append(
            polled(labels.party(row.runner_up_party), row.runner_up, row.runner_up_votes)
            if row.runner_up_party is not None
            else ""
        )
        cells += [number(row.party_margin), percentage(row.turnout_pct)]
        lines.append(cells)
    heads = [
        Head("Ward"),
        Head("Margin", number=True),
        Head("Last elected"),
        Head("First not elected"),
        Head("Between parties", number=True, narrow=False),
        Head("Turnout, %", number=True, narrow=False),
    ]
    notes = [
        "Margin: votes of the last candidate elected minus votes of the first who was not. Between parties: the "
        "smallest lead over a candidate of another party."
    ]
    return Section(
        "margins",
        "How close was each ward?",
        [said],
        [f"wardcheck margins {about.election.slug}"],
        [margins_chart(report, labels, source)] if known else [],
        [WebTable("Every ward, the closest first", heads, lines)],
        [*notes, *remarks(report.remarks, labels)],
    )


def ties_section(about: Dossier, labels: Labels) -> Section:
    """Where a lot decided."""
    report = about.ties
    heads = [
        Head("Ward"),
        Head("Votes each", number=True),
        Head("Drawn"),
        Head("Not drawn"),
        Head("Effect on control", narrow=False),
    ]
    lines: list[list[TableCell]] = [
        [
            labels.of(row.election, row.ward),
            number(row.votes),
            polled(labels.party(row.winner_party), row.winner, None),
            polled(labels.party(row.loser_party), row.loser, None),
            "not known" if row.effect_on_control is None else _effect(row.effect_on_control, labels),
        ]
        for row in report
    ]
    if report:
        first = report[0]
        level = f"{who(labels, first.winner, first.winner_party)} and {who(labels, first.loser, first.loser_party)}"
        said = f"In {labels.of(first.election, first.ward)}, where {level} had {number(first.votes)} votes each."
    else:
        said = "Nowhere, as far as the sources tell."
    return Section(
        "lots",
        "Where did a lot decide?",
        [said],
        [f"wardcheck ties {about.election.slug}"],
        (),
        [WebTable("Seats filled by lot", heads, lines)] if report else [],
        remarks(report.remarks, labels, without=about.margins.remarks) if report else (),
    )


def _effect(words: str, labels: Labels) -> str:
    """The words of the row, which begin with the slug of a party or are ``none``."""
    slug, _, rest = words.partition(" ")
    return f"{labels.party_short(slug)} {rest}" if rest else words
