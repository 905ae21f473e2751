"""Names are looked up among what the folder lists, and problems of all files arrive together."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.examples import REGISTER, WARD, make_store
from wardcheck.errors import DataError, NotFoundError
from wardcheck.store import Store

SLUGS = ("barnet-2014", "barnet-2018", "barnet-by-2021-05-06", "hertsmere-2019")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_store(tmp_path / "results", *SLUGS)


@pytest.fixture
def store(root: Path) -> Store:
    return Store(root)


def complaints(error: DataError, root: Path) -> list[str]:
    return [str(problem).removeprefix(f"{root}{os.sep}") for problem in error.problems]


# -- which elections ---------------------------------------------------------------------------------


def test_elections_are_the_folders_with_an_election(store: Store, root: Path) -> None:
    (root / "README.md").write_text("not an election", encoding="utf-8")
    (root / "empty-2018").mkdir()
    make_store(root / "nested-2018", "inner-2018")
    assert store.slugs == SLUGS


@pytest.mark.parametrize(
    ("patterns", "slugs"),
    [
        ((), ()),
        (("barnet-2018",), ("barnet-2018",)),
        (("hertsmere-2019", "barnet-2014"), ("hertsmere-2019", "barnet-2014")),
        (("barnet-2018", "barnet-2018"), ("barnet-2018",)),
        (("barnet-*",), ("barnet-2014", "barnet-2018", "barnet-by-2021-05-06")),
        (("barnet-2018", "barnet-*"), ("barnet-2018", "barnet-2014", "barnet-by-2021-05-06")),
        (("*-201[89]",), ("barnet-2018", "hertsmere-2019")),
        (("*-201[!89]",), ("barnet-2014",)),
        (("barnet-201?",), ("barnet-2014", "barnet-2018")),
        (("*",), SLUGS),
    ],
)
def test_match(store: Store, patterns: tuple[str, ...], slugs: tuple[str, ...]) -> None:
    assert store.match(patterns) == slugs


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("barnet-2108", "no election 'barnet-2108'; nearest: barnet-2018, barnet-2014, barnet-by-2021-05-06"),
        ("Hertsmere-2019", "no election 'Hertsmere-2019'; nearest: hertsmere-2019"),
        ("derby", "no election 'derby'; the store has " + ", ".join(SLUGS)),
        ("", "no election ''; the store has " + ", ".join(SLUGS)),
        ("*-1998", "no election matches '*-1998'; the store has " + ", ".join(SLUGS)),
        ("barnet-[", "no election matches 'barnet-['; the store has " + ", ".join(SLUGS)),
        ("a\x1b[31m", "no election matches 'a\\x1b[31m'; the store has " + ", ".join(SLUGS)),
    ],
)
def test_no_match_says_what_there_is(store: Store, pattern: str, message: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        store.match(["barnet-2018", pattern])
    assert str(caught.value) == message


def test_no_match_among_many_names_a_few(tmp_path: Path) -> None:
    store = Store(make_store(tmp_path, *(f"barnet-{year}" for year in range(2001, 2008))))
    with pytest.raises(NotFoundError, match=r"barnet-2005 and 2 more \(see: wardcheck elections\)$"):
        store.match(["x*"])


def test_no_match_in_an_empty_store(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"^no election 'barnet-2018'; the store '.*' holds none$"):
        Store(make_store(tmp_path)).match(["barnet-2018"])


CLIMBING = [
    "..", ".", "/", "../../etc/passwd", "../outside", "/etc", "barnet-2018/../outside", "barnet-2018/", "./barnet-2018",
    "barnet-2018/mill-lane", "barnet-2018\\..\\outside", "~", "barnet-2018\x00",
]  # fmt: skip


@pytest.mark.parametrize("name", CLIMBING)
def test_a_name_that_climbs_is_no_election(
    store: Store, root: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_store(root.parent, "outside")
    assert store.slugs  # listed before, so that nothing at all may be opened from here on

    def refuse(*args: object, **_: object) -> None:
        raise AssertionError(f"opened {args}")

    for module, function in ((Path, "read_bytes"), (os, "scandir")):
        monkeypatch.setattr(module, function, refuse)
    for ask in (store.election, store.elections, store.ward_slugs):
        with pytest.raises(NotFoundError, match=r"^no election "):
            ask(name)


@pytest.mark.parametrize("pattern", ["../*", "*/..", "/*", "barnet-2018/*", "*/election.yaml", "[.][.]"])
def test_a_pattern_that_climbs_matches_nothing(store: Store, pattern: str) -> None:
    with pytest.raises(NotFoundError, match=r"^no election matches "):
        store.elections(pattern)


# -- reading -----------------------------------------------------------------------------------------


def test_an_election_has_its_wards_in_order(store: Store, root: Path) -> None:
    (root / "barnet-2018" / "abbey-road.yaml").write_text(WARD, encoding="utf-8")
    election = store.election("barnet-2018")
    assert election.slug == "barnet-2018"
    assert [w.slug for w in election.wards] == ["abbey-road", "mill-lane"]
    assert store.ward_slugs("barnet-2018") == ("abbey-road", "mill-lane")
    assert election.wards[0].path == str(root / "barnet-2018" / "abbey-road.yaml")


def test_elections_are_those_asked_for_or_all(store: Store) -> None:
    assert [e.slug for e in store.elections()] == list(SLUGS)
    assert [e.slug for e in store.elections("hertsmere-2019", "barnet-201?")] == [
        "hertsmere-2019",
        "barnet-2014",
        "barnet-2018",
    ]


@pytest.mark.parametrize(
    "name", ["High Barnet.yaml", "high_barnet.yaml", "high-barnet.yml", "notes.txt", "mill-lane", "-.yaml"]
)
def test_a_stray_file_is_reported(store: Store, root: Path, name: str) -> None:
    (root / "barnet-2018" / name).write_text(WARD, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        store.election("barnet-2018")
    assert complaints(caught.value, root) == [
        f"barnet-2018/{name}:1: file name: expected lower-case words joined by hyphens and .yaml, got {name!r}"
    ]


@pytest.mark.parametrize("name", [".DS_Store", ".mill-lane.yaml.swp", ".mill-lane.yaml.x1y2z3.tmp", ".yaml"])
def test_a_dotfile_is_passed_over(store: Store, root: Path, name: str) -> None:
    (root / "barnet-2018" / name).write_bytes(b"\x00 half a fi")
    assert [w.slug for w in store.election("barnet-2018").wards] == ["mill-lane"]
    assert store.ward_slugs("barnet-2018") == ("mill-lane",)


def test_a_file_that_cannot_be_read_is_reported(store: Store, root: Path) -> None:
    (root / "barnet-2018" / "abbey-road.yaml").mkdir()
    (root / "barnet-2018" / "broken-link.yaml").symlink_to("nowhere.yaml")
    with pytest.raises(DataError) as caught:
        store.election("barnet-2018")
    assert complaints(caught.value, root) == [
        "barnet-2018/abbey-road.yaml:1: file: expected a regular file, got a folder",
        "barnet-2018/broken-link.yaml:1: file: expected to read it, got No such file or directory",
    ]


@pytest.mark.parametrize("name", [b"mill\nlane.yaml", b"\x1b[31m.yaml", b"\xe9.yaml"])
def test_a_file_name_keeps_its_message_on_one_line(store: Store, root: Path, name: bytes) -> None:
    """Whatever the name, a line of an error is printable and can be encoded."""
    (root / "barnet-2018" / os.fsdecode(name)).write_text(WARD, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        store.election("barnet-2018")
    assert str(caught.value).isprintable()


def test_problems_of_all_files_arrive_together(store: Store, root: Path) -> None:
    def spoil(path: str, old: str, new: str) -> None:
        text = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    (root / "barnet-2018" / "abbey-road.yaml").write_text(WARD, encoding="utf-8")
    spoil("barnet-2018/abbey-road.yaml", "987", "09")
    spoil("barnet-2018/mill-lane.yaml", "seats: 2", "seats: two")
    spoil("barnet-2018/mill-lane.yaml", "party: con", "party: cn")
    spoil("hertsmere-2019/election.yaml", "2019-05-02", "May 2019")
    with pytest.raises(DataError) as caught:
        store.elections()
    assert complaints(caught.value, root) == [
        "barnet-2018/abbey-road.yaml:4: votes: expected a whole number, got 09; write 9",
        "barnet-2018/mill-lane.yaml:2: seats: expected a whole number, got two",
        'barnet-2018/mill-lane.yaml:5: party: expected a party of parties.yaml, got "cn"; nearest: con',
        "hertsmere-2019/election.yaml:2: date: expected a date such as 2018-05-03, got May 2019",
    ]


# -- the register ------------------------------------------------------------------------------------


def test_a_broken_register_speaks_up_when_it_is_needed(store: Store, root: Path) -> None:
    (root / "parties.yaml").write_text("con: {short: Con}\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        store.election("barnet-2018")  # lab is not a key of the register, so that it must be read
    assert complaints(caught.value, root) == [
        'parties.yaml:1: con.colour: expected a colour in quotes, such as "#0087DC", got nothing',
        "parties.yaml:1: con.name: expected a name, got nothing",
    ]


def test_a_register_in_another_layout_has_the_same_parties(store: Store, root: Path) -> None:
    """Keys that do not stand at the start of a line are found by parsing."""
    con, lab = REGISTER.replace("con:", '"con":').splitlines()
    text = f"{{{con}, {lab}}}"
    (root / "parties.yaml").write_text(text, encoding="utf-8")
    assert "con" in store.parties
    assert "ld" not in store.parties
    assert len(store.election("barnet-2018").wards) == 1


def test_a_register_that_is_gone_is_reported(store: Store, root: Path) -> None:
    (root / "parties.yaml").unlink()
    with pytest.raises(DataError, match=r"parties\.yaml:1: file: expected to read it, got No such file or directory$"):
        store.election("barnet-2018")
