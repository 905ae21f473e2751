"""Papers rejected beside the party margin: by hand, and from the raw files of London."""

from __future__ import annotations

import pytest
import yaml
from conftest import REPOSITORY

from analysis.builders import contest, election, stood, won
from wardcheck.analysis.margins import margins, margins_within_rejected
from wardcheck.analysis.report import Slugs
from wardcheck.facts.papers import rejected_papers
from wardcheck.model import Ballots, Ward
from wardcheck.store import Store

TWO = (won("A", "con", 60), stood("B", "lab", 50))


@pytest.mark.parametrize(
    ("ballots", "rejected"),
    [
        (Ballots(valid=110, rejected_total=10), 10),
        (Ballots(valid=110, at_count=119), 9),
        (Ballots(at_count=119), None),
        (Ballots(valid=110), None),
        (Ballots(valid=110, at_count=100), None),
        (Ballots(rejected_total=0), 0),
    ],
)
def test_rejected_papers(ballots: Ballots, rejected: int | None) -> None:
    ward = contest(1, *TWO, ballots=ballots)
    assert rejected_papers(ward) == rejected
    assert [row.rejected for row in margins(election(ward))] == [rejected]


def test_as_many_as_the_party_margin_or_more() -> None:
    def ward(slug: str, rejected: int | None) -> Ward:
        return contest(1, *TWO, slug=slug, ballots=Ballots(valid=110, rejected_total=rejected))

    town = election(*(ward(f"w-{n}", n) for n in (9, 10, 11)), ward("dark", None))
    report = margins_within_rejected(town)
    assert [row.ward for row in report] == ["w-10", "w-11"]
    words = report.remarks[0].text(Slugs())
    assert words.startswith("In 2 of 3 wards as many papers were rejected as votes lay between two parties, or more.")
    assert "no evidence of error" in words
    assert words.endswith("The rejected papers of 1 ward more are unknown.")


def test_known_of_none() -> None:
    report = margins_within_rejected(election(contest(1, *TWO)))
    assert (len(report), report.answered) == (0, False)
    assert report.remarks[0].text(Slugs()) == "Rejected papers are known of no ward, and unknown of 1 ward."


def test_of_the_wards_between_members_of_one_party_it_is_the_party_margin() -> None:
    ward = contest(
        1, won("A", "con", 60), stood("C", "con", 59), stood("B", "lab", 50), ballots=Ballots(rejected_total=5)
    )
    assert not margins_within_rejected(election(ward))


def test_fifteen_wards_of_london_2022_by_the_raw_files(shipped: Store) -> None:
    found = set()
    for folder in sorted((REPOSITORY / "results").glob("*/2022")):
        for path in folder.glob("*.yaml"):
            if path.name == "election.yaml":
                continue
            ward = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
            ballots = ward.get("ballots") or {}
            rejected = ballots.get("rejected_total")
            if rejected is None and {"at_count", "valid"} <= ballots.keys():
                rejected = ballots["at_count"] - ballots["valid"]
            stood = [(c["votes"], c["party"], bool(c.get("elected"))) for c in ward["candidates"] if c.get("votes")]
            leads = [w - v for w, p, e in stood for v, q, f in stood if e and not f and (p != q or p == "ind")]
            if rejected is not None and leads and rejected >= min(leads):
                found.add((f"{folder.parent.name}-2022", path.stem))
    london = [e for e in shipped.elections("*-2022") if (e.council_gss or "").startswith("E09")]
    rows = {(str(row.election), str(row.ward)) for row in margins_within_rejected(*london)}
    assert len(rows) == 15
    assert rows == {pair for pair in found if pair[0] in {e.slug for e in london}}
