"""The package as a library."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

import wardcheck


@pytest.mark.parametrize("name", wardcheck.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(wardcheck, name) is not None
    assert name in dir(wardcheck)


def test_no_other_name_is() -> None:
    with pytest.raises(AttributeError, match="module 'wardcheck' has no attribute 'majority'"):
        wardcheck.majority  # noqa: B018


def test_the_example_of_the_package(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)  # where open_store() finds results/
    outcome = doctest.testmod(wardcheck)
    assert outcome.failed == 0
    assert outcome.attempted >= 4


def test_what_a_caller_can_catch() -> None:
    assert issubclass(wardcheck.DataError, wardcheck.WardcheckError)
    assert issubclass(wardcheck.NotFoundError, wardcheck.WardcheckError)
    with pytest.raises(wardcheck.WardcheckError):
        wardcheck.open_store("/nowhere")
