"""Seats: how many were filled, whether there was a poll for them, and who may stand for them."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.checks.rule import Edit, Remark, WardRule, at
from wardcheck.facts.cut import the_cut
from wardcheck.model import INDEPENDENT, Ballots, Election, Ward


@WardRule.named(
    "seats-filled",
    "error",
    "As many candidates are elected as there are seats, or all of them where fewer stood; "
    "nobody where the poll was countermanded.",
    Edit(
        "anytown-2018/quay.yaml",
        "Lea Low, party: ind, votes: 900",
        "Lea Low, party: ind, votes: 900, elected: true",
    ),
)
def _seats_filled(_: Election, ward: Ward) -> Iterator[Remark]:
    elected = sum(c.elected for c in ward.candidates)
    expected = 0 if ward.status == "countermanded" else min(ward.seats, len(ward.candidates))
    if elected != expected:
        why = "of a countermanded poll" if ward.status == "countermanded" else f"with seats: {ward.seats}"
        yield Remark(at(ward, "seats"), f"expected {expected} elected {why}, got {elected}")


@WardRule.named(
    "status-fits",
    "error",
    "A ward is unopposed, without votes, just where no more candidates stood than there are seats.",
    Edit("anytown-2022/park.yaml", "Hal Hill, party: con, votes: null", "Hal Hill, party: con, votes: 0"),
)
def _status_fits(_: Election, ward: Ward) -> Iterator[Remark]:
    line = at(ward, "status") if "status" in ward.lines else at(ward, "seats")
    stood = f"{len(ward.candidates)} standing and seats: {ward.seats}"
    if ward.status == "contested" and len(ward.candidates) <= ward.seats:
        yield Remark(line, f"expected status: unopposed, since there is no poll with {stood}")
    elif ward.status == "unopposed" and len(ward.candidates) > ward.seats:
        yield Remark(line, f"expected a poll, got status: unopposed with {stood}")
    elif ward.status == "unopposed" and any(c.votes is not None for c in ward.candidates):
        yield Remark(line, "expected no votes in an unopposed ward, got some")


@WardRule.named(
    "declared-poll",
    "error",
    "A poll that was countermanded has no votes, no papers, no turnout and no lot: nothing was declared.",
    Edit("anytown-2022/park.yaml", "status: unopposed", "status: countermanded"),
    Edit("anytown-2022/park.yaml", "votes: null, elected: true", "votes: 12"),
    Edit("anytown-2022/election.yaml", "party: con, value: 5", "party: con, value: 3"),
)
def _declared_poll(_: Election, ward: Ward) -> Iterator[Remark]:
    if ward.status != "countermanded":
        return
    line = at(ward, "status")
    if polled := [c for c in ward.candidates if c.votes is not None]:
        yield Remark(
            line, f"expected no votes, for the poll was countermanded, got {polled[0].votes} for {polled[0].name}"
        )
    if ward.ballots != Ballots() or ward.turnout_reported is not None:
        yield Remark(line, "expected no papers and no turnout, for the poll was countermanded, got some")
    if ward.tie_break is not None:
        yield Remark(line, "expected no lot, for the poll was countermanded, got a tie_break")


@WardRule.named(
    "elected-outvote",
    "error",
    "Nobody elected polled fewer votes than somebody not elected.",
    Edit("anytown-2022/high-street.yaml", "Cara Cole, party: lab, votes: 1100", "Cara Cole, party: lab, votes: 1010"),
)
def _elected_outvote(_: Election, ward: Ward) -> Iterator[Remark]:
    beside = the_cut(ward)
    if beside is not None and beside.margin < 0:
        yield Remark(
            beside.last_elected.line,
            f"expected no fewer votes than anybody not elected, got {beside.last_elected_votes} for "
            f"{beside.last_elected.name} (elected) and {beside.runner_up_votes} for {beside.runner_up.name} (not)",
        )


@WardRule.named(
    "slate-within-seats",
    "warning",
    "No party has more candidates than there are seats; independents are a party each.",
    Edit("anytown-2022/mill.yaml", "Cy Cooper, party: green", "Cy Cooper, party: con"),
)
def _slate_within_seats(_: Election, ward: Ward) -> Iterator[Remark]:
    parties = [c.party for c in ward.candidates]
    if len(parties) <= ward.seats:
        return
    for party in set(parties):
        if party != INDEPENDENT and parties.count(party) > ward.seats:
            last = next(c for c in reversed(ward.candidates) if c.party == party)
            yield Remark(
                last.line, f"expected no more of {party} than seats ({ward.seats}), got {parties.count(party)}"
            )


RULES = (_seats_filled, _status_fits, _declared_poll, _elected_outvote, _slate_within_seats)
