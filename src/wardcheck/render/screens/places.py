"""The columns that say of which election a row is, where a table has several."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from wardcheck.render.labels import Labels
from wardcheck.render.screens.filled import Filled
from wardcheck.render.sheet import Cell, Column, Span


class _Placed(Protocol):
    @property
    def election(self) -> str | None: ...


def election_columns(rows: Iterable[_Placed], labels: Labels) -> tuple[list[Filled[Any]], list[Filled[Any]]]:
    """What stands before and what behind the other columns of a table of ``rows``; nothing if all are of one election.

    Where each council has one election of the same year, its name says which, and leaves room for the answer; the slug
    follows at the end, if there is room. Otherwise the slug stands first. Both go on to a second line rather than push
    out what the table is about.
    """
    slugs = {row.election for row in rows} - {None}
    if len(slugs) <= 1:
        return [], []
    slug: Callable[[_Placed], Cell] = lambda row: Span(row.election or "", faint=True)  # noqa: E731  one of two
    if not _told_by_council(slugs, labels):
        return [(Column("Election", wraps=1, joins=True), slug)], []
    name: Callable[[_Placed], Cell] = lambda row: Span(_council(row.election, labels), faint=True)  # noqa: E731
    return [(Column("Council", wraps=1, joins=True), name)], [(Column("Election", keep=9), slug)]


def _told_by_council(slugs: Iterable[str | None], labels: Labels) -> bool:
    found = [slug for slug in slugs if slug is not None]
    years = {labels.dates[slug].year if slug in labels.dates else None for slug in found}
    return len(years) == 1 and len({labels.councils.get(slug, slug) for slug in found}) == len(found)


def _council(slug: str | None, labels: Labels) -> str:
    return "" if slug is None else labels.councils.get(slug, slug)
