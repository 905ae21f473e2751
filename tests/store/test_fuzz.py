"""Whatever a file holds, reading it ends in a record or in problems that a person can act on, never in a traceback."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import category

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from store.examples import COUNCILS, ELECTION, READERS, REGISTER, WARD
from wardcheck.errors import DataError

KINDS = tuple(READERS)
SOUND = {"ward": WARD, "election": ELECTION, "parties": REGISTER, "councils": COUNCILS}
BAD = Path(__file__).with_name("bad")
SHIPPED = Path(__file__).parents[2] / "results" / "hertsmere" / "2019" / "borehamwood-kenilworth.yaml"

WORDS = sorted({*re.findall(r"\w[\w-]*", "".join(SOUND.values())), "ballots", "rejected", "tie_break", "between"})
"""Keys and values that mean something, so that a random tree is not refused at its first key."""


def assert_actionable(error: DataError, data: bytes) -> None:
    # whatever ends a line for YAML 1.1; and a parser that misses something at the end may say so one line further
    lines = len(re.split(r"\r\n|[\r\n\x85\u2028\u2029]", data.decode("utf-8", errors="replace")))
    assert error.problems
    for path, line, message in error.problems:
        assert path == "x.yaml"
        assert 1 <= line <= lines + 1
        assert re.match(r"\S.*?: .+", message)
        # no control character, no end of a line, and nothing that reorders one
        assert not [c for c in message if category(c) in {"Cc", "Cs", "Zl", "Zp"} or "\u202a" <= c <= "\u202e"]


def read_or_complain(kind: str, data: bytes) -> None:
    try:
        READERS[kind](data, "x.yaml")
    except DataError as error:
        assert_actionable(error, data)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=100).map(str.encode)))
def test_any_bytes(kind: str, data: bytes) -> None:
    read_or_complain(kind, data)


PIECES = st.one_of(
    st.just(b""),
    st.binary(max_size=4),
    st.text(max_size=4).map(str.encode),
    st.sampled_from("{}[],:-#&*!|>'\"%@`?~<=.\\ \n\r\t").map(str.encode),
    st.sampled_from([b"\n\n", b"- ", b": ", b"? ", b"<<: ", b"---\n", b"...\n", b"!!str ", b"&a ", b"*a"]),
    st.sampled_from([b"NO", b"012", b"1_000", b".nan", rb'"\x1b"', rb'"\u202e"', rb'"\n"']),
    st.sampled_from("\x00\x85\u2028\u202e\ufeff").map(str.encode),
    st.sampled_from(WORDS).map(str.encode),
)


@st.composite
def damaged(draw: st.DrawFn, sound: bytes) -> bytes:
    """``sound`` with a few spans replaced, by nothing or by something that YAML may take for a sign."""
    data = sound
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = start + draw(st.integers(0, 30))
        data = data[:start] + draw(PIECES) + data[end:]
    return data


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_sound_file_with_damage(kind: str, data: st.DataObject) -> None:
    read_or_complain(kind, data.draw(damaged(SOUND[kind].encode())))


@given(data=damaged(SHIPPED.read_bytes()))
def test_a_shipped_ward_with_damage(data: bytes) -> None:
    read_or_complain("ward", data)


SCALARS = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=12),
    st.none(),
    st.booleans(),
    st.integers(-2, 10**12),
    st.floats(),
    st.dates(),
    st.binary(max_size=4),
)
KEYS = st.one_of(st.sampled_from(WORDS), SCALARS)
TREES: st.SearchStrategy[object] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=6)),
    max_leaves=15,
)
FLOW = st.sampled_from([None, True])


def dumped(tree: object, flow: bool | None) -> bytes:
    return yaml.safe_dump(tree, default_flow_style=flow, allow_unicode=True, sort_keys=False).encode()


@pytest.mark.parametrize("kind", KINDS)
@given(tree=TREES, flow=FLOW)
def test_any_tree(kind: str, tree: object, flow: bool | None) -> None:
    read_or_complain(kind, dumped(tree, flow))


@pytest.mark.parametrize("kind", KINDS)
@given(changes=st.dictionaries(st.sampled_from(WORDS), TREES, max_size=3), flow=FLOW)
def test_a_sound_tree_with_strange_values(kind: str, changes: dict[str, object], flow: bool | None) -> None:
    read_or_complain(kind, dumped({**yaml.safe_load(SOUND[kind]), **changes}, flow))


@pytest.mark.parametrize("kind", KINDS)
def test_bad_files_of_every_kind(kind: str) -> None:
    for path in sorted(BAD.glob("*/*.yaml")):
        read_or_complain(kind, path.read_bytes())
