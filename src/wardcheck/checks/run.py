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
    """What ``rules`` find in ``elections``, by file and line, without what the wards accept.

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
    before = known.elections.get(election.previous) if election.previous is not None else None
    for rule in rules:
        if isinstance(rule, ElectionRule):
            for remark in rule.find(election, before):
                if remark.ward is None:
                    yield _finding(election.path, rule, remark)
                else:
                    by_ward.setdefault(remark.ward.slug, []).append((rule, remark))
        elif isinstance(rule, ReferenceRule):
            yield from (_finding(election.path, rule, remark) for remark in rule.find(election, known))
    ward_rules = [rule for rule in rules if isinstance(rule, WardRule)]
    last_rules = [rule for rule in rules if isinstance(rule, AcceptedRule)]
    ran = frozenset(rule.name for rule in rules)
    for ward in election.wards:
        remarks = by_ward.get(ward.slug, [])
        for ward_rule in ward_rules:
            for remark in ward_rule.find(election, ward):
                remarks.append((ward_rule, remark))
        if ward.accepted:
            remarks = _after_acceptance(ward, remarks, last_rules, ran)
        for rule, remark in remarks:
            yield _finding(ward.path, rule, remark)


def _after_acceptance(
    ward: Ward, remarks: list[tuple[Rule, Remark]], last_rules: Sequence[AcceptedRule], ran: frozenset[str]
) -> list[tuple[Rule, Remark]]:
    """The remarks that a ward does not accept, and those on what it accepts."""
    met = Met(ward, frozenset(rule.name for rule, _ in remarks), ran, _KNOWN)
    accepted = {entry.rule for entry in ward.accepted}
    left = [(rule, remark) for rule, remark in remarks if rule.name not in accepted]
    return left + [(rule, remark) for rule in last_rules for remark in rule.find(met)]


def _finding(path: str, rule: Rule, remark: Remark) -> Finding:
    return Finding(path, remark.line, rule.name, remark.severity or rule.severity, remark.message)
