"""``wardcheck ward`` and ``margins`` for every kind of ward, as a person and as a script sees them."""

from __future__ import annotations

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from wardcheck.cli.main import run
from wardcheck.model import Ballots, TieBreak, Ward

KINDS = {
    "one-seat": contest(1, won("A", "con", 50), stood("B", "lab", 40), slug="one-seat"),
    "two-seats": contest(2, won("A", "con", 50), won("B", "lab", 45), stood("C", "ld", 40), slug="two-seats"),
    "unopposed": contest(2, won("A", "con", None), won("B", "ind", None), slug="unopposed", status="unopposed"),
    "countermanded": contest(
        1, stood("A", "con", None), stood("B", "lab", None), slug="countermanded", status="countermanded"
    ),
    "added": contest(
        *(1, won("A", "con", 743), stood("B", "lab", 742)),
        slug="added",
        tie_break=TieBreak(742, ("A", "B"), "A", "lot", vote_added=True),
    ),
    "two-drawn": contest(
        *(2, won("A", "con", 405), won("B", "lab", 405), stood("C", "ld", 404)),
        slug="two-drawn",
        tie_break=TieBreak(404, ("A", "B", "C"), "A", "lot", vote_added=True, also_won=("B",)),
    ),
    "silent": contest(1, won("A", "con", 70), stood("B", "lab", 70), slug="silent"),
    "one-slate": contest(1, won("A", "con", 50), stood("B", "con", 40), slug="one-slate"),
    "against-the-votes": contest(1, stood("A", "con", 50), won("B", "lab", 40), slug="against-the-votes"),
}


@pytest.fixture
def store(make_store: MakeStore) -> str:
    return str(make_store(election(*KINDS.values())))


@pytest.mark.parametrize("width", ["40", "80", "200"])
@pytest.mark.parametrize("ward", KINDS.values(), ids=KINDS)
def test_every_candidate_is_there(
    ward: Ward, width: str, store: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    assert run(["ward", "town-2018", ward.slug, "--store", store, "-f", "table"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "None" not in out
    for candidate in ward.candidates:
        assert f"  {candidate.name}" in out
    # the cut is drawn between the elected and the others, where there are both
    assert out.count("the cut ─") == int(bool(ward.elected and ward.not_elected))


@pytest.mark.parametrize(
    ("ward", "words"),
    [
        ("unopposed", ["elected unopposed", "no margin"]),
        ("countermanded", ["countermanded"]),
        ("added", ["elected by lot", "lost the draw", "743"]),
        ("silent", ["level", "Seat margin 0"]),
        ("against-the-votes", ["10 ahead", "fewer votes than somebody not elected", "no margin"]),
    ],
)
def test_its_story_is_told(ward: str, words: list[str], store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ward", "town-2018", ward, "--store", store, "-f", "table"]) == 0
    out = " ".join(capsys.readouterr().out.split())  # wherever its lines are broken
    assert [word for word in words if word not in out] == []


def test_no_lot_is_told_that_nobody_declared(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    # level votes without a tie_break: the law knows a lot alone, but the declaration does not tell of one
    assert run(["ward", "town-2018", "silent", "--store", store, "-f", "table"]) == 0
    assert "lot" not in capsys.readouterr().out


def test_margins_of_all_kinds_for_a_script(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    columns = "ward,last_elected_votes,runner_up_votes,margin,party_margin,decided_by"
    assert run(["margins", "town-2018", "--store", store, "--columns", columns, "--no-header"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "added\t742\t742\t0\t0\tlot",
        "silent\t70\t70\t0\t0\t",
        "two-drawn\t404\t404\t0\t0\tlot",
        "two-seats\t45\t40\t5\t5\tvotes",
        "one-seat\t50\t40\t10\t10\tvotes",
        "one-slate\t50\t40\t10\t\tvotes",
        # who is on either side of the cut is as declared, but between them is no margin
        "against-the-votes\t40\t50\t\t\tvotes",
        "countermanded\t\t\t\t\t",
        "unopposed\t\t\t\t\tunopposed",
    ]
    contradicted, level = err.splitlines()
    assert contradicted.startswith("wardcheck: No margin, for the declaration has ")
    assert contradicted.endswith(" fewer votes than somebody not elected: against-the-votes.")
    assert level == "wardcheck: Level across the cut, and the ward file does not say how that was settled: silent."


def test_margins_of_all_kinds_for_a_person(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["margins", "town-2018", "--store", store, "-f", "table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    row = {name: next(line for line in lines if line.startswith(name)) for name in ("Added", "Silent", "Unopposed")}
    assert "by lot" in row["Added"]
    assert row["Silent"].split()[1] == "0"
    assert "lot" not in row["Silent"]
    assert "unopposed" in row["Unopposed"]
    assert "0" not in row["Unopposed"]


@pytest.mark.parametrize(
    ("electorate", "papers", "turnout"),
    [
        # (400 + 300) / (1,000 + 3,000) = 17.5 %
        (3000, 300, ": 2 wards, 2 seats, turnout 17.5 %"),
        # a part does not speak for the whole: neither 400 / 1,000 nor 400 / 4,000 is the turnout of both wards
        (3000, None, ": 2 wards, 2 seats"),
        (None, 300, ": 2 wards, 2 seats"),
    ],
)
def test_turnout_of_all_wards_is_said_where_it_is_known_of_each(
    electorate: int | None, papers: int | None, turnout: str, make_store: MakeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    wards = [
        contest(
            *(1, won("A", "con", 150), stood("B", "lab", 100)),
            slug=slug,
            electorate=electors,
            ballots=Ballots(at_count=at_count),
        )
        for slug, electors, at_count in (("known", 1000, 400), ("other", electorate, papers))
    ]
    store = str(make_store(election(*wards)))
    assert run(["margins", "town-2018", "--store", store, "-f", "table"]) == 0
    title = capsys.readouterr().out.split("\n\n")[0]
    assert turnout in title
    assert ("turnout" in title) == ("turnout" in turnout)


@pytest.mark.parametrize(
    ("ward", "said"),
    [
        ("added", "the winner's printed figure of 743 holds the vote the lot adds"),
        ("two-drawn", "each winner's printed figure of 405 holds the vote the lot adds"),
    ],
)
def test_whose_figure_holds_the_vote_of_a_lot(
    ward: str, said: str, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["ward", "town-2018", ward, "--store", store, "-f", "table"]) == 0
    assert said in " ".join(capsys.readouterr().out.split())
