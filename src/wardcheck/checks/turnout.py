"""Turnout: a reported percentage is that of the counts under one of its definitions."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.checks.figures import bound, half_unit
from wardcheck.checks.rule import Edit, Remark, WardRule, at
from wardcheck.facts.papers import least_papers, papers_at_count
from wardcheck.model import Election, Ward

_WORDS = {
    "valid": ("valid",),
    "issued": ("issued",),
    "ballot-box": ("ballot-box", "ballot box", "at the count", "at_count"),
}
"""What in ``of`` names a definition; any other text leaves it open."""


@WardRule.named(
    "turnout-agrees",
    "error",
    "A reported turnout agrees, rounded or cut to its own decimals, with the counts under the definition it names "
    "(ballot-box: papers at the count / electorate; valid: valid papers / electorate; issued: papers issued / "
    "electorate), or else under one of these.",
    Edit("anytown-2022/high-street.yaml", "pct: 41.9,", "pct: 41.7,"),
)
def _turnout_agrees(_: Election, ward: Ward) -> Iterator[Remark]:
    reported = ward.turnout_reported
    if reported is None:
        return
    line = at(ward, "turnout_reported")
    if reported.pct > 100:
        yield Remark(line, f"expected at most 100 %, got {reported.pct:g} %")
        return
    found = turnouts(ward)
    tried = _tried(ward, found)
    near = 2 * half_unit(reported.pct) - 1e-9  # sources round, and some cut
    if tried and reported.pct and all(abs(pct - reported.pct) > near for pct in tried.values()):
        counts = " or ".join(f"{pct:.2f} % ({name})" for name, pct in tried.items())
        yield Remark(
            line, f"expected {counts} by the counts, got {reported.pct:g} %{_better(found, tried, reported.pct)}"
        )


def _tried(ward: Ward, found: dict[str, float]) -> dict[str, float]:
    """Those of the turnouts by the counts that the reported one must agree with one of."""
    named = _named(ward.turnout_reported.of if ward.turnout_reported is not None else None)
    return {named: found[named]} if named in found else {} if named else found


def turnouts(ward: Ward) -> dict[str, float]:
    """The turnout in percent by each definition whose counts are known."""
    if not ward.electorate:
        return {}
    counts = {"ballot-box": papers_at_count(ward), "valid": ward.ballots.valid, "issued": ward.ballots.issued}
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


@WardRule.named(
    "turnout-possible",
    "error",
    "There are as many electors, and a reported turnout is as high, as the votes need at the least: "
    "max(most votes, all votes / seats) papers.",
    Edit("anytown-2022/quay.yaml", "electorate: 4000\n", "electorate: 4000\nturnout_reported: {pct: 0.507}\n"),
)
def _turnout_possible(_: Election, ward: Ward) -> Iterator[Remark]:
    least, electors = least_papers(ward), ward.electorate
    if not least or not electors:
        return
    needed = f"{_counted(ward)}, for which {least} papers are needed"
    if least > electors and bound(ward) is None:  # or else the papers are judged
        yield Remark(at(ward, "electorate"), f"expected at least {least} electors ({needed}), got {electors}")
        return
    reported = ward.turnout_reported
    if reported is None or not reported.pct or _tried(ward, turnouts(ward)):
        return  # turnout-agrees judges it by the counts
    floor = 100 * least / electors
    if reported.pct + half_unit(reported.pct) + 1e-9 < floor:
        fraction = reported.pct < 1 and floor <= 100 * reported.pct <= 100
        hint = f"; {reported.pct:g} looks like a fraction: write {100 * reported.pct:g}" if fraction else ""
        yield Remark(
            at(ward, "turnout_reported"),
            f"expected at least {floor:.1f} % ({needed}, of {electors} electors), got {reported.pct:g} %{hint}",
        )


def _counted(ward: Ward) -> str:
    votes = sum(ward.polled(c) or 0 for c in ward.candidates)
    return f"{votes} votes" if ward.seats == 1 else f"{votes} votes of {ward.seats} a paper"


RULES = (_turnout_agrees, _turnout_possible)
