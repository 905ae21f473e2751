"""The pages hold together: links lead somewhere, and no command, exit code or format is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from wardcheck.cli.commands import COMMANDS
from wardcheck.cli.exit_codes import ExitCode
from wardcheck.cli.options import FormatName

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_FENCED = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def _read(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _links(page: Path) -> Iterator[str]:
    return (link for link in _LINK.findall(_FENCED.sub("", _read(page))) if "://" not in link)


def _anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", _FENCED.sub("", _read(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _block_under(heading: str, page: Path) -> list[str]:
    section = re.search(rf"^## {heading}$(.*?)(?=^## |\Z)", _read(page), re.MULTILINE | re.DOTALL)
    assert section is not None
    return [str(block) for block in _FENCED.findall(section[1])]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for link in _links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        if anchor:
            assert anchor in _anchors(target), link


def test_index_links_every_page() -> None:
    index = ROOT / "docs" / "index.md"
    linked = {(index.parent / link.partition("#")[0]).resolve() for link in _links(index)}
    assert linked >= {page for page in PAGES if page != index}


@pytest.mark.parametrize("command", COMMANDS)
def test_command_is_documented(command: str) -> None:
    assert f"\n## {command}\n" in _read(ROOT / "docs" / "reference" / "commands.md")
    row = rf"^\| \[`wardcheck {command}\b[^`]*`\]\(docs/reference/commands\.md#{command}\) \|"
    assert re.search(row, _read(ROOT / "README.md"), re.MULTILINE)
    assert f"`wardcheck {command}`" in _read(ROOT / "docs" / "changelog.md")


@pytest.mark.parametrize("name", get_args(FormatName))
def test_format_is_documented(name: FormatName) -> None:
    assert f"| `{name}` |" in _read(ROOT / "docs" / "reference" / "commands.md")


@pytest.mark.parametrize("code", ExitCode, ids=lambda code: code.name)
def test_exit_code_is_documented(code: ExitCode) -> None:
    page = _read(ROOT / "docs" / "reference" / "exit-codes.md")
    assert re.search(rf"^\| {code.value} \| `{code.name}` \| \w.+ \|$", page, re.MULTILINE)


@pytest.mark.parametrize(
    ("page", "heading", "commands"),
    [
        ("README.md", "Run it", ["-m venv .venv", "pip install", "wardcheck margins barnet-2018"]),
        ("README.md", "Test it", ["-m venv .venv", "-e '.[dev]'", "pytest"]),
        (
            "docs/CONTRIBUTING.md",
            "Check it",
            ["ruff check", "ruff format --check", "mypy", "lint-imports", "generate.py"],
        ),
    ],
)
def test_heading_has_one_block_to_run(page: str, heading: str, commands: list[str]) -> None:
    (block,) = _block_under(heading, ROOT / page)
    lines = block.split("\n")[1:-1]
    assert block.startswith("```sh\n")
    if page == "README.md":  # one line that a reader copies, each part only after the one before went well
        (line,) = lines
        lines = line.split(" && ")
    assert len(lines) == len(commands)
    assert all(command in line for command, line in zip(commands, lines, strict=True))


def test_no_block_stands_before_those_to_run() -> None:
    before, _, _ = _read(ROOT / "README.md").partition("## Run it")
    assert "```" not in before
