"""The remarks of many elections in few sentences."""

from __future__ import annotations

from datetime import date

from wardcheck.analysis.gathered import gathered
from wardcheck.analysis.report import OfElection, OfWard, Remark, Slugs, joined, remark
from wardcheck.render.labels import Labels


def words(*remarks: tuple[str, Remark]) -> list[str]:
    return [one.text(Slugs()) for one in gathered(remarks)]


def lacking(slug: str, *wards: str) -> tuple[str, Remark]:
    names = joined(OfWard(slug, ward) for ward in wards)
    return slug, remark(f"{len(wards)} wards of ", OfElection(slug), " had no counterpart: ", names, ".")


def test_one_of_one_election_is_told_with_it() -> None:
    assert words(("a-2018", remark("Unknown."))) == ["a-2018: Unknown."]


def test_the_same_of_several_is_told_once_and_names_the_first() -> None:
    same = [(f"{name}-2018", remark("Unknown.")) for name in "abcd"]
    assert words(*same) == ["4 elections (a-2018, b-2018, c-2018 and 1 more): Unknown."]
    assert words(*same[:2]) == ["2 elections (a-2018, b-2018): Unknown."]


def test_what_differs_in_figures_and_names_has_an_example() -> None:
    assert words(lacking("a-2018", "w", "x", "y", "z", "q"), lacking("b-2018", "u", "v")) == [
        "2 elections (a-2018, b-2018), of the first: 5 wards of a-2018 had no counterpart: w, x, y and 2 more."
    ]


def test_what_differs_in_words_stands_apart_in_order() -> None:
    found = words(("a-2018", remark("Unknown.")), ("a-2018", remark("Late.")), ("b-2018", remark("Unknown.")))
    assert found == ["2 elections (a-2018, b-2018): Unknown.", "a-2018: Late."]


def test_a_script_is_told_what_some_row_does_not_say() -> None:
    first, second = ("a-2018", remark("Known.", in_rows=True)), ("b-2018", remark("Known."))
    assert [one.in_rows for one in gathered([first, ("c-2018", first[1])])] == [True]
    assert [one.in_rows for one in gathered([first, second])] == [False]


def of_many(slug: str, count: int) -> tuple[str, Remark]:
    return slug, remark(
        f"{count} wards of ", OfElection(slug), " are new: ", OfWard(slug, "w"), of_many="Wards are new."
    )


def test_what_has_a_sentence_for_many_needs_no_example() -> None:
    assert words(of_many("a-2018", 5), of_many("b-2018", 2)) == ["2 elections (a-2018, b-2018): Wards are new."]
    assert words(of_many("a-2018", 5)) == ["a-2018: 5 wards of a-2018 are new: w"]


def test_a_person_reads_names_and_years_where_they_differ() -> None:
    towns = {f"{name}-{year}": name.upper() for name in "abcde" for year in (2018, 2022)}
    days = {slug: date(int(slug[-4:]), 5, 3) for slug in towns}
    labels = Labels(towns, days, {("a-2018", "w"): "Wye"}, lambda _: None)

    def read(*remarks: tuple[str, Remark]) -> list[str]:
        return [one.text(labels) for one in gathered(remarks)]

    same_year = [of_many(f"{name}-2018", 2) for name in "abcde"]
    assert read(*same_year) == ["5 elections (A, B, C and 2 more): Wards are new."]
    assert read(same_year[0]) == ["A: 2 wards of A, 3 May 2018 are new: Wye"]
    assert read(same_year[0], of_many("a-2022", 1)) == ["2 elections (A 2018, A 2022): Wards are new."]
