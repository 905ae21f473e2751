"""A part never passes for the whole: what is left out is named, in the message, in the file and in the exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import MakeStore

from sources.conftest import GSS, HALE, HENDON, Import, leap_rows
from wardcheck.cli.main import run
from wardcheck.model import Accepted
from wardcheck.store import open_store

WriteCsv = Callable[..., Path]
QUAY = leap_rows("Quay", ("Ed Elm", "LD", 50, 1), ("Fi Fir", "C", 40, 0), gss="E05000003")
OPTIONS = [(), ("--council", "Town")]
every_way = pytest.mark.parametrize("options", OPTIONS, ids=["all councils", "one council"])


@every_way
def test_neighbours_of_a_broken_row_are_named(write_csv: WriteCsv, do_import: Import, options: tuple[str, ...]) -> None:
    path = write_csv([*HALE, ["Town", "E07000001", "Hend"], *HENDON, *QUAY])
    done = do_import(path, *options)
    assert done.code == 1
    election = done.election()
    assert [w.slug for w in election.wards] == ["quay"]
    # Hend is no ward that any whole row names, and is missing by that name
    assert {lost.ward for lost in election.missing} == {"Hale", "Hendon", "Hend"}
    for line, ward in ((1, "Hale"), (4, "Hendon")):
        assert f"{path}:{line}: {ward} (Town): left out, for row 3 of the source cannot be used" in done.err


@every_way
@pytest.mark.parametrize("council", ["Town", ""])
def test_a_line_of_totals_costs_nothing(
    write_csv: WriteCsv, do_import: Import, options: tuple[str, ...], council: str
) -> None:
    done = do_import(write_csv([*HALE, *HENDON, [council, "", "", "", "Total", "", 300, ""]]), *options)
    assert done.code == 0
    assert ([w.slug for w in done.election().wards], done.election().contests) == (["hale", "hendon"], 2)


@every_way
@pytest.mark.parametrize("name", ["Sum of votes", "Totals", "Sub-total"])
def test_a_line_of_totals_in_the_column_of_wards_is_no_contest(
    write_csv: WriteCsv, do_import: Import, options: tuple[str, ...], name: str
) -> None:
    done = do_import(write_csv([*HALE, *HENDON, ["Town", GSS, name, "", "NULL", "", 300, "NULL"]]), *options)
    assert done.code == 0
    assert (done.election().contests, done.election().missing) == (2, ())


@every_way
@pytest.mark.parametrize(
    ("ward", "candidate", "party", "elected"),
    [("", "Ed Elm", "", 1), ("NULL", "Ed Elm", "NULL", 0), ("", "Ed Elm", "", ""), ("", "", "", 1), ("", "Sum", "", 0)],
    ids=["a winner", "a loser", "nobody knows", "a winner without a name", "a flag"],
)
def test_a_candidacy_without_a_ward_and_a_party_is_no_line_of_totals(
    write_csv: WriteCsv,
    do_import: Import,
    options: tuple[str, ...],
    ward: str,
    candidate: str,
    party: str,
    elected: object,
) -> None:
    """It may be of the ward above or below, neither of which is then a declaration."""
    lost = ["Town", GSS, ward, "E05000002", candidate, party, 65, elected]
    path = write_csv([*HENDON[:1], lost, *HENDON[1:], *QUAY])
    done = do_import(path, *options)
    assert done.code == 1
    assert f"{path}:2: " in done.err
    assert [w.slug for w in done.election().wards] == ["quay"]
    assert [missing.ward for missing in done.election().missing] == ["Hendon"]


@every_way
def test_a_candidacy_without_a_ward_makes_the_number_of_contests_unknown(
    write_csv: WriteCsv, do_import: Import, options: tuple[str, ...]
) -> None:
    done = do_import(write_csv([*HALE, *HENDON, ["Town", "", "", "", "Ed Elm", "LD", 30, 1]]), *options)
    assert done.code == 1
    election = done.election()
    assert ([w.slug for w in election.wards], election.contests) == (["hale"], None)
    assert [lost.ward for lost in election.missing] == ["Hendon"]


def test_a_row_of_another_council_costs_its_neighbours_nothing(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv([*HALE, ["City", "", "", "", "Ed Elm", "LD", 30, 1], *HENDON]))
    assert done.code == 1  # City's contest
    assert (len(done.election().wards), done.election().missing) == (2, ())
    assert do_import(write_csv([*HALE, *HENDON]), "--council", "Town").code == 0


def test_every_ward_left_out_stands_in_election_yaml(write_csv: WriteCsv, do_import: Import) -> None:
    rows = [*HALE, *leap_rows("Hendon", ("A", "Lab", 9, 0), ("B", "C", 8, 0), gss="E05000002"), *QUAY]
    done = do_import(write_csv(rows), "--kind", "all")
    election = done.election()
    assert (election.contests, election.seats_total) == (3, None)
    (lost,) = election.missing
    assert (lost.ward, lost.seats) == ("Hendon", None)
    assert lost.reason.startswith("ward: expected somebody elected in Hendon, got nobody")
    assert done.losses == [["1", "0"]]


def test_what_a_person_recorded_survives(write_csv: WriteCsv, do_import: Import) -> None:
    file = do_import(write_csv(HALE + HENDON)).store / "town" / "2018" / "election.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "contests: 2\n", "seats_total: 5\ncontinuing: {con: 3}\ncontests: 2\n"
    )
    declared = "declared:\n  - {figure: electorate, value: 900, source: report}\n"
    words = "accepted:\n  - {rule: incomplete, reason: as printed}\nnotes: two are vacant\n"
    text = text.replace("sources:\n", f"{declared}{words}sources:\n")
    file.write_text(f"{text}  report:\n    title: A report\n", encoding="utf-8")
    ward = file.with_name("hale.yaml")
    ward.write_text(ward.read_text(encoding="utf-8") + "notes: as in the notice\n", encoding="utf-8")
    again = do_import(write_csv([*HALE, *HENDON, *QUAY]), "--overwrite")
    assert again.code == 0
    election = again.election()
    assert (election.seats_total, election.continuing, election.notes) == (5, {"con": 3}, "two are vacant")
    assert [total.value for total in election.declared] == [900]
    assert election.accepted == (Accepted("incomplete", "as printed"),)
    assert election.contests == 3
    assert [w.notes for w in election.wards] == ["as in the notice", None, None]


def test_a_conflict_that_a_person_recorded_survives_with_its_source(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(HALE + HENDON)
    file = do_import(path).store / "town" / "2018" / "election.yaml"
    with file.open("a", encoding="utf-8") as text:
        text.write("  report:\n    title: A report\n")
    hale, hendon = file.with_name("hale.yaml"), file.with_name("hendon.yaml")
    own = "conflicts:\n  - {field: votes, candidate: Bob Birch, value: 81, source: report}\n"
    hale.write_text(hale.read_text(encoding="utf-8").replace("sources:", f"{own}sources:"), encoding="utf-8")
    gone = own.replace("Bob Birch", "Cy Cedar").replace(
        "report", "leap-2018"
    )  # the import's own: it says no such thing
    hendon.write_text(hendon.read_text(encoding="utf-8").replace("sources:", f"{gone}sources:"), encoding="utf-8")
    again = do_import(path, "--overwrite")
    election = again.election()
    assert [[(c.candidate, c.value) for c in ward.conflicts] for ward in election.wards] == [[("Bob Birch", 81)], []]
    assert list(election.sources) == ["leap-2018", "report"]
    # whoever is not standing any more can have no conflict
    do_import(write_csv([*HALE[:1], [*HALE[1][:4], "Bo Beech", *HALE[1][5:]], *HENDON]), "--overwrite")
    assert again.election().wards[0].conflicts == ()


def test_a_ward_that_was_left_out_keeps_the_file_it_has(write_csv: WriteCsv, do_import: Import) -> None:
    do_import(write_csv(HALE + HENDON))
    spoilt = [*HENDON[:1], [*HENDON[1][:6], "sixty", 0]]
    again = do_import(write_csv([*HALE, *spoilt]), "--overwrite")
    assert (again.code, again.losses) == (1, [["1", "0"]])
    assert ([w.slug for w in again.election().wards], again.election().missing) == (["hale", "hendon"], ())


@pytest.mark.parametrize("again_with_ids", [True, False], ids=["ids again", "no ids this time"])
@pytest.mark.parametrize("name", ["St Mary's & Hale", "Saint Marys and Hale"], ids=["same name", "same code"])
def test_a_ward_that_was_left_out_keeps_a_file_that_is_named_after_its_ballot(
    tmp_path: Path, write_csv: WriteCsv, do_import: Import, name: str, again_with_ids: bool
) -> None:
    """The first import names the file after the ballot id, the second knows the ward by its name or its code alone."""
    ids = tmp_path / "ids.csv"
    ids.write_text("ballot_id,gss_code\nlocal.town.st-marys.2018-05-03,E05000001\n", encoding="utf-8")
    saint = leap_rows("St Mary's & Hale", ("Ann Ash", "C", 90, 1), ("Bob Birch", "Lab", 80, 0))
    do_import(write_csv([*saint, *HENDON]), "--ballots", str(ids))
    broken = [*leap_rows(name, ("Ann Ash", "C", 90, 1)), [*saint[1][:2], name, *saint[1][3:6], "eighty", 0]]
    again = do_import(
        write_csv([*broken, *HENDON]), "--overwrite", *(["--ballots", str(ids)] if again_with_ids else [])
    )
    assert (again.code, again.losses) == (1, [["1", "0"]])
    assert ([w.slug for w in again.election().wards], again.election().missing) == (["hendon", "st-marys"], ())


@pytest.mark.parametrize("text", ["", "\n\n", ",,,,,,,\n", "Town,,Elected Mayor,NULL,NULL,NULL,NULL,NULL\n"])
def test_a_file_without_results_is_never_a_success(tmp_path: Path, do_import: Import, text: str) -> None:
    path = tmp_path / "nothing.csv"
    path.write_text(text, encoding="utf-8")
    done = do_import(path)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"{path}:1: file: expected results of ward elections, got none\n"


def test_an_import_of_nothing_that_can_be_used_is_no_success(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(leap_rows("Hale", ("A", "Lab", 9, 0), ("B", "C", 8, 0))))
    assert done.code == 2
    assert "nothing was imported" in done.err


def test_a_council_of_which_no_row_can_be_used_is_there_all_the_same(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv([[*HALE[0][:6], "ninety", 1], ["Port", "E07000002", "Quay", "E05000009", "Ed Elm", "LD", 50, 1]])
    done = do_import(path, "--council", "Town")
    assert (done.code, done.out) == (2, "election\twards\twritten\tunchanged\trefused\tleft_out\tleft_over\n")
    assert f"{path}:1: votes: expected a whole number, got 'ninety'" in done.err
    assert "nothing was imported" in done.err
    assert "expected the council" not in done.err


CLUB_HEAD = "ballot_paper_id,party_name,person_name,ballots_cast,is_winner\n"


@pytest.mark.parametrize("first", ["hale hendon", "hendon"])
@pytest.mark.parametrize("overwrite", [True, False])
def test_another_publication_over_what_is_there_leaves_a_store_that_is_read(
    write_csv: WriteCsv, make_store: MakeStore, tmp_path: Path, first: str, overwrite: bool
) -> None:
    club = tmp_path / "club.csv"
    club.write_text(
        CLUB_HEAD
        + "".join(
            f"local.town.{ward}.2018-05-03,Labour Party,Cy Cedar,70,True\n"
            f"local.town.{ward}.2018-05-03,Green Party,Di Dogwood,60,False\n"
            for ward in first.split()
        ),
        encoding="utf-8",
    )
    store = make_store()
    words = ["--date", "2018-05-03", "--store", str(store)]
    assert run(["import", "democracy-club", str(club), *words]) == 0
    before = {path.name: path.read_bytes() for path in (store / "town" / "2018").iterdir()}
    leap = write_csv([*HALE, *HENDON[:1], [*HENDON[1][:6], "sixty", 0], *QUAY])
    assert run(["import", "leap", str(leap), *words, *(["--overwrite"] if overwrite else [])]) == (
        1 if overwrite else 2
    )
    if not overwrite:
        assert {path.name: path.read_bytes() for path in (store / "town" / "2018").iterdir()} == before
    election = open_store(store).election("town-2018")
    if overwrite:
        assert {w.slug: w.sources for w in election.wards} == {
            "hale": ("leap-2018",),
            "hendon": ("democracy-club-2018",),
            "quay": ("leap-2018",),
        }


# -- leftovers --------------------------------------------------------------------------------------------


def test_a_ward_the_source_has_no_more_is_named_then_removed(write_csv: WriteCsv, do_import: Import) -> None:
    misspelt = [[*row[:2], "Hnedon", *row[3:]] for row in HENDON]
    folder = do_import(write_csv(HALE + misspelt)).store / "town" / "2018"
    named = do_import(write_csv(HALE + HENDON))
    assert f"{folder / 'hnedon.yaml'}: the source has no such ward: left over" in named.err
    assert (folder / "hnedon.yaml").is_file()
    removed = do_import(write_csv(HALE + HENDON), "--overwrite")
    assert (removed.code, removed.losses) == (0, [["0", "1"]])
    assert [w.slug for w in removed.election().wards] == ["hale", "hendon"]


def test_ends_of_lines_are_no_correction(write_csv: WriteCsv, do_import: Import) -> None:
    path = write_csv(HALE + HENDON)
    folder = do_import(path).store / "town" / "2018"
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    again = do_import(path)
    assert (again.code, again.rows) == (0, [["town-2018", "2", "0", "3", "0"]])


def test_one_ward_alone_lacks_nothing(
    write_csv: WriteCsv, do_import: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    done = do_import(write_csv([*HALE, *leap_rows("Hendon", ("A", "C", 9, 0), gss="E05000002")]))
    assert done.election().missing
    assert run(["margins", "town-2018", "--store", str(done.store)]) == 0
    assert "not in the store" in capsys.readouterr().err
    assert run(["margins", "town-2018", "--ward", "hale", "--store", str(done.store)]) == 0
    assert capsys.readouterr().err == ""
