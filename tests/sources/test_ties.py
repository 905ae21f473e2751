"""Dead heats from a list of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from sources.conftest import Import, leap_rows
from wardcheck.analysis.margins import margins
from wardcheck.model import Candidacy, Source, TieBreak, Ward
from wardcheck.sources.ties import Tie, read_ties, with_tie

WriteCsv = Callable[..., Path]
HEADER = ["council", "ward", "date", "seats", "candidate", "party", "votes", "elected", "method", "source", "note"]
DAY, URL = "2018-05-03", "https://example.org/tie"
PAGE = Source("tie-hale-2018", "Report")
TIE = Tie(742, "Ann Ash", ("Bob Birch",), "coin toss", URL)


def listed(name: str, votes: object, elected: int, method: str = "coin toss", day: str = DAY) -> list[object]:
    return ["Town (LB)", "Hale", day, 1, name, "Green", votes, elected, method, f"{URL} ; another page", ""]


def hale(*candidates: tuple[str, int, bool]) -> Ward:
    people = tuple(Candidacy(name, "con", votes, elected) for name, votes, elected in candidates)
    return Ward("hale", "Hale", sum(c.elected for c in people), people, ("leap-2018",))


def read(write_csv: WriteCsv, *rows: Sequence[object]) -> Tie | None:
    entry = read_ties(write_csv([HEADER, *rows]), date.fromisoformat(DAY)).wards.find("town", hale(("A", 1, True)))
    return None if entry is None else entry.content


def test_a_listed_tie(write_csv: WriteCsv) -> None:
    assert read(write_csv, listed("Ann Ash", 742, 1), listed("Bob Birch", 742, 0)) == TIE


@pytest.mark.parametrize(
    "rows",
    [
        [listed("Ann Ash", 742, 1)],
        [listed("Ann Ash", 742, 1), listed("Bob Birch", 742, 1)],
        [listed("Ann Ash", 742, 0), listed("Bob Birch", 742, 0)],
        [listed("Ann Ash", 743, 1), listed("Bob Birch", 742, 0)],
        [listed("Ann Ash", "", 1), listed("Bob Birch", "", 0)],
        [listed("Ann Ash", 742, 1, method=""), listed("Bob Birch", 742, 0, method="")],
        [listed("Ann Ash", 742, 1, day="2014-05-22"), listed("Bob Birch", 742, 0, day="2014-05-22")],
        [listed("Ann Ash", 742, 1, day="2018-03 (reported)"), listed("Bob Birch", 742, 0, day="2018-03 (reported)")],
    ],
    ids=["alone", "two winners", "no winner", "not level", "no votes", "no method", "another day", "no day"],
)
def test_rows_that_make_no_tie(write_csv: WriteCsv, rows: list[list[object]]) -> None:
    assert read(write_csv, *rows) is None


@pytest.mark.parametrize(("printed", "added"), [(742, False), (743, True)])
def test_settled(printed: int, added: bool) -> None:
    ward = with_tie(hale(("Cy Cedar", 900, True), ("Ann Ash", printed, True), ("Bob Birch", 742, False)), TIE, PAGE)
    assert ward.tie_break == TieBreak(742, ("Ann Ash", "Bob Birch"), "Ann Ash", "coin toss", vote_added=added)
    assert ward.sources == ("leap-2018", "tie-hale-2018")
    assert ward.polled(ward.candidates[1]) == 742


def test_people_are_told_by_their_surnames_and_named_as_the_ward_names_them() -> None:
    ward = with_tie(hale(("Anna Maria ASH", 742, True), ("Robert Birch", 742, False)), TIE, PAGE)
    assert ward.tie_break is not None
    assert (ward.tie_break.winner, ward.tie_break.between) == ("Anna Maria ASH", ("Anna Maria ASH", "Robert Birch"))


def test_a_tie_of_three() -> None:
    tie = TIE._replace(losers=("Bob Birch", "Cy Cedar"))
    ward = with_tie(hale(("Ann Ash", 742, True), ("Bob Birch", 742, False), ("Cy Cedar", 742, False)), tie, PAGE)
    assert ward.tie_break is not None
    assert ward.tie_break.between == ("Ann Ash", "Bob Birch", "Cy Cedar")


@pytest.mark.parametrize(
    "candidates",
    [
        [("Ann Ash", 744, True), ("Bob Birch", 742, False)],
        [("Ann Ash", 741, True), ("Bob Birch", 742, False)],
        [("Ann Ash", 742, True), ("Bob Birch", 741, False)],
        [("Ann Ash", 742, False), ("Bob Birch", 742, True)],
        [("Ann Ash", 742, True), ("Di Dogwood", 742, False)],
        [("Ann Ash", 742, True), ("Eve Ash", 800, True), ("Bob Birch", 742, False)],
        [("Ann Ash", 742, True), ("Bob Birch", 742, False), ("Bill Birch", 10, False)],
    ],
    ids=["two more", "one less", "loser differs", "the other won", "stranger", "namesake elected", "namesake lost"],
)
def test_not_settled_where_the_declaration_says_otherwise(candidates: list[tuple[str, int, bool]]) -> None:
    ward = hale(*candidates)
    assert with_tie(ward, TIE, PAGE) is ward


ROWS = leap_rows("Hale", ("Ann Ash", "Lab", 743, 1), ("Bob Birch", "LD", 742, 0))


def test_the_command_takes_the_page_into_the_sources(write_csv: WriteCsv, do_import: Import) -> None:
    ties = write_csv([HEADER, listed("Ann Ash", 742, 1), listed("Bob Birch", 742, 0)], "ties.csv")
    done = do_import(write_csv(ROWS), "--ties", str(ties))
    assert (done.code, done.err) == (0, "")
    election = done.election()
    assert election.sources["tie-hale-2018"].url == URL
    assert election.wards[0].sources == ("leap-2018", "tie-hale-2018")
    (row,) = margins(election)
    assert (row.margin, row.decided_by) == (0, "lot")


def test_a_tie_that_the_declaration_contradicts_leaves_no_trace(write_csv: WriteCsv, do_import: Import) -> None:
    ties = write_csv([HEADER, listed("Ann Ash", 700, 1), listed("Bob Birch", 700, 0)], "ties.csv")
    election = do_import(write_csv(ROWS), "--ties", str(ties)).election()
    assert list(election.sources) == ["leap-2018"]
    assert election.wards[0].tie_break is None


def test_level_across_the_cut_without_a_word_is_told(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(leap_rows("Hale", ("Ann Ash", "Lab", 742, 1), ("Bob Birch", "LD", 742, 0)))
    done = do_import(path)
    assert done.code == 0
    assert "tie: expected a word on how it was settled in Hale, got none (Ann Ash, Bob Birch: 742 votes" in done.err
    assert done.election().wards[0].tie_break is None
