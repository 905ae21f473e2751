"""Turnout: a reported percentage is that of the counts under one of its definitions."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.checks.figures import at_count, half_unit
from wardcheck.checks.rule import Edit, Remark, WardRule, at
from wardcheck.model import Election, Ward

_WORDS = {
    "valid": ("valid",),
    "issued": ("issued",),
    "ballot-box": ("ballot-box", "ballot box", "at the count", "at_count"),
}
"""What in ``of`` names a definition; any other text leaves it open."""


def _turnout_agrees(_: Election, ward: Ward) -> Iterator[Remark]:
    reported = ward.turnout_reported
    if reported is None:
        return
    line = at(ward, "turnout_reported")
    if reported.pct > 100:
        yield Remark(line, f"expected at most 100 %, got {reported.pct:g} %")
        return
    found = turnouts(ward)
    named = _named(reported.of)
    tried = {named: found[named]} if named in found else {} if named else found
    near = half_unit(reported.pct) + 1e-9
    if tried and reported.pct and all(abs(pct - reported.pct) > near for pct in tried.values()):
        counts = " or ".join(f"{pct:.2f} % ({name})" for name, pct in tried.items())
        yield Remark(
            line, f"expected {counts} by the counts, got {reported.pct:g} %{_better(found, tried, reported.pct)}"
        )


def turnouts(ward: Ward) -> dict[str, float]:
    """The turnout in percent by each definition whose counts are known."""
    if not ward.electorate:
        return {}
    counts = {"ballot-box": at_count(ward), "valid": ward.ballots.valid, "issued": ward.ballots.issued}
    return {name: 100 * count / ward.electorate for name, count in counts.items() if count}


def _named(of: str | None) -> str | None:
    """The definition that ``of`` names; ``None`` where it names none, or more than one."""
    text = (of or "").lower()
    names = [name for name, words in _WORDS.items() if any(word in text for word in words)]
    return names[0] if len(names) == 1 else None


def _better(found: dict[str, float], tried: dict[str, float], pct: float) -> str:
    near = half_unit(pct) + 1e-9
    names = [name for name, value in found.items() if name not in tried and abs(value - pct) <= near]
    return f", which is that of {names[0]}" if names else ""


TURNOUT_AGREES = WardRule(
    name="turnout-agrees",
    severity="error",
    description=(
        "A reported turnout agrees, to its own decimals, with the counts under the definition that it names "
        "(ballot-box: papers at the count / electorate; valid: valid papers / electorate; issued: papers issued / "
        "electorate), or else under one of these."
    ),
    find=_turnout_agrees,
    example=(Edit("anytown-2022/high-street.yaml", "pct: 41.9,", "pct: 41.7,"),),
)

RULES = (TURNOUT_AGREES,)
