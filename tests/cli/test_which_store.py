"""--store, then WARDCHECK_STORE, then results/ here or above."""

from __future__ import annotations

from pathlib import Path

import pytest
from analysis.builders import election
from conftest import MakeStore

from wardcheck.cli.main import run


def slugs(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert run(["elections", "--columns", "election", "--no-header", *words]) == 0
    return capsys.readouterr().out.splitlines()


def test_here_and_above(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, make_store: MakeStore, tmp_path: Path
) -> None:
    make_store(election(slug="town-2018")).rename(tmp_path / "results")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    for folder in (tmp_path, deep):
        monkeypatch.chdir(folder)
        assert slugs(capsys) == ["town-2018"]


def test_the_option_is_stronger_than_the_variable(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, make_store: MakeStore, tmp_path: Path
) -> None:
    by_option = make_store(election(slug="by-option-2018")).rename(tmp_path / "by-option")
    by_variable = make_store(election(slug="by-variable-2018"))
    assert "barnet-2018" in slugs(capsys)
    monkeypatch.setenv("WARDCHECK_STORE", str(by_variable))
    assert slugs(capsys) == ["by-variable-2018"]
    assert slugs(capsys, "--store", str(by_option)) == ["by-option-2018"]


def test_a_variable_that_leads_nowhere_is_not_passed_over(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WARDCHECK_STORE", "/nowhere")
    assert run(["elections"]) == 2
    assert "WARDCHECK_STORE: expected a folder with parties.yaml, got '/nowhere'" in capsys.readouterr().err
