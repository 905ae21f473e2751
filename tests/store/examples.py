"""What the tests of the store share: a small register, the sources of an election, and readers bound to both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

from wardcheck.model import Party, Source
from wardcheck.store.context import Context
from wardcheck.store.council_reader import read_councils
from wardcheck.store.election_reader import read_election
from wardcheck.store.party_reader import read_parties
from wardcheck.store.ward_reader import read_ward

PARTIES = {
    slug: Party(slug, name, short, "#808080")
    for slug, name, short in (
        ("con", "Conservative and Unionist Party", "Con"),
        ("lab", "Labour Party", "Lab"),
        ("ld", "Liberal Democrats", "LD"),
        ("green", "Green Party", "Green"),
        ("ind", "Independent", "Ind"),
    )
}
SOURCES = {
    key: Source(key, title) for key, title in (("leap-2019", "Local Elections Archive Project"), ("ec-2019", "Turnout"))
}
CONTEXT = Context(PARTIES, SOURCES)

READERS: dict[str, Callable[[bytes, str], object]] = {
    "ward": lambda data, path: read_ward(data, path, "mill-lane", CONTEXT),
    "election": lambda data, path: read_election(data, path, "millshire-2019", PARTIES),
    "parties": read_parties,
    "councils": read_councils,
}
"""How to read each kind of file, given its bytes and the path that messages show."""

WARD = dedent("""\
    ward: Mill Lane
    seats: 2
    candidates:
      - {name: Ann Archer, party: lab, votes: 987, elected: true}
      - {name: Bill Baker, party: con, votes: 822, elected: true}
      - {name: Cath Cooper, party: lab, votes: 819}
    sources: [leap-2019]
    """)

ELECTION = dedent("""\
    council: Millshire
    date: 2019-05-02
    sources:
      leap-2019: {title: Local Elections Archive Project}
    """)

REGISTER = dedent("""\
    con: {name: Conservative and Unionist Party, short: Con, colour: "#0087DC"}
    lab: {name: Labour Party, short: Lab, colour: "#E4003B"}
    """)

COUNCILS = dedent("""\
    ordinary_days: [2018-05-03, 2019-05-02]
    known_to: 2019
    sources: {cycles: {title: Councillors by next election}}
    councils:
      millshire:
        name: Millshire
        codes: [{code: E10000099}]
        authority: county
        region: south-west
        nation: england
        elects: {unknown: [2018]}
      milltown:
        name: Milltown
        names: {leap: [The Mills]}
        codes: [{code: E07000901, to: 2019-03-31}, {code: E07000902, from: 2019-04-01}]
        authority: district
        region: south-west
        nation: england
        county: millshire
        elects: {all: [2019], thirds: [2018]}
        sizes: [{seats: 33, from: 2019-05-02, source: cycles}]
        mayors: [{from: 2019-05-02, source: cycles}]
    """)


def make_store(root: Path, *elections: str) -> Path:
    """A store in ``root`` with a register and elections of one ward each; the root again."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "parties.yaml").write_text(REGISTER, encoding="utf-8")
    for slug in elections:
        folder = root / slug
        folder.mkdir()
        (folder / "election.yaml").write_text(ELECTION, encoding="utf-8")
        (folder / "mill-lane.yaml").write_text(WARD, encoding="utf-8")
    return root
