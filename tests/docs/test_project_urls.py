"""The addresses in pyproject are those of the publishers that the store names, and none is invented."""

from __future__ import annotations

import tomllib
from pathlib import Path

from wardcheck.model import Election
from wardcheck.store import Store

TOP = Path(__file__).parents[2]

# Two elections whose results come from the three publishers: the council's election.yaml says so in each.
FROM = ("barnet-2018", "oldham-2022")

LONGEST_LABEL = 32
"""Characters that an index of packages takes as a label of an address."""


def test_each_address_is_one_that_the_store_names_for_results(shipped: Store) -> None:
    urls: dict[str, str] = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    urls.pop("Homepage", None)  # the project's own, once it has one
    assert set(urls.values()) <= published([shipped.election(slug) for slug in FROM])
    assert len(set(urls.values())) == len(urls) >= 3
    assert all(url.startswith("https://") for url in urls.values())
    assert all(len(label) <= LONGEST_LABEL for label in urls)


def published(elections: list[Election]) -> set[str]:
    """The addresses of sources that cover votes."""
    return {
        source.url
        for election in elections
        for source in election.sources.values()
        if source.url and source.covers and "votes" in source.covers
    }
