"""What people call the things that a sentence names by their slugs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wardcheck.claims.elections import Elections
from wardcheck.claims.judge import Outcome
from wardcheck.claims.statements import Relation, figures_of

_SLUG = re.compile(r"(?<![\w/.-])[a-z0-9]+(?:-[a-z0-9]+)*(?![\w/`-])")  # what is to be typed, `so`, stays as it is


def called(text: str, outcomes: Iterable[Outcome], elections: Elections) -> str:
    """A sentence about outcomes, with names in place of slugs: of elections, and of the parties and wards of these."""
    mentioned, stored = set(_SLUG.findall(text)), set(elections.store.slugs)
    statements = [step.statement for outcome in outcomes for step in outcome.steps]
    figures = [figure for statement in statements for figure in figures_of(statement)]
    relations = [statement for statement in statements if isinstance(statement, Relation)]
    several = {slug for figure in figures if figure.chosen is not None for slug in figure.chosen.fitting(elections)}
    spoken_of = stored & {*several, *(one.election for one in figures), *(one.election for one in relations)}
    asked = {figure.party for figure in figures} | {figure.against for figure in figures}
    asked |= {party for one in relations for party in (one.party, one.other_party, one.withdrew)}
    parties = {slug: party for slug, party in elections.store.parties.items() if slug in mentioned}
    names = {slug: party.short for slug, party in parties.items() if slug in asked or elections.stood(slug, *spoken_of)}
    for slug in spoken_of | (mentioned & stored):
        election = elections.election(slug)
        when = f"{election.date:%Y}" if slug.endswith(f"{election.date:%Y}") else f"{election.date:%Y-%m-%d}"
        names |= {slug: f"{election.council} {when}"}
        names |= {ward.slug: ward.name for ward in election.wards if ward.slug in mentioned}
    sentence = _SLUG.sub(lambda match: names.get(match.group(), match.group()), text)
    return sentence[:1].upper() + sentence[1:]
