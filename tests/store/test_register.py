"""A party read from its own lines is the party that a reading of the whole register gives."""

from __future__ import annotations

import pytest

from wardcheck.errors import DataError
from wardcheck.store import Store
from wardcheck.store.party_reader import read_parties
from wardcheck.store.register import Register

LAB = b"""# Labour
lab:
  name: Labour Party
  short: Lab
  colour: "#E4003B"
"""
CON = b"""con:
  name: Conservative and
    Unionist Party
  short: Con

# between
  colour: "#0087DC"
"""


def test_every_party_alone_is_as_in_the_whole(shipped: Store) -> None:
    path = shipped.root / "parties.yaml"
    whole = read_parties(path.read_bytes(), str(path))
    register = Register(path.read_bytes(), str(path))
    assert {slug: register[slug] for slug in whole} == whole
    assert "_parties" not in vars(register)  # the whole was not read for it
    assert list(register) == list(whole)


@pytest.mark.parametrize(
    "data",
    [
        LAB + CON,
        CON + b"\r\n" + LAB,
        LAB.replace(b"lab:", b'"lab":') + CON,
        LAB.replace(b"lab:", b"lab :") + CON,
        b"---\n" + LAB + CON + b"...\n",
        LAB.rstrip() + b"\n# the end, without a line break",
    ],
)
def test_however_it_is_written(data: bytes) -> None:
    whole = read_parties(data, "parties.yaml")
    register = Register(data, "parties.yaml")
    assert {slug: register[slug] for slug in whole} == whole


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (LAB + LAB, "parties.yaml:7: "),
        (LAB + CON.replace(b'"#0087DC"', b"blue"), "parties.yaml:12: "),
    ],
)
def test_what_is_wrong_is_told_with_its_line_in_the_file(data: bytes, said: str) -> None:
    with pytest.raises(DataError) as raised:
        Register(data, "parties.yaml")["con" if b"con" in data else "lab"]
    assert said in str(raised.value)


def test_no_such_party() -> None:
    register = Register(LAB, "parties.yaml")
    assert register.get("con") is None
    with pytest.raises(KeyError):
        register["con"]
