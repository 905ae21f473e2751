"""A second publication of one declaration: what it adds, and where it disagrees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from conftest import PARTIES, MakeStore

from sources.conftest import GSS, TOWN, Imported, leap_rows
from wardcheck.cli.main import run
from wardcheck.model import Candidacy, Conflict, Party, Ward
from wardcheck.sources.joining import joined

WriteCsv = Callable[..., Path]


def stood(
    name: str, votes: int | None, party: str = "lab", *, elected: bool = False, joint: str | None = None
) -> Candidacy:
    return Candidacy(name, party, votes, elected, party_id=joint)


def hale(*candidates: Candidacy, seats: int = 1) -> Ward:
    return Ward("hale", "Hale", seats, candidates, ("first",))


def conflicts(ours: Ward, theirs: Ward) -> tuple[Conflict, ...]:
    both, alone = joined(ours, theirs, "second")
    assert alone == []
    assert both.sources == ("first", "second")
    return both.conflicts


ASH, BIRCH = stood("Ann Ash", 90, elected=True), stood("Bob Birch", 80, "con")


def test_two_that_agree() -> None:
    both, alone = joined(hale(ASH, BIRCH), hale(BIRCH, ASH), "second")
    assert (both.candidates, both.conflicts, alone) == ((ASH, BIRCH), (), [])


def test_other_votes() -> None:
    theirs = hale(ASH, stood("Bob Birch", 88, "con"))
    assert conflicts(hale(ASH, BIRCH), theirs) == (Conflict("votes", 88, "second", "Bob Birch"),)


@pytest.mark.parametrize("gap", [0, None])
def test_no_votes_there_are_a_gap(gap: int | None) -> None:
    assert conflicts(hale(ASH, BIRCH), hale(ASH, stood("Bob Birch", gap, "con"))) == ()


def test_others_elected() -> None:
    theirs = hale(stood("Ann Ash", 90), stood("Bob Birch", 80, "con", elected=True))
    assert conflicts(hale(ASH, BIRCH), theirs) == (
        Conflict("elected", "not elected", "second", "Ann Ash"),
        Conflict("elected", "elected", "second", "Bob Birch"),
    )


def test_other_seats() -> None:
    assert conflicts(hale(ASH, BIRCH), hale(ASH, BIRCH, seats=2)) == (Conflict("seats", 2, "second"),)


def test_our_figures_stay() -> None:
    both, _ = joined(hale(ASH, BIRCH), hale(stood("Ann Ash", 1), stood("Bob Birch", 2, "con"), seats=3), "second")
    assert (both.candidates, both.seats) == ((ASH, BIRCH), 1)


def test_figures_of_two_neighbours_exchanged() -> None:
    # told by their names, not by their votes
    ours = hale(stood("Ann Ash", 90), stood("Bob Birch", 80))
    theirs = hale(stood("Ann Ash", 80), stood("Bob Birch", 90))
    assert conflicts(ours, theirs) == (
        Conflict("votes", 80, "second", "Ann Ash"),
        Conflict("votes", 90, "second", "Bob Birch"),
    )


# -- names ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Anna Maria Ash", "Ann Ash"),
        ("Ann Ash", "Ash A."),
        ("Ann ASH", "Ash A."),
        ("Ann O'Neill", "O’Neill A."),
        ("Ann Ash", "Ann Asch"),  # another spelling, told by party and votes
        ("Ann Ash", "Ann Birch-Ash"),
    ],
)
def test_told_to_be_one(ours: str, theirs: str) -> None:
    other = stood("Cy Cedar", 70)
    assert conflicts(hale(stood(ours, 90), other), hale(other, stood(theirs, 90))) == ()


def test_the_last_of_a_party_in_both() -> None:
    ours, theirs = hale(stood("Ann Ash", 90), BIRCH), hale(stood("Zoe Zelkova", 91), BIRCH)
    assert conflicts(ours, theirs) == (Conflict("votes", 91, "second", "Ann Ash"),)


def test_namesakes_of_two_parties() -> None:
    ours = hale(stood("Ann Ash", 90), stood("Ann Ash", 80, "con"))
    theirs = hale(stood("Ann Ash", 81, "con"), stood("Ann Ash", 90, "lab", joint="joint-party:53-119"))
    both, alone = joined(ours, theirs, "second")
    assert alone == []
    assert [(c.party, c.party_id) for c in both.candidates] == [("lab", "joint-party:53-119"), ("con", None)]
    assert [(c.figure, c.value) for c in both.conflicts] == [("votes", 81)]


def test_namesakes_of_one_party_are_told_by_their_votes() -> None:
    ours = hale(stood("Ann Ash", 90), stood("Alf Ash", 80))
    theirs = hale(stood("Ash A.", 80, elected=True), stood("Ash A.", 90))
    assert conflicts(ours, theirs) == (Conflict("elected", "elected", "second", "Alf Ash"),)


def test_namesakes_of_one_party_that_nothing_tells_apart() -> None:
    ours = hale(stood("Ann Ash", 90), stood("Alf Ash", 80))
    both, alone = joined(ours, hale(stood("Ash A.", 91), stood("Ash A.", 81)), "second")
    assert alone == ["Ann Ash", "Alf Ash"]
    assert (both.candidates, both.conflicts) == (ours.candidates, ())


def test_nobody_there() -> None:
    both, alone = joined(hale(ASH, BIRCH, stood("Cy Cedar", 9, "ld")), hale(ASH, BIRCH), "second")
    assert alone == ["Cy Cedar"]
    assert both.candidates[2] == stood("Cy Cedar", 9, "ld")


@pytest.mark.parametrize(
    ("ours", "theirs", "name"),
    [
        ("Ann ASH", "Ash A.", "Ann Ash"),
        ("Ann DE LA MARE", "de la Mare A.", "Ann de la Mare"),
        ("Ann MACDONALD", "MacDonald A.", "Ann MacDonald"),
        ("Ann Macdonald", "MACDONALD A.", "Ann Macdonald"),
        ("Ann Ash", "Asch A.", "Ann Ash"),
    ],
)
def test_capitals_and_small_letters_of_the_surname(ours: str, theirs: str, name: str) -> None:
    both, _ = joined(hale(stood(ours, 90)), hale(stood(theirs, 90)), "second")
    assert both.candidates[0].name == name


def test_joint_ids() -> None:
    ours = hale(stood("Ann Ash", 90), stood("Bob Birch", 80, joint="ours"))
    theirs = hale(stood("Ann Ash", 90, joint="joint-party:53-119"), stood("Bob Birch", 80, joint="theirs"))
    both, _ = joined(ours, theirs, "second")
    assert [c.party_id for c in both.candidates] == ["joint-party:53-119", "ours"]


# -- by the command -------------------------------------------------------------------------------------

CLUB = ["ballot_paper_id", "party_name", "person_name", "ballots_cast", "is_winner"]
LAB = "Labour Party"
BOTH_LAYOUTS = (
    *(p for p in PARTIES if p.slug not in ("lab", "con")),
    Party("con", "Conservative", "Con", "#0087DC", aliases={"leap": ("C",), "democracy-club": ("Conservative",)}),
    Party(
        "lab",
        "Labour",
        "Lab",
        "#E4003B",
        ec=("PP53", "joint-party:53-119"),
        aliases={"leap": ("Lab",), "democracy-club": (LAB, "Labour and Co-operative Party")},
    ),
)
HALE = leap_rows("Hale", ("Ann Ash", "Lab", 90, 1), ("Bob Birch", "C", 80, 0))


@pytest.fixture
def compare(write_csv: WriteCsv, make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> Callable[..., Imported]:
    """Import Hale from LEAP's file, compared with these candidacies: ward, party, name, votes, elected."""
    store = make_store(parties=BOTH_LAYOUTS)
    register = store / "parties.yaml"
    text = register.read_text(encoding="utf-8").replace(
        '{"name": "Labour"', '{"ec": [PP53, "joint-party:53-119"], "name": "Labour"'
    )
    register.write_text(text, encoding="utf-8")

    def do(*rows: tuple[str, str, str, object, bool], ours: Sequence[Sequence[object]] = HALE) -> Imported:
        theirs = [[f"local.town.{ward}.2018-05-03", party, *rest] for ward, party, *rest in rows]
        other = write_csv([["False"], CLUB, *theirs], "club.csv")
        words = ["import", "leap", str(write_csv(ours)), "--date", "2018-05-03", "--store", str(store)]
        code = run([*words, "--with", f"democracy-club={other}"])
        out, err = capsys.readouterr()
        return Imported(code, out, err.replace(str(other), "club.csv"), store)

    return do


def test_with_a_publication_that_agrees(compare: Callable[..., Imported]) -> None:
    co_op = "Labour and Co-operative Party"
    done = compare(("hale", co_op, "Ann Ash", 90, True), ("hale", "Conservative", "Bob Birch", 80, False))
    assert (done.code, done.err) == (0, "")
    (ward,) = done.election().wards
    assert [(c.party, c.party_id) for c in ward.candidates] == [("lab", "joint-party:53-119"), ("con", None)]
    assert (ward.conflicts, ward.sources) == ((), ("leap-2018", "democracy-club-2018"))
    assert list(done.election().sources) == ["leap-2018", "democracy-club-2018"]


def test_with_a_publication_that_disagrees(compare: Callable[..., Imported]) -> None:
    done = compare(("hale", LAB, "Ann Ash", 91, True), ("hale", "Conservative", "Bob Birch", 80, True))
    assert (done.code, done.err) == (0, "")
    (ward,) = done.election().wards
    key = "democracy-club-2018"
    assert ward.conflicts == (
        Conflict("votes", 91, key, "Ann Ash"),
        Conflict("elected", "elected", key, "Bob Birch"),  # and none of seats, which neither of them prints
    )
    assert [(c.votes, c.elected) for c in ward.candidates] == [(90, True), (80, False)]


@pytest.mark.parametrize(
    ("rows", "problems"),
    [
        (
            [("hale", LAB, "Ann Ash", 90, True)],
            ["club.csv:1: candidate: expected everybody standing in Hale, got nobody who can be told to be Bob Birch"],
        ),
        ([("hendon", LAB, "Ann Ash", 90, True)], ["club.csv:1: ward: expected Hale (town) to compare with, got none"]),
    ],
    ids=["a candidacy", "the ward"],
)
def test_with_a_publication_that_lacks(
    compare: Callable[..., Imported], rows: list[tuple[str, str, str, int, bool]], problems: list[str]
) -> None:
    done = compare(*rows)
    assert (done.code, done.err.splitlines()) == (0, problems)
    assert [c.votes for c in done.election().wards[0].candidates] == [90, 80]


def test_with_a_party_that_the_register_does_not_list(compare: Callable[..., Imported]) -> None:
    done = compare(("hale", "Labor", "Ann Ash", 90, True), ("hale", "Conservative", "Bob Birch", 80, False))
    assert done.code == 0
    # whether "Labor" is our Lab is not guessed; everybody else is compared
    assert (
        done.err
        == "club.csv:1: candidate: expected everybody standing in Hale, got nobody who can be told to be Ann Ash\n"
    )
    (ward,) = done.election().wards
    assert ward.sources == ("leap-2018", "democracy-club-2018")


def test_with_a_row_that_is_no_candidacy_says_why(compare: Callable[..., Imported]) -> None:
    done = compare(("hale", LAB, "Ann Ash", 90, True), ("hale", "Conservative", "Bob Birch", "eighty", False))
    assert any(line.startswith("club.csv:4: votes: expected a whole number") for line in done.err.splitlines())


def test_with_half_a_ward_makes_no_conflict_of_seats(compare: Callable[..., Imported]) -> None:
    # one of the elected is missing there, for his row cannot be used: the publication does not say one seat
    two = [*leap_rows("Hale", ("Ann Ash", "Lab", 90, 1), ("Bob Birch", "C", 80, 1), ("Cy Cedar", "LD", 70, 0))]
    others = [("hale", LAB, "Ann Ash", 90, True), ("hale", "Conservative", "Bob Birch", "", True)]
    done = compare(*others, ours=two)
    assert [c for c in done.election().wards[0].conflicts if c.figure == "seats"] == []


def test_council_and_code_of_the_first_publication(compare: Callable[..., Imported]) -> None:
    election = compare(("hale", LAB, "Ann Ash", 90, True), ("hale", "Conservative", "Bob Birch", 80, False)).election()
    assert (election.council, election.council_gss) == (TOWN, GSS)
