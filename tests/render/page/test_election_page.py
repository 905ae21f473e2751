"""A page about an election: sound HTML, the figures of the analyses, and no more than is known."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from analysis.builders import contest, stood, won
from analysis.builders import election as built

import wardcheck
from render.page.pages import answer, page_of, parsed, section, table, words
from wardcheck.cli.main import run
from wardcheck.facts.background import background
from wardcheck.model import Ballots, Election, MissingContest, Source, TieBreak
from wardcheck.render import canvas
from wardcheck.render.page.style import STYLE
from wardcheck.store import Store

pytestmark = pytest.mark.usefixtures("each_chart_is_drawn_once")
DRAWS = pytest.mark.skipif(not canvas.can_draw(), reason="needs the extra charts")
HOSTILE = "</td><script>alert(1)</script> & \"Co\" 'x' \x1b[31m --> <!-- ]]>"


def _classes(element: Element) -> list[str]:
    return str(element.get("class")).split()


@pytest.fixture(scope="module")
def barnet(shipped: Store) -> str:
    return page_of(shipped.election("barnet-2018"), shipped, shipped.election("barnet-2014"))


def test_the_figures_of_barnet(barnet: str) -> None:
    # by hand: High Barnet's declaration (2,605 and 2,604), 38 and 25 of 63 seats, 110,378 papers of 249,738 electors
    root = parsed(barnet)
    assert [words(h1) for h1 in root.iter("h1")] == ["Barnet: council election of 3 May 2018"]
    assert answer(root, "seats") == (
        "Conservative and Unionist Party, with 38 of 63 seats: 13 seats more than all others together."
    )
    assert (
        answer(root, "close")
        == "Closest of all in High Barnet, where Robert Teare (Con) was 1 vote ahead of Amy Trevethan (Lab)."
    )
    assert answer(root, "turnout") == "44.2 %: 110,378 papers of 249,738 electors."
    assert table(root, "margins")[0] == {
        "Ward": "High Barnet",
        "Margin": "1",
        "Last elected": "Con 2,605 Robert Teare",
        "First not elected": "Lab 2,604 Amy Trevethan",
        "Turnout, %": "55.4",
    }
    assert answer(root, "control").startswith(
        "The cheapest change ends control by Conservative and Unionist Party, with 7 seats fewer: 602 "
    )


def test_tables_have_the_rows_of_the_analyses(barnet: str, shipped: Store) -> None:
    root = parsed(barnet)
    then, now = shipped.election("barnet-2014"), shipped.election("barnet-2018")
    names = {ward.slug: ward.name for ward in now.wards}
    assert [(row["Ward"], int(row["Margin"].replace(",", ""))) for row in table(root, "margins")] == [
        (names[row.ward or ""], row.margin) for row in wardcheck.margins(now)
    ]
    assert [row["% in 2018"] for row in table(root, "change")] == [
        f"{row.share_to_pct:.1f}" for row in wardcheck.change(then, now)
    ]
    assert [row["Turnout, %"] for row in table(root, "turnout")] == [
        f"{row.turnout_pct:.1f}" for row in wardcheck.turnout(now)
    ]
    assert [int(row["Split, at least"]) for row in table(root, "splits")] == [
        row.split_min for row in wardcheck.splits(now)
    ]
    assert sum(int(row["Seats"]) for row in table(root, "seats")) == 63
    assert len(table(root, "elected")) == 63
    swings = table(root, "swing")
    assert swings[0]["Ward"] == "All of them"
    assert [row["Swing"] for row in swings[1:]] == [
        f"{abs(row.butler_pp or 0):.1f} to {'Con' if (row.butler_pp or 0) > 0 else 'Lab'}"
        for row in wardcheck.swing(then, now, "con", "lab")[1:]
    ]


def test_every_command_on_it_runs_and_prints_its_figures(
    barnet: str, capsys: pytest.CaptureFixture[str], repository: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(repository))
    root = parsed(barnet)
    commands = {one.get("aria-labelledby"): [words(code) for code in one.iter("code")] for one in root.iter("section")}
    assert all(commands.values())
    printed = {}
    for name, (line,) in commands.items():
        program, *rest = shlex.split(line)
        assert program == "wardcheck"
        assert run([*rest, "-f", "table"]) == 0, line
        printed[name] = capsys.readouterr().out
    for row in table(root, "close"):
        assert re.search(rf"{row['Ward']} +{row['Margin']} ", str(printed["close"]))
    assert "602 further voters" in " ".join(str(printed["control"]).split())


@DRAWS
def test_it_is_one_file_that_can_be_read_by_everybody(barnet: str) -> None:
    root = parsed(barnet)
    assert root.get("lang") == "en-GB"
    assert not [*root.iter("script"), *root.iter("img"), *root.iter("link"), *root.iter("iframe")]
    assert "url(http" not in barnet
    assert "@import" not in barnet
    ids = [str(element.get("id")) for element in root.iter() if element.get("id") is not None]
    assert len(ids) == len(set(ids))
    assert {str(a.get("href"))[1:] for a in root.iter("a") if str(a.get("href")).startswith("#")} <= set(ids)
    for found in root.iter("table"):
        assert found.find("caption") is not None
        assert {th.get("scope") for th in found.iter("th")} == {"col", "row"}
        assert all(words(th) for th in found.iter("th"))
    drawings = [one for one in root.iter() if one.tag.endswith("svg")]
    assert len(drawings) == 10
    for one in drawings:
        assert one.get("role") == "img"
        assert all(name in ids for name in str(one.get("aria-labelledby")).split())
        # a long source line is several texts
        assert "Made with wardcheck." in " ".join(words(text) for text in one.iter() if text.tag.endswith("text"))
    levels = [int(element.tag[1]) for element in root.iter() if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels[0] == 1
    assert set(levels[1:]) == {2}


def test_letters_stand_out_from_what_is_behind_them() -> None:
    """WCAG 2: the contrast of text is 4.5 to 1 at least (AA)."""

    def light(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    colours = {
        c if len(c) == 7 else "#" + "".join(2 * x for x in c[1:]) for c in re.findall(r"[^-]color: (#\w+)", STYLE)
    }
    assert colours == {"#1a1a1a", "#454545", "#0b4f9e"}
    inks = colours | {"#595959"}  # the softest in a chart
    for behind in ("#ffffff", "#fff6e8", "#f0f0f0"):
        for ink in inks:
            assert (light(behind) + 0.05) / (light(ink) + 0.05) >= 4.5


def test_a_hostile_name_is_a_name(shipped: Store) -> None:
    barnet = shipped.election("barnet-2018")
    ward = barnet.wards[0]
    candidates = tuple(replace(c, name=f"{HOSTILE}{n}") for n, c in enumerate(ward.candidates))
    one = replace(ward, name=HOSTILE, candidates=candidates, tie_break=None)
    sources = {"x": Source("x", HOSTILE, url="javascript:alert(1)")}
    page = page_of(replace(barnet, council=HOSTILE, wards=(one, *barnet.wards[1:]), sources=sources), shipped)
    root = parsed(page)
    assert not list(root.iter("script"))
    assert "\x1b" not in page
    assert "javascript:" not in {str(a.get("href"))[:11] for a in root.iter("a")}
    assert " ".join(HOSTILE.replace("\x1b", "\\x1b").split()) in words(next(root.iter("h1")))
    assert len(table(root, "margins")) == 21


def test_a_council_that_was_redrawn_is_compared_as_a_whole(
    shipped: Store, capsys: pytest.CaptureFixture[str], repository: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(repository))
    root = parsed(page_of(shipped.election("bromley-2022"), shipped, shipped.election("bromley-2018")))
    (line,) = (words(code) for code in section(root, "change").iter("code"))
    assert line == "wardcheck change bromley-2018 bromley-2022 --whole-council"
    assert run([*line.split()[1:], "-f", "table"]) == 0
    printed = capsys.readouterr().out
    assert all(row["Change"].replace("\u2212", "-") in printed for row in table(root, "change"))
    assert answer(root, "swing").endswith("points to Lab, of the whole council, whose wards were redrawn.")
    assert [row["Ward"] for row in table(root, "swing")] == ["Whole council"]


# -- what is not known, or not there -----------------------------------------------------------------------


TWO = (won("Ada", "lab", 500), stood("Bo", "con", 400))
FIRST = contest(1, *TWO, slug="first", electorate=2000, ballots=Ballots(at_count=910, valid=900, rejected_total=10))
SECOND = contest(1, won("Cy", "con", 300), stood("Di", "lab", 299), slug="second")


def test_a_council_that_is_not_complete_says_so_first(shipped: Store) -> None:
    town = built(
        FIRST,
        kind="all",
        seats_total=3,
        contests=2,
        missing=(MissingContest("Second Ward", "not declared yet", 2),),
    )
    root = parsed(page_of(town, shipped))
    warning = next(words(div) for div in root.iter("div") if div.get("class") == "warning")
    assert warning.startswith("These results are not complete. 1 contest of Town, 3 May 2018 is not in these results")
    assert "2 seats of this election have no declared winner here." in warning
    assert answer(root, "seats") == "These results alone do not tell: 1 contest is not in these results (Second Ward)."
    assert "control" not in {one.get("aria-labelledby") for one in root.iter("section")}


def test_a_council_with_a_seat_that_nobody_has_says_so_first(shipped: Store) -> None:
    root = parsed(page_of(shipped.election("north-kesteven-2019"), shipped))
    warning = next(words(div) for div in root.iter("div") if div.get("class") == "warning")
    assert warning == "These results are not complete. The wards in these results have 42 of the council's 43 seats."


def test_a_declaration_that_contradicts_itself_is_called_so(shipped: Store) -> None:
    # by hand from the file: two are marked as elected to the one seat of Cramlington Village
    root = parsed(page_of(shipped.election("northumberland-2025"), shipped))
    warning = next(words(div) for div in root.iter("div") if div.get("class") == "warning")
    assert warning.startswith("These results contradict themselves.")
    assert "(2 elected to 1 in Cramlington Village)" in warning
    (margin,) = (row["Margin"] for row in table(root, "margins") if row["Ward"] == "Cramlington Village")
    assert margin == "no margin"
    # and turnout by definition is not called a reported one: 61 wards have it
    assert "A turnout is reported in all 69 wards by another definition" in words(section(root, "turnout"))


def test_the_wards_in_which_seats_changed_hands_are_listed(shipped: Store) -> None:
    # by hand, the second of two elected in 2021, whose seat was up: Abrishami (Lab) in Donnington, Haines (Ind) in
    # Marston, Cook (Lab) in Osney and St Thomas; a Green was elected there in 2022, and nowhere else another party
    oxford = shipped.election("oxford-2022")
    root = parsed(page_of(oxford, shipped, known=background(oxford, shipped)))
    seats, moves, changed = section(root, "seats").iter("table")
    assert [words(head) for head in seats.iter("th")][:5] == ["Party", "Won now", "Before", "Change", "Seats"]
    # by hand, of the 24 seats up: Labour had 17 and lost two of them, the independents two and lost one
    assert [[words(cell) for cell in row] for row in moves.iter("tr")] == [
        ["Party", "Held", "Gained", "Lost"],
        ["Labour Party", "15", "0", "2"],
        ["Liberal Democrats", "4", "0", "0"],
        ["Green Party", "1", "3", "0"],
        ["Independent", "1", "0", "1"],
    ]
    assert [[words(cell) for cell in row] for row in changed.iter("tr")][1:] == [
        ["Donnington", "Green", "Lab"],
        ["Marston", "Green", "Ind"],
        ["Osney and St Thomas", "Green", "Lab"],
    ]


def test_a_reported_turnout_is_shown_as_reported(shipped: Store) -> None:
    oxford = shipped.election("oxford-2022")
    root = parsed(page_of(oxford, shipped, None))
    percentages = {w.name: w.turnout_reported.pct for w in oxford.wards if w.turnout_reported is not None}
    electors = {w.name: w.electorate or 0 for w in oxford.wards}
    mean = sum(pct * electors[name] for name, pct in percentages.items()) / sum(electors.values())
    assert (
        answer(root, "turnout")
        == f"{mean:.1f} %: the percentages that the source reports of the wards, taken together."
    )
    rows = table(root, "turnout")
    assert {row["Ward"]: float(row["As reported, %"]) for row in rows} == percentages
    assert [float(row["As reported, %"]) for row in rows] == sorted(percentages.values(), reverse=True)
    assert "Turnout, %" not in rows[0]
    said = words(section(root, "turnout"))
    assert "Not known: papers at the count and valid papers in all 24 wards." in said
    assert "rejected ones included" not in said  # that is the definition of another figure


def test_independents_are_many_and_no_party(shipped: Store) -> None:
    # by hand: 9 and 9 votes of 35 for independents, 9 for the Labour Party, 8 for the Liberal Democrats
    wards = [
        contest(1, won("Gil", "ind", 9), stood("Hal", "ld", 8), slug="third"),
        contest(1, won("Ida", "ind", 9), stood("Jo", "lab", 9), slug="fourth"),
    ]
    root = parsed(page_of(built(*wards, kind="all", seats_total=2), shipped))
    assert answer(root, "parties").startswith("Independents together polled most: 51.4 % of the votes")


def test_a_list_of_many_wards_is_folded(shipped: Store) -> None:
    barnet = shipped.election("barnet-2022")
    root = parsed(page_of(barnet, shipped, shipped.election("barnet-2018")))
    _, folded = section(root, "seats").iter("details")
    assert words(next(folded.iter("summary"))) == "21 wards of Barnet, 3 May 2018 have none in Barnet, 5 May 2022"
    assert words(next(folded.iter("p"))).startswith("Brunswick Park, Burnt Oak, ")
    # by hand: barnet-2018 has 21 wards, and none of their names has a comma
    assert words(next(folded.iter("p"))).count(", ") == 20


def test_where_the_way_of_counting_decides_its_figures_are_there(
    shipped: Store, capsys: pytest.CaptureFixture[str], repository: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(repository))
    then, now = shipped.election("oxford-2021"), shipped.election("oxford-2022")
    moved = section(parsed(page_of(now, shipped, then)), "change")
    _, ways = moved.iter("table")
    lines = [[words(cell) for cell in row] for row in ways.iter("tr")]
    assert lines[0] == ["Party", "Top", "Sum", "Mean", "Per seat"]
    labour = next(line for line in lines if line[0] == "Labour Party")

    def polled(election: Election) -> list[tuple[list[int], int]]:
        return [([c.votes or 0 for c in w.candidates if c.party == "lab"] or [0], w.seats) for w in election.wards]

    # each way worked out here from the votes of the candidates
    ways_of_counting: list[Callable[[list[int], int], float]] = [
        lambda votes, _: max(votes),
        lambda votes, _: sum(votes),
        lambda votes, _: sum(votes) / len(votes),
        lambda votes, seats: sum(votes) / seats,
    ]
    by_hand = [
        sum(way(*one) for one in polled(now)) - sum(way(*one) for one in polled(then)) for way in ways_of_counting
    ]
    assert [int(text.replace("\u2212", "-").replace(",", "")) for text in labour[1:]] == pytest.approx(by_hand, abs=1)
    assert min(by_hand) < 0 < max(by_hand)
    *_, line = (words(code) for code in moved.iter("code"))
    assert run([*line.split()[1:], "-f", "table"]) == 0
    printed = capsys.readouterr().out
    assert all(text.replace("\u2212", "-") in printed for text in labour[1:])
    # and where none disagree there is one table and one command
    barnet = section(
        parsed(page_of(shipped.election("barnet-2018"), shipped, shipped.election("barnet-2014"))), "change"
    )
    assert (len(list(barnet.iter("table"))), len(list(barnet.iter("code")))) == (1, 1)


def test_words_of_the_trade_are_explained_where_they_first_stand(barnet: str) -> None:
    root = parsed(barnet)
    index, swing, moved = (words(section(root, name)) for name in ("parties", "swing", "change"))
    assert "Gallagher's index of how far shares of seats are from shares of votes" in index
    assert swing.index("half of the points") < swing.index("Swing in each ward")
    assert "worked out before figures are rounded" in moved


def test_notes_on_columns_that_a_telephone_leaves_out_are_left_out_with_them(barnet: str) -> None:
    """``.w`` is not shown on a telephone nor on paper: of a column and of what is said of it alike."""
    root = parsed(barnet)
    hidden = {
        name: (
            [words(th) for th in found.iter("th") if "w" in _classes(th)],
            [p for p in found.iter("p") if "w" in _classes(p)],
        )
        for found in root.iter("section")
        if (name := str(found.get("aria-labelledby")))
    }
    for name, (titles, notes) in hidden.items():
        shown = " ".join(words(p) for p in section(root, name).iter("p") if "w" not in _classes(p))
        for title in titles:
            assert f"{title}: " not in shown, title
        for note in notes:
            assert words(note).partition(":")[0] in titles, name
    assert [words(note)[:12] for note in hidden["close"][1]] == ["Votes to win"]
    assert [words(note)[:5] for note in hidden["swing"][1]] == ["Steed"]
    assert "Held" in {words(th) for th in section(root, "seats").iter("th") if "w" not in _classes(th)}


def test_names_with_initials_are_said_to_be_those_of_the_source(shipped: Store) -> None:
    said = "with the surname first and initials after it"
    for slug, so in (("oxford-2022", True), ("barnet-2018", False)):  # Morris A., and Robert Teare
        foot = next(parsed(page_of(shipped.election(slug), shipped)).iter("footer"))
        assert (said in words(foot)) == so, slug


def test_readers_are_not_told_of_a_store_nor_of_names_that_commands_take(shipped: Store) -> None:
    # Derby elects by thirds, and its election of 2015 is not there: by hand, 17 wards and 51 seats
    derby = shipped.election("derby-2018")
    root = parsed(page_of(derby, shipped, known=background(derby, shipped)))
    assert answer(root, "seats") == (
        "These results alone do not tell: 17 seats of 51 were up, and it is not in these results who held the others."
    )
    codes = {words(code) for code in root.iter("code")}
    body = words(next(root.iter("body")))
    for code in sorted(codes, key=len, reverse=True):
        body = body.replace(code, "")
    assert "derby-20" not in body
    assert not re.search(r"in the store|\.yaml|seats_total", body)


def test_sentences_fit_a_party_whose_name_is_a_plural(shipped: Store) -> None:
    said = words(section(parsed(page_of(shipped.election("kingston-upon-hull-2018"), shipped)), "whatif"))
    assert "Control goes to Liberal Democrats beyond a swing of 12.62 to LD." in said


def test_independents_are_explained_where_there_is_a_line_of_them(shipped: Store) -> None:
    third = contest(1, won("Gil", "ind", 9), stood("Hal", "ld", 8), slug="third")
    for wards, so in (([FIRST, SECOND, third], True), ([FIRST, SECOND], False)):
        root = parsed(page_of(built(*wards, kind="all", seats_total=len(wards)), shipped))
        assert ("An independent is a party of one" in words(section(root, "parties"))) == so


def test_bounds_over_papers_that_may_be_rejected_do_not_pass_for_the_truth(barnet: str, shipped: Store) -> None:
    # of Barnet the papers at the count are known; here is a ward whose valid papers are
    two = (won("Ada", "lab", 600), won("Bo", "con", 500), stood("Cy", "con", 400), stood("Di", "lab", 300))
    valid = contest(
        2, *two, slug="valid", electorate=2000, ballots=Ballots(at_count=1010, valid=1000, rejected_total=10)
    )
    of_valid = words(section(parsed(page_of(built(valid, kind="by-election"), shipped)), "splits"))
    at_count = words(section(parsed(barnet), "splits"))
    assert "The truth lies between them." in of_valid
    assert "rejected ones among them" not in of_valid
    assert "The truth lies between them." not in at_count
    assert "rejected ones among them" in at_count
    assert "plumped" not in at_count


def test_what_is_so_of_every_ward_is_not_folded_away(shipped: Store) -> None:
    # by hand: in 2021 each of the 24 wards of Oxford elected two, in 2022 one; of Derby's 17 Littleover alone changed
    oxford, derby = shipped.election("oxford-2022"), shipped.election("derby-2018")
    moved = section(parsed(page_of(oxford, shipped, shipped.election("oxford-2021"))), "change")
    assert not list(moved.iter("details"))
    assert "so that votes and seats are not like for like, in each of the 24 wards compared." in words(moved)
    moved = section(parsed(page_of(derby, shipped, shipped.election("derby-2014"))), "change")
    assert "in 1 ward: Littleover." in words(moved)


def test_what_no_swing_would_have_changed_is_said(shipped: Store) -> None:
    safe = [
        contest(1, won("A", "lab", 900), stood("B", "con", 90), slug=slug, ballots=Ballots(at_count=990, valid=990))
        for slug in ("one", "two", "three")
    ]
    near = contest(
        1, won("E", "lab", 500), stood("F", "con", 480), slug="near", ballots=Ballots(at_count=990, valid=990)
    )
    root = parsed(page_of(built(*safe, near, kind="all", seats_total=4), shipped))
    # by hand: a swing of 20 points moves 198 votes, and 900 - 198 are more than 90 + 198: 3 of 4 seats stay
    assert answer(root, "whatif") == (
        "No swing up to 20 points either way changes who has control; as declared Lab 4, Con 0, others 0."
    )


def test_what_a_swing_would_have_changed_where_control_is_not_judged(shipped: Store) -> None:
    wards = [
        contest(1, won("A", "lab", 500), stood("B", "con", con), slug=slug, ballots=Ballots(at_count=1000, valid=1000))
        for slug, con in (("one", 480), ("two", 410), ("three", 300))
    ]
    root = parsed(page_of(built(*wards, kind="thirds", seats_total=9), shipped))
    # by hand: 5 points move 50 votes, so that Conservatives have 530, 460 and 350 to 450
    assert answer(root, "whatif") == (
        "A swing of 5 points to Lab would have changed 0 seats, and one to Con 2; as declared Lab 3, Con 0, others 0."
    )


def test_a_third_whose_others_are_not_known(shipped: Store) -> None:
    root = parsed(page_of(built(FIRST, SECOND, kind="thirds", seats_total=6), shipped))
    assert answer(root, "seats").startswith("These results alone do not tell: 2 seats of 6 were up, and it is not in ")
    assert ".yaml" not in words(root)
    assert "2 of the council's 6 seats were up" in words(root)


def test_seats_that_changed_hands_are_of_the_wards_that_can_be_followed(shipped: Store) -> None:
    # four of the 13 wards filled two seats, and one in 2018: what became of these cannot be told ward by ward
    exeter = shipped.election("exeter-2022")
    root = parsed(page_of(exeter, shipped, known=background(exeter, shipped)))
    assert "Of the 9 wards that can be followed, seats changed hands in 2" in words(root)
    assert "17 of the council's 39 seats were up" in words(root)


def test_a_third_with_the_others(shipped: Store) -> None:
    town = built(FIRST, SECOND, kind="thirds", seats_total=6, continuing={"lab": 3, "con": 1})
    root = parsed(page_of(town, shipped))
    # by hand: 3 and 1 that were not up, 1 each that were: Labour 4 of 6, all others 2
    assert answer(root, "seats") == "Labour Party, with 4 of 6 seats: 2 seats more than all others together."
    (lab, con) = table(root, "seats")
    assert (lab["Won now"], lab["Seats"], con["Won now"], con["Seats"]) == ("1", "4", "1", "2")


def test_a_by_election(shipped: Store) -> None:
    root = parsed(page_of(built(SECOND, kind="by-election"), shipped))
    assert words(next(root.iter("h1"))) == "Town: by-election of 3 May 2018"
    assert answer(root, "turnout") == "It is not known: the sources give no electorate, or no ballot papers."
    assert not list(section(root, "turnout").iter("table"))
    # who runs the council is not what one seat tells
    assert words(section(root, "seats")).startswith("Who won? ")
    assert answer(root, "seats") == "Conservative and Unionist Party won the seat."
    both = parsed(page_of(built(FIRST, SECOND, kind="by-election"), shipped))
    assert answer(both, "seats") == "Conservative and Unionist Party won 1 of 2 seats and Labour Party 1."
    assert "Gallagher" not in words(root)


def test_a_third_whose_others_are_unknown_has_its_seats_once(shipped: Store) -> None:
    seats = table(parsed(page_of(built(FIRST, SECOND, kind="thirds", seats_total=6), shipped)), "seats")
    assert [set(row) & {"Won now", "Seats"} for row in seats] == [{"Seats"}] * 2


def test_one_sign_for_every_loss(barnet: str) -> None:
    root = parsed(barnet)
    # by hand: Green 10,800 to 7,435 votes, 10.9 to 6.5 %; Labour 30 to 25 seats
    (green,) = [row for row in table(root, "change") if row["Party"] == "Green Party"]
    assert (green["Change"], green["Points"]) == ("\u22123,365", "\u22124.3")
    assert [row["Change"] for row in table(root, "seats")] == ["+6", "\u22125", "\u22121"]


def test_a_seat_that_two_parties_came_near_is_no_two_seats(shipped: Store) -> None:
    again = "A seat has a line for each candidate of another party who came near it."
    one = contest(2, won("Bea", "con", 310), won("Cy", "con", 300), stood("Di", "lab", 290), stood("Fi", "lab", 1))
    two = replace(one, candidates=(*one.candidates, stood("Ed", "ld", 298)))
    assert again in words(section(parsed(page_of(built(two, kind="by-election"), shipped)), "close"))
    assert again not in words(section(parsed(page_of(built(one, kind="by-election"), shipped)), "close"))


def test_where_every_ward_has_one_seat_nothing_is_said_twice_and_nobody_is_last(shipped: Store) -> None:
    oxford = shipped.election("oxford-2022")
    root = parsed(page_of(oxford, shipped, known=background(oxford, shipped)))
    assert {ward.seats for ward in oxford.wards} == {1}
    assert "close" not in {one.get("aria-labelledby") for one in root.iter("section")}
    # by hand from the declaration of Osney and St Thomas: Muddiman 907, Cook 885
    assert table(root, "margins")[0] == {
        "Ward": "Osney and St Thomas",
        "Margin": "22",
        "Elected": "Green 907 Muddiman L.",
        "Second": "Lab 885 Cook C.",
    }
    assert "Seats" not in table(root, "control")[0]
    for name in ("margins", "parties", "control"):
        said = words(section(root, name))
        assert not re.search("[Ll]ast elected|slate|several votes|each candidate of", said), name
    # two of 2021's seats were to fill in each ward, so of a change it must be said
    assert "for a voter may have several votes" in words(section(root, "change"))


def test_where_a_margin_within_a_party_is_not_that_between_parties_both_stand(shipped: Store) -> None:
    near = contest(2, won("Ada", "lab", 500), won("Bo", "lab", 480), stood("Cy", "lab", 470), stood("Di", "con", 400))
    (row,) = table(parsed(page_of(built(near, kind="by-election"), shipped)), "margins")
    # by hand: 480 over 470 of one party; the only seat over another party's candidate is by 480 - 400
    assert (row["Margin"], row["Between parties"]) == ("10", "80")


def test_a_by_election_has_no_share_of_seats(shipped: Store) -> None:
    root = parsed(page_of(built(SECOND, kind="by-election"), shipped))
    assert answer(root, "parties") == "Conservative and Unionist Party polled most: 50.1 % of the votes."
    assert "% of seats" not in table(root, "parties")[0]
    assert not list(section(root, "parties").iter("figure"))


def test_nobody_in_control(shipped: Store) -> None:
    root = parsed(page_of(built(FIRST, SECOND, kind="all", seats_total=2), shipped))
    level = "Nobody has overall control: no party has more than half of the 2 seats."
    assert answer(root, "seats") == level  # one each: neither is the largest
    third = contest(1, won("Gil", "ind", 9), stood("Hal", "ld", 8), slug="third")
    fourth = contest(1, won("Ida", "lab", 9), stood("Jo", "ld", 8), slug="fourth")
    root = parsed(page_of(built(FIRST, SECOND, third, fourth, kind="all", seats_total=4), shipped))
    assert answer(root, "seats").endswith("more than half of the 4 seats. The largest, Labour Party, has 2.")


def test_an_unopposed_ward_and_no_other(shipped: Store) -> None:
    nobody = contest(2, won("Ed", "ind", None), won("Flo", "ld", None), slug="quiet", status="unopposed")
    root = parsed(page_of(built(nobody, kind="all", seats_total=2), shipped))
    assert table(root, "margins") == [{"Ward": "Quiet", "Margin": "unopposed"}]
    assert answer(root, "margins").startswith("No ward has a margin")
    assert [row["Votes"] for row in table(root, "elected")] == ["unopposed", "unopposed"]
    assert "close" not in {one.get("aria-labelledby") for one in root.iter("section")}


def test_a_lot(shipped: Store) -> None:
    drawn = TieBreak(400, ("Ada", "Bo"), "Ada", "a coin")
    two = (won("Cal", "lab", 500), won("Ada", "lab", 400), stood("Bo", "con", 400))
    level = contest(2, *two, slug="level", tie_break=drawn)
    root = parsed(page_of(built(level, SECOND, kind="all", seats_total=3), shipped))
    assert answer(root, "lots") == "Yes, in Level, where Ada (Lab) and Bo (Con) had 400 votes each."
    assert (
        answer(root, "close")
        == "Closest of all in Level, where a lot decided between Ada (Lab) and Bo (Con), who were level."
    )
    assert table(root, "lots")[0]["Effect on control"] == "Con would have won control from Lab"
    assert table(root, "margins")[0]["Margin"] == "by lot"


def test_the_same_page_twice(shipped: Store) -> None:
    hertsmere = shipped.election("hertsmere-2019")
    assert page_of(hertsmere, shipped) == page_of(hertsmere, shipped)


def test_without_the_library_the_tables_stand(shipped: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    page = page_of(shipped.election("barnet-2018"), shipped)
    root = parsed(page)
    assert not list(root.iter("figure"))
    assert "pip install 'wardcheck[charts]'" in words(root)
    assert len(table(root, "margins")) == 21


@DRAWS
@pytest.mark.parametrize("slug", ["barnet-by-2021-05-06", "bradford-2019", "derby-2018", "hertsmere-2019"])
def test_all_kinds_of_the_store_are_sound(shipped: Store, slug: str) -> None:
    election = shipped.election(slug)
    before = shipped.election(election.previous) if election.previous in shipped.slugs else None
    root = parsed(page_of(election, shipped, before))
    assert len(table(root, "margins")) == len(election.wards)
