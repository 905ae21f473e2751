"""Names: one person one candidacy, and nothing of the source's typography left in a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardcheck.checks.rule import Edit, Remark, WardRule, at
from wardcheck.checks.spelling import abbreviated, seen
from wardcheck.model import INDEPENDENT, Candidacy, Election, Ward
from wardcheck.printable import BLANK, NOTHING, printable

_MARKS = re.compile(
    r"""
      [*†‡#?=<>|\\_~^`;:@+\[\]{}%!§…0-9]  # footnote marks, lost characters, markup, digits
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
_UNSEEN = re.compile(f"{BLANK}|{NOTHING}")
_BY_ELECTION = re.compile(r"\(?\bby[\s-]*elections?\b\)?", re.IGNORECASE)
_OFFICIAL = re.compile(r"(?<=[^\W\d_])(?:!(?= |$)|:(?= [^\W\d_]))")
"""Marks that belong to a place: ``Westward Ho!``, ``Haverfordwest: Castle``."""

_IN_WORDS = ("elected", "candidate", "null", "n/a", "unknown", "withdrawn", " party")
"""One of these is in all that ``_WORDS`` finds; looking for them first is ten times as quick."""


@WardRule.named(
    "candidate-once",
    "error",
    "Nobody stands twice in a ward for one party, whatever the capitals of the name and what in it cannot be seen; "
    "a surname with initials alone may be two people, unless they are level.",
    Edit("anytown-2022/high-street.yaml", "name: Emma East", "name: Ben bright"),
)
def _candidate_once(_: Election, ward: Ward) -> Iterator[Remark]:
    for first, again in _same_names(ward):
        if first.party == again.party != INDEPENDENT and not _two_people(first, again):
            yield Remark(again.line, f"expected each candidate once, got {again.name} ({again.party}) again")


@WardRule.named(
    "namesakes",
    "warning",
    "No two parties have candidates of the same name in a ward, nor have two independents it: namesakes are rarer "
    "than doubled rows.",
    Edit("anytown-2022/high-street.yaml", "name: Gus Grey", "name: Emma East"),
)
def _namesakes(_: Election, ward: Ward) -> Iterator[Remark]:
    for first, again in _same_names(ward):
        if _two_people(first, again):
            continue
        if first.party != again.party:
            yield Remark(again.line, f"expected one party for {again.name}, got {first.party} and {again.party}")
        elif first.party == INDEPENDENT:
            yield Remark(again.line, f"expected one independent of that name, got {again.name} again: a doubled row?")


def _same_names(ward: Ward) -> Iterator[tuple[Candidacy, Candidacy]]:
    """The candidacies that have the name of an earlier one, after that one."""
    keys = [seen(c.name) for c in ward.candidates]
    if len(set(keys)) == len(keys):
        return
    for n, key in enumerate(keys):
        first = keys.index(key)
        if first < n:
            yield ward.candidates[first], ward.candidates[n]


def _two_people(first: Candidacy, again: Candidacy) -> bool:
    """Whether a handbook that prints initials may well mean two people: they are not level."""
    return abbreviated(again.name) and first.votes != again.votes


@WardRule.named(
    "name-debris",
    "error",
    "A name holds nothing but the name: no mark of election or footnote, no party, digit, entity or doubled "
    "blank, nothing that cannot be seen, and no word of four capitals or more; that of a ward no by-election.",
    Edit("anytown-2022/mill.yaml", "Cy Cooper", '"Cy Cooper (NOT ELECTED)"'),
)
def _name_debris(_: Election, ward: Ward) -> Iterator[Remark]:
    place = _OFFICIAL.sub("", ward.name)
    if not _debris("\n".join([place, *[c.name for c in ward.candidates]])) and "lection" not in place.lower():
        return
    if debris := _debris(place, _BY_ELECTION):
        yield Remark(at(ward, "ward"), f'expected the name of a ward alone, got "{_shown(ward.name)}" with {debris}')
    for candidacy in ward.candidates:
        if debris := _debris(candidacy.name):
            shown = _shown(candidacy.name)
            yield Remark(candidacy.line, f'expected the name of a person alone, got "{shown}" with {debris}')


def _debris(names: str, more: re.Pattern[str] | None = None) -> str | None:
    """What in a name, or in several on a line each, is not part of it, for a message."""
    if not names.isascii() and (unseen := _UNSEEN.search(names)):
        return f"U+{ord(unseen[0]):04X}, which {'looks like a blank' if re.match(BLANK, unseen[0]) else 'nobody sees'}"
    lowered = names.lower()
    found = _WORDS.search(names) if any(word in lowered for word in _IN_WORDS) else None
    found = found or (more.search(names) if more is not None else None) or _MARKS.search(names)
    if found is None:
        return None
    return f'"{found[0].strip()}"' if found[0].strip() else "blanks too many"


def _shown(name: str) -> str:
    """A name with an escape for what nobody would see in it."""
    return _UNSEEN.sub(lambda unseen: unseen[0].encode("unicode_escape").decode("ascii"), printable(name))


RULES = (_candidate_once, _namesakes, _name_debris)
