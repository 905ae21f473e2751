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


@pytest.mark.parametrize("more", [[], ["--between-parties"]])
def test_remarks_on_wards_that_are_not_shown_say_so(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    # Hanworth Village of Hounslow 2022 has more votes than its papers could hold, and is not the closest
    line = ["margins", "hounslow-2022", "-f", "table", *more]
    assert run([*line, "--limit", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("Of all 22 wards, shown or not:")
    assert "Hanworth Village" in " ".join(lines[at + 1 :])
    assert run(line) == 0
    assert "shown or not" not in capsys.readouterr().out
    assert run([*line, "--where", "margin < 10"]) == 0  # its margin is 15
    assert "Hanworth Village" not in capsys.readouterr().out


def test_seats_by_party_are_of_the_councillors_kept(capsys: pytest.CaptureFixture[str]) -> None:
    # Barnet 2018 elected 38 Conservatives and 25 of Labour
    assert run(["councillors", "barnet-2018", "--where", "party = lab", "-f", "table"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Barnet, 3 May 2018: 25 councillors"
    assert "Seats by party: Lab 25." in lines
