"""The commands that print what was found of a statement: each follows from the table that its figure is in."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence

from wardcheck.claims.elections import Elections
from wardcheck.claims.judge import Step
from wardcheck.claims.ranking import ranked_elections
from wardcheck.claims.statements import Among, Compare, Figure, Relation, figures_of
from wardcheck.claims.tables import Table
from wardcheck.model import INDEPENDENT

_MOST_ROWS = 20
"""How many of those level or ahead are listed, at the most."""
_FIRST_ROWS = 5
"""How many rows show that nobody is ahead."""
_SORTED_BY = {"party": "party_margin", "valid": "valid_turnout_pct"}
"""The column of a measure, where it is not the metric's own."""
_BY_WARD = ("parties", "change")
"""Those that print a row for each ward and party with ``--by ward``."""
_RELATE = (
    "relate {from} {election} --party {party} --with {column} --with-party {other} --withdrew {withdrew} "
    "--measure {measure}"
)


def commands_of(step: Step, all_measures: bool, elections: Elections) -> list[str]:
    """The commands of one statement, none for what was not found; with ``all_measures`` one table for each of them."""
    statement = step.statement
    if isinstance(statement, Relation):
        values = {
            "from": statement.before, "election": statement.election, "party": statement.party,
            "column": statement.column, "other": statement.other_party, "withdrew": statement.withdrew,
        }  # fmt: skip
        return [command(_RELATE, **values, measure=step.measure)] if step.judged.value is not None else []
    found: list[str] = []
    among = statement.said.among if isinstance(statement, Compare) else None
    for figure in figures_of(statement):
        if not _found(figure, step, elections):
            continue
        table = figure.definition.table_of(figure)
        measure = figure.measure or step.measure if figure.definition.family is not None else None
        if among is not None and among.kind == "wards":
            found += _of_rank(figure, among, measure, step, elections)
            continue
        if among is not None and table.name in _BY_WARD:
            alone = [figure] if figure.ward and elections.stood(INDEPENDENT, figure.election) else []
            ahead = [*alone, *(one for one in step.judged.ahead[:_MOST_ROWS] if one.candidate)]
            found += [command("ward {election} {ward}", election=one.election, ward=one.ward) for one in ahead]
        if measure is not None and all_measures and table.all_measures and figure.definition.kind != "change_pct":
            measure = "all"
        found += _of_figure(figure, table, measure, step, elections)
    return list(dict.fromkeys(found))


def command(line: str, *more: str | None, **values: str | Sequence[str] | None) -> str:
    """A command line with its values in place of their names; an option without a value is left out."""
    words: list[str] = []
    for word in [*line.split(), *more]:
        names = re.findall(r"\{([a-z]+)\}", word or "")
        several = [values.get(name) for name in names]
        if word is None or None in several:
            if words[-1].startswith("--"):
                words.pop()
        elif len(several) == 1 and not isinstance(several[0], str):
            words += several[0] or ()
        else:
            words.append(word.format_map({name: values[name] for name in names}) if names else word)
    return f"wardcheck {shlex.join(words)}"


def _of_figure(figure: Figure, table: Table, measure: str | None, step: Step, elections: Elections) -> list[str]:
    if not table.line or (table.name == "ward" and figure.of_every):
        return []
    values = _values(figure, measure, elections)
    if table.name == "ward":
        there = elections.counterpart(figure.ward or "", figure.election, figure.before) if figure.before else None
        then = [command(table.line, election=figure.before, ward=there)] if there is not None else []
        return [*then, command(table.line, **values)]
    more = []
    if table.name == "parties" and figure.party is None and not figure.ward:
        more.append("--total")
    if figure.of_every and table.name in _BY_WARD:
        slugs = [slug for slug in (figure.election, figure.before) if slug is not None]
        stood = figure.party is not None and elections.stood(figure.party, *slugs)
        more += ["--by", "ward", *(["--party", figure.party or ""] if stood else [])]
    within = None if step.judged.value is None else str(max(int(step.judged.value.high), 0))
    return [command(table.line, *more, **values, value=within)]


def _values(figure: Figure, measure: str | None, elections: Elections) -> Mapping[str, str | Sequence[str] | None]:
    """What the names in a command line stand for."""
    return {
        "election": figure.election,
        "elections": figure.election if figure.chosen is None else figure.chosen.fitting(elections),
        "from": figure.before,
        "by": "all" if figure.chosen is not None else None,
        "ward": None if figure.of_every else figure.ward,
        "party": figure.party,
        "against": figure.against,
        "measure": measure,
        "switch": "--switch" if measure == "switched" else None,
    }


def _found(figure: Figure, step: Step, elections: Elections) -> bool:
    """Whether there is a table to be printed: of elections that the store has, and of parties that stood."""
    slugs = [figure.election] if "from" not in figure.definition.keys else [figure.before, figure.election]
    if figure.chosen is None and not elections.has(*slugs):
        return False
    if step.judged.value is None and not figure.of_every:
        return False
    named = [party for party in (figure.party, figure.against) if party is not None]
    return figure.against is None or all(elections.stood(party, figure.election) for party in named)


def _of_rank(figure: Figure, among: Among, measure: str | None, step: Step, elections: Elections) -> list[str]:
    """The rows of those level or ahead and of the figure itself, or the first rows where nobody is."""
    table = figure.definition.table_of(figure)
    ranked = ranked_elections(figure, among, elections)
    if not table.line or figure.election not in ranked:
        return []
    ahead = step.judged.ahead[:_MOST_ROWS]
    own = [figure.election] if len(step.judged.ahead) <= _MOST_ROWS else []
    slugs = sorted({*own, *(one.election for one in ahead)}) if ahead else ranked
    column = _SORTED_BY.get(measure or "", figure.definition.column)
    order = ["--sort", column, *(["--reverse"] if among.order == "most" else [])]
    limit = ["--limit", str(min(len(step.judged.ahead) + 1, _MOST_ROWS) if ahead else _FIRST_ROWS)]
    if table.name == "ward":
        return []  # which shows one ward
    if table.name == "swing":
        values = {"from": figure.before if slugs == [figure.election] else None, "measure": measure}
        between = f"{figure.party},{figure.against}"
        line = "swing {from} {elections} --between {between} --measure {measure}"
        return [command(line, *order, *limit, elections=slugs, between=between, **values)]
    if table.name not in _BY_WARD:
        return [command(table.name, *slugs, *order, *limit)]
    if figure.party is None:
        return _of_figure(figure, table, measure, step, elections)
    pair = [figure.before, figure.election] if table.name == "change" else slugs
    return [command(table.name, *pair, "--by", "ward", *order, *limit, "--party", figure.party, "--measure", measure)]
