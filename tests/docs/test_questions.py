"""The page of questions: its figures, worked out by another route than its commands go."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from wardcheck.analysis.find import find
from wardcheck.analysis.turnout import turnout, turnout_by_election
from wardcheck.cli.main import run
from wardcheck.model import Election
from wardcheck.store import Store

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "questions.md").read_text(encoding="utf-8")

IMPOSSIBLE = ("harrow-2022", "hounslow-2022")
"""Where a ward has more votes than its papers could hold, so that no turnout of the whole is known."""


def under(heading: str) -> str:
    """A section of the page."""
    return PAGE.split(f"\n### {heading}\n", 1)[1].split("\n#", 1)[0]


@pytest.fixture(scope="session")
def london(shipped: Store) -> list[Election]:
    """The borough elections of 2022, told by what no other election of that day has: a code of a London borough."""
    found = [
        e for e in shipped.elections() if e.date.year == 2022 and any((w.gss or "").startswith("E0") for w in e.wards)
    ]
    return [e for e in found if e.kind == "all" and any("gla" in key for key in e.sources)]


def test_every_question_has_one_command_or_a_reason() -> None:
    sections = re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]
    for section in sections:
        commands = re.findall(r"^\$ ", section, re.MULTILINE)
        assert len(commands) == (0 if "\nNo command." in section else 1), section.splitlines()[0]
        assert section.splitlines()[0].endswith("?")


def test_councillors_of_london_are_those_declared_elected(london: list[Election]) -> None:
    # The councils of London elected in May 2022: Labour 1,156 of 1,817, as the handbooks of that year print
    elected = Counter(c.party for e in london for w in e.wards for c in w.candidates if c.elected)
    assert (len(london), elected.total()) == (32, 1817)
    assert elected["lab"] == 1156
    said = under("How many councillors has each party in London?")
    for party, short in (("lab", "Lab"), ("con", "Con"), ("ld", "LD"), ("green", "Green")):
        assert re.search(rf"^ {short} .* {elected[party]:,} +[0-9.]+( |$)", said, re.MULTILINE)


def test_greens_that_missed_by_fewer_than_50(london: list[Election]) -> None:
    missed = set()
    for e in london:
        for w in e.wards:
            greens = [c.votes or 0 for c in w.candidates if c.party == "green" and not c.elected]
            others = [c.votes or 0 for c in w.candidates if c.party != "green" and c.elected]
            if greens and others and 0 <= min(others) - max(greens) < 50:
                missed.add((w.name, min(others) - max(greens)))
    assert missed == {("Fairfield", 32)}
    assert re.search(
        r"^Fairfield +32 ", under("Where did the Greens miss by fewer than 50 votes in London in 2022?"), re.M
    )


def test_smallest_majorities_of_london(london: list[Election]) -> None:
    majority = {}
    for e in london:
        seats = Counter(c.party for w in e.wards for c in w.candidates if c.elected)
        party, most = seats.most_common(1)[0]
        if party != "ind" and 2 * most > seats.total():
            majority[e.council] = 2 * most - seats.total()
    first = sorted(majority.items(), key=lambda one: (one[1], one[0]))[:3]
    # Tower Hamlets: Aspire 24 of 45; Sutton: Liberal Democrats 29 of 55; Merton: Labour 31 of 57
    assert first == [("Sutton", 3), ("Tower Hamlets", 3), ("Merton", 5)]
    said = under("Which council has the smallest majority?")
    for council, seats_ahead in first:
        assert re.search(rf"^{council} +(\w+ → )?\w+ +{seats_ahead} ", said, re.MULTILINE)


def in_control(e: Election) -> str:
    seats = Counter(c.party for w in e.wards for c in w.candidates if c.elected)
    party, most = seats.most_common(1)[0]
    return party if party != "ind" and 2 * most > seats.total() else "nobody"


def test_councils_of_london_that_changed_hands(shipped: Store, london: list[Election]) -> None:
    before = shipped.elections(*(e.slug.replace("2022", "2018") for e in london))
    changed = {e.council for was, e in zip(before, london, strict=True) if in_control(was) != in_control(e)}
    assert changed == {"Barnet", "Croydon", "Harrow", "Tower Hamlets", "Wandsworth", "Westminster"}
    said = under("Which councils changed hands?")
    assert set(re.findall(r"^(\w[\w ]*?) +\w+ → \w+ ", said, re.MULTILINE)) == changed


def test_the_biggest_swing_of_london(shipped: Store) -> None:
    # Butler's swing by hand: shares of the votes of each party's best candidate, ward codes the same both times
    shares = []
    before, after = shipped.elections("hammersmith-and-fulham-2014", "hammersmith-and-fulham-2018")
    same = {w.gss for w in before.wards} & {w.gss for w in after.wards}
    for e in (before, after):
        best = Counter[str]()
        for w in e.wards:
            if w.gss not in same:
                continue
            for party in {c.party for c in w.candidates}:
                votes = [c.votes or 0 for c in w.candidates if c.party == party]
                best[party] += sum(votes) if party == "ind" else max(votes)
        shares.append({party: 100 * votes / best.total() for party, votes in best.items()})
    (one, two) = shares
    swing = ((two["lab"] - one["lab"]) + (one["con"] - two["con"])) / 2
    said = re.search(r"^Hammersmith and Fulham +\+([0-9.]+) ", under("Where in London was the biggest swing?"), re.M)
    assert said is not None
    assert float(said[1]) == pytest.approx(swing, abs=0.06)


def test_most_votes_and_fewer_seats(shipped: Store) -> None:
    best, seats = Counter[str](), Counter[str]()
    for w in shipped.election("wandsworth-2018").wards:
        seats.update(c.party for c in w.candidates if c.elected)
        for party in ("lab", "con"):
            best[party] += max((c.votes or 0 for c in w.candidates if c.party == party), default=0)
    assert (best["lab"], seats["lab"], best["con"], seats["con"]) == (42649, 26, 42054, 33)
    said = under("Did the party with most votes have fewer seats?")
    assert re.search(r"^ Lab .* 42,649 .* 26 ", said, re.MULTILINE)


def test_most_votes_and_fewer_seats_in_london(london: list[Election]) -> None:
    first = set()
    for e in london:
        best, seats = Counter[str](), Counter[str]()
        for w in e.wards:
            seats.update(c.party for c in w.elected)
            for party in {c.party for c in w.candidates} - {"ind"}:
                best[party] += max(c.votes or 0 for c in w.candidates if c.party == party)
        ((most, _),) = best.most_common(1)
        first |= {(e.slug, most, p) for p in best if seats[p] > seats[most]}
        if e.slug == "lambeth-2022":
            assert best["green"] > best["ld"]
            assert (seats["green"], seats["ld"]) == (2, 3)
    assert first == {("croydon-2022", "con", "lab")}
    said = under("Where in London did the party with most votes have fewer seats than another?")
    assert re.findall(r"^[a-z-]+-2022 .*", said, re.MULTILINE) == [
        "croydon-2022   Con      70  36,858     37.5     33     47.1  Lab"
    ]


def test_wards_that_split_their_seats(shipped: Store) -> None:
    split = {w.name for w in shipped.election("barnet-2018").wards if len({c.party for c in w.elected}) > 1}
    assert split == {"Brunswick Park", "Childs Hill", "East Barnet"}
    said = under("Which wards split their seats between parties?")
    assert "6 of 85 rows" in said  # two parties in each of three wards


def test_wards_where_nobody_was_opposed(shipped: Store) -> None:
    wards = [w for e in shipped.elections() if e.date.year == 2019 and e.kind != "by-election" for w in e.wards]
    alone = [w for w in wards if w.status == "unopposed"]
    assert f"{len(alone):,} of {len(wards):,} rows" in under("Where was nobody opposed?")


def test_turnout_of_a_borough_is_all_its_papers_in_percent_of_all_its_electors(london: list[Election]) -> None:
    by = {row.election: row for row in turnout_by_election(*london)}
    assert len(by) == 32
    whole = 0
    for e in london:
        counts = [(w.ballots.valid, w.ballots.rejected_total, w.electorate) for w in e.wards]
        if e.slug in IMPOSSIBLE or any(None in one for one in counts):
            continue
        papers = sum((valid or 0) + (rejected or 0) for valid, rejected, _ in counts)
        assert by[e.slug].turnout_pct == pytest.approx(100 * papers / sum(electors or 0 for *_, electors in counts))
        whole += 1
    assert whole > 12  # most boroughs print both numbers for every ward
    assert all(by[slug].turnout_pct is None for slug in IMPOSSIBLE)
    assert next(iter(by)) == "richmond-upon-thames-2022"
    assert turnout_by_election(*london).totals[-1].wards == sum(row.wards for row in turnout(*london))


def test_who_stood_twice(shipped: Store) -> None:
    both = shipped.elections("barnet-2018", "barnet-2022")
    names = Counter(c.name.casefold() for e in both for w in e.wards for c in w.candidates)
    report = find("", *both, twice=True)
    assert {row.name.casefold() for row in report} >= {name for name, times in names.items() if times > 1}
    assert report.totals == len({row.name.casefold() for row in report})
    assert f"{len(report)} candidacies under {report.totals} names" in under("Who stood twice?")


def test_without_twice_a_name_must_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["find", "", "barnet-2018"]) == 2
    assert run(["find", "nobody at all", "barnet-2018", "--twice"]) == 1
    assert "stood more than once" in capsys.readouterr().err
