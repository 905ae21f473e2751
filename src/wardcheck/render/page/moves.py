"""What moved since the election before: each party's vote, and the swing between two of them."""

from __future__ import annotations

from collections.abc import Mapping

from wardcheck.analysis.change import ChangeRow
from wardcheck.analysis.dossier import Dossier
from wardcheck.facts.party_votes import Measure
from wardcheck.model import INDEPENDENT
from wardcheck.render.charts.change import change_chart
from wardcheck.render.charts.swing import swing_chart
from wardcheck.render.charts.wording import plus, sided
from wardcheck.render.labels import Labels
from wardcheck.render.page.power import OF_INDEPENDENTS, measured
from wardcheck.render.page.section import MINUS, Section, remarks, subject
from wardcheck.render.web_table import Head, TableCell, WebColumn, WebTable, party_chip, table_of
from wardcheck.words import counted, number, percentage, signed

_WHOLE = " --whole-council"


def change_section(about: Dossier, labels: Labels, source: str) -> Section | None:
    """How each party's vote moved."""
    report, before = about.change, about.before
    if report is None or before is None:
        return None
    slugs = (before.slug, about.election.slug)
    then, now = before.date.year, about.election.date.year
    whole = report.totals.compared == "council"
    command = f"wardcheck change {slugs[0]} {slugs[1]}{_WHOLE if whole else ''}"
    question = f"How did each party's vote move since {then}?"
    if not report:
        return Section(
            "change", question, ["No ward can be compared."], [command], notes=remarks(report.remarks, labels)
        )
    moves = [row for row in report if row.share_change_pp is not None]
    said = []
    if moves:
        up = max(moves, key=lambda row: row.share_change_pp or 0)
        down = min(moves, key=lambda row: row.share_change_pp or 0)
        words = f"{subject(labels, up.party)} gained most, {plus(up.share_change_pp or 0)} points to "
        words += f"{percentage(up.share_to_pct)} %; {subject(labels, down.party)} lost most, "
        words += f"{plus(down.share_change_pp or 0)} points to {percentage(down.share_to_pct)} %"
        one_way = (up.share_change_pp or 0) <= 0 or (down.share_change_pp or 0) >= 0
        said.append("Shares hardly moved." if one_way else f"{words}.")
    notes = [measured(report[0].measure, before, about.election)]
    if moves:
        notes.append(
            "Changes are worked out before figures are rounded, and can differ by 0.1 from those of figures shown."
        )
    if any(row.party == INDEPENDENT for row in report):
        notes.append(OF_INDEPENDENTS)
    unsure = _unsure(about, labels)
    columns: list[WebColumn[ChangeRow]] = [
        (Head("Party"), lambda row: party_chip(labels.party(row.party), labels.party_name(row.party))),
        (Head(f"Votes {then}", number=True, narrow=False), lambda row: number(row.votes_from)),
        (Head(f"Votes {now}", number=True, narrow=False), lambda row: number(row.votes_to)),
        (Head("Change", number=True), lambda row: signed(row.votes_change).replace("-", MINUS)),
        (Head(f"% in {then}", number=True), lambda row: percentage(row.share_from_pct)),
        (Head(f"% in {now}", number=True), lambda row: percentage(row.share_to_pct)),
        (Head("Points", number=True), lambda row: "" if row.share_change_pp is None else plus(row.share_change_pp)),
    ]
    wards = counted(report[0].wards, "ward")
    over = "of the whole council, whose wards were redrawn" if whole else f"over the {wards} compared"
    caption = f"Votes and shares in {then} and {now}, {over}"
    return Section(
        "change",
        question,
        said or ["Shares are not known."],
        [command, *([f"{command} --measure all"] if unsure else [])],
        [change_chart(report, slugs, labels, source)] if moves else [],
        [table_of(caption, report, columns), *unsure],
        [*notes, *(_WAYS if unsure else ()), *remarks(report.remarks, labels, without=about.margins.remarks)],
    )


_TITLES: Mapping[Measure, str] = {"top": "Top", "sum": "Sum", "mean": "Mean", "per_seat": "Per seat"}
_WAYS = (
    "Top: the votes of a party's best candidate in each ward, added up. Sum: those of all its candidates. Mean: by the "
    "number of its candidates in each ward. Per seat: by the number of seats there.",
    "With other numbers of seats or candidates than before, votes can have risen by one of them and fallen by another.",
)


def _unsure(about: Dossier, labels: Labels) -> list[WebTable]:
    """The change by every way of counting, of the parties whose vote rose by one and did not by another."""
    found: dict[str, dict[str, str]] = {}
    for row in about.by_measure or ():
        if row.sign_depends_on_measure:
            found.setdefault(row.party, {})[row.measure] = signed(row.votes_change).replace("-", MINUS)
    if not found:
        return []
    heads = [Head("Party"), *(Head(title, number=True) for title in _TITLES.values())]
    lines: list[list[TableCell]] = [
        [party_chip(labels.party(party), labels.party_name(party)), *(by[measure] for measure in _TITLES)]
        for party, by in found.items()
    ]
    return [WebTable("Votes gained or lost depend on how a party's votes are counted", heads, lines)]


_SWING = (
    "The swing to a party is half of the points by which its share of all votes did better than the other's (Butler's "
    "swing); its own share may have fallen, where the other's fell by more."
)


def swing_section(about: Dossier, labels: Labels, source: str) -> Section | None:
    """The swing between the two parties that polled most."""
    report, before, between = about.swing, about.before, about.between
    if report is None or before is None or between is None or not report:
        return None
    a, b = (labels.party_short(slug) for slug in between)
    slugs = (before.slug, about.election.slug)
    together = report[0]
    whole = report.totals.compared == "council"
    if together.butler_pp is None:
        said = f"It is undefined: nowhere did both {a} and {b} poll in both elections."
    else:
        wards = "ward" if together.wards == 1 else f"{together.wards} wards"
        over = f"over the {wards} where both stood in both elections"
        over = "of the whole council, whose wards were redrawn" if whole else over
        to = a if together.butler_pp > 0 else b
        points = f"{abs(together.butler_pp):.1f} points to {to}" if round(together.butler_pp, 1) else "None"
        said = f"{points}, {over}."
    heads = [
        Head("Ward"),
        Head("Swing", number=True),
        Head("Steed", number=True, narrow=False),
        *(
            Head(f"{party} {year}, %", number=True)
            for party in (a, b)
            for year in (before.date.year, about.election.date.year)
        ),
    ]
    lines: list[list[TableCell]] = []
    for row in report:
        ward = (
            ("Whole council" if whole else "All of them") if row.ward is None else labels.of(row.election_to, row.ward)
        )
        swings = ["" if value is None else sided(value, a, b) for value in (row.butler_pp, row.steed_pp)]
        shares = (row.a_share_from_pct, row.a_share_to_pct, row.b_share_from_pct, row.b_share_to_pct)
        lines.append([ward, *swings, *map(percentage, shares)])
    notes = [
        f"{a} and {b} are the two parties that polled most.",
        *remarks(
            report.remarks, labels, without=[*about.margins.remarks, *(about.change.remarks if about.change else ())]
        ),
    ]
    known = any(row.butler_pp is not None for row in report)
    return Section(
        "swing",
        f"What was the swing between {a} and {b}?",
        [said, _SWING],
        [f"wardcheck swing {slugs[0]} {slugs[1]} --between {between[0]},{between[1]}{_WHOLE if whole else ''}"],
        [swing_chart(report, slugs, between, labels, source)] if known and not whole else [],
        [WebTable("Swing" if whole else f"Swing in each ward, the largest to {a} first", heads, lines)],
        notes,
        ["Steed: the same swing, of shares of the votes for these two parties alone."],
    )
