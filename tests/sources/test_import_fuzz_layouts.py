"""Damaged files of every layout: a message or an import, whole wards only, and never a traceback."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from sources.workbooks import workbook
from wardcheck.cli.main import run
from wardcheck.sources.handbook import CANDIDATES
from wardcheck.store import open_store

REGISTER = (
    'con: {name: Conservative, short: Con, colour: "#0087DC", aliases: {leap: [C], democracy-club: [C], gla: [C],'
    " commons-library: [C], times-series: [C]}}\n"
    'lab: {name: Labour, short: Lab, colour: "#E4003B", aliases: {leap: [L], democracy-club: [L], gla: [L],'
    " commons-library: [L], times-series: [L]}}\n"
)
PEOPLE = [("Hale", "Ann Ash", "C", 9012, 1), ("Hale", "Bob Birch", "L", 8034, 0)]
PEOPLE += [("Hendon", "Cy Cedar", "L", 7056, 1), ("Hendon", "Di Dogwood", "C", 6078, 0)]
DAY = "2022-05-05"


def text_of(*rows: list[object]) -> bytes:
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()


def gss(ward: str) -> str:
    return {"Hale": "E05000001", "Hendon": "E05000002"}[ward]


def sheet() -> bytes:
    rows = [
        ["E07000001", "Town", gss(w), w, 1, name, votes, elected, party] for w, name, party, votes, elected in PEOPLE
    ]
    return workbook({"Candidates": [["Local elections 2022"], CANDIDATES, *rows]})


SOUND = {
    "leap": text_of(*(["Town", "", w, gss(w), *rest] for w, *rest in PEOPLE)),
    "democracy-club": text_of(
        ["False"],
        ["ballot_paper_id", "party_name", "person_name", "ballots_cast", "is_winner"],
        *([f"local.town.{w.lower()}.{DAY}", p, n, v, bool(e)] for w, n, p, v, e in PEOPLE),
    ),
    "gla": text_of(
        ["borough", "ward_original", "surname", "firstname", "party", "votes", "elected", "WD22CD", "LAD22CD"],
        *(["Town", w, n.split()[1], n.split()[0], p, v, bool(e), gss(w), ""] for w, n, p, v, e in PEOPLE),
    ),
    "times-series": text_of(
        ["council", "ward", "date", "candidate", "party", "votes", "elected"],
        *(["Town", w, DAY, n, p, v, e] for w, n, p, v, e in PEOPLE),
    ),
    "handbook": sheet(),
}
CSV_LAYOUTS = [layout for layout in SOUND if layout != "handbook"]
PIECES = st.sampled_from(
    [b'"', b",", b"\n", b"\r", b"\x00", b"\x1b", b"\xff", b"NULL", b"0", b"9" * 12, b"-", b"nan", b"\xe2\x80\xae", b"="]
)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A layout, and its sound file with a few stretches taken out or replaced by something nasty."""
    layout = draw(st.sampled_from(CSV_LAYOUTS))
    data = SOUND[layout]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 12)))
        data = data[:start] + draw(PIECES | st.binary(max_size=6) | st.just(b"")) + data[end:]
    return layout, data


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder for one file after another."""
    with TemporaryDirectory() as name:
        yield Path(name)


NUMBER = iter(range(1_000_000))


def imported(folder: Path, layout: str, data: bytes) -> dict[str, int]:
    """Import a file; gives how many stood in each ward that was written, and the store was read."""
    place = folder / str(next(NUMBER))  # a name of its own: a workbook is read once for all
    store = place / "store"
    store.mkdir(parents=True)
    (store / "parties.yaml").write_text(REGISTER, encoding="utf-8")
    file = place / ("file.xlsx" if layout == "handbook" else "file.csv")
    file.write_bytes(data)
    assert run(["import", layout, str(file), "--date", DAY, "--store", str(store)]) in (0, 1, 2)
    wards = {ward.name: len(ward.candidates) for e in open_store(store).elections() for ward in e.wards}
    shutil.rmtree(place)
    return wards


@pytest.mark.parametrize("layout", SOUND)
def test_the_sound_files(folder: Path, layout: str) -> None:
    assert imported(folder, layout, SOUND[layout]) == {"Hale": 2, "Hendon": 2}


@given(mutated())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_damaged_text(folder: Path, file: tuple[str, bytes]) -> None:
    imported(folder, *file)


PLACE = {"leap": (0, 2, 3), "democracy-club": (0,), "gla": (0, 1, 7), "times-series": (0, 1)}
"""The columns that say which ward a row belongs to."""
CELLS = st.sampled_from(["", "NULL", "\x00", "x", "-1", "1.5", "1e9", "nan", "True", "\x1b[31m", "9" * 12, "…"])


def rows_of(layout: str) -> list[list[object]]:
    return [[*cells] for cells in csv.reader(io.StringIO(SOUND[layout].decode()))]


@given(
    layout=st.sampled_from(CSV_LAYOUTS), row=st.integers(-4, -1), cell=st.integers(0, 8), value=CELLS, cut=st.booleans()
)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_spoilt_row_never_leaves_half_a_ward(
    folder: Path, layout: str, row: int, cell: int, value: str, cut: bool
) -> None:
    """One row that still says where it belongs has another value in a cell, or is cut there."""
    rows = rows_of(layout)
    sound = rows[row]
    at = cell % len(sound)
    assume(at > max(PLACE[layout]) if cut else at not in PLACE[layout])
    rows[row] = sound[:at] if cut else [*sound[:at], value, *sound[at + 1 :]]
    assert set(imported(folder, layout, text_of(*rows)).values()) <= {2}


@pytest.mark.parametrize("layout", PLACE)
@pytest.mark.parametrize("value", ["", "\x1b"], ids=["nothing", "what no name can be"])
def test_a_row_that_does_not_say_where_it_belongs(folder: Path, layout: str, value: str) -> None:
    # Bob Birch's: he stood in Hale or in Hendon, and the row's neighbours or its code say in which
    rows = rows_of(layout)
    for at in PLACE[layout]:
        spoilt = [row if n != len(rows) - 3 else [*row[:at], value, *row[at + 1 :]] for n, row in enumerate(rows)]
        assert set(imported(folder, layout, text_of(*spoilt)).values()) <= {2}, f"column {at}"


@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL], ids=["plain", "quoted"])
@pytest.mark.parametrize("layout", PLACE)
def test_a_file_cut_off_within_its_last_row(folder: Path, layout: str, quoting: Literal[0, 1]) -> None:
    file = io.StringIO()
    csv.writer(file, quoting=quoting, lineterminator="\n").writerows(rows_of(layout))
    data = file.getvalue().rstrip("\n").encode()
    last = data.rindex(b"\n") + 1
    # everywhere in the last cell, and beside every comma and quote: within a word one letter is as good as another
    begun = data.rindex(b",")
    ends = [n for n in range(last + 1, len(data)) if n > begun or not {*b',"'}.isdisjoint(data[n - 2 : n + 1])]
    half = {}
    for end in ends:
        if any(count != 2 for count in imported(folder, layout, data[:end]).values()):
            half[end - last] = data[last:end].decode()
    assert half == {}


def test_a_council_without_a_usable_ward_is_no_election(folder: Path) -> None:
    # an election.yaml alone would say that the council has polled, with no ward
    store = folder / "empty"
    store.mkdir()
    (store / "parties.yaml").write_text(REGISTER, encoding="utf-8")
    file = folder / "empty.csv"
    file.write_bytes(text_of(["Town", "", "Hale", "", "Ann Ash", "C", 5, 0]))
    assert run(["import", "leap", str(file), "--date", DAY, "--store", str(store)]) in (0, 1, 2)
    assert open_store(store).slugs == ()


@pytest.mark.parametrize("size", [0, 1, 4, 100, 2500, -1])  # a workbook's own size varies with the time of day
def test_a_workbook_cut_off(folder: Path, capsys: pytest.CaptureFixture[str], size: int) -> None:
    assert imported(folder, "handbook", SOUND["handbook"][:size]) == {}
    assert ": file: expected an Excel workbook, got " in capsys.readouterr().err


@given(st.integers(0, len(SOUND["handbook"]) - 1), st.binary(min_size=1, max_size=8), st.booleans())
@example(0, b"PK", True)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_workbook(folder: Path, at: int, piece: bytes, cut: bool) -> None:
    data = SOUND["handbook"]
    wards = imported(folder, "handbook", data[:at] if cut else data[:at] + piece + data[at + len(piece) :])
    assert set(wards.values()) <= {2}
