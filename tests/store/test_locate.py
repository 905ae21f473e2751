"""Which folder is the store: --store, then WARDCHECK_STORE, then results/ here or above, then the bundled copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.examples import make_store
from wardcheck.errors import NotFoundError
from wardcheck.store import locate as module
from wardcheck.store.locate import VARIABLE, locate


@pytest.fixture(autouse=True)
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an installed package that bundles no store; the current folder has none either, nor one above."""
    package = tmp_path / "site-packages" / "wardcheck"
    monkeypatch.setattr(module, "__file__", str(package / "store" / "locate.py"))
    here = tmp_path / "work" / "deep"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    return package


def test_each_place_goes_before_the_next(tmp_path: Path, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = make_store(tmp_path / "given")
    named = make_store(tmp_path / "named")
    bundled = make_store(package / "results")
    assert locate() == bundled
    make_store(tmp_path / "work" / "results")
    assert locate() == Path("../results")
    make_store(tmp_path / "work" / "deep" / "results")
    assert locate() == Path("results")
    monkeypatch.setenv(VARIABLE, str(named))
    assert locate() == named
    assert locate(given) == given
    assert locate(str(given)) == given


def test_empty_variable_names_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_store(tmp_path / "work" / "deep" / "results")
    monkeypatch.setenv(VARIABLE, "")
    assert locate() == Path("results")


def test_results_without_a_register_is_no_store(tmp_path: Path) -> None:
    make_store(tmp_path / "results")
    (tmp_path / "work" / "results").mkdir()
    assert locate() == Path("../../results")


def test_a_folder_asked_for_must_be_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the user named is never passed over for another place."""
    make_store(tmp_path / "work" / "deep" / "results")
    with pytest.raises(NotFoundError, match=r"^--store: expected a folder with parties\.yaml, got 'elsewhere'$"):
        locate("elsewhere")
    monkeypatch.setenv(VARIABLE, "elsewhere")
    with pytest.raises(
        NotFoundError, match=r"^WARDCHECK_STORE: expected a folder with parties\.yaml, got 'elsewhere'$"
    ):
        locate()


def test_no_store_anywhere_says_what_to_do() -> None:
    with pytest.raises(NotFoundError) as caught:
        locate()
    assert str(caught.value) == (
        "no results store: there is no results/parties.yaml here or in a folder above; "
        "name one with --store DIR or WARDCHECK_STORE"
    )


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[31mb", "x" * 5000, "results/parties.yaml"])
def test_a_strange_name_is_no_store(name: str) -> None:
    make_store(Path("results"))
    with pytest.raises(NotFoundError) as caught:
        locate(name)
    assert str(caught.value).isprintable()


def test_a_current_folder_that_is_gone_has_no_store(tmp_path: Path) -> None:
    (tmp_path / "work" / "deep").rmdir()
    with pytest.raises(NotFoundError):
        locate()
