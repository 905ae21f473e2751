"""Those who were elected, ward by ward, with how many each party has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from wardcheck.analysis.councillors import CouncillorRow
from wardcheck.analysis.report import Report
from wardcheck.render.labels import Labels
from wardcheck.render.screens.chips import chip, widest_party
from wardcheck.render.screens.filled import Filled, filled
from wardcheck.render.screens.places import election_columns
from wardcheck.render.sheet import Column, Note, Sheet, Span
from wardcheck.words import counted, number

_HOW = {"votes": "", "lot": "last seat by lot", "unopposed": "unopposed", None: "last seat not explained"}


def councillors_sheet(
    shown: Sequence[CouncillorRow], report: Report[CouncillorRow, Mapping[str, int]], labels: Labels
) -> Sheet:
    """The sheet of the rows shown; title and totals are of all rows."""
    wide = widest_party([row.party for row in shown], labels)
    columns: list[Filled[CouncillorRow]] = [
        (Column("Ward", wraps=2), lambda row: Span(labels.of(row.election, row.ward))),
        (Column("Elected"), lambda row: Span(row.name, strong=True)),
        (Column("Party"), lambda row: chip(labels.party(row.party), wide)),
        (Column("Votes", "right", keep=1), lambda row: Span(number(row.votes))),
        (Column("", keep=2), lambda row: Span(_HOW[row.decided_by])),
    ]
    before, after = election_columns(report, labels)
    heads, lines = filled([*before, *columns, *after], shown)
    once = [n for n, column in enumerate(heads) if column.title in ("Ward", "Council", "Election", "")]
    for n in range(1, len(lines)):
        if (shown[n].election, shown[n].ward) == (shown[n - 1].election, shown[n - 1].ward):
            for place in once:
                lines[n][place] = Span("")
    notes: list[str | Note] = []
    if report:
        of_these = Counter(row.party for row in report)  # of those kept, where some are asked for
        seats = {party: of_these[party] for party in report.totals if party in of_these}
        parties = ", ".join(f"{labels.party_short(party)} {count:,}" for party, count in seats.items())
        notes.append(f"Seats by party: {parties}.")
        notes.append("As declared on the day; who left, changed party or was elected since is not in it.")
    notes += [remark.text(labels) for remark in report.remarks]
    title = f"{labels.place()}: {counted(len(report), 'councillor')}"
    return Sheet(title, heads, lines, notes, unit=("councillor", "councillors"))
