"""The tables of electorate, ballot papers and turnout, each by its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sources.workbooks import workbook
from wardcheck.errors import DataError
from wardcheck.model import Ballots, Candidacy, Conflict, Rejected, ReportedTurnout, Ward
from wardcheck.sources.handbook import WARDS
from wardcheck.sources.paper_tables import Papers
from wardcheck.sources.papers import read_papers, with_papers

WriteCsv = Callable[[Sequence[Sequence[object]]], Path]
HALE = Ward("hale", "Hale", 1, (Candidacy("Ann Ash", "con", 9, True),), ("leap",), gss="E05000001")


def said(path: Path, year: int = 2022) -> Papers:
    """What a table says of Hale in Town."""
    entry = read_papers(path, date(year, 5, 5)).wards.find("town", HALE)
    assert entry is not None
    return entry.content


# -- the Electoral Commission ---------------------------------------------------------------------------

BY_YEAR = ["Ward", "Local Authority", "Electorate 2012", "Ballots returned 2012", "Turnout (%) 2012"]
BY_YEAR += ["Electorate 2014", "Ballots returned 2014", "Turnout (%) 2014"]


@pytest.mark.parametrize(("year", "electorate", "at_count"), [(2012, 3331, 807), (2014, 3366, 1171)])
def test_commission_by_year(write_csv: WriteCsv, year: int, electorate: int, at_count: int) -> None:
    path = write_csv([BY_YEAR, ["Hale", "Town", 3331, 807, 24.2, "3,366", "1,171", 34.8]])
    assert said(path, year) == Papers(electorate, Ballots(at_count=at_count))
    assert read_papers(path, date(year, 5, 5)).source.key == f"ec-{year}"


def test_commission_by_year_has_gaps_where_a_ward_did_not_vote(write_csv: WriteCsv) -> None:
    path = write_csv([BY_YEAR, ["Hale", "Town", "", "", "", 3366, 1171, 34.8]])
    assert said(path, 2012) == Papers()
    table = read_papers(path, date(2012, 5, 3))
    assert with_papers(HALE, "town", table) is HALE


def test_commission_of_another_year_is_not_taken(write_csv: WriteCsv) -> None:
    path = write_csv([BY_YEAR, ["Hale", "Town", 1, 1, 1, 1, 1, 1]])
    with pytest.raises(DataError, match="1: header: expected a table of ballot papers or turnout, got none known"):
        read_papers(path, date(2018, 5, 3))


# -- Greater London Authority -------------------------------------------------------------------------

GLA = ["borough", "ward_original", "WD22CD", "entitled_electors", "valid_ballots", "rejected_ballots"]
GLA += ["rb_official_mark", "rb_more_candidates", "rb_voter_defined", "rb_unmarked_void", "rejected_in_part"]


HEADS = Rejected(0, 1, 0, 2)
LESS_HEADS = {"valid": "papers less four heads"}
LESS_PART = {"rejected_total": "printed total less papers rejected in part"}


@pytest.mark.parametrize(
    ("figures", "expected", "derived"),
    [
        # everything printed, and it adds up
        ((746, 3, 0, 1, 0, 2, 0), Ballots(valid=746, rejected=HEADS, rejected_total=3), {}),
        # those rejected in part stand beside the total, not in it
        ((746, 3, 0, 1, 0, 2, 7), Ballots(valid=746, rejected=HEADS, rejected_total=3, rejected_in_part=7), {}),
        # or in it, and are valid for the rest: 10 - 7 = 3 = 0 + 1 + 0 + 2
        ((746, 10, 0, 1, 0, 2, 7), Ballots(valid=746, rejected=HEADS, rejected_total=3, rejected_in_part=7), LESS_PART),
        ((746, 7, 0, 0, 0, 0, 7), Ballots(None, 746, Rejected(0, 0, 0, 0), 0, None, 7), LESS_PART),
        # neither: as printed, for `check` to find
        ((746, 9, 0, 1, 0, 2, 7), Ballots(valid=746, rejected=HEADS, rejected_total=9, rejected_in_part=7), {}),
        # no total beside heads: what is called valid is all papers at the count, and 746 - 0 - 1 - 0 - 2 = 743 are
        ((746, 0, 0, 1, 0, 2, 0), Ballots(valid=743, rejected=HEADS, at_count=746), LESS_HEADS),
        # those rejected in part are among the 743
        ((746, "", 0, 1, 0, 2, 7), Ballots(valid=743, rejected=HEADS, at_count=746, rejected_in_part=7), LESS_HEADS),
        # High Barnet: 4,054 - 0 - 6 - 0 - 10 = 4,038
        ((4054, 0, 0, 6, 0, 10, 0), Ballots(None, 4038, Rejected(0, 6, 0, 10), None, 4054), LESS_HEADS),
        # a head that is left blank may hold papers, so that nothing follows
        ((746, 0, 0, 1, "", 2, 0), Ballots(rejected=Rejected(0, 1, None, 2), at_count=746), {}),
        # more papers rejected than there are
        ((2, 0, 0, 1, 0, 2, 0), Ballots(rejected=HEADS, at_count=2), {}),
        # a total without heads
        ((746, 3, 0, 0, 0, 0, 0), Ballots(valid=746, rejected_total=3), {}),
        # nothing printed as rejected is unknown, not nought
        ((746, 0, 0, 0, 0, 0, 0), Ballots(valid=746), {}),
        ((746, 0, 0, 0, 0, 0, 7), Ballots(valid=746, rejected_in_part=7), {}),
        ((0, 0, 0, 0, 0, 0, 0), Ballots(), {}),
    ],
)
def test_gla_papers(
    write_csv: WriteCsv, figures: tuple[object, ...], expected: Ballots, derived: dict[str, str]
) -> None:
    path = write_csv([GLA, ["Town", "Hale", "E05000001", 2802, *figures]])
    assert said(path) == Papers(2802, expected, derived=derived)
    assert read_papers(path, date(2022, 5, 5)).source.key == "gla-2022"


def test_what_was_worked_out_is_said_of_the_papers_that_are_taken(write_csv: WriteCsv) -> None:
    table = read_papers(write_csv([GLA, ["Town", "Hale", "E05000001", 2802, 746, 0, 0, 1, 0, 2, 0]]), date(2022, 5, 5))
    ward = replace(HALE, derived={"seats": "number elected"})
    assert with_papers(ward, "town", table).derived == {"seats": "number elected", **LESS_HEADS}
    counted = replace(ward, ballots=Ballots(valid=744))
    assert with_papers(counted, "town", table).derived == {"seats": "number elected"}


@pytest.mark.parametrize(
    ("seats", "votes", "valid"),
    [
        (1, (443, 300), 743),  # one vote on each of the 743
        (1, (444, 300), None),  # 744 votes on 743 papers of one vote each
        (2, (743, 743), 743),
        (2, (744, 0), None),  # nobody can have more votes than there are papers
        (2, (None, None), 743),
    ],
)
def test_nothing_is_worked_out_that_the_votes_contradict(
    write_csv: WriteCsv, seats: int, votes: tuple[int | None, ...], valid: int | None
) -> None:
    table = read_papers(write_csv([GLA, ["Town", "Hale", "E05000001", 2802, 746, 0, 0, 1, 0, 2, 0]]), date(2022, 5, 5))
    candidates = tuple(Candidacy(name, "con", polled) for name, polled in zip("AB", votes, strict=True))
    ward = with_papers(replace(HALE, seats=seats, candidates=candidates), "town", table)
    assert (ward.ballots.valid, ward.ballots.at_count, ward.ballots.rejected) == (valid, 746, HEADS)
    assert ward.derived == ({} if valid is None else LESS_HEADS)


# -- percentages --------------------------------------------------------------------------------------

ATLAS = ["ward_gss", "borough", "ward", "turnout_pct_2010", "turnout_pct_2014"]


def test_atlas(write_csv: WriteCsv) -> None:
    path = write_csv([ATLAS, ["E05000001", "Town", "Hale", 58.1, 36.82]])
    assert said(path, 2014) == Papers(reported=ReportedTurnout(36.82))
    ward = with_papers(HALE, "town", read_papers(path, date(2014, 5, 22)))
    # a percentage, and no counts made of it
    assert (ward.turnout_reported, ward.electorate, ward.ballots) == (ReportedTurnout(36.82), None, Ballots())
    assert ward.sources == ("leap", "gla-ward-atlas")


@pytest.mark.parametrize("gap", ["", "NULL", "n/a", "0", "0.0"])
def test_atlas_gaps(write_csv: WriteCsv, gap: str) -> None:
    path = write_csv([ATLAS, ["E05000001", "Town", "Hale", 58.1, gap]])
    assert said(path, 2014) == Papers()


@pytest.mark.parametrize("value", ["many", "nan", "inf", "-3", "140"])
def test_atlas_values_that_are_no_percentage(write_csv: WriteCsv, value: str) -> None:
    # written, they would make the ward file unreadable, or say what cannot be
    path = write_csv([ATLAS, ["E05000001", "Town", "Hale", 58.1, value]])
    (found,) = read_papers(path, date(2014, 5, 22)).unusable
    assert str(found[1]).startswith(f"{path}:2: row: expected names and counts, got ")
    assert "(Hale, Town); its papers were left out" in found[1].message


def handbook(folder: Path, **other: object) -> Path:
    row = {
        "Local authority code": "E09000001",
        "Local authority name": "Town",
        "Ward code": "E05000001",
        "Ward name": "Hale",
        "Electorate": 10_000,
        "Turnout (%)": 40.0,
        **other,
    }
    path = folder / "handbook.xlsx"
    path.write_bytes(workbook({"Wards": [["Wards"], WARDS, [row[column] for column in WARDS]]}))
    return path


def test_handbook(tmp_path: Path) -> None:
    assert said(handbook(tmp_path)) == Papers(10_000, reported=ReportedTurnout(40.0))


def test_handbook_gaps(tmp_path: Path) -> None:
    assert said(handbook(tmp_path, **{"Electorate": None, "Turnout (%)": None})) == Papers()


@pytest.mark.parametrize(
    ("other", "message"),
    [({"Turnout (%)": "n.a."}, "n.a."), ({"Electorate": "12.5"}, "12.5"), ({"Electorate": -1}, "-1")],
)
def test_handbook_values_that_are_no_count(tmp_path: Path, other: dict[str, object], message: str) -> None:
    path = handbook(tmp_path, **other)
    (found,) = read_papers(path, date(2022, 5, 5)).unusable
    assert str(found[1]).startswith(f"{path}:3: row: ")
    assert message in found[1].message


# -- two tables of one ward ---------------------------------------------------------------------------


def both(write_csv: WriteCsv, tmp_path: Path, figures: Sequence[object], **other: object) -> Ward:
    """Hale with the Authority's figures, then the handbook's."""
    path = write_csv([GLA, ["Town", "Hale", "E05000001", *figures]])
    day = date(2022, 5, 5)
    first = with_papers(HALE, "town", read_papers(path, day))
    return with_papers(first, "town", read_papers(handbook(tmp_path, **other), day))


@pytest.mark.parametrize(
    "turnout",
    [40.0, 40.5, 40.09, 40.41],
    ids=["valid papers", "all papers", "cut to a decimal", "cut the other way"],
)
def test_a_percentage_that_follows_from_the_counts_is_not_repeated(
    write_csv: WriteCsv, tmp_path: Path, turnout: float
) -> None:
    ward = both(write_csv, tmp_path, [10_000, 4_000, 50, 0, 50, 0, 0, 0], **{"Turnout (%)": turnout})
    assert (ward.turnout_reported, ward.conflicts) == (None, ())
    assert ward.sources == ("leap", "gla-2022", "commons-library-2022")


def test_a_percentage_that_does_not_follow_is_a_conflict(write_csv: WriteCsv, tmp_path: Path) -> None:
    ward = both(write_csv, tmp_path, [10_000, 4_000, 50, 0, 50, 0, 0, 0], **{"Turnout (%)": 44.2})
    assert ward.conflicts == (Conflict("turnout", "44.2 %", "commons-library-2022"),)
    assert ward.turnout_reported is None


def test_another_electorate_is_a_conflict(write_csv: WriteCsv, tmp_path: Path) -> None:
    ward = both(write_csv, tmp_path, [12_536, 4_000, 50, 0, 50, 0, 0, 0], **{"Electorate": 12_356, "Turnout (%)": None})
    assert ward.electorate == 12_536
    assert ward.conflicts == (Conflict("electorate", 12_356, "commons-library-2022"),)


def test_what_the_first_table_lacks_comes_from_the_second(write_csv: WriteCsv, tmp_path: Path) -> None:
    ward = both(write_csv, tmp_path, ["", "", "", 0, 0, 0, 0, 0])
    assert (ward.electorate, ward.ballots, ward.turnout_reported) == (10_000, Ballots(), ReportedTurnout(40.0))
    assert ward.sources == ("leap", "commons-library-2022")
