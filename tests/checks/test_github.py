"""What GitHub would take for syntax is escaped as its own toolkit does."""

from __future__ import annotations

from wardcheck.checks import Finding
from wardcheck.render.github import github


def test_escapes() -> None:
    finding = Finding("a,b:c%d\n.yaml", 3, "some-rule", "error", "100 %, at 12:30\r\nnext :: line\x1b[2J")
    assert github([finding]) == (
        "::error file=a%2Cb%3Ac%25d%0A.yaml,line=3,title=some-rule::100 %25, at 12:30%0D%0Anext :: line\\x1b[2J\n"
    )


def test_nothing() -> None:
    assert github([]) == ""
