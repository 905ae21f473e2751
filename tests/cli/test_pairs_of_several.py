"""``wardcheck change`` and ``swing`` over several elections, each compared with its own baseline."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from rich.cells import cell_len

from wardcheck.cli.main import run
from wardcheck.cli.many import Answers, Asked
from wardcheck.facts.baseline import baselines
from wardcheck.store import Store


def printed(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    assert run([*words]) == code
    out, err = capsys.readouterr()
    return out, err


def rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed(capsys, *words)[0]), delimiter="\t"))


LONDON = ("--region", "london", "--year", "2022")


@pytest.mark.parametrize("command", [["change"], ["change", "--by", "ward"], ["swing", "--between", "lab,con"]])
def test_rows_are_those_of_each_election_alone(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    together = rows(capsys, *command, "bexley-20[12]*", "croydon-*", "--year", "2018", "--year", "2022")
    alone = []
    for election in ("bexley-2018", "bexley-2022", "croydon-2018", "croydon-2022"):
        assert run([*command, election]) in (0, 1)
        alone += list(csv.DictReader(io.StringIO(capsys.readouterr().out), delimiter="\t"))
    assert together == alone
    assert {row["election_to"] for row in together} >= {"bexley-2022", "croydon-2022"}


def test_the_biggest_swing_in_london(capsys: pytest.CaptureFixture[str]) -> None:
    # best candidates of Barnet, see test_swing.py: ((43.0107 - 38.8648) + (44.3048 - 35.1106)) / 2 = 6.67
    table = printed(capsys, "swing", "--between", "Lab,Con", *LONDON, "-f", "table")[0].splitlines()
    assert table[0] == "32 elections, 5 May 2022: swing to Lab from Con since the election before"
    assert table[3].split()[:3] == ["Barnet", "+6.7", "Lab"]
    swings = [float(next(word for word in line.split() if word[0] in "+-0")) for line in table[3:35]]
    assert swings == sorted(swings, reverse=True)
    assert (swings[0], swings[-1]) == (6.7, -5.5)


def test_bars_point_the_way_of_the_swing_without_colour(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    table = printed(capsys, "swing", "--between", "lab,con", *LONDON, "-f", "table")[0].splitlines()[3:35]
    for line in table:
        left, right = line.split("│")
        assert left.endswith(("█", "▐")) == (" -" in left)
        assert right.startswith(" ") or " +" in left or " 0.0 " in left


def test_which_wards_flipped(shipped: Store, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, "change", "--by", "ward", "--where", "changed", *LONDON)
    flipped = {(row["election_to"], row["ward"]) for row in found}
    # by another route: whoever was elected, of the wards that keep their code
    expected = set()
    for slug in [slug for slug in shipped.slugs if slug.endswith("-2022") and slug[:-5] in {"croydon", "bexley"}]:
        after = shipped.election(slug)
        (before,) = (shipped.election(one) for one in baselines(after, shipped))
        codes = {ward.gss: ward for ward in before.wards}
        for ward in after.wards:
            then = codes.get(ward.gss)
            if then is not None and sorted({c.party for c in ward.elected}) != sorted({c.party for c in then.elected}):
                expected.add((slug, ward.slug))
    assert expected
    assert {one for one in flipped if one[0] in {"croydon-2022", "bexley-2022"}} == expected
    table = printed(capsys, "change", "--by", "ward", "--where", "changed", *LONDON, "-f", "table")[0]
    assert table.startswith(f"7 elections, 5 May 2022: {len(flipped)} wards, change of the vote")


def test_more_votes_and_fewer_seats(capsys: pytest.CaptureFixture[str]) -> None:
    # Lambeth 2018 to 2022: the Greens from 16,902 to 17,401 votes of best candidates, and from 5 seats to 2
    where = ("change", *LONDON, "--where", "votes_change > 0 and seats_change < 0")
    (row,) = rows(capsys, *where)
    assert (row["election_to"], row["party"], row["votes_change"], row["seats_change"]) == (
        *("lambeth-2022", "green"),
        *("499", "-3"),
    )
    assert "16,902  17,401" in printed(capsys, *where, "-f", "table")[0]


@pytest.fixture
def compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is compared is the same at each width of one test."""
    answers, known = Asked.answers, list[Answers]()

    def once(asked: Asked, ask: Any, **how: bool) -> Answers:
        if not known:
            known.append(answers(asked, ask, **how))
        return known[0]

    monkeypatch.setattr(Asked, "answers", once)


@pytest.mark.usefixtures("compared_once")
@pytest.mark.parametrize(
    "words",
    [
        ["change"],
        ["change", "--party", "lab"],
        ["change", "--by", "ward", "--where", "changed"],
        ["swing", "--between", "lab,con"],
        ["swing", "--between", "lab,con", "--where", "ward is not empty", "--limit", "9"],
    ],
)
def test_every_line_fits(words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (40, 80, 120, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        out, err = printed(capsys, *words, *LONDON, "-f", "table")
        assert err == ""
        assert all(cell_len(line) <= width and line == line.rstrip() for line in out.splitlines())
        assert "-2018" not in out.partition("\n\n")[2].partition("\n\n")[0] or width == 200


def test_a_line_a_council_has_its_seats(capsys: pytest.CaptureFixture[str]) -> None:
    table = printed(capsys, "change", *LONDON, "-f", "table")[0].splitlines()
    (barnet,) = (line for line in table if line.startswith("Barnet"))
    assert "Lab +16, Con -16" in barnet  # 25 to 41 and 38 to 22: see test_change.py
    assert table[0] == "32 elections, 5 May 2022: change of the vote since the election before"


def test_what_cannot_be_compared_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, "change", "derby-201[48]", "--no-header")
    assert {line.split("\t")[1] for line in out.splitlines()} == {"derby-2018"}
    assert "derby-2014 names no election before it" in err
    out, err = printed(capsys, "change", "--region", "south-east", "--year", "2014", "--no-header", code=1)
    assert out == ""
    (line,) = err.splitlines()
    assert line.startswith("wardcheck: 29 elections (adur-2014, basingstoke-and-deane-2014, cherwell-2014 and 26 more)")


def test_each_ward_of_a_by_election_has_its_own_latest_poll(capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys, "swing", "north-hertfordshire-by-2017-05-04", "--between", "con,ld", "--where", "wards = 1")
    by_ward = {row["ward"]: (row["election_from"], row["butler_pp"]) for row in found if row["ward"]}
    # Hitchin Priory: Con 684 of 1,545 to 717 of 1,721, LD 164 to 394: ((41.6618 - 44.2718) + (10.6149 - 22.8937)) / 2
    assert by_ward["hitchin-priory"] == ("north-hertfordshire-2016", "-7.4444")
    assert by_ward["royston-heath"][0] == "north-hertfordshire-2014"
    # what the store does not have is said, and the other ward is compared
    out, err = printed(capsys, "change", "st-edmundsbury-by-2018-05-03", "--no-header")
    assert {line.split("\t")[0] for line in out.splitlines()} == {"st-edmundsbury-by-2016-05-05"}
    assert "without an earlier poll in the store: haverhill-east." in err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["swing", *LONDON, "--between", "Laber,Con"], "--between: no party 'Laber' in "),
        (["change", *LONDON, "--party", "Laber"], "--party: no party 'Laber' in "),
        (["change", *LONDON, "--ward", "nowhere-at-all"], "no ward 'nowhere-at-all' in "),
        (
            ["change", *LONDON, "--chart", "chart.svg"],
            "--chart: expected one election with it, got 32; name one, such as barking-and-dagenham-2022",
        ),
        (
            ["swing", "north-hertfordshire-by-2017-05-04", "--between", "con,ld", "--chart", "chart.svg"],
            "--chart: north-hertfordshire-by-2017-05-04 has several elections to compare with; name one",
        ),
        (["change"], "expected an election, a council, a pattern, --region, --year or --all"),
        (["change", "barnet-2018", "a-2018", "bexley-2018"], "no election 'a-2018'"),
        (["change", "barnet-2018", "camden-2018"], "expected two elections of one council, got barnet-2018 (Barnet)"),
    ],
)
def test_what_cannot_be_done(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    out, err = printed(capsys, *words, code=2)
    assert out == ""
    assert message in err
    assert err.count("\n") == 1


def test_unmatched_names_the_wards_of_each(capsys: pytest.CaptureFixture[str]) -> None:
    _, err = printed(capsys, "change", "--by", "ward", "barnet-2022", "brent-2022", "bexley-2022", "--unmatched")
    told = [line for line in err.splitlines() if "Not compared" in line]
    # both councils were redrawn, and all wards then and now are named
    assert [line.split(": ")[1] for line in told] == ["barnet-2022", "barnet-2022", "brent-2022", "brent-2022"]
    assert all("whetstone" in line or "west-hendon" in line for line in told[:2])


@pytest.mark.parametrize("command", [["change"], ["change", "--by", "ward"], ["swing", "--between", "lab,con"]])
def test_three_that_are_named_each_have_their_own_baseline(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    named = ["camden-2018", "barnet-2018", "brent-2018"]
    together = rows(capsys, *command, *named)
    alone = [row for election in named for row in rows(capsys, *command, election)]
    assert together == alone
    assert {row["election_from"] for row in together} == {"camden-2014", "barnet-2014", "brent-2014"}
    # of one council too: no pair among three
    years = rows(capsys, *command, "barnet-2014", "barnet-2018", "barnet-2022")
    assert {(row["election_from"], row["election_to"]) for row in years} >= {("barnet-2014", "barnet-2018")}
    assert "barnet-2014" not in {row["election_to"] for row in years}


def test_what_could_be_compared_with_is_an_ordinary_election_before(shipped: Store) -> None:
    assert shipped.earlier("barnet-2014") == ()
    assert shipped.earlier("barnet-by-2016-05-05") == ("barnet-2014",)  # nothing later, though its slug sorts behind
    assert shipped.earlier("barnet-by-2021-05-06") == ("barnet-2014", "barnet-2018")
    assert shipped.earlier("barnet-2022") == ("barnet-2014", "barnet-2018")  # no by-election


@pytest.mark.usefixtures("compared_once")
@pytest.mark.parametrize("command", [["change", "--party", "green"], ["change"], ["swing", "--between", "lab,con"]])
def test_a_line_of_some_wards_says_so_at_every_width(
    command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Bexley has the wards of 2018, Barnet was redrawn
    for width in ("80", "120", "200"):
        monkeypatch.setenv("COLUMNS", width)
        table, _ = printed(capsys, *command, *LONDON, "-f", "table")
        lines = {line.split()[0]: line for line in table.splitlines() if line.split()}
        assert "17 wards" in lines["Bexley"]
        assert "council" in lines["Barnet"]


def test_a_table_says_that_it_has_one_measure_of_the_four_that_were_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    line = ["change", "croydon-20[12]*", "--measure", "all"]
    words = "The table has measure top alone; -f tsv and the like have all four."
    assert words in printed(capsys, *line, "-f", "table")[0]
    assert {row["measure"] for row in rows(capsys, *line)} == {"sum", "top", "mean", "per_seat"}
    assert words not in printed(capsys, "change", "croydon-2018", "--measure", "all", "-f", "table")[0]
    assert words not in printed(capsys, *line[:-2], "-f", "table")[0]
