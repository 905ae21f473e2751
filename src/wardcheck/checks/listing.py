"""Which rules are there, and which of them are asked for?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Annotated, Literal

from wardcheck.checks.finding import Severity
from wardcheck.checks.registry import CHECKS, ON_READING
from wardcheck.checks.rule import Rule
from wardcheck.errors import NotFoundError
from wardcheck.frozen import frozen
from wardcheck.spelling import nearest


@frozen
class RuleEntry:
    """One rule."""

    rule: Annotated[str, "name of the rule, as --rule, --skip and accepted in a file take it"]
    severity: Annotated[Severity | None, "error or warning; empty for what is refused on reading"]
    scope: Annotated[Literal["ward", "election", "reading"], "what it looks at; reading: applied by every command"]
    description: Annotated[str, "what is so in a sound store"]


def rule_entries(rules: Sequence[Rule] = CHECKS) -> list[RuleEntry]:
    """``rules`` in their order, then what is refused on reading."""
    found = [RuleEntry(rule.name, rule.severity, rule.scope, rule.description) for rule in rules]
    return found + [RuleEntry(rule.name, None, "reading", rule.description) for rule in ON_READING]


def chosen_rules(
    only: Collection[str] = (), skipped: Collection[str] = (), severity: Severity = "warning"
) -> tuple[Rule, ...]:
    """The rules named in ``only`` (none: all) but not in ``skipped``, from ``severity`` upwards.

    Raises:
        NotFoundError: a name that is no rule, with the nearest one.
    """
    _known(only, "--rule")
    _known(skipped, "--skip")
    return tuple(
        rule
        for rule in CHECKS
        if (not only or rule.name in only)
        and rule.name not in skipped
        and (severity == "warning" or rule.severity == "error")
    )


def _known(names: Collection[str], option: str) -> None:
    rules = [rule.name for rule in CHECKS]
    for name in names:
        if any(name == rule.name for rule in ON_READING):
            raise NotFoundError(f"{option}: {name} is checked on reading, always; it can neither be chosen nor skipped")
        if name not in rules:
            raise NotFoundError(f"{option}: no rule {name!r}{nearest(name, rules, 'see: wardcheck check --rules')}")
