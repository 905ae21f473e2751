"""``wardcheck report``: one page or a folder of them, whole or not at all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from render.page.pages import parsed, table, words

from wardcheck.cli.exit_codes import ExitCode
from wardcheck.cli.main import run
from wardcheck.facts.background import background
from wardcheck.store import open_store

pytestmark = pytest.mark.usefixtures("each_chart_is_drawn_once")


def test_one_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "new" / "page.html"
    assert run(["report", "hertsmere-2019", "-o", str(path)]) == ExitCode.DONE
    assert capsys.readouterr().out == ""
    page = path.read_text(encoding="utf-8")
    assert words(next(parsed(page).iter("h1"))) == "Hertsmere: council election of 2 May 2019"
    assert run(["report", "hertsmere-2019"]) == ExitCode.DONE
    assert capsys.readouterr().out == page


def test_the_election_before_or_another(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert run(["report", "barnet-2018", "-o", str(path)]) == ExitCode.DONE
    assert "wardcheck change barnet-2014 barnet-2018" in path.read_text(encoding="utf-8")
    assert run(["report", "barnet-2022", "--from", "barnet-2014", "-o", str(path)]) == ExitCode.DONE
    assert "wardcheck change barnet-2014 barnet-2022" in path.read_text(encoding="utf-8")


def test_several_are_a_folder_with_an_index(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "barnet-2018", "hertsmere-2019", "-o", str(tmp_path / "site")]) == ExitCode.DONE
    assert "wrote 2 pages and index.html to " in capsys.readouterr().err
    assert {path.name for path in (tmp_path / "site").iterdir()} == {
        "barnet-2018.html",
        "hertsmere-2019.html",
        "index.html",
    }
    index = parsed((tmp_path / "site" / "index.html").read_text(encoding="utf-8"))
    lines = [[words(cell) for cell in tr] for tr in index.iter("tr")]
    # by hand: both were Conservative; one vote in High Barnet, a lot in Borehamwood Kenilworth
    assert lines[1:] == [
        ["Barnet", "3 May 2018", "Con", "High Barnet", "1", "44.2"],
        ["Hertsmere", "2 May 2019", "Con", "Borehamwood Kenilworth", "by lot", ""],
    ]
    assert [a.get("href") for a in index.iter("a")] == ["barnet-2018.html", "hertsmere-2019.html"]
    assert [words(p) for p in index.iter("p") if p.get("class") == "answer"] == ["Con 2."]
    page = parsed((tmp_path / "site" / "barnet-2018.html").read_text(encoding="utf-8"))
    assert next(a.get("href") for a in page.iter("a")) == "index.html"


def test_a_third_is_compared_with_what_filled_its_seats_and_has_the_whole_council(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert run(["report", "derby-2018", "-o", str(path)]) == ExitCode.DONE
    root = parsed(path.read_text(encoding="utf-8"))
    store = open_store("results")
    known = background(store.election("derby-2018"), store)
    by_party = known.council.by_party if known.council.whole else known.council.up
    rows = table(root, "seats")
    assert sorted(int(row["Seats"]) for row in rows if row["Seats"] != "0") == sorted(by_party.values())
    if known.before is not None:
        assert f"wardcheck change {known.before.slug} derby-2018" in path.read_text(encoding="utf-8")


def test_one_election_into_a_folder(tmp_path: Path) -> None:
    assert run(["report", "hertsmere-2019", "-o", str(tmp_path)]) == ExitCode.DONE
    assert {path.name for path in tmp_path.iterdir()} == {"hertsmere-2019.html", "index.html"}


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["report", *arguments]) == ExitCode.ERROR
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_what_cannot_be_done_is_refused_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    two = ("barnet-2018", "hertsmere-2019")
    assert "--output: expected a file that ends in .html, or a folder" in refused(capsys, "x", "-o", "page.pdf")
    assert "expected a folder for 2 elections, got none" in refused(capsys, *two)
    assert "expected a folder for 2 elections" in refused(capsys, *two, "-o", str(tmp_path / "a.html"))
    assert "--from: expected one election" in refused(capsys, *two, "--from", "barnet-2014", "-o", str(tmp_path / "a"))
    assert "expected two elections of one council" in refused(capsys, "barnet-2018", "--from", "camden-2014")
    (tmp_path / "folder.html").mkdir()
    assert "expected a file, got the folder" in refused(capsys, "x", "-o", str(tmp_path / "folder.html"))
    (tmp_path / "file").write_text("")
    under = str(tmp_path / "file" / "a.html")
    assert f"{under}: expected to write it" in refused(capsys, "barnet-2018", "-o", under)
    assert {path.name for path in tmp_path.iterdir()} == {"folder.html", "file"}


def test_without_the_library_the_page_is_written_and_a_line_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    path = tmp_path / "page.html"
    assert run(["report", "hertsmere-2019", "-o", str(path)]) == ExitCode.DONE
    expected = "wardcheck: no charts, for matplotlib is not installed: pip install 'wardcheck[charts]'\n"
    assert capsys.readouterr().err == f"{expected}wardcheck: wrote {path}\n"
    assert "<figure>" not in path.read_text(encoding="utf-8")
