"""Every page says what the program says now: ``python docs/generate.py`` rewrites what these tests compare."""

from __future__ import annotations

import re
from pathlib import Path

import generate
import pytest
from blocks import BlockError, blocks_of, refreshed, shown_by

PAGES = generate.pages()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(generate.ROOT).as_posix())
def test_page_is_up_to_date(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == generate.expected(page), "run: python docs/generate.py"


@pytest.mark.parametrize(
    ("name", "least"),
    [("README.md", 2), ("docs/tutorial.md", 8), ("docs/recipes.md", 10), ("docs/methods/margins.md", 3)],
)
def test_examples_are_checked(name: str, least: int) -> None:
    shown = list(shown_by((generate.ROOT / name).read_text(encoding="utf-8")))
    assert len(shown) >= least
    assert all(block.output.lines for block in shown)


def test_recipes_are_all_run() -> None:
    text = (generate.ROOT / "docs" / "recipes.md").read_text(encoding="utf-8")
    _, *recipes = re.split(r"^## ", text, flags=re.MULTILINE)
    assert recipes
    assert all(list(shown_by(recipe)) for recipe in recipes)


def test_console_block_is_run_as_on_a_terminal() -> None:
    page = "```console\n$ test -t 1 && echo terminal\nstale\n$ sh -c 'exit 3'\n$ echo $?\n```\n"
    assert refreshed(page) == (
        "```console\n$ test -t 1 && echo terminal\nterminal\n$ sh -c 'exit 3'\n$ echo $?\n3\n```\n"
    )


@pytest.mark.parametrize(
    "words", ["margins barnet-2018 --limit 2", "margins barnet-2081", "find 'nobody at all' hertsmere-2019"]
)
def test_a_copy_of_the_program_that_waits_says_what_one_says_that_a_shell_starts(words: str) -> None:
    copy, shell = (
        refreshed(f"```console\n$ {line}\n$ echo $?\n```\n")
        for line in (f"wardcheck {words}", f"true && wardcheck {words}")
    )
    assert copy.count("\n") > 4
    assert copy == shell.replace("true && ", "")


def test_script_is_run_on_a_pipe() -> None:
    page = "```sh\ntest -t 1 || echo pipe\n```\n\n```text\n```\n"
    assert refreshed(page) == "```sh\ntest -t 1 || echo pipe\n```\n\n```text\npipe\n```\n"


def test_script_that_fails_is_no_example() -> None:
    with pytest.raises(BlockError, match="exit code 3"):
        refreshed("```sh\nexit 3\n```\n\n```text\n```\n")


def test_what_follows_another_heading_is_no_output() -> None:
    page = "```sh\necho one\n```\n\n## Next\n\n```text\nas it was\n```\n"
    assert refreshed(page) == page


def test_other_blocks_are_left_alone() -> None:
    page = "```sh\necho one\n```\n\n```yaml\nkey: value\n```\n\n```text\nas it was\n```\n"
    assert refreshed(page) == page
    assert [block.word for block in blocks_of(page)] == ["sh", "yaml", "text"]


def test_blocks_of_a_page_can_share_a_folder() -> None:
    page = (
        "<!-- blocks share a folder -->\n```sh\necho one > told; echo done\n```\n\n```text\n```\n\n"
        "<!-- file: new/file.yaml -->\n```yaml\nkey: value\n```\n\n```sh\necho two >> told\n```\n\n"
        "```yaml\nin no: file\n```\n\n```console\n$ cat told new/file.yaml && ls -1\n```\n"
    )
    found = refreshed(page)
    assert "```text\ndone\n```" in found
    assert found.endswith("$ cat told new/file.yaml && ls -1\none\ntwo\nkey: value\ndocs\nnew\nresults\ntold\n```\n")
    assert not (generate.ROOT / "told").exists()


def test_check_says_what_is_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "README.md").touch()
    page = tmp_path / "README.md"
    page.write_text("```sh\necho new\n```\n\n```text\nold\n```\n", encoding="utf-8")
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    monkeypatch.setattr(generate, "WHOLE", {})
    monkeypatch.setattr(generate, "PICTURES", {})
    monkeypatch.setattr(generate, "CHARTS", {})

    assert generate.main(["--check"]) == 1
    assert "-old\n+new" in capsys.readouterr().out
    assert "old" in page.read_text(encoding="utf-8")

    assert generate.main([]) == 0
    assert "wrote README.md" in capsys.readouterr().out
    assert generate.main(["--check"]) == 0


def test_unknown_argument_is_refused() -> None:
    assert generate.main(["--chek"]) == 2
