"""Which command prints a figure of a claim."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from wardcheck.claims.commands import Command
from wardcheck.claims.elections import Elections
from wardcheck.claims.judge import Step
from wardcheck.claims.ranking import ranked_elections
from wardcheck.claims.relation import resolved
from wardcheck.claims.statements import EVERY_WARD, Among, Compare, Figure, Missing, Relation, Voters
from wardcheck.errors import NotFoundError
from wardcheck.model import INDEPENDENT
from wardcheck.store.covariates import covariate_files, covariates_with

_MOST_ROWS = 20
"""How many of those level or ahead are listed, at the most."""
_FIRST_ROWS = 5
"""How many rows show that nobody is ahead."""
_NEED_A_FIGURE = ("voters-to-control",)
"""Metrics whose command has nothing to print where there is no such figure."""
_SORTED_BY = {"party": "party_margin", "valid": "valid_turnout_pct"}
"""The column of a measure, where it is not the metric's own."""


def commands_of(step: Step, spoken_of: Collection[str], elections: Elections) -> list[Command]:
    """The commands that print what was found of one statement; none for what is not in the store.

    ``spoken_of`` are the elections of the whole claim: of two that follow each other one table shows both.
    """
    statement = step.statement
    if isinstance(statement, Relation):
        return _of_relation(statement, step.measure, elections)
    if isinstance(statement, Missing):
        return []
    if isinstance(statement, Voters):
        return _of_voters(statement, elections)
    figures = [statement.figure] if statement.other is None else [statement.figure, statement.other]
    known = [figure for figure in figures if _is_printed(figure, step, elections)]
    if statement.among is not None and known:
        return _of_rank(step, statement, elections)
    return list(dict.fromkeys(_of_figure(figure, step, spoken_of, elections) for figure in known))


# -- one figure ----------------------------------------------------------------------------------------------


def _of_figure(figure: Figure, step: Step, spoken_of: Collection[str], elections: Elections) -> Command:
    name, measure = figure.definition.command, figure.measure or step.measure
    if name == "ward":
        return Command(name, (figure.election, figure.ward or ""))
    if name == "change" or (name == "seats" and figure.ward is not None):
        return _of_change(figure, measure, _pair(figure, spoken_of, elections), elections)
    if name == "swing":
        options = ("--between", f"{figure.party},{figure.against}", *_ward(figure), *_by_measure(measure))
        return Command(name, _pair(figure, (), elections), options)
    if name == "seats":
        before = figure.before
        since = (
            ("--from", before) if before is not None and _can_be_compared(figure.election, before, elections) else ()
        )
        return Command(name, (figure.election,), since)
    if name == "control":
        return Command(name, (figure.election,), ("--party", figure.party or ""))
    return Command(name, (figure.election,), (*_ward(figure), *_close_options(figure, step)))


def _is_printed(figure: Figure, step: Step, elections: Elections) -> bool:
    """Whether a command has a figure, or shows that there is none; it refuses a party that did not stand."""
    if not _in_store(figure.election, elections) or (figure.metric in _NEED_A_FIGURE and step.value is None):
        return False
    named = figure.definition.command in ("close", "swing")
    parties = [party for party in (figure.party, figure.against) if party is not None] if named else []
    where = _pair(figure, (), elections) if figure.against is not None else (figure.election,)
    return all(elections.stood(party, *where) for party in parties)


def _of_change(figure: Figure, measure: str | None, pair: tuple[str, str], elections: Elections) -> Command:
    by = ("--by", "ward") if figure.ward == EVERY_WARD else _ward(figure)
    party = figure.party if _has_row(figure, pair, elections) else None
    measured = figure.definition.family == "votes"
    # the percentage is in no table of all measures, at no width
    of_changes = not measured or figure.definition.kind == "change"
    return Command(
        "change", pair, by, party, measure if measured else None, of_changes, _alike(figure, pair, elections)
    )


def _alike(figure: Figure, pair: tuple[str, str], elections: Elections) -> bool:
    """Whether ``change`` prints the same of a ward by each measure."""
    if figure.ward is None or figure.ward == EVERY_WARD:
        return False
    rows = [row for (ward, _, _), row in elections.ward_change(*pair).items() if ward == figure.ward]
    tables: dict[str, set[tuple[int | float | None, ...]]] = {}
    for row in rows:
        shares = (row.share_from_pct, row.share_to_pct)
        tables.setdefault(row.party, set()).add((row.votes_from, row.votes_to, row.votes_change_pct, *shares))
    return bool(rows) and all(len(lines) == 1 for lines in tables.values())


def _ward(figure: Figure) -> tuple[str, ...]:
    return ("--ward", figure.ward) if figure.ward is not None and figure.ward != EVERY_WARD else ()


def _by_measure(measure: str | None) -> tuple[str, ...]:
    return ("--measure", measure) if measure is not None else ()


def _close_options(figure: Figure, step: Step) -> tuple[str, ...]:
    if figure.definition.command != "close":
        return ()
    within = max((int(step.value.high), 0)) if step.value is not None else 0
    return ("--party", figure.party or "", "--within", str(within))


def _can_be_compared(election: str, before: str, elections: Elections) -> bool:
    """Whether the commands that compare two elections take these: of one council, the earlier one first."""
    same = before in elections.store.of_council(election)
    return same and elections.election(before).date <= elections.election(election).date


def _in_store(election: str | None, elections: Elections) -> bool:
    return election is not None and election in elections.store.slugs


def _has_row(figure: Figure, pair: tuple[str, str], elections: Elections) -> bool:
    """Whether the party is in the table of ``change``; it is not in that of a place where it did not stand."""
    if figure.ward is None or figure.ward == EVERY_WARD:
        return any(party == figure.party for party, _ in elections.change(*pair))
    return any(row[:2] == (figure.ward, figure.party) for row in elections.ward_change(*pair))


def _pair(figure: Figure, spoken_of: Collection[str], elections: Elections) -> tuple[str, str]:
    """The two elections whose comparison shows a figure; twice the same where there is nothing to compare with."""
    election, before = figure.election, figure.before
    if before is not None:
        of_one = _can_be_compared(election, before, elections)
        there = figure.ward in (None, EVERY_WARD) or (of_one and _comparable(figure, before, election, elections))
        return (before if of_one and there else election), election
    same = [slug for slug in elections.store.of_council(election) if slug in spoken_of and slug != election]
    day = elections.election(election).date
    earlier = sorted((slug for slug in same if elections.election(slug).date < day), key=_date(elections))
    later = sorted((slug for slug in same if elections.election(slug).date > day), key=_date(elections))
    previous = elections.election(election).previous
    pairs = [(slug, election) for slug in (*reversed(earlier), previous) if slug is not None]
    pairs += [(election, slug) for slug in later]
    known = (pair for pair in pairs if _in_store(pair[0], elections) and _comparable(figure, *pair, elections))
    return next(known, (election, election))


def _date(elections: Elections) -> Callable[[str], date]:
    return lambda slug: elections.election(slug).date


def _comparable(figure: Figure, before: str, after: str, elections: Elections) -> bool:
    wards, gap = elections.compared(before, after)
    return not gap if figure.ward in (None, EVERY_WARD) else figure.ward in wards


# -- a rank, a relation, and what voters did -----------------------------------------------------------------


def _of_rank(step: Step, compare: Compare, elections: Elections) -> list[Command]:
    figure, among = compare.figure, compare.among
    assert among is not None  # noqa: S101  it is called for those that have it
    if among.kind == "parties":
        command = _of_figure(figure, step, (), elections)
        table = replace(command, party=None, options=_ward(figure) if command.name == "change" else command.options)
        return list(dict.fromkeys([table, *_of_independents(step, figure, elections)]))
    return [_of_rank_of_wards(step, figure, among, elections)]


def _of_independents(step: Step, figure: Figure, elections: Elections) -> list[Command]:
    """The declarations with each independent alone, whom the other tables add up: of the ward, or of those ahead."""
    if figure.definition.command != "change":
        return []
    wards = {one.ward for one in step.ahead[:_MOST_ROWS] if one.candidate is not None}
    if figure.ward is not None:
        here = elections.ward(figure.election, figure.ward)
        wards |= {here.slug for one in here.candidates if one.party == INDEPENDENT}
    stood = {ward.slug for ward in elections.wards(figure.election)}
    return [Command("ward", (figure.election, ward)) for ward in sorted(wards & stood, key=str) if ward is not None]


def _of_rank_of_wards(step: Step, figure: Figure, among: Among, elections: Elections) -> Command:
    """The rows of those level or ahead and of the figure itself, or the first rows where nobody is."""
    command = _of_figure(figure, step, (), elections)
    ranked = ranked_elections(figure, among, elections)
    if command.name not in ("margins", "turnout", "change") or figure.election not in ranked:
        return command
    ahead = step.ahead[:_MOST_ROWS]
    names = {one.election for one in ahead} | ({figure.election} if len(step.ahead) <= _MOST_ROWS else set())
    column = _SORTED_BY.get(step.measure or "", figure.definition.column)
    order = ("--sort", column, *(("--reverse",) if among.order == "most" else ()))
    rows = min(len(step.ahead) + 1, _MOST_ROWS) if step.ahead else _FIRST_ROWS
    if command.name == "change":
        return replace(command, options=("--by", "ward", *order, "--limit", str(rows)))
    if command.name == "margins" and column == "margin":
        order = () if among.order == "least" else order
    slugs = sorted(names) if step.ahead else ranked
    return replace(command, elections=tuple(slugs), options=(*order, "--limit", str(rows)))


def _of_relation(relation: Relation, measure: str | None, elections: Elections) -> list[Command]:
    pair = resolved(relation, elections)
    if pair is None or not relation.measurable or not _can_be_compared(*pair[::-1], elections):
        return []
    parties = (relation.party, relation.other_party, relation.withdrew)
    if not all(elections.stood(party, *pair) for party in parties if party is not None):
        return []
    if relation.column is not None:
        try:
            covariates_with(covariate_files(elections.store.root), relation.column.split("/"))
        except NotFoundError:
            return []
    with_ = ("--with", relation.column) if relation.column is not None else ("--with-party", relation.other_party)
    withdrew = ("--withdrew", relation.withdrew) if relation.withdrew is not None else ()
    options = ("--party", relation.party, *with_, *withdrew, *_by_measure(measure))
    return [Command("relate", pair, tuple(word for word in options if word is not None))]


def _of_voters(voters: Voters, elections: Elections) -> list[Command]:
    """What there is to be seen of the place: how each party's vote changed there."""
    before, election, ward = voters.before, voters.election, voters.ward
    if before is None or election is None or ward is None or ward == EVERY_WARD:
        return []
    if not _in_store(election, elections) or not _can_be_compared(election, before, elections):
        return []
    wards, _ = elections.compared(before, election)
    return [Command("change", (before, election), ("--ward", ward))] if ward in wards else []
