"""An :class:`~wardcheck.model.Election` as one line of JSON and back, with the lines of its files for messages.

A record lists the fields of the model in their order, so that a field which the model gains is in it too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from wardcheck.model import (
    Accepted,
    Ballots,
    Candidacy,
    Conflict,
    Declared,
    Election,
    MissingContest,
    Rejected,
    ReportedTurnout,
    Source,
    TieBreak,
    Ward,
)
from wardcheck.store.layout import ELECTION_FILE

_CANDIDACY = tuple(field.name for field in fields(Candidacy))
_WARD = tuple(field.name for field in fields(Ward))
_ELECTION = tuple(field.name for field in fields(Election))
_NOTHING_COUNTED = Ballots()
_Decoder = Callable[[Any], Any]


def record(election: Election) -> bytes:
    """The election as one line; paths are left out, for they are those of its folder."""
    return (json.dumps(election, default=_plain, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


def from_record(line: bytes, folder: str) -> Election:
    """The election of a line, its files in ``folder``.

    Raises:
        ValueError, TypeError, LookupError: it is no such line.
    """
    values: list[Any] = json.loads(line)
    known: dict[str, str] = {}
    values[_WARDS] = tuple([_ward(ward, folder, known) for ward in values[_WARDS]])
    for place, decode in _OF_ELECTION:
        if values[place] is not None:
            values[place] = decode(values[place])
    values[_ELECTION_PATH] = f"{folder}/{ELECTION_FILE}"
    return Election(*values)


def ward_names(line: bytes) -> list[str]:
    """The slugs of the wards in a record."""
    return [ward[0] for ward in json.loads(line)[_WARDS]]


def _plain(value: object) -> object:
    if isinstance(value, Ward):
        found = [getattr(value, name) for name in _WARD]
        found[_WARD_PATH] = None
        if value.ballots == _NOTHING_COUNTED:
            found[_BALLOTS] = None
        return found
    if isinstance(value, Candidacy):
        return [getattr(value, name) for name in _CANDIDACY]
    if isinstance(value, Election):
        return [None if name == "path" else getattr(value, name) for name in _ELECTION]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"expected a part of an election, got {type(value)}")


def _ward(values: list[Any], folder: str, known: dict[str, str]) -> Ward:
    candidates = []
    for one in values[_CANDIDATES]:
        one[1] = known.setdefault(one[1], one[1])  # the same few parties over and over again
        candidates.append(Candidacy(*one))
    values[_CANDIDATES] = tuple(candidates)
    for place, decode in _OF_WARD:
        if values[place] is not None:
            values[place] = decode(values[place])
    if values[_BALLOTS] is None:
        values[_BALLOTS] = _NOTHING_COUNTED
    values[_WARD_PATH] = f"{folder}/{values[0]}.yaml"
    return Ward(*values)


def _ballots(values: dict[str, Any] | list[Any]) -> Ballots:
    found = Ballots(*values)
    return found._replace(rejected=Rejected(*found.rejected))


def _tie_break(values: list[Any]) -> TieBreak:
    found = TieBreak(*values)
    return found._replace(between=tuple(found.between), also_won=tuple(found.also_won))


def _source(values: list[Any]) -> Source:
    found = Source(*values)
    return found._replace(retrieved=date.fromisoformat(str(found.retrieved))) if found.retrieved else found


def _each(kind: Callable[..., Any]) -> Callable[[list[Any]], tuple[Any, ...]]:
    return lambda values: tuple([kind(*value) for value in values])


def _places(
    names: tuple[str, ...], decoders: Mapping[str, Callable[[Any], Any]]
) -> list[tuple[int, Callable[..., Any]]]:
    return [(names.index(name), decode) for name, decode in decoders.items()]


_WARDS, _ELECTION_PATH = _ELECTION.index("wards"), _ELECTION.index("path")
_CANDIDATES, _BALLOTS, _WARD_PATH = _WARD.index("candidates"), _WARD.index("ballots"), _WARD.index("path")
_OF_WARD = _places(
    _WARD,
    {
        "sources": tuple,
        "date": date.fromisoformat,
        "ballots": _ballots,
        "turnout_reported": lambda values: ReportedTurnout(*values),
        "tie_break": _tie_break,
        "conflicts": _each(Conflict),
        "accepted": _each(Accepted),
    },
)
_OF_ELECTION = _places(
    _ELECTION,
    {
        "date": date.fromisoformat,
        "sources": lambda sources: {key: _source(values) for key, values in sources.items()},
        "missing": _each(MissingContest),
        "declared": _each(Declared),
    },
)
