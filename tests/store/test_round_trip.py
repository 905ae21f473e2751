"""What is written is what is read: by this program, and by any other reader of YAML."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from store.examples import CONTEXT, PARTIES, SOURCES
from wardcheck.model import (
    Accepted,
    Ballots,
    Candidacy,
    Conflict,
    Declared,
    Election,
    MissingContest,
    Party,
    Rejected,
    ReportedTurnout,
    Source,
    Status,
    TieBreak,
    Ward,
)
from wardcheck.model.election import DeclaredFigure, Kind
from wardcheck.printable import UNSAFE
from wardcheck.store import Store, open_store
from wardcheck.store.context import Context
from wardcheck.store.election_reader import read_election
from wardcheck.store.election_writer import election_text
from wardcheck.store.names import unregistered
from wardcheck.store.ward_reader import MAX_SEATS, read_ward
from wardcheck.store.ward_writer import ward_text

T = TypeVar("T")

RESULTS = Path(__file__).parents[2] / "results"

ELECTION_PARTIES = {**PARTIES, "no": Party("no", "No Party", "No", "#808080")}
"""With a slug that YAML 1.1 takes for False."""

AWKWARD = [
    "NO", "y", "off", "True", "null", "~", "Null", "007", "1e3", "0x1F", "12:30", "1_000", ".nan", ".5", "-.inf",
    "2019-05-02", "Siân Ŵyn-Jones", "O'Brien", 'Ann "Annie" Archer', "Archer: Ann", "a:b", "#1", "Ann #1", "- Ann", "-",
    "--- Ann", "? Ann", "[red]", "{red}", "a, b", "*Ann", "&Ann", "!Ann", "!!str", "| Ann", ">Ann", "%YAML", "@ann",
    "`ann`", "=1+1", "<<", "a\\nb", "Ann\u00a0Archer", "🗳️ Vote", "👩\u200d👧", "Ann  Archer", "Ann.", "...", "½", "٣",
    "e\u0301",
]  # fmt: skip
"""Names that some reader of YAML takes for something else, or that a terminal shows oddly."""


def one_line(text: str) -> bool:
    return bool(text) and text == text.strip() and not re.search(UNSAFE, text) and not set(text) & set("\t\n")


TEXTS = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(string.ascii_letters + string.punctuation + "ŵé’– ", min_size=1, max_size=20),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
).filter(one_line)
NOTES = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)
SLUGS = st.one_of(
    st.sampled_from(["no", "012", "1e3", "null", "2019-05-02"]),
    st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True),
)
COUNTS = st.integers(0, 999_999_999)
PERCENTAGES = st.integers(0, 10_000).map(lambda hundredths: hundredths / 100)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


def tuples(strategy: st.SearchStrategy[T], least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, min_size=least, max_size=3).map(tuple)


REJECTED = st.builds(Rejected, maybe(COUNTS), maybe(COUNTS), maybe(COUNTS), maybe(COUNTS))
BALLOTS = st.builds(Ballots, maybe(COUNTS), maybe(COUNTS), REJECTED, maybe(COUNTS), maybe(COUNTS), maybe(COUNTS))


@st.composite
def wards(draw: st.DrawFn) -> Ward:
    status: Status = draw(st.sampled_from(get_args(Status)))
    votes = COUNTS if status == "contested" else maybe(COUNTS)
    candidacy = st.builds(Candidacy, TEXTS, st.sampled_from(sorted(PARTIES)), votes, st.booleans(), maybe(TEXTS))
    printed = st.builds(
        lambda name, party, votes: Candidacy(name, unregistered(party), votes, party_name=party), TEXTS, TEXTS, votes
    )
    candidates = draw(tuples(candidacy | printed, least=1))
    name = st.sampled_from([c.name for c in candidates])
    source = st.sampled_from(sorted(SOURCES))
    between = draw(tuples(name, least=1))
    winners = draw(st.permutations(between))[: draw(st.integers(1, len(between)))]
    tie_break = st.builds(
        TieBreak, COUNTS, st.just(between), st.just(winners[0]), TEXTS, st.booleans(), st.just(tuple(winners[1:]))
    )
    return Ward(
        slug="mill-lane",
        name=draw(TEXTS),
        seats=draw(st.integers(1, MAX_SEATS)),
        candidates=candidates,
        sources=draw(tuples(source, least=1)),
        ballot=draw(maybe(TEXTS)),
        gss=draw(maybe(TEXTS)),
        date=draw(maybe(st.dates())),
        status=status,
        electorate=draw(maybe(COUNTS)),
        ballots=draw(BALLOTS),
        turnout_reported=draw(maybe(st.builds(ReportedTurnout, PERCENTAGES, maybe(TEXTS)))),
        tie_break=draw(maybe(tie_break)),
        conflicts=draw(tuples(st.builds(Conflict, TEXTS, COUNTS | TEXTS, source, maybe(name)))),
        accepted=draw(tuples(st.builds(Accepted, SLUGS, TEXTS))),
        derived=draw(st.dictionaries(st.sampled_from(["seats", "status"][: 1 + (status != "contested")]), TEXTS)),
        notes=draw(maybe(NOTES)),
    )


@st.composite
def sources(draw: st.DrawFn) -> dict[str, Source]:
    keys = draw(st.lists(SLUGS, min_size=1, max_size=3, unique=True))
    day = maybe(st.dates())
    text = maybe(TEXTS)
    return {key: draw(st.builds(Source, st.just(key), TEXTS, text, text, day, text, text)) for key in keys}


@st.composite
def declared(draw: st.DrawFn, source: st.SearchStrategy[str]) -> Declared:
    figure: DeclaredFigure = draw(st.sampled_from(get_args(DeclaredFigure)))
    value = draw(PERCENTAGES if figure == "turnout_pct" else COUNTS)
    party = st.sampled_from(sorted(ELECTION_PARTIES))
    one_party = figure in ("seats", "votes_sum", "votes_top")
    return Declared(figure, value, draw(source), draw(party if one_party else maybe(party)), draw(maybe(TEXTS)))


@st.composite
def elections(draw: st.DrawFn) -> Election:
    known = draw(sources())
    return Election(
        slug="millshire-2019",
        council=draw(TEXTS),
        date=draw(st.dates()),
        sources=known,
        council_gss=draw(maybe(TEXTS)),
        organisation=draw(maybe(SLUGS)),
        kind=draw(maybe(st.sampled_from(get_args(Kind)))),
        seats_total=draw(maybe(st.integers(1, 200))),
        previous=draw(maybe(SLUGS)),
        previous_cycle=draw(maybe(SLUGS)),
        continuing=draw(maybe(st.dictionaries(st.sampled_from(sorted(ELECTION_PARTIES)), COUNTS, max_size=3))),
        contests=draw(maybe(st.integers(1, 200))),
        missing=draw(tuples(st.builds(MissingContest, TEXTS, TEXTS, maybe(st.integers(1, MAX_SEATS))))),
        declared=draw(tuples(declared(st.sampled_from(sorted(known))))),
        accepted=draw(tuples(st.builds(Accepted, SLUGS, TEXTS))),
        notes=draw(maybe(NOTES)),
    )


@given(ward=wards())
def test_a_ward_is_read_as_it_was(ward: Ward) -> None:
    assert read_ward(ward_text(ward).encode(), "x.yaml", ward.slug, CONTEXT) == ward


@given(election=elections())
def test_an_election_is_read_as_it_was(election: Election) -> None:
    text = election_text(election)
    assert read_election(text.encode(), "x.yaml", election.slug, ELECTION_PARTIES) == election


@given(ward=wards())
def test_another_reader_sees_the_same_ward(ward: Ward) -> None:
    seen = yaml.safe_load(ward_text(ward))
    assert (seen["ward"], seen["seats"], tuple(seen["sources"])) == (ward.name, ward.seats, ward.sources)
    assert (seen.get("date"), seen.get("gss"), seen.get("notes")) == (ward.date, ward.gss, ward.notes)
    assert [
        Candidacy(
            c["name"],
            c["party"],
            c.get("votes"),
            c.get("elected", False),
            c.get("party_id"),
            party_name=c.get("party_name"),
        )
        for c in seen["candidates"]
    ] == list(ward.candidates)
    assert seen.get("derived", {}) == ward.derived
    if ward.tie_break is not None:
        winner = seen["tie_break"]["winner"]
        assert (tuple(winner) if isinstance(winner, list) else (winner,)) == ward.tie_break.winners
    assert [c["value"] for c in seen.get("conflicts", [])] == [c.value for c in ward.conflicts]


@given(election=elections())
def test_another_reader_sees_the_same_election(election: Election) -> None:
    seen = yaml.safe_load(election_text(election))
    assert (seen["council"], seen["date"], seen.get("previous")) == (election.council, election.date, election.previous)
    assert {key: source["title"] for key, source in seen["sources"].items()} == {
        key: source.title for key, source in election.sources.items()
    }
    assert seen.get("previous_cycle") == election.previous_cycle
    assert seen.get("contests") == election.contests
    assert [(m["ward"], m.get("seats"), m["reason"]) for m in seen.get("missing", [])] == [
        (m.ward, m.seats, m.reason) for m in election.missing
    ]
    assert seen.get("continuing") == election.continuing
    assert [d["value"] for d in seen.get("declared", [])] == [d.value for d in election.declared]


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_name(name: str) -> None:
    ward = Ward("mill-lane", name, 1, (Candidacy(name, "lab", 819),), ("leap-2019",))
    text = ward_text(ward)
    assert read_ward(text.encode(), "x.yaml", ward.slug, CONTEXT) == ward
    assert yaml.safe_load(text)["candidates"][0]["name"] == name


INITIALS = sorted({slug[0] for slug in open_store(RESULTS).slugs})
"""By which the shipped elections are shared out: a test for each of a thousand costs as much as what it does."""


def beginning_with(initial: str, shipped: Store) -> Iterator[tuple[str, Election]]:
    return ((slug, shipped.election(slug)) for slug in shipped.slugs if slug[0] == initial)


@pytest.mark.parametrize("initial", INITIALS)
def test_shipped_wards_are_written_as_they_are(initial: str, shipped: Store) -> None:
    """Byte for byte, but for a file with a hand's comments or layout: what is written must mean the same."""
    for _, election in beginning_with(initial, shipped):
        context = Context(shipped.parties, election.sources)
        for ward in election.wards:
            text = ward_text(ward)
            there = Path(ward.path).read_bytes().decode()
            assert text == there or re.search(r"#|\n\n|: [|>]", there), ward.path
            assert read_ward(text.encode(), "x.yaml", ward.slug, context) == ward, ward.path


@pytest.mark.parametrize("initial", INITIALS)
def test_shipped_elections_survive_writing(initial: str, shipped: Store) -> None:
    """The declared totals and sources of an election are laid out by hand, so that only the meaning must stay."""
    for slug, found in beginning_with(initial, shipped):
        election = replace(found, wards=())
        assert read_election(election_text(election).encode(), "x.yaml", slug, shipped.parties) == election, slug
