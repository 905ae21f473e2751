"""How far a long command has come, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import typer

T = TypeVar("T")


def progress(items: Iterable[T], count: int, what: str) -> Iterator[T]:
    """The items, with a bar on stderr while they are taken if a person is looking."""
    if not sys.stderr.isatty() or count <= 1:
        yield from items
        return
    with typer.progressbar(items, length=count, label=what, file=sys.stderr) as bar:
        yield from bar


def announce(what: str) -> None:
    """One line on what takes a while, if a person is looking."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{what}\n")
