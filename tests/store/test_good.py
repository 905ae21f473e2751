"""What looks odd to a YAML reader and is right all the same."""

from __future__ import annotations

import pytest

from store.examples import CONTEXT, WARD
from wardcheck.model import Ward
from wardcheck.store.ward_reader import read_ward


def read(text: str) -> Ward:
    return read_ward(text.encode(), "x.yaml", "mill-lane", CONTEXT)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("NO", "NO"),
        ("No", "No"),
        ("on", "on"),
        ("Y", "Y"),
        ('"true"', "true"),
        ('"007"', "007"),
        ('"12:30"', "12:30"),
        ("O'Brien", "O'Brien"),
        ("'O''Brien'", "O'Brien"),
        ('"Ann \\"Annie\\" Archer"', 'Ann "Annie" Archer'),
        ('"[red]"', "[red]"),
        ('":smile:"', ":smile:"),
        ("Siân Ŵyn-Jones", "Siân Ŵyn-Jones"),
        ("3rd Mill Lane Scouts", "3rd Mill Lane Scouts"),
        ("Infinity", "Infinity"),
        ("=1+1", "=1+1"),
        ('"  Ann Archer "', "Ann Archer"),
    ],
)
def test_name_is_text(written: str, name: str) -> None:
    assert read(WARD.replace("Cath Cooper", written)).candidates[2].name == name


def test_party_called_no_is_not_false() -> None:
    """A slug that YAML 1.1 takes for False."""
    context = CONTEXT._replace(parties={**CONTEXT.parties, "no": CONTEXT.parties["ind"]})
    ward = read_ward(WARD.replace("party: con", "party: no").encode(), "x.yaml", "mill-lane", context)
    assert ward.candidates[1].party == "no"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"\ufeff{WARD}", id="byte order mark"),
        pytest.param(WARD.replace("\n", "\r\n"), id="lines of Windows"),
        pytest.param(WARD.replace("\n", "\r"), id="lines of an old Mac"),
        pytest.param(f"# typed in from the notice\n---\n{WARD}...\n", id="comment and markers of a document"),
        pytest.param(WARD.rstrip("\n"), id="no end of the last line"),
        pytest.param(WARD.replace("sources: [leap-2019]", "sources:\n- leap-2019"), id="list down the page"),
        pytest.param(f"electorate:\nballots: {{valid: null, rejected: ~}}\nnotes: null\n{WARD}", id="unknown is null"),
        pytest.param(
            WARD.replace(
                "- {name: Cath Cooper, party: lab, votes: 819}",
                "- name: Cath\n      Cooper\n    votes: 819  # recounted\n    party: 'lab'\n    elected: false",
            ),
            id="candidate down the page",
        ),
    ],
)
def test_same_ward_in_another_hand(text: str) -> None:
    assert read(text) == read(WARD)


def test_votes_may_be_unknown_without_a_poll() -> None:
    ward = read(f"status: unopposed\n{WARD.replace('votes: 987', 'votes: null').replace(', votes: 822', '')}")
    assert [c.votes for c in ward.candidates] == [None, None, 819]


def test_nought_is_not_unknown() -> None:
    ward = read(WARD.replace("819", "0").replace("seats: 2", "seats: 2\nballots: {rejected_total: 0}"))
    assert ward.candidates[2].votes == 0
    assert ward.ballots.rejected_total == 0
    assert ward.ballots.valid is None


def test_notes_may_have_several_lines() -> None:
    assert read(f"{WARD}notes: |\n  Recounted twice.\n  The lot was drawn from a hat.\n").notes == (
        "Recounted twice.\nThe lot was drawn from a hat."
    )


def test_records_know_their_lines() -> None:
    ward = read(f"# a comment\n\n{WARD}")
    assert ward.path == "x.yaml"
    assert (ward.lines["ward"], ward.lines["sources"]) == (3, 9)
    assert [c.line for c in ward.candidates] == [6, 7, 8]
