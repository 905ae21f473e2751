"""What every test starts from: a plain environment, the shipped store, and a way to make a small one."""

from __future__ import annotations

import fcntl
import gc
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path

import pytest
from hypothesis import settings

from wardcheck.facts.outline import to_keep
from wardcheck.model import Election, Party
from wardcheck.render import canvas
from wardcheck.render.chart import Chart
from wardcheck.store import Store, open_store
from wardcheck.store.council_reader import read_council, read_councils
from wardcheck.store.layout import Layout
from wardcheck.store.party_reader import read_parties
from wardcheck.store.store import MANY
from wardcheck.store.writing import write_election

REPOSITORY = Path(__file__).resolve().parents[1]
RESULTS = REPOSITORY / "results"

DRAWN = dict[tuple[str, str, float], str]()
"""Charts of pages, by what they show, their name on the page and their width."""

# A loaded machine is slow now and then, which says nothing about the code. The usual examples are the same in every
# run, so that a test that fails was broken by the change at hand; the thorough ones are others each time.
settings.register_profile("usual", deadline=None, database=None, print_blob=True, max_examples=50, derandomize=True)
settings.register_profile("thorough", settings.get_profile("usual"), max_examples=1000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

# Some tests start the program anew, hundreds of times with the examples of the documentation: it is compiled once.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Let the collector of garbage look as seldom as in the program, and never at the tests, which all stay.

    What is read once for all tests stays too, and looking through it again and again would be a tenth of all work.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's settings may reach an output: colours, widths, another store."""
    for name in (
        "FORCE_COLOR",
        "NO_COLOR",
        "COLORTERM",
        "GITHUB_ACTIONS",
        "PY_COLORS",
        "TERMINAL_WIDTH",
        "WARDCHECK_STORE",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds src, tests and results."""
    return REPOSITORY


@pytest.fixture(scope="session", autouse=True)
def each_shipped_election_is_read_once() -> Iterator[None]:
    """Commands open the store anew each time; what they read of the shipped one is frozen, and so can be shared."""
    read, known = Store._election, dict[tuple[str, str], Election]()

    def once(store: Store, slug: str) -> Election:
        if store.root.resolve() != RESULTS:
            return read(store, slug)
        key = (str(store.root), slug)  # messages name a file as the store was named
        if key not in known:
            known[key] = read(store, slug)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "_election", once)
        yield


@pytest.fixture(scope="session", autouse=True)
def the_shipped_files_are_parsed_once() -> Iterator[None]:
    """Who first asks for many shipped elections has all kept, as a command does, while others that ask wait for it."""
    each = Store.each

    @cache
    def keep() -> None:
        with (REPOSITORY / "pyproject.toml").open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            store = open_store(RESULTS)
            store.work_out = to_keep
            each(store)

    def after_one(store: Store, *patterns: str) -> Iterator[Election]:
        if store.root.resolve() == RESULTS and len(store.match(patterns) if patterns else store.slugs) >= MANY:
            keep()
        return each(store, *patterns)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "each", after_one)
        yield


@pytest.fixture(scope="session", autouse=True)
def the_shipped_folders_are_listed_once() -> Iterator[None]:
    """Whoever asks for all elections, or for those of a pattern, lists some hundreds of folders, in which none changes.

    They are kept by the name under which the store was opened, for messages name a file by it.
    """
    listed: Callable[[Layout], Mapping[str, Sequence[Path]]] = vars(Layout)["folders"].func
    known = dict[str, Mapping[str, Sequence[Path]]]()

    def once(layout: Layout) -> Mapping[str, Sequence[Path]]:
        if layout.root.resolve() != RESULTS:
            return listed(layout)
        if str(layout.root) not in known:
            known[str(layout.root)] = listed(layout)
        return known[str(layout.root)]

    shared = cached_property(once)
    shared.__set_name__(Layout, "folders")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Layout, "folders", shared)
        yield


@pytest.fixture(scope="session", autouse=True)
def the_registers_are_read_once() -> Iterator[None]:
    """Every import and every name of a party or a region looks into them; what the same bytes say can be shared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("wardcheck.store.councils.read_councils", lru_cache(maxsize=8)(read_councils))
        patch.setattr("wardcheck.store.councils.read_council", lru_cache(maxsize=1024)(read_council))
        patch.setattr("wardcheck.store.register.read_parties", lru_cache(maxsize=2048)(read_parties))
        yield


@pytest.fixture
def each_chart_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most pages that tests ask for are of a few elections, and drawing is most of what a page costs."""
    draw, known = canvas.inline_svg, DRAWN

    def once(chart: Chart, name: str, *, width: float = canvas.NARROW) -> str:
        key = (repr(chart), name, width)
        if key not in known:
            known[key] = draw(chart, name, width=width)
        return known[key]

    monkeypatch.setattr(canvas, "inline_svg", once)


@pytest.fixture(scope="session")
def shipped() -> Store:
    """The store of the repository."""
    return open_store(RESULTS)


MakeStore = Callable[..., Path]


@pytest.fixture
def make_store(tmp_path: Path) -> MakeStore:
    """Write elections and a register of the parties con, lab, ld and ind into a folder; gives the folder."""

    def make(*elections: Election, parties: tuple[Party, ...] = PARTIES) -> Path:
        root = tmp_path / "store"
        root.mkdir(exist_ok=True)
        (root / "parties.yaml").write_text("".join(map(_register_entry, parties)), encoding="utf-8")
        for election in elections:
            write_election(root, election)
        return root

    return make


PARTIES = (
    Party("con", "Conservative", "Con", "#0087DC", aliases={"leap": ("C",)}),
    Party("lab", "Labour", "Lab", "#E4003B", aliases={"leap": ("Lab",)}),
    Party("ld", "Liberal Democrats", "LD", "#FAA61A", aliases={"leap": ("LD",)}),
    Party("ind", "Independent", "Ind", "#DCDCDC", aliases={"leap": ("Ind",)}),
)


def _register_entry(party: Party) -> str:
    """JSON is YAML, so that quoting is not ours to get right."""
    entry = {"name": party.name, "short": party.short, "colour": party.colour, "aliases": dict(party.aliases)}
    return f"{party.slug}: {json.dumps(entry)}\n"
