"""The shipped claims have the verdicts that were written down from the published files before."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from wardcheck.claims import ClaimRow, Judged
from wardcheck.store import Store

FILES = sorted((Path(__file__).parents[2] / "docs" / "claims").glob("*.yaml"))

with Path(__file__).with_name("expected.tsv").open(encoding="utf-8", newline="") as lines:
    EXPECTED = {row["claim"]: row["verdict"] for row in csv.DictReader(lines, delimiter="\t")}

FOUND = {
    "barnet-2018-seats": "38; 25",
    "barnet-2014-majority": "1",
    "childs-hill-two-votes": "2",
    "derby-boulton-mackworth": "-22.0 %; -13.4 %; -1; +1",
    "derby-labour-total-up": (
        "the votes of all parties (sum): 68,720 beside 65,325; -1; -1: holds | "
        "the votes of all parties (top): 68,720 beside 61,710; -1; -1: holds | "
        "the votes of all parties (mean): 68,720 beside 61,426; -1; -1: holds | "
        "the votes of all parties (per_seat): 68,720 beside 61,058; -1; -1: holds | "
        "Labour's votes (sum): -2,382: fails | Labour's votes (top): -1,082: fails | "
        "Labour's votes (mean, per_seat): -1,074: fails"
    ),
    "east-barnet-close": "in-votes with seat, party: 30 | in-papers with seat, party: 0.54 % of papers",
    "east-barnet-labour-1000": "+1,272; -1",
    "golders-green-lead": "3,191; 1,132; 2,185; 936",
    "hale-tories-3000": "+606; -1; +2,793",
    "haringey-alexandra-crouch-end": "2; 3; -2; +2",
    "haringey-seven-lost": "6; 6",
    "hertsmere-narrow-losses": (
        "in-votes: 20; 268 | in-papers: between 0.36 % and 1.1 % of papers; between 5.9 % and 17.6 % of papers"
    ),
    "high-barnet-narrowed": "3; 3; 1 beside 943",
    "high-barnet-one-vote": "1",
    "labour-added-20000": "+23,150",
    "redbridge-labour-gains": "+16",
    "lost-east-barnet": "3; 1",
    "lost-west-hendon": "3; 3",
    "clarke-gain": (
        "a very close margin (in-votes with seat, party): 2; yes; +1; yes; no: holds | "
        "a very close margin (in-papers with seat, party): 0.03 % of papers; yes; +1; "
        "yes; no: holds | the closest margin in Barnet (seat, party): "
        "2 (level or ahead: high-barnet 1): fails"
    ),
    "rich-elected": (
        "the party's vote (sum): yes; yes; +206: holds | the party's vote (top): yes; yes; +112: holds | "
        "the party's vote (mean, per_seat): yes; yes; +69: holds | "
        "the vote of the same place: 2,069 beside 2,113: fails | "
        "the vote of the one who held the seat: 2,069 beside 2,141: fails"
    ),
    "boulton-ukip-defied": "sum, top, mean: +513; -7,339 | per_seat: +513; -7,031",
    "east-barnet-mobilisation": "+1,517 beside +1,272",
    "slid-backwards": "-5",
    "conservative-dominated": "control: yes | two thirds of the seats: 29",
    "tories-added-40000": "+37,424",
    "wandsworth-couple-hundred": (
        "further voters: 299: fails | voters who switch: 151: holds | "
        "further voters that end Conservative control: 78: fails"
    ),
    "wandsworth-popular-vote": "sum: 122,220 (next: con 121,295) | top: 42,649 (next: con 42,054) | "
    "mean, per_seat: 40,740 (next: con 40,432)",
    "west-hendon-2014-sodha": "1,357",
    "west-hendon-double": "+856; +2,177 beside +856 (2.54 times); 3",
}
"""Figures of expected.tsv as they are printed."""


@pytest.fixture(scope="module")
def rows(by_claim: dict[str, Judged]) -> dict[str, ClaimRow]:
    return {claim: one.row for claim, one in by_claim.items()}


def test_each_claim_is_expected_once(rows: dict[str, ClaimRow]) -> None:
    assert sorted(rows) == sorted(EXPECTED)
    assert len(rows) == 65


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
    for claim, reason in {
        "barnet-2018-turnout": (
            "False by ballot-box, not decided by valid: "
            "turnout, Barnet 2018: said 43.7 %, found by ballot-box 44.2 % (fails), "
            "by valid: between 41.6 % and 44.2 % (undecidable; valid papers are not in the store); "
            "turnout, Barnet 2018: said more than turnout, Barnet 2014, found by ballot-box 44.2 % beside between "
            "27.8 % and 47.6 %, by valid: between 41.6 % and 44.2 % beside between 38.8 % and 41.8 %."
        ),
        "nuneaton-barpool": (
            "Statement 3 of 3 is not decided: the UKIP vote split fairly evenly "
            "(totals of wards cannot tell who voted for whom); the rest holds: "
            "Lab seats, Nuneaton and Bedworth 2014: 1; Lab seats, Nuneaton and Bedworth 2018: 1."
        ),
        "ukip-went-conservative": (
            "Con change in share of votes across wards: said went with the change in share of UKIP, found by top: "
            "Pearson r +0.30 (95 % interval -0.51 to +0.83, without one ward -0.01 to +0.64, by chance 50 %), "
            "Spearman rho +0.26 (95 % interval -0.55 to +0.82, without one ward -0.11 to +0.64, by chance 53 %), "
            "n = 8 of 21 wards in which UKIP stood in Barnet 2014 and not in Barnet 2018; "
            "totals of wards cannot tell who voted for whom."
        ),
        "mansfield-2018": ("A poll in Mansfield in May 2018, and any election of a mayor: no declared result has it."),
    }.items():
        assert reasons[claim] == reason


def test_the_election_before_is_not_in_the_store(rows: dict[str, ClaimRow]) -> None:
    assert "Hertsmere-2015 is not in the store" in rows["hertsmere-labour-gains"].why.replace("hertsmere", "Hertsmere")


def test_turnout_fails_by_one_definition_and_is_bracketed_by_the_other(rows: dict[str, ClaimRow]) -> None:
    # 2014: percentages of 21 wards, from 27.8 to 47.6; of valid papers and within the votes, together 38.8 to 41.8
    assert rows["barnet-2018-turnout"].found == (
        "ballot-box: 44.2 % (fails); 44.2 % beside between 27.8 % and 47.6 % (undecidable) | "
        "valid: between 41.6 % and 44.2 %; between 41.6 % and 44.2 % beside between 38.8 % and 41.8 %: undecidable"
    )


def test_the_middle_council_of_2018_is_where_the_ward_files_put_it(rows: dict[str, ClaimRow]) -> None:
    # papers at the count by electors, added up from the ward files: known of 145 of 150 councils; whatever the other
    # five had, the median is between 34.88 and 35.38
    bounds = re.search(r"2018 \(ballot-box\): between ([0-9.]+) % and ([0-9.]+) %", rows["typical-turnout-third"].found)
    assert bounds is not None
    low, high = map(float, bounds.groups())
    assert 34 < low < 35.4
    assert 34.8 < high < 37


def test_both_halves_of_a_sentence_about_voters_are_shown(rows: dict[str, ClaimRow]) -> None:
    nobody_knows = "totals of wards cannot tell who voted for whom (undecidable)"
    assert rows["nuneaton-barpool"].found == f"1 (holds); 1 (holds); {nobody_knows}"


WHY = {
    "lost-east-barnet": (
        "Statement 2 of 2 is not true: Con seats, Barnet 2018: said 3, found 1; beside it, a seat lost: holds, "
        "both statements are true: Lab change in seats: -1; Con change in seats: +1."
    ),
    "conservative-dominated": (
        "Control: holds, Con control, Hertsmere 2019: said yes, found yes; two thirds of the seats: holds, "
        "Con seats, Hertsmere 2019: said at least 26, found 29 (of 39)."
    ),
    "west-hendon-both-up": (
        "Both statements are true: Lab change in votes: by sum +856, by top +284, by mean and per_seat +285; "
        "Con change in votes: by sum +2,177, by top +708, by mean and per_seat +725."
    ),
    "west-hendon-double": (
        "Statement 2 of 3 is not true: Con change in votes: said almost 2 times Lab change in votes (1.8 to 2), "
        "found by sum +2,177 beside +856 (2.54 times)."
    ),
    "haringey-seven-lost": (
        "Statements 1 and 2 of 2 are not true: Lab seats lost: said 7, found 6; LD seats gained: said 7, found 6."
    ),
    "wards-lost-jewish-population": (
        "A higher share than the borough's: fails, statements 1 and 2 of 2 are not true: jewish/residents in "
        "East Barnet: said more than jewish/residents, found 5.3 % beside 15.2 %; jewish/residents in West Hendon: "
        "said more than jewish/residents, found 14.1 % beside 15.2 %; among the first half of the wards: fails, "
        "statement 1 of 2 is not true: jewish/residents in East Barnet: said among the 10 with the most of the wards "
        "of Barnet 2018, found 5.3 % (16 of 21; level or ahead: Garden Suburb 38.2 %, Golders Green 37.1 %, Edgware "
        "32.6 % and 12 more)."
    ),
    "kenilworth-dead-heat": (
        "All 3 statements are true: margin: by seat 0; decided by lot: yes; Lab lost the draw: yes."
    ),
}


@pytest.mark.parametrize("claim", WHY)
def test_why(claim: str, rows: dict[str, ClaimRow]) -> None:
    assert rows[claim].why == WHY[claim]


def test_every_why_of_a_claim_that_is_known_has_a_figure(rows: dict[str, ClaimRow]) -> None:
    for row in rows.values():
        assert row.why.count("\n") == 0
        if row.verdict in ("holds", "fails"):
            assert any(letter.isdigit() for letter in row.why.partition(": ")[2])


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("east-barnet-close", "close (within 100 votes, and 2 % of papers)"),
        ("finchley-church-end-steady", "about the same (within 5 %)"),
        ("derby-boulton-mackworth", "fell significantly (by 10 % or more)"),
        ("high-barnet-narrowed", "much less than margin, barnet-2014 (at most half of it)"),
        ("wandsworth-couple-hundred", "a couple of hundred (150 to 250)"),
        ("west-hendon-double", "close to 1,000 (800 to 1,000)"),
        ("west-hendon-double", "almost 2 times lab change in votes (1.8 to 2)"),
        ("hale-tories-3000", "about 3,000 (to the nearest 1,000)"),
        ("golders-green-lead", "(to the nearest 1,000)"),
    ],
)
def test_what_a_word_allows_is_said(claim: str, words: str, rows: dict[str, ClaimRow]) -> None:
    assert words in rows[claim].said


def test_a_rank_names_those_ahead_with_their_elections(rows: dict[str, ClaimRow]) -> None:
    found = rows["childs-hill-most-marginal"].found
    ahead = "nonsuch (sutton-2018) 0, high-barnet (barnet-2018) 1, mortlake-and-barnes-common"
    assert ahead in found
    for part in found.split("level or ahead: ")[1:]:
        assert part.partition(" and ")[0].count("(") in (3, 4)


def test_the_claims_of_the_letter_name_nobody_of_its_ward(rows: dict[str, ClaimRow], shipped: Store) -> None:
    wards = shipped.election("hertsmere-2019").wards
    (ward,) = (ward for ward in wards if ward.slug == "borehamwood-kenilworth")
    words = "".join(file.read_text(encoding="utf-8") for file in FILES)
    for row in rows.values():
        words += " ".join((row.said, row.found, row.why))
        if row.claim.startswith(("kenilworth", "hertsmere")):
            assert row.by == "letter of the defeated candidate in Borehamwood Kenilworth"
    for candidate in ward.candidates:
        assert candidate.name not in words
