"""What people call the things that a sentence names by their slugs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wardcheck.claims.elections import Elections
from wardcheck.claims.judge import Outcome
from wardcheck.claims.statements import Compare, Relation, Tally

_SLUG = re.compile(r"(?<![\w/.-])[a-z0-9]+(?:-[a-z0-9]+)*(?![\w/`-])")  # what is to be typed, `so`, stays as it is


def called(text: str, outcomes: Iterable[Outcome], elections: Elections) -> str:
    """A sentence about outcomes, with names in place of slugs: of elections, and of the parties and wards of these."""
    names: dict[str, str] = {}
    spoken_of = {
        slug for outcome in outcomes for step in outcome.steps for slug in _elections(step.statement, elections)
    }
    mentioned = set(_SLUG.findall(text))
    for slug in mentioned & set(elections.store.slugs):
        election = elections.election(slug)
        when = f"{election.date:%Y}" if slug.endswith(f"{election.date:%Y}") else f"{election.date:%Y-%m-%d}"
        names[slug] = f"{election.council} {when}"
    for slug in (spoken_of & set(elections.store.slugs)) | (mentioned & set(elections.store.slugs)):
        names |= {ward.slug: ward.name for ward in elections.wards(slug) if ward.slug in mentioned}
    known = spoken_of & set(elections.store.slugs)
    stood = {slug for slug in mentioned & set(elections.store.parties) if elections.stood(slug, *known)}
    names |= {slug: elections.store.parties[slug].short for slug in stood}
    sentence = _SLUG.sub(lambda match: names.get(match.group(), match.group()), text)
    return sentence[:1].upper() + sentence[1:]


def _elections(statement: object, elections: Elections) -> set[str]:
    """The elections that a statement speaks of, in the store or not."""
    if isinstance(statement, Tally):
        statement = statement.each
    if isinstance(statement, Compare):
        figures = statement.figures
        several = [slug for figure in figures if figure.chosen is not None for slug in figure.chosen.fitting(elections)]
        return {*(figure.election for figure in figures), *several}
    return {statement.election} if isinstance(statement, Relation) else set()
