"""Totals: what was published of the whole election is what its wards add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wardcheck.checks.figures import half_unit
from wardcheck.checks.rule import Edit, ElectionRule, Remark, at
from wardcheck.facts.cut import had_poll
from wardcheck.facts.papers import papers_at_count
from wardcheck.model import Declared, Election, Ward


@ElectionRule.named(
    "declared-totals",
    "error",
    "Each published total of the election is what its wards add up to, wherever every ward has the figure; "
    "papers may be those at the count or the valid ones.",
    Edit("anytown-2022/election.yaml", "party: con, value: 5", "party: con, value: 6"),
)
def _declared_totals(election: Election, _: Election | None) -> Iterator[Remark]:
    for declared in election.declared:
        computed = computed_totals(election, declared)
        near = half_unit(float(declared.value)) + 1e-9 if declared.figure == "turnout_pct" else 0
        if computed and all(abs(total - declared.value) > near for total in computed.values()):
            figure = f"{declared.figure} of {declared.party}" if declared.party else declared.figure
            ours = " or ".join(f"{_shown(total)}{name and f' ({name})'}" for name, total in computed.items())
            yield Remark(
                at(election, "declared"),
                f"{figure}: expected {_shown(declared.value)} as {declared.source} declares, got {ours} from the wards",
            )


def computed_totals(election: Election, declared: Declared) -> dict[str, float]:
    """The figure worked out of the wards, by each of its definitions; empty where a ward lacks what it takes.

    Papers, and the turnout in percent, are those of the wards with a poll; votes too.
    """
    wards = election.wards
    polled = [ward for ward in wards if had_poll(ward)]
    match declared.figure:
        case "seats":
            return {"": sum(c.elected and c.party == declared.party for ward in wards for c in ward.candidates)}
        case "votes_sum" | "votes_top" if any(c.votes is None for ward in polled for c in ward.candidates):
            return {}
        case "votes_sum":
            return {"": sum(sum(_votes(ward, declared.party)) for ward in polled)}
        case "votes_top":
            return {"": sum(max(_votes(ward, declared.party), default=0) for ward in polled)}
        case "electorate":
            both = {"all wards": _sum([w.electorate for w in wards]), "wards with a poll": _electors(polled)}
            return _known(both if len(polled) < len(wards) else {"": both["all wards"]})
        case "ballots":
            return _known(_papers(polled))
        case "turnout_pct":
            electors = _electors(polled)
            return {n: 100 * total / electors for n, total in _known(_papers(polled)).items()} if electors else {}


def _votes(ward: Ward, party: str | None) -> list[int]:
    return [ward.polled(c) or 0 for c in ward.candidates if c.party == party]


def _electors(wards: Sequence[Ward]) -> int | None:
    return _sum([ward.electorate for ward in wards])


def _papers(wards: Sequence[Ward]) -> dict[str, int | None]:
    return {"at the count": _sum([papers_at_count(w) for w in wards]), "valid": _sum([w.ballots.valid for w in wards])}


def _sum(figures: Sequence[int | None]) -> int | None:
    """The sum, where every ward has the figure and there is a ward."""
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known and len(known) == len(figures) else None


def _known(totals: dict[str, int | None]) -> dict[str, float]:
    return {name: total for name, total in totals.items() if total is not None}


def _shown(total: float) -> str:
    """A total as a message shows it: at most two decimals, for percentages."""
    return f"{total:.2f}".rstrip("0").rstrip(".")


@ElectionRule.named(
    "seats-total",
    "error",
    "The seats of the wards are no more than seats_total; incomplete says where they are fewer.",
    Edit("anytown-2022/election.yaml", "seats_total: 8", "seats_total: 7"),
)
def _seats_total(election: Election, _: Election | None) -> Iterator[Remark]:
    total = election.seats_total
    up = sum(ward.seats for ward in election.wards)
    if total is not None and up > total:
        yield Remark(at(election, "seats_total"), f"expected at least {up}, the seats of the wards here, got {total}")


@ElectionRule.named(
    "continuing-adds-up",
    "error",
    "Seats that continue and seats that are up add up to seats_total.",
    Edit("anytown-2022/election.yaml", "kind: all\n", "kind: thirds\ncontinuing: {con: 1}\n"),
)
def _continuing_adds_up(election: Election, _: Election | None) -> Iterator[Remark]:
    if election.continuing is None or election.seats_total is None:
        return
    up = sum(ward.seats for ward in election.wards)
    continuing = sum(election.continuing.values())
    if continuing + up != election.seats_total:
        yield Remark(
            at(election, "continuing"),
            f"expected {election.seats_total - up} seats not up ({election.seats_total} - {up}), got {continuing}",
        )


RULES = (_declared_totals, _seats_total, _continuing_adds_up)
