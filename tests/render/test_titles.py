"""A title counts what is shown, and says of how many."""

from __future__ import annotations

import pytest

from wardcheck.cli.main import run


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("turnout barnet-2018 --limit 8", "Barnet, 3 May 2018: 8 of 21 wards, turnout of all 44.2 %"),
        ("turnout barnet-2018", "Barnet, 3 May 2018: 21 wards, turnout 44.2 %"),
        ("councillors barnet-2018 --limit 9", "Barnet, 3 May 2018: 9 of 63 councillors"),
        ("elections barnet-2018 barnet-2014 --limit 1", "1 of 2 elections of 1 council: 42 wards, 126 seats"),
        (
            "find trevethan barnet-2018 barnet-2014 --limit 1",
            "“trevethan”: 1 of 2 candidacies under 1 name, in 2 elections",
        ),
    ],
)
def test_a_title_counts_what_is_shown(line: str, title: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*line.split(), "-f", "table"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == title


def test_seats_by_party_are_of_the_councillors_kept(capsys: pytest.CaptureFixture[str]) -> None:
    # Barnet 2018 elected 38 Conservatives and 25 of Labour
    assert run(["councillors", "barnet-2018", "--where", "party = lab", "-f", "table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Barnet, 3 May 2018: 25 councillors"
    assert "Seats by party: Lab 25." in lines
