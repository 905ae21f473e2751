"""A small sound store as text, which the examples of the rules break."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from wardcheck.checks.rule import Edit
from wardcheck.model import Election, Party
from wardcheck.store.context import Context
from wardcheck.store.election_reader import read_election
from wardcheck.store.ward_reader import read_ward

PARTIES = {slug: Party(slug, slug, slug, "#808080") for slug in ("con", "lab", "ld", "green", "ind")}

_ELECTION_2018 = """\
council: Anytown
council_gss: E07900001
organisation: anytown
date: 2018-05-03
kind: all
seats_total: 6
sources:
  declaration: {title: Declaration of result of poll}
"""

_ELECTION_2022 = """\
council: Anytown
council_gss: E07900001
organisation: anytown
date: 2022-05-05
kind: all
seats_total: 8
previous: anytown-2018
declared:
  - {figure: seats, party: con, value: 5, source: declaration}
  - {figure: seats, party: lab, value: 1, source: declaration}
sources:
  declaration: {title: Declaration of result of poll}
  gazette: {title: Anytown Gazette}
"""

_HIGH_STREET = """\
ward: High Street
ballot: local.anytown.high-street.2022-05-05
gss: E05900001
seats: 3
electorate: 6000
ballots:
  {issued: 2520, valid: 2500,
  rejected: {no_official_mark: 0, too_many_votes: 4, voter_identified: 1, unmarked_or_void: 10},
  rejected_total: 15, at_count: 2515}
turnout_reported: {pct: 41.9, of: ballot-box}
candidates:
  - {name: Abe Acker, party: con, votes: 1200, elected: true}
  - {name: Ben Bright, party: con, votes: 1150, elected: true}
  - {name: Cara Cole, party: lab, votes: 1100, elected: true}
  - {name: Dan Dale, party: lab, votes: 1050}
  - {name: Emma East, party: con, votes: 1000}
  - {name: Fay Fox, party: lab, votes: 900}
  - {name: Gus Grey, party: ld, votes: 300}
sources: [declaration]
"""

_MILL = """\
ward: Mill
ballot: local.anytown.mill.2022-05-05
gss: E05900002
seats: 1
electorate: 2900
ballots: {at_count: 1345}
candidates:
  - {name: Ann Archer, party: con, votes: 620, elected: true}
  - {name: Bob Baker, party: lab, votes: 620}
  - {name: Cy Cooper, party: green, votes: 100}
tie_break: {votes: 620, between: [Ann Archer, Bob Baker], winner: Ann Archer, method: lot}
accepted: []
sources: [declaration]
"""

_PARK = """\
ward: Park
gss: E05900003
status: unopposed
seats: 2
candidates:
  - {name: Hal Hill, party: con, votes: null, elected: true}
  - {name: Ida Ivy, party: con, votes: null, elected: true}
sources: [declaration]
"""

_QUAY = """\
ward: Quay
gss: E05900004
date: 2022-06-09
seats: 2
electorate: 4000
candidates:
  - {name: Joe Jay, party: ind, votes: 1500, elected: true}
  - {name: Kit Kay, party: ind, votes: 1400, elected: true}
  - {name: Lea Low, party: ind, votes: 900}
conflicts:
  - {field: votes, candidate: Joe Jay, value: 1511, source: gazette}
sources: [declaration]
"""

_MILL_2018 = """\
ward: Mill
gss: E05900002
seats: 1
candidates:
  - {name: Bob Baker, party: lab, votes: 700, elected: true}
  - {name: Ann Archer, party: con, votes: 600}
sources: [declaration]
"""

_HARBOUR_2018 = """\
ward: Harbour
gss: E05900005
seats: 1
candidates:
  - {name: Joe Jay, party: ind, votes: 800, elected: true}
  - {name: Kit Kay, party: ind, votes: 700}
sources: [declaration]
"""

_HIGH_STREET_2018 = """\
ward: High Street
gss: E05900001
seats: 3
candidates:
  - {name: Abe Acker, party: con, votes: 1300, elected: true}
  - {name: Ben Bright, party: con, votes: 1250, elected: true}
  - {name: Emma East, party: con, votes: 1200, elected: true}
  - {name: Dan Dale, party: lab, votes: 950}
sources: [declaration]
"""

_QUAY_2018 = """\
ward: Quay
gss: E05900004
seats: 1
candidates:
  - {name: Joe Jay, party: ind, votes: 1500, elected: true}
  - {name: Lea Low, party: ind, votes: 900}
sources: [declaration]
"""

SOUND: Mapping[str, str] = {
    "anytown-2018/election.yaml": _ELECTION_2018,
    "anytown-2018/harbour.yaml": _HARBOUR_2018,
    "anytown-2018/high-street.yaml": _HIGH_STREET_2018,
    "anytown-2018/mill.yaml": _MILL_2018,
    "anytown-2018/quay.yaml": _QUAY_2018,
    "anytown-2022/election.yaml": _ELECTION_2022,
    "anytown-2022/high-street.yaml": _HIGH_STREET,
    "anytown-2022/mill.yaml": _MILL,
    "anytown-2022/park.yaml": _PARK,
    "anytown-2022/quay.yaml": _QUAY,
}
"""The files of the sample by their path within the store; no rule finds anything in them."""


def edited(edits: Iterable[Edit]) -> dict[str, str]:
    """The sample with edits made; each must change its file."""
    files = dict(SOUND)
    for edit in edits:
        text = files[edit.file].replace(edit.was, edit.now)
        if text == files[edit.file]:
            raise ValueError(f"{edit.file}: expected to find {edit.was!r}")
        files[edit.file] = text
    return files


def read(files: Mapping[str, str]) -> list[Election]:
    """The elections of a store given as text.

    Raises:
        DataError: a file is not what it should be.
    """
    elections = []
    for slug in sorted({path.partition("/")[0] for path in files}):
        path = f"{slug}/election.yaml"
        election = read_election(files[path].encode(), path, slug, PARTIES)
        context = Context(PARTIES, election.sources)
        wards = tuple(
            read_ward(text.encode(), name, name.removesuffix(".yaml").partition("/")[2], context)
            for name, text in files.items()
            if name.startswith(f"{slug}/") and name != path
        )
        elections.append(replace(election, wards=wards))
    return elections
