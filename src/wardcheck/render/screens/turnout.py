"""The turnout of wards: a bar for each, all from 0 to 100 % of the electorate."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from wardcheck.analysis.papers import Together, together
from wardcheck.analysis.turnout import NO_POLL, TurnoutRow
from wardcheck.render.labels import Labels
from wardcheck.render.screens.words import counted, listed, number, percentage
from wardcheck.render.sheet import Bar, Cell, Column, Note, Sheet, Span

_SOURCES_IN_A_NOTE = 3
"""With more sources than these, each row names its own."""
_UNDEFINED = re.compile(r"reported [0-9.]+ %")

_Filled = tuple[Column, Callable[[TurnoutRow], Cell]]


def turnout_sheet(shown: Sequence[TurnoutRow], everything: Sequence[TurnoutRow], labels: Labels) -> Sheet:
    """The sheet of the rows shown; totals and headline are of all rows, shown or not."""
    columns = _columns(everything, labels)
    lines = [[cell(row) for _, cell in columns] for row in shown]
    return Sheet(_title(everything, labels), [column for column, _ in columns], lines, _notes(shown, everything))


def _columns(everything: Sequence[TurnoutRow], labels: Labels) -> list[_Filled]:
    """Columns with what fills each from a row."""
    columns: list[_Filled] = [
        (Column("Ward"), lambda row: Span(labels.ward(row.election, row.ward))),
        (Column("Turnout %", "right"), lambda row: Span(_starred(row.turnout_pct, _box_reported(row)), strong=True)),
        (Column("0 to 100 %", keep=3), _bar),
        (
            Column("Valid %", "right", keep=2),
            lambda row: Span(_starred(row.valid_turnout_pct, _valid_reported(row))),
        ),
        (Column("Papers", "right", keep=4), lambda row: Span(number(row.ballots_at_count))),
        (Column("Valid", "right", keep=6), lambda row: Span(number(row.valid))),
        (Column("Rejected", "right", keep=7), lambda row: Span(number(row.rejected))),
        (Column("Electorate", "right", keep=5), lambda row: Span(number(row.electorate))),
        (Column("Votes a paper", "right", keep=8), lambda row: Span(percentage(row.votes_per_ballot, 2))),
    ]
    if len({row.election for row in everything}) > 1:
        columns.insert(0, (Column("Election", keep=1), lambda row: Span(row.election, faint=True)))
    if len(_sources(everything)) > _SOURCES_IN_A_NOTE:
        columns.append((Column("Source", keep=9), lambda row: Span(row.source or "", faint=True)))
    return columns


def _bar(row: TurnoutRow) -> Bar:
    """The ballot-box turnout; words where there is none, for an empty bar would read as nobody."""
    if row.turnout_pct is not None:
        return Bar(min(row.turnout_pct / 100, 1))
    if row.source == NO_POLL:
        return Bar(0, words=NO_POLL)
    return Bar(0, words=_undefined(row) or "unknown")


def _undefined(row: TurnoutRow) -> str:
    """``reported 36.82 %``: a percentage that stands in no column, because nobody says that it is of either kind."""
    found = _UNDEFINED.search(row.source or "")
    return found[0] if found else ""


def _starred(pct: float | None, reported: bool) -> str:
    """A percentage, after a star if it was reported as such."""
    return f"{'*' if reported else ''}{percentage(pct)}"


def _box_reported(row: TurnoutRow) -> bool:
    return row.turnout_pct is not None and (row.ballots_at_count is None or not row.electorate)


def _valid_reported(row: TurnoutRow) -> bool:
    return row.valid_turnout_pct is not None and (row.valid is None or not row.electorate)


def _title(rows: Sequence[TurnoutRow], labels: Labels) -> str:
    slugs = list(dict.fromkeys(row.election for row in rows))
    place = labels.heading(slugs[0]) if len(slugs) == 1 else counted(len(slugs), "election")
    title = f"{place}: {counted(len(rows), 'ward')}"
    known = _together(rows)
    return f"{title}, turnout {percentage(known.turnout_pct)} %" if known.wards and known.wards == len(rows) else title


def _notes(shown: Sequence[TurnoutRow], everything: Sequence[TurnoutRow]) -> list[str | Note]:
    notes: list[str | Note] = [_total(everything)]
    notes.append("Turnout: all papers at the count, valid and rejected, in percent of the electorate.")
    if any(row.valid_turnout_pct is not None for row in shown):
        notes.append(Note("Valid %: the valid papers alone, in percent of the electorate.", "Valid %"))
    if any(_box_reported(row) or _valid_reported(row) for row in shown):
        notes.append("* reported as a percentage, not worked out of counts.")
    notes += [note for note in (_unknown(everything), _neither(everything), _where_from(everything)) if note]
    if hidden := len(everything) - len(shown):
        notes.append(f"{counted(hidden, 'more ward')}.")
    return notes


def _together(rows: Sequence[TurnoutRow]) -> Together:
    """Ballot-box turnout of the wards that have it and an electorate."""
    return together((row.turnout_pct, row.electorate, row.ballots_at_count) for row in rows)


def _total(rows: Sequence[TurnoutRow]) -> str:
    known = _together(rows)
    if not known.wards:
        return "Turnout overall: unknown, for no ward has it together with its electorate."
    of = f"{number(known.electorate)} electors"
    if known.papers is not None:
        of = f"{number(known.papers)} papers of {of}"
    where = "" if known.wards == len(rows) else f" in {known.wards:,} of {counted(len(rows), 'ward')}"
    return f"Turnout overall: {percentage(known.turnout_pct)} % ({of}){where}."


def _unknown(rows: Sequence[TurnoutRow]) -> str:
    """Which figures how many wards lack, a ward without a poll lacking none."""
    polled = [row for row in rows if row.source != NO_POLL]
    missing = {
        "electorate": sum(row.electorate is None for row in polled),
        "papers at the count": sum(row.ballots_at_count is None for row in polled),
        "valid papers": sum(row.valid is None for row in polled),
    }
    words = [f"{name} in {'all' if n == len(rows) else f'{n:,}'}" for name, n in missing.items() if n]
    return f"Unknown, of {counted(len(rows), 'ward')}: {listed(words)}." if words else ""


def _neither(rows: Sequence[TurnoutRow]) -> str:
    count = sum(bool(_undefined(row)) for row in rows)
    if not count:
        return ""
    return f"Reported by another definition, or by none that is stated, in {counted(count, 'ward')}; not ranked."


def _where_from(rows: Sequence[TurnoutRow]) -> str:
    sources = _sources(rows)
    if not sources or len(sources) > _SOURCES_IN_A_NOTE:
        return ""
    if sources.total() == len(rows) and len(sources) == 1:
        words = next(iter(sources))
    else:
        words = "; ".join(f"{source} in {counted(count, 'ward')}" for source, count in sources.items())
    return f"{words[0].upper()}{words[1:]}."


def _sources(rows: Sequence[TurnoutRow]) -> Counter[str]:
    """How many wards rest on which source, the most used first."""
    found = Counter(row.source for row in rows if row.source is not None and row.source != NO_POLL)
    return Counter(dict(found.most_common()))
