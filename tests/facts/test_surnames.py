"""Surnames by the stated rule, and the order of a ballot paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardcheck.facts.surnames import alphabet_ranks, has_initials_last, may_be_one, order_on_paper, parts


@pytest.mark.parametrize(
    ("name", "surname", "others"),
    [
        ("Graham Day", "Day", "Graham"),
        ("DAY, Graham", "DAY", "Graham"),
        ("Bound, S.", "Bound", "S."),
        ("Bound S.E.", "Bound", "S.E."),
        ("Smith J", "Smith", "J"),
        ("Smith-Jones J A", "Smith-Jones", "J A"),
        ("van der Berg P.", "van der Berg", "P."),
        ("Pia van der Berg", "van der Berg", "Pia"),
        ("Przemek de Skuba", "de Skuba", "Przemek"),
        ("Maria Da Silva", "Da Silva", "Maria"),
        ("Sean O'Brien", "O'Brien", "Sean"),
        ("Van Nguyen", "Nguyen", "Van"),  # the first word of a name is a first name
        ("Mary Di Smith", "Smith", "Mary Di"),  # Di with a capital is a first name just as often
        ("D.J. Cracknell", "Cracknell", "D.J."),
        ("Winky (Phebe) Newman", "Newman", "Winky"),
        ("John Smith MBE", "Smith", "John"),
        ("Ann Senior", "Senior", "Ann"),  # two words: it can only be her surname
        ("Ana Maria Lopez Garcia", "Garcia", "Ana Maria Lopez"),  # what the rule cannot know
        ("Schaper", "Schaper", ""),
        ("ABC", "ABC", ""),  # initials alone are all there is
        ("", "", ""),
    ],
)
def test_the_rule(name: str, surname: str, others: str) -> None:
    assert parts(name) == (surname, others)


def test_letters_alone_count() -> None:
    names = ["Al Oddy", "Sean O'Brien", "Ed Oakes", "Zoë Ávila", "John Obrien", "Ed Avery"]
    assert sorted(names, key=order_on_paper) == [
        "Ed Avery", "Zoë Ávila", "Ed Oakes", "John Obrien", "Sean O'Brien", "Al Oddy"
    ]  # fmt: skip


def test_ranks() -> None:
    assert alphabet_ranks(["B Cole", "A Cole", "Zed Abel"]) == [3, 2, 1]
    assert alphabet_ranks(["Smith J.", "Smith J."]) is None


@given(st.text(), st.text())
def test_any_text_has_an_order(one: str, other: str) -> None:
    ranks = alphabet_ranks([one, other])
    assert ranks is None or sorted(ranks) == [1, 2]


@pytest.mark.parametrize(
    ("name", "other", "may_be"),
    [
        ("Tagg J.", "John Tagg", True),
        ("Charlie O-Macauley", "Charlie O'Macauley", True),
        ("Rich J.N.P.", "Jessica Rich", True),
        ("Jessica Naomi Rich", "Jessica Rich", True),
        ("DAY, Graham", "Graham Day", True),
        ("Tagg S.", "John Tagg", False),
        ("Simon Tagg", "John Tagg", False),
        ("James Tagg", "John Tagg", False),
        ("Tagg J.", "Johnson T.", False),
        ("Tagg", "John Tagg", False),
    ],
)
def test_what_may_be_one_name(name: str, other: str, *, may_be: bool) -> None:
    assert may_be_one(name, other) == may_be_one(other, name) == may_be


def test_which_names_are_written_as_handbooks_write_them() -> None:
    after = ["Bound, S.", "Bound S.E.", "Smith J", "Smith-Jones J A", "van der Berg P."]
    before = ["Graham Day", "DAY, Graham", "D.J. Cracknell", "A J Smith", "John Smith MBE", "Schaper", "ABC", ""]
    assert [name for name in (*after, *before) if has_initials_last(name)] == after
