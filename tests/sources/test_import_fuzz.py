"""Whatever the bytes of a published file: a message or an import, and a store that can be read afterwards."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sources.conftest import HALE, HENDON
from wardcheck.cli.main import run
from wardcheck.store import open_store

REGISTER = (
    'con: {name: Conservative, short: Con, colour: "#0087DC", aliases: {leap: [C]}}\n'
    'lab: {name: Labour, short: Lab, colour: "#E4003B", aliases: {leap: [Lab]}}\n'
)


def _csv(rows: list[list[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


SOUND = _csv(HALE + HENDON)
PIECES = st.sampled_from(
    [b'"', b",", b"\n", b"\r", b"\x00", b"\x1b", b"\xff", b"NULL", b"0", b"9" * 12, b"-", b"\xe2\x80\xae"]
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The sound file with a few stretches taken out, or replaced by something nasty."""
    data = SOUND
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 12)))
        data = data[:start] + draw(PIECES | st.binary(max_size=6) | st.just(b"")) + data[end:]
    return data


@given(mutated())
@example(SOUND)
@example(b"\x00" + SOUND)
@example(SOUND.replace(b"Hendon", b"Election"))
@example(SOUND.replace(b"Bob Birch", b"Bob \x1b[31mBirch"))
@example(SOUND.replace(b"Hale", b"..."))
@example(SOUND.replace(b"Town", b"!"))
@example(b"")
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_a_message_or_an_import_that_can_be_read(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        store, file = Path(folder, "store"), Path(folder, "leap.csv")
        store.mkdir()
        (store / "parties.yaml").write_text(REGISTER, encoding="utf-8")
        file.write_bytes(data)
        assert run(["import", "leap", str(file), "--date", "2018-05-03", "--store", str(store)]) in (0, 1, 2)
        found = open_store(store).elections()
        # and nothing is written where the store does not look for it
        written = {path.relative_to(store) for path in store.rglob("*") if path.is_file()}
        expected = {Path(e.path).relative_to(store) for e in found}
        expected |= {Path(w.path).relative_to(store) for e in found for w in e.wards}
        assert written == expected | {Path("parties.yaml")}
        assert all(f"{path.parent.parent}-{path.parent.name}" in {e.slug for e in found} for path in expected)
