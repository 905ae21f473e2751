"""Parties as people write them, wherever a command takes one."""

from __future__ import annotations

from functools import cache

import pytest
from analysis.builders import contest, election, stood, won
from conftest import RESULTS, MakeStore
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.analysis.close import close_seats
from wardcheck.cli.chosen import Chosen
from wardcheck.cli.main import run
from wardcheck.cli.named_parties import known_party
from wardcheck.errors import NotFoundError
from wardcheck.model import Candidacy
from wardcheck.store import Store, open_store


def printed(capsys: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    assert run(argv) == 0
    return capsys.readouterr().out.splitlines()


WORDS = {
    "lab": ("Lab", "LAB", "Labour", "labour party", "Labour & Co-operative"),
    "con": ("Con", "Conservative", "The Conservative Party Candidate", "PP52"),
    "ld": ("LD", "lib dems", "Liberal Democrat"),
    "green": ("Green Party",),
    "ukip": ("UKIP",),
}
LINES = (
    "close barnet-2018 --party {}",
    "parties barnet-2018 --party {}",
    "change barnet-2014 barnet-2018 --party {}",
    "control barnet-2018 --party {}",
    "relate barnet-2014 barnet-2018 --party {} --with jewish/residents",
    "swing barnet-2014 barnet-2018 --between {},con",
)


@pytest.mark.parametrize(("word", "slug"), [(word, slug) for slug, words in WORDS.items() for word in words])
def test_a_word_is_as_good_as_the_slug(word: str, slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = ["parties", "barnet-2018", "--party"]
    assert printed(capsys, *line, word) == printed(capsys, *line, slug)


@pytest.mark.parametrize("line", LINES)
def test_every_command_takes_the_same_names(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    by_slug = printed(capsys, *line.format("lab").split())
    for word in ("Lab", "labour party", "Labour & Co-operative"):
        assert printed(capsys, *[part.format(word) for part in line.split()]) == by_slug


def test_what_every_table_shows_can_be_typed(shipped: Store) -> None:
    """Each short name and each name of the register, in any election where the party stood."""
    whole = Chosen(shipped.elections("barnet-*", "hertsmere-*", "bradford-2019"), shipped)
    stood_there = {c.party for e in whole.elections for w in e.wards for c in w.candidates}
    for slug in stood_there & set(shipped.parties):
        party = shipped.parties[slug]
        for word in (slug, party.short, party.name, party.short.upper(), party.name.lower()):
            assert known_party(word, whole) == slug, word


def test_a_party_that_the_register_lacks_goes_by_its_printed_name(
    make_store: MakeStore, capsys: pytest.CaptureFixture[str]
) -> None:
    ours = Candidacy("C", "x-hale-first", votes=5, elected=False, party_name="Hale First")
    store = make_store(election(contest(1, won("A", "con", 9), stood("B", "lab", 8), ours)))
    line = ["parties", "town-2018", "--columns", "party,votes", "--no-header", "--store", str(store), "--party"]
    assert printed(capsys, *line, "HALE FIRST") == printed(capsys, *line, "x-hale-first") == ["x-hale-first\t5"]


def test_repeated_means_any_of_them(capsys: pytest.CaptureFixture[str], shipped: Store) -> None:
    line = [
        "close",
        "camden-2018",
        "--within",
        "400",
        "--columns",
        "ward,holder_party,challenger_party",
        "--no-header",
    ]
    every = [row.split("\t") for row in printed(capsys, *line)]
    wanted = [row for row in every if {"green", "ld"} & {*row[1:]}]
    assert 0 < len(wanted) < len(every)
    assert [row.split("\t") for row in printed(capsys, *line, "--party", "Green", "--party", "LD")] == wanted
    barnet = shipped.election("barnet-2018")
    assert close_seats(barnet, party="lab") == close_seats(barnet, party=["lab"])
    parties = ["parties", "barnet-2018", "--columns", "party", "--no-header", "--party", "Lab", "--party", "con"]
    assert sorted(printed(capsys, *parties)) == ["con", "lab"]
    change = ["change", "barnet-2018", "--columns", "party", "--no-header", "--party", "Lab", "--party", "con"]
    assert sorted(printed(capsys, *change)) == ["con", "lab"]
    control = ["control", "barnet-2018", "--columns", "party", "--no-header"]
    several = printed(capsys, *control, "--party", "Lab", "--party", "con")
    one_by_one = [*printed(capsys, *control, "--party", "con"), *printed(capsys, *control, "--party", "lab")]
    assert sorted(several) == sorted(one_by_one)
    table = printed(capsys, "close", "barnet-2018", "--party", "Lab", "--party", "LD", "-f", "table")
    assert table[0].startswith("Barnet, 3 May 2018, Lab, LD: ")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (
            ["close", "barnet-2018", "--party", "Labor"],
            "--party: no party 'Labor' in barnet-2018; nearest: lab (Labour",
        ),
        (
            ["close", "barnet-2018", "--party", "Plaid Cymru"],
            "--party: Plaid Cymru did not stand in barn",
        ),
        (
            ["relate", "barnet-2018", "--party", "lab", "--with-party", "Labour"],
            "--with-party: expected another party than --party, got 'lab' twice",
        ),
        (
            ["swing", "barnet-2018", "--between", "Lab,Labour"],
            "--between: expected two parties, got 'Lab,Labour', which",
        ),
        (["swing", "barnet-2018", "--between", "IND,lab"], "--between: expected a party, got 'IND': every independent"),
    ],
)
def test_refused(argv: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(argv) == 2
    assert capsys.readouterr().err.startswith(f"wardcheck: {message}")


@pytest.mark.parametrize(
    "argv",
    [
        ["relate", "barnet-2018", "--party", "lab", "--party", "con", "--with", "jewish/residents"],
        ["swing", "barnet-2018", "--between", "lab,con", "--between", "con,ld"],
        ["close", "barnet-2018", "--within", "5", "--within", "50"],
    ],
)
def test_what_takes_one_value_refuses_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(argv) == 2
    assert "takes one value, and was given 2 times" in capsys.readouterr().err


def test_of_options_of_output_the_last_one_counts(capsys: pytest.CaptureFixture[str]) -> None:
    line = ["margins", "barnet-2018", "--limit", "1", "-f", "csv", "--columns", "ward"]
    assert printed(capsys, *line, "--limit", "2", "-f", "tsv", "--columns", "margin") == ["margin", "1", "2"]


@cache
def barnet() -> Chosen:
    store = open_store(RESULTS)
    return Chosen([store.election("barnet-2018")], store)


@given(st.text(max_size=30))
def test_any_word_is_a_party_or_one_line(word: str) -> None:
    try:
        slug = known_party(word, barnet())
    except NotFoundError:
        return
    assert slug in {c.party for w in barnet().elections[0].wards for c in w.candidates}
