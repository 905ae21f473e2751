"""An :class:`~wardcheck.model.Election` as lines of JSON and back, with the lines of its files for messages.

There is a line of the election without its wards, a line for each ward, which is decoded when that ward is asked for,
and a line of what was worked out of the wards. A record lists the fields of the model in their order, so that a field
which the model gains is in it too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, NamedTuple, overload

from wardcheck.errors import DataError, Problem
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
from wardcheck.printable import printable
from wardcheck.store.layout import ELECTION_FILE

_CANDIDACY = tuple(field.name for field in fields(Candidacy))
_WARD = tuple(field.name for field in fields(Ward))
_ELECTION = tuple(field.name for field in fields(Election))
_NOTHING_COUNTED = Ballots()
_Decoder = Callable[[Any], Any]

Worked = Sequence[Sequence[Any]]
"""What was worked out of each ward of an election: plain values, whose meaning is that of whoever worked them out."""


class Record(NamedTuple):
    """An election as lines."""

    head: bytes
    wards: bytes
    """A line each."""
    worked: bytes = b""
    """Empty where nothing was worked out."""


def record(election: Election, worked: Worked | None = None) -> Record:
    """The election as lines; paths are left out, for they are those of its folder."""
    return Record(_line(election), b"".join(map(_line, election.wards)), b"" if worked is None else _line(worked))


def from_record(lines: Record, folder: str) -> Election:
    """The election of these lines, its files in ``folder``; its wards are decoded when they are asked for.

    Raises:
        DataError: they are no such lines.
    """
    try:
        values: list[Any] = json.loads(lines.head)
        for place, decode in _OF_ELECTION:
            if values[place] is not None:
                values[place] = decode(values[place])
        values[_WARDS] = KeptWards(lines, folder)
        values[_ELECTION_PATH] = f"{folder}/{ELECTION_FILE}"
        return Election(*values)
    except _NO_LINE as error:
        raise _spoilt(folder) from error


class KeptWards(Sequence[Ward]):
    """The wards of a record, each made when it is asked for. They equal any sequence of the same wards."""

    __slots__ = ("_folder", "_wards", "_worked")

    def __init__(self, lines: Record, folder: str) -> None:
        self._folder = folder
        self._wards: list[bytes | Ward] = [*lines.wards.splitlines()]
        """Each ward, or its line until it is made."""
        self._worked = lines.worked

    @property
    def worked(self) -> Worked | None:
        """What was worked out of each ward when they were kept; ``None`` where nothing was.

        Raises:
            DataError: it cannot be read.
        """
        try:
            return json.loads(self._worked) if self._worked else None
        except _NO_LINE as error:
            raise _spoilt(self._folder) from error

    def _ward(self, place: int) -> Ward:
        found = self._wards[place]
        if isinstance(found, bytes):
            try:
                found = self._wards[place] = _ward(json.loads(found.decode()), self._folder)
            except _NO_LINE as error:
                raise _spoilt(self._folder) from error
        return found

    @overload
    def __getitem__(self, index: int) -> Ward: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Ward]: ...

    def __getitem__(self, index: int | slice) -> Ward | Sequence[Ward]:
        places = range(len(self))[index]
        return self._ward(places) if isinstance(places, int) else tuple(map(self._ward, places))

    def __iter__(self) -> Iterator[Ward]:
        return map(self._ward, range(len(self)))

    def __len__(self) -> int:
        return len(self._wards)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


def ward_names(lines: Record) -> list[str]:
    """The slugs of the wards in a record."""
    return [json.loads(ward)[0] for ward in lines.wards.splitlines()]


_NO_LINE = (ValueError, TypeError, LookupError, RecursionError)
"""What goes wrong with a line that is not what it should be, though its checksum is right."""


def _spoilt(folder: str) -> DataError:
    what = "folder: expected its election as it was kept, got another thing; remove the folder .cache, or install again"
    return DataError([Problem(printable(folder), 1, what)])


def _line(value: object) -> bytes:
    return (json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")


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
        return [None if name in ("path", "wards") else getattr(value, name) for name in _ELECTION]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"expected a part of an election, got {type(value)}")


def _ward(values: list[Any], folder: str) -> Ward:
    values[_CANDIDATES] = tuple([Candidacy(*one) for one in values[_CANDIDATES]])
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
        "accepted": _each(Accepted),
    },
)
