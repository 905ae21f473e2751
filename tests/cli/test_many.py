"""A question put to several elections: the order of the rows, what cannot be answered, and what is in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from analysis.builders import contest, election, won
from conftest import MakeStore

from wardcheck.analysis.report import Report, Slugs, remark
from wardcheck.cli.main import run
from wardcheck.cli.many import asked
from wardcheck.cli.options import Which
from wardcheck.errors import DataError, NotFoundError
from wardcheck.model import Election
from wardcheck.store import Store


def poll(council: str, year: int) -> Election:
    slug = f"{council}-{year}"
    return election(contest(1, won("A", "con", 1)), slug=slug, council=council.title(), day=date(year, 5, 3))


@pytest.fixture
def folder(make_store: MakeStore) -> Path:
    return make_store(
        *(poll(council, year) for council in ("aldham", "aldham-by-water", "bede") for year in (2018, 2022))
    )


def itself(one: Election, store: Store) -> Report[str, None]:
    """A row, and the elections of the council that were found."""
    return Report([one.slug], None, [remark(" ".join(store.of_council(one.slug)))])


def rows(folder: Path, *words: str) -> Sequence[str]:
    return list(asked(folder, Which(elections=list(words))).answers(itself).report)


def test_rows_are_in_the_order_asked_for_though_councils_are_read_together(folder: Path) -> None:
    assert rows(folder, "bede-2018", "aldham-2022", "bede-2022") == ["bede-2018", "aldham-2022", "bede-2022"]
    everything = asked(folder, Which(every=True))
    assert everything.several
    assert list(everything.answers(itself).report) == [
        *("aldham-2018", "aldham-2022", "aldham-by-water-2018", "aldham-by-water-2022", "bede-2018", "bede-2022"),
    ]
    assert not asked(folder, Which(elections=["bede-2018"])).several


def test_a_council_is_read_once_and_let_go(folder: Path) -> None:
    there: list[tuple[bool, bool]] = []

    def look(one: Election, store: Store) -> Report[str, None]:
        there.append((store.election(one.slug) is one, store.election("bede-2018") is store.election("bede-2018")))
        assert store.head(one.slug).wards == ()
        assert len(store.election("aldham-2022").wards) == 1
        return Report([], None)

    asked(folder, Which(elections=["aldham-2018", "bede-2022"])).answers(look)
    assert there == [(True, False), (True, True)]


def test_what_cannot_be_answered_is_said_and_the_others_stand(folder: Path) -> None:
    def only_later(one: Election, store: Store) -> Report[str, None]:
        if one.slug.endswith("2018"):
            raise NotFoundError(f"{one.slug} names no election before it")
        return itself(one, store)

    found = asked(folder, Which(elections=["bede-*"])).answers(only_later).report
    assert (list(found), found.answered) == (["bede-2022"], True)
    assert [one.text(Slugs()) for one in found.remarks] == [
        "bede-2018 names no election before it",
        "bede-2022: bede-2018 bede-2022",
    ]
    assert not asked(folder, Which(elections=["*-2018"])).answers(only_later).report.answered


def test_every_problem_comes_before_an_answer(folder: Path) -> None:
    (folder / "stray").mkdir()
    (folder / "stray" / "a.yaml").write_text("ward: A\n")
    with pytest.raises(DataError, match="expected an election"):
        asked(folder, Which(every=True)).answers(itself)
    (folder / "bede" / "2018" / "election.yaml").write_text("council: 1\n")
    calls: list[str] = []

    def count(one: Election, store: Store) -> Report[str, None]:
        calls.append(one.slug)
        return itself(one, store)

    with pytest.raises(DataError, match=r"bede"):
        asked(folder, Which(elections=["bede-2018", "bede-2022"])).answers(count)
    assert calls == []


def test_a_council_that_cannot_be_read_is_left_out_and_the_others_answer(folder: Path) -> None:
    (folder / "bede" / "2018" / "ward.yaml").write_text("seats: many\n")
    found = asked(folder, Which(elections=["aldham-2018", "bede-2022", "aldham-2022"])).answers(itself)
    assert list(found.report) == ["aldham-2018", "aldham-2022"]
    assert found.unreadable is not None
    # the other election of the council is what bede-2022 would be compared with
    assert found.unreadable.elections == ["bede-2022"]
    assert {one.path.rpartition("/bede/")[2] for one in found.unreadable.why.problems} == {"2018/ward.yaml"}
    assert asked(folder, Which(elections=["aldham-*"])).answers(itself).unreadable is None


BROKEN = "bede/2018/ward.yaml"


@pytest.mark.parametrize(
    "words",
    [
        ["seats", "--year", "2022"],
        ["change", "--year", "2022"],
        ["swing", "--year", "2022", "--between", "con,lab"],
        ["control", "--year", "2022"],
        ["control", "--year", "2022", "--party", "con"],
    ],
)
def test_a_broken_file_of_one_council_is_named_and_does_not_pass_for_the_whole(
    words: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = [*words, "--store", str(folder), "--no-header"]
    run(sound)
    before = [line for line in capsys.readouterr().out.splitlines() if "bede" not in line]
    (folder / "bede" / "2018" / "ward.yaml").write_text("seats: many\n")
    assert run(sound) == 2
    out, err = capsys.readouterr()
    assert out.splitlines() == before
    assert f"{BROKEN}:1: " in err
    assert "wardcheck: no answer of bede-2022, for the files named above cannot be read" in err.splitlines()
    assert run([*words, "--store", str(folder), "-f", "table"]) == 2
    out = " ".join(capsys.readouterr().out.split())
    assert "; without bede-2022, for files cannot be read" in out
