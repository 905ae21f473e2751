"""The reference of ward files names the keys that the readers take: no more, no fewer, and in the readers' order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wardcheck.errors import DataError
from wardcheck.model import Party
from wardcheck.model.election import Source
from wardcheck.store.context import Context
from wardcheck.store.council_reader import read_councils
from wardcheck.store.election_reader import read_election
from wardcheck.store.party_reader import read_parties
from wardcheck.store.ward_reader import read_ward

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "ward-file.md"
UNKNOWN = "no_such_key"
_PARTIES = {"con": Party("con", "Conservative", "Con", "#0087DC")}
_CONTEXT = Context(_PARTIES, {"one": Source("one", "A source")})

# the mapping with the unknown key stands on a line of its own, so that its problems can be told from others
WARD = {
    "Keys of a ward file": "{no_such_key: x}",
    "candidates": "{candidates: [\n{no_such_key: x}]}",
    "ballots": "{ballots:\n {no_such_key: x}}",
    "rejected": "{ballots: {rejected:\n {no_such_key: x}}}",
    "turnout_reported": "{turnout_reported:\n {no_such_key: x}}",
    "tie_break": "{tie_break:\n {no_such_key: x}}",
    "conflicts": "{conflicts: [\n{no_such_key: x}]}",
    "accepted": "{accepted: [\n{no_such_key: x}]}",
}
ELECTION = {
    "Keys of election.yaml": "{no_such_key: x}",
    "sources": "{sources: {one:\n {no_such_key: x}}}",
    "missing": "{missing: [\n{no_such_key: x}]}",
    "declared": "{declared: [\n{figure: seats, party: con, no_such_key: x}]}",
}
PARTIES = {"Keys of parties.yaml": "{con: {no_such_key: x}}"}

COUNCILS = {
    "Keys of councils.yaml": "{no_such_key: x}",
    "a council": "{councils: {a:\n {no_such_key: x}}}",
    "codes": "{councils: {a: {codes: [\n{no_such_key: x}]}}}",
    "sizes": "{councils: {a: {sizes: [\n{no_such_key: x}]}}}",
    "mayors": "{councils: {a: {mayors: [\n{no_such_key: x}]}}}",
}


def _read(heading: str) -> None:
    if heading in COUNCILS:
        read_councils(COUNCILS[heading].encode(), "councils.yaml")
    elif heading in WARD:
        read_ward(WARD[heading].encode(), "x.yaml", "x", _CONTEXT)
    elif heading in ELECTION:
        read_election(ELECTION[heading].encode(), "election.yaml", "x", _PARTIES)
    else:
        read_parties(PARTIES[heading].encode(), "parties.yaml")


def _problems(heading: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        _read(heading)
    problems = caught.value.problems
    (line,) = {problem.line for problem in problems if UNKNOWN in problem.message}
    return [problem.message for problem in problems if problem.line == line]


def _accepted(heading: str) -> list[str]:
    (message,) = [m for m in _problems(heading) if UNKNOWN in m]
    known = re.search(r"expected one of (.*); got an unknown key", message)
    assert known is not None
    return known[1].split(", ")


def _required(heading: str) -> set[str]:
    """The keys whose absence is a problem, from the messages that say so."""
    missing = [re.match(r"(?:\w+\.)*(\w+): expected .*, got nothing$", m) for m in _problems(heading)]
    return {m[1] for m in missing if m is not None}


def _documented(heading: str) -> dict[str, str]:
    page = PAGE.read_text(encoding="utf-8")
    section = re.search(rf"^##+ {re.escape(heading)}$(.*?)(?=^##+ |\Z)", page, re.MULTILINE | re.DOTALL)
    assert section is not None
    return dict(re.findall(r"^\| `(\w+)` \| (\w*) ?\|", section[1], re.MULTILINE))


@pytest.mark.parametrize("heading", [*WARD, *ELECTION, *PARTIES, *COUNCILS])
def test_keys_are_those_that_are_read(heading: str) -> None:
    assert sorted(_documented(heading)) == sorted(_accepted(heading))


@pytest.mark.parametrize("heading", [*WARD, *ELECTION, *PARTIES, *COUNCILS])
def test_required_keys_are_those_that_are_missed(heading: str) -> None:
    said = {key for key, word in _documented(heading).items() if word == "required"}
    given = {"figure"} if heading == "declared" else set()  # without it nothing else is asked for as it is
    assert said - given == _required(heading)
