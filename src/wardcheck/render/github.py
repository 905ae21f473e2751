"""Findings -> annotations that GitHub shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from wardcheck.printable import printable

if TYPE_CHECKING:
    from wardcheck.checks.finding import Finding

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}
_DATA_TABLE = str.maketrans(_DATA)
_PROPERTY_TABLE = str.maketrans(_PROPERTY)


def github(findings: Iterable[Finding]) -> str:
    """One workflow command a finding: ``::error file=...,line=...,title=rule::message``.

    Escapes are those of GitHub's own toolkit: ``%`` and line ends everywhere, ``:`` and ``,`` in properties too.
    """
    return "".join(
        f"::{f.severity} file={_property(f.path)},line={f.line},title={_property(f.rule)}::{_data(f.message)}\n"
        for f in findings
    )


def _data(text: str) -> str:
    return _rest(text.translate(_DATA_TABLE))


def _property(text: str) -> str:
    return _rest(text.translate(_PROPERTY_TABLE))


def _rest(escaped: str) -> str:
    """Other control characters as everywhere; line ends are escaped by now."""
    return printable(escaped)
