"""A frozen record is what a frozen dataclass with slots is, which the library makes here to compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from wardcheck.frozen import frozen


class Both:
    """Two classes of one name, so that they show alike."""

    @frozen
    class Place:
        name: str
        votes: int | None = None
        how: Mapping[str, str] = field(default_factory=dict, hash=False)
        line: int = field(default=0, compare=False)


class Library:
    """The same by the library alone."""

    @dataclass(frozen=True, slots=True)
    class Place:
        name: str
        votes: int | None = None
        how: Mapping[str, str] = field(default_factory=dict, hash=False)
        line: int = field(default=0, compare=False)


GIVEN = [("Hale",), ("Hale", 3), ("Hale", 3, {"seats": "told"}), ("Hale", 3, {}, 7), ("Hale", 3, {}, 8), ("Oak", None)]


def test_it_shows_and_hashes_as_a_dataclass_does() -> None:
    for given in GIVEN:
        ours, theirs = Both.Place(*given), Library.Place(*given)  # type: ignore[arg-type]
        assert repr(ours).removeprefix("Both") == repr(theirs).removeprefix("Library")
        assert hash(ours) == hash(theirs)


@pytest.mark.parametrize("one", GIVEN)
def test_those_are_equal_that_are_equal_dataclasses(one: tuple[object, ...]) -> None:
    ours = [Both.Place(*one) == Both.Place(*other) for other in GIVEN]  # type: ignore[arg-type]
    theirs = [Library.Place(*one) == Library.Place(*other) for other in GIVEN]  # type: ignore[arg-type]
    assert ours == theirs
    assert any(ours)
    assert not all(ours)


def test_one_of_another_class_is_not_equal() -> None:
    others: list[object] = [Library.Place("Hale"), ("Hale", None, {})]
    assert Both.Place("Hale") not in others


def test_it_cannot_be_changed_and_takes_no_other_names() -> None:
    place = Both.Place("Hale")
    with pytest.raises(FrozenInstanceError):
        place.votes = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del place.votes
    assert not hasattr(place, "__dict__")
    assert replace(place, votes=3) == Both.Place("Hale", 3)
    assert [one.name for one in fields(place)] == ["name", "votes", "how", "line"]
