"""What rows of a published file become in the store."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from sources.conftest import GSS, HALE, HENDON, TOWN, Import, leap_rows
from wardcheck.analysis.margins import margins
from wardcheck.model import Candidacy, TieBreak, Ward

WriteCsv = Callable[[Sequence[Sequence[object]]], Path]


def only_ward(do_import: Import, path: Path, *options: str) -> Ward:
    done = do_import(path, *options)
    assert (done.code, done.err) == (0, "")
    (ward,) = done.election().wards
    return ward


def test_an_election(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(HALE + HENDON), "--kind", "all", "--previous", "town-2014")
    assert (done.code, done.err) == (0, "")
    election = done.election()
    assert (election.council, election.council_gss, election.date) == (TOWN, GSS, date(2018, 5, 3))
    assert (election.kind, election.seats_total, election.previous) == ("all", None, "town-2014")
    assert (election.contests, election.missing) == (2, ())
    assert [(w.slug, w.name, w.gss, w.seats, w.status) for w in election.wards] == [
        ("hale", "Hale", "E05000001", 1, "contested"),
        ("hendon", "Hendon", "E05000002", 1, "contested"),
    ]
    assert election.wards[0].candidates[0].party == "con"
    for ward in election.wards:
        assert ward.sources == ("leap-2018",)
        assert ward.derived == {"seats": "number elected"}
        assert ward.tie_break is None
        assert ward.electorate is None
    assert list(election.sources) == ["leap-2018"]


def test_candidates_by_votes(write_csv: WriteCsv, do_import: Import) -> None:
    rows = leap_rows("Hale", ("A", "C", 5, 0), ("B", "Lab", 70, 1), ("C", "LD", 9, 0), ("D", "Ind", 9, 1))
    done = do_import(write_csv(rows))
    assert done.code == 0
    (ward,) = done.election().wards
    assert [(c.name, c.party, c.votes, c.elected) for c in ward.candidates] == [
        ("B", "lab", 70, True),
        ("D", "ind", 9, True),  # level with C, and elected
        ("C", "ld", 9, False),
        ("A", "con", 5, False),
    ]


def test_seats_are_those_filled(write_csv: WriteCsv, do_import: Import) -> None:
    # a casual vacancy: a ward that mostly elects one elects two
    ward = only_ward(do_import, write_csv(leap_rows("Hale", ("A", "C", 9, 1), ("B", "C", 8, 1), ("D", "Lab", 1, 0))))
    assert ward.seats == 2


def test_a_lot_written_into_the_names(write_csv: WriteCsv, do_import: Import) -> None:
    rows = leap_rows(
        "Hale",
        ("Rebecca Butler", "Lab", 987, 1),
        ("Kumail Jaffer (ELECTED)", "Lab", 819, 1),
        ("Dan Ozarow (Not Elected)", "Lab", 819, 0),
        ("Samantha Evans", "C", 738, 0),
    )
    done = do_import(write_csv(rows))
    (ward,) = done.election().wards
    assert [c.name for c in ward.candidates] == ["Rebecca Butler", "Kumail Jaffer", "Dan Ozarow", "Samantha Evans"]
    assert ward.tie_break == TieBreak(819, ("Kumail Jaffer", "Dan Ozarow"), "Kumail Jaffer", "lot")
    (row,) = margins(done.election())
    assert (row.margin, row.decided_by) == (0, "lot")


def test_brackets_that_are_no_lot_stay(write_csv: WriteCsv, do_import: Import) -> None:
    ward = only_ward(do_import, write_csv(leap_rows("Hale", ("Ann (Annie) Ash", "C", 9, 1), ("B (Bob)", "Lab", 1, 0))))
    assert [c.name for c in ward.candidates] == ["Ann (Annie) Ash", "B (Bob)"]
    assert ward.tie_break is None


def test_unopposed_votes_are_unknown_not_nought(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(leap_rows("Hale", ("A", "C", 0, 1), ("B", "C", 0, 1))))
    assert done.code == 0
    assert done.err.endswith("unopposed wards; a seat may have stayed vacant: Hale (Town)\n")
    (ward,) = done.election().wards
    assert (ward.status, ward.seats) == ("unopposed", 2)
    assert [c.votes for c in ward.candidates] == [None, None]


def test_nought_votes_in_a_poll_are_nought(write_csv: WriteCsv, do_import: Import) -> None:
    ward = only_ward(do_import, write_csv(leap_rows("Hale", ("A", "C", 12, 1), ("B", "Ind", 0, 0))))
    assert (ward.status, [c.votes for c in ward.candidates]) == ("contested", [12, 0])


def test_a_ward_that_polled_on_a_day_of_its_own(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(HALE + HENDON), "--polled", "hendon=2018-06-14")
    assert {w.slug: w.date for w in done.election().wards} == {"hale": None, "hendon": date(2018, 6, 14)}


def test_a_by_election_has_its_day_in_its_name(write_csv: WriteCsv, do_import: Import) -> None:
    done = do_import(write_csv(HALE), "--kind", "by-election")
    election = done.election("town-by-2018-05-03")
    # what was filled says nothing of the whole council
    assert (election.kind, election.seats_total) == ("by-election", None)


def test_slugs_and_names(write_csv: WriteCsv, do_import: Import) -> None:
    ward = only_ward(do_import, write_csv(leap_rows("St. Mary's & Trinity", ("Siân ŵ", "C", 9, 1), ("B", "Lab", 1, 0))))
    assert (ward.slug, ward.name) == ("st-marys-and-trinity", "St. Mary's & Trinity")
    assert (ward.candidates[0].name, ward.candidates[0].votes) == ("Siân ŵ", 9)


def test_names_that_yaml_would_take_for_something_else(write_csv: WriteCsv, do_import: Import) -> None:
    names = ["No", "null", "012", "12:30", "- {a: b}", "# x", 'say "aye"', "O'Neill", "a: b", "&x", "*x", "'", "%"]
    rows = leap_rows("Yes", *((name, "Ind", 100 - 2 * n, int(n == 0)) for n, name in enumerate(names)))
    ward = only_ward(do_import, write_csv(rows))
    assert ward.name == "Yes"
    assert [c.name for c in ward.candidates] == names
    assert all(type(c) is Candidacy for c in ward.candidates)
