"""Elections -> findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wardcheck.checks.finding import Finding
from wardcheck.checks.registry import CHECKS
from wardcheck.checks.rule import AcceptedRule, ElectionRule, Known, Met, ReferenceRule, Remark, Rule, WardRule
from wardcheck.model import Election, Ward
from wardcheck.store.councils import Councils, bundled_councils

_KNOWN = frozenset(rule.name for rule in CHECKS)


def check(
    *elections: Election,
    previous: Iterable[Election] = (),
    rules: Sequence[Rule] = CHECKS,
    councils: Councils | None = None,
) -> list[Finding]:
    """What ``rules`` find in ``elections``, by file and line, without what those files accept.

    ``previous`` are elections before them, for comparison: they are not looked at themselves. Each of
    ``elections`` is compared with those among ``elections`` too. ``councils`` is the register of their store, and the
    one that comes with the program if it is left out.
    """
    by_slug = {election.slug: election for election in (*previous, *elections)}
    known = Known(by_slug, bundled_councils() if councils is None else councils)
    found = [finding for election in elections for finding in _of_election(election, known, rules)]
    return sorted(found, key=lambda f: (f.path, f.line, f.rule, f.message))


def _of_election(election: Election, known: Known, rules: Sequence[Rule]) -> Iterator[Finding]:
    by_ward: dict[str, list[tuple[Rule, Remark]]] = {}
    of_all: list[tuple[Rule, Remark]] = []
    before = known.elections.get(election.previous) if election.previous is not None else None
    for rule in rules:
        if isinstance(rule, ElectionRule):
            for remark in rule.find(election, before):
                found = of_all if remark.ward is None else by_ward.setdefault(remark.ward.slug, [])
                found.append((rule, remark))
        elif isinstance(rule, ReferenceRule):
            of_all += [(rule, remark) for remark in rule.find(election, known)]
    ward_rules = [rule for rule in rules if isinstance(rule, WardRule)]
    last_rules = [rule for rule in rules if isinstance(rule, AcceptedRule)]
    ran = frozenset(rule.name for rule in rules)
    yield from _findings(election, of_all, last_rules, ran)
    for ward in election.wards:
        remarks = by_ward.get(ward.slug, [])
        for ward_rule in ward_rules:
            for remark in ward_rule.find(election, ward):
                remarks.append((ward_rule, remark))
        yield from _findings(ward, remarks, last_rules, ran)


def _findings(
    record: Ward | Election, remarks: list[tuple[Rule, Remark]], last_rules: Sequence[AcceptedRule], ran: frozenset[str]
) -> Iterator[Finding]:
    """What was remarked on a file and it does not accept, and what is wrong with what it accepts."""
    if record.accepted:
        met = Met(record, frozenset(rule.name for rule, _ in remarks), ran, _KNOWN)
        accepted = {entry.rule for entry in record.accepted}
        remarks = [(rule, remark) for rule, remark in remarks if rule.name not in accepted]
        remarks += [(rule, remark) for rule in last_rules for remark in rule.find(met)]
    for rule, remark in remarks:
        yield Finding(record.path, remark.line, rule.name, remark.severity or rule.severity, remark.message)
