"""Who runs the council, what every party polled and won, and who was elected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wardcheck.analysis.councillors import CouncillorRow
from wardcheck.analysis.dossier import Dossier
from wardcheck.analysis.gains import Changed, changed_hands
from wardcheck.analysis.parties import NO_PARTY, PartyRow
from wardcheck.analysis.seats import SeatRow
from wardcheck.analysis.to_come import to_come
from wardcheck.facts.council import NOBODY
from wardcheck.facts.party_votes import Measure
from wardcheck.model import INDEPENDENT, Election
from wardcheck.render.charts.parties import parties_chart
from wardcheck.render.charts.seats import seats_chart
from wardcheck.render.labels import Labels
from wardcheck.render.page.section import MINUS, Section, for_readers, one_seat, remarks, subject, who
from wardcheck.render.web_table import Head, WebColumn, WebTable, party_chip, table_of
from wardcheck.words import counted, listed, number, percentage, signed


def seats_section(about: Dossier, labels: Labels, source: str) -> Section:
    """The seats of the council, or of those that were up where the others are not known."""
    report, slug = about.seats, about.election.slug
    council = report.totals.council
    some = any(row.seats for row in report)
    compare = any(row.seats_from is not None for row in report)
    columns: list[WebColumn[SeatRow]] = [
        (Head("Party"), lambda row: party_chip(labels.party(row.party), labels.party_name(row.party))),
    ]
    in_all: list[WebColumn[SeatRow]] = [
        (Head("Seats", number=True), lambda row: number(row.council if council.whole else row.seats)),
    ]
    if not council.last_elected:
        in_all += [(Head("% of seats", number=True, narrow=False), lambda row: percentage(row.seats_pct))]
    won_apart = council.whole and bool(council.continuing)
    # what was there before stands beside what it is compared with: the seats that were up, or those of the council
    of_up = won_apart and bool(council.last_elected)
    if won_apart:
        columns += [(Head("Won now", number=True), lambda row: number(row.up))]
    if not of_up:
        columns += in_all
    if compare:
        columns += [(Head("Before", number=True), lambda row: number(row.seats_from))]
    if any(row.change is not None for row in report):
        columns += [(Head("Change", number=True), lambda row: signed(row.change).replace("-", MINUS))]
    if of_up:
        columns += in_all
    ordered = sorted(report, key=lambda row: -(row.council or 0)) if council.whole else report
    caption = "Seats on the council" if council.whole else "Seats filled at this election, as far as they are declared"
    after = f" --from {about.before.slug}" if about.before is not None else ""
    return Section(
        "seats",
        "Who won?" if _by_election_alone(about) else "Who runs the council?",
        won_in_words(about, labels) if _by_election_alone(about) else control_in_words(about, labels),
        [f"wardcheck seats {slug}{after}"],
        [seats_chart(report, labels, source)] if some else [],
        [
            *([table_of(caption, ordered, columns)] if len(report) else []),
            *_moves(ordered, labels),
            *_changed(about, labels),
        ],
        _seat_notes(about, labels),
    )


def _moves(rows: Sequence[SeatRow], labels: Labels) -> list[WebTable]:
    """Seats held, gained and lost: beside those of the council they would be columns too many for a telephone."""
    moved = [row for row in rows if row.held or row.gained or row.lost]
    columns: list[WebColumn[SeatRow]] = [
        (Head("Party"), lambda row: party_chip(labels.party(row.party), labels.party_name(row.party))),
        (Head("Held", number=True), lambda row: number(row.held)),
        (Head("Gained", number=True), lambda row: number(row.gained)),
        (Head("Lost", number=True), lambda row: number(row.lost)),
    ]
    return [table_of("Seats held, gained and lost, ward by ward", moved, columns)] if moved else []


def _changed(about: Dossier, labels: Labels) -> list[WebTable]:
    """The wards in which seats went from one party to another, of those that can be followed."""
    compared = about.seats.totals.before
    rows = changed_hands(compared) if compared is not None else []
    columns: list[WebColumn[Changed]] = [
        (Head("Ward"), lambda row: labels.of(about.election.slug, row.ward)),
        (Head("Gained by"), lambda row: _seats_of(row.gained, labels)),
        (Head("Lost by"), lambda row: _seats_of(row.lost, labels)),
    ]
    if compared is None or not rows:
        return []
    caption = f"Seats changed hands in {counted(len(rows), 'ward')}"
    if not compared.all_followed:
        caption = (
            f"Of the {counted(len(compared.there), 'ward')} that can be followed, seats changed hands in {len(rows)}"
        )
    return [table_of(caption, rows, columns)]


def _seats_of(parties: Mapping[str, int], labels: Labels) -> str:
    """``Lab``, ``Lab 2, Con``: parties with how many seats, where that is more than one."""
    return ", ".join(f"{labels.party_short(party)}{f' {n}' if n > 1 else ''}" for party, n in sorted(parties.items()))


def _seat_notes(about: Dossier, labels: Labels) -> list[str]:
    """What the seats are compared with; that control is not judged, and why, was said above."""
    said = {one.text(labels) for one in to_come(about.seats.totals.council)}
    notes = [
        text
        for text in remarks(list(about.seats.remarks)[1:], labels, but=about.seats.totals.council.missing)
        if text not in said and not text.startswith("Compared with no other election")
    ]
    return notes if about.before is not None else [*notes, "Compared with no other election."]


def control_in_words(about: Dossier, labels: Labels) -> list[str]:
    """Who has control and by how much, or why that cannot be told; then what is still to come."""
    council, rows = about.seats.totals.council, about.seats
    first = next((row for row in rows if row.seats), None)
    said = []
    if council.control is not None and council.control != NOBODY:
        party, have = council.control, council.by_party[council.control]
        words = f"{labels.party_name(party)}, with {have} of {council.all_seats} seats"
        if council.majority is not None and council.whole:
            words += f": {counted(council.majority, 'seat')} more than all others together"
        said.append(f"{words}.")
    elif council.control == NOBODY and first is not None:
        words = f"Nobody has overall control: no party has more than half of the {council.all_seats} seats."
        largest = council.largest
        if len(largest) == 1:
            words += f" The largest, {labels.party_name(largest[0])}, has {council.by_party[largest[0]]}."
        said.append(words)
    else:
        said.append(f"These results alone do not tell: {_missing(about)}.")
        if first is not None:
            won = sum(row.seats for row in rows)
            said.append(f"Of the {counted(won, 'seat')} filled here, {subject(labels, first.party)} won {first.seats}.")
    return [*said, *(one.text(labels) for one in to_come(council))]


def _by_election_alone(about: Dossier) -> bool:
    """Whether a by-election is all there is, so that to ask who runs the council would be to ask the wrong question."""
    return about.election.kind == "by-election" and about.seats.totals.council.control is None


def won_in_words(about: Dossier, labels: Labels) -> list[str]:
    """``Labour Party won 2 of 3 seats and Green Party 1.``, then what is still to come."""
    rows = [row for row in about.seats if row.seats]
    up = about.margins.totals[-1].seats or 0
    won = [
        f"{subject(labels, row.party)}{f' won {row.seats} of {up} seats' if n == 0 else f' {row.seats}'}"
        for n, row in enumerate(rows)
    ]
    said = f"{listed(won)}." if won else "No winner is declared."
    if up == 1 and len(rows) == 1:
        said = f"{labels.party_name(rows[0].party)} won the seat."
    return [said, *(one.text(labels) for one in to_come(about.seats.totals.council))]


def _missing(about: Dossier) -> str:
    """What keeps the results from being a whole council, for a reader who has no store."""
    election, council = about.election, about.seats.totals.council
    if not any(word in council.missing for word in (".yaml", "seats_total", "it elects by")):
        return for_readers(council.missing)
    up = counted(about.margins.totals[-1].seats, "seat")
    if council.size is None:
        return f"{up} {'was' if up.startswith('1 ') else 'were'} up, and it is not known how many the council has"
    if election.kind in ("thirds", "halves", "by-election"):
        return f"{up} of {council.size} were up, and it is not in these results who held the others"
    return "not all seats of the council are in these results"


def parties_section(about: Dossier, labels: Labels, source: str) -> Section | None:
    """Votes and seats of every party."""
    report = about.parties
    rows = [row for row in report if row.party is not None]
    if not rows:
        return None
    first = rows[0]
    # shares of seats are those of a house, which the few of a by-election are not
    few = about.election.kind == "by-election"
    said = []
    if first.votes is not None and first.share_pct is not None:
        words = f"{subject(labels, first.party or '')} polled most: {percentage(first.share_pct)} % of the votes"
        said.append(f"{words}." if few else f"{words}, and {percentage(first.seats_pct)} % of the seats filled.")
    else:
        said.append("Shares are not given, for votes or contests are missing.")
    total = report.totals[-1] if report.totals else None
    if total is not None and total.gallagher is not None and not few:
        words = "Gallagher's index of how far shares of seats are from shares of votes, large differences above all, is"
        said.append(f"{words} {total.gallagher:.1f}; 0 would be exact proportion.")
    columns: list[WebColumn[PartyRow]] = [
        (Head("Party"), lambda row: party_chip(labels.party(row.party or ""), labels.party_name(row.party or ""))),
        (Head("Stood", number=True, narrow=False), lambda row: number(row.candidates)),
        (Head("Votes", number=True), lambda row: number(row.votes)),
        (Head("% of votes", number=True), lambda row: percentage(row.share_pct)),
        (Head("Seats", number=True), lambda row: number(row.seats)),
        (Head("% of seats", number=True, narrow=False), lambda row: "" if few else percentage(row.seats_pct)),
    ]
    chart = parties_chart(rows, labels, source)
    known = any(row.share_pct is not None for row in rows)
    return Section(
        "parties",
        "What did each party poll and win?",
        said,
        [f"wardcheck parties {about.election.slug}"],
        [chart] if known and not few else [],
        [table_of("Candidates, votes and seats of each party", rows, columns)],
        [
            measured(first.measure, about.election),
            *([OF_INDEPENDENTS] if any(row.party == INDEPENDENT for row in rows) else []),
            *remarks(report.remarks, labels, without=about.margins.remarks, but=NO_PARTY),
        ],
    )


OF_INDEPENDENTS = "An independent is a party of one; the line of independents adds them up."

_MEASURES = {
    "sum": "Votes are those of all candidates of a party added up; a voter may have up to as many as there are seats.",
    "top": "Votes are those of a party's best candidate in each ward, added up, for a voter may have several votes.",
    "mean": "Votes are the mean of a party's candidates in each ward, added up.",
    "per_seat": "Votes are those of a party's candidates in each ward by the number of seats there, added up.",
}


def measured(measure: Measure, *elections: Election) -> str:
    """How a party's votes are counted, in a sentence."""
    if measure == "top" and one_seat(*elections):
        return "Votes are those of a party's candidate in each ward, of the best where there are several, added up."
    return _MEASURES[measure]


def elected_section(about: Dossier, labels: Labels) -> Section | None:
    """Everybody who was elected."""
    report, slug = about.councillors, about.election.slug
    if not report:
        return None
    columns: list[WebColumn[CouncillorRow]] = [
        (Head("Ward"), lambda row: labels.of(row.election, row.ward)),
        (Head("Elected"), lambda row: party_chip(labels.party(row.party), who(labels, row.name, row.party))),
        (Head("Votes", number=True), lambda row: "unopposed" if row.decided_by == "unopposed" else number(row.votes)),
    ]
    said = f"{counted(len(report), 'councillor')}, as declared on the day; later changes are not shown."
    table = table_of("Everybody elected, ward by ward", report, columns)
    notes = remarks(report.remarks, labels, without=about.margins.remarks)
    return Section("elected", "Who was elected?", [said], [f"wardcheck councillors {slug}"], (), [table], notes)
