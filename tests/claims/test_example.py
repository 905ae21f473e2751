"""The example with every kind of statement, against verdicts worked out from the published file of candidates."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from statistics import correlation

import pytest
import yaml

from wardcheck.claims import ClaimRow, read_claims, verdicts
from wardcheck.claims.form import BESIDE, FORMS, READINGS
from wardcheck.store import Store

FILE = Path(__file__).parents[2] / "docs" / "claims-example.yaml"

EXPECTED = {
    "richmond-control": "holds",  # 15 of 54 before, 39 of 54 after
    "richmond-seats-doubled": "holds",  # 39 / 15 = 2.6
    "richmond-hundred-thousand": "holds",  # 97,498
    "richmond-half-turned-out": "holds",  # 73,022 of 142,114
    "richmond-closest": "holds",  # 1,758 to 1,757; Hampton North 1,337 to 1,326, between parties 1,373 to 1,326
    "richmond-green-vote": "depends",  # sum 10,685 to 9,392, top 9,082 to 9,392
    "richmond-every-ward": "holds",  # in 18 of 18, by 10 % or more in each
    "richmond-small-parties": "holds",  # 4 Greens
    "richmond-conservative-collapse": "depends",  # votes 80,180 to 78,431, seats 39 to 11
    "richmond-lost-south-richmond": "fails",  # 3 to 2
    "richmond-owners": "undecidable",
    "richmond-pact": "undecidable",
    "plymouth-turnout": "fails",  # 65,575 of 185,324 papers at the count, and before 66,337 of 174,615
    "plymouth-ukip": "holds",  # of 19 wards; the coefficient by another route is below
}


@pytest.fixture(scope="module")
def rows(shipped: Store) -> dict[str, ClaimRow]:
    return {row.claim: row for row in verdicts(read_claims([FILE], shipped), shipped)}


def test_verdicts(rows: dict[str, ClaimRow]) -> None:
    assert {claim: row.verdict for claim, row in rows.items()} == EXPECTED


def test_it_has_every_kind_of_statement() -> None:
    text = FILE.read_text(encoding="utf-8")
    for form in (*FORMS, READINGS, BESIDE):
        assert f"{form}:" in text


def test_where_ownership_is_high(rows: dict[str, ClaimRow]) -> None:
    # the nine wards above the median of outright owners: by sum the share fell in all; by top it rose in Hampton, 30.9
    # to 35.2 %, and in Whitton, 30.3 to 33.2 %, each of its independents a party of one
    assert "fell in 9 of the 9 wards above the median" in rows["richmond-owners"].why
    assert "fell in 7 of the 9 wards above the median" in rows["richmond-owners"].why


def test_where_ukip_fell(rows: dict[str, ClaimRow], repository: Path) -> None:
    """Pearson's r of the changes in share of all votes, from the files by another route."""
    changes = []
    for after in sorted((repository / "results/plymouth/2018").glob("*.yaml")):
        before = repository / "results/plymouth/2014" / after.name
        if after.name != "election.yaml" and before.exists():
            then, now = (
                {p: votes / total for p, votes in by_party.items()}
                for by_party, total in (votes_of(before), votes_of(after))
            )
            changes.append([now.get(party, 0) - then.get(party, 0) for party in ("con", "ukip")])
    assert f"Pearson r {correlation(*zip(*changes, strict=True)):+.2f}" in rows["plymouth-ukip"].found
    assert f"n = {len(changes)} wards" in rows["plymouth-ukip"].found


def votes_of(file: Path) -> tuple[Counter[str], int]:
    votes: Counter[str] = Counter()
    for candidate in yaml.safe_load(file.read_text(encoding="utf-8"))["candidates"]:
        votes[candidate["party"]] += candidate["votes"]
    return votes, votes.total()
