"""Contests: all of an election are there, and each once."""

from __future__ import annotations

from collections.abc import Iterator

from wardcheck.checks.rule import Edit, ElectionRule, Remark, at
from wardcheck.checks.spelling import letters_of, seen
from wardcheck.model import Election, MissingContest, Ward

_MOST_NAMED = 5


@ElectionRule.named(
    "incomplete",
    "error",
    "Every contest of the election is there: as many files as contests, in a whole council with seats_total seats "
    "together, and none missing; a warning where the election says itself what is missing.",
    Edit("anytown-2022/election.yaml", "seats_total: 8", "seats_total: 9"),
)
def _incomplete(election: Election, _: Election | None) -> Iterator[Remark]:
    here, missing = len(election.wards), election.missing
    if election.contests is not None and election.contests != here + len(missing):
        got = f"{_counted(here, 'ward file')} and {len(missing)} missing"
        yield Remark(at(election, "contests"), f"expected {_counted(election.contests, 'contest')}, got {got}")
    elif election.kind == "all" and election.seats_total is not None:
        yield from _seats_short(election, election.seats_total)
    held = {letters_of(ward.name) for ward in election.wards if ward.status != "countermanded"}
    both = [] if election.kind == "by-election" else [m.ward for m in missing if letters_of(m.ward) in held]
    for name in both:
        yield Remark(at(election, "missing"), f"expected {name} either in a file or missing, got both")
    if missing:
        yield Remark(at(election, "missing"), f"expected every contest, got {_named(missing)}", severity="warning")


def _seats_short(election: Election, total: int) -> Iterator[Remark]:
    """Of a whole council: seats that no ward here has, and none that is said to be missing."""
    up = sum(ward.seats for ward in election.wards)
    lost = [contest.seats for contest in election.missing]
    known = sum(seats for seats in lost if seats is not None)
    if up + known < total and None not in lost:
        beside = f" and {known} missing" if lost else ""
        derived = sum("seats" in ward.derived for ward in election.wards)
        hint = f"; those of {_counted(derived, 'ward')} were worked out" if derived else ""
        got = f"{up} in {_counted(len(election.wards), 'ward')}{beside}{hint}"
        yield Remark(at(election, "seats_total"), f"expected {total} seats in the wards of a whole council, got {got}")


def _named(missing: tuple[MissingContest, ...]) -> str:
    """``2 missing: Mill, Park``; the reasons stand on the line that the finding points at."""
    names = [contest.ward for contest in missing[:_MOST_NAMED]]
    more = len(missing) - len(names)
    return f"{len(missing)} missing: {', '.join(names)}" + (f" and {more} more" if more else "")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


@ElectionRule.named(
    "one-ward-two-files",
    "error",
    "No two files of an election are one ward: of one name (but for a countermanded poll and its repeat), or with "
    "the same candidacies under two names.",
    Edit("anytown-2018/quay.yaml", "Joe Jay, party: ind, votes: 1500", "Joe Jay, party: ind, votes: 800"),
    Edit("anytown-2018/quay.yaml", "Lea Low, party: ind, votes: 900", "Kit Kay, party: ind, votes: 700"),
)
def _one_ward_two_files(election: Election, _: Election | None) -> Iterator[Remark]:
    by_name: dict[str, Ward] = {}
    by_candidacies: dict[frozenset[tuple[str, str, int | None]], Ward] = {}
    for ward in election.wards:
        same_name = by_name.setdefault(letters_of(ward.name), ward)
        same_people = by_candidacies.setdefault(_candidacies(ward), ward)
        if same_name is not ward and not _repeated(same_name, ward):
            yield Remark(at(ward, "ward"), f"expected one file a ward, got {ward.name} in {_file(same_name)} too", ward)
        elif same_people is not ward and same_name is ward and len(ward.candidates) > 1:
            yield Remark(
                at(ward, "candidates"),
                f"expected candidacies of its own, got those of {same_people.name} in {_file(same_people)}",
                ward,
            )


def _candidacies(ward: Ward) -> frozenset[tuple[str, str, int | None]]:
    return frozenset((seen(c.name), c.party, c.votes) for c in ward.candidates)


def _repeated(first: Ward, second: Ward) -> bool:
    """Whether a poll was countermanded and held again: two contests of one ward."""
    return (first.status == "countermanded") != (second.status == "countermanded")


def _file(ward: Ward) -> str:
    return f"{ward.slug}.yaml"


RULES = (_incomplete, _one_ward_two_files)
