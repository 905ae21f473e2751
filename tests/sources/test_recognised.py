"""A file finds its layout by its columns, and says which it took; contests of other nations are counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from conftest import MakeStore

from sources.conftest import HALE, HENDON, Imported
from wardcheck.cli.main import run
from wardcheck.errors import DataError
from wardcheck.sources.layouts import LAYOUTS, layout_of

WriteCsv = Callable[..., Path]
Rows = Sequence[Sequence[object]]

CLUB = ["ballot_paper_id", "person_name", "party_name"]
TODAY = [*CLUB, "election_date", "post_label", "cancelled_poll", "seats_contested", "elected", "votes_cast"]
TODAY += ["tied_vote_winner", "party_id"]
SHORT = ["Ward", "Council", "Candidate", "Party", "Votes", "Elected"]
TIMES = ["council", "ward", "date", "candidate", "party", "votes", "elected"]
GLA = ["borough", "ward_original", "surname", "firstname", "party", "votes", "elected", "WD22CD", "LAD22CD"]
KNOWN: Mapping[str, Sequence[Sequence[object]]] = {
    "leap": HALE,
    "leap 2014": [SHORT],
    "democracy-club 2018": [["False"], [*CLUB, "ballots_cast", "is_winner"]],
    "democracy-club of today": [TODAY],
    "gla": [GLA],
    "times-series": [TIMES],
}


@pytest.mark.parametrize("name", KNOWN)
def test_each_layout_is_told_by_its_columns(write_csv: WriteCsv, name: str) -> None:
    assert layout_of(write_csv(KNOWN[name]))[1] == name


@pytest.mark.parametrize("name", [name for name in KNOWN if name != "leap"])
def test_in_any_order_and_in_any_capitals_below_a_title(write_csv: WriteCsv, name: str) -> None:
    header = [str(column).swapcase() for column in reversed(KNOWN[name][-1])]
    assert layout_of(write_csv([["Results"], [], header]))[1] == name


def test_columns_of_two_publishers(write_csv: WriteCsv) -> None:
    path = write_csv([[*GLA, *CLUB, "ballots_cast", "is_winner"]])
    with pytest.raises(DataError, match="got those of democracy-club 2018, gla; name the one that it is"):
        layout_of(path)


def test_columns_that_nobody_has(write_csv: WriteCsv) -> None:
    path = write_csv([["Ward", "Council", "Candidate", "Party", "Vote", "Elected"], ["Hale", "Town", "A", "C", 9, 1]])
    with pytest.raises(DataError) as caught:
        layout_of(path)
    assert str(caught.value) == (
        f"{path}:1: header: expected the columns Ward, Council, Candidate, Party, Votes, Elected (leap 2014, the"
        " nearest; other layouts are democracy-club 2018, democracy-club of today, handbook 2021,"
        " handbook 2022, handbook 2024, handbook 2025, gla, times-series), got one without Votes"
        " (Ward, Council, Candidate, Party, Vote, Elected);"
        " nearest: Vote for Votes"
    )


def test_an_empty_file_is_none(write_csv: WriteCsv) -> None:
    with pytest.raises(DataError, match=r"got none such \(nothing\)$"):
        layout_of(write_csv([]))


# -- the command ------------------------------------------------------------------------------------------

Do = Callable[..., Imported]


@pytest.fixture
def do(make_store: MakeStore, capsys: pytest.CaptureFixture[str]) -> Do:
    """Run ``import`` with these words."""
    store = make_store()

    def run_it(*words: object) -> Imported:
        code = run(["import", *map(str, words), "--date", "2018-05-03", "--store", str(store)])
        out, err = capsys.readouterr()
        return Imported(code, out, err, store)

    return run_it


def test_the_layout_may_be_left_out(write_csv: WriteCsv, do: Do) -> None:
    path = write_csv([*HALE, *HENDON])
    found = do(path)
    assert found.code == 0
    assert found.err.splitlines()[0] == f"wardcheck: {path}: read as leap, by its columns"
    named = do("leap", path)
    assert (named.code, "read as" in named.err) == (0, False)
    assert named.rows == [["town-2018", "2", "0", "3", "0"]]  # it had said the same


def test_a_layout_that_does_not_exist(write_csv: WriteCsv, do: Do) -> None:
    done = do("laep", write_csv(HALE))
    assert done.code == 2
    assert done.err == (f"wardcheck: LAYOUT: expected a layout ({', '.join(LAYOUTS)}), got 'laep'; nearest: leap\n")


@pytest.mark.parametrize(("words", "what"), [(["leap"], "Missing argument 'FILE'"), (["a", "b", "c"], "argument (c)")])
def test_one_word_or_two(do: Do, words: Sequence[str], what: str) -> None:
    done = do(*words)
    assert (done.code, done.out) == (2, "")
    assert what in done.err


# -- nations ----------------------------------------------------------------------------------------------

PORTH = [
    ["Porth", "W06000001", "Pont: Castell", "W05000001", "Ann", "C", 90, 1],
    ["Porth", "W06000001", "Pont: Castell", "W05000001", "Bob", "Lab", 80, 0],
]
KIRK = [
    ["Kirk", "S12000001", "Brae", "S13000001", "Cy", "C", 90, 1],
    ["Kirk", "S12000001", "Brae", "S13000001", "Di", "Lab", 80, 1],
    ["Kirk", "S12000001", "Glen", "S13000002", "Ed", "Lab", 70, 1],
]


def test_other_nations_are_counted_and_cost_nothing(write_csv: WriteCsv, do: Do) -> None:
    path = write_csv([*PORTH, *HALE, *KIRK])
    done = do(path)
    assert (done.code, [row[0] for row in done.rows]) == (0, ["town-2018"])
    assert done.err.splitlines()[1:] == [
        f"wardcheck: {path}: 1 contest of Wales (2 rows) left out; --nation wales reads them",
        f"wardcheck: {path}: 2 contests of Scotland (3 rows) refused: the single transferable vote elects there, and"
        " first preferences are no bloc vote",
    ]


@pytest.mark.parametrize(
    ("council", "ward"),
    [("S07000001", ""), ("S07000001", "E05000001"), ("E07000001", "N05000001"), ("W07000001", "W05000001")],
    ids=["council", "council beside the ward", "ward", "both"],
)
def test_a_code_of_another_nation_amid_a_council_is_a_wrong_code(
    write_csv: WriteCsv, do: Do, council: str, ward: str
) -> None:
    """It would take one candidacy, here the winner's, out of a ward that then stands with the others."""
    first, second = HALE
    path = write_csv([[first[0], council, first[2], ward, *first[4:]], second, *HENDON, *PORTH])
    done = do(path)
    assert done.code == 1
    assert f"{path}:1: code: expected " in done.err
    election = done.election()
    assert ([w.name for w in election.wards], [lost.ward for lost in election.missing]) == (["Hendon"], ["Hale"])
    assert f"{path}: 1 contest of Wales (2 rows) left out" in done.err


def test_a_whole_ward_under_the_code_of_another_nation_is_missing(write_csv: WriteCsv, do: Do) -> None:
    done = do(write_csv([*HALE, *([row[0], "W07000001", *row[2:]] for row in HENDON)]))
    assert done.code == 1
    assert [lost.ward for lost in done.election().missing] == ["Hendon"]


def test_wales_where_it_is_asked_for(write_csv: WriteCsv, do: Do) -> None:
    path = write_csv([*PORTH, *HALE, *KIRK])
    done = do(path, "--nation", "wales")
    assert (done.code, [row[0] for row in done.rows]) == (0, ["porth-2018"])
    assert f"{path}: 1 contest of England (2 rows) left out; --nation england reads them" in done.err
    (ward,) = done.election("porth-2018").wards
    assert (ward.name, ward.slug, ward.gss) == ("Pont: Castell", "pont-castell", "W05000001")
    assert run(["check", "porth-2018", "--store", str(done.store)]) == 0


@pytest.mark.parametrize(("rows", "words"), [(PORTH, "left out; --nation wales"), (KIRK, "no bloc vote")])
def test_a_file_of_another_nation_alone(write_csv: WriteCsv, do: Do, rows: Rows, words: str) -> None:
    done = do(write_csv(rows))
    assert (done.code, done.rows) == (2, [])
    assert words in done.err
    assert done.err.endswith("expected an election that can be written, got none; nothing was imported\n")


def test_scotland_cannot_be_asked_for(write_csv: WriteCsv, do: Do) -> None:
    done = do(write_csv(KIRK), "--nation", "scotland")
    assert done.code == 2
    assert "'scotland' is not one of" in done.err


# -- one council, several names ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "code", "slug", "name"),
    [
        ("Bristol, City Of", "E06000023", "bristol-by-2018-05-03", "Bristol"),
        ("County Durham", "", "durham-by-2018-05-03", "Durham"),
        ("Lincoln", "E07000138", "city-of-lincoln-2018", "City of Lincoln"),
        ("Leeds", "E08000035", "leeds-2018", "Leeds"),
    ],
)
@pytest.mark.parametrize("asked", [(), ("--council",)], ids=["all", "one"])
def test_a_council_goes_by_the_slug_of_the_register(
    write_csv: WriteCsv, do: Do, printed: str, code: str, slug: str, name: str, asked: tuple[str, ...]
) -> None:
    rows = [[printed, code, *row[2:]] for row in (*HALE, *HENDON)]
    spoilt = [printed, code, "Hendon", "E05000002", "Ed Elm", "LD", "1,357", "1"]
    done = do(write_csv([*rows, spoilt]), *asked, *([printed] if asked else []))
    assert [row[0] for row in done.rows] == [slug]
    election = done.election(slug)
    assert (election.council, [ward.slug for ward in election.wards]) == (name, ["hale"])
    assert [lost.ward for lost in election.missing] == ["Hendon"]  # the row that cannot be used went along
