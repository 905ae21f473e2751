"""The commands that print what was found of a statement."""

from __future__ import annotations

from wardcheck.claims.elections import Elections
from wardcheck.claims.judge import Step
from wardcheck.claims.ranking import ranked_elections
from wardcheck.claims.relation import resolved
from wardcheck.claims.statements import Among, Compare, Figure, Relation, Tally, Unknowable
from wardcheck.claims.tables import CHANGE, PARTIES, command, printed_by
from wardcheck.model import INDEPENDENT

_MOST_ROWS = 20
"""How many of those level or ahead are listed, at the most."""
_FIRST_ROWS = 5
"""How many rows show that nobody is ahead."""
_SORTED_BY = {"party": "party_margin", "valid": "valid_turnout_pct"}
"""The column of a measure, where it is not the metric's own."""


def commands_of(step: Step, all_measures: bool, elections: Elections) -> list[str]:
    """The commands of one statement, none for what was not found; with ``all_measures`` one table for each of them."""
    statement = step.statement
    if isinstance(statement, Unknowable):
        return []
    if isinstance(statement, Relation):
        return _of_relation(statement, step, elections)
    if isinstance(statement, Tally):
        statement = statement.each
    found: list[str] = []
    for figure in statement.figures:
        if not _found(figure, step, elections):
            continue
        measure = figure.measure or step.measure if figure.definition.family is not None else None
        table = figure.definition.table_of(figure, measure)
        if statement.said.among is not None and statement.said.among.kind == "wards":
            found += _of_rank(figure, statement, measure, step, elections)
            continue
        if statement.said.among is not None and table in (PARTIES, CHANGE):
            alone = [figure] if figure.ward and elections.stood(INDEPENDENT, figure.election) else []
            ahead = [*alone, *(one for one in step.ahead[:_MOST_ROWS] if one.candidate)]
            found += [command("ward", one.election, one.ward) for one in ahead]
        measure = (
            "all"
            if measure is not None and all_measures and table.all_measures and figure.definition.kind != "change_pct"
            else measure
        )
        found += printed_by(figure, measure, int(step.value.high) if step.value is not None else None, elections)
    return list(dict.fromkeys(found))


def _found(figure: Figure, step: Step, elections: Elections) -> bool:
    """Whether there is a table to be printed: of elections that the store has, and of parties that stood."""
    slugs = [figure.election] if "from" not in figure.definition.keys else [figure.before, figure.election]
    if figure.chosen is None and not elections.has(*slugs):
        return False
    if step.value is None and not figure.of_every:
        return False
    named = [party for party in (figure.party, figure.against) if party is not None]
    return figure.against is None or all(elections.stood(party, figure.election) for party in named)


def _of_rank(figure: Figure, compare: Compare, measure: str | None, step: Step, elections: Elections) -> list[str]:
    """The rows of those level or ahead and of the figure itself, or the first rows where nobody is."""
    among = compare.said.among or Among("wards", "most")
    table = figure.definition.table_of(figure, measure)
    ranked = ranked_elections(figure, among, elections)
    if not table.name or figure.election not in ranked:
        return []
    ahead = step.ahead[:_MOST_ROWS]
    own = [figure.election] if len(step.ahead) <= _MOST_ROWS else []
    slugs = sorted({*own, *(one.election for one in ahead)}) if ahead else ranked
    column = _SORTED_BY.get(measure or "", figure.definition.column)
    order = ["--sort", column, *(["--reverse"] if among.order == "most" else [])]
    limit = ["--limit", str(min(len(step.ahead) + 1, _MOST_ROWS) if ahead else _FIRST_ROWS)]
    if table in (PARTIES, CHANGE):
        words = ["--by", "ward", *order, *limit, "--party", figure.party, "--measure", measure]
        pair = [figure.before, figure.election]
        if figure.party is None:
            return printed_by(figure, measure, None, elections)
        return [command(table.name, *(pair if table is CHANGE else slugs), *words)]
    return [command(table.name, *slugs, *order, *limit)]


def _of_relation(relation: Relation, step: Step, elections: Elections) -> list[str]:
    pair = resolved(relation, elections)
    if pair is None or step.value is None:
        return []
    with_ = ("--with", relation.column, "--with-party", relation.other_party, "--withdrew", relation.withdrew)
    return [command("relate", *pair, "--party", relation.party, *with_, "--measure", step.measure)]
