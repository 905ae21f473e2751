"""Names: one person one candidacy, and nothing of the source's typography left in a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardcheck.checks.rule import Edit, Remark, WardRule, at
from wardcheck.model import Candidacy, Election, Ward

_MARKS = re.compile(
    r"""
      [*†‡#?=<>|\\_~^`;:@+\[\]{}%!§…0-9\u00a0]  # footnote marks, lost characters, markup, digits
    | &(?!\ )                             # an entity: Se&aacute;n
    | [ ]{2} | ^[ ,.\-] | [ ,\-(]$        # blanks and commas of fields that were joined
    | \([^)\n]*$                          # half a bracket
    | (?<![^\W\d_])[A-ZÀ-ÖØ-Þ]{4,}(?![^\W\d_])  # a word in capitals that is too long for initials
    """,
    re.VERBOSE | re.MULTILINE,
)
_WORDS = re.compile(
    r"\(?\b(not elected|elected|candidate|null|n/a|unknown|withdrawn)\b\)?"
    r"|\b(conservative|labour|liberal democrats?|green|independent|co-operative|ukip) party\b",
    re.IGNORECASE,
)
_IN_WORDS = ("elected", "candidate", "null", "n/a", "unknown", "withdrawn", " party")
"""One of these is in all that ``_WORDS`` finds; looking for them first is ten times as quick."""


def _candidate_once(_: Election, ward: Ward) -> Iterator[Remark]:
    for first, again in _same_names(ward):
        if first.party == again.party:
            yield Remark(again.line, f"expected each candidate once, got {again.name} ({again.party}) again")


CANDIDATE_ONCE = WardRule(
    name="candidate-once",
    severity="error",
    description="Nobody stands twice in a ward for one party, whatever the capitals of the name.",
    find=_candidate_once,
    example=(Edit("anytown-2022/high-street.yaml", "name: Emma East", "name: Ben bright"),),
)


def _namesakes(_: Election, ward: Ward) -> Iterator[Remark]:
    for first, again in _same_names(ward):
        if first.party != again.party:
            yield Remark(again.line, f"expected one party for {again.name}, got {first.party} and {again.party}")


NAMESAKES = WardRule(
    name="namesakes",
    severity="warning",
    description="No two parties have candidates of the same name in a ward: namesakes are rarer than doubled rows.",
    find=_namesakes,
    example=(Edit("anytown-2022/high-street.yaml", "name: Gus Grey", "name: Emma East"),),
)


def _same_names(ward: Ward) -> Iterator[tuple[Candidacy, Candidacy]]:
    """The candidacies that have the name of an earlier one, after that one."""
    keys = [" ".join(c.name.casefold().split()) for c in ward.candidates]
    if len(set(keys)) == len(keys):
        return
    for n, key in enumerate(keys):
        first = keys.index(key)
        if first < n:
            yield ward.candidates[first], ward.candidates[n]


def _name_debris(_: Election, ward: Ward) -> Iterator[Remark]:
    names = "\n".join([ward.name, *[c.name for c in ward.candidates]])
    if not _debris(names):
        return
    if debris := _debris(ward.name):
        yield Remark(at(ward, "ward"), f'expected the name of a ward alone, got "{ward.name}" with {debris}')
    for candidacy in ward.candidates:
        if debris := _debris(candidacy.name):
            yield Remark(candidacy.line, f'expected the name of a person alone, got "{candidacy.name}" with {debris}')


def _debris(names: str) -> str | None:
    """What in a name, or in several on a line each, is not part of it, for a message."""
    lowered = names.lower()
    found = _WORDS.search(names) if any(word in lowered for word in _IN_WORDS) else None
    found = found or _MARKS.search(names)
    if found is None:
        return None
    return f'"{found[0].strip()}"' if found[0].strip() else "blanks too many"


NAME_DEBRIS = WardRule(
    name="name-debris",
    severity="error",
    description=(
        "A name holds nothing but the name: no mark of election or footnote, no party, digit, entity or doubled "
        "blank, and no word of four capitals or more."
    ),
    find=_name_debris,
    example=(Edit("anytown-2022/mill.yaml", "Cy Cooper", '"Cy Cooper (NOT ELECTED)"'),),
)

RULES = (CANDIDATE_ONCE, NAMESAKES, NAME_DEBRIS)
