"""Covariate files: what is read, and every problem with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from analysis.builders import contest, election

from wardcheck.errors import DataError, NotFoundError
from wardcheck.store.covariate_reader import COUNCIL, ELECTION, GSS, MAX_BYTES, Covariates, Key, read_covariates
from wardcheck.store.covariates import covariate_files, covariates_with
from wardcheck.store.tree import MAX_PROBLEMS

GOOD = "# source: a survey\nward_gss,people,share\nE05000001,10,1.5\nE05000002,,-2\n"


def written(text: str | bytes, folder: Path, name: str = "x.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def complaint(text: str | bytes, folder: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_covariates(written(text, folder))
    return [f"{problem.line}: {problem.message}" for problem in caught.value.problems]


def test_good(tmp_path: Path) -> None:
    found = read_covariates(written(GOOD, tmp_path))
    assert (found.source, found.licence, found.columns) == ("a survey", None, ("people", "share"))
    assert found.wards == {
        Key("ward_gss", "E05000001"): {"people": 10, "share": 1.5},
        Key("ward_gss", "E05000002"): {"people": None, "share": -2},
    }


def test_as_a_spreadsheet_saves_it(tmp_path: Path) -> None:
    text = '\ufeff"# source: a survey, of 2011",,\r\n# licence: ours,,\r\n,,\r\n'
    text += 'ward_gss,ward,x\r\nE05000001,"A, b", 3 \r\n'
    found = read_covariates(written(text, tmp_path))
    assert (found.source, found.licence) == ("a survey, of 2011", "ours")
    assert found.wards == {Key("ward_gss", "E05000001"): {"x": 3}}


def test_by_slug(tmp_path: Path) -> None:
    text = "# source: s\ncouncil,ward,x\nbarnet,hale,1\n"
    assert list(read_covariates(written(text, tmp_path)).wards) == [Key("council", "barnet", "hale")]
    text = "# source: s\nelection,ward,x\nbarnet-2018,hale,1\n"
    assert list(read_covariates(written(text, tmp_path)).wards) == [Key("election", "barnet-2018", "hale")]


def test_all_problems_at_once(tmp_path: Path) -> None:
    text = (
        "# sauce: a survey\n# licence:\nward_gss,people\n"
        'E05000001,"1,357"\nE05000001,n/a\nE0500000,12 %\nE05000003\n# url: late\nE05000004,1e3\n'
    )
    assert complaint(text, tmp_path) == [
        "1: # sauce: expected one of source, licence, url, covers, notes and a colon; nearest: source",
        '1: source: expected a line "# source: who published the figures", got nothing',
        "2: # licence: expected words after the colon, got nothing",
        '4: people: expected a number, got "1,357"; write 1357',
        '5: people: expected a number, got "n/a"; leave it empty where it is unknown',
        "5: ward_gss: expected each ward once, got E05000001 as in line 4",
        '6: people: expected a number, got "12 %"; write 12 and name the column people_pct',
        '6: ward_gss: expected a code such as E05000047, got "E0500000"',
        "7: row: expected 2 values, got 1",
        "8: url: late: expected a row of the table, got a line that begins with #",
        '9: people: expected a number, got "1e3"',
    ]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("ward_gss,People", 'header: expected lower-case words joined by underscores, got "People"'),
        ("ward_gss,", "header: expected lower-case words joined by underscores, got nothing in column 2"),
        ("ward_gss,x,x", "header: expected each column once, got x again"),
        ("ward,x", "header: expected ward_gss, or ward with election or council, got none of them"),
        ("ward_gss,ward", "header: expected a column of numbers beside those that name the ward, got none"),
    ],
)
def test_header(header: str, said: str, tmp_path: Path) -> None:
    assert complaint(f"# source: s\n{header}\n", tmp_path) == [f"2: {said}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", 'source: expected a line "# source: who published the figures", got nothing'),
        ("# source: s\nward_gss,x\n", "rows: expected at least one ward, got none"),
        ("# source: s\n# source: t\nward_gss,x\nE05000001,1\n", "# source: expected once, got a second"),
        ("# source: s\ncouncil,ward,x\nBarnet,hale,1\n", 'council: expected a slug such as high-barnet, got "Barnet"'),
        ("# source: s\ncouncil,ward,x\nbarnet,,1\n", "ward: expected a slug such as high-barnet, got nothing"),
        (b"# source: s\nward_gss,x\nE05000001,\xa3\n", "file: expected UTF-8 text, got other bytes"),
        (
            '# source: s\nward_gss,x\nE05000001,"1\n',
            "file: expected comma-separated values, got unexpected end of data",
        ),
        (b" " * (MAX_BYTES + 1), f"file: expected at most {MAX_BYTES} bytes, got {MAX_BYTES + 1}"),
        (
            "# source: s\nward_gss,x\nE05000001,nan\n",
            'x: expected a number, got "nan"; leave it empty where it is unknown',
        ),
    ],
)
def test_other_problems(text: str | bytes, said: str, tmp_path: Path) -> None:
    assert said in [line.partition(": ")[2] for line in complaint(text, tmp_path)]


def test_control_characters_are_not_repeated(tmp_path: Path) -> None:
    assert "\x1b" not in "".join(complaint("# source: s\nward_gss,x\n\x1b[31m,\x1b[2J\n", tmp_path))


def test_another_kind_of_file(tmp_path: Path) -> None:
    assert len(complaint("# source: s\nward_gss,x\n" + "a,b\n" * 1000, tmp_path)) <= MAX_PROBLEMS + 1


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.csv:1: file: expected to read it, got No such file"):
        read_covariates(tmp_path / "none.csv")


# -- which file ----------------------------------------------------------------------------------------------


def test_the_file_with_the_columns(tmp_path: Path) -> None:
    one = written(GOOD, tmp_path, "one.csv")
    two = written(GOOD.replace("people", "homes"), tmp_path, "two.csv")
    assert covariates_with([one, two], ["homes"]).path == str(two)
    for columns, said in (
        (["share"], "share stand in several files: "),
        (["peeple"], "no column 'peeple' in the 2 covariate files of the store; nearest: people"),
        (["people", "homes"], "no one covariate file has all of people, homes"),
    ):
        with pytest.raises(NotFoundError) as caught:
            covariates_with([one, two], columns)
        assert str(caught.value).startswith(said)
    with pytest.raises(NotFoundError, match="no covariate file in the store"):
        covariates_with([], ["x"])


def test_problems_of_all_files(tmp_path: Path) -> None:
    paths = [written("ward_gss,x\nE05000001,1\n", tmp_path, name) for name in ("one.csv", "two.csv")]
    with pytest.raises(DataError) as caught:
        covariates_with(paths, ["x"])
    assert len(caught.value.problems) == 2


def test_a_store_without_the_folder(tmp_path: Path) -> None:
    assert covariate_files(tmp_path) == []


# -- what ships ----------------------------------------------------------------------------------------------


def test_shipped_counts_add_up_to_the_published_totals(repository: Path) -> None:
    (path,) = covariate_files(repository / "results")
    found = read_covariates(path)
    assert len(found.wards) == 624

    def total(column: str) -> float:
        return sum(values[column] or 0 for values in found.wards.values())

    # 2011 census, London less the City of London: 8,173,941 - 7,375 residents, 3,266,173 - 4,385 households
    assert total("residents") == 8_166_566
    assert total("households") == 3_261_788
    religions = found.columns[found.columns.index("residents") + 1 : found.columns.index("households")]
    tenures = found.columns[found.columns.index("households") + 1 :]
    assert (len(religions), len(tenures)) == (9, 5)
    for values in found.wards.values():
        assert values["residents"] == sum(values[name] or 0 for name in religions)
        assert values["households"] == sum(values[name] or 0 for name in tenures)
        assert None not in values.values()


def test_the_row_of_a_ward_is_found_by_code_before_name_and_by_election_before_council() -> None:
    then, now = contest(1, slug="old", gss="E05000001"), contest(1, slug="new", gss="E05000001")
    before, after = election(then, slug="town-2014"), election(now, slug="town-2018")
    keys = [
        Key(GSS, "E05000001"), Key(ELECTION, "town-2018", "new"), Key(ELECTION, "town-2014", "old"),
        Key(COUNCIL, "town", "new"),
    ]  # fmt: skip
    other = Key(COUNCIL, "town", "old")  # the name may be another ward's by now
    for first in range(len(keys) + 1):
        rows = {key: {"n": float(n)} for n, key in enumerate([*keys[first:], other], first)}
        row = Covariates("x.csv", "a survey", None, ("n",), rows).of_ward((after, now), (before, then))
        assert row == (rows[keys[first]] if first < len(keys) else None)
    assert Covariates("x.csv", "a survey", None, ("n",), {other: {"n": 1.0}}).of_ward((before, then)) == {"n": 1.0}
