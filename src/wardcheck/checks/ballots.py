"""Papers: no more than electors, and the parts of a count add up."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.checks.rule import Edit, Remark, WardRule, at
from wardcheck.model import Election, Rejected, Ward

_NO_REASONS = Rejected()


@WardRule.named(
    "ballots-within-electorate",
    "error",
    "There are no more papers than electors.",
    Edit("anytown-2022/mill.yaml", "electorate: 2900", "electorate: 290"),
)
def _ballots_within_electorate(_: Election, ward: Ward) -> Iterator[Remark]:
    if not ward.electorate:
        return
    ballots = ward.ballots
    for name, count in (("issued", ballots.issued), ("at_count", ballots.at_count), ("valid", ballots.valid)):
        if count is not None and count > ward.electorate:
            yield Remark(
                at(ward, "ballots"), f"expected at most {ward.electorate} papers (electorate), got {count} {name}"
            )
            return


@WardRule.named(
    "ballots-add-up",
    "error",
    "Valid and rejected papers add up to those at the count, which are no more than were issued; those rejected in "
    "part are valid ones.",
    Edit("anytown-2022/high-street.yaml", "at_count: 2515", "at_count: 2511"),
)
def _ballots_add_up(_: Election, ward: Ward) -> Iterator[Remark]:
    ballots = ward.ballots
    valid, total = ballots.valid, ballots.at_count
    rejected = ballots.rejected_total if ballots.rejected_total is not None else _sum_of_reasons(ballots.rejected)
    line = at(ward, "ballots")
    if total is not None:
        if valid is not None and rejected is not None:
            if valid + rejected != total:
                yield Remark(
                    line, f"expected at_count of {valid + rejected} ({valid} valid + {rejected} rejected), got {total}"
                )
        elif (part := valid if valid is not None else rejected) is not None and part > total:
            yield Remark(line, f"expected at most {total} papers (at_count), got {part} valid or rejected")
    in_part = ballots.rejected_in_part
    if in_part is not None and valid is not None and in_part > valid:
        yield Remark(line, f"expected at most {valid} papers rejected in part (valid), got {in_part}")
    counted = total if total is not None else valid
    if ballots.issued is not None and counted is not None and counted > ballots.issued:
        yield Remark(line, f"expected at most {ballots.issued} papers (issued), got {counted} at the count")


def _sum_of_reasons(rejected: Rejected) -> int | None:
    """All rejected papers, where each reason is known; ``None`` where one is not."""
    if rejected == _NO_REASONS:
        return None
    reasons = _reasons(rejected)
    known = [count for count in reasons if count is not None]
    return sum(known) if len(known) == len(reasons) else None


def _reasons(rejected: Rejected) -> tuple[int | None, ...]:
    return (
        rejected.no_official_mark,
        rejected.too_many_votes,
        rejected.voter_identified,
        rejected.unmarked_or_void,
    )


@WardRule.named(
    "rejected-add-up",
    "error",
    "The reasons of rejection add up to rejected_total; to no more than it where a reason is unknown.",
    Edit("anytown-2022/high-street.yaml", "unmarked_or_void: 10", "unmarked_or_void: 13"),
)
def _rejected_add_up(_: Election, ward: Ward) -> Iterator[Remark]:
    total, rejected = ward.ballots.rejected_total, ward.ballots.rejected
    if not total or rejected == _NO_REASONS:
        return
    reasons = _reasons(rejected)
    known = sum(count for count in reasons if count is not None)
    if known > total or (known < total and None not in reasons):
        in_part = ward.ballots.rejected_in_part
        hint = ": those rejected in part are valid and not in it" if in_part and known + in_part == total else ""
        expected = f"expected rejected_total of {known}, the sum of its reasons, got {total}"
        yield Remark(at(ward, "ballots"), expected + hint)


@WardRule.named(
    "rejected-total-nought",
    "error",
    "rejected_total is not 0 beside reasons that are not.",
    Edit("anytown-2022/high-street.yaml", "rejected_total: 15, at_count: 2515", "rejected_total: 0, at_count: 2500"),
    Edit(
        "anytown-2022/high-street.yaml",
        "turnout_reported: {pct: 41.9, of: ballot-box}",
        "turnout_reported: {pct: 41.7}",
    ),
)
def _rejected_total_nought(_: Election, ward: Ward) -> Iterator[Remark]:
    rejected = ward.ballots.rejected
    if ward.ballots.rejected_total != 0 or rejected == _NO_REASONS:
        return
    known = sum(count for count in _reasons(rejected) if count is not None)
    if known:
        yield Remark(
            at(ward, "ballots"),
            f"expected a rejected_total beside reasons that add up to {known}, got 0: leave it out if it is unknown, "
            "and see whether valid counts all papers",
        )


RULES = (_ballots_within_electorate, _ballots_add_up, _rejected_add_up, _rejected_total_nought)
