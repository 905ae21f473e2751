"""Conditions on rows, against a filter in plain Python that knows nothing of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.errors import WardcheckError
from wardcheck.render.where import condition


@dataclass(frozen=True, slots=True)
class Row:
    """A row with a column of each kind."""

    ward: Annotated[str, "slug of the ward"]
    party: Annotated[str | None, "party, as a slug"]
    votes: Annotated[int | None, "votes"]
    share: Annotated[float | None, "percent"]
    day: Annotated[date | None, "the day"]
    changed: Annotated[bool | None, "whether it changed"]
    decided: Annotated[Literal["votes", "lot"] | None, "how"]
    name: Annotated[str, "a name"]
    before: Annotated[int | None, "votes before"]


def names(word: str) -> frozenset[str]:
    """A register of three parties; two of them share a name."""
    known = {"lab": {"lab"}, "labour": {"lab"}, "con": {"con"}, "ind": {"ind"}, "reform": {"con", "ref"}}
    return frozenset(known.get(word.casefold(), ()))


rows = st.builds(
    Row,
    ward=st.sampled_from(["hale", "high-barnet", "st-marys"]),
    party=st.sampled_from(["lab", "con", "ref", "x-hale-first", None]),
    votes=st.one_of(st.none(), st.integers(-3, 3)),
    share=st.one_of(st.none(), st.sampled_from([0.0, 0.12344, 0.12346, 50.0, 2 / 3])),
    day=st.one_of(st.none(), st.sampled_from([date(2014, 5, 22), date(2018, 5, 3)])),
    changed=st.one_of(st.none(), st.booleans()),
    decided=st.sampled_from(["votes", "lot", None]),
    name=st.sampled_from(["Ann", "ann lee", "O'Brien", ""]),
    before=st.one_of(st.none(), st.integers(-3, 3)),
)

Truth = bool | None
Plain = tuple[str, Callable[[Row], Truth]]
"""A text, and what it says in plain Python."""

SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda a, b: a == b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def compared(column: str, sign: str, word: str, value: Any, fold: Callable[[Any], Any] = lambda v: v) -> Plain:
    def plain(row: Row) -> Truth:
        found = getattr(row, column)
        return None if found in (None, "") else SIGNS[sign](fold(found), value)

    return f"{column}{sign}{word}" if len(word) % 2 else f"{column} {sign} {word}", plain


def turned(sign: str, number: int) -> Plain:
    """A value before the column."""

    def plain(row: Row) -> Truth:
        return None if row.votes is None else SIGNS[sign](number, row.votes)

    return f"{number} {sign} votes", plain


def column_pair(one: str, sign: str, two: str) -> Plain:
    def plain(row: Row) -> Truth:
        left, right = getattr(row, one), getattr(row, two)
        return None if None in (left, right) else SIGNS[sign](left, right)

    return f"{one} {sign} {two}", plain


def among(column: str, words: dict[str, Any], negative: bool) -> Plain:
    def plain(row: Row) -> Truth:
        value = getattr(row, column)
        return None if value is None else (value in words.values()) != negative

    return f"{column} {'NOT in' if negative else 'in'} ({', '.join(words)})", plain


def emptiness(column: str, negative: bool) -> Plain:
    return (
        f"{column} IS {'not ' * negative}Empty",
        lambda row: (getattr(row, column) in (None, "")) != negative,
    )


signs = st.sampled_from(sorted(SIGNS))
equal = st.sampled_from(["=", "!=", "<>", "=="])
simple: st.SearchStrategy[Plain] = st.one_of(
    st.integers(-4, 4).flatmap(lambda n: st.builds(lambda s: compared("votes", s, str(n), n), signs)),
    st.sampled_from([0.5, 0.1234, 0.1235, 0.6667, 50]).flatmap(
        lambda x: st.builds(lambda s: compared("share", s, str(x), x, lambda v: round(v, 4)), signs)
    ),
    st.builds(turned, signs, st.integers(-4, 4)),
    st.builds(lambda s: compared("day", s, "2018-05-03", date(2018, 5, 3)), signs),
    st.builds(lambda s: compared("ward", s, '"High Barnet"', "high-barnet"), equal),
    st.builds(lambda s: compared("party", s, "LABOUR", "lab"), equal),
    st.builds(lambda s: compared("party", s, "'Hale First'", "x-hale-first"), st.just("=")),
    st.builds(lambda s: compared("decided", s, "votes", "votes"), equal),
    st.builds(lambda s: compared("changed", s, "True", True), equal),
    st.builds(lambda s: compared("name", s, "O'Brien", "o'brien", str.casefold), signs),
    st.builds(lambda s: compared("name", s, '"ANN LEE"', "ann lee", str.casefold), signs),
    st.builds(lambda s: column_pair("votes", s, "before"), signs),
    st.builds(lambda n: among("votes", {"1": 1, "-2": -2, "3": 3}, n), st.booleans()),
    st.builds(lambda n: among("party", {"reform": "con", "Reform": "ref"}, n), st.booleans()),
    st.builds(
        emptiness, st.sampled_from(["party", "votes", "share", "day", "changed", "decided", "name"]), st.booleans()
    ),
    st.just(("changed", lambda row: row.changed)),
)


def _not(part: Plain) -> Plain:
    def plain(row: Row) -> Truth:
        truth = part[1](row)
        return None if truth is None else not truth

    return f"not ({part[0]})", plain


def _joined(word: str, parts: list[Plain]) -> Plain:
    """By Kleene's tables as least and greatest of 0, a half and 1."""
    degree = {False: 0.0, None: 0.5, True: 1.0}
    choose = min if word == "and" else max

    def plain(row: Row) -> Truth:
        return {0.0: False, 0.5: None, 1.0: True}[choose(degree[part(row)] for _, part in parts)]

    return f" {word} ".join(f"({text})" for text, _ in parts), plain


conditions: st.SearchStrategy[Plain] = st.recursive(
    simple,
    lambda parts: st.one_of(
        parts.map(_not),
        st.builds(_joined, st.sampled_from(["and", "or"]), st.lists(parts, min_size=1, max_size=3)),
    ),
    max_leaves=8,
)


@given(conditions, st.lists(rows, max_size=12))
def test_equal_to_a_plain_filter(stated: Plain, found: list[Row]) -> None:
    text, plain = stated
    one = condition(text, Row, names)
    assert [one.truth(row) for row in found] == [plain(row) for row in found], text


@given(simple, simple, simple, st.lists(rows, max_size=6))
def test_and_binds_closer_than_or_and_not_closest(a: Plain, b: Plain, c: Plain, found: list[Row]) -> None:
    one = condition(f"{a[0]} or NOT {b[0]} AND {c[0]}", Row, names)
    two = condition(f"({a[0]}) or ((not ({b[0]})) and ({c[0]}))", Row, names)
    assert [one.truth(row) for row in found] == [two.truth(row) for row in found]


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(
                [
                    *("votes", "party", "changed", "decided", "ward", "lab", "5", "2018-05-03", "1e9", "--", "𝟓", "٣"),
                    *("<", "=", "!=", "and", "or", "not", "in", "is", "empty", "(", ")", ","),
                    *("'", '"', "“", "”", "\n", "\x1b["),
                ]
            ),
            max_size=14,
        ).map(" ".join),
    )
)
def test_any_text_is_a_condition_or_a_message_with_its_place(text: str) -> None:
    try:
        one = condition(text, Row, names)
    except WardcheckError as error:
        what, *place = str(error).split("\n")
        assert what.startswith("--where: ")
        if place:
            line, caret = place
            assert caret.strip() == "^"
            assert len(caret) <= len(line) + 1
        return
    sample = Row("hale", None, 1, None, None, None, None, "", None)
    assert one.truth(sample) in (True, False, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("votse < 5", "no column 'votse'; nearest: votes\n  votse < 5\n  ^"),
        ("votes < abc", "votes: expected a number, got 'abc'\n  votes < abc\n          ^"),
        (
            "votes < 5 and day > 2018",
            "day: expected a date such as 2018-05-03, got '2018'\n  votes < 5 and day > 2018\n",
        ),
        ("day = 2018-02-30", "day: expected a date such as 2018-05-03, got '2018-02-30'"),
        ("decided = lots", "decided: never 'lots'; nearest: lot"),
        ("decided < lot", "decided: expected = or != with it, got <"),
        ("changed = maybe", "changed: expected true or false, got 'maybe'"),
        ("votes", "votes: expected =, !=, <, <=, >, >=, in or is after it\n  votes\n      ^"),
        ("votes 5", "expected a comparison (=, !=, <, <=, >, >=, in, is empty), got '5'\n  votes 5\n        ^"),
        ("(votes < 5", "expected ), got the end\n  (votes < 5\n            ^"),
        ("votes < 5)", "expected nothing more, got ')'\n  votes < 5)\n           ^"),
        ("votes <", "expected a column or a value, got the end\n  votes <\n         ^"),
        ("name = 'Ann", "expected a second quotation mark, got none\n  name = 'Ann\n         ^"),
        ("name = ''", "name: expected a word, got an empty one; for an empty column: name is empty\n"),
        ("votes = ward", "votes is a number, and ward a text: nothing to compare\n  votes = ward\n          ^"),
        ("5 < 6", "no column '5'"),
        ("", "expected a condition such as 'margin < 50', got none"),
        ("not " * 3000 + "changed", "expected a condition of at most 10,000 characters, got 12,007"),
        ("not (changed or " * 100 + "changed" + ")" * 100, "expected at most 60 conditions in one another, got more"),
        ("votes = 5\tand\nvots = 5", "no column 'vots'; nearest: votes\n  votes = 5\\tand\\nvots = 5\n"),
    ],
)
def test_what_is_wrong_and_where(text: str, message: str) -> None:
    with pytest.raises(WardcheckError) as error:
        condition(text, Row, names)
    assert str(error.value).startswith(f"--where: {message}")


@pytest.mark.parametrize(
    ("text", "share", "truth"),
    [
        ("share = 0.1234", 0.12344, True),
        ("share = 0.12344", 0.12344, False),
        ("share < 0.1234", 0.12338, False),
        ("share >= 0.6667", 2 / 3, True),
        ("share in (0.6667)", 2 / 3, True),
        ("0.1 < share", 0.12344, True),
        ("5 >= share", 5.00004, True),
    ],
)
def test_numbers_are_compared_as_they_are_printed(text: str, share: float, truth: bool) -> None:
    row = Row("hale", "lab", 1, share, None, True, None, "Ann", None)
    assert condition(text, Row, names).truth(row) is truth


def test_nests_of_any_depth_are_read() -> None:
    ann = Row("hale", "lab", 1, None, None, True, None, "Ann", None)
    assert condition("(" * 4000 + "changed" + ")" * 4000, Row, names).truth(ann)
    assert condition("not " * 2000 + "changed", Row, names).truth(ann)
    assert condition(" or ".join(["changed"] * 900), Row, names).truth(ann)


def test_the_name_of_no_party_is_refused_unless_a_row_has_it() -> None:
    ours = Row("hale", "x-hale-first", 1, None, None, None, None, "Ann", None)
    condition("party = 'Hale First'", Row, names).refuse_strangers([ours])
    condition("party != con", Row, names).refuse_strangers([ours])
    with pytest.raises(
        WardcheckError, match=r"party: no party 'hale-frst'; nearest: x-hale-first\n  party = hale-frst\n"
    ):
        condition("party = hale-frst", Row, names).refuse_strangers([ours])
