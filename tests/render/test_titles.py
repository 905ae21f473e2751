"""A title counts what is shown, and says of how many."""

from __future__ import annotations

import pytest

from wardcheck.cli.main import run
from wardcheck.words import with_count


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "margins barnet-2018 --limit 5",
            "Barnet, 3 May 2018: 21 wards, 63 seats, turnout 44.2 % (all papers at the count); 5 of 21 wards shown",
        ),
        (
            "margins barnet-2018 --where margin<60 --between-parties",
            "Barnet, 3 May 2018: 5 wards, 15 seats, turnout 47.2 % (all papers at the count); 5 of 21 wards shown",
        ),
        ("parties barnet-2018 --party lab", "Barnet, 3 May 2018: 21 wards, 63 seats won; 1 of 8 parties shown"),
        ("parties barnet-2018 --where seats>0", "Barnet, 3 May 2018: 21 wards, 63 seats won; 2 of 8 parties shown"),
        ("parties barnet-2018 --by ward --limit 3", "Barnet, 3 May 2018: 21 wards, 63 seats won; 3 of 85 rows shown"),
        ("parties barnet-2018 --ward hale", "Hale, Barnet, 3 May 2018: 1 ward, 3 seats won"),
        (
            "close barnet-2018 --limit 3",
            "Barnet, 3 May 2018: 6 seats within 100 votes of another party; 3 of 6 rows shown",
        ),
        (
            "close barnet-2018 --where margin<40 --limit 3",
            "Barnet, 3 May 2018: 4 seats within 100 votes of another party; 3 of 6 rows shown",
        ),
        (
            "close barnet-2018 --party lab --limit 3",
            "Barnet, 3 May 2018, Lab: 4 targets, 2 defences within 100 votes; 3 of 6 rows shown",
        ),
        (
            "slates barnet-2018 --ward hale --limit 1",
            "Hale, Barnet, 3 May 2018: in 0 of 3 full slates of three, 0.0 %, the candidate first by surname "
            "had the most votes; 33.3 % would be expected if surnames had no bearing on votes; 1 of 3 slates shown",
        ),
        ("turnout barnet-2018 --limit 8", "Barnet, 3 May 2018: 21 wards, turnout 44.2 %; 8 of 21 wards shown"),
        ("turnout barnet-2018", "Barnet, 3 May 2018: 21 wards, turnout 44.2 %"),
        ("turnout barnet-2014 barnet-2018 --by election --limit 1", "2 elections: 42 wards; 1 of 2 elections shown"),
        ("councillors barnet-2018 --limit 9", "Barnet, 3 May 2018: 63 councillors; 9 of 63 councillors shown"),
        (
            "elections barnet-2018 barnet-2014 --limit 1",
            "2 elections of 1 council: 42 wards, 126 seats; 1 of 2 elections shown",
        ),
        (
            "find trevethan barnet-2018 barnet-2014 --limit 1",
            "“trevethan”: 2 candidacies under 1 name, in 2 elections; 1 of 2 candidacies shown",
        ),
        ("change barnet-2018 --limit 2", "Barnet, 22 May 2014 to 3 May 2018: 21 wards compared; 2 of 9 rows shown"),
        (
            "change barnet-2018 --party lab --measure all",
            "Barnet, 22 May 2014 to 3 May 2018: 21 wards compared; 1 of 9 rows shown",
        ),
        ("change barnet-2018 --ward hale", "Barnet, 22 May 2014 to 3 May 2018: 21 wards compared; 4 of 101 rows shown"),
        (
            "swing barnet-2018 --between con,lab --ward hale",
            "Barnet, 22 May 2014 to 3 May 2018: 21 wards compared, swing to Con from Lab; 1 of 22 rows shown",
        ),
        (
            "flows derby-2018 --party lab",
            "Derby, 22 May 2014 to 3 May 2018: 17 wards compared, bounds alone; 9 of 72 rows shown",
        ),
        (
            "history barnet --limit 2",
            "Barnet: 4 ordinary elections and 3 by-elections, 2014 to 2026; 1 of 7 polls shown",
        ),
        (
            "ward barnet-2018 hale --limit 3",
            "Hale, Barnet, 3 May 2018: 3 seats, 10 candidates; 3 of 10 candidates shown",
        ),
        (
            "whatif barnet-2018 --between con,lab --limit 4",
            "Barnet, 3 May 2018: control goes to Labour Party beyond a swing of 2.02 to Lab; as declared Con 38, Lab "
            "25, others 0; 4 of 52 rows shown.",
        ),
        ("ties hertsmere-2019 sutton-2018 --limit 1", "2 elections: a lot decided in 2 wards; 1 of 2 wards shown"),
        (
            "claims docs/claims/kenilworth-2019.yaml --limit 1",
            "6 claims: 4 hold, 1 fails and 1 is undecidable; 1 of 6 claims shown",
        ),
        (
            "margins barnet-2018 --ward hale --ward oakleigh --limit 1",
            "2 of 21 wards of Barnet, 3 May 2018: 2 wards, 6 seats, turnout 48.2 % (all papers at the count); "
            "1 of 2 wards shown",
        ),
        (
            # by hand: the party margins of Chiswick Riverside and Gunnersbury, 9 and 23, and papers rejected, 9 and 25
            "margins hounslow-2022 --rejected",
            "Hounslow, 5 May 2022: 2 wards, 6 seats, turnout 40.7 % (all papers at the count); 2 of 22 wards shown",
        ),
        ("margins barnet-2014 barnet-2018 --ward hale", "2 of 42 wards of 2 elections: 2 wards, 6 seats"),
        (
            "close barnet-2018 --ward hale --ward high-barnet",
            "2 of 21 wards of Barnet, 3 May 2018: 1 seat within 100 votes of another party",
        ),
        (
            "splits wandsworth-2018 --limit 1 --ward balham --ward bedford",
            "2 of 20 wards of Wandsworth, 3 May 2018: at least 770 of 10,485 papers were split between parties; "
            "1 of 2 wards shown",
        ),
    ],
)
def test_a_title_counts_what_is_shown(
    line: str, title: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    assert run([*line.split(), "-f", "table"]) == 0
    words = capsys.readouterr().out.partition("\n\n")[0]
    assert " ".join(words.split()) == title


def test_a_count_ends_a_sentence_before_its_full_stop() -> None:
    assert with_count("It was so.", 1, 2, "ward", "wards") == "It was so; 1 of 2 wards shown."
    assert with_count("It was so.", 2, 2, "ward", "wards") == "It was so."
    assert with_count("Wards", 0, 1_234, "ward", "wards") == "Wards; 0 of 1,234 wards shown"


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
    assert lines[0] == "Barnet, 3 May 2018: 25 councillors; 25 of 63 councillors shown"
    assert "Seats by party: Lab 25." in lines
