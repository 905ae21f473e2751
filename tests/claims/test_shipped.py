"""The shipped claims have the verdicts that were written down from the published files before."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from wardcheck.claims import ClaimRow, read_claims, verdicts
from wardcheck.store import Store

FILES = sorted((Path(__file__).parents[2] / "docs" / "claims").glob("*.yaml"))

with Path(__file__).with_name("expected.tsv").open(encoding="utf-8", newline="") as lines:
    EXPECTED = {row["claim"]: row["verdict"] for row in csv.DictReader(lines, delimiter="\t")}

FOUND = {
    "barnet-2018-seats": "38; 25",
    "barnet-2014-majority": "1",
    "childs-hill-two-votes": "2",
    "derby-boulton-mackworth": "-22.0 %; -13.4 %; -1; +1",
    "derby-labour-total-up": "sum: -2,382 | top: -1,082 | mean, per_seat: -1,074",
    "east-barnet-close": "30",
    "east-barnet-labour-1000": "+1,272; -1",
    "golders-green-lead": (
        "sum: 9,572; 3,397; 6,556; 2,809: fails | top: 3,308; 1,240; 2,423; 1,024: holds | "
        "mean, per_seat: 3,191; 1,132; 2,185; 936: holds"
    ),
    "hale-tories-3000": "+606; -1; +2,793",
    "haringey-alexandra-crouch-end": "2; 3; -2; +2",
    "haringey-seven-lost": "6; 6",
    "hertsmere-labour-gains": "the store has no election before hertsmere-2019",
    "hertsmere-narrow-losses": "20; 268",
    "high-barnet-narrowed": "3; 3; 1 beside 943",
    "high-barnet-one-vote": "1",
    "labour-added-20000": "+23,150",
    "redbridge-labour-gains": "+16",
    "seats-lost-east-barnet-west-hendon": "-1; +1; -3; +3",
    "tories-added-40000": "+37,424",
    "wandsworth-couple-hundred": "299",
    "wandsworth-popular-vote": "sum: 122,220 | top: 42,649 | mean, per_seat: 40,740",
    "west-hendon-2014-sodha": "1,357",
    "west-hendon-double": "+856; +2,177 beside +856 (2.54 times); 3",
}
"""Figures of expected.tsv as they are printed."""


@pytest.fixture(scope="module")
def rows(shipped: Store) -> dict[str, ClaimRow]:
    return {row.claim: row for row in verdicts(read_claims(FILES, shipped), shipped)}


def test_each_claim_is_expected_once(rows: dict[str, ClaimRow]) -> None:
    assert sorted(rows) == sorted(EXPECTED)
    assert len(rows) == 34


@pytest.mark.parametrize("claim", EXPECTED)
def test_verdict(claim: str, rows: dict[str, ClaimRow]) -> None:
    assert rows[claim].verdict == EXPECTED[claim]


@pytest.mark.parametrize("claim", FOUND)
def test_figures(claim: str, rows: dict[str, ClaimRow]) -> None:
    assert rows[claim].found == FOUND[claim]


def test_every_claim_has_its_origin_and_a_reason(rows: dict[str, ClaimRow]) -> None:
    for row in rows.values():
        assert row.by
        assert row.on
        assert row.source
        assert row.why.endswith(".")


def test_undecidable_says_what_is_missing(rows: dict[str, ClaimRow]) -> None:
    reasons = {claim: row.why for claim, row in rows.items() if row.verdict == "undecidable"}
    assert reasons == {
        "barnet-2018-turnout": (
            "turnout, barnet-2018 (valid) is 41.6 % to 44.2 %; said: 43.7 %; valid papers are not in the store."
        ),
        "hertsmere-labour-gains": (
            "lab change in seats, hertsmere-2019: the store has no election before hertsmere-2019."
        ),
        "jewish-share-and-swing": "Totals of wards cannot tell who voted for whom.",
        "nuneaton-barpool": "Totals of wards cannot tell who voted for whom.",
        "ukip-went-conservative": "Totals of wards cannot tell who voted for whom.",
    }


def test_a_rank_names_those_ahead(rows: dict[str, ClaimRow]) -> None:
    found = rows["childs-hill-most-marginal"].found
    assert "nonsuch (sutton-2018) 0, high-barnet 1, mortlake-and-barnes-common (richmond-upon-thames-2018) 1" in found


def test_a_relation_shows_its_correlation(rows: dict[str, ClaimRow]) -> None:
    assert rows["jewish-share-and-swing"].found.startswith("pearson r -0.62 (-0.83 to -0.26) over 21 wards; ")
