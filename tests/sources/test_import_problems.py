"""Rows that cannot be used are told with line and reason, and never leave half a ward behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sources.conftest import HALE, HENDON, Import, leap_rows

WriteCsv = Callable[[Sequence[Sequence[object]]], Path]
CITY = ["City", "E07000002", "Quay", "E05000009"]
MAYOR = ["City", "E07000002", "Elected Mayor", *["NULL"] * 5]


def wards(do_import: Import, path: Path, *options: str, left_out: bool = True) -> tuple[list[str], list[str]]:
    """Slugs of the wards that were written, and the problems; the exit code says whether a contest was left out."""
    done = do_import(path, *options)
    lines = done.err.splitlines()
    assert done.code == int(left_out)
    if left_out:
        assert "left out; they are named above" in lines.pop()
    return [w.slug for w in done.election().wards], lines


def test_a_row_of_another_council_is_nobodys_business(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv([*HALE, MAYOR])
    assert wards(do_import, path, "--council", "Town", left_out=False) == (["hale"], [])


def test_rows_of_all_councils_where_none_is_asked_for(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv([*HALE, MAYOR, [""] * 8])
    assert wards(do_import, path, left_out=False) == (
        ["hale"],
        [
            f"wardcheck: {path}: 1 rows of mayoral elections passed over, no contests (line 3)",
            f"wardcheck: {path}: 1 blank rows passed over, no contests (line 4)",
        ],
    )


def test_an_unknown_party_costs_no_ward(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv([*HALE, *leap_rows("Hendon", ("Cy", "Lba", 70, 1), ("Di", "C", 60, 0), gss="E05000002")])
    done = do_import(path)
    assert done.code == 0
    (_, hendon) = sorted(done.election().wards, key=lambda ward: ward.slug)
    assert [(c.party, c.party_name, c.registered) for c in hendon.candidates] == [
        ("x-lba", "Lba", False),
        ("con", None, True),
    ]
    assert done.err.splitlines()[-1].endswith("kept as printed, with their candidacies: Lba (1)")


@pytest.mark.parametrize(
    "spoilt",
    [
        ["Town", "E07000001", "Hendon", "E05000002", "Ed Elm", "LD", "1,357", "1"],
        ["Town", "E07000001", "Hendon", "E05000002", "Ed Elm", "LD", "50", "maybe"],
        ["Town", "E07000001", "Hendon", "E05000002", "Ed Elm", "", "50", "0"],
        ["Town", "E07000001", "Hendon", "E05000002", "NULL", "LD", "50", "0"],
    ],
    ids=["votes", "elected", "party", "candidate"],
)
def test_a_row_that_cannot_be_used_leaves_its_ward_out_whole(
    write_csv: WriteCsv, do_import: Import, spoilt: list[str]
) -> None:
    # a declaration with a candidacy missing is not one: its margin, seats and shares would all be wrong
    path = write_csv([*HALE, *HENDON, spoilt])
    slugs, problems = wards(do_import, path, "--council", "Town")
    assert any(problem.startswith(f"{path}:5: ") for problem in problems)
    assert slugs == ["hale"]


def test_a_short_row_under_a_header_belongs_to_its_council(write_csv: WriteCsv, do_import: Import) -> None:
    header = ["Ward", "Council", "Candidate", "Party", "Votes", "Elected"]
    path = write_csv([header, ["Hale", "Town", "Ann Ash", "C", 90, 1], ["Hale", "Town", "Bob Birch", "Lab"]])
    done = do_import(path, "--council", "Town")
    assert f"{path}:3: row: expected 6 columns as in the header, got 4" in done.err.splitlines()


def test_two_codes_for_one_ward(write_csv: WriteCsv, do_import: Import) -> None:
    (first, second) = HENDON
    path = write_csv([*HALE, first, [*second[:3], "E05000003", *second[4:]]])
    assert wards(do_import, path) == (
        ["hale"],
        [f"{path}:3: ward: expected one name and GSS code, got Hendon E05000002, Hendon E05000003"],
    )


def test_two_names_for_one_slug(write_csv: WriteCsv, do_import: Import) -> None:
    rows = [*leap_rows("St Ann's", ("A", "C", 9, 1)), *leap_rows("St. Anns", ("B", "Lab", 8, 0))]
    path = write_csv([*HALE, *rows])
    slugs, problems = wards(do_import, path)
    assert slugs == ["hale"]
    assert [p for p in problems if "expected one name and GSS code" in p] == problems != []


def test_nobody_elected(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv([*HALE, *leap_rows("Hendon", ("A", "C", 9, 0), ("B", "Lab", 8, 0))])
    slugs, (problem,) = wards(do_import, path)
    assert slugs == ["hale"]
    assert problem == f"{path}:3: ward: expected somebody elected in Hendon, got nobody"


def test_every_problem_is_told(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(
        [*HALE, *leap_rows("Hendon", ("A", "Xx", 9, 1), ("B", "Yy", 8, 0)), [*CITY, "C", "Zz", 5, 1], [*CITY, "D"]]
    )
    done = do_import(path)
    lines = done.err.splitlines()
    assert {int(line.removeprefix(f"{path}:").split(":")[0]) for line in lines if line.startswith(f"{path}:")} == {5, 6}
    assert any(line.endswith("kept as printed, with their candidacies: Xx (1), Yy (1)") for line in lines)


@pytest.mark.parametrize("ward", ["!!!", "Election", "   ...   ", "日本"])
def test_a_ward_whose_name_makes_no_file_is_told(write_csv: WriteCsv, do_import: Import, ward: str) -> None:
    """``election.yaml`` and ``.yaml`` are no ward files."""
    path = write_csv([*HALE, *leap_rows(ward, ("A", "C", 9, 1), ("B", "Lab", 8, 0))])
    done = do_import(path)
    assert [w.slug for w in done.election().wards] == ["hale"]
    assert any(line.startswith(f"{path}:3: ward: ") for line in done.err.splitlines())


@pytest.mark.parametrize("name", ["Ann \x1b[31mAsh", "Ann\u202eAsh", "Ann\x9bAsh", "x" * 3000])
def test_a_name_that_the_store_refuses_is_told(write_csv: WriteCsv, do_import: Import, name: str) -> None:
    path = write_csv([*HALE, *leap_rows("Hendon", (name, "C", 9, 1), ("B", "Lab", 8, 0))])
    done = do_import(path)
    assert [w.slug for w in done.election().wards] == ["hale"]
    assert any(line.startswith(f"{path}:3: candidate: ") for line in done.err.splitlines())
    assert "\x1b" not in done.err
