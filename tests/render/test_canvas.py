"""What a drawing is: text that stays text, within its sheet, the same each time, at the places that the figures say."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import hypot
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("matplotlib")

from wardcheck.render import canvas
from wardcheck.render.canvas.half_circle import SHAPES, places, spacing
from wardcheck.render.canvas.lines import tick_words
from wardcheck.render.canvas.paper import PAD, own_settings, round_numbers, width_of, wrapped
from wardcheck.render.chart import Bloc, Chart, HalfCircle, Lines, Mark, Rule, Stairs, Steps, in_parts

NAMESPACE = "{http://www.w3.org/2000/svg}"
HOSTILE = "A <b>&amp;</b> $x^2$ {brace} \x1b[31mred ŵ 議 ]]>"
DOTS = Lines("dots", [Mark("North", 10, "10 Con over Lab", "#0087DC"), Mark("South", 40, "40", "#E4003B")], "Votes")
COUNCIL = HalfCircle([Bloc("Con 5", 5, 5, "#0087DC"), Bloc("Lab 4", 4, 2, "#E4003B")], ["Con", "has control"], "Hollow")
STEPS = Steps(
    [Stairs("A 3", [(-5, 2), (0, 3), (2, 4)], "#0087DC"), Stairs("B 2", [(-5, 3), (0, 2), (2, 1)], "#E4003B")],
    5,
    "Points",
    "Seats",
    Rule(3, "Control: 3"),
)
BODIES = [DOTS, COUNCIL, STEPS, Lines("arrows", [Mark("Con", 40, "30 to 40", "#0087DC", 30)], "%", Rule(35, "all"))]
EVERY = pytest.mark.parametrize("body", BODIES)


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314  our own text


def words(root: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{NAMESPACE}text")]


@EVERY
def test_it_can_be_read_aloud_searched_and_attributed(body: Lines | HalfCircle | Steps) -> None:
    root = parsed(canvas.svg(Chart("The title", "What it shows.", body, "Source: the returning officer.")))
    assert root.get("role") == "img"
    named = {element.get("id"): element.text for element in root.iter() if element.tag.endswith(("title", "desc"))}
    assert [named[name] for name in str(root.get("aria-labelledby")).split()] == ["The title", "What it shows."]
    assert "The title" in words(root)
    assert str(root.get("font-family")).endswith("sans-serif")
    assert not any("font-family" in str(element.get("style")) for element in root.iter())
    assert "Source: the returning officer." in words(root)


@EVERY
def test_it_is_the_same_whatever_a_user_has_set(body: Lines | HalfCircle | Steps) -> None:
    from matplotlib import rc_context

    chart = Chart("Title", "Alt.", body)
    drawn = canvas.svg(chart), canvas.png(chart)
    with rc_context({"font.size": 30, "svg.fonttype": "path", "axes.facecolor": "red", "lines.linewidth": 9}):
        assert (canvas.svg(chart), canvas.png(chart)) == drawn
    assert not re.search(r"\d{4}-\d\d-\d\d|[Mm]atplotlib", drawn[0])


@EVERY
def test_names_cannot_harm(body: Lines | HalfCircle | Steps) -> None:
    root = parsed(canvas.svg(Chart(HOSTILE, HOSTILE, body, HOSTILE)))
    shown = HOSTILE.replace("\x1b", "\\x1b")
    assert " ".join(words(root)).count(shown) == 2
    assert {element.tag for element in root.iter()} <= {
        f"{NAMESPACE}{tag}" for tag in ("svg", "title", "desc", "g", "defs", "path", "use", "text", "clipPath", "rect")
    }


@EVERY
def test_ids_of_two_in_one_page_differ(body: Lines | HalfCircle | Steps) -> None:
    chart = Chart("Title", "Alt.", body)
    ids = [set(re.findall(r'(?<=\bid=")[^"]+', canvas.inline_svg(chart, name))) for name in ("margins", "seats")]
    assert ids[0]
    assert not ids[0] & ids[1]
    text = canvas.inline_svg(chart, "margins")
    assert set(re.findall(r"(?:href=\"#|url\(#|labelledby=\")([\w-]+)", text)) <= ids[0]


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40)


@given(
    st.lists(st.tuples(NAMES, st.floats(-5000, 5000), NAMES), min_size=1, max_size=5),
    st.sampled_from([canvas.NARROW, canvas.WIDE]),
)
def test_no_mark_leaves_the_sheet(found: list[tuple[str, float, str]], width: float) -> None:
    marks = [Mark(label, at, said[:20]) for label, at, said in found]
    root = parsed(canvas.svg(Chart("Title", "Alt.", Lines("dots", marks, "Votes")), width=width))
    height = float(str(root.get("viewBox")).split()[3])
    for element in root.iter(f"{NAMESPACE}use"):
        assert PAD <= float(element.attrib["x"]) <= width - PAD
    for element in root.iter(f"{NAMESPACE}text"):
        assert 0 < float(element.attrib["y"]) < height


@pytest.mark.parametrize("width", [canvas.NARROW, canvas.WIDE])
def test_dots_stand_where_the_figures_are(width: float) -> None:
    figures = [0.0, 10.0, 25.0, 1000.0, 2500.0]
    marks = [Mark(f"Ward {n}", at, "") for n, at in enumerate(figures)]
    root = parsed(canvas.svg(Chart("Title", "Alt.", Lines("dots", marks, "Votes")), width=width))
    at = [float(element.attrib["x"]) for element in root.iter(f"{NAMESPACE}use")]
    assert len(at) == len(figures)
    across = (at[-1] - at[0]) / 2500
    assert [round((x - at[0]) / across) for x in at] == pytest.approx(figures, abs=10)  # two decimals of a point
    assert at[-1] - at[0] > width / 3


SIGNED = [Mark("North", 8.0, "8.0 to Con"), Mark("South", -0.5, "0.5 to Lab"), Mark("East", None, "undefined")]
ARROWS = [
    Mark("A", 10.0, "40.0 to 10.0 (\u221230.0)", "#0087DC", 40.0),
    Mark("B", 40.2, "40.0 to 40.2 (+0.2)", None, 40.0),
]
COLUMNS = pytest.mark.parametrize(
    "body",
    [
        Lines("dots", [Mark("Ward", at, f"{at} Lab over Green") for at in (22, 169, 439, 759)], "Votes"),
        Lines("dots", SIGNED, "Points", Rule(1.6, "Together"), signed=True),
        Lines("arrows", ARROWS, "%"),
        Lines("ranges", [Mark("North", 100.0, "at least 0", None, 0.0), Mark("South", 99.0, "at least 371")], "%"),
    ],
)


@COLUMNS
@pytest.mark.parametrize("width", [canvas.NARROW, canvas.WIDE])
def test_words_have_a_column_of_their_own_in_which_no_line_runs(body: Lines, width: float) -> None:
    root = parsed(canvas.svg(Chart("Title", "Alt.", body), width=width))
    said = {mark.words for mark in body.marks}
    (left,) = {float(text.attrib["x"]) for text in root.iter(f"{NAMESPACE}text") if text.text in said}
    assert left + max(width_of(words, 10.5) for words in said) == pytest.approx(width - PAD, abs=0.1)
    ends = [float(use.attrib["x"]) for use in root.iter(f"{NAMESPACE}use")]
    lines = [path for path in root.iter(f"{NAMESPACE}path") if re.search("stroke-width", path.get("style", ""))]
    assert lines
    for path in lines:
        if "clip-path" in path.attrib or "fill: none" in path.get("style", ""):
            ends += [float(x) for x, _ in re.findall(r"[ML] ([\d.]+) ([\d.]+)", path.attrib["d"])]
    assert max(ends) < left - 4.5  # half of a dot


@given(st.floats(0, 100), st.floats(0, 100))
def test_the_head_of_an_arrow_points_at_its_figure(since: float, at: float) -> None:
    ends = [Mark("", 0.0, "", None, 0.0), Mark("", 100.0, "", None, 100.0)]
    marks = [*ends, Mark("", at, "", "#0087DC", since)]
    root = parsed(canvas.svg(Chart("t", "a", Lines("arrows", marks, "%"))))
    low, high, *own = (float(str(use.get("x"))) for use in root.iter(f"{NAMESPACE}use"))
    a_point = (high - low) / 100
    if abs(at - since) * a_point < 2.99:
        assert own == [pytest.approx(low + at * a_point, abs=0.02)]  # a diamond, and nothing that could point elsewhere
    elif abs(at - since) * a_point > 3.01:
        ring, head = own
        assert ring == pytest.approx(low + since * a_point, abs=0.02)
        assert 2.7 < (low + at * a_point - head) * (1 if at > since else -1) < 4.6  # half of a head


@pytest.mark.parametrize("width", [canvas.NARROW, canvas.WIDE])
def test_the_figures_of_a_scale_do_not_touch(width: float) -> None:
    marks = [Mark("A long name of a ward", at, f"{at} Labour over Conservatives") for at in (-2_400, 2_496)]
    root = parsed(canvas.svg(Chart("t", "a", Lines("dots", marks, "Votes", signed=True)), width=width))
    found = [
        (float(text.attrib["x"]), width_of(text.text or "", 10.5) / 2)
        for text in root.iter(f"{NAMESPACE}text")
        if re.fullmatch(r"[+\u2212]?[\d,]+", text.text or "")
    ]
    assert len(found) >= 2
    assert all(b - half_b > a + half_a for (a, half_a), (b, half_b) in pairwise(found))
    assert "0" in words(root)


def test_a_mark_without_a_figure_says_why_and_has_no_place() -> None:
    root = parsed(canvas.svg(Chart("Title", "Alt.", Lines("dots", [Mark("North", None, "unopposed")], "Votes"))))
    assert "unopposed" in words(root)
    assert not list(root.iter(f"{NAMESPACE}use"))


def test_a_long_chart_has_parts_on_one_scale() -> None:
    marks = [Mark(f"Ward {n}", 100 * n, f"{n}") for n in range(30)]
    whole = Chart("Margins", "A dot each.", Lines("dots", marks, "Votes"), "Source: the returning officer.")
    assert in_parts(whole, whole=30, part=12) == [whole]
    parts = in_parts(whole, whole=29, part=12)
    bodies = [part.body for part in parts if isinstance(part.body, Lines)]
    assert [mark for body in bodies for mark in body.marks] == marks
    assert [len(body.marks) for body in bodies] == [10, 10, 10]
    assert [part.title for part in parts] == [f"Margins ({n} of 3)" for n in (1, 2, 3)]
    assert parts[1].alt == "A dot each. Part 2 of 3, from Ward 10 to Ward 19."
    # the largest is 2,900, in the third part alone, and every part has room for it
    ticks = [{"0", "1,000", "2,000", "3,000"} & set(words(parsed(canvas.svg(part)))) for part in parts]
    assert ticks == [{"0", "1,000", "2,000", "3,000"}] * 3
    council = Chart("Council", "Seats.", COUNCIL)
    assert in_parts(council, whole=1, part=1) == [council]


def test_blocs_have_a_shape_each_and_seats_that_were_not_up_are_hollow() -> None:
    text = canvas.svg(Chart("Title", "Alt.", COUNCIL))
    root = parsed(text)
    uses = [element.attrib for element in root.iter(f"{NAMESPACE}use")]
    seats, key = uses[:9], uses[9:]
    assert len(key) == 2
    assert len({use["href"] for use in seats[:5]}) == 1
    assert not {use["href"] for use in seats[:5]} & {use["href"] for use in seats[5:]}
    assert [("#ffffff" in use["style"]) for use in seats] == [False] * 7 + [True] * 2
    assert {"Con 5", "Lab 4", "Hollow"} <= set(words(root))
    assert len(set(SHAPES)) == len(SHAPES)


@given(st.integers(0, 200))
def test_seats_go_from_left_to_right_and_do_not_touch(seats: int) -> None:
    found = places(seats)
    assert len(found) == seats
    assert all(y > 0 and hypot(x, y) <= 1 for x, y in found)
    assert [x / hypot(x, y) for x, y in found] == pytest.approx(sorted(x / hypot(x, y) for x, y in found))
    apart = min((hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(found, 2)), default=1)
    assert apart > 0.8 * spacing(seats) if seats else not found


def test_seats_in_one_line_go_outwards() -> None:
    # 63 seats are five rows, some with a seat right in the middle
    middle = [y for x, y in places(63) if abs(x) < 1e-6]
    assert len(middle) > 1
    assert middle == sorted(middle)


def test_a_step_curve_holds_its_figure_until_the_next() -> None:
    # by hand: from −5 to 0 A has 2, from 0 to 2 it has 3, then 4: level, up, level, up, level
    root = parsed(canvas.svg(Chart("Title", "Alt.", STEPS)))
    paths = [element.attrib for element in root.iter(f"{NAMESPACE}path")]
    (of_a,) = [p["d"] for p in paths if "#0087dc" in p.get("style", "") and p["d"].count("L") > 1]
    points = [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", of_a)]
    moves = [("up" if b[1] < a[1] else "level") for a, b in pairwise(points)]
    assert moves == ["level", "up", "level", "up", "level"]
    left, zero, two, right = points[0][0], points[1][0], points[3][0], points[5][0]
    assert [(x - left) / (right - left) for x in (zero, two)] == pytest.approx([0.5, 0.7], abs=0.001)
    assert {"A 3", "B 2", "Control: 3", "−4", "+4"} <= set(words(root))


@given(st.text(st.sampled_from("abc W-"), max_size=60), st.floats(30, 300))
def test_wrapped_text_fits_and_loses_nothing(text: str, room: float) -> None:
    lines = wrapped(text, room)
    assert " ".join(lines).split() == text.split()
    assert all(width_of(line) <= room or " " not in line for line in lines)


def test_figures_of_a_scale() -> None:
    assert [tick_words(n) for n in (0.0, 2.5, 1500.0, -20.0)] == ["0", "2.5", "1,500", "−20"]
    assert [tick_words(n, signed=True) for n in (0.0, 5.0, -5.0)] == ["0", "+5", "−5"]
    assert round_numbers(0, 2496, 4)[:3] == [0, 1000, 2000]


def test_a_png_carries_its_words() -> None:
    drawn = canvas.png(Chart("The title", "What it shows.", DOTS, "Source: x"))
    assert drawn.startswith(b"\x89PNG")
    assert b"What it shows." in drawn
    with own_settings():
        assert canvas.png(Chart("The title", "What it shows.", DOTS, "Source: x")) == drawn
