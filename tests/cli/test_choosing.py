"""Which elections and wards a command line means."""

from __future__ import annotations

from pathlib import Path

import pytest
from analysis.builders import contest, election, stood, won
from conftest import MakeStore

from wardcheck.cli.main import run


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str], make_store: MakeStore) -> object:
    """Run ``margins`` on a small store and give (election, ward) of each row."""
    a, b = won("A", "con", 9), stood("B", "lab", 8)
    far, near = contest(1, a, stood("B", "lab", 1), slug="far"), contest(1, a, b, slug="near")
    store = make_store(
        election(far, near, slug="town-2014"),
        election(near, slug="town-2018"),
        election(far, slug="city-2018"),
    )
    return lambda *words: _rows(capsys, store, *words)


def _rows(capsys: pytest.CaptureFixture[str], store: Path, *words: str) -> list[tuple[str, ...]]:
    argv = ["margins", *words, "--store", str(store), "--columns", "election,ward", "--no-header"]
    assert run(argv) == 0
    return [tuple(line.split("\t")) for line in capsys.readouterr().out.splitlines()]


T14N, T14F, T18N, C18F = ("town-2014", "near"), ("town-2014", "far"), ("town-2018", "near"), ("city-2018", "far")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["town-2014"], [T14N, T14F]),
        (["town-2014", "city-2018"], [T14N, C18F, T14F]),
        (["city-2018", "town-2014", "city-2018"], [T14N, C18F, T14F]),
        (["*-2018"], [T18N, C18F]),
        (["town-201[48]", "town-2014"], [T14N, T18N, T14F]),
        (["????-2014"], [T14N, T14F]),
        (["--all"], [T14N, T18N, C18F, T14F]),
        (["town-2014", "--ward", "far"], [T14F]),
        # an election without that ward has nothing to say
        (["--all", "--ward", "near"], [T14N, T18N]),
    ],
)
def test_chosen(lines: object, words: list[str], expected: list[tuple[str, str]]) -> None:
    assert callable(lines)
    assert lines(*words) == expected


def test_elections_without_words_lists_all(capsys: pytest.CaptureFixture[str], make_store: MakeStore) -> None:
    store = make_store(election(slug="town-2018"), election(slug="city-2018", council="City"))
    assert run(["elections", "--store", str(store), "--columns", "election", "--no-header"]) == 0
    assert capsys.readouterr().out == "city-2018\ntown-2018\n"
